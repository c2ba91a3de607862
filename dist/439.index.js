"use strict";
exports.id = 439;
exports.ids = [439];
exports.modules = {

/***/ 8439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  desk: () => (/* binding */ desk)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../../work/main/node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(5288);
// EXTERNAL MODULE: ./build/config/load.js + 16 modules
var load = __webpack_require__(9053);
// EXTERNAL MODULE: ./build/github/api.js + 2 modules
var github_api = __webpack_require__(9382);
// EXTERNAL MODULE: ./build/github/error.js
var github_error = __webpack_require__(3543);
// EXTERNAL MODULE: ./build/github/repository.js
var github_repository = __webpack_require__(8145);
// EXTERNAL MODULE: ./build/github/send.js
var send = __webpack_require__(8587);
// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(1716);
// EXTERNAL MODULE: ./build/inputs.js
var inputs = __webpack_require__(504);
// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(3776);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(1733);
// EXTERNAL MODULE: ./build/checklist/marker.js
var marker = __webpack_require__(4886);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(462);
// EXTERNAL MODULE: ./build/report/comment.js + 1 modules
var report_comment = __webpack_require__(1302);
// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(1519);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(9487);
// EXTERNAL MODULE: ./build/checklist/judge.js
var judge = __webpack_require__(1133);
// EXTERNAL MODULE: ./build/github/checklist.js + 1 modules
var checklist = __webpack_require__(4607);
;// CONCATENATED MODULE: ./build/github/commands.js
const FORMS = [
    '/phase1 plan STEP',
    '/phase1 apply STEP HASH',
    '/phase1 verify STEP',
    '/phase1 rollback STEP [HASH]',
    '/phase1 go',
    '/phase1 status',
    '/phase1 help',
];
/** A hash may be shortened, as git does; it must then be the beginning of one that was shown. */
const HASH = /^[0-9a-f]{12,64}$/;
const LONGEST = 200;
/**
 * Reads a comment. It is a command when it begins with `/phase1`, and then it must be one line in one of the known forms;
 * anything else is refused, never guessed at.
 */
function parseCommand(text, steps) {
    if (!/^\/phase1(?![\w-])/.test(text))
        return { kind: 'none' };
    const refused = (why) => ({ kind: 'refused', why });
    const line = text.trimEnd();
    if (/[\r\n]/.test(line))
        return refused('A command is one line, with nothing after it.');
    if (line.length > LONGEST || !/^[\x20-\x7e]*$/.test(line)) {
        return refused('A command has only letters, digits, dashes and spaces, and is short.');
    }
    const [, verb = 'help', step, hash, ...more] = line.split(/ +/);
    const form = FORMS.find((f) => f.split(' ')[1] === verb);
    if (!form)
        return refused(`There is no such command. The commands are: ${FORMS.join(', ')}.`);
    const written = refused(`This command is written \`${form}\`.`);
    if (more.length > 0)
        return written;
    if (verb === 'help' || verb === 'status' || verb === 'go') {
        return step === undefined ? { kind: 'command', command: { verb } } : written;
    }
    if (step === undefined)
        return written;
    const known = steps.find(({ id }) => id === step);
    if (!known)
        return refused(`There is no such step. The steps are: ${steps.map(({ id }) => id).join(', ')}.`);
    if (verb === 'plan' || verb === 'verify') {
        return hash === undefined ? { kind: 'command', command: { verb, step } } : written;
    }
    if (hash !== undefined && !HASH.test(hash)) {
        return refused('A hash is the 64 hexadecimal digits of a plan that was shown here, or at least its first 12.');
    }
    if (verb !== 'rollback' && verb !== 'apply')
        return written;
    if (verb === 'apply' && hash === undefined && known.kind === 'change') {
        return refused(`apply needs the hash of a plan that was shown here. Write \`/phase1 plan ${step}\` first.`);
    }
    return { kind: 'command', command: { verb, step, ...(hash !== undefined && { hash }) } };
}
const helpText = (steps) => [
    '**Commands**, each a comment of its own with nothing else in it:',
    '| Write | What happens |\n|---|---|\n' +
        [
            ['/phase1 plan STEP', 'looks at the server and shows what would be changed, with a hash; changes nothing'],
            ['/phase1 apply STEP HASH', 'carries out the plan with this hash, if it was shown here and still holds'],
            ['/phase1 apply STEP', 'for a step that only measures: measures'],
            ['/phase1 verify STEP', 'looks at the server and judges the checks; changes nothing'],
            ['/phase1 rollback STEP', 'shows what an undoing would do, with a hash; changes nothing'],
            ['/phase1 rollback STEP HASH', 'carries that out'],
            ['/phase1 go', 'records your decision to go in the checklist'],
            ['/phase1 status', 'brings the checklist up to date and shows where it stands'],
            ['/phase1 help', 'this'],
        ]
            .map(([write, happens]) => `| \`${write}\` | ${happens} |`)
            .join('\n'),
    `Steps: ${steps.map(({ id }) => `\`${id}\``).join(', ')}. Write permission is needed, except for help.`,
].join('\n\n');
const WRITERS = ['admin', 'maintain', 'write'];
const isWriter = (role) => WRITERS.includes(role);
function decide(parsed, { onTracking, role, shown }) {
    if (parsed.kind === 'none')
        return { do: 'nothing' };
    const refuse = (why) => ({ do: 'refuse', why });
    const mayWrite = isWriter(role);
    if (!onTracking) {
        return mayWrite ? refuse('Commands are taken on the tracking issue of the checklist only.') : { do: 'nothing' };
    }
    const { command } = parsed.kind === 'command' ? parsed : { command: undefined };
    if (command?.verb === 'help')
        return { do: 'help' };
    if (!mayWrite) {
        return refuse('This needs write permission in this repository. Let somebody who has it write the command.');
    }
    if (parsed.kind === 'refused')
        return refuse(parsed.why);
    if (!command)
        return { do: 'nothing' };
    if (!('step' in command))
        return { do: command.verb };
    const { verb: mode, step } = command;
    const hash = 'hash' in command ? command.hash : undefined;
    if (hash === undefined)
        return { do: 'run', mode, step, planHash: '' };
    const plans = shown.filter((plan) => plan.step === step && plan.intent === mode && plan.hash.startsWith(hash));
    const hashes = [...new Set(plans.map((plan) => plan.hash))];
    if (hashes.length === 1)
        return { do: 'run', mode, step, planHash: hashes[0] };
    const first = mode === 'rollback' ? `/phase1 rollback ${step}` : `/phase1 plan ${step}`;
    return refuse(hashes.length === 0
        ? `No plan of ${step} with this hash was shown on this issue. Write \`${first}\` first.`
        : 'More than one plan begins with this hash. Write all of it.');
}

