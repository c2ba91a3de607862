"use strict";
exports.id = 933;
exports.ids = [933];
exports.modules = {

/***/ 6933:
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
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./build/config/load.js + 5 modules
var load = __webpack_require__(8909);
// EXTERNAL MODULE: ./build/github/api.js + 2 modules
var github_api = __webpack_require__(4991);
// EXTERNAL MODULE: ./build/github/error.js
var github_error = __webpack_require__(8741);
// EXTERNAL MODULE: ./build/github/repository.js
var github_repository = __webpack_require__(7199);
// EXTERNAL MODULE: ./build/github/send.js
var send = __webpack_require__(9709);
// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(3934);
// EXTERNAL MODULE: ./build/inputs.js
var inputs = __webpack_require__(8618);
// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8743);
// EXTERNAL MODULE: ./build/checklist/marker.js
var marker = __webpack_require__(1536);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/report/comment.js
var report_comment = __webpack_require__(8427);
// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(773);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(7601);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
// EXTERNAL MODULE: ./build/checklist/judge.js
var judge = __webpack_require__(4775);
// EXTERNAL MODULE: ./build/github/checklist.js + 1 modules
var checklist = __webpack_require__(5611);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var build_texts = __webpack_require__(8774);
;// CONCATENATED MODULE: ./build/github/commands.js

const ENGLISH = (0,build_texts/* textsOf */.CB)({}).desk.commands;
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
function parseCommand(text, steps, say = ENGLISH) {
    if (!/^\/phase1(?![\w-])/.test(text))
        return { kind: 'none' };
    const refused = (why) => ({ kind: 'refused', why });
    const line = text.trimEnd();
    if (/[\r\n]/.test(line))
        return refused(say.oneLine);
    if (line.length > LONGEST || !/^[\x20-\x7e]*$/.test(line)) {
        return refused(say.signs);
    }
    const [, verb = 'help', step, hash, ...more] = line.split(/ +/);
    const form = FORMS.find((f) => f.split(' ')[1] === verb);
    if (!form)
        return refused(say.noSuchCommand(FORMS));
    const written = refused(say.written(form));
    if (more.length > 0)
        return written;
    if (verb === 'help' || verb === 'status' || verb === 'go') {
        return step === undefined ? { kind: 'command', command: { verb } } : written;
    }
    if (step === undefined)
        return written;
    const known = steps.find(({ id }) => id === step);
    if (!known)
        return refused(say.noSuchStep(steps.map(({ id }) => id)));
    if (verb === 'plan' || verb === 'verify') {
        return hash === undefined ? { kind: 'command', command: { verb, step } } : written;
    }
    if (hash !== undefined && !HASH.test(hash)) {
        return refused(say.badHash);
    }
    if (verb !== 'rollback' && verb !== 'apply')
        return written;
    if (verb === 'apply' && hash === undefined && known.kind === 'change') {
        return refused(say.needsHash(step));
    }
    return { kind: 'command', command: { verb, step, ...(hash !== undefined && { hash }) } };
}
/** As they stand in the help, in the order of its explanations. */
const HELP = [
    '/phase1 plan STEP',
    '/phase1 apply STEP HASH',
    '/phase1 apply STEP',
    '/phase1 verify STEP',
    '/phase1 rollback STEP',
    '/phase1 rollback STEP HASH',
    '/phase1 go',
    '/phase1 status',
    '/phase1 help',
];
const helpText = (steps, say = ENGLISH) => [
    say.helpTitle,
    [
        `| ${say.helpColumns.join(' | ')} |`,
        '|---|---|',
        ...HELP.map((write, place) => `| \`${write}\` | ${say.help[place]} |`),
    ].join('\n'),
    say.steps(steps.map(({ id }) => `\`${id}\``).join(', ')),
].join('\n\n');
const WRITERS = ['admin', 'maintain', 'write'];
const isWriter = (role) => WRITERS.includes(role);
function decide(parsed, { onTracking, role, shown }, say = ENGLISH) {
    if (parsed.kind === 'none')
        return { do: 'nothing' };
    const refuse = (why) => ({ do: 'refuse', why });
    const mayWrite = isWriter(role);
    if (!onTracking) {
        return mayWrite ? refuse(say.onTrackingOnly) : { do: 'nothing' };
    }
    const { command } = parsed.kind === 'command' ? parsed : { command: undefined };
    if (command?.verb === 'help')
        return { do: 'help' };
    if (!mayWrite) {
        return refuse(say.needsRight);
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
    return refuse(hashes.length === 0 ? say.notShown(step, first) : say.several);
}

// EXTERNAL MODULE: ./build/github/comment.js
var comment = __webpack_require__(5946);
// EXTERNAL MODULE: ./build/steps/index.js + 46 modules
var steps = __webpack_require__(1549);
// EXTERNAL MODULE: ./build/desk/checklist.js
var desk_checklist = __webpack_require__(6957);
// EXTERNAL MODULE: ./build/desk/payload.js
var payload = __webpack_require__(4619);
// EXTERNAL MODULE: ./build/desk/world.js
var world = __webpack_require__(8605);
;// CONCATENATED MODULE: ./build/desk/command.js













const NEEDS = { needs: 'issues: write' };
const NOTHING = { summary: '', outputs: { mode: '', step: '', plan_hash: '' }, warnings: [] };
/** Reads a comment, answers it in place, and says what is to be run on the server. */
async function commandTask(desk) {
    const { comment, issue } = desk.payload;
    const say = (0,build_texts/* textsOf */.CB)(desk.config).desk.commands;
    const parsed = parseCommand(comment?.body ?? '', steps/* STEPS */.U, say);
    if (parsed.kind === 'none' || (0,payload/* isBot */.w)(comment?.user) || !comment?.id || !issue?.number)
        return NOTHING;
    const onTracking = !issue.pull_request && Boolean(issue.labels?.some(({ name }) => name === checklist/* TRACKING_LABEL */.Bu));
    const role = await roleOf(desk, comment.user?.login ?? '');
    const shown = onTracking ? await plansShown(desk, issue.number) : [];
    const decision = decide(parsed, { onTracking, role, shown }, say);
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
    const say = (0,build_texts/* textsOf */.CB)(desk.config).desk.commands;
    switch (decision.do) {
        case 'refuse':
            return say.notDone(decision.why);
        case 'help':
            return helpText(steps/* STEPS */.U, say);
        case 'run':
            return say.going(`${decision.mode} ${decision.step}`, (0,world/* runUrl */.V)(desk, desk.run));
        default:
            return command_status(desk, decision.do);
    }
}
async function command_status(desk, asked) {
    const { comment } = desk.payload;
    const say = (0,build_texts/* textsOf */.CB)(desk.config).desk.commands;
    const who = comment?.user?.login ?? '';
    const go = asked === 'go' ? [(0,judge/* approval */.SH)(who, comment?.created_at ?? desk.now().toISOString(), '/phase1 go')] : [];
    const { progress, groups } = await (0,desk_checklist/* syncAll */.L9)(desk, go);
    const open = groups.filter(({ closed }) => !closed);
    const next = open[0] ? say.next(open[0].number, (0,defuse/* cell */.Hn)(open[0].group.title)) : '';
    const recorded = asked === 'go' ? say.go : '';
    return `✅ ${recorded}${say.done((0,desk_checklist/* standing */.JA)(desk, progress))}${next}`;
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
var past_runs = __webpack_require__(7626);
// EXTERNAL MODULE: ./build/github/place.js
var github_place = __webpack_require__(476);
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
const nothingText = (desk) => (0,build_texts/* textsOf */.CB)(desk.config).desk.commands.noResult((0,world/* runUrl */.V)(desk, desk.run));
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
    const how = `${(0,lines/* speechOf */.q9)(evidence).texts.desk.commands.toCarryOut}\n\n\`\`\`text\n/phase1 ${plan.intent} ${plan.step} ${hash.slice(0, 12)}\n\`\`\``;
    return { ...text, head: `${(0,marker/* marker */.xL)('plan', plan.step, plan.intent, hash)}\n\n${text.head}\n\n${how}` };
}

// EXTERNAL MODULE: ./build/documents/index.js + 18 modules
var build_documents = __webpack_require__(8259);
// EXTERNAL MODULE: ./build/evidence/folder.js
var folder = __webpack_require__(1325);
// EXTERNAL MODULE: ./build/github/issues.js
var github_issues = __webpack_require__(539);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/github/pull-request.js




const READ = { needs: 'contents: read' };
const WRITE = { needs: 'contents: write' };
const PULLS = { needs: 'pull-requests: write' };
/**
 * One pull request with these files, through git objects: nothing is checked out. Where one is open its branch gets one
 * commit more, on top of what people have put there. Where the default branch has the files already, nothing is done.
 *
 * @throws ApiError
 */
async function proposeFiles(api, repository, proposal) {
    const path = (0,github_repository/* pathOf */.X)(repository);
    const { branch, files } = proposal;
    const { default_branch: base } = await api.get({
        path,
        to: 'read the default branch',
        needs: 'metadata: read',
    });
    const open = await openPull(api, repository, branch);
    // A branch without an open pull request is what an earlier one, merged or closed, has left: it begins anew.
    const parent = await tipOf(api, path, open ? branch : base);
    if (!parent)
        throw new github_error/* ApiError */.hD('missing', `The branch ${base} has no commit yet. Push one, then run this again.`);
    if (await hasFiles(api, path, parent, files))
        return { did: 'nothing', url: open?.html_url ?? '' };
    const commit = await commitOn(api, path, parent, proposal);
    const there = open !== undefined || (await tipOf(api, path, branch)) !== undefined;
    // What people push to an open pull request at this moment is not to be lost.
    await move(api, path, branch, { commit, there, force: open === undefined });
    if (open)
        return { did: 'updated', url: open.html_url };
    return { did: 'opened', url: (await openNew(api, repository, base, proposal)).html_url };
}
/** The commit that a branch points at; undefined where there is no such branch. */
async function tipOf(api, path, branch) {
    const call = { path: `${path}/git/ref/heads/${branch}`, to: `read the branch ${branch}`, ...READ };
    try {
        return (await (0,github_api/* ifThere */.y)(api.get(call)))?.object.sha;
    }
    catch (error) {
        // GitHub answers 409 for a repository without any commit.
        if (error instanceof github_error/* ApiError */.hD && error.status === 409)
            return undefined;
        throw error;
    }
}
const treeOf = async (api, path, commit) => (await api.get({
    path: `${path}/git/commits/${commit}`,
    to: 'read the latest commit',
    ...READ,
})).tree.sha;
/** Git names a file by its content, so that names tell whether they are the same. */
async function hasFiles(api, path, commit, files) {
    const tree = await treeOf(api, path, commit);
    const { tree: entries } = await api.get({
        path: `${path}/git/trees/${tree}?recursive=1`,
        to: 'list the files of the repository',
        ...READ,
    });
    const there = new Map(entries.map((entry) => [entry.path, entry.sha]));
    return Object.entries(files).every(([name, text]) => there.get(name) === blobName(text));
}
function blobName(text) {
    const bytes = Buffer.from(text);
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
async function commitOn(api, path, parent, { files, title, at }) {
    const post = async (what, body) => (await api.create({ path: `${path}/git/${what}`, body, to: 'write the documents', ...WRITE })).sha;
    const tree = [];
    for (const [name, content] of Object.entries(files)) {
        tree.push({ path: name, mode: '100644', type: 'blob', sha: await post('blobs', { content, encoding: 'utf-8' }) });
    }
    const whole = await post('trees', { base_tree: await treeOf(api, path, parent), tree });
    const author = { name: 'edge-phase1', email: 'edge-phase1@users.noreply.github.com', date: at };
    return post('commits', { message: title, tree: whole, parents: [parent], author, committer: author });
}
async function move(api, path, branch, { commit, there, force }) {
    const to = `write the branch ${branch}`;
    if (there) {
        const body = { sha: commit, force };
        await api.write({ method: 'PATCH', path: `${path}/git/refs/heads/${branch}`, body, to, ...WRITE });
        return;
    }
    const find = async () => ((await tipOf(api, path, branch)) === commit ? {} : undefined);
    const body = { ref: `refs/heads/${branch}`, sha: commit };
    await api.create({ path: `${path}/git/refs`, body, find, to, ...WRITE });
}
async function openPull(api, { owner, name }, branch) {
    const path = `${(0,github_repository/* pathOf */.X)({ owner, name })}/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`;
    for await (const pull of api.list({ path, to: 'look for an open pull request', ...PULLS })) {
        if (pull.head.ref === branch)
            return pull;
    }
    return undefined;
}
const openNew = (api, repository, base, { branch, title, body }) => api.create({
    path: `${(0,github_repository/* pathOf */.X)(repository)}/pulls`,
    body: { title, body, head: branch, base },
    find: () => openPull(api, repository, branch),
    to: 'open a pull request',
    ...PULLS,
});

;// CONCATENATED MODULE: ./build/desk/documents.js














const FOLDER = 'docs/phase1';
const BRANCH = 'edge-phase1/documents';
/**
 * Writes the documents of Phase 1: for an artifact, on the tracking issue, and on request as a pull request. Where the runs were
 * on several servers, each has its own.
 */
async function documentsTask(desk) {
    const { evidence, broken = [] } = desk;
    const warnings = broken.length > 0 ? [(0,folder/* leftOut */.ig)(broken)] : [];
    if (evidence.length === 0) {
        throw new host/* Refusal */.P_('no-evidence', ['No run of the default branch has left evidence.', ...warnings].join('\n'), 'Run the workflow Phase 1 there first. GitHub keeps what runs leave for 90 days, unless set otherwise.');
    }
    const approvals = await approvalsOf(desk, warnings);
    const history = await (0,past_runs/* historyOr */.o)(desk.api, desk.repository);
    const { language } = desk.config;
    const say = (0,build_texts/* textsOf */.CB)(desk.config).desk.documents;
    const materials = (0,build_documents/* materialsOf */.iA)({ evidence, history, approvals });
    const texts = {};
    const links = [];
    for (const material of materials) {
        const documents = (0,build_documents/* documentsOf */.uo)(material, language);
        const folder = materials.length === 1 ? '' : `${folderName(material.server)}/`;
        for (const [name, text] of Object.entries(documents))
            texts[`${folder}${name}`] = text;
        const url = await orWarning(warnings, '', () => commentReport(desk, material.server, documents, warnings));
        links.push(`- ${(0,defuse/* cell */.Hn)(material.server)}: ${(0,build_documents/* verdictOf */.Vj)(material, language)}`);
        if (url)
            links.push(`- ${(0,defuse/* link */.nf)(say.report, url)}`);
    }
    const newest = evidence.at(-1).started;
    const pullUrl = desk.pullRequest ? await orWarning(warnings, '', () => propose(desk, texts, newest)) : '';
    if (pullUrl)
        links.push(`- ${(0,defuse/* link */.nf)(say.pullRequest, pullUrl)}`);
    return {
        summary: links.join('\n'),
        outputs: { pull_request_url: pullUrl },
        warnings,
        files: { kind: 'documents', texts },
    };
}
/** A name comes from a server: it has to stay below the folder of the documents. */
const folderName = (server) => server.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'server';
/** What GitHub refuses does not keep the documents from being made. */
async function orWarning(warnings, otherwise, act) {
    try {
        return await act();
    }
    catch (error) {
        if (!(error instanceof github_error/* ApiError */.hD))
            throw error;
        warnings.push(error.message);
        return otherwise;
    }
}
/** Who let the runs of this repository go on, by the address of the run. */
async function approvalsOf(desk, warnings) {
    const runs = desk.evidence.filter(({ mode }) => mode === 'apply' || mode === 'rollback');
    const addresses = [...new Set(runs.flatMap(({ trigger }) => trigger?.url ?? []))];
    const found = new Map();
    for (const url of addresses) {
        const run = numberOf(desk, url);
        if (run === undefined)
            continue;
        const path = `${(0,github_repository/* pathOf */.X)(desk.repository)}/actions/runs/${run}/approvals`;
        const call = { path, to: 'read who approved a run', needs: 'actions: read' };
        const reviews = await orWarning(warnings, undefined, () => desk.api.get(call));
        // The same permission is missing for all of them.
        if (!reviews)
            break;
        const people = reviews.filter(({ state }) => state === 'approved').flatMap(({ user }) => user?.login ?? []);
        if (people.length > 0)
            found.set(url, [...new Set(people)]);
    }
    return found;
}
/** The address comes from evidence: only runs of this repository are asked for. */
function numberOf(desk, url) {
    const start = `${(0,world/* repositoryUrl */.E)(desk)}/actions/runs/`;
    return url.startsWith(start) ? /^\d{1,18}$/.exec(url.slice(start.length))?.[0] : undefined;
}
/** One comment a server, updated in place. */
async function commentReport(desk, server, documents, warnings) {
    const { api, repository, sleep, run } = desk;
    const [tracking] = await new github_issues/* Issues */.t(api, repository).withLabel(checklist/* TRACKING_LABEL */.Bu);
    if (!tracking) {
        warnings.push('There is no tracking issue to post the completion report on: run the workflow Checklist first.');
        return '';
    }
    const artifact = `${(0,world/* runUrl */.V)(desk, run)}#artifacts`;
    const texts = (0,build_texts/* textsOf */.CB)(desk.config).desk;
    const say = texts.documents;
    const whole = say.whole((0,defuse/* link */.nf)(say.theDocuments, artifact));
    const foot = `<sub>${(0,defuse/* link */.nf)(say.allFive, artifact)}</sub>`;
    const text = { head: documents['completion-report.md'], folded: [], foot, whole, say: texts.comment };
    const place = { owner: repository.owner, repo: repository.name, number: tracking.number, kind: 'issue' };
    const request = { topic: 'completion', key: `report ${server}`, mode: 'update', onlyIfChanged: false, run };
    return (await (0,comment/* postComment */.Gy)({ api, sleep }, place, { ...request, render: (bytes) => (0,fit/* fitted */.$)(text, bytes) })).url;
}
async function propose({ api, repository, config }, documents, at) {
    const say = (0,build_texts/* textsOf */.CB)(config).desk.documents;
    const files = Object.fromEntries(Object.entries(documents).map(([name, text]) => [`${FOLDER}/${name}`, text]));
    const list = Object.keys(files).map((name) => `- \`${name}\``);
    const body = [say.body, list.join('\n')].join('\n\n');
    try {
        const proposal = { branch: BRANCH, files, title: say.title, body, at };
        return (await proposeFiles(api, repository, proposal)).url;
    }
    catch (error) {
        if (!(error instanceof github_error/* ApiError */.hD) || error.kind !== 'denied')
            throw error;
        const setting = 'Settings > Actions > General > Allow GitHub Actions to create and approve pull requests';
        throw new github_error/* ApiError */.hD(error.kind, `${error.message} For a pull request this setting is needed, too: ${setting}.`);
    }
}

// EXTERNAL MODULE: ./build/desk/evidence.js
var desk_evidence = __webpack_require__(5308);
// EXTERNAL MODULE: ./build/checklist/config.js
var config = __webpack_require__(1136);
// EXTERNAL MODULE: ./build/evidence/history.js
var evidence_history = __webpack_require__(9621);
// EXTERNAL MODULE: ./build/evidence/history-of.js
var history_of = __webpack_require__(8543);
// EXTERNAL MODULE: ./build/checklist/body.js
var body = __webpack_require__(4274);
;// CONCATENATED MODULE: ./build/github/checklist-progress.js




/**
 * How far the groups of the checklist are, as their issues say now; `at` is when an issue was last touched, so that looking
 * twice says the same. A group whose issue is not there, or has lost its hidden marker, is left out.
 *
 * @throws ApiError
 */
async function checklistProgress(api, repository, { groups }) {
    const issues = await new github_issues/* Issues */.t(api, repository).withLabel(checklist/* LABEL */.d_);
    return groups.flatMap(({ id, title }, place) => {
        const issue = issues.find(({ body }) => (0,marker/* wordsOf */.Z9)('group', body ?? '')?.[0] === id);
        if (!issue?.updated_at)
            return [];
        return [{ at: issue.updated_at, group: id, place, title, ...(0,body/* progressOf */.jA)(issue.body ?? '') }];
    });
}

// EXTERNAL MODULE: ./build/github/history.js
var github_history = __webpack_require__(2859);
;// CONCATENATED MODULE: ./build/desk/history.js






/**
 * Adds what runs measured and carried out, and how far the checklist is, to the data branch; without the permission, the lines
 * are left for an artifact.
 */
async function historyTask(desk) {
    const warnings = [];
    const ofRuns = desk.evidence.map(history_of/* historyOf */.o).reduce(evidence_history/* joined */.oR, evidence_history/* NO_HISTORY */.Vo);
    const lines = { ...ofRuns, checklists: await progressIn(desk, warnings) };
    const count = countOf(lines);
    if (count === 0)
        return { summary: 'These runs measured nothing for the history.', outputs: {}, warnings };
    const { written, why = '', history } = await (0,github_history/* recordHistory */.cJ)(desk.api, desk.repository, lines, desk);
    if (written)
        return { summary: `The history has ${count} lines of these runs.`, outputs: {}, warnings };
    return {
        summary: `The history was not written: ${why}`,
        outputs: {},
        warnings: [...warnings, `The history was not written; an artifact has it. ${why}`],
        files: { kind: 'history', texts: (0,evidence_history/* historyFiles */.qB)(history) },
    };
}
/** Targets alone are no news. */
const countOf = (lines) => evidence_history/* HISTORY_KINDS */.NZ.filter((kind) => kind !== 'targets').reduce((count, kind) => count + lines[kind].length, 0);
async function progressIn(desk, warnings) {
    try {
        return await checklistProgress(desk.api, desk.repository, (0,config/* checklistOf */.W)(desk.config));
    }
    catch (error) {
        if (!(error instanceof github_error/* ApiError */.hD))
            throw error;
        warnings.push(`How far the checklist is was not recorded. ${error.message}`);
        return [];
    }
}

;// CONCATENATED MODULE: ./build/desk/inputs.js

/** The inputs of `.github/actions/desk/action.yml`, which is held against this list by a test. */
const DESK_INPUTS = (/* unused pure expression or super */ null && (['task', 'evidence', 'config', 'run_id', 'pull_request', 'github_token']));
const DESK_OUTPUTS = (/* unused pure expression or super */ null && ([
    'issue_url',
    'comment_url',
    'complete',
    'mode',
    'step',
    'plan_hash',
    'history_path',
    'documents_path',
    'pull_request_url',
]));
const TASKS = ['checklist', 'history', 'watch', 'command', 'answer', 'comment', 'documents'];
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
    const pullRequest = get('pull_request').trim();
    if (!['', 'true', 'false'].includes(pullRequest))
        throw new inputs/* InputError */.dz('pull_request: write true or false.');
    return {
        task,
        pullRequest: pullRequest === 'true',
        evidence: get('evidence').trim(),
        config: get('config').trim(),
        runId,
        token,
    };
}

// EXTERNAL MODULE: ./build/desk/sleep.js
var sleep = __webpack_require__(2394);
// EXTERNAL MODULE: ./build/stats/forecast.js + 1 modules
var forecast = __webpack_require__(2025);
;// CONCATENATED MODULE: ./build/checks/forecast.js


/** Days ahead that leave time to do something about it. */
const AHEAD_DAYS = 14;
/** Whether `/` stays below every fill level that matters for the next two weeks, at the growth seen so far. */
function forecastCheck({ marks, growth, unknown, days }, now, config) {
    const { forecast: say, notKnown } = (0,build_texts/* textsOf */.CB)(config ?? {}).checks;
    const about = {
        id: 'disk_forecast',
        title: say.title,
        target: say.target(AHEAD_DAYS),
        how: say.how,
    };
    if (!growth)
        return { ...about, measured: notKnown(unknown), result: 'unknown' };
    const soon = marks.filter((mark) => isSoon(mark, now));
    const measured = soon.length > 0 ? soon.map((mark) => words(mark, say)).join('; ') : say.none(days);
    return { ...about, measured, result: soon.length > 0 ? 'fail' : 'pass' };
}
const isSoon = ({ bytesLeft, at }, now) => (bytesLeft !== undefined && bytesLeft <= 0) ||
    (at !== undefined && Date.parse(at) - now.getTime() < AHEAD_DAYS * forecast/* DAY */.d);
const words = ({ title, bytesLeft, at }, say) => bytesLeft !== undefined && bytesLeft <= 0 ? say.already(title) : say.about(title, at);

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 1 modules
var conclusion = __webpack_require__(5974);
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
function told({ title, measured, target, how }, evidence) {
    const { rows, seenBy } = sayOf(evidence);
    const table = [
        [rows.check, title],
        [rows.measured, measured],
        [rows.target, target],
        [rows.how, how],
    ];
    const lines = table.map(([name, said]) => `| ${name} | ${(0,defuse/* cell */.Hn)(said)} |`);
    return [['| | |', '|---|---|', ...lines].join('\n'), seenBy((0,judge/* runLink */.ut)(evidence))].join('\n\n');
}
const sayOf = (evidence) => (0,lines/* speechOf */.q9)(evidence).texts.desk.watch;
const isFailing = ({ body }) => (0,marker/* wordsOf */.Z9)('state', body ?? '')?.[0] === 'failing';
async function failing(issues, check, evidence, name, issue) {
    const now = (body) => (0,marker/* withMarker */.Pe)((0,marker/* withSection */.iG)(body, 'now', told(check, evidence)), 'state', 'failing');
    if (!issue) {
        await issues.ensureLabel(WATCH_LABEL, 'd93f0b', sayOf(evidence).label);
        const title = (0,defuse/* plain */.pj)(sayOf(evidence).fails((0,evidence_evidence/* machineName */.Fm)(evidence), check.title)).slice(0, 200);
        const text = now(`${name}\n${sayOf(evidence).closes}\n`);
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
    const { colon } = (0,build_texts/* textsOf */.CB)(desk.config).common;
    const { watch: say } = (0,build_texts/* textsOf */.CB)(desk.config).desk;
    const did = await watchChecks(desk.api, desk.repository, looked);
    const lines = did.map(({ check, number, did: what }) => `- #${number}${colon} \`${check}\` ${say.did[what]}`);
    const changed = lines.length > 0 ? lines.join('\n') : say.nothing;
    return { summary: `${changed}\n\n${(0,markdown/* markdownReport */.q)(looked)}`, outputs: {}, warnings: [] };
}
/** The evidence with the forecast, which a job on the server cannot make: it knows no history. */
function withForecast(evidence, history, now) {
    const foretold = (0,conclusion/* concluded */._)(evidence, (0,evidence_history/* historyFiles */.qB)(history)['disks.jsonl'] ?? '');
    const { forecast } = foretold;
    if (!forecast)
        return evidence;
    const steps = foretold.steps.map((record) => record.step === 'validate'
        ? { ...record, checks: [...record.checks, forecastCheck(forecast, now, foretold.config)] }
        : record);
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
    documents: documentsTask,
};
/** How long one request may wait for GitHub's limits. */
const PATIENCE_SECONDS = 900;
const NO_EVIDENCE = { evidence: [], broken: [] };
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
function deskOf({ task, evidence: folder, config, runId, pullRequest, token }, env) {
    const { GITHUB_API_URL: url = 'https://api.github.com', GITHUB_WORKSPACE: dir = '.' } = env;
    const api = (0,github_api/* githubApi */.Mc)({ token, url, patienceSeconds: PATIENCE_SECONDS }, { send: (0,send/* httpSend */.v)(`edge-phase1/${(0,version/* version */.r)()}`), now: Date.now, sleep: sleep/* sleep */.y });
    const { evidence, broken } = folder ? (0,desk_evidence/* evidenceIn */.nM)((0,external_node_path_.join)(dir, folder)) : NO_EVIDENCE;
    // The documents rest on months of runs, the others on one.
    if (broken[0] && task !== 'documents')
        throw (0,desk_evidence/* refusalOf */.Of)(broken[0]);
    return {
        api,
        repository: (0,github_repository/* parseRepository */.S)(env.GITHUB_REPOSITORY ?? ''),
        config: (0,load/* loadConfig */.Z9)({ dir, ...(config && { file: config }) }).config,
        payload: env.GITHUB_EVENT_PATH ? JSON.parse((0,external_node_fs_.readFileSync)(env.GITHUB_EVENT_PATH, 'utf8')) : {},
        evidence,
        broken,
        server: env.GITHUB_SERVER_URL ?? 'https://github.com',
        run: env.GITHUB_RUN_ID ?? '',
        source: runId,
        pullRequest,
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
        const folder = (0,external_node_path_.join)(env.RUNNER_TEMP ?? '.', `edge-phase1-${files.kind}`);
        for (const [name, text] of Object.entries(files.texts)) {
            const file = (0,external_node_path_.join)(folder, name);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
            (0,external_node_fs_.writeFileSync)(file, text);
        }
        core/* setOutput */.uH(`${files.kind}_path`, folder);
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

/***/ 7626:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ historyOr),
/* harmony export */   r: () => (/* binding */ pastRuns)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _evidence_history__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9621);
/* harmony import */ var _report_comment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8427);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8741);
/* harmony import */ var _history__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2859);





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

/***/ 8618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* unused harmony exports INPUTS, OUTPUTS, INPUT_DEFAULTS, COMMENT_WHEN, ALL_STEPS */
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _evidence_failing__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3721);
/* harmony import */ var _github_comment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5946);
/* harmony import */ var _github_place__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(476);
/* harmony import */ var _steps__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1549);





/** The inputs of the action; `action.yml` is held against this list by a test. */
const INPUTS = (/* unused pure expression or super */ null && ([
    'step',
    'mode',
    'config',
    'set',
    'host',
    'ssh_private_key',
    'ssh_known_hosts',
    'harbor_admin_password',
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
    'build_seconds',
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
        harborAdminPassword: get('harbor_admin_password').replace(/\r?\n$/, ''),
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