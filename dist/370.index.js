"use strict";
exports.id = 370;
exports.ids = [370];
exports.modules = {

/***/ 9196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ newBody),
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   J5: () => (/* binding */ withItems),
/* harmony export */   SV: () => (/* binding */ boxesSet),
/* harmony export */   ir: () => (/* binding */ withFinding),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   uv: () => (/* binding */ tasksIn)
/* harmony export */ });
/* harmony import */ var _marker__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4886);

const TASK = /^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\]\s+)(.*?)(\s*)$/;
const ITEM = /<!-- edge-phase1:item ([\w.-]+)(?: (\w+) ([\w.:+-]+))? -->(?:.*?<!-- \/edge-phase1 -->)?/;
const COMMENT = /<!--.*?-->/g;
/** The tasks of a body; lines in a code block are none. */
function tasksIn(body) {
    let fence;
    return body.split('\n').flatMap((text, line) => {
        const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
        if (mark && fence === undefined)
            fence = mark;
        else if (mark && fence !== undefined && mark.startsWith(fence))
            fence = undefined;
        const [, , box, , rest = ''] = (fence === undefined && TASK.exec(text)) || [];
        if (box === undefined)
            return [];
        const [, id, says, at] = ITEM.exec(rest) ?? [];
        const title = rest.replace(ITEM, '').replace(COMMENT, '').trim();
        return [{ line, ticked: box !== ' ', title, id, says, at }];
    });
}
function progressOf(body) {
    const tasks = tasksIn(body);
    return { done: tasks.filter(({ ticked }) => ticked).length, total: tasks.length };
}
const isComplete = ({ done, total }) => total > 0 && done === total;
/** The body of a group's issue when it is new. */
function newBody(group) {
    return [
        ...group.items.map((item) => `- [ ] ${item.title} ${(0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)('item', item.id)}`),
        '',
        'Boxes, titles, order and anything that you add here stay as you leave them. Items with evidence are ticked and unticked by the runs.',
        '',
        (0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)('placed', ...group.items.map(({ id }) => id)),
        (0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)('group', group.id, 'open'),
        '',
    ].join('\n');
}
/**
 * Brings items that are new in the checklist into a body that people may have changed. One that somebody removed stays
 * removed; one whose hidden marker got lost is known by its title.
 */
function withItems(body, group) {
    const placed = new Set((0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)('placed', body) ?? []);
    const lines = body.split('\n');
    const missing = [];
    for (const item of group.items) {
        const tasks = tasksIn(lines.join('\n'));
        if (tasks.some(({ id }) => id === item.id))
            continue;
        const same = tasks.find(({ id, title }) => id === undefined && plainTitle(title) === plainTitle(item.title));
        if (same)
            lines[same.line] = atEnd(lines[same.line], ` ${(0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)('item', item.id)}`);
        else if (!placed.has(item.id))
            missing.push(item);
    }
    const last = tasksIn(lines.join('\n')).findLast(({ id }) => id !== undefined);
    const added = missing.map((item) => `- [ ] ${item.title} ${(0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)('item', item.id)}`);
    lines.splice(last ? last.line + 1 : 0, 0, ...added);
    const all = [...placed, ...group.items.map(({ id }) => id)];
    return (0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .withMarker */ .Pe)(lines.join('\n'), 'placed', ...new Set(all));
}
const plainTitle = (title) => title.toLowerCase().replace(/\s+/g, ' ').trim();
/** The end of a line, before a carriage return that editing on the web leaves. */
const atEnd = (line, text) => line.replace(/(\s*)$/, (space) => text + (space.includes('\r') ? '\r' : ''));
/**
 * Writes on an item's line what was found. The box changes only when what is known changes, so that a box that a person set
 * otherwise stays until there is news.
 */
function withFinding(body, id, finding) {
    const task = tasksIn(body).find((t) => t.id === id);
    const box = task && boxFor(task, finding);
    if (!task || box === undefined)
        return body;
    const lines = body.split('\n');
    const words = `${(0,_marker__WEBPACK_IMPORTED_MODULE_0__/* .marker */ .xL)('item', id, finding.says, finding.at)} ${signOf(finding)}${finding.text}<!-- /edge-phase1 -->`;
    lines[task.line] = lines[task.line].replace(ITEM, () => words).replace(TASK, (_all, start, _box, close, rest, space) => `${start}${box ? 'x' : ' '}${close}${rest}${space}`);
    return lines.join('\n');
}
/** The box after a finding; undefined when the finding is no news. */
function boxFor({ ticked, says, at }, finding) {
    if (says === finding.says && says !== 'person')
        return undefined;
    if (at !== undefined && finding.at <= at)
        return undefined;
    if (finding.says === 'person')
        return ticked;
    if (finding.says === 'disproved')
        return ticked || says === 'proved' ? false : undefined;
    return true;
}
const signOf = ({ says }) => ({ proved: '✅ ', disproved: '❌ unticked: ', approved: '', person: '' })[says];
/** Items whose box a person set between two versions of a body. */
function boxesSet(before, after) {
    const was = new Map(tasksIn(before).map(({ id, ticked }) => [id, ticked]));
    return tasksIn(after).flatMap(({ id, ticked }) => id !== undefined && was.has(id) && was.get(id) !== ticked ? [{ id, ticked }] : []);
}