// EXTERNAL MODULE: ./build/github/comment.js
var comment = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/steps/index.js + 63 modules
var steps = __webpack_require__(1349);
// EXTERNAL MODULE: ./build/desk/checklist.js + 1 modules
var desk_checklist = __webpack_require__(9426);
// EXTERNAL MODULE: ./build/desk/payload.js
var payload = __webpack_require__(1145);
// EXTERNAL MODULE: ./build/desk/world.js
var world = __webpack_require__(7971);
;// CONCATENATED MODULE: ./build/desk/command.js












const NEEDS = { needs: 'issues: write' };
const NOTHING = { summary: '', outputs: { mode: '', step: '', plan_hash: '' }, warnings: [] };
/** Reads a comment, answers it in place, and says what is to be run on the server. */
async function commandTask(desk) {
    const { comment, issue } = desk.payload;
    const parsed = parseCommand(comment?.body ?? '', steps/* STEPS */.U);
    if (parsed.kind === 'none' || (0,payload/* isBot */.w)(comment?.user) || !comment?.id || !issue?.number)
        return NOTHING;
    const onTracking = !issue.pull_request && Boolean(issue.labels?.some(({ name }) => name === checklist/* TRACKING_LABEL */.Bu));
    const role = await roleOf(desk, comment.user?.login ?? '');
    const shown = onTracking ? await plansShown(desk, issue.number) : [];
    const decision = decide(parsed, { onTracking, role, shown });
    if (decision.do === 'nothing')
        return NOTHING;
    await react(desk, comment.id, decision.do === 'refuse' ? 'confused' : 'eyes');
    // However often people without permission write, they get one answer.
    const key = decision.do === 'refuse' && !isWriter(role) ? 'strangers' : String(comment.id);
    const words = await wordsFor(desk, decision);
    await answer(desk, key, () => words);
    if (decision.do !== 'run')
        return NOTHING;
    const { mode, step, planHash } = decision;
    return { ...NOTHING, summary: `${mode} ${step}`, outputs: { mode, step, plan_hash: planHash } };
}
async function wordsFor(desk, decision) {
    switch (decision.do) {
        case 'refuse':
            return `❌ Not done. ${decision.why}`;
        case 'help':
            return helpText(steps/* STEPS */.U);
        case 'run':
            return `⏳ \`${decision.mode} ${decision.step}\` is going on: [workflow run](${(0,world/* runUrl */.V)(desk, desk.run)}). The answer will stand here.`;
        default:
            return command_status(desk, decision.do);
    }
}
async function command_status(desk, asked) {
    const { comment } = desk.payload;
    const who = comment?.user?.login ?? '';
    const go = asked === 'go' ? [(0,judge/* approval */.SH)(who, comment?.created_at ?? desk.now().toISOString(), '/phase1 go')] : [];
    const { progress, groups } = await (0,desk_checklist/* syncAll */.L9)(desk, go);
    const open = groups.filter(({ closed }) => !closed);
    const next = open[0] ? ` Next: #${open[0].number} ${(0,defuse/* cell */.Hn)(open[0].group.title)}.` : '';
    const recorded = asked === 'go' ? 'GO is recorded in the checklist. ' : '';
    return `✅ ${recorded}${(0,desk_checklist/* standing */.JA)(progress)} are done.${next}`;
}
/** As the API tells it, now; what the event says of the author may be old. */
async function roleOf({ api, repository }, login) {
    const path = `${(0,github_repository/* pathOf */.X)(repository)}/collaborators/${encodeURIComponent(login)}/permission`;
    try {
        const { role_name, permission } = await api.get({
            path,
            to: `look up the permission of ${login}`,
            needs: 'metadata: read',
        });
        return role_name ?? permission ?? 'none';
    }
    catch (error) {
        if (error instanceof github_error/* ApiError */.hD && error.kind === 'missing')
            return 'none';
        throw error;
    }
}
/** Plans in our own comments on this issue. */
async function plansShown({ api, repository }, number) {
    const to = 'look for plans that were shown';
    const { viewer } = await api.graphql({
        to,
        ...NEEDS,
        query: 'query Viewer { viewer { login } }',
        variables: {},
    });
    const plans = [];
    const path = `${(0,github_repository/* pathOf */.X)(repository)}/issues/${number}/comments`;
    for await (const { body = '', user } of api.list({ path, to, ...NEEDS })) {
        const [step, intent, hash] = user?.login === viewer.login ? ((0,marker/* wordsOf */.Z9)('plan', body) ?? []) : [];
        if (step && intent && hash)
            plans.push({ step, intent, hash });
    }
    return plans;
}
/** The same reaction twice is one. */
async function react({ api, repository }, comment, content) {
    const path = `${(0,github_repository/* pathOf */.X)(repository)}/issues/comments/${comment}/reactions`;
    await api.create({ path, body: { content }, to: 'react to a comment', ...NEEDS });
}
/** One comment of ours for each comment of theirs, updated in place. */
async function answer({ api, repository, payload, run, sleep }, key, render) {
    const number = payload.issue?.number ?? 0;
    const place = { owner: repository.owner, repo: repository.name, number, kind: 'issue' };
    const request = { topic: 'answer', key, mode: 'update', onlyIfChanged: false, run, render };
    await (0,comment/* postComment */.Gy)({ api, sleep }, place, request);
}

