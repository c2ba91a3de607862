"use strict";
exports.id = 359;
exports.ids = [359];
exports.modules = {

/***/ 4274:
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
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);
/* harmony import */ var _marker__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1536);


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
function newBody(group, say = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)({}).desk.checklist) {
    return [
        ...group.items.map((item) => `- [ ] ${item.title} ${(0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .marker */ .xL)('item', item.id)}`),
        '',
        say.yours,
        '',
        (0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .marker */ .xL)('placed', ...group.items.map(({ id }) => id)),
        (0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .marker */ .xL)('group', group.id, 'open'),
        '',
    ].join('\n');
}
/**
 * Brings items that are new in the checklist into a body that people may have changed. One that somebody removed stays
 * removed; one whose hidden marker got lost is known by its title.
 */
function withItems(body, group) {
    const placed = new Set((0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .wordsOf */ .Z9)('placed', body) ?? []);
    const lines = body.split('\n');
    const missing = [];
    for (const item of group.items) {
        const tasks = tasksIn(lines.join('\n'));
        if (tasks.some(({ id }) => id === item.id))
            continue;
        const same = tasks.find(({ id, title }) => id === undefined && plainTitle(title) === plainTitle(item.title));
        if (same)
            lines[same.line] = atEnd(lines[same.line], ` ${(0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .marker */ .xL)('item', item.id)}`);
        else if (!placed.has(item.id))
            missing.push(item);
    }
    const last = tasksIn(lines.join('\n')).findLast(({ id }) => id !== undefined);
    const added = missing.map((item) => `- [ ] ${item.title} ${(0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .marker */ .xL)('item', item.id)}`);
    lines.splice(last ? last.line + 1 : 0, 0, ...added);
    const all = [...placed, ...group.items.map(({ id }) => id)];
    return (0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .withMarker */ .Pe)(lines.join('\n'), 'placed', ...new Set(all));
}
const plainTitle = (title) => title.toLowerCase().replace(/\s+/g, ' ').trim();
/** The end of a line, before a carriage return that editing on the web leaves. */
const atEnd = (line, text) => line.replace(/(\s*)$/, (space) => text + (space.includes('\r') ? '\r' : ''));
/**
 * Writes on an item's line what was found. The box changes only when what is known changes, so that a box that a person set
 * otherwise stays until there is news.
 */
function withFinding(body, id, finding, say = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)({}).desk.checklist) {
    const task = tasksIn(body).find((t) => t.id === id);
    const box = task && boxFor(task, finding);
    if (!task || box === undefined)
        return body;
    const lines = body.split('\n');
    const words = `${(0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .marker */ .xL)('item', id, finding.says, finding.at)} ${signOf(finding, say)}${finding.text}<!-- /edge-phase1 -->`;
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
const signOf = ({ says }, { unticked }) => ({ proved: '✅ ', disproved: `❌ ${unticked}`, approved: '', person: '' })[says];
/** Items whose box a person set between two versions of a body. */
function boxesSet(before, after) {
    const was = new Map(tasksIn(before).map(({ id, ticked }) => [id, ticked]));
    return tasksIn(after).flatMap(({ id, ticked }) => id !== undefined && was.has(id) && was.get(id) !== ticked ? [{ id, ticked }] : []);
}


/***/ }),

/***/ 9112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ itemsOf),
/* harmony export */   v: () => (/* binding */ hasProof)
/* harmony export */ });
const hasProof = ({ checks, step, planned }) => (checks !== undefined && checks.length > 0) || step !== undefined || planned !== undefined;
const itemsOf = ({ groups }) => new Map(groups.flatMap(({ items }) => items.map((item) => [item.id, item])));


/***/ }),

/***/ 1136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ checklistOf)
/* harmony export */ });
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(881);


/** The plan's checklist in the configured language, with what the configuration says otherwise. */
function checklistOf(config) {
    const { title, weeks, groups } = config.checklist;
    const plan = (0,_plan__WEBPACK_IMPORTED_MODULE_1__/* .planChecklist */ .m)((0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(config).desk);
    const isDefault = title === _plan__WEBPACK_IMPORTED_MODULE_1__/* .PLAN_CHECKLIST */ .t.title;
    return { title: isDefault ? plan.title : title, weeks: weeks ?? plan.weeks, groups: groups ?? plan.groups };
}


/***/ }),

/***/ 4775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nk: () => (/* binding */ byPerson),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   SH: () => (/* binding */ approval),
/* harmony export */   d3: () => (/* binding */ isWebAddress),
/* harmony export */   ut: () => (/* binding */ runLink)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _report_defuse__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2022);
/* harmony import */ var _report_lines__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7601);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8774);
/* harmony import */ var _checklist__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9112);





/**
 * What a run's evidence says about an item; nothing where it says nothing. Unknown proves nothing, in neither direction.
 *
 * @param known whether the item was proved before, whatever was found since: then its step need not be carried out again
 */
function judge(item, evidence, known) {
    if (!(0,_checklist__WEBPACK_IMPORTED_MODULE_3__/* .hasProof */ .v)(item))
        return undefined;
    const { texts, language } = (0,_report_lines__WEBPACK_IMPORTED_MODULE_1__/* .speechOf */ .q9)(evidence);
    const { colon } = texts.common;
    const { checks = [], step, planned } = item;
    const results = checks.map((id) => worst((0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .allChecks */ .fZ)(evidence).filter((check) => check.id === id)));
    const failing = results.filter((check) => check?.result === 'fail');
    const finding = (says, words) => ({
        says,
        at: evidence.started,
        text: `${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(short(words.join('; ')))} (${runLink(evidence)})`,
    });
    if (failing.length > 0)
        return finding('disproved', failing.map((check) => failed(check, texts)));
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
    const words = [done, shown].flatMap((record) => record ? [`${record.step}${colon} ${(0,_report_lines__WEBPACK_IMPORTED_MODULE_1__/* .stepVerdict */ .sr)(record, language)}`] : []);
    return finding('proved', [...words, ...results.map((check) => `${check?.title}${colon} ${check?.measured}`)]);
}
/** Several steps may have looked at the same. */
const worst = (checks) => checks.find(({ result }) => result === 'fail') ??
    checks.find(({ result }) => result === 'unknown') ??
    checks.find(({ result }) => result === 'pass') ??
    checks[0];
const failed = (check, { common, desk }) => `${check?.title}${common.colon} ${check?.measured}, ${desk.checklist.target(String(check?.target))}`;
const isDone = ({ step, outcome, plan }, id) => step === id && plan?.intent === 'apply' && (outcome === 'done' || outcome === 'nothing-to-do');
const isPlanned = ({ step, outcome, plan }, id) => step === id && plan?.intent === 'apply' && ['planned', 'done', 'nothing-to-do'].includes(outcome);
const LONGEST = 160;
const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
/** Where to look: the workflow run, where the evidence was made in one. */
function runLink(evidence) {
    const { run, started, trigger } = evidence;
    const name = (0,_report_lines__WEBPACK_IMPORTED_MODULE_1__/* .speechOf */ .q9)(evidence).texts.desk.checklist.run((0,_report_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(run), started.slice(0, 10));
    return trigger && isWebAddress(trigger.url) ? `[${name}](${trigger.url})` : name;
}
const isWebAddress = (text) => /^https?:\/\/[\w.-]+(?::\d+)?\/[\w./-]*$/.test(text);
/** For `/phase1 go` and for reviewers of an environment. */
const approval = (who, at, where) => ({
    says: 'approved',
    at,
    text: `👤 ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(who)}, ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(where)}, ${(0,_report_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(at.slice(0, 16).replace('T', ' '))} UTC`,
});
/** For a box that a person ticked or unticked. */
const byPerson = (who, at, ticked, say = (0,_texts__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)({}).desk.checklist) => ({
    says: 'person',
    at,
    text: `👤 ${say.setByPerson((0,_report_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(who), ticked, (0,_report_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(at.slice(0, 16).replace('T', ' ')))}`,
});


/***/ }),

/***/ 1536:
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

/***/ 6957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   L9: () => (/* binding */ syncAll),
/* harmony export */   Sb: () => (/* binding */ checklistTask)
/* harmony export */ });
/* harmony import */ var _checklist_body__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4274);
/* harmony import */ var _checklist_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1136);
/* harmony import */ var _checklist_judge__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4775);
/* harmony import */ var _github_checklist__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5611);
/* harmony import */ var _github_comment__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5946);
/* harmony import */ var _github_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8741);
/* harmony import */ var _github_history__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2859);
/* harmony import */ var _github_repository__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7199);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8774);
/* harmony import */ var _payload__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4619);
/* harmony import */ var _world__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8605);











/** Brings the checklist's issues up to date with the evidence, the reviews and what people ticked. */
async function checklistTask(desk) {
    const warnings = [];
    const say = (0,_texts__WEBPACK_IMPORTED_MODULE_7__/* .textsOf */ .CB)(desk.config).desk.checklist;
    const synced = await syncAll(desk, await reviews(desk, warnings));
    return {
        summary: say.stands(standing(desk, synced.progress), synced.url),
        outputs: { issue_url: synced.url, complete: String(synced.complete) },
        warnings,
    };
}
const standing = ({ config }, { done, total }) => (0,_texts__WEBPACK_IMPORTED_MODULE_7__/* .textsOf */ .CB)(config).desk.checklist.standing(done, total);
function syncAll(desk, approvals) {
    const { api, repository, config, evidence, sleep, run } = desk;
    const links = { repository: (0,_world__WEBPACK_IMPORTED_MODULE_8__/* .repositoryUrl */ .E)(desk), dataBranch: _github_history__WEBPACK_IMPORTED_MODULE_6__/* .DATA_BRANCH */ .WN };
    const news = { evidence, approvals, people: peopleIn(desk) };
    const world = {
        sleep,
        async comment(number, topic, text) {
            const place = { owner: repository.owner, repo: repository.name, number, kind: 'issue' };
            const request = { topic, key: 'checklist', mode: 'update', onlyIfChanged: true, run };
            await (0,_github_comment__WEBPACK_IMPORTED_MODULE_4__/* .postComment */ .Gy)({ api, sleep }, place, { ...request, render: () => text });
        },
    };
    return (0,_github_checklist__WEBPACK_IMPORTED_MODULE_3__/* .syncChecklist */ .Iq)(api, repository, (0,_checklist_config__WEBPACK_IMPORTED_MODULE_1__/* .checklistOf */ .W)(config), news, links, world, (0,_texts__WEBPACK_IMPORTED_MODULE_7__/* .textsOf */ .CB)(config).desk.checklist);
}
/** Who set which box, when this run was started by an edit of an issue. */
function peopleIn({ payload, config }) {
    const { action, issue, changes, sender } = payload;
    const from = changes?.body?.from;
    if (action !== 'edited' || typeof from !== 'string' || !sender?.login || (0,_payload__WEBPACK_IMPORTED_MODULE_9__/* .isBot */ .w)(sender))
        return new Map();
    const { login } = sender;
    const set = (0,_checklist_body__WEBPACK_IMPORTED_MODULE_0__/* .boxesSet */ .SV)(from, issue?.body ?? '');
    return new Map(set.map(({ id, ticked }) => [id, (0,_checklist_judge__WEBPACK_IMPORTED_MODULE_2__/* .byPerson */ .Nk)(login, issue?.updated_at ?? '', ticked, (0,_texts__WEBPACK_IMPORTED_MODULE_7__/* .textsOf */ .CB)(config).desk.checklist)]));
}
/** Reviewers of an environment who let an apply go on have decided to go. */
async function reviews(desk, warnings) {
    const applied = desk.evidence.findLast(({ mode }) => mode === 'apply');
    if (!applied || !/^\d+$/.test(desk.source))
        return [];
    const path = `${(0,_github_repository__WEBPACK_IMPORTED_MODULE_10__/* .pathOf */ .X)(desk.repository)}/actions/runs/${desk.source}/approvals`;
    try {
        const all = await desk.api.get({ path, to: 'read who approved the run', needs: 'actions: read' });
        return all
            .filter(({ state }) => state === 'approved')
            .map(({ user, environments }) => (0,_checklist_judge__WEBPACK_IMPORTED_MODULE_2__/* .approval */ .SH)(user?.login ?? 'unknown', applied.started, (0,_texts__WEBPACK_IMPORTED_MODULE_7__/* .textsOf */ .CB)(desk.config).desk.checklist.review(environments?.[0]?.name ?? 'environment')));
    }
    catch (error) {
        if (!(error instanceof _github_error__WEBPACK_IMPORTED_MODULE_5__/* .ApiError */ .hD))
            throw error;
        warnings.push(`Who approved the run is not known. ${error.message}`);
        return [];
    }
}