/***/ }),

/***/ 1590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ itemsOf),
/* harmony export */   v: () => (/* binding */ hasProof)
/* harmony export */ });
const hasProof = ({ checks, step, planned }) => (checks !== undefined && checks.length > 0) || step !== undefined || planned !== undefined;
const itemsOf = ({ groups }) => new Map(groups.flatMap(({ items }) => items.map((item) => [item.id, item])));


/***/ }),

/***/ 1133:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nk: () => (/* binding */ byPerson),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   SH: () => (/* binding */ approval),
/* harmony export */   d3: () => (/* binding */ isWebAddress),
/* harmony export */   ut: () => (/* binding */ runLink)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);
/* harmony import */ var _report_defuse__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3776);
/* harmony import */ var _report_lines__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9999);
/* harmony import */ var _checklist__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1590);




/**
 * What a run's evidence says about an item; nothing where it says nothing. Unknown proves nothing, in neither direction.
 *
 * @param known whether the item was proved before, whatever was found since: then its step need not be carried out again
 */
function judge(item, evidence, known) {
    if (!(0,_checklist__WEBPACK_IMPORTED_MODULE_2__/* .hasProof */ .v)(item))
        return undefined;
    const { checks = [], step, planned } = item;
    const results = checks.map((id) => worst((0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .allChecks */ .fZ)(evidence).filter((check) => check.id === id)));
    const failing = results.filter((check) => check?.result === 'fail');
    const finding = (says, words) => ({
        says,
        at: evidence.started,
        text: `${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(short(words.join('; ')))} (${runLink(evidence)})`,
    });
    if (failing.length > 0)
        return finding('disproved', failing.map(failed));
    const done = step === undefined ? undefined : evidence.steps.find((record) => isDone(record, step));
    const shown = planned === undefined ? undefined : evidence.steps.find((record) => isPlanned(record, planned));
    if (step !== undefined && !done && !known)
        return undefined;
    if (planned !== undefined && !shown && !known)
        return undefined;
    if (!results.every((check) => check?.result === 'pass' || check?.result === 'not-applicable'))
        return undefined;
    if (results.length > 0 && !results.some((check) => check?.result === 'pass'))
        return undefined;
    const words = [done, shown].flatMap((record) => (record ? [`${record.step}: ${(0,_report_lines__WEBPACK_IMPORTED_MODULE_1__/* .stepVerdict */ .sr)(record)}`] : []));
    return finding('proved', [...words, ...results.map((check) => `${check?.title}: ${check?.measured}`)]);
}
/** Several steps may have looked at the same. */
const worst = (checks) => checks.find(({ result }) => result === 'fail') ??
    checks.find(({ result }) => result === 'unknown') ??
    checks.find(({ result }) => result === 'pass') ??
    checks[0];
const failed = (check) => `${check?.title}: ${check?.measured}, target ${check?.target}`;
const isDone = ({ step, outcome, plan }, id) => step === id && plan?.intent === 'apply' && (outcome === 'done' || outcome === 'nothing-to-do');
const isPlanned = ({ step, outcome, plan }, id) => step === id && plan?.intent === 'apply' && ['planned', 'done', 'nothing-to-do'].includes(outcome);
const LONGEST = 160;
const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
/** Where to look: the workflow run, where the evidence was made in one. */
function runLink({ run, started, trigger }) {
    const name = `run ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(run)}, ${started.slice(0, 10)}`;
    return trigger && isWebAddress(trigger.url) ? `[${name}](${trigger.url})` : name;
}
const isWebAddress = (text) => /^https?:\/\/[\w.-]+(?::\d+)?\/[\w./-]*$/.test(text);
/** For `/phase1 go` and for reviewers of an environment. */
const approval = (who, at, where) => ({
    says: 'approved',
    at,
    text: `👤 ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(who)}, ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(where)}, ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(at.slice(0, 16).replace('T', ' '))} UTC`,
});
/** For a box that a person ticked or unticked. */
const byPerson = (who, at, ticked) => ({
    says: 'person',
    at,
    text: `👤 ${ticked ? 'ticked' : 'unticked'} by ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(who)}, ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(at.slice(0, 16).replace('T', ' '))} UTC`,
});