// EXTERNAL MODULE: ./build/github/past-runs.js
var past_runs = __webpack_require__(6388);
// EXTERNAL MODULE: ./build/github/place.js
var github_place = __webpack_require__(3690);
;// CONCATENATED MODULE: ./build/desk/comment.js








/** Puts the result of a run on the pull request that it is about. The same text is in the job summary, whatever GitHub allows. */
async function commentTask(desk) {
    const { api, sleep, repository, payload, run } = desk;
    const place = (0,github_place/* placeOf */.$)('auto', `${repository.owner}/${repository.name}`, payload);
    const last = desk.evidence.at(-1);
    if (!last)
        return { summary: nothingText(desk), outputs: {}, warnings: ['There is no result to comment.'] };
    const summary = (0,markdown/* markdownReport */.q)(last);
    if (!place)
        return { summary, outputs: {}, warnings: ['This event is about no pull request: nothing was commented.'] };
    try {
        const extras = await extrasOf(desk, last);
        const request = { topic: topicFor(last), key: last.host, mode: 'update', onlyIfChanged: false, run };
        const posted = await (0,comment/* postComment */.Gy)({ api, sleep }, place, {
            ...request,
            render: (bytes) => (0,fit/* fitted */.$)((0,report_comment/* commentText */.br)(last, extras), bytes),
        });
        return { summary, outputs: { comment_url: posted.url }, warnings: [] };
    }
    catch (error) {
        if (!(error instanceof github_error/* ApiError */.hD))
            throw error;
        return {
            summary,
            outputs: {},
            warnings: [`Nothing was commented; the job summary has the result. ${error.message}`],
        };
    }
}
const topicFor = ({ mode, steps }) => (0,report_comment/* topicOf */.FW)(mode, steps.map(({ step }) => step));
const nothingText = (desk) => `❌ The run ended without a result; its log says why: [workflow run](${(0,world/* runUrl */.V)(desk, desk.run)}).`;
/** What a comment shows besides the evidence: the runs before, where there is a history that can be read. */
async function extrasOf(desk, evidence) {
    const artifactUrl = `${(0,world/* runUrl */.V)(desk, desk.run)}#artifacts`;
    const history = await (0,past_runs/* pastRuns */.r)(desk.api, desk.repository, evidence);
    return { artifactUrl, ...(history && { history }) };
}

