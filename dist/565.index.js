"use strict";
exports.id = 565;
exports.ids = [565,455];
exports.modules = {

/***/ 4565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
// EXTERNAL MODULE: ./build/stats/summary.js
var summary = __webpack_require__(7127);
// EXTERNAL MODULE: ./build/build/result.js
var build_result = __webpack_require__(7383);
;// CONCATENATED MODULE: ./build/build/seconds.js



/**
 * Median in seconds of the cold builds that ended well, of the newest build test that the run has seen; undefined where it saw
 * none. The build as it is, not one with a patch that was tried.
 */
function buildSeconds({ steps }) {
    for (const { before, after } of steps.toReversed()) {
        const { result, builds } = ((after ?? before)?.facts ?? {});
        const cold = [
            ...(result && !(0,reading/* isUnreadable */.GZ)(result) ? (0,build_result/* goodRuns */.c6)(result, 'cold') : []),
            ...(builds && !(0,reading/* isUnreadable */.GZ)(builds) ? builds.filter(({ scenario, ok }) => scenario === 'cold' && ok) : []),
        ];
        if (cold.length > 0)
            return Number((0,summary/* median */.JZ)(cold.map(({ seconds }) => seconds)).toFixed(3));
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/config/load.js + 5 modules
var load = __webpack_require__(8909);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/evidence/failing.js
var failing = __webpack_require__(3721);
// EXTERNAL MODULE: ./build/facts/block.js
var facts_block = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(2022);
// EXTERNAL MODULE: ./build/report/comment.js
var comment = __webpack_require__(8427);
// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(773);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var build_texts = __webpack_require__(8774);
// EXTERNAL MODULE: ./build/github/comment.js
var github_comment = __webpack_require__(5946);
// EXTERNAL MODULE: ./build/github/error.js
var github_error = __webpack_require__(8741);
// EXTERNAL MODULE: ./build/github/find-comment.js
var find_comment = __webpack_require__(4291);
;// CONCATENATED MODULE: ./build/github/live.js
/** At most one write in so many seconds. */
const LIVE_SECONDS = 30;
/**
 * Shows the newest of many states at a bounded rate, never two at a time.
 *
 * @param failed told once, with the first error; then nothing more is written
 */
function livePublisher(world, write, failed) {
    let waiting;
    let writing;
    let callOff;
    let last = Number.NEGATIVE_INFINITY;
    let stopped = false;
    function turn() {
        if (stopped || writing || callOff || !waiting)
            return;
        const seconds = last / 1000 + LIVE_SECONDS - world.now() / 1000;
        if (seconds > 0) {
            callOff = world.later(seconds, () => {
                callOff = undefined;
                turn();
            });
            return;
        }
        const { text } = waiting;
        waiting = undefined;
        last = world.now();
        writing = write(text)
            .catch((error) => {
            stopped = true;
            failed(error);
        })
            .then(() => {
            writing = undefined;
            turn();
        });
    }
    return {
        update(text) {
            waiting = { text };
            turn();
        },
        async stop() {
            stopped = true;
            callOff?.();
            await writing;
        },
    };
}

;// CONCATENATED MODULE: ./build/github/commenter.js







const NOWHERE = { url: '', id: '' };
const SUMMARY = 'The job summary has the same content.';
/** Comments a run from its first news to its result; a missing permission changes nothing else about the run. */
function commenter(options, world) {
    const { place, asked, token, run, mode, remembered } = options;
    if (place === undefined)
        return { progress: () => undefined, finish: async () => NOWHERE };
    if (token === '') {
        const missing = `No comment on ${(0,find_comment/* placeName */.fW)(place)}: github_token is empty. Pass \${{ github.token }}, and give the job the permission '${(0,find_comment/* permissionFor */.Tj)(place, 'write')}'. ${SUMMARY}`;
        const tell = asked ? world.warn : world.info;
        return {
            progress: () => undefined,
            finish: async () => {
                tell(missing);
                return NOWHERE;
            },
        };
    }
    const github = world.github(token);
    const started = world.now();
    const lines = [];
    let known = remembered;
    async function post(request) {
        const posted = await (0,github_comment/* postComment */.Gy)(github, place, { ...request, mode, ...(known && { remembered: known }) });
        known = posted.nodeId;
        return posted;
    }
    const warn = (error) => world.warn(`${error instanceof github_error/* ApiError */.hD ? error.message : `No comment: ${error.message}`} ${SUMMARY}`);
    const live = livePublisher(world, async ({ mode, steps, host, language, elapsed, said }) => {
        const texts = (0,build_texts/* textsOf */.CB)({ language });
        const title = texts.report.on(`${mode} ${steps.join(', ')}`, host);
        const text = (0,comment/* progressText */.l_)(title, said, elapsed, texts);
        await post({ topic: (0,comment/* topicOf */.FW)(mode, steps), key: host, run, onlyIfChanged: false, render: () => text });
    }, warn);
    return {
        progress(going) {
            lines.push(going.text);
            live.update({ ...going, elapsed: (world.now() - started) / 1000, said: lines.slice(-50) });
        },
        async finish(evidence) {
            try {
                await live.stop();
                const { mode, steps, host } = evidence;
                const text = (0,comment/* commentText */.br)(evidence, await world.extras(token, place, evidence));
                const topic = (0,comment/* topicOf */.FW)(mode, steps.map(({ step }) => step));
                const { onlyIfChanged } = options;
                const render = (bytes) => (0,fit/* fitted */.$)(text, bytes);
                const { url, nodeId } = await post({ topic, key: host, run, onlyIfChanged, render });
                return { url, id: nodeId };
            }
            catch (error) {
                warn(error);
                return NOWHERE;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/github/past-runs.js
var past_runs = __webpack_require__(7626);
// EXTERNAL MODULE: ./build/github/place.js
var place = __webpack_require__(476);
// EXTERNAL MODULE: ./build/github/world.js
var world = __webpack_require__(5455);
;// CONCATENATED MODULE: ./build/github/action.js






/** Longer, and the result of a run waits for its comment rather than the other way round. */
const PATIENCE_SECONDS = 300;
/** The comments of a run of the action. A signal ends all waiting, since the runner kills what stays longer. */
function actionCommenter({ comment, commentMode, commentWhen, commentId, githubToken }, env, payload, signal) {
    const { GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '', GITHUB_RUN_ATTEMPT = '', GITHUB_ACTION = '' } = env;
    const options = {
        place: (0,place/* placeOf */.$)(comment, GITHUB_REPOSITORY, payload),
        asked: comment !== 'auto',
        token: githubToken,
        mode: commentMode,
        onlyIfChanged: commentWhen === 'changed',
        remembered: commentId,
        run: `${GITHUB_RUN_ID}/${GITHUB_RUN_ATTEMPT}/${GITHUB_ACTION}`,
    };
    const github = (token) => (0,world.githubWorld)(token, env, PATIENCE_SECONDS, signal);
    return commenter(options, {
        now: Date.now,
        later(seconds, act) {
            const timer = setTimeout(act, seconds * 1000);
            return () => clearTimeout(timer);
        },
        github,
        async extras(token, { owner, repo }, evidence) {
            const history = await (0,past_runs/* pastRuns */.r)(github(token).api, { owner, name: repo }, evidence);
            return history ? { history } : {};
        },
        warn: (text) => core/* warning */.$e((0,defuse/* plain */.pj)(text), { title: 'Comment' }),
        info: (text) => core/* info */.pq((0,defuse/* plain */.pj)(text)),
    });
}

;// CONCATENATED MODULE: ./build/github/event.js
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/**
 * Refuses to change a server for an event that strangers can cause.
 *
 * @param allowPublic the configuration's `github.allow_public_repository`
 */
function eventRefusal(mode, event, payload, allowPublic) {
    const { repository, pull_request, workflow_run } = payload;
    const sources = [
        ...(pull_request ? [pull_request.head?.repo] : []),
        ...(workflow_run ? [workflow_run.head_repository] : []),
    ];
    if (sources.some((source) => !source?.full_name || source.full_name !== repository?.full_name)) {
        return {
            code: 'fork',
            message: 'This run was started by a pull request from a fork: its code is not trusted on your server.',
            wayOut: 'Look at the change, merge it, and start the workflow by hand on your own branch.',
        };
    }
    if (mode === 'plan' || mode === 'verify')
        return undefined;
    if (event === 'pull_request_target') {
        return {
            code: 'event',
            message: 'A run for pull_request_target has your secrets and may have a stranger’s code: it may not change a server.',
            wayOut: 'Start the workflow by hand (workflow_dispatch).',
        };
    }
    const words = payload.comment ?? payload.review ?? (event === 'issue_comment' ? {} : undefined);
    if (words && !TRUSTED.includes(words.author_association ?? '')) {
        return {
            code: 'author',
            message: 'The author of this comment has no write permission here: their comment may not change a server.',
            wayOut: 'Let somebody with write permission ask for it.',
        };
    }
    if (repository?.private === false && !allowPublic) {
        return {
            code: 'public-repository',
            message: 'This repository is public: strangers can open pull requests whose workflows ask for your self-hosted runner.',
            wayOut: 'Use a private repository for the server. Or, when outside contributors need approval for all workflow runs (Settings, Actions), set github.allow_public_repository to true in the configuration.',
        };
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(3934);
// EXTERNAL MODULE: ./build/host/open.js + 6 modules
var host_open = __webpack_require__(851);
// EXTERNAL MODULE: ./build/host/target.js
var host_target = __webpack_require__(7585);
// EXTERNAL MODULE: ./build/inputs.js
var build_inputs = __webpack_require__(8618);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(7601);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
// EXTERNAL MODULE: ./build/run.js + 3 modules
var run = __webpack_require__(3845);
// EXTERNAL MODULE: ./build/steps/index.js + 46 modules
var steps = __webpack_require__(1549);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8743);
;// CONCATENATED MODULE: ./build/action.js




















/** The GitHub Action: inputs -> run -> outputs, summary, annotations. Answers the exit code. */
async function action(env) {
    try {
        const inputs = (0,build_inputs/* readInputs */.Ko)((name) => core/* getInput */.V4(name, { trimWhitespace: false }));
        keepSecret('SSH_PRIVATE_KEY', inputs.sshPrivateKey);
        keepSecret('GITHUB_TOKEN', inputs.githubToken);
        keepSecret('HARBOR_ADMIN_PASSWORD', inputs.harborAdminPassword, SHORTEST_PASSWORD);
        return await runAction(inputs, env);
    }
    catch (error) {
        if (error instanceof build_inputs/* InputError */.dz || error instanceof load/* ConfigError */.xL)
            return await failed(2, error.message);
        if (error instanceof host/* Refusal */.P_)
            return await failed(3, `${error.message} What to do: ${error.wayOut}`);
        if (error instanceof host/* OutcomeUnknown */.Jr)
            return await failed(6, `The connection was lost while looking; nothing was begun. ${error.message}`);
        throw error;
    }
}
async function runAction(inputs, env) {
    const { config } = (0,load/* loadConfig */.Z9)({
        dir: env.GITHUB_WORKSPACE ?? '.',
        ...(inputs.config && { file: inputs.config }),
        overrides: inputs.overrides,
    });
    const refusal = eventRefusal(inputs.mode, env.GITHUB_EVENT_NAME ?? '', payload(env), config.github.allow_public_repository);
    if (refusal)
        return await failed(3, `${refusal.message} What to do: ${refusal.wayOut}`);
    const target = (0,host_target/* parseTarget */.h)(inputs.host || config.host);
    const credentials = { privateKey: inputs.sshPrivateKey, knownHosts: inputs.sshKnownHosts };
    const stop = new AbortController();
    const onSignal = () => {
        core/* warning */.$e('Cancelled: the host finishes what it began; run the same again to see how it ended.');
        stop.abort();
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    const trigger = triggerOf(env);
    const request = {
        mode: inputs.mode,
        steps: steps/* STEPS */.U.filter((step) => inputs.steps.includes(step.id)),
        config,
        ...(inputs.planHash ? { planHash: inputs.planHash } : { planOnly: true }),
        secrets: { harbor_admin_password: inputs.harborAdminPassword },
        ...(trigger && { trigger }),
    };
    const carriesOut = inputs.mode === 'apply' || (inputs.mode === 'rollback' && inputs.planHash !== '');
    const title = `edge-phase1 ${(0,version/* version */.r)()}: ${inputs.mode} ${inputs.steps.join(', ')} on ${inputs.host || config.host}`;
    const comments = actionCommenter(inputs, env, payload(env), stop.signal);
    let host = '';
    const evidence = await core/* group */.Os(title, () => (0,run/* run */.e)(request, {
        open: async () => {
            const opened = await (0,host_open/* openHost */.Z)(target, credentials);
            host = opened.name;
            return opened;
        },
        now: () => new Date(),
        approve: async () => false,
        progress: ({ text }) => {
            if (text === '')
                return;
            core/* info */.pq((0,defuse/* plain */.pj)(text));
            if (carriesOut)
                comments.progress({ mode: inputs.mode, steps: inputs.steps, host, text, language: config.language });
        },
        version: (0,version/* version */.r)(),
        signal: stop.signal,
        patienceSeconds: 120,
    }));
    await publish(evidence, inputs, env, comments);
    return (0,failing/* finalExitCode */.cy)(evidence, inputs.failOn);
}
async function publish(evidence, inputs, env, comments) {
    const folder = (0,external_node_path_.join)(env.RUNNER_TEMP ?? '.', 'edge-phase1', evidence.run);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const paths = { evidence_path: (0,external_node_path_.join)(folder, 'evidence.json'), report_path: (0,external_node_path_.join)(folder, 'report.md') };
    const report = (0,markdown/* markdownReport */.q)(evidence);
    (0,external_node_fs_.writeFileSync)(paths.evidence_path, `${JSON.stringify(evidence, null, 2)}\n`);
    (0,external_node_fs_.writeFileSync)(paths.report_path, report);
    const outputs = {
        run: evidence.run,
        changed: String((0,lines/* didChange */.QM)(evidence)),
        plan_hash: (0,lines/* planHashOf */.vy)(evidence) ?? '',
        score: String(evidence.scorecard?.score ?? ''),
        checks: JSON.stringify((0,evidence_evidence/* allChecks */.fZ)(evidence)),
        build_seconds: String(buildSeconds(evidence) ?? ''),
        disk_bytes: String(diskBytes(evidence) ?? ''),
        ...paths,
        comment_url: '',
        comment_id: '',
    };
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value);
    if (env.GITHUB_STEP_SUMMARY)
        await core/* summary */.z.addRaw(report, true).write();
    // Last, since GitHub may let it wait, or the job be cancelled meanwhile.
    const { url, id } = await comments.finish(evidence);
    core/* setOutput */.uH('comment_url', url);
    core/* setOutput */.uH('comment_id', id);
    annotate(evidence, inputs);
}
function annotate(evidence, { failOn }) {
    for (const { step, refusal } of evidence.steps) {
        if (refusal)
            core/* error */.z3((0,defuse/* plain */.pj)(`${refusal.message} What to do: ${refusal.wayOut}`), { title: `${step}: ${refusal.code}` });
    }
    const report = evidence.mode === 'plan' || failOn === 'never' ? core/* notice */.lm : core/* error */.z3;
    for (const check of (0,failing/* failingChecks */.oe)(evidence, failOn)) {
        report((0,defuse/* plain */.pj)(`${check.title}: ${check.measured}, target ${check.target}`), {
            title: `Check ${check.id}: ${check.result}`,
        });
    }
    core/* info */.pq((0,defuse/* plain */.pj)((0,lines/* verdict */.WJ)(evidence)));
}
/** Size of the file system of / in bytes, as looked at last. */
function diskBytes({ steps }) {
    const seen = steps.flatMap(({ before, after }) => (after ?? before)?.facts ?? []).at(-1);
    const { block, root } = (seen ?? {});
    return (root ?? (block && (0,facts_block/* mountAt */.LS)(block, '/')))?.bytes;
}
/** What ended before there was a result; the summary says it too, since a fork's run has no other place that people see. */
async function failed(code, message) {
    core/* error */.z3((0,defuse/* plain */.pj)(message), { title: 'edge-phase1' });
    if (process.env.GITHUB_STEP_SUMMARY)
        await core/* summary */.z.addRaw(`### ❌ ${(0,defuse/* cell */.Hn)(message)}`, true).write();
    return code;
}
/** Shorter ones are refused; to mask a letter or two everywhere would only make the log unreadable. */
const SHORTEST_PASSWORD = 4;
/** The runner masks line by line. */
function keepSecret(input, secret, shortest = 9) {
    delete process.env[`INPUT_${input}`];
    for (const line of secret.split('\n'))
        if (line.trim().length >= shortest && !line.includes('-----'))
            core/* setSecret */.Pq(line.trim());
}
function payload({ GITHUB_EVENT_PATH }) {
    return GITHUB_EVENT_PATH ? JSON.parse((0,external_node_fs_.readFileSync)(GITHUB_EVENT_PATH, 'utf8')) : {};
}
function triggerOf(env) {
    const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_ACTOR, GITHUB_SERVER_URL, GITHUB_RUN_ID } = env;
    if (!GITHUB_REPOSITORY)
        return undefined;
    return {
        repository: GITHUB_REPOSITORY,
        commit: GITHUB_SHA ?? '',
        actor: GITHUB_ACTOR ?? '',
        url: `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID ?? ''}`,
    };
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

/***/ 5455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubWorld: () => (/* binding */ githubWorld)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);
/* harmony import */ var _api__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4991);
/* harmony import */ var _send__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9709);




/** GitHub as the environment of a job names it. */
function githubWorld(token, env, patienceSeconds, signal) {
    const sleep = (seconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000, undefined, { ...(signal && { signal }) });
    const url = env.GITHUB_API_URL || 'https://api.github.com';
    const send = (0,_send__WEBPACK_IMPORTED_MODULE_3__/* .httpSend */ .v)(`edge-phase1/${(0,_version__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r)()}`);
    return { api: (0,_api__WEBPACK_IMPORTED_MODULE_2__/* .githubApi */ .Mc)({ token, url, patienceSeconds }, { send, now: Date.now, sleep }), sleep };
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