/***/ }),

/***/ 4886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ sectionIn),
/* harmony export */   Pe: () => (/* binding */ withMarker),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   iG: () => (/* binding */ withSection),
/* harmony export */   xL: () => (/* binding */ marker)
/* harmony export */ });
/**
 * Hidden words in the text of an issue or a comment, by which it is found again. Text of others cannot forge them: it passes
 * through `report/defuse.ts`, which leaves no `<`.
 */
const marker = (name, ...words) => `<!-- edge-phase1:${[name, ...words.map(word)].join(' ')} -->`;
/** The words of the first marker with this name. */
function wordsOf(name, text) {
    const found = new RegExp(`<!-- edge-phase1:${name}((?: [^\\s<>]+)*) -->`).exec(text);
    return found ? (found[1] ?? '').split(' ').filter(Boolean) : undefined;
}
/** Replaces the first marker with this name, or adds it at the end. */
function withMarker(text, name, ...words) {
    const now = marker(name, ...words);
    const before = new RegExp(`<!-- edge-phase1:${name}(?: [^\\s<>]+)* -->`);
    return before.test(text) ? text.replace(before, () => now) : `${text.trimEnd()}\n\n${now}\n`;
}
const word = (text) => text.replace(/[^\w.:=,+-]/g, '_');
/** The part between two markers. */
function sectionIn(text, name) {
    const [start, end] = ends(name);
    const from = text.indexOf(start);
    const to = text.indexOf(end, from);
    return from < 0 || to < 0 ? undefined : text.slice(from + start.length, to);
}
/** Replaces what stands between two markers; adds them where somebody removed them. */
function withSection(text, name, content) {
    const [start, end] = ends(name);
    const from = text.indexOf(start);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0)
        return `${text.trimEnd()}\n\n${start}\n${content}\n${end}\n`.trimStart();
    return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}
const ends = (name) => [marker(name), `<!-- /edge-phase1:${name} -->`];


/***/ }),

/***/ 9426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sb: () => (/* binding */ checklistTask),
  JA: () => (/* binding */ standing),
  L9: () => (/* binding */ syncAll)
});

// EXTERNAL MODULE: ./build/checklist/body.js
var body = __webpack_require__(9196);
// EXTERNAL MODULE: ./build/checklist/plan.js
var plan = __webpack_require__(1103);
;// CONCATENATED MODULE: ./build/checklist/config.js

/** The plan's checklist, with what the configuration says otherwise. */
function checklistOf({ checklist: { title, weeks, groups } }) {
    return { title, weeks: weeks ?? plan/* PLAN_CHECKLIST */.t.weeks, groups: groups ?? plan/* PLAN_CHECKLIST */.t.groups };
}

// EXTERNAL MODULE: ./build/checklist/judge.js
var judge = __webpack_require__(1133);
// EXTERNAL MODULE: ./build/github/checklist.js + 1 modules
var checklist = __webpack_require__(4607);
// EXTERNAL MODULE: ./build/github/comment.js
var comment = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/github/error.js
var github_error = __webpack_require__(3543);
// EXTERNAL MODULE: ./build/github/history.js
var github_history = __webpack_require__(209);
// EXTERNAL MODULE: ./build/github/repository.js
var repository = __webpack_require__(8145);
// EXTERNAL MODULE: ./build/desk/payload.js
var desk_payload = __webpack_require__(1145);
// EXTERNAL MODULE: ./build/desk/world.js
var world = __webpack_require__(7971);
;// CONCATENATED MODULE: ./build/desk/checklist.js