;// CONCATENATED MODULE: ./build/desk/answer.js








/** Puts the result of a command where it was asked for. */
async function answerTask(desk) {
    const { comment } = desk.payload;
    if (!comment?.id)
        return { summary: 'There is no comment to answer.', outputs: {}, warnings: [] };
    const last = desk.evidence.at(-1);
    const text = last ? withPlan(last, (0,report_comment/* commentText */.br)(last, await extrasOf(desk, last))) : undefined;
    await answer(desk, String(comment.id), (bytes) => (text ? (0,fit/* fitted */.$)(text, bytes) : nothingText(desk)));
    await react(desk, comment.id, last && (0,evidence_evidence/* exitCode */.I$)(last) === 0 ? 'rocket' : 'confused');
    return { summary: last ? (0,markdown/* markdownReport */.q)(last) : nothingText(desk), outputs: {}, warnings: [] };
}
/** Below a plan how to carry it out, with a hidden marker by which its hash is known to have been shown. */
function withPlan(evidence, text) {
    const hash = (0,lines/* planHashOf */.vy)(evidence);
    const plan = evidence.steps.find((step) => step.outcome === 'planned' && step.plan?.verdict === 'changes')?.plan;
    if (!plan || hash === undefined)
        return text;
    const how = `To carry it out, write:\n\n\`\`\`text\n/phase1 ${plan.intent} ${plan.step} ${hash.slice(0, 12)}\n\`\`\``;
    return { ...text, head: `${(0,marker/* marker */.xL)('plan', plan.step, plan.intent, hash)}\n\n${text.head}\n\n${how}` };
}

// EXTERNAL MODULE: ./build/desk/evidence.js
var desk_evidence = __webpack_require__(7190);
// EXTERNAL MODULE: ./build/evidence/history.js
var evidence_history = __webpack_require__(6311);
// EXTERNAL MODULE: ./build/github/history.js
var github_history = __webpack_require__(209);
;// CONCATENATED MODULE: ./build/desk/history.js


/** Adds the measurements of runs to the data branch; without the permission, they are left for an artifact. */
async function historyTask(desk) {
    const lines = desk.evidence.map(evidence_history/* historyOf */.om).reduce(evidence_history/* joined */.oR, evidence_history/* NO_HISTORY */.Vo);
    const count = lines.builds.length + lines.disks.length + lines.scores.length;
    if (count === 0)
        return { summary: 'These runs measured nothing for the history.', outputs: {}, warnings: [] };
    const { written, why = '', history } = await (0,github_history/* recordHistory */.cJ)(desk.api, desk.repository, lines, desk);
    if (written)
        return { summary: `The history has ${count} measurements of these runs.`, outputs: {}, warnings: [] };
    return {
        summary: `The history was not written: ${why}`,
        outputs: {},
        warnings: [`The history was not written; an artifact has it. ${why}`],
        files: (0,evidence_history/* historyFiles */.qB)(history),
    };
}

;// CONCATENATED MODULE: ./build/desk/inputs.js