/***/ }),

/***/ 5308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ readEvidence),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   XL: () => (/* binding */ byTime),
/* harmony export */   nM: () => (/* binding */ evidenceIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);
/* harmony import */ var _evidence_folder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1325);
/* harmony import */ var _host_host__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3934);




/** The evidence documents below a folder of downloaded artifacts, oldest first. */
function evidenceIn(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return { evidence: [], broken: [] };
    const { evidence, broken } = (0,_evidence_folder__WEBPACK_IMPORTED_MODULE_2__/* .evidenceBelow */ .Ns)(folder, (name) => name === _evidence_folder__WEBPACK_IMPORTED_MODULE_2__/* .EVIDENCE_FILE */ .fi);
    return { evidence: evidence.toSorted(byTime), broken };
}
/** @throws Refusal that names the document when it cannot be read */
function readEvidence(file) {
    try {
        return (0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_1__/* .parseEvidence */ .vf)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        throw refusalOf({ file, why: error.message });
    }
}
const refusalOf = ({ file, why }) => new _host_host__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_('evidence', `${file} cannot be read as evidence: ${why}.`, 'Use a document that edge-phase1 wrote.');
const byTime = (a, b) => a.started.localeCompare(b.started);


/***/ }),

/***/ 4619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ isBot)
/* harmony export */ });
const isBot = (account) => account?.type === 'Bot' || Boolean(account?.login?.endsWith('[bot]'));


/***/ }),

/***/ 2394:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const sleep = (seconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000);


/***/ }),

/***/ 8605:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ repositoryUrl),
/* harmony export */   V: () => (/* binding */ runUrl)
/* harmony export */ });
const repositoryUrl = ({ server, repository }) => `${server}/${repository.owner}/${repository.name}`;
const runUrl = (desk, run) => `${repositoryUrl(desk)}/actions/runs/${run}`;


/***/ }),

/***/ 8259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uo: () => (/* binding */ documentsOf),
  Vo: () => (/* reexport */ materialOf),
  iA: () => (/* reexport */ materialsOf),
  Vj: () => (/* binding */ verdictOf)
});

// UNUSED EXPORTS: DOCUMENT_NAMES

// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(7601);
// EXTERNAL MODULE: ./build/evidence/journal.js
var journal = __webpack_require__(7350);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/evidence/history.js
var evidence_history = __webpack_require__(9621);
// EXTERNAL MODULE: ./build/evidence/history-of.js
var history_of = __webpack_require__(8543);
// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(3934);
;// CONCATENATED MODULE: ./build/documents/material.js




/** @throws Refusal where there is no evidence, or where it is about several servers and none is chosen */
function materialOf({ evidence, history, approvals = new Map(), server }) {
    const names = [...new Set(evidence.map(evidence_evidence/* machineName */.Fm))].sort();
    const name = server ?? names[0];
    if (name === undefined) {
        throw new host/* Refusal */.P_('no-evidence', 'There is no evidence: nothing can be said about Phase 1.', 'Name evidence documents, as edge-phase1 writes them with --evidence FILE, or a folder with some.');
    }
    if (!names.includes(name)) {
        throw new host/* Refusal */.P_('no-such-server', `No evidence is about '${name}'.`, `There is some about: ${names.join(', ')}.`);
    }
    if (server === undefined && names.length > 1) {
        throw new host/* Refusal */.P_('several-servers', `The evidence is about several servers (${names.join(', ')}), and documents are about one.`, 'Choose one with --server NAME.');
    }
    const undated = evidence.find(({ started }) => Number.isNaN(Date.parse(started)));
    if (undated) {
        throw new host/* Refusal */.P_('evidence', `The evidence of the run ${undated.run} does not say when it started.`, 'Use a document that edge-phase1 wrote.');
    }
    const own = evidence.filter((one) => (0,evidence_evidence/* machineName */.Fm)(one) === name).sort(byTime);
    const runs = [...new Map(own.map((one) => [one.run, one])).values()];
    const here = (lines) => lines.filter(({ host }) => host === name);
    const kept = {
        ...history,
        builds: here(history.builds),
        disks: here(history.disks),
        scores: here(history.scores),
        applied: here(history.applied),
        targets: here(history.targets),
    };
    return { server: name, evidence: runs, history: runs.map(history_of/* historyOf */.o).reduce(evidence_history/* joined */.oR, kept), approvals };
}
/** One for each server. @throws Refusal where there is no evidence */
function materialsOf(given) {
    const servers = [...new Set(given.evidence.map(evidence_evidence/* machineName */.Fm))].sort();
    return servers.length === 0 ? [materialOf(given)] : servers.map((server) => materialOf({ ...given, server }));
}
const byTime = (a, b) => Date.parse(a.started) - Date.parse(b.started) || (a.run < b.run ? -1 : 1);
/** Worked out once for each material: months of evidence are long to read, and all documents ask for the same. */
function once(of) {
    const known = new WeakMap();
    return (material) => {
        const found = known.get(material) ?? { value: of(material) };
        known.set(material, found);
        return found.value;
    };
}
/** All observations, the oldest first. */
const observationsOf = once(({ evidence }) => evidence
    .flatMap(({ steps }) => steps.flatMap(({ before, after }) => [before, after]))
    .filter((one) => one !== undefined)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at)));
/** Raw outputs with one of these names whose command succeeded, the newest first. */
const outputsOf = (material, ...ids) => observationsOf(material)
    .flatMap(({ raw }) => raw.filter(({ id, code }) => ids.includes(id) && code === 0))
    .reverse();
const newest = ({ evidence }) => evidence.at(-1);
const oldest = ({ evidence }) => evidence[0];

;// CONCATENATED MODULE: ./build/documents/changes.js
/** What was changed on the server, and when: from evidence, from the server's own journal, and from the history. */