/** Brings the checklist's issues up to date with the evidence, the reviews and what people ticked. */
async function checklistTask(desk) {
    const warnings = [];
    const synced = await syncAll(desk, await reviews(desk, warnings));
    return {
        summary: `The checklist stands at ${standing(synced.progress)}: [tracking issue](${synced.url}).`,
        outputs: { issue_url: synced.url, complete: String(synced.complete) },
        warnings,
    };
}
const standing = ({ done, total }) => `${done} of ${total} items`;
function syncAll(desk, approvals) {
    const { api, repository, config, evidence, sleep, run } = desk;
    const links = { repository: (0,world/* repositoryUrl */.E)(desk), dataBranch: github_history/* DATA_BRANCH */.WN };
    return (0,checklist/* syncChecklist */.Iq)(api, repository, checklistOf(config), { evidence, approvals, people: peopleIn(desk) }, links, {
        sleep,
        async comment(number, topic, text) {
            const place = { owner: repository.owner, repo: repository.name, number, kind: 'issue' };
            const request = { topic, key: 'checklist', mode: 'update', onlyIfChanged: true, run };
            await (0,comment/* postComment */.Gy)({ api, sleep }, place, { ...request, render: () => text });
        },
    });
}
/** Who set which box, when this run was started by an edit of an issue. */
function peopleIn({ payload }) {
    const { action, issue, changes, sender } = payload;
    const from = changes?.body?.from;
    if (action !== 'edited' || typeof from !== 'string' || !sender?.login || (0,desk_payload/* isBot */.w)(sender))
        return new Map();
    const { login } = sender;
    const set = (0,body/* boxesSet */.SV)(from, issue?.body ?? '');
    return new Map(set.map(({ id, ticked }) => [id, (0,judge/* byPerson */.Nk)(login, issue?.updated_at ?? '', ticked)]));
}
/** Reviewers of an environment who let an apply go on have decided to go. */
async function reviews(desk, warnings) {
    const applied = desk.evidence.findLast(({ mode }) => mode === 'apply');
    if (!applied || !/^\d+$/.test(desk.source))
        return [];
    const path = `${(0,repository/* pathOf */.X)(desk.repository)}/actions/runs/${desk.source}/approvals`;
    try {
        const all = await desk.api.get({ path, to: 'read who approved the run', needs: 'actions: read' });
        return all
            .filter(({ state }) => state === 'approved')
            .map(({ user, environments }) => (0,judge/* approval */.SH)(user?.login ?? 'unknown', applied.started, `review of ${environments?.[0]?.name ?? 'environment'}`));
    }
    catch (error) {
        if (!(error instanceof github_error/* ApiError */.hD))
            throw error;
        warnings.push(`Who approved the run is not known. ${error.message}`);
        return [];
    }
}


/***/ }),

/***/ 7190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ readEvidence),
/* harmony export */   XL: () => (/* binding */ byTime),
/* harmony export */   nM: () => (/* binding */ evidenceIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(462);
/* harmony import */ var _host_host__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1716);




/** Name of the document in the artifact of a run. */
const NAME = 'evidence.json';
const MOST_DOCUMENTS = 100;
/**
 * The evidence documents below a folder of downloaded artifacts, oldest first.
 *
 * @throws Refusal that names the document that cannot be read
 */
function evidenceIn(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return [];
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name === NAME)
        .map(({ parentPath, name }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parentPath, name));
    return files.slice(0, MOST_DOCUMENTS).map(readEvidence).sort(byTime);
}
/** @throws Refusal that names the document when it cannot be read */
function readEvidence(file) {
    try {
        return (0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_2__/* .parseEvidence */ .vf)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        throw new _host_host__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_('evidence', `${file} cannot be read as evidence: ${error.message}.`, 'Use a document that edge-phase1 wrote.');
    }
}
const byTime = (a, b) => a.started.localeCompare(b.started);


/***/ }),

/***/ 1145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ isBot)
/* harmony export */ });
const isBot = (account) => account?.type === 'Bot' || Boolean(account?.login?.endsWith('[bot]'));


/***/ }),

/***/ 7368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const sleep = (seconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000);


/***/ }),

/***/ 7971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ repositoryUrl),
/* harmony export */   V: () => (/* binding */ runUrl)
/* harmony export */ });
const repositoryUrl = ({ server, repository }) => `${server}/${repository.owner}/${repository.name}`;
const runUrl = (desk, run) => `${repositoryUrl(desk)}/actions/runs/${run}`;


/***/ }),

/***/ 4607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bu: () => (/* binding */ TRACKING_LABEL),
  Iq: () => (/* binding */ syncChecklist)
});

// UNUSED EXPORTS: LABEL, NO_NEWS

// EXTERNAL MODULE: ./build/checklist/body.js
var checklist_body = __webpack_require__(9196);
// EXTERNAL MODULE: ./build/checklist/checklist.js
var checklist_checklist = __webpack_require__(1590);
// EXTERNAL MODULE: ./build/checklist/judge.js
var judge = __webpack_require__(1133);
// EXTERNAL MODULE: ./build/checklist/marker.js
var marker = __webpack_require__(4886);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(462);
// EXTERNAL MODULE: ./build/evidence/scorecard.js
var scorecard = __webpack_require__(9135);
// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(3776);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/checklist/tracking.js