/** The inputs of `.github/actions/desk/action.yml`, which is held against this list by a test. */
const DESK_INPUTS = (/* unused pure expression or super */ null && (['task', 'evidence', 'config', 'run_id', 'github_token']));
const DESK_OUTPUTS = (/* unused pure expression or super */ null && ([
    'issue_url',
    'comment_url',
    'complete',
    'mode',
    'step',
    'plan_hash',
    'history_path',
]));
const TASKS = ['checklist', 'history', 'watch', 'command', 'answer', 'comment'];
/** @throws InputError */
function readDeskInputs(get) {
    const task = TASKS.find((t) => t === get('task'));
    if (!task)
        throw new inputs/* InputError */.dz(`task: write one of: ${TASKS.join(', ')}.`);
    const runId = get('run_id').trim();
    if (!/^\d*$/.test(runId))
        throw new inputs/* InputError */.dz('run_id: it is no number; write the number in the address of a run.');
    const token = get('github_token').trim();
    if (token === '')
        throw new inputs/* InputError */.dz('github_token: it is empty; pass the token of the job (github.token).');
    return { task, evidence: get('evidence').trim(), config: get('config').trim(), runId, token };
}

// EXTERNAL MODULE: ./build/desk/sleep.js
var sleep = __webpack_require__(7368);
// EXTERNAL MODULE: ./build/stats/forecast.js
var forecast = __webpack_require__(6940);
;// CONCATENATED MODULE: ./build/checks/forecast.js

/** Days ahead that leave time to do something about it. */
const AHEAD_DAYS = 14;
/** Whether `/` stays below every fill level that matters for the next two weeks, at the growth seen so far. */
function forecastCheck({ marks, growth, unknown, days }, now) {
    const about = {
        id: 'disk_forecast',
        title: 'Forecast for /',
        target: `no fill level that matters within ${AHEAD_DAYS} days`,
        how: 'estimated: the robust slope (Theil-Sen) of how full it was, from the history',
    };
    if (!growth)
        return { ...about, measured: `not known: ${unknown}`, result: 'unknown' };
    const soon = marks.filter((mark) => isSoon(mark, now));
    const measured = soon.length > 0 ? soon.map(words).join('; ') : `none, from ${days} days of history`;
    return { ...about, measured, result: soon.length > 0 ? 'fail' : 'pass' };
}
const isSoon = ({ bytesLeft, at }, now) => (bytesLeft !== undefined && bytesLeft <= 0) ||
    (at !== undefined && Date.parse(at) - now.getTime() < AHEAD_DAYS * forecast/* DAY */.d);
const words = ({ title, bytesLeft, at }) => bytesLeft !== undefined && bytesLeft <= 0 ? `${title}: already` : `${title}: about ${at?.slice(0, 10)}`;

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 3 modules
var conclusion = __webpack_require__(94);
// EXTERNAL MODULE: ./build/github/issues.js
var github_issues = __webpack_require__(1709);
;// CONCATENATED MODULE: ./build/github/watch.js





const WATCH_LABEL = 'edge-phase1-watch';
/**
 * One issue for each check of a server that fails: opened when it starts to fail, closed when it passes again. What is not
 * known changes nothing.
 */