/** The journal of the server as it was read last, with lines that only an older reading still has; the oldest first. */
const journalOf = once((material) => {
    const lines = outputsOf(material, 'journal').flatMap(({ stdout }) => (0,journal/* parseJournal */.z8)(stdout));
    const once = new Map(lines.map((line) => [[line.run, line.event, line.change, line.time].join(' '), line]));
    return [...once.values()].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
});
/** Steps that a measurement's script has journalled, too, which changes nothing. */
const MEASUREMENTS = ['disk-test', 'build-test'];
/** Changes that ended well, the oldest first. */
const changesOf = once((material) => {
    const fromJournal = journalOf(material)
        .filter(({ event, step }) => event === 'success' && !MEASUREMENTS.includes(step))
        .map(({ step, mode, run, time }) => ({ step, intent: mode, run, at: time }));
    const fromEvidence = material.evidence.flatMap((evidence) => evidence.steps.filter(isChange).map((record) => changeOf(evidence, record)));
    const fromHistory = material.history.applied
        .filter(({ outcome }) => outcome === 'done')
        .map(({ step, mode, run, at }) => ({ step, intent: mode, run, at }));
    // The journal's time is the server's own; a run may have changed something in two steps.
    const all = [...fromHistory, ...fromEvidence, ...fromJournal];
    return [...new Map(all.map((change) => [`${change.run} ${change.step}`, change])).values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
});
const isChange = ({ kind, outcome, applied }) => outcome === 'done' && kind !== 'measurement' && kind !== 'look' && applied !== undefined;
const changeOf = ({ run, started }, { step, plan, applied, after }) => ({
    step,
    intent: plan?.intent ?? 'apply',
    run: applied?.run ?? run,
    at: applied?.events.at(-1)?.time ?? after?.at ?? started,
});
/** Runs of which only the server's journal knows: made by hand, or their evidence is not here. */
function unseenRuns(material) {
    const journal = journalOf(material);
    const seen = new Set(material.evidence.flatMap(({ run, steps }) => [run, ...steps.flatMap(({ applied }) => applied?.run ?? [])]));
    return journal
        .filter(({ event, run }) => event === 'begin' && !seen.has(run))
        .map(({ run, step, mode, time }) => {
        const end = journal.findLast((e) => e.run === run && ['failed', 'stopped', 'success'].includes(e.event));
        return { run, step, mode, at: time, end: end?.event };
    });
}

// EXTERNAL MODULE: ./build/checks/build-time.js
var build_time = __webpack_require__(8071);
// EXTERNAL MODULE: ./build/checks/disk.js
var disk = __webpack_require__(1168);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
// EXTERNAL MODULE: ./build/stats/summary.js
var summary = __webpack_require__(7127);
;// CONCATENATED MODULE: ./build/documents/markdown.js
/** Markdown from parts that are Markdown already: what is not ours has gone through `cell`. */


const joinedParts = (parts) => parts.filter(Boolean).join('\n\n');
const heading = (level, text) => `${'#'.repeat(level)} ${text}`;
const list = (items) => items.map((item) => `- ${item}`).join('\n');
function table(columns, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}
/** A title, what it is about, and the parts. */
function documentText(page, title, parts) {
    const { material, speech } = page;
    const { common } = speech.texts;
    const machine = machineOf(material);
    const { day } = speech.format;
    const about = [
        `**${common.server}${common.colon}** ${(0,defuse/* cell */.Hn)(material.server)}`,
        ...(machine ? [`**${common.system}${common.colon}** ${(0,defuse/* cell */.Hn)(machine.os)}, ${(0,defuse/* cell */.Hn)(machine.kernel)}`] : []),
        `**${common.period}${common.colon}** ${common.from(day(oldest(material).started), day(newest(material).started))}`,
    ];
    const foot = [common.madeFrom(material.evidence.length), common.stepWords].filter(Boolean).join(' ');
    return `${joinedParts([heading(1, title), about.join(' · '), ...parts, `<sub>${foot}</sub>`])}\n`;
}
const machineOf = ({ evidence }) => evidence.flatMap(({ steps }) => steps.flatMap(({ before }) => before ?? [])).at(-1)?.machine;
/** By its name in the catalogue; one that this version does not know is shown as it is. */
const named = (names, id, otherwise = id) => Object.hasOwn(names, id) ? names[id] : (0,defuse/* cell */.Hn)(otherwise);

// EXTERNAL MODULE: ./build/evidence/before-after.js
var before_after = __webpack_require__(37);
;// CONCATENATED MODULE: ./build/documents/server-sides.js
/** The server before its first change, and as it is now. */





const serverSides = once((material) => {
    const first = changesOf(material)[0]?.at;
    const isBefore = (at) => first !== undefined && Date.parse(at) < Date.parse(first);
    const roots = observationsOf(material).flatMap(({ at, facts }) => {
        const root = (0,history_of/* rootIn */.a)(facts);
        return root ? [{ at, root }] : [];
    });
    const judged = material.evidence.flatMap((evidence) => evidence.steps.flatMap((record) => judgedSides(evidence, record)));
    const side = (fits) => {
        const last = judged.findLast(fits);
        return { root: roots.findLast(fits)?.root, checks: last?.checks ?? [], judged: last?.at };
    };
    return {
        before: first === undefined ? undefined : side(({ at }) => isBefore(at)),
        after: side(({ at }) => !isBefore(at)),
    };
});
function judgedSides({ config }, { step, before, after }) {
    if (step !== 'validate')
        return [];
    return [before, after].filter((o) => o !== undefined).map((o) => (0,before_after/* sideOf */.J)(o, config));
}
/** Share in use, as df shows it. */
const useOf = (root) => (0,disk/* percentUsed */.Tw)(root) / 100;

;// CONCATENATED MODULE: ./build/documents/check-words.js
/** The checks of the scorecard in the language of the document, as far as figures tell what a step has said. */








/** The check as it was judged last. */
const checkNamed = ({ material }, id) => serverSides(material).after.checks.find((check) => check.id === id);
function targetText({ speech, material }, { id, target }) {
    const { checks } = newest(material).config;
    const { targets } = speech.texts.common;
    const { format } = speech;
    switch (id) {
        case 'disk_size':
            return targets.disk_size(format.size(checks.disk_size.target));
        case 'disk_use':
            return targets.disk_use(format.percent(checks.disk_use.target / 100));
        case 'disk_pressure':
            return targets.disk_pressure(format.duration(checks.disk_pressure.window_hours * 3600));
        case 'build_time':
            return targets.build_time(format.duration(checks.build_time.target_minutes * 60));
        case 'harbor':
            return targets.harbor;
        case 'pods':
            return checks.pods.expected === 'auto' ? targets.allPods : targets.pods(format.number(checks.pods.expected));
        default:
            return (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(target, 120));
    }
}
const howText = ({ speech }, { id, how }) => named(speech.texts.common.how, id, (0,defuse/* short */.h0)(how, 160));
/** What is no figure stands in the words of the step. */
function measuredText(page, check) {
    const { speech, material } = page;
    if (!check)
        return speech.texts.common.unknown;
    const { root } = serverSides(material).after;
    if (check.id === 'disk_size' && root)
        return speech.format.size(root.bytes);
    if (check.id === 'disk_use' && root)
        return speech.format.percent((0,disk/* percentUsed */.Tw)(root) / 100);
    const time = check.id === 'build_time' && check.result !== 'unknown' ? buildTime(page) : undefined;
    return time ?? (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(check.measured, 200));
}
/** From the same builds as the check is judged by: those of the newest observation that has the checks' facts. */
function buildTime({ speech, material }) {
    const builds = buildFacts(material);
    const { scenario } = newest(material).config.checks.build_time;
    const runs = builds?.filter((run) => run.scenario === scenario && run.ok) ?? [];
    if (runs.length === 0)
        return undefined;
    const seconds = runs.map((run) => run.seconds);
    const last = new Date(Math.max(...runs.map(({ at }) => Date.parse(at)))).toISOString();
    return buildTimeText(speech, seconds, last);
}
function buildTimeText({ texts, format }, seconds, last) {
    const { common } = texts;
    const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
    const range = seconds.length > 1 ? common.range(format.duration(least), format.duration(most)) : '';
    const middle = format.duration((0,summary/* median */.JZ)(seconds));
    return common.buildTime(middle, seconds.length, range, format.moment(last), seconds.length >= build_time/* ESTABLISHED */.D);
}
function buildFacts(material) {
    for (const { facts } of observationsOf(material).toReversed()) {
        const { harbor, builds } = (facts ?? {});
        if (harbor && builds)
            return (0,reading/* isUnreadable */.GZ)(builds) ? undefined : builds;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/checklist/config.js
var checklist_config = __webpack_require__(1136);
// EXTERNAL MODULE: ./build/config/schema.js + 9 modules
var schema = __webpack_require__(9328);
// EXTERNAL MODULE: ./build/config/show.js
var show = __webpack_require__(3317);
// EXTERNAL MODULE: ./build/build/result.js
var result = __webpack_require__(7383);
// EXTERNAL MODULE: ./build/stats/compare.js + 5 modules
var compare = __webpack_require__(4445);
;// CONCATENATED MODULE: ./build/documents/builds.js
/** The measured builds of a server, before, between and after its changes. */





/** Every set of measurements that a server has kept and that was read from it, the oldest first. */
const setsOf = once((material) => {
    const results = outputsOf(material, 'build_result', 'validate_build_test')
        .map(({ stdout }) => (0,result/* parseResult */.F)(stdout))
        .filter((result) => result !== undefined);
    const sets = results.flatMap((result) => [result, ...result.earlier]);
    const once = [...new Map(sets.map((set) => [set.set, set])).values()];
    return once.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
});
/** From the history and from the sets, each build once, the oldest first. */
function buildsOf(material) {
    const fromSets = setsOf(material).flatMap(({ runs, commit }) => runs
        .filter(({ ok, scenario, seconds }) => ok && scenario !== 'prime' && seconds > 0)
        .map(({ at, scenario, seconds }) => ({ at, scenario, seconds, commit })));
    const known = material.history.builds.filter(({ seconds }) => seconds > 0);
    const key = ({ at, scenario, seconds }) => `${Date.parse(at)} ${scenario} ${seconds}`;
    return [...new Map([...known, ...fromSets].map((build) => [key(build), build])).values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
/** In the order in which they are measured, then those that only a history knows. */
function scenariosOf(builds) {
    const there = new Set(builds.map(({ scenario }) => scenario));
    const known = result/* SCENARIOS */.U9;
    return [...known.filter((name) => there.has(name)), ...[...there].filter((name) => !known.includes(name)).sort()];
}
/** Builds of before the first change against those of after the last, for each scenario that was measured. */
function wholeEffect(material) {
    const changes = changesOf(material);
    const [first, last] = [changes[0]?.at, changes.at(-1)?.at];
    const declared = newest(material).config.build_test.baseline.declared_minutes;
    const builds = buildsOf(material);
    return scenariosOf(builds).map((scenario) => {
        const own = builds.filter((build) => build.scenario === scenario);
        const before = first === undefined ? [] : own.filter(({ at }) => Date.parse(at) < Date.parse(first));
        const after = last === undefined ? own : own.filter(({ at }) => Date.parse(at) > Date.parse(last));
        const instead = scenario === 'cold' && before.length === 0 && declared !== null ? declared * 60 : undefined;
        return effect(scenario, before, after, instead);
    });
}
/** What each change did alone: builds between the change before it and itself, against those until the next one. */
function effectsOfChanges(material) {
    const changes = changesOf(material);
    const builds = buildsOf(material);
    return changes.map((change, index) => {
        const [start, middle, end] = [changes[index - 1]?.at, change.at, changes[index + 1]?.at].map((at) => at === undefined ? undefined : Date.parse(at));
        const within = ({ at }, from, to) => (from === undefined || Date.parse(at) > from) && (to === undefined || Date.parse(at) < to);
        const effects = scenariosOf(builds).flatMap((scenario) => {
            const own = builds.filter((build) => build.scenario === scenario);
            const [before, after] = [own.filter((b) => within(b, start, middle)), own.filter((b) => within(b, middle, end))];
            return before.length > 0 && after.length > 0 ? [effect(scenario, before, after)] : [];
        });
        return { change, effects };
    });
}
function effect(scenario, before, after, declaredSeconds) {
    const a = declaredSeconds === undefined
        ? { name: 'before', how: 'measured', runs: before }
        : { name: 'before', how: 'declared', runs: [{ seconds: declaredSeconds }] };
    const b = { name: 'after', how: 'measured', runs: after };
    const comparison = a.runs.length > 0 && after.length > 0 ? (0,compare/* compare */.U)(a, b, { paired: false }) : null;
    const commits = new Set([...before, ...after].map(({ commit }) => commit));
    const known = before.length > 0 && !commits.has('');
    return { scenario, comparison, before, after, sameCommit: known ? commits.size === 1 : undefined };
}
/**
 * From the counters of /proc/pressure/io, medians over the builds of a set. `some` is the share in which at least one task
 * waited, `full` that in which no task did anything else (https://docs.kernel.org/accounting/psi.html). They count the whole
 * server, and some of what waits for a disk would wait for a faster one too.
 */
function diskShares(material) {
    const sets = setsOf(material);
    return ['cold', 'changed'].flatMap((scenario) => {
        const told = (set) => (0,result/* goodRuns */.c6)(set, scenario).filter(isTold);
        const runs = sets.map(told).findLast((all) => all.length > 0);
        if (!runs)
            return [];
        const share = (of) => Math.min(1, (0,summary/* median */.JZ)(runs.map((run) => of(run) / 1e6 / run.seconds)));
        return [
            {
                scenario,
                builds: runs.length,
                seconds: (0,summary/* median */.JZ)(runs.map(({ seconds }) => seconds)),
                some: share((run) => run.io_some_us),
                full: share((run) => run.io_full_us),
            },
        ];
    });
}
const isTold = (run) => run.io_some_us !== null && run.io_full_us !== null && run.seconds > 0;

;// CONCATENATED MODULE: ./build/documents/registry.js
/** What the step `harbor` has left on the server about the registry that it has set up. */

// These stand in commands that people copy: what does not have this form is left out, and is unknown.
const ADDRESS = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/;
const FOLDER = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+$/;
const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const ROBOT = /^[A-Za-z0-9][A-Za-z0-9$+._-]*$/;
const VERSION = /^v?\d[\w.+-]{0,40}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** The newest; undefined where nothing shows that there is one. */
function registryOf(material) {
    for (const { stdout } of outputsOf(material, 'validate_harbor_proof')) {
        const found = registryIn(stdout);
        if (found)
            return found;
    }
    return undefined;
}
function registryIn(text) {
    const result = rowIn(text);
    const address = textOf(result?.registry, ADDRESS);
    if (result?.schema !== 'edge-phase1/harbor/1' || !address || typeof result.at !== 'string')
        return undefined;
    if (Number.isNaN(Date.parse(result.at)))
        return undefined;
    const [pushed, pulled] = [textOf(result.pushed_digest, DIGEST), textOf(result.pulled_digest, DIGEST)];
    return {
        kind: result.kind === 'harbor' || result.kind === 'distribution' ? result.kind : undefined,
        at: result.at,
        address,
        scheme: result.scheme === 'http' || result.scheme === 'https' ? result.scheme : undefined,
        version: textOf(result.version, VERSION),
        install: textOf(result.install, FOLDER),
        data: textOf(result.data, FOLDER),
        project: textOf(result.project, NAME),
        robot: textOf(result.robot, ROBOT),
        components: componentsOf(result.components),
        proven: pushed !== undefined && pushed === pulled,
        digest: pulled,
        pushSeconds: secondsOf(result.push_seconds),
        pullSeconds: secondsOf(result.pull_seconds),
    };
}
function rowIn(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const textOf = (value, form) => (typeof value === 'string' && form.test(value) ? value : undefined);
const secondsOf = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
/** Names, or objects with a name, as Harbor's health page has them. */
function componentsOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((one) => {
        const name = typeof one === 'object' && one !== null ? one.name : one;
        return typeof name === 'string' ? [name] : [];
    });
}

;// CONCATENATED MODULE: ./build/documents/deviations.js
/** Where Phase 1 went another way than the plan, as far as the evidence shows it. */









/** The five actions of the plan. */
const ACTIONS = ['extend-lvm', 'docker-config', 'disk-test', 'harbor', 'build-test'];
const DAY = 86_400_000;
const MOST_SETTINGS = 6;
function deviations(page) {
    const { material, speech } = page;
    const { texts, format } = speech;
    const { deviations: words } = texts.completion;
    const { steps } = texts.common;
    const changes = changesOf(material);
    const registry = registryOf(material);
    const effects = wholeEffect(material);
    const byHand = unseenRuns(material).length;
    const settings = otherSettings(newest(material).config);
    const value = (said) => typeof said === 'number' && said >= 1024 ** 2
        ? format.size(said)
        : said === null
            ? texts.common.none
            : (0,defuse/* cell */.Hn)((0,show/* show */.WU)(said));
    return [
        ...ACTIONS.filter((step) => !wasCarriedOut(material, step)).map((step) => words.notDone(named(steps, step))),
        ...changes
            .filter(({ intent }) => intent === 'rollback')
            .map(({ step, at }) => words.rolledBack(named(steps, step), format.day(at))),
        ...late(page),
        ...(changes.length > 0 && effects.length > 0 && effects.every(({ before }) => before.length === 0)
            ? [words.noBaseline]
            : []),
        ...(registry?.kind === 'distribution' ? [words.distribution] : []),
        ...(registry?.kind === 'harbor' && registry.version && !/^v?2\.10\.0$/.test(registry.version)
            ? [words.harborVersion((0,defuse/* cell */.Hn)(registry.version))]
            : []),
        ...settings.slice(0, MOST_SETTINGS).map(({ key, plan, used }) => words.setting(key, value(plan), value(used))),
        ...(settings.length > MOST_SETTINGS ? [words.more(settings.length - MOST_SETTINGS)] : []),
        ...(byHand > 0 ? [words.byHand(byHand)] : []),
        ...(changes.some(({ step }) => step === 'extend-lvm') ? [words.restore] : []),
    ];
}
/** Also what needed no change: the server was as the plan wants it. */
const wasCarriedOut = (material, step) => changesOf(material).some((change) => change.step === step && change.intent === 'apply') ||
    material.evidence.some(({ mode, steps }) => mode === 'apply' &&
        steps.some((record) => record.step === step && ['done', 'nothing-to-do'].includes(record.outcome)));
function late({ material, speech }) {
    const { started, config } = newest(material);
    const due = (0,checklist_config/* checklistOf */.W)(config)
        .weeks.map((week) => week.due)
        .sort()
        .at(-1);
    if (due === undefined)
        return [];
    const days = Math.floor((Date.parse(started) - Date.parse(due)) / DAY);
    const { format, texts } = speech;
    return days > 0 ? [texts.completion.deviations.late(days, format.day(started), format.day(due))] : [];
}
/** Sections that the plan has no values for. */
const NOT_OF_THE_PLAN = ['host', 'language', 'github', 'checklist', 'preflight', 'kubernetes'];
/** How something is measured says less than what was aimed at. */
const MEASURING = ['disk_test', 'build_test'];
/** Single values that are not the plan's, which are the defaults; what the plan leaves open is no deviation. Lists may hold secrets of builds, and are left out. */
function otherSettings(config) {
    const plan = leaves(schema/* configSchema */.Q.parse({}));
    const order = ([key]) => (MEASURING.includes(key.split('.')[0]) ? 1 : 0);
    const used = [...leaves(config)].sort((a, b) => order(a) - order(b));
    return used.flatMap(([key, value]) => {
        const section = key.split('.')[0];
        if (NOT_OF_THE_PLAN.includes(section) || plan.get(key) == null || plan.get(key) === value)
            return [];
        return [{ key, plan: plan.get(key), used: value }];
    });
}
function leaves(value, path = '') {
    return new Map(Object.entries(value).flatMap(([name, inner]) => {
        const key = path === '' ? name : `${path}.${name}`;
        if (Array.isArray(inner))
            return [];
        return typeof inner === 'object' && inner !== null ? [...leaves(inner, key)] : [[key, inner]];
    }));
}

// EXTERNAL MODULE: ./build/evidence/cost.js
var cost = __webpack_require__(8384);
// EXTERNAL MODULE: ./build/evidence/scorecard.js
var scorecard = __webpack_require__(8025);
;// CONCATENATED MODULE: ./build/documents/verdicts.js
/** How Phase 1 stands as a whole: the score with the cost of all runs, and the plan's risks. */




function wholeCost({ evidence }) {
    const costs = evidence.map(cost/* costOf */.h);
    return {
        runs: evidence.filter(({ trigger }) => trigger).length,
        minutes: costs.reduce((sum, { minutes }) => sum + minutes, 0),
        usd: costs.reduce((sum, { usd }) => sum + usd, 0),
    };
}
/** Over the checks as they were judged last; undefined where they never were. */
function wholeScore(material) {
    const { checks, judged } = serverSides(material).after;
    return judged === undefined ? undefined : (0,scorecard/* scorecardOf */._R)(checks, newest(material).config, wholeCost(material).usd);
}
const BAD = ['undone', 'needs-person', 'unknown'];
/** How the runs of a step that changed something, or tried to, ended. */
const endsOf = ({ evidence }, step) => evidence.flatMap(({ steps }) => steps.filter((record) => record.step === step && record.applied !== undefined).map(({ outcome }) => outcome));
/** @param afterwards the check that the step itself makes of what it changed */
function changeRisk(ends, afterwards) {
    if (ends.length === 0)
        return 'untested';
    const failed = ends.some((end) => BAD.includes(end)) || afterwards?.result === 'fail';
    return failed ? 'happened' : ends.includes('done') ? 'avoided' : 'unknown';
}
function performanceRisk(check) {
    if (check?.result === 'pass')
        return 'avoided';
    return check?.result === 'fail' ? 'happened' : 'unknown';
}
/** The newest check with this name in any run of a step. */
const lastCheck = ({ evidence }, step, id) => evidence
    .flatMap(({ steps }) => steps.filter((record) => record.step === step && record.applied).flatMap((r) => r.checks))
    .findLast((check) => check.id === id);

;// CONCATENATED MODULE: ./build/documents/completion-report.js









/** Whether Phase 1 succeeded, by what it was to achieve; what it cost; what came otherwise. */
function completionReport(page) {
    const { common, completion } = page.speech.texts;
    const found = deviations(page);
    return documentText(page, common.titles.completion, [
        verdict(page),
        heading(2, completion.definitionTitle),
        definition(page),
        scoreSection(page),
        heading(2, completion.costTitle),
        costText(page),
        heading(2, completion.risksTitle),
        risks(page),
        heading(2, completion.deviationsTitle),
        found.length > 0 ? list(found) : completion.noDeviations,
        openSection(page),
    ]);
}
/** The first line, which says all in one sentence. */
function verdict({ material, speech }) {
    const { texts, format } = speech;
    const { completion } = texts;
    const score = wholeScore(material);
    const { judged } = serverSides(material).after;
    if (!score || judged === undefined)
        return completion.notJudged;
    const points = completion.points(format.number(score.score), format.number(score.possible), format.number(score.unknown));
    const needed = format.number(Math.ceil((score.needed * score.possible) / 100));
    const said = (score.success ? completion.succeeded : completion.notYet)(points, needed, format.dollars(score.spentUsd));
    const last = changesOf(material).at(-1);
    const stale = last !== undefined && Date.parse(last.at) > Date.parse(judged);
    return [said, completion.judgedOn(format.moment(judged)), ...(stale ? [completion.staleJudgement] : [])].join(' ');
}
function definition(page) {
    const { material, speech } = page;
    const { completion, common } = speech.texts;
    const { format } = speech;
    const { checks } = newest(material).config;
    const words = completion.definition;
    const row = (id, title) => {
        const check = checkNamed(page, id);
        const result = check?.result ?? 'unknown';
        return [
            lines/* RESULT_SIGNS */.PJ[result] ?? '❔',
            title,
            measuredText(page, check),
            check ? howText(page, check) : common.noEvidence,
        ];
    };
    const { usd } = wholeCost(material);
    const score = wholeScore(material);
    const share = score && score.possible > 0 ? score.score / score.possible : undefined;
    return table(completion.definitionColumns, [
        row('disk_size', words.disk_size(format.size(checks.disk_size.target))),
        row('disk_pressure', words.disk_pressure),
        row('build_time', words.build_time(format.duration(checks.build_time.target_minutes * 60))),
        row('harbor', words.harbor),
        row('pods', words.pods),
        [usd === 0 ? '✅' : '❌', words.budget, format.dollars(usd), completion.costHow],
        [
            scoreSign(score),
            words.score(format.percent(checks.success / 100)),
            share === undefined ? common.unknown : format.percent(share),
            completion.ofPoints,
        ],
    ]);
}
/** Not reached is only what could not be reached even if everything unknown passed. */
function scoreSign(score) {
    if (!score || score.possible === 0)
        return lines/* RESULT_SIGNS */.PJ.unknown;
    const reaches = (points) => 100 * points >= score.needed * score.possible;
    if (reaches(score.score))
        return lines/* RESULT_SIGNS */.PJ.pass;
    return lines/* RESULT_SIGNS */.PJ[reaches(score.score + score.unknown) ? 'unknown' : 'fail'];
}
function scoreSection(page) {
    const { texts, format } = page.speech;
    const { completion, common } = texts;
    const score = wholeScore(page.material);
    if (!score)
        return undefined;
    const rows = score.rows.map(({ id, title, weight, result }) => {
        const check = checkNamed(page, id);
        const points = completion.earned(format.number(result === 'pass' ? weight : 0), format.number(weight));
        return [
            `${lines/* RESULT_SIGNS */.PJ[result] ?? '❔'} ${common.results[result] ?? (0,defuse/* cell */.Hn)(result)}`,
            named(common.checks, id, title),
            check ? targetText(page, check) : '',
            measuredText(page, check),
            result === 'not-applicable' ? common.results['not-applicable'] : points,
        ];
    });
    return joinedParts([heading(2, completion.scoreTitle), table(completion.scoreColumns, rows), completion.scoreNote]);
}
function costText({ material, speech }) {
    const { texts, format } = speech;
    const { runs, minutes, usd } = wholeCost(material);
    const price = newest(material).config.cost.runner_minute_usd;
    const { completion } = texts;
    return `${completion.cost(format.dollars(usd), runs, format.number(minutes), format.price(price))} ${completion.bought}`;
}
function risks(page) {
    const { material, speech } = page;
    const { completion, common } = speech.texts;
    const { riskBasis: basis } = completion;
    const outcomes = (ends) => ends.length === 0
        ? basis.never
        : basis.ended([...new Set(ends)].map((end) => common.outcomes[end] ?? (0,defuse/* cell */.Hn)(end)).join('; '));
    const said = (check, words) => check ? [words((0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(check.measured, 120)))] : [];
    const [lvm, docker] = [endsOf(material, 'extend-lvm'), endsOf(material, 'docker-config')];
    const [health, pods, build] = [
        lastCheck(material, 'docker-config', 'docker_health'),
        checkNamed(page, 'pods'),
        checkNamed(page, 'build_time'),
    ];
    const row = (title, state, reasons) => [
        title,
        completion.riskStates[state],
        reasons.join('; '),
    ];
    return table(completion.riskColumns, [
        row(completion.risks.lvm, changeRisk(lvm), [outcomes(lvm)]),
        row(completion.risks.docker, changeRisk(docker, health), [
            outcomes(docker),
            ...(docker.length > 0 ? [...said(health, basis.health), ...said(pods, basis.pods)] : []),
        ]),
        row(completion.risks.performance, performanceRisk(build), [
            build ? basis.build(measuredText(page, build)) : basis.notJudged,
        ]),
    ]);
}
function openSection({ material, speech }) {
    const { completion, common } = speech.texts;
    const score = wholeScore(material);
    if (!score)
        return undefined;
    const { checks } = serverSides(material).after;
    const open = score.rows
        .filter(({ result }) => result === 'fail' || result === 'unknown')
        .map(({ id, title, result }) => {
        const found = checks.find((check) => check.id === id)?.measured ?? '';
        return `**${named(common.checks, id, title)}** (${common.results[result]})${common.colon} ${(0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(found, 200))}`;
    });
    return joinedParts([heading(2, completion.openTitle), open.length > 0 ? list(open) : completion.nothingOpen]);
}

;// CONCATENATED MODULE: ./build/documents/execution-log.js




/** What ran on which day, who started and approved it, and what became of it. */
function executionLog(page) {
    const { material, speech } = page;
    const { log, common } = speech.texts;
    const days = byDay(material.evidence);
    return documentText(page, common.titles.log, [
        log.summary(material.evidence.length, days.size, changesOf(material).length),
        ...[...days.values()].map((runs) => daySection(page, runs)),
        unseenSection(page),
        log.gap,
    ]);
}
function byDay(evidence) {
    const days = new Map();
    for (const one of evidence) {
        const day = new Date(one.started).toISOString().slice(0, 10);
        days.set(day, [...(days.get(day) ?? []), one]);
    }
    return days;
}
function daySection(page, runs) {
    const { format, texts } = page.speech;
    const rows = runs.flatMap((run) => run.steps.map((record, index) => rowOf(page, run, record, index === 0)));
    const told = runs.flatMap((run) => run.steps.flatMap((record) => detailsOf(page, run, record)));
    return joinedParts([heading(2, format.day(runs[0].started)), table(texts.log.columns, rows), list(told)]);
}
function rowOf(page, evidence, record, first) {
    const { texts, format } = page.speech;
    const { log, common } = texts;
    const { trigger, mode, seconds, started } = evidence;
    const what = `\`${evidence_evidence/* MODES */.FN.find((m) => m === mode) ?? '?'}\` ${named(common.steps, record.step)}`;
    return [
        format.time(started),
        trigger ? `${what} (${(0,defuse/* link */.nf)(log.run, trigger.url)})` : what,
        outcomeOf(page, record),
        trigger ? (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(trigger.actor, 60)) : log.terminal,
        approvalOf(page, evidence, record),
        first ? format.duration(seconds) : '',
    ];
}
function outcomeOf({ speech }, { outcome, kind }) {
    const { outcomes } = speech.texts.common;
    if (outcome === 'done' && kind === 'measurement')
        return outcomes.measured;
    return Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : (0,defuse/* cell */.Hn)(outcome);
}
/** Only what was carried out needs one. A plan's hash says what was approved, also where nobody knows by whom. */
function approvalOf({ material, speech }, { mode, trigger }, { kind, plan, applied }) {
    const { log } = speech.texts;
    const changes = (mode === 'apply' || mode === 'rollback') && kind !== 'measurement' && kind !== 'look';
    if (!changes || !applied)
        return log.notNeeded;
    const people = trigger ? (material.approvals.get(trigger.url) ?? []) : [];
    const hash = plan && 'hash' in plan ? [log.planOf(`\`${/^[0-9a-f]{12}/.exec(plan.hash)?.[0] ?? '?'}\``)] : [];
    const who = trigger ? people.map((name) => (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(name, 60))).join(', ') || log.notRecorded : log.terminal;
    return [who, ...hash].join('; ');
}
function detailsOf(page, { started, scorecard, mode }, record) {
    const { texts, format } = page.speech;
    const { log, common } = texts;
    const { plan, applied, refusal, checks, step } = record;
    const judging = checks.filter(({ informational, result }) => !informational && result !== 'not-applicable');
    const count = (result) => judging.filter((check) => check.result === result).length;
    const done = applied?.events.filter(({ event }) => event === 'done').length ?? 0;
    const summary = plan && !('refusal' in plan) && (applied || mode === 'plan') ? [(0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(plan.summary, 300))] : [];
    const parts = [
        ...summary,
        ...(applied && plan?.verdict === 'changes' ? [log.changesDone(done, plan.changes.length)] : []),
        ...(judging.length > 0 && mode !== 'plan' ? [log.checks(count('pass'), judging.length, count('unknown'))] : []),
        ...(scorecard && step === 'validate' && mode !== 'plan'
            ? [`${log.score} ${format.number(scorecard.score)}/${format.number(scorecard.possible)}`]
            : []),
        ...(refusal ? [`${log.why}${common.colon} ${(0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(refusal.message, 400))}`] : []),
    ];
    if (parts.length === 0)
        return [];
    return [`${format.time(started)} ${named(common.steps, step)}${common.colon} ${parts.join(' · ')}`];
}
function unseenSection(page) {
    const { texts, format } = page.speech;
    const { log, common } = texts;
    const runs = unseenRuns(page.material);
    if (runs.length === 0)
        return undefined;
    const rows = runs.map(({ step, mode, at, end }) => [
        format.moment(at),
        `\`${evidence_evidence/* MODES */.FN.find((m) => m === mode) ?? '?'}\` ${named(common.steps, step)}`,
        end === 'success' || end === 'failed' || end === 'stopped' ? log.ends[end] : log.ends.none,
    ]);
    return joinedParts([heading(2, log.unseenTitle), log.unseen, table(log.unseenColumns, rows)]);
}

;// CONCATENATED MODULE: ./build/documents/harbor-setup-guide.js




/** How to use and keep the registry of this server, as it is. */
function harborSetupGuide(page) {
    const { harbor, common } = page.speech.texts;
    const registry = registryOf(page.material);
    const title = common.titles.harbor;
    if (!registry)
        return documentText(page, title, [harbor.absent, healthLine(page), ...installParts(page)]);
    return documentText(page, title, [
        ...aboutParts(page, registry),
        ...loginParts(page, registry),
        ...useParts(page, registry),
        ...renewParts(page, registry),
        ...backupParts(page, registry),
    ]);
}
const shell = (...lines) => (0,defuse/* block */.om)(lines.join('\n'), 'bash');
const installParts = ({ speech }) => {
    const { harbor } = speech.texts;
    return [
        heading(2, harbor.installTitle),
        harbor.install,
        shell('edge-phase1 plan harbor', 'edge-phase1 apply harbor'),
        harbor.installNote,
        harbor.installDone,
    ];
};
/** Where the step keeps passwords, for root alone; as its script has it. */
const SECRETS = '/var/lib/edge-phase1/harbor';
/** What the result does not say, in capital letters. */
const projectOf = ({ project }) => project ?? 'PROJECT';
/** Harbor's names of accounts tell their project; a small registry's are as they are. */
function robotOf({ robot, project, kind }) {
    if (kind === 'distribution' || robot?.startsWith('robot$'))
        return robot ?? 'ROBOT';
    return `robot$${project ?? 'PROJECT'}+${robot ?? 'ROBOT'}`;
}
/** How it is stopped and started: Harbor as a Compose project in a folder of its version, a small registry as one container. */
function handling({ kind, install = 'INSTALL_FOLDER', version = 'VERSION' }) {
    if (kind === 'distribution') {
        const docker = (verb) => `sudo docker ${verb} edge-phase1-registry`;
        return { enter: [], stop: docker('stop'), start: docker('start'), restart: [docker('restart')] };
    }
    return {
        enter: [`cd ${install}/${version.replace(/^v/, '')}/harbor`],
        stop: 'sudo docker compose stop',
        start: 'sudo docker compose up -d',
        restart: ['sudo ./prepare', 'sudo docker compose down', 'sudo docker compose up -d'],
    };
}
const imageOf = (registry) => registry.kind === 'distribution' ? `${registry.address}/app` : `${registry.address}/${projectOf(registry)}/app`;
function healthLine({ speech, material }) {
    const check = serverSides(material).after.checks.find(({ id }) => id === 'harbor');
    if (!check)
        return undefined;
    const { harbor, common } = speech.texts;
    return harbor.health(common.results[check.result] ?? (0,defuse/* cell */.Hn)(check.result), (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(check.measured, 200)));
}
function aboutParts(page, registry) {
    const { texts, format } = page.speech;
    const { harbor, common } = texts;
    const { kind, version, scheme, address, install, data, project, robot, components, proven, at } = registry;
    const known = (value) => (value === undefined ? common.unknown : `\`${value}\``);
    const { pushSeconds: push, pullSeconds: pull } = registry;
    const timed = push === undefined || pull === undefined ? '' : ` (${harbor.timed(format.duration(push), format.duration(pull))})`;
    const { rows } = harbor;
    const lacks = [install, data, scheme, robot, ...(kind === 'distribution' ? [] : [project, version])].includes(undefined);
    return [
        heading(2, harbor.aboutTitle),
        table(harbor.aboutColumns, [
            [rows.address, `\`${scheme ? `${scheme}://` : ''}${address}\``],
            [rows.kind, [kind ? harbor.kinds[kind] : common.unknown, version].filter(Boolean).join(' ')],
            [rows.install, known(install)],
            [rows.data, known(data)],
            ...(kind === 'distribution' ? [] : [[rows.project, known(project)]]),
            [rows.robot, known(robot)],
            [rows.components, format.list(components.map((name) => (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(name, 40)))) || common.unknown],
            [rows.proof, proven ? `${harbor.proof(format.moment(at))}${timed}` : harbor.noProof],
        ]),
        healthLine(page),
        lacks ? harbor.missing : undefined,
    ];
}
function loginParts({ speech }, registry) {
    const { harbor } = speech.texts;
    const { address, scheme } = registry;
    const login = `docker login --username '${robotOf(registry)}' --password-stdin ${address}`;
    return [
        heading(2, harbor.loginTitle),
        scheme === 'http' ? harbor.http(address) : scheme === 'https' ? harbor.https(address) : harbor.schemeUnknown,
        scheme === 'http' ? shell('sudo systemctl reload docker') : undefined,
        harbor.login(`${SECRETS}/robot.json`),
        shell(`sudo sed 's/.*"secret":"\\([^"]*\\)".*/\\1/' ${SECRETS}/robot.json | ${login}`),
        harbor.loginElsewhere,
        shell(`${login} < SECRET_FILE`),
    ];
}
function useParts({ speech }, registry) {
    const { harbor } = speech.texts;
    const image = imageOf(registry);
    const scheme = registry.scheme ?? 'https';
    const yaml = [
        'mirrors:',
        `  "${registry.address}":`,
        '    endpoint:',
        `      - "${scheme}://${registry.address}"`,
        'configs:',
        `  "${registry.address}":`,
        '    auth:',
        `      username: '${robotOf(registry)}'`,
        '      password: SECRET',
        ...(scheme === 'https' ? ['    tls:', '      ca_file: /etc/rancher/k3s/registry-ca.crt'] : []),
    ];
    return [
        heading(2, harbor.pushTitle),
        shell(`docker tag app:latest ${image}:1.0`, `docker push ${image}:1.0`),
        heading(2, harbor.pullTitle),
        shell(`docker pull ${image}:1.0`),
        harbor.pull,
        shell(`docker pull ${image}@sha256:DIGEST`),
        heading(2, harbor.k3sTitle),
        harbor.k3s,
        (0,defuse/* block */.om)(yaml.join('\n'), 'yaml'),
        harbor.k3sRestart,
        shell('sudo systemctl restart k3s'),
    ];
}
function renewParts({ speech }, registry) {
    const { harbor } = speech.texts;
    const { kind, scheme } = registry;
    const isHarbor = kind !== 'distribution';
    const { enter, restart } = handling(registry);
    return [
        heading(2, harbor.renewTitle),
        scheme === 'http' ? harbor.renewNone : harbor.renewCertificate(isHarbor),
        scheme === 'http' ? undefined : shell(...enter, ...restart),
        isHarbor ? harbor.renewRobot(projectOf(registry), robotOf(registry), `${SECRETS}/robot.json`) : undefined,
    ];
}
function backupParts({ speech }, registry) {
    const { harbor } = speech.texts;
    const { install = 'INSTALL_FOLDER', data = 'DATA_FOLDER', scheme = 'https', address, kind } = registry;
    const archive = '/BACKUP_DISK/registry.tar.gz';
    const folders = [data, install, SECRETS].map((folder) => folder.replace(/^\//, '')).join(' ');
    const { enter, stop, start } = handling(registry);
    return [
        heading(2, harbor.backupTitle),
        registry.install && registry.data ? undefined : harbor.unknownFolders,
        harbor.backup,
        shell(...enter, stop, `sudo sh -c 'umask 077; tar -C / -czf ${archive} ${folders}'`, start),
        heading(2, harbor.recoverTitle),
        kind === 'distribution' ? harbor.recoverOne : harbor.recoverRestart,
        shell(...enter, start),
        kind === 'distribution' ? undefined : shell(`curl -sS ${scheme}://${address}/api/v2.0/health`),
        kind === 'distribution' ? undefined : harbor.recoverHealth,
        harbor.recoverBackup,
        shell(...enter, stop, `sudo mv ${data} ${data}.old`, `sudo tar -C / -xzf ${archive}`, start),
        harbor.recoverProve,
        shell(`docker push ${imageOf(registry)}:1.0`, `docker pull ${imageOf(registry)}:1.0`),
    ];
}

// EXTERNAL MODULE: ./build/report/chart.js
var chart = __webpack_require__(5862);
// EXTERNAL MODULE: ./build/stats/rank-sum.js
var rank_sum = __webpack_require__(3179);
;// CONCATENATED MODULE: ./build/documents/comparisons.js





/** Scenario, before, after, ratio with its interval, verdict with its reason. */
function effectCells(page, effect) {
    const { performance, common } = page.speech.texts;
    const { comparison, before, after, scenario } = effect;
    const declared = comparison?.a.how === 'declared';
    return [
        named(common.scenarios, scenario),
        declared ? performance.declared(page.speech.format.duration(comparison.a.median)) : sampleText(page, before),
        sampleText(page, after),
        comparison ? ratioText(page, comparison) : '–',
        judged(page, effect),
    ];
}
function sampleText({ speech }, builds) {
    const { performance } = speech.texts;
    if (builds.length === 0)
        return performance.notMeasured;
    return performance.sample(speech.format.duration((0,summary/* median */.JZ)(builds.map(({ seconds }) => seconds))), builds.length);
}
function ratioText({ speech }, { ratio, interval }) {
    const two = (value) => speech.format.number(value, 2);
    return interval ? `${two(ratio)} (${two(interval.low)}–${two(interval.high)})` : two(ratio);
}
/** The verdict and why it is that one; unknown where one side is missing. */
function judged({ speech }, { comparison, before, after }) {
    const { performance, common } = speech.texts;
    if (!comparison)
        return common.unknown;
    const { verdict, test, further } = comparison;
    const p = (value) => speech.format.number(value, value < 0.01 ? 4 : 3);
    const { reasons } = performance;
    const least = (0,rank_sum/* leastP */.WX)(before.length, after.length);
    const why = comparison.a.how === 'declared' || !test
        ? reasons.declared
        : verdict === 'observed, not established'
            ? reasons.few(p(least))
            : verdict === 'no difference shown'
                ? reasons.open(p(test.p))
                : reasons.shown(p(test.p));
    const more = further?.runs ? `; ${performance.further(further.runs)}` : '';
    return `**${common.verdicts[verdict] ?? (0,defuse/* cell */.Hn)(verdict)}** (${why}${more})`;
}
const MINUTES_FROM = 180;
/** Empty with fewer than two builds. */
function buildChart({ speech }, scenario, builds) {
    const { performance, common } = speech.texts;
    const own = builds.filter((build) => build.scenario === scenario);
    const long = own.some(({ seconds }) => seconds >= MINUTES_FROM);
    const points = own.map(({ at, seconds }) => ({ at, value: long ? seconds / 60 : seconds }));
    const title = performance.chartTitle(common.scenarios[scenario] ?? scenario);
    return (0,chart/* chart */.b)({ title, unit: long ? performance.minutes : performance.seconds, points }, speech.language);
}
/** Of the size: a history keeps no reserve of the file system. */
function diskChart({ speech, material }) {
    const { performance } = speech.texts;
    const points = material.history.disks.map(({ at, used_bytes, size_bytes }) => ({
        at,
        value: size_bytes > 0 ? (100 * used_bytes) / size_bytes : undefined,
    }));
    return (0,chart/* chart */.b)({ title: performance.diskChart, unit: performance.percentUnit, points }, speech.language);
}

// EXTERNAL MODULE: ./build/steps/disk-test/control.js
var disk_test_control = __webpack_require__(7197);
// EXTERNAL MODULE: ./build/steps/disk-test/figures.js
var disk_test_figures = __webpack_require__(3997);
// EXTERNAL MODULE: ./build/steps/disk-test/ranking.js
var ranking = __webpack_require__(622);
// EXTERNAL MODULE: ./build/steps/disk-test/result.js
var disk_test_result = __webpack_require__(4543);
;// CONCATENATED MODULE: ./build/documents/disks.js







const MIB = 1024 ** 2;
/** Nanoseconds of a millisecond. */
const MS = 1e6;
/** Everything that the server has kept and that was read from it, each run once, the newest first. */
const diskResults = once((material) => {
    const all = outputsOf(material, 'disks_result').flatMap(({ stdout }) => resultsIn(stdout));
    const once = [...new Map(all.map((result) => [result.run, result])).values()];
    return once.sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
});
function resultsIn(text) {
    try {
        return (0,disk_test_result/* parseResults */.c2)(text);
    }
    catch {
        return [];
    }
}
function disksSection(page) {
    const { texts, format } = page.speech;
    const { performance } = texts;
    const [newest] = diskResults(page.material);
    if (!newest) {
        return joinedParts([heading(2, performance.disksTitle), performance.noDisks('`edge-phase1 apply disk-test`')]);
    }
    const best = (0,ranking/* ranked */.ad)(newest).map(({ disk }) => disk);
    const disks = [...best, ...newest.disks.filter((disk) => !best.includes(disk))];
    return joinedParts([
        heading(2, performance.disksTitle),
        table(performance.diskColumns, disks.map((disk) => diskRow(page, disk))),
        performance.diskMethod(newest.options.runs, format.moment(newest.time)),
    ]);
}
const diskName = ({ key, mount }) => (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(mount === '' ? key : `${key} (${mount})`, 60));
function diskRow({ speech }, disk) {
    const { texts, format } = speech;
    const { performance, common } = texts;
    const figures = (found, show) => {
        if (!found)
            return common.unknown;
        const range = found.runs > 1 ? ` (${show(found.least)}–${show(found.most)})` : '';
        return `${show(found.median)}${range}`;
    };
    const per = (unit) => (value) => format.number(value / unit, value / unit < 100 ? 1 : 0);
    return [
        (0,ranking/* isBusy */.A5)(disk) ? `${diskName(disk)}, ${performance.busy}` : diskName(disk),
        figures((0,disk_test_figures/* figuresOf */.h5)(disk, 'rand_write_iops'), per(1)),
        figures((0,disk_test_figures/* figuresOf */.h5)(disk, 'fsync_p50_ns'), per(MS)),
        figures((0,disk_test_figures/* figuresOf */.h5)(disk, 'seq_read_bytes_s'), per(MIB)),
        figures((0,disk_test_figures/* figuresOf */.h5)(disk, 'buffered_mib_s'), per(1)),
    ];
}
/** The negative control: whether the extension left the speed of the disks as it was. */
function controlPoint({ material, speech }) {
    const { lvm } = speech.texts.performance;
    const control = (0,disk_test_control/* controlOf */.r)(diskResults(material));
    if (!control || control.rows.length === 0)
        return lvm.unmeasured;
    const broken = control.rows.filter(({ held }) => !held);
    const { format } = speech;
    const said = (broken.length > 0 ? broken : control.rows).map(({ disk, figure, before, after }) => `${(0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(disk, 40))}, ${speech.texts.diskTest.control.figures[figure]}: ${format.number(before.median, 1)} → ${format.number(after.median, 1)}`);
    return broken.length > 0 ? lvm.broken(said.join('; ')) : lvm.held(said.join('; '));
}

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 1 modules
var conclusion = __webpack_require__(5974);
;// CONCATENATED MODULE: ./build/documents/forecast.js





/** From the whole history, as of the last time that the checks were judged. */
const forecastOf = once((material) => {
    const looked = material.evidence.findLast(({ steps }) => steps.some(({ step, before, after }) => step === 'validate' && (before || after)));
    return looked && (0,conclusion/* concluded */._)(looked, (0,evidence_history/* historyFiles */.qB)(material.history)['disks.jsonl'] ?? '').forecast;
});
function forecastSection(page) {
    const { performance } = page.speech.texts;
    return joinedParts([heading(2, performance.forecastTitle), ...forecastParts(page)]);
}
function forecastParts(page) {
    const { texts, format } = page.speech;
    const words = texts.performance.forecast;
    const found = forecastOf(page.material);
    if (!found)
        return [words.none];
    const { growth, values, days } = found;
    if (!growth)
        return [words.few(values, format.number(days, 1))];
    const [estimate, low, high] = [growth.estimate, growth.low, growth.high].map((bytes) => format.size(Math.round(bytes)));
    return [words.growth(estimate, low, high, format.number(days, 1)), list(forecastWords(page, found))];
}
/** When each fill level that matters is reached, one line each. */
function forecastWords({ speech }, { marks }) {
    const { texts } = speech;
    return marks.map((mark) => `${titleOf(speech, mark)}${texts.common.colon} ${whenOf(speech, mark)}`);
}
/** As `evidence/conclusion.ts` names them. */
function titleOf({ texts, format }, { title }) {
    const { use, eviction } = texts.performance.forecast;
    const [, percent] = /^(\d+(?:\.\d+)?) % in use$/.exec(title) ?? [];
    if (percent !== undefined)
        return use(format.percent(Number(percent) / 100));
    return title.startsWith('pods are evicted') ? eviction : (0,defuse/* cell */.Hn)(title);
}
function whenOf({ texts, format }, { bytesLeft, at, earliest, latest }) {
    const words = texts.performance.forecast;
    if (bytesLeft === undefined)
        return words.unknown;
    if (bytesLeft <= 0)
        return words.already;
    if (!earliest)
        return words.never;
    const date = (time) => (time ? format.day(time) : words.never);
    return words.about(date(at), date(earliest), date(latest));
}

;// CONCATENATED MODULE: ./build/documents/performance-report.js









/** Before and after, with the method; also what did not help. */
function performanceReport(page) {
    const { common } = page.speech.texts;
    return documentText(page, common.titles.performance, [
        serverSection(page),
        buildSection(page),
        aloneSection(page),
        notHelpingSection(page),
        disksSection(page),
        forecastSection(page),
    ]);
}
function serverSection(page) {
    const { texts, format } = page.speech;
    const { performance, common } = texts;
    const { before, after } = serverSides(page.material);
    const row = (title, of) => [
        title,
        (before && of(before)) ?? common.unknown,
        of(after) ?? common.unknown,
    ];
    const check = (id) => row(named(common.checks, id), ({ checks }) => checkText(page, checks, id));
    const { rows } = performance;
    return joinedParts([
        heading(2, performance.serverTitle),
        before ? undefined : performance.noChange,
        table(performance.serverColumns, [
            row(rows.size, ({ root }) => root && format.size(root.bytes)),
            row(rows.used, ({ root }) => root && format.size(root.usedBytes)),
            row(rows.free, ({ root }) => root && format.size(root.availableBytes)),
            row(rows.use, ({ root }) => root && format.percent(useOf(root))),
            check('disk_pressure'),
            check('harbor'),
            check('pods'),
        ]),
        diskChart(page),
    ]);
}
/** What a step has measured is in its own words. */
function checkText({ speech }, checks, id) {
    const found = checks.find((check) => check.id === id);
    if (!found)
        return undefined;
    return `${speech.texts.common.results[found.result] ?? (0,defuse/* cell */.Hn)(found.result)}${speech.texts.common.colon} ${(0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(found.measured, 160))}`;
}
function buildSection(page) {
    const { performance } = page.speech.texts;
    const effects = wholeEffect(page.material);
    if (effects.length === 0) {
        return joinedParts([heading(2, performance.buildsTitle), performance.noBuilds('`edge-phase1 apply build-test`')]);
    }
    const builds = buildsOf(page.material);
    const changed = changesOf(page.material).length > 0;
    const measuredBefore = effects.some(({ before }) => before.length > 0);
    return joinedParts([
        heading(2, performance.buildsTitle),
        measuredBefore || !changed ? undefined : performance.noBefore,
        table(performance.buildColumns, effects.map((effect) => effectCells(page, effect))),
        list(commitNotes(page, effects)),
        ...scenariosOf(builds)
            .filter((name) => name !== 'warm' && result/* SCENARIOS */.U9.includes(name))
            .map((name) => buildChart(page, name, builds)),
        performance.buildMethod,
    ]);
}
function commitNotes({ speech }, effects) {
    const { performance } = speech.texts;
    const compared = effects.filter(({ before, after }) => before.length > 0 && after.length > 0);
    return [
        ...(compared.some(({ sameCommit }) => sameCommit === false) ? [performance.otherCommit] : []),
        ...(compared.some(({ sameCommit }) => sameCommit === undefined) ? [performance.unknownCommit] : []),
    ];
}
function aloneSection(page) {
    const { performance, common } = page.speech.texts;
    const rows = effectsOfChanges(page.material).flatMap(({ change, effects }) => effects.map((effect) => [named(common.steps, change.step), ...effectCells(page, effect)]));
    return rows.length === 0
        ? undefined
        : joinedParts([heading(2, performance.alone), table(performance.aloneColumns, rows)]);
}
/** Nothing that was done is left out because it brought nothing. */
function notHelpingSection(page) {
    const { performance, common } = page.speech.texts;
    const steps = new Set(changesOf(page.material).map(({ step }) => step));
    if (steps.size === 0)
        return undefined;
    const alone = effectsOfChanges(page.material);
    const docker = alone.filter(({ change }) => change.step === 'docker-config').at(-1)?.effects ?? [];
    const points = [
        ...(steps.has('extend-lvm') ? [controlPoint(page)] : []),
        ...(steps.has('docker-config')
            ? [
                docker.length === 0
                    ? performance.docker.unmeasured
                    : performance.docker.measured(docker
                        .map((e) => `${named(common.scenarios, e.scenario)}${common.colon} ${judged(page, e)}`)
                        .join('; ')),
            ]
            : []),
        ...alone
            .filter(({ change }) => change.step !== 'docker-config')
            .flatMap(({ change, effects }) => effects
            .filter(({ comparison }) => comparison && comparison.verdict !== 'faster')
            .map((effect) => performance.nothing(named(common.steps, change.step), named(common.scenarios, effect.scenario), judged(page, effect)))),
    ];
    return joinedParts([heading(2, performance.notHelping), list(points)]);
}

// EXTERNAL MODULE: ./build/steps/extend-lvm/facts.js + 1 modules
var extend_lvm_facts = __webpack_require__(1379);
;// CONCATENATED MODULE: ./build/documents/disk-move.js





/** Whether Docker's data would be better on another disk; nothing where fewer than two were measured with a file. */
function disk_move_diskRow({ speech, material }) {
    const { texts, format } = speech;
    const { disk: words } = texts.phase2;
    const [result] = diskResults(material);
    const [best, second] = result ? (0,ranking/* ranked */.ad)(result) : [];
    if (!result || !best || !second)
        return [];
    const basis = words.basis(result.options.runs, format.day(result.time));
    const ratio = best.writes.median / second.writes.median;
    if (!(0,disk_test_figures/* isApart */.zB)(best.writes, second.writes) || ratio < ranking/* WORTHWHILE */.cD)
        return [[words.whatNot, words.same, basis]];
    const name = diskName(best.disk);
    const homes = homeOf(material);
    if (homes.length === 1 && homes[0] === best.disk.key)
        return [[words.whatNot, words.home(name), basis]];
    const doubts = [
        ...([best, second].some(({ disk }) => (0,ranking/* isBusy */.A5)(disk)) ? [words.busy] : []),
        ...((0,rank_sum/* leastP */.WX)(best.writes.runs, second.writes.runs) >= 0.05 ? [words.few] : []),
    ];
    return [[words.what(name), words.brings(format.number(ratio, 1)), [basis, ...doubts].join('; ')]];
}
/** Keys of the disks that Docker's data lay on, when it was looked at last. */
function homeOf(material) {
    for (const { facts } of observationsOf(material).toReversed()) {
        const { block, disks, dataRoot } = (facts ?? {});
        if (block && Array.isArray(disks) && dataRoot)
            return (0,ranking/* dataDisks */.Bg)({ block, disks, dataRoot });
    }
    return [];
}

;// CONCATENATED MODULE: ./build/documents/phase-2-recommendations.js












/** What Phase 2 could do, what it would bring, and by which measurement. */
function phase2Recommendations(page) {
    const { common, phase2 } = page.speech.texts;
    const rows = [...layersRow(page), ...basesRow(page), ...disk_move_diskRow(page), ...spaceRow(page)];
    return documentText(page, common.titles.phase2, [
        phase2.intro,
        phase_2_recommendations_openSection(page),
        rows.length > 0 ? heading(2, phase2.freeTitle) : undefined,
        table(phase2.columns, rows),
        ssdSection(page),
        heading(2, phase2.unknownTitle),
        list(unknowns(page)),
    ]);
}
/** Less than this share cannot be worth a purchase; from this share of pure waiting on, it can. */
const LITTLE = 0.1;
const MUCH = 0.4;
/** Seconds of the plan's "3 to 5 minutes". */
const PROMISED = 300;
function ssdSection(page) {
    const { texts, format } = page.speech;
    const { phase2, common } = texts;
    const shares = diskShares(page.material);
    const [first] = shares;
    if (!first) {
        return joinedParts([heading(2, phase2.ssdTitle), phase2.ssdUnknown('`edge-phase1 apply build-test`')]);
    }
    const most = shares.reduce((worst, share) => (share.some > worst.some ? share : worst), first);
    const [low, high] = [format.percent(most.full), format.percent(most.some)];
    const advice = most.some < LITTLE
        ? phase2.ssd.little(high)
        : most.full >= MUCH
            ? phase2.ssd.much(low, high)
            : phase2.ssd.maybe(low, high);
    const cold = shares.find(({ scenario }) => scenario === 'cold');
    return joinedParts([
        heading(2, phase2.ssdTitle),
        advice,
        table(phase2.ssdColumns, shares.map((share) => [
            named(common.scenarios, share.scenario),
            phase2.now(format.duration(share.seconds), share.builds),
            format.percent(share.some),
            format.percent(share.full),
            format.duration(bestOf(share)),
            phase2.between(format.duration(bestOf(share)), format.duration(share.seconds * (1 - share.full))),
        ])),
        cold && promise(page, cold),
        cold && phase2.ssd.price(format.duration(cold.seconds * cold.some)),
        phase2.ssdMethod,
    ]);
}
const bestOf = ({ seconds, some }) => seconds * (1 - some);
function promise({ speech }, cold) {
    const { ssd } = speech.texts.phase2;
    const { duration } = speech.format;
    if (cold.seconds <= PROMISED)
        return ssd.already(duration(cold.seconds));
    return bestOf(cold) > PROMISED ? ssd.excluded(duration(bestOf(cold))) : ssd.open(duration(bestOf(cold)));
}
/** The median of a scenario in the newest set that has it. */
function timeOf(material, scenario) {
    const runs = setsOf(material)
        .map((set) => (0,result/* goodRuns */.c6)(set, scenario))
        .findLast((all) => all.length > 0);
    return runs && (0,summary/* median */.JZ)(runs.map(({ seconds }) => seconds));
}
/** What a build after a change takes longer than one after none is all that an order of layers can save. */
function layersRow({ speech, material }) {
    const { layers } = speech.texts.phase2;
    const { duration } = speech.format;
    const [cold, warm, changed] = [timeOf(material, 'cold'), timeOf(material, 'warm'), timeOf(material, 'changed')];
    if (warm === undefined || changed === undefined)
        return [];
    const brings = changed > warm * 1.1 ? layers.brings(duration(changed - warm)) : layers.fine;
    const before = cold === undefined ? speech.texts.common.unknown : duration(cold);
    return [[layers.what, brings, layers.basis(duration(changed), duration(warm), before)]];
}
function basesRow({ speech, material }) {
    const { bases } = speech.texts.phase2;
    const seconds = timeOf(material, 'base');
    if (seconds === undefined)
        return [];
    const count = buildsOf(material).filter(({ scenario }) => scenario === 'base').length;
    return [[bases.what, bases.brings(speech.format.duration(seconds)), bases.basis(count)]];
}
/** Bytes that the volume group of the configured mount point has free, when it was read last. */
function freeInGroup(material) {
    const { mount } = newest(material).config.extend_lvm;
    for (const { facts } of observationsOf(material).toReversed()) {
        const seen = facts;
        if (!seen?.lvm || !seen.block)
            continue;
        const volume = (0,extend_lvm_facts/* findVolume */.y6)(seen, mount);
        if (volume)
            return volume.group.physicalVolumes.reduce((sum, { freeBytes }) => sum + freeBytes, 0);
    }
    return undefined;
}
function spaceRow(page) {
    const { space } = page.speech.texts.phase2;
    const free = freeInGroup(page.material);
    if (free === undefined)
        return [];
    const brings = free > 0 ? space.brings(page.speech.format.size(free)) : space.none;
    const found = forecastOf(page.material);
    const forecast = found?.growth ? forecastWords(page, found).join('; ') : space.noForecast;
    return [[space.what, brings, space.basis(forecast)]];
}
function phase_2_recommendations_openSection({ speech, material }) {
    const { phase2, common } = speech.texts;
    const { checks } = serverSides(material).after;
    const open = (wholeScore(material)?.rows ?? [])
        .filter(({ result }) => result === 'fail' || result === 'unknown')
        .map(({ id, title, result }) => {
        const said = checks.find((check) => check.id === id)?.measured ?? '';
        return phase2.open(named(common.checks, id, title), common.results[result], (0,defuse/* cell */.Hn)((0,defuse/* short */.h0)(said, 200)));
    });
    return open.length > 0 ? joinedParts([heading(2, phase2.openTitle), list(open)]) : undefined;
}
function unknowns({ speech, material }) {
    const words = speech.texts.phase2.unknowns;
    const builds = buildsOf(material);
    const lacks = (scenario) => builds.length > 0 && !builds.some((build) => build.scenario === scenario);
    return [
        ...(builds.length === 0 ? [words.builds] : []),
        ...(lacks('changed') ? [words.changed] : []),
        ...(lacks('base') ? [words.bases] : []),
        ...(diskResults(material).length === 0 ? [words.disks] : []),
        ...(freeInGroup(material) === undefined ? [words.space] : []),
        words.machine,
    ];
}

;// CONCATENATED MODULE: ./build/documents/index.js
/** The five documents of the plan, as Markdown. The same material gives the same text. */







/** By file name without its ending. */
const DOCUMENTS = {
    'execution-log': executionLog,
    'performance-report': performanceReport,
    'harbor-setup-guide': harborSetupGuide,
    'completion-report': completionReport,
    'phase-2-recommendations': phase2Recommendations,
};
const DOCUMENT_NAMES = Object.keys(DOCUMENTS);
/** Texts by file name, as `completion-report.md`. */
function documentsOf(material, language) {
    const page = { material, speech: (0,texts/* speechIn */.uy)(language) };
    const entries = DOCUMENT_NAMES.map((name) => [`${name}.md`, DOCUMENTS[name](page)]);
    return Object.fromEntries(entries);
}
/** Whether Phase 1 succeeded, for a terminal. It holds nothing that is not ours. */
const verdictOf = (material, language) => verdict({ material, speech: (0,texts/* speechIn */.uy)(language) }).replace(/[*`]/g, '');


/***/ }),

/***/ 1325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ns: () => (/* binding */ evidenceBelow),
/* harmony export */   VY: () => (/* binding */ historyFilesIn),
/* harmony export */   fi: () => (/* binding */ EVIDENCE_FILE),
/* harmony export */   ig: () => (/* binding */ leftOut)
/* harmony export */ });
/* unused harmony export filesBelow */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _evidence__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6800);
/* harmony import */ var _history__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9621);
/** Folders with evidence documents, and with the files of the history, on this machine. */




/** Paths of the files below a folder whose names are wanted, in no order. */
const filesBelow = (folder, wanted) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map(({ parentPath, name }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parentPath, name));
/** Name of the document in the artifact of a run. */
const EVIDENCE_FILE = 'evidence.json';
/** The evidence documents below a folder (`*.json`); other files are passed over. */
function evidenceBelow(folder, wanted = (name) => name.endsWith('.json')) {
    const evidence = [];
    const broken = [];
    for (const file of filesBelow(folder, wanted).toSorted()) {
        try {
            const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
            if (saysItIsEvidence(file, text))
                evidence.push((0,_evidence__WEBPACK_IMPORTED_MODULE_2__/* .parseEvidence */ .vf)(text));
        }
        catch (error) {
            broken.push({ file, why: error.message });
        }
    }
    return { evidence, broken };
}
/** Also a text that breaks off says so, and a file that is empty by its name. */
const saysItIsEvidence = (file, text) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) === EVIDENCE_FILE || /"schema":\s*"edge-phase1\/evidence\//.test(text);
/** For people: which files are left out, why, and what to do. */
const leftOut = (broken) => [
    ...broken.map(({ file, why }) => `${file} is left out: it cannot be read as evidence: ${why}.`),
    'What to do: take it from the artifact of its run again, or out of the folder.',
].join('\n');
/** Those of the history's files that lie in a checkout of the data branch. */
function historyFilesIn(folder) {
    const names = [_history__WEBPACK_IMPORTED_MODULE_3__/* .SCHEMA_FILE */ .Td, ..._history__WEBPACK_IMPORTED_MODULE_3__/* .HISTORY_KINDS */ .NZ.map(_history__WEBPACK_IMPORTED_MODULE_3__/* .fileOf */ .W7)].filter((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)));
    return Object.fromEntries(names.map((name) => [name, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), 'utf8')]));
}


/***/ }),

/***/ 8543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ rootIn),
/* harmony export */   o: () => (/* binding */ historyOf)
/* harmony export */ });
/* harmony import */ var _checks_disk__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1168);
/* harmony import */ var _facts_block__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7222);
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5441);
/* harmony import */ var _facts_threshold__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7108);
/* harmony import */ var _report_defuse__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2022);
/* harmony import */ var _evidence__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6800);
/* harmony import */ var _history__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9621);
/** What a run adds to the history. Pure. */







const MOST_CHARACTERS = 200;
const historyOf = (evidence) => ({
    ..._history__WEBPACK_IMPORTED_MODULE_5__/* .NO_HISTORY */ .Vo,
    builds: buildLines(evidence),
    disks: diskLines(evidence),
    scores: scoreLines(evidence),
    applied: appliedLines(evidence),
    targets: targetLines(evidence),
});
function diskLines({ steps, host }) {
    const lines = observationsIn(steps).flatMap(({ at, machine, facts }) => {
        const root = rootIn(facts);
        if (!root)
            return [];
        const { usedBytes: used_bytes, bytes: size_bytes, availableBytes: available_bytes } = root;
        return [{ at, host: machine.name || host, used_bytes, size_bytes, available_bytes }];
    });
    return [...new Map(lines.map((line) => [line.at, line])).values()];
}
const observationsIn = (steps) => steps.flatMap(({ before, after }) => [before, after]).filter((o) => o !== undefined);
/** Builds that this run measured and that ended well; one that was measured before is in the history already. */
function buildLines({ steps, host, run: id }) {
    return steps.flatMap(({ step, outcome, after }) => {
        const { result } = (after?.facts ?? {});
        if (step !== 'build-test' || outcome !== 'done' || !after || !result || (0,_facts_reading__WEBPACK_IMPORTED_MODULE_2__/* .isUnreadable */ .GZ)(result))
            return [];
        const { runs, commit } = result;
        const name = after.machine.name || host;
        return runs
            .filter(({ ok, scenario }) => ok && scenario !== 'prime')
            .map(({ at, scenario, seconds }) => ({ at, host: name, scenario, seconds, commit, run: id }));
    });
}
/** What is mounted at `/`, in the facts of the steps that look at disks. */
function rootIn(facts) {
    const { block, root } = (facts ?? {});
    return block ? (0,_facts_block__WEBPACK_IMPORTED_MODULE_1__/* .mountAt */ .LS)(block, '/') : root;
}
function scoreLines(evidence) {
    const { scorecard, started } = evidence;
    return scorecard
        ? [{ at: started, host: (0,_evidence__WEBPACK_IMPORTED_MODULE_4__/* .machineName */ .Fm)(evidence), score: scorecard.score, unknown: scorecard.unknown }]
        : [];
}
/** Plans that were carried out on the host. A measurement changes nothing; one that was refused or is unknown is no mark. */
function appliedLines(evidence) {
    const { steps, mode, run, started } = evidence;
    return steps.flatMap(({ step, kind = 'change', outcome, plan, applied, after }) => {
        const carriedOut = outcome === 'done' || outcome === 'undone' || outcome === 'needs-person';
        if (kind !== 'change' || !applied || !carriedOut)
            return [];
        const at = after?.at ?? applied.events.at(-1)?.time ?? started;
        const title = (0,_report_defuse__WEBPACK_IMPORTED_MODULE_6__/* .short */ .h0)(plan?.verdict === 'changes' ? plan.summary : step, MOST_CHARACTERS);
        return [{ at, host: (0,_evidence__WEBPACK_IMPORTED_MODULE_4__/* .machineName */ .Fm)(evidence), run, step, mode, outcome, title }];
    });
}
/** What the checks of the configuration compare with. Evidence of an older version may lack some. */
function targetLines(evidence) {
    const { started: at, scorecard, config, steps } = evidence;
    const { disk_use, disk_size, build_time } = config.checks;
    const values = [
        ['disk_use', disk_use?.target],
        ['disk_size', disk_size?.target],
        ['build_time', build_time && build_time.target_minutes * 60, build_time?.scenario],
        ['score', scorecard && Math.ceil((scorecard.needed * scorecard.possible) / 100)],
        ['eviction', evictionPercent(observationsIn(steps))],
    ];
    const host = (0,_evidence__WEBPACK_IMPORTED_MODULE_4__/* .machineName */ .Fm)(evidence);
    return values.flatMap(([check, value, of = '']) => (value === undefined ? [] : [{ at, host, check, value, of }]));
}
/** Percent in use, as df counts, at which the kubelet evicts pods; that of the file system with /var/lib/kubelet, taken to be `/`. */
function evictionPercent(observations) {
    for (const { facts } of observations.toReversed()) {
        const { root, kubernetes } = (facts ?? {});
        if (!root || !kubernetes || (0,_facts_reading__WEBPACK_IMPORTED_MODULE_2__/* .isUnreadable */ .GZ)(kubernetes.thresholds))
            continue;
        const nodefs = kubernetes.thresholds.hard['nodefs.available'];
        const left = nodefs === undefined ? undefined : (0,_facts_threshold__WEBPACK_IMPORTED_MODULE_3__/* .thresholdBytes */ .$)(nodefs, root.bytes);
        if (left === undefined)
            continue;
        const usable = root.usedBytes + root.availableBytes;
        return Math.round((0,_checks_disk__WEBPACK_IMPORTED_MODULE_0__/* .percentUsed */ .Tw)({ ...root, usedBytes: usable - left, availableBytes: left }) * 10) / 10;
    }
    return undefined;
}


/***/ }),

/***/ 5611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d_: () => (/* binding */ LABEL),
  Bu: () => (/* binding */ TRACKING_LABEL),
  Iq: () => (/* binding */ syncChecklist)
});

// UNUSED EXPORTS: NO_NEWS

// EXTERNAL MODULE: ./build/checklist/body.js
var checklist_body = __webpack_require__(4274);
// EXTERNAL MODULE: ./build/checklist/checklist.js
var checklist_checklist = __webpack_require__(9112);
// EXTERNAL MODULE: ./build/checklist/judge.js
var judge = __webpack_require__(4775);
// EXTERNAL MODULE: ./build/checklist/marker.js
var marker = __webpack_require__(1536);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/evidence/scorecard.js
var scorecard = __webpack_require__(8025);
// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(7601);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
;// CONCATENATED MODULE: ./build/checklist/tracking.js








const ENGLISH = (0,texts/* textsOf */.CB)({}).desk.checklist;
const newTrackingBody = (checklist, say = ENGLISH) => [say.tracking((0,checklist_checklist/* itemsOf */.S)(checklist).size), say.help, '', (0,marker/* marker */.xL)('tracking', 'open'), ''].join('\n\n');
/** The table of progress: groups in the order of the checklist, as GitHub counts their boxes. */
function withProgress(body, groups, say = ENGLISH) {
    const { done, total } = sum(groups);
    const rows = groups.map(({ group, week, number, closed, progress }) => `| ${closed ? '✅' : '⬜'} | #${number} ${(0,defuse/* cell */.Hn)(group.title)} | ${say.of(progress.done, progress.total)} | ${week ? week.due : '—'} |`);
    const table = [
        `|${say.columns.map((column) => ` ${column} `.replace('  ', ' ')).join('|')}|`,
        '|---|---|---|---|',
        ...rows,
    ];
    const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
    return (0,marker/* withSection */.iG)(body, 'progress', `${say.done(done, total, percent)}\n\n${table.join('\n')}`);
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
    const { texts, language } = (0,lines/* speechOf */.q9)(evidence);
    const { report, desk, common } = texts;
    const score = evidence.scorecard ? `${common.colon} ${(0,defuse/* cell */.Hn)((0,scorecard/* scoreVerdict */.mb)(evidence.scorecard, language))}` : '';
    return [
        `**${desk.checklist.scorecard}**${score} (${(0,judge/* runLink */.ut)(evidence)})`,
        [`| ${report.check} | ${report.measured} | ${report.target} |`, '|---|---|---|', ...rows].join('\n'),
        `**${report.costLabel}${common.colon}** ${(0,lines/* costLine */.EK)(evidence)}`,
    ].join('\n\n');
}
function withLinks(body, { repository, dataBranch }, { links: say } = ENGLISH) {
    if (!(0,judge/* isWebAddress */.d3)(repository))
        return body;
    const links = [
        `[${say.runs}](${repository}/actions)`,
        `[${say.milestones}](${repository}/milestones)`,
        `[${say.history}](${repository}/tree/${dataBranch})`,
    ];
    return (0,marker/* withSection */.iG)(body, 'links', links.join(' · '));
}
/** The comment that is posted when everything is done. */
function completionSummary(body, groups, say = ENGLISH) {
    const { done, total } = sum(groups);
    const card = (0,marker/* sectionIn */.F$)(body, 'scorecard')?.trim() ?? say.noScorecard;
    return [
        say.complete(done, total),
        groups
            .map(({ group, number, progress }) => `- #${number} ${(0,defuse/* cell */.Hn)(group.title)}: ${say.items(progress.total)}`)
            .join('\n'),
        card.replace(/<!--.*?-->/g, '').trim(),
        (0,marker/* marker */.xL)('completion'),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/github/issues.js
var github_issues = __webpack_require__(539);
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
async function syncChecklist(api, repository, checklist, news, links, world, say = (0,texts/* textsOf */.CB)({}).desk.checklist) {
    const issues = new github_issues/* Issues */.t(api, repository);
    const sync = new Sync(issues, checklist, news, world, say);
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
        await world.comment(tracking.number, 'completion', completionSummary(body, groups, say));
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
    say;
    changed = [];
    items;
    constructor(issues, checklist, news, world, say) {
        this.issues = issues;
        this.checklist = checklist;
        this.news = news;
        this.world = world;
        this.say = say;
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
        await this.issues.ensureLabel(LABEL, '0e8a16', this.say.label);
        await this.issues.ensureLabel(TRACKING_LABEL, '5319e7', this.say.trackingLabel);
        const fields = {
            title: this.checklist.title,
            body: newTrackingBody(this.checklist, this.say),
            labels: [LABEL, TRACKING_LABEL],
        };
        return this.opened(await this.issues.create(fields, ({ body }) => (0,marker/* wordsOf */.Z9)('tracking', body ?? '') !== undefined));
    }
    async openGroup(group, weeks) {
        await this.issues.ensureLabel(LABEL, '0e8a16', this.say.label);
        const milestone = group.week === undefined ? undefined : weeks.get(group.week);
        const fields = {
            title: group.title,
            body: (0,checklist_body/* newBody */.$v)(group, this.say),
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
                    now = (0,checklist_body/* withFinding */.ir)(now, item.id, finding, this.say);
            }
            const person = people.get(item.id);
            if (person && !(0,checklist_checklist/* hasProof */.v)(item))
                now = (0,checklist_body/* withFinding */.ir)(now, item.id, person, this.say);
            if (item.approval)
                for (const finding of approvals)
                    now = (0,checklist_body/* withFinding */.ir)(now, item.id, finding, this.say);
        }
        return now;
    }
    /** @returns the body */
    async tracking(number, groups, links, complete) {
        const issue = await this.change(number, (now) => {
            const remembered = groups.map(({ group, number: n }) => `${group.id}=${n}`);
            let body = (0,marker/* withMarker */.Pe)(now.body ?? '', 'tracking', complete && closedByUs(now.body) ? 'complete' : 'open');
            body = withProgress(body, groups, this.say);
            for (const document of this.news.evidence)
                body = withScorecard(body, document);
            body = (0,marker/* withMarker */.Pe)(withLinks(body, links, this.say), 'issues', ...remembered);
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

/***/ 539:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Issues)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8741);
/* harmony import */ var _repository__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7199);


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