const newTrackingBody = (checklist) => [
    `The ${(0,checklist_checklist/* itemsOf */.S)(checklist).size} items of the plan, a sub-issue for each day. What stands outside of the tables is yours.`,
    'Somebody with write permission can write `/phase1 help` in a comment here.',
    '',
    (0,marker/* marker */.xL)('tracking', 'open'),
    '',
].join('\n\n');
/** The table of progress: groups in the order of the checklist, as GitHub counts their boxes. */
function withProgress(body, groups) {
    const { done, total } = sum(groups);
    const rows = groups.map(({ group, week, number, closed, progress }) => `| ${closed ? '✅' : '⬜'} | #${number} ${(0,defuse/* cell */.Hn)(group.title)} | ${progress.done} of ${progress.total} | ${week ? week.due : '—'} |`);
    const table = ['| | Group | Done | Due |', '|---|---|---|---|', ...rows];
    const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
    return (0,marker/* withSection */.iG)(body, 'progress', `**${done} of ${total} items done (${percent} %)**\n\n${table.join('\n')}`);
}
function sum(groups) {
    return {
        done: groups.reduce((n, { progress }) => n + progress.done, 0),
        total: groups.reduce((n, { progress }) => n + progress.total, 0),
    };
}
/** The latest scorecard; a run without checks, or an older one, leaves what is there. */
function withScorecard(body, evidence) {
    const [shown, kind] = (0,marker/* wordsOf */.Z9)('scored', body) ?? [];
    const isNews = shown === undefined || evidence.started > shown;
    // The checks of one step do not take the place of a whole scorecard.
    if ((0,evidence_evidence/* allChecks */.fZ)(evidence).length === 0 || !isNews || (kind === 'whole' && !evidence.scorecard))
        return body;
    const marked = (0,marker/* marker */.xL)('scored', evidence.started, evidence.scorecard ? 'whole' : 'part');
    return (0,marker/* withSection */.iG)(body, 'scorecard', `${tracking_scorecard(evidence)}\n\n${marked}`);
}
function tracking_scorecard(evidence) {
    const rows = (0,evidence_evidence/* allChecks */.fZ)(evidence).map(({ result, title, measured, target }) => `| ${lines/* RESULT_SIGNS */.PJ[result]} ${(0,defuse/* cell */.Hn)(title)} | ${(0,defuse/* cell */.Hn)(measured)} | ${(0,defuse/* cell */.Hn)(target)} |`);
    const score = evidence.scorecard ? `: ${(0,defuse/* cell */.Hn)((0,scorecard/* scoreVerdict */.mb)(evidence.scorecard))}` : '';
    return [
        `**Latest scorecard**${score} (${(0,judge/* runLink */.ut)(evidence)})`,
        ['| Check | Measured | Target |', '|---|---|---|', ...rows].join('\n'),
        `**Cost:** ${(0,lines/* costLine */.EK)(evidence)}`,
    ].join('\n\n');
}
function withLinks(body, { repository, dataBranch }) {
    if (!(0,judge/* isWebAddress */.d3)(repository))
        return body;
    const links = [
        `[Runs and their evidence](${repository}/actions)`,
        `[milestones](${repository}/milestones)`,
        `[history](${repository}/tree/${dataBranch})`,
    ];
    return (0,marker/* withSection */.iG)(body, 'links', links.join(' · '));
}
/** The comment that is posted when everything is done. */
function completionSummary(body, groups) {
    const { done, total } = sum(groups);
    const card = (0,marker/* sectionIn */.F$)(body, 'scorecard')?.trim() ?? 'No scorecard was reported yet: run `/phase1 verify validate`.';
    return [
        `## ✅ Phase 1: all ${done} of ${total} items are done`,
        groups
            .map(({ group, number, progress }) => `- #${number} ${(0,defuse/* cell */.Hn)(group.title)}: ${progress.total} items`)
            .join('\n'),
        card.replace(/<!--.*?-->/g, '').trim(),
        (0,marker/* marker */.xL)('completion'),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/github/issues.js
var github_issues = __webpack_require__(1709);
;// CONCATENATED MODULE: ./build/github/checklist.js






/** On each issue of the checklist; by it they are listed. */
const LABEL = 'edge-phase1';
const TRACKING_LABEL = 'edge-phase1-tracking';
const NO_NEWS = { evidence: [], approvals: [], people: new Map() };
/** A list that was read right after a write may lack it. */
const LAG_SECONDS = 5;
/**
 * Brings the checklist's issues up to date: opens what is missing, ticks what is proved, and leaves everything else as people
 * left it. It can be stopped at any point; the next time goes on from what is there.
 */
async function syncChecklist(api, repository, checklist, news, links, world) {
    const issues = new github_issues/* Issues */.t(api, repository);
    const sync = new Sync(issues, checklist, news, world);
    const found = await sync.find();
    const tracking = found.tracking ?? (await sync.openTracking());
    const weeks = await sync.milestones();
    const groups = [];
    const subIssues = await issues.subIssues(tracking.number);
    for (const group of checklist.groups) {
        const issue = found.groups.get(group.id) ?? (await sync.openGroup(group, weeks));
        if (subIssues && !subIssues.includes(issue.number))
            await issues.addSubIssue(tracking.number, issue);
        groups.push(await sync.group(group, issue));
    }
    const complete = groups.every(({ progress }) => (0,checklist_body/* isComplete */.As)(progress));
    const body = await sync.tracking(tracking.number, groups, links, complete);
    if (complete)
        await world.comment(tracking.number, 'completion', completionSummary(body, groups));
    // Closed after the summary was posted, so that a run that is cut short in between posts it.
    await sync.closeTracking(tracking.number, complete);
    const url = `${links.repository}/issues/${tracking.number}`;
    return { tracking: tracking.number, url, progress: sum(groups), groups, changed: sync.changed, complete };
}
class Sync {
    issues;
    checklist;
    news;
    world;
    changed = [];
    items;
    constructor(issues, checklist, news, world) {
        this.issues = issues;
        this.checklist = checklist;
        this.news = news;
        this.world = world;
        this.items = (0,checklist_checklist/* itemsOf */.S)(checklist);
    }
    /** The issues that there are. Before one is opened, it is looked for a second time. */
    async find() {
        const found = this.recognise(await this.issues.withLabel(LABEL));
        if (found.tracking && found.groups.size === this.checklist.groups.length)
            return found;
        await this.world.sleep(LAG_SECONDS);
        return this.recognise(await this.issues.withLabel(LABEL));
    }
    /** By hidden marker; where somebody removed it, by the number that the tracking issue remembers, then by title. */
    recognise(issues) {
        const tracking = issues.find((issue) => (0,marker/* wordsOf */.Z9)('tracking', issue.body ?? '')) ??
            issues.find((issue) => labelsOf(issue).includes(TRACKING_LABEL));
        const remembered = new Map(((0,marker/* wordsOf */.Z9)('issues', tracking?.body ?? '') ?? []).map((word) => pair(word)));
        const others = issues.filter((issue) => issue !== tracking);
        const groups = this.checklist.groups.flatMap((group) => {
            const issue = others.find(({ body }) => groupIn(body) === group.id) ??
                others.find(({ number, body }) => remembered.get(group.id) === number && groupIn(body) === undefined) ??
                others.find(({ title, body }) => title === group.title && groupIn(body) === undefined);
            return issue ? [[group.id, issue]] : [];
        });
        return { tracking, groups: new Map(groups) };
    }
    async openTracking() {
        await this.issues.ensureLabel(LABEL, '0e8a16', 'The checklist of Phase 1; kept by edge-phase1');
        await this.issues.ensureLabel(TRACKING_LABEL, '5319e7', 'The tracking issue of Phase 1');
        const fields = {
            title: this.checklist.title,
            body: newTrackingBody(this.checklist),
            labels: [LABEL, TRACKING_LABEL],
        };
        return this.opened(await this.issues.create(fields, ({ body }) => (0,marker/* wordsOf */.Z9)('tracking', body ?? '') !== undefined));
    }
    async openGroup(group, weeks) {
        await this.issues.ensureLabel(LABEL, '0e8a16', 'The checklist of Phase 1; kept by edge-phase1');
        const milestone = group.week === undefined ? undefined : weeks.get(group.week);
        const fields = {
            title: group.title,
            body: (0,checklist_body/* newBody */.$v)(group),
            labels: [LABEL],
            ...(milestone !== undefined && { milestone }),
        };
        return this.opened(await this.issues.create(fields, ({ body }) => groupIn(body) === group.id));
    }
    opened(issue) {
        this.changed.push(issue.number);
        return issue;
    }
    /** Numbers by week. */
    async milestones() {
        const numbers = new Map();
        for (const { id, title, due } of this.checklist.weeks) {
            numbers.set(id, await this.issues.ensureMilestone(title, due));
        }
        return numbers;
    }
    /** Brings what is known into the issue of a group. */
    async group(group, { number }) {
        const issue = await this.change(number, (now) => {
            const open = (0,marker/* withMarker */.Pe)(now.body ?? '', 'group', group.id, closedByUs(now.body) ? 'complete' : 'open');
            const body = this.withNews((0,checklist_body/* withItems */.J5)(open, group));
            return closing(now, body, 'group', [group.id], (0,checklist_body/* isComplete */.As)((0,checklist_body/* progressOf */.jA)(body)));
        });
        const week = this.checklist.weeks.find(({ id }) => id === group.week);
        return { group, week, number, closed: issue.state === 'closed', progress: (0,checklist_body/* progressOf */.jA)(issue.body ?? '') };
    }
    /** Of all items, since people may move one to another day. */
    withNews(body) {
        const { evidence, approvals, people } = this.news;
        const oldestFirst = [...evidence].sort((a, b) => (a.started < b.started ? -1 : 1));
        let now = body;
        for (const task of (0,checklist_body/* tasksIn */.uv)(body)) {
            const item = task.id === undefined ? undefined : this.items.get(task.id);
            if (!item)
                continue;
            for (const document of oldestFirst) {
                const says = (0,checklist_body/* tasksIn */.uv)(now).find(({ id }) => id === item.id)?.says;
                const finding = (0,judge/* judge */.S4)(item, document, says === 'proved' || says === 'disproved');
                if (finding)
                    now = (0,checklist_body/* withFinding */.ir)(now, item.id, finding);
            }
            const person = people.get(item.id);
            if (person && !(0,checklist_checklist/* hasProof */.v)(item))
                now = (0,checklist_body/* withFinding */.ir)(now, item.id, person);
            if (item.approval)
                for (const finding of approvals)
                    now = (0,checklist_body/* withFinding */.ir)(now, item.id, finding);
        }
        return now;
    }
    /** @returns the body */
    async tracking(number, groups, links, complete) {
        const issue = await this.change(number, (now) => {
            const remembered = groups.map(({ group, number: n }) => `${group.id}=${n}`);
            let body = (0,marker/* withMarker */.Pe)(now.body ?? '', 'tracking', complete && closedByUs(now.body) ? 'complete' : 'open');
            body = withProgress(body, groups);
            for (const document of this.news.evidence)
                body = withScorecard(body, document);
            body = (0,marker/* withMarker */.Pe)(withLinks(body, links), 'issues', ...remembered);
            const reopened = closedByUs(now.body) && !complete && now.state === 'closed';
            return { body, ...(reopened && { state: 'open', state_reason: 'reopened' }) };
        });
        return issue.body ?? '';
    }
    async closeTracking(number, complete) {
        await this.change(number, (now) => closing(now, now.body ?? '', 'tracking', [], complete));
    }
    async change(number, change) {
        const { issue, changed } = await this.issues.change(number, change);
        if (changed && !this.changed.includes(number))
            this.changed.push(number);
        return issue;
    }
}
/** Closes what has become complete, and opens again what is not any more; what a person closed or opened stays so. */
function closing(now, body, name, words, complete) {
    const before = closedByUs(now.body);
    const marked = (0,marker/* withMarker */.Pe)(body, name, ...words, complete ? 'complete' : 'open');
    if (complete && !before)
        return { body: marked, state: 'closed', state_reason: 'completed' };
    if (!complete && before && now.state === 'closed')
        return { body: marked, state: 'open', state_reason: 'reopened' };
    return { body: marked };
}
const closedByUs = (body) => ((0,marker/* wordsOf */.Z9)('group', body ?? '') ?? (0,marker/* wordsOf */.Z9)('tracking', body ?? '') ?? []).at(-1) === 'complete';
const groupIn = (body) => (0,marker/* wordsOf */.Z9)('group', body ?? '')?.[0];
const labelsOf = ({ labels }) => labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
function pair(word) {
    const at = word.lastIndexOf('=');
    return [word.slice(0, at), Number(word.slice(at + 1))];
}


/***/ }),