async function watchChecks(api, repository, evidence) {
    const issues = new github_issues/* Issues */.t(api, repository);
    const there = await issues.withLabel(WATCH_LABEL);
    const host = (0,evidence_evidence/* machineName */.Fm)(evidence);
    const did = [];
    for (const check of worstOfEach((0,evidence_evidence/* allChecks */.fZ)(evidence).filter(({ informational }) => !informational))) {
        const name = (0,marker/* marker */.xL)('watch', check.id, host);
        const issue = there.find(({ body }) => body?.startsWith(name));
        if (check.result === 'fail')
            did.push(...(await failing(issues, check, evidence, name, issue)));
        else if (check.result === 'pass' && issue)
            did.push(...(await passing(issues, check, evidence, issue)));
    }
    return did;
}
/** Several steps may have looked at the same. */
function worstOfEach(checks) {
    const rank = { fail: 3, unknown: 2, pass: 1, 'not-applicable': 0 };
    const worst = new Map();
    for (const check of checks) {
        const other = worst.get(check.id);
        if (!other || rank[check.result] > rank[other.result])
            worst.set(check.id, check);
    }
    return [...worst.values()];
}
const told = ({ title, measured, target, how }, evidence) => [
    `| | |\n|---|---|\n| Check | ${(0,defuse/* cell */.Hn)(title)} |\n| Measured | ${(0,defuse/* cell */.Hn)(measured)} |\n| Target | ${(0,defuse/* cell */.Hn)(target)} |\n| How | ${(0,defuse/* cell */.Hn)(how)} |`,
    `Seen by ${(0,judge/* runLink */.ut)(evidence)}.`,
].join('\n\n');
const isFailing = ({ body }) => (0,marker/* wordsOf */.Z9)('state', body ?? '')?.[0] === 'failing';
async function failing(issues, check, evidence, name, issue) {
    const now = (body) => (0,marker/* withMarker */.Pe)((0,marker/* withSection */.iG)(body, 'now', told(check, evidence)), 'state', 'failing');
    if (!issue) {
        await issues.ensureLabel(WATCH_LABEL, 'd93f0b', 'A check of the server that fails; kept by edge-phase1');
        const title = (0,defuse/* plain */.pj)(`${(0,evidence_evidence/* machineName */.Fm)(evidence)}: ${check.title} fails`).slice(0, 200);
        const text = now(`${name}\nThis issue is closed when the check passes again.\n`);
        const opened = await issues.create({ title, body: text, labels: [WATCH_LABEL] }, ({ body }) => Boolean(body?.startsWith(name)));
        return [{ check: check.id, number: opened.number, did: 'opened' }];
    }
    // Closed by a person while it fails, it stays closed until it has passed in between.
    const again = !isFailing(issue);
    const { changed } = await issues.change(issue.number, ({ body }) => ({
        body: now(body ?? ''),
        ...(again && { state: 'open', state_reason: 'reopened' }),
    }));
    return changed ? [{ check: check.id, number: issue.number, did: again ? 'opened' : 'updated' }] : [];
}
async function passing(issues, check, evidence, issue) {
    if (!isFailing(issue))
        return [];
    await issues.change(issue.number, ({ body }) => ({
        body: (0,marker/* withMarker */.Pe)((0,marker/* withSection */.iG)(body ?? '', 'now', told(check, evidence)), 'state', 'passing'),
        state: 'closed',
        state_reason: 'completed',
    }));
    return [{ check: check.id, number: issue.number, did: 'closed' }];
}

;// CONCATENATED MODULE: ./build/desk/watch.js







/** Opens an issue for a check that starts to fail, closes it when it passes again. The forecast is one of the checks. */
async function watchTask(desk) {
    const last = desk.evidence.at(-1);
    if (!last)
        throw new host/* Refusal */.P_('evidence', 'There is no evidence: the server was not looked at.', 'The log of the job on the server says why.');
    const looked = withForecast(last, await (0,past_runs/* historyOr */.o)(desk.api, desk.repository), desk.now());
    const did = await watchChecks(desk.api, desk.repository, looked);
    const lines = did.map(({ check, number, did: what }) => `- #${number}: \`${check}\` ${what}`);
    const changed = lines.length > 0 ? lines.join('\n') : 'No check has changed.';
    return { summary: `${changed}\n\n${(0,markdown/* markdownReport */.q)(looked)}`, outputs: {}, warnings: [] };
}
/** The evidence with the forecast, which a job on the server cannot make: it knows no history. */
function withForecast(evidence, history, now) {
    const foretold = (0,conclusion/* concluded */._)(evidence, (0,evidence_history/* historyFiles */.qB)(history)['disks.jsonl'] ?? '');
    const { forecast } = foretold;
    if (!forecast)
        return evidence;
    const steps = foretold.steps.map((record) => record.step === 'validate' ? { ...record, checks: [...record.checks, forecastCheck(forecast, now)] } : record);
    return { ...foretold, steps };
}

;// CONCATENATED MODULE: ./build/desk/entry.js





