/***/ 1709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Issues)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3543);
/* harmony import */ var _repository__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8145);


const NEEDS = { needs: 'issues: write' };
/** GitHub's own limit for the text of an issue, in characters. */
const MOST_CHARACTERS = 65_536;
/** Issues of one repository, found by label: a search lags. */
class Issues {
    api;
    path;
    constructor(api, repository) {
        this.api = api;
        this.path = (0,_repository__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .X)(repository);
    }
    /** Open and closed, oldest first. */
    async withLabel(label) {
        const found = [];
        const path = `${this.path}/issues?labels=${encodeURIComponent(label)}&state=all&sort=created&direction=asc`;
        for await (const issue of this.api.list({ path, to: 'list the issues of the checklist', ...NEEDS })) {
            if (!issue.pull_request)
                found.push(issue);
        }
        return found.sort((a, b) => a.number - b.number);
    }
    get(number) {
        return this.api.get({ path: `${this.path}/issues/${number}`, to: `read issue ${number}`, ...NEEDS });
    }
    /** @param find by a marker in the body: looks for what a POST without an answer may have left */
    create(fields, find) {
        const [label = ''] = fields.labels ?? [];
        return this.api.create({
            path: `${this.path}/issues`,
            body: fields,
            to: `open the issue '${fields.title}'`,
            find: async () => (await this.withLabel(label)).find(find),
            ...NEEDS,
        });
    }
    /**
     * Changes an issue, on the base of what it is at this moment, and looks whether GitHub kept it.
     *
     * @param change nothing when it is fine as it is
     * @returns the issue as it is then, and whether anything was changed
     */
    async change(number, change) {
        let issue = await this.get(number);
        for (let tries = 0; tries < 3; tries++) {
            const fields = change(issue);
            if (!fields || !differs(issue, fields))
                return { issue, changed: tries > 0 };
            if ((fields.body ?? '').length > MOST_CHARACTERS) {
                throw new Error(`The text of issue ${number} is longer than GitHub allows. Move some of your notes into a comment.`);
            }
            const to = `change issue ${number}`;
            await this.api.write({ method: 'PATCH', path: `${this.path}/issues/${number}`, body: fields, to, ...NEEDS });
            // An answer of 200 with the old text has been seen.
            issue = await this.get(number);
        }
        if (!differs(issue, change(issue) ?? {}))
            return { issue, changed: true };
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD('unclear', `GitHub answered that it changed issue ${number}, and kept it as it was. Run it again.`);
    }
    async ensureLabel(name, color, description) {
        const find = async () => {
            for await (const label of this.api.list({
                path: `${this.path}/labels`,
                to: 'list the labels',
                ...NEEDS,
            })) {
                if (label.name.toLowerCase() === name.toLowerCase())
                    return label;
            }
            return undefined;
        };
        if (await find())
            return;
        const body = { name, color, description };
        await this.api.create({ path: `${this.path}/labels`, body, find, to: `create the label ${name}`, ...NEEDS });
    }
    /** @returns its number; one with the same title is taken, since titles are unique */
    async ensureMilestone(title, due) {
        const find = async () => {
            const path = `${this.path}/milestones?state=all`;
            for await (const milestone of this.api.list({ path, to: 'list the milestones', ...NEEDS })) {
                if (milestone.title === title)
                    return milestone;
            }
            return undefined;
        };
        const there = await find();
        if (there)
            return there.number;
        // GitHub keeps the day of this moment in Pacific time; noon UTC is the same day everywhere it counts.
        const body = { title, due_on: `${due}T12:00:00Z` };
        const to = `create the milestone '${title}'`;
        return (await this.api.create({ path: `${this.path}/milestones`, body, find, to, ...NEEDS })).number;
    }
    /** @returns numbers of the issues that are sub-issues of this one; undefined where the server has no such thing */
    async subIssues(parent) {
        const numbers = [];
        const path = `${this.path}/issues/${parent}/sub_issues`;
        try {
            for await (const { number } of this.api.list({ path, to: `list the sub-issues of ${parent}`, ...NEEDS })) {
                numbers.push(number);
            }
        }
        catch (error) {
            if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD && error.kind === 'missing')
                return undefined;
            throw error;
        }
        return numbers;
    }
    async addSubIssue(parent, child) {
        await this.api.create({
            path: `${this.path}/issues/${parent}/sub_issues`,
            body: { sub_issue_id: child.id },
            find: async () => ((await this.subIssues(parent))?.includes(child.number) ? child : undefined),
            to: `make issue ${child.number} a sub-issue of ${parent}`,
            ...NEEDS,
        });
    }
}
function differs(issue, { body, state, title, milestone }) {
    return ((body !== undefined && body !== issue.body) ||
        (state !== undefined && state !== issue.state) ||
        (title !== undefined && title !== issue.title) ||
        (milestone !== undefined && milestone !== (issue.milestone?.number ?? null)));
}


/***/ })

};
;