const RUN = {
    checklist: desk_checklist/* checklistTask */.Sb,
    history: historyTask,
    watch: watchTask,
    command: commandTask,
    answer: answerTask,
    comment: commentTask,
};
/** How long one request may wait for GitHub's limits. */
const PATIENCE_SECONDS = 900;
/** The action at the desk: brings results to GitHub, in a job that knows nothing of the server. Answers the exit code. */
async function desk(env) {
    try {
        const inputs = readDeskInputs((name) => core/* getInput */.V4(name, { trimWhitespace: false }));
        const result = await RUN[inputs.task](deskOf(inputs, env));
        await publish(result, env);
        return 0;
    }
    catch (error) {
        if (error instanceof inputs/* InputError */.dz || error instanceof load/* ConfigError */.xL)
            return failed(2, error.message);
        if (error instanceof host/* Refusal */.P_)
            return failed(3, `${error.message} What to do: ${error.wayOut}`);
        if (error instanceof github_error/* ApiError */.hD)
            return failed(3, error.message);
        return failed(1, error.message);
    }
}
function deskOf({ evidence, config, runId, token }, env) {
    const { GITHUB_API_URL: url = 'https://api.github.com', GITHUB_WORKSPACE: dir = '.' } = env;
    const api = (0,github_api/* githubApi */.Mc)({ token, url, patienceSeconds: PATIENCE_SECONDS }, { send: (0,send/* httpSend */.v)(`edge-phase1/${(0,version/* version */.r)()}`), now: Date.now, sleep: sleep/* sleep */.y });
    return {
        api,
        repository: (0,github_repository/* parseRepository */.S)(env.GITHUB_REPOSITORY ?? ''),
        config: (0,load/* loadConfig */.Z9)({ dir, ...(config && { file: config }) }).config,
        payload: env.GITHUB_EVENT_PATH ? JSON.parse((0,external_node_fs_.readFileSync)(env.GITHUB_EVENT_PATH, 'utf8')) : {},
        evidence: evidence ? (0,desk_evidence/* evidenceIn */.nM)((0,external_node_path_.join)(dir, evidence)) : [],
        server: env.GITHUB_SERVER_URL ?? 'https://github.com',
        run: env.GITHUB_RUN_ID ?? '',
        source: runId,
        now: () => new Date(),
        sleep: sleep/* sleep */.y,
        random: Math.random,
    };
}
async function publish({ summary, outputs, warnings, files }, env) {
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value);
    for (const warning of warnings)
        core/* warning */.$e((0,defuse/* plain */.pj)(warning), { title: 'edge-phase1' });
    if (files) {
        const folder = (0,external_node_path_.join)(env.RUNNER_TEMP ?? '.', 'edge-phase1-history');
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        for (const [name, text] of Object.entries(files))
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), text);
        core/* setOutput */.uH('history_path', folder);
    }
    if (summary === '')
        return;
    core/* info */.pq((0,defuse/* plain */.pj)(summary));
    if (env.GITHUB_STEP_SUMMARY)
        await core/* summary */.z.addRaw(summary, true).write();
}
function failed(code, message) {
    core/* error */.z3((0,defuse/* plain */.pj)(message), { title: 'edge-phase1' });
    return code;
}


/***/ }),

/***/ 6388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ historyOr),
/* harmony export */   r: () => (/* binding */ pastRuns)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);
/* harmony import */ var _evidence_history__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6311);
/* harmony import */ var _report_comment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1302);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3543);
/* harmony import */ var _history__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(209);





/** The runs of this kind on this host so far, for the chart of a comment; undefined for a kind that has no history. */
async function pastRuns(api, repository, evidence) {
    const { mode, steps } = evidence;
    const series = SERIES[(0,_report_comment__WEBPACK_IMPORTED_MODULE_2__/* .topicOf */ .FW)(mode, steps.map(({ step }) => step))];
    return series?.(await historyOr(api, repository), (0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .machineName */ .Fm)(evidence), evidence.scorecard?.needed);
}
const SERIES = {
    build: ({ builds }, host) => ({
        title: 'Cold builds',
        unit: 'minutes',
        points: builds
            .filter((line) => line.host === host && line.scenario === 'cold')
            .map(({ at, seconds }) => ({ at, value: seconds / 60 })),
    }),
    scorecard: ({ scores }, host, needed) => ({
        title: 'Scores',
        unit: 'points',
        points: scores.filter((line) => line.host === host).map(({ at, score }) => ({ at, value: score })),
        ...(needed !== undefined && { target: needed }),
    }),
};
/** Where it cannot be read, it is as if there were none. */
async function historyOr(api, repository) {
    try {
        return await (0,_history__WEBPACK_IMPORTED_MODULE_4__/* .readHistory */ .Lu)(api, repository);
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_3__/* .ApiError */ .hD || error instanceof _evidence_history__WEBPACK_IMPORTED_MODULE_1__/* .NewerHistory */ .ex)
            return _evidence_history__WEBPACK_IMPORTED_MODULE_1__/* .NO_HISTORY */ .Vo;
        throw error;
    }
}


/***/ }),

/***/ 504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* unused harmony exports INPUTS, OUTPUTS, INPUT_DEFAULTS, COMMENT_WHEN, ALL_STEPS */
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);
/* harmony import */ var _evidence_failing__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(155);
/* harmony import */ var _github_comment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2952);
/* harmony import */ var _github_place__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3690);
/* harmony import */ var _steps__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1349);





/** The inputs of the action; `action.yml` is held against this list by a test. */
const INPUTS = (/* unused pure expression or super */ null && ([
    'step',
    'mode',
    'config',
    'set',
    'host',
    'ssh_private_key',
    'ssh_known_hosts',
    'plan_hash',
    'fail_on',
    'comment',
    'comment_mode',
    'comment_when',
    'comment_id',
    'github_token',
]));
const OUTPUTS = (/* unused pure expression or super */ null && ([
    'run',
    'changed',
    'plan_hash',
    'score',
    'checks',
    'disk_bytes',
    'evidence_path',
    'report_path',
    'comment_url',
    'comment_id',
]));
const INPUT_DEFAULTS = {
    step: 'extend-lvm',
    mode: 'plan',
    fail_on: 'fail',
    comment: 'auto',
    comment_mode: 'update',
    comment_when: 'always',
};
/** Whether the comment is also written when its text is the one that is there. */
const COMMENT_WHEN = ['always', 'changed'];
/** Instead of the name of a step: all of them. Only for looking, as each change has a plan and an approval of its own. */
const ALL_STEPS = 'all';
/** A wrong input: names the field, the value and what is allowed. */
class InputError extends Error {
    name = 'InputError';
}
/** @throws InputError before anything was touched */
function readInputs(get) {
    const value = (name) => get(name).trim() || (INPUT_DEFAULTS[name] ?? '');
    const mode = oneOf('mode', value('mode'), _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .MODES */ .FN);
    const planHash = value('plan_hash');
    if (planHash !== '' && !/^[0-9a-f]{64}$/.test(planHash)) {
        throw new InputError(`plan_hash: '${shown(planHash)}' is not a hash; allowed is the output plan_hash of a plan, 64 hexadecimal digits.`);
    }
    const step = oneOf('step', value('step'), [..._steps__WEBPACK_IMPORTED_MODULE_3__/* .STEP_IDS */ .W, ALL_STEPS]);
    if (step === ALL_STEPS && mode !== 'plan' && mode !== 'verify') {
        throw new InputError(`step: 'all' is not allowed with ${mode}, which takes one step at a time: ${_steps__WEBPACK_IMPORTED_MODULE_3__/* .STEP_IDS */ .W.join(', ')}.`);
    }
    if (planHash === '' && mode === 'apply' && _steps__WEBPACK_IMPORTED_MODULE_3__/* .STEPS */ .U.find(({ id }) => id === step)?.kind === 'change') {
        throw new InputError('plan_hash: it is empty; apply needs the hash of the plan that was approved. Run mode plan first and pass its output plan_hash.');
    }
    return {
        steps: step === ALL_STEPS ? _steps__WEBPACK_IMPORTED_MODULE_3__/* .STEP_IDS */ .W : [step],
        mode,
        config: value('config'),
        overrides: value('set')
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        host: value('host'),
        sshPrivateKey: get('ssh_private_key'),
        sshKnownHosts: get('ssh_known_hosts'),
        planHash,
        failOn: oneOf('fail_on', value('fail_on'), _evidence_failing__WEBPACK_IMPORTED_MODULE_1__/* .FAIL_ON */ .d$),
        comment: commentTarget(value('comment')),
        commentMode: oneOf('comment_mode', value('comment_mode'), _github_comment__WEBPACK_IMPORTED_MODULE_2__/* .COMMENT_MODES */ .p8),
        commentWhen: oneOf('comment_when', value('comment_when'), COMMENT_WHEN),
        commentId: commentId(value('comment_id')),
        githubToken: value('github_token'),
    };
}
function commentTarget(value) {
    const target = (0,_github_place__WEBPACK_IMPORTED_MODULE_4__/* .parseCommentTarget */ .I)(value);
    if (target === undefined)
        throw new InputError(`comment: '${shown(value)}' is not allowed; write auto, off, or the number of an issue or pull request.`);
    return target;
}
function commentId(value) {
    if (!/^[A-Za-z0-9_=-]{0,100}$/.test(value))
        throw new InputError(`comment_id: '${shown(value)}' is no id; allowed is the output comment_id of an earlier run, or nothing.`);
    return value;
}
function oneOf(name, value, allowed) {
    const found = allowed.find((a) => a === value);
    if (found === undefined)
        throw new InputError(`${name}: '${shown(value)}' is not allowed; write one of: ${allowed.join(', ')}.`);
    return found;
}
const shown = (value) => value.slice(0, 60).replace(/[^\x20-\x7e]/g, '?');


/***/ })

};
;