"use strict";
exports.id = 757;
exports.ids = [757];
exports.modules = {

/***/ 7383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseResult),
/* harmony export */   I7: () => (/* binding */ setLabelled),
/* harmony export */   Mr: () => (/* binding */ RESULT),
/* harmony export */   U9: () => (/* binding */ SCENARIOS),
/* harmony export */   _i: () => (/* binding */ splitProgress),
/* harmony export */   c6: () => (/* binding */ goodRuns),
/* harmony export */   sL: () => (/* binding */ SETS)
/* harmony export */ });
/* unused harmony export RESULT_SCHEMA */
/** What the host script of build-test keeps in `/var/lib/edge-phase1/build-test.json`, in its own words. */
const RESULT_SCHEMA = 'edge-phase1/build-test/1';
const RESULT = '/var/lib/edge-phase1/build-test.json';
/** The folder of older sets and of the progress of the builds. */
const SETS = '/var/lib/edge-phase1/build-test';
/** In the order in which they are measured. */
const SCENARIOS = ['base', 'cold', 'warm', 'changed', 'registry'];
/** Undefined for a text of another form: a torn file, or one of another version. */
function parseResult(text) {
    try {
        const result = JSON.parse(text);
        const whole = result?.schema === RESULT_SCHEMA && Array.isArray(result.runs) && Array.isArray(result.earlier);
        return whole && result.environment ? result : undefined;
    }
    catch {
        return undefined;
    }
}
/** The newest set of that name; undefined where none is kept. */
const setLabelled = (result, label) => [result, ...result.earlier].find((set) => set.label === label);
/** The builds of a scenario that count and that ended well. */
const goodRuns = ({ runs }, scenario) => runs.filter((run) => run.scenario === scenario && run.ok);
/** Each part begins with a line `== SIDE SCENARIO K COUNTS`. */
function splitProgress(text) {
    return text.split(/^(?=== [ab] [a-z]+ \d+ [01]$)/m).flatMap((part) => {
        const [, side, scenario, k, counts] = /^== ([ab]) ([a-z]+) (\d+) ([01])\n/.exec(part) ?? [];
        if (side === undefined)
            return [];
        return [
            {
                side: side,
                scenario: scenario,
                k: Number(k),
                counts: counts === '1',
                text: part.slice(part.indexOf('\n') + 1),
                truncated: part.includes('\n{"truncated":true}'),
            },
        ];
    });
}


/***/ }),

/***/ 6960:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ stepOf)
/* harmony export */ });
/** Undefined for vertices that are no instruction of the Dockerfile (`[internal] …`, `exporting to image`). */
function stepOf(name) {
    const match = /^\[(?:([a-z0-9]+\/\S+) )?(?:(\S+) )?\s*(\d+)\/(\d+)\] ([\s\S]+)$/.exec(name);
    if (!match)
        return undefined;
    const [, platform = '', stage = '', index, count, instruction = ''] = match;
    return { stage, index: Number(index), count: Number(count), instruction, platform };
}


/***/ }),

/***/ 881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ planChecklist),
/* harmony export */   t: () => (/* binding */ PLAN_CHECKLIST)
/* harmony export */ });
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);

/** The plan's own execution checklist: 31 items. */
const weeks = [
    { id: 'week-1', due: '2026-02-14' },
    { id: 'week-2', due: '2026-02-21' },
];
const groups = [
    {
        id: 'pre-flight',
        items: [
            { id: 'phase-0', checks: ['preflight_phase_0'] },
            { id: 'stable', checks: ['pods'] },
            { id: 'backup-strategy', checks: ['preflight_backup'] },
            { id: 'budget' },
            { id: 'script-tested', planned: 'extend-lvm' },
        ],
    },
    {
        id: 'week-1-day-1',
        week: 'week-1',
        items: [
            { id: 'go-meeting' },
            { id: 'go-decision', approval: 'go' },
            { id: 'copy-script', step: 'extend-lvm' },
            { id: 'extend-lvm', step: 'extend-lvm', checks: ['volume_size'] },
            { id: 'extended', checks: ['volume_size', 'disk_size'] },
        ],
    },
    {
        id: 'week-1-day-2',
        week: 'week-1',
        items: [
            { id: 'docker-config', step: 'docker-config', checks: ['docker_settings'] },
            { id: 'docker-restart', step: 'docker-config', checks: ['docker_health'] },
            { id: 'pods-running', checks: ['pods'] },
            { id: 'docker-documented', step: 'docker-config' },
        ],
    },
    {
        id: 'week-1-day-3',
        week: 'week-1',
        items: [
            { id: 'disk-test', step: 'disk-test' },
            { id: 'build-baseline', step: 'build-test' },
            { id: 'measurements-documented', step: 'disk-test' },
        ],
    },
    {
        id: 'week-1-day-4',
        week: 'week-1',
        items: [{ id: 'week-1-review' }, { id: 'week-1-documentation' }],
    },
    {
        id: 'week-2-day-1-2',
        week: 'week-2',
        items: [
            { id: 'harbor-download', step: 'harbor' },
            { id: 'harbor-configure', step: 'harbor' },
            { id: 'harbor-install', step: 'harbor' },
            { id: 'harbor-verify', checks: ['harbor'] },
        ],
    },
    {
        id: 'week-2-day-3-4',
        week: 'week-2',
        items: [
            { id: 'harbor-test', checks: ['harbor'] },
            { id: 'harbor-push', checks: ['harbor_push'] },
            { id: 'harbor-pull', checks: ['harbor_pull'] },
            { id: 'procedures' },
        ],
    },
    {
        id: 'week-2-day-5',
        week: 'week-2',
        items: [
            {
                id: 'final-validation',
                checks: ['disk_size', 'disk_use', 'disk_pressure', 'build_time', 'harbor', 'pods'],
            },
            { id: 'performance', checks: ['build_time'] },
            { id: 'completion-report' },
            { id: 'phase-2' },
        ],
    },
];
/** With titles in a language; the ids are the same in all of them. */
const planChecklist = ({ plan: say }) => ({
    title: say.title,
    weeks: weeks.map((week) => ({ ...week, title: say.weeks[week.id] })),
    groups: groups.map((group) => ({
        ...group,
        title: say.groups[group.id],
        items: group.items.map((item) => ({ ...item, title: say.items[item.id] })),
    })),
});
const PLAN_CHECKLIST = planChecklist((0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)({}).desk);


/***/ }),

/***/ 8071:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ESTABLISHED),
/* harmony export */   e: () => (/* binding */ buildTimeCheck)
/* harmony export */ });
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/* harmony import */ var _stats_summary__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7127);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8774);



/** With fewer a median says little: an exact rank test needs four against four to tell two states apart. */
const ESTABLISHED = 4;
/** The median of the builds of the newest build test. A declared time is shown, and never passes. */
function buildTimeCheck(runs, config) {
    const { target_minutes, scenario, declared_minutes } = config.checks.build_time;
    const say = (0,_texts__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(config).checks.buildTime;
    const about = {
        id: 'build_time',
        title: say.title,
        target: say.target(target_minutes),
        how: say.how(scenario),
    };
    const declared = declared_minutes === null ? '' : say.declared(declared_minutes);
    if ((0,_facts_reading__WEBPACK_IMPORTED_MODULE_0__/* .isUnreadable */ .GZ)(runs))
        return { ...about, measured: `${runs.unreadable}${declared}`, result: 'unknown' };
    const tried = runs.filter((run) => run.scenario === scenario);
    const seconds = tried.filter(({ ok }) => ok).map((run) => run.seconds);
    if (seconds.length === 0) {
        const why = tried.length > 0 ? say.noneWell(tried.length) : say.noBuild(scenario);
        return { ...about, measured: `${why}${declared}`, result: 'unknown' };
    }
    const middle = (0,_stats_summary__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(seconds);
    const measured = say.measured({
        median: middle,
        builds: seconds.length,
        range: seconds.length > 1 ? { least: Math.min(...seconds), most: Math.max(...seconds) } : undefined,
        failed: tried.length - seconds.length,
        last: Math.max(...tried.map(({ at }) => Date.parse(at))),
        established: seconds.length >= ESTABLISHED,
    });
    return { ...about, measured, result: middle < target_minutes * 60 ? 'pass' : 'fail' };
}


/***/ }),

/***/ 1168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ diskUseCheck),
/* harmony export */   Tw: () => (/* binding */ percentUsed),
/* harmony export */   Zh: () => (/* binding */ diskSizeCheck)
/* harmony export */ });
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);

/** How much of what programs can use is in use, as df shows it: the reserve of ext4 counts for neither. */
const percentUsed = ({ usedBytes, availableBytes }) => (100 * usedBytes) / (usedBytes + availableBytes);
/** @param root what is mounted at `/`, where that is known */
function diskSizeCheck(root, config) {
    const { target } = config.checks.disk_size;
    const { diskSize: say, unknown } = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(config).checks;
    const about = { id: 'disk_size', title: say.title, target: say.target(target), how: say.how };
    if (!root)
        return { ...about, measured: unknown, result: 'unknown' };
    return { ...about, measured: say.measured(root.bytes), result: root.bytes >= target ? 'pass' : 'fail' };
}
/** @param root what is mounted at `/`, where that is known */
function diskUseCheck(root, config) {
    const { target } = config.checks.disk_use;
    const { diskUse: say, unknown } = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)(config).checks;
    const about = { id: 'disk_use', title: say.title, target: say.target(target), how: say.how };
    if (!root)
        return { ...about, measured: unknown, result: 'unknown' };
    const percent = percentUsed(root);
    return { ...about, measured: say.measured(percent), result: percent < target ? 'pass' : 'fail' };
}


/***/ }),

/***/ 8335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ harborCheck)
/* harmony export */ });
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8774);


const HOUR = 3_600_000;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Healthy in every component, and the same digest pulled that was pushed. One without the other is not enough. */
function harborCheck(facts, now, config) {
    const { checks } = (0,_texts__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(config);
    const say = checks.harbor;
    const about = { id: 'harbor', title: say.title, target: say.target, how: say.how };
    return { ...about, ...found(facts, now, config.checks.harbor, checks) };
}
function found({ health, proof }, now, config, { harbor: say, notKnown }) {
    if (health === undefined)
        return { measured: notKnown(say.noAddress), result: 'unknown' };
    if ((0,_facts_reading__WEBPACK_IMPORTED_MODULE_0__/* .isUnreadable */ .GZ)(health))
        return { measured: notKnown(health.unreadable), result: 'unknown' };
    if (!health.harbor)
        return { measured: say.notRunning(health.instead), result: 'fail' };
    const ill = health.components.filter((component) => !component.healthy).map(({ name }) => name);
    if (ill.length > 0)
        return { measured: say.ill(ill), result: 'fail' };
    const proven = proofFound(proof, now, config, say);
    return { ...proven, measured: `${say.healthy(health.components.length)}; ${proven.measured}` };
}
/** The default port may stand in either of them, or be left out. */
function isAbout({ registry }, { protocol, host }) {
    const url = `${protocol}//${registry}`;
    return URL.canParse(url) && new URL(url).host === host;
}
function proofFound(proof, now, config, say) {
    if ((0,_facts_reading__WEBPACK_IMPORTED_MODULE_0__/* .isUnreadable */ .GZ)(proof))
        return { measured: say.notProven(proof.unreadable), result: 'unknown' };
    // Without a configured address it is the one of the proof that was asked.
    if (config.url !== null && !isAbout(proof, new URL(config.url))) {
        return { measured: say.otherRegistry(proof.at, proof.registry), result: 'unknown' };
    }
    if (!DIGEST.test(proof.pushed) || proof.pushed !== proof.pulled) {
        return { measured: say.otherDigest(proof.at), result: 'fail' };
    }
    const age = now.getTime() - Date.parse(proof.at);
    if (!(age >= 0 && age <= config.proof_max_age_hours * HOUR)) {
        return { measured: say.tooOld(proof.at, config.proof_max_age_hours), result: 'unknown' };
    }
    return { measured: say.proven(proof.at), result: 'pass' };
}


/***/ }),

/***/ 1758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P0: () => (/* binding */ harbor),
/* harmony export */   UO: () => (/* binding */ HARBOR_MINORS),
/* harmony export */   eM: () => (/* binding */ SUPPORTED_MINORS),
/* harmony export */   rs: () => (/* binding */ INSTALLER_SHA256)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _parts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6856);


/** The minor versions of Harbor whose `harbor.yml` is known here, oldest first. */
const HARBOR_MINORS = ['2.10', '2.11', '2.12', '2.13', '2.14', '2.15'];
/** The three minor versions that the Harbor project supports at a time; those of 2026. */
const SUPPORTED_MINORS = HARBOR_MINORS.slice(-3);
/**
 * SHA-256 of offline installers, by version. Empty: the Harbor project publishes none that could be cited here, so the
 * configuration has to name it (`harbor.sha256`). From 2.15 on releases are signed, so that it can be established with cosign.
 */
const INSTALLER_SHA256 = {};
const VERSION = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)(`a version from ${HARBOR_MINORS[0]}.0 to ${HARBOR_MINORS.at(-1)}.x, as 2.15.2`);
const SOURCE = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('an http:// or https:// address without user and password, the absolute path of a file on the server, the name of an image (distribution), or null');
const SHA256 = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('64 hexadecimal digits, as sha256sum prints them, or null');
const HOST = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('a name or an IPv4 address as clients reach the server, without scheme and port, or null');
const PORT = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('a port from 1 to 65534');
const FOLDER = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('an absolute path of letters, digits, dots, _ and -, without a slash at its end');
const PROJECT = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('a name of lower-case letters and digits, with single dots, _ or - between them, at most 60');
const CRON = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('six fields with spaces between them (second minute hour day month weekday), as 0 0 3 * * 0, or null for none');
const PROXY_PROJECT = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('NAME=URL, as mirror=https://registry.example, or null');
const LOG_SIZE = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('a size as Harbor writes it, such as 500k, 50M or 1G');
const PROXY = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('an http:// or https:// address without user and password, or null');
const NO_PROXY = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('names and addresses with commas between them and without spaces, or null');
const TRUST = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('a list of docker and k3s');
const wholeNumber = (from, to, standard) => {
    const error = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)(`a whole number from ${from} to ${to}`);
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ ...error, abort: true })
        .min(from, error)
        .max(to, error)
        .default(standard);
};
const NAME = /^(?=.{1,60}$)[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const name = (standard) => zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(PROJECT).regex(NAME, PROJECT).default(standard);
// They stand in a command line and in files: nothing that a shell, YAML or sed reads in another way.
const PATH = String.raw `(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+`;
const folder = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(FOLDER).regex(new RegExp(`^${PATH}$`), FOLDER);
const WEB = String.raw `https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?`;
const WEB_PATH = String.raw `\/[A-Za-z0-9._~%+\/-]+`;
const PART = '[a-z0-9][a-z0-9._-]*';
const IMAGE = String.raw `(?:${PART}(?::[0-9]{1,5})?\/)?${PART}(?:\/${PART})*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?`;
const text = (error, form) => zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(error).regex(form, error).nullable().default(null);
const harbor = (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)('The step harbor: a registry on the server, installed, proven and kept running.', {
    registry: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['harbor', 'distribution'], (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('harbor or distribution'))
        .default('harbor')
        .describe('harbor: about nine containers, wants 4 GB of memory. distribution: one small registry without pages, for small hosts and other processors.'),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(VERSION)
        .regex(new RegExp(`^2\\.(?:${HARBOR_MINORS.map((minor) => minor.slice(2)).join('|')})\\.[0-9]{1,3}$`), VERSION)
        .default('2.15.2')
        .describe(`The version of Harbor. ${SUPPORTED_MINORS.join(', ')} are supported by the Harbor project; older ones are accepted with a warning.`),
    source: text(SOURCE, new RegExp(`^(?:${WEB}${WEB_PATH}|${PATH}|${IMAGE})$`)).describe('Where it comes from. harbor: the offline installer at a mirror, or a file on the server; null: the release on GitHub. distribution: the name of an image, or a file that docker save has written.'),
    sha256: text(SHA256, /^[0-9a-f]{64}$/).describe('SHA-256 of the file. Without it no installer is fetched: what is installed as root has to be what was meant.'),
    hostname: text(HOST, /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/).describe("Name or address in the names of images, as clients reach it. null: the server's first address."),
    port: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ ...PORT, abort: true })
        .min(1, PORT)
        .max(65534, PORT)
        .default(8085)
        .describe('Port of the registry. 80 and 443 belong to Traefik where K3s runs.'),
    scheme: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['http', 'https'], (0,_parts__WEBPACK_IMPORTED_MODULE_0__/* .allowed */ .TQ)('http or https'))
        .default('http')
        .describe('https without cert and key: a CA and a certificate are made on the server.'),
    cert: folder.nullable().default(null).describe('Certificate (PEM) on the server, with its chain.'),
    key: folder.nullable().default(null).describe('Private key of the certificate, on the server.'),
    data: folder
        .nullable()
        .default(null)
        .describe('Folder for images and database. null: a folder on the largest data disk; on / only where there is none.'),
    install: folder.default('/opt/edge-phase1/harbor').describe('Folder for what is installed.'),
    min_free: _parts__WEBPACK_IMPORTED_MODULE_0__/* .size */ .Ej
        .prefault('40GB')
        .describe('Space that has to be free on the data volume: what Harbor asks for. distribution makes do with less.'),
    project: name('ci').describe('The project that images of CI are pushed to.'),
    robot: name('ci').describe('The robot account of CI: it may push to and pull from that project, and nothing else.'),
    keep: wholeNumber(0, 1000, 10).describe('How many of the newest artifacts of a repository are kept; 0 keeps all.'),
    gc: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(CRON)
        .regex(/^[0-9*,/?-]+(?: [0-9*,/?-]+){4} [0-9A-Z*,/?#-]+$/, CRON)
        .nullable()
        .default('0 0 3 * * 0')
        .describe('When Harbor deletes what no image uses any more, in UTC. Sunday, 3 o’clock, unless set.'),
    proxy_project: text(PROXY_PROJECT, new RegExp(`^(?=.{1,300}$)[a-z0-9]+(?:[._-][a-z0-9]+)*=${WEB}$`)).describe('A project that fetches from another registry and keeps what it has fetched.'),
    log_size: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(LOG_SIZE)
        .regex(/^[1-9][0-9]{0,5}[kMG]$/, LOG_SIZE)
        .default('50M')
        .describe("Size at which a log file of Harbor is rotated. Harbor's own 200M, 50 times, can fill a disk."),
    log_count: wholeNumber(1, 999, 10).describe('Rotated log files that are kept of each component.'),
    http_proxy: text(PROXY, new RegExp(`^${WEB}\\/?$`)).describe('Proxy for what Harbor itself fetches.'),
    https_proxy: text(PROXY, new RegExp(`^${WEB}\\/?$`)).describe('The same for https.'),
    no_proxy: text(NO_PROXY, /^[A-Za-z0-9.*:/-]+(?:,[A-Za-z0-9.*:/-]+)*$/).describe('What is reached without the proxy.'),
    trust: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['docker', 'k3s'], TRUST), TRUST)
        .max(2, TRUST)
        .default(['docker', 'k3s'])
        .describe('What on the server is set up to use the registry. K3s only where it is there; empty for nothing.'),
    remove_data: folder
        .nullable()
        .default(null)
        .describe('The data folder by its name, when rollback is to delete it with all images. null: it is kept.'),
});


/***/ }),

/***/ 8909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xL: () => (/* reexport */ ConfigError),
  Z9: () => (/* binding */ loadConfig)
});

// UNUSED EXPORTS: CONFIG_FILES, findConfig, parseConfig

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/config/show.js
var show = __webpack_require__(3317);
;// CONCATENATED MODULE: ./build/config/document.js


const MOST_BYTES = 65_536;
const DEEPEST = 20;
/** Reads one document of YAML 1.2 (core schema), without anchors, aliases and tags: a configuration needs none. */
function readDocument(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(1, line), column: Math.max(1, col) };
    };
    const problem = (position, message) => ({
        where: `${file}:${position.line}:${position.column}`,
        position,
        field: '',
        message,
    });
    const objection = objectionTo(text);
    if (objection) {
        const position = positionIn(text, objection.offset, file);
        return { data: null, problems: [problem(position, objection.message)], usable: false, position: () => position };
    }
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        prettyErrors: false,
        schema: 'core',
        merge: false,
        resolveKnownTags: false,
        stringKeys: true,
        // Its message would not tell the right place; see repeatedKeys.
        uniqueKeys: false,
    });
    const errors = firstOfEachLine([...document.errors, ...document.warnings], at);
    const usable = errors.length === 0;
    return {
        data: usable ? document.toJS() : null,
        problems: [
            ...errors.map((error) => problem(at(error.pos[0]), sentenceFor(error, text))),
            ...repeatedKeys(document.contents).map((key) => problem(at(key.range[0]), repeated(String(key.value)))),
        ],
        usable,
        position: (path, key) => at(offsetOf(document.contents, path, key)),
    };
}
/** What must not reach the parser: it would take its time, or its stack, or does not belong here. */
function objectionTo(text) {
    if (Buffer.byteLength(text) > MOST_BYTES) {
        return {
            offset: 0,
            message: `It is larger than ${MOST_BYTES / 1024} KiB. Name the configuration file, which is a few lines.`,
        };
    }
    const control = text.search(/[^\t\n\r\u0020-\u007e\u0085\u00a0-\uffff]/);
    if (control >= 0)
        return { offset: control, message: 'There is a control character here. Remove it.' };
    let offset = 0;
    let brackets = 0;
    let nested = 0;
    let isText = false;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        const type = isText ? 'text' : dist/* CST */.DB.tokenType(token);
        isText = type === 'scalar';
        if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end')
            continue;
        if (type === 'anchor' || type === 'alias' || type === 'tag') {
            return {
                offset,
                message: `${(0,show/* show */.WU)(token)} is an anchor, alias or tag of YAML. Write the value out, or put it in quotes.`,
            };
        }
        if (type === 'flow-map-start' || type === 'flow-seq-start')
            brackets++;
        if (type === 'flow-map-end' || type === 'flow-seq-end')
            brackets = Math.max(0, brackets - 1);
        if (type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind')
            nested++;
        // Between brackets a new line ends nothing.
        if (type === 'comma' || (type === 'newline' && brackets === 0))
            nested = 0;
        if (brackets + nested > DEEPEST)
            return { offset, message: 'It is nested too deep here. Remove the brackets, dashes or colons.' };
        offset += token.length;
    }
    return undefined;
}
function positionIn(text, offset, file) {
    const before = text.slice(0, offset).split('\n');
    return { file, line: before.length, column: before.at(-1).length + 1 };
}
/** One slip often makes the parser complain several times. */
function firstOfEachLine(errors, at) {
    const byLine = new Map();
    for (const error of errors) {
        const { line } = at(error.pos[0]);
        if (!byLine.has(line))
            byLine.set(line, error);
    }
    return [...byLine.values()].sort((a, b) => a.pos[0] - b.pos[0]);
}
function sentenceFor({ code, message, pos }, text) {
    switch (code) {
        case 'TAB_AS_INDENT':
            return 'A tab stands where spaces belong. Indent with two spaces.';
        case 'MULTIPLE_DOCS':
            return 'A second document begins here. Remove the line ---, a configuration is one document.';
        case 'BAD_SCALAR_START':
            return `A value cannot begin with ${(0,show/* show */.WU)(text[pos[0]])}. Put it in quotes.`;
        case 'BLOCK_AS_IMPLICIT_KEY':
            return 'There is a second colon in this line. Put the value in quotes, or begin a new line.';
        case 'BAD_INDENT':
            return 'This is indented differently from what it belongs to, or a bracket is not closed. Line it up, with spaces.';
        case 'MULTILINE_IMPLICIT_KEY':
            return 'A key and its colon belong on one line. Add the colon that is missing.';
        case 'MISSING_CHAR':
            return `Something is not closed or set apart here (${(0,show/* mention */.lE)(message)}). Add what is missing.`;
        default:
            return `This is not YAML that can be read: ${(0,show/* mention */.lE)(message)}. Write each key as \`key: value\`, indented with spaces.`;
    }
}
const repeated = (key) => `The key ${(0,show/* show */.WU)(key)} stands here a second time. Keep one of them.`;
/** Keys that stand in their mapping already. */
function repeatedKeys(node) {
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.flatMap(repeatedKeys);
    if (!(0,dist/* isMap */.jh)(node))
        return [];
    const seen = new Set();
    return node.items.flatMap(({ key, value }) => {
        const again = (0,dist/* isScalar */.jn)(key) && seen.size === seen.add(String(key.value)).size;
        return [...(again ? [key] : []), ...repeatedKeys(value)];
    });
}
function offsetOf(root, path, key) {
    let node = root;
    for (const step of path) {
        const part = (0,dist/* isSeq */.oP)(node) ? node.items[Number(step)] : pairIn(node, String(step))?.value;
        node = part ?? node;
    }
    const pair = key === undefined ? undefined : pairIn(node, key);
    return (pair?.key ?? node)?.range[0] ?? 0;
}
const pairIn = (node, key) => (0,dist/* isMap */.jh)(node)
    ? node.items.findLast((pair) => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === key)
    : undefined;

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/config/schema.js + 9 modules
var config_schema = __webpack_require__(9328);
;// CONCATENATED MODULE: ./build/config/fields.js


/** The keys that the section at this path knows; undefined when it is a field, or there is no such section. */
function keysAt(path) {
    let schema = config_schema/* configSchema */.Q;
    for (const key of path)
        schema = schema && partOf(schema, key);
    const section = schema && bare(schema);
    return section instanceof schemas/* ZodObject */.bvH ? Object.keys(section.shape) : undefined;
}
/** Every field that holds a value, by its path: `extend_lvm.size`. */
function fieldPaths(section = []) {
    const keys = keysAt(section);
    return keys ? keys.flatMap((key) => fieldPaths([...section, key])) : [section.join('.')];
}
function partOf(schema, key) {
    const whole = bare(schema);
    if (whole instanceof schemas/* ZodArray */.naA)
        return typeof key === 'number' ? whole.element : undefined;
    return whole instanceof schemas/* ZodObject */.bvH && Object.hasOwn(whole.shape, key) ? whole.shape[String(key)] : undefined;
}
/** What is inside of defaults and preparations. */
function bare(schema) {
    if (schema instanceof schemas/* ZodPrefault */.xgV || schema instanceof schemas/* ZodDefault */.XiL || schema instanceof schemas/* ZodNullable */.l1C) {
        return bare(schema.unwrap());
    }
    return schema instanceof schemas/* ZodPipe */.utH ? bare(schema.out) : schema;
}

;// CONCATENATED MODULE: ./build/config/nearest.js
/** The candidate that was probably meant: a third of the letters may be wrong, missing, too many or swapped. */
function nearest(word, candidates) {
    if (word.length > 100)
        return undefined;
    const ranked = candidates
        .map((candidate) => ({ candidate, distance: editDistance(normal(word), normal(candidate)) }))
        .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
        .sort((a, b) => a.distance - b.distance);
    return ranked[0]?.candidate;
}
/** `whenShort`, `when-short` and `WHEN_SHORT` are all `when_short`. */
const normal = (word) => word
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
/** Damerau-Levenshtein distance (optimal string alignment): a swap of two neighbours counts once. */
function editDistance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            if (swapped)
                row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        before = last;
        last = row;
    }
    return last[b.length];
}

;// CONCATENATED MODULE: ./build/config/problems.js



const MOST_SHOWN = 50;
/** All that is wrong with a configuration; the message has one problem a line, each with what to do. */
class ConfigError extends Error {
    problems;
    name = 'ConfigError';
    constructor(problems) {
        const lines = problems.slice(0, MOST_SHOWN).map((problem) => `${problem.where}: ${problem.message}`);
        const more = problems.length > MOST_SHOWN ? [`There are ${problems.length - MOST_SHOWN} more.`] : [];
        super([...lines, ...more].join('\n'));
        this.problems = problems;
    }
}
/** The findings of the schema in words. `data` is what was checked. */
function problemsOf(issues, data, locate) {
    return issues.flatMap((issue) => {
        const { path } = issue;
        if (issue.code === 'unrecognized_keys') {
            return issue.keys.map((key) => ({
                ...locate(path, key),
                field: [...path, key].join('.'),
                message: unknownKey(path, key),
            }));
        }
        const complete = issue.code === 'custom' && issue.params?.complete === true;
        const field = path.join('.');
        const value = path.reduce((node, key) => node?.[key], data);
        const message = complete ? issue.message : `${field || 'The configuration'} is ${(0,show/* show */.WU)(value)}. ${issue.message}`;
        return [{ ...locate(path), field, message }];
    });
}
/** The way out after a name that is not known. */
const suggestion = (meant, known) => meant ? `Did you mean ${meant}?` : `Allowed are ${known.join(', ')}.`;
function unknownKey(path, key) {
    const known = keysAt(path) ?? [];
    const meant = nearest(key, known) ?? fieldPaths().find((field) => field.endsWith(`.${key}`));
    const owner = path.join('.') || 'The configuration';
    return `${owner} has no key ${(0,show/* show */.WU)(key)}. ${suggestion(meant, known)}`;
}

;// CONCATENATED MODULE: ./build/config/overrides.js






/**
 * Splits what was given to `--set`: `extend_lvm.size=160GiB`. The last one for a field holds.
 *
 * @throws ConfigError
 */
function readOverrides(texts) {
    const problems = texts
        .filter((text) => !/^[^=]+=/.test(text))
        .map((text) => ({
        where: `--set ${(0,show/* mention */.lE)(text)}`,
        field: '',
        message: 'Write a field and its value: --set extend_lvm.size=160GiB.',
    }));
    if (problems.length > 0)
        throw new ConfigError(problems);
    return Object.fromEntries(texts.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]));
}
/**
 * The configuration with single fields set from the command line: `{'extend_lvm.size': '160GiB'}` for
 * `--set extend_lvm.size=160GiB`. A value is read as it would be in the file: `true`, `60` and `null` are no texts.
 *
 * @throws ConfigError that names each wrong flag
 */
function applyOverrides(config, overrides) {
    const wanted = structuredClone(config);
    const problems = [];
    for (const [field, text] of Object.entries(overrides)) {
        const found = fieldProblem(field) ?? set(wanted, field, text);
        if (found)
            problems.push({ where: flag(field, text), field, message: found });
    }
    const result = config_schema/* configSchema */.Q.safeParse(wanted);
    const issues = result.error?.issues ?? [];
    problems.push(...problemsOf(issues, wanted, (path) => ({ where: flag(path.join('.'), overrides[path.join('.')] ?? '') })));
    if (!result.success || problems.length > 0)
        throw new ConfigError(problems);
    return result.data;
}
function fieldProblem(field) {
    const fields = fieldPaths();
    if (fields.includes(field))
        return undefined;
    const keys = keysAt(field.split('.'));
    if (keys)
        return `${field} is a section. Name one of its fields: ${keys.map((key) => `${field}.${key}`).join(', ')}.`;
    const meant = nearest(field, fields) ?? fields.find((known) => known.endsWith(`.${field}`));
    return `There is no field ${(0,show/* show */.WU)(field)}. ${suggestion(meant, fields)}`;
}
function set(target, field, text) {
    const { data, problems } = readDocument(text, '');
    if (problems[0])
        return problems[0].message;
    const path = field.split('.');
    const section = path.slice(0, -1).reduce((node, key) => node[key], target);
    section[path.at(-1)] = data;
    return undefined;
}
const flag = (field, text) => `--set ${(0,show/* mention */.lE)(field)}=${(0,show/* mention */.lE)(text)}`;

;// CONCATENATED MODULE: ./build/config/load.js








/** Looked for in this order, from the folder that the program is started in. */
const CONFIG_FILES = ['.github/edge-phase1.yml', 'edge-phase1.yml'];
/**
 * Reads the configuration of a folder, or the one that was named, and sets what the command line says otherwise.
 *
 * @throws ConfigError
 */
function loadConfig({ dir, file = findConfig(dir), overrides = [] }) {
    const config = file === undefined ? parseConfig('', '') : parseConfig(readText((0,external_node_path_.resolve)(dir, file), file), file);
    return { config: overrides.length > 0 ? applyOverrides(config, readOverrides(overrides)) : config, file };
}
/**
 * The configuration file of a folder, relative to it.
 *
 * @throws ConfigError when it is not clear which one is meant
 */
function findConfig(dir) {
    const found = CONFIG_FILES.filter((file) => isThere((0,external_node_path_.join)(dir, file)));
    const misnamed = CONFIG_FILES.map((file) => file.replace(/yml$/, 'yaml')).find((file) => isThere((0,external_node_path_.join)(dir, file)));
    if (found.length > 1) {
        throw fileError(found.join(' and '), 'Both are there, and it is not clear which one holds. Remove one of them.');
    }
    if (misnamed)
        throw fileError(misnamed, 'It would not be read, because its name ends in .yaml. Rename it to .yml.');
    return found[0];
}
/**
 * Reads the text of a configuration. An empty one has all defaults.
 *
 * @param fileName stands in messages
 * @throws ConfigError that lists every problem
 */
function parseConfig(text, fileName) {
    const document = readDocument(text, fileName);
    if (!document.usable)
        throw new ConfigError(document.problems);
    const result = config_schema/* configSchema */.Q.safeParse(document.data);
    const problems = [...document.problems, ...(result.error ? schemaProblems(result.error.issues) : [])];
    if (!result.success || problems.length > 0)
        throw new ConfigError(problems.sort(byPosition));
    return result.data;
    function schemaProblems(issues) {
        return problemsOf(issues, document.data, (path, key) => {
            const position = document.position(path, key);
            return { where: `${fileName}:${position.line}:${position.column}`, position };
        });
    }
}
/** A link that leads nowhere and a folder that may not be entered count as well: the defaults were not asked for. */
function isThere(path) {
    try {
        (0,external_node_fs_.lstatSync)(path);
        return true;
    }
    catch (error) {
        return !['ENOENT', 'ENOTDIR'].includes(error.code ?? '');
    }
}
const byPosition = ({ position: a }, { position: b }) => a.line - b.line || a.column - b.column;
function readText(path, file) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        throw fileError(file, unreadable(error));
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw fileError(file, 'Its encoding is not UTF-8. Save it as UTF-8.');
    }
}
function unreadable({ code, message }) {
    if (code === 'ENOENT')
        return 'There is no such file. Name one that exists, or none for the defaults.';
    if (code === 'EISDIR')
        return 'It is a folder. Name the file in it.';
    if (code === 'EACCES')
        return 'It may not be read by this user. Give the right to read it.';
    return `It cannot be read (${(0,show/* show */.WU)(message)}). Name a file that can.`;
}
const fileError = (where, message) => new ConfigError([{ where, field: '', message }]);


/***/ }),

/***/ 6856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Hi: () => (/* binding */ absolutePath),
/* harmony export */   OE: () => (/* binding */ sizeFrom),
/* harmony export */   TQ: () => (/* binding */ allowed),
/* harmony export */   mx: () => (/* binding */ YES_NO),
/* harmony export */   uW: () => (/* binding */ section)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8532);
/* harmony import */ var _size__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1177);


/** Every field says in one sentence what it takes; `problems.ts` puts the field and its value in front. */
const allowed = (what) => ({ error: `Allowed is ${what}.` });
const absolutePath = (what) => {
    const error = allowed(`${what} without . and .. in it and without a slash at its end`);
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(error).regex(/^\/$|^(?:\/(?!\.{1,2}(?:\/|$))[ -.0-~\u00a0-\uffff]+)+$/, error);
};
/** Bytes between two sizes. @param example of what to write */
function sizeFrom(least, most, example) {
    const [smallest, largest] = [(0,_size__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(least), (0,_size__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(most)];
    const range = `Allowed is ${least} to ${most}; a number without a unit is bytes.`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().meta({ pattern: _size__WEBPACK_IMPORTED_MODULE_0__/* .SIZE_PATTERN */ .bv }), zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(range).meta({ minimum: smallest, maximum: largest })], allowed(`a size with its unit, such as ${example}, or whole bytes`))
        .transform((value, context) => {
        try {
            const bytes = typeof value === 'number' ? value : (0,_size__WEBPACK_IMPORTED_MODULE_0__/* .parseSize */ .DB)(value);
            if (bytes >= smallest && bytes <= largest)
                return bytes;
            context.addIssue({ code: 'custom', message: `That is ${(0,_size__WEBPACK_IMPORTED_MODULE_0__/* .formatBoth */ .tm)(bytes)}. ${range}` });
        }
        catch (error) {
            context.addIssue({ code: 'custom', message: error.message });
        }
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    });
}
const size = sizeFrom('1GiB', '1024TiB', '150GiB');
/** A group of keys. With no key below it, it is as good as left out: all its defaults hold. */
const section = (description, shape) => zod__WEBPACK_IMPORTED_MODULE_1__/* .preprocess */ .vkY((value) => value ?? {}, zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(shape, { error: `Allowed are keys below it, indented: ${Object.keys(shape).join(', ')}.` })
    .meta({ description, type: ['object', 'null'] }))
    .prefault({});
const YES_NO = allowed('true or false');


/***/ }),

/***/ 9328:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ configSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(3934);
// EXTERNAL MODULE: ./build/host/target.js
var target = __webpack_require__(7585);
;// CONCATENATED MODULE: ./build/config/compare.js

const PERCENT = { error: 'Allowed is a number above 0 and up to 1000, without the % sign.' };
const percent = (points) => schemas/* number */.aig(PERCENT).gt(0, PERCENT).max(1000, PERCENT).default(points);
/** The keys of `build_test.compare`. */
const compareShape = {
    warn_percent: percent(5).describe('A slow-down of the median by this many percent, when it is established, warns.'),
    fail_percent: percent(10).describe('A slow-down of the median by this many percent, when it is established, fails. To pass, a slow-down as large as this must be excluded.'),
};

// EXTERNAL MODULE: ./build/config/parts.js
var parts = __webpack_require__(6856);
;// CONCATENATED MODULE: ./build/config/build-test.js



const FILE = (0,parts/* allowed */.TQ)('a path in the context without .. in it, or an absolute path');
const PATH = /^\/?(?!.*(?:^|\/)\.\.(?:\/|$))[ -.0-~\u00a0-\uffff][ -~\u00a0-\uffff]*$/;
const file = schemas/* string */.YjP(FILE).regex(PATH, FILE);
const INSIDE = (0,parts/* allowed */.TQ)('a path in the context, without .. in it, or null');
const NAME = (0,parts/* allowed */.TQ)('a name of letters, digits, dots, _ and -, at most 40, or null');
const build_test_name = schemas/* string */.YjP(NAME).regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, NAME);
const TIMES = (0,parts/* allowed */.TQ)('a whole number from 0 to 99');
const times = (often) => schemas/* int */.Whr({ ...TIMES, abort: true })
    .min(0, TIMES)
    .max(99, TIMES)
    .default(often);
const FEW = (0,parts/* allowed */.TQ)('a whole number from 0 to 9');
const LIMIT = (0,parts/* allowed */.TQ)('a whole number of minutes from 1 to 4320');
const MINUTES = (0,parts/* allowed */.TQ)('a number of minutes above 0 and up to 10080, or null');
const ARGUMENT = (0,parts/* allowed */.TQ)('NAME=VALUE');
const CACHE = (0,parts/* allowed */.TQ)('REGISTRY/NAME:TAG, as 10.0.0.5:8085/ci/cache:app, or null');
/** With a registry, so that it never means Docker Hub, and with nothing that would begin another field of --cache-from. */
const CACHE_REF = /^(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5}|localhost)(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)+(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?$/;
const buildTest = (0,parts/* section */.uW)('The step build-test: time docker builds, and explain where the time goes.', {
    context: (0,parts/* absolutePath */.Hi)('an absolute path')
        .nullable()
        .default(null)
        .describe('The folder on the server that docker build gets: the checkout. Builds are made from a copy of it.'),
    dockerfile: file
        .default('deploy/docker/Dockerfile.mcp-fast')
        .describe('The Dockerfile: a path in the context, or an absolute one.'),
    target: build_test_name.nullable().default(null).describe('The build stage to stop at.'),
    build_args: schemas/* array */.YOg(schemas/* string */.YjP(ARGUMENT).regex(/^[A-Za-z_][A-Za-z0-9_]*=[^\n]*$/, ARGUMENT), (0,parts/* allowed */.TQ)('a list of NAME=VALUE'))
        .default([])
        .describe('Build arguments. Not for secrets: they can be read in the image, in the process list and in the evidence.'),
    runs: (0,parts/* section */.uW)('How often each scenario is measured; 0 leaves it out. Four against four can establish a difference.', {
        base: times(1).describe('Base images pulled, into an empty builder.'),
        cold: times(1).describe('A build with an empty cache. The base images are there already.'),
        warm: times(4).describe('A build after which nothing changed.'),
        changed: times(4).describe('A build after which one line of one source file changed.'),
        registry: times(4).describe('A build in an empty builder that has the cache of registry_cache.ref. Only where that is set.'),
    }),
    warmups: schemas/* int */.Whr({ ...FEW, abort: true })
        .min(0, FEW)
        .max(9, FEW)
        .default(0)
        .describe('Builds before the first warm and the first changed one that do not count.'),
    changed_file: schemas/* string */.YjP(INSIDE)
        .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[ -~\u00a0-\uffff]+$/, INSIDE)
        .nullable()
        .default(null)
        .describe('The source file that gets one more line, in the copy. null: the one that was changed last.'),
    time_limit_minutes: schemas/* int */.Whr({ ...LIMIT, abort: true })
        .min(1, LIMIT)
        .max(4320, LIMIT)
        .default(180)
        .describe('A build that takes longer is ended; that is its result.'),
    drop_caches: schemas/* boolean */.zMY(parts/* YES_NO */.mx)
        .default(false)
        .describe('Whether the page cache of the whole server is emptied before each cold build. Everything on it reads from the disk again for a while.'),
    registry_cache: (0,parts/* section */.uW)('A build cache in a registry of the local network, as the step harbor sets one up.', {
        ref: schemas/* string */.YjP(CACHE)
            .regex(CACHE_REF, CACHE)
            .nullable()
            .default(null)
            .describe('Where it lies: registry, path and tag. null: nothing is measured with it.'),
        write: schemas/* boolean */.zMY(parts/* YES_NO */.mx)
            .default(false)
            .describe('Whether a build test writes the cache before it measures with it. It stays in the registry, with the layers of all stages. false: it is there already, as CI wrote it.'),
    }),
    builder: schemas/* enum */.k5n(['throwaway', 'own'], (0,parts/* allowed */.TQ)('throwaway or own'))
        .default('throwaway')
        .describe("throwaway: a Docker daemon of its own, on the same disk, that is removed afterwards. own: the server's, whose cache is then used and filled."),
    network: schemas/* enum */.k5n(['host', 'none'], (0,parts/* allowed */.TQ)('host or none'))
        .default('host')
        .describe('The network of RUN instructions. With host they also reach what listens on the server itself.'),
    label: build_test_name
        .nullable()
        .default(null)
        .describe('A name for these measurements, as before-phase-1: later ones can be compared with them, and they are kept.'),
    baseline: (0,parts/* section */.uW)('What the measurements are compared with.', {
        label: build_test_name.nullable().default(null).describe('The name of earlier measurements on this server.'),
        against: (0,parts/* absolutePath */.Hi)('an absolute path')
            .nullable()
            .default(null)
            .describe("Another folder, as a checkout of the pull request's base commit: both are built in turn."),
        against_dockerfile: file.nullable().default(null).describe('Another Dockerfile, likewise.'),
        declared_minutes: schemas/* number */.aig(MINUTES)
            .gt(0, MINUTES)
            .max(10080, MINUTES)
            .nullable()
            .default(70)
            .describe('A time that somebody took by hand, for cold builds. It is shown as declared, and establishes nothing.'),
    }),
    try_files: (0,parts/* absolutePath */.Hi)('an absolute path, or null')
        .nullable()
        .default(null)
        .describe('A folder of files that are laid over a second copy of the context, as a patch would change it: both are built in turn. Set by advise --try.'),
    compare: (0,parts/* section */.uW)('When a difference counts.', compareShape),
});

// EXTERNAL MODULE: ./build/checklist/plan.js
var plan = __webpack_require__(881);
;// CONCATENATED MODULE: ./build/config/checklist.js



const ID = (0,parts/* allowed */.TQ)('up to 40 lower case letters, digits and dashes, beginning with a letter or digit');
const id = schemas/* string */.YjP(ID).regex(/^[a-z0-9][a-z0-9-]{0,39}$/, ID);
const TITLE = (0,parts/* allowed */.TQ)('one line of 1 to 200 characters');
const title = schemas/* string */.YjP(TITLE)
    .regex(/^(?=.*\S)[^\r\n<>]{1,200}$/, { error: 'Allowed is one line of 1 to 200 characters, without < and >.' });
const DUE = (0,parts/* allowed */.TQ)('a date, such as 2026-02-14');
const checklist_NAME = (0,parts/* allowed */.TQ)('the name of a check, such as disk_size');
const STEP = (0,parts/* allowed */.TQ)('the name of a step, such as extend-lvm');
const stepName = schemas/* string */.YjP(STEP).regex(/^[a-z][a-z-]{0,39}$/, STEP);
const item = schemas/* strictObject */.rej({
    id,
    title,
    checks: schemas/* array */.YOg(schemas/* string */.YjP(checklist_NAME).regex(/^[a-z][a-z0-9_]{0,39}$/, checklist_NAME), (0,parts/* allowed */.TQ)('a list of names of checks'))
        .optional(),
    step: stepName.optional(),
    planned: stepName.optional(),
    approval: schemas/* literal */.euz('go', (0,parts/* allowed */.TQ)('go')).optional(),
}, (0,parts/* allowed */.TQ)('an item with id and title, and checks, step, planned or approval'));
const group = schemas/* strictObject */.rej({
    id,
    title,
    week: id.optional(),
    items: schemas/* array */.YOg(item, (0,parts/* allowed */.TQ)('a list of items')).min(1, (0,parts/* allowed */.TQ)('at least one item')),
}, (0,parts/* allowed */.TQ)('a group with id, title, week and items'));
const week = schemas/* strictObject */.rej({ id, title, due: schemas/* string */.YjP(DUE).regex(/^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/, DUE) }, (0,parts/* allowed */.TQ)('a week with id, title and due'));
/** GitHub allows 100 sub-issues. */
const MOST_GROUPS = 100;
const checklist = (0,parts/* section */.uW)('The checklist of Phase 1, as issues.', {
    title: title.default('Phase 1: the checklist').describe('Title of the tracking issue, when it is opened.'),
    weeks: schemas/* array */.YOg(week, (0,parts/* allowed */.TQ)('a list of weeks, each with id, title and due'))
        .superRefine(unique)
        .nullable()
        .default(null)
        .describe('Milestones instead of the two weeks of the plan: a list of id, title and due (2026-02-14).'),
    groups: schemas/* array */.YOg(group, (0,parts/* allowed */.TQ)('a list of groups, each with id, title, week and items'))
        .min(1, (0,parts/* allowed */.TQ)('at least one group'))
        .max(MOST_GROUPS, (0,parts/* allowed */.TQ)(`at most ${MOST_GROUPS} groups`))
        .superRefine(unique)
        .superRefine((groups, context) => unique(groups.flatMap(({ items }) => items), context))
        .nullable()
        .default(null)
        .describe('Groups of items instead of the 31 of the plan: a list of id, title, week and items. An item has id and title; with checks (a list), step or planned the runs tick it, with approval: go an approval does.'),
}).superRefine(({ weeks, groups }, context) => {
    const known = (weeks ?? plan/* PLAN_CHECKLIST */.t.weeks).map(({ id: name }) => name);
    for (const [index, { week: name }] of (groups ?? []).entries()) {
        if (name === undefined || known.includes(name))
            continue;
        const message = `Allowed is the id of a week: ${known.join(', ')}.`;
        context.addIssue({ code: 'custom', message, path: ['groups', index, 'week'] });
    }
});
function unique(entries, context) {
    const seen = new Set();
    for (const { id: name } of entries) {
        if (seen.has(name)) {
            const message = `The id ${name} stands in it more than once. Give each its own.`;
            context.addIssue({ code: 'custom', message });
        }
        seen.add(name);
    }
}

;// CONCATENATED MODULE: ./build/config/checks.js


const WEIGHT = (0,parts/* allowed */.TQ)('a whole number from 0 to 100');
const weight = (points) => schemas/* int */.Whr({ ...WEIGHT, abort: true })
    .min(0, WEIGHT)
    .max(100, WEIGHT)
    .default(points)
    .describe('Points that a pass earns in the scorecard.');
const checks_PERCENT = (0,parts/* allowed */.TQ)('a number above 0 and up to 100, without the % sign');
const checks_percent = schemas/* number */.aig(checks_PERCENT).gt(0, checks_PERCENT).max(100, checks_PERCENT);
const HOURS = (0,parts/* allowed */.TQ)('a number of hours above 0 and up to 8760');
const hours = schemas/* number */.aig(HOURS).gt(0, HOURS).max(8760, HOURS);
const checks_MINUTES = (0,parts/* allowed */.TQ)('a number of minutes above 0 and up to 10080');
const minutes = schemas/* number */.aig(checks_MINUTES).gt(0, checks_MINUTES).max(10080, checks_MINUTES);
const SCENARIO = (0,parts/* allowed */.TQ)('a name of lower-case letters, digits, - and _, as build-test reports it');
const HARBOR = (0,parts/* allowed */.TQ)('http:// or https:// with a name and perhaps a port, as https://edge.example:8443, or null');
const COUNT = (0,parts/* allowed */.TQ)('a whole number from 1 to 10000, or auto');
const checks = (0,parts/* section */.uW)('The targets of the scorecard.', {
    disk_size: (0,parts/* section */.uW)('Size of the file system of /.', {
        target: parts/* size */.Ej.prefault('140GiB').describe('It passes with at least this size.'),
        weight: weight(20),
    }),
    disk_use: (0,parts/* section */.uW)('Use of the file system of /, as df shows it.', {
        target: checks_percent.default(60).describe('It passes with less than this many percent in use.'),
        weight: weight(10),
    }),
    disk_pressure: (0,parts/* section */.uW)('The condition DiskPressure of the Kubernetes node, and evictions.', {
        window_hours: hours
            .default(1)
            .describe('It passes when the condition has been False for this many hours and nothing was evicted in them. Events live one hour unless the API server is set otherwise, so further back only the condition and evicted pods that are still there tell.'),
        weight: weight(20),
    }),
    build_time: (0,parts/* section */.uW)('Time of the build, as the step build-test measures it.', {
        target_minutes: minutes.default(60).describe('It passes with a median below this many minutes.'),
        scenario: schemas/* string */.YjP(SCENARIO)
            .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, SCENARIO)
            .default('cold')
            .describe('Which of the measured scenarios counts.'),
        declared_minutes: minutes
            .nullable()
            .default(null)
            .describe('A time that somebody took by hand. It is shown as declared, and never passes.'),
        weight: weight(25),
    }),
    harbor: (0,parts/* section */.uW)('The registry: healthy in all its components, and a push and a pull proven.', {
        url: schemas/* string */.YjP(HARBOR)
            .regex(/^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/, HARBOR)
            .nullable()
            .default(null)
            .describe('Address of Harbor as the server itself reaches it. Without one the check is unknown.'),
        proof_max_age_hours: hours.default(168).describe('How old the proof of a push and a pull may be.'),
        weight: weight(15),
    }),
    pods: (0,parts/* section */.uW)('The pods of the cluster.', {
        expected: schemas/* union */.KCZ([
            schemas/* literal */.euz('auto'),
            schemas/* int */.Whr({ ...COUNT, abort: true })
                .min(1, COUNT)
                .max(10000, COUNT),
        ], COUNT)
            .default(17)
            .describe('How many pods are to be Ready; none may be unready. auto: all that are there, which cannot notice that one is missing.'),
        weight: weight(10),
    }),
    success: checks_percent
        .default(85)
        .describe('Phase 1 succeeds when this many percent of the points of all checks that apply are earned.'),
});

;// CONCATENATED MODULE: ./build/config/disk-test.js


const fileSize = (0,parts/* sizeFrom */.OE)('16MiB', '64GiB', '256MiB');
const wholeNumber = (from, to) => {
    const error = (0,parts/* allowed */.TQ)(`a whole number from ${from} to ${to}`);
    return schemas/* int */.Whr({ ...error, abort: true })
        .min(from, error)
        .max(to, error);
};
const DISK = (0,parts/* allowed */.TQ)('a serial number (in quotes when it is all digits), a path under /dev/disk/by-id, a volume group, or the absolute path of a mount point; not a name such as sdb, because those change from boot to boot');
const disk = schemas/* string */.YjP(DISK)
    .regex(/^(?:\/dev\/disk\/by-id\/(?!\.{1,2}$)[A-Za-z0-9#+.:=@_-]+|\/(?!dev\/)(?:(?!\.{1,2}(?:\/|$))[ -.0-~\u00a0-\uffff]+(?:\/(?!$)|$))*|(?!(?:[shv]d[a-z]+|xvd[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+)[0-9p]*$)[A-Za-z0-9_+.][A-Za-z0-9_+.-]*)$/, DISK);
const diskTest = (0,parts/* section */.uW)('The step disk-test: measure how fast the physical disks are. Nothing stays on them.', {
    disks: schemas/* array */.YOg(disk, (0,parts/* allowed */.TQ)('a list of disks, one a line after a dash'))
        .max(32, (0,parts/* allowed */.TQ)('a list of up to 32 disks'))
        .default([])
        .describe('The disks to measure: serial number, /dev/disk/by-id/..., volume group, or mount point of what lies on it. Empty: every physical disk.'),
    runs: wholeNumber(1, 20)
        .default(4)
        .describe('How often each figure is measured. Below 4, a difference between two disks cannot be told from chance: it is observed, not established.'),
    seconds: wholeNumber(1, 300)
        .default(6)
        .describe('How long each measurement with a file takes; there are four of them a disk and run.'),
    size: fileSize
        .prefault('256MiB')
        .describe('Size of the file that is written and read. It has no name, so that its space is free again whatever happens.'),
    fio: schemas/* boolean */.zMY(parts/* YES_NO */.mx)
        .default(true)
        .describe('Whether a file may be written. Without it disks are only read, which says nothing about builds.'),
});

;// CONCATENATED MODULE: ./build/config/docker-config.js


const LEFT = 'null: it is left as it is.';
const docker_config_COUNT = (0,parts/* allowed */.TQ)('a whole number from 1 to 100, or null to leave it as it is');
const count = (standard, what) => schemas/* int */.Whr({ ...docker_config_COUNT, abort: true })
    .min(1, docker_config_COUNT)
    .max(100, docker_config_COUNT)
    .nullable()
    .default(standard)
    .describe(what);
const FILES = (0,parts/* allowed */.TQ)('a whole number from 1 to 999, or null to leave it as it is');
const LOG_SIZE = (0,parts/* allowed */.TQ)('a size as Docker writes it, such as 500k, 10m or 1g, or null to leave it as it is');
const CACHE_SIZE = (0,parts/* allowed */.TQ)('a size as Docker writes it, such as 20GB, or null to leave it as it is');
const CACHE_SHARE = (0,parts/* allowed */.TQ)('a size as Docker writes it, such as 20GB, or a share such as 20%, or null to leave it as it is');
const cacheSize = (what) => schemas/* string */.YjP(CACHE_SIZE)
    .regex(/^[1-9][0-9]{0,5}(?:MB|GB|TB)$/, CACHE_SIZE)
    .nullable()
    .default(null)
    .describe(what);
const cacheShare = (what) => schemas/* string */.YjP(CACHE_SHARE)
    .regex(/^(?:[1-9][0-9]{0,5}(?:MB|GB|TB)|[1-9][0-9]?%)$/, CACHE_SHARE)
    .nullable()
    .default(null)
    .describe(`${what} Docker 28 and newer; ${LEFT}`);
const gc = (0,parts/* section */.uW)('Limits of the build cache.', {
    enabled: schemas/* boolean */.zMY(parts/* YES_NO */.mx).nullable().default(null).describe(`Whether BuildKit limits its cache by itself; ${LEFT}`),
    defaultKeepStorage: cacheSize(`Size that the build cache may have. Docker before 28; ${LEFT}`),
    defaultReservedSpace: cacheShare('Size up to which the build cache is always kept.'),
    defaultMaxUsedSpace: cacheShare('Size that the build cache never exceeds.'),
    defaultMinFreeSpace: cacheShare('Space on the disk that the build cache leaves free.'),
});
const settings = (0,parts/* section */.uW)("The settings of Docker's daemon, in Docker's own words; null leaves one as it is. What else stands in daemon.json stays.", {
    'storage-driver': schemas/* literal */.euz('overlay2', (0,parts/* allowed */.TQ)('overlay2, or null to leave it as it is'))
        .nullable()
        .default('overlay2')
        .describe('Written only where it is the driver in use: another one would hide all images and containers.'),
    'log-driver': schemas/* enum */.k5n(['json-file', 'local'], (0,parts/* allowed */.TQ)('json-file or local, or null to leave it as it is'))
        .nullable()
        .default('json-file')
        .describe('Where the logs of containers go. json-file is what Docker does by itself.'),
    'log-opts': (0,parts/* section */.uW)('Limits of the logs of each container that is created from then on.', {
        'max-size': schemas/* string */.YjP(LOG_SIZE)
            .regex(/^[1-9][0-9]{0,5}[kmg]$/, LOG_SIZE)
            .nullable()
            .default('10m')
            .describe('Size at which a new log file is begun. Docker by itself has no limit.'),
        'max-file': schemas/* union */.KCZ([schemas/* string */.YjP().meta({ pattern: '^[1-9][0-9]{0,2}$' }), schemas/* int */.Whr(FILES)], FILES)
            .transform(String)
            .pipe(schemas/* string */.YjP().regex(/^[1-9][0-9]{0,2}$/, FILES))
            .nullable()
            .prefault('3')
            .describe('Log files that are kept.'),
    }),
    'max-concurrent-downloads': count(3, 'Layers pulled at a time. 3 is what Docker does by itself.'),
    'max-concurrent-uploads': count(3, 'Layers pushed at a time. Docker by itself pushes 5.'),
    'live-restore': schemas/* boolean */.zMY(parts/* YES_NO */.mx)
        .nullable()
        .default(null)
        .describe(`Whether containers go on while Docker's daemon restarts. Not with swarm mode; ${LEFT}`),
    builder: (0,parts/* section */.uW)('The builder in Docker.', { gc }),
});
const PATIENCE = (0,parts/* allowed */.TQ)('a whole number of seconds from 0 to 3600');
const dockerConfig = (0,parts/* section */.uW)("The step docker-config: settings of Docker's daemon in /etc/docker/daemon.json.", {
    settings,
    pod_patience_seconds: schemas/* int */.Whr(PATIENCE)
        .min(0, PATIENCE)
        .max(3600, PATIENCE)
        .default(300)
        .describe('How long the pods of this node have after a restart of Docker to be as before; then the old file is put back. Only where the cluster can be seen as root.'),
});

// EXTERNAL MODULE: ./build/config/harbor.js
var harbor = __webpack_require__(1758);
;// CONCATENATED MODULE: ./build/config/kubernetes.js


const kubernetes_FILE = (0,parts/* absolutePath */.Hi)('a path under /etc, or null,');
const kubernetes = (0,parts/* section */.uW)('The Kubernetes cluster (K3s) of the server.', {
    cluster: schemas/* enum */.k5n(['auto', 'none'], (0,parts/* allowed */.TQ)('auto or none'))
        .default('auto')
        .describe('auto: look for one; when it cannot be seen, its checks are unknown. none: there is none, and its checks do not apply.'),
    kubeconfig: kubernetes_FILE.regex(/^\/etc\//, (0,parts/* allowed */.TQ)('a path under /etc, where only root can put files, or null'))
        .nullable()
        .default(null)
        .describe('The kubeconfig on the server to look with. null: $KUBECONFIG, /etc/rancher/k3s/k3s.yaml or ~/.kube/config, the first that may be read. A kubeconfig can name programs to run, so it has to lie where only root can put files.'),
});

// EXTERNAL MODULE: ./build/texts/language.js
var language = __webpack_require__(7104);
;// CONCATENATED MODULE: ./build/config/language.js



const language_language = schemas/* enum */.k5n(language/* LANGUAGES */.Y, (0,parts/* allowed */.TQ)(language/* LANGUAGES */.Y.join(' or ')))
    .default('en')
    .describe('Language of plans, checks, comments, reports, documents and the checklist. What tools and the scripts on the server say stays in English.');

;// CONCATENATED MODULE: ./build/config/preflight.js



const preflight = (0,parts/* section */.uW)('What the plan asks for before it begins. These checks inform; they earn no points.', {
    phase_0_complete: schemas/* boolean */.zMY(parts/* YES_NO */.mx)
        .default(false)
        .describe('Whether Phase 0 was validated. Only people know; it is shown as declared.'),
    backup: (0,parts/* section */.uW)('A backup that is seen on the server.', {
        path: (0,parts/* absolutePath */.Hi)('an absolute path, or null,')
            .nullable()
            .default(null)
            .describe('A file, or a folder whose newest file (up to two folders deep, not empty) counts. null: what /etc/edge-phase1/backup-check on the server tells, where root has put such a program.'),
        max_age_hours: hours.default(24).describe('How old the backup may be.'),
    }),
});

// EXTERNAL MODULE: ./build/config/show.js
var show = __webpack_require__(3317);
;// CONCATENATED MODULE: ./build/config/schema.js














const schema_host = schemas/* string */.YjP((0,parts/* allowed */.TQ)('local or ssh://user@name[:port]')).superRefine((value, context) => {
    try {
        (0,target/* parseTarget */.h)(value);
    }
    catch (error) {
        if (!(error instanceof host/* Refusal */.P_))
            throw error;
        // It names the value itself, also one that is a token.
        const complete = !((0,show/* looksSecret */.n0)(value) && error.message.includes(value));
        const message = complete ? `${error.message} ${error.wayOut}` : error.wayOut;
        context.addIssue({ code: 'custom', message, params: { complete } });
    }
});
const EITHER = (0,parts/* allowed */.TQ)('refuse or max');
const FOLDER = (0,parts/* absolutePath */.Hi)('auto or an absolute path');
const schema_DISK = (0,parts/* allowed */.TQ)('a path under /dev/disk/by-id or a serial number (in quotes when it is all digits), because names such as sdb change from boot to boot; ls -l /dev/disk/by-id shows what there is');
const extendLvm = (0,parts/* section */.uW)('The step extend-lvm: grow a logical volume and its file system, while in use.', {
    mount: (0,parts/* absolutePath */.Hi)('an absolute path, such as / or /srv/data,')
        .default('/')
        .describe('Mount point of the file system to grow.'),
    size: parts/* size */.Ej
        .prefault('150GiB')
        .describe('Absolute size that the logical volume is to have, so that a second run changes nothing. 150GiB is the 100 GiB of the plan and 50 GiB more; 150GB would be 7 % less. A volume that is larger stays as it is.'),
    when_short: schemas/* enum */.k5n(['refuse', 'max'], EITHER)
        .default('refuse')
        .describe('What to do when there is not enough space: refuse, or extend by the maximum available.'),
    other_disks: schemas/* boolean */.zMY(parts/* YES_NO */.mx)
        .default(false)
        .describe('Whether the volume may spread to disks of its volume group that it does not lie on yet. It is then lost when any of them fails.'),
    new_disk: schemas/* string */.YjP(schema_DISK)
        .regex(/^(?:\/dev\/disk\/by-id\/(?!\.{1,2}$)[A-Za-z0-9#+.:=@_-]+|(?!(?:[shv]d[a-z]+|xvd[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+)[0-9p]*$)[A-Za-z0-9_][A-Za-z0-9._-]*)$/, schema_DISK)
        .nullable()
        .default(null)
        .describe('A blank disk to add when the space elsewhere is not enough: /dev/disk/by-id/... or its serial number. No disk is ever added that is not named here.'),
    backup_dir: schemas/* union */.KCZ([schemas/* literal */.euz('auto'), FOLDER], 'Allowed is auto or an absolute path.')
        .default('auto')
        .describe('Folder for the copy of the LVM metadata. auto: a folder on another disk, where there is one.'),
});
const github = (0,parts/* section */.uW)('How this repository may be used.', {
    allow_public_repository: schemas/* boolean */.zMY(parts/* YES_NO */.mx)
        .default(false)
        .describe('Whether a run in a public repository may change the server. Strangers can open pull requests there; read the security notes first.'),
});
const DOLLARS = (0,parts/* allowed */.TQ)('a number from 0 to 10, in US dollars without the $ sign');
const cost = (0,parts/* section */.uW)('What the cost line of the reports is computed from.', {
    runner_minute_usd: schemas/* number */.aig(DOLLARS)
        .min(0, DOLLARS)
        .max(10, DOLLARS)
        .default(0)
        .describe('Price of a runner minute in US dollars. Minutes of a self-hosted runner cost nothing.'),
});
const configSchema = (0,parts/* section */.uW)('The configuration of edge-phase1. Every key has a default: the values of the plan.', {
    host: schema_host
        .meta({ pattern: '^(local|ssh://[^/@]+@[^/@]+/?)$' })
        .default('local')
        .describe('The server: local, the machine that this runs on, or ssh://user@name[:port]. An IPv6 address stands in brackets.'),
    language: language_language,
    extend_lvm: extendLvm,
    docker_config: dockerConfig,
    disk_test: diskTest,
    harbor: harbor/* harbor */.P0,
    build_test: buildTest,
    kubernetes: kubernetes,
    checks: checks,
    preflight: preflight,
    github,
    checklist: checklist,
    cost,
});


/***/ }),

/***/ 3317:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   lE: () => (/* binding */ mention),
/* harmony export */   n0: () => (/* binding */ looksSecret)
/* harmony export */ });
/* unused harmony export shorten */
/** How values of people are repeated in messages: short, on one line, and never a secret. */
const LONGEST = 60;
/** A value of a configuration as it may stand in a message. */
function show(value) {
    if (value === null || value === undefined)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    if (typeof value !== 'string')
        return String(value);
    return looksSecret(value) ? 'a text that looks like a secret and is not shown' : `"${shorten(value)}"`;
}
/** The text on one line, without control characters and marks that turn the direction, at most 60 characters. */
function shorten(text) {
    const letters = [...text.slice(0, 2 * LONGEST + 2)];
    const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
    return short.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (letter) => `\\u{${letter.codePointAt(0).toString(16)}}`);
}
/** Text that is repeated without quotes around it, such as a part of a message. */
const mention = (text) => (looksSecret(text) ? '…' : shorten(text));
/** Private keys, tokens of known shape, and passwords in front of an @. */
function looksSecret(text) {
    return (/-----BEGIN |\b(?:gh[oprsu]_|github_pat_|glpat-|xox[a-z]-|AKIA)[A-Za-z0-9]/.test(text) ||
        /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/)?[^@:]*:(?!\/\/)[^@]*@/.test(text));
}


/***/ }),

/***/ 1177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   Xq: () => (/* binding */ formatSize),
/* harmony export */   bv: () => (/* binding */ SIZE_PATTERN),
/* harmony export */   tm: () => (/* binding */ formatBoth)
/* harmony export */ });
/** Sizes in code are whole bytes, as numbers; this is how people write and read them. */
const GIB = 1024 ** 3;
/** The same units as in the host scripts. `B` and no unit at all are bytes. */
const UNITS = {
    B: 1,
    MiB: 1024 ** 2,
    GiB: GIB,
    TiB: 1024 ** 4,
    MB: 1000 ** 2,
    GB: 1000 ** 3,
    TB: 1000 ** 4,
};
/** What `parseSize` reads, also for the JSON Schema: there are no parts of a byte, so decimals need a larger unit. */
const SIZE_PATTERN = '^([0-9]{1,15})(?:\\.([0-9]{1,6})(?! *B?$))? *(B|MiB|GiB|TiB|MB|GB|TB)?$';
const ALLOWED = 'Write an absolute size with its unit, such as 150GiB or 1.5TB: MiB, GiB, TiB are powers of 1024 and MB, GB, TB powers of 1000. A whole number without a unit is bytes.';
/**
 * Reads a size with its unit: `150GiB` and `150 GiB` are the same, `150GB` is 7 % less.
 *
 * @returns bytes, rounded to whole ones
 * @throws Error whose message says what to write instead; it does not repeat a text that is no number
 */
function parseSize(text) {
    const match = new RegExp(SIZE_PATTERN).exec(text);
    if (!match)
        throw new Error(ambiguity(text) ?? ALLOWED);
    const [, whole = '', decimals = '', unit = 'B'] = match;
    const scale = 10n ** BigInt(decimals.length);
    const bytes = Number((BigInt(whole + decimals) * BigInt(UNITS[unit]) + scale / 2n) / scale);
    if (!Number.isSafeInteger(bytes))
        throw new Error('Write a size of at most 8191TiB: larger ones are not exact.');
    return bytes;
}
/** `50G` is 50 GiB for LVM and 50 GB on a label: nobody shall have to guess. */
function ambiguity(text) {
    const [, number, letter] = /^([0-9]{1,15}(?:\.[0-9]{1,6})?) *([mgt])(?:i?b|i|o|io)?$/i.exec(text) ?? [];
    if (number === undefined || letter === undefined)
        return undefined;
    const unit = letter.toUpperCase();
    return `Its unit is ambiguous: write ${number}${unit}iB (powers of 1024, as LVM and df -h count) or ${number}${unit}B (powers of 1000, as on a disk's label).`;
}
/**
 * Bytes for people: `150 GiB`. A whole number is exact, one with a decimal (`149.9 GiB`, `150.0 GiB`) is rounded, so that
 * a size just short of a limit does not look as if it reached it. Below 0.1 GiB in MiB or bytes.
 */
const formatSize = (bytes) => inUnit(bytes, 'GiB', 'MiB');
/** Bytes in both ways of counting, where people could mix them up: `150 GiB (161.1 GB)`. */
function formatBoth(bytes) {
    const [binary, decimal] = [formatSize(bytes), inUnit(bytes, 'GB', 'MB')];
    return binary === decimal ? binary : `${binary} (${decimal})`;
}
function inUnit(bytes, ...units) {
    const unit = units.find((name) => bytes >= UNITS[name] / 10) ?? 'B';
    const count = bytes / UNITS[unit];
    return `${Number.isInteger(count) ? count : count.toFixed(1)} ${unit}`;
}


/***/ }),

/***/ 37:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sideOf),
/* harmony export */   y: () => (/* binding */ beforeAfter)
/* harmony export */ });
/* harmony import */ var _facts_pods__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8547);
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5441);
/* harmony import */ var _steps_validate__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8063);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8774);




/** The checks of an observation that `validate` has made, judged again. */
function sideOf({ at, machine, facts }, config) {
    const seen = facts;
    const pods = seen.kubernetes?.pods;
    return {
        at,
        checks: (0,_steps_validate__WEBPACK_IMPORTED_MODULE_2__/* .verify */ .MX)({ machine, facts: seen, journal: [], config, at: new Date(at) }),
        pods: pods && !(0,_facts_reading__WEBPACK_IMPORTED_MODULE_1__/* .isUnreadable */ .GZ)(pods) ? pods : undefined,
    };
}
/** The plan's table of before and after: disk, risk, builds, registry, cost; and whether the pods are the same ones. */
function beforeAfter(before, after, cost, language) {
    const { checks } = (0,_texts__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)({ language });
    const say = checks.beforeAfter;
    const row = (title, ...ids) => [
        title,
        said(before, ids, checks.unknown),
        said(after, ids, checks.unknown),
    ];
    return {
        title: say.title,
        columns: ['', say.before(before.at), say.after(after.at)],
        rows: [
            row(say.rows.disk, 'disk_size', 'disk_use'),
            row(say.rows.risk, 'disk_pressure'),
            row(say.rows.builds, 'build_time'),
            row(say.rows.registry, 'harbor'),
            [say.rows.pods, said(before, ['pods'], checks.unknown), podsAfter(before, after, checks)],
            [say.rows.cost, say.notApplicable, say.cost(cost.usd)],
        ],
        note: say.note,
    };
}
const said = ({ checks }, ids, unknown) => ids.map((id) => checks.find((check) => check.id === id)?.measured ?? unknown).join(', ');
function podsAfter(before, after, { pods: say, unknown }) {
    const now = said(after, ['pods'], unknown);
    if (!before.pods || !after.pods)
        return now;
    const marks = (0,_facts_pods__WEBPACK_IMPORTED_MODULE_0__/* .snapshotOf */ .eY)(before.pods);
    return `${now}; ${(0,_facts_pods__WEBPACK_IMPORTED_MODULE_0__/* .comparisonText */ .VF)((0,_facts_pods__WEBPACK_IMPORTED_MODULE_0__/* .comparePods */ .q_)(marks, after.pods, say), marks, say)}`;
}


/***/ }),

/***/ 5974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ concluded),
  u: () => (/* binding */ withBefore)
});

// EXTERNAL MODULE: ./build/checks/disk.js
var disk = __webpack_require__(1168);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
// EXTERNAL MODULE: ./build/facts/threshold.js
var threshold = __webpack_require__(7108);
// EXTERNAL MODULE: ./build/stats/forecast.js + 1 modules
var forecast = __webpack_require__(2025);
;// CONCATENATED MODULE: ./build/stats/history.js
/**
 * Reads a history: a JSON object a line with `at` (ISO 8601), `host`, `used_bytes` and `size_bytes`; other keys may be there.
 *
 * @param names what this host is called; lines about others are left out. A history about one host only is taken whole.
 */
function readHistory(text, names) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const known = lines.flatMap(pointOf);
    const hosts = [...new Set(known.map(({ host }) => host))];
    const mine = hosts.length > 1 ? known.filter(({ host }) => names.includes(host)) : known;
    return {
        points: mine.map(({ at, usedBytes }) => ({ at, usedBytes })),
        skipped: lines.length - known.length,
        ...(hosts.length > 1 && mine.length === 0 && { others: hosts }),
    };
}
function pointOf(line) {
    try {
        const { at, host, used_bytes: usedBytes } = JSON.parse(line) ?? {};
        const whole = typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof usedBytes === 'number';
        return whole && usedBytes >= 0 ? [{ at, usedBytes, host: String(host ?? '') }] : [];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
// EXTERNAL MODULE: ./build/evidence/before-after.js
var before_after = __webpack_require__(37);
// EXTERNAL MODULE: ./build/evidence/cost.js
var cost = __webpack_require__(8384);
// EXTERNAL MODULE: ./build/evidence/scorecard.js
var scorecard = __webpack_require__(8025);
;// CONCATENATED MODULE: ./build/evidence/conclusion.js
/** What a whole run says that no step says alone: the score, the forecast, before and after. Pure. */









const VALIDATE = 'validate';
/** @param history how full the disk was, as JSON lines */
function concluded(evidence, history) {
    const record = validateOf(evidence);
    const observation = record && (record.after ?? record.before);
    if (!record || !observation)
        return evidence;
    const spanned = record.before && record.after ? withBefore(evidence, evidence) : evidence;
    return {
        ...spanned,
        scorecard: (0,scorecard/* scorecardOf */._R)(record.checks, evidence.config, (0,cost/* costOf */.h)(evidence).usd),
        ...(history !== undefined && { forecast: forecastOf(evidence, observation, history) }),
    };
}
/**
 * The evidence with a table that compares it with an earlier one, or with its own beginning.
 *
 * @throws Error when one of them did not run `validate`, so that there is nothing to compare
 */
function withBefore(evidence, earlier) {
    const [now, then] = [validateOf(evidence), validateOf(earlier)];
    const [after, before] = [now?.after ?? now?.before, then?.before];
    if (!before || !after)
        throw new Error('both runs have to have validate among their steps');
    const table = (0,before_after/* beforeAfter */.y)((0,before_after/* sideOf */.J)(before, earlier.config), (0,before_after/* sideOf */.J)(after, evidence.config), (0,cost/* costOf */.h)(evidence), evidence.config.language);
    const steps = evidence.steps.map((record) => record === now ? { ...record, tables: [...(record.tables ?? []), table] } : record);
    return { ...evidence, steps };
}
const validateOf = ({ steps }) => steps.find(({ step }) => step === VALIDATE);
function forecastOf({ host, config }, { at, facts, machine }, text) {
    const { root, kubernetes, now } = facts;
    const { points, others } = readHistory(text, [host, host.replace(/^ssh:\/\/(?:[^@]*@)?/, ''), machine.name]);
    const time = new Date(now ?? at);
    const say = (0,texts/* textsOf */.CB)(config).checks.forecast;
    if (others) {
        return {
            ...(0,forecast/* forecast */.g)([], [], time, say.tooLittle),
            unknown: say.otherHosts(others.slice(0, 5)),
        };
    }
    const marks = marksOf(root, kubernetes, config.checks.disk_use.target, say);
    const known = marks.flatMap(({ title, bytesLeft }) => (bytesLeft === undefined ? [] : [{ title, bytesLeft }]));
    const { marks: reached, ...rest } = (0,forecast/* forecast */.g)(points, known, time, say.tooLittle);
    return { ...rest, marks: [...reached, ...marks.filter(({ bytesLeft }) => bytesLeft === undefined)] };
}
/** Fill levels of `/` that matter. The kubelet's is that of the file system with /var/lib/kubelet, taken to be `/`. */
function marksOf(root, kubernetes, target, say) {
    if (!root)
        return [{ title: say.howFull, unknown: say.notRead }];
    const usable = root.usedBytes + root.availableBytes;
    const plan = { title: say.inUse(target), bytesLeft: Math.round((usable * (target - (0,disk/* percentUsed */.Tw)(root))) / 100) };
    return kubernetes ? [plan, evictionMark(root, kubernetes.thresholds, say)] : [plan];
}
function evictionMark(root, thresholds, say) {
    const title = say.evicted;
    if ((0,reading/* isUnreadable */.GZ)(thresholds))
        return { title, unknown: thresholds.unreadable };
    const nodefs = thresholds.hard['nodefs.available'];
    const bytes = nodefs === undefined ? undefined : (0,threshold/* thresholdBytes */.$)(nodefs, root.bytes);
    if (bytes === undefined)
        return { title, unknown: say.noThreshold };
    return { title: say.evictedAt(nodefs), bytesLeft: Math.round(root.availableBytes - bytes) };
}


/***/ }),

/***/ 8384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ costOf)
/* harmony export */ });
/** What a run has cost: nothing is ever bought, and minutes of hosted runners cost what the configuration says. */
function costOf({ seconds, config, trigger }) {
    const minutes = trigger ? Math.ceil(seconds / 60) : 0;
    return { minutes, usd: minutes * config.cost.runner_minute_usd };
}


/***/ }),

/***/ 6800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Fm: () => (/* binding */ machineName),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   fZ: () => (/* binding */ allChecks),
/* harmony export */   m$: () => (/* binding */ EVIDENCE_SCHEMA),
/* harmony export */   qm: () => (/* binding */ rawOutput),
/* harmony export */   vf: () => (/* binding */ parseEvidence)
/* harmony export */ });
/* harmony import */ var _hash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2617);

/** Grows by one when a reader of an older document could misunderstand a newer one. */
const EVIDENCE_SCHEMA = 'edge-phase1/evidence/1';
const MODES = ['plan', 'apply', 'verify', 'rollback'];
const rawOutput = ({ id, argv, code, stdout, stderr }) => ({
    id,
    argv,
    code,
    stdout,
    stderr,
    sha256: (0,_hash__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(stdout),
});
const EXIT_CODES = {
    planned: 0,
    verified: 0,
    'nothing-to-do': 0,
    done: 0,
    refused: 3,
    undone: 4,
    'needs-person': 5,
    unknown: 6,
};
const exitCodeOf = (outcome) => EXIT_CODES[outcome];
/** The exit code of a run: its worst step's. */
const exitCode = ({ steps }) => Math.max(0, ...steps.map((step) => exitCodeOf(step.outcome)));
/** The host's own name; where it was not seen, the one that it was reached by. */
const machineName = ({ steps, host }) => steps.find(({ before }) => before)?.before?.machine.name || host;
const allChecks = ({ steps }) => steps.flatMap((step) => step.checks);
/** @throws Error when the text is no evidence of a version that this one reads, or was changed since it was written */
function parseEvidence(text) {
    const evidence = JSON.parse(text);
    if (evidence?.schema !== EVIDENCE_SCHEMA || !Array.isArray(evidence.steps)) {
        throw new Error(`its schema is '${evidence?.schema ?? 'missing'}', allowed is '${EVIDENCE_SCHEMA}'`);
    }
    const missing = missingIn(evidence);
    if (missing)
        throw new Error(`it does not say ${missing}`);
    for (const raw of evidence.steps.flatMap((s) => [...(s.before?.raw ?? []), ...(s.after?.raw ?? [])])) {
        if ((0,_hash__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(raw.stdout) !== raw.sha256)
            throw new Error(`the raw output '${raw.id}' does not match its sha256`);
    }
    return evidence;
}
/** What a document lacks that every reader relies on. */
function missingIn({ run, mode, host, started, config, steps = [] }) {
    if (typeof run !== 'string' || run === '')
        return 'which run it is of';
    if (!MODES.some((one) => one === mode))
        return 'in which mode the run was';
    if (typeof host !== 'string')
        return 'on which host the run was';
    if (typeof started !== 'string' || Number.isNaN(Date.parse(started)))
        return 'when the run started';
    if (typeof config !== 'object' || config === null)
        return 'what was configured';
    return steps.every(isRecord) ? undefined : 'what each step found';
}
const isRecord = (record) => typeof record?.step === 'string' &&
    Object.hasOwn(EXIT_CODES, record.outcome ?? '') &&
    Array.isArray(record.checks) &&
    Array.isArray(record.notes) &&
    [record.before, record.after].every((one) => one === undefined || isObservation(one));
const isObservation = (observation) => typeof observation?.at === 'string' &&
    typeof observation.machine?.name === 'string' &&
    Array.isArray(observation.raw);


/***/ }),

/***/ 3721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cy: () => (/* binding */ finalExitCode),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   oe: () => (/* binding */ failingChecks)
/* harmony export */ });
/* harmony import */ var _evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** Which checks make a run fail. What was refused or went wrong fails it in any case. */
const FAIL_ON = ['fail', 'unknown', 'never'];
const CHECK_FAILED = 1;
/** Exit code of a run with its checks. Those of a plan or a rollback only inform: they are not what it is about. */
function finalExitCode(evidence, failOn) {
    const code = (0,_evidence__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(evidence);
    const judged = evidence.mode === 'apply' || evidence.mode === 'verify';
    if (code !== 0 || !judged || failOn === 'never')
        return code;
    return failingChecks(evidence, failOn).length > 0 ? CHECK_FAILED : 0;
}
const failingChecks = (evidence, failOn) => (0,_evidence__WEBPACK_IMPORTED_MODULE_0__/* .allChecks */ .fZ)(evidence).filter((c) => !c.informational && (c.result === 'fail' || (failOn === 'unknown' && c.result === 'unknown')));


/***/ }),

/***/ 2617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ planHash),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export canonicalJson */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const sha256 = (data) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex');
/** JSON with sorted keys and no white space: the same data gives the same text. */
function canonicalJson(value) {
    return JSON.stringify(value, (_key, part) => part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part);
}
/** Hash of a plan: over what it rests on and what it would change, not over the words that explain it. */
const planHash = (parts) => sha256(canonicalJson(parts));


/***/ }),

/***/ 9621:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NZ: () => (/* binding */ HISTORY_KINDS),
/* harmony export */   Td: () => (/* binding */ SCHEMA_FILE),
/* harmony export */   Vo: () => (/* binding */ NO_HISTORY),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   ex: () => (/* binding */ NewerHistory),
/* harmony export */   i6: () => (/* binding */ parseHistory),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   qB: () => (/* binding */ historyFiles)
/* harmony export */ });
/* unused harmony exports HISTORY_SCHEMA, MOST_LINES, MOST_BYTES */
const NO_HISTORY = { builds: [], disks: [], scores: [], applied: [], targets: [], checklists: [] };
const HISTORY_KINDS = ['builds', 'disks', 'scores', 'applied', 'targets', 'checklists'];
/** Grows by one when lines change their shape; then `MIGRATIONS` gets one more. */
const HISTORY_SCHEMA = 2;
const SCHEMA_FILE = 'history.json';
const fileOf = (kind) => `${kind}.jsonl`;
/**
 * Schema 0: files that somebody made by hand or took from a spreadsheet, with no `history.json` beside them. Sizes stood in
 * `used` and `size`, a missing scenario is a cold build. Schema 1 had only builds, disks and scores, without `run` and
 * `available_bytes`: nobody knows them afterwards.
 */
const MIGRATIONS = [
    (kind, line) => {
        const { used, size, ...rest } = line;
        if (kind === 'disks')
            return { used_bytes: used, size_bytes: size, ...rest };
        if (kind === 'builds')
            return { scenario: 'cold', commit: '', ...line };
        return { unknown: 0, ...line };
    },
    (_kind, line) => line,
];
/** The history was written by a newer version of this program. */
class NewerHistory extends Error {
    name = 'NewerHistory';
}
/**
 * Reads the files of a data branch. Lines that are torn, or lack a value, are left out: no number is made up.
 *
 * @throws NewerHistory
 */
function parseHistory(files, migrations = MIGRATIONS) {
    const schema = schemaOf(files);
    if (schema > migrations.length) {
        throw new NewerHistory(`The history has schema ${schema}, and this version of edge-phase1 knows up to ${migrations.length}. Use a newer version; nothing was written.`);
    }
    const lines = (kind) => jsonLines(files[fileOf(kind)] ?? '')
        .map((line) => migrations.slice(schema).reduce((now, migrate) => migrate(kind, now), line))
        .filter((line) => isLine(kind, line));
    return ofEachKind(lines);
}
const ofEachKind = (lines) => Object.fromEntries(HISTORY_KINDS.map((kind) => [kind, lines(kind)]));
function schemaOf(files) {
    const [about] = jsonLines((files[SCHEMA_FILE] ?? '').replace(/\s+/g, ' '));
    return typeof about?.schema === 'number' ? about.schema : 0;
}
function jsonLines(text) {
    return text.split('\n').flatMap((line) => {
        try {
            const value = JSON.parse(line);
            return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : [];
        }
        catch {
            return [];
        }
    });
}
const FIELDS = {
    builds: { at: 'string', host: 'string', scenario: 'string', seconds: 'number', commit: 'string', run: 'string?' },
    disks: { at: 'string', host: 'string', used_bytes: 'number', size_bytes: 'number', available_bytes: 'number?' },
    scores: { at: 'string', host: 'string', score: 'number', unknown: 'number' },
    applied: {
        ...{ at: 'string', host: 'string', run: 'string', step: 'string' },
        ...{ mode: 'string', outcome: 'string', title: 'string' },
    },
    targets: { at: 'string', host: 'string', check: 'string', value: 'number', of: 'string' },
    checklists: { at: 'string', group: 'string', place: 'number', title: 'string', done: 'number', total: 'number' },
};
const isLine = (kind, line) => Object.entries(FIELDS[kind]).every(([name, type]) => isOf(type, line[name])) &&
    !Number.isNaN(Date.parse(String(line.at)));
function isOf(type, value) {
    if (type.endsWith('?') && value === undefined)
        return true;
    return typeof value === type.replace('?', '') && (typeof value !== 'number' || Number.isFinite(value));
}
/** Lines kept of each host (of the checklist: of each group) in each file; about 100 kB of builds a host. */
const MOST_LINES = 500;
/** Bytes of a file, the oldest lines go first. */
const MOST_BYTES = 1_000_000;
/** Of how many lines that are about the same the newest are kept. */
const LIMITS = {
    targets: { about: ['host', 'check'], most: 1 },
    checklists: { about: ['group'], most: MOST_LINES },
};
const OF_A_HOST = { about: ['host'], most: MOST_LINES };
/** Puts lines together, once each, ordered by time, the newest within the limits. */
const joined = (before, more) => ofEachKind((kind) => bounded(kind, [...before[kind], ...more[kind]]));
function bounded(kind, lines) {
    const { about, most } = LIMITS[kind] ?? OF_A_HOST;
    const once = [...new Map(lines.map((line) => [textOf(line), { line, text: textOf(line) }])).values()];
    const newest = once.sort((a, b) => Date.parse(b.line.at) - Date.parse(a.line.at) || (a.text < b.text ? 1 : -1));
    const counts = new Map();
    let bytes = 0;
    const kept = newest.filter(({ line, text }) => {
        const key = JSON.stringify(about.map((name) => line[name]));
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        if (count <= most)
            bytes += Buffer.byteLength(text) + 1;
        return count <= most && bytes <= MOST_BYTES;
    });
    return kept.reverse().map(({ line }) => line);
}
/** Keys in order, so that the same line is the same text. */
const textOf = (line) => JSON.stringify(Object.fromEntries(Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1))));
/** The files of a data branch. */
function historyFiles(history) {
    const text = (lines) => lines.map((line) => `${textOf(line)}\n`).join('');
    return {
        [SCHEMA_FILE]: `${JSON.stringify({ schema: HISTORY_SCHEMA, tool: 'edge-phase1' })}\n`,
        ...Object.fromEntries(HISTORY_KINDS.map((kind) => [fileOf(kind), text(history[kind])])),
    };
}


/***/ }),

/***/ 7350:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QV: () => (/* binding */ journalRead),
/* harmony export */   ky: () => (/* binding */ runsOf),
/* harmony export */   z8: () => (/* binding */ parseJournal)
/* harmony export */ });
/* unused harmony export JOURNAL */
const JOURNAL = '/var/lib/edge-phase1/journal.jsonl';
/** The newest lines are enough: a run writes at most about twenty. */
const journalRead = { id: 'journal', argv: ['tail', '-n', '500', JOURNAL] };
/** Lines that a power cut tore are left out. */
function parseJournal(text) {
    return text.split('\n').flatMap((line) => {
        try {
            const entry = JSON.parse(line);
            return entry?.run && entry.event ? [entry] : [];
        }
        catch {
            return [];
        }
    });
}
const ENDS = new Set(['failed', 'stopped', 'success']);
/** The runs of a step, oldest first. */
function runsOf(journal, step) {
    return journal
        .filter((entry) => entry.event === 'begin' && entry.step === step)
        .map((begin) => ({
        run: begin.run,
        step: begin.step,
        boot: begin.boot,
        mode: begin.mode,
        planHash: begin.plan_hash ?? '',
        changes: begin.changes ?? [],
        target: begin.target,
        end: journal.findLast((e) => e.run === begin.run && ENDS.has(e.event))?.event,
    }));
}


/***/ }),

/***/ 8025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ scoreText),
/* harmony export */   _R: () => (/* binding */ scorecardOf),
/* harmony export */   mb: () => (/* binding */ scoreVerdict)
/* harmony export */ });
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);

/** The score over those checks that have a weight in the configuration. */
function scorecardOf(checks, config, spentUsd) {
    const weights = new Map(Object.entries(config.checks).flatMap(([id, check]) => typeof check === 'object' ? [[id, check.weight]] : []));
    const rows = checks
        .filter(({ id, informational }) => weights.has(id) && !informational)
        .map(({ id, title, result }) => ({ id, title, weight: weights.get(id), result }));
    const sum = (counts) => rows.filter(counts).reduce((all, { weight }) => all + weight, 0);
    const score = sum(({ result }) => result === 'pass');
    const possible = sum(({ result }) => result !== 'not-applicable');
    const needed = config.checks.success;
    return {
        rows,
        score,
        possible,
        total: sum(() => true),
        unknown: sum(({ result }) => result === 'unknown'),
        needed,
        spentUsd,
        success: possible > 0 && 100 * score >= needed * possible && spentUsd === 0,
    };
}
/** `75 of 100, 15 unknown`; where checks do not apply, it is said of how many points the score is. */
function scoreText({ score, possible, total, unknown }, language) {
    const { report } = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .speechIn */ .uy)(language).texts;
    return report.score(score, possible === total ? `${total}` : report.scoreOfThose(possible, total), unknown);
}
/** The verdict over Phase 1 in one line. */
function scoreVerdict(card, language) {
    const { texts, format } = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .speechIn */ .uy)(language);
    const { report } = texts;
    const { possible, total, needed, spentUsd, success } = card;
    const points = Math.ceil((needed * possible) / 100);
    const target = possible === total && total === 100 ? report.needed(points) : report.neededShare(needed, points);
    return (success ? report.succeeded : report.notYet)(scoreText(card, language), target, format.dollars(spentUsd));
}


/***/ }),

/***/ 7222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ disksOf),
/* harmony export */   Ko: () => (/* binding */ mountsIn),
/* harmony export */   LS: () => (/* binding */ mountAt),
/* harmony export */   ON: () => (/* binding */ deviceAt),
/* harmony export */   US: () => (/* binding */ stackOf),
/* harmony export */   _Q: () => (/* binding */ mountUnderRead),
/* harmony export */   el: () => (/* binding */ mountRead),
/* harmony export */   hV: () => (/* binding */ blockReads),
/* harmony export */   qi: () => (/* binding */ MOUNTS_READ),
/* harmony export */   zh: () => (/* binding */ blockFacts)
/* harmony export */ });
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);

const SYSFS = 'grep -H . /sys/class/block/*/start /sys/class/block/*/partition 2>/dev/null; :';
const COLUMNS = 'TARGET,SOURCE,FSTYPE,OPTIONS,SIZE,USED,AVAIL';
/** Only local file systems are measured: a network mount whose server is gone would hang. */
const MOUNTS_READ = {
    id: 'mounts',
    argv: ['findmnt', '-J', '-b', '-l', '-o', COLUMNS, '-t', 'ext2,ext3,ext4,xfs,btrfs'],
};
/** All local file systems, and the one asked for. */
const blockReads = (mountPoint) => [
    {
        id: 'lsblk',
        argv: ['lsblk', '-J', '-b', '-l', '-o', 'KNAME,PATH,PKNAME,TYPE,SIZE,FSTYPE,MODEL,SERIAL,ROTA,RO,PTTYPE'],
    },
    { id: 'partitions', argv: ['sh', '-c', SYSFS], inShell: true },
    MOUNTS_READ,
    mountRead('mount', mountPoint),
];
/** What is mounted at one place, of any type. */
const mountRead = (id, mountPoint) => ({
    id,
    argv: ['findmnt', '-J', '-b', '-l', '-o', COLUMNS, '--mountpoint', mountPoint],
});
/** The file system that a folder lies on or will lie on; the shell program leaves its path in `path`, empty for none. */
const mountUnderRead = (id, program, ...args) => ({
    id,
    argv: ['sh', '-c', `${program}\n${UNDER}`, id, ...args],
    inShell: true,
});
const UNDER = `[ -n "$path" ] || exit 0
while [ ! -e "$path" ]; do path=\${path%/*}; [ -n "$path" ] || path=/; done
exec findmnt -J -b -l -o ${COLUMNS} -T "$path"`;
/** `null` and numbers as text are what older util-linux prints; `true` and `1` both stand for yes. */
const text = (value) => (typeof value === 'string' ? value.trim() : '');
const bytes = (value) => Number(value ?? 0);
const yes = (value) => value === true || value === 1 || value === '1';
const rows = (value, key) => (value?.[key] ?? []);
function blockFacts(results, say = _reading__WEBPACK_IMPORTED_MODULE_0__/* .ENGLISH */ .VJ) {
    const partitions = readPartitions((0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .outputOf */ .jH)(results, 'partitions') ?? '');
    const devices = new Map();
    for (const row of rows((0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, 'lsblk'), 'blockdevices')) {
        const name = text(row.kname);
        const seen = devices.get(name)?.parents ?? [];
        const parent = text(row.pkname);
        const partition = partitions.get(name);
        devices.set(name, {
            name,
            path: text(row.path),
            type: text(row.type),
            bytes: bytes(row.size),
            parents: parent && !seen.includes(parent) ? [...seen, parent] : seen,
            fileSystem: text(row.fstype),
            model: text(row.model),
            serial: text(row.serial),
            rotational: yes(row.rota),
            readOnly: yes(row.ro),
            partitionTable: text(row.pttype),
            ...(partition && { partition }),
        });
    }
    const mounts = ['mounts', 'mount'].flatMap((id) => mountsIn(results, id));
    const gap = gapIn(results, say);
    return { devices: [...devices.values()], mounts, ...(gap && { gap }) };
}
/** The mounts that a read lists; none where it failed. */
const mountsIn = (results, id) => rows((0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, id), 'filesystems').map((row) => ({
    target: text(row.target),
    source: text(row.source),
    type: text(row.fstype),
    options: text(row.options).split(','),
    bytes: bytes(row.size),
    usedBytes: bytes(row.used),
    availableBytes: bytes(row.avail),
}));
function gapIn(results, say) {
    const failed = ['lsblk', 'mounts', 'mount'].find((id) => {
        const { code, stderr } = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, id);
        // Where there is nothing of the kind asked for, findmnt ends with 1 and says nothing.
        const nothingFound = id !== 'lsblk' && code === 1 && stderr.trim() === '';
        return !nothingFound && (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, id) === undefined;
    });
    if (failed === undefined)
        return undefined;
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, failed);
    return say.block(String(result.argv[0]), (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result, say));
}
function readPartitions(lines) {
    const found = new Map();
    const starts = new Map();
    for (const [, name, , sectors] of lines.matchAll(/block\/([^/]+)\/(start):(\d+)/g)) {
        starts.set(name, Number(sectors) * 512);
    }
    for (const [, name, number] of lines.matchAll(/block\/([^/]+)\/partition:(\d+)/g)) {
        found.set(name, { number: Number(number), startBytes: starts.get(name) ?? 0 });
    }
    return found;
}
/** The mount that is seen at a mount point: the last one, where several lie over each other. */
const mountAt = ({ mounts }, target) => mounts.findLast((m) => m.target === target);
const deviceAt = ({ devices }, path) => devices.find((d) => d.path === path);
/** A device and everything it lies on, down to the disks. */
function stackOf(facts, device) {
    const parents = facts.devices.filter((d) => device.parents.includes(d.name));
    return [device, ...parents.flatMap((p) => stackOf(facts, p))];
}
const disksOf = (facts, device) => stackOf(facts, device).filter((d) => d.parents.length === 0);


/***/ }),

/***/ 4153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ disksReads),
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   W9: () => (/* binding */ physicalDisks),
/* harmony export */   bb: () => (/* binding */ disksUnder),
/* harmony export */   v7: () => (/* binding */ volumeNames)
/* harmony export */ });
/* unused harmony export devicesOn */
/* harmony import */ var _block__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7222);
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5441);


const SYSFS = 'for d in /sys/block/*/device; do echo "$d"; done; grep -H . /sys/block/*/queue/scheduler 2>/dev/null; :';
/** Beside those of `blockReads`. */
const disksReads = [
    { id: 'disks_sysfs', argv: ['sh', '-c', SYSFS], inShell: true },
    { id: 'disks_ids', argv: ['find', '/dev/disk/by-id', '-type', 'l', '-printf', '%p %l\\n'] },
];
/** The physical disks among the block devices, in the order of their keys. */
function physicalDisks(results, { devices }) {
    const sysfs = (0,_reading__WEBPACK_IMPORTED_MODULE_1__/* .outputOf */ .jH)(results, 'disks_sysfs') ?? '';
    const physical = new Set([...sysfs.matchAll(/^\/sys\/block\/([^/\n]+)\/device$/gm)].map(([, name]) => name));
    const schedulers = new Map([...sysfs.matchAll(/^\/sys\/block\/([^/\n]+)\/queue\/scheduler:.*\[(.+)\]/gm)].map(([, name, used]) => [
        name,
        used,
    ]));
    const ids = readIds((0,_reading__WEBPACK_IMPORTED_MODULE_1__/* .outputOf */ .jH)(results, 'disks_ids') ?? '');
    // What has no device behind it, as zram or a loop, is no disk of its own.
    const disks = devices.filter(({ type, name, bytes }) => type === 'disk' && physical.has(name) && bytes > 0 && !/^(fd\d|mmcblk\d+(boot|rpmb))/.test(name));
    const serials = disks.map(({ serial }) => serial);
    const isOwn = (serial) => serial !== '' && serials.filter((other) => other === serial).length === 1;
    return disks
        .map((device) => ({
        key: isOwn(device.serial) ? device.serial : device.name,
        device,
        ids: ids.get(device.name) ?? [],
        scheduler: schedulers.get(device.name) ?? '',
    }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
}
function readIds(text) {
    const ids = new Map();
    for (const [, path, name] of text.matchAll(/^(\S+) (?:.*\/)?([^/\s]+)$/gm)) {
        ids.set(name, [...(ids.get(name) ?? []), path]);
    }
    return ids;
}
/** The disks that a device lies on. */
const disksUnder = (disks, block, device) => {
    const names = (0,_block__WEBPACK_IMPORTED_MODULE_0__/* .disksOf */ .Gu)(block, device).map(({ name }) => name);
    return disks.filter((disk) => names.includes(disk.device.name));
};
/** Everything that lies on a disk, the disk itself not counted. */
const devicesOn = (block, { device }) => block.devices.filter((other) => other.name !== device.name && (0,_block__WEBPACK_IMPORTED_MODULE_0__/* .stackOf */ .US)(block, other).some(({ name }) => name === device.name));
/** `/dev/mapper/ubuntu--vg-root` -> `ubuntu-vg` and `root`: a dash in a name is doubled, a single one stands between. */
function volumeNames(path) {
    const names = /^\/dev\/mapper\/((?:[^-]|--)+)-((?:[^-]|--)+)$/.exec(path);
    if (!names)
        return undefined;
    const [, group, logical] = names.map((name) => name.replaceAll('--', '-'));
    return { group: group, logical: logical };
}
/** What lies on a disk, for people: mount points and volume groups. */
function contentsOf(block, disk) {
    const devices = devicesOn(block, disk);
    const mounted = block.mounts.flatMap((mount) => {
        const device = (0,_block__WEBPACK_IMPORTED_MODULE_0__/* .deviceAt */ .ON)(block, mount.source);
        const isHere = device?.name === disk.device.name || (device && devices.includes(device));
        if (!device || !isHere)
            return [];
        const names = volumeNames(device.path);
        const volume = names && device.type === 'lvm' ? `, ${names.group}/${names.logical}` : '';
        return [`${mount.target} (${mount.type}${volume})`];
    });
    const swap = devices.filter(({ fileSystem }) => fileSystem === 'swap').map(({ path }) => `swap (${path})`);
    return [...new Set([...mounted, ...swap])];
}


/***/ }),

/***/ 5497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ localHealthRead),
/* harmony export */   U1: () => (/* binding */ harborReads),
/* harmony export */   to: () => (/* binding */ harborHealth)
/* harmony export */ });
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/* harmony import */ var _results__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4165);


const CONNECTION_REFUSED = 7;
/** Without redirects, proxies and the user's settings. The status code comes on a last line. */
const CURL = ['curl', '-q', '-sS', '--noproxy', '*', '--max-time', '10', '--max-filesize', '65536'];
/** Nothing was installed by the step harbor: EX_NOINPUT of sysexits(3). */
const NOT_INSTALLED = 66;
/**
 * The health page of what the step harbor has installed, at the address in its result. On the host itself, so that the
 * certificate need not be one that it trusts. The light registry has no such page: it answers its own API.
 */
const INSTALLED = `
file=$1; shift
[ -e "$file" ] || exit ${NOT_INSTALLED}
field() { sed -n 's/.*"'"$1"'" *: *"\\([^"]*\\)".*/\\1/p' "$file" | head -n 1; }
scheme=$(field scheme); registry=$(field registry); port=\${registry##*:}
case $scheme in http|https) ;; *) exit ${NOT_INSTALLED};; esac
case $port in ''|*[!0-9]*) exit ${NOT_INSTALLED};; esac
page=/api/v2.0/health words='\\n%{http_code}'
[ "$(field kind)" != distribution ] || { page=/v2/; words='\\n%{http_code} light'; }
exec "$@" -k -w "$words" "$scheme://127.0.0.1:$port$page"`;
/** Harbor's own health page: at the configured address, else at that of the step's result. */
const harborReads = (url) => [
    {
        id: 'harbor_health',
        ...(url === null
            ? { argv: ['sh', '-c', INSTALLED, 'health', _results__WEBPACK_IMPORTED_MODULE_1__/* .HARBOR_RESULT */ .rn, ...CURL], inShell: true }
            : { argv: [...CURL, '-w', '\\n%{http_code}', `${url}/api/v2.0/health`] }),
    },
];
/** The registry that is to be there, asked on the host itself, whether or not it is proven already. */
const localHealthRead = ({ registry, scheme, port }) => ({
    id: 'harbor_local_health',
    argv: [
        ...[...CURL, '-k', '-w', registry === 'harbor' ? '\\n%{http_code}' : '\\n%{http_code} light'],
        `${scheme}://127.0.0.1:${port}${registry === 'harbor' ? '/api/v2.0/health' : '/v2/'}`,
    ],
});
/**
 * Undefined when no address is configured and nothing was installed. The page always answers 200, so the components are
 * what counts.
 */
function harborHealth(results, id = 'harbor_health', texts = _reading__WEBPACK_IMPORTED_MODULE_0__/* .ENGLISH */ .VJ) {
    const say = texts.harbor;
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, id);
    if (result.code === NOT_INSTALLED)
        return undefined;
    if (result.code === CONNECTION_REFUSED)
        return { harbor: false, instead: say.nothingListens, components: [] };
    if (result.code !== 0) {
        const wayOut = result.code === 127 ? say.installCurl : say.checkUrl;
        return { unreadable: (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result, texts), wayOut };
    }
    const end = result.stdout.lastIndexOf('\n');
    const [status = '', light] = result.stdout
        .slice(end + 1)
        .trim()
        .split(' ');
    if (light)
        return lightHealth(status, say);
    const components = componentsOf(result.stdout.slice(0, end));
    if (status === '200' && isHarbor(components))
        return { harbor: true, components };
    if (/^30/.test(status))
        return say.redirects(status);
    return { harbor: false, instead: say.notHarbor(status), components: [] };
}
/** The light registry is one component. Whoever does not log in is turned away by it, which tells that it works. */
function lightHealth(status, say) {
    if (status === '401')
        return { harbor: true, components: [{ name: 'registry', healthy: true }] };
    const instead = status === '200' ? say.letsEveryoneIn : say.noRegistry(status);
    return { harbor: false, instead, components: [] };
}
/** These two every Harbor has. */
const isHarbor = (components) => ['core', 'registry'].every((name) => components.some((component) => component.name === name));
function componentsOf(body) {
    try {
        const { components } = JSON.parse(body);
        return (components ?? []).map(({ name, status }) => ({ name: String(name), healthy: status === 'healthy' }));
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 4337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ SERVICES),
/* harmony export */   Dp: () => (/* binding */ PODS),
/* harmony export */   GT: () => (/* binding */ kubectlFiltered),
/* harmony export */   K3: () => (/* binding */ NODES),
/* harmony export */   Lr: () => (/* binding */ kubectl),
/* harmony export */   Se: () => (/* binding */ readLines),
/* harmony export */   qY: () => (/* binding */ EVENTS),
/* harmony export */   te: () => (/* binding */ NO_TOOL)
/* harmony export */ });
/* unused harmony export PRESSURE_REASONS */
/** How the cluster of a host is asked, and how its answers are read back. Pure. */
const NO_TOOL = 'neither kubectl nor k3s is installed';
/**
 * Runs `kubectl`, or `k3s kubectl` where only K3s is there, which is known only on the host. The first argument is the
 * configured kubeconfig or nothing; then `$KUBECONFIG` counts, then K3s' own file, then the user's.
 *
 * It says by itself what kubectl would say badly: without a kubeconfig that asks localhost:8080.
 */
const PROGRAM = `
file=$1; shift
if command -v kubectl >/dev/null; then tool=kubectl
elif command -v k3s >/dev/null; then tool="k3s kubectl"
else echo "${NO_TOOL}" >&2; exit 127; fi
k3s=/etc/rancher/k3s/k3s.yaml
if [ -n "$file" ]; then KUBECONFIG=$file
elif [ -z "$KUBECONFIG" ]; then
  for file in "$k3s" "$HOME/.kube/config"; do [ ! -r "$file" ] || { KUBECONFIG=$file; break; }; done
fi
if [ -z "$KUBECONFIG" ]; then
  if [ -e "$k3s" ] || command -v k3s >/dev/null; then echo "$k3s may not be read by $(id -un)" >&2
  else echo "there is no kubeconfig" >&2; fi
  exit 78
fi
export KUBECONFIG
`;
/** A server that does not answer shall not hold up the whole look. */
const TIMEOUT = '--request-timeout=10s --cache-dir=/dev/null/none';
/** The argv of a kubectl call. */
const kubectl = (kubeconfig, ...args) => ['sh', '-c', `${PROGRAM}exec $tool ${TIMEOUT} "$@"`, 'kubectl', kubeconfig ?? '', ...args];
/** The same with its output filtered by a fixed shell program, which reads it on standard input. */
const kubectlFiltered = (filter, kubeconfig, ...args) => [
    ...['sh', '-c', `${PROGRAM}answer=$($tool ${TIMEOUT} "$@") || exit\nprintf '%s\\n' "$answer" | ${filter}`],
    ...['kubectl', kubeconfig ?? '', ...args],
];
/**
 * Go templates rather than `-o json`: what is not named here never leaves the host, and the specs of pods hold secrets.
 * Each object becomes one line of JSON; a last line has their number, so that a torn answer is not taken for a whole one.
 */
const template = (item) => `go-template={{define "s"}}{{if .}}{{printf "%q" .}}{{else}}null{{end}}{{end}}${item}{"total":{{len .items}}}{{"\\n"}}`;
const fields = (names) => Object.entries(names)
    .map(([name, path]) => `"${name}":{{template "s" ${path}}}`)
    .join(',');
const list = (path, item) => `[{{range $i, $e := ${path}}}{{if $i}},{{end}}{{with $e}}{${item}}{{end}}{{end}}]`;
const CONDITION = { type: '.type', status: '.status', since: '.lastTransitionTime', seen: '.lastHeartbeatTime' };
const NODES = template(`{{range .items}}{${fields({
    machine: '.status.nodeInfo.machineID',
    name: '.metadata.name',
    runtime: '.status.nodeInfo.containerRuntimeVersion',
    kubelet: '.status.nodeInfo.kubeletVersion',
})},"conditions":${list('.status.conditions', fields(CONDITION))}}{{"\\n"}}{{end}}`);
/** The message of a pod is read only where it was evicted: otherwise it may hold anything. */
const PODS = template(`{{range .items}}{${fields({
    namespace: '.metadata.namespace',
    name: '.metadata.name',
    uid: '.metadata.uid',
    node: '.spec.nodeName',
    deleted: '.metadata.deletionTimestamp',
    phase: '.status.phase',
    reason: '.status.reason',
    started: '.status.startTime',
})}{{if .status.reason}}{{if eq .status.reason "Evicted"}},${fields({ message: '.status.message' })}{{end}}{{end}},"owners":${list('.metadata.ownerReferences', fields({ kind: '.kind', name: '.name' }))},"conditions":${list('.status.conditions', fields({ type: '.type', status: '.status', since: '.lastTransitionTime' }))},"containers":${list('.status.containerStatuses', `${fields({
    name: '.name',
    waiting: '.state.waiting.reason',
    ended: '.state.terminated.finishedAt',
})},"ready":{{.ready}},"restarts":{{.restartCount}}`)}}{{"\\n"}}{{end}}`);
/** What tells of a full disk, as the kubelet writes it (pkg/kubelet/events). Compared as whole words. */
const PRESSURE_REASONS = ['NodeHasDiskPressure', 'EvictionThresholdMet', 'Evicted'];
/** Only events with those reasons, whatever their type: NodeHasDiskPressure is a *Normal* one. The others are counted. */
const EVENTS = template(`{{range .items}}{{if .reason}}{{if eq .reason ${PRESSURE_REASONS.map((r) => `"${r}"`).join(' ')}}}{${fields({
    reason: '.reason',
    type: '.type',
    first: '.firstTimestamp',
    last: '.lastTimestamp',
    time: '.eventTime',
    repeated: '.series.lastObservedTime',
    host: '.source.host',
    reporter: '.reportingInstance',
    kind: '.involvedObject.kind',
    namespace: '.involvedObject.namespace',
    name: '.involvedObject.name',
    message: '.message',
})}}{{"\\n"}}{{end}}{{end}}{{end}}`);
/** Only services that take ports of the node: K3s' load balancer does so through iptables, without a listener. */
const SERVICES = template(`{{range .items}}{{if eq .spec.type "LoadBalancer" "NodePort"}}{${fields({
    namespace: '.metadata.namespace',
    name: '.metadata.name',
    type: '.spec.type',
})},"ports":${list('.spec.ports', '"port":{{.port}},"node":{{if .nodePort}}{{.nodePort}}{{else}}0{{end}}')}}{{"\\n"}}{{end}}{{end}}`);
/** JSON lines as the templates print them; undefined when the answer is torn or in another form. */
function readLines(output) {
    try {
        const lines = output.split('\n').filter((line) => line !== '');
        const values = lines.map((line) => JSON.parse(jsonOfGo(line)));
        const total = values.at(-1)?.total;
        return typeof total === 'number' ? { items: values.slice(0, -1), total } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Go quotes some characters in ways that JSON does not know: see strconv.Quote. */
function jsonOfGo(line) {
    return line.replace(/\\(?:x([0-9a-f]{2})|U([0-9a-f]{8})|.)/g, (quoted, byte, point) => {
        if (byte)
            return `\\u00${byte}`;
        if (point)
            return String.fromCodePoint(Number.parseInt(point, 16));
        if (quoted === '\\a')
            return '\\u0007';
        return quoted === '\\v' ? '\\u000b' : quoted;
    });
}


/***/ }),

/***/ 6054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ LVM_READ),
/* harmony export */   b9: () => (/* binding */ lvmFacts),
/* harmony export */   rs: () => (/* binding */ lvmReads)
/* harmony export */ });
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);

/** One call describes all groups: each LVM command scans all disks anew, which is slow. */
const LVM_READ = [
    ...['lvm', 'fullreport', '--reportformat', 'json', '--units', 'b', '--nosuffix'],
    ...['--configreport', 'vg', '-o', 'vg_name,vg_uuid,vg_attr,vg_seqno,vg_extent_size,vg_missing_pv_count,vg_lock_type'],
    ...['--configreport', 'pv', '-o', 'pv_name,pv_uuid,pv_attr,pv_free,dev_size,pe_start,pv_pe_count'],
    ...['--configreport', 'lv', '-o', 'lv_name,lv_uuid,lv_dm_path,lv_size,lv_attr'],
    ...['--configreport', 'seg', '-o', 'lv_uuid,segtype,seg_pe_ranges'],
    ...['--configreport', 'pvseg', '-o', 'pvseg_start'],
];
const lvmReads = [{ id: 'lvm', argv: LVM_READ, root: true }];
function lvmFacts(results, say = _reading__WEBPACK_IMPORTED_MODULE_0__/* .ENGLISH */ .VJ) {
    const reports = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, 'lvm')?.report;
    if (reports === undefined)
        return unreadable(results, say);
    return { groups: reports.filter((r) => r.vg?.length).map(readGroup) };
}
function unreadable(results, say) {
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, 'lvm');
    if ((0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .isNotInstalled */ .SE)(result))
        return say.lvm.notInstalled;
    return {
        unreadable: say.lvm.unreadable((0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result, say)),
        wayOut: (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .rightWayOut */ .uo)(results, 'lvm', say) ?? say.lvm.wayOut,
    };
}
function readGroup(report) {
    const vg = report.vg[0];
    return {
        name: vg.vg_name,
        uuid: vg.vg_uuid,
        attributes: vg.vg_attr,
        sequence: Number(vg.vg_seqno),
        extentBytes: Number(vg.vg_extent_size),
        missing: Number(vg.vg_missing_pv_count),
        lockType: vg.vg_lock_type ?? '',
        physicalVolumes: (report.pv ?? []).map((pv) => ({
            name: pv.pv_name,
            uuid: pv.pv_uuid,
            attributes: pv.pv_attr,
            freeBytes: Number(pv.pv_free),
            deviceBytes: Number(pv.dev_size),
            dataStartBytes: Number(pv.pe_start),
            extents: Number(pv.pv_pe_count),
        })),
        logicalVolumes: (report.lv ?? []).map((lv) => ({
            name: lv.lv_name,
            uuid: lv.lv_uuid,
            path: lv.lv_dm_path,
            bytes: Number(lv.lv_size),
            attributes: lv.lv_attr,
            segments: (report.seg ?? [])
                .filter((seg) => seg.lv_uuid === lv.lv_uuid)
                .map((seg) => ({ type: seg.segtype, physicalVolumes: devicesOf(seg.seg_pe_ranges ?? '') })),
        })),
    };
}
/** `/dev/sda3:0-25599 /dev/sdb1:0-9` -> the devices. */
const devicesOf = (ranges) => ranges
    .split(' ')
    .filter(Boolean)
    .map((range) => range.slice(0, range.lastIndexOf(':')));


/***/ }),

/***/ 5355:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ DAEMON_FILE)
/* harmony export */ });
/** The only file of Docker's daemon that this project writes. */
const DAEMON_FILE = '/etc/docker/daemon.json';


/***/ }),

/***/ 8547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   VF: () => (/* binding */ comparisonText),
/* harmony export */   eY: () => (/* binding */ snapshotOf),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   q_: () => (/* binding */ comparePods),
/* harmony export */   tQ: () => (/* binding */ counts)
/* harmony export */ });
/* unused harmony exports allBack, undisturbed */
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);
/** Pods, which of them count, and whether they are as before. Pure. */

/**
 * Whether a pod is one that should be running: not one that has done its work, not one that is being deleted, and not
 * the remains of one that its owner has replaced. A failed pod without an owner counts: nobody makes it again.
 */
const counts = ({ phase, leaving, owner }) => phase !== 'Succeeded' && !leaving && !(phase === 'Failed' && owner !== '');
/** The phase Running includes containers that crash again and again, so the conditions are what counts. */
const isReady = ({ phase, ready, containers }) => phase === 'Running' && ready && containers.length > 0 && containers.every((container) => container.ready);
/** Why it is not ready, in the word that kubectl shows. */
/** @param notReady what is said of a pod that runs and is not ready */
const stateOf = ({ containers, evicted, phase }, notReady = 'not Ready') => containers.find((container) => container.waiting !== '')?.waiting ??
    (evicted ? 'Evicted' : phase === 'Running' ? notReady : phase);
const restartsOf = ({ containers }) => containers.reduce((sum, { restarts }) => sum + restarts, 0);
/** The pods that count, before a change. */
const snapshotOf = (pods) => pods
    .filter(counts)
    .map((pod) => ({ name: pod.name, uid: pod.uid, owner: pod.owner, ready: isReady(pod), restarts: restartsOf(pod) }));
/**
 * The pods of a snapshot against those of now. A pod with a new name and the same owner takes the place of one that is
 * gone; each new one takes one place.
 */
function comparePods(before, pods, say = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)({}).checks.pods) {
    const left = pods.filter(counts);
    const take = (fits) => {
        const index = left.findIndex(fits);
        return index < 0 ? undefined : left.splice(index, 1)[0];
    };
    const known = before.map((mark) => ({ mark, now: take((pod) => pod.name === mark.name) }));
    const places = known.map(({ mark, now }) => ({
        mark,
        now: now ?? (mark.owner === '' ? undefined : take((pod) => pod.owner === mark.owner)),
    }));
    const found = places.flatMap(({ mark, now }) => (now ? [{ mark, now }] : []));
    return {
        missing: places.filter(({ now }) => !now).map(({ mark }) => mark.name),
        recreated: found
            .filter(({ mark, now }) => mark.uid !== now.uid)
            .map(({ mark, now }) => (mark.name === now.name ? mark.name : `${mark.name} → ${now.name}`)),
        restarted: found
            .filter(({ mark, now }) => mark.uid === now.uid && restartsOf(now) > mark.restarts)
            .map(({ mark, now }) => say.restarts(mark.name, restartsOf(now) - mark.restarts)),
        notReady: found.filter(({ mark, now }) => mark.ready && !isReady(now)).map(({ now }) => now.name),
        added: left.map(({ name }) => name),
    };
}
/** Every pod that was ready is ready, whether or not it is another one. */
const allBack = ({ missing, notReady }) => missing.length === 0 && notReady.length === 0;
/** Nothing happened to the pods at all. */
const undisturbed = (comparison) => Object.values(comparison).every((list) => list.length === 0);
/** One line for people. */
function comparisonText(comparison, before, say = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)({}).checks.pods) {
    if (undisturbed(comparison))
        return say.asBefore(before.length);
    return Object.keys(say.changed)
        .filter((key) => comparison[key].length > 0)
        .map((key) => say.changedPods(say.changed[key], comparison[key]))
        .join('; ');
}


/***/ }),

/***/ 5441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VJ: () => (/* binding */ ENGLISH),
  SE: () => (/* binding */ isNotInstalled),
  GZ: () => (/* binding */ isUnreadable),
  o_: () => (/* binding */ jsonOf),
  aN: () => (/* binding */ lastWords),
  jH: () => (/* binding */ outputOf),
  Bg: () => (/* binding */ resultOf),
  uo: () => (/* binding */ rightWayOut)
});

// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(3934);
// EXTERNAL MODULE: ./build/host/quote.js
var quote = __webpack_require__(9438);
;// CONCATENATED MODULE: ./build/host/sudo.js
/** Recognising that a right is missing, and saying which sudoers line grants it. Pure. */



const MISSING_RIGHT = /^sudo: (?:a password is required|a terminal is required|.* not allowed)|^Sorry, user .* (?:may not run|is not allowed)|is not in the sudoers file|sudo: no tty present/m;
const MISSING_SUDO = /sudo(?:: not found|.?: No such file or directory)/;
/**
 * The refusal for a root command that sudo did not let through, or undefined when something else happened.
 *
 * @param command what was run, without sudo: a `ReadResult`, or the argv of `run` with its output
 * @param user who is logged in on the host
 * @param say what it says of what is missing
 */
function missingRight(command, user, say = (0,texts/* textsOf */.CB)({}).facts) {
    const { argv, code, stderr, path } = command;
    const name = argv[0] ?? '';
    if (code === 127 && MISSING_SUDO.test(stderr)) {
        const { message, wayOut } = say.sudoMissing((0,quote/* quoteAll */._R)(argv), user);
        return new host/* Refusal */.P_('sudo-missing', message, wayOut);
    }
    if (code !== 1 || !MISSING_RIGHT.test(stderr))
        return undefined;
    const found = path ?? (name.startsWith('/') ? name : undefined);
    const line = sudoersLine(argv, user, found ?? `/usr/sbin/${name}`);
    const { message, wayOut } = say.sudoRight((0,quote/* quoteAll */._R)(argv), user, line, found ? undefined : name);
    return new host/* Refusal */.P_('sudo-right', message, wayOut);
}
/** Exactly this command with exactly these arguments: a `*` would match spaces, and so further arguments. */
function sudoersLine(argv, user, path) {
    const args = argv.slice(1).map(escapeArg);
    return `${user} ALL=(root) NOPASSWD: ${[path, ...(args.length > 0 ? args : ['""'])].join(' ')}`;
}
/** sudo reads the line first, and then matches it as a pattern: a backslash has to survive both. */
function escapeArg(arg) {
    if (arg === '')
        return '""';
    return arg.replaceAll('\\', '\\\\\\\\').replace(/[,:= #*?[\]]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/facts/reading.js


const ENGLISH = (0,texts/* textsOf */.CB)({}).facts;
const isUnreadable = (value) => 'unreadable' in value;
function resultOf(results, id) {
    const result = results.find((r) => r.id === id);
    if (!result)
        throw new Error(`the batch has no read '${id}'`);
    return result;
}
/** Standard output of a read that succeeded, else undefined. */
function outputOf(results, id) {
    const result = resultOf(results, id);
    return result.code === 0 ? result.stdout : undefined;
}
/** The last line that a failed command said, or its exit code where it said nothing. */
function lastWords(result, say = ENGLISH) {
    const line = result.stderr.trim().split('\n').at(-1) ?? '';
    return line === '' ? say.exitCode(result.code) : (say.fromHost[line] ?? line);
}
/** Whether the program of a read is not there, as the shell or sudo says it. A missing sudo is another matter. */
const isNotInstalled = ({ code, stderr }) => /^sudo: \S+: command not found/m.test(stderr) || (code === 127 && !/sudo: not found|'sudo'/.test(stderr));
/** What to do when sudo did not let a read through: the exact line for the sudoers file. Undefined for other failures. */
function rightWayOut(results, id, say = ENGLISH) {
    const user = results.find((r) => r.id === 'user')?.stdout.trim() || 'USER';
    const refusal = missingRight(resultOf(results, id), user, say);
    if (refusal?.code !== 'sudo-right')
        return refusal?.wayOut;
    return `${refusal.wayOut}\n${say.wholeSudoers}`;
}
/** JSON output of a read, or undefined where the command failed or answered in another form. */
function jsonOf(results, id) {
    const text = outputOf(results, id);
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZM: () => (/* binding */ BUILD_TEST_READ),
/* harmony export */   jr: () => (/* binding */ buildRuns),
/* harmony export */   rC: () => (/* binding */ harborProof),
/* harmony export */   rn: () => (/* binding */ HARBOR_RESULT),
/* harmony export */   zG: () => (/* binding */ HARBOR_PROOF_READ)
/* harmony export */ });
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/** What other steps have measured and left on the host, read back: tolerant of fields that are new, not of wrong ones. */

const BUILD_TEST_READ = {
    id: 'validate_build_test',
    argv: ['cat', '/var/lib/edge-phase1/build-test.json'],
};
const HARBOR_RESULT = '/var/lib/edge-phase1/harbor.json';
const HARBOR_PROOF_READ = { id: 'validate_harbor_proof', argv: ['cat', HARBOR_RESULT] };
const isText = (value) => typeof value === 'string' && value !== '';
const isTime = (value) => isText(value) && !Number.isNaN(Date.parse(value));
/** The builds of the newest build test. */
function buildRuns(results, say = _reading__WEBPACK_IMPORTED_MODULE_0__/* .ENGLISH */ .VJ) {
    const data = resultFile(results, BUILD_TEST_READ.id, 'edge-phase1/build-test/1', 'apply build-test', say);
    if ('unreadable' in data)
        return data;
    const rows = Array.isArray(data.runs) ? data.runs : [];
    return rows.flatMap((row) => {
        const { scenario, seconds, at, ok } = row ?? {};
        const whole = isText(scenario) && typeof seconds === 'number' && seconds > 0 && isTime(at) && typeof ok === 'boolean';
        return whole ? [{ scenario, seconds, at, ok }] : [];
    });
}
function harborProof(results, say = _reading__WEBPACK_IMPORTED_MODULE_0__/* .ENGLISH */ .VJ) {
    const data = resultFile(results, HARBOR_PROOF_READ.id, 'edge-phase1/harbor/1', 'apply harbor', say);
    if ('unreadable' in data)
        return data;
    const { at, registry, pushed_digest: pushed, pulled_digest: pulled } = data;
    if (isTime(at) && isText(registry) && isText(pushed) && isText(pulled)) {
        const text = (name) => (typeof data[name] === 'string' ? data[name] : undefined);
        const seconds = (name) => (typeof data[name] === 'number' && data[name] >= 0 ? data[name] : undefined);
        return {
            ...{ at, registry, pushed, pulled, kind: text('kind'), version: text('version') },
            ...{ configSha256: text('config_sha256'), use: text('use'), trust: text('trust'), robot: text('robot') },
            ...{ pushSeconds: seconds('push_seconds'), pullSeconds: seconds('pull_seconds') },
            unauthorisedPush: text('unauthorised_push'),
        };
    }
    return { unreadable: say.results.incomplete, wayOut: say.results.run('apply harbor') };
}
function resultFile(results, id, schema, command, say) {
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, id);
    const wayOut = say.results.run(command);
    if (result.code !== 0) {
        const missing = /No such file/.test(result.stderr);
        return { unreadable: missing ? say.results.notMeasured : (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result, say), wayOut };
    }
    const data = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, id);
    if (data?.schema === schema)
        return data;
    return { unreadable: say.results.otherForm(schema), wayOut };
}


/***/ }),

/***/ 7108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ thresholdBytes)
/* harmony export */ });
const UNITS = {
    '': 1,
    Ki: 1024,
    Mi: 1024 ** 2,
    Gi: 1024 ** 3,
    Ti: 1024 ** 4,
    k: 1000,
    M: 1000 ** 2,
    G: 1000 ** 3,
    T: 1000 ** 4,
};
/**
 * A threshold of the kubelet, `5%` or `1Gi`, in bytes of a file system of this size; undefined where it is of another form.
 *
 * https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#eviction-thresholds
 */
function thresholdBytes(threshold, sizeBytes) {
    const percent = /^([0-9]+(?:\.[0-9]+)?)%$/.exec(threshold);
    if (percent)
        return (sizeBytes * Number(percent[1])) / 100;
    const [, number, unit = ''] = /^([0-9]+(?:\.[0-9]+)?)([KMGT]i|[kMGT])?$/.exec(threshold) ?? [];
    return number === undefined ? undefined : Number(number) * UNITS[unit];
}


/***/ }),

/***/ 4991:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mc: () => (/* binding */ githubApi),
  y: () => (/* binding */ ifThere)
});

// UNUSED EXPORTS: withQuery

;// CONCATENATED MODULE: ./build/github/budget.js
/**
 * GitHub's limits for requests that create content, and its advice to leave a second between two writes. All writes are
 * counted, since edits are content for some of its endpoints.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
const WRITE_WINDOWS = [
    { seconds: 1, most: 1 },
    { seconds: 60, most: 80 },
    { seconds: 3600, most: 500 },
];
/**
 * Seconds until one more may follow.
 *
 * @param times of those before, in milliseconds, ascending
 */
function secondsUntilTurn(times, now, windows = WRITE_WINDOWS) {
    const waits = windows.map(({ seconds, most }) => {
        const blocking = times[times.length - most];
        return blocking === undefined ? 0 : blocking / 1000 + seconds - now / 1000;
    });
    return Math.max(0, ...waits);
}

// EXTERNAL MODULE: ./build/github/error.js
var github_error = __webpack_require__(8741);
;// CONCATENATED MODULE: ./build/github/fault.js
/** GitHub's advice where it does not say how long: a minute, longer each time. */
const SECONDARY_SECONDS = 60;
/**
 * Reads a reply for signs of a fault.
 *
 * @param now milliseconds; used only where the reply has no `date`, because clocks differ
 * @param round how often this request was throttled before
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function faultOf({ status, headers, text }, now, round) {
    const wanted = Number(headers['retry-after'] || Number.NaN);
    if (status >= 500 || status === 408) {
        const seconds = Number.isFinite(wanted) ? { seconds: wanted } : {};
        return { kind: 'unclear', why: `it answered ${status}`, ...seconds };
    }
    const graphql = status === 200 && /"type"\s*:\s*"RATE_LIMITED?"/.test(text);
    if (status !== 403 && status !== 429 && !graphql)
        return undefined;
    const why = graphql ? 'its rate limit' : `its rate limit (${status})`;
    if (Number.isFinite(wanted))
        return { kind: 'throttled', seconds: wanted, why };
    if (headers['x-ratelimit-remaining'] === '0' && headers['x-ratelimit-reset']) {
        const serverNow = Date.parse(headers.date ?? '') || now;
        const seconds = Math.max(0, Number(headers['x-ratelimit-reset']) - serverNow / 1000) + 1;
        return { kind: 'throttled', seconds, why };
    }
    if (status === 429 || graphql || /secondary rate limit|abuse detection/i.test(text)) {
        return { kind: 'throttled', seconds: SECONDARY_SECONDS * 2 ** round, why };
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/github/transport.js
var transport = __webpack_require__(1898);
;// CONCATENATED MODULE: ./build/github/api.js




/** Waits after faults, in seconds; when they are used up, it is given up. */
const PAUSES = [1, 2, 4, 8, 16, 32, 60, 60];
/** Waits before each look for what an unclear POST may have left: lists lag. */
const LOOKS = [1, 4, 15, 40];
const PAGE = 100;
function githubApi(options, world) {
    const root = options.url.replace(/\/+$/, '');
    const headers = {
        authorization: `Bearer ${options.token}`,
        accept: 'application/vnd.github+json',
        'content-type': 'application/json',
        'x-github-api-version': '2022-11-28',
    };
    const turns = [];
    async function turn() {
        const seconds = secondsUntilTurn(turns, world.now());
        if (seconds > 0)
            await world.sleep(seconds);
        turns.push(world.now());
    }
    /** A reply that GitHub meant, with its document; or a fault of the way. */
    async function send(method, url, body, throttles) {
        try {
            const content = body === undefined ? {} : { body: JSON.stringify(body) };
            const received = await world.send({ method, url, headers, ...content });
            const fault = faultOf(received, world.now(), throttles);
            if (fault || !isGood(received))
                return fault ?? { ...received, document: undefined };
            return { ...received, document: received.text === '' ? undefined : JSON.parse(received.text) };
        }
        catch (error) {
            const why = error.message.replaceAll(options.token, '***');
            return { kind: error instanceof transport/* NotSent */.Y ? 'not-sent' : 'unclear', why };
        }
    }
    /** Waits out a fault. @throws ApiError when that takes longer than there is patience */
    async function pause(fault, { to }, tries) {
        const transient = PAUSES[tries.faults];
        const seconds = fault.seconds ?? transient;
        if (fault.kind === 'throttled')
            tries.throttles++;
        else
            tries.faults++;
        if (seconds !== undefined && transient !== undefined && tries.waited + seconds <= options.patienceSeconds) {
            tries.waited += seconds;
            return await world.sleep(seconds);
        }
        if (fault.kind === 'throttled') {
            const until = new Date(world.now() + Math.ceil(seconds ?? 0) * 1000).toISOString();
            throw new github_error/* ApiError */.hD('throttled', `GitHub did not ${to} because of ${fault.why}. Run it again after ${until}.`);
        }
        const kind = fault.kind === 'unclear' ? 'unclear' : 'unreachable';
        throw new github_error/* ApiError */.hD(kind, `GitHub was asked ${tries.faults} times to ${to}, without success: ${fault.why}. Run it again.`);
    }
    /** Of a request that may be repeated. */
    async function repeated(method, url, purpose, body, writes = method !== 'GET') {
        const tries = newTries();
        for (;;) {
            if (writes)
                await turn();
            const answer = await send(method, url, body, tries.throttles);
            if ('kind' in answer)
                await pause(answer, purpose, tries);
            else if (isGood(answer))
                return answer.document;
            else if (method === 'DELETE' && answer.status === 404 && tries.faults > 0)
                return undefined;
            else
                throw (0,github_error/* refusalOf */.Of)(purpose, answer);
        }
    }
    async function create(creation) {
        const tries = newTries();
        for (;;) {
            await turn();
            const answer = await send('POST', root + creation.path, creation.body, tries.throttles);
            if (!('kind' in answer)) {
                if (isGood(answer))
                    return answer.document;
                // Names that must be unique tell so when the first try did arrive.
                const there = answer.status === 422 && tries.faults > 0 ? await creation.find?.() : undefined;
                if (there === undefined)
                    throw (0,github_error/* refusalOf */.Of)(creation, answer);
                return there;
            }
            if (answer.kind === 'unclear' && creation.find) {
                for (const seconds of LOOKS) {
                    await world.sleep(seconds);
                    const there = await creation.find();
                    if (there !== undefined)
                        return there;
                }
            }
            await pause(answer, creation, tries);
        }
    }
    async function* list(call) {
        for (let page = 1;; page++) {
            const entries = await get({ ...call, path: withQuery(call.path, { per_page: PAGE, page }) });
            yield* entries;
            if (entries.length < PAGE)
                return;
        }
    }
    async function graphql({ query, variables, ...purpose }) {
        const { data, errors } = await repeated('POST', graphqlUrl(root), purpose, { query, variables }, query.startsWith('mutation'));
        if (errors?.length || data === undefined)
            throw (0,github_error/* graphqlRefusal */.KP)(purpose, errors ?? []);
        return data;
    }
    const get = (call) => repeated('GET', root + call.path, call);
    const write = (call) => repeated(call.method, root + call.path, call, call.body);
    return { get, list, write, create, graphql };
}
const newTries = () => ({ waited: 0, throttles: 0, faults: 0 });
const isGood = ({ status }) => status >= 200 && status < 300;
/** `https://name/api/v3` of an Enterprise Server has GraphQL at `https://name/api/graphql`. */
const graphqlUrl = (root) => `${root.replace(/\/v3$/, '')}/graphql`;
function withQuery(path, query) {
    const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `${path}${path.includes('?') ? '&' : '?'}${words.join('&')}`;
}
/** undefined for what is not there. */
async function ifThere(asked) {
    try {
        return await asked;
    }
    catch (error) {
        if (error instanceof github_error/* ApiError */.hD && error.kind === 'missing')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 5946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ postComment),
/* harmony export */   p8: () => (/* binding */ COMMENT_MODES)
/* harmony export */ });
/* unused harmony export COMMENT_BYTES */
/* harmony import */ var _api__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4991);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8741);
/* harmony import */ var _find_comment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4291);
/* harmony import */ var _marker__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9857);




/**
 * update: the text of the comment is replaced. recreate: it is deleted and posted at the end of the thread. append: the text
 * is put below what is there. hide: the old one is folded away as outdated, a new one posted.
 */
const COMMENT_MODES = ['update', 'recreate', 'append', 'hide'];
/** GitHub allows 65,536 characters; what it counts is not documented, so that bytes are counted here. */
const COMMENT_BYTES = 65_000;
/** Puts the one comment of a topic on an issue or pull request. @throws ApiError */
async function postComment(world, place, request) {
    const { mode, run, topic, key, onlyIfChanged, render } = request;
    const marker = (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .topicMarker */ .W$)(topic, key);
    const line = (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .markerLine */ .B_)(marker, `${run} ${mode}`);
    const [listed, ...others] = await (0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .findComments */ .Su)(world.api, place, marker, request.remembered);
    for (const other of others)
        await remove(world, place, other);
    // A list may lag, and what is added to or compared has to be what is there now.
    const current = mode === 'update' && !onlyIfChanged ? listed : await asItIs(world, place, marker, listed);
    if (current) {
        const texts = mode === 'append' ? appended(current, run, render) : textsOf((0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .firstLineOf */ .Qy)(current.body), render);
        if (onlyIfChanged && same(current.body, texts(COMMENT_BYTES)))
            return { ...current, did: 'unchanged' };
        const replaces = mode === 'recreate' || mode === 'hide';
        // With this very line, this run has replaced it already, and was asked again.
        if (!replaces || (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .firstLineOf */ .Qy)(current.body) === line) {
            const updated = await (0,_api__WEBPACK_IMPORTED_MODULE_0__/* .ifThere */ .y)(replaceText(world, place, current, texts));
            if (updated)
                return updated;
        }
        else if (mode === 'hide')
            await hide(world, place, current);
        else
            await remove(world, place, current);
    }
    const first = mode === 'append' ? `${line}\n${(0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .entryMarker */ .L1)(run)}` : line;
    return await createOnce(world, place, marker, line, textsOf(first, render));
}
/** undefined when it has gone, or does not have this marker any more. */
async function asItIs({ api }, place, marker, comment) {
    const read = comment && (await (0,_api__WEBPACK_IMPORTED_MODULE_0__/* .ifThere */ .y)(api.get(oneComment(place, comment.id, 'read'))));
    return read && (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .hasMarker */ .xY)(read.body ?? '', marker) ? toComment(read) : undefined;
}
const textsOf = (line, render) => (bytes) => `${line}\n${render(bytes - Buffer.byteLength(line) - 1)}`;
/** Below what is there; when it grows too long, the oldest entries go. */
function appended({ body }, run, render) {
    const marker = (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .entryMarker */ .L1)(run);
    const earlier = (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(body);
    const before = earlier.length > 0 ? earlier : [`${(0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .entryMarker */ .L1)('first')}\n${body.split('\n').slice(1).join('\n')}`];
    const others = before.filter((entry) => !entry.startsWith(marker));
    return (bytes) => {
        const line = (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .firstLineOf */ .Qy)(body);
        const newest = `${marker}\n${render(bytes - Buffer.byteLength(`${line}\n${marker}\n`))}`;
        let kept = others;
        const whole = () => [line, ...kept, newest].join('\n');
        while (kept.length > 0 && Buffer.byteLength(whole()) > bytes)
            kept = kept.slice(1);
        return whole();
    };
}
/** Posts, and makes sure that there is no twin of another run that did so at the same time. */
async function createOnce(world, place, marker, line, texts) {
    const { id, nodeId } = await create(world, place, line, texts);
    const older = (await listShowing(world, place, marker, id)).find((comment) => comment.id < id);
    const twin = await asItIs(world, place, marker, older);
    const own = { id, nodeId, url: '', body: line };
    if (twin) {
        const kept = await replaceText(world, place, twin, textsWithLine((0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .firstLineOf */ .Qy)(twin.body), texts));
        await remove(world, place, own);
        return kept;
    }
    const written = (await readBack(world, place, id, texts(COMMENT_BYTES))) ?? (await replaceText(world, place, own, texts));
    return { ...written, did: 'created' };
}
/** Lists lag: only one that shows the comment just posted shows also the twin that was posted before it. */
async function listShowing({ api, sleep }, place, marker, id) {
    let listed = [];
    for (const seconds of LIST_PAUSES) {
        if (seconds > 0)
            await sleep(seconds);
        listed = await (0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .findRecent */ .JO)(api, place, marker);
        if (listed.some((comment) => comment.id === id))
            break;
    }
    return listed;
}
const textsWithLine = (line, texts) => (bytes) => [line, ...texts(bytes).split('\n').slice(1)].join('\n');
const toComment = ({ id, node_id, html_url, body = '' }) => ({
    id,
    nodeId: node_id,
    url: html_url,
    body,
});
async function create({ api }, place, line, texts) {
    const created = await api.create({
        to: `comment on ${(0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .placeName */ .fW)(place)}`,
        needs: (0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .permissionFor */ .Tj)(place, 'write'),
        path: `/repos/${place.owner}/${place.repo}/issues/${place.number}/comments`,
        body: { body: texts(COMMENT_BYTES) },
        find: async () => {
            const [found] = await (0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .findRecent */ .JO)(api, place, line);
            return found && { id: found.id, node_id: found.nodeId, html_url: found.url, body: found.body };
        },
    });
    return toComment(created);
}
/** Half of the limit is tried where GitHub kept the old text although it said that all was well. */
async function replaceText(world, place, comment, texts) {
    for (const bytes of [COMMENT_BYTES, COMMENT_BYTES / 2]) {
        const body = texts(bytes);
        await world.api.write({ ...oneComment(place, comment.id, 'update'), method: 'PATCH', body: { body } });
        const written = await readBack(world, place, comment.id, body);
        if (written)
            return { ...written, did: 'updated' };
    }
    throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD('rejected', `GitHub took the new text of the comment on ${(0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .placeName */ .fW)(place)}, and shows the old one. The job summary has the text; run it again.`);
}
const LIST_PAUSES = [0, 1, 4, 15, 40];
/** Replies may come from a copy that lags: what differs is looked at more than once. */
const READ_BACK_PAUSES = [0, 2, 8];
/** undefined when something else is shown than what was written. */
async function readBack({ api, sleep }, place, id, body) {
    for (const seconds of READ_BACK_PAUSES) {
        if (seconds > 0)
            await sleep(seconds);
        const shown = await (0,_api__WEBPACK_IMPORTED_MODULE_0__/* .ifThere */ .y)(api.get(oneComment(place, id, 'read back')));
        if (shown && same(shown.body ?? '', body))
            return toComment(shown);
    }
    return undefined;
}
/** Hidden first: one that lost its marker cannot be found again to be hidden. */
async function hide({ api }, place, { id, nodeId, body }) {
    await api.graphql({
        to: `hide the old comment on ${(0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .placeName */ .fW)(place)}`,
        needs: (0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .permissionFor */ .Tj)(place, 'write'),
        query: `mutation Hide($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }`,
        variables: { id: nodeId },
    });
    await api.write({ ...oneComment(place, id, 'mark'), method: 'PATCH', body: { body: (0,_marker__WEBPACK_IMPORTED_MODULE_3__/* .retired */ .IO)(body) } });
}
const remove = ({ api }, place, { id }) => (0,_api__WEBPACK_IMPORTED_MODULE_0__/* .ifThere */ .y)(api.write({ ...oneComment(place, id, 'delete'), method: 'DELETE' }));
const oneComment = (place, id, verb) => ({
    to: `${verb} the comment on ${(0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .placeName */ .fW)(place)}`,
    needs: (0,_find_comment__WEBPACK_IMPORTED_MODULE_2__/* .permissionFor */ .Tj)(place, verb.startsWith('read') ? 'read' : 'write'),
    path: `/repos/${place.owner}/${place.repo}/issues/comments/${id}`,
});
/** GitHub may end lines its own way. */
const same = (a, b) => normal(a) === normal(b);
const normal = (text) => text.replaceAll('\r\n', '\n').trimEnd();


/***/ }),

/***/ 8741:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KP: () => (/* binding */ graphqlRefusal),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   hD: () => (/* binding */ ApiError)
/* harmony export */ });
/** A request that GitHub did not fulfil. The message is for people: what, why, and what to do. */
class ApiError extends Error {
    kind;
    status;
    permission;
    name = 'ApiError';
    constructor(kind, message, status, 
    /** The permission that is missing, as in a workflow's `permissions:`. */
    permission) {
        super(message);
        this.kind = kind;
        this.status = status;
        this.permission = permission;
    }
}
/** The error for a reply that GitHub meant. */
function refusalOf({ to, needs }, { status, headers, text }) {
    const said = messageIn(text);
    const because = said ? `: ${said}` : '';
    if (status === 401) {
        return new ApiError('denied', `GitHub does not accept the token, and so refused to ${to}${because}. Check github_token; the token of a job ends with the job.`, status);
    }
    const permission = acceptedPermission(headers['x-accepted-github-permissions']) ?? needs;
    if (status === 403) {
        return new ApiError('denied', `GitHub refused to ${to} (403${because}). The token lacks the permission '${permission}': add it under permissions: of the job. A run for a pull request from a fork never gets it.`, status, permission);
    }
    if (status === 404 || status === 410) {
        return new ApiError('missing', `GitHub refused to ${to} (${status}${because}). Either it does not exist, or the token lacks the permission '${permission}'.`, status, permission);
    }
    return new ApiError('rejected', `GitHub refused to ${to} (${status}${because}).`, status);
}
/** GraphQL answers 200 and says what is wrong in the document. */
function graphqlRefusal({ to, needs }, errors) {
    const said = errors.map(({ message = '' }) => message).join('; ');
    const type = errors[0]?.type;
    if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES' || /not accessible by integration/i.test(said)) {
        return refusalOf({ to, needs }, { status: 403, headers: {}, text: JSON.stringify({ message: said }) });
    }
    if (type === 'NOT_FOUND') {
        return refusalOf({ to, needs }, { status: 404, headers: {}, text: JSON.stringify({ message: said }) });
    }
    return new ApiError('rejected', `GitHub refused to ${to}: ${said}.`, 200);
}
function messageIn(text) {
    try {
        const { message = '', errors = [] } = JSON.parse(text);
        const details = errors.map(({ field = '', code = '' }) => `${field} ${code}`.trim()).filter(Boolean);
        return [message.replace(/\.$/, ''), ...details].join('; ').slice(0, 300);
    }
    catch {
        return '';
    }
}
/** `issues=write; pull_requests=write` -> `issues: write`; the first of the sets that would do. */
function acceptedPermission(header) {
    const [first] = header?.split(/[;,]/) ?? [];
    const [, name, level] = /^\s*(\w+)=(\w+)\s*$/.exec(first ?? '') ?? [];
    return name && level && `${name.replaceAll('_', '-')}: ${level}`;
}


/***/ }),

/***/ 4291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ findRecent),
/* harmony export */   Su: () => (/* binding */ findComments),
/* harmony export */   Tj: () => (/* binding */ permissionFor),
/* harmony export */   fW: () => (/* binding */ placeName)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8741);
/* harmony import */ var _marker__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9857);


const placeName = ({ owner, repo, number }) => `${owner}/${repo}#${number}`;
function permissionFor({ kind }, level) {
    if (kind === 'unknown')
        return `issues: ${level} (for a pull request pull-requests: ${level})`;
    return `${kind === 'issue' ? 'issues' : 'pull-requests'}: ${level}`;
}
const NODE = 'id databaseId url body author { login }';
/** Comments that people wrote first are few; one that we made when the thread was young is among these. */
const EARLY = 20;
const PAGES = `
  recent: comments(first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor }
    nodes { ${NODE} }
  }
  early: comments(first: ${EARLY}) @include(if: $first) { nodes { ${NODE} } }`;
const COMMENTS = `query Comments($owner: String!, $repo: String!, $number: Int!, $after: String, $first: Boolean!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    issueOrPullRequest(number: $number) {
      ... on Issue { ${PAGES} }
      ... on PullRequest { ${PAGES} }
    }
  }
}`;
const ONE = `query Comment($id: ID!) {
  viewer { login }
  node(id: $id) { ... on IssueComment { ${NODE} } }
}`;
/**
 * Our comments with this marker, the oldest first.
 *
 * One request where it is remembered, or among the hundred that were touched last, or among the first of the thread. Else
 * pages backwards in the order of the last edit: what it costs depends on how much was written since our last update, not on
 * the length of the thread; and once updated, it is at the front again.
 */
async function findComments(api, place, marker, remembered) {
    const known = remembered === undefined ? undefined : await rememberedComment(api, place, marker, remembered);
    if (known)
        return [known];
    let after = null;
    do {
        const { viewer, repository } = await commentsPage(api, place, after);
        const { recent, early } = repository.issueOrPullRequest;
        const ours = [...(early?.nodes ?? []), ...recent.nodes].filter((node) => isOurs(node, viewer.login, marker));
        if (ours.length > 0)
            return distinct(ours.map(toComment));
        after = recent.pageInfo.hasNextPage ? recent.pageInfo.endCursor : null;
    } while (after !== null);
    return [];
}
/** Only among the hundred that were touched last: for what was just posted. */
async function findRecent(api, place, marker) {
    const { viewer, repository } = await commentsPage(api, place, null);
    const { recent } = repository.issueOrPullRequest;
    return distinct(recent.nodes.filter((node) => isOurs(node, viewer.login, marker)).map(toComment));
}
async function commentsPage(api, place, after) {
    const { owner, repo, number } = place;
    const purpose = lookingAt(place);
    const variables = { owner, repo, number, after, first: after === null };
    const found = await api.graphql({ ...purpose, query: COMMENTS, variables });
    if (!found.repository?.issueOrPullRequest) {
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD('missing', `GitHub refused to ${purpose.to}: either it does not exist, or the token lacks the permission '${purpose.needs}'.`, 404, purpose.needs);
    }
    return found;
}
/** undefined when it is gone, somebody else's, of another topic or of another place. */
async function rememberedComment(api, place, marker, id) {
    try {
        const query = { ...lookingAt(place), query: ONE, variables: { id } };
        const { viewer, node } = await api.graphql(query);
        const here = node?.url?.includes(`/${place.repo}/`) && node.url.includes(`/${place.number}#`);
        return node && here && isOurs(node, viewer.login, marker) ? toComment(node) : undefined;
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD && (error.kind === 'missing' || error.kind === 'rejected'))
            return undefined;
        throw error;
    }
}
const lookingAt = (place) => ({
    to: `look for its comment on ${placeName(place)}`,
    needs: permissionFor(place, 'read'),
});
/** GraphQL leaves out the `[bot]` that REST and `viewer` show. */
const isOurs = ({ author, body }, viewer, marker) => author !== null && author.login.replace('[bot]', '') === viewer.replace('[bot]', '') && (0,_marker__WEBPACK_IMPORTED_MODULE_1__/* .hasMarker */ .xY)(body, marker);
const toComment = ({ id, databaseId, url, body }) => ({ id: databaseId, nodeId: id, url, body });
const distinct = (comments) => [...new Map(comments.map((comment) => [comment.id, comment])).values()].sort((a, b) => a.id - b.id);


/***/ }),

/***/ 2859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   WN: () => (/* binding */ DATA_BRANCH),
/* harmony export */   cJ: () => (/* binding */ recordHistory)
/* harmony export */ });
/* harmony import */ var _evidence_history__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9621);
/* harmony import */ var _api__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4991);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8741);
/* harmony import */ var _repository__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7199);




const DATA_BRANCH = 'edge-phase1-data';
/** Somebody else may have written in between this often; each of them is done then. */
const MOST_RACES = 10;
const FILES = [_evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .SCHEMA_FILE */ .Td, ..._evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .HISTORY_KINDS */ .NZ.map(_evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .fileOf */ .W7)];
const READ = { needs: 'contents: read' };
const WRITE = { needs: 'contents: write' };
/**
 * The history on the data branch; an empty one where there is no such branch.
 *
 * @throws NewerHistory, ApiError
 */
async function readHistory(api, repository, branch = DATA_BRANCH) {
    const tip = await readTip(api, (0,_repository__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .X)(repository), branch);
    return tip ? (0,_evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .parseHistory */ .i6)(tip.files) : _evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .NO_HISTORY */ .Vo;
}
/** Adds lines to the data branch; the same lines a second time change nothing. */
async function recordHistory(api, repository, lines, world, branch = DATA_BRANCH) {
    const path = (0,_repository__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .X)(repository);
    let known = lines;
    let refusal;
    try {
        for (let race = 0; race < MOST_RACES; race++) {
            if (race > 0)
                await world.sleep(world.random() * race);
            const tip = await readTip(api, path, branch);
            const before = tip ? (0,_evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .parseHistory */ .i6)(tip.files) : _evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .NO_HISTORY */ .Vo;
            known = (0,_evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(before, lines);
            const files = (0,_evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .historyFiles */ .qB)(known);
            if (tip && FILES.every((name) => tip.files[name] === files[name]))
                return { history: known, written: true };
            const commit = await commitFiles(api, path, files, tip, world.now());
            refusal = await moveBranch(api, path, branch, commit, tip !== undefined);
            if (refusal === undefined)
                return { history: known, written: true };
        }
        return notWritten(known, `GitHub did not take the new lines ${MOST_RACES} times; others write to ${branch}, or a rule protects it. ${refusal} Run it again.`);
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD || error instanceof _evidence_history__WEBPACK_IMPORTED_MODULE_0__/* .NewerHistory */ .ex)
            return notWritten(known, error.message);
        throw error;
    }
}
const notWritten = (history, why) => ({ history, written: false, why });
async function readTip(api, path, branch) {
    const to = `read the history on the branch ${branch}`;
    const get = (what) => api.get({ path: `${path}/git/${what}`, to, ...READ });
    const ref = await ifThereOrEmpty(get(`ref/heads/${branch}`));
    if (!ref)
        return undefined;
    const { tree } = await get(`commits/${ref.object.sha}`);
    const entries = await get(`trees/${tree.sha}`);
    const files = {};
    for (const { path: name, type, sha } of entries.tree) {
        if (type !== 'blob' || !FILES.includes(name))
            continue;
        const blob = await get(`blobs/${sha}`);
        files[name] = Buffer.from(blob.content, 'base64').toString('utf8');
    }
    return { commit: ref.object.sha, tree: tree.sha, files };
}
/** GitHub answers 409 for a repository without any commit. */
async function ifThereOrEmpty(asked) {
    try {
        return await (0,_api__WEBPACK_IMPORTED_MODULE_1__/* .ifThere */ .y)(asked);
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 409)
            return undefined;
        throw error;
    }
}
async function commitFiles(api, path, files, tip, now) {
    const to = 'write the history';
    const post = (what, body) => api.create({ path: `${path}/git/${what}`, body, to, ...WRITE });
    const changed = Object.entries(files).filter(([name, content]) => tip?.files[name] !== content);
    const tree = [];
    for (const [name, content] of changed) {
        const { sha } = await post('blobs', { content, encoding: 'utf-8' });
        tree.push({ path: name, mode: '100644', type: 'blob', sha });
    }
    const { sha } = await post('trees', { tree, ...(tip && { base_tree: tip.tree }) });
    // A date of its own, so that a repeated request makes the same commit.
    const author = { name: 'edge-phase1', email: 'edge-phase1@users.noreply.github.com', date: now.toISOString() };
    const commit = await post('commits', {
        message: 'Measurements of Phase 1',
        tree: sha,
        parents: tip ? [tip.commit] : [],
        author,
        committer: author,
    });
    return commit.sha;
}
/** What GitHub said, when somebody else was faster. */
async function moveBranch(api, path, branch, sha, exists) {
    const to = `write the history to the branch ${branch}`;
    try {
        if (exists) {
            const body = { sha, force: false };
            await api.write({ method: 'PATCH', path: `${path}/git/refs/heads/${branch}`, body, to, ...WRITE });
        }
        else {
            await api.create({ path: `${path}/git/refs`, body: { ref: `refs/heads/${branch}`, sha }, to, ...WRITE });
        }
        return undefined;
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && (error.status === 422 || error.status === 409))
            return error.message;
        throw error;
    }
}


/***/ }),

/***/ 9857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ markerLine),
/* harmony export */   IO: () => (/* binding */ retired),
/* harmony export */   L1: () => (/* binding */ entryMarker),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Qy: () => (/* binding */ firstLineOf),
/* harmony export */   W$: () => (/* binding */ topicMarker),
/* harmony export */   xY: () => (/* binding */ hasMarker)
/* harmony export */ });
/* unused harmony export TOPICS */
/* harmony import */ var _evidence_hash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2617);

/** What a comment is about: there is one comment a topic (and server) on an issue or pull request. */
const TOPICS = (/* unused pure expression or super */ null && (['build', 'disk', 'plan', 'progress', 'scorecard', 'answer', 'completion']));
const TOPIC = 'edge-phase1:topic:';
const RETIRED = 'edge-phase1:retired:';
const ENTRY = '<!-- edge-phase1:entry:';
/**
 * What all comments of one topic begin with, whichever run posted them.
 *
 * @param key tells servers apart, whose comments may be on the same issue
 */
const topicMarker = (topic, key) => `<!-- ${TOPIC}${topic}:${(0,_evidence_hash__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(key).slice(0, 12)} post:`;
/** The first line of a comment. `post` names the one POST that made it, so that it can be looked for afterwards. */
const markerLine = (marker, post) => `${marker}${(0,_evidence_hash__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(post).slice(0, 16)} -->`;
/** Only the first line counts: what comes later in the comment may be quoted from anywhere. */
const hasMarker = (body, marker) => body.startsWith(marker);
const firstLineOf = (body) => body.split(/\r?\n/, 1)[0] ?? '';
/** The same comment, never to be found again. */
const retired = (body) => body.replace(TOPIC, RETIRED);
/** Entries of a comment that grows, each below its own marker. */
const entryMarker = (run) => `${ENTRY}${(0,_evidence_hash__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(run).slice(0, 16)} -->`;
function entriesOf(body) {
    const [, ...entries] = body.split(ENTRY);
    return entries.map((entry) => `${ENTRY}${entry}`.trimEnd());
}


/***/ }),

/***/ 476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   I: () => (/* binding */ parseCommentTarget)
/* harmony export */ });
/** @returns undefined for text that is none of these */
function parseCommentTarget(text) {
    if (text === 'auto' || text === 'off')
        return text;
    return /^#?[1-9]\d{0,8}$/.test(text) ? Number(text.replace('#', '')) : undefined;
}
/**
 * The issue or pull request to comment on; undefined where there is none.
 *
 * @param repository `owner/name`
 */
function placeOf(target, repository, payload) {
    const [owner = '', repo = ''] = repository.split('/');
    const { issue, pull_request } = payload;
    const number = target === 'auto' ? (pull_request?.number ?? issue?.number) : target;
    if (target === 'off' || number === undefined || number === 'off' || repo === '')
        return undefined;
    return { owner, repo, number: Number(number), kind: kindOf(Number(number), payload) };
}
function kindOf(number, { issue, pull_request }) {
    if (pull_request?.number === number)
        return 'pull request';
    if (issue?.number === number)
        return issue.pull_request ? 'pull request' : 'issue';
    return 'unknown';
}


/***/ }),

/***/ 7199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseRepository),
/* harmony export */   X: () => (/* binding */ pathOf)
/* harmony export */ });
/** @throws Error when it is not `owner/name` */
function parseRepository(text) {
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
    if (!owner || !name)
        throw new Error(`'${text.slice(0, 60)}' is no repository; write owner/name.`);
    return { owner, name };
}
/** Start of the paths of its API. */
const pathOf = ({ owner, name }) => `/repos/${owner}/${name}`;


/***/ }),

/***/ 9709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ httpSend)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4942);
/* harmony import */ var _transport__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1898);


const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
const SILENCE_SECONDS = 30;
/** Over HTTP, through the proxy that the environment names (`https_proxy`, `no_proxy`), as the runner itself. */
function httpSend(userAgent) {
    const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq(userAgent, undefined, { maxRedirects: 3, socketTimeout: SILENCE_SECONDS * 1000 });
    return async ({ method, url, headers, body }) => {
        try {
            const response = await client.request(method, url, body ?? null, { ...headers });
            const { statusCode = 0, headers: received } = response.message;
            const flat = Object.entries(received).map(([name, value]) => [
                name,
                Array.isArray(value) ? value.join(', ') : value,
            ]);
            return { status: statusCode, headers: Object.fromEntries(flat), text: await wholeBody(response.message) };
        }
        catch (error) {
            const { code, message } = error;
            if (code !== undefined && NEVER_LEFT.includes(code))
                throw new _transport__WEBPACK_IMPORTED_MODULE_1__/* .NotSent */ .Y(message || code);
            throw error;
        }
    };
}
/** The toolkit's own reader waits for ever when the connection breaks within the body. */
async function wholeBody(message) {
    const chunks = [];
    for await (const chunk of message)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 1898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ NotSent)
/* harmony export */ });
class NotSent extends Error {
    name = 'NotSent';
}


/***/ }),

/***/ 1698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ installedDigest),
/* harmony export */   Dh: () => (/* binding */ digestRead),
/* harmony export */   Q1: () => (/* binding */ hostScript)
/* harmony export */ });
/* unused harmony export SCRIPT_FOLDER */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _evidence_hash__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2617);
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5441);
/* harmony import */ var _package_folder__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8268);





/** Folder on the host for the scripts that carry out changes: root's, so that a right to run one is not a right to edit it. */
const SCRIPT_FOLDER = '/usr/local/lib/edge-phase1';
/** A host script as this version of edge-phase1 ships it, beside the bundle. */
function hostScript(name) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_package_folder__WEBPACK_IMPORTED_MODULE_4__/* .packageFolder */ .n)(), 'scripts', name), 'utf8');
    return { name, path: `${SCRIPT_FOLDER}/${name}`, text, sha256: (0,_evidence_hash__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(text) };
}
const digestId = ({ name }) => `digest_${name.replace(/\W/g, '_')}`;
const digestRead = (script) => ({ id: digestId(script), argv: ['sha256sum', script.path] });
/** SHA-256 of what lies on the host in the script's place, where there is something. */
const installedDigest = (results, script) => (0,_facts_reading__WEBPACK_IMPORTED_MODULE_3__/* .outputOf */ .jH)(results, digestId(script))?.split(' ')[0];


/***/ }),

/***/ 3934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ OutcomeUnknown),
/* harmony export */   OG: () => (/* binding */ NOT_RUN),
/* harmony export */   P_: () => (/* binding */ Refusal)
/* harmony export */ });
/**
 * The host: the server being upgraded, reached locally or over SSH through one interface.
 *
 * Everything that the engine does to a server goes through `Host`; it is passed in, so tests use a plain object.
 */
/** The exit code of a read that was not run, because the read whose output it needs failed or was empty. */
const NOT_RUN = -1;
/** The connection ended while a command ran (or before it began): nobody knows what became of it. */
class OutcomeUnknown extends Error {
    name = 'OutcomeUnknown';
}
/** A refusal before anything was done: the message says what is wrong, `wayOut` what to do. */
class Refusal extends Error {
    code;
    wayOut;
    name = 'Refusal';
    constructor(code, message, wayOut) {
        super(message);
        this.code = code;
        this.wayOut = wayOut;
    }
}


/***/ }),

/***/ 9438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ HOST_PATH),
/* harmony export */   QR: () => (/* binding */ SUDO),
/* harmony export */   VI: () => (/* binding */ checkArgv),
/* harmony export */   _R: () => (/* binding */ quoteAll),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   nc: () => (/* binding */ loginCommand)
/* harmony export */ });
/* harmony import */ var _host__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3934);
/** Command strings for a POSIX shell. Nothing else in this project turns arguments into shell text. */

/** Where commands are looked up on every host, whatever the login shell's own PATH is. */
const HOST_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Never asks for a password: a missing right is an exit code, not a prompt that nobody sees. */
const SUDO = ['sudo', '-n', '--'];
/**
 * One argument as one shell word.
 *
 * Quotes and backslashes stand outside the single quotes, because fish (which may be a user's login shell) reads
 * backslashes inside them.
 */
function quote(arg) {
    if (/^[A-Za-z0-9_@%+:,./-]+$/.test(arg))
        return arg;
    return `'${arg.replace(/['\\]/g, "'\\$&'")}'`;
}
/** A whole argv as shell words. */
function quoteAll(argv) {
    return argv.map(quote).join(' ');
}
/**
 * The command line for a login shell: it becomes the command itself, with the fixed PATH and the C locale.
 *
 * `env` rather than `PATH=… command`, because that is read alike by every login shell.
 */
function loginCommand(argv, sudo = false) {
    checkArgv(argv);
    return `exec env PATH=${HOST_PATH} LC_ALL=C ${quoteAll([...(sudo ? SUDO : []), ...argv])}`;
}
/**
 * Refuses what no shell can pass on, or what would be taken for something else than a command.
 *
 * @throws Refusal with code `bad-argv`
 */
function checkArgv(argv) {
    const [command] = argv;
    const wrong = command === undefined || command === ''
        ? 'there is no command'
        : /^-|=/.test(command)
            ? `the command ${JSON.stringify(command)} would be taken for an option or a variable`
            : argv.some((arg) => arg.includes('\0'))
                ? 'an argument contains a NUL byte'
                : undefined;
    if (wrong === undefined)
        return;
    throw new _host__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('bad-argv', `This command cannot be run: ${wrong}.`, 'Give the command as its name and arguments.');
}


/***/ }),

/***/ 7585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseTarget),
/* harmony export */   j: () => (/* binding */ targetName)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _host__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3934);
/** The field `host`: which server is meant. */


const ALLOWED = 'Allowed are `local` and `ssh://user@name[:port]`, such as `ssh://deploy@edge.example:2222`.';
const SHAPE = /^ssh:\/\/(?<user>[^@/]*)@(?:\[(?<ipv6>[^\]]*)\]|(?<host>[^@:/[\]]*))(?::(?<port>[^/]*))?\/?$/;
/**
 * Parses `local` or `ssh://user@name[:port]`; an IPv6 address stands in brackets.
 *
 * @throws Refusal with code `host-target`. It never repeats a password.
 */
function parseTarget(value) {
    if (value === 'local')
        return { kind: 'local' };
    if (mayHoldPassword(value)) {
        throw new _host__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('host-target', 'The field `host` holds a password. It is not used, and should be changed now that it stands in a log or config.', `Log in with a key: \`ssh_private_key\`, or an agent. ${ALLOWED}`);
    }
    const { user, ipv6, host = ipv6, port = '22' } = SHAPE.exec(value)?.groups ?? {};
    if (user === undefined || host === undefined)
        throw refusal(value, 'names no server');
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.+-]*\$?$/.test(user))
        throw refusal(value, 'has no user name, or one that no server knows');
    if (ipv6 !== undefined ? !(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(ipv6) : !/^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?$/.test(host)) {
        throw refusal(value, 'has no name or address of a server');
    }
    if (!/^[0-9]{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
        throw refusal(value, 'has a port outside 1 to 65535');
    }
    return { kind: 'ssh', user, host: host.toLowerCase(), port: Number(port) };
}
/** The target as it is written in the field `host`, the port always named. */
function targetName(target) {
    if (target.kind === 'local')
        return 'local';
    const host = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(target.host) ? `[${target.host}]` : target.host;
    return `ssh://${target.user}@${host}:${target.port}`;
}
function mayHoldPassword(value) {
    const at = value.lastIndexOf('@');
    return (at >= 0 &&
        value
            .slice(0, at)
            .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
            .includes(':'));
}
function refusal(value, wrong) {
    // A long value, or one of several lines, is something else that was put here by mistake, perhaps a key.
    const shown = value.length <= 200 && /^[ -~]*$/.test(value) ? `"${value}"` : `a text of ${value.length} characters`;
    return new _host__WEBPACK_IMPORTED_MODULE_1__/* .Refusal */ .P_('host-target', `The field \`host\` is ${shown}, which ${wrong}.`, ALLOWED);
}


/***/ }),

/***/ 5862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ chart)
/* harmony export */ });
/* unused harmony export CHART_RUNS */
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);

const CHART_RUNS = 30;
/** Small, so that its words stay readable on a phone; in colours that are seen on a light and on a dark page. */
const LOOK = `%%{init: ${JSON.stringify({
    xyChart: { width: 480, height: 260 },
    themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette: '#2f81f7, #d29922' } },
})}}%%`;
/** A chart that GitHub draws, with one line below it that says its ends; empty with fewer than two known figures. */
function chart({ title, unit, points, target }, language = 'en') {
    const words = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .speechIn */ .uy)(language).texts.common.chart;
    const latest = points.slice(-CHART_RUNS);
    const known = latest.filter((point) => Number.isFinite(point.value));
    const [first] = known;
    const last = known.at(-1);
    if (!first || !last || known.length < 2)
        return '';
    const values = known.map(({ value }) => value);
    const top = niceTop(Math.max(...values, target ?? 0));
    const lines = [
        LOOK,
        'xychart-beta',
        `  title "${plainWords(words.in(title, unit))}"`,
        `  x-axis 1 --> ${known.length}`,
        `  y-axis 0 --> ${top}`,
        `  line [${values.map(figure).join(', ')}]`,
        ...(target === undefined ? [] : [`  line [${values.map(() => figure(target)).join(', ')}]`]),
    ];
    const missing = latest.length - known.length;
    const caption = [
        `${day(first.at)}: ${figure(first.value)} ${plainWords(unit)}`,
        `${day(last.at)}: ${figure(last.value)} ${plainWords(unit)}`,
        ...(target === undefined ? [] : [words.target(figure(target))]),
        ...(missing > 0 ? [words.missing(missing)] : []),
    ];
    return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n<sub>${caption.join(' · ')}</sub>`;
}
/** Nothing that could end a quoted word of Mermaid, or an HTML tag. */
const plainWords = (text) => text.replace(/[^\p{L}\p{N} .,()%/-]/gu, '').slice(0, 120);
const figure = (value) => String(Math.round(value * 100) / 100);
const day = (at) => (/^\d{4}-\d{2}-\d{2}/.exec(at) ?? ['?'])[0];
/** A round number with room above the highest figure. */
function niceTop(highest) {
    if (highest <= 0)
        return 1;
    const step = 10 ** Math.floor(Math.log10(highest));
    return Math.ceil((highest * 1.1) / (step / 2)) * (step / 2);
}


/***/ }),

/***/ 8427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ topicOf),
/* harmony export */   br: () => (/* binding */ commentText),
/* harmony export */   l_: () => (/* binding */ progressText)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8025);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8774);
/* harmony import */ var _chart__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5862);
/* harmony import */ var _defuse__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2022);
/* harmony import */ var _lines__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7601);






const TOPIC_OF_STEP = {
    'build-test': 'build',
    'disk-test': 'disk',
    validate: 'scorecard',
};
/** Which comment a run belongs to. @param steps their names */
function topicOf(mode, steps) {
    const [only = '', ...others] = steps;
    const own = others.length === 0 ? TOPIC_OF_STEP[only] : undefined;
    if (own)
        return own;
    if (mode === 'plan')
        return 'plan';
    return mode === 'verify' ? 'scorecard' : 'progress';
}
/** A comment for a phone: the verdict in its first line, one table, all else folded. */
function commentText(evidence, extras = {}) {
    const { steps, trigger } = evidence;
    const speech = (0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .speechOf */ .q9)(evidence);
    const { report, common } = speech.texts;
    const artifact = extras.artifactUrl ?? (trigger && `${trigger.url}#artifacts`);
    const whole = report.wholeIn(artifact ? (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)(report.theEvidence, artifact) : report.jobSummary);
    const hash = (0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .planHashOf */ .vy)(evidence);
    const waits = steps.some(({ outcome }) => outcome === 'planned');
    const head = [
        `### ${sign(evidence)} ${verdictOf(evidence)}`,
        ...steps.flatMap((record) => stepWords(speech, record, steps.length)),
        checkTable(speech, steps.flatMap(({ checks }) => checks)),
        steps.flatMap(stepNotes).join('\n'),
        extras.history ? (0,_chart__WEBPACK_IMPORTED_MODULE_3__/* .chart */ .b)(extras.history, speech.language) : '',
        waits && hash ? `**${report.planHash}${common.colon}** \`${hash}\`` : '',
        `**${report.costLabel}${common.colon}** ${(0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .costLine */ .EK)(evidence)}`,
    ];
    return {
        head: head.filter(Boolean).join('\n\n'),
        folded: foldedParts(evidence, extras),
        foot: foot(evidence, artifact),
        whole,
        say: speech.texts.desk.comment,
    };
}
/** An open check is no success, but a plan has not promised anything yet. */
function sign(evidence) {
    if ((0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(evidence) !== 0)
        return _lines__WEBPACK_IMPORTED_MODULE_4__/* .RESULT_SIGNS */ .PJ.fail;
    if (evidence.mode === 'plan')
        return (0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .planHashOf */ .vy)(evidence) ? '📝' : _lines__WEBPACK_IMPORTED_MODULE_4__/* .RESULT_SIGNS */ .PJ.pass;
    if (evidence.scorecard?.success)
        return _lines__WEBPACK_IMPORTED_MODULE_4__/* .RESULT_SIGNS */ .PJ.pass;
    const results = evidence.steps.flatMap(({ checks }) => checks.filter(judges).map(({ result }) => result));
    return _lines__WEBPACK_IMPORTED_MODULE_4__/* .RESULT_SIGNS */ .PJ[results.includes('fail') ? 'fail' : results.includes('unknown') ? 'unknown' : 'pass'];
}
const machineOf = (steps) => steps[0]?.before?.machine;
/** Pre-flight informs, and what does not apply says nothing. */
const judges = ({ informational, result }) => !informational && result !== 'not-applicable';
function verdictOf(evidence) {
    const { steps, mode, host, scorecard } = evidence;
    const { texts, language } = (0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .speechOf */ .q9)(evidence);
    const { report, common } = texts;
    const name = (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(machineOf(steps)?.name || host, 60));
    const checks = steps.flatMap((step) => step.checks.filter(judges));
    const count = (result) => checks.filter((check) => check.result === result).length;
    const score = mode === 'plan' || checks.length === 0 ? [] : [report.checksPass(count('pass'), checks.length, count('unknown'))];
    if (scorecard && mode !== 'plan')
        return report.on(`${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__/* .scoreVerdict */ .mb)(scorecard, language))},`, name);
    const [only] = steps;
    if (steps.length !== 1 || !only)
        return [report.on(mode, name), ...score].join(`${common.colon} `);
    // That nothing was changed is no news where nothing was to be changed.
    const ended = only.outcome === 'verified' && score.length > 0 ? [] : [(0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .stepVerdict */ .sr)(only, language)];
    return `${report.on((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(only.step), name)}${common.colon} ${[...ended, ...score].join(', ')}`;
}
function stepWords({ texts, language }, record, all) {
    const { report, common } = texts;
    const { plan, refusal } = record;
    return [
        ...(all > 1 ? [`**${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(record.step)}${common.colon}** ${(0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .stepVerdict */ .sr)(record, language)}`] : []),
        ...(plan && !('refusal' in plan) ? [(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(plan.summary)] : []),
        ...(refusal
            ? [
                `> **${report.why}${common.colon}** ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(refusal.message)}`,
                `**${report.whatToDo}${common.colon}**\n\n${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .block */ .om)(refusal.wayOut)}`,
            ]
            : []),
    ];
}
const stepNotes = ({ plan, notes }) => [...(plan?.notes ?? []), ...notes].map((note) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(note)}`);
function checkTable({ texts }, checks) {
    const { report } = texts;
    if (checks.length === 0)
        return '';
    const rows = checks.map(({ result, title, measured, target }) => {
        const [what, was, wanted] = [title, measured, target].map((text) => (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(text, 120)));
        return `| ${_lines__WEBPACK_IMPORTED_MODULE_4__/* .RESULT_SIGNS */ .PJ[result]} ${what} | ${was} | ${wanted} |`;
    });
    return [`| ${report.check} | ${report.measured} | ${report.target} |`, '|---|---|---|', ...rows].join('\n');
}
function foldedParts(evidence, { tables = [], environment }) {
    const { steps, host } = evidence;
    const speech = (0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .speechOf */ .q9)(evidence);
    const names = speech.texts.report.environmentNames;
    const machine = machineOf(steps);
    const about = machine
        ? {
            ...{ [names.host]: host, [names.name]: machine.name, [names.system]: machine.os },
            ...{ [names.kernel]: machine.kernel, ...environment },
        }
        : environment;
    return [
        ...steps.flatMap(({ plan }) => (plan?.verdict === 'changes' ? [planPart(speech, plan.changes)] : [])),
        ...steps.flatMap((step) => step.tables ?? []).map(tablePart),
        ...tables.map(tablePart),
        ...(about ? [environmentPart(speech, about)] : []),
        ...steps.flatMap(({ checks }) => (checks.length > 0 ? [howPart(speech, checks)] : [])),
        ...steps.flatMap(({ applied }) => (applied ? [eventsPart(speech, applied.events)] : [])),
    ];
}
const markdown = (title, text) => ({ title, text, kind: 'markdown' });
const planPart = ({ texts: { report, common } }, changes) => markdown(report.planOf(changes.length), changes
    .map((change, i) => [
    `${i + 1}. **${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(change.title)}**`,
    `   - ${report.runs}${common.colon} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(change.command)}`,
    `   - ${report.checked}${common.colon} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(change.check)}`,
    `   - ${report.undo}${common.colon} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(change.undo)}`,
].join('\n'))
    .join('\n'));
function tablePart({ title, columns, rows, note }) {
    const line = (cells) => `| ${cells.map((text) => (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(text, 100))).join(' | ')} |`;
    const table = [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
    return markdown((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(title), [table, ...(note ? [`<sub>${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(note)}</sub>`] : [])].join('\n\n'));
}
const environmentPart = ({ texts }, about) => markdown(texts.report.environment, Object.entries(about)
    .map(([name, value]) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(name)}${texts.common.colon} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(value, 200))}`)
    .join('\n'));
const howPart = ({ texts }, checks) => markdown(texts.report.howMeasured, checks.map(({ title, how }) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(title)}${texts.common.colon} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(how, 300))}`).join('\n'));
const eventsPart = ({ texts }, events) => ({
    title: texts.report.hostDid,
    text: events.map(({ time, text }) => `${time.slice(11, 19)} ${text}`).join('\n'),
    kind: 'log',
});
function foot(evidence, artifact) {
    const { run, started, seconds, tool, trigger } = evidence;
    const { report } = (0,_lines__WEBPACK_IMPORTED_MODULE_4__/* .speechOf */ .q9)(evidence).texts;
    const words = [
        ...(artifact ? [(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)(report.evidence, artifact)] : []),
        ...(trigger ? [(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)(report.workflowRun, trigger.url)] : []),
        `${report.run} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(run)}`,
        (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(started.slice(0, 16).replace('T', ' ')),
        report.duration(seconds),
        `edge-phase1 ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(tool.version)}`,
    ];
    return `<sub>${words.join(' · ')}</sub>`;
}
const PROGRESS_LINES = 12;
/** What is going on, while it goes on. */
function progressText(title, lines, elapsedSeconds, { desk, report } = (0,_texts__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)({})) {
    const said = lines.flatMap((line) => line.trim().split('\n')).filter((line) => line.trim() !== '');
    const shown = said.slice(-PROGRESS_LINES).map((line) => (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(line, 300));
    return [
        desk.comment.goingOn((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(title), report.duration(elapsedSeconds)),
        (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .block */ .om)(shown.join('\n')),
        desk.comment.updated,
    ].join('\n\n');
}


/***/ }),

/***/ 6887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ scoreTable),
/* harmony export */   x: () => (/* binding */ forecastLines)
/* harmony export */ });
/* harmony import */ var _evidence_scorecard__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8025);
/* harmony import */ var _lines__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7601);


/** The scorecard as a table, where the run has one. */
function scoreTable(evidence) {
    const { scorecard } = evidence;
    if (!scorecard)
        return undefined;
    const { texts, language } = (0,_lines__WEBPACK_IMPORTED_MODULE_1__/* .speechOf */ .q9)(evidence);
    const { report, common } = texts;
    const earned = ({ result, weight }) => result === 'not-applicable' ? report.notApplicable : report.points(result === 'pass' ? weight : 0, weight);
    return {
        title: report.scoreTitle((0,_evidence_scorecard__WEBPACK_IMPORTED_MODULE_0__/* .scoreText */ .QO)(scorecard, language)),
        columns: report.scoreColumns,
        rows: scorecard.rows.map((row) => [
            language === 'en' ? row.title : (common.checks[row.id] ?? row.title),
            language === 'en' ? row.result : common.results[row.result],
            earned(row),
        ]),
        note: report.scoreNote,
    };
}
/** The forecast in sentences; none where no history was given. */
function forecastLines(evidence) {
    const { forecast } = evidence;
    if (!forecast)
        return [];
    const words = (0,_lines__WEBPACK_IMPORTED_MODULE_1__/* .speechOf */ .q9)(evidence).texts.report.forecast;
    const { growth, unknown, values, days, marks } = forecast;
    if (!growth)
        return [words.unknown(unknown)];
    const { low, estimate, high } = growth;
    return [
        words.growth(words.size(estimate), words.size(low), words.size(high), values, days),
        ...marks.map((mark) => markLine(words, mark)),
    ];
}
function markLine(words, { title, bytesLeft, unknown, at, earliest, latest }) {
    if (bytesLeft === undefined)
        return words.markUnknown(title, String(unknown));
    if (bytesLeft <= 0)
        return words.already(title, words.size(-bytesLeft));
    const left = words.left(title, words.size(bytesLeft));
    if (!earliest)
        return words.leftOnly(left);
    const reached = at ? words.about(date(at)) : words.notReached;
    return words.reached(left, reached, date(earliest), latest ? date(latest) : words.never);
}
const date = (time) => time.slice(0, 10);


/***/ }),

/***/ 2022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
// Text that comes from a host is not ours: no control character, direction override or markup of it may take effect.
const CONTROL = /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/** For a terminal: without escape sequences and direction characters. */
const plain = (text) => text.replace(CONTROL, '');
/** GitHub looks for mentions, references, addresses and emoji in the finished text, so that an entity does not hide them. */
const LINKED = /@|#(?=\d|$)|GH(?=-\d)|:(?=\/\/)|www(?=\.)|:(?=[a-z+-][\w+-]*(?::|$))/gi;
const INVISIBLE = '\u200b';
/** For Markdown, in running text or a table cell: shown letter for letter. */
const cell = (text) => plain(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LINKED, `$&${INVISIBLE}`)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=@:-]|(?<=^\d+)\.(?=\s|$)/g, (char) => `&#${char.codePointAt(0)};`);
/** At most so many characters. */
function short(text, most) {
    const characters = [...text];
    return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
/** For Markdown; without the link where the address is not one that we would make. */
const link = (text, url) => /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~/%#?=&-]*)?$/.test(url) ? `[${cell(text)}](${url})` : cell(text);
/** For Markdown, as a block that nothing inside can end; a comment of HTML in it would pass for a marker of a tool. */
function block(text, language = 'text') {
    const shown = plain(text).replace(/<(?=!--)/g, `$&${INVISIBLE}`);
    const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${shown}\n${fence}`;
}


/***/ }),

/***/ 773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ fitted)
/* harmony export */ });
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);
/* harmony import */ var _defuse__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2022);


const bytesOf = (text) => Buffer.byteLength(text);
const join = (parts) => parts.filter(Boolean).join('\n\n');
/** Shorter remains of a log tell nothing. */
const LEAST = 400;
/** The text in at most so many UTF-8 bytes. */
function fitted({ head, folded, foot, whole, say = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)({}).desk.comment }, bytes) {
    const complete = join([head, ...folded.map((part) => details(part.title, bodyOf(part))), foot]);
    if (bytesOf(complete) <= bytes)
        return complete;
    const cut = say.cut(whole);
    let room = bytes - bytesOf(join([head, cut, foot])) - 2;
    if (room < 0)
        return join([firstLines(head, bytes - bytesOf(join([cut, foot])) - 2), cut, foot]);
    const parts = [];
    for (const part of folded) {
        const text = inRoom(part, room, say);
        if (text === undefined)
            continue;
        parts.push(text);
        room -= bytesOf(text) + 2;
    }
    return join([head, ...parts, cut, foot]);
}
function inRoom(part, room, { itsEnd }) {
    const text = details(part.title, bodyOf(part));
    if (bytesOf(text) <= room)
        return text;
    if (part.kind !== 'log')
        return undefined;
    const title = itsEnd(part.title);
    const left = room - bytesOf(details(title, (0,_defuse__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)('')));
    // Escapes make it longer than its text, so that less is tried until it fits.
    for (let most = left; most >= LEAST; most = Math.floor(most * 0.8)) {
        const shown = details(title, (0,_defuse__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)(lastBytes(part.text, most)));
        if (bytesOf(shown) <= room)
            return shown;
    }
    return undefined;
}
const bodyOf = ({ kind, text }) => (kind === 'log' ? (0,_defuse__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)(text) : text);
const details = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
/** The end of a text, from the start of a line where there is one. */
function lastBytes(text, most) {
    const bytes = Buffer.from(text);
    if (bytes.length <= most)
        return text;
    // A character that the cut splits becomes one sign of replacement, which goes too.
    const end = bytes
        .subarray(bytes.length - most)
        .toString('utf8')
        .replace(/^\ufffd+/, '');
    const line = end.indexOf('\n');
    return `…\n${line >= 0 && line < end.length - 1 ? end.slice(line + 1) : end}`;
}
/** Whole lines from the start; a block of code that they open is closed. */
function firstLines(text, most) {
    const kept = [];
    let fence;
    let room = most;
    for (const line of text.split('\n')) {
        const [run] = /^`{3,}/.exec(line) ?? [];
        const next = fence === undefined ? run : run === line && run === fence ? undefined : fence;
        room -= bytesOf(line) + 1;
        if (room < bytesOf(next ?? '') + 1)
            break;
        kept.push(line);
        fence = next;
    }
    return [...kept, ...(fence === undefined ? [] : [fence])].join('\n');
}


/***/ }),

/***/ 7601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ costLine),
/* harmony export */   PJ: () => (/* binding */ RESULT_SIGNS),
/* harmony export */   QM: () => (/* binding */ didChange),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   q9: () => (/* binding */ speechOf),
/* harmony export */   sr: () => (/* binding */ stepVerdict),
/* harmony export */   vy: () => (/* binding */ planHashOf)
/* harmony export */ });
/* harmony import */ var _evidence_cost__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8384);
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8025);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8774);




const RESULT_SIGNS = {
    pass: '✅',
    fail: '❌',
    unknown: '❔',
    'not-applicable': '➖',
};
/** The language that a run was configured to report in. */
const speechOf = ({ config }) => (0,_texts__WEBPACK_IMPORTED_MODULE_2__/* .speechIn */ .uy)(config.language);
/** One line for a step: what became of it. */
function stepVerdict({ outcome, plan, kind }, language) {
    const { common, report } = (0,_texts__WEBPACK_IMPORTED_MODULE_2__/* .speechIn */ .uy)(language).texts;
    const { outcomes } = common;
    if (kind === 'measurement' && outcome === 'done')
        return outcomes.measured;
    if (outcome === 'refused' && plan?.verdict === 'unknown')
        return report.cannotPlan;
    if (outcome !== 'planned')
        return outcomes[outcome];
    if (plan?.verdict !== 'changes')
        return outcomes['nothing-to-do'];
    return (kind === 'measurement' ? report.actionsPlanned : report.changesPlanned)(plan.changes.length);
}
/** The first line of every report. */
function verdict(evidence) {
    const { mode, steps, scorecard } = evidence;
    const { texts, language } = speechOf(evidence);
    const score = scorecard && (0,_evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__/* .scoreVerdict */ .mb)(scorecard, language);
    const [only] = steps;
    if (steps.length === 1 && only)
        return score ?? `${only.step}${texts.common.colon} ${stepVerdict(only, language)}`;
    const all = `${mode}${texts.common.colon} ${(0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(evidence) === 0 ? texts.report.stepsWell : texts.report.stepsNotWell}`;
    return score ? `${score}; ${all}` : all;
}
/**
 * Hash of the plan that waits for approval; undefined where there is nothing to change, or more than one plan. A
 * measurement needs no approval: beside a change its plan does not count.
 */
const planHashOf = ({ steps }) => {
    const planned = steps.flatMap(({ plan, kind }) => (plan?.verdict === 'changes' ? [{ hash: plan.hash, kind }] : []));
    const changes = planned.filter(({ kind }) => kind !== 'measurement');
    const [plan, ...others] = changes.length > 0 ? changes : planned;
    return others.length === 0 ? plan?.hash : undefined;
};
const didChange = ({ steps }) => steps.some(({ kind, applied }) => kind !== 'measurement' && (applied?.events.some((e) => e.event === 'done') ?? false));
/** What was spent: nothing is ever bought, and minutes of hosted runners cost what the configuration says. */
function costLine(evidence) {
    const { minutes, usd } = (0,_evidence_cost__WEBPACK_IMPORTED_MODULE_3__/* .costOf */ .h)(evidence);
    const { texts, format } = speechOf(evidence);
    const price = evidence.config.cost.runner_minute_usd;
    return texts.report.cost(format.dollars(usd), minutes, format.price(price));
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ markdownReport)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _conclusion__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6887);
/* harmony import */ var _defuse__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2022);
/* harmony import */ var _lines__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7601);




/** A report for GitHub: verdict first, one table, details folded. */
function markdownReport(evidence) {
    const { steps, mode, host, tool, run, started, seconds, trigger } = evidence;
    const hash = (0,_lines__WEBPACK_IMPORTED_MODULE_2__/* .planHashOf */ .vy)(evidence);
    const speech = (0,_lines__WEBPACK_IMPORTED_MODULE_2__/* .speechOf */ .q9)(evidence);
    const { report, common } = speech.texts;
    const score = (0,_conclusion__WEBPACK_IMPORTED_MODULE_1__/* .scoreTable */ .L)(evidence);
    const footer = [
        report.on(`\`${mode}\``, (0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(host)),
        `${report.run} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(run)}`,
        (0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(started),
        report.duration(seconds),
        `edge-phase1 ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(tool.version)}`,
        ...(trigger ? [`[${report.workflowRun}](${trigger.url})`] : []),
    ];
    return [
        `### ${isWell(evidence) ? '✅' : '❌'} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)((0,_lines__WEBPACK_IMPORTED_MODULE_2__/* .verdict */ .WJ)(evidence))}`,
        ...(score ? [tableSection(score)] : []),
        ...steps.map((record) => stepSection(speech, record)),
        ...(0,_conclusion__WEBPACK_IMPORTED_MODULE_1__/* .forecastLines */ .x)(evidence).map((line) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(line)}`),
        `**${report.costLabel}${common.colon}** ${(0,_lines__WEBPACK_IMPORTED_MODULE_2__/* .costLine */ .EK)(evidence)}`,
        ...(hash ? [`**${report.planHash}${common.colon}** \`${hash}\``] : []),
        `<sub>${footer.join(' · ')}</sub>`,
        '',
    ].join('\n\n');
}
const isWell = (evidence) => (0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(evidence) === 0 && (evidence.scorecard?.success ?? true);
function stepSection(speech, record) {
    const { report, common } = speech.texts;
    const { step, plan, refusal, checks, notes } = record;
    const parts = [
        `**${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(step)}** — ${(0,_lines__WEBPACK_IMPORTED_MODULE_2__/* .stepVerdict */ .sr)(record, speech.language)}`,
        ...(plan && !('refusal' in plan) ? [(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(plan.summary)] : []),
        ...(refusal
            ? [
                `> **${report.why}${common.colon}** ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(refusal.message)}`,
                `**${report.whatToDo}${common.colon}**\n\n${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .block */ .om)(refusal.wayOut)}`,
            ]
            : []),
        ...[...(plan?.notes ?? []), ...notes].map((note) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(note)}`),
        ...(checks.length > 0 ? [checkTable(speech, record)] : []),
        ...(record.tables ?? []).map(tableSection),
        ...(plan?.verdict === 'changes' ? [planDetails(speech, plan)] : []),
        ...(record.applied ? [eventDetails(speech, record.applied.events)] : []),
    ];
    return parts.join('\n\n');
}
function checkTable({ texts }, { checks, before, after }) {
    const { report } = texts;
    const rows = checks.map((c) => `| ${_lines__WEBPACK_IMPORTED_MODULE_2__/* .RESULT_SIGNS */ .PJ[c.result]} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(c.title)} | ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(c.measured)} | ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(c.target)} |`);
    const when = after ? report.after : before ? report.now : '';
    return [
        `| ${report.check} | ${report.measured}${when && ` (${when})`} | ${report.target} |`,
        '|---|---|---|',
        ...rows,
    ].join('\n');
}
function tableSection({ title, columns, rows, note }) {
    const line = (cells) => `| ${cells.map(_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn).join(' | ')} |`;
    const table = [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
    return [`**${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(title)}**`, table, ...(note ? [`<sub>${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(note)}</sub>`] : [])].join('\n\n');
}
function planDetails({ texts }, plan) {
    const { report, common } = texts;
    const said = (label, text) => `   - ${label}${common.colon} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(text)}`;
    const steps = plan.changes.map((c, i) => [
        `${i + 1}. **${(0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(c.title)}**`,
        said(report.runs, c.command),
        said(report.whyChange, c.why),
        said(report.checked, c.check),
        said(report.undo, c.undo),
    ].join('\n'));
    return folded(report.planOf(plan.changes.length), steps.join('\n'));
}
const eventDetails = ({ texts }, events) => folded(texts.report.hostDid, (0,_defuse__WEBPACK_IMPORTED_MODULE_3__/* .block */ .om)(events.map((e) => `${e.time.slice(11, 19)} ${e.text}`).join('\n')));
const folded = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;


/***/ }),

/***/ 4445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ compare)
});

// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
;// CONCATENATED MODULE: ./build/stats/random.js
/** The same seed gives the same numbers on every machine (mulberry32). */
function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
/** Standard normal (Box and Muller). */
const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const pick = (values, random) => values[Math.floor(random() * values.length)];

// EXTERNAL MODULE: ./build/stats/summary.js
var summary = __webpack_require__(7127);
;// CONCATENATED MODULE: ./build/stats/bootstrap.js


/**
 * 95 % percentile interval of median(b) / median(a): both samples are drawn again, with replacement, `rounds` times. Pairs
 * (`paired`: equally many, run in turn) are drawn together, so that what disturbed both does not widen it.
 */
function ratioInterval(a, b, { paired, rounds, random }) {
    const places = a.map((_, place) => place);
    const ratios = [];
    for (let round = 0; round < rounds; round++) {
        if (paired) {
            const drawn = places.map(() => pick(places, random));
            ratios.push((0,summary/* median */.JZ)(drawn.map((place) => b[place])) / (0,summary/* median */.JZ)(drawn.map((place) => a[place])));
        }
        else {
            ratios.push((0,summary/* median */.JZ)(b.map(() => pick(b, random))) / (0,summary/* median */.JZ)(a.map(() => pick(a, random))));
        }
    }
    ratios.sort((x, y) => x - y);
    return { low: (0,summary/* quantileOfSorted */.mY)(ratios, 0.025), high: (0,summary/* quantileOfSorted */.mY)(ratios, 0.975) };
}

// EXTERNAL MODULE: ./build/stats/normal.js
var stats_normal = __webpack_require__(1112);
// EXTERNAL MODULE: ./build/stats/rank-sum.js
var rank_sum = __webpack_require__(3179);
// EXTERNAL MODULE: ./build/stats/ranks.js
var stats_ranks = __webpack_require__(7556);
;// CONCATENATED MODULE: ./build/stats/signed-rank.js



/**
 * Two-sided signed-rank test of paired differences (Wilcoxon). Exact also with ties: it counts, over all ways to give the
 * ranks a sign, those whose positive sum lies at least as far from its mean as the one observed. Differences of zero are
 * left out, as Wilcoxon did; with none left, p is 1.
 */
function signedRankTest(differences) {
    const moved = differences.filter((difference) => difference !== 0);
    if (moved.length === 0)
        return { p: 1, exact: true };
    const ranks = (0,stats_ranks/* doubledRanks */.v)(moved.map(Math.abs));
    const all = ranks.reduce((sum, rank) => sum + rank, 0);
    const positive = ranks.reduce((sum, rank, i) => sum + (moved[i] > 0 ? rank : 0), 0);
    const distance = Math.abs(positive - all / 2);
    if (ranks.length > rank_sum/* EXACT_UP_TO */.YD)
        return { p: approximate(ranks, distance), exact: false };
    const chance = new Float64Array(all + 1);
    chance[0] = 1;
    for (const rank of ranks) {
        for (let s = all; s >= 0; s--)
            chance[s] = chance[s] / 2 + (s >= rank ? chance[s - rank] / 2 : 0);
    }
    let p = 0;
    chance.forEach((value, s) => {
        if (Math.abs(s - all / 2) >= distance)
            p += value;
    });
    return { p: Math.min(1, p), exact: true };
}
/** The least p that this many pairs can reach: 0.0625 for 5. */
const leastPairedP = (pairs) => Math.min(1, 2 / 2 ** pairs);
function approximate(ranks, distance) {
    // The variance of a sum of independent halves: with ranks as they are, ties need no correction of their own.
    const variance = ranks.reduce((sum, rank) => sum + (rank / 2) ** 2, 0) / 4;
    return Math.min(1, 2 * (0,stats_normal/* upperTail */.fl)(Math.max(0, distance / 2 - 0.5) / Math.sqrt(variance)));
}
/** How often the mean of two differences is above zero (over all pairs, ties half): 0.5 is no difference. */
function walshShare(differences) {
    let [above, count] = [0, 0];
    differences.forEach((x, i) => {
        for (const y of differences.slice(i + 1)) {
            count++;
            above += x + y > 0 ? 1 : x + y === 0 ? 0.5 : 0;
        }
    });
    return count === 0 ? Number.NaN : above / count;
}

;// CONCATENATED MODULE: ./build/stats/further.js




/** More than this, and the answer is that the difference is too small for this noise. */
const MOST = 200;
/**
 * Noether's sample sizes (1987) for 80 % power at the two-sided level, at the effect that was observed:
 * rank-sum N = (z + z')² / (12 c (1 - c) (P - ½)²) in all, here with c = ½; signed-rank n = (z + z')² / (3 (P' - ½)²).
 * Never below the size from which the exact test can reach the level at all.
 */
function furtherRuns(a, b, paired, alpha, say = (0,texts/* textsOf */.CB)({}).comparison.further) {
    const have = Math.min(a.length, b.length);
    const floor = smallestSize(paired, alpha);
    if (have < 3) {
        return {
            runs: Math.max(0, floor - have),
            method: say.fewest(floor),
        };
    }
    const share = paired ? walshShare(b.map((y, i) => Math.log(y / a[i]))) : (0,rank_sum/* superiority */.g2)(a, b);
    const power = (stats_normal/* Z_975 */.Jy + stats_normal/* Z_80 */.ME) ** 2;
    const needed = Math.ceil(power / ((paired ? 3 : 6) * (share - 0.5) ** 2));
    const size = Math.max(floor, needed, have + 1);
    if (!Number.isFinite(needed) || size > MOST) {
        return {
            runs: null,
            method: say.tooSmall(MOST),
        };
    }
    return {
        runs: size - have,
        method: say.noether(size),
    };
}
function smallestSize(paired, alpha) {
    let size = 1;
    while ((paired ? leastPairedP(size) : (0,rank_sum/* leastP */.WX)(size, size)) > alpha)
        size++;
    return size;
}

;// CONCATENATED MODULE: ./build/stats/warnings.js


/** The load of other work, per processor, and the share of time waiting for disks, from which a machine counts as busy. */
const BUSY = { loadPerCpu: 0.5, ioWait: 0.1 };
const NOISY = 0.1;
/** What makes a comparison doubtful; it changes no verdict. */
function warningsOf(a, b, paired, say = (0,texts/* textsOf */.CB)({}).comparison.warnings) {
    const measured = [a, b].filter((sample) => sample.how === 'measured');
    return [
        ...measured.flatMap((sample) => odd(sample, say)),
        ...measured.flatMap((sample) => busy(sample, say)),
        ...measured.flatMap((sample) => noisy(sample, say)),
        ...(paired || measured.length < 2 ? [] : [{ kind: 'not-interleaved', message: say.notInTurn }]),
    ];
}
function odd({ name, runs }, say) {
    const times = runs.map((run) => run.seconds);
    const far = (0,summary/* outliers */.W2)(times);
    if (far.length === 0)
        return [];
    const middle = (0,summary/* median */.JZ)(times);
    if (far.length === 1 && far[0] === 0 && times[0] > middle) {
        return [{ kind: 'slow-first-run', message: say.slowFirst(name, times[0], middle) }];
    }
    const list = far.map((place) => ({ run: place + 1, took: times[place] }));
    return [{ kind: 'outlier', message: say.outliers(name, middle, list) }];
}
function busy({ name, runs }, say) {
    const places = runs.flatMap(({ before }, place) => before && ((before.loadPerCpu ?? 0) > BUSY.loadPerCpu || (before.ioWait ?? 0) > BUSY.ioWait) ? [place + 1] : []);
    if (places.length === 0)
        return [];
    return [{ kind: 'busy-machine', message: say.busy(name, places, runs.length, BUSY.loadPerCpu, BUSY.ioWait) }];
}
function noisy({ name, runs }, say) {
    const size = (0,summary/* noise */.f1)(runs.map((run) => run.seconds));
    return size === undefined || size <= NOISY ? [] : [{ kind: 'noisy', message: say.noisy(name, size) }];
}

;// CONCATENATED MODULE: ./build/stats/compare.js








/**
 * Compares b with a. A verdict of faster or slower needs both: the exact rank test at or below alpha, and an interval of the
 * ratio that leaves out 1.
 *
 * @throws RangeError for an empty sample, a time that is not above 0, or pairs that are not equally many
 */
function compare(a, b, options) {
    for (const sample of [a, b])
        check(sample);
    const { paired, alpha = 0.05, rounds = 10_000, seed = 1 } = options;
    const say = (0,texts/* textsOf */.CB)(options).comparison;
    const [timesA, timesB] = [secondsOf(a), secondsOf(b)];
    if (paired && timesA.length !== timesB.length) {
        throw new RangeError(`Pairs need equally many runs: ${a.name} has ${timesA.length}, ${b.name} ${timesB.length}.`);
    }
    const sides = {
        a: side(a),
        b: side(b),
        paired,
        ratio: (0,summary/* median */.JZ)(timesB) / (0,summary/* median */.JZ)(timesA),
        warnings: warningsOf(a, b, paired, say.warnings),
    };
    const declared = [a, b].filter((sample) => sample.how === 'declared');
    if (declared.length > 0) {
        const reason = say.declared(declared.map((s) => s.name));
        const further = { runs: null, method: say.noRunsSettle };
        return { ...sides, interval: null, test: null, verdict: 'observed, not established', reason, further };
    }
    const test = paired
        ? { name: 'signed-rank', ...signedRankTest(timesA.map((x, i) => Math.log(timesB[i] / x))) }
        : { name: 'rank-sum', ...(0,rank_sum/* rankSumTest */.gW)(timesA, timesB) };
    const lone = timesA.length < 2 || timesB.length < 2;
    const interval = lone ? null : ratioInterval(timesA, timesB, { paired, rounds, random: seeded(seed) });
    const verdict = verdictOf(sides.ratio, interval, test, least(timesA, timesB, paired) <= alpha, alpha, say);
    const settled = verdict.verdict === 'faster' || verdict.verdict === 'slower';
    const further = settled ? null : furtherRuns(timesA, timesB, paired, alpha, say.further);
    return { ...sides, interval, test, ...verdict, further };
}
function verdictOf(ratio, interval, { p }, reachable, alpha, say) {
    if (!reachable || interval === null) {
        return { verdict: 'observed, not established', reason: say.tooFew(p, alpha) };
    }
    const apart = interval.low > 1 || interval.high < 1;
    if (p <= alpha && apart) {
        return { verdict: ratio < 1 ? 'faster' : 'slower', reason: say.apart(p) };
    }
    const reason = p > alpha ? say.unlikely(p, alpha) : say.reachesOne(p);
    return { verdict: 'no difference shown', reason };
}
const least = (a, b, paired) => paired ? leastPairedP(a.length) : (0,rank_sum/* leastP */.WX)(a.length, b.length);
const secondsOf = (sample) => sample.runs.map((run) => run.seconds);
function check({ name, runs }) {
    if (runs.length === 0)
        throw new RangeError(`${name} has no runs.`);
    const wrong = runs.find(({ seconds }) => !(seconds > 0 && Number.isFinite(seconds)));
    if (wrong)
        throw new RangeError(`${name}: ${wrong.seconds} is no duration; allowed are seconds above 0.`);
}
function side(sample) {
    const times = secondsOf(sample);
    return {
        name: sample.name,
        how: sample.how,
        runs: times.length,
        median: (0,summary/* median */.JZ)(times),
        low: Math.min(...times),
        high: Math.max(...times),
        noise: (0,summary/* noise */.f1)(times) ?? null,
    };
}


/***/ }),

/***/ 2025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ DAY),
  g: () => (/* binding */ forecast)
});

// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
// EXTERNAL MODULE: ./build/stats/summary.js
var summary = __webpack_require__(7127);
;// CONCATENATED MODULE: ./build/stats/theil-sen.js

const Z95 = 1.96;
/**
 * The median of the slopes between all pairs of points, which single jumps (a big build, a clean-up) move little, with
 * Sen's interval from the variance of Kendall's S without ties: n (n − 1) (2 n + 5) / 18.
 *
 * Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
 *
 * @param points each with its own x, at least two
 */
function theilSen(points) {
    const slopes = points
        .flatMap(([x1, y1], i) => points.slice(i + 1).map(([x2, y2]) => (y2 - y1) / (x2 - x1)))
        .sort((a, b) => a - b);
    const n = points.length;
    const spread = Z95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
    const at = (rank) => slopes[Math.min(Math.max(rank, 1), slopes.length) - 1];
    return {
        estimate: (0,summary/* quantileOfSorted */.mY)(slopes, 0.5),
        low: at(Math.floor((slopes.length - spread) / 2)),
        high: at(Math.ceil((slopes.length + spread) / 2) + 1),
    };
}

;// CONCATENATED MODULE: ./build/stats/forecast.js
/** When `/` will be full enough for trouble, at the growth seen so far. Pure. */



const DAY = 86_400_000;
/** With less, a single large build would be taken for the growth of every day. */
const LEAST_DAYS = 3;
const LEAST_VALUES = 4;
/** Growth of long ago says little about that of now. */
const WINDOW_DAYS = 90;
/**
 * One value a day (the median of its points) of the last 90 days goes in: points close together are not independent.
 *
 * It needs at least 3 days between the first and the last value, and values of at least 4 days; otherwise it is unknown.
 *
 * @param points in any order; what lies after `now` is left out
 * @param tooLittle what is said where there is too little history
 */
function forecast(points, marks, now, tooLittle = (0,texts/* textsOf */.CB)({}).checks.forecast.tooLittle) {
    const values = daily(points, now);
    const days = values.length > 1 ? values.at(-1)[0] - values[0][0] : 0;
    const known = { days: Math.floor(days * 10) / 10, values: values.length };
    if (days < LEAST_DAYS || values.length < LEAST_VALUES) {
        const unknown = tooLittle(known.values, known.days, LEAST_VALUES, LEAST_DAYS);
        return { ...known, marks: marks.map(({ title, bytesLeft }) => ({ title, bytesLeft })), unknown };
    }
    const growth = theilSen(values);
    return { ...known, growth, marks: marks.map((mark) => reached(mark, growth, now)), unknown: '' };
}
/** `[day, bytes]`, the day as a number with its fraction, by day in UTC. */
function daily(points, now) {
    const byDay = new Map();
    for (const { at, usedBytes } of points) {
        const time = Date.parse(at) / DAY;
        const age = now.getTime() / DAY - time;
        if (!(age >= 0 && age <= WINDOW_DAYS))
            continue;
        const day = Math.floor(time);
        byDay.set(day, [...(byDay.get(day) ?? []), { time, bytes: usedBytes }]);
    }
    return [...byDay]
        .sort(([a], [b]) => a - b)
        .map(([, day]) => [(0,summary/* median */.JZ)(day.map(({ time }) => time)), (0,summary/* median */.JZ)(day.map(({ bytes }) => bytes))]);
}
function reached({ title, bytesLeft }, { estimate, low, high }, now) {
    const when = (slope) => {
        if (bytesLeft <= 0)
            return now.toISOString();
        const time = now.getTime() + (bytesLeft / slope) * DAY;
        return slope > 0 && time < 8.64e15 ? new Date(time).toISOString() : undefined;
    };
    const [at, earliest, latest] = [when(estimate), when(high), when(low)];
    return { title, bytesLeft, ...(at && { at }), ...(earliest && { earliest }), ...(latest && { latest }) };
}


/***/ }),

/***/ 1112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jy: () => (/* binding */ Z_975),
/* harmony export */   ME: () => (/* binding */ Z_80),
/* harmony export */   fl: () => (/* binding */ upperTail)
/* harmony export */ });
/**
 * Upper tail of the standard normal, P(Z > z), for z >= 0. From the continued fraction for z above 2.5 and the power
 * series below it (Abramowitz and Stegun 26.2.14 and 26.2.11), good to about 1e-12.
 */
function upperTail(z) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    if (z > 2.5) {
        let fraction = z;
        for (let depth = 200; depth >= 1; depth--)
            fraction = z + depth / fraction;
        return density / fraction;
    }
    let [term, sum] = [z, z];
    for (let odd = 3; term > 1e-17; odd += 2) {
        term *= (z * z) / odd;
        sum += term;
    }
    return 0.5 - density * sum;
}
const Z_975 = 1.959963984540054;
const Z_80 = 0.8416212335729143;


/***/ }),

/***/ 3179:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ leastP),
/* harmony export */   YD: () => (/* binding */ EXACT_UP_TO),
/* harmony export */   g2: () => (/* binding */ superiority),
/* harmony export */   gW: () => (/* binding */ rankSumTest)
/* harmony export */ });
/* harmony import */ var _normal__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1112);
/* harmony import */ var _ranks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7556);


/** Up to this many values in all the test is exact; beyond, a normal approximation (with tie and continuity correction). */
const EXACT_UP_TO = 60;
/**
 * Two-sided rank-sum test of two independent samples (Wilcoxon; Mann and Whitney). Exact also with ties: it counts, over all
 * ways to divide the pooled middle ranks into two groups of these sizes, those whose rank sum lies at least as far from its
 * mean as the one observed.
 */
function rankSumTest(a, b) {
    const ranks = (0,_ranks__WEBPACK_IMPORTED_MODULE_0__/* .doubledRanks */ .v)([...a, ...b]);
    const sum = total(ranks.slice(0, a.length));
    const mean = a.length * (ranks.length + 1);
    const distance = Math.abs(sum - mean);
    if (ranks.length > EXACT_UP_TO)
        return { p: approximate(ranks, a.length, distance), exact: false };
    return { p: exactly(ranks, a.length, mean, distance), exact: true };
}
/** The least p that samples of these sizes can reach: 0.1 for 3 against 3. */
function leastP(sizeA, sizeB) {
    let ways = 1;
    for (let i = 1; i <= sizeA; i++)
        ways = (ways * (sizeB + i)) / i;
    return Math.min(1, 2 / ways);
}
function exactly(ranks, size, mean, distance) {
    const highest = total(ranks);
    // ways[k][s]: in how many ways k of the ranks so far add up to s. Counts above 2^53 are rounded, each by 1e-16 of itself.
    const ways = Array.from({ length: size + 1 }, () => new Float64Array(highest + 1));
    ways[0][0] = 1;
    ranks.forEach((rank, seen) => {
        for (let k = Math.min(size, seen + 1); k >= 1; k--) {
            const [from, to] = [ways[k - 1], ways[k]];
            for (let s = highest; s >= rank; s--)
                to[s] += from[s - rank];
        }
    });
    let [extreme, all] = [0, 0];
    ways[size].forEach((count, s) => {
        all += count;
        if (Math.abs(s - mean) >= distance)
            extreme += count;
    });
    return extreme / all;
}
function approximate(ranks, size, distance) {
    const n = ranks.length;
    const variance = (size * (n - size) * (n ** 3 - n - tieTerm(ranks))) / (12 * n * (n - 1));
    if (variance === 0)
        return 1;
    const z = Math.max(0, distance / 2 - 0.5) / Math.sqrt(variance);
    return Math.min(1, 2 * (0,_normal__WEBPACK_IMPORTED_MODULE_1__/* .upperTail */ .fl)(z));
}
function tieTerm(ranks) {
    const groups = new Map();
    for (const rank of ranks)
        groups.set(rank, (groups.get(rank) ?? 0) + 1);
    return total([...groups.values()].map((t) => t ** 3 - t));
}
const total = (values) => values.reduce((sum, value) => sum + value, 0);
/** How often a value of b is above one of a, ties counted half: 0.5 is no difference. */
function superiority(a, b) {
    const wins = a.map((x) => total(b.map((y) => (y > x ? 1 : y === x ? 0.5 : 0))));
    return total(wins) / (a.length * b.length);
}


/***/ }),

/***/ 7556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ doubledRanks)
/* harmony export */ });
/**
 * Twice the rank of each value, so that the middle rank of ties is whole: [3, 1, 3] is [5, 2, 5].
 */
function doubledRanks(values) {
    const order = values.map((_, place) => place).sort((a, b) => values[a] - values[b]);
    const ranks = new Array(values.length);
    for (let first = 0; first < order.length;) {
        let last = first;
        while (last + 1 < order.length && values[order[last + 1]] === values[order[first]])
            last++;
        for (let i = first; i <= last; i++)
            ranks[order[i]] = first + last + 2;
        first = last + 1;
    }
    return ranks;
}


/***/ }),

/***/ 7127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   W2: () => (/* binding */ outliers),
/* harmony export */   f1: () => (/* binding */ noise),
/* harmony export */   mY: () => (/* binding */ quantileOfSorted)
/* harmony export */ });
/* unused harmony exports quantile, mad */
const ascending = (values) => [...values].sort((a, b) => a - b);
/** @throws RangeError for no values: a median of nothing is not zero. */
function median(values) {
    return quantileOfSorted(ascending(values), 0.5);
}
/** Between two values it is interpolated linearly (type 7 of Hyndman and Fan). */
const quantile = (values, share) => quantileOfSorted(ascending(values), share);
function quantileOfSorted(sorted, share) {
    if (sorted.length === 0)
        throw new RangeError('There is no median of no values.');
    const place = (sorted.length - 1) * share;
    const below = Math.floor(place);
    const low = sorted[below];
    const high = sorted[Math.min(below + 1, sorted.length - 1)];
    return low + (high - low) * (place - below);
}
/** Median absolute deviation, as it is: times 1.4826 it estimates the standard deviation of normal values. */
function mad(values) {
    const middle = median(values);
    return median(values.map((value) => Math.abs(value - middle)));
}
/** The usual size of the run-to-run noise as a share of the median (1.4826 MAD / median); undefined below 3 values. */
function noise(values) {
    return values.length < 3 ? undefined : (1.4826 * mad(values)) / median(values);
}
const FAR = 3.5;
const FEWEST = 5;
/**
 * Places of values that lie far off: |0.6745 (x - median) / MAD| > 3.5, the modified z-score of Iglewicz and Hoaglin
 * (1993). Fewer than 5 values, or more than half of them equal, say nothing about what is usual: then none is named.
 */
function outliers(values) {
    if (values.length < FEWEST)
        return [];
    const [middle, spread] = [median(values), mad(values)];
    if (spread === 0)
        return [];
    return values.flatMap((value, place) => (Math.abs((0.6745 * (value - middle)) / spread) > FAR ? [place] : []));
}


/***/ }),

/***/ 6858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ buildTest)
});

;// CONCATENATED MODULE: ./build/steps/build-test/about.js
const STEP = 'build-test';
const SCRIPT = 'build-test-phase1.sh';

;// CONCATENATED MODULE: ./build/build/legacy.js

/**
 * Reads the output of the builder from before BuildKit. What is lost: the time of each instruction, what was transferred,
 * which stages ran side by side (none do), and cache mounts, which it refuses.
 */
function parseLegacy(text) {
    const words = /^The command '[\s\S]*' returned a non-zero code: \d+$/m.exec(text)?.[0] ?? '';
    const steps = text.split(/^(?=Step \d+\/\d+ : )/m).flatMap((part) => stepIn(part));
    const last = steps.at(-1);
    if (last && !/^Successfully built /m.test(text)) {
        steps[steps.length - 1] = { ...last, vertex: { ...last.vertex, error: words || 'It did not end.' } };
    }
    return progressOf('legacy', steps, words);
}
function stepIn(part) {
    const [, place, name, output = ''] = /^Step (\d+\/\d+) : ([^\n]*)\n?([\s\S]*)$/.exec(part) ?? [];
    if (place === undefined || name === undefined)
        return [];
    const cached = /^ ---> Using cache$/m.test(output);
    const untold = { digest: '', inputs: [], startedAt: null, seconds: null, bytes: null, error: null };
    const log = output.split('\n').filter((line) => !OF_DOCKER.test(line));
    return [{ vertex: { ...untold, name: `[${place}] ${name}`, cached }, log }];
}
const OF_DOCKER = /^ ---> |^$|^Successfully |^The command '|^Removing intermediate/;

;// CONCATENATED MODULE: ./build/build/plain.js

/**
 * Reads `--progress=plain`, for a buildx older than 0.13. Vertices have numbers there instead of digests, times are
 * rounded to tenths of a second, and sizes to three digits.
 */
function parsePlain(text) {
    const vertices = new Map();
    const words = [];
    for (const line of text.split('\n')) {
        const [, number, rest] = /^#(\d+) (.*)$/.exec(line) ?? [];
        if (number === undefined || rest === undefined) {
            words.push(line);
            continue;
        }
        // #0 is buildx itself, saying which builder it uses.
        if (number === '0')
            continue;
        const vertex = vertices.get(number) ?? new VertexSoFar(rest);
        if (vertices.has(number))
            vertex.line(rest);
        else
            vertices.set(number, vertex);
    }
    return progressOf('plain', [...vertices.values()].map((v) => v.finished()), words.some((w) => w.startsWith('ERROR: ')) ? words.join('\n').trim() : '');
}
const UNITS = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
class VertexSoFar {
    name;
    seconds = null;
    cached = false;
    error = null;
    transfers = new Map();
    log = [];
    constructor(name) {
        this.name = name;
    }
    line(text) {
        const done = /^DONE ([\d.]+)s$/.exec(text);
        const failed = /^ERROR: (.*)$/.exec(text);
        const transfer = /^(transferring [^:]+|sha256:\w+):? ([\d.]+) ?([kMGT]?B)\b/.exec(text);
        const said = /^[\d.]+ (.*)$/.exec(text);
        if (done)
            this.seconds = Number(done[1]);
        else if (text === 'CACHED')
            this.cached = true;
        else if (failed)
            this.error = failed[1];
        else if (transfer)
            this.transfers.set(transfer[1], Number(transfer[2]) * UNITS[transfer[3]]);
        else if (said)
            this.log.push(said[1]);
    }
    finished() {
        const { name, seconds, cached, error, log } = this;
        const bytes = this.transfers.size === 0 ? null : [...this.transfers.values()].reduce((a, b) => a + b, 0);
        return { vertex: { name, digest: '', inputs: [], startedAt: null, seconds, cached, bytes, error }, log };
    }
}

;// CONCATENATED MODULE: ./build/build/intervals.js
/** Adds up the time that a vertex ran. BuildKit may stop and start one several times, and repeats what it has told. */
class IntervalSum {
    /** End by start: an interval is first told without its end, then with it. */
    ends = new Map();
    /** Both are ISO times. */
    add(started, completed) {
        const start = secondsOf(started);
        this.ends.set(start, completed === undefined ? this.ends.get(start) : secondsOf(completed));
    }
    /** Seconds since 1970 of the first start; undefined where there is none. */
    get begin() {
        return this.ends.size === 0 ? undefined : Math.min(...this.ends.keys());
    }
    /** Seconds of the union of the closed intervals; undefined where there is none. */
    get seconds() {
        const closed = [...this.ends].flatMap(([start, end]) => (end === undefined ? [] : [[start, end]]));
        if (closed.length === 0)
            return undefined;
        let sum = 0;
        let until = Number.NEGATIVE_INFINITY;
        for (const [start, end] of closed.sort(([a], [b]) => a - b)) {
            sum += Math.max(0, end - Math.max(start, until));
            until = Math.max(until, end);
        }
        return sum;
    }
}
/** Seconds since 1970 of an ISO time, with all its decimals: `Date` alone keeps three. */
function secondsOf(time) {
    const decimals = /\.(\d+)/.exec(time)?.[1] ?? '0';
    return Date.parse(time.replace(/\.\d+/, '')) / 1000 + Number(`0.${decimals}`);
}

;// CONCATENATED MODULE: ./build/build/rawjson.js


/**
 * Reads a stream of SolveStatus documents, one on a line or spread over several (buildx 0.13), and the plain words that
 * Docker adds when a build fails. A document that was torn, by a full disk or a kill, is left out.
 */
function parseRawJson(text) {
    const vertices = new Map();
    const at = (digest) => {
        const found = vertices.get(digest) ?? new rawjson_VertexSoFar(digest);
        vertices.set(digest, found);
        return found;
    };
    const words = [];
    for (const part of split(text)) {
        if (typeof part === 'string') {
            words.push(part);
            continue;
        }
        for (const vertex of part.vertexes ?? [])
            at(vertex.digest).told(vertex);
        for (const status of part.statuses ?? [])
            at(status.vertex).status(status);
        for (const log of part.logs ?? [])
            at(log.vertex).said(Buffer.from(log.data, 'base64').toString());
    }
    const told = [...vertices.values()].filter((v) => v.name !== '');
    const begin = Math.min(...told.flatMap((v) => v.begin ?? []));
    return progressOf('rawjson', told.map((v) => v.finished(begin)), words.join('\n').trim());
}
/** Documents and plain lines, in order. */
function* split(text) {
    let document = '';
    for (const line of text.split('\n')) {
        const begins = document === '' && line.startsWith('{');
        if (document === '' && !begins) {
            yield line;
            continue;
        }
        // A new beginning inside a document: the one before was torn.
        if (document !== '' && (line === '{' || line.startsWith('{"')))
            document = '';
        document += `${line}\n`;
        if (line !== '}' && !line.startsWith('{"'))
            continue;
        const status = parsed(document);
        document = '';
        if (status)
            yield status;
    }
}
function parsed(document) {
    try {
        return JSON.parse(document);
    }
    catch {
        return undefined;
    }
}
/** Statuses that count bytes which came in; others count layers, or bytes unpacked. */
const TRANSFER = /^(transferring|downloading)/;
class rawjson_VertexSoFar {
    digest;
    name = '';
    inputs = [];
    cached = false;
    error;
    text = '';
    transfers = new Map();
    intervals = new IntervalSum();
    constructor(digest) {
        this.digest = digest;
    }
    told(vertex) {
        this.name = vertex.name;
        this.inputs = vertex.inputs ?? this.inputs;
        this.cached ||= vertex.cached ?? false;
        this.error = vertex.error || this.error;
        if (vertex.started !== undefined)
            this.intervals.add(vertex.started, vertex.completed);
    }
    status({ id, name = '', current = 0 }) {
        if (!TRANSFER.test(name))
            return;
        this.transfers.set(id, Math.max(current, this.transfers.get(id) ?? 0));
    }
    said(text) {
        this.text = (this.text + text).slice(-64 * 1024);
    }
    get begin() {
        return this.intervals.begin;
    }
    finished(buildBegin) {
        const { name, digest, inputs, cached, intervals } = this;
        return {
            vertex: {
                name,
                digest,
                inputs,
                startedAt: intervals.begin === undefined ? null : exact(intervals.begin - buildBegin),
                seconds: intervals.seconds === undefined ? null : exact(intervals.seconds),
                cached,
                bytes: this.transfers.size === 0 ? null : [...this.transfers.values()].reduce((a, b) => a + b, 0),
                error: this.error ?? null,
            },
            log: this.text === '' ? [] : this.text.replace(/\n$/, '').split('\n'),
        };
    }
}
/** Times of today, as seconds since 1970, are exact to a fraction of a microsecond. */
const exact = (seconds) => Math.round(seconds * 1e6) / 1e6;

;// CONCATENATED MODULE: ./build/build/progress.js



/** The last lines that are kept of what an instruction printed. */
const LOG_LINES = 40;
/** Reads what `docker build` printed: `--progress=rawjson`, `--progress=plain`, or the builder from before BuildKit. */
function parseProgress(text) {
    if (/^\{/m.test(text))
        return parseRawJson(text);
    if (/^#\d+ /m.test(text))
        return parsePlain(text);
    return /^(Step \d+\/\d+ :|Sending build context)/m.test(text) ? parseLegacy(text) : parsePlain(text);
}
function progressOf(format, spoken, words) {
    const failure = spoken.find(({ vertex }) => vertex.error !== null);
    return {
        format,
        vertices: spoken.map(({ vertex }) => vertex),
        ...(failure && { failure: { vertex: failure.vertex, log: failure.log.slice(-LOG_LINES) } }),
        words,
    };
}

// EXTERNAL MODULE: ./build/build/result.js
var build_result = __webpack_require__(7383);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var build_texts = __webpack_require__(8774);
;// CONCATENATED MODULE: ./build/steps/build-test/facts.js




/** The Dockerfile's own path: it is configured as a path in the context, or an absolute one. */
function dockerfileOf({ build_test: { context, dockerfile } }) {
    return dockerfile.startsWith('/') ? dockerfile : `${context ?? ''}/${dockerfile}`;
}
function reads(config) {
    const { context, baseline } = config.build_test;
    return [
        { id: 'build_result', argv: ['cat', build_result/* RESULT */.Mr] },
        { id: 'build_progress', argv: ['cat', `${build_result/* SETS */.sL}/latest.progress`] },
        // Docker's own program takes half a second to start on a slow server, only to say that it is there.
        { id: 'build_docker', argv: ['sh', '-c', 'command -v docker || exit 127'], inShell: true },
        ...(context === null
            ? []
            : [
                { id: 'build_context', argv: ['stat', '-c', '%F', context] },
                { id: 'build_dockerfile', argv: ['sha256sum', '-b', dockerfileOf(config)] },
            ]),
        ...(baseline.label === null ? [] : [{ id: 'build_baseline', argv: ['cat', `${build_result/* SETS */.sL}/${baseline.label}.labelled`] }]),
    ];
}
function facts(results, config) {
    const { context, baseline } = config.build_test;
    return {
        context: context === null ? 'not configured' : presence((0,reading/* resultOf */.Bg)(results, 'build_context')),
        dockerfile: context === null ? 'not known' : presence((0,reading/* resultOf */.Bg)(results, 'build_dockerfile')),
        dockerfileSha256: context === null ? '' : digestOf((0,reading/* outputOf */.jH)(results, 'build_dockerfile') ?? ''),
        docker: (0,reading/* isNotInstalled */.SE)((0,reading/* resultOf */.Bg)(results, 'build_docker')) ? 'not installed' : 'there',
        result: resultIn(results, (0,build_texts/* textsOf */.CB)(config)),
        builds: explained((0,reading/* outputOf */.jH)(results, 'build_progress') ?? ''),
        baselineBuilds: baseline.label === null ? [] : explained((0,reading/* outputOf */.jH)(results, 'build_baseline') ?? ''),
    };
}
/** A name with a backslash or a line end in it makes sha256sum begin its line with a backslash. */
const digestOf = (line) => /^\\?([0-9a-f]{64}) /.exec(line)?.[1] ?? '';
function presence({ code, stderr }) {
    if (code === 0)
        return 'there';
    return /No such file|Not a directory/.test(stderr) ? 'missing' : 'not known';
}
function resultIn(results, { buildTest, facts }) {
    const { wayOut, nothing, otherForm } = buildTest.facts;
    const read = (0,reading/* resultOf */.Bg)(results, 'build_result');
    if (read.code !== 0) {
        const missing = /No such file/.test(read.stderr);
        return { unreadable: missing ? nothing : (0,reading/* lastWords */.aN)(read, facts), wayOut };
    }
    return (0,build_result/* parseResult */.F)(read.stdout) ?? { unreadable: otherForm, wayOut };
}
const explained = (text) => (0,build_result/* splitProgress */._i)(text).map(({ text: told, ...build }) => ({ ...build, progress: parseProgress(told) }));

// EXTERNAL MODULE: ./build/stats/summary.js
var summary = __webpack_require__(7127);
// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(7448);
;// CONCATENATED MODULE: ./build/steps/build-test/plan.js







/** What would be measured, and about how long it takes. */
function plan_plan(situation) {
    const inTheWay = refusalFor(situation);
    if (inTheWay)
        return (0,plan/* refused */.J5)(STEP, 'apply', inTheWay);
    const { config } = situation;
    const texts = (0,build_texts/* textsOf */.CB)(config);
    const say = texts.buildTest;
    const file = dockerfileOf(config);
    const scenarios = measured(situation);
    const builds = scenarios.reduce((sum, scenario) => sum + timesOf(situation, scenario), 0);
    const estimate = estimateOf(situation, scenarios, say);
    return (0,plan/* finished */.xl)({
        step: STEP,
        intent: 'apply',
        summary: say.summary(file, builds, scenarios, estimate),
        basis: basisOf(situation),
        changes: [begin(situation, say), ...scenarios.map((scenario) => measurement(scenario, situation, texts)), end(say)],
        target: `build times of ${file}`,
        notes: notesOf(situation, say.notes),
    });
}
/** A measurement changes nothing that stays. */
function rollback({ machine, config }) {
    return (0,plan/* finished */.xl)({
        step: STEP,
        intent: 'rollback',
        summary: (0,build_texts/* textsOf */.CB)(config).buildTest.nothingToUndo,
        basis: { machine_id: machine.id },
        changes: [],
        target: `build times of ${dockerfileOf(config)}`,
    });
}
function sides({ config: { build_test } }) {
    const { against, against_dockerfile } = build_test.baseline;
    return against === null && against_dockerfile === null && build_test.try_files === null ? 1 : 2;
}
/**
 * In the server's own builder the base images are there already, and so is its cache: neither pulling them nor a build with
 * nothing but the registry's cache can be measured.
 */
function measured({ config: { build_test } }) {
    const able = (name) => (build_test.builder === 'throwaway' || (name !== 'base' && name !== 'registry')) &&
        (name !== 'registry' || build_test.registry_cache.ref !== null);
    return build_result/* SCENARIOS */.U9.filter((name) => build_test.runs[name] > 0 && able(name));
}
/** How often it is built: in turn with the other side, but for the cache of the registry, which is one side's. */
const timesOf = (situation, scenario) => situation.config.build_test.runs[scenario] * (scenario === 'registry' ? 1 : sides(situation));
function refusalFor(situation) {
    const { facts, config } = situation;
    const { context } = config.build_test;
    const { refusals: say } = (0,build_texts/* textsOf */.CB)(config).buildTest;
    if (context === null)
        return (0,plan/* refusal */.x5)('not-configured', say.notConfigured);
    if (facts.docker === 'not installed')
        return (0,plan/* refusal */.x5)('no-docker', say.noDocker);
    if (facts.context === 'missing')
        return (0,plan/* refusal */.x5)('no-context', say.noContext(context));
    if (facts.dockerfile === 'missing')
        return (0,plan/* refusal */.x5)('no-dockerfile', say.noDockerfile(dockerfileOf(config)));
    return measured(situation).length === 0 ? (0,plan/* refusal */.x5)('nothing-to-measure', say.nothingToMeasure) : undefined;
}
function basisOf({ machine, facts, config }) {
    const digest = facts.dockerfileSha256;
    return {
        machine_id: machine.id,
        context: config.build_test.context ?? '',
        ...(digest !== '' && { dockerfile_sha256: digest }),
    };
}
/** Seconds of the last good builds of this Dockerfile in a scenario; undefined where there are none. */
function lastSeconds({ facts, config }, scenario) {
    if ((0,reading/* isUnreadable */.GZ)(facts.result))
        return undefined;
    const file = dockerfileOf(config);
    for (const set of [facts.result, ...facts.result.earlier]) {
        const runs = set.dockerfile === file ? (0,build_result/* goodRuns */.c6)(set, scenario) : [];
        if (runs.length > 0)
            return (0,summary/* median */.JZ)(runs.map((run) => run.seconds));
    }
    return undefined;
}
function estimateOf(situation, scenarios, { estimate: say }) {
    const times = scenarios.map((scenario) => ({ scenario, seconds: lastSeconds(situation, scenario) }));
    const known = times.filter((t) => t.seconds !== undefined);
    if (known.length === 0)
        return say.none;
    const total = known.reduce((sum, t) => sum + t.seconds * timesOf(situation, t.scenario), 0);
    const unknown = times.filter((t) => t.seconds === undefined).map((t) => t.scenario);
    return say.about(total, unknown);
}
function begin({ config: { build_test } }, { changes }) {
    const own = build_test.builder === 'own';
    return {
        id: 'builder',
        command: own ? `cp -a ${build_test.context} …` : `dockerd --data-root … ; cp -a ${build_test.context} …`,
        ...changes.builder(own),
    };
}
function measurement(scenario, { config: { build_test } }, { buildTest, common }) {
    const { changes } = buildTest;
    const { ref, write } = build_test.registry_cache;
    const withCache = scenario === 'registry' && ref !== null;
    const cache = withCache ? `--cache-from type=registry,ref=${ref} ` : '';
    return {
        id: scenario,
        command: scenario === 'base' ? 'docker pull …' : `docker build --file ${build_test.dockerfile} ${cache}…`,
        why: changes.why[scenario],
        ...changes.measure(common.scenarios[scenario], build_test.runs[scenario], withCache && write ? ref : undefined),
    };
}
const end = ({ changes }) => ({ id: 'result', ...changes.result(build_result/* RESULT */.Mr) });
function notesOf(situation, say) {
    const { facts } = situation;
    const { build_test } = situation.config;
    return [
        ...(build_test.drop_caches ? [say.dropsCaches] : []),
        ...(build_test.builder === 'own' ? [say.ownBuilder] : []),
        ...cacheNotes(situation, say),
        ...(facts.dockerfile === 'not known' || facts.context === 'not known' ? [say.unseen] : []),
    ];
}
function cacheNotes(situation, say) {
    const { builder, registry_cache, runs } = situation.config.build_test;
    const { ref, write } = registry_cache;
    if (ref === null || runs.registry === 0)
        return [];
    if (builder === 'own')
        return [say.cacheUnmeasured];
    return [...(write ? [say.cacheStays(ref)] : []), ...(sides(situation) === 2 ? [say.cacheOneSide] : [])];
}

// EXTERNAL MODULE: ./build/build/vertex.js
var build_vertex = __webpack_require__(6960);
// EXTERNAL MODULE: ./build/stats/compare.js + 5 modules
var compare = __webpack_require__(4445);
;// CONCATENATED MODULE: ./build/stats/judge.js

/**
 * Holds a comparison against the thresholds. It fails or warns only on a slow-down that is established, passes only where
 * the interval excludes a slow-down as large as the one that fails, and is unknown otherwise.
 */
function judge({ verdict, ratio, interval, further }, thresholds, { judged: say } = (0,build_texts/* textsOf */.CB)({}).comparison) {
    const { warn_percent: warn, fail_percent: fail } = thresholds;
    if (verdict === 'slower') {
        const reason = say.slower(ratio - 1, warn, fail);
        const slower = (ratio - 1) * 100;
        if (slower >= fail)
            return { result: 'fail', reason };
        return { result: slower >= warn ? 'warn' : 'pass', reason };
    }
    if (verdict === 'faster')
        return { result: 'pass', reason: say.faster(1 - ratio) };
    if (verdict === 'no difference shown' && interval && (interval.high - 1) * 100 < fail) {
        return { result: 'pass', reason: say.excluded(fail, interval.high - 1) };
    }
    return { result: 'unknown', reason: say.open(fail, further?.runs ?? 0) };
}

;// CONCATENATED MODULE: ./build/stats/steps.js


/** Below this share of the step's time, and below this many seconds, two times count as the same. */
const SAME_SHARE = 0.05;
const SAME_SECONDS = 0.5;
/**
 * Which instruction became slower or lost its cache, the largest loss first. Each side is one or more builds of the same
 * scenario. Steps are matched by stage and text, so that a moved instruction is found again; the same text twice in a stage
 * by its order. These are observations: with few builds, a small difference is noise.
 */
function compareSteps(before, after) {
    const [old, now] = [sideOf(before), sideOf(after)];
    const keys = [...new Set([...now.keys(), ...old.keys()])];
    return keys.map((key) => compared(old.get(key), now.get(key))).sort((x, y) => (y.seconds ?? 0) - (x.seconds ?? 0));
}
function compared(old, now) {
    const { stage, instruction } = (now ?? old);
    const [a, b] = [old?.seconds ?? null, now?.seconds ?? null];
    const seconds = (old && a === null) || (now && b === null) ? null : (b ?? 0) - (a ?? 0);
    return { stage, instruction, change: changeOf(old, now, seconds), before: a, after: b, seconds };
}
function changeOf(old, now, seconds) {
    if (!old)
        return 'new';
    if (!now)
        return 'gone';
    if (old.cached !== now.cached)
        return now.cached ? 'now cached' : 'lost its cache';
    const least = Math.max(SAME_SECONDS, SAME_SHARE * (old.seconds ?? 0));
    if (seconds === null)
        return 'unknown';
    if (Math.abs(seconds) < least)
        return 'same';
    return seconds > 0 ? 'slower' : 'faster';
}
function sideOf(builds) {
    const found = new Map();
    for (const build of builds) {
        for (const [key, seen] of stepsOf(build))
            found.set(key, [...(found.get(key) ?? []), seen]);
    }
    return new Map([...found].map(([key, seen]) => [key, typical(seen)]));
}
function stepsOf(build) {
    const steps = new Map();
    for (const vertex of build) {
        const step = (0,build_vertex/* stepOf */.c)(vertex.name);
        if (!step)
            continue;
        const { platform, stage, instruction } = step;
        for (let repeat = 1;; repeat++) {
            const key = JSON.stringify([platform, stage, instruction, repeat]);
            if (steps.has(key))
                continue;
            // A cached step took no time of its own; what its vertex shows is looking it up.
            steps.set(key, { stage, instruction, cached: vertex.cached, seconds: vertex.cached ? 0 : vertex.seconds });
            break;
        }
    }
    return steps;
}
/** Of several builds: cached when most of them were, and the median time of those. */
function typical(seen) {
    const cached = seen.filter((one) => one.cached).length * 2 > seen.length;
    const alike = seen.filter((one) => one.cached === cached);
    const times = alike.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
    return { ...seen[0], cached, seconds: times.length === 0 ? null : (0,summary/* median */.JZ)(times) };
}

;// CONCATENATED MODULE: ./build/steps/build-test/comparison.js






const COMPARED = ['cold', 'warm', 'changed', 'registry'];
/**
 * Against the side that was built in turn; else against the named set; else against the declared time. A patch that was tried
 * is no baseline: see `trialOf`.
 */
function comparisonOf(situation) {
    const { facts, config } = situation;
    const { result } = facts;
    if ((0,reading/* isUnreadable */.GZ)(result))
        return undefined;
    const { label, declared_minutes } = config.build_test.baseline;
    if (result.against && !result.tried)
        return withOtherSide(situation, result, result.against);
    const named = label === null ? undefined : (0,build_result/* setLabelled */.I7)(result, label);
    if (named && named.set !== result.set)
        return withNamed(situation, result, named);
    return declared_minutes === null ? undefined : withDeclared(situation, result, declared_minutes);
}
function withOtherSide(situation, set, other) {
    const name = other.context === set.context ? other.dockerfile : other.context;
    const { sides: say } = (0,build_texts/* textsOf */.CB)(situation.config).buildTest;
    const names = { a: say.this, b: say.other };
    return { name, scenarios: inTurn(situation, [set, other], ['b', 'a'], names), differences: [] };
}
/** What a patch that was tried gains: the newest set as it is against the same with the patch, built in turn. */
function trialOf(situation) {
    const { result } = situation.facts;
    if ((0,reading/* isUnreadable */.GZ)(result) || !result.tried || !result.against)
        return undefined;
    const { sides: say } = (0,build_texts/* textsOf */.CB)(situation.config).buildTest;
    return inTurn(situation, [result, result.against], ['a', 'b'], { a: say.asItIs, b: say.patched });
}
function inTurn(situation, [set, other], [before, after], names) {
    const { builds } = situation.facts;
    return COMPARED.flatMap((scenario) => {
        const pairs = (0,build_result/* goodRuns */.c6)(set, scenario).flatMap((a) => {
            const b = (0,build_result/* goodRuns */.c6)(other, scenario).find((run) => run.k === a.k);
            return b ? [{ a, b }] : [];
        });
        const side = (name) => sample(names[name], set, pairs.map((pair) => pair[name]));
        return comparison_compared(situation, scenario, [side(before), side(after)], true, [
            verticesOf(builds, before, scenario),
            verticesOf(builds, after, scenario),
        ]);
    });
}
function withNamed(situation, set, named) {
    const { builds, baselineBuilds } = situation.facts;
    const say = (0,build_texts/* textsOf */.CB)(situation.config).buildTest;
    const scenarios = COMPARED.flatMap((scenario) => comparison_compared(situation, scenario, [sample(named.label, named, (0,build_result/* goodRuns */.c6)(named, scenario)), sample(say.sides.now, set, (0,build_result/* goodRuns */.c6)(set, scenario))], false, [verticesOf(baselineBuilds, 'a', scenario), verticesOf(builds, 'a', scenario)]));
    return { name: named.label, scenarios, differences: differencesOf(named, set, say) };
}
function withDeclared(situation, set, minutes) {
    const { sides: say } = (0,build_texts/* textsOf */.CB)(situation.config).buildTest;
    const declared = { name: say.declared, how: 'declared', runs: [{ seconds: minutes * 60 }] };
    const now = sample(say.now, set, (0,build_result/* goodRuns */.c6)(set, 'cold'));
    const scenarios = comparison_compared(situation, 'cold', [declared, now], false, [[], []]);
    return scenarios.length === 0 ? undefined : { name: say.declaredMinutes(minutes), scenarios, differences: [] };
}
function comparison_compared({ config }, scenario, [before, after], paired, [old, now]) {
    if (before.runs.length === 0 || after.runs.length === 0)
        return [];
    const comparison = (0,compare/* compare */.U)(before, after, { paired, language: config.language });
    const steps = old.length > 0 && now.length > 0 ? compareSteps(old, now) : [];
    return [
        {
            scenario,
            comparison,
            judgement: judge(comparison, config.build_test.compare, (0,build_texts/* textsOf */.CB)(config).comparison),
            steps,
        },
    ];
}
function sample(name, { environment }, runs) {
    const { load_before, io_avg10_before, cpus } = environment;
    const before = {
        loadPerCpu: load_before === null ? null : load_before / cpus,
        ioWait: io_avg10_before === null ? null : io_avg10_before / 100,
    };
    return {
        name,
        how: 'measured',
        runs: runs.map(({ seconds }, place) => (place === 0 ? { seconds, before } : { seconds })),
    };
}
const verticesOf = (builds, side, scenario) => builds
    .filter((b) => b.side === side && b.scenario === scenario && b.counts && !b.truncated && !b.progress.failure)
    .map((b) => b.progress.vertices);
function differencesOf(before, now, texts) {
    const { differences: say, notKnown } = texts;
    const [a, b] = [before.environment, now.environment];
    const facts = [
        [say.host, a.host, b.host],
        [say.kernel, a.kernel, b.kernel],
        [say.docker, a.docker, b.docker],
        [say.buildx, a.buildx, b.buildx],
        [say.builder, a.builder, b.builder],
        [say.pageCache, a.page_cache, b.page_cache],
        [say.network, a.network, b.network],
        [say.storage, a.storage_driver, b.storage_driver],
        [say.device, a.device, b.device],
        [say.bases, a.bases.map((base) => base.id).join(' '), b.bases.map((base) => base.id).join(' ')],
        [say.dockerfile, before.dockerfile_sha256, now.dockerfile_sha256],
        [say.context, before.context_sha256, now.context_sha256],
        [say.commit, before.commit, now.commit],
    ];
    return facts
        .filter(([, x, y]) => x !== y)
        .map(([name, x, y]) => say.between(name, comparison_short(x, notKnown), comparison_short(y, notKnown)));
}
const comparison_short = (value, notKnown) => {
    const text = String(value) || notKnown;
    return text.length > 40 ? `${text.slice(0, 19)}…` : text;
};

;// CONCATENATED MODULE: ./build/steps/build-test/tables.js






/** Rows of a table of instructions: the rest is a handful of quick ones. */
const ROWS = 15;
function tables(situation) {
    const { result, builds } = situation.facts;
    if ((0,reading/* isUnreadable */.GZ)(result))
        return [];
    const texts = (0,build_texts/* textsOf */.CB)(situation.config);
    const say = texts.buildTest;
    const [comparison, trial] = [comparisonOf(situation), trialOf(situation)];
    return [
        ...failure(builds, say),
        times(result, texts),
        ...breakdown(builds, 'cold', texts),
        ...breakdown(builds, 'changed', texts),
        ...breakdown(builds, 'registry', texts),
        ...(trial ? tables_compared(say.check.tried.title, trial, imageNotes(result, say), texts) : []),
        ...(comparison
            ? tables_compared(say.compared.against(comparison.name), comparison.scenarios, differences(comparison, say), texts)
            : []),
        surroundings(result, say),
    ];
}
function failure(builds, { failure: say }) {
    const failed = builds.findLast(({ progress }) => progress.failure || progress.words.includes('ERROR: '));
    // A base image that cannot be pulled and a cache that cannot be written are told where the times are.
    if (!failed || failed.scenario === 'base' || failed.scenario === 'export')
        return [];
    const { failure: why, words } = failed.progress;
    const lines = why ? why.log : words.split('\n');
    return [
        {
            title: why ? say.at(why.vertex.name) : say.title,
            columns: say.columns,
            rows: lines.slice(-12).map((line) => [line]),
            ...(why?.vertex.seconds != null && { note: say.after(why.vertex.seconds) }),
        },
    ];
}
function times(set, { buildTest, common }) {
    const { times: say, duration, to } = buildTest;
    const rows = build_result/* SCENARIOS */.U9.flatMap((scenario) => {
        const all = set.runs.filter((run) => run.scenario === scenario);
        if (all.length === 0)
            return [];
        const seconds = (0,build_result/* goodRuns */.c6)(set, scenario).map((run) => run.seconds);
        const failed = all.length - seconds.length;
        const middle = seconds.length === 0 ? '–' : duration((0,summary/* median */.JZ)(seconds));
        const range = seconds.length < 2 ? '–' : to(duration(Math.min(...seconds)), duration(Math.max(...seconds)));
        return [
            [
                common.scenarios[scenario],
                String(seconds.length),
                middle,
                range,
                waiting(set, scenario, buildTest),
                failed === 0 ? '' : say.failed(failed),
            ],
        ];
    });
    const skipped = set.skipped.map(({ scenario, why }) => [common.scenarios[scenario], '0', '–', '–', '–', why]);
    return {
        title: say.title,
        columns: say.columns,
        rows: [...rows, ...skipped],
        note: say.note(builderWords(set, say), set.uncounted.length),
    };
}
/** Share of the builds' time in which something waited for a disk, as /proc/pressure/io counts it. */
function waiting(set, scenario, { times: say, notKnown }) {
    const shares = (0,build_result/* goodRuns */.c6)(set, scenario).flatMap((run) => run.io_some_us === null ? [] : [run.io_some_us / 1e6 / run.seconds]);
    return shares.length === 0 ? notKnown : say.share(Math.round(100 * (0,summary/* median */.JZ)(shares)));
}
const builderWords = ({ environment }, say) => environment.builder === 'own' ? say.own : say.throwaway(environment.page_cache);
/** Where the time of a scenario goes: medians over its builds, the longest first. */
function breakdown(builds, scenario, { buildTest, common }) {
    const { breakdown: say, duration, size } = buildTest;
    const counted = builds.filter((b) => b.side === 'a' && b.scenario === scenario && b.counts && !b.progress.failure);
    const rows = medians(counted.map((b) => b.progress.vertices));
    if (rows.length === 0)
        return [];
    const last = counted.at(-1);
    return [
        {
            title: say.title(common.scenarios[scenario]),
            columns: say.columns,
            rows: rows
                .slice(0, ROWS)
                .map(({ name, seconds, cached, bytes }) => [
                name,
                cached ? say.cached : duration(seconds),
                bytes === null || bytes < 1024 ** 2 ? '' : size(bytes),
            ]),
            note: say.note(counted.length, say.told[last.progress.format], counted.some((b) => b.truncated)),
        },
    ];
}
function medians(builds) {
    const byName = new Map();
    for (const vertex of builds.flat())
        byName.set(vertex.name, [...(byName.get(vertex.name) ?? []), vertex]);
    return [...byName]
        .flatMap(([name, vertices]) => {
        const seconds = vertices.flatMap((v) => v.seconds ?? []);
        const cached = vertices.filter((v) => v.cached).length * 2 > vertices.length;
        const worth = (0,build_vertex/* stepOf */.c)(name) !== undefined || seconds.some((s) => s >= 0.1);
        if (seconds.length === 0 || !worth)
            return [];
        const bytes = vertices.flatMap((v) => v.bytes ?? []);
        return [
            { name, seconds: cached ? 0 : (0,summary/* median */.JZ)(seconds), cached, bytes: bytes.length === 0 ? null : (0,summary/* median */.JZ)(bytes) },
        ];
    })
        .sort((a, b) => b.seconds - a.seconds);
}
const differences = (comparison, say) => comparison.differences.map(say.differences.notSame);
/** What a patch does to the image, where both were built. */
function imageNotes({ image_bytes: before, against }, say) {
    const after = against?.image_bytes ?? null;
    return before === null || after === null ? [] : [say.compared.image(after, before)];
}
function tables_compared(title, scenarios, notes, { buildTest, common, comparison: words }) {
    const { compared: say, sides, duration, ratio: written, to } = buildTest;
    if (scenarios.length === 0)
        return [];
    const rows = scenarios.map(({ scenario, comparison: { a, b, ratio, interval, verdict, further } }) => [
        common.scenarios[scenario],
        `${duration(a.median)} (${a.how === 'declared' ? sides.declared : a.runs})`,
        `${duration(b.median)} (${b.runs})`,
        interval ? `${written(ratio)} (${to(written(interval.low), written(interval.high))})` : written(ratio),
        common.verdicts[verdict],
        further ? (further.runs === null ? further.method : words.moreRuns(further.runs)) : '',
    ]);
    const doubts = [...new Set(scenarios.flatMap(({ comparison }) => comparison.warnings.map((w) => w.message)))];
    const note = [...doubts, ...notes].join(' ');
    return [
        {
            title,
            columns: say.columns,
            rows,
            ...(note !== '' && { note }),
        },
        ...scenarios.flatMap(({ scenario, steps }) => {
            const moved = steps.filter(matters).slice(0, ROWS);
            if (moved.length === 0)
                return [];
            const time = (seconds) => (seconds === null ? '–' : duration(seconds));
            return [
                {
                    title: say.changed(common.scenarios[scenario]),
                    columns: say.changedColumns,
                    rows: moved.map((s) => [
                        s.stage === '' ? s.instruction : `[${s.stage}] ${s.instruction}`,
                        time(s.before),
                        time(s.after),
                        say.changes[s.change],
                    ]),
                    note: say.note,
                },
            ];
        }),
    ];
}
/** Whether a line in the table of changed instructions is worth its place. */
const matters = ({ change, seconds }) => change === 'lost its cache' || (change !== 'same' && (seconds === null || Math.abs(seconds) >= 0.05));
function surroundings(set, { where: say, differences, notKnown, size: sizeOf }) {
    const { environment: e } = set;
    const size = (bytes) => (bytes === null ? notKnown : sizeOf(bytes));
    const spinning = e.rotational === null ? '' : e.rotational === 1 ? say.spinning : say.notSpinning;
    return {
        title: say.title,
        columns: ['', ''],
        rows: [
            [differences.dockerfile, `${set.dockerfile} (sha256 ${set.dockerfile_sha256.slice(0, 12)})`],
            [differences.context, `${set.context}, ${size(set.context_bytes)} (sha256 ${set.context_sha256.slice(0, 12)})`],
            ...(set.commit === '' ? [] : [[differences.commit, set.commit]]),
            [say.image, set.image === '' ? say.noImage : say.layers(size(set.image_bytes), set.image_layers)],
            ...e.bases.map(({ image, digest, id }) => [say.base, `${image} ${digest.trim() || id}`]),
            [say.cache, e.cache_size || notKnown],
            [say.disk, say.free(size(e.disk_free_before), size(e.disk_free_after))],
            [
                say.imagesOn,
                `${e.data_root} (${[e.device, e.disk_model || e.disk].filter(Boolean).join(', ')}${spinning}), ${e.storage_driver}`,
            ],
            [
                differences.docker,
                `${e.docker}, ${e.buildx === '' ? say.noBuildx : `buildx ${e.buildx}`}${e.buildkit ? '' : say.noBuildkit}`,
            ],
            [differences.host, say.machine(e.host, e.kernel, e.cpus, e.memory_kib * 1024)],
            ...(set.registry_cache === undefined
                ? []
                : [[say.registryCache, `${set.registry_cache}, ${say.written(writtenSeconds(set))}`]]),
            ...(set.changed_file === '' ? [] : [[say.changedFile, set.changed_file]]),
        ],
    };
}
/** The time of writing it is a build's with the export, in a builder that may have had everything: it only informs. */
const writtenSeconds = ({ cache_written, uncounted }) => cache_written ? uncounted.find(({ scenario, ok }) => scenario === 'export' && ok)?.seconds : undefined;

;// CONCATENATED MODULE: ./build/steps/build-test/verify.js





function verify(situation) {
    return [measuredCheck(situation), ...trialChecks(situation), ...comparisonChecks(situation)];
}
/** Whether the newest build test came to its end. What its time means for Phase 1 is judged by the scorecard. */
function measuredCheck({ facts, config }) {
    const { buildTest, checks, common } = (0,build_texts/* textsOf */.CB)(config);
    const { check: say } = buildTest;
    const about = { id: 'build_measured', ...say.measured };
    const { result } = facts;
    if ((0,reading/* isUnreadable */.GZ)(result))
        return { ...about, measured: checks.notKnown(result.unreadable), result: 'unknown' };
    if (result.failed !== '' && !onlyThePatchFailed(result)) {
        const why = facts.builds.findLast((b) => b.progress.failure)?.progress.failure?.vertex.name;
        return { ...about, measured: say.failed(result.failed, why), result: 'fail' };
    }
    const times = build_result/* SCENARIOS */.U9.flatMap((scenario) => {
        const runs = (0,build_result/* goodRuns */.c6)(result, scenario).map((run) => run.seconds);
        return runs.length === 0
            ? []
            : [`${common.scenarios[scenario]} ${buildTest.duration((0,summary/* median */.JZ)(runs))} (${runs.length})`];
    });
    if (times.length === 0)
        return { ...about, measured: say.none, result: 'unknown' };
    return { ...about, measured: times.join('; '), result: 'pass' };
}
/** Then the build itself is as good as it was, and its times hold. */
const onlyThePatchFailed = ({ tried, runs, uncounted, against }) => tried === true &&
    [...runs, ...uncounted].every((run) => run.ok || run.scenario === 'base') &&
    [...(against?.runs ?? []), ...(against?.uncounted ?? [])].some((run) => !run.ok);
/** What a patch gains tells nothing about the server, so that it only informs. */
function trialChecks(situation) {
    const { result } = situation.facts;
    const trial = trialOf(situation);
    if (!trial || (0,reading/* isUnreadable */.GZ)(result))
        return [];
    const { buildTest, common } = (0,build_texts/* textsOf */.CB)(situation.config);
    const { check: say } = buildTest;
    const about = { ...say.tried, informational: true };
    if (onlyThePatchFailed(result)) {
        const measured = say.triedFailed(result.failed);
        return [{ ...about, id: 'build_tried', measured, how: say.triedFailedHow, result: 'fail' }];
    }
    return trial.map(({ scenario, comparison }) => {
        const { a, b, ratio, interval, verdict } = comparison;
        const range = interval ? say.range(buildTest.ratio(interval.low), buildTest.ratio(interval.high)) : '';
        const said = common.verdicts[verdict];
        return {
            ...about,
            id: `build_tried_${scenario}`,
            title: `${about.title}${common.colon} ${common.scenarios[scenario]}`,
            measured: say.triedMeasured(said, b.median, a.median, buildTest.ratio(ratio), range),
            how: howOf(comparison, say),
            result: verdict === 'faster' ? 'pass' : verdict === 'slower' ? 'fail' : 'unknown',
        };
    });
}
function comparisonChecks(situation) {
    const comparison = comparisonOf(situation);
    if (!comparison)
        return [];
    const { buildTest, common } = (0,build_texts/* textsOf */.CB)(situation.config);
    const { check: say } = buildTest;
    const { warn_percent, fail_percent } = situation.config.build_test.compare;
    return comparison.scenarios.map(({ scenario, comparison: found, judgement }) => ({
        id: `build_compared_${scenario}`,
        title: say.compared(comparison.name, common.scenarios[scenario]),
        target: say.comparedTarget(fail_percent, warn_percent),
        measured: measuredWords({ comparison: found, judgement }, (0,build_texts/* textsOf */.CB)(situation.config)),
        how: howOf(found, say),
        result: judgement.result === 'warn' ? 'pass' : judgement.result,
    }));
}
function measuredWords({ comparison, judgement }, { buildTest, common }) {
    const { a, b, verdict } = comparison;
    const warns = judgement.result === 'warn';
    return buildTest.check.comparedMeasured(warns, common.verdicts[verdict], b.median, a.median, judgement.reason);
}
function howOf({ paired, test, a, b }, say) {
    if (a.how === 'declared')
        return say.declared;
    const runs = say.runs(a.runs, b.runs, paired);
    return test === null ? runs : say.tested(runs, say.test[test.name]);
}

;// CONCATENATED MODULE: ./build/steps/build-test/index.js





const needs = [
    { program: 'docker', debianPackage: 'docker-cli', why: 'to build' },
    {
        program: 'dockerd',
        debianPackage: 'docker.io',
        why: 'for a throw-away builder',
        onlyWhen: 'build_test.builder is throwaway',
    },
    {
        program: 'unshare',
        debianPackage: 'util-linux',
        why: 'to keep that builder apart',
        onlyWhen: 'build_test.builder is throwaway',
    },
    { program: 'awk', debianPackage: 'mawk', why: 'to read the progress of a build' },
    { program: 'ps', debianPackage: 'procps', why: 'to end what was started' },
    { program: 'tar', debianPackage: 'tar', why: 'to tell two contexts apart' },
    {
        program: 'systemd-run',
        debianPackage: 'systemd',
        why: 'to go on when the connection is lost',
        onlyWhen: 'systemd runs; setsid otherwise',
    },
];
function scriptArguments(plan, config) {
    const wish = config.build_test;
    const { base, cold, warm, changed, registry } = wish.runs;
    const { ref, write } = wish.registry_cache;
    const withCache = ref !== null && registry > 0;
    const expected = Object.entries(plan.basis).filter(([name]) => name !== 'machine_id');
    const option = (name, value) => (value === null ? [] : [name, value]);
    return [
        ...option('--context', wish.context),
        ...['--dockerfile', wish.dockerfile],
        ...option('--target', wish.target),
        ...wish.build_args.flatMap((argument) => ['--build-arg', argument]),
        ...option('--against', wish.baseline.against),
        ...option('--against-dockerfile', wish.baseline.against_dockerfile),
        ...option('--try-files', wish.try_files),
        ...[
            '--runs',
            `base=${base},cold=${cold},warm=${warm},changed=${changed}${withCache ? `,registry=${registry}` : ''}`,
        ],
        ...(withCache ? ['--registry-cache', ref, ...(write ? ['--write-registry-cache'] : [])] : []),
        ...['--warmups', String(wish.warmups)],
        ...option('--changed-file', wish.changed_file),
        ...['--time-limit', String(wish.time_limit_minutes * 60)],
        ...(wish.drop_caches ? ['--drop-caches'] : []),
        ...['--builder', wish.builder, '--network', wish.network],
        ...option('--label', wish.label),
        ...['--expect', `changes=${plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : ''}`],
        ...expected.flatMap(([name, value]) => ['--expect', `${name}=${value}`]),
    ];
}
const buildTest = {
    id: STEP,
    title: 'Time docker builds, and see where the time goes',
    kind: 'measurement',
    script: SCRIPT,
    asGoodAsRoot: 'it builds what it is told to, as Docker does for its group',
    needs,
    reads: reads,
    rootReads: () => [],
    facts: facts,
    plan: plan_plan,
    rollback: rollback,
    scriptArguments,
    verify: verify,
    tables: tables,
};


/***/ }),

/***/ 7197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ controlText),
/* harmony export */   r: () => (/* binding */ controlOf)
/* harmony export */ });
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);
/* harmony import */ var _figures__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3997);
/* harmony import */ var _result__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4543);



/** Figures that an extension of a logical volume cannot change, because the disk stays the same. */
const WATCHED = ['rand_write_iops', 'buffered_mib_s'];
/** Medians that are closer than this count as the same, even where the ranges lie apart. */
const SAME = 1.1;
/**
 * The newest result against the last one from before a volume grew: a negative control. Where it does not hold, other
 * things than the extension have changed, and every other comparison of before and after is in doubt as well.
 */
function controlOf([after, ...older]) {
    if (!after)
        return undefined;
    for (const before of older) {
        const { runs: _, ...asked } = before.options;
        if (asked.seconds !== after.options.seconds || asked.size_bytes !== after.options.size_bytes)
            continue;
        const grown = grownBetween(before, after);
        if (grown !== undefined)
            return { before, after, grown, rows: rowsOf(before, after) };
    }
    return undefined;
}
function grownBetween(before, after) {
    for (const now of after.disks) {
        const then = sameIn(before, now, after);
        if (then?.mount === now.mount && then.volume_bytes && now.volume_bytes && now.volume_bytes > then.volume_bytes) {
            return { mount: now.mount, key: now.key, from: then.volume_bytes, to: now.volume_bytes };
        }
    }
    return undefined;
}
const sameIn = (before, { key }, after) => before.disks.find((disk) => (0,_result__WEBPACK_IMPORTED_MODULE_1__/* .isSameDisk */ .SV)(disk, key, before.boot === after.boot));
const rowsOf = (before, after) => after.disks.flatMap((now) => {
    const then = sameIn(before, now, after);
    if (!then)
        return [];
    return WATCHED.flatMap((figure) => {
        const [a, b] = [(0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .figuresOf */ .h5)(then, figure), (0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .figuresOf */ .h5)(now, figure)];
        return a && b ? [{ disk: now.key, figure, before: a, after: b, held: isSame(a, b) }] : [];
    });
});
function isSame(a, b) {
    const overlap = !(0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .isApart */ .zB)(a, b) && !(0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .isApart */ .zB)(b, a);
    return overlap || Math.max(a.median, b.median) <= SAME * Math.min(a.median, b.median);
}
/** What the control says, in words. */
function controlText({ grown, rows }, say = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)({}).diskTest.control) {
    const broken = rows.filter(({ held }) => !held).map(({ disk, figure }) => `${disk}: ${say.figures[figure]}`);
    const between = say.between(say.grown(grown.mount, grown.key, grown.from, grown.to));
    if (rows.length === 0)
        return `${between} ${say.nothing}`;
    return `${between} ${broken.length === 0 ? say.held : say.broken(broken)}`;
}


/***/ }),

/***/ 3997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   h5: () => (/* binding */ figuresOf),
/* harmony export */   jO: () => (/* binding */ mib),
/* harmony export */   vm: () => (/* binding */ digits),
/* harmony export */   zB: () => (/* binding */ isApart)
/* harmony export */ });
/** The figures of a disk under one name; undefined where no round has one. */
function figuresOf({ rounds }, name) {
    const values = rounds.flatMap((round) => round[name] ?? []).sort((a, b) => a - b);
    if (values.length === 0)
        return undefined;
    const middle = values.length / 2;
    const median = Number.isInteger(middle) ? (values[middle - 1] + values[middle]) / 2 : values[Math.floor(middle)];
    return { median, least: values[0], most: values.at(-1), runs: values.length };
}
/** A size that is a whole number of MiB, or close to it. */
const mib = (bytes) => `${Math.floor(bytes / 1024 ** 2)} MiB`;
/** Three digits that mean something; whole numbers from 100 on. */
const digits = (value) => value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
/**
 * `41.2 (38.0–44.1)`, in units of `unit`.
 *
 * @param write how the language writes a figure
 */
function shown(figures, unit = 1, write = digits) {
    if (!figures)
        return '–';
    const { median, least, most, runs } = figures;
    return runs === 1 ? write(median / unit) : `${write(median / unit)} (${write(least / unit)}–${write(most / unit)})`;
}
/** Whether every round of one gave more than any round of the other. */
const isApart = (more, less) => more.least > less.most;


/***/ }),

/***/ 622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ isBusy),
/* harmony export */   Bg: () => (/* binding */ dataDisks),
/* harmony export */   M1: () => (/* binding */ bestHome),
/* harmony export */   ad: () => (/* binding */ ranked),
/* harmony export */   cD: () => (/* binding */ WORTHWHILE)
/* harmony export */ });
/* harmony import */ var _facts_block__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7222);
/* harmony import */ var _facts_disks__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4153);
/* harmony import */ var _stats_rank_sum__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3179);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8774);
/* harmony import */ var _figures__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3997);
/* harmony import */ var _result__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4543);






/** A difference smaller than this is not worth moving data for, however sure it is. */
const WORTHWHILE = 1.1;
/** The usual line for an exact test. */
const SURE = 0.05;
const isBusy = ({ rounds, busy_percent_before }) => rounds.some(({ busy }) => busy) || (busy_percent_before ?? 0) >= _result__WEBPACK_IMPORTED_MODULE_3__/* .BUSY_PERCENT */ .Eu;
/** The disks that were measured with a file, the one with most small synced writes first. */
const ranked = ({ disks }) => disks
    .flatMap((disk) => {
    const writes = (0,_figures__WEBPACK_IMPORTED_MODULE_4__/* .figuresOf */ .h5)(disk, 'rand_write_iops');
    return writes ? [{ disk, writes }] : [];
})
    .sort((a, b) => b.writes.median - a.writes.median);
/** Which disk suits Docker's data and the build cache best, how sure that is, and where they are now. */
function bestHome(result, facts, say = (0,_texts__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)({}).diskTest.ranking) {
    const order = ranked(result);
    const [best, second] = order;
    if (!best)
        return say.unknown;
    if (!second)
        return say.onlyOne(best.disk.key);
    const choice = compared(best, second, say);
    const where = dataDisks(facts);
    const now = where.length === 0 ? say.homeUnknown(facts.dataRoot) : say.home(facts.dataRoot, where);
    if (!choice.better)
        return `${choice.text} ${now} ${say.noReason}`;
    if (where.length === 1 && where[0] === best.disk.key)
        return `${choice.text} ${now}`;
    return `${choice.text} ${now} ${say.moving}`;
}
function compared(best, second, say) {
    const [one, other] = [best.disk.key, second.disk.key];
    const ratio = best.writes.median / second.writes.median;
    if (!(0,_figures__WEBPACK_IMPORTED_MODULE_4__/* .isApart */ .zB)(best.writes, second.writes))
        return { better: false, text: say.overlap(one, other) };
    if (ratio < WORTHWHILE)
        return { better: false, text: say.equal(one, other) };
    const { runs: n } = best.writes;
    const { runs: m } = second.writes;
    const chance = (0,_stats_rank_sum__WEBPACK_IMPORTED_MODULE_5__/* .leastP */ .WX)(n, m);
    const busy = [best, second].filter(({ disk }) => isBusy(disk)).map(({ disk }) => disk.key);
    const sure = busy.length > 0 ? say.busy(busy) : chance >= SURE ? say.chance(n, m, chance) : say.sure(n, m, chance);
    return { better: true, text: say.best(one, other, Number.isFinite(ratio) ? ratio : undefined, sure) };
}
/** Keys of the disks under Docker's data. */
function dataDisks({ block, disks, dataRoot, }) {
    const holds = ({ target }) => dataRoot === target || dataRoot.startsWith(target === '/' ? '/' : `${target}/`);
    const mount = block.mounts
        .filter(holds)
        .sort((a, b) => a.target.length - b.target.length)
        .at(-1);
    const device = mount && (0,_facts_block__WEBPACK_IMPORTED_MODULE_0__/* .deviceAt */ .ON)(block, mount.source);
    return device ? (0,_facts_disks__WEBPACK_IMPORTED_MODULE_1__/* .disksUnder */ .bb)(disks, block, device).map(({ key }) => key) : [];
}


/***/ }),

/***/ 4543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eu: () => (/* binding */ BUSY_PERCENT),
/* harmony export */   FX: () => (/* binding */ RESULT_FILE),
/* harmony export */   SV: () => (/* binding */ isSameDisk),
/* harmony export */   c2: () => (/* binding */ parseResults)
/* harmony export */ });
/** What the host script has measured, as it keeps it on the host. */
const RESULT_FILE = '/var/lib/edge-phase1/disk-test.json';
/** From here on, a disk that worked for others before it was measured was busy. The script judges rounds itself. */
const BUSY_PERCENT = 10;
/**
 * The last results, the newest first.
 *
 * @throws Error when the text is not what the script keeps
 */
function parseResults(text) {
    const { v, results } = JSON.parse(text);
    if (v !== 1 || !Array.isArray(results))
        throw new Error(`version ${String(v)} is not known`);
    return results.map(readResult);
}
/** Whether this disk is the one that has this key in another boot as well. */
const isSameDisk = (disk, key, sameBoot) => disk.key === key && (sameBoot || disk.key === disk.serial);
const row = (value) => {
    if (typeof value === 'object' && value !== null)
        return value;
    throw new Error('a part of it is missing');
};
const rows = (value) => {
    if (Array.isArray(value))
        return value.map(row);
    throw new Error('a list in it is missing');
};
const text = (value) => (typeof value === 'string' ? value : '');
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
const numberOrNull = (value) => (isNumber(value) ? value : null);
const number = (value) => {
    if (isNumber(value))
        return value;
    throw new Error('a number in it is missing');
};
function readResult(result) {
    const options = row(result.options);
    return {
        run: text(result.run),
        time: text(result.time),
        boot: text(result.boot),
        options: {
            runs: number(options.runs),
            seconds: number(options.seconds),
            size_bytes: number(options.size_bytes),
        },
        disks: rows(result.disks).map((disk) => ({
            key: text(disk.key),
            serial: text(disk.serial),
            name: text(disk.name),
            mount: text(disk.mount),
            volume_bytes: numberOrNull(disk.volume_bytes),
            smart: text(disk.smart),
            no_hdparm: text(disk.no_hdparm),
            no_file: text(disk.no_file),
            busy_percent_before: numberOrNull(disk.busy_percent_before),
            rounds: rows(disk.rounds).map(readRound),
        })),
    };
}
const readRound = ({ busy, ...figures }) => ({
    ...Object.fromEntries(Object.entries(figures).filter(([, value]) => isNumber(value))),
    busy: busy === true,
});


/***/ }),

/***/ 1379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ix: () => (/* binding */ facts),
  y6: () => (/* binding */ findVolume),
  Um: () => (/* binding */ reads)
});

// EXTERNAL MODULE: ./build/facts/block.js
var facts_block = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
;// CONCATENATED MODULE: ./build/facts/file-system.js

const MIB = 1024 ** 2;
/**
 * Both kinds are asked for in the one batch: which one it is, is only known on the host. xfs_info starts several programs
 * before it finds that it has nothing to say, so it runs only where there is xfs.
 */
const fileSystemReads = (device, mount) => [
    { id: 'dumpe2fs', argv: ['dumpe2fs', '-h', device], root: true },
    { id: 'xfs_mount', argv: ['findmnt', '-n', '-f', '-t', 'xfs', '-o', 'TARGET', '--mountpoint', mount] },
    { id: 'xfs_info', argv: ['xfs_info', { from: 'xfs_mount' }] },
];
/** @param type the type that the mount table gives, as `ext4`. */
function fileSystemFacts(results, type, say = reading/* ENGLISH */.VJ) {
    if (/^ext[234]$/.test(type))
        return extFacts(results, say);
    if (type === 'xfs')
        return xfsFacts(results, say);
    return say.fileSystem.unknownType(type);
}
function extFacts(results, texts) {
    const say = texts.fileSystem;
    const header = (0,reading/* outputOf */.jH)(results, 'dumpe2fs');
    if (header === undefined) {
        const result = (0,reading/* resultOf */.Bg)(results, 'dumpe2fs');
        return {
            unreadable: say.ext4((0,reading/* lastWords */.aN)(result, texts)),
            wayOut: (0,reading/* isNotInstalled */.SE)(result) ? say.installExt4 : ((0,reading/* rightWayOut */.uo)(results, 'dumpe2fs', texts) ?? say.seeExt4),
        };
    }
    const field = (name) => new RegExp(`^${name}: *(.*)$`, 'm').exec(header)?.[1] ?? '';
    const block = Number(field('Block size'));
    const bytes = Number(field('Block count')) * block;
    if (!(bytes > 0)) {
        return { unreadable: say.ext4NoSize, wayOut: say.seeExt4 };
    }
    const state = field('Filesystem state');
    const errors = Number(field('FS Error count') || 0);
    return {
        bytes,
        // resize2fs leaves out a last block group that is too small to hold its own tables.
        slackBytes: Number(field('Blocks per group')) * block,
        damage: state.includes('error') || errors > 0 ? say.damage(state, errors) : '',
    };
}
function xfsFacts(results, texts) {
    const say = texts.fileSystem;
    const geometry = /^data[^=]*=\s+bsize=(\d+)\s+blocks=(\d+)/m.exec((0,reading/* outputOf */.jH)(results, 'xfs_info') ?? '');
    if (!geometry) {
        const result = (0,reading/* resultOf */.Bg)(results, 'xfs_info');
        return {
            unreadable: say.xfs((0,reading/* lastWords */.aN)(result, texts)),
            wayOut: (0,reading/* isNotInstalled */.SE)(result) ? say.installXfs : say.seeXfs,
        };
    }
    return { bytes: Number(geometry[1]) * Number(geometry[2]), slackBytes: 16 * MIB, damage: '' };
}

// EXTERNAL MODULE: ./build/facts/lvm.js
var lvm = __webpack_require__(6054);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
;// CONCATENATED MODULE: ./build/steps/extend-lvm/facts.js





function reads(config) {
    const { mount } = config.extend_lvm;
    return [
        ...(0,facts_block/* blockReads */.hV)(mount),
        { id: 'source', argv: ['findmnt', '-n', '-f', '-o', 'SOURCE', '--mountpoint', mount] },
        ...lvm/* lvmReads */.rs,
        ...fileSystemReads({ from: 'source' }, mount),
    ];
}
function facts(results, config) {
    const say = (0,texts/* textsOf */.CB)(config).facts;
    const block = (0,facts_block/* blockFacts */.zh)(results, say);
    return {
        block,
        lvm: (0,lvm/* lvmFacts */.b9)(results, say),
        fileSystem: fileSystemFacts(results, (0,facts_block/* mountAt */.LS)(block, config.extend_lvm.mount)?.type ?? '', say),
    };
}
function findVolume({ lvm, block }, mountPoint) {
    const mount = (0,facts_block/* mountAt */.LS)(block, mountPoint);
    const device = mount && (0,facts_block/* deviceAt */.ON)(block, mount.source);
    if (!mount || !device || (0,reading/* isUnreadable */.GZ)(lvm))
        return undefined;
    for (const group of lvm.groups) {
        const logical = group.logicalVolumes.find((lv) => lv.path === mount.source);
        if (logical)
            return { mount, device, group, logical };
    }
    return undefined;
}


/***/ }),

/***/ 1549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ STEPS),
  W: () => (/* binding */ STEP_IDS)
});

// EXTERNAL MODULE: ./build/steps/build-test/index.js + 13 modules
var build_test = __webpack_require__(6858);
;// CONCATENATED MODULE: ./build/steps/disk-test/about.js
const STEP = 'disk-test';

// EXTERNAL MODULE: ./build/facts/block.js
var facts_block = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/facts/disks.js
var facts_disks = __webpack_require__(4153);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var build_texts = __webpack_require__(8774);
// EXTERNAL MODULE: ./build/steps/disk-test/result.js
var disk_test_result = __webpack_require__(4543);
;// CONCATENATED MODULE: ./build/steps/disk-test/facts.js





/** Only this key of daemon.json: others may hold passwords, of a proxy for example. */
const DATA_ROOT = 's/.*"data-root"[[:space:]]*:[[:space:]]*"\\([^"]*\\)".*/\\1/p';
const reads = (config) => [
    ...(0,facts_block/* blockReads */.hV)(config.extend_lvm.mount),
    ...facts_disks/* disksReads */.C$,
    { id: 'disks_tools', argv: ['sh', '-c', 'command -v hdparm; command -v fio; :'], inShell: true },
    { id: 'disks_data_root', argv: ['sed', '-n', DATA_ROOT, '/etc/docker/daemon.json'] },
    { id: 'disks_result', argv: ['cat', disk_test_result/* RESULT_FILE */.FX] },
];
function facts(results, config) {
    const texts = (0,build_texts/* textsOf */.CB)(config);
    const block = (0,facts_block/* blockFacts */.zh)(results, texts.facts);
    const tools = (0,reading/* outputOf */.jH)(results, 'disks_tools') ?? '';
    return {
        block,
        disks: (0,facts_disks/* physicalDisks */.W9)(results, block),
        tools: { hdparm: /\/hdparm$/m.test(tools), fio: /\/fio$/m.test(tools) },
        dataRoot: (0,reading/* outputOf */.jH)(results, 'disks_data_root')?.trim() || '/var/lib/docker',
        results: resultsOf(results, texts),
    };
}
function resultsOf(results, { diskTest, facts }) {
    const read = (0,reading/* resultOf */.Bg)(results, 'disks_result');
    if (read.code !== 0) {
        if (/no such file/i.test(read.stderr))
            return [];
        return diskTest.facts.unreadable(disk_test_result/* RESULT_FILE */.FX, (0,reading/* lastWords */.aN)(read, facts));
    }
    try {
        return (0,disk_test_result/* parseResults */.c2)(read.stdout);
    }
    catch (error) {
        return diskTest.facts.otherForm(disk_test_result/* RESULT_FILE */.FX, error.message);
    }
}
/** The newest result; undefined where there is none that can be read. */
const newestResult = ({ results }) => (0,reading/* isUnreadable */.GZ)(results) ? undefined : results[0];

// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(7448);
;// CONCATENATED MODULE: ./build/steps/disk-test/targets.js




const GIB = 1024 ** 3;
/** The disks that the configuration names, or all of them, each with the place for its file. */
function targetsOf(facts, config) {
    const { disk_test: wish } = config;
    const { noFile: say, refusals } = (0,build_texts/* textsOf */.CB)(config).diskTest;
    const disks = chosenDisks(facts, wish.disks, refusals);
    if ('code' in disks)
        return disks;
    return disks.map((disk) => {
        const place = placeOn(facts, disk, wish.size, say);
        const forbidden = wish.fio ? !facts.tools.fio && say.noFio : say.notAllowed;
        return { disk, ...place, noFile: forbidden || place.noFile };
    });
}
function chosenDisks({ disks, block }, wanted, say) {
    if (disks.length === 0)
        return (0,plan/* refusal */.x5)('no-disk', say.noDisk);
    if (wanted.length === 0)
        return disks;
    const found = new Set();
    for (const name of wanted) {
        const named = disksNamed(disks, block, name);
        if (named.length === 0)
            return (0,plan/* refusal */.x5)('disk-not-found', say.notFound(name));
        for (const disk of named)
            found.add(disk);
    }
    return disks.filter((disk) => found.has(disk));
}
function disksNamed(disks, block, name) {
    if (name.startsWith('/dev/'))
        return disks.filter(({ ids }) => ids.includes(name));
    if (name.startsWith('/')) {
        const device = (0,facts_block/* deviceAt */.ON)(block, (0,facts_block/* mountAt */.LS)(block, name)?.source ?? '');
        return device ? (0,facts_disks/* disksUnder */.bb)(disks, block, device) : [];
    }
    const bySerial = disks.filter(({ key, device }) => key === name && device.serial === name);
    if (bySerial.length > 0)
        return bySerial;
    return block.devices
        .filter(({ type, path }) => type === 'lvm' && (0,facts_disks/* volumeNames */.v7)(path)?.group === name)
        .flatMap((device) => (0,facts_disks/* disksUnder */.bb)(disks, block, device));
}
/** The largest mounted file system that lies on this disk alone. The host script chooses by the same rules. */
function placeOn({ disks, block }, disk, size, say) {
    const seen = [...new Map(block.mounts.map((mount) => [mount.target, mount])).values()];
    const here = seen
        .map((mount) => ({ mount, on: disksOfMount(disks, block, mount) }))
        .filter(({ on }) => on.includes(disk))
        .sort((a, b) => b.mount.bytes - a.mount.bytes || (a.mount.target < b.mount.target ? -1 : 1));
    const [largest] = here;
    if (!largest)
        return { noFile: say.notMounted };
    const fit = here.find(({ mount, on }) => reasonAgainst(mount, on.length, say) === '');
    if (!fit)
        return { noFile: reasonAgainst(largest.mount, largest.on.length, say) };
    return { mount: fit.mount, noFile: spaceShort(fit.mount, size, say) };
}
function disksOfMount(disks, block, { source }) {
    const device = (0,facts_block/* deviceAt */.ON)(block, source);
    return device ? (0,facts_disks/* disksUnder */.bb)(disks, block, device) : [];
}
function reasonAgainst({ target, type, options }, disks, say) {
    if (type !== 'ext4' && type !== 'xfs')
        return say.type(target, type);
    if (!options.includes('rw'))
        return say.readOnly(target);
    return disks > 1 ? say.otherDisks(target) : '';
}
/** 5 % of the file system, and at least 1 GiB, stay free: the test must not be what brings a server to its limits. */
function spaceShort({ target, bytes, availableBytes }, size, say) {
    const stays = Math.max(Math.floor(bytes / 20), GIB);
    if (availableBytes >= size + stays)
        return '';
    return say.tooLittle(target, availableBytes, size, stays);
}
/** What lies between the file system and the disk and costs time of its own, as `crypt`. */
function layersUnder({ block }, { mount }) {
    const device = mount && (0,facts_block/* deviceAt */.ON)(block, mount.source);
    if (!device)
        return [];
    return [...new Set((0,facts_block/* stackOf */.US)(block, device).map(({ type }) => type))].filter((t) => !['disk', 'part', 'lvm'].includes(t));
}

;// CONCATENATED MODULE: ./build/steps/disk-test/plan.js







/** How long `hdparm -Tt` takes: 2 s for memory, 3 s for the disk, and some for each to begin. */
const HDPARM_SECONDS = 7;
const FIO_JOBS = 4;
const FIO_EXTRA_SECONDS = 1;
/** Who else is at work is watched for this long before. */
const WATCH_SECONDS = 2;
/** What would be measured, how long that takes, how much space it needs for the time, and what is left out and why. */
function plan_plan(situation) {
    const { facts, config, machine } = situation;
    const say = (0,build_texts/* textsOf */.CB)(config).diskTest;
    const { gap } = facts.block;
    if (gap)
        return (0,plan/* refused */.J5)(STEP, 'apply', (0,plan/* unreadableRefusal */.m3)(gap));
    const targets = targetsOf(facts, config);
    if ('code' in targets)
        return (0,plan/* refused */.J5)(STEP, 'apply', targets);
    const withFile = targets.filter(({ noFile }) => noFile === '');
    if (!facts.tools.hdparm && withFile.length === 0) {
        return (0,plan/* refused */.J5)(STEP, 'apply', (0,plan/* refusal */.x5)('nothing-to-measure', say.refusals.nothingToMeasure(targets[0].noFile)));
    }
    const { runs, seconds, size } = config.disk_test;
    const disk_keys = targets.map(({ disk }) => disk.key).join(',');
    const files = withFile.map(({ disk, mount }) => `${disk.key}:${mount.target}`).join(',');
    const changes = [
        ...(facts.tools.hdparm ? [read(targets, runs, say)] : []),
        ...(withFile.length > 0 ? [write(withFile, config.disk_test, say)] : []),
        save(say),
    ];
    const about = WATCH_SECONDS +
        (facts.tools.hdparm ? targets.length * runs * HDPARM_SECONDS : 0) +
        withFile.length * runs * FIO_JOBS * (seconds + FIO_EXTRA_SECONDS);
    return (0,plan/* finished */.xl)({
        step: STEP,
        intent: 'apply',
        summary: say.summary(targets.length, runs, about, withFile.length > 0 ? size : undefined),
        basis: { machine_id: machine.id, disk_keys, files, runs, seconds, size_bytes: size },
        changes,
        target: `${disk_keys}; ${files}; ${runs} x ${seconds} s, ${size} bytes`,
        notes: notesOf(situation, targets, say.notes),
    });
}
/** A measurement leaves nothing that could be taken back. */
const rollback = ({ machine, config }) => (0,plan/* finished */.xl)({
    step: STEP,
    intent: 'rollback',
    summary: (0,build_texts/* textsOf */.CB)(config).diskTest.nothingToUndo,
    basis: { machine_id: machine.id },
    changes: [],
    target: '',
});
const read = (targets, runs, { changes }) => ({
    id: 'hdparm',
    ...changes.hdparm(targets.map(({ disk }) => ({ key: disk.key, path: disk.device.path })), runs),
});
const write = (targets, { runs, seconds, size }, { changes }) => ({
    id: 'fio',
    ...changes.fio(targets.map(({ mount }) => mount.target), runs, seconds, size),
});
const save = ({ changes }) => ({ id: 'save', ...changes.save(disk_test_result/* RESULT_FILE */.FX) });
function notesOf({ facts, config }, targets, say) {
    const { results } = facts;
    const { runs } = config.disk_test;
    return [
        ...targets.map(({ disk }) => say.holds(disk.key, disk.device.path, (0,facts_disks/* contentsOf */.KD)(facts.block, disk))),
        ...targets.filter(({ disk }) => disk.key !== disk.device.serial).map(({ disk }) => say.noSerial(disk.key)),
        ...(facts.tools.hdparm ? [] : [say.noHdparm]),
        ...targets.filter(({ noFile }) => noFile !== '').map(({ disk, noFile }) => say.noFile(disk.key, noFile)),
        ...targets.flatMap((target) => layersUnder(facts, target).map((layer) => say.layer(target.disk.key, layer))),
        ...(runs < 4 ? [say.fewRuns(runs)] : []),
        ...((0,reading/* isUnreadable */.GZ)(results) ? [`${results.unreadable}. ${results.wayOut}`] : []),
        say.control,
    ];
}

// EXTERNAL MODULE: ./build/steps/disk-test/control.js
var disk_test_control = __webpack_require__(7197);
// EXTERNAL MODULE: ./build/steps/disk-test/figures.js
var figures = __webpack_require__(3997);
// EXTERNAL MODULE: ./build/steps/disk-test/ranking.js
var ranking = __webpack_require__(622);
;// CONCATENATED MODULE: ./build/steps/disk-test/tables.js








const MIB = 1024 ** 2;
const MS = 1e6;
function tables({ facts, config }) {
    const say = (0,build_texts/* textsOf */.CB)(config).diskTest;
    const newest = newestResult(facts);
    const control = (0,reading/* isUnreadable */.GZ)(facts.results) ? undefined : (0,disk_test_control/* controlOf */.r)(facts.results);
    return [
        ...(facts.disks.length > 0 ? [diskTable(facts, newest, say.disks)] : []),
        ...(newest ? [speedTable(facts, newest, say)] : []),
        ...(control ? [controlTable(control, say)] : []),
    ];
}
const diskTable = (facts, newest, say) => ({
    title: say.title,
    columns: say.columns,
    rows: facts.disks.map((disk) => [
        disk.key,
        disk.device.name,
        disk.device.model || say.notKnown,
        say.size(disk.device.bytes),
        disk.device.rotational ? say.rotates : say.doesNot,
        disk.scheduler || say.notKnown,
        newest?.disks.find(({ key }) => key === disk.key)?.smart ?? say.notAsked,
        (0,facts_disks/* contentsOf */.KD)(facts.block, disk).join(', ') || say.nothing,
    ]),
    note: say.note,
});
/** The best for builds first; then the disks that were only read. */
function speedTable(facts, newest, texts) {
    const say = texts.speeds;
    const first = (0,ranking/* ranked */.ad)(newest).map(({ disk }) => disk);
    const rest = newest.disks.filter((disk) => !first.includes(disk));
    const { runs, seconds, size_bytes } = newest.options;
    const missing = newest.disks.flatMap(({ key, no_file, no_hdparm }) => [
        ...(no_file ? [say.noFile(key, no_file)] : []),
        ...(no_hdparm ? [say.noHdparm(key, no_hdparm)] : []),
    ]);
    return {
        title: say.title(newest.time),
        columns: say.columns,
        rows: [...first, ...rest].map((disk) => speedRow(disk, texts)),
        note: [say.note(runs, size_bytes, seconds), (0,ranking/* bestHome */.M1)(newest, facts, texts.ranking), ...missing].join(' '),
    };
}
function speedRow(disk, { digits, speeds }) {
    const cell = (name, unit) => (0,figures/* shown */.SP)((0,figures/* figuresOf */.h5)(disk, name), unit, digits);
    return [
        disk.key,
        cell('rand_write_iops'),
        cell('fsync_p50_ns', MS),
        cell('fsync_p99_ns', MS),
        cell('rand_read_iops'),
        cell('seq_write_bytes_s', MIB),
        cell('seq_read_bytes_s', MIB),
        cell('buffered_mib_s'),
        othersText(disk, speeds),
    ];
}
function othersText({ rounds, busy_percent_before }, say) {
    const busy = rounds.filter((round) => round.busy);
    const before = busy_percent_before ?? 0;
    if (busy.length === 0)
        return before >= disk_test_result/* BUSY_PERCENT */.Eu ? say.busyBefore(before) : say.quiet;
    const most = Math.max(...busy.map((round) => round.others_ops ?? 0));
    return say.busy(busy.length, rounds.length, most);
}
const controlTable = (control, { control: say, digits }) => ({
    title: say.title,
    columns: say.columns(control.before.time, control.after.time),
    rows: control.rows.map(({ disk, figure, before, after, held }) => [
        disk,
        say.figures[figure],
        (0,figures/* shown */.SP)(before, 1, digits),
        (0,figures/* shown */.SP)(after, 1, digits),
        held ? say.same : say.notSame,
    ]),
    note: (0,disk_test_control/* controlText */.J)(control, say),
});

;// CONCATENATED MODULE: ./build/steps/disk-test/verify.js







/** Each disk measured, while it did nothing else; and its health where it tells. They inform: none has a weight. */
function verify({ facts, config, machine }) {
    const { checks, diskTest } = (0,build_texts/* textsOf */.CB)(config);
    const say = diskTest.check;
    const unknown = (key, why) => speedCheck(key, checks.notKnown(why), 'unknown', say.nothing, say);
    const targets = targetsOf(facts, config);
    if ('code' in targets) {
        const reason = facts.block.gap?.unreadable ?? targets.message;
        return [{ ...unknown('', reason), id: 'disk_speed', title: say.title }];
    }
    const result = newestResult(facts);
    const why = (0,reading/* isUnreadable */.GZ)(facts.results) ? facts.results.unreadable : say.notYet;
    return targets.flatMap(({ disk: { key } }) => {
        const disk = result?.disks.find((measured) => (0,disk_test_result/* isSameDisk */.SV)(measured, key, result.boot === machine.bootId));
        if (!disk)
            return [unknown(key, why)];
        const how = say.how(result.time, disk.mount);
        const figures = figuresText(disk, diskTest);
        return [speedCheck(key, figures, isComplete(disk) ? 'pass' : 'unknown', how, say), ...healthChecks(disk, say)];
    });
}
const speedCheck = (key, measured, result, how, say) => ({
    id: `disk_speed.${key}`,
    title: say.titleOf(key),
    target: say.target,
    measured,
    how,
    result,
});
const isComplete = (disk) => disk.no_hdparm === '' && disk.no_file === '' && !(0,ranking/* isBusy */.A5)(disk);
function figuresText(disk, { check: say, digits }) {
    const writes = (0,figures/* figuresOf */.h5)(disk, 'rand_write_iops');
    const reading = (0,figures/* figuresOf */.h5)(disk, 'buffered_mib_s');
    return [
        writes ? say.writes((0,figures/* shown */.SP)(writes, 1, digits)) : say.noWrites(disk.no_file),
        reading ? say.reading((0,figures/* shown */.SP)(reading, 1, digits)) : say.noReading(disk.no_hdparm),
        ...((0,ranking/* isBusy */.A5)(disk) ? [say.busy] : []),
    ].join('; ');
}
function healthChecks({ key, smart }, say) {
    if (smart !== 'passed' && smart !== 'failed')
        return [];
    return [
        {
            id: `disk_health.${key}`,
            title: say.health(key),
            target: say.smart.passed,
            measured: say.smart[smart],
            how: say.healthHow,
            result: smart === 'passed' ? 'pass' : 'fail',
        },
    ];
}

;// CONCATENATED MODULE: ./build/steps/disk-test/index.js





const needs = [
    { program: 'lsblk', debianPackage: 'util-linux', why: 'to see the disks' },
    { program: 'findmnt', debianPackage: 'util-linux', why: 'to see what is mounted' },
    {
        program: 'hdparm',
        debianPackage: 'hdparm',
        why: 'to measure reading',
        onlyWhen: 'its figures are wanted; unknown otherwise',
    },
    {
        program: 'fio',
        debianPackage: 'fio',
        why: 'to measure small synced writes',
        onlyWhen: 'its figures are wanted; unknown otherwise',
    },
    {
        program: 'smartctl',
        debianPackage: 'smartmontools',
        why: 'to ask the disks how they are',
        onlyWhen: 'the disks tell; unknown otherwise',
    },
    {
        program: 'systemd-run',
        debianPackage: 'systemd',
        why: 'to go on when the connection is lost',
        onlyWhen: 'systemd runs; setsid otherwise',
    },
];
function scriptArguments(plan, { disk_test: wish }) {
    const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
    const { disk_keys = '', files = '' } = plan.basis;
    return [
        ...wish.disks.flatMap((disk) => ['--disk', disk]),
        ...['--runs', String(wish.runs), '--seconds', String(wish.seconds), '--size', String(wish.size)],
        ...(wish.fio ? [] : ['--no-fio']),
        ...['--expect', `changes=${changes}`, '--expect', `disk_keys=${disk_keys}`, '--expect', `files=${files}`],
    ];
}
const diskTest = {
    id: STEP,
    title: 'Measure how fast the disks are',
    kind: 'measurement',
    script: 'disk-test-phase1.sh',
    needs,
    reads: reads,
    // What needs root, hdparm and SMART, is done by the root-owned script: no further right for looking.
    rootReads: () => [],
    facts: facts,
    plan: plan_plan,
    rollback: rollback,
    scriptArguments,
    verify: verify,
    tables: tables,
};

// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(3934);
;// CONCATENATED MODULE: ./build/facts/json-error.js

const DEEPEST = 100;
/** The first place where a text is no JSON (RFC 8259), or undefined where it is. */
function firstJsonError(text, say = (0,build_texts/* textsOf */.CB)({}).facts.json) {
    const reader = new Reader(text);
    return reader.document() ? undefined : errorAt(text, reader.at, say);
}
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    document = () => this.value(0) && this.blank() && this.at === this.text.length;
    value(depth) {
        this.blank();
        if (depth > DEEPEST)
            return false;
        if (this.take(/\{/y))
            return this.members(/\}/y, () => this.member(depth));
        if (this.take(/\[/y))
            return this.members(/\]/y, () => this.value(depth + 1));
        return this.take(STRING) || this.take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
    }
    member(depth) {
        return this.blank() && this.take(STRING) && this.blank() && this.take(/:/y) && this.value(depth + 1);
    }
    members(end, member) {
        this.blank();
        if (this.take(end))
            return true;
        do {
            if (!member())
                return false;
            this.blank();
        } while (this.take(/,/y));
        return this.take(end);
    }
    blank = () => this.take(/[ \t\r\n]*/y);
    take(pattern) {
        pattern.lastIndex = this.at;
        if (!pattern.test(this.text))
            return false;
        this.at = pattern.lastIndex;
        return true;
    }
}
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
function errorAt(text, at, say) {
    const line = text.slice(0, at).split('\n').length;
    const near = text.split('\n')[line - 1] ?? '';
    const problem = /^(\/\/|\/\*|#)/.test(text.slice(at)) ? say.comment : at === text.length ? say.tooEarly : say.notJson;
    return { line, near: near.trim(), problem };
}

// EXTERNAL MODULE: ./build/facts/places.js
var places = __webpack_require__(5355);
;// CONCATENATED MODULE: ./build/facts/daemon-file.js



/** Keys whose texts are settings that this project plans, and hold no secrets. */
const SHOWN = [
    ...['storage-driver', 'log-driver', 'max-size', 'max-file'],
    ...['defaultKeepStorage', 'defaultReservedSpace', 'defaultMaxUsedSpace', 'defaultMinFreeSpace'],
];
const TEXT = String.raw `"([^"\\]|\\.)*"`;
const MARK = String.raw `\x01`;
/**
 * Replaces on the host, before anything leaves it, every text in the file by `***`: passwords stand in `proxies`,
 * tokens in `log-opts` and `labels`. Keys stay, and the texts of the settings that are planned here.
 *
 * Marks every text with a control character, takes the mark off what may be shown, and masks what is still marked. Where
 * then anything is left that is no JSON, the quotes may be anywhere: only signs and lines are kept, to tell the place.
 */
const MASK = [
    `s/${MARK}//g`,
    String.raw `s/(${TEXT})([[:space:]]*:)?/${MARK}\1\3/g`,
    String.raw `s/${MARK}"(${SHOWN.join('|')})"([[:space:]]*:[[:space:]]*)${MARK}/"\1"\2/g`,
    String.raw `s/${MARK}("[A-Za-z][A-Za-z._-]{0,40}"[[:space:]]*:)/\1/g`,
    `s/${MARK}${TEXT}/"***"/g`,
    'h',
    `s/${TEXT}|-?[0-9][0-9.eE+-]*|true|false|null|[][{},:[:space:]]//g`,
    '/./!{',
    'x',
    'b',
    '}',
    'x',
    's/[^[:space:][:punct:]]/x/g',
].join('\n');
const daemonFileReads = [
    { id: 'daemon_file_kind', argv: ['stat', '-c', '%F|%a|%U:%G', places/* DAEMON_FILE */._] },
    { id: 'daemon_file', argv: ['sed', '-zE', MASK, places/* DAEMON_FILE */._] },
    { id: 'daemon_file_sum', argv: ['sha256sum', places/* DAEMON_FILE */._] },
];
function daemonFile(results, say = reading/* ENGLISH */.VJ) {
    const kind = (0,reading/* resultOf */.Bg)(results, 'daemon_file_kind');
    if (kind.code !== 0) {
        return /No such file/.test(kind.stderr) ? { state: 'none' } : { state: 'unreadable', why: (0,reading/* lastWords */.aN)(kind, say) };
    }
    const [type = '', mode = '', owner = ''] = kind.stdout.trim().split('|');
    if (type === 'symbolic link')
        return { state: 'link' };
    const text = (0,reading/* outputOf */.jH)(results, 'daemon_file');
    const sha256 = (0,reading/* outputOf */.jH)(results, 'daemon_file_sum')?.split(' ')[0];
    if (text === undefined || sha256 === undefined) {
        return { state: 'unreadable', why: (0,reading/* lastWords */.aN)((0,reading/* resultOf */.Bg)(results, 'daemon_file'), say) };
    }
    const kept = { sha256, mode, owner };
    if (text.trim() === '')
        return { state: 'there', settings: {}, ...kept };
    const error = firstJsonError(text, say.json);
    if (error === undefined) {
        const settings = JSON.parse(text);
        if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) {
            return { state: 'there', settings: settings, ...kept };
        }
        return { state: 'broken', line: 1, near: '', problem: say.docker.noObject, ...kept };
    }
    return { state: 'broken', ...error, near: masked(error.near), ...kept };
}
/** Of a broken line, its signs. */
const masked = (line) => line.replace(/[^\s\p{P}]+/gu, '***');

;// CONCATENATED MODULE: ./build/facts/docker.js



// Named, so that a context or DOCKER_HOST of the user does not lead to another machine.
const SOCKET = '/run/docker.sock';
/** Through Docker's API: `docker info` says the same, but starts each plugin of the client first, which takes seconds. */
const info = (socket) => [
    ...['curl', '-q', '-sS', '--noproxy', 'docker', '--max-time', '60', '--unix-socket', socket, 'http://docker/info'],
];
/**
 * The API would tell commands and labels too, and passwords stand in them at times. Written without a space, because it has
 * to stand in a sudoers line; the label is quoted as in an address, so that it can hold no line end and no `|`.
 */
const CONTAINER = '{{.ID}}|{{.Names}}|{{.Image}}|{{.State}}|{{.Status}}|{{`com.docker.compose.project`|.Label|urlquery}}';
const ps = (host) => [
    'docker',
    '-H',
    host,
    'ps',
    '--all',
    '--no-trunc',
    '--format',
    CONTAINER,
];
/** As they run, for the sudoers file. */
const DOCKER_ROOT_READS = [info(SOCKET), ps(`unix://${SOCKET}`)];
const UNIT_FIELDS = 'LoadState,ActiveState,FragmentPath,DropInPaths,InvocationID,CanReload,MainPID,ExecStart';
/**
 * How systemd runs Docker, and then one line where K3s is told to run its pods in it. Commands are not shown: that of K3s
 * holds its token.
 */
const UNIT = [
    `systemctl show docker.service k3s.service k3s-agent.service -p ${UNIT_FIELDS} |`,
    `sed -E -e '1,/^$/{/^ExecStart=/d;b}' -e '/^ExecStart=.* --docker[ ;=]/!d' -e 's/.*/K3s=docker/'`,
].join(' ');
/** Asking a Docker that does not run would start it, through its socket: the address is only told where it runs. */
const ADDRESS = `case $1 in *ActiveState=active* | *ActiveState=reloading*) echo ${SOCKET};; *) exit 3;; esac`;
/** The command line of the running daemon, one word a line, without the values of its flags. */
const FLAGS = [
    `pid=\${1#*MainPID=}; tr '\\0' '\\n' < "/proc/\${pid%%[!0-9]*}/cmdline" |`,
    `sed -E -e 1d -e '/^--config-file$/{n;b}' -e '/^--config-file=/b'`,
    `-e 's/^(--[^=]+)=.*/\\1/' -e 's/^(-[^-]).+/\\1/' -e '/^[^-]/d'`,
].join(' ');
/** Owner, name and control group of daemons and of GitHub's runners. Ends with 1 where there are none. */
const PROCESSES = ['ps', '-ww', '-C', 'dockerd,Runner.Listener', '-o', 'uid=,comm=,cgroup='];
const dockerReads = [
    { id: 'dockerd_unit', argv: ['sh', '-c', UNIT], inShell: true },
    { id: 'dockerd_socket', argv: ['sh', '-c', ADDRESS, 'socket', { from: 'dockerd_unit' }], inShell: true },
    { id: 'dockerd_info', argv: info({ from: 'dockerd_socket' }), root: true },
    { id: 'dockerd_ps', argv: ps({ from: 'dockerd_socket', prefix: 'unix://' }), root: true },
    { id: 'dockerd_snap', argv: ['test', '-e', '/snap/docker/current'], inShell: true },
    { id: 'dockerd_flags', argv: ['sh', '-c', FLAGS, 'flags', { from: 'dockerd_unit' }], inShell: true },
    ...daemonFileReads,
    { id: 'in_container', argv: ['sh', '-c', 'test -e /.dockerenv || test -e /run/.containerenv'], inShell: true },
    { id: 'dockerd_processes', argv: PROCESSES },
    { id: 'dockerd_k3s', argv: ['grep', '-Eos', '^docker: *"?true', '/etc/rancher/k3s/config.yaml'] },
];
function dockerFacts(results, say = reading/* ENGLISH */.VJ) {
    const daemon = daemonOf(results, say);
    const containers = containersOf(results, say);
    const names = 'unreadable' in containers ? [] : containers.map(({ name }) => name);
    const processes = ((0,reading/* outputOf */.jH)(results, 'dockerd_processes') ?? '').split('\n');
    return {
        daemon,
        containers,
        file: daemonFile(results, say),
        unit: unitOf(results),
        flags: flagsOf(results, say),
        snap: (0,reading/* outputOf */.jH)(results, 'dockerd_snap') !== undefined,
        usersOwn: processes.some((line) => /^ *[1-9]\d* +dockerd /.test(line)),
        insideContainer: (0,reading/* outputOf */.jH)(results, 'in_container') !== undefined,
        runnersInContainers: processes.filter((line) => /^ *\d+ +Runner\.Listener .*docker/.test(line)).length,
        kubernetesOnDocker: /^K3s=docker$/m.test((0,reading/* outputOf */.jH)(results, 'dockerd_unit') ?? '') ||
            ((0,reading/* outputOf */.jH)(results, 'dockerd_k3s') ?? '') !== '' ||
            names.some((name) => /^k8s_/.test(name)),
    };
}
function daemonOf(results, say) {
    const info = (0,reading/* jsonOf */.o_)(results, 'dockerd_info');
    // What the API says when something is wrong is JSON too.
    if (typeof info?.ServerVersion !== 'string' || info.ServerVersion === '')
        return silent(results, 'dockerd_info', say);
    const text = (name) => (typeof info[name] === 'string' ? info[name] : '');
    return {
        version: info.ServerVersion,
        storageDriver: text('Driver'),
        logDriver: text('LoggingDriver'),
        liveRestore: info.LiveRestoreEnabled === true,
        rootFolder: text('DockerRootDir'),
        rootless: Array.isArray(info.SecurityOptions) && info.SecurityOptions.includes('name=rootless'),
        swarm: stateOfSwarm(info.Swarm),
        running: Number(info.ContainersRunning ?? 0),
    };
}
const stateOfSwarm = (swarm) => String(swarm?.LocalNodeState || 'inactive');
function containersOf(results, say) {
    const text = (0,reading/* outputOf */.jH)(results, 'dockerd_ps');
    if (text === undefined)
        return silent(results, 'dockerd_ps', say);
    return text
        .split('\n')
        .filter(Boolean)
        .map((line) => {
        const [id = '', name = '', image = '', state = '', status = '', project = ''] = line.split('|');
        return { id, name, image, state, status, project };
    });
}
function silent(results, id, texts) {
    const say = texts.docker;
    const result = (0,reading/* resultOf */.Bg)(results, id);
    if (result.code === host/* NOT_RUN */.OG)
        return say.notAsked;
    if ((0,reading/* isNotInstalled */.SE)(result))
        return { ...(result.argv[0] === 'curl' ? say.noCurl : say.noCommand), noTool: true };
    return {
        unreadable: say.silent(result.code === 0 ? say.noVersion : (0,reading/* lastWords */.aN)(result, texts)),
        wayOut: (0,reading/* rightWayOut */.uo)(results, id, texts) ?? say.seeUnit,
    };
}
function unitOf(results) {
    const text = (0,reading/* outputOf */.jH)(results, 'dockerd_unit') ?? '';
    const field = (name) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';
    return {
        loaded: field('LoadState') === 'loaded',
        active: field('ActiveState') === 'active',
        file: field('FragmentPath'),
        dropIns: field('DropInPaths').split(' ').filter(Boolean),
        invocation: field('InvocationID'),
        canReload: field('CanReload') === 'yes',
    };
}
function flagsOf(results, say) {
    const text = (0,reading/* outputOf */.jH)(results, 'dockerd_flags');
    if (text !== undefined)
        return text.split('\n').filter(Boolean);
    const result = (0,reading/* resultOf */.Bg)(results, 'dockerd_flags');
    return say.docker.flags((0,reading/* lastWords */.aN)(result, say));
}

;// CONCATENATED MODULE: ./build/steps/docker-config/about.js
const about_STEP = 'docker-config';

;// CONCATENATED MODULE: ./build/steps/docker-config/changes.js
const KEPT = '/var/lib/edge-phase1/docker-config';
/** The changes that this step knows, in the words of the host script. Where there is no file its sha256 is `none`. */
const changesIn = ({ changes: say }) => ({
    backup: (sha256) => ({ id: 'backup', ...say.backup(sha256 !== 'none', KEPT) }),
    replace: (sha256) => ({ id: 'replace', ...say.replace(sha256 !== 'none') }),
    restore: (sha256) => ({ id: 'restore', ...say.restore(sha256 !== 'none', KEPT) }),
    liveRestore: () => ({
        id: 'live-restore',
        command: 'systemctl reload docker.service',
        ...say.liveRestore,
    }),
    reload: () => ({ id: 'reload', command: 'systemctl reload docker.service', ...say.reload }),
    restart: (running, goOn) => ({
        id: 'restart',
        command: 'systemctl restart docker.service',
        ...say.restart(running, goOn),
    }),
    containers: (count, pods) => ({
        id: 'containers',
        command: 'docker start …',
        ...say.containers(count, pods),
        continuation: true,
    }),
});

;// CONCATENATED MODULE: ./build/steps/docker-config/history.js


const CHANGES = ['replace', 'restore', 'live-restore', 'reload', 'restart'];
/** Finishes a restart that was cut short. */
const FINISHING = 'containers';
const SETTLED = ['restart', 'reload', FINISHING];
const ofStep = (journal) => journal.filter((entry) => entry.step === about_STEP);
/** The newest change that made the file what it is now, even if nobody knows whether it was finished. */
const lastReplaced = (journal, sha256) => ofStep(journal).findLast((entry) => entry.change === 'replace' &&
    (entry.event === 'intent' || entry.event === 'done') &&
    entry.file_sha256 === sha256);
/** What the newest run has left to do, where it was cut short: undefined where it has not. */
function unsettled(journal, sha256) {
    const last = ofStep(journal).findLast(({ event, change = '' }) => ((event === 'intent' || event === 'done' || event === 'failed') && CHANGES.includes(change)) ||
        ((event === 'done' || event === 'failed') && change === FINISHING));
    if (!last || last.event === 'failed' || last.file_sha256 !== sha256)
        return undefined;
    return last.event === 'done' && SETTLED.includes(last.change) ? undefined : last;
}
/** What a restart that was cut short in this boot has left to be looked after: containers that do not run, and pods. */
function leftBehind(entry, { machine, facts: { containers } }) {
    if (entry.boot !== machine.bootId || (0,reading/* isUnreadable */.GZ)(containers))
        return { stopped: 0, pods: 0 };
    const stopped = containers.filter(({ id, state }) => entry.containers?.includes(id) && !['running', 'paused', 'restarting'].includes(state));
    return { stopped: stopped.length, pods: Number(entry.pods_before ?? 0) };
}
/** Whether it died in its restart, so that nobody has looked how Docker came back. */
const diedRestarting = ({ event, change }) => event === 'intent' && change === 'restart';
/** The newest restart that was carried out (perhaps by two runs) or failed, with what became of the pods. */
const lastRestart = (journal) => ofStep(journal).findLast(({ event, change, pods_before }) => (event === 'done' || event === 'failed') &&
    (change === 'restart' || (change === FINISHING && pods_before !== undefined)));

;// CONCATENATED MODULE: ./build/steps/docker-config/settings.js
/** Everything that this step may write, in the order in which it is written. The host script has the same list. */
const SETTINGS = [
    { key: 'storage-driver', effect: 'restart', flags: ['--storage-driver', '-s'] },
    { key: 'log-driver', effect: 'restart', flags: ['--log-driver'] },
    { key: 'log-opts.max-size', effect: 'restart', flags: ['--log-opt'] },
    { key: 'log-opts.max-file', effect: 'restart', flags: ['--log-opt'] },
    { key: 'max-concurrent-downloads', effect: 'reload', flags: ['--max-concurrent-downloads'] },
    { key: 'max-concurrent-uploads', effect: 'reload', flags: ['--max-concurrent-uploads'] },
    { key: 'live-restore', effect: 'reload', flags: ['--live-restore'] },
    { key: 'builder.gc.enabled', effect: 'restart', flags: [] },
    { key: 'builder.gc.defaultKeepStorage', effect: 'restart', flags: [] },
    { key: 'builder.gc.defaultReservedSpace', effect: 'restart', flags: [] },
    { key: 'builder.gc.defaultMaxUsedSpace', effect: 'restart', flags: [] },
    { key: 'builder.gc.defaultMinFreeSpace', effect: 'restart', flags: [] },
];
/** The settings that the configuration asks for; those that are null are left as they are. */
function wishes(config) {
    return SETTINGS.flatMap((setting) => {
        const value = valueAt(config.docker_config.settings, setting.key);
        return value === null || value === undefined ? [] : [{ setting, value: value }];
    });
}
/** The value at a dotted path, or undefined where a part of it is not there. */
function valueAt(data, key) {
    return key.split('.').reduce((part, name) => {
        const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
        return isObject && Object.hasOwn(part, name) ? part[name] : undefined;
    }, data);
}

;// CONCATENATED MODULE: ./build/steps/docker-config/merge.js

const differences = (file, wanted) => wanted.flatMap(({ setting, value }) => {
    const from = valueAt(file, setting.key);
    return from === value ? [] : [{ setting, from, to: value }];
});
/** The file with these settings in it. Everything else stays, in its order; what is new comes last. */
const merged = (file, changes) => changes.reduce((result, { setting, to }) => withValue(result, setting.key.split('.'), to), file);
function withValue(object, [name = '', ...rest], value) {
    if (rest.length === 0)
        return { ...object, [name]: value };
    const inner = Object.hasOwn(object, name) ? object[name] : undefined;
    const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    return { ...object, [name]: withValue(isObject ? inner : {}, rest, value) };
}
/** `key=value` of each, in one line: what an approval and the host script hold each other to. */
const inOneLine = (settings) => settings.map(({ setting, to }) => `${setting.key}=${to}`).join(' ');
/** The differences for people, a line each, as a diff shows them. */
function diffLines(changes) {
    return changes.map(({ setting, from, to }) => from === undefined
        ? `+ ${setting.key}: ${JSON.stringify(to)}`
        : `~ ${setting.key}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`);
}

;// CONCATENATED MODULE: ./build/steps/docker-config/facts.js
const sumOf = ({ file }) => ('sha256' in file ? file.sha256 : 'none');

;// CONCATENATED MODULE: ./build/steps/docker-config/refusals.js







/** Where this step cannot work at all, whatever is to be done. */
function placeRefusal({ insideContainer, usersOwn, unit, snap, file }, say) {
    if (insideContainer)
        return (0,plan/* refusal */.x5)('inside-container', say.insideContainer);
    if (usersOwn && !unit.active)
        return (0,plan/* refusal */.x5)('rootless', say.rootless);
    if (!unit.loaded)
        return snap ? (0,plan/* refusal */.x5)('snap', say.snap) : (0,plan/* refusal */.x5)('no-unit', say.noUnit);
    if (file.state === 'link')
        return (0,plan/* refusal */.x5)('daemon-json-link', say.link);
    return file.state === 'unreadable' ? (0,plan/* refusal */.x5)('unknown', say.unreadable(file.why)) : undefined;
}
/** Docker as it runs and its file; or why they cannot be planned with. */
function subjectOf(situation) {
    const { facts, config } = situation;
    const say = (0,build_texts/* textsOf */.CB)(config).dockerConfig.refusals;
    const place = placeRefusal(facts, say);
    if (place)
        return place;
    const { daemon, file, flags, unit } = facts;
    if (!unit.active || (0,reading/* isUnreadable */.GZ)(daemon))
        return silentRefusal(situation, say);
    const other = otherFileRefusal(facts, daemon, say);
    if (other)
        return other;
    if ((0,reading/* isUnreadable */.GZ)(flags))
        return (0,plan/* unreadableRefusal */.m3)(flags);
    if (file.state === 'broken') {
        return (0,plan/* refusal */.x5)('daemon-json-broken', say.broken(file.line, file.problem, file.near));
    }
    return { daemon, settings: file.state === 'there' ? file.settings : {}, sha256: sumOf(facts) };
}
function silentRefusal({ facts, journal }, say) {
    const { daemon, unit } = facts;
    if (unit.active && (0,reading/* isUnreadable */.GZ)(daemon))
        return (0,plan/* unreadableRefusal */.m3)(daemon);
    return (0,plan/* refusal */.x5)('docker-down', say.down(lastReplaced(journal, sumOf(facts)) !== undefined));
}
function otherFileRefusal({ flags }, daemon, say) {
    const words = (0,reading/* isUnreadable */.GZ)(flags) ? [] : flags;
    const at = words.findIndex((word) => word === '--config-file' || word.startsWith('--config-file='));
    const path = at < 0 ? places/* DAEMON_FILE */._ : (words[at].split('=')[1] ?? words[at + 1]);
    if (path !== places/* DAEMON_FILE */._)
        return (0,plan/* refusal */.x5)('other-file', say.otherFile(path));
    if (daemon.rootless)
        return (0,plan/* refusal */.x5)('rootless', say.rootless);
    return daemon.rootFolder.startsWith('/var/snap/') ? (0,plan/* refusal */.x5)('snap', say.snap) : undefined;
}
/** What Docker would find out only when it starts, or not at all. */
function clashRefusal({ daemon, settings }, { flags }, wanted, changes, say) {
    for (const { setting } of changes) {
        const unknown = unknownKeyRefusal(setting.key, daemon.version, say);
        if (unknown)
            return unknown;
    }
    for (const { setting } of changes) {
        const flag = (0,reading/* isUnreadable */.GZ)(flags)
            ? undefined
            : flags.find((word) => setting.flags.some((name) => word === name || (name.length === 2 && word.startsWith(name))));
        if (flag !== undefined)
            return (0,plan/* refusal */.x5)('flag-clash', say.flag(setting.key, flag));
    }
    const logs = changes.some(({ setting }) => setting.key.startsWith('log-'))
        ? logRefusal(daemon, settings, wanted, say)
        : undefined;
    return logs ?? swarmRefusal(daemon, settings, wanted, changes, say);
}
/** Docker takes both on a reload, and then does not start any more. */
function swarmRefusal({ swarm }, settings, wanted, changes, say) {
    const wish = wanted.find(({ setting }) => setting.key === 'live-restore')?.value;
    const will = wish ?? valueAt(settings, 'live-restore');
    if (changes.length === 0 || will !== true || swarm === 'inactive')
        return undefined;
    return (0,plan/* refusal */.x5)('swarm', say.swarm(swarm));
}
/** Docker passes over keys below `builder` that it does not know, so that they would be written for nothing. */
function unknownKeyRefusal(key, version, say) {
    if (!key.startsWith('builder.gc.default'))
        return undefined;
    const isNew = Number.parseInt(version, 10) >= 28;
    const isOldKey = key.endsWith('KeepStorage');
    if (isNew !== isOldKey)
        return undefined;
    return (0,plan/* refusal */.x5)('key-not-known', isNew ? say.renamedKey(version, key) : say.unknownKey(version, key));
}
/** The options of each log driver that this step may set, and those of every driver. */
const LOG_OPTIONS = {
    'json-file': ['labels', 'labels-regex', 'env', 'env-regex', 'tag'],
    local: [],
};
const OPTIONS_OF_ALL = ['max-size', 'max-file', 'compress', 'mode', 'max-buffer-size'];
function logRefusal(daemon, settings, wanted, say) {
    const wish = wanted.find(({ setting }) => setting.key === 'log-driver')?.value;
    const options = Object.keys(valueAt(settings, 'log-opts') ?? {});
    const known = [...OPTIONS_OF_ALL, ...(LOG_OPTIONS[String(wish)] ?? [])];
    const foreign = wish === undefined ? undefined : options.find((option) => !known.includes(option));
    if (foreign !== undefined)
        return (0,plan/* refusal */.x5)('log-clash', say.logOption(foreign, String(wish)));
    const driver = wish ?? daemon.logDriver;
    if (driver === 'json-file' || driver === 'local')
        return undefined;
    return (0,plan/* refusal */.x5)('log-clash', say.logDriver(String(driver)));
}
/** A runner that lives in a container of this Docker is stopped with it, in the middle of its job. */
function restartRefusal({ runnersInContainers }, containersGoOn, say) {
    return containersGoOn || runnersInContainers === 0 ? undefined : (0,plan/* refusal */.x5)('runner-in-container', say.runner);
}

;// CONCATENATED MODULE: ./build/steps/docker-config/plan.js









/** From the settings that are there to the configured ones; everything else in the file stays. */
function docker_config_plan_plan(situation) {
    const subject = subjectOf(situation);
    if ('code' in subject)
        return (0,plan/* refused */.J5)(about_STEP, 'apply', subject);
    const { machine, facts, config } = situation;
    const say = (0,build_texts/* textsOf */.CB)(config).dockerConfig;
    const change = changesIn(say);
    const wanted = wantedOf(situation, subject);
    const differing = differences(subject.settings, wanted);
    const clash = clashRefusal(subject, facts, wanted, differing, say.refusals);
    if (clash)
        return (0,plan/* refused */.J5)(about_STEP, 'apply', clash);
    const changes = differing.length > 0
        ? [
            change.backup(subject.sha256),
            change.replace(subject.sha256),
            ...effectChanges(situation, subject, wanted, effectOf(facts, subject, differing)),
        ]
        : restChanges(situation, subject, wanted);
    const restarts = changes.some(({ id }) => id === 'restart');
    const stop = restarts ? restartRefusal(facts, goesOn(subject, changes), say.refusals) : undefined;
    if (stop)
        return (0,plan/* refused */.J5)(about_STEP, 'apply', stop);
    return (0,plan/* finished */.xl)({
        step: about_STEP,
        intent: 'apply',
        summary: summaryOf(differing, changes, say.summary),
        basis: { machine_id: machine.id, file_sha256: subject.sha256, settings: inOneLine(differing) },
        changes,
        target: `${inOneLine(wanted.map(({ setting, value }) => ({ setting, to: value })))} in ${places/* DAEMON_FILE */._}`.trim(),
        notes: [
            ...plan_notesOf(situation, subject, differing, changes, say.notes),
            ...(restarts ? podNotes(config, say.notes) : []),
        ],
    });
}
/** What is to stand in the file: the driver only where it is the one in use. */
const wantedOf = ({ config }, { daemon }) => wishes(config).filter(({ setting }) => setting.key !== 'storage-driver' || daemon.storageDriver === 'overlay2');
/** Restart only where a setting needs it that is not in effect already. */
function effectOf({ unit }, { daemon }, differing) {
    if (!unit.canReload)
        return 'restart';
    const needsRestart = differing.some(({ setting, to }) => setting.effect === 'restart' &&
        !(setting.key === 'storage-driver' || (setting.key === 'log-driver' && to === daemon.logDriver)));
    return needsRestart ? 'restart' : 'reload';
}
function effectChanges({ facts: { unit }, config }, { daemon }, wanted, effect) {
    const change = changesIn((0,build_texts/* textsOf */.CB)(config).dockerConfig);
    if (effect === 'reload')
        return [change.reload()];
    const switchOn = !daemon.liveRestore &&
        unit.canReload &&
        wanted.some(({ setting, value }) => setting.key === 'live-restore' && value === true);
    return [...(switchOn ? [change.liveRestore()] : []), change.restart(daemon.running, switchOn || daemon.liveRestore)];
}
/** What a run that was cut short has left: a file that Docker has not read yet, or containers and pods to look after. */
function restChanges(situation, subject, wanted) {
    const { facts, journal, config } = situation;
    const last = unsettled(journal, subject.sha256);
    if (!last)
        return [];
    if (last.invocation === facts.unit.invocation) {
        return effectChanges(situation, subject, wanted, last.how ?? 'restart');
    }
    if (!diedRestarting(last))
        return [];
    const { stopped, pods } = leftBehind(last, situation);
    return stopped + pods > 0 ? [changesIn((0,build_texts/* textsOf */.CB)(config).dockerConfig).containers(stopped, pods)] : [];
}
const goesOn = ({ daemon }, changes) => daemon.liveRestore || changes.some(({ id }) => id === 'live-restore');
function summaryOf(differing, changes, say) {
    if (differing.length > 0)
        return say.writes(differing.length, changes.at(-1).id === 'restart');
    return changes.length === 0 ? say.done : say.cutShort;
}
function plan_notesOf({ facts, config }, subject, differing, changes, say) {
    const { daemon } = subject;
    const storageDriver = config.docker_config.settings['storage-driver'];
    const restarts = changes.some(({ id }) => id === 'restart');
    return [
        ...diffLines(differing),
        ...(storageDriver !== null && daemon.storageDriver !== 'overlay2' ? [say.otherDriver(daemon.storageDriver)] : []),
        ...(restarts && !goesOn(subject, changes) && daemon.running > 0 ? [say.wouldGoOn] : []),
        ...(restarts && facts.kubernetesOnDocker ? [say.kubernetes] : []),
    ];
}
/** Which kubeconfig root would use is only seen as root, by the script, which says what it has found. */
const podNotes = ({ kubernetes, docker_config }, say) => kubernetes.cluster === 'none' ? [] : [say.pods(docker_config.pod_patience_seconds)];

;// CONCATENATED MODULE: ./build/steps/docker-config/rollback.js









/**
 * Puts the file back as it was before the last change, also when there was none. Only what this step has written is taken
 * back: a file that somebody has changed since stays. Works without a Docker that answers.
 */
function rollback_rollback(situation) {
    const { facts, journal, config } = situation;
    const say = (0,build_texts/* textsOf */.CB)(config).dockerConfig;
    const change = changesIn(say);
    const place = placeRefusal(facts, say.refusals);
    if (place)
        return (0,plan/* refused */.J5)(about_STEP, 'rollback', place);
    const sha256 = sumOf(facts);
    const newest = unsettled(journal, sha256);
    const cut = newest?.mode === 'rollback' ? newest : undefined;
    const rest = cut && restOf(situation, cut);
    if (rest)
        return done(situation, rest.summary, sha256, [rest.change]);
    const last = lastReplaced(journal, sha256);
    if (last?.from_sha256 === undefined)
        return done(situation, say.summary.notOurs, cut ? sha256 : '', []);
    const effect = rollback_effectOf(facts.unit.active, last.settings ?? '', last.how);
    const stop = effect === 'restart' ? restartRefusal(facts, liveRestore(situation), say.refusals) : undefined;
    if (stop)
        return (0,plan/* refused */.J5)(about_STEP, 'rollback', stop);
    const old = last.from_sha256;
    const summary = old === 'none' ? say.summary.deletes(effect) : say.summary.back(effect);
    return done(situation, summary, old, [change.backup(sha256), change.restore(old), effectChange(situation, effect)]);
}
/** Docker keeps live-restore on when the key is gone and it only reads its file again. */
const rollback_effectOf = (active, settings, how = 'restart') => active && !` ${settings}`.includes(' live-restore=') ? how : 'restart';
/** What a rollback has left to do that was cut short after it had put the file back: before an older change is taken back. */
function restOf(situation, cut) {
    const say = (0,build_texts/* textsOf */.CB)(situation.config).dockerConfig;
    if (cut.invocation === situation.facts.unit.invocation) {
        return { summary: say.summary.backUnread, change: effectChange(situation, cut.how ?? 'restart') };
    }
    if (!diedRestarting(cut))
        return undefined;
    const { stopped, pods } = leftBehind(cut, situation);
    const change = { ...changesIn(say).containers(stopped, pods), undo: say.changes.staysBack };
    return { summary: say.summary.backUnseen, change };
}
function effectChange(situation, effect) {
    const { daemon } = situation.facts;
    const change = changesIn((0,build_texts/* textsOf */.CB)(situation.config).dockerConfig);
    if (effect === 'reload')
        return change.reload();
    return change.restart((0,reading/* isUnreadable */.GZ)(daemon) ? 0 : daemon.running, liveRestore(situation));
}
const liveRestore = ({ facts: { daemon } }) => !(0,reading/* isUnreadable */.GZ)(daemon) && daemon.liveRestore;
function done(situation, summary, old, changes) {
    const { machine, facts } = situation;
    const basis = { machine_id: machine.id, file_sha256: sumOf(facts), old_sha256: old };
    return (0,plan/* finished */.xl)({ step: about_STEP, intent: 'rollback', summary, basis, changes, target: `${old} in ${places/* DAEMON_FILE */._}` });
}

;// CONCATENATED MODULE: ./build/steps/docker-config/tables.js




const shown = (value) => (value === undefined ? '-' : JSON.stringify(value));
/** Every setting with what stands in the file, why it is there, and what it can and cannot do for builds. */
function tables_tables(situation) {
    const subject = subjectOf(situation);
    if ('code' in subject)
        return [];
    const say = (0,build_texts/* textsOf */.CB)(situation.config).dockerConfig;
    const wanted = wantedOf(situation, subject);
    const rows = wanted.map(({ setting, value }) => [
        setting.key,
        shown(value),
        shown(valueAt(subject.settings, setting.key)),
        say.settings[setting.key].why,
        say.settings[setting.key].builds,
    ]);
    if (rows.length === 0)
        return [];
    return [{ ...say.table, rows }];
}

;// CONCATENATED MODULE: ./build/steps/docker-config/verify.js






const result = (pass) => (pass ? 'pass' : 'fail');
const verify_verify = (situation) => [
    settingsCheck(situation),
    healthCheck(situation),
    ...podsCheck(situation),
];
/** Whether the settings stand in the file, and Docker has read them since. */
function settingsCheck(situation) {
    const { checks, dockerConfig } = (0,build_texts/* textsOf */.CB)(situation.config);
    const say = dockerConfig.check;
    const about = { id: 'docker_settings', ...say.settings };
    const subject = subjectOf(situation);
    if ('code' in subject)
        return { ...about, measured: checks.notKnown(subject.message), result: 'unknown' };
    const differing = differences(subject.settings, wantedOf(situation, subject));
    if (differing.length > 0) {
        return { ...about, measured: say.differ(differing.map(({ setting }) => setting.key)), result: 'fail' };
    }
    const left = unsettled(situation.journal, subject.sha256);
    const unread = left !== undefined && left.invocation === situation.facts.unit.invocation;
    return {
        ...about,
        measured: unread ? say.unread : say.asConfigured,
        result: result(!unread),
    };
}
/** Whether Docker answers and no container is in trouble; what a container is meant to do is not known here. */
function healthCheck({ facts: { daemon, containers }, config }) {
    const { checks, dockerConfig } = (0,build_texts/* textsOf */.CB)(config);
    const say = dockerConfig.check;
    const about = { id: 'docker_health', ...say.health };
    const unknown = ({ unreadable }) => ({
        ...about,
        measured: checks.notKnown(unreadable),
        result: 'unknown',
    });
    if ((0,reading/* isUnreadable */.GZ)(daemon))
        return unknown(daemon);
    if ((0,reading/* isUnreadable */.GZ)(containers))
        return unknown(containers);
    const ill = containers.filter(({ state, status }) => state === 'restarting' || state === 'dead' || status.includes('(unhealthy)'));
    const running = say.running(daemon.version, daemon.running);
    const named = ill.map(({ name, state }) => `${name} (${state})`).join(', ');
    return { ...about, measured: ill.length > 0 ? `${running}; ${named}` : running, result: result(ill.length === 0) };
}
/** What the newest restart has done to the pods of this node, as the host script has seen it. It informs. */
function podsCheck({ journal, config }) {
    const last = lastRestart(journal);
    if (last?.event !== 'done' || last.pods === undefined || config.kubernetes.cluster === 'none')
        return [];
    const { pods, time } = last;
    const say = (0,build_texts/* textsOf */.CB)(config).dockerConfig.check;
    const about = {
        id: 'docker_pods',
        ...say.pods,
        how: say.podsHow(time),
        informational: true,
    };
    if (pods.startsWith('not compared'))
        return [{ ...about, measured: pods, result: 'unknown' }];
    return [{ ...about, measured: pods, result: result(!pods.startsWith('not as before')) }];
}

;// CONCATENATED MODULE: ./build/steps/docker-config/index.js








const docker_config_needs = [
    { program: 'docker', debianPackage: 'docker-cli', why: 'to see its containers' },
    { program: 'curl', debianPackage: 'curl', why: "to ask Docker's API" },
    { program: 'dockerd', debianPackage: 'docker.io', why: 'to check a configuration before it is used' },
    { program: 'systemctl', debianPackage: 'systemd', why: 'to reload and restart Docker' },
];
function docker_config_scriptArguments(plan, config) {
    const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
    const expected = Object.entries(plan.basis).filter(([name]) => name !== 'machine_id');
    const { cluster, kubeconfig } = config.kubernetes;
    return [
        ...(plan.intent === 'rollback' ? ['--rollback'] : []),
        ...['--cluster', cluster, '--pod-patience', String(config.docker_config.pod_patience_seconds)],
        ...(kubeconfig === null ? [] : ['--kubeconfig', kubeconfig]),
        ...SETTINGS.flatMap(({ key }) => ['--set', `${key}=${valueAt(config.docker_config.settings, key) ?? 'keep'}`]),
        ...[['changes', changes], ...expected].flatMap(([name, value]) => ['--expect', `${name}=${value}`]),
    ];
}
const dockerConfig = {
    id: about_STEP,
    title: "Settings of Docker's daemon",
    kind: 'change',
    script: 'docker-config-phase1.sh',
    needs: docker_config_needs,
    reads: () => dockerReads,
    rootReads: () => DOCKER_ROOT_READS,
    facts: (results, config) => dockerFacts(results, (0,build_texts/* textsOf */.CB)(config).facts),
    plan: docker_config_plan_plan,
    rollback: rollback_rollback,
    scriptArguments: docker_config_scriptArguments,
    verify: verify_verify,
    tables: tables_tables,
};

// EXTERNAL MODULE: ./build/facts/lvm.js
var lvm = __webpack_require__(6054);
;// CONCATENATED MODULE: ./build/steps/extend-lvm/about.js
const extend_lvm_about_STEP = 'extend-lvm';

// EXTERNAL MODULE: ./build/steps/extend-lvm/facts.js + 1 modules
var extend_lvm_facts = __webpack_require__(1379);
;// CONCATENATED MODULE: ./build/steps/extend-lvm/changes.js
const names = (pvs) => pvs.map((pv) => pv.name).join(' ');
/** The changes that this step knows, in the words of the host script. */
const changes_changesIn = ({ changes: say }) => ({
    backup: (folders) => ({
        id: 'backup',
        command: `vgcfgbackup -f ${folders[0]}/…`,
        ...say.backup(folders),
    }),
    growpart: (pvs) => ({ id: 'growpart', ...say.growpart(names(pvs)) }),
    pvresize: (pvs) => ({
        id: 'pvresize',
        command: `pvresize ${names(pvs)}`,
        ...say.pvresize,
    }),
    vgextend: ({ group }, disk) => ({
        id: 'vgextend',
        command: `vgextend ${group.name} ${disk.path}`,
        ...say.vgextend(disk, group.name),
        takes: disk.serial,
    }),
    lvextend: ({ group, logical }, bytes) => ({
        id: 'lvextend',
        command: `lvextend --size ${bytes}b ${group.name}/${logical.name}`,
        ...say.lvextend(bytes),
    }),
    refresh: ({ group, logical }) => ({
        id: 'refresh',
        command: `lvchange --refresh ${group.name}/${logical.name}`,
        ...say.refresh,
        continuation: true,
    }),
    growfs: ({ mount }) => ({
        id: 'growfs',
        command: mount.type === 'xfs' ? `xfs_growfs ${mount.target}` : `resize2fs ${mount.source}`,
        ...say.growfs,
    }),
    lvreduce: ({ group, logical }, bytes) => ({
        id: 'lvreduce',
        command: `lvreduce --size ${bytes}b ${group.name}/${logical.name}`,
        ...say.lvreduce(bytes),
    }),
});

;// CONCATENATED MODULE: ./build/steps/extend-lvm/refusals.js





/** Kinds of logical volume that are left alone, by the first letter of lv_attr (see lvs(8)). */
function kindRefusal(letter, name, attributes, say) {
    if (letter === 'V')
        return (0,plan/* refusal */.x5)('thin', say.thin(name));
    switch (letter.toLowerCase()) {
        case 't':
            return (0,plan/* refusal */.x5)('thin', say.thinPool(name));
        case 'o':
            return (0,plan/* refusal */.x5)('snapshot-origin', say.snapshotOrigin(name));
        case 's':
            return (0,plan/* refusal */.x5)('snapshot', say.snapshot(name));
        case 'r':
            return (0,plan/* refusal */.x5)('raid', say.raid(name));
        case 'm':
            return (0,plan/* refusal */.x5)('mirror', say.mirror(name));
    }
    return letter === 'C' ? (0,plan/* refusal */.x5)('cache', say.cache(name)) : (0,plan/* refusal */.x5)('lv-kind', say.kind(name, attributes));
}
/** Why this volume is left alone, or undefined where it may be extended. */
function refusalFor(facts, config) {
    const mountPoint = config.extend_lvm.mount;
    const say = (0,build_texts/* textsOf */.CB)(config).extendLvm.refusals;
    const { block, lvm, fileSystem } = facts;
    if (block.gap)
        return (0,plan/* unreadableRefusal */.m3)(block.gap);
    const placement = placementRefusal(block, mountPoint, say);
    if (placement)
        return placement;
    if ((0,reading/* isUnreadable */.GZ)(lvm))
        return (0,plan/* unreadableRefusal */.m3)(lvm);
    const volume = (0,extend_lvm_facts/* findVolume */.y6)(facts, mountPoint);
    if (!volume)
        return (0,plan/* refusal */.x5)('lvm-unreadable', say.lvmUnreadable(mountPoint));
    return (volumeRefusal(volume, say) ??
        encryptionRefusal(volume, block, say) ??
        mountRefusal(volume, say) ??
        ((0,reading/* isUnreadable */.GZ)(fileSystem)
            ? (0,plan/* unreadableRefusal */.m3)(fileSystem)
            : fileSystem.damage
                ? (0,plan/* refusal */.x5)('fs-damaged', say.damaged(mountPoint, fileSystem.damage, volume.mount.source))
                : undefined));
}
function placementRefusal(block, mountPoint, say) {
    const mount = block.mounts.findLast((m) => m.target === mountPoint);
    if (!mount)
        return (0,plan/* refusal */.x5)('no-mount', say.noMount(mountPoint));
    const type = (0,facts_block/* deviceAt */.ON)(block, mount.source)?.type;
    if (type === 'lvm')
        return undefined;
    if (type === 'crypt')
        return (0,plan/* refusal */.x5)('luks', say.luksAbove(mountPoint));
    return (0,plan/* refusal */.x5)('not-lvm', say.notLvm(mountPoint, mount.source, type));
}
function volumeRefusal({ group, logical, mount }, say) {
    const vg = group.name;
    const name = `${vg}/${logical.name}`;
    const [groupPermission, resizable, exported] = group.attributes;
    const [kind = '', permission, , , state] = logical.attributes;
    if (group.missing > 0)
        return (0,plan/* refusal */.x5)('pv-missing', say.missing(vg, group.missing));
    if (exported === 'x')
        return (0,plan/* refusal */.x5)('vg-exported', say.exported(vg));
    if (groupPermission === 'r')
        return (0,plan/* refusal */.x5)('vg-read-only', say.groupReadOnly(vg));
    if (resizable !== 'z')
        return (0,plan/* refusal */.x5)('vg-fixed', say.fixed(vg));
    if (group.lockType !== '' && group.lockType !== 'none') {
        return (0,plan/* refusal */.x5)('vg-shared', say.shared(vg, group.lockType));
    }
    if (kind !== '-')
        return kindRefusal(kind, name, logical.attributes, say);
    const odd = logical.segments.find((segment) => segment.type !== 'linear');
    if (odd)
        return (0,plan/* refusal */.x5)('lv-kind', say.segment(name, odd.type));
    if (state === 's' || state === 'S')
        return (0,plan/* refusal */.x5)('lv-suspended', say.suspended(name, mount.source));
    if (permission !== 'w')
        return (0,plan/* refusal */.x5)('lv-read-only', say.readOnly(name, logical.attributes));
    return undefined;
}
function encryptionRefusal({ group, logical }, block, say) {
    const encrypted = group.physicalVolumes.find((pv) => {
        const device = (0,facts_block/* deviceAt */.ON)(block, pv.name);
        return device && (0,facts_block/* stackOf */.US)(block, device).some((d) => d.type === 'crypt');
    });
    if (!encrypted)
        return undefined;
    return (0,plan/* refusal */.x5)('luks', say.luksBelow(encrypted.name, group.name, `${group.name}/${logical.name}`));
}
function mountRefusal({ mount }, say) {
    if (mount.options.includes('ro'))
        return (0,plan/* refusal */.x5)('fs-read-only', say.mountedReadOnly(mount.target));
    if (/^(ext[234]|xfs)$/.test(mount.type))
        return undefined;
    return (0,plan/* refusal */.x5)('fs-unsupported', say.fileSystem(mount.target, mount.type));
}

;// CONCATENATED MODULE: ./build/steps/extend-lvm/space.js



const space_MIB = 1024 ** 2;
const isAllocatable = (pv) => pv.attributes.startsWith('a');
/** The physical volumes that the volume may take space from. */
function inReach({ group, logical }, otherDisks) {
    const own = new Set(logical.segments.flatMap((segment) => segment.physicalVolumes));
    return group.physicalVolumes.filter((pv) => (otherDisks || own.has(pv.name)) && isAllocatable(pv));
}
/** Looks for `shortfall` bytes: free in the group, then in its physical volumes, behind their partitions, on a new disk. */
function findSpace(volume, facts, shortfall, choice, say) {
    const { block } = facts;
    const extent = volume.group.extentBytes;
    const named = choice.newDisk === null ? undefined : diskNamed(block, choice.newDisk);
    // A run that was cut short may have added the disk already.
    const added = volume.group.physicalVolumes.filter((pv) => pv.name === named?.path);
    const pvs = [...new Set([...inReach(volume, choice.otherDisks), ...added])];
    const gains = new Map();
    const growPartitions = [];
    let bytes = pvs.reduce((sum, pv) => sum + pv.freeBytes, 0);
    const gainOf = (pv, room) => (Math.floor((pv.deviceBytes + room - pv.dataStartBytes) / extent) - pv.extents) * extent - (gains.get(pv) ?? 0);
    const take = (pv, gain) => {
        gains.set(pv, (gains.get(pv) ?? 0) + gain);
        bytes += gain;
    };
    for (const pv of pvs) {
        const gain = bytes < shortfall ? gainOf(pv, 0) : 0;
        if (gain > 0)
            take(pv, gain);
    }
    for (const pv of pvs) {
        const room = bytes < shortfall ? roomBehindPartition(block, pv) : 0;
        const gain = room > 0 ? gainOf(pv, room) : 0;
        if (gain > 0) {
            take(pv, gain);
            growPartitions.push(pv);
        }
    }
    const space = { growPartitions, resize: [...gains.keys()] };
    if (bytes >= shortfall || choice.newDisk === null || added.length > 0)
        return { ...space, bytes };
    const newDisk = findNewDisk(facts, choice.newDisk, say);
    if ('code' in newDisk)
        return newDisk;
    return { ...space, newDisk, bytes: bytes + Math.floor((newDisk.bytes - space_MIB) / extent) * extent };
}
/** Bytes behind the partition of a physical volume; 0 unless it is the last partition of its disk. */
function roomBehindPartition(block, pv) {
    const device = (0,facts_block/* deviceAt */.ON)(block, pv.name);
    const disk = device && block.devices.find((d) => device.parents.includes(d.name));
    if (!device?.partition || !disk)
        return 0;
    const { startBytes } = device.partition;
    const isLast = block.devices.every((d) => !d.parents.includes(disk.name) || (d.partition?.startBytes ?? 0) <= startBytes);
    // A logical partition can only grow together with the extended one around it.
    const isLogical = disk.partitionTable === 'dos' && Number(/\d+$/.exec(device.name)?.[0]) > 4;
    if (!isLast || isLogical)
        return 0;
    const limit = disk.partitionTable === 'dos' ? Math.min(disk.bytes, (2 ** 32 - 1) * 512) : disk.bytes;
    // 1 MiB stays free at the end: the second GPT needs 33 sectors of it.
    return Math.max(0, limit - (startBytes + device.bytes) - space_MIB);
}
/** A name under /dev/disk/by-id ends with the serial number, after the bus and perhaps the vendor and the model. */
const isNamed = ({ serial }, wanted) => serial !== '' &&
    (wanted === serial || (wanted.startsWith('/') && ['-', '_'].some((sign) => wanted.endsWith(sign + serial))));
const diskNamed = (block, wanted) => block.devices
    .filter((d) => d.type === 'disk' && isNamed(d, wanted))
    .sort((a, b) => b.serial.length - a.serial.length)[0];
function findNewDisk({ block, lvm }, wanted, say) {
    const disk = diskNamed(block, wanted);
    if (!disk)
        return (0,plan/* refusal */.x5)('new-disk-not-found', say.noDisk(wanted));
    const groups = (0,reading/* isUnreadable */.GZ)(lvm) ? [] : lvm.groups;
    const group = groups.find((g) => g.physicalVolumes.some((pv) => pv.name === disk.path));
    if (group)
        return (0,plan/* refusal */.x5)('new-disk-not-blank', say.diskInGroup(disk.path, wanted, group.name));
    const used = block.devices.some((d) => d.parents.includes(disk.name));
    const found = disk.fileSystem || disk.partitionTable;
    if (used || (found !== '' && found !== 'LVM2_member')) {
        return (0,plan/* refusal */.x5)('new-disk-not-blank', say.diskNotBlank(disk.path, wanted, found));
    }
    return disk;
}
/** Mounted file system with the most space on a disk that the group does not use: the place for the backup's copy. */
function anotherDisk({ group }, block) {
    const disksUnder = (path) => {
        const device = (0,facts_block/* deviceAt */.ON)(block, path);
        return device ? (0,facts_block/* disksOf */.Gu)(block, device).map((d) => d.name) : [];
    };
    const used = new Set(group.physicalVolumes.flatMap((pv) => disksUnder(pv.name)));
    return block.mounts
        .filter((m) => /^(ext[34]|xfs|btrfs)$/.test(m.type) && m.options.includes('rw'))
        .filter((m) => {
        const disks = disksUnder(m.source);
        return disks.length > 0 && disks.every((name) => !used.has(name));
    })
        .sort((a, b) => b.availableBytes - a.availableBytes)[0]?.target;
}

;// CONCATENATED MODULE: ./build/steps/extend-lvm/plan.js







const plan_MIB = 1024 ** 2;
function plan_subjectOf(situation) {
    const { facts, config } = situation;
    const { mount } = config.extend_lvm;
    const inTheWay = refusalFor(facts, config);
    if (inTheWay)
        return inTheWay;
    return { ...(0,extend_lvm_facts/* findVolume */.y6)(facts, mount), fileSystem: facts.fileSystem };
}
/** The basis that the host script re-checks before it begins (`--expect`). */
function basisOf({ machine }, { group, logical, fileSystem }) {
    return {
        machine_id: machine.id,
        vg_uuid: group.uuid,
        lv_uuid: logical.uuid,
        vg_seqno: group.sequence,
        lv_bytes: logical.bytes,
        fs_bytes: fileSystem.bytes,
    };
}
const refused = (intent, refusal) => (0,plan/* refused */.J5)(extend_lvm_about_STEP, intent, refusal);
/** A plan with its hash; `bytes` is the size that the volume will have. */
function finished(intent, summary, basis, changes, bytes, notes = []) {
    const whole = { ...basis, target_bytes: bytes };
    const target = `${basis.lv_uuid} ${bytes}`;
    return (0,plan/* finished */.xl)({ step: extend_lvm_about_STEP, intent, summary, basis: whole, changes, target, notes });
}
/** From what is there to the configured size; never smaller, and always forward. */
function extend_lvm_plan_plan(situation) {
    const subject = plan_subjectOf(situation);
    if ('code' in subject)
        return refused('apply', subject);
    const { group, logical, fileSystem } = subject;
    const { extend_lvm: wish } = situation.config;
    const say = (0,build_texts/* textsOf */.CB)(situation.config).extendLvm;
    const change = changes_changesIn(say);
    const target = Math.max(logical.bytes, Math.ceil(wish.size / group.extentBytes) * group.extentBytes);
    const growth = growthTo(target, situation, subject);
    if ('code' in growth)
        return refused('apply', growth);
    const size = growth.bytes;
    const changes = [...growth.changes];
    const extends_ = size > logical.bytes;
    if (!extends_ && subject.device.bytes < logical.bytes)
        changes.push(change.refresh(subject));
    if (extends_ || logical.bytes - fileSystem.bytes >= fileSystem.slackBytes)
        changes.push(change.growfs(subject));
    return finished('apply', plan_summaryOf(say.summary, subject, changes, size), basisOf(situation, subject), changes, size, extend_lvm_plan_notesOf(say.notes, subject, wish.size, size));
}
function growthTo(target, situation, subject) {
    const { extend_lvm: wish } = situation.config;
    const say = (0,build_texts/* textsOf */.CB)(situation.config).extendLvm;
    const change = changes_changesIn(say);
    const now = subject.logical.bytes;
    if (target === now)
        return { bytes: now, changes: [] };
    const choice = { otherDisks: wish.other_disks, newDisk: wish.new_disk };
    const space = findSpace(subject, situation.facts, target - now, choice, say.refusals);
    if ('code' in space)
        return space;
    if (space.bytes < target - now && wish.when_short === 'refuse') {
        return (0,plan/* refusal */.x5)('no-space', noSpace(say, subject, target, space, choice.otherDisks));
    }
    const bytes = Math.min(target, now + space.bytes);
    if (bytes === now)
        return { bytes, changes: [] };
    return {
        bytes,
        changes: [
            change.backup(backupFolders(situation, subject)),
            ...(space.growPartitions.length > 0 ? [change.growpart(space.growPartitions)] : []),
            ...(space.resize.length > 0 ? [change.pvresize(space.resize)] : []),
            ...(space.newDisk ? [change.vgextend(subject, space.newDisk)] : []),
            change.lvextend(subject, bytes),
        ],
    };
}
function backupFolders({ facts, config }, subject) {
    const { backup_dir } = config.extend_lvm;
    const other = anotherDisk(subject, facts.block);
    const copy = backup_dir !== 'auto' ? backup_dir : other && `${other}/edge-phase1-lvm-backup`;
    return ['/var/lib/edge-phase1/lvm-backup', ...(copy ? [copy] : [])];
}
function noSpace(say, subject, target, space, otherDisks) {
    const { group, logical } = subject;
    const near = inReach(subject, otherDisks);
    const elsewhere = group.physicalVolumes.filter((pv) => !near.includes(pv)).reduce((sum, pv) => sum + pv.freeBytes, 0);
    const ways = [
        say.waysToSpace.askForLess(Math.floor((logical.bytes + space.bytes) / plan_MIB)),
        say.waysToSpace.takeAll,
        ...(elsewhere > 0 ? [say.waysToSpace.otherDisks(elsewhere, group.name)] : []),
        ...(space.newDisk ? [] : [say.waysToSpace.newDisk]),
    ];
    const short = target - logical.bytes - space.bytes;
    return say.refusals.noSpace(`${group.name}/${logical.name}`, target, short, ways);
}
function plan_summaryOf(say, { mount, logical, group }, changes, size) {
    const name = `${mount.target} (${group.name}/${logical.name})`;
    if (changes.length === 0)
        return say.filled(name, logical.bytes);
    if (size === logical.bytes)
        return say.notFilled(name, size);
    return say.grows(name, logical.bytes, size);
}
function extend_lvm_plan_notesOf(say, { logical }, wanted, size) {
    if (wanted > size)
        return [say.lessThanWanted(wanted, size)];
    if (wanted < logical.bytes)
        return [say.neverSmaller(wanted)];
    return [];
}

;// CONCATENATED MODULE: ./build/steps/extend-lvm/rollback.js





/**
 * Takes an extension back while that is safe: only as long as the file system has not grown. Shrinking LVM under a grown
 * file system destroys data, and so does restoring the metadata backup then.
 */
function extend_lvm_rollback_rollback(situation) {
    const subject = plan_subjectOf(situation);
    if ('code' in subject)
        return refused('rollback', subject);
    const { group, logical, fileSystem } = subject;
    const say = (0,build_texts/* textsOf */.CB)(situation.config).extendLvm;
    const extension = lastExtension(situation.journal, logical.uuid);
    const basis = basisOf(situation, subject);
    const name = `${group.name}/${logical.name}`;
    if (!extension || logical.bytes <= extension.oldBytes) {
        return finished('rollback', say.summary.noExtension(name, logical.bytes), basis, [], logical.bytes);
    }
    if (fileSystem.bytes > extension.oldBytes) {
        return refused('rollback', (0,plan/* refusal */.x5)('fs-grown', grown(say, subject, extension.oldBytes)));
    }
    if (group.sequence !== extension.sequence) {
        const said = say.refusals.drift(group.name, group.sequence, extension.sequence);
        return refused('rollback', (0,plan/* refusal */.x5)('drift', said));
    }
    const summary = say.summary.back(name, logical.bytes, extension.oldBytes);
    const changes = [changes_changesIn(say).lvreduce(subject, extension.oldBytes)];
    return finished('rollback', summary, basis, changes, extension.oldBytes);
}
function lastExtension(journal, lvUuid) {
    const last = journal.findLast((entry) => entry.step === extend_lvm_about_STEP &&
        entry.lv_uuid === lvUuid &&
        (entry.event === 'intent' || entry.event === 'done') &&
        (entry.change === 'lvextend' || entry.change === 'lvreduce'));
    if (last?.vg_seqno === undefined || last.from_bytes === undefined || last.to_bytes === undefined)
        return undefined;
    if (last.change === 'lvreduce') {
        return last.event === 'done' ? undefined : { oldBytes: last.to_bytes, sequence: last.vg_seqno };
    }
    // The intent's number is the one before lvextend, which adds one; a finished change records the one after it.
    return { oldBytes: last.from_bytes, sequence: last.vg_seqno + (last.event === 'intent' ? 1 : 0) };
}
function grown(say, { group, logical, fileSystem, mount }, oldBytes) {
    const device = `/dev/${group.name}/${logical.name}`;
    const recipe = mount.type === 'xfs'
        ? say.shrinkXfs
        : [
            say.shrink,
            `  vgchange -ay ${group.name}`,
            `  e2fsck -f ${device}`,
            `  resize2fs ${device} ${oldBytes / 1024}K`,
            `  lvreduce --size ${oldBytes}b ${group.name}/${logical.name}`,
            `  e2fsck -f ${device}`,
        ].join('\n');
    return say.refusals.grown(`${group.name}/${logical.name}`, fileSystem.bytes, recipe);
}

// EXTERNAL MODULE: ./build/checks/disk.js
var disk = __webpack_require__(1168);
;// CONCATENATED MODULE: ./build/steps/extend-lvm/verify.js





const verify_result = (pass) => (pass ? 'pass' : 'fail');
function extend_lvm_verify_verify(situation) {
    const { facts, config } = situation;
    const root = (0,facts_block/* mountAt */.LS)(facts.block, '/');
    return [volumeCheck(situation), (0,disk/* diskSizeCheck */.Zh)(root, config), (0,disk/* diskUseCheck */.BC)(root, config)];
}
/** Whether the volume has the size asked for, and the file system fills it. */
function volumeCheck({ facts, config }) {
    const { mount, size } = config.extend_lvm;
    const { extendLvm, checks } = (0,build_texts/* textsOf */.CB)(config);
    const say = extendLvm.check;
    const about = { id: 'volume_size', title: say.title(mount), target: say.target(size), how: say.how };
    const volume = (0,extend_lvm_facts/* findVolume */.y6)(facts, mount);
    const { gap } = facts.block;
    if (gap)
        return { ...about, measured: checks.notKnown(gap.unreadable), result: 'unknown' };
    if ((0,reading/* isUnreadable */.GZ)(facts.lvm))
        return { ...about, measured: checks.notKnown(facts.lvm.unreadable), result: 'unknown' };
    if (!volume)
        return { ...about, measured: say.notLvm, result: 'unknown' };
    const { fileSystem } = facts;
    if ((0,reading/* isUnreadable */.GZ)(fileSystem))
        return { ...about, measured: checks.notKnown(fileSystem.unreadable), result: 'unknown' };
    const { bytes } = volume.logical;
    const fills = bytes - fileSystem.bytes < fileSystem.slackBytes && volume.device.bytes === bytes;
    // The plan rounds up to whole extents, so reaching the size itself is enough.
    return {
        ...about,
        measured: say.measured(bytes, fileSystem.bytes),
        result: verify_result(bytes >= size && fills),
    };
}

;// CONCATENATED MODULE: ./build/steps/extend-lvm/index.js






const extend_lvm_needs = [
    { program: 'lsblk', debianPackage: 'util-linux', why: 'to see the disks' },
    { program: 'findmnt', debianPackage: 'util-linux', why: 'to see what is mounted' },
    { program: 'lvm', debianPackage: 'lvm2', why: 'to see and extend logical volumes' },
    { program: 'dumpe2fs', debianPackage: 'e2fsprogs', why: 'to read the size of ext4' },
    { program: 'resize2fs', debianPackage: 'e2fsprogs', why: 'to grow ext4' },
    { program: 'xfs_growfs', debianPackage: 'xfsprogs', why: 'to grow xfs', onlyWhen: 'the file system is xfs' },
    {
        program: 'growpart',
        debianPackage: 'cloud-guest-utils',
        why: 'to grow a partition',
        onlyWhen: 'the free space lies behind the last partition',
    },
    {
        program: 'systemd-run',
        debianPackage: 'systemd',
        why: 'to run changes to their end',
        onlyWhen: 'systemd runs; setsid otherwise',
    },
];
function extend_lvm_scriptArguments(plan, config) {
    const wish = config.extend_lvm;
    const expected = Object.entries(plan.basis).filter(([name]) => name !== 'machine_id');
    const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
    return [
        ...(plan.intent === 'rollback' ? ['--rollback'] : []),
        ...['--mount', wish.mount, '--size', String(wish.size), '--when-short', wish.when_short],
        ...['--backup-dir', wish.backup_dir],
        ...(wish.other_disks ? ['--other-disks'] : []),
        ...(wish.new_disk === null ? [] : ['--new-disk', wish.new_disk]),
        ...[['changes', changes], ...expected].flatMap(([name, value]) => ['--expect', `${name}=${value}`]),
    ];
}
function rootReads({ facts, config }) {
    const volume = (0,extend_lvm_facts/* findVolume */.y6)(facts, config.extend_lvm.mount);
    const device = volume?.mount.source ?? facts.block.mounts.findLast((m) => m.target === config.extend_lvm.mount)?.source;
    return [lvm/* LVM_READ */.JB, ...(device ? [['dumpe2fs', '-h', device]] : [])];
}
const extendLvm = {
    id: extend_lvm_about_STEP,
    title: 'Extend the logical volume and its file system',
    kind: 'change',
    script: 'extend-lvm-phase1.sh',
    needs: extend_lvm_needs,
    reads: extend_lvm_facts/* reads */.Um,
    rootReads,
    facts: extend_lvm_facts/* facts */.Ix,
    plan: extend_lvm_plan_plan,
    rollback: extend_lvm_rollback_rollback,
    scriptArguments: extend_lvm_scriptArguments,
    verify: extend_lvm_verify_verify,
};

;// CONCATENATED MODULE: ./build/steps/harbor/about.js
const harbor_about_STEP = 'harbor';
/** Root only: it holds the password that was generated, and the secret of the robot account. */
const SECRETS = '/var/lib/edge-phase1/harbor';
/** The Harbor project asks for these at least; the kernel keeps some of 4 GB for itself. See its installation prerequisites. */
const MIN_MEMORY = 3_800_000_000;
const MIN_CPUS = 2;
/** Major and minor version; of Compose 1 the last ones that Harbor's own installer takes, too. */
const MIN_DOCKER = [20, 10];
const MIN_COMPOSE = [2, 3];
const MIN_COMPOSE_1 = [1, 18];

// EXTERNAL MODULE: ./build/facts/harbor.js
var harbor = __webpack_require__(5497);
// EXTERNAL MODULE: ./build/facts/results.js
var facts_results = __webpack_require__(4165);
;// CONCATENATED MODULE: ./build/facts/harbor-installed.js
/** What the step harbor has put on the host: from the files that its script leaves, readable for everyone. */


const PROJECT = 'harbor';
/** The one container of the light registry. */
const LIGHT_CONTAINER = 'edge-phase1-registry';
/** Where the image of the light registry came from, as the script remembers it. */
const imageSource = ({ source, sha256 }) => `${source ?? ''} ${sha256 ?? ''}`;
/** Whether anything lies in the folder, also from a try that was cut short. */
const LEFTOVERS = `for path in "$1"/fetch "$1"/*/; do [ ! -d "$path" ] || exit 0; done; exit 1`;
const OTHERS = 'others';
/** Who on the host has the registry in its configuration. The file of K3s is root's; then the result tells whose it is. */
const TRUSTED = `
yaml=/etc/rancher/k3s/registries.yaml
if [ -r "$yaml" ]; then if head -n 1 "$yaml" | grep -qF 'Written by edge-phase1: harbor'; then k3s=K3s; else k3s=${OTHERS}; fi
elif [ -e "$yaml" ]; then if grep -qsE '"trust" *: *"[^"]*k3s' "$2"; then k3s=K3s; else k3s=${OTHERS}; fi
else k3s=
fi
[ "$k3s" != ${OTHERS} ] || echo "$k3s"
[ -e "$1/configured" ] || exit 0
host=$(sed -n 's/^host=//p' "$1/configured" 2>/dev/null); port=$(sed -n 's/^port=//p' "$1/configured" 2>/dev/null)
[ -n "$host" ] || exit 0
if grep -qsF "\\"$host:$port\\"" /etc/docker/daemon.json || [ -e "/etc/docker/certs.d/$host:$port/ca.crt" ]; then echo Docker; fi
[ "$k3s" != K3s ] || echo "$k3s"`;
function installedReads({ harbor }) {
    const folder = harbor.install;
    return [
        { id: 'harbor_installed', argv: ['cat', `${folder}/installed`] },
        { id: 'harbor_configured', argv: ['cat', `${folder}/configured`] },
        { id: 'harbor_services', argv: ['cat', `${folder}/services`] },
        harbor.registry === 'harbor'
            ? { id: 'harbor_fetched', argv: ['test', '-x', `${folder}/${harbor.version}/harbor/prepare`], inShell: true }
            : { id: 'harbor_fetched', argv: ['grep', '-qxF', imageSource(harbor), `${folder}/distribution/source`] },
        { id: 'harbor_leftovers', argv: ['sh', '-c', LEFTOVERS, 'leftovers', folder], inShell: true },
        { id: 'harbor_trusted', argv: ['sh', '-c', TRUSTED, 'trusted', folder, facts_results/* HARBOR_RESULT */.rn], inShell: true },
    ];
}
function installedFacts(results, containers, say = reading/* ENGLISH */.VJ) {
    const installed = markOf(results, 'harbor_installed', say);
    const configured = markOf(results, 'harbor_configured', say);
    if (typeof installed === 'object')
        return installed;
    if (typeof configured === 'object')
        return configured;
    const [line = 'none', ...settings] = configured.split('\n');
    const trusted = ((0,reading/* outputOf */.jH)(results, 'harbor_trusted') ?? '').split('\n').filter(Boolean);
    return {
        installed: installed.trim(),
        configured: line,
        settings: Object.fromEntries(settings.filter((text) => text.includes('=')).map((text) => text.split(/=(.*)/s).slice(0, 2))),
        fetched: (0,reading/* outputOf */.jH)(results, 'harbor_fetched') !== undefined,
        services: ((0,reading/* outputOf */.jH)(results, 'harbor_services') ?? '').split('\n').filter(Boolean).length,
        leftovers: (0,reading/* outputOf */.jH)(results, 'harbor_leftovers') !== undefined,
        trustedBy: trusted.filter((name) => name !== OTHERS),
        othersInK3s: trusted.includes(OTHERS),
        containers: ofProject(containers),
    };
}
/** A file that may not be read is not one that is not there. */
function markOf(results, id, say) {
    const result = (0,reading/* resultOf */.Bg)(results, id);
    if (result.code === 0)
        return result.stdout;
    if (/No such file|Not a directory/.test(result.stderr))
        return 'none';
    return say.harbor.mark(result.argv.at(-1), (0,reading/* lastWords */.aN)(result, say));
}
/** Without Docker there are none. */
function ofProject(containers) {
    if (!(0,reading/* isUnreadable */.GZ)(containers))
        return containers.filter(({ project }) => project === PROJECT);
    return containers.noTool ? [] : containers;
}

// EXTERNAL MODULE: ./build/facts/kubectl.js
var kubectl = __webpack_require__(4337);
;// CONCATENATED MODULE: ./build/facts/harbor-place.js
/** What the host has to offer to a registry: processors, memory, space, Compose, and whether its port is free. */




/**
 * Only a connection tells of a port that is taken through iptables. Two addresses are enough; bridges are the same host.
 * All at once: each answers at once, or is not waited for longer than two seconds.
 */
const CONNECT = `
addresses=127.0.0.1
for address in $(hostname -I); do
  case $address in *:*) ;; *) addresses="$addresses $address"; [ "\${addresses#* * }" = "$addresses" ] || break;; esac
done
for address in $addresses; do
  for port in "$@"; do ( exec 3<>"/dev/tcp/$address/$port" && echo "$address:$port" ) 2>/dev/null & done
done; wait`;
/** The addresses of the interface that leads out; those of Docker's and Kubernetes' bridges are not for others. */
const ADDRESSES = `
route=$(ip -4 route show default)
case $route in *' dev '*) ;; *) exit 0;; esac
device=\${route#* dev }
ip -4 -o addr show dev "\${device%%[[:space:]]*}" scope global | sed 's/.* inet \\([0-9.]*\\).*/\\1/'`;
/**
 * The plugin, or the program of its own that older versions are. Docker's client would first ask each of its plugins who it
 * is; these are the folders that it looks in.
 */
const COMPOSE = `
for plugin in "$HOME/.docker" /usr/local/lib/docker /usr/local/libexec/docker /usr/lib/docker /usr/libexec/docker; do
  [ ! -x "$plugin/cli-plugins/docker-compose" ] || exec "$plugin/cli-plugins/docker-compose" version --short
done
exec docker-compose version --short`;
const DATA = `path=$1; [ -n "$path" ] || [ ! -e "$2/configured" ] || path=$(sed -n 's/^data=//p' "$2/configured" 2>/dev/null)`;
/** The ports that it takes: with https Harbor also answers plain HTTP, with a redirect, on the next one. */
const portsOf = ({ harbor }) => harbor.registry === 'harbor' && harbor.scheme === 'https' ? [harbor.port, harbor.port + 1] : [harbor.port];
function placeReads(config) {
    const { harbor, kubernetes } = config;
    const ports = portsOf(config).map(String);
    const filter = ports.flatMap((port, i) => [...(i > 0 ? ['or'] : []), 'sport', '=', `:${port}`]);
    return [
        { id: 'harbor_compose', argv: ['sh', '-c', COMPOSE], inShell: true },
        { id: 'harbor_memory', argv: ['sed', '-n', 's/^MemTotal: *\\([0-9]*\\) kB$/\\1/p', '/proc/meminfo'] },
        { id: 'harbor_cpus', argv: ['nproc'] },
        { id: 'harbor_addresses', argv: ['sh', '-c', ADDRESSES], inShell: true },
        facts_block/* MOUNTS_READ */.qi,
        (0,facts_block/* mountUnderRead */._Q)('harbor_data_mount', DATA, harbor.data ?? '', harbor.install),
        { id: 'harbor_listeners', argv: ['ss', '-Hltn', ...filter] },
        { id: 'harbor_answers', argv: ['timeout', '2', 'bash', '-c', CONNECT, 'answers', ...ports] },
        { id: 'harbor_k3s', argv: ['test', '-d', '/etc/rancher/k3s'], inShell: true },
        ...(harbor.source?.startsWith('/') ? [{ id: 'harbor_source', argv: ['stat', '-c', '%F', harbor.source] }] : []),
        ...(kubernetes.cluster === 'none'
            ? []
            : [
                {
                    id: 'harbor_kube_services',
                    argv: (0,kubectl/* kubectl */.Lr)(kubernetes.kubeconfig, 'get', 'services', '--all-namespaces', '-o', kubectl/* SERVICES */.Bg),
                    inShell: true,
                },
            ]),
    ];
}
function placeFacts(results, config) {
    const { harbor, kubernetes } = config;
    const say = (0,build_texts/* textsOf */.CB)(config).facts;
    const kilobytes = Number((0,reading/* outputOf */.jH)(results, 'harbor_memory') || Number.NaN);
    const cpus = Number((0,reading/* outputOf */.jH)(results, 'harbor_cpus') || Number.NaN);
    return {
        compose: /^v?(\d+\.\d+[\w.+-]*)$/.exec((0,reading/* outputOf */.jH)(results, 'harbor_compose')?.trim() ?? '')?.[1] ?? '',
        memoryBytes: kilobytes > 0 ? kilobytes * 1024 : undefined,
        cpus: cpus > 0 ? cpus : undefined,
        addresses: ((0,reading/* outputOf */.jH)(results, 'harbor_addresses') ?? '')
            .split(/\s+/)
            .filter((word) => /^\d+(\.\d+){3}$/.test(word)),
        mounts: (0,facts_block/* mountsIn */.Ko)(results, 'mounts'),
        dataMount: (0,facts_block/* mountsIn */.Ko)(results, 'harbor_data_mount').at(-1),
        listeners: listenersOf(results, say),
        // Also where the time was up before all had answered.
        answers: (0,reading/* resultOf */.Bg)(results, 'harbor_answers').stdout.split('\n').filter(Boolean).sort(),
        services: kubernetes.cluster === 'none' ? undefined : servicesOf(results, say),
        k3s: (0,reading/* outputOf */.jH)(results, 'harbor_k3s') !== undefined,
        sourceThere: harbor.source?.startsWith('/') ? isThere((0,reading/* resultOf */.Bg)(results, 'harbor_source')) : undefined,
    };
}
/** Local address and port of each: `LISTEN 0 4096 0.0.0.0:8085 0.0.0.0:*`. */
function listenersOf(results, say) {
    const result = (0,reading/* resultOf */.Bg)(results, 'harbor_listeners');
    if (result.code !== 0)
        return say.harbor.listeners((0,reading/* lastWords */.aN)(result, say));
    return result.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.trim().split(/\s+/)[3] ?? line);
}
function servicesOf(results, say) {
    const result = (0,reading/* resultOf */.Bg)(results, 'harbor_kube_services');
    if (result.code !== 0) {
        // Without a tool or a kubeconfig there may be no cluster at all; K3s that cannot be asked is told of by `k3s`.
        if (result.stderr.includes(kubectl/* NO_TOOL */.te) || result.code === 78)
            return undefined;
        return { unreadable: (0,reading/* lastWords */.aN)(result, say), wayOut: say.harbor.seeServices };
    }
    const read = (0,kubectl/* readLines */.Se)(result.stdout);
    if (!read)
        return say.harbor.torn;
    return read.items.map(({ namespace, name, type, ports }) => ({
        name: `${namespace}/${name}`,
        type,
        // A node port is taken by both; the port of the service itself only by a load balancer.
        ports: ports.flatMap(({ port, node }) => [...(type === 'LoadBalancer' ? [port] : []), ...(node > 0 ? [node] : [])]),
    }));
}
function isThere({ code, stderr }) {
    if (code === 0)
        return true;
    return /No such file|Not a directory/.test(stderr) ? false : undefined;
}

;// CONCATENATED MODULE: ./build/steps/harbor/facts.js







const facts_reads = (config) => [
    { id: 'host_time', argv: ['date', '-u', '+%Y-%m-%dT%H:%M:%SZ'] },
    ...dockerReads,
    ...placeReads(config),
    ...installedReads(config),
    (0,harbor/* localHealthRead */.AK)(config.harbor),
    facts_results/* HARBOR_PROOF_READ */.zG,
];
function facts_facts(results, config) {
    const say = (0,build_texts/* textsOf */.CB)(config).facts;
    const docker = dockerFacts(results, say);
    return {
        now: (0,reading/* outputOf */.jH)(results, 'host_time')?.trim(),
        docker,
        place: placeFacts(results, config),
        installed: installedFacts(results, docker.containers, say),
        health: (0,harbor/* harborHealth */.to)(results, 'harbor_local_health', say) ?? say.harbor.notAsked,
        proof: (0,facts_results/* harborProof */.rC)(results, say),
    };
}

;// CONCATENATED MODULE: ./build/steps/harbor/password.js


/**
 * Harbor's own rule for the administrator's password; it would turn another one away after minutes, when it is installed.
 * The message never repeats it.
 */
function passwordRefusal(password, config) {
    const { password: say, refusals } = (0,build_texts/* textsOf */.CB)(config).harborStep;
    const lacks = [
        ...(password.length < 8 || password.length > 128 ? [say.length] : []),
        ...(/[A-Z]/.test(password) ? [] : [say.upper]),
        ...(/[a-z]/.test(password) ? [] : [say.lower]),
        ...(/[0-9]/.test(password) ? [] : [say.digit]),
        // Harbor puts it into files of variables, where the others would be read as something else.
        ...(/^[A-Za-z0-9!%&()*+,./:;<=>?@^_{|}~-]*$/.test(password) ? [] : [say.signs]),
    ];
    if (lacks.length === 0)
        return undefined;
    return (0,plan/* refusal */.x5)('password-weak', refusals.password(lacks));
}

// EXTERNAL MODULE: ./build/config/harbor.js
var config_harbor = __webpack_require__(1758);
;// CONCATENATED MODULE: ./build/steps/harbor/changes.js

/** The changes that this step knows, in the words of the host script. */
function harbor_changes_changesIn(texts) {
    const { changes: say } = texts;
    const nameOf = ({ registry }, { version }) => registry === 'harbor' ? `Harbor ${version}` : texts.theRegistry;
    return {
        fetch: (wish, wanted) => ({
            id: 'fetch',
            ...say.fetch(nameOf(wish, wanted), sourceOf(wish, texts), wish.registry === 'harbor'),
        }),
        configure: (wish, wanted) => ({
            id: 'configure',
            command: wish.registry === 'harbor' ? `${wish.install}/${wanted.version}/harbor/harbor.yml` : `${wish.install}/…`,
            ...say.configure(`${wish.scheme}://${wanted.address}`, wanted.data),
        }),
        install: (wish, wanted, from) => ({
            id: 'install',
            command: wish.registry === 'harbor' ? 'docker load, prepare, docker compose up -d' : 'docker run -d',
            ...say.install(nameOf(wish, wanted), from),
        }),
        start: (services) => ({ id: 'start', ...say.start(services) }),
        prove: ({ address }) => ({
            id: 'prove',
            command: 'docker push, docker image rm, docker pull',
            ...say.prove(address),
        }),
        use: (wish) => ({
            id: 'use',
            command: wish.registry === 'harbor' ? say.api : `${wish.install}/…`,
            ...say.use(wish.project, wish.robot, keepsOf(wish, say), SECRETS),
        }),
        trust: ({ scheme }, { address, trust }) => ({
            id: 'trust',
            ...say.trust(trust.split(',').map(productOf), address, scheme === 'http'),
        }),
        stop: () => ({ id: 'stop', command: 'docker compose down', ...say.stop }),
        remove: ({ install }, data, deletesData) => ({
            id: 'remove',
            command: `rm -r ${install}${deletesData ? ` ${data}` : ''}`,
            ...say.remove(data, deletesData),
            ...(deletesData && { takes: data }),
        }),
        untrust: () => ({ id: 'untrust', ...say.untrust }),
    };
}
const productOf = (name) => name.replace('docker', 'Docker').replace('k3s', 'K3s');
function sourceOf({ registry, source, version }, { sources }) {
    if (source !== null)
        return source;
    return registry === 'harbor' ? sources.release(version) : sources.none;
}
function keepsOf({ registry, keep, gc, proxy_project }, say) {
    if (registry !== 'harbor')
        return '';
    return [
        keep > 0 ? say.keep(keep) : '',
        gc === null ? '' : say.gc(gc),
        proxy_project === null ? '' : say.proxy(String(proxy_project.split('=')[0])),
    ].join('');
}

;// CONCATENATED MODULE: ./build/steps/harbor/state.js



/** The containers of what was installed: those of the Compose project, or the one of the light registry. */
function state_containersOf({ facts, config }, installed) {
    if ((installed.settings.registry ?? config.harbor.registry) === 'harbor')
        return installed.containers;
    const all = facts.docker.containers;
    return (0,reading/* isUnreadable */.GZ)(all) ? all : all.filter(({ name }) => name === LIGHT_CONTAINER);
}
/** Every service runs, and every component says that it is healthy. Harbor often stays half up after a restart. */
function stateOf(situation, installed) {
    const { health } = situation.facts;
    const { checks, harborStep } = (0,build_texts/* textsOf */.CB)(situation.config);
    const say = harborStep.state;
    const containers = state_containersOf(situation, installed);
    if ((0,reading/* isUnreadable */.GZ)(containers))
        return { up: false, unseen: true, text: checks.notKnown(containers.unreadable) };
    const running = containers.filter(({ state }) => state === 'running');
    const stopped = containers.filter(({ state }) => state !== 'running').map(({ name, state }) => `${name} (${state})`);
    const services = Math.max(installed.services, 1);
    if (running.length < services) {
        return { up: false, text: say.running(running.length, services, stopped) };
    }
    if ((0,reading/* isUnreadable */.GZ)(health))
        return { up: false, text: say.silent(health.unreadable) };
    if (!health.harbor)
        return { up: false, text: health.instead ?? say.noRegistry };
    const ill = health.components.filter(({ healthy }) => !healthy).map(({ name }) => name);
    if (ill.length > 0)
        return { up: false, text: checks.harbor.ill(ill) };
    return { up: true, text: say.up(running.length, checks.harbor.healthy(health.components.length)) };
}

;// CONCATENATED MODULE: ./build/steps/harbor/version.js
/** Whether a version, as `26.1.5+dfsg1`, is below another one, part by part; what is not a number counts as 0. */
function isOlder(version, than) {
    const parts = version.split(/[.+~-]/).map((part) => Number.parseInt(part, 10) || 0);
    for (const [i, wanted] of than.entries()) {
        const part = parts[i] ?? 0;
        if (part !== wanted)
            return part < wanted;
    }
    return false;
}

// EXTERNAL MODULE: ./build/evidence/hash.js
var hash = __webpack_require__(2617);
;// CONCATENATED MODULE: ./build/steps/harbor/wanted.js

const DATA_FOLDER = 'edge-phase1-registry';
function wanted_wantedOf({ harbor }, place, { settings }) {
    const version = harbor.registry === 'harbor' ? harbor.version : '';
    const host = harbor.hostname ?? settings.host ?? place.addresses[0] ?? '';
    const data = harbor.data ?? settings.data ?? defaultData(place.mounts, harbor.min_free);
    const configSha256 = (0,hash/* sha256 */.sc)([
        ...[`registry=${harbor.registry}`, `version=${version}`],
        `source=${harbor.registry === 'harbor' ? '' : (harbor.source ?? '')}`,
        ...[`host=${host}`, `port=${harbor.port}`, `scheme=${harbor.scheme}`, `cert=${harbor.cert ?? ''}`],
        ...[`data=${data}`, `log_size=${harbor.log_size}`, `log_count=${harbor.log_count}`],
        ...[`http_proxy=${harbor.http_proxy ?? ''}`, `https_proxy=${harbor.https_proxy ?? ''}`],
        `no_proxy=${harbor.no_proxy ?? ''}`,
    ]
        .map((line) => `${line}\n`)
        .join(''));
    return {
        ...{ version, host, address: `${host}:${harbor.port}`, data, configSha256 },
        mark: `${harbor.registry} ${version || '-'} ${configSha256}`,
        use: useText(harbor),
        trust: harbor.trust.length === 0 ? 'none' : [...new Set(harbor.trust)].sort().join(','),
    };
}
const useText = ({ project, robot, keep, gc, proxy_project }) => `project=${project} robot=${robot} keep=${keep} gc=${gc ?? 'none'} proxy_project=${proxy_project ?? ''}`;
/** On the data disk with the most space; on / only where there is none with enough. */
function defaultData(mounts, minFree) {
    const [best] = dataMounts(mounts, minFree);
    return best ? `${best.target}/${DATA_FOLDER}` : `/var/lib/${DATA_FOLDER}`;
}
const SYSTEM = /^\/(?:$|boot|efi|usr|var|etc|home|root|tmp|opt|run|snap|nix)(?:\/|$)/;
/** File systems besides those of the system that have this much space, the most first. */
const dataMounts = (mounts, minFree) => mounts
    .filter(({ target, options, availableBytes }) => {
    const isPlain = /^[\w./-]+$/.test(target) && !SYSTEM.test(target);
    return isPlain && options.includes('rw') && availableBytes >= minFree;
})
    .sort((a, b) => b.availableBytes - a.availableBytes);
/** The file system that a folder lies on, of those that are known. */
const mountUnder = (mounts, folder) => mounts
    .filter(({ target }) => target === '/' || folder === target || folder.startsWith(`${target}/`))
    .sort((a, b) => a.target.length - b.target.length)
    .at(-1);

;// CONCATENATED MODULE: ./build/steps/harbor/place-refusals.js








/** Why the host cannot take what is to be installed. What is installed already has its place. */
function place_refusals_placeRefusal(situation, installed, wanted) {
    if (installed.installed === wanted.mark)
        return undefined;
    const isNew = installed.installed === 'none';
    const say = (0,build_texts/* textsOf */.CB)(situation.config).harborStep.refusals;
    return (composeRefusal(situation, say) ??
        (isNew ? (machineRefusal(situation, say) ?? spaceRefusal(situation, installed, wanted, say)) : undefined) ??
        portRefusal(situation, installed, say));
}
/** Harbor is several services that Compose starts, for one kind of processor, and it is large. */
function composeRefusal({ facts, config }, say) {
    const { compose } = facts.place;
    if (config.harbor.registry !== 'harbor')
        return undefined;
    if (compose === '')
        return (0,plan/* refusal */.x5)('compose-missing', say.noCompose);
    if (!isOlder(compose, compose.startsWith('1.') ? MIN_COMPOSE_1 : MIN_COMPOSE))
        return undefined;
    return (0,plan/* refusal */.x5)('compose-too-old', say.composeTooOld(compose, MIN_COMPOSE.join('.')));
}
function machineRefusal({ machine, facts, config }, say) {
    const { memoryBytes, cpus } = facts.place;
    if (config.harbor.registry !== 'harbor')
        return undefined;
    const processor = machine.kernel.split(' ').at(-1) ?? '';
    if (processor !== 'x86_64')
        return (0,plan/* refusal */.x5)('architecture', say.architecture(processor));
    if (memoryBytes === undefined || cpus === undefined)
        return (0,plan/* refusal */.x5)('unknown', say.machineUnknown);
    if (memoryBytes < MIN_MEMORY)
        return (0,plan/* refusal */.x5)('too-little-memory', say.memory(memoryBytes));
    return cpus >= MIN_CPUS ? undefined : (0,plan/* refusal */.x5)('too-little-cpu', say.processors(MIN_CPUS, cpus));
}
function spaceRefusal({ facts, config }, installed, { data }, say) {
    const { mounts, dataMount } = facts.place;
    const { min_free: minFree } = config.harbor;
    const isNamed = config.harbor.data !== null || installed.settings.data === data;
    const mount = isNamed ? dataMount : mountUnder(mounts, data);
    if (!mount)
        return (0,plan/* refusal */.x5)('unknown', say.placeUnknown(data));
    const [better] = dataMounts(mounts, minFree).filter(({ target }) => target !== mount.target);
    if (mount.target === '/' && better) {
        return (0,plan/* refusal */.x5)('data-on-root', say.onRoot(data, better.target, better.availableBytes));
    }
    if (mount.availableBytes >= minFree)
        return undefined;
    return (0,plan/* refusal */.x5)('too-little-disk', say.space(data, mount.target, mount.availableBytes, minFree));
}
function portRefusal(situation, installed, say) {
    const { facts, config } = situation;
    const { listeners, answers, services } = facts.place;
    const ports = portsOf(config);
    const service = Array.isArray(services) ? takenBy(services, ports) : undefined;
    if (service)
        return (0,plan/* refusal */.x5)('port-in-use', say.portOfService(service.port, service.name, service.type));
    if (isOurs(situation, installed))
        return undefined;
    if ((0,reading/* isUnreadable */.GZ)(listeners))
        return (0,plan/* unreadableRefusal */.m3)(listeners);
    const [listener] = listeners;
    if (listener !== undefined) {
        return (0,plan/* refusal */.x5)('port-in-use', say.portListens(listener, listener.split(':').at(-1)));
    }
    const [answer] = answers;
    return answer === undefined ? undefined : (0,plan/* refusal */.x5)('port-in-use', say.portAnswers(answer, answer.split(':').at(-1)));
}
/** Its own services listen there, also after an installation that was cut short. */
function isOurs(situation, installed) {
    if (installed.settings.port !== String(situation.config.harbor.port))
        return false;
    const containers = state_containersOf(situation, installed);
    const runs = !(0,reading/* isUnreadable */.GZ)(containers) && containers.some(({ state }) => state === 'running');
    return installed.installed !== 'none' || runs;
}
function takenBy(services, ports) {
    for (const { name, type, ports: taken } of services) {
        const port = ports.find((wanted) => taken.includes(wanted));
        if (port !== undefined)
            return { name, type, port };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/steps/harbor/refusals.js






/** Why it cannot be carried out at all: the configuration itself, Docker, or what is there already. */
function subjectRefusal({ facts, config }, installed, wanted) {
    const say = (0,build_texts/* textsOf */.CB)(config).harborStep.refusals;
    return (hostRefusal(wanted, say) ??
        certificateRefusal(config.harbor, say) ??
        folderRefusal(config.harbor, wanted, say) ??
        dockerRefusal(facts.docker, say) ??
        foreignRefusal(facts.docker, installed, config.harbor, say) ??
        upgradeRefusal(installed, config.harbor, say) ??
        (installed.installed === wanted.mark || installed.fetched
            ? undefined
            : sourceRefusal(config.harbor, facts.place.sourceThere, say)));
}
/** Harbor's own `prepare` turns the first two away, and the third is its sample. */
const NO_HOSTS = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|reg\.mydomain\.com)$/i;
function hostRefusal({ host }, say) {
    return host !== '' && !NO_HOSTS.test(host) ? undefined : (0,plan/* refusal */.x5)('host-name', say.host(host));
}
function certificateRefusal({ scheme, cert, key }, say) {
    const code = 'https-without-key';
    if (cert === null && key !== null)
        return (0,plan/* refusal */.x5)(code, say.oneOfTwo('harbor.key', 'harbor.cert'));
    if (cert !== null && key === null)
        return (0,plan/* refusal */.x5)(code, say.oneOfTwo('harbor.cert', 'harbor.key'));
    return cert === null || scheme === 'https' ? undefined : (0,plan/* refusal */.x5)(code, say.unusedCertificate);
}
/** What is installed is deleted as a whole by rollback; images are not. */
function folderRefusal({ install }, { data }, say) {
    if (!`${data}/`.startsWith(`${install}/`) && !`${install}/`.startsWith(`${data}/`))
        return undefined;
    return (0,plan/* refusal */.x5)('data-inside-install', say.folders(data, install));
}
function dockerRefusal({ daemon, containers, unit, insideContainer }, say) {
    if (insideContainer)
        return (0,plan/* refusal */.x5)('inside-container', say.insideContainer);
    if ((0,reading/* isUnreadable */.GZ)(containers) && containers.noTool)
        return (0,plan/* refusal */.x5)('docker-missing', say.noDocker);
    if ((0,reading/* isUnreadable */.GZ)(daemon)) {
        return unit.active ? (0,plan/* unreadableRefusal */.m3)(daemon) : (0,plan/* refusal */.x5)('docker-down', say.dockerDown);
    }
    if (!isOlder(daemon.version, MIN_DOCKER))
        return undefined;
    return (0,plan/* refusal */.x5)('docker-too-old', say.dockerTooOld(daemon.version, MIN_DOCKER.join('.')));
}
/** A second Harbor would fight with the first for names of containers and for ports. */
function foreignRefusal({ containers }, installed, wish, say) {
    if (wish.registry !== 'harbor' || installed.installed !== 'none' || installed.configured !== 'none')
        return undefined;
    const project = (0,reading/* isUnreadable */.GZ)(installed.containers) ? [] : installed.containers;
    const images = (0,reading/* isUnreadable */.GZ)(containers) ? [] : containers.filter(({ image }) => /(?:^|\/)goharbor\//.test(image));
    const [first] = [...project, ...images];
    if (!first)
        return undefined;
    return (0,plan/* refusal */.x5)('foreign-harbor', say.foreign(first.name, first.image));
}
/** Harbor upgrades from its two minor versions before; its database cannot go back. See its RELEASES.md. */
function upgradeRefusal({ installed }, { registry, version }, say) {
    if (installed === 'none')
        return undefined;
    const [kind = '', there = ''] = installed.split(' ');
    if (kind !== registry)
        return (0,plan/* refusal */.x5)('other-registry', say.otherKind(kind, registry));
    if (registry !== 'harbor')
        return undefined;
    if (isOlder(version, there.split('.').map(Number))) {
        return (0,plan/* refusal */.x5)('version-downgrade', say.downgrade(there, version));
    }
    const minor = (text) => Number(text.split('.')[1]);
    if (minor(version) - minor(there) <= 2)
        return undefined;
    const between = config_harbor/* HARBOR_MINORS */.UO.filter((known) => minor(known) > minor(there) && minor(known) <= minor(there) + 2).at(-1);
    return (0,plan/* refusal */.x5)('version-jump', say.jump(there, version, between));
}
/** What is installed as root has to be what was meant. */
function sourceRefusal(wish, there, say) {
    if (there === false)
        return (0,plan/* refusal */.x5)('source-missing', say.sourceMissing(wish.source));
    if (wish.registry === 'distribution')
        return imageRefusal(wish, say);
    if (wish.sha256 !== null || config_harbor/* INSTALLER_SHA256 */.rs[wish.version] !== undefined)
        return undefined;
    return (0,plan/* refusal */.x5)('checksum-unknown', say.unknownSum(wish.version));
}
function imageRefusal({ source, sha256 }, say) {
    if (source === null)
        return (0,plan/* refusal */.x5)('source-missing', say.noImage);
    const isFile = source.startsWith('/') || /^https?:/.test(source);
    return !isFile || sha256 !== null ? undefined : (0,plan/* refusal */.x5)('checksum-unknown', say.noSum(source));
}

;// CONCATENATED MODULE: ./build/steps/harbor/plan.js










/** From what is there to a registry that is installed as configured, healthy, proven, set up for CI, and used. */
function harbor_plan_plan(situation) {
    const { machine, facts, config } = situation;
    const { installed } = facts;
    const say = (0,build_texts/* textsOf */.CB)(config).harborStep;
    if ((0,reading/* isUnreadable */.GZ)(installed))
        return (0,plan/* refused */.J5)(harbor_about_STEP, 'apply', (0,plan/* unreadableRefusal */.m3)(installed));
    const wanted = wanted_wantedOf(config, facts.place, installed);
    const stop = subjectRefusal(situation, installed, wanted) ?? place_refusals_placeRefusal(situation, installed, wanted);
    if (stop)
        return (0,plan/* refused */.J5)(harbor_about_STEP, 'apply', stop);
    const containers = state_containersOf(situation, installed);
    if ((0,reading/* isUnreadable */.GZ)(containers))
        return (0,plan/* refused */.J5)(harbor_about_STEP, 'apply', (0,plan/* unreadableRefusal */.m3)(containers));
    const changes = changesOf(situation, installed, wanted);
    return (0,plan/* finished */.xl)({
        step: harbor_about_STEP,
        intent: 'apply',
        summary: harbor_plan_summaryOf(config.harbor.registry, installed, wanted, changes, say),
        basis: {
            machine_id: machine.id,
            installed: installed.installed,
            version: wanted.version,
            config_sha256: wanted.configSha256,
            // The configuration may leave these two open.
            ...{ host: wanted.host, data: wanted.data },
            ...{ source: config.harbor.source ?? '', sha256: config.harbor.sha256 ?? '' },
            ...{ use: wanted.use, trust: wanted.trust },
        },
        changes,
        target: targetOf(config.harbor.registry, wanted),
        notes: harbor_plan_notesOf(situation, installed, wanted, changes, say.notes),
    });
}
const targetOf = (registry, { version, address }) => [registry, version, 'at', address].filter(Boolean).join(' ');
function changesOf(situation, installed, wanted) {
    const { facts, config } = situation;
    const wish = config.harbor;
    const say = (0,build_texts/* textsOf */.CB)(config).harborStep;
    const change = harbor_changes_changesIn(say);
    const { proof } = facts;
    const isInstalled = installed.installed === wanted.mark;
    const from = installed.installed === 'none' ? '' : versionOf(installed.installed, say);
    const about = !(0,reading/* isUnreadable */.GZ)(proof) && proof.registry === wanted.address ? proof : undefined;
    const up = isInstalled && stateOf(situation, installed).up;
    return [
        ...(isInstalled || installed.fetched ? [] : [change.fetch(wish, wanted)]),
        ...(isInstalled || installed.configured === wanted.mark ? [] : [change.configure(wish, wanted)]),
        ...(isInstalled ? [] : [change.install(wish, wanted, from)]),
        ...(up ? [] : [change.start(isInstalled ? installed.services : 0)]),
        ...(isInstalled && isProven(proof, wanted) ? [] : [change.prove(wanted)]),
        ...(about?.use === wanted.use ? [] : [change.use(wish)]),
        ...(wanted.trust === 'none' || about?.trust === wanted.trust ? [] : [change.trust(wish, wanted)]),
    ];
}
const isProven = (proof, { configSha256 }) => !(0,reading/* isUnreadable */.GZ)(proof) && proof.configSha256 === configSha256 && proof.pushed === proof.pulled;
/** `harbor 2.14.0 …` -> `Harbor 2.14.0`. */
function versionOf(mark, say) {
    const [kind, version] = mark.split(' ');
    return kind === 'harbor' ? `Harbor ${version}` : say.light;
}
function harbor_plan_summaryOf(registry, { installed }, wanted, changes, texts) {
    const { summary: say } = texts;
    const at = say.at(registry === 'harbor' ? `Harbor ${wanted.version}` : texts.lightFirst, wanted.address);
    const ids = changes.map(({ id }) => id);
    if (ids.length === 0)
        return say.done(at);
    if (!ids.includes('install'))
        return ids.includes('start') ? say.notWhole(at) : say.runs(at, ids);
    return installed === 'none' ? say.install(at, wanted.data) : say.from(at, versionOf(installed, texts));
}
function harbor_plan_notesOf({ facts, config }, { othersInK3s }, { address, trust }, changes, say) {
    const { registry, version, scheme } = config.harbor;
    const { place } = facts;
    const minor = version.split('.').slice(0, 2).join('.');
    const installs = changes.some(({ id }) => id === 'install');
    const trusts = changes.some(({ id }) => id === 'trust');
    return [
        ...(registry === 'harbor' && !config_harbor/* SUPPORTED_MINORS */.eM.includes(minor) ? [say.unsupported(minor, config_harbor/* SUPPORTED_MINORS */.eM)] : []),
        ...(installs && scheme === 'http' ? [say.http] : []),
        ...(trusts && trust.includes('k3s') && othersInK3s ? [say.othersInK3s(address)] : []),
        ...(installs && place.services && (0,reading/* isUnreadable */.GZ)(place.services)
            ? [say.servicesUnseen(place.services.unreadable)]
            : []),
        ...(installs && place.k3s && place.services === undefined && config.kubernetes.cluster !== 'none'
            ? [say.k3sUnasked]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/steps/harbor/rollback.js







/** Stops and removes what this step has installed. The data stays, unless the configuration names its folder. */
function harbor_rollback_rollback(situation) {
    const { machine, facts, config } = situation;
    const { installed } = facts;
    if ((0,reading/* isUnreadable */.GZ)(installed))
        return (0,plan/* refused */.J5)(harbor_about_STEP, 'rollback', (0,plan/* unreadableRefusal */.m3)(installed));
    const containers = state_containersOf(situation, installed);
    if ((0,reading/* isUnreadable */.GZ)(containers))
        return (0,plan/* refused */.J5)(harbor_about_STEP, 'rollback', (0,plan/* unreadableRefusal */.m3)(containers));
    const say = (0,build_texts/* textsOf */.CB)(config).harborStep;
    const change = harbor_changes_changesIn(say);
    const { data = '' } = installed.settings;
    const { install, remove_data: named } = config.harbor;
    const isConfigured = installed.configured !== 'none';
    if (named !== null && isConfigured && named !== data) {
        return (0,plan/* refused */.J5)(harbor_about_STEP, 'rollback', (0,plan/* refusal */.x5)('other-data', say.refusals.otherData(named, data)));
    }
    const deletesData = named !== null && isConfigured;
    const changes = [
        ...(isConfigured && containers.length > 0 ? [change.stop()] : []),
        ...(isConfigured || installed.leftovers ? [change.remove(config.harbor, data, deletesData)] : []),
        ...(installed.trustedBy.length > 0 || isCutShort(situation.journal) ? [change.untrust()] : []),
    ];
    return (0,plan/* finished */.xl)({
        step: harbor_about_STEP,
        intent: 'rollback',
        summary: rollback_summaryOf(installed, install, changes, deletesData, say),
        basis: { machine_id: machine.id, installed: installed.installed, ...(deletesData && { remove_data: data }) },
        changes,
        target: `no registry in ${install}`,
        notes: isConfigured && !deletesData ? [say.notes.imagesToo(data)] : [],
    });
}
/** What was installed is gone, and the run ended before Docker and K3s were told. */
function isCutShort(journal) {
    const last = journal.findLast(({ step, event, change: id }) => step === harbor_about_STEP && (event === 'intent' || event === 'done') && id !== undefined);
    if (last?.mode !== 'rollback')
        return false;
    return (last.change === 'remove' && last.event === 'done') || (last.change === 'untrust' && last.event === 'intent');
}
function rollback_summaryOf({ installed, configured, settings }, install, changes, deletesData, texts) {
    const { summary: say } = texts;
    if (changes.length === 0)
        return say.nothingThere(install);
    if (configured === 'none')
        return say.remains;
    const name = versionOf(installed === 'none' ? configured : installed, texts);
    return say.remove(name, `${settings.host}:${settings.port}`, String(settings.data), deletesData);
}

;// CONCATENATED MODULE: ./build/steps/harbor/tables.js




/** What is where, once it is installed. Secrets are told by their files, which only root can read. */
function harbor_tables_tables({ facts: { installed, proof }, config }) {
    if ((0,reading/* isUnreadable */.GZ)(installed) || installed.installed === 'none')
        return [];
    const texts = (0,build_texts/* textsOf */.CB)(config).harborStep;
    const { table: say } = texts;
    const { settings } = installed;
    const done = (0,reading/* isUnreadable */.GZ)(proof) ? undefined : proof;
    const rows = [
        [versionOf(installed.installed, texts), `${settings.scheme}://${settings.host}:${settings.port}`],
        [say.images, settings.data ?? ''],
        [say.admin, `${SECRETS}/admin-password`],
        ...(done?.robot ? [[say.robot(done.robot), `${SECRETS}/robot.json`]] : []),
        ...(done?.use ? [[say.setUp, done.use]] : []),
        ...(done?.trust ? [[say.trust, done.trust]] : []),
    ];
    return [{ title: say.title, columns: say.columns, rows, note: say.note }];
}

// EXTERNAL MODULE: ./build/checks/harbor.js
var checks_harbor = __webpack_require__(8335);
;// CONCATENATED MODULE: ./build/steps/harbor/verify.js





/** The check of the scorecard for what is configured here, and what it rests on, one by one. */
function harbor_verify_verify(situation) {
    const { facts, config, at } = situation;
    const { check: say } = (0,build_texts/* textsOf */.CB)(config).harborStep;
    const now = facts.now === undefined ? at : new Date(facts.now);
    const harbor = { ...config.checks.harbor, url: localUrl(situation) };
    return [
        (0,checks_harbor/* harborCheck */.T)({ health: facts.health, proof: facts.proof }, now, { ...config, checks: { ...config.checks, harbor } }),
        {
            id: 'harbor_services',
            ...say.services,
            ...services(situation),
        },
        ...transfers(situation),
    ];
}
/** The address that the proof has to be about. */
function localUrl({ facts: { installed, place }, config }) {
    if ((0,reading/* isUnreadable */.GZ)(installed))
        return null;
    const { host, address } = wanted_wantedOf(config, place, installed);
    return host === '' ? null : `${config.harbor.scheme}://${address}`;
}
function services(situation) {
    const { installed } = situation.facts;
    const { checks, harborStep } = (0,build_texts/* textsOf */.CB)(situation.config);
    if ((0,reading/* isUnreadable */.GZ)(installed))
        return { measured: checks.notKnown(installed.unreadable), result: 'unknown' };
    if (installed.installed === 'none')
        return { measured: harborStep.check.notInstalled, result: 'unknown' };
    const { up, unseen, text } = stateOf(situation, installed);
    return { measured: text, result: up ? 'pass' : unseen ? 'unknown' : 'fail' };
}
function transfers({ facts: { proof }, config }) {
    const { checks, harborStep } = (0,build_texts/* textsOf */.CB)(config);
    const { check: say } = harborStep;
    const push = { id: 'harbor_push', ...say.push, how: say.transferHow };
    const pull = { id: 'harbor_pull', ...say.pull, how: say.transferHow };
    const login = { id: 'harbor_login', ...say.login, how: say.transferHow };
    if ((0,reading/* isUnreadable */.GZ)(proof)) {
        const unknown = { measured: checks.notKnown(proof.unreadable), result: 'unknown' };
        return [push, pull, login].map((check) => ({ ...check, ...unknown }));
    }
    const isSame = proof.pushed === proof.pulled;
    return [
        { ...push, measured: say.pushed(proof.pushed.slice(0, 19), proof.pushSeconds, proof.at), result: 'pass' },
        {
            ...pull,
            measured: say.pulled(proof.pulled.slice(0, 19), proof.pullSeconds, isSame),
            result: isSame ? 'pass' : 'fail',
        },
        { ...login, ...loginFound(proof.unauthorisedPush, say) },
    ];
}
function loginFound(word, say) {
    if (word === undefined)
        return { measured: say.notTried, result: 'unknown' };
    return { measured: say.loginFound[word] ?? word, result: word === 'refused' ? 'pass' : 'fail' };
}

;// CONCATENATED MODULE: ./build/steps/harbor/index.js








const harbor_needs = [
    { program: 'docker', debianPackage: 'docker-cli', why: 'to run the registry, and to prove it' },
    { program: 'curl', debianPackage: 'curl', why: "to fetch it, and to ask it and Docker's API" },
    { program: 'ss', debianPackage: 'iproute2', why: 'to see whether its port is free' },
    { program: 'tar', debianPackage: 'tar', why: 'to unpack the installer' },
    { program: 'openssl', debianPackage: 'openssl', why: 'to make certificates and passwords' },
    {
        program: 'systemd-run',
        debianPackage: 'systemd',
        why: 'to run changes to their end',
        onlyWhen: 'systemd runs; setsid otherwise',
    },
];
function harbor_scriptArguments(plan, { harbor }) {
    const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
    const { installed = '', version = '', config_sha256 = '', host = '', data = '', remove_data } = plan.basis;
    const expect = (values) => Object.entries(values).flatMap(([name, value]) => ['--expect', `${name}=${value}`]);
    const option = (name, value) => (value === null ? [] : [name, value]);
    if (plan.intent === 'rollback') {
        return [
            ...['--rollback', '--install', harbor.install],
            ...(remove_data === undefined ? [] : ['--remove-data', String(remove_data).split('/').at(-1)]),
            ...expect({ changes, installed }),
        ];
    }
    return [
        ...['--registry', harbor.registry],
        ...(harbor.registry === 'harbor' ? ['--release', harbor.version] : []),
        ...option('--source', harbor.source),
        ...option('--sha256', harbor.sha256),
        ...['--host', String(host), '--port', String(harbor.port), '--scheme', harbor.scheme],
        ...option('--cert', harbor.cert),
        ...option('--key', harbor.key),
        ...['--data', String(data), '--install', harbor.install, '--min-free', String(harbor.min_free)],
        ...['--project', harbor.project, '--robot', harbor.robot, '--keep', String(harbor.keep)],
        ...['--gc', harbor.gc ?? 'none'],
        ...option('--proxy-project', harbor.proxy_project),
        ...['--log-size', harbor.log_size, '--log-count', String(harbor.log_count)],
        ...option('--http-proxy', harbor.http_proxy),
        ...option('--https-proxy', harbor.https_proxy),
        ...option('--no-proxy', harbor.no_proxy),
        ...['--trust', harbor.trust.length === 0 ? 'none' : [...new Set(harbor.trust)].sort().join(',')],
        ...expect({ changes, installed, version, config_sha256 }),
    ];
}
const harbor_harbor = {
    id: harbor_about_STEP,
    title: 'A registry on the server: Harbor, or a light one',
    kind: 'change',
    script: 'harbor-phase1.sh',
    asGoodAsRoot: 'it installs what it is told to, and Docker runs it',
    needs: harbor_needs,
    reads: facts_reads,
    rootReads: () => DOCKER_ROOT_READS,
    facts: facts_facts,
    plan: harbor_plan_plan,
    rollback: harbor_rollback_rollback,
    scriptArguments: harbor_scriptArguments,
    verify: harbor_verify_verify,
    tables: harbor_tables_tables,
    secret: { name: 'harbor_admin_password', option: '--password-stdin', refusal: passwordRefusal },
};

// EXTERNAL MODULE: ./build/steps/validate/index.js + 7 modules
var validate = __webpack_require__(8063);
;// CONCATENATED MODULE: ./build/steps/index.js






/** All steps of Phase 1 in their order. A step's facts are its own affair, so they are opaque here. */
const STEPS = [extendLvm, dockerConfig, diskTest, harbor_harbor, build_test/* buildTest */.f, validate/* validate */.tf];
const STEP_IDS = STEPS.map((step) => step.id);


/***/ }),

/***/ 7448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   m3: () => (/* binding */ unreadableRefusal),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   xl: () => (/* binding */ finished)
/* harmony export */ });
/* harmony import */ var _evidence_hash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2617);

/** What a refusal says; the code is the same in every language. */
const refusal = (code, said) => ({ code, ...said });
/** The refusal of a plan that needs what could not be observed. */
const unreadableRefusal = ({ unreadable, wayOut }) => ({
    code: 'unknown',
    message: `${unreadable}.`,
    wayOut,
});
/** A refusal as a plan; one with the code `unknown` says that something could not be observed. */
function refused(step, intent, refusal) {
    return {
        step,
        intent,
        verdict: refusal.code === 'unknown' ? 'unknown' : 'refused',
        summary: refusal.message,
        basis: {},
        target: '',
        notes: [],
        refusal,
    };
}
/** A plan with its hash, which is over what it rests on and what it would change. */
function finished({ changes, notes = [], ...draft }) {
    const { step, intent, basis } = draft;
    const hash = (0,_evidence_hash__WEBPACK_IMPORTED_MODULE_0__/* .planHash */ .SH)({ step, intent, basis, changes: changes.map(hashed) });
    if (changes.length === 0)
        return { ...draft, notes, verdict: 'nothing-to-do', hash };
    return { ...draft, notes, verdict: 'changes', changes, hash };
}
const hashed = ({ id, takes }) => (takes === undefined ? id : `${id} ${takes}`);


/***/ }),

/***/ 8063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tf: () => (/* binding */ validate),
  MX: () => (/* binding */ verify)
});

// UNUSED EXPORTS: VALIDATE

// EXTERNAL MODULE: ./build/checks/build-time.js
var build_time = __webpack_require__(8071);
// EXTERNAL MODULE: ./build/checks/disk.js
var disk = __webpack_require__(1168);
// EXTERNAL MODULE: ./build/checks/harbor.js
var checks_harbor = __webpack_require__(8335);
// EXTERNAL MODULE: ./build/facts/pods.js
var facts_pods = __webpack_require__(8547);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
;// CONCATENATED MODULE: ./build/checks/pods.js



const MOST_NAMED = 5;
/** Whether all pods that should run are Ready, with every container; and as many as are expected. */
function podsCheck(facts, config) {
    const { expected } = config.checks.pods;
    const { pods: say, notKnown, noCluster } = (0,texts/* textsOf */.CB)(config).checks;
    const about = {
        id: 'pods',
        title: say.title,
        target: expected === 'auto' ? say.allReady : say.target(expected),
        how: say.how,
    };
    if (!facts)
        return { ...about, measured: noCluster, result: 'not-applicable' };
    if ((0,reading/* isUnreadable */.GZ)(facts.pods))
        return { ...about, measured: notKnown(facts.pods.unreadable), result: 'unknown' };
    const pods = facts.pods.filter(facts_pods/* counts */.tQ);
    const unready = pods.filter((pod) => !(0,facts_pods/* isReady */.i_)(pod));
    const ready = pods.length - unready.length;
    const named = unready.slice(0, MOST_NAMED).map((pod) => `${pod.name} ${(0,facts_pods/* stateOf */.L4)(pod, say.notReady)}`);
    const enough = pods.length > 0 && (expected === 'auto' || ready >= expected);
    return {
        ...about,
        measured: say.measured(ready, pods.length, named, unready.length - named.length),
        result: enough && unready.length === 0 ? 'pass' : 'fail',
    };
}

// EXTERNAL MODULE: ./build/host-script/package.js
var host_script_package = __webpack_require__(1698);
;// CONCATENATED MODULE: ./build/facts/preflight.js



const EXTEND_SCRIPT = 'extend-lvm-phase1.sh';
/** Time and size only: the names of backups are nobody's business. */
const NEWEST = `find -H "$1" -maxdepth 2 -type f -size +0 -printf '%T@ %s\\n' | sort -n | tail -n 1; [ -e "$1" ]`;
/** A program on the server that tells of the newest backup. Only root can put it there, so only root decides what runs. */
const BACKUP_HOOK = '/etc/edge-phase1/backup-check';
const NO_HOOK = 78;
/**
 * Runs the hook as the user who looks, without arguments and for at most a minute. It has to be root's own, and neither it
 * nor a folder above it may be a link or such that others can write to it. Of what it says only a time leaves the host.
 */
const HOOK = `
file=$1
[ -e "$file" ] || exit ${NO_HOOK}
part=
for name in $(echo "$file" | tr / ' '); do
  part=$part/$name
  case $(stat -c '%u %A' "$part") in
    "0 "[-d]????-??-?*) ;;
    *) echo "$part is not root's alone, so $file is not run" >&2; exit 77;;
  esac
done
[ -f "$file" ] && [ -x "$file" ] || { echo "$file is not a program that this user may run" >&2; exit 77; }
said=$(timeout -k 5 60 "$file" </dev/null 2>/dev/null)
code=$?
[ "$code" = 124 ] && { echo "$file was not done within 60 s" >&2; exit 77; }
[ "$code" = 0 ] || { echo "$file ended with code $code" >&2; exit 1; }
printf '%s\n' "$said" | head -n 1 | grep -xE '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z' ||
  { echo "$file did not say a time such as 2026-11-24T03:00:00Z" >&2; exit 77; }`;
const preflightReads = ({ preflight }) => [
    (0,host_script_package/* digestRead */.Dh)((0,host_script_package/* hostScript */.Q1)(EXTEND_SCRIPT)),
    ...(preflight.backup.path === null
        ? [{ id: 'backup_hook', argv: ['sh', '-c', HOOK, 'hook', BACKUP_HOOK], inShell: true }]
        : [{ id: 'backup', argv: ['sh', '-c', NEWEST, 'newest', preflight.backup.path], inShell: true }]),
];
function preflightFacts(results, config) {
    const say = (0,texts/* textsOf */.CB)(config).facts;
    const backup = config.preflight.backup.path === null
        ? hookOf((0,reading/* resultOf */.Bg)(results, 'backup_hook'), say)
        : backupOf((0,reading/* resultOf */.Bg)(results, 'backup'), say);
    return { backup, script: scriptOf(results) };
}
function scriptOf(results) {
    const script = (0,host_script_package/* hostScript */.Q1)(EXTEND_SCRIPT);
    const digest = (0,host_script_package/* installedDigest */.D9)(results, script);
    if (digest === undefined)
        return 'not there';
    return digest === script.sha256 ? 'this version' : 'another version';
}
function backupOf(result, say) {
    const [seconds, bytes] = result.stdout.trim().split(' ').map(Number);
    if (result.code === 0 && seconds && bytes)
        return { at: new Date(seconds * 1000).toISOString(), bytes };
    if (result.code === 0 && result.stderr.trim() === '')
        return 'none';
    return { unreadable: (0,reading/* lastWords */.aN)(result, say), wayOut: say.preflight.backup };
}
function hookOf(result, say) {
    const time = Date.parse(result.stdout.trim());
    if (result.code === 0 && !Number.isNaN(time))
        return { at: new Date(time).toISOString() };
    if (result.code === NO_HOOK)
        return undefined;
    if (result.code === 1)
        return 'none';
    return { unreadable: (0,reading/* lastWords */.aN)(result, say), wayOut: say.preflight.hook(BACKUP_HOOK) };
}

;// CONCATENATED MODULE: ./build/checks/preflight.js




const HOUR = 3_600_000;
/** What the plan asks for before it begins. It informs: it earns nothing, and makes no run fail. */
function preflightChecks(facts, kubernetes, now, config) {
    const pods = podsCheck(kubernetes, config);
    const { preflight: say } = (0,texts/* textsOf */.CB)(config).checks;
    const check = (id, title, target, how, found) => ({
        ...{ id: `preflight_${id}`, title: say.title(title), target, how, informational: true },
        ...{ measured: found.measured, result: found.result },
    });
    return [
        check('phase_0', say.phase0, say.declared, say.phase0How, phase0(config, say)),
        check('pods', say.stable, pods.target, pods.how, pods),
        check('backup', say.backup, say.backupTarget(config.preflight.backup.max_age_hours * HOUR), say.backupHow(config.preflight.backup.path === null ? say.byHook(BACKUP_HOOK) : say.byFile), backup(facts, now, config, (0,texts/* textsOf */.CB)(config).checks)),
        check('budget', say.budget, say.nothing, say.budgetHow, budget(config, say)),
        check('script', 'extend-lvm-phase1.sh', say.thisVersion, say.scriptHow, script(facts, say)),
    ];
}
const phase0 = ({ preflight }, say) => preflight.phase_0_complete
    ? { measured: say.complete, result: 'pass' }
    : { measured: say.notDeclared, result: 'unknown' };
const budget = ({ cost }, say) => ({
    measured: say.minuteCosts(cost.runner_minute_usd),
    result: cost.runner_minute_usd === 0 ? 'pass' : 'fail',
});
/** A missing script is no failure: where the user may, apply puts it there. */
const script = (facts, say) => ({
    measured: say.script[facts.script],
    result: facts.script === 'this version' ? 'pass' : facts.script === 'not there' ? 'unknown' : 'fail',
});
function backup({ backup }, now, { preflight }, { preflight: say, notKnown }) {
    if (backup === undefined)
        return { measured: say.noPlace(BACKUP_HOOK), result: 'unknown' };
    if (backup === 'none') {
        return { measured: preflight.backup.path === null ? say.hookSaysNo(BACKUP_HOOK) : say.noFile, result: 'fail' };
    }
    if ((0,reading/* isUnreadable */.GZ)(backup))
        return { measured: notKnown(backup.unreadable), result: 'unknown' };
    const age = now.getTime() - Date.parse(backup.at);
    return {
        measured: say.written(backup.bytes, backup.at, Math.max(0, age)),
        result: age <= preflight.backup.max_age_hours * HOUR ? 'pass' : 'fail',
    };
}

;// CONCATENATED MODULE: ./build/checks/pressure.js


const pressure_HOUR = 3_600_000;
/** The kubelet reports at least every five minutes, and the cluster notices its silence by itself; this is the last resort. */
const SILENCE = 15 * 60_000;
const unknown = (measured) => ({ measured, result: 'unknown' });
const fail = (measured) => ({ measured, result: 'fail' });
/**
 * Whether this host's node has been free of disk pressure for the whole window.
 *
 * The condition keeps the time of its last change, so that False since before the window proves that it never was True in
 * it. Evictions are looked for among the pods that are still there and the events that the API server still has. What the
 * kubelet wrote of a full disk counts too, where its journal can be read; that it wrote nothing proves nothing.
 *
 * @param facts undefined where the configuration says that there is no cluster
 * @param now the host's own clock
 */
function pressureCheck(facts, now, config) {
    const { checks } = (0,texts/* textsOf */.CB)(config);
    const say = checks.pressure;
    const window = config.checks.disk_pressure.window_hours * pressure_HOUR;
    const about = {
        id: 'disk_pressure',
        title: say.title,
        target: say.target(window),
        how: say.how,
    };
    if (!facts)
        return { ...about, measured: checks.noCluster, result: 'not-applicable' };
    return { ...about, ...observed(facts, now, window, checks) };
}
function observed(facts, now, window, { pressure: say, notKnown }) {
    const { nodes, here, pods, events } = facts;
    if ((0,reading/* isUnreadable */.GZ)(nodes))
        return unknown(notKnown(nodes.unreadable));
    if (!here)
        return unknown(notKnown(say.otherHost(nodes.map(({ name }) => name))));
    const condition = here.conditions.find(({ type }) => type === 'DiskPressure');
    if (!condition || condition.status === 'Unknown')
        return unknown(notKnown(say.notReported));
    const since = Date.parse(condition.since);
    if (condition.status === 'True')
        return fail(say.trueSince(since));
    const seen = Date.parse(condition.seen);
    if (!(now.getTime() - seen < SILENCE))
        return unknown(notKnown(say.silent(seen)));
    const start = now.getTime() - window;
    const evictions = evictionsSince(facts, here, start, say);
    if (evictions.length > 0)
        return fail(say.but(since, evictions));
    if (!(since <= start))
        return unknown(say.tooShort(since, since + window));
    if ((0,reading/* isUnreadable */.GZ)(pods))
        return unknown(say.evictionsUnknown(since, pods.unreadable));
    if ((0,reading/* isUnreadable */.GZ)(events))
        return unknown(say.evictionsUnknown(since, events.unreadable));
    const none = say.none(since, now.getTime() - since, window, pods.length, events.total);
    return { measured: `${none}${journalWords(facts, say)}`, result: 'pass' };
}
function journalWords({ journal }, say) {
    if (!journal)
        return '';
    if ((0,reading/* isUnreadable */.GZ)(journal))
        return say.journalUnseen(journal.unreadable);
    return say.journalSeen(journal.lines, journal.first);
}
/** What happened on this node since then, in words. A pod that does not tell when it was evicted counts. */
function evictionsSince({ pods, events, journal }, here, start, say) {
    const late = (time) => !(Date.parse(time ?? '') < start);
    const gone = (0,reading/* isUnreadable */.GZ)(pods) ? [] : pods.filter((p) => p.evicted && p.node === here.name && late(p.evicted.at));
    const told = (0,reading/* isUnreadable */.GZ)(events) ? [] : events.found.filter((e) => isHere(e, here) && late(e.last) && counts(e));
    const pressure = told.filter(({ reason }) => reason !== 'Evicted');
    const evicted = new Set([
        ...gone.map(({ name }) => name),
        ...told.filter(({ reason }) => reason === 'Evicted').map(({ about }) => about.replace(/^Pod /, '')),
    ]);
    return [
        ...pressure.map(({ reason, last }) => say.event(reason, last)),
        ...(journal && !(0,reading/* isUnreadable */.GZ)(journal) && journal.last && late(journal.last)
            ? [say.journal(journal.found, journal.last)]
            : []),
        ...(evicted.size > 0 ? [say.evicted([...evicted])] : []),
    ];
}
const isHere = ({ host, about }, { name }) => host === name || host === '' || about === `Node ${name}`;
/** Thresholds are also met for memory and process numbers, which is not about disks. */
const counts = ({ reason, message }) => reason !== 'EvictionThresholdMet' || /ephemeral-storage|inodes|fs\b/.test(message);

// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(7448);
// EXTERNAL MODULE: ./build/facts/block.js
var block = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/facts/harbor.js
var harbor = __webpack_require__(5497);
// EXTERNAL MODULE: ./build/facts/kubectl.js
var kubectl = __webpack_require__(4337);
;// CONCATENATED MODULE: ./build/facts/kubelet-journal.js
/** What the kubelet wrote into systemd's journal about a full disk: a further source, where this user may read it. */

/**
 * Only numbers and times leave the host: the lines of K3s hold what is not ours to keep.
 *
 * The kubelet says that it reclaims something as `Eviction manager: attempting to reclaim`, with the resource
 * (pkg/kubelet/eviction/eviction_manager.go); with `-v=2` it also tells which event it records for its node
 * (pkg/kubelet/kubelet_node_status.go). In JSON the quotes in a line are escaped.
 */
const COUNT = String.raw `{
  match($0, /"__REALTIME_TIMESTAMP":"[0-9]+/)
  time = substr($0, RSTART + 24, RLENGTH - 24)
  if (!lines++) first = time
  if (/viction manager: attempting to reclaim[^a-z]*(resourceName=[^a-z]*)?(ephemeral-storage|nodefs|imagefs|containerfs|inodes)/ ||
    /Recording .*event message for node.*NodeHasDiskPressure[^A-Za-z]/) { found++; last = time }
} END { printf "{\"lines\":%d,\"first\":\"%s\",\"found\":%d,\"last\":\"%s\"}\n", lines, first, found, last }`;
/** Where no unit of a kubelet lies there is nothing to search for, and journalctl takes its time to find that out. */
const UNIT_FOLDERS = ['/etc', '/run', '/usr/local/lib', '/usr/lib', '/lib'].map((folder) => `${folder}/systemd/system`);
const PROGRAM = `since=$1 found=; shift
for folder in "$@"; do
  for unit in k3s k3s-agent kubelet; do [ ! -e "$folder/$unit.service" ] || found=1; done
done
[ -n "$found" ] || { echo '{"lines":0,"first":"","found":0,"last":""}'; exit 0; }
command -v journalctl >/dev/null || { echo "there is no journalctl" >&2; exit 127; }
timeout 20 journalctl --no-pager -o json --output-fields=MESSAGE -n 100000 --since "$since" \\
  -u k3s.service -u k3s-agent.service -u kubelet.service | awk '${COUNT}'`;
const kubeletJournalRead = (hours) => ({
    id: 'kube_journal',
    argv: ['sh', '-c', PROGRAM, 'journal', `-${Math.ceil(hours * 3600)}s`, ...UNIT_FOLDERS],
    inShell: true,
});
/** Without the right to read, journalctl shows nothing: no lines at all are never taken for a quiet kubelet. */
function kubeletJournal(results, texts = reading/* ENGLISH */.VJ) {
    const say = texts.kubernetes;
    const answer = (0,reading/* jsonOf */.o_)(results, 'kube_journal');
    if (!answer) {
        const result = (0,reading/* resultOf */.Bg)(results, 'kube_journal');
        return { unreadable: result.code === 0 ? say.journalTorn : (0,reading/* lastWords */.aN)(result, texts), wayOut: say.readJournal };
    }
    const { lines, first, found, last } = answer;
    if (!(lines > 0) || first === '')
        return { unreadable: say.noLine, wayOut: say.readJournal };
    return { lines, first: at(first), found, ...(found > 0 && { last: at(last) }) };
}
const at = (microseconds) => new Date(Number(microseconds) / 1000).toISOString();

;// CONCATENATED MODULE: ./build/facts/kubernetes.js




/** The path of this host's kubelet configuration. The name of a node is known only on the host. */
const CONFIGZ_PATH = `case $1 in *[!0-9a-f]*) exit 1;; esac
printf '%s\\n' "$2" | sed -n 's#^{"machine":"'"$1"'","name":"\\([a-z0-9.-]*\\)".*#/api/v1/nodes/\\1/proxy/configz#p'`;
/** Of the kubelet's configuration only this: the rest may hold what is not ours to keep. */
const THRESHOLDS = `grep -oE '"eviction(Hard|Soft)":[{][^}]*[}]' | paste -sd, - | sed 's/.*/{&}/'`;
/** Nothing is read where the configuration says that there is no cluster. */
function kubernetesReads({ kubernetes, checks }) {
    if (kubernetes.cluster === 'none')
        return [];
    const file = kubernetes.kubeconfig;
    return [
        { id: 'kube_nodes', argv: (0,kubectl/* kubectl */.Lr)(file, 'get', 'nodes', '-o', kubectl/* NODES */.K3), inShell: true },
        {
            id: 'kube_configz_path',
            argv: ['sh', '-c', CONFIGZ_PATH, 'node', { from: 'machine_id' }, { from: 'kube_nodes' }],
            inShell: true,
        },
        {
            id: 'kube_configz',
            argv: (0,kubectl/* kubectlFiltered */.GT)(THRESHOLDS, file, 'get', '--raw', { from: 'kube_configz_path' }),
            inShell: true,
        },
        { id: 'kube_pods', argv: (0,kubectl/* kubectl */.Lr)(file, 'get', 'pods', '--all-namespaces', '-o', kubectl/* PODS */.Dp), inShell: true },
        { id: 'kube_events', argv: (0,kubectl/* kubectl */.Lr)(file, 'get', 'events', '--all-namespaces', '-o', kubectl/* EVENTS */.qY), inShell: true },
        kubeletJournalRead(checks.disk_pressure.window_hours),
    ];
}
/** Undefined where the configuration says that there is no cluster. Needs the reads of the machine too. */
function kubernetesFacts(results, config) {
    const say = (0,texts/* textsOf */.CB)(config).facts;
    if (config.kubernetes.cluster === 'none')
        return undefined;
    const nodes = nodesOf(results, say);
    const machineId = (0,reading/* outputOf */.jH)(results, 'machine_id')?.trim() ?? '';
    const here = 'unreadable' in nodes ? undefined : nodes.find((node) => node.machineId === machineId);
    return {
        nodes,
        here: machineId === '' ? undefined : here,
        thresholds: thresholdsOf(results, say),
        pods: podsOf(results, say),
        events: eventsOf(results, say),
        journal: kubeletJournal(results, say),
    };
}
const kubernetes_text = (value) => (typeof value === 'string' ? value : '');
const rows = (value) => (Array.isArray(value) ? value : []);
/** The rows of an answer that is whole, or why there are none. */
function rowsOf(results, id, say) {
    const output = (0,reading/* outputOf */.jH)(results, id);
    if (output === undefined)
        return unreadable((0,reading/* resultOf */.Bg)(results, id), say);
    const read = (0,kubectl/* readLines */.Se)(output);
    if (!read)
        return { unreadable: say.kubernetes.torn, wayOut: say.kubernetes.again };
    return { rows: read.items, total: read.total };
}
/** Like `rowsOf`, where every object has a row. */
function allOf(results, id, say) {
    const read = rowsOf(results, id, say);
    if ('unreadable' in read)
        return read;
    if (read.rows.length === read.total)
        return read.rows;
    return { unreadable: say.kubernetes.notAll(read.rows.length, read.total), wayOut: say.kubernetes.again };
}
const condition = ({ type, status, since, seen }) => ({
    type: kubernetes_text(type),
    status: kubernetes_text(status),
    since: kubernetes_text(since),
    seen: kubernetes_text(seen),
});
function nodesOf(results, say) {
    const read = allOf(results, 'kube_nodes', say);
    if ('unreadable' in read)
        return read;
    return read.map((row) => ({
        name: kubernetes_text(row.name),
        machineId: kubernetes_text(row.machine),
        runtime: kubernetes_text(row.runtime),
        kubelet: kubernetes_text(row.kubelet),
        conditions: rows(row.conditions).map(condition),
    }));
}
function podsOf(results, say) {
    const read = allOf(results, 'kube_pods', say);
    return 'unreadable' in read ? read : read.map(podOf);
}
function podOf(row) {
    const [owner] = rows(row.owners);
    const conditions = rows(row.conditions);
    const containers = rows(row.containers);
    return {
        name: `${kubernetes_text(row.namespace)}/${kubernetes_text(row.name)}`,
        uid: kubernetes_text(row.uid),
        node: kubernetes_text(row.node),
        owner: owner ? `${kubernetes_text(row.namespace)}/${kubernetes_text(owner.kind)}/${kubernetes_text(owner.name)}` : '',
        phase: kubernetes_text(row.phase),
        ready: conditions.some(({ type, status }) => type === 'Ready' && status === 'True'),
        leaving: kubernetes_text(row.deleted) !== '',
        containers: containers.map((container) => ({
            name: kubernetes_text(container.name),
            ready: container.ready === true,
            restarts: Number(container.restarts),
            waiting: kubernetes_text(container.waiting),
        })),
        ...(row.reason === 'Evicted' && {
            evicted: { at: evictionTime(conditions, containers), message: kubernetes_text(row.message) },
        }),
    };
}
/** Newer kubelets tell it by the condition DisruptionTarget; older ones only by when the containers ended. */
function evictionTime(conditions, containers) {
    const disruption = conditions.find(({ type, status }) => type === 'DisruptionTarget' && status === 'True');
    const ended = containers.map((container) => kubernetes_text(container.ended)).sort();
    return kubernetes_text(disruption?.since) || ended.at(-1) || undefined;
}
function eventsOf(results, say) {
    const read = rowsOf(results, 'kube_events', say);
    if ('unreadable' in read)
        return read;
    const found = read.rows.map((row) => ({
        reason: kubernetes_text(row.reason),
        type: kubernetes_text(row.type),
        last: [row.last, row.repeated, row.time, row.first].map(kubernetes_text).find((time) => time !== '') ?? '',
        host: kubernetes_text(row.host) || kubernetes_text(row.reporter),
        about: [kubernetes_text(row.kind), [kubernetes_text(row.namespace), kubernetes_text(row.name)].filter(Boolean).join('/')].join(' '),
        message: kubernetes_text(row.message),
    }));
    return { total: read.total, found };
}
function thresholdsOf(results, say) {
    const result = (0,reading/* resultOf */.Bg)(results, 'kube_configz');
    const nodes = (0,reading/* resultOf */.Bg)(results, 'kube_nodes');
    if (nodes.code !== 0)
        return unreadable(nodes, say);
    if (result.code !== 0)
        return unreadable(result, say);
    try {
        const { evictionHard, evictionSoft } = JSON.parse(result.stdout);
        return { hard: evictionHard ?? {}, soft: evictionSoft ?? {} };
    }
    catch {
        return { unreadable: say.kubernetes.noThresholds, wayOut: say.kubernetes.again };
    }
}
/** What the most common failures mean, and what to do. */
function unreadable(result, texts) {
    const say = texts.kubernetes;
    const told = (0,reading/* lastWords */.aN)(result);
    const wayOut = () => {
        if (result.code === 127)
            return say.installTool;
        if (/no kubeconfig/.test(told))
            return say.nameKubeconfig;
        if (/may not be read|permission denied/.test(told))
            return say.makeKubeconfig;
        return /Forbidden|forbidden/.test(told) ? say.giveRight : say.again;
    };
    return { unreadable: (0,reading/* lastWords */.aN)(result, texts), wayOut: wayOut(), ...(told === kubectl/* NO_TOOL */.te && { noTool: true }) };
}

// EXTERNAL MODULE: ./build/facts/results.js
var facts_results = __webpack_require__(4165);
;// CONCATENATED MODULE: ./build/steps/validate/facts.js







const reads = (config) => [
    { id: 'host_time', argv: ['date', '-u', '+%Y-%m-%dT%H:%M:%SZ'] },
    (0,block/* mountRead */.el)('root_mount', '/'),
    ...kubernetesReads(config),
    facts_results/* BUILD_TEST_READ */.ZM,
    ...(0,harbor/* harborReads */.U1)(config.checks.harbor.url),
    facts_results/* HARBOR_PROOF_READ */.zG,
    ...preflightReads(config),
];
const facts = (results, config, say = (0,texts/* textsOf */.CB)(config).facts) => ({
    now: (0,reading/* outputOf */.jH)(results, 'host_time')?.trim(),
    root: (0,block/* mountsIn */.Ko)(results, 'root_mount').at(-1),
    kubernetes: kubernetesFacts(results, config),
    builds: (0,facts_results/* buildRuns */.jr)(results, say),
    harbor: { health: (0,harbor/* harborHealth */.to)(results, 'harbor_health', say), proof: (0,facts_results/* harborProof */.rC)(results, say) },
    preflight: preflightFacts(results, config),
});

;// CONCATENATED MODULE: ./build/steps/validate/index.js










const VALIDATE = 'validate';
const needs = [
    { program: 'findmnt', debianPackage: 'util-linux', why: 'to see how full / is' },
    {
        program: 'kubectl',
        debianPackage: 'kubernetes-client',
        why: 'to look at the cluster',
        onlyWhen: 'there is a cluster and no k3s command',
    },
    { program: 'curl', debianPackage: 'curl', why: 'to ask Harbor how it is', onlyWhen: 'there is one' },
];
/** The six checks of the scorecard, and then what the plan asks for before it begins. */
function verify({ facts, config, at }) {
    const { root, kubernetes, builds, harbor, preflight } = facts;
    const now = facts.now === undefined ? at : new Date(facts.now);
    return [
        (0,disk/* diskSizeCheck */.Zh)(root, config),
        (0,disk/* diskUseCheck */.BC)(root, config),
        pressureCheck(kubernetes, now, config),
        (0,build_time/* buildTimeCheck */.e)(builds, config),
        (0,checks_harbor/* harborCheck */.T)(harbor, now, config),
        podsCheck(kubernetes, config),
        ...preflightChecks(preflight, kubernetes, now, config),
    ];
}
const validate_plan = ({ machine, config }) => (0,plan/* finished */.xl)({
    step: VALIDATE,
    intent: 'apply',
    summary: (0,texts/* textsOf */.CB)(config).checks.validate.summary,
    basis: { machine_id: machine.id },
    changes: [],
    target: '',
});
const rollback = ({ config }) => (0,plan/* refused */.J5)(VALIDATE, 'rollback', (0,plan/* refusal */.x5)('nothing-to-undo', (0,texts/* textsOf */.CB)(config).checks.validate.nothingToUndo));
/**
 * Parts of the cluster that this user may not see. Where there is no tool to look with there may be no cluster either, and
 * the kubelet's thresholds are only for the forecast.
 */
function lacks({ facts: { kubernetes } }) {
    if (!kubernetes)
        return [];
    const reasons = new Map();
    for (const [name, part] of Object.entries({
        nodes: kubernetes.nodes,
        pods: kubernetes.pods,
        events: kubernetes.events,
    })) {
        if (!(0,reading/* isUnreadable */.GZ)(part) || part.noTool)
            continue;
        const also = reasons.get(part.unreadable)?.title;
        const title = also ? `${also}, ${name}` : `right to look at the cluster: ${name}`;
        reasons.set(part.unreadable, { title, found: part.unreadable, fix: part.wayOut });
    }
    return [...reasons.values()];
}
const validate = {
    id: VALIDATE,
    title: 'Look at the checks of Phase 1 and give it a score',
    kind: 'look',
    needs,
    reads: reads,
    rootReads: () => [],
    facts: facts,
    plan: validate_plan,
    rollback,
    scriptArguments: () => [],
    verify,
    lacks,
};


/***/ }),

/***/ 8774:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yj: () => (/* reexport */ language/* LANGUAGES */.Y),
  uy: () => (/* binding */ speechIn),
  CB: () => (/* binding */ textsOf)
});

// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(6264);
;// CONCATENATED MODULE: ./build/checks/when.js

const MINUTE = 60_000;
/** `2026-11-24 11:40`, in UTC. */
const day = (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
/** How long something lasted, for people: `4 d 3 h`, `2 h 5 min`, `12 min 0 s`. */
function span(milliseconds) {
    const minutes = Math.floor(milliseconds / MINUTE);
    const hours = Math.floor(minutes / 60);
    if (hours >= 48)
        return `${Math.floor(hours / 24)} d ${hours % 24} h`;
    return hours > 0 ? `${hours} h ${minutes % 60} min` : (0,units/* duration */.p)(milliseconds / 1000);
}

;// CONCATENATED MODULE: ./build/texts/en/checks.js


const builds = (count) => `${count} ${count === 1 ? 'build' : 'builds'}`;
const checks = {
    notKnown: (why) => `not known: ${why}`,
    unknown: 'not known',
    noCluster: 'no cluster, as configured',
    diskSize: {
        title: 'Disk size of /',
        target: (bytes) => `≥ ${(0,units/* gib */.$)(bytes)}`,
        how: 'measured: statfs, as df shows it',
        measured: units/* gib */.$,
    },
    diskUse: {
        title: 'Disk use of /',
        target: (percent) => `< ${percent} %`,
        how: 'measured: used of what programs can use, as df shows it',
        measured: (percent) => `${percent.toFixed(1)} %`,
    },
    pressure: {
        title: 'DiskPressure',
        target: (window) => `False and no eviction for ${span(window)}`,
        how: "observed: the condition of the node and when it changed; evicted pods that are still there; events by their exact reason, kept for 1 h by default; the kubelet's journal, where it can be read",
        otherHost: (nodes) => `this host is none of the cluster's nodes (${nodes.join(', ') || 'it has none'})`,
        notReported: 'the kubelet does not report it',
        trueSince: (at) => `True since ${day(at)}`,
        silent: (at) => `the kubelet has been silent since ${day(at)}`,
        but: (since, evictions) => `False since ${day(since)}, but ${evictions.join('; ')}`,
        tooShort: (since, again) => `False since ${day(since)} only; what was before is not known. Look again after ${day(again)}`,
        evictionsUnknown: (since, why) => `False since ${day(since)}; evictions not known: ${why}`,
        none: (since, lasting, window, pods, events) => `False since ${day(since)} (${span(lasting)}); none evicted in ${span(window)} (${pods} pods and ${events} events seen)`,
        journalUnseen: (why) => `; the kubelet's journal not seen: ${why}`,
        journalSeen: (lines, first) => `; ${lines} lines of the kubelet's journal since ${day(first)} seen`,
        event: (reason, at) => `${reason} at ${day(at)}`,
        journal: (times, last) => `the kubelet's journal tells of a full disk ${times} times, last at ${day(last)}`,
        evicted: (pods) => `evicted: ${pods.join(', ')}`,
    },
    buildTime: {
        title: 'Build time',
        target: (minutes) => `< ${minutes} min, measured`,
        how: (scenario) => `measured: builds of the scenario ${scenario} by the step build-test`,
        declared: (minutes) => `; ${minutes} min declared, which is no measurement`,
        noneWell: (tried) => `none of ${tried} builds ended well`,
        noBuild: (scenario) => `no build of the scenario ${scenario}`,
        measured: ({ median, range, failed, last, ...found }) => {
            const words = [
                builds(found.builds),
                ...(range ? [`${(0,units/* duration */.p)(range.least)} to ${(0,units/* duration */.p)(range.most)}`] : []),
                ...(failed > 0 ? [`${failed} failed`] : []),
                day(last),
                ...(found.established ? [] : ['observed, not established']),
            ];
            return `${(0,units/* duration */.p)(median)} (${words.join(', ')})`;
        },
    },
    harbor: {
        title: 'Harbor',
        target: 'all components healthy, push and pull proven',
        how: 'observed: the components on its health page, and the proof that the step harbor has left',
        noAddress: 'no address is configured (checks.harbor.url), and none is installed',
        notRunning: (instead) => `not running: ${instead}`,
        ill: (components) => `not healthy: ${components.join(', ')}`,
        healthy: (components) => `${components} component${components === 1 ? '' : 's'} healthy`,
        notProven: (why) => `push and pull not proven: ${why}`,
        otherRegistry: (at, registry) => `the proof of ${day(at)} is about ${registry}`,
        otherDigest: (at) => `what was pulled on ${day(at)} is not what was pushed`,
        tooOld: (at, hours) => `the proof of ${day(at)} is not from the last ${hours} h`,
        proven: (at) => `push and pull proven on ${day(at)}`,
    },
    pods: {
        title: 'Pods',
        allReady: 'all Ready',
        target: (expected) => `${expected} Ready, none unready`,
        how: 'observed: the condition Ready and every container of each pod, those that have completed or were replaced left out',
        measured: (ready, all, named, more) => [`${ready} of ${all} Ready`, ...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; '),
        notReady: 'not Ready',
        asBefore: (pods) => `${pods} pods as before: same pods, no restarts`,
        changed: {
            missing: 'missing',
            recreated: 'made again',
            restarted: 'restarted',
            notReady: 'not ready any more',
            added: 'new',
        },
        changedPods: (how, pods) => `${how}: ${pods.join(', ')}`,
        restarts: (pod, times) => `${pod} (${times} more)`,
    },
    forecast: {
        title: 'Forecast for /',
        target: (days) => `no fill level that matters within ${days} days`,
        how: 'estimated: the robust slope (Theil-Sen) of how full it was, from the history',
        none: (days) => `none, from ${days} days of history`,
        already: (level) => `${level}: already`,
        about: (level, at) => `${level}: about ${at?.slice(0, 10)}`,
        tooLittle: (values, days, leastValues, leastDays) => `${values} days with values over ${days} days; it needs ${leastValues} over ${leastDays}`,
        otherHosts: (hosts) => `the history is about ${hosts.join(', ')}, not this host`,
        howFull: 'how full / is',
        notRead: 'not read',
        inUse: (percent) => `${percent} % in use`,
        evicted: 'pods are evicted',
        evictedAt: (left) => `pods are evicted (${left} left)`,
        noThreshold: 'the kubelet has no threshold nodefs.available',
    },
    preflight: {
        title: (about) => `Pre-flight (${about})`,
        phase0: 'Phase 0 complete',
        declared: 'declared',
        phase0How: 'declared: preflight.phase_0_complete',
        complete: 'declared complete',
        notDeclared: 'not declared',
        stable: 'infrastructure stable',
        backup: 'backup',
        backupTarget: (milliseconds) => `at most ${span(milliseconds)} old`,
        backupHow: (by) => `observed: ${by}; not whether it can be restored`,
        byHook: (hook) => `what ${hook} on the server tells`,
        byFile: 'when the newest file was written',
        noPlace: (hook) => `no place configured (preflight.backup.path), and no ${hook}`,
        hookSaysNo: (hook) => `${hook} says no`,
        noFile: 'no file there',
        written: (bytes, at, age) => `${bytes === undefined ? '' : `${(0,units/* gib */.$)(bytes)} `}written ${day(at)} (${span(age)} ago)`,
        budget: 'budget',
        nothing: '$0',
        budgetHow: 'declared: cost.runner_minute_usd; nothing is ever bought',
        minuteCosts: (usd) => `a runner minute costs $${usd}`,
        thisVersion: 'there, this version',
        scriptHow: 'observed: its SHA-256 on the server',
        script: { 'this version': 'this version', 'another version': 'another version', 'not there': 'not there' },
    },
    validate: {
        summary: 'Looks at the host; there is nothing to change',
        nothingToUndo: {
            message: 'validate only looks: there is nothing to take back.',
            wayOut: 'Name the step whose change is to be taken back.',
        },
    },
    beforeAfter: {
        title: 'Before and after',
        before: (at) => `Before (${day(at)})`,
        after: (at) => `After (${day(at)})`,
        rows: { disk: 'Disk', risk: 'Risk', builds: 'Builds', registry: 'Registry', pods: 'Pods', cost: 'Cost' },
        notApplicable: 'n/a',
        cost: (usd) => `$${usd.toFixed(2)}`,
        note: 'Both columns are observed; what was not known then stays unknown. Bytes are powers of 1024.',
    },
};

;// CONCATENATED MODULE: ./build/texts/format.js
/** English as it is written outside of the United States: the day stands before the month. */
const LOCALES = { en: 'en-GB', fr: 'fr-FR' };
const UNITS = {
    en: ['TiB', 'GiB', 'MiB', 'B'],
    fr: ['Tio', 'Gio', 'Mio', 'o'],
};
function formatOf(language) {
    const locale = LOCALES[language];
    const number = (value, decimals = 0) => spaced(new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value));
    const date = (options) => {
        const shown = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
        return (at) => (Number.isNaN(Date.parse(at)) ? '?' : spaced(shown.format(new Date(at))));
    };
    const day = date({ dateStyle: 'long' });
    const time = date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return {
        number,
        percent: (share) => spaced(new Intl.NumberFormat(locale, { style: 'percent' }).format(share)),
        size: (bytes) => size(bytes, number, UNITS[language]),
        duration: (seconds) => duration(seconds, number),
        dollars: (usd) => (language === 'fr' ? `${number(usd, 2)}\u00a0$` : `$${number(usd, 2)}`),
        price: (usd) => (language === 'fr' ? `${String(usd).replace('.', ',')}\u00a0$` : `$${usd}`),
        day,
        time,
        moment: (at) => `${day(at)}, ${time(at)}`,
        list: (items) => new Intl.ListFormat(locale).format(items),
    };
}
/** Versions of the language data differ in which space that does not break they use. */
const spaced = (text) => text.replace(/\u202f/g, '\u00a0');
function size(bytes, number, [tib, gib, mib, byte]) {
    const sign = bytes < 0 ? '−' : '';
    const value = Math.abs(bytes);
    const units = [
        [tib, 1024 ** 4],
        [gib, 1024 ** 3],
        [mib, 1024 ** 2],
    ];
    const [unit, one] = units.find(([, of]) => value >= of) ?? [byte, 1];
    const count = value / one;
    return `${sign}${number(count, Number.isInteger(count) ? 0 : 1)}\u00a0${unit}`;
}
function duration(seconds, number) {
    if (seconds < 59.95)
        return `${number(seconds, 1)}\u00a0s`;
    const whole = Math.round(seconds);
    const hours = Math.floor(whole / 3600);
    const minutes = `${Math.floor((whole % 3600) / 60)}\u00a0min`;
    if (hours > 0)
        return whole % 3600 < 60 ? `${hours}\u00a0h` : `${hours}\u00a0h ${minutes}`;
    return whole % 60 === 0 ? minutes : `${minutes} ${whole % 60}\u00a0s`;
}
/** What a number makes of a word: French takes the singular for 0 too. */
function pluralOf(language) {
    const rules = new Intl.PluralRules(LOCALES[language]);
    return (count, one, other) => (rules.select(count) === 'one' ? one : other);
}

;// CONCATENATED MODULE: ./build/texts/en/common.js

const plural = pluralOf('en');
const common = {
    /** Between a label and what it says. */
    colon: ':',
    unknown: 'unknown',
    none: 'none',
    yes: 'yes',
    no: 'no',
    server: 'Server',
    system: 'System',
    period: 'Period',
    /** Times, dates and numbers are formatted already. */
    from: (start, end) => (start === end ? start : `${start} to ${end}`),
    madeFrom: (documents) => `Rendered by edge-phase1 from ${documents} ${plural(documents, 'run', 'runs')} and the history; times are UTC, sizes are powers of 1024.`,
    stepWords: '',
    noEvidence: 'There is no evidence of this.',
    titles: {
        log: 'Phase 1 execution log',
        performance: 'Performance report',
        harbor: 'Registry setup guide',
        completion: 'Phase 1 completion report',
        phase2: 'Phase 2 recommendations',
    },
    steps: {
        'extend-lvm': 'Extend the logical volume',
        'docker-config': 'Configure Docker',
        'disk-test': 'Measure the disks',
        harbor: 'Set up the registry',
        'build-test': 'Measure builds',
        validate: 'Judge the checks',
    },
    checks: {
        disk_size: 'Disk size of /',
        disk_use: 'Disk use of /',
        disk_pressure: 'DiskPressure',
        build_time: 'Build time',
        harbor: 'Registry (Harbor)',
        pods: 'Pods',
    },
    targets: {
        disk_size: (size) => `at least ${size}`,
        disk_use: (percent) => `less than ${percent}`,
        disk_pressure: (time) => `False, and no eviction, for ${time}`,
        build_time: (time) => `less than ${time}, measured`,
        harbor: 'all components healthy, a push and a pull proven',
        pods: (count) => `${count} ready, none unready`,
        allPods: 'all that are there ready',
    },
    how: {
        disk_size: 'measured: `statfs`, as `df` shows it',
        disk_use: 'measured: used of what programs can use, as `df` shows it',
        disk_pressure: 'observed: the condition of the node, evicted pods, and events by their exact reason',
        build_time: 'measured: the builds of `build-test`',
        harbor: 'observed: the components on its health page, and the proof of the step `harbor`',
        pods: 'observed: Ready and every container of each pod',
    },
    buildTime: (median, builds, range, when, established) => `${median} (${builds} ${plural(builds, 'build', 'builds')}${range === '' ? '' : `, ${range}`}, ${when}${established ? '' : ', observed, not established'})`,
    range: (least, most) => `${least} to ${most}`,
    results: { pass: 'pass', fail: 'fail', unknown: 'unknown', 'not-applicable': 'does not apply' },
    outcomes: {
        planned: 'planned; nothing was changed',
        verified: 'looked at; nothing was changed',
        'nothing-to-do': 'nothing to do; nothing was changed',
        done: 'done and verified',
        measured: 'measured; nothing was changed',
        refused: 'refused; nothing was changed',
        undone: 'failed and undone',
        'needs-person': 'stopped half way; a person is needed',
        unknown: 'outcome unknown: the connection was lost',
    },
    scenarios: {
        base: 'base images pulled',
        cold: 'cold',
        warm: 'warm, nothing changed',
        changed: 'warm, one source line changed',
        registry: 'empty builder, cache from the registry',
    },
    verdicts: {
        faster: 'faster',
        slower: 'slower',
        'no difference shown': 'no difference shown',
        'observed, not established': 'observed, not established',
    },
    chart: {
        in: (title, unit) => `${title}, in ${unit}`,
        target: (figure) => `flat line: target ${figure}`,
        missing: (runs) => `runs without a figure, left out: ${runs}`,
    },
};

;// CONCATENATED MODULE: ./build/texts/en/comparison.js
/** What two sets of timings say when they are compared. Times in seconds, shares from 0 to 1. */
const comparison = {
    declared: (names) => `${names.join(' and ')}: declared, not measured here.`,
    noRunsSettle: 'No number of runs settles it: the declared side would have to be measured.',
    tooFew: (p, alpha) => `With so few runs even the clearest difference has ${probability(p)} or more, above ${alpha}.`,
    apart: (p) => `${probability(p)}, and the interval leaves out 1.`,
    /** Why no difference is shown. */
    unlikely: (p, alpha) => `${probability(p)} is above ${alpha}. That does not show that they are equal.`,
    reachesOne: (p) => `${probability(p)}, but the interval reaches 1. That does not show that they are equal.`,
    judged: {
        slower: (share, warn, fail) => `slower by ${percent(share)} (warns from ${warn} %, fails from ${fail} %)`,
        faster: (share) => `faster by ${percent(share)}`,
        excluded: (fail, most) => `a slow-down of ${fail} % or more is excluded (at most ${percent(most)})`,
        open: (fail, more) => `neither shown nor excluded that it is slower by ${fail} %${more > 0 ? `; ${moreRuns(more)}` : ''}`,
    },
    moreRuns,
    further: {
        fewest: (floor) => `${floor} runs of each are the fewest with which the exact test can establish anything; how many it really takes can only be told from at least 3.`,
        tooSmall: (most) => `What was observed is so small against the noise that more than ${most} runs of each would be needed: take them as equal for this purpose, or quieten the machine.`,
        noether: (size) => `Noether's formula for 80 % power at the difference observed (${size} runs of each in all); if the real difference is smaller, it takes more.`,
    },
    warnings: {
        notInTurn: 'The two were not run in turn: what changed on the machine in between counts as a difference. Run both in turn where that is possible.',
        slowFirst: (name, first, middle) => `${name}: the first run took ${seconds(first)}, the others about ${seconds(middle)}. Add a warm-up run, or clear the caches before every run.`,
        outliers: (name, middle, far) => `${name}: far from the median of ${seconds(middle)}: ${far.map(({ run, took }) => `run ${run} (${seconds(took)})`).join(', ')}. They were kept; see what else ran then.`,
        busy: (name, runs, all, load, wait) => `${name}: the machine was busy with other work before ${runs.length} of ${all} runs (${runs.join(', ')}): load above ${load} per processor, or waiting for disks more than ${wait * 100} % of the time. Run it again when it is quiet.`,
        noisy: (name, noise) => `${name}: from run to run it varies by about ${(noise * 100).toFixed(0)} %. Small differences cannot be seen through that.`,
    },
};
const probability = (p) => `p = ${p.toPrecision(2)}`;
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const seconds = (value) => `${value.toPrecision(3)} s`;
function moreRuns(runs) {
    return `${runs} further runs of each may settle it`;
}

;// CONCATENATED MODULE: ./build/texts/en/completion.js

const completion_plural = pluralOf('en');
const completion = {
    succeeded: (points, needed, spent) => `✅ **Phase 1 succeeded:** ${points} (${needed} needed), ${spent} spent.`,
    notYet: (points, needed, spent) => `❌ **Phase 1 is not there yet:** ${points} (${needed} needed), ${spent} spent.`,
    notJudged: '❔ **Whether Phase 1 succeeded is unknown:** the checks were never judged (`edge-phase1 verify validate`).',
    points: (score, possible, unknown) => unknown === '0' ? `${score} of ${possible} points` : `${score} of ${possible} points, ${unknown} unknown`,
    judgedOn: (when) => `The checks were judged last on ${when}.`,
    staleJudgement: 'That was before the last change: judge them again.',
    definitionTitle: 'The success definition, point by point',
    definitionColumns: ['', 'The plan says', 'Measured', 'How'],
    definition: {
        disk_size: (target) => `Disk space increased to ${target} or more`,
        disk_pressure: 'DiskPressure risk eliminated',
        build_time: (target) => `Build time reduced to less than ${target}`,
        harbor: 'Registry operational',
        pods: 'All services stable',
        budget: 'Zero budget spent',
        score: (target) => `Score of ${target} or more`,
    },
    ofPoints: 'of the points of all checks that apply',
    costHow: 'computed, see below',
    scoreTitle: 'Scorecard',
    scoreColumns: ['', 'Check', 'Target', 'Measured', 'Points'],
    earned: (points, weight) => `${points} of ${weight}`,
    scoreNote: 'A pass earns its points, anything else none. Unknown is neither a pass nor a failure.',
    costTitle: 'Cost',
    cost: (usd, runs, minutes, price) => `${usd}, computed: ${runs} ${completion_plural(runs, 'run', 'runs')} on GitHub with ${minutes} runner minutes at ${price} a minute. A run from a command line costs no runner minutes.`,
    bought: 'edge-phase1 buys nothing. Whether somebody bought something by other ways, it cannot see.',
    risksTitle: 'The plan’s risks',
    riskColumns: ['Risk', 'Came true?', 'Basis'],
    risks: {
        lvm: 'LVM extension failure (5 %)',
        docker: 'Docker restart issues (10 %)',
        performance: 'Performance not improved enough (30 %)',
    },
    riskStates: { happened: '**yes**', avoided: 'no', untested: 'not put to the test', unknown: 'unknown' },
    riskBasis: {
        never: 'the step was never carried out',
        ended: (outcomes) => `how the runs of the step ended: ${outcomes}`,
        health: (measured) => `Docker afterwards: ${measured}`,
        pods: (measured) => `pods afterwards: ${measured}`,
        build: (measured) => `build time: ${measured}`,
        notJudged: 'the checks were never judged',
    },
    deviationsTitle: 'Deviations from the plan',
    noDeviations: 'None that the evidence shows.',
    deviations: {
        notDone: (step) => `“${step}” was not carried out.`,
        rolledBack: (step, when) => `“${step}” was taken back on ${when}.`,
        late: (days, last, due) => `The last run is of ${last}, ${days} ${completion_plural(days, 'day', 'days')} after the plan’s end (${due}).`,
        setting: (key, plan, used) => `\`${key}\`: ${plan} in the plan, ${used} here.`,
        more: (count) => `${count} further ${completion_plural(count, 'setting differs', 'settings differ')} from the plan’s.`,
        distribution: 'The registry is Distribution, not Harbor.',
        harborVersion: (version) => `Harbor is version ${version}, not 2.10.0, which is out of support.`,
        noBaseline: 'No build was measured before the first change; the plan’s “70 minutes” is a declared figure.',
        byHand: (runs) => `${runs} ${completion_plural(runs, 'run stands', 'runs stand')} in the server’s journal alone (see the execution log).`,
        restore: 'The plan’s recovery (`vgcfgrestore`) is never used: after the file system has grown it destroys data. Taking back is `lvreduce` to the recorded size, and only while the file system has not grown.',
    },
    openTitle: 'What is open',
    nothingOpen: 'Nothing: all checks that apply pass.',
};

;// CONCATENATED MODULE: ./build/texts/en/dashboard.js
/** All words of the dashboard. They travel to its page as data, so that none is a function: `{name}` is filled in there. */
const dashboard = {
    title: 'Phase 1 dashboard',
    skip: 'Skip to the content',
    made: 'As of {at}. Times are UTC.',
    overview: 'Now',
    hostsSideBySide: 'Hosts side by side',
    host: 'Host',
    theme: 'Colours',
    auto: 'Auto',
    light: 'Light',
    dark: 'Dark',
    span: 'Time shown',
    days: '{n} days',
    all: 'All',
    noScript: 'The charts need JavaScript. The tables below them show the same data without it.',
    nothing: 'Nothing was recorded yet',
    nothingHow: 'This page fills itself from runs. Any of these gives it its first data:',
    nothingWatch: 'On GitHub: start the workflow Watch; it looks at the server and changes nothing.',
    nothingVerify: 'On a command line: look at the server, and make this page from what was seen.',
    nothingBuild: 'Measure the build, which is where its times come from.',
    disk: 'Disk use of /',
    builds: 'Build time',
    score: 'Score',
    checklist: 'Checklist',
    applied: 'What was carried out',
    lastSeen: 'Last seen',
    forecast: 'Forecast',
    scenario: 'Scenario',
    noDisk: 'How full / is was not recorded yet. Run the step validate.',
    noBuilds: 'No build was measured yet. Run the step build-test.',
    noScore: 'There is no score yet. Run the step validate.',
    noChecklist: 'How far the checklist is was not recorded yet. The workflow Checklist keeps it as issues and records it here.',
    noApplied: 'Nothing was changed on the host yet.',
    chart: 'chart',
    keys: 'Left and right arrow read the points, Home and End go to the ends.',
    asTable: 'As a table ({n})',
    older: 'Show older ones',
    marksHint: 'Numbered lines: see',
    when: 'When',
    used: 'Used',
    usable: 'Usable',
    size: 'Size',
    inUse: 'In use',
    median: 'Median',
    interval: 'From – to',
    buildCount: 'Builds',
    commit: 'Commit',
    unknown: 'Unknown',
    target: 'target',
    targetIs: 'target {value}',
    eviction: 'pods are evicted',
    used_of: '{used} of {usable}',
    build_1: '1 build',
    build_n: '{n} builds',
    intervalNote: 'Bars are the 95 % interval of the median (order statistics) where a run has at least 6 builds, and the range of its builds otherwise.',
    sizeNote: 'Some older readings did not record what programs can use; their percent is of the whole size.',
    points: 'points: {n}',
    unknownPoints: '{n} points unknown',
    notKnown: 'not known',
    reached: 'reached',
    missed: 'not reached',
    none: 'none',
    growth: 'Grows by {bytes} a day ({low} to {high}), from {days} days.',
    shrinks: 'Shrinks by {bytes} a day ({low} to {high}), from {days} days.',
    tooLittle: 'Too little history for a forecast: it needs readings of 4 days over at least 3 days.',
    level: '{percent} % in use',
    expected: 'expected: {level}',
    already: '{level}: already.',
    never: '{level}: never, at this growth.',
    about: '{level}: about {at}',
    between: '(between {earliest} and {latest})',
    notBefore: '(not before {earliest})',
    forecastLine: 'forecast',
    stale: 'The last reading is {n} days old.',
    doneOf: '{done} of {total}',
    itemsDone: '{done} of {total} items done',
    outcome_done: 'done',
    outcome_undone: 'failed, undone',
    'outcome_needs-person': 'failed, needs a person',
    rollback: 'rollback',
};

;// CONCATENATED MODULE: ./build/texts/en/desk.js
/** What GitHub shows besides reports: the checklist, the answers to commands, comments that are being written. */
const desk = {
    plan: {
        title: 'Phase 1: the checklist',
        weeks: {
            'week-1': 'Phase 1, Week 1: Infrastructure',
            'week-2': 'Phase 1, Week 2: Services',
        },
        groups: {
            'pre-flight': 'Pre-Flight (before starting)',
            'week-1-day-1': 'Week 1, Day 1 (Feb 11): Go/No-Go and LVM',
            'week-1-day-2': 'Week 1, Day 2 (Feb 12): Docker',
            'week-1-day-3': 'Week 1, Day 3 (Feb 13): Measurements',
            'week-1-day-4': 'Week 1, Day 4 (Feb 14): Review',
            'week-2-day-1-2': 'Week 2, Day 1-2 (Feb 17-18): Harbor',
            'week-2-day-3-4': 'Week 2, Day 3-4 (Feb 19-20): Harbor in use',
            'week-2-day-5': 'Week 2, Day 5 (Feb 21): Completion',
        },
        items: {
            'phase-0': 'Phase 0 validated 100% complete',
            stable: 'Infrastructure stable 17/17 pods',
            'backup-strategy': 'Backup strategy active',
            budget: 'Budget approved: $0',
            'script-tested': 'Script tested: extend-lvm-phase1.sh',
            'go-meeting': 'Meeting Go/No-Go Phase 1',
            'go-decision': 'Decision: GO with Budget $0 strategy',
            'copy-script': 'Copy script to EdgeServer',
            'extend-lvm': 'Execute LVM extension',
            extended: 'Verify result (150GB+)',
            'docker-config': 'Optimize Docker config',
            'docker-restart': 'Restart Docker daemon',
            'pods-running': 'Verify all pods Running',
            'docker-documented': 'Document changes',
            'disk-test': 'Test disk performance (hdparm)',
            'build-baseline': 'Baseline build time test',
            'measurements-documented': 'Document results',
            'week-1-review': 'Week 1 review & validation',
            'week-1-documentation': 'Update documentation',
            'harbor-download': 'Download Harbor installer',
            'harbor-configure': 'Configure Harbor',
            'harbor-install': 'Install Harbor',
            'harbor-verify': 'Verify installation',
            'harbor-test': 'Test Harbor registry',
            'harbor-push': 'Push test image',
            'harbor-pull': 'Pull test image',
            procedures: 'Document procedures',
            'final-validation': 'Final validation',
            performance: 'Performance tests',
            'completion-report': 'Phase 1 completion report',
            'phase-2': 'Plan Phase 2 (if applicable)',
        },
    },
    checklist: {
        yours: 'Boxes, titles, order and anything that you add here stay as you leave them. Items with evidence are ticked and unticked by the runs.',
        tracking: (items) => `The ${items} items of the plan, a sub-issue for each day. What stands outside of the tables is yours.`,
        help: 'Somebody with write permission can write `/phase1 help` in a comment here.',
        columns: ['', 'Group', 'Done', 'Due'],
        of: (done, total) => `${done} of ${total}`,
        done: (done, total, percent) => `**${done} of ${total} items done (${percent} %)**`,
        scorecard: 'Latest scorecard',
        links: { runs: 'Runs and their evidence', milestones: 'milestones', history: 'history' },
        noScorecard: 'No scorecard was reported yet: run `/phase1 verify validate`.',
        complete: (done, total) => `## ✅ Phase 1: all ${done} of ${total} items are done`,
        items: (count) => `${count} items`,
        target: (target) => `target ${target}`,
        run: (run, day) => `run ${run}, ${day}`,
        unticked: 'unticked: ',
        setByPerson: (who, ticked, at) => `${ticked ? 'ticked' : 'unticked'} by ${who}, ${at} UTC`,
        label: 'The checklist of Phase 1; kept by edge-phase1',
        trackingLabel: 'The tracking issue of Phase 1',
        stands: (standing, link) => `The checklist stands at ${standing}: [tracking issue](${link}).`,
        standing: (done, total) => `${done} of ${total} items`,
        review: (environment) => `review of ${environment}`,
    },
    commands: {
        oneLine: 'A command is one line, with nothing after it.',
        signs: 'A command has only letters, digits, dashes and spaces, and is short.',
        noSuchCommand: (forms) => `There is no such command. The commands are: ${forms.join(', ')}.`,
        written: (form) => `This command is written \`${form}\`.`,
        noSuchStep: (steps) => `There is no such step. The steps are: ${steps.join(', ')}.`,
        badHash: 'A hash is the 64 hexadecimal digits of a plan that was shown here, or at least its first 12.',
        needsHash: (step) => `apply needs the hash of a plan that was shown here. Write \`/phase1 plan ${step}\` first.`,
        onTrackingOnly: 'Commands are taken on the tracking issue of the checklist only.',
        needsRight: 'This needs write permission in this repository. Let somebody who has it write the command.',
        notShown: (step, command) => `No plan of ${step} with this hash was shown on this issue. Write \`${command}\` first.`,
        several: 'More than one plan begins with this hash. Write all of it.',
        helpTitle: '**Commands**, each a comment of its own with nothing else in it:',
        helpColumns: ['Write', 'What happens'],
        help: [
            'looks at the server and shows what would be changed, with a hash; changes nothing',
            'carries out the plan with this hash, if it was shown here and still holds',
            'for a step that only measures: measures',
            'looks at the server and judges the checks; changes nothing',
            'shows what an undoing would do, with a hash; changes nothing',
            'carries that out',
            'records your decision to go in the checklist',
            'brings the checklist up to date and shows where it stands',
            'this',
        ],
        steps: (steps) => `Steps: ${steps}. Write permission is needed, except for help.`,
        notDone: (why) => `❌ Not done. ${why}`,
        going: (what, link) => `⏳ \`${what}\` is going on: [workflow run](${link}). The answer will stand here.`,
        next: (number, group) => ` Next: #${number} ${group}.`,
        go: 'GO is recorded in the checklist. ',
        done: (standing) => `${standing} are done.`,
        toCarryOut: 'To carry it out, write:',
        noResult: (link) => `❌ The run ended without a result; its log says why: [workflow run](${link}).`,
    },
    comment: {
        cut: (whole) => `_Cut to fit into a comment: ${whole}._`,
        itsEnd: (title) => `${title} (its end)`,
        goingOn: (title, time) => `### ⏳ ${title}: going on, ${time} so far`,
        updated: '<sub>Updated at most every 30 seconds. Its end is always written here.</sub>',
    },
    watch: {
        rows: { check: 'Check', measured: 'Measured', target: 'Target', how: 'How' },
        seenBy: (run) => `Seen by ${run}.`,
        fails: (machine, check) => `${machine}: ${check} fails`,
        closes: 'This issue is closed when the check passes again.',
        label: 'A check of the server that fails; kept by edge-phase1',
        nothing: 'No check has changed.',
        did: { opened: 'opened', closed: 'closed', updated: 'updated' },
    },
    documents: {
        report: 'the completion report on the tracking issue',
        pullRequest: 'the pull request',
        whole: (link) => `the whole is in ${link}`,
        theDocuments: 'the documents',
        allFive: 'All five documents',
        body: 'Rendered from the evidence of the runs and the history, by the workflow Documents. The same evidence gives the same text.',
        title: 'The documents of Phase 1',
    },
};

;// CONCATENATED MODULE: ./build/texts/en/facts.js
/** What could not be observed, and what to do about it. */
const facts = {
    /** What this project's own reads say on the host, in the words of this language; what else is said there is quoted. */
    fromHost: {
        'neither kubectl nor k3s is installed': 'neither kubectl nor k3s is installed',
        'there is no kubeconfig': 'there is no kubeconfig',
        'there is no journalctl': 'there is no journalctl',
    },
    exitCode: (code) => `exit code ${code}`,
    /** The line for the sudoers file, and where it comes from. */
    sudoMissing: (command, user) => ({
        message: `\`${command}\` needs root, and there is no sudo for ${user}.`,
        wayOut: 'Install sudo, or log in as root.',
    }),
    /** @param find name of the program whose path has to be looked up; undefined where it is known */
    sudoRight: (command, user, line, find) => ({
        message: `${user} may not run \`${command}\` as root without a password.`,
        wayOut: `As root run \`visudo -f /etc/sudoers.d/edge-phase1\` and add this line${find === undefined ? '' : ` (with the path that \`command -v ${find}\` shows)`}: ${line}`,
    }),
    wholeSudoers: 'The whole file, with all rights that are needed: edge-phase1 sudoers',
    block: (program, why) => ({
        unreadable: `${program} does not list what there is (${why})`,
        wayOut: 'lsblk and findmnt of util-linux 2.33 or newer are needed; `edge-phase1 doctor` shows what is missing.',
    }),
    lvm: {
        notInstalled: { unreadable: 'LVM is not installed', wayOut: 'Install it: apt-get install lvm2' },
        unreadable: (why) => `LVM cannot be read (${why})`,
        wayOut: 'See what `lvm fullreport` says as root, and repair that first.',
    },
    fileSystem: {
        unknownType: (type) => ({
            unreadable: `${type} is not a file system that this step knows`,
            wayOut: 'It grows ext4 and xfs.',
        }),
        ext4: (why) => `the ext4 header cannot be read (${why})`,
        ext4NoSize: 'the ext4 header does not tell its size',
        installExt4: 'Install its tool: apt-get install e2fsprogs',
        seeExt4: 'See what `dumpe2fs -h` says as root.',
        damage: (state, errors) => `state '${state}', error count ${errors}`,
        xfs: (why) => `xfs_info does not answer (${why})`,
        installXfs: 'Install it: apt-get install xfsprogs',
        seeXfs: 'See what `xfs_info` says as root.',
    },
    docker: {
        notAsked: {
            unreadable: 'Docker does not run, and was not asked: that would have started it',
            wayOut: 'See: systemctl status docker.service. Start it, then run this again.',
        },
        noCurl: { unreadable: 'there is no curl command to ask Docker with', wayOut: 'Install it: apt-get install curl' },
        noCommand: { unreadable: 'there is no docker command', wayOut: 'Install Docker, then run this again.' },
        silent: (why) => `Docker does not answer (${why})`,
        noVersion: 'no server version',
        seeUnit: 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
        flags: (why) => ({
            unreadable: `the command line of Docker's daemon cannot be read (${why})`,
            wayOut: 'See: systemctl status docker.service',
        }),
        noObject: 'it is not one object in braces',
    },
    json: {
        comment: 'there is a comment, and JSON has none',
        tooEarly: 'it ends too early',
        notJson: 'it is not JSON there',
    },
    harbor: {
        nothingListens: 'nothing listens there',
        installCurl: 'Install curl on the server.',
        checkUrl: 'Check checks.harbor.url: it has to be reachable from the server itself, with a certificate that it trusts.',
        redirects: (status) => ({
            unreadable: `it redirects (${status})`,
            wayOut: 'Set checks.harbor.url to the address that it redirects to.',
        }),
        notHarbor: (status) => `what answers there (HTTP ${status}) is not Harbor`,
        letsEveryoneIn: 'a registry answers that lets everyone in',
        noRegistry: (status) => `what answers there (HTTP ${status}) is no registry`,
        notAsked: { unreadable: 'it was not asked', wayOut: 'Run it again.' },
        mark: (file, why) => ({
            unreadable: `${file} cannot be read (${why})`,
            wayOut: `Everyone may read it where the step harbor has written it: chmod 0644 ${file}`,
        }),
        listeners: (why) => ({ unreadable: `ss does not answer (${why})`, wayOut: 'Install iproute2.' }),
        seeServices: 'See: kubectl get services --all-namespaces',
        torn: { unreadable: 'the answer of kubectl is torn or in another form', wayOut: 'Run it again.' },
    },
    kubernetes: {
        again: 'Run it again; `kubectl get nodes,pods --all-namespaces` on the host shows what it answers.',
        torn: 'the answer of kubectl is torn or in another form',
        notAll: (rows, total) => `kubectl showed ${rows} of ${total} objects`,
        noThresholds: 'the kubelet does not show its thresholds',
        installTool: 'Install kubectl; or set kubernetes.cluster to none where the host is to have no cluster.',
        nameKubeconfig: 'Name one in kubernetes.kubeconfig; or set kubernetes.cluster to none where the host is to have no cluster.',
        makeKubeconfig: 'Make a kubeconfig that may only look (docs/validate.md has the commands) and name it in kubernetes.kubeconfig.',
        giveRight: 'Give this user the right to get and list it: docs/validate.md has the cluster role.',
        journalTorn: 'its answer is torn',
        noLine: 'no line of it can be read',
        readJournal: 'Let this user read the journal (usermod -aG systemd-journal USER), where K3s or the kubelet is a unit.',
    },
    preflight: {
        backup: 'Name a file or folder that this user may read in preflight.backup.path.',
        hook: (hook) => `See docs/validate.md for what ${hook} has to be.`,
    },
    results: {
        run: (command) => `Run \`edge-phase1 ${command}\`.`,
        notMeasured: 'not measured yet',
        otherForm: (schema) => `its result is of another form than ${schema}`,
        incomplete: 'its result lacks a digest or a time',
    },
};

;// CONCATENATED MODULE: ./build/texts/en/harbor.js
const harbor = {
    absent: 'Nothing shows that a registry is installed on this server: the step `harbor` has left no result, or it was not read. This guide is written from that result.',
    installTitle: 'How to install it',
    install: 'The step shows its plan first, needs no other network than the source of the installer, and proves the registry with a push and a pull:',
    installNote: 'By hand, as in the plan, it also works, but do not take Harbor 2.10: it is out of support. Put its data on a data disk (Harbor asks for 40 GB), not on `/`.',
    installDone: 'Then render this guide again from the evidence of the run.',
    aboutTitle: 'What is there',
    aboutColumns: ['', ''],
    rows: {
        address: 'Address',
        kind: 'Kind',
        install: 'Installed in',
        data: 'Data in',
        project: 'Project of CI',
        robot: 'Robot account of CI',
        components: 'Components',
        proof: 'Proof',
    },
    kinds: { harbor: 'Harbor', distribution: 'Distribution (a small registry without pages and projects)' },
    proof: (when) => `pushed and pulled with one and the same digest on ${when}`,
    timed: (push, pull) => `push ${push}, pull ${pull}`,
    noProof: 'not proven: what was pulled is not what was pushed',
    health: (result, measured) => `When the checks were judged last: ${result} (${measured}).`,
    missing: 'Words in capital letters stand for what the result of the step does not say; fill them in before you run a command.',
    loginTitle: 'Log in',
    login: (file) => `The secret of the robot account stands on the server in \`${file}\`, for root alone, and never in this repository or its evidence. It goes in on standard input, so that it is neither in the process list nor in the history of the shell. On the server itself:`,
    loginElsewhere: 'On another machine, from a file that only you can read:',
    http: (address) => `The registry speaks plain HTTP: names, passwords and images pass the network in the clear, which only suits a network that you trust. Each Docker that uses it has to be told so in \`/etc/docker/daemon.json\` (merge it with what is there: \`"insecure-registries": ["${address}"]\`), and then reload it; no container stops:`,
    https: (address) => `Where the certificate is of a CA of your own, each Docker that uses the registry needs the CA’s certificate as \`/etc/docker/certs.d/${address}/ca.crt\`. Docker need not be restarted.`,
    schemeUnknown: 'Whether the registry speaks HTTP or HTTPS is not known.',
    pushTitle: 'Push an image',
    pullTitle: 'Pull an image',
    pull: 'By its digest you get that very image, whatever was pushed since:',
    k3sTitle: 'Use it from K3s',
    k3s: 'K3s has a containerd of its own and does not read Docker’s settings. On this server the step sets it up (`harbor.trust`). On other nodes by hand, in `/etc/rancher/k3s/registries.yaml`, readable for root alone:',
    k3sRestart: 'K3s reads this file at its start; running pods go on:',
    renewTitle: 'Renew',
    renewCertificate: (harbor) => harbor
        ? 'Certificate: replace the files that `harbor.yml` names under `https:` (same names), have the configuration written anew and the containers made anew. The data stays; pulls and pushes fail for about a minute:'
        : 'Certificate: replace the files that the registry was started with (same names), and restart it:',
    renewNone: 'Certificate: there is none, as the registry speaks plain HTTP.',
    renewRobot: (project, robot, file) => `Robot account: as the step makes it, it does not expire. To change its secret: in Harbor’s pages under Projects → \`${project}\` → Robot Accounts, choose \`${robot}\` and refresh its secret. The old one stops working at once: put the new one into \`${file}\`, and log in again wherever it is used.`,
    backupTitle: 'Back up',
    backup: 'A copy is consistent when nothing writes: stop the registry, copy its data and its configuration to another disk, start it again. The copy holds passwords: keep it readable for root alone.',
    recoverTitle: 'Recover',
    recoverOne: 'It starts again with Docker. Where it does not:',
    recoverRestart: 'After Docker or the server was restarted, some of its containers may stay down, because the others need its log container first. Wait a minute, then start what is missing; a second time if need be:',
    recoverHealth: 'The page answers 200 in any case: read the state of each component.',
    recoverBackup: 'From a copy, on this server or on a new one where the same version is installed:',
    recoverProve: 'Afterwards prove it anew, with a push and a pull:',
    unknownFolders: 'Where it is installed and where its data lies is not known.',
};

;// CONCATENATED MODULE: ./build/texts/en/log.js

const log_plural = pluralOf('en');
const log = {
    summary: (runs, days, changes) => `${runs} ${log_plural(runs, 'run', 'runs')} on ${days} ${log_plural(days, 'day', 'days')}; ${changes} ${log_plural(changes, 'change', 'changes')} carried out.`,
    columns: ['Time', 'Run', 'Outcome', 'Started by', 'Approved by', 'Duration'],
    terminal: 'at a command line',
    notNeeded: 'not needed',
    notRecorded: 'not recorded',
    planOf: (hash) => `plan ${hash}`,
    run: 'run',
    why: 'Why',
    changesDone: (done, all) => `${done} of ${all} ${log_plural(all, 'operation', 'operations')} done`,
    checks: (passed, all, unknown) => `${passed} of ${all} ${log_plural(all, 'check', 'checks')} pass${unknown > 0 ? `, ${unknown} unknown` : ''}`,
    score: 'score',
    unseenTitle: 'In the server’s journal alone',
    unseen: 'These runs were made by hand, or their evidence was not among what this was rendered from. Who started them is not recorded.',
    unseenColumns: ['Began', 'Run', 'End'],
    ends: {
        success: 'done and verified',
        failed: 'failed',
        stopped: 'stopped by a person',
        none: 'the journal does not say',
    },
    gap: 'Days without a run are left out. Runs whose evidence was deleted (artifacts are kept for a limited time) can only be found in the server’s journal.',
};

;// CONCATENATED MODULE: ./build/texts/en/performance.js

const performance_plural = pluralOf('en');
const performance_builds = (count) => `${count} ${performance_plural(count, 'build', 'builds')}`;
const performance = {
    serverTitle: 'The server, before and after',
    serverColumns: ['', 'Before', 'After'],
    noChange: 'No change was carried out: what stands under “after” is how the server is now.',
    rows: { size: 'Size of /', used: 'In use', free: 'Free for programs', use: 'Use, as df shows it' },
    buildsTitle: 'Builds',
    noBuilds: (command) => `No build was measured: nothing is known about build times, neither before nor after. Measure with ${command}.`,
    noBefore: 'No build was measured before the first change: what is compared with is a time that somebody took by hand and declared, which establishes nothing.',
    buildColumns: ['Scenario', 'Before', 'After', 'Ratio (95 %)', 'Verdict'],
    sample: (median, count) => `${median} (${performance_builds(count)})`,
    declared: (time) => `${time} (declared)`,
    notMeasured: 'not measured',
    reasons: {
        declared: 'one side is declared, not measured',
        few: (p) => `with so few runs even the clearest difference has p ≥ ${p}`,
        shown: (p) => `p = ${p}, and the interval leaves out 1`,
        open: (p) => `p = ${p}; that does not show that they are equal`,
    },
    further: (runs) => `${runs} further ${performance_plural(runs, 'run', 'runs')} of each may settle it`,
    otherCommit: 'The builds of before and after are not of one commit: a difference may come from what was built.',
    unknownCommit: 'Of which commit the builds were is not known for all of them.',
    chartTitle: (scenario) => `Builds, ${scenario}`,
    seconds: 'seconds',
    minutes: 'minutes',
    diskChart: 'Use of /',
    percentUnit: 'percent of its size',
    buildMethod: 'Wall time of `docker build`; medians. Before: builds of before the first change; after: of after the last one. An exact two-sided rank test and a 95 % bootstrap interval of the ratio of medians; “faster” and “slower” need both. Below 1 the later builds are faster.',
    alone: 'What each change did alone',
    aloneColumns: ['Change', 'Scenario', 'Before', 'After', 'Ratio (95 %)', 'Verdict'],
    notHelping: 'What did not help',
    lvm: {
        held: (disks) => `**Extending the volume did not make a disk faster**, and cannot: the disk is the same one. Measured before and after (${disks}), the figures did not change.`,
        broken: (disks) => `**Extending the volume cannot make a disk faster**, yet figures changed between the two measurements (${disks}). Something else changed: do not take a difference between builds for an effect of the extension.`,
        unmeasured: '**Extending the volume does not make a disk faster**: the disk is the same one. Here it was not measured both before and after, so that this is reasoned, not shown.',
    },
    docker: {
        measured: (verdicts) => `**The Docker settings**, which the plan expects to bring 10 to 20 %: ${verdicts}.`,
        unmeasured: '**The Docker settings**, which the plan expects to bring 10 to 20 %, were not measured alone (builds right before and right after them are needed). None of them makes a build faster by itself: they keep logs from filling the disk.',
    },
    nothing: (change, scenario, verdict) => `**${change}**: ${scenario}: ${verdict}.`,
    disksTitle: 'Disks',
    noDisks: (command) => `No disk was measured. Measure with ${command}.`,
    diskColumns: ['Disk', '4 KiB synced writes/s', 'fsync, median, ms', 'Sequential read, MiB/s', 'hdparm -t, MiB/s'],
    diskMethod: (rounds, when) => `Medians of ${rounds} ${performance_plural(rounds, 'round', 'rounds')} and their range, measured on ${when}. Small synced writes are what unpacking layers waits for; \`hdparm -t\` reads in sequence for three seconds and says little about builds.`,
    busy: 'busy with the work of others',
    forecastTitle: 'Forecast',
    forecast: {
        none: 'Nothing is known about growth: the checks were not judged with a history.',
        few: (values, days) => `Unknown: there are values of ${values} ${performance_plural(values, 'day', 'days')}, over ${days} days; it takes values of 4 days over 3.`,
        other: 'Unknown.',
        growth: (estimate, low, high, days) => `/ grows by ${estimate} a day (95 %: ${low} to ${high}), seen over ${days} days.`,
        use: (percent) => `${percent} in use`,
        eviction: 'The kubelet evicts pods',
        already: 'already',
        never: 'not reached at this growth',
        about: (date, earliest, latest) => `about ${date} (earliest ${earliest}, latest ${latest})`,
        unknown: 'unknown',
    },
};

;// CONCATENATED MODULE: ./build/texts/en/phase-2.js

const phase_2_plural = pluralOf('en');
const phase2 = {
    intro: 'What a purchase or a change would bring, as far as it was measured here. An estimate is called one and has bounds; where nothing was measured, nothing is claimed.',
    ssdTitle: 'An SSD for Docker’s data (the plan’s Phase 1B)',
    ssdUnknown: (command) => `**Unknown.** How long builds wait for the disk was not measured here. Measure first, with ${command}; the kernel’s pressure counters (\`/proc/pressure/io\`) have to be on.`,
    ssdColumns: ['Scenario', 'Now', 'Something waited', 'Everything waited', 'At best', 'A disk without waits'],
    now: (median, builds) => `${median} (${builds} ${phase_2_plural(builds, 'build', 'builds')})`,
    between: (low, high) => `${low} to ${high}`,
    ssd: {
        little: (share) => `**Not for the builds.** At most ${share} of a build’s time is waiting for a disk: no purchase can save more than that.`,
        maybe: (low, high) => `**Perhaps; an estimate.** Between ${low} and ${high} of a build’s time is waiting for a disk, which is what a faster one can shorten.`,
        much: (low, high) => `**Worth it for the builds; an estimate.** Between ${low} and ${high} of a build’s time is waiting for a disk, which is what a faster one can shorten.`,
        already: (now) => `The plan expects 3 to 5 minutes with an SSD; cold builds take ${now} on the disk that is there.`,
        excluded: (best) => `The plan expects 3 to 5 minutes with an SSD. By these measurements a disk alone cannot reach that: without any waiting a cold build still takes ${best}.`,
        open: (best) => `The plan expects 3 to 5 minutes with an SSD. The measurements do not rule it out (at best ${best}), and do not show it.`,
        price: (saved) => `By the plan it costs about $120, and a free M.2 slot, which was not looked for. For each cold build it saves at most ${saved}.`,
    },
    ssdMethod: 'From the kernel’s counters during the builds: the share of the time in which something waited for a disk, and in which nothing else ran meanwhile. “At best” is the time with the first share gone; “a disk without waits” lies between that and the time with the second share gone. A real SSD still makes wait, other programs’ waiting is counted too, and what is bound by the processor or the network stays as it is.',
    freeTitle: 'At no cost',
    columns: ['What', 'What it would bring', 'Basis'],
    layers: {
        what: 'Order the Dockerfile so that a changed line does not build everything anew (`edge-phase1 advise` names the lines)',
        brings: (most) => `at most ${most} a build after a change`,
        basis: (changed, warm, cold) => `medians: one line changed ${changed}, nothing changed ${warm}, cold ${cold}`,
        fine: 'little: a build after a change is close to one after none',
    },
    bases: {
        what: 'A proxy cache for base images in the registry',
        brings: (most) => `at most ${most} a build that has to fetch its base images`,
        basis: (builds) => `median of ${builds} ${phase_2_plural(builds, 'pull', 'pulls')} of the base images`,
    },
    disk: {
        what: (disk) => `Move Docker’s data to ${disk}`,
        whatNot: 'Move Docker’s data to another disk',
        brings: (times) => `${times} times as many small synced writes a second; for builds at most what they wait for the disk`,
        same: 'nothing that was shown: the disks cannot be told apart',
        home: (disk) => `nothing: it lies on the fastest one already (${disk})`,
        basis: (rounds, when) => `${rounds} ${phase_2_plural(rounds, 'round', 'rounds')} of the disk test of ${when}`,
        busy: 'a disk was busy with the work of others: observed, not established',
        few: 'so few rounds establish nothing',
    },
    space: {
        what: 'Extend the volume further',
        brings: (free) => `up to ${free}, which the volume group has free`,
        none: 'nothing: the volume group has no space left',
        basis: (forecast) => `LVM; ${forecast}`,
        noForecast: 'when it will be needed is unknown: the history is too short',
    },
    openTitle: 'Before Phase 2',
    open: (check, result, measured) => `**${check}** (${result}): ${measured}`,
    unknownTitle: 'What cannot be said',
    unknowns: {
        builds: 'What would make builds faster: none was measured.',
        changed: 'Whether the layers of the Dockerfile are in a good order: builds after a change were not measured.',
        bases: 'What a cache for base images brings: pulling them was not measured.',
        disks: 'Which disk suits Docker’s data best: the disks were not measured.',
        space: 'How much space is left to extend the volume by: it was not read.',
        machine: 'Whether more memory or more processors would help: neither was measured, and time that is not spent waiting for a disk is not by itself time of the processor.',
    },
};

;// CONCATENATED MODULE: ./build/texts/en/report.js


const report_plural = pluralOf('en');
const report = {
    duration: units/* duration */.p,
    cannotPlan: 'cannot be planned: something is not known',
    changesPlanned: (count) => `${count} ${report_plural(count, 'change', 'changes')} planned; nothing was changed`,
    actionsPlanned: (count) => `${count} ${report_plural(count, 'action', 'actions')} of a measurement planned; nothing was changed`,
    stepsWell: 'all steps well',
    stepsNotWell: 'not all steps well',
    cost: (usd, minutes, price) => `${usd} (bought: nothing; ${minutes} runner ${report_plural(minutes, 'minute', 'minutes')} at ${price})`,
    score: (score, of, unknown) => `${score} of ${of}${unknown > 0 ? `, ${unknown} unknown` : ''}`,
    scoreOfThose: (possible, total) => `${possible} that apply (${total - possible} of ${total} do not)`,
    needed: (points) => `${points} needed`,
    neededShare: (percent, points) => `${percent} % needed, ${points} points`,
    succeeded: (score, target, spent) => `Phase 1 succeeded: ${score} (${target}), ${spent} spent`,
    notYet: (score, target, spent) => `Phase 1 is not there yet: ${score} (${target}), ${spent} spent`,
    scoreTitle: (score) => `Score: ${score}`,
    scoreColumns: ['Check', 'Result', 'Points'],
    notApplicable: 'does not apply',
    points: (earned, weight) => `${earned} of ${weight}`,
    scoreNote: 'A pass earns its points, anything else none. Unknown is neither a pass nor a failure.',
    forecast: {
        size: (bytes) => (bytes < 0 ? `-${(0,units/* gib */.$)(Math.round(-bytes))}` : (0,units/* gib */.$)(Math.round(bytes))),
        leftOnly: (left) => `${left}; not reached at this growth.`,
        unknown: (why) => `Forecast for /: unknown (${why}).`,
        growth: (estimate, low, high, values, days) => `Growth of /: ${estimate} a day (95 %: ${low} to ${high}), from ${values} days with values over ${days} days.`,
        markUnknown: (title, why) => `${title}: unknown (${why}).`,
        already: (title, by) => `${title}: already, by ${by}.`,
        left: (title, left) => `${title}: ${left} left`,
        notReached: 'not reached at this growth',
        never: 'never',
        reached: (left, at, earliest, latest) => `${left}; ${at} (earliest ${earliest}, latest ${latest}).`,
        about: (date) => `about ${date}`,
    },
    check: 'Check',
    measured: 'Measured',
    target: 'Target',
    after: 'after',
    now: 'now',
    why: 'Why',
    whatToDo: 'What to do',
    costLabel: 'Cost',
    planHash: 'Plan hash',
    theEvidence: 'the evidence',
    wholeIn: (link) => `the whole is in ${link}`,
    jobSummary: 'the job summary',
    evidence: 'evidence',
    workflowRun: 'workflow run',
    run: 'run',
    on: (mode, host) => `${mode} on ${host}`,
    planOf: (changes) => `The plan: ${changes} changes`,
    runs: 'runs',
    whyChange: 'why',
    checked: 'checked',
    undo: 'undo',
    environment: 'Environment',
    environmentNames: { host: 'host', name: 'name', system: 'system', kernel: 'kernel' },
    howMeasured: 'How it was measured',
    hostDid: 'What the host did',
    checksPass: (passed, all, unknown) => `${passed} of ${all} checks pass${unknown > 0 ? `, ${unknown} unknown` : ''}`,
    terminal: {
        took: (cost, time) => `Cost: ${cost}. Took ${time}.`,
        next: 'Nothing was changed. To carry it out:',
        note: 'Note',
        checks: 'Checks',
        target: (target) => `(target ${target})`,
        signs: { pass: 'PASS', fail: 'FAIL', unknown: '????', 'not-applicable': 'n/a ' },
    },
};

;// CONCATENATED MODULE: ./build/texts/en/run.js
/** What a run says of itself, besides what its steps say. */
const run = {
    looking: 'Looking at the host',
    following: (run) => `Run ${run} has not ended yet: following it first.`,
    connectionLost: 'Connection lost. The host goes on by itself; trying to follow it again.',
    notes: {
        restarted: (run) => `Run ${run} was cut short by a restart of the host; this run goes on from what is there.`,
        endedWell: (run) => `Run ${run} was still going on and has ended well.`,
        cutShort: (run) => `Run ${run} was cut short; this run goes on from what is there.`,
        notLookedAgain: 'The host could not be looked at again afterwards.',
    },
    refusals: {
        notApproved: {
            message: 'The plan was not approved; nothing was changed.',
            wayOut: 'Run it again and answer yes, or pass --yes, or the hash of the plan (--plan-hash).',
        },
        cancelled: {
            message: 'The run was cancelled before anything was changed.',
            wayOut: 'Run it again when you want it.',
        },
        connection: (why) => ({
            message: `The connection was lost before anything was changed (${why}).`,
            wayOut: 'Run it again.',
        }),
        drift: (approved, now) => ({
            message: `The host is not as it was when the plan ${approved} was approved; the plan is now ${now}. Nothing was changed.`,
            wayOut: 'Run plan again, look at the new plan, and approve that one.',
        }),
        notStarted: (why) => ({
            message: `The host did not run the script (${why}); nothing was changed.`,
            wayOut: '`edge-phase1 doctor` shows what is missing, and `edge-phase1 sudoers` prints the right that it needs.',
        }),
        scriptMissing: (script, isOther, why, name, install) => ({
            message: `${script} ${isOther ? 'on the host is of another version' : 'is not on the host'}, and this user may not put it there (${why}).`,
            wayOut: `As an administrator, once: copy scripts/${name} to the host, run \`${install}\`, and install the sudoers file that \`edge-phase1 sudoers\` prints.`,
        }),
        unknown: (run) => ({
            message: `Nobody knows how run ${run} ended: the connection was lost. The host finishes what it began.`,
            wayOut: 'Run the same again: it finds the run or its end, and goes on from there.',
        }),
    },
    exitCode: (code) => `exit code ${code}`,
    endedWith: (code) => `The script ended with exit code ${code}.`,
    runAgain: 'Run the same again: it goes on from what is there. `edge-phase1 doctor` shows what is missing.',
};

// EXTERNAL MODULE: ./build/config/size.js
var config_size = __webpack_require__(1177);
;// CONCATENATED MODULE: ./build/texts/en/steps-build-test.js


const buildTest = {
    summary: (file, runs, scenarios, estimate) => `${file}: ${runs} timed ${runs === 1 ? 'run' : 'runs'} (${scenarios.join(', ')}), ${estimate}.`,
    estimate: {
        none: 'never measured here: how long it takes is not known',
        about: (seconds, unknown) => `about ${(0,units/* duration */.p)(seconds)} after the last times${unknown.length === 0 ? '' : `, and as long as ${unknown.join(' and ')} takes, which is not known`}`,
    },
    nothingToUndo: 'A build test leaves nothing but its result: there is nothing to take back.',
    changes: {
        builder: (own) => ({
            title: own ? 'Copy the context' : 'Start a throw-away Docker daemon, and copy the context',
            why: own
                ? 'The checkout is never written to.'
                : "Only an empty builder of its own is cold without emptying the server's, and the checkout is never written to.",
            check: own ? 'The copy is complete.' : 'It answers, and has the base images.',
            undo: 'It is removed in the end, also after a failure or a stop.',
        }),
        /** @param cache where the cache of the registry is written to first; undefined where it is not */
        measure: (scenario, often, cache) => ({
            title: `Measure ${scenario}, ${often === 1 ? 'once' : `${often} times`}${cache === undefined ? '' : '; write that cache first'}`,
            check: 'Its exit code; a build that fails is a result.',
            undo: `Not needed: the image has a name of its own, and is removed.${cache === undefined ? '' : ` Only the cache stays, at ${cache}.`}`,
        }),
        why: {
            base: 'What a new server, or a pruned one, waits for before anything is built.',
            cold: 'The whole cost of the Dockerfile: nothing of it is in the cache.',
            warm: 'What a build costs that does nothing: reading the context, looking everything up, exporting.',
            changed: 'What a developer waits for after changing the source.',
            registry: 'What a machine waits for that never built this, or that had to throw its cache away.',
        },
        result: (file) => ({
            title: 'Keep the result, and remove all that was made for it',
            command: `write ${file}`,
            why: 'Reports and later comparisons come from it, also after a lost connection.',
            check: 'The file is complete.',
            undo: 'Delete the file.',
        }),
    },
    notes: {
        dropsCaches: 'The page cache of the whole server is emptied before each cold build.',
        ownBuilder: "In the server's own builder, cold is --no-cache, and its cache grows by these builds; cache mounts get names of this run, which are removed.",
        cacheUnmeasured: "The cache of the registry is not measured: only a throw-away builder is empty, the server's own is never emptied.",
        cacheOneSide: 'The cache of the registry is measured for this side only.',
        cacheStays: (ref) => `The cache is written to ${ref} and stays there, with the layers of all stages. Where Docker has not containerd's store of images, that takes one more cold build.`,
        unseen: 'This user cannot see the context or the Dockerfile; the script on the server looks as root.',
    },
    refusals: {
        notConfigured: {
            message: 'The folder to build is not configured.',
            wayOut: 'Set build_test.context to the checkout on the server, as /srv/app, and build_test.dockerfile to its Dockerfile.',
        },
        noDocker: {
            message: 'Docker is not installed.',
            wayOut: 'Install it: apt-get install docker.io docker-cli docker-buildx',
        },
        noContext: (folder) => ({
            message: `There is no folder '${folder}'.`,
            wayOut: 'Set build_test.context to the checkout on the server.',
        }),
        noDockerfile: (file) => ({
            message: `There is no Dockerfile '${file}'.`,
            wayOut: 'Set build_test.dockerfile to its path in the context, or to an absolute path.',
        }),
        nothingToMeasure: {
            message: 'No scenario is to be measured.',
            wayOut: 'Set at least one of build_test.runs above 0.',
        },
    },
    facts: {
        wayOut: 'Measure: edge-phase1 apply build-test',
        nothing: 'nothing was measured yet',
        otherForm: 'the result is of another version, or torn',
    },
    sides: {
        this: 'this side',
        other: 'the other side',
        asItIs: 'as it is',
        patched: 'with the patch',
        now: 'now',
        declared: 'declared',
        declaredMinutes: (minutes) => `${minutes} min, declared`,
    },
    differences: {
        host: 'host',
        kernel: 'kernel',
        docker: 'Docker',
        buildx: 'buildx',
        builder: 'builder',
        pageCache: 'page cache',
        network: 'network of RUN',
        storage: 'storage driver',
        device: 'device of the images',
        bases: 'base images',
        dockerfile: 'Dockerfile',
        context: 'context',
        commit: 'commit',
        between: (what, before, now) => `${what}: ${before} before, ${now} now`,
        notSame: (difference) => `Not the same: ${difference}.`,
    },
    notKnown: 'not known',
    duration: units/* duration */.p,
    size: config_size/* formatSize */.Xq,
    ratio: (ratio) => ratio.toFixed(2),
    to: (low, high) => `${low} to ${high}`,
    check: {
        measured: {
            title: 'Build test',
            target: 'every build ends well',
            how: 'measured: wall time of docker build on the server',
        },
        failed: (what, at) => `failed: ${what}${at === undefined ? '' : `, at ${at}`}`,
        none: 'no build was measured',
        tried: { title: 'The patch that was tried', target: 'builds, and is faster' },
        triedFailedHow: 'measured: docker build with the patch ended with an error',
        triedFailed: (what) => `the build fails with it: ${what}`,
        triedMeasured: (verdict, after, before, ratio, range) => `${verdict}: ${(0,units/* duration */.p)(after)} with it, ${(0,units/* duration */.p)(before)} without, ratio ${ratio}${range}`,
        /** The interval, behind a ratio. */
        range: (low, high) => ` (95 %: ${low} to ${high})`,
        compared: (name, scenario) => `Build time against ${name}: ${scenario}`,
        comparedTarget: (fail, warn) => `not slower by ${fail} % (warns from ${warn} %)`,
        comparedMeasured: (warns, verdict, after, before, reason) => `${warns ? 'WARNING: ' : ''}${verdict}: ${(0,units/* duration */.p)(after)} against ${(0,units/* duration */.p)(before)}; ${reason}`,
        declared: 'the baseline is declared, not measured',
        runs: (a, b, paired) => `${a} and ${b} builds${paired ? ', in turn' : ''}`,
        test: { 'signed-rank': 'signed-rank', 'rank-sum': 'rank-sum' },
        tested: (runs, test) => `${runs}; exact ${test} test, bootstrap of the ratio of medians`,
    },
    failure: {
        at: (instruction) => `The build failed at ${instruction}`,
        title: 'The build failed',
        columns: ['its last lines'],
        after: (seconds) => `It failed after ${(0,units/* duration */.p)(seconds)} in this instruction.`,
    },
    times: {
        title: 'Build times',
        columns: ['scenario', 'builds', 'median', 'range', 'waiting for the disk', ''],
        failed: (builds) => `${builds} failed`,
        share: (percent) => `${percent} %`,
        note: (builder, uncounted) => `Wall time of docker build, ${builder}. Builds that only fill the cache, and warm-ups, do not count: ${uncounted}.`,
        own: "in the server's own builder; cold is --no-cache, with empty cache mounts",
        throwaway: (pageCache) => `in a throw-away builder on the same disk, the page cache ${pageCache}`,
    },
    breakdown: {
        title: (scenario) => `Where the time goes: ${scenario}`,
        columns: ['instruction', 'time', 'transferred'],
        cached: 'cached',
        told: { rawjson: "from BuildKit's progress", plain: 'from plain progress, to tenths of a second', legacy: '' },
        note: (builds, told, isCut) => `Medians of ${builds}, ${told}. Instructions may run side by side, so that they add up to more than the whole.${isCut ? ' The progress was too long to be kept whole: some are missing.' : ''}`,
    },
    compared: {
        against: (name) => `Against ${name}`,
        image: (after, before) => `The image has ${(0,config_size/* formatSize */.Xq)(after)} with the patch, ${(0,config_size/* formatSize */.Xq)(before)} without.`,
        columns: ['scenario', 'before', 'now', 'ratio (95 %)', 'verdict', ''],
        changed: (scenario) => `What changed: ${scenario}`,
        changedColumns: ['instruction', 'before', 'now', ''],
        changes: {
            slower: 'slower',
            faster: 'faster',
            'lost its cache': 'lost its cache',
            'now cached': 'now cached',
            new: 'new',
            gone: 'gone',
            same: 'same',
            unknown: 'unknown',
        },
        note: 'The largest loss first. Single instructions are observed: with few builds a small difference is noise.',
    },
    where: {
        title: 'What was built, and where',
        image: 'image',
        noImage: 'none',
        layers: (size, layers) => `${size} in ${layers ?? '?'} layers`,
        base: 'base',
        cache: 'build cache',
        disk: 'disk',
        free: (before, after) => `${before} free before, ${after} with the builds on it`,
        imagesOn: 'images on',
        spinning: ', spinning',
        notSpinning: ', not spinning',
        noBuildx: 'no buildx',
        noBuildkit: ', no BuildKit',
        machine: (host, kernel, cpus, bytes) => `${host}, ${kernel}, ${cpus} processors, ${(0,config_size/* formatSize */.Xq)(bytes)}`,
        registryCache: 'cache in the registry',
        written: (seconds) => seconds === undefined ? 'not written in this run' : `written in this run by a build of ${(0,units/* duration */.p)(seconds)}`,
        changedFile: 'changed file',
    },
};

// EXTERNAL MODULE: ./build/steps/disk-test/figures.js
var figures = __webpack_require__(3997);
;// CONCATENATED MODULE: ./build/texts/en/steps-disk-test.js


const diskTest = {
    changes: {
        hdparm: (disks, runs) => ({
            title: `Read from ${disks.map(({ key, path }) => `${key} (now ${path})`).join(', ')}, ${runs} time(s) each, in turn`,
            command: `hdparm -Tt ${disks.map(({ path }) => path).join(', then ')}`,
            why: 'It is what the plan of Phase 1 asks for: how fast a disk reads in one piece. It says little about builds.',
            check: 'Each round gives a figure; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
            undo: 'Not needed: the disks are opened for reading only.',
        }),
        fio: (mounts, runs, seconds, bytes) => ({
            title: `Write and read a file of ${(0,figures/* mib */.jO)(bytes)} on ${mounts.join(', ')}, ${runs} time(s) each, in turn`,
            command: `fio: 1 MiB writes and reads in one piece, 4 KiB reads, 4 KiB writes each with fsync; ${seconds} s each`,
            why: 'Builds write many small files and wait for them to be on the disk: synced small writes are what a disk is slow at.',
            check: 'Each round gives figures; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
            undo: 'Not needed: the file has no name from before its space is taken, so that it is gone when its last reader is, also after kill -9.',
        }),
        save: (file) => ({
            title: 'Keep the result on the host',
            command: `write ${file}`,
            why: 'Checks, reports and the next comparison are made from it.',
            check: 'The next look reads it.',
            undo: 'Not needed: it only tells what was measured. The last six results are kept.',
        }),
    },
    /** @param bytes of the file that is written; undefined where none is */
    summary: (disks, runs, seconds, bytes) => `Measure ${disks} disk(s), ${runs} time(s) each: about ${(0,units/* duration */.p)(seconds)}; ${bytes === undefined
        ? 'nothing is written to them'
        : `the file takes ${(0,figures/* mib */.jO)(bytes)}, on one disk at a time, and its space is free again afterwards`}.`,
    nothingToUndo: 'A measurement changes nothing: there is nothing to take back.',
    notes: {
        holds: (key, path, holds) => `${key} is ${path} in this boot; on it: ${holds.join(', ') || 'nothing that is mounted'}.`,
        noSerial: (key) => `${key} has no serial number of its own: its results hold for this boot only, because its name may be another disk's in the next.`,
        noHdparm: 'hdparm is not installed: how fast the disks read in one piece stays unknown (apt-get install hdparm).',
        noFile: (key, why) => `${key}: no file is written, because ${why}.`,
        layer: (key, layer) => `${key}: the file lies on a device of type ${layer}; its figures include what that costs.`,
        fewRuns: (runs) => `With ${runs} run(s) a difference between disks is observed, not established; 4 can tell.`,
        control: 'Extending a logical volume cannot change these figures. Measured before and after it, they are a control: where they differ, something else has changed.',
    },
    refusals: {
        noDisk: { message: 'No physical disk is seen.', wayOut: 'See: lsblk -d -o PATH,TYPE,SIZE,SERIAL' },
        notFound: (name) => ({
            message: `There is no disk '${name}': no serial number, no volume group with an active volume, no mount point on a disk.`,
            wayOut: 'See: lsblk -o NAME,SIZE,SERIAL,MOUNTPOINTS and ls -l /dev/disk/by-id',
        }),
        nothingToMeasure: (noFile) => ({
            message: `Nothing can be measured: hdparm is not installed, and ${noFile}.`,
            wayOut: 'Install both: apt-get install hdparm fio',
        }),
    },
    /** Why no file is written to a disk. */
    noFile: {
        noFio: 'fio is not installed (apt-get install fio)',
        notAllowed: 'writing a file was not allowed (disk_test.fio)',
        notMounted: 'no file system of it is mounted',
        type: (mount, type) => `${mount} is ${type}; only ext4 and xfs are measured`,
        readOnly: (mount) => `${mount} is mounted read-only`,
        otherDisks: (mount) => `${mount} lies on other disks as well`,
        tooLittle: (mount, free, takes, stays) => `${mount} has too little space: ${(0,figures/* mib */.jO)(free)} are free, the file takes ${(0,figures/* mib */.jO)(takes)}, and ${(0,figures/* mib */.jO)(stays)} have to stay free`,
    },
    facts: {
        unreadable: (file, why) => ({
            unreadable: `${file} cannot be read (${why})`,
            wayOut: `See: ls -l ${file}`,
        }),
        otherForm: (file, why) => ({
            unreadable: `${file} is not what this version keeps (${why})`,
            wayOut: 'Measure again; the next result replaces it.',
        }),
    },
    check: {
        title: 'Speed of the disks',
        titleOf: (key) => `Speed of disk ${key}`,
        target: 'measured while it did nothing else',
        nothing: 'nothing was measured',
        notYet: 'not measured yet: run apply disk-test',
        how: (time, mount) => `measured ${time}: hdparm -t, and fio with a file${mount && ` on ${mount}`}`,
        writes: (figures) => `${figures} small synced writes/s`,
        noWrites: (why) => `small writes not known: ${why}`,
        reading: (figures) => `${figures} MiB/s read`,
        noReading: (why) => `reading not known: ${why}`,
        busy: 'busy with the work of others: too low',
        health: (key) => `Health of disk ${key}`,
        healthHow: 'SMART, as the disk judges itself (smartctl -H)',
        smart: { passed: 'passed', failed: 'failed' },
    },
    digits: figures/* digits */.vm,
    disks: {
        title: 'The disks',
        columns: ['Disk', 'Now', 'Model', 'Size', 'Kind', 'Scheduler', 'SMART', 'On it'],
        note: 'Names such as sda belong to one boot. Whether a virtual disk rotates is the claim of the machine under it.',
        notKnown: 'not known',
        size: units/* gib */.$,
        rotates: 'rotates, says the kernel',
        doesNot: 'does not rotate',
        notAsked: 'not asked yet',
        nothing: 'nothing that is mounted',
    },
    speeds: {
        title: (time) => `How fast they are (${time})`,
        columns: [
            'Disk',
            '4 KiB synced writes/s',
            'fsync p50 ms',
            'fsync p99 ms',
            '4 KiB reads/s',
            'Write MiB/s',
            'Read MiB/s',
            'hdparm -t MiB/s',
            'Work of others',
        ],
        noFile: (key, why) => `${key}: nothing was measured with a file, because ${why}.`,
        noHdparm: (key, why) => `${key}: no figure of hdparm, because ${why}.`,
        note: (runs, bytes, seconds) => `Median of ${runs} round(s) and their range; a file of ${(0,figures/* mib */.jO)(bytes)}, ${seconds} s a measurement.`,
        busyBefore: (percent) => `busy before (${percent} % of the time)`,
        quiet: 'none worth saying',
        busy: (rounds, all, operations) => `BUSY in ${rounds} of ${all} (up to ${operations} operations/s)`,
    },
    control: {
        title: 'Negative control: extending a volume cannot change a disk',
        columns: (before, after) => ['Disk', 'Figure', before, after, 'Same'],
        same: 'yes',
        notSame: 'NO',
        figures: { rand_write_iops: '4 KiB synced writes/s', buffered_mib_s: 'hdparm -t MiB/s' },
        grown: (mount, key, from, to) => `the volume of ${mount} on ${key} grew from ${(0,units/* gib */.$)(from)} to ${(0,units/* gib */.$)(to)}`,
        between: (grown) => `Between the two measurements ${grown}, which cannot change these figures.`,
        nothing: 'Nothing was measured both times, so it controls nothing.',
        held: 'They did not change: the control held.',
        broken: (figures) => `They did (${figures.join('; ')}): the control did not hold. Something else changed, such as the load or the place of the file; do not take a difference between builds before and after for an effect of the extension.`,
    },
    ranking: {
        unknown: 'Which disk suits builds best is not known: none was measured with a file.',
        onlyOne: (key) => `Only ${key} was measured with a file: there is no other to compare it with.`,
        homeUnknown: (folder) => `On which disk Docker's data (${folder}) lies is not known.`,
        home: (folder, disks) => `Docker's data (${folder}) lies on ${disks.join(' and ')} now.`,
        noReason: 'Speed is no reason to move it.',
        moving: 'Moving it is a change of its own (data-root in daemon.json), which this step does not make.',
        overlap: (one, other) => `For small synced writes ${one} and ${other} cannot be told apart: their rounds overlap.`,
        equal: (one, other) => `For small synced writes ${one} and ${other} are as good as equal.`,
        /** @param ratio undefined where the other one made none */
        best: (one, other, ratio, sure) => `${one} is the best home for Docker's data and the build cache: ${ratio === undefined ? 'more' : `${(0,figures/* digits */.vm)(ratio)} times as many`} small synced writes a second as ${other} (${sure}).`,
        busy: (disks) => `observed, not established: ${disks.join(' and ')} worked for others at the time`,
        chance: (rounds, others, p) => `observed, not established: with ${rounds} rounds against ${others}, chance alone does it with p = ${p.toFixed(2)}; 4 against 4 can tell`,
        sure: (rounds, others, p) => `in every one of ${rounds} rounds against ${others}, exact rank test p = ${p.toFixed(3)}`,
    },
};

// EXTERNAL MODULE: ./build/facts/places.js
var places = __webpack_require__(5355);
;// CONCATENATED MODULE: ./build/texts/en/steps-docker-config.js

const NOTHING = 'Nothing: it does not touch builds.';
const CACHE = 'Much, if the cache is thrown away too early now; nothing otherwise. On a disk more than 80 % full BuildKit drops its cache all the time.';
const SINCE_28 = 'Docker 28 and newer.';
const LEAVE_LOGS = 'leave the logs as they are (log-driver, log-opts.max-size and log-opts.max-file: null, below docker_config.settings)';
const dockerConfig = {
    changes: {
        backup: (isFile, folder) => ({
            title: isFile ? `Keep the file as it is now in ${folder}` : `Remember that there is no ${places/* DAEMON_FILE */._}`,
            command: isFile ? `cp -p ${places/* DAEMON_FILE */._} ${folder}/…` : '(nothing to copy)',
            why: 'It is what is put back when Docker does not come back, or by rollback.',
            check: 'The copy has the same sha256.',
            undo: 'Not needed: it only adds a file.',
        }),
        replace: (isFile) => ({
            title: isFile ? `Set these values in ${places/* DAEMON_FILE */._}; all else stays` : `Write ${places/* DAEMON_FILE */._}`,
            command: `dockerd --validate --config-file …, then rename it to ${places/* DAEMON_FILE */._}`,
            why: "Docker's daemon reads its settings from there.",
            check: 'Docker accepts the new file before it takes the place of the old one, whole or not at all; then its sha256.',
            undo: 'The old file is put back; where there was none, the file is deleted.',
        }),
        restore: (wasFile, folder) => ({
            title: wasFile ? 'Put the file of before back' : `Delete ${places/* DAEMON_FILE */._}: there was none`,
            command: wasFile ? `rename a copy from ${folder} to ${places/* DAEMON_FILE */._}` : `rm ${places/* DAEMON_FILE */._}`,
            why: 'So that Docker has the settings that it had before the last change.',
            check: 'The sha256 of the file is the one that was recorded.',
            undo: 'Run apply again.',
        }),
        liveRestore: {
            title: 'Switch live-restore on, by a reload',
            why: 'So that the restart that follows stops no container.',
            check: '`docker info` says that it is on.',
            undo: 'The old file is put back.',
        },
        reload: {
            title: 'Let Docker read its file again',
            why: 'These settings need no restart; no container is touched.',
            check: 'Docker tells of the reload, with the values that hold from then on.',
            undo: 'The old file is put back, and Docker reads that.',
        },
        restart: (running, goOn) => ({
            title: goOn
                ? `Restart Docker; its ${running} running container(s) go on (live-restore)`
                : `Restart Docker; its ${running} running container(s) stop and are started again`,
            why: 'Some of these settings are only read at the start of the daemon.',
            check: 'Docker answers, every container that ran runs again, and none of them is restarted anew.',
            undo: 'The old file is put back, and Docker restarted with it, by itself.',
        }),
        containers: (count, pods) => ({
            title: `After a restart that was cut short, ${count > 0 ? `start ${count} container(s) again that ran before it` : 'see how Docker came back'}${pods > 0 ? `, and see that its ${pods} pods are as before` : ''}`,
            why: 'Docker does not start those again by itself that have no restart policy for it; and the run that was cut short could not look at its pods any more.',
            check: 'They run, and none of them is restarted anew; pods are compared with what they were before that restart.',
            undo: 'Where pods do not come back, the old file is put back, and Docker restarted with it, by itself.',
        }),
        staysBack: 'No: the file of before is in place already. What does not come back is told.',
    },
    summary: {
        writes: (settings, restarts) => `${places/* DAEMON_FILE */._}: ${settings} setting(s) to write, then Docker is ${restarts ? 'restarted' : 'told to read it again'}.`,
        done: `All settings are in ${places/* DAEMON_FILE */._}, and Docker has read them.`,
        cutShort: 'An earlier run was cut short: finish that.',
        deletes: (effect) => `There was no ${places/* DAEMON_FILE */._} before the last change: delete it, and ${effect} Docker.`,
        back: (effect) => `${places/* DAEMON_FILE */._}: back to what it was before the last change, and ${effect} Docker.`,
        notOurs: `${places/* DAEMON_FILE */._} is not as this step has left it, or it has never changed it: there is nothing to take back.`,
        backUnread: `${places/* DAEMON_FILE */._} is back, but Docker has not read it yet: finish that.`,
        backUnseen: `${places/* DAEMON_FILE */._} is back and Docker was restarted with it, but nobody has looked how it came back: finish that.`,
    },
    notes: {
        otherDriver: (driver) => `storage-driver is left out: Docker uses ${driver}, and with another driver all images and containers would be hidden.`,
        wouldGoOn: 'With docker_config.settings.live-restore: true the containers would go on during the restart.',
        kubernetes: 'Kubernetes runs its pods in this Docker: they are restarted too.',
        pods: (seconds) => `Where root can see the cluster, the pods of this node have to be as before within ${seconds} s of the restart; otherwise the old file is put back.`,
    },
    refusals: {
        snap: {
            message: 'Docker is installed as a snap, which has its own configuration.',
            wayOut: 'Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker',
        },
        rootless: {
            message: 'This Docker runs without root and has its configuration in the home of its user.',
            wayOut: 'Edit ~/.config/docker/daemon.json by hand, then: systemctl --user restart docker',
        },
        insideContainer: {
            message: 'This runs inside a container, not on the host.',
            wayOut: 'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).',
        },
        noUnit: {
            message: 'systemd has no docker.service here.',
            wayOut: 'Install Docker from its packages, or make this change by hand.',
        },
        link: {
            message: `${places/* DAEMON_FILE */._} is a link.`,
            wayOut: `Put a file in its place (cp --remove-destination "$(readlink -f ${places/* DAEMON_FILE */._})" ${places/* DAEMON_FILE */._}), then run this again.`,
        },
        unreadable: (why) => ({
            message: `${places/* DAEMON_FILE */._} cannot be read (${why}).`,
            wayOut: `Docker's own packages make it readable for all: chmod 0644 ${places/* DAEMON_FILE */._} and chmod 0755 /etc/docker, if no secret is in it; or run this as root.`,
        }),
        broken: (line, problem, near) => ({
            message: `${places/* DAEMON_FILE */._} cannot be read: line ${line}: ${problem}${near ? ` (${near})` : ''}.`,
            wayOut: `It is left as it is. Mend it by hand (sudo sed -n ${line}p ${places/* DAEMON_FILE */._} shows the line), then run this again.`,
        }),
        down: (changedByUs) => ({
            message: 'Docker does not answer.',
            wayOut: changedByUs
                ? 'The last change of this step may be the cause; take it back: rollback docker-config. Otherwise see: journalctl -u docker.service -n 30'
                : 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
        }),
        otherFile: (path) => ({
            message: `Docker is started with another configuration file (${path}).`,
            wayOut: 'Start it without that flag (systemctl edit docker.service), or edit that file by hand.',
        }),
        flag: (key, flag) => ({
            message: `${key} is given to Docker as the flag ${flag} already, and Docker does not start when the file gives it too.`,
            wayOut: `Take the flag out (systemctl cat docker.service shows where it comes from), or leave the setting as it is (docker_config.settings.${key}: null).`,
        }),
        swarm: (state) => ({
            message: `Docker is in swarm mode (${state}), and would not start with live-restore: it says "--live-restore daemon configuration is incompatible with swarm mode".`,
            wayOut: 'Switch live-restore off (docker_config.settings.live-restore: false), or leave the swarm (docker swarm leave).',
        }),
        renamedKey: (version, key) => ({
            message: `Docker ${version} has another name for ${key}.`,
            wayOut: 'Use docker_config.settings.builder.gc.defaultReservedSpace.',
        }),
        unknownKey: (version, key) => ({
            message: `Docker ${version} does not know ${key}, and would pass over it in silence.`,
            wayOut: 'Use docker_config.settings.builder.gc.defaultKeepStorage, or a newer Docker.',
        }),
        logOption: (option, driver) => ({
            message: `The log option ${option} in ${places/* DAEMON_FILE */._} is for another log driver than ${driver}, and Docker would not start.`,
            wayOut: `Take it out by hand, or ${LEAVE_LOGS}.`,
        }),
        logDriver: (driver) => ({
            message: `Docker logs to ${driver}, which does not know max-size and max-file, and Docker would not start.`,
            wayOut: `Either ${LEAVE_LOGS}, or set log-driver too.`,
        }),
        runner: {
            message: 'A GitHub runner lives in a container of this Docker, and would end with it.',
            wayOut: 'Set docker_config.settings.live-restore to true, so that containers go on, or move the runner out of the container.',
        },
    },
    /** Of each setting, why it is there, and what it can and cannot do for builds. */
    settings: {
        'storage-driver': {
            why: 'Keeps the driver that is in use, also over updates. Written only where it is overlay2 already: another one would hide all images and containers.',
            builds: 'Nothing: it is the driver in use.',
        },
        'log-driver': { why: 'The limits below are for this driver.', builds: NOTHING },
        'log-opts.max-size': {
            why: 'A container that writes much log fills the disk otherwise. Holds for containers that are created from then on.',
            builds: 'Nothing directly: it keeps space free on the disk.',
        },
        'log-opts.max-file': { why: 'How many files of that size are kept of each container.', builds: NOTHING },
        'max-concurrent-downloads': {
            why: 'Layers pulled at a time.',
            builds: 'Nothing at 3, which is what Docker does by itself.',
        },
        'max-concurrent-uploads': {
            why: 'Layers pushed at a time: fewer seeks on a hard disk.',
            builds: 'Nothing for the build; a push may be faster or slower. Measure it.',
        },
        'live-restore': {
            why: 'Containers go on while the daemon restarts. Not with swarm mode.',
            builds: 'Nothing: a build that runs ends with the daemon all the same.',
        },
        'builder.gc.enabled': { why: 'Whether BuildKit limits its cache by itself.', builds: CACHE },
        'builder.gc.defaultKeepStorage': {
            why: 'Size that the build cache may have. The old name, for Docker before 28.',
            builds: CACHE,
        },
        'builder.gc.defaultReservedSpace': {
            why: `Size up to which the build cache is always kept. ${SINCE_28}`,
            builds: CACHE,
        },
        'builder.gc.defaultMaxUsedSpace': {
            why: `Size that the build cache never exceeds. ${SINCE_28}`,
            builds: CACHE,
        },
        'builder.gc.defaultMinFreeSpace': {
            why: `Space on the disk that the build cache leaves free. ${SINCE_28}`,
            builds: CACHE,
        },
    },
    table: {
        title: "Settings of Docker's daemon",
        columns: ['setting', 'wanted', 'in the file', 'why', 'for builds'],
        note: 'They keep logs from filling the disk. They do not make builds faster by themselves: measure.',
    },
    check: {
        settings: {
            title: "Settings of Docker's daemon",
            target: 'as configured, and read by Docker',
            how: 'observed: daemon.json, docker info, and the journal of this step',
        },
        differ: (keys) => `${keys.length} differ: ${keys.join(', ')}`,
        unread: 'written, but not read by Docker yet',
        asConfigured: 'as configured',
        health: {
            title: 'Docker and its containers',
            target: 'Docker answers, no container restarting, dead or unhealthy',
            how: 'observed: docker info, docker ps',
        },
        running: (version, containers) => `Docker ${version}, ${containers} running`,
        pods: {
            title: 'Pods after the restart of Docker',
            target: 'every pod of this node that was ready before',
        },
        podsHow: (time) => `observed: by the host script, before and after the restart of ${time.slice(0, 16).replace('T', ' ')}`,
    },
};

;// CONCATENATED MODULE: ./build/texts/en/steps-extend-lvm.js

const BY_HAND = 'Grow it by hand, after a backup: see lvmthin(7), lvmcache(7) or lvmraid(7).';
const extendLvm = {
    changes: {
        backup: (folders) => ({
            title: `Back up the LVM metadata to ${folders.join(' and ')}`,
            why: 'If the metadata is ever damaged, this is what it is rebuilt from.',
            check: 'The file and its copy have the same sha256.',
            undo: 'Not needed: it only adds files.',
        }),
        growpart: (volumes) => ({
            title: 'Grow the last partition into the free space behind it',
            command: `growpart (the partition of) ${volumes}`,
            why: 'The volume group has not enough free space, but the disk has, behind its last partition.',
            check: 'The kernel sees the larger partition.',
            undo: 'Not undone: a larger partition is harmless. The old table is kept with the backup.',
        }),
        pvresize: {
            title: 'Take the new space into the physical volume',
            why: 'The device is larger than the physical volume on it.',
            check: 'The volume group has the new extents.',
            undo: 'Not undone: free extents are harmless.',
        },
        vgextend: (disk, group) => ({
            title: `Add the blank disk ${disk.path} (${disk.model || 'no model'}, serial ${disk.serial}, ${(0,units/* gib */.$)(disk.bytes)}) to ${group}`,
            why: 'It was named in the configuration, and the space elsewhere is not enough.',
            check: 'The volume group has the new extents.',
            undo: 'By hand, while nothing lies on it: vgreduce.',
        }),
        lvextend: (bytes) => ({
            title: `Extend the logical volume to ${(0,units/* gib */.$)(bytes)}`,
            why: 'The file system can only grow into a larger volume.',
            check: 'LVM and the kernel both see the new size.',
            undo: 'With rollback, as long as the file system has not grown.',
        }),
        refresh: {
            title: "Make the kernel see the volume's size",
            why: 'LVM recorded a larger volume, but the running kernel has the old one: an earlier change was cut short.',
            check: 'The kernel sees the size that LVM has recorded.',
            undo: 'Not needed.',
        },
        growfs: {
            title: 'Grow the file system to fill the volume, while mounted',
            why: 'Only then can programs use the new space.',
            check: "The file system's own header has the new size.",
            undo: 'Cannot be undone while in use: shrinking is an offline job, after a backup.',
        },
        lvreduce: (bytes) => ({
            title: `Take the logical volume back to ${(0,units/* gib */.$)(bytes)}`,
            why: 'Its file system has not grown, so nothing lies in the part that is given back.',
            check: 'LVM and the kernel both see the old size.',
            undo: 'Run apply again.',
        }),
    },
    summary: {
        filled: (name, bytes) => `${name} has ${(0,units/* gib */.$)(bytes)} and its file system fills it.`,
        notFilled: (name, bytes) => `${name} has ${(0,units/* gib */.$)(bytes)}, but its file system does not fill it yet: finish that.`,
        grows: (name, from, to) => `${name}: ${(0,units/* gib */.$)(from)} → ${(0,units/* gib */.$)(to)}, while it is in use.`,
        noExtension: (name, bytes) => `${name} has ${(0,units/* gib */.$)(bytes)}: there is no extension to take back.`,
        back: (name, from, to) => `${name}: back from ${(0,units/* gib */.$)(from)} to ${(0,units/* gib */.$)(to)}; its file system has not grown.`,
    },
    notes: {
        lessThanWanted: (wanted, bytes) => `${(0,units/* gib */.$)(wanted)} was asked for; ${(0,units/* gib */.$)(bytes)} is the maximum available.`,
        neverSmaller: (wanted) => `The target of ${(0,units/* gib */.$)(wanted)} is smaller than what is there; nothing is shrunk.`,
    },
    refusals: {
        thin: (name) => ({ message: `${name} is a thin volume.`, wayOut: BY_HAND }),
        thinPool: (name) => ({ message: `${name} is a thin pool.`, wayOut: BY_HAND }),
        snapshotOrigin: (name) => ({
            message: `${name} is the origin of a snapshot.`,
            wayOut: 'Remove or merge the snapshot first (lvs -a), then run this again.',
        }),
        snapshot: (name) => ({ message: `${name} is a snapshot.`, wayOut: 'Extend its origin instead.' }),
        cache: (name) => ({
            message: `${name} is cached.`,
            wayOut: `Take the cache off first (lvconvert --splitcache ${name}), then run this again.`,
        }),
        raid: (name) => ({ message: `${name} is a RAID volume.`, wayOut: BY_HAND }),
        mirror: (name) => ({ message: `${name} is a mirror.`, wayOut: BY_HAND }),
        kind: (name, attributes) => ({
            message: `${name} is of a kind (lv_attr ${attributes}) that this step does not know.`,
            wayOut: BY_HAND,
        }),
        segment: (name, type) => ({
            message: `${name} has a segment of type ${type}; only linear ones are extended.`,
            wayOut: BY_HAND,
        }),
        lvmUnreadable: (mount) => ({
            message: `LVM does not describe '${mount}'.`,
            wayOut: 'See what `lvs` and `findmnt` say.',
        }),
        damaged: (mount, damage, source) => ({
            message: `The file system of '${mount}' has recorded errors (${damage}).`,
            wayOut: `Back up what matters, then repair it offline: boot a rescue system and run e2fsck -f ${source}`,
        }),
        noMount: (mount) => ({
            message: `Nothing is mounted at '${mount}'.`,
            wayOut: 'Name a mount point: findmnt lists them.',
        }),
        luksAbove: (mount) => ({
            message: `'${mount}' lies on an encrypted volume (LUKS) above its logical volume.`,
            wayOut: 'Grow it by hand: lvextend, then cryptsetup resize, then the file system; take a backup first.',
        }),
        luksBelow: (device, group, name) => ({
            message: `Physical volume ${device} of ${group} lies on an encrypted device (LUKS).`,
            wayOut: `Extend by hand, after a backup: lvextend -r -L SIZE ${name} (and cryptsetup resize first, where the device itself has to grow).`,
        }),
        notLvm: (mount, source, type) => ({
            message: `'${mount}' lies on '${source}' (${type ?? 'no block device'}), not on a logical volume.`,
            wayOut: 'This step only grows LVM volumes. Name the mount point of one (extend_lvm.mount), or grow this one with the tools of your hypervisor or distribution.',
        }),
        missing: (group, volumes) => ({
            message: `Volume group ${group} lacks ${volumes} physical volume(s).`,
            wayOut: 'Bring the disk back (pvs, dmesg), then run this again.',
        }),
        exported: (group) => ({
            message: `Volume group ${group} is exported.`,
            wayOut: `Import it first: vgimport ${group}`,
        }),
        groupReadOnly: (group) => ({
            message: `Volume group ${group} is read-only.`,
            wayOut: `Allow writing first: vgchange --permission rw ${group}`,
        }),
        fixed: (group) => ({
            message: `Volume group ${group} does not allow resizing.`,
            wayOut: `Allow it first: vgchange --resizeable y ${group}`,
        }),
        shared: (group, lock) => ({
            message: `Volume group ${group} is shared between hosts (${lock}).`,
            wayOut: "Extend it with your cluster's own tools.",
        }),
        suspended: (name, source) => ({
            message: `${name} is suspended.`,
            wayOut: `Resume it: dmsetup resume ${source}`,
        }),
        readOnly: (name, attributes) => ({
            message: `${name} is read-only (lv_attr ${attributes}).`,
            wayOut: `Allow writing first: lvchange --permission rw ${name}`,
        }),
        mountedReadOnly: (mount) => ({
            message: `'${mount}' is mounted read-only.`,
            wayOut: 'See why (dmesg; an error makes ext4 go read-only), repair it offline with e2fsck -f or xfs_repair, mount it read-write, and run this again.',
        }),
        fileSystem: (mount, type) => ({
            message: `'${mount}' is ${type}; this step grows ext4 and xfs.`,
            wayOut: `Grow it by hand with the tools of ${type}, after lvextend.`,
        }),
        noSpace: (name, target, short, ways) => ({
            message: `${name} cannot grow to ${(0,units/* gib */.$)(target)}: ${(0,units/* gib */.$)(short)} short, after all free space within reach.`,
            wayOut: `${ways.join(', or ')}.`,
        }),
        noDisk: (disk) => ({
            message: `There is no disk '${disk}'.`,
            wayOut: 'See: lsblk -d -o PATH,SIZE,SERIAL and ls /dev/disk/by-id',
        }),
        diskInGroup: (path, wanted, group) => ({
            message: `${path} ('${wanted}') is in the volume group ${group} already.`,
            wayOut: 'Name a disk that holds nothing.',
        }),
        diskNotBlank: (path, wanted, found) => ({
            message: `${path} ('${wanted}') is not blank: ${found || 'it is in use or has partitions'}.`,
            wayOut: 'Name a disk that holds nothing. This step never wipes one; if it really is not needed, a person can: wipefs -a (this destroys what is on it).',
        }),
        drift: (group, sequence, recorded) => ({
            message: `Volume group ${group} was changed since the extension (sequence number ${sequence}, recorded ${recorded}).`,
            wayOut: 'Finish forward instead: run apply again.',
        }),
        grown: (name, bytes, recipe) => ({
            message: `The file system has grown to ${(0,units/* gib */.$)(bytes)}; taking ${name} back now would destroy data, and so would vgcfgrestore.`,
            wayOut: `Keep it (nothing is wrong with a larger volume). ${recipe}`,
        }),
    },
    waysToSpace: {
        askForLess: (mib) => `Ask for at most ${mib}MiB (extend_lvm.size)`,
        takeAll: 'set extend_lvm.when_short to max to take what there is',
        otherDisks: (bytes, group) => `set extend_lvm.other_disks to use ${(0,units/* gib */.$)(bytes)} free on other disks of ${group} (the volume then depends on those disks too)`,
        newDisk: 'name a blank disk as extend_lvm.new_disk',
    },
    shrinkXfs: 'An xfs file system cannot shrink: copy the data away, make a smaller volume and file system, copy it back.',
    shrink: 'If it has to shrink: boot a rescue system, take a backup, then run',
    check: {
        title: (mount) => `Logical volume behind ${mount}`,
        target: (bytes) => `≥ ${(0,units/* gib */.$)(bytes)}, filled by its file system`,
        how: 'lvm fullreport, and the header of the file system',
        notLvm: 'not on LVM',
        measured: (bytes, fileSystem) => `${(0,units/* gib */.$)(bytes)}, file system ${(0,units/* gib */.$)(fileSystem)}`,
    },
};

;// CONCATENATED MODULE: ./build/texts/en/steps-harbor.js

const LIGHT = 'take the light registry (harbor.registry: distribution)';
const ANOTHER_PORT = 'Set harbor.port to another one, as 8086.';
const harborStep = {
    light: 'the light registry',
    lightFirst: 'The light registry',
    theRegistry: 'the registry',
    sources: { release: (version) => `the release ${version} on GitHub`, none: 'nowhere' },
    changes: {
        fetch: (name, source, isHarbor) => ({
            title: `Fetch ${name} from ${source}`,
            command: isHarbor ? 'curl --continue-at -, sha256sum, tar' : 'docker pull, or docker load',
            why: 'It is not on the server yet.',
            check: 'The file has the SHA-256 that was given, before anything in it is looked at.',
            undo: 'What was fetched so far stays, and is gone on with the next time.',
        }),
        configure: (url, data) => ({
            title: `Write the configuration for ${url}, with its data in ${data}`,
            why: 'The registry reads its settings from there.',
            check: 'The file is there whole, and only root can read it: passwords stand in it.',
            undo: 'The configuration of before is put back.',
        }),
        /** @param from what is there already; empty where nothing is */
        install: (name, from) => ({
            title: from === '' ? `Install ${name}` : `Go over to ${name} as configured, from ${from}`,
            why: from === ''
                ? 'It is not there yet.'
                : 'Version or settings differ. It does not answer for some minutes meanwhile.',
            check: 'Every service was created and started.',
            undo: from === ''
                ? 'What was started is stopped and removed.'
                : 'A copy of the database is made first; what ran before is started again.',
        }),
        start: (services) => ({
            title: services > 0 ? `Bring all ${services} services up` : 'Bring all services up',
            command: 'docker compose up -d, again where one did not start',
            why: 'After a restart Harbor often stays half up: its services need one another to start.',
            check: 'Every service runs and every component says that it is healthy.',
            undo: 'Not needed: nothing is taken away.',
        }),
        prove: (address) => ({
            title: `Push a small image to ${address}, remove it, and pull it again`,
            why: 'Components that say that they are healthy are no proof that images come and go.',
            check: 'The digest that was pulled is the one that was pushed; a push without a login is refused.',
            undo: 'The image is removed again.',
        }),
        use: (project, robot, keeps, secrets) => ({
            title: `Set up project ${project} and the account ${robot} for CI${keeps}`,
            why: 'CI gets an account that may push and pull there, and nothing else.',
            check: 'Asked again, the registry tells of each as it was set.',
            undo: `Not undone by itself; run it again. The account's secret is in ${secrets}, for root only.`,
        }),
        api: 'the API of Harbor, on the server itself',
        keep: (artifacts) => `; keep the newest ${artifacts} artifacts`,
        gc: (times) => `; collect garbage at "${times}"`,
        proxy: (project) => `; fetch through ${project}`,
        trust: (who, address, isHttp) => ({
            title: `Let ${who.join(' and ')} on this server use ${address}`,
            command: isHttp
                ? 'insecure-registries in daemon.json, a reload; registries.yaml of K3s'
                : 'the CA below /etc/docker/certs.d; registries.yaml of K3s',
            why: isHttp
                ? 'Both refuse a registry without TLS otherwise.'
                : 'Both refuse a certificate that they do not know.',
            check: 'Docker tells of it. K3s reads its file when it starts the next time.',
            undo: 'With rollback.',
        }),
        stop: {
            title: 'Stop the registry',
            why: 'So that nothing writes to its data any more.',
            check: 'None of its containers is there.',
            undo: 'Run apply again.',
        },
        remove: (data, deletesData) => ({
            title: deletesData
                ? `Remove what was installed, and delete all images in ${data}`
                : `Remove what was installed; ${data} stays`,
            why: deletesData
                ? 'The configuration names the data folder to delete (harbor.remove_data).'
                : 'It is taken back.',
            check: 'The folder is gone.',
            undo: deletesData ? 'The images cannot be brought back.' : 'Run apply again: it takes up the data that stayed.',
        }),
        untrust: {
            title: 'Take the registry out of the settings of Docker and K3s again',
            command: 'daemon.json, a reload; registries.yaml of K3s',
            why: 'Nothing answers at its address any more.',
            check: 'Both files are without it; what others have written there stays.',
            undo: 'Run apply again.',
        },
    },
    summary: {
        at: (name, address) => `${name} at ${address}`,
        done: (at) => `${at}: installed as configured, healthy and proven.`,
        notWhole: (at) => `${at} is not whole: bring it up.`,
        runs: (at, changes) => `${at} runs: ${changes.join(', ')}.`,
        install: (at, data) => `${at}: install it, with its data in ${data}.`,
        from: (at, from) => `${at}: from ${from}, with its data as it is; it does not answer meanwhile.`,
        nothingThere: (folder) => `Nothing of this step is installed in ${folder}: there is nothing to take back.`,
        remains: 'Only remains of this step are there: take away what is left of it.',
        remove: (name, address, data, deletesData) => `Remove ${name} at ${address}; its data in ${data} ${deletesData ? 'is deleted too' : 'stays'}.`,
    },
    notes: {
        unsupported: (minor, supported) => `Harbor ${minor} gets no security fixes from the Harbor project any more; ${supported.join(', ')} do (harbor.version).`,
        http: 'Without TLS, passwords and images cross the network in the clear.',
        othersInK3s: (address) => `K3s has a registries.yaml that this step has not written, and it is left alone. If ${address} does not stand in it, apply refuses before it changes anything, and shows what to add; or leave K3s out (harbor.trust).`,
        servicesUnseen: (why) => `The services of the cluster cannot be seen (${why}): whether one takes the port was only tried by connecting.`,
        k3sUnasked: 'K3s is here, but its services cannot be asked for: whether one takes the port was only tried by connecting.',
        imagesToo: (data) => `To delete the images too, name their folder: harbor.remove_data: ${data}`,
    },
    refusals: {
        host: (host) => ({
            message: host === ''
                ? 'The server tells no address of its own.'
                : `${host} is no name under which others reach the server.`,
            wayOut: 'Set harbor.hostname to the name or address that is to stand in the names of images, as registry.lan or the address of the server.',
        }),
        /** @param missing the setting that is not there, of two that belong together */
        oneOfTwo: (set, missing) => ({
            message: `${set} is set, and ${missing} is not: a certificate needs its private key.`,
            wayOut: 'Set both, or neither: a CA and a certificate are then made on the server.',
        }),
        unusedCertificate: {
            message: 'harbor.cert and harbor.key are set, but harbor.scheme is http: the certificate would not be used.',
            wayOut: 'Set harbor.scheme to https, or take the certificate out.',
        },
        folders: (data, install) => ({
            message: `The data (${data}) and what is installed (${install}) would lie in one another.`,
            wayOut: 'Name two folders that do not (harbor.data, harbor.install).',
        }),
        insideContainer: {
            message: 'This runs inside a container, not on the host.',
            wayOut: 'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).',
        },
        noDocker: { message: 'There is no Docker on the server.', wayOut: 'Install it: apt-get install docker.io' },
        dockerDown: {
            message: 'Docker does not answer.',
            wayOut: 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
        },
        dockerTooOld: (version, least) => ({
            message: `Docker ${version} is older than ${least}, which Harbor asks for.`,
            wayOut: "Update Docker from your distribution's packages or from Docker's own.",
        }),
        foreign: (name, image) => ({
            message: `There is a Harbor already that this project has not installed: container ${name} (${image}).`,
            wayOut: 'To keep it, set checks.harbor.url to its address; this step is then not needed. To replace it, save its images, stop it (docker compose down in its folder), then run this again.',
        }),
        otherKind: (there, wanted) => ({
            message: `${there} is installed, and ${wanted} is wanted: one does not take over the images of the other.`,
            wayOut: 'Take the first one back (rollback harbor; its data stays), then run this again.',
        }),
        downgrade: (there, wanted) => ({
            message: `Harbor ${there} is installed; its database cannot go back to ${wanted}.`,
            wayOut: `Set harbor.version to ${there} or newer.`,
        }),
        jump: (there, wanted, between) => ({
            message: `Harbor ${there} is installed; ${wanted} takes over from its two minor versions before only.`,
            wayOut: `Go over to ${between} first (harbor.version), then to ${wanted}.`,
        }),
        sourceMissing: (source) => ({
            message: `${source} is not on the server (harbor.source).`,
            wayOut: 'Copy it there, or name the file that is.',
        }),
        unknownSum: (version) => ({
            message: `The SHA-256 of the installer of Harbor ${version} is not known here, and none is configured.`,
            wayOut: 'Set harbor.sha256. Download the offline installer of the release on a machine that you trust, check its signature (from 2.15 on with cosign, see docs/harbor.md), and take the digest that sha256sum prints.',
        }),
        noImage: {
            message: 'No image is named for the light registry.',
            wayOut: 'Set harbor.source to the name of an image of the registry of the CNCF (distribution), best with its digest, or to a file that docker save has written.',
        },
        noSum: (source) => ({
            message: `The SHA-256 of ${source} is not configured.`,
            wayOut: 'Set harbor.sha256 to what sha256sum prints for the file that you trust.',
        }),
        noCompose: {
            message: 'Docker has no Compose (docker compose version).',
            wayOut: `Install it: apt-get install docker-compose (Debian) or docker-compose-plugin (Docker's own packages); or ${LIGHT}.`,
        },
        composeTooOld: (version, least) => ({
            message: `Docker Compose ${version} is older than ${least}, which Harbor asks for.`,
            wayOut: `Update Docker from your distribution's packages or from Docker's own; or ${LIGHT}.`,
        }),
        architecture: (processor) => ({
            message: `Harbor's images are for x86_64 (amd64) only; this server is ${processor || 'of an unknown kind'}.`,
            wayOut: `On this server, ${LIGHT}.`,
        }),
        machineUnknown: {
            message: 'Memory or processors of the server are not known.',
            wayOut: 'See: nproc; head -n 1 /proc/meminfo',
        },
        memory: (bytes) => ({
            message: `Harbor wants 4 GB of memory; the server has ${(0,config_size/* formatBoth */.tm)(bytes)}.`,
            wayOut: `Better ${LIGHT}, which is one small container. Or add memory.`,
        }),
        processors: (least, count) => ({
            message: `Harbor wants ${least} processors; the server has ${count}.`,
            wayOut: `Better ${LIGHT}. Or give the server another processor.`,
        }),
        placeUnknown: (data) => ({
            message: `The file system of ${data} is not known.`,
            wayOut: 'See: findmnt -T / ; name a folder on a local disk in harbor.data.',
        }),
        onRoot: (data, better, free) => ({
            message: `${data} would lie on /, whose space the server itself needs, although ${better} has ${(0,config_size/* formatBoth */.tm)(free)} free.`,
            wayOut: `Set harbor.data to a folder there, as ${better}/registry, or leave it out.`,
        }),
        space: (data, mount, free, wanted) => ({
            message: `${data} lies on ${mount}, which has ${(0,config_size/* formatBoth */.tm)(free)} free; ${(0,config_size/* formatBoth */.tm)(wanted)} are wanted.`,
            wayOut: 'Name a folder on a larger disk (harbor.data), make space, or ask for less (harbor.min_free): images of CI grow fast.',
        }),
        portOfService: (port, name, type) => ({
            message: `Port ${port} is taken by the service ${name} of the cluster (${type}), which gets its connections through iptables: nothing is seen to listen.`,
            wayOut: ANOTHER_PORT,
        }),
        portListens: (listener, port) => ({
            message: `Something listens on ${listener}.`,
            wayOut: `${ANOTHER_PORT} Or see what it is: ss -ltnp 'sport = :${port}'`,
        }),
        portAnswers: (answer, port) => ({
            message: `Something answers on ${answer}, although nothing is seen to listen: the port is taken through iptables.`,
            wayOut: `${ANOTHER_PORT} Or see who: iptables-save | grep ${port}`,
        }),
        otherData: (named, data) => ({
            message: `harbor.remove_data names ${named}, but the data lies in ${data}.`,
            wayOut: 'Name that folder to delete it, or null to keep it.',
        }),
        password: (lacks) => ({
            message: `The password for Harbor's administrator (harbor_admin_password) lacks: ${lacks.join(', ')}.`,
            wayOut: 'Choose another one, or leave it out: one is then generated on the server.',
        }),
    },
    password: {
        length: '8 to 128 characters',
        upper: 'an upper-case letter',
        lower: 'a lower-case letter',
        digit: 'a digit',
        signs: 'only ASCII letters, digits and signs, without spaces, quotes, $, #, [, ], ` and backslashes',
    },
    state: {
        running: (running, services, stopped) => [`${running} of ${services} services run`, ...stopped].join(', '),
        silent: (why) => `it does not answer (${why})`,
        noRegistry: 'what answers is no registry',
        up: (running, components) => `${running === 1 ? '1 service runs' : `${running} services run`}, ${components}`,
    },
    check: {
        services: {
            title: 'Services of the registry',
            target: 'all run',
            how: 'observed: docker ps, and its health page on the server itself',
        },
        notInstalled: 'not installed by this step',
        transferHow: 'measured by the step harbor: a small image pushed, removed and pulled',
        push: { title: 'Push of an image', target: 'proven' },
        pull: { title: 'Pull of the same image', target: 'the digest that was pushed' },
        login: { title: 'Push without a login', target: 'refused' },
        pushed: (digest, seconds, at) => `${digest}…${seconds === undefined ? '' : ` in ${seconds} s`}, ${at}`,
        pulled: (digest, seconds, isSame) => `${digest}…${seconds === undefined ? '' : ` in ${seconds} s`}${isSame ? '' : ', which is another one'}`,
        notTried: 'not tried',
        loginFound: { refused: 'refused' },
    },
    table: {
        title: 'The registry',
        columns: ['what', 'where'],
        images: 'images and database',
        admin: "administrator's password (user admin)",
        robot: (name) => `account for CI (${name})`,
        setUp: 'set up',
        trust: 'told to use it',
        note: 'The files with secrets are for root only; docs/harbor.md says how CI gets them.',
    },
};

;// CONCATENATED MODULE: ./build/texts/en/index.js


















const en = {
    common: common,
    log: log,
    performance: performance,
    harbor: harbor,
    completion: completion,
    phase2: phase2,
    report: report,
    dashboard: dashboard,
    checks: checks,
    extendLvm: extendLvm,
    dockerConfig: dockerConfig,
    diskTest: diskTest,
    facts: facts,
    run: run,
    desk: desk,
    harborStep: harborStep,
    buildTest: buildTest,
    comparison: comparison,
};

;// CONCATENATED MODULE: ./build/texts/fr/checks.js

const { number, size: checks_size, duration: checks_duration, moment, day: checks_day, list, dollars, price } = formatOf('fr');
const checks_plural = pluralOf('fr');
const at = (time) => moment(new Date(time).toISOString());
/** How long something lasted, in milliseconds. */
function checks_span(milliseconds) {
    const hours = Math.floor(milliseconds / 3_600_000);
    if (hours >= 48)
        return `${Math.floor(hours / 24)} j ${hours % 24} h`;
    return checks_duration(Math.floor(milliseconds / 1000));
}
const checks_checks = {
    notKnown: (why) => `inconnu\u00a0: ${why}`,
    unknown: 'inconnu',
    noCluster: 'pas de cluster, selon la configuration',
    diskSize: {
        title: 'Taille du disque /',
        target: (bytes) => `≥ ${checks_size(bytes)}`,
        how: 'mesuré\u00a0: statfs, comme le montre df',
        measured: checks_size,
    },
    diskUse: {
        title: 'Occupation du disque /',
        target: (percent) => `< ${number(percent)}\u00a0%`,
        how: 'mesuré\u00a0: occupé sur ce que les programmes peuvent utiliser, comme le montre df',
        measured: (percent) => `${number(percent, 1)}\u00a0%`,
    },
    pressure: {
        title: 'DiskPressure',
        target: (window) => `False et aucune éviction depuis ${checks_span(window)}`,
        how: 'observé\u00a0: la condition du nœud et le moment de son changement\u00a0; les pods évincés encore présents\u00a0; les événements selon leur motif exact, gardés 1 h par défaut\u00a0; le journal du kubelet, quand il est lisible',
        otherHost: (nodes) => `ce serveur n’est aucun des nœuds du cluster (${nodes.join(', ') || 'il n’en a aucun'})`,
        notReported: 'le kubelet ne le signale pas',
        trueSince: (time) => `True depuis le ${at(time)}`,
        silent: (time) => `le kubelet est silencieux depuis le ${at(time)}`,
        but: (since, evictions) => `False depuis le ${at(since)}, mais ${evictions.join('\u00a0; ')}`,
        tooShort: (since, again) => `False depuis le ${at(since)} seulement\u00a0; ce qui précède est inconnu. À revoir après le ${at(again)}`,
        evictionsUnknown: (since, why) => `False depuis le ${at(since)}\u00a0; évictions inconnues\u00a0: ${why}`,
        none: (since, lasting, window, pods, events) => `False depuis le ${at(since)} (${checks_span(lasting)})\u00a0; aucune éviction en ${checks_span(window)} (${pods} ${checks_plural(pods, 'pod', 'pods')} et ${events} ${checks_plural(events, 'événement vu', 'événements vus')})`,
        journalUnseen: (why) => `\u00a0; journal du kubelet non vu\u00a0: ${why}`,
        journalSeen: (lines, first) => `\u00a0; ${number(lines)} ${checks_plural(lines, 'ligne vue', 'lignes vues')} du journal du kubelet depuis le ${at(first)}`,
        event: (reason, time) => `${reason} le ${at(time)}`,
        journal: (times, last) => `le journal du kubelet signale ${times} fois un disque plein, la dernière fois le ${at(last)}`,
        evicted: (pods) => `évincés\u00a0: ${pods.join(', ')}`,
    },
    buildTime: {
        title: 'Durée du build',
        target: (minutes) => `< ${number(minutes)} min, mesuré`,
        how: (scenario) => `mesuré\u00a0: les builds du scénario ${scenario} par l’étape build-test`,
        declared: (minutes) => `\u00a0; ${minutes} min déclarées, ce qui n’est pas une mesure`,
        noneWell: (tried) => `aucun des ${tried} builds n’a réussi`,
        noBuild: (scenario) => `aucun build du scénario ${scenario}`,
        measured: ({ median, range, failed, last, builds, established }) => {
            const words = [
                `${builds} ${checks_plural(builds, 'build', 'builds')}`,
                ...(range ? [`de ${checks_duration(range.least)} à ${checks_duration(range.most)}`] : []),
                ...(failed > 0 ? [`${failed} ${checks_plural(failed, 'échoué', 'échoués')}`] : []),
                at(last),
                ...(established ? [] : ['observé, non établi']),
            ];
            return `${checks_duration(median)} (${words.join(', ')})`;
        },
    },
    harbor: {
        title: 'Registre (Harbor)',
        target: 'tous les composants sains, un envoi et une récupération prouvés',
        how: 'observé\u00a0: les composants sur sa page de santé, et la preuve laissée par l’étape harbor',
        noAddress: 'aucune adresse n’est configurée (checks.harbor.url), et rien n’est installé',
        notRunning: (instead) => `ne fonctionne pas\u00a0: ${instead}`,
        ill: (components) => `en mauvais état\u00a0: ${components.join(', ')}`,
        healthy: (components) => `${components} ${checks_plural(components, 'composant sain', 'composants sains')}`,
        notProven: (why) => `envoi et récupération non prouvés\u00a0: ${why}`,
        otherRegistry: (time, registry) => `la preuve du ${at(time)} concerne ${registry}`,
        otherDigest: (time) => `ce qui a été récupéré le ${at(time)} n’est pas ce qui a été envoyé`,
        tooOld: (time, hours) => `la preuve du ${at(time)} ne date pas des dernières ${hours} h`,
        proven: (time) => `envoi et récupération prouvés le ${at(time)}`,
    },
    pods: {
        title: 'Pods',
        allReady: 'tous Ready',
        target: (expected) => `${expected} Ready, aucun qui ne le soit pas`,
        how: 'observé\u00a0: la condition Ready et chaque conteneur de chaque pod, sans ceux qui ont terminé ou ont été remplacés',
        measured: (ready, all, named, more) => [
            `${ready} sur ${all} Ready`,
            ...named,
            ...(more > 0 ? [`et ${more} ${checks_plural(more, 'autre', 'autres')}`] : []),
        ].join('\u00a0; '),
        notReady: 'pas Ready',
        asBefore: (pods) => `${pods} ${checks_plural(pods, 'pod', 'pods')} comme avant\u00a0: les mêmes, sans redémarrage`,
        changed: {
            missing: 'disparus',
            recreated: 'recréés',
            restarted: 'redémarrés',
            notReady: 'plus prêts',
            added: 'nouveaux',
        },
        changedPods: (how, pods) => `${how}\u00a0: ${pods.join(', ')}`,
        restarts: (pod, times) => `${pod} (${times} fois de plus)`,
    },
    forecast: {
        title: 'Prévision pour /',
        target: (days) => `aucun seuil important atteint d’ici ${days} jours`,
        how: 'estimé\u00a0: la pente robuste (Theil-Sen) de l’occupation, d’après l’historique',
        none: (days) => `aucun, d’après ${number(days, Number.isInteger(days) ? 0 : 1)} jours d’historique`,
        already: (level) => `${level}\u00a0: déjà`,
        about: (level, time) => `${level}\u00a0: vers le ${time === undefined ? '?' : checks_day(time)}`,
        tooLittle: (values, days, leastValues, leastDays) => `${values} ${checks_plural(values, 'jour', 'jours')} avec des valeurs sur ${number(days, Number.isInteger(days) ? 0 : 1)} ${checks_plural(days, 'jour', 'jours')}\u00a0; il en faut ${leastValues} sur ${leastDays}`,
        otherHosts: (hosts) => `l’historique concerne ${list(hosts)}, pas ce serveur`,
        howFull: 'occupation de /',
        notRead: 'non lue',
        inUse: (percent) => `${number(percent)}\u00a0% occupés`,
        evicted: 'éviction de pods',
        evictedAt: (left) => `éviction de pods (${left} de libre)`,
        noThreshold: 'le kubelet n’a pas de seuil nodefs.available',
    },
    preflight: {
        title: (about) => `Préalable (${about})`,
        phase0: 'phase 0 terminée',
        declared: 'déclaré',
        phase0How: 'déclaré\u00a0: preflight.phase_0_complete',
        complete: 'déclarée terminée',
        notDeclared: 'non déclarée',
        stable: 'infrastructure stable',
        backup: 'sauvegarde',
        backupTarget: (milliseconds) => `au plus ${checks_span(milliseconds)}`,
        backupHow: (by) => `observé\u00a0: ${by}\u00a0; non pas si elle peut être restaurée`,
        byHook: (hook) => `ce que dit ${hook} sur le serveur`,
        byFile: 'quand le fichier le plus récent a été écrit',
        noPlace: (hook) => `aucun emplacement configuré (preflight.backup.path), et pas de ${hook}`,
        hookSaysNo: (hook) => `${hook} dit non`,
        noFile: 'aucun fichier à cet endroit',
        written: (bytes, time, age) => `${bytes === undefined ? '' : `${checks_size(bytes)}, `}écrite le ${at(time)} (il y a ${checks_span(age)})`,
        budget: 'budget',
        nothing: price(0),
        budgetHow: 'déclaré\u00a0: cost.runner_minute_usd\u00a0; rien n’est jamais acheté',
        minuteCosts: (usd) => `une minute de runner coûte ${price(usd)}`,
        thisVersion: 'présent, dans cette version',
        scriptHow: 'observé\u00a0: son SHA-256 sur le serveur',
        script: { 'this version': 'cette version', 'another version': 'une autre version', 'not there': 'absent' },
    },
    validate: {
        summary: 'Examine le serveur\u00a0; il n’y a rien à modifier',
        nothingToUndo: {
            message: 'validate ne fait qu’examiner\u00a0: il n’y a rien à annuler.',
            wayOut: 'Nommez l’étape dont la modification est à annuler.',
        },
    },
    beforeAfter: {
        title: 'Avant et après',
        before: (time) => `Avant (${at(time)})`,
        after: (time) => `Après (${at(time)})`,
        rows: { disk: 'Disque', risk: 'Risque', builds: 'Builds', registry: 'Registre', pods: 'Pods', cost: 'Coût' },
        notApplicable: 's.o.',
        cost: dollars,
        note: 'Les deux colonnes sont observées\u00a0; ce qui était inconnu alors le reste. Les octets sont en puissances de 1024.',
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/common.js

const common_plural = pluralOf('fr');
const common_common = {
    colon: '\u00a0:',
    unknown: 'inconnu',
    none: 'aucun',
    yes: 'oui',
    no: 'non',
    server: 'Serveur',
    system: 'Système',
    period: 'Période',
    from: (start, end) => (start === end ? start : `du ${start} au ${end}`),
    madeFrom: (documents) => `Établi par edge-phase1 à partir de ${documents} ${common_plural(documents, 'exécution', 'exécutions')} et de l’historique\u00a0; heures en UTC, tailles en puissances de 1024.`,
    stepWords: 'Ce que les étapes ont dit est cité dans la langue de leur exécution\u00a0; ce que disent les outils et les scripts du serveur reste en anglais.',
    noEvidence: 'Rien ne l’atteste.',
    titles: {
        log: 'Journal d’exécution de la phase 1',
        performance: 'Rapport de performance',
        harbor: 'Guide du registre d’images',
        completion: 'Bilan de la phase 1',
        phase2: 'Recommandations pour la phase 2',
    },
    steps: {
        'extend-lvm': 'Agrandir le volume logique',
        'docker-config': 'Configurer Docker',
        'disk-test': 'Mesurer les disques',
        harbor: 'Installer le registre',
        'build-test': 'Mesurer les builds',
        validate: 'Évaluer les contrôles',
    },
    checks: {
        disk_size: 'Taille du disque /',
        disk_use: 'Occupation du disque /',
        disk_pressure: 'DiskPressure',
        build_time: 'Durée du build',
        harbor: 'Registre (Harbor)',
        pods: 'Pods',
    },
    targets: {
        disk_size: (size) => `au moins ${size}`,
        disk_use: (percent) => `moins de ${percent}`,
        disk_pressure: (time) => `False, et aucune éviction, depuis ${time}`,
        build_time: (time) => `moins de ${time}, mesuré`,
        harbor: 'tous les composants sains, un envoi et une récupération prouvés',
        pods: (count) => `${count} prêts, aucun qui ne le soit pas`,
        allPods: 'tous ceux qui sont là sont prêts',
    },
    how: {
        disk_size: 'mesuré\u00a0: `statfs`, comme le montre `df`',
        disk_use: 'mesuré\u00a0: occupé sur ce que les programmes peuvent utiliser, comme le montre `df`',
        disk_pressure: 'observé\u00a0: la condition du nœud, les pods évincés et les événements selon leur motif exact',
        build_time: 'mesuré\u00a0: les builds de `build-test`',
        harbor: 'observé\u00a0: les composants sur sa page de santé, et la preuve de l’étape `harbor`',
        pods: 'observé\u00a0: Ready et chaque conteneur de chaque pod',
    },
    buildTime: (median, builds, range, when, established) => `${median} (${builds} ${common_plural(builds, 'build', 'builds')}${range === '' ? '' : `, ${range}`}, ${when}${established ? '' : ', observé, non établi'})`,
    range: (least, most) => `de ${least} à ${most}`,
    results: { pass: 'atteint', fail: 'non atteint', unknown: 'inconnu', 'not-applicable': 'sans objet' },
    outcomes: {
        planned: 'planifié\u00a0; rien n’a été modifié',
        verified: 'examiné\u00a0; rien n’a été modifié',
        'nothing-to-do': 'rien à faire\u00a0; rien n’a été modifié',
        done: 'fait et vérifié',
        measured: 'mesuré\u00a0; rien n’a été modifié',
        refused: 'refusé\u00a0; rien n’a été modifié',
        undone: 'échoué et annulé',
        'needs-person': 'arrêté à mi-chemin\u00a0; une personne doit intervenir',
        unknown: 'issue inconnue\u00a0: la connexion a été perdue',
    },
    scenarios: {
        base: 'téléchargement des images de base',
        cold: 'à froid',
        warm: 'à chaud, rien de modifié',
        changed: 'à chaud, une ligne modifiée',
        registry: 'constructeur vide, cache du registre',
    },
    verdicts: {
        faster: 'plus rapide',
        slower: 'plus lent',
        'no difference shown': 'aucune différence démontrée',
        'observed, not established': 'observé, non établi',
    },
    chart: {
        in: (title, unit) => `${title}, en ${unit}`,
        target: (figure) => `ligne plate\u00a0: objectif ${figure}`,
        missing: (runs) => `exécutions sans valeur, omises\u00a0: ${runs}`,
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/comparison.js

const { number: comparison_number, list: comparison_list } = formatOf('fr');
const comparison_plural = pluralOf('fr');
const figure = (text) => text.replace('.', ',');
const comparison_probability = (p) => `p = ${figure(p.toPrecision(2))}`;
const comparison_percent = (share) => `${comparison_number(share * 100, 1)}\u00a0%`;
const comparison_seconds = (value) => `${figure(value.toPrecision(3))} s`;
const comparison_moreRuns = (runs) => `${runs} ${comparison_plural(runs, 'mesure', 'mesures')} de plus de chaque côté peuvent trancher`;
const comparison_comparison = {
    declared: (names) => `${comparison_list(names)}\u00a0: déclaré, non mesuré ici.`,
    noRunsSettle: 'Aucun nombre de mesures ne tranche\u00a0: il faudrait mesurer le côté déclaré.',
    tooFew: (p, alpha) => `Avec si peu de mesures, même la différence la plus nette donne ${comparison_probability(p)} ou plus, au-dessus de ${figure(String(alpha))}.`,
    apart: (p) => `${comparison_probability(p)}, et l’intervalle exclut 1.`,
    unlikely: (p, alpha) => `${comparison_probability(p)} est au-dessus de ${figure(String(alpha))}. Cela ne montre pas que les deux sont égaux.`,
    reachesOne: (p) => `${comparison_probability(p)}, mais l’intervalle contient 1. Cela ne montre pas que les deux sont égaux.`,
    judged: {
        slower: (share, warn, fail) => `plus lent de ${comparison_percent(share)} (avertit à partir de ${warn}\u00a0%, échoue à partir de ${fail}\u00a0%)`,
        faster: (share) => `plus rapide de ${comparison_percent(share)}`,
        excluded: (fail, most) => `un ralentissement de ${fail}\u00a0% ou plus est exclu (au plus ${comparison_percent(most)})`,
        open: (fail, more) => `un ralentissement de ${fail}\u00a0% n’est ni démontré ni exclu${more > 0 ? `\u00a0; ${comparison_moreRuns(more)}` : ''}`,
    },
    moreRuns: comparison_moreRuns,
    further: {
        fewest: (floor) => `${floor} mesures de chaque côté sont le minimum avec lequel le test exact peut établir quoi que ce soit\u00a0; combien il en faut vraiment ne peut se dire qu’à partir de 3.`,
        tooSmall: (most) => `Ce qui a été observé est si faible par rapport au bruit qu’il faudrait plus de ${most} mesures de chaque côté\u00a0: tenez-les pour égaux ici, ou rendez la machine plus calme.`,
        noether: (size) => `Formule de Noether pour une puissance de 80\u00a0% à la différence observée (${size} mesures de chaque côté en tout)\u00a0; si la vraie différence est plus faible, il en faut plus.`,
    },
    warnings: {
        notInTurn: 'Les deux n’ont pas été mesurés à tour de rôle\u00a0: ce qui a changé sur la machine entre-temps compte comme une différence. Mesurez-les à tour de rôle quand c’est possible.',
        slowFirst: (name, first, middle) => `${name}\u00a0: la première mesure a pris ${comparison_seconds(first)}, les autres environ ${comparison_seconds(middle)}. Ajoutez un tour d’échauffement, ou videz les caches avant chaque mesure.`,
        outliers: (name, middle, far) => `${name}\u00a0: loin de la médiane de ${comparison_seconds(middle)}\u00a0: ${far.map(({ run, took }) => `mesure ${run} (${comparison_seconds(took)})`).join(', ')}. Elles ont été gardées\u00a0; voyez ce qui tournait alors.`,
        busy: (name, runs, all, load, wait) => `${name}\u00a0: la machine était occupée à d’autres travaux avant ${runs.length} ${comparison_plural(runs.length, 'mesure', 'mesures')} sur ${all} (${runs.join(', ')})\u00a0: charge au-dessus de ${figure(String(load))} par processeur, ou attente des disques pendant plus de ${comparison_number(wait * 100)}\u00a0% du temps. Recommencez quand elle est calme.`,
        noisy: (name, noise) => `${name}\u00a0: d’une mesure à l’autre, l’écart est d’environ ${comparison_number(noise * 100)}\u00a0%. De petites différences s’y perdent.`,
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/completion.js

const fr_completion_plural = pluralOf('fr');
const completion_completion = {
    succeeded: (points, needed, spent) => `✅ **La phase 1 est réussie\u00a0:** ${points} (il en faut ${needed}), ${spent} dépensés.`,
    notYet: (points, needed, spent) => `❌ **La phase 1 n’est pas encore réussie\u00a0:** ${points} (il en faut ${needed}), ${spent} dépensés.`,
    notJudged: '❔ **On ne sait pas si la phase 1 est réussie\u00a0:** les contrôles n’ont jamais été évalués (`edge-phase1 verify validate`).',
    points: (score, possible, unknown) => unknown === '0' ? `${score} points sur ${possible}` : `${score} points sur ${possible}, ${unknown} inconnus`,
    judgedOn: (when) => `Dernière évaluation des contrôles\u00a0: ${when}.`,
    staleJudgement: 'C’était avant la dernière modification\u00a0: évaluez-les à nouveau.',
    definitionTitle: 'La définition du succès, point par point',
    definitionColumns: ['', 'Le plan dit', 'Mesuré', 'Comment'],
    definition: {
        disk_size: (target) => `Espace disque porté à ${target} ou plus`,
        disk_pressure: 'Risque de DiskPressure éliminé',
        build_time: (target) => `Durée du build ramenée sous ${target}`,
        harbor: 'Registre opérationnel',
        pods: 'Tous les services stables',
        budget: 'Aucune dépense',
        score: (target) => `Score de ${target} ou plus`,
    },
    ofPoints: 'des points de tous les contrôles qui s’appliquent',
    costHow: 'calculé, voir ci-dessous',
    scoreTitle: 'Score',
    scoreColumns: ['', 'Contrôle', 'Objectif', 'Mesuré', 'Points'],
    earned: (points, weight) => `${points} sur ${weight}`,
    scoreNote: 'Un contrôle atteint rapporte ses points, tout autre résultat n’en rapporte aucun. «\u00a0Inconnu\u00a0» n’est ni un succès ni un échec.',
    costTitle: 'Coût',
    cost: (usd, runs, minutes, price) => `${usd}, calculé\u00a0: ${runs} ${fr_completion_plural(runs, 'exécution', 'exécutions')} sur GitHub avec ${minutes} minutes de runner à ${price} la minute. Une exécution depuis un terminal ne coûte aucune minute de runner.`,
    bought: 'edge-phase1 n’achète rien. Il ne peut pas voir si quelqu’un a acheté quelque chose par ailleurs.',
    risksTitle: 'Les risques du plan',
    riskColumns: ['Risque', 'Survenu\u00a0?', 'Fondement'],
    risks: {
        lvm: 'Échec de l’agrandissement LVM (5\u00a0%)',
        docker: 'Problèmes au redémarrage de Docker (10\u00a0%)',
        performance: 'Gain de performance insuffisant (30\u00a0%)',
    },
    riskStates: { happened: '**oui**', avoided: 'non', untested: 'pas mis à l’épreuve', unknown: 'inconnu' },
    riskBasis: {
        never: 'l’étape n’a jamais été effectuée',
        ended: (outcomes) => `issue des exécutions de l’étape\u00a0: ${outcomes}`,
        health: (measured) => `Docker ensuite\u00a0: ${measured}`,
        pods: (measured) => `pods ensuite\u00a0: ${measured}`,
        build: (measured) => `durée du build\u00a0: ${measured}`,
        notJudged: 'les contrôles n’ont jamais été évalués',
    },
    deviationsTitle: 'Écarts par rapport au plan',
    noDeviations: 'Aucun que les comptes rendus montrent.',
    deviations: {
        notDone: (step) => `«\u00a0${step}\u00a0» n’a pas été effectué.`,
        rolledBack: (step, when) => `«\u00a0${step}\u00a0» a été annulé le ${when}.`,
        late: (days, last, due) => `La dernière exécution est du ${last}, ${days} ${fr_completion_plural(days, 'jour', 'jours')} après la fin du plan (${due}).`,
        setting: (key, plan, used) => `\`${key}\` : ${plan} dans le plan, ${used} ici.`,
        more: (count) => `${count} ${fr_completion_plural(count, 'autre réglage diffère', 'autres réglages diffèrent')} de ceux du plan.`,
        distribution: 'Le registre est Distribution, pas Harbor.',
        harborVersion: (version) => `Harbor est en version ${version}, et non 2.10.0, qui n’est plus maintenue.`,
        noBaseline: 'Aucun build n’a été mesuré avant la première modification\u00a0; les «\u00a070 minutes\u00a0» du plan sont une valeur déclarée.',
        byHand: (runs) => `${runs} ${fr_completion_plural(runs, 'exécution ne figure', 'exécutions ne figurent')} que dans le journal du serveur (voir le journal d’exécution).`,
        restore: 'La procédure de secours du plan (`vgcfgrestore`) n’est jamais employée\u00a0: une fois le système de fichiers agrandi, elle détruit des données. L’annulation est un `lvreduce` à la taille consignée, et seulement tant que le système de fichiers n’a pas grandi.',
    },
    openTitle: 'Ce qui reste ouvert',
    nothingOpen: 'Rien\u00a0: tous les contrôles qui s’appliquent sont atteints.',
};

;// CONCATENATED MODULE: ./build/texts/fr/dashboard.js
const dashboard_dashboard = {
    title: 'Tableau de bord de la phase 1',
    skip: 'Aller au contenu',
    made: 'État au {at}. Heures UTC.',
    overview: 'Maintenant',
    hostsSideBySide: 'Les serveurs côte à côte',
    host: 'Serveur',
    theme: 'Couleurs',
    auto: 'Auto',
    light: 'Clair',
    dark: 'Sombre',
    span: 'Période',
    days: '{n} jours',
    all: 'Tout',
    noScript: 'Les graphiques demandent JavaScript. Les tableaux en dessous montrent les mêmes données sans lui.',
    nothing: 'Rien n’a encore été enregistré',
    nothingHow: 'Cette page se remplit à partir des exécutions. Chacune de ces actions lui donne ses premières données :',
    nothingWatch: 'Sur GitHub : lancer le workflow Watch ; il regarde le serveur et ne change rien.',
    nothingVerify: 'En ligne de commande : regarder le serveur, puis faire cette page de ce qui a été vu.',
    nothingBuild: 'Mesurer les builds, d’où viennent leurs durées.',
    disk: 'Occupation de /',
    builds: 'Durée des builds',
    score: 'Score',
    checklist: 'Liste de contrôle',
    applied: 'Ce qui a été exécuté',
    lastSeen: 'Vu pour la dernière fois',
    forecast: 'Prévision',
    scenario: 'Scénario',
    noDisk: 'L’occupation de / n’a pas encore été enregistrée. Lancer l’étape validate.',
    noBuilds: 'Aucun build n’a encore été mesuré. Lancer l’étape build-test.',
    noScore: 'Il n’y a pas encore de score. Lancer l’étape validate.',
    noChecklist: 'L’avancement de la liste n’a pas encore été enregistré. Le workflow Checklist la tient sous forme d’issues et l’enregistre ici.',
    noApplied: 'Rien n’a encore été changé sur le serveur.',
    chart: 'graphique',
    keys: 'Les flèches gauche et droite lisent les points, Début et Fin vont aux extrémités.',
    asTable: 'En tableau ({n})',
    older: 'Montrer les plus anciens',
    marksHint: 'Traits numérotés : voir',
    when: 'Quand',
    used: 'Occupé',
    usable: 'Utilisable',
    size: 'Taille',
    inUse: 'Occupation',
    median: 'Médiane',
    interval: 'De – à',
    buildCount: 'Builds',
    commit: 'Commit',
    unknown: 'Inconnu',
    target: 'objectif',
    targetIs: 'objectif {value}',
    eviction: 'pods évincés',
    used_of: '{used} sur {usable}',
    build_1: '1 build',
    build_n: '{n} builds',
    intervalNote: 'Les barres sont l’intervalle à 95 % de la médiane (statistiques d’ordre) dès 6 builds par exécution, sinon l’étendue de ses builds.',
    sizeNote: 'D’anciens relevés n’ont pas enregistré ce que les programmes peuvent utiliser ; leur pourcentage est celui de la taille entière.',
    points: 'points : {n}',
    unknownPoints: '{n} points inconnus',
    notKnown: 'inconnu',
    reached: 'atteint',
    missed: 'pas atteint',
    none: 'aucune',
    growth: 'Croît de {bytes} par jour ({low} à {high}), sur {days} jours.',
    shrinks: 'Décroît de {bytes} par jour ({low} à {high}), sur {days} jours.',
    tooLittle: 'Trop peu d’historique pour une prévision : il faut des relevés de 4 jours sur au moins 3 jours.',
    level: '{percent} % occupés',
    expected: 'attendu : {level}',
    already: '{level} : déjà.',
    never: '{level} : jamais, à cette croissance.',
    about: '{level} : vers le {at}',
    between: '(entre le {earliest} et le {latest})',
    notBefore: '(pas avant le {earliest})',
    forecastLine: 'prévision',
    stale: 'Le dernier relevé date de {n} jours.',
    doneOf: '{done} sur {total}',
    itemsDone: '{done} points sur {total} faits',
    outcome_done: 'fait',
    outcome_undone: 'échoué, annulé',
    'outcome_needs-person': 'échoué, une personne est nécessaire',
    rollback: 'retour en arrière',
};

;// CONCATENATED MODULE: ./build/texts/fr/desk.js

const desk_plural = pluralOf('fr');
const points = (count) => `${count} ${desk_plural(count, 'point', 'points')}`;
const desk_desk = {
    plan: {
        title: 'Phase 1\u00a0: la liste de contrôle',
        weeks: {
            'week-1': 'Phase 1, semaine 1\u00a0: infrastructure',
            'week-2': 'Phase 1, semaine 2\u00a0: services',
        },
        groups: {
            'pre-flight': 'Préalables (avant de commencer)',
            'week-1-day-1': 'Semaine 1, jour 1 (11 février)\u00a0: décision et LVM',
            'week-1-day-2': 'Semaine 1, jour 2 (12 février)\u00a0: Docker',
            'week-1-day-3': 'Semaine 1, jour 3 (13 février)\u00a0: mesures',
            'week-1-day-4': 'Semaine 1, jour 4 (14 février)\u00a0: bilan',
            'week-2-day-1-2': 'Semaine 2, jours 1 et 2 (17 et 18 février)\u00a0: Harbor',
            'week-2-day-3-4': 'Semaine 2, jours 3 et 4 (19 et 20 février)\u00a0: Harbor en service',
            'week-2-day-5': 'Semaine 2, jour 5 (21 février)\u00a0: clôture',
        },
        items: {
            'phase-0': 'Phase 0 validée, achevée à 100\u00a0%',
            stable: 'Infrastructure stable, 17 pods sur 17',
            'backup-strategy': 'Stratégie de sauvegarde en place',
            budget: 'Budget approuvé\u00a0: 0 $',
            'script-tested': 'Script essayé\u00a0: extend-lvm-phase1.sh',
            'go-meeting': 'Réunion de décision pour la phase 1',
            'go-decision': 'Décision\u00a0: GO avec la stratégie à 0 $',
            'copy-script': 'Copier le script sur le serveur EdgeServer',
            'extend-lvm': 'Exécuter l’extension LVM',
            extended: 'Vérifier le résultat (150 Go ou plus)',
            'docker-config': 'Optimiser la configuration de Docker',
            'docker-restart': 'Redémarrer le démon de Docker',
            'pods-running': 'Vérifier que tous les pods sont Running',
            'docker-documented': 'Documenter les modifications',
            'disk-test': 'Mesurer les disques (hdparm)',
            'build-baseline': 'Mesurer la durée de build de référence',
            'measurements-documented': 'Documenter les résultats',
            'week-1-review': 'Bilan et validation de la semaine 1',
            'week-1-documentation': 'Mettre la documentation à jour',
            'harbor-download': 'Télécharger l’installateur de Harbor',
            'harbor-configure': 'Configurer Harbor',
            'harbor-install': 'Installer Harbor',
            'harbor-verify': 'Vérifier l’installation',
            'harbor-test': 'Essayer le registre Harbor',
            'harbor-push': 'Envoyer une image d’essai',
            'harbor-pull': 'Récupérer une image d’essai',
            procedures: 'Documenter les procédures',
            'final-validation': 'Validation finale',
            performance: 'Mesures de performance',
            'completion-report': 'Bilan de la phase 1',
            'phase-2': 'Préparer la phase 2 (le cas échéant)',
        },
    },
    checklist: {
        yours: 'Les cases, les titres, l’ordre et tout ce que vous ajoutez ici restent tels que vous les laissez. Les exécutions cochent et décochent les points qui ont une preuve.',
        tracking: (items) => `Les ${points(items)} du plan, une sous-issue par jour. Ce qui se trouve hors des tableaux est à vous.`,
        help: 'Toute personne qui a le droit d’écriture peut écrire `/phase1 help` en commentaire ici.',
        columns: ['', 'Groupe', 'Fait', 'Échéance'],
        of: (done, total) => `${done} sur ${total}`,
        done: (done, total, percent) => `**${done} ${desk_plural(done, 'point', 'points')} sur ${total} faits (${percent}\u00a0%)**`,
        scorecard: 'Dernier score',
        links: { runs: 'Exécutions et leurs comptes rendus', milestones: 'jalons', history: 'historique' },
        noScorecard: 'Aucun score n’a encore été établi\u00a0: lancez `/phase1 verify validate`.',
        complete: (done, total) => `## ✅ Phase 1\u00a0: les ${done} points sur ${total} sont faits`,
        items: points,
        target: (target) => `objectif ${target}`,
        run: (run, day) => `exécution ${run}, ${day}`,
        unticked: 'décoché\u00a0: ',
        setByPerson: (who, ticked, at) => `${ticked ? 'coché' : 'décoché'} par ${who}, ${at} UTC`,
        label: 'La liste de contrôle de la phase 1, tenue par edge-phase1',
        trackingLabel: 'L’issue de suivi de la phase 1',
        stands: (standing, link) => `La liste de contrôle en est à ${standing}\u00a0: [issue de suivi](${link}).`,
        standing: (done, total) => `${done} ${desk_plural(done, 'point', 'points')} sur ${total}`,
        review: (environment) => `revue de ${environment}`,
    },
    commands: {
        oneLine: 'Une commande tient sur une ligne, sans rien après.',
        signs: 'Une commande ne contient que des lettres, des chiffres, des tirets et des espaces, et elle est courte.',
        noSuchCommand: (forms) => `Cette commande n’existe pas. Les commandes sont\u00a0: ${forms.join(', ')}.`,
        written: (form) => `Cette commande s’écrit \`${form}\`.`,
        noSuchStep: (steps) => `Cette étape n’existe pas. Les étapes sont\u00a0: ${steps.join(', ')}.`,
        badHash: 'Un hash est formé des 64 chiffres hexadécimaux d’un plan qui a été montré ici, ou au moins des 12 premiers.',
        needsHash: (step) => `apply a besoin du hash d’un plan qui a été montré ici. Écrivez d’abord \`/phase1 plan ${step}\`.`,
        onTrackingOnly: 'Les commandes ne sont acceptées que sur l’issue de suivi de la liste de contrôle.',
        needsRight: 'Il faut pour cela le droit d’écriture dans ce dépôt. Demandez à une personne qui l’a d’écrire la commande.',
        notShown: (step, command) => `Aucun plan de ${step} avec ce hash n’a été montré sur cette issue. Écrivez d’abord \`${command}\`.`,
        several: 'Plusieurs plans commencent par ce hash. Écrivez-le en entier.',
        helpTitle: '**Commandes**, chacune dans un commentaire à elle seule\u00a0:',
        helpColumns: ['Écrire', 'Ce qui se passe'],
        help: [
            'examine le serveur et montre ce qui serait modifié, avec un hash\u00a0; ne modifie rien',
            'effectue le plan qui a ce hash, s’il a été montré ici et vaut encore',
            'pour une étape qui ne fait que mesurer\u00a0: mesure',
            'examine le serveur et évalue les contrôles\u00a0; ne modifie rien',
            'montre ce que ferait une annulation, avec un hash\u00a0; ne modifie rien',
            'effectue cette annulation',
            'enregistre votre décision GO dans la liste de contrôle',
            'met la liste de contrôle à jour et montre où elle en est',
            'ceci',
        ],
        steps: (steps) => `Étapes\u00a0: ${steps}. Le droit d’écriture est nécessaire, sauf pour help.`,
        notDone: (why) => `❌ Non effectué. ${why}`,
        going: (what, link) => `⏳ \`${what}\` est en cours\u00a0: [exécution du workflow](${link}). La réponse viendra ici.`,
        next: (number, group) => ` Ensuite\u00a0: #${number} ${group}.`,
        go: 'GO est enregistré dans la liste de contrôle. ',
        done: (standing) => `${standing} faits.`,
        toCarryOut: 'Pour l’effectuer, écrivez\u00a0:',
        noResult: (link) => `❌ L’exécution s’est terminée sans résultat\u00a0; son journal dit pourquoi\u00a0: [exécution du workflow](${link}).`,
    },
    comment: {
        cut: (whole) => `_Abrégé pour tenir dans un commentaire\u00a0: ${whole}._`,
        itsEnd: (title) => `${title} (la fin)`,
        goingOn: (title, time) => `### ⏳ ${title}\u00a0: en cours depuis ${time}`,
        updated: '<sub>Mis à jour au plus toutes les 30 secondes. La fin s’inscrit toujours ici.</sub>',
    },
    watch: {
        rows: { check: 'Contrôle', measured: 'Mesuré', target: 'Objectif', how: 'Comment' },
        seenBy: (run) => `Vu par l’${run}.`,
        fails: (machine, check) => `${machine}\u00a0: ${check}, non atteint`,
        closes: 'Cette issue se ferme quand le contrôle est à nouveau atteint.',
        label: 'Un contrôle du serveur non atteint, suivi par edge-phase1',
        nothing: 'Aucun contrôle n’a changé.',
        did: { opened: 'ouverte', closed: 'fermée', updated: 'mise à jour' },
    },
    documents: {
        report: 'le bilan sur l’issue de suivi',
        pullRequest: 'la pull request',
        whole: (link) => `le texte entier est dans ${link}`,
        theDocuments: 'les documents',
        allFive: 'Les cinq documents',
        body: 'Établis à partir des comptes rendus des exécutions et de l’historique, par le workflow Documents. Les mêmes comptes rendus donnent le même texte.',
        title: 'Les documents de la phase 1',
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/facts.js
const facts_facts = {
    fromHost: {
        'neither kubectl nor k3s is installed': 'ni kubectl ni k3s n’est installé',
        'there is no kubeconfig': 'il n’y a pas de kubeconfig',
        'there is no journalctl': 'il n’y a pas de journalctl',
    },
    exitCode: (code) => `code de sortie ${code}`,
    sudoMissing: (command, user) => ({
        message: `\`${command}\` demande les droits de root, et ${user} n’a pas sudo.`,
        wayOut: 'Installez sudo, ou connectez-vous en tant que root.',
    }),
    sudoRight: (command, user, line, find) => ({
        message: `${user} n’a pas le droit de lancer \`${command}\` en tant que root sans mot de passe.`,
        wayOut: `En tant que root, lancez \`visudo -f /etc/sudoers.d/edge-phase1\` et ajoutez cette ligne${find === undefined ? '' : ` (avec le chemin que montre \`command -v ${find}\`)`}\u00a0: ${line}`,
    }),
    wholeSudoers: 'Le fichier entier, avec tous les droits nécessaires\u00a0: edge-phase1 sudoers',
    block: (program, why) => ({
        unreadable: `${program} n’énumère pas ce qu’il y a (${why})`,
        wayOut: 'Il faut lsblk et findmnt d’util-linux 2.33 ou plus récent\u00a0; `edge-phase1 doctor` montre ce qui manque.',
    }),
    lvm: {
        notInstalled: { unreadable: 'LVM n’est pas installé', wayOut: 'Installez-le\u00a0: apt-get install lvm2' },
        unreadable: (why) => `LVM ne peut pas être lu (${why})`,
        wayOut: 'Voyez ce que dit `lvm fullreport` en tant que root, et réparez cela d’abord.',
    },
    fileSystem: {
        unknownType: (type) => ({
            unreadable: `${type} n’est pas un système de fichiers que cette étape connaît`,
            wayOut: 'Elle agrandit ext4 et xfs.',
        }),
        ext4: (why) => `l’en-tête ext4 ne peut pas être lu (${why})`,
        ext4NoSize: 'l’en-tête ext4 n’indique pas la taille',
        installExt4: 'Installez son outil\u00a0: apt-get install e2fsprogs',
        seeExt4: 'Voyez ce que dit `dumpe2fs -h` en tant que root.',
        damage: (state, errors) => `état '${state}', nombre d’erreurs ${errors}`,
        xfs: (why) => `xfs_info ne répond pas (${why})`,
        installXfs: 'Installez-le\u00a0: apt-get install xfsprogs',
        seeXfs: 'Voyez ce que dit `xfs_info` en tant que root.',
    },
    docker: {
        notAsked: {
            unreadable: 'Docker ne tourne pas, et n’a pas été interrogé\u00a0: cela l’aurait démarré',
            wayOut: 'Voir\u00a0: systemctl status docker.service. Démarrez-le, puis relancez.',
        },
        noCurl: {
            unreadable: 'il n’y a pas de commande curl pour interroger Docker',
            wayOut: 'Installez-le\u00a0: apt-get install curl',
        },
        noCommand: { unreadable: 'il n’y a pas de commande docker', wayOut: 'Installez Docker, puis relancez.' },
        silent: (why) => `Docker ne répond pas (${why})`,
        noVersion: 'aucune version du serveur',
        seeUnit: 'Voir\u00a0: systemctl status docker.service et journalctl -u docker.service -n 30. Démarrez-le, puis relancez.',
        flags: (why) => ({
            unreadable: `la ligne de commande du démon de Docker ne peut pas être lue (${why})`,
            wayOut: 'Voir\u00a0: systemctl status docker.service',
        }),
        noObject: 'ce n’est pas un objet unique entre accolades',
    },
    json: {
        comment: 'il y a un commentaire, et JSON n’en a pas',
        tooEarly: 'il se termine trop tôt',
        notJson: 'ce n’est pas du JSON à cet endroit',
    },
    harbor: {
        nothingListens: 'rien n’écoute à cette adresse',
        installCurl: 'Installez curl sur le serveur.',
        checkUrl: 'Vérifiez checks.harbor.url\u00a0: l’adresse doit être joignable depuis le serveur lui-même, avec un certificat auquel il fait confiance.',
        redirects: (status) => ({
            unreadable: `l’adresse redirige (${status})`,
            wayOut: 'Mettez dans checks.harbor.url l’adresse vers laquelle elle redirige.',
        }),
        notHarbor: (status) => `ce qui répond à cette adresse (HTTP ${status}) n’est pas Harbor`,
        letsEveryoneIn: 'un registre répond et laisse entrer tout le monde',
        noRegistry: (status) => `ce qui répond à cette adresse (HTTP ${status}) n’est pas un registre`,
        notAsked: { unreadable: 'il n’a pas été interrogé', wayOut: 'Relancez.' },
        mark: (file, why) => ({
            unreadable: `${file} ne peut pas être lu (${why})`,
            wayOut: `Tel que l’étape harbor l’a écrit, il est lisible par tous\u00a0: chmod 0644 ${file}`,
        }),
        listeners: (why) => ({ unreadable: `ss ne répond pas (${why})`, wayOut: 'Installez iproute2.' }),
        seeServices: 'Voir\u00a0: kubectl get services --all-namespaces',
        torn: { unreadable: 'la réponse de kubectl est incomplète ou d’une autre forme', wayOut: 'Relancez.' },
    },
    kubernetes: {
        again: 'Relancez\u00a0; `kubectl get nodes,pods --all-namespaces` sur le serveur montre ce qu’il répond.',
        torn: 'la réponse de kubectl est incomplète ou d’une autre forme',
        notAll: (rows, total) => `kubectl a montré ${rows} objets sur ${total}`,
        noThresholds: 'le kubelet ne montre pas ses seuils',
        installTool: 'Installez kubectl\u00a0; ou réglez kubernetes.cluster sur none si le serveur ne doit pas avoir de cluster.',
        nameKubeconfig: 'Nommez-en un dans kubernetes.kubeconfig\u00a0; ou réglez kubernetes.cluster sur none si le serveur ne doit pas avoir de cluster.',
        makeKubeconfig: 'Créez un kubeconfig qui ne permet que de lire (docs/validate.md donne les commandes) et nommez-le dans kubernetes.kubeconfig.',
        giveRight: 'Donnez à cet utilisateur le droit get et list\u00a0: docs/validate.md donne le rôle de cluster.',
        journalTorn: 'sa réponse est incomplète',
        noLine: 'aucune de ses lignes n’est lisible',
        readJournal: 'Permettez à cet utilisateur de lire le journal (usermod -aG systemd-journal USER), là où K3s ou le kubelet est une unité.',
    },
    preflight: {
        backup: 'Nommez dans preflight.backup.path un fichier ou un dossier que cet utilisateur peut lire.',
        hook: (hook) => `Voir docs/validate.md pour ce que doit être ${hook}.`,
    },
    results: {
        run: (command) => `Lancez \`edge-phase1 ${command}\`.`,
        notMeasured: 'pas encore mesuré',
        otherForm: (schema) => `son résultat n’a pas la forme ${schema}`,
        incomplete: 'il manque à son résultat un digest ou une date',
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/harbor.js
const harbor_harbor = {
    absent: 'Rien ne montre qu’un registre est installé sur ce serveur\u00a0: l’étape `harbor` n’a laissé aucun résultat, ou il n’a pas été lu. Ce guide s’établit à partir de ce résultat.',
    installTitle: 'Comment l’installer',
    install: 'L’étape montre d’abord son plan, n’a besoin d’aucun autre accès réseau que la source de l’installateur, et prouve le registre par un envoi et une récupération\u00a0:',
    installNote: 'À la main, comme dans le plan, c’est possible aussi, mais ne prenez pas Harbor 2.10\u00a0: cette version n’est plus maintenue. Placez ses données sur un disque de données (Harbor demande 40 Go), pas sur `/`.',
    installDone: 'Établissez ensuite ce guide à nouveau, à partir du compte rendu de l’exécution.',
    aboutTitle: 'Ce qui est en place',
    aboutColumns: ['', ''],
    rows: {
        address: 'Adresse',
        kind: 'Genre',
        install: 'Installé dans',
        data: 'Données dans',
        project: 'Projet de la CI',
        robot: 'Compte robot de la CI',
        components: 'Composants',
        proof: 'Preuve',
    },
    kinds: { harbor: 'Harbor', distribution: 'Distribution (un petit registre sans pages ni projets)' },
    proof: (when) => `envoyé et récupéré avec un seul et même digest le ${when}`,
    timed: (push, pull) => `envoi ${push}, récupération ${pull}`,
    noProof: 'non prouvé\u00a0: ce qui a été récupéré n’est pas ce qui a été envoyé',
    health: (result, measured) => `Lors de la dernière évaluation des contrôles\u00a0: ${result} (${measured}).`,
    missing: 'Les mots en capitales remplacent ce que le résultat de l’étape ne dit pas\u00a0; complétez-les avant de lancer une commande.',
    loginTitle: 'Se connecter',
    login: (file) => `Le secret du compte robot est sur le serveur dans \`${file}\`, pour root seul, et jamais dans ce dépôt ni dans ses comptes rendus. Il passe par l’entrée standard, pour n’apparaître ni dans la liste des processus ni dans l’historique du shell. Sur le serveur même\u00a0:`,
    loginElsewhere: 'Sur une autre machine, à partir d’un fichier que vous seul pouvez lire\u00a0:',
    http: (address) => `Le registre parle HTTP sans chiffrement\u00a0: noms, mots de passe et images circulent en clair, ce qui ne convient qu’à un réseau de confiance. Chaque Docker qui l’utilise doit le savoir, dans \`/etc/docker/daemon.json\` (à fusionner avec l’existant\u00a0: \`"insecure-registries": ["${address}"]\`), puis être rechargé\u00a0; aucun conteneur ne s’arrête\u00a0:`,
    https: (address) => `Si le certificat vient de votre propre autorité, chaque Docker qui utilise le registre a besoin du certificat de cette autorité dans \`/etc/docker/certs.d/${address}/ca.crt\`. Il n’est pas nécessaire de redémarrer Docker.`,
    schemeUnknown: 'On ne sait pas si le registre parle HTTP ou HTTPS.',
    pushTitle: 'Envoyer une image',
    pullTitle: 'Récupérer une image',
    pull: 'Par son digest, vous obtenez exactement cette image, quoi qui ait été envoyé depuis\u00a0:',
    k3sTitle: 'L’utiliser depuis K3s',
    k3s: 'K3s a son propre containerd et ne lit pas les réglages de Docker. Sur ce serveur, l’étape s’en charge (`harbor.trust`). Sur d’autres nœuds, à la main, dans `/etc/rancher/k3s/registries.yaml`, lisible par root seul\u00a0:',
    k3sRestart: 'K3s lit ce fichier à son démarrage\u00a0; les pods en marche continuent\u00a0:',
    renewTitle: 'Renouveler',
    renewCertificate: (harbor) => harbor
        ? 'Certificat\u00a0: remplacez les fichiers que `harbor.yml` nomme sous `https:` (mêmes noms), puis faites réécrire la configuration et recréer les conteneurs. Les données restent\u00a0; envois et récupérations échouent pendant une minute environ\u00a0:'
        : 'Certificat\u00a0: remplacez les fichiers avec lesquels le registre a été démarré (mêmes noms), puis redémarrez-le\u00a0:',
    renewNone: 'Certificat\u00a0: il n’y en a pas, le registre parle HTTP sans chiffrement.',
    renewRobot: (project, robot, file) => `Compte robot\u00a0: tel que l’étape le crée, il n’expire pas. Pour changer son secret\u00a0: dans les pages de Harbor, sous Projects → \`${project}\` → Robot Accounts, choisissez \`${robot}\` et renouvelez son secret. L’ancien cesse aussitôt de fonctionner\u00a0: mettez le nouveau dans \`${file}\`, et reconnectez-vous partout où il sert.`,
    backupTitle: 'Sauvegarder',
    backup: 'Une copie est cohérente quand rien n’écrit\u00a0: arrêtez le registre, copiez ses données et sa configuration sur un autre disque, redémarrez-le. La copie contient des mots de passe\u00a0: elle ne doit être lisible que par root.',
    recoverTitle: 'Rétablir',
    recoverOne: 'Il redémarre avec Docker. Sinon\u00a0:',
    recoverRestart: 'Après un redémarrage de Docker ou du serveur, certains de ses conteneurs peuvent rester arrêtés, car ils attendent d’abord son conteneur de journaux. Attendez une minute, puis démarrez ce qui manque\u00a0; une seconde fois au besoin\u00a0:',
    recoverHealth: 'La page répond 200 dans tous les cas\u00a0: lisez l’état de chaque composant.',
    recoverBackup: 'À partir d’une copie, sur ce serveur ou sur un nouveau où la même version est installée\u00a0:',
    recoverProve: 'Prouvez-le ensuite à nouveau, par un envoi et une récupération\u00a0:',
    unknownFolders: 'On ne sait ni où il est installé, ni où sont ses données.',
};

;// CONCATENATED MODULE: ./build/texts/fr/log.js

const fr_log_plural = pluralOf('fr');
const log_log = {
    summary: (runs, days, changes) => `${runs} ${fr_log_plural(runs, 'exécution', 'exécutions')} sur ${days} ${fr_log_plural(days, 'jour', 'jours')}\u00a0; ${changes} ${fr_log_plural(changes, 'modification effectuée', 'modifications effectuées')}.`,
    columns: ['Heure', 'Exécution', 'Issue', 'Lancée par', 'Approuvée par', 'Durée'],
    terminal: 'en ligne de commande',
    notNeeded: 'pas nécessaire',
    notRecorded: 'non consigné',
    planOf: (hash) => `plan ${hash}`,
    run: 'exécution',
    why: 'Motif',
    changesDone: (done, all) => `${done} sur ${all} ${fr_log_plural(all, 'opération effectuée', 'opérations effectuées')}`,
    checks: (passed, all, unknown) => `${passed} sur ${all} ${fr_log_plural(all, 'contrôle atteint', 'contrôles atteints')}${unknown > 0 ? `, ${unknown} ${fr_log_plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
    score: 'score',
    unseenTitle: 'Seulement dans le journal du serveur',
    unseen: 'Ces exécutions ont été lancées à la main, ou leur compte rendu ne faisait pas partie de ce qui a servi à établir ce document. Qui les a lancées n’est pas consigné.',
    unseenColumns: ['Début', 'Exécution', 'Fin'],
    ends: {
        success: 'faite et vérifiée',
        failed: 'échouée',
        stopped: 'arrêtée par une personne',
        none: 'le journal ne le dit pas',
    },
    gap: 'Les jours sans exécution sont omis. Les exécutions dont le compte rendu a été supprimé (les artefacts sont conservés pour une durée limitée) ne se retrouvent que dans le journal du serveur.',
};

;// CONCATENATED MODULE: ./build/texts/fr/performance.js

const fr_performance_plural = pluralOf('fr');
const fr_performance_builds = (count) => `${count} ${fr_performance_plural(count, 'build', 'builds')}`;
const performance_performance = {
    serverTitle: 'Le serveur, avant et après',
    serverColumns: ['', 'Avant', 'Après'],
    noChange: 'Aucune modification n’a été effectuée\u00a0: la colonne «\u00a0Après\u00a0» montre le serveur tel qu’il est.',
    rows: { size: 'Taille de /', used: 'Occupé', free: 'Libre pour les programmes', use: 'Occupation, selon df' },
    buildsTitle: 'Builds',
    noBuilds: (command) => `Aucun build n’a été mesuré\u00a0: on ne sait rien de leur durée, ni avant ni après. Pour mesurer\u00a0: ${command}.`,
    noBefore: 'Aucun build n’a été mesuré avant la première modification\u00a0: la comparaison porte sur une durée relevée à la main et déclarée, qui n’établit rien.',
    buildColumns: ['Scénario', 'Avant', 'Après', 'Rapport (95\u00a0%)', 'Verdict'],
    sample: (median, count) => `${median} (${fr_performance_builds(count)})`,
    declared: (time) => `${time} (déclaré)`,
    notMeasured: 'non mesuré',
    reasons: {
        declared: 'l’un des côtés est déclaré, pas mesuré',
        few: (p) => `avec si peu de mesures, même la différence la plus nette a p ≥ ${p}`,
        shown: (p) => `p = ${p}, et l’intervalle exclut 1`,
        open: (p) => `p = ${p}\u00a0; cela ne montre pas qu’ils sont égaux`,
    },
    further: (runs) => `${runs} ${fr_performance_plural(runs, 'mesure de plus', 'mesures de plus')} de chaque côté ${fr_performance_plural(runs, 'peut', 'peuvent')} trancher`,
    otherCommit: 'Les builds d’avant et d’après ne portent pas sur le même commit\u00a0: une différence peut venir de ce qui a été construit.',
    unknownCommit: 'Le commit n’est pas connu pour tous les builds.',
    chartTitle: (scenario) => `Builds, ${scenario}`,
    seconds: 'secondes',
    minutes: 'minutes',
    diskChart: 'Occupation de /',
    percentUnit: 'pour cent de sa taille',
    buildMethod: 'Temps réel de `docker build`\u00a0; médianes. Avant\u00a0: les builds antérieurs à la première modification\u00a0; après\u00a0: ceux qui suivent la dernière. Test de rang exact bilatéral et intervalle bootstrap à 95\u00a0% du rapport des médianes\u00a0; «\u00a0plus rapide\u00a0» et «\u00a0plus lent\u00a0» exigent les deux. En dessous de 1, les builds d’après sont plus rapides.',
    alone: 'L’effet de chaque modification prise seule',
    aloneColumns: ['Modification', 'Scénario', 'Avant', 'Après', 'Rapport (95\u00a0%)', 'Verdict'],
    notHelping: 'Ce qui n’a pas aidé',
    lvm: {
        held: (disks) => `**Agrandir le volume n’a pas rendu de disque plus rapide**, et ne le peut pas\u00a0: c’est le même disque. Mesurées avant et après (${disks}), les valeurs n’ont pas changé.`,
        broken: (disks) => `**Agrandir le volume ne peut pas rendre un disque plus rapide**, pourtant des valeurs ont changé entre les deux mesures (${disks}). Autre chose a changé\u00a0: ne pas prendre une différence entre builds pour un effet de l’agrandissement.`,
        unmeasured: '**Agrandir le volume ne rend pas un disque plus rapide**\u00a0: c’est le même disque. Il n’a pas été mesuré ici à la fois avant et après\u00a0: c’est un raisonnement, pas une mesure.',
    },
    docker: {
        measured: (verdicts) => `**Les réglages de Docker**, dont le plan attend 10 à 20\u00a0%\u00a0: ${verdicts}.`,
        unmeasured: '**Les réglages de Docker**, dont le plan attend 10 à 20\u00a0%, n’ont pas été mesurés seuls (il faut des builds juste avant et juste après). Aucun d’eux n’accélère un build par lui-même\u00a0: ils empêchent les journaux de remplir le disque.',
    },
    nothing: (change, scenario, verdict) => `**${change}**\u00a0: ${scenario}\u00a0: ${verdict}.`,
    disksTitle: 'Disques',
    noDisks: (command) => `Aucun disque n’a été mesuré. Pour mesurer\u00a0: ${command}.`,
    diskColumns: [
        'Disque',
        'Écritures synchrones de 4 Kio/s',
        'fsync, médiane, ms',
        'Lecture séquentielle, Mio/s',
        'hdparm -t, Mio/s',
    ],
    diskMethod: (rounds, when) => `Médianes de ${rounds} ${fr_performance_plural(rounds, 'série', 'séries')} et leur étendue, mesurées le ${when}. Les petites écritures synchrones sont ce qu’attend la décompression des couches\u00a0; \`hdparm -t\` lit en séquence pendant trois secondes et dit peu de chose des builds.`,
    busy: 'occupé par d’autres travaux',
    forecastTitle: 'Prévision',
    forecast: {
        none: 'On ne sait rien de la croissance\u00a0: les contrôles n’ont pas été évalués avec un historique.',
        few: (values, days) => `Inconnue\u00a0: il y a des valeurs de ${values} ${fr_performance_plural(values, 'jour', 'jours')}, sur ${days} jours\u00a0; il faut des valeurs de 4 jours sur 3.`,
        other: 'Inconnue.',
        growth: (estimate, low, high, days) => `/ grandit de ${estimate} par jour (95\u00a0%\u00a0: de ${low} à ${high}), observé sur ${days} jours.`,
        use: (percent) => `${percent} d’occupation`,
        eviction: 'Le kubelet évince des pods',
        already: 'déjà',
        never: 'pas atteint à cette croissance',
        about: (date, earliest, latest) => `vers le ${date} (au plus tôt ${earliest}, au plus tard ${latest})`,
        unknown: 'inconnu',
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/phase-2.js

const fr_phase_2_plural = pluralOf('fr');
const phase_2_phase2 = {
    intro: 'Ce qu’un achat ou un changement apporterait, pour autant que cela a été mesuré ici. Une estimation est nommée comme telle et a des bornes\u00a0; là où rien n’a été mesuré, rien n’est affirmé.',
    ssdTitle: 'Un SSD pour les données de Docker (la phase 1B du plan)',
    ssdUnknown: (command) => `**Inconnu.** Le temps que les builds passent à attendre le disque n’a pas été mesuré ici. Mesurez d’abord, avec ${command}\u00a0; les compteurs de pression du noyau (\`/proc/pressure/io\`) doivent être actifs.`,
    ssdColumns: [
        'Scénario',
        'Aujourd’hui',
        'Quelque chose attendait',
        'Tout attendait',
        'Au mieux',
        'Un disque sans attente',
    ],
    now: (median, builds) => `${median} (${builds} ${fr_phase_2_plural(builds, 'build', 'builds')})`,
    between: (low, high) => `de ${low} à ${high}`,
    ssd: {
        little: (share) => `**Pas pour les builds.** Au plus ${share} du temps d’un build se passe à attendre un disque\u00a0: aucun achat ne peut gagner davantage.`,
        maybe: (low, high) => `**Peut-être\u00a0; une estimation.** Entre ${low} et ${high} du temps d’un build se passe à attendre un disque, ce qu’un disque plus rapide peut raccourcir.`,
        much: (low, high) => `**Utile pour les builds\u00a0; une estimation.** Entre ${low} et ${high} du temps d’un build se passe à attendre un disque, ce qu’un disque plus rapide peut raccourcir.`,
        already: (now) => `Le plan attend 3 à 5 minutes avec un SSD\u00a0; les builds à froid prennent ${now} sur le disque en place.`,
        excluded: (best) => `Le plan attend 3 à 5 minutes avec un SSD. D’après ces mesures, un disque seul n’y suffit pas\u00a0: sans aucune attente, un build à froid prend encore ${best}.`,
        open: (best) => `Le plan attend 3 à 5 minutes avec un SSD. Les mesures ne l’excluent pas (au mieux ${best}), et ne le montrent pas.`,
        price: (saved) => `Selon le plan, il coûte environ 120 $ et demande un emplacement M.2 libre, qui n’a pas été recherché. Par build à froid, il fait gagner au plus ${saved}.`,
    },
    ssdMethod: 'D’après les compteurs du noyau pendant les builds\u00a0: la part du temps où quelque chose attendait un disque, et celle où rien d’autre ne tournait pendant ce temps. «\u00a0Au mieux\u00a0» est la durée sans la première part\u00a0; «\u00a0un disque sans attente\u00a0» se situe entre celle-ci et la durée sans la seconde. Un vrai SSD fait encore attendre, l’attente d’autres programmes est comptée aussi, et ce qui dépend du processeur ou du réseau reste tel quel.',
    freeTitle: 'Sans rien dépenser',
    columns: ['Quoi', 'Ce que cela apporterait', 'Fondement'],
    layers: {
        what: 'Ordonner le Dockerfile pour qu’une ligne modifiée ne fasse pas tout reconstruire (`edge-phase1 advise` nomme les lignes)',
        brings: (most) => `au plus ${most} par build après une modification`,
        basis: (changed, warm, cold) => `médianes\u00a0: une ligne modifiée ${changed}, rien de modifié ${warm}, à froid ${cold}`,
        fine: 'peu\u00a0: un build après une modification est proche d’un build sans modification',
    },
    bases: {
        what: 'Un cache mandataire pour les images de base dans le registre',
        brings: (most) => `au plus ${most} par build qui doit télécharger ses images de base`,
        basis: (builds) => `médiane de ${builds} ${fr_phase_2_plural(builds, 'téléchargement', 'téléchargements')} des images de base`,
    },
    disk: {
        what: (disk) => `Déplacer les données de Docker sur ${disk}`,
        whatNot: 'Déplacer les données de Docker sur un autre disque',
        brings: (times) => `${times} fois plus de petites écritures synchrones par seconde\u00a0; pour les builds, au plus leur attente du disque`,
        same: 'rien qui ait été montré\u00a0: on ne peut pas distinguer les disques',
        home: (disk) => `rien\u00a0: elles sont déjà sur le plus rapide (${disk})`,
        basis: (rounds, when) => `${rounds} ${fr_phase_2_plural(rounds, 'série', 'séries')} du test des disques du ${when}`,
        busy: 'un disque était occupé par d’autres travaux\u00a0: observé, non établi',
        few: 'si peu de séries n’établissent rien',
    },
    space: {
        what: 'Agrandir encore le volume',
        brings: (free) => `jusqu’à ${free}, libres dans le groupe de volumes`,
        none: 'rien\u00a0: le groupe de volumes n’a plus de place',
        basis: (forecast) => `LVM\u00a0; ${forecast}`,
        noForecast: 'on ne sait pas quand ce sera nécessaire\u00a0: l’historique est trop court',
    },
    openTitle: 'Avant la phase 2',
    open: (check, result, measured) => `**${check}** (${result})\u00a0: ${measured}`,
    unknownTitle: 'Ce qui ne peut pas être dit',
    unknowns: {
        builds: 'Ce qui rendrait les builds plus rapides\u00a0: aucun n’a été mesuré.',
        changed: 'Si les couches du Dockerfile sont dans un bon ordre\u00a0: les builds après une modification n’ont pas été mesurés.',
        bases: 'Ce qu’apporte un cache pour les images de base\u00a0: leur téléchargement n’a pas été mesuré.',
        disks: 'Quel disque convient le mieux aux données de Docker\u00a0: les disques n’ont pas été mesurés.',
        space: 'Combien de place il reste pour agrandir le volume\u00a0: cela n’a pas été lu.',
        machine: 'Si plus de mémoire ou de processeurs aideraient\u00a0: ni l’un ni l’autre n’a été mesuré, et le temps qui n’est pas passé à attendre un disque n’est pas pour autant du temps de processeur.',
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/report.js

const { duration: report_duration, size: report_size } = formatOf('fr');
const fr_report_plural = pluralOf('fr');
const report_report = {
    duration: report_duration,
    cannotPlan: 'impossible à planifier\u00a0: quelque chose n’est pas connu',
    changesPlanned: (count) => `${count} ${fr_report_plural(count, 'modification planifiée', 'modifications planifiées')}\u00a0; rien n’a été modifié`,
    actionsPlanned: (count) => `${count} ${fr_report_plural(count, 'opération de mesure planifiée', 'opérations de mesure planifiées')}\u00a0; rien n’a été modifié`,
    stepsWell: 'toutes les étapes se sont bien passées',
    stepsNotWell: 'toutes les étapes ne se sont pas bien passées',
    cost: (usd, minutes, price) => `${usd} (achats\u00a0: aucun\u00a0; ${minutes} ${fr_report_plural(minutes, 'minute', 'minutes')} de runner à ${price})`,
    score: (score, of, unknown) => `${score} sur ${of}${unknown > 0 ? `, ${unknown} ${fr_report_plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
    scoreOfThose: (possible, total) => `${possible} qui s’appliquent (${total - possible} sur ${total} ne s’appliquent pas)`,
    needed: (points) => `il en faut ${points}`,
    neededShare: (percent, points) => `il faut ${percent}\u00a0%, soit ${points} points`,
    succeeded: (score, target, spent) => `La phase 1 est réussie\u00a0: ${score} (${target}), ${spent} dépensés`,
    notYet: (score, target, spent) => `La phase 1 n’est pas encore réussie\u00a0: ${score} (${target}), ${spent} dépensés`,
    scoreTitle: (score) => `Score\u00a0: ${score}`,
    scoreColumns: ['Contrôle', 'Résultat', 'Points'],
    notApplicable: 'sans objet',
    points: (earned, weight) => `${earned} sur ${weight}`,
    scoreNote: 'Un contrôle atteint rapporte ses points, tout autre résultat n’en rapporte aucun. «\u00a0Inconnu\u00a0» n’est ni un succès ni un échec.',
    forecast: {
        size: (bytes) => report_size(Math.round(bytes)),
        leftOnly: (left) => `${left}\u00a0; pas atteint à cette croissance.`,
        unknown: (why) => `Prévision pour /\u00a0: inconnue (${why}).`,
        growth: (estimate, low, high, values, days) => `Croissance de /\u00a0: ${estimate} par jour (95\u00a0%\u00a0: de ${low} à ${high}), d’après ${values} jours avec des valeurs sur ${days} jours.`,
        markUnknown: (title, why) => `${title}\u00a0: inconnu (${why}).`,
        already: (title, by) => `${title}\u00a0: déjà dépassé, de ${by}.`,
        left: (title, left) => `${title}\u00a0: il reste ${left}`,
        notReached: 'pas atteint à cette croissance',
        never: 'jamais',
        reached: (left, at, earliest, latest) => `${left}\u00a0; ${at} (au plus tôt ${earliest}, au plus tard ${latest}).`,
        about: (date) => `vers le ${date}`,
    },
    check: 'Contrôle',
    measured: 'Mesuré',
    target: 'Objectif',
    after: 'après',
    now: 'maintenant',
    why: 'Motif',
    whatToDo: 'Que faire',
    costLabel: 'Coût',
    planHash: 'Hash du plan',
    theEvidence: 'le compte rendu',
    wholeIn: (link) => `le texte entier est dans ${link}`,
    jobSummary: 'le résumé du job',
    evidence: 'compte rendu',
    workflowRun: 'exécution du workflow',
    run: 'exécution',
    on: (mode, host) => `${mode} sur ${host}`,
    planOf: (changes) => `Le plan\u00a0: ${changes} ${fr_report_plural(changes, 'modification', 'modifications')}`,
    runs: 'commande',
    whyChange: 'pourquoi',
    checked: 'vérification',
    undo: 'annulation',
    environment: 'Environnement',
    environmentNames: { host: 'serveur', name: 'nom', system: 'système', kernel: 'noyau' },
    howMeasured: 'Comment cela a été mesuré',
    hostDid: 'Ce que le serveur a fait',
    checksPass: (passed, all, unknown) => `${passed} ${fr_report_plural(passed, 'contrôle atteint', 'contrôles atteints')} sur ${all}${unknown > 0 ? `, ${unknown} ${fr_report_plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
    terminal: {
        took: (cost, time) => `Coût\u00a0: ${cost}. Durée\u00a0: ${time}.`,
        next: 'Rien n’a été modifié. Pour l’effectuer\u00a0:',
        note: 'Remarque',
        checks: 'Contrôles',
        target: (target) => `(objectif\u00a0: ${target})`,
        signs: { pass: 'OUI ', fail: 'NON ', unknown: '????', 'not-applicable': 's.o.' },
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/run.js
const run_run = {
    looking: 'Examen du serveur',
    following: (run) => `L’exécution ${run} n’est pas encore terminée\u00a0: elle est d’abord suivie.`,
    connectionLost: 'Connexion perdue. Le serveur continue de lui-même\u00a0; nouvelle tentative pour le suivre.',
    notes: {
        restarted: (run) => `L’exécution ${run} a été interrompue par un redémarrage du serveur\u00a0; celle-ci repart de ce qui est en place.`,
        endedWell: (run) => `L’exécution ${run} était encore en cours et s’est bien terminée.`,
        cutShort: (run) => `L’exécution ${run} a été interrompue\u00a0; celle-ci repart de ce qui est en place.`,
        notLookedAgain: 'Le serveur n’a pas pu être examiné à nouveau ensuite.',
    },
    refusals: {
        notApproved: {
            message: 'Le plan n’a pas été approuvé\u00a0; rien n’a été modifié.',
            wayOut: 'Relancez et répondez oui (yes), ou passez --yes, ou le hash du plan (--plan-hash).',
        },
        cancelled: {
            message: 'L’exécution a été annulée avant toute modification.',
            wayOut: 'Relancez quand vous le voudrez.',
        },
        connection: (why) => ({
            message: `La connexion a été perdue avant toute modification (${why}).`,
            wayOut: 'Relancez.',
        }),
        drift: (approved, now) => ({
            message: `Le serveur n’est plus tel qu’il était quand le plan ${approved} a été approuvé\u00a0; le plan est maintenant ${now}. Rien n’a été modifié.`,
            wayOut: 'Relancez plan, examinez le nouveau plan, et approuvez celui-là.',
        }),
        notStarted: (why) => ({
            message: `Le serveur n’a pas exécuté le script (${why})\u00a0; rien n’a été modifié.`,
            wayOut: '`edge-phase1 doctor` montre ce qui manque, et `edge-phase1 sudoers` affiche le droit nécessaire.',
        }),
        scriptMissing: (script, isOther, why, name, install) => ({
            message: `${script} ${isOther ? 'est sur le serveur dans une autre version' : 'n’est pas sur le serveur'}, et cet utilisateur n’a pas le droit de l’y mettre (${why}).`,
            wayOut: `En tant qu’administrateur, une fois\u00a0: copiez scripts/${name} sur le serveur, lancez \`${install}\`, et installez le fichier sudoers qu’affiche \`edge-phase1 sudoers\`.`,
        }),
        unknown: (run) => ({
            message: `On ne sait pas comment l’exécution ${run} s’est terminée\u00a0: la connexion a été perdue. Le serveur finit ce qu’il a commencé.`,
            wayOut: 'Relancez la même commande\u00a0: elle retrouve l’exécution ou sa fin, et repart de là.',
        }),
    },
    exitCode: (code) => `code de sortie ${code}`,
    endedWith: (code) => `Le script s’est terminé avec le code de sortie ${code}.`,
    runAgain: 'Relancez la même commande\u00a0: elle repart de ce qui est en place. `edge-phase1 doctor` montre ce qui manque.',
};

;// CONCATENATED MODULE: ./build/texts/fr/steps-build-test.js

const { number: steps_build_test_number, size: steps_build_test_size, duration: steps_build_test_duration, list: steps_build_test_list } = formatOf('fr');
const steps_build_test_plural = pluralOf('fr');
const PAGE_CACHE = { dropped: 'vidé', kept: 'gardé' };
const steps_build_test_buildTest = {
    summary: (file, runs, scenarios, estimate) => `${file}\u00a0: ${runs} ${steps_build_test_plural(runs, 'mesure', 'mesures')} (${scenarios.join(', ')}), ${estimate}.`,
    estimate: {
        none: 'jamais mesuré ici\u00a0: la durée n’est pas connue',
        about: (seconds, unknown) => `environ ${steps_build_test_duration(seconds)} d’après les dernières durées${unknown.length === 0 ? '' : `, plus celle de ${steps_build_test_list(unknown)}, qui n’est pas connue`}`,
    },
    nothingToUndo: 'Une mesure de build ne laisse que son résultat\u00a0: il n’y a rien à annuler.',
    changes: {
        builder: (own) => ({
            title: own ? 'Copier le contexte' : 'Démarrer un démon Docker jetable, et copier le contexte',
            why: own
                ? 'Rien n’est jamais écrit dans la copie de travail.'
                : 'Seul un constructeur vide et à part est à froid sans vider celui du serveur, et rien n’est jamais écrit dans la copie de travail.',
            check: own ? 'La copie est complète.' : 'Il répond, et a les images de base.',
            undo: 'Il est retiré à la fin, même après un échec ou un arrêt.',
        }),
        measure: (scenario, often, cache) => ({
            title: `Mesurer\u00a0: ${scenario}, ${often === 1 ? 'une fois' : `${often} fois`}${cache === undefined ? '' : '\u00a0; écrire d’abord ce cache'}`,
            check: 'Son code de sortie\u00a0; un build qui échoue est un résultat.',
            undo: `Inutile\u00a0: l’image a un nom à elle, et est retirée.${cache === undefined ? '' : ` Seul le cache reste, à l’adresse ${cache}.`}`,
        }),
        why: {
            base: 'Ce qu’un serveur neuf, ou nettoyé, attend avant tout build.',
            cold: 'Le coût entier du Dockerfile\u00a0: rien n’en est dans le cache.',
            warm: 'Ce que coûte un build qui ne fait rien\u00a0: lire le contexte, tout vérifier, exporter.',
            changed: 'Ce qu’un développeur attend après avoir modifié le code source.',
            registry: 'Ce qu’attend une machine qui n’a jamais fait ce build, ou qui a dû jeter son cache.',
        },
        result: (file) => ({
            title: 'Garder le résultat, et retirer tout ce qui a été créé pour cela',
            command: `écrire ${file}`,
            why: 'Les rapports et les comparaisons suivantes en sont tirés, même après une connexion perdue.',
            check: 'Le fichier est complet.',
            undo: 'Supprimez le fichier.',
        }),
    },
    notes: {
        dropsCaches: 'Le cache de pages de tout le serveur est vidé avant chaque build à froid.',
        ownBuilder: 'Dans le constructeur du serveur, «\u00a0à froid\u00a0» veut dire --no-cache, et son cache grandit de ces builds\u00a0; les caches montés reçoivent des noms propres à cette exécution, et sont retirés.',
        cacheUnmeasured: 'Le cache du registre n’est pas mesuré\u00a0: seul un constructeur jetable est vide, celui du serveur n’est jamais vidé.',
        cacheOneSide: 'Le cache du registre n’est mesuré que pour ce côté.',
        cacheStays: (ref) => `Le cache est écrit à l’adresse ${ref} et y reste, avec les couches de toutes les étapes du Dockerfile. Si Docker n’a pas le magasin d’images de containerd, cela demande un build à froid de plus.`,
        unseen: 'Cet utilisateur ne voit pas le contexte ou le Dockerfile\u00a0; le script sur le serveur regarde en tant que root.',
    },
    refusals: {
        notConfigured: {
            message: 'Le dossier à construire n’est pas configuré.',
            wayOut: 'Mettez dans build_test.context la copie de travail sur le serveur, comme /srv/app, et dans build_test.dockerfile son Dockerfile.',
        },
        noDocker: {
            message: 'Docker n’est pas installé.',
            wayOut: 'Installez-le\u00a0: apt-get install docker.io docker-cli docker-buildx',
        },
        noContext: (folder) => ({
            message: `Il n’y a pas de dossier '${folder}'.`,
            wayOut: 'Mettez dans build_test.context la copie de travail sur le serveur.',
        }),
        noDockerfile: (file) => ({
            message: `Il n’y a pas de Dockerfile '${file}'.`,
            wayOut: 'Mettez dans build_test.dockerfile son chemin dans le contexte, ou un chemin absolu.',
        }),
        nothingToMeasure: {
            message: 'Aucun scénario n’est à mesurer.',
            wayOut: 'Donnez à l’un au moins des build_test.runs une valeur au-dessus de 0.',
        },
    },
    facts: {
        wayOut: 'Mesurez\u00a0: edge-phase1 apply build-test',
        nothing: 'rien n’a encore été mesuré',
        otherForm: 'le résultat est d’une autre version, ou incomplet',
    },
    sides: {
        this: 'ce côté',
        other: 'l’autre côté',
        asItIs: 'tel quel',
        patched: 'avec le correctif',
        now: 'maintenant',
        declared: 'déclaré',
        declaredMinutes: (minutes) => `${steps_build_test_number(minutes)} min déclarées`,
    },
    differences: {
        host: 'serveur',
        kernel: 'noyau',
        docker: 'Docker',
        buildx: 'buildx',
        builder: 'constructeur',
        pageCache: 'cache de pages',
        network: 'réseau de RUN',
        storage: 'pilote de stockage',
        device: 'périphérique des images',
        bases: 'images de base',
        dockerfile: 'Dockerfile',
        context: 'contexte',
        commit: 'commit',
        between: (what, before, now) => `${what}\u00a0: ${before} avant, ${now} maintenant`,
        notSame: (difference) => `Différent\u00a0: ${difference}.`,
    },
    notKnown: 'inconnu',
    duration: steps_build_test_duration,
    size: steps_build_test_size,
    ratio: (ratio) => steps_build_test_number(ratio, 2),
    to: (low, high) => `de ${low} à ${high}`,
    check: {
        measured: {
            title: 'Mesure de build',
            target: 'chaque build réussit',
            how: 'mesuré\u00a0: durée réelle de docker build sur le serveur',
        },
        failed: (what, at) => `échec\u00a0: ${what}${at === undefined ? '' : `, à ${at}`}`,
        none: 'aucun build n’a été mesuré',
        tried: { title: 'Le correctif essayé', target: 'se construit, et est plus rapide' },
        triedFailedHow: 'mesuré\u00a0: docker build avec le correctif s’est terminé par une erreur',
        triedFailed: (what) => `le build échoue avec lui\u00a0: ${what}`,
        triedMeasured: (verdict, after, before, ratio, range) => `${verdict}\u00a0: ${steps_build_test_duration(after)} avec, ${steps_build_test_duration(before)} sans, rapport ${ratio}${range}`,
        range: (low, high) => ` (95\u00a0%\u00a0: de ${low} à ${high})`,
        compared: (name, scenario) => `Durée du build par rapport à ${name}\u00a0: ${scenario}`,
        comparedTarget: (fail, warn) => `pas plus lent de ${fail}\u00a0% (avertit à partir de ${warn}\u00a0%)`,
        comparedMeasured: (warns, verdict, after, before, reason) => `${warns ? 'ATTENTION\u00a0: ' : ''}${verdict}\u00a0: ${steps_build_test_duration(after)} contre ${steps_build_test_duration(before)}\u00a0; ${reason}`,
        declared: 'la référence est déclarée, non mesurée',
        runs: (a, b, paired) => `${a} et ${b} builds${paired ? ', à tour de rôle' : ''}`,
        test: { 'signed-rank': 'des rangs signés', 'rank-sum': 'de la somme des rangs' },
        tested: (runs, test) => `${runs}\u00a0; test exact ${test}, bootstrap du rapport des médianes`,
    },
    failure: {
        at: (instruction) => `Le build a échoué à ${instruction}`,
        title: 'Le build a échoué',
        columns: ['ses dernières lignes'],
        after: (seconds) => `Il a échoué après ${steps_build_test_duration(seconds)} dans cette instruction.`,
    },
    times: {
        title: 'Durées des builds',
        columns: ['scénario', 'builds', 'médiane', 'étendue', 'attente du disque', ''],
        failed: (builds) => `${builds} ${steps_build_test_plural(builds, 'échec', 'échecs')}`,
        share: (percent) => `${percent}\u00a0%`,
        note: (builder, uncounted) => `Durée réelle de docker build, ${builder}. Les builds qui ne font que remplir le cache et les tours d’échauffement ne comptent pas\u00a0: ${uncounted}.`,
        own: 'dans le constructeur du serveur\u00a0; «\u00a0à froid\u00a0» veut dire --no-cache, avec des caches montés vides',
        throwaway: (pageCache) => `dans un constructeur jetable sur le même disque, cache de pages\u00a0: ${PAGE_CACHE[pageCache] ?? pageCache}`,
    },
    breakdown: {
        title: (scenario) => `Où passe le temps\u00a0: ${scenario}`,
        columns: ['instruction', 'durée', 'transféré'],
        cached: 'en cache',
        told: {
            rawjson: 'd’après la progression de BuildKit',
            plain: 'd’après la progression en texte, au dixième de seconde',
            legacy: '',
        },
        note: (builds, told, isCut) => `Médianes de ${builds} ${steps_build_test_plural(builds, 'build', 'builds')}, ${told}. Des instructions peuvent s’exécuter en même temps, et leur somme dépasser le tout.${isCut ? ' La progression était trop longue pour être gardée en entier\u00a0: il en manque.' : ''}`,
    },
    compared: {
        against: (name) => `Par rapport à ${name}`,
        image: (after, before) => `L’image fait ${steps_build_test_size(after)} avec le correctif, ${steps_build_test_size(before)} sans.`,
        columns: ['scénario', 'avant', 'maintenant', 'rapport (95\u00a0%)', 'verdict', ''],
        changed: (scenario) => `Ce qui a changé\u00a0: ${scenario}`,
        changedColumns: ['instruction', 'avant', 'maintenant', ''],
        changes: {
            slower: 'plus lente',
            faster: 'plus rapide',
            'lost its cache': 'a perdu son cache',
            'now cached': 'maintenant en cache',
            new: 'nouvelle',
            gone: 'disparue',
            same: 'identique',
            unknown: 'inconnu',
        },
        note: 'La plus grande perte d’abord. Une instruction seule est observée\u00a0: avec peu de builds, une petite différence n’est que du bruit.',
    },
    where: {
        title: 'Ce qui a été construit, et où',
        image: 'image',
        noImage: 'aucune',
        layers: (bytes, layers) => `${bytes} en ${layers ?? '?'} couches`,
        base: 'base',
        cache: 'cache de build',
        disk: 'disque',
        free: (before, after) => `${before} libres avant, ${after} avec les builds`,
        imagesOn: 'images sur',
        spinning: ', rotatif',
        notSpinning: ', non rotatif',
        noBuildx: 'sans buildx',
        noBuildkit: ', sans BuildKit',
        machine: (host, kernel, cpus, bytes) => `${host}, ${kernel}, ${cpus} processeurs, ${steps_build_test_size(bytes)}`,
        registryCache: 'cache dans le registre',
        written: (seconds) => seconds === undefined
            ? 'non écrit par cette exécution'
            : `écrit par cette exécution, par un build de ${steps_build_test_duration(seconds)}`,
        changedFile: 'fichier modifié',
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/steps-disk-test.js


const { number: steps_disk_test_number, size: steps_disk_test_size, duration: steps_disk_test_duration, moment: steps_disk_test_moment, list: steps_disk_test_list } = formatOf('fr');
const steps_disk_test_plural = pluralOf('fr');
const times = (runs) => `${runs} fois chacun`;
const rounds = (count) => `${count} ${steps_disk_test_plural(count, 'passe', 'passes')}`;
const shown = (figure) => (0,figures/* digits */.vm)(figure).replace('.', ',');
const steps_disk_test_diskTest = {
    changes: {
        hdparm: (disks, runs) => ({
            title: `Lire ${disks.map(({ key, path }) => `${key} (actuellement ${path})`).join(', ')}, ${times(runs)}, à tour de rôle`,
            command: `hdparm -Tt ${disks.map(({ path }) => path).join(', puis ')}`,
            why: 'C’est ce que demande le plan de la phase 1\u00a0: à quelle vitesse un disque lit d’un seul tenant. Cela dit peu des builds.',
            check: 'Chaque passe donne une valeur\u00a0; ce que d’autres ont fait sur le disque entre-temps est compté (/sys/block/…/stat).',
            undo: 'Inutile\u00a0: les disques ne sont ouverts qu’en lecture.',
        }),
        fio: (mounts, runs, seconds, bytes) => ({
            title: `Écrire et lire un fichier de ${steps_disk_test_size(bytes)} sur ${mounts.join(', ')}, ${times(runs)}, à tour de rôle`,
            command: `fio\u00a0: écritures et lectures de 1 Mio d’un seul tenant, lectures de 4 Kio, écritures de 4 Kio avec fsync\u00a0; ${seconds} s chacune`,
            why: 'Les builds écrivent beaucoup de petits fichiers et attendent qu’ils soient sur le disque\u00a0: les petites écritures synchrones sont le point faible d’un disque.',
            check: 'Chaque passe donne des valeurs\u00a0; ce que d’autres ont fait sur le disque entre-temps est compté (/sys/block/…/stat).',
            undo: 'Inutile\u00a0: le fichier n’a plus de nom avant même que sa place soit prise\u00a0; il disparaît avec son dernier lecteur, même après kill -9.',
        }),
        save: (file) => ({
            title: 'Garder le résultat sur le serveur',
            command: `écrire ${file}`,
            why: 'Les contrôles, les rapports et la comparaison suivante en sont tirés.',
            check: 'Le prochain examen le lit.',
            undo: 'Inutile\u00a0: il dit seulement ce qui a été mesuré. Les six derniers résultats sont gardés.',
        }),
    },
    summary: (disks, runs, seconds, bytes) => `Mesurer ${disks} ${steps_disk_test_plural(disks, 'disque', 'disques')}, ${times(runs)}\u00a0: environ ${steps_disk_test_duration(seconds)}\u00a0; ${bytes === undefined
        ? 'rien n’y est écrit'
        : `le fichier prend ${steps_disk_test_size(bytes)}, sur un disque à la fois, et sa place est libre à nouveau ensuite`}.`,
    nothingToUndo: 'Une mesure ne modifie rien\u00a0: il n’y a rien à annuler.',
    notes: {
        holds: (key, path, holds) => `${key} est ${path} depuis ce démarrage\u00a0; il porte\u00a0: ${holds.join(', ') || 'rien de monté'}.`,
        noSerial: (key) => `${key} n’a pas de numéro de série propre\u00a0: ses résultats ne valent que pour ce démarrage, car son nom peut désigner un autre disque au suivant.`,
        noHdparm: 'hdparm n’est pas installé\u00a0: la vitesse de lecture d’un seul tenant reste inconnue (apt-get install hdparm).',
        noFile: (key, why) => `${key}\u00a0: aucun fichier n’est écrit, car ${why}.`,
        layer: (key, layer) => `${key}\u00a0: le fichier se trouve sur un périphérique de type ${layer}\u00a0; ses valeurs en comprennent le coût.`,
        fewRuns: (runs) => `Avec ${runs} ${steps_disk_test_plural(runs, 'passe', 'passes')}, une différence entre disques est observée, non établie\u00a0; 4 permettent de conclure.`,
        control: 'Étendre un volume logique ne peut pas changer ces valeurs. Mesurées avant et après, elles servent de contrôle\u00a0: là où elles diffèrent, autre chose a changé.',
    },
    refusals: {
        noDisk: {
            message: 'Aucun disque physique n’est visible.',
            wayOut: 'Voir\u00a0: lsblk -d -o PATH,TYPE,SIZE,SERIAL',
        },
        notFound: (name) => ({
            message: `Il n’y a pas de disque '${name}'\u00a0: ni numéro de série, ni groupe de volumes avec un volume actif, ni point de montage sur un disque.`,
            wayOut: 'Voir\u00a0: lsblk -o NAME,SIZE,SERIAL,MOUNTPOINTS et ls -l /dev/disk/by-id',
        }),
        nothingToMeasure: (noFile) => ({
            message: `Rien ne peut être mesuré\u00a0: hdparm n’est pas installé, et ${noFile}.`,
            wayOut: 'Installez les deux\u00a0: apt-get install hdparm fio',
        }),
    },
    noFile: {
        noFio: 'fio n’est pas installé (apt-get install fio)',
        notAllowed: 'l’écriture d’un fichier n’est pas autorisée (disk_test.fio)',
        notMounted: 'aucun de ses systèmes de fichiers n’est monté',
        type: (mount, type) => `${mount} est de type ${type}\u00a0; seuls ext4 et xfs sont mesurés`,
        readOnly: (mount) => `${mount} est monté en lecture seule`,
        otherDisks: (mount) => `${mount} se trouve aussi sur d’autres disques`,
        tooLittle: (mount, free, takes, stays) => `${mount} a trop peu d’espace\u00a0: ${steps_disk_test_size(free)} sont libres, le fichier prend ${steps_disk_test_size(takes)}, et ${steps_disk_test_size(stays)} doivent rester libres`,
    },
    facts: {
        unreadable: (file, why) => ({
            unreadable: `${file} ne peut pas être lu (${why})`,
            wayOut: `Voir\u00a0: ls -l ${file}`,
        }),
        otherForm: (file, why) => ({
            unreadable: `${file} n’est pas ce que cette version enregistre (${why})`,
            wayOut: 'Mesurez à nouveau\u00a0; le prochain résultat le remplace.',
        }),
    },
    check: {
        title: 'Vitesse des disques',
        titleOf: (key) => `Vitesse du disque ${key}`,
        target: 'mesurée pendant qu’il ne faisait rien d’autre',
        nothing: 'rien n’a été mesuré',
        notYet: 'pas encore mesurée\u00a0: lancez apply disk-test',
        how: (time, mount) => `mesuré le ${steps_disk_test_moment(time)}\u00a0: hdparm -t, et fio avec un fichier${mount && ` sur ${mount}`}`,
        writes: (figures) => `${figures} petites écritures synchrones/s`,
        noWrites: (why) => `petites écritures inconnues\u00a0: ${why}`,
        reading: (figures) => `${figures} Mio/s en lecture`,
        noReading: (why) => `lecture inconnue\u00a0: ${why}`,
        busy: 'occupé par d’autres travaux\u00a0: valeurs trop basses',
        health: (key) => `Santé du disque ${key}`,
        healthHow: 'SMART, selon le jugement du disque lui-même (smartctl -H)',
        smart: { passed: 'bon', failed: 'défaillant' },
    },
    digits: shown,
    disks: {
        title: 'Les disques',
        columns: ['Disque', 'Actuellement', 'Modèle', 'Taille', 'Genre', 'Ordonnanceur', 'SMART', 'Contenu'],
        note: 'Les noms comme sda ne valent que pour un démarrage. Qu’un disque virtuel soit rotatif n’est que l’affirmation de la machine sous-jacente.',
        notKnown: 'inconnu',
        size: steps_disk_test_size,
        rotates: 'rotatif, selon le noyau',
        doesNot: 'non rotatif',
        notAsked: 'pas encore demandé',
        nothing: 'rien de monté',
    },
    speeds: {
        title: (time) => `Leur vitesse (${steps_disk_test_moment(time)})`,
        columns: [
            'Disque',
            'écritures synchrones de 4 Kio/s',
            'fsync p50 (ms)',
            'fsync p99 (ms)',
            'lectures de 4 Kio/s',
            'écriture (Mio/s)',
            'lecture (Mio/s)',
            'hdparm -t (Mio/s)',
            'Travail d’autrui',
        ],
        noFile: (key, why) => `${key}\u00a0: rien n’a été mesuré avec un fichier, car ${why}.`,
        noHdparm: (key, why) => `${key}\u00a0: aucune valeur de hdparm, car ${why}.`,
        note: (runs, bytes, seconds) => `Médiane de ${rounds(runs)} et leur étendue\u00a0; un fichier de ${steps_disk_test_size(bytes)}, ${seconds} s par mesure.`,
        busyBefore: (percent) => `occupé avant (${steps_disk_test_number(percent)}\u00a0% du temps)`,
        quiet: 'rien de notable',
        busy: (busy, all, operations) => `OCCUPÉ dans ${busy} sur ${all} (jusqu’à ${operations} opérations/s)`,
    },
    control: {
        title: 'Contrôle négatif\u00a0: étendre un volume ne peut pas changer un disque',
        columns: (before, after) => ['Disque', 'Valeur', steps_disk_test_moment(before), steps_disk_test_moment(after), 'Identique'],
        same: 'oui',
        notSame: 'NON',
        figures: { rand_write_iops: 'écritures synchrones de 4 Kio/s', buffered_mib_s: 'hdparm -t (Mio/s)' },
        grown: (mount, key, from, to) => `le volume de ${mount} sur ${key} est passé de ${steps_disk_test_size(from)} à ${steps_disk_test_size(to)}`,
        between: (grown) => `Entre les deux mesures, ${grown}, ce qui ne peut pas changer ces valeurs.`,
        nothing: 'Rien n’a été mesuré les deux fois\u00a0: le contrôle ne dit rien.',
        held: 'Elles n’ont pas changé\u00a0: le contrôle est tenu.',
        broken: (figures) => `Elles ont changé (${figures.join('\u00a0; ')})\u00a0: le contrôle n’est pas tenu. Autre chose a changé, comme la charge ou l’emplacement du fichier\u00a0; n’attribuez pas à l’extension une différence entre les builds d’avant et d’après.`,
    },
    ranking: {
        unknown: 'On ne sait pas quel disque convient le mieux aux builds\u00a0: aucun n’a été mesuré avec un fichier.',
        onlyOne: (key) => `Seul ${key} a été mesuré avec un fichier\u00a0: il n’y en a pas d’autre à comparer.`,
        homeUnknown: (folder) => `On ne sait pas sur quel disque se trouvent les données de Docker (${folder}).`,
        home: (folder, disks) => `Les données de Docker (${folder}) se trouvent actuellement sur ${steps_disk_test_list(disks)}.`,
        noReason: 'La vitesse n’est pas une raison de les déplacer.',
        moving: 'Les déplacer est une modification à part (data-root dans daemon.json), que cette étape ne fait pas.',
        overlap: (one, other) => `Pour les petites écritures synchrones, ${one} et ${other} ne se distinguent pas\u00a0: leurs passes se recouvrent.`,
        equal: (one, other) => `Pour les petites écritures synchrones, ${one} et ${other} se valent.`,
        best: (one, other, ratio, sure) => `${one} convient le mieux aux données de Docker et au cache de build\u00a0: ${ratio === undefined ? 'plus de petites écritures synchrones par seconde que' : `${shown(ratio)} fois les petites écritures synchrones par seconde de`} ${other} (${sure}).`,
        busy: (disks) => `observé, non établi\u00a0: ${steps_disk_test_list(disks)} travaillait pour d’autres à ce moment`,
        chance: (n, m, p) => `observé, non établi\u00a0: avec ${rounds(n)} contre ${m}, le hasard seul y suffit avec p = ${steps_disk_test_number(p, 2)}\u00a0; 4 contre 4 permettent de conclure`,
        sure: (n, m, p) => `dans chacune de ${rounds(n)} contre ${m}, test de rang exact p = ${steps_disk_test_number(p, 3)}`,
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/steps-docker-config.js


const { moment: steps_docker_config_moment } = formatOf('fr');
const steps_docker_config_plural = pluralOf('fr');
const steps_docker_config_NOTHING = 'Rien\u00a0: il ne touche pas aux builds.';
const steps_docker_config_CACHE = 'Beaucoup, si le cache est aujourd’hui jeté trop tôt\u00a0; rien sinon. Sur un disque plein à plus de 80\u00a0%, BuildKit jette sans cesse son cache.';
const steps_docker_config_SINCE_28 = 'Docker 28 et suivants.';
const steps_docker_config_LEAVE_LOGS = 'laissez les journaux tels quels (log-driver, log-opts.max-size et log-opts.max-file: null, sous docker_config.settings)';
const EFFECTS = { reload: 'recharger Docker', restart: 'redémarrer Docker' };
const steps_docker_config_dockerConfig = {
    changes: {
        backup: (isFile, folder) => ({
            title: isFile ? `Garder le fichier tel qu’il est dans ${folder}` : `Noter qu’il n’y a pas de ${places/* DAEMON_FILE */._}`,
            command: isFile ? `cp -p ${places/* DAEMON_FILE */._} ${folder}/…` : '(rien à copier)',
            why: 'C’est ce qui est remis en place si Docker ne revient pas, ou par rollback.',
            check: 'La copie a le même sha256.',
            undo: 'Inutile\u00a0: un fichier est seulement ajouté.',
        }),
        replace: (isFile) => ({
            title: isFile ? `Écrire ces valeurs dans ${places/* DAEMON_FILE */._}\u00a0; tout le reste demeure` : `Écrire ${places/* DAEMON_FILE */._}`,
            command: `dockerd --validate --config-file …, puis le renommer en ${places/* DAEMON_FILE */._}`,
            why: 'Le démon de Docker y lit ses réglages.',
            check: 'Docker accepte le nouveau fichier avant qu’il ne prenne la place de l’ancien, en entier ou pas du tout\u00a0; puis son sha256.',
            undo: 'L’ancien fichier est remis en place\u00a0; s’il n’y en avait pas, le fichier est supprimé.',
        }),
        restore: (wasFile, folder) => ({
            title: wasFile ? 'Remettre le fichier d’avant' : `Supprimer ${places/* DAEMON_FILE */._}\u00a0: il n’y en avait pas`,
            command: wasFile ? `renommer une copie de ${folder} en ${places/* DAEMON_FILE */._}` : `rm ${places/* DAEMON_FILE */._}`,
            why: 'Pour que Docker ait les réglages qu’il avait avant la dernière modification.',
            check: 'Le sha256 du fichier est celui qui avait été enregistré.',
            undo: 'Relancez apply.',
        }),
        liveRestore: {
            title: 'Activer live-restore, par un rechargement',
            why: 'Pour que le redémarrage qui suit n’arrête aucun conteneur.',
            check: '`docker info` dit qu’il est actif.',
            undo: 'L’ancien fichier est remis en place.',
        },
        reload: {
            title: 'Faire relire son fichier à Docker',
            why: 'Ces réglages ne demandent pas de redémarrage\u00a0; aucun conteneur n’est touché.',
            check: 'Docker annonce le rechargement, avec les valeurs désormais en vigueur.',
            undo: 'L’ancien fichier est remis en place, et Docker le relit.',
        },
        restart: (running, goOn) => {
            const containers = `${running} ${steps_docker_config_plural(running, 'conteneur en marche', 'conteneurs en marche')}`;
            return {
                title: goOn
                    ? `Redémarrer Docker\u00a0; ${containers}\u00a0: sans interruption (live-restore)`
                    : `Redémarrer Docker\u00a0; ${containers}\u00a0: arrêt, puis nouveau démarrage`,
                why: 'Certains de ces réglages ne sont lus qu’au démarrage du démon.',
                check: 'Docker répond, chaque conteneur qui tournait tourne à nouveau, et aucun ne redémarre une fois de plus.',
                undo: 'L’ancien fichier est remis en place et Docker redémarré avec lui, sans intervention.',
            };
        },
        containers: (count, pods) => ({
            title: `Après un redémarrage interrompu, ${count > 0 ? `démarrer à nouveau ${count} ${steps_docker_config_plural(count, 'conteneur qui tournait', 'conteneurs qui tournaient')} avant lui` : 'regarder comment Docker est revenu'}${pods > 0 ? `, et vérifier que ses ${pods} pods sont comme avant` : ''}`,
            why: 'Docker ne redémarre pas de lui-même ceux dont la règle de redémarrage ne le prévoit pas\u00a0; et l’exécution interrompue n’a plus pu regarder ses pods.',
            check: 'Ils tournent, et aucun ne redémarre une fois de plus\u00a0; les pods sont comparés à ce qu’ils étaient avant ce redémarrage.',
            undo: 'Si des pods ne reviennent pas, l’ancien fichier est remis en place et Docker redémarré avec lui, sans intervention.',
        }),
        staysBack: 'Non\u00a0: le fichier d’avant est déjà en place. Ce qui ne revient pas est signalé.',
    },
    summary: {
        writes: (settings, restarts) => `${places/* DAEMON_FILE */._}\u00a0: ${settings} ${steps_docker_config_plural(settings, 'réglage', 'réglages')} à écrire, puis Docker ${restarts ? 'est redémarré' : 'le relit'}.`,
        done: `Tous les réglages sont dans ${places/* DAEMON_FILE */._}, et Docker les a lus.`,
        cutShort: 'Une exécution antérieure a été interrompue\u00a0: il faut la terminer.',
        deletes: (effect) => `Il n’y avait pas de ${places/* DAEMON_FILE */._} avant la dernière modification\u00a0: le supprimer, et ${EFFECTS[effect]}.`,
        back: (effect) => `${places/* DAEMON_FILE */._}\u00a0: retour à ce qu’il était avant la dernière modification, et ${EFFECTS[effect]}.`,
        notOurs: `${places/* DAEMON_FILE */._} n’est pas tel que cette étape l’a laissé, ou elle ne l’a jamais modifié\u00a0: il n’y a rien à annuler.`,
        backUnread: `${places/* DAEMON_FILE */._} est rétabli, mais Docker ne l’a pas encore lu\u00a0: il faut terminer.`,
        backUnseen: `${places/* DAEMON_FILE */._} est rétabli et Docker redémarré avec lui, mais personne n’a regardé comment il est revenu\u00a0: il faut terminer.`,
    },
    notes: {
        otherDriver: (driver) => `storage-driver est laissé de côté\u00a0: Docker utilise ${driver}, et un autre pilote cacherait toutes les images et tous les conteneurs.`,
        wouldGoOn: 'Avec docker_config.settings.live-restore: true, les conteneurs continueraient pendant le redémarrage.',
        kubernetes: 'Kubernetes fait tourner ses pods dans ce Docker\u00a0: ils redémarrent aussi.',
        pods: (seconds) => `Si root voit le cluster, les pods de ce nœud doivent être comme avant dans les ${seconds} s qui suivent le redémarrage\u00a0; sinon l’ancien fichier est remis en place.`,
    },
    refusals: {
        snap: {
            message: 'Docker est installé sous forme de snap, qui a sa propre configuration.',
            wayOut: 'Modifiez /var/snap/docker/current/config/daemon.json à la main, puis\u00a0: snap restart docker',
        },
        rootless: {
            message: 'Ce Docker tourne sans root et a sa configuration dans le dossier personnel de son utilisateur.',
            wayOut: 'Modifiez ~/.config/docker/daemon.json à la main, puis\u00a0: systemctl --user restart docker',
        },
        insideContainer: {
            message: 'Ceci s’exécute dans un conteneur, et non sur le serveur.',
            wayOut: 'Exécutez-le sur le serveur même, ou joignez le serveur par SSH (host: ssh://user@name).',
        },
        noUnit: {
            message: 'systemd n’a pas de docker.service ici.',
            wayOut: 'Installez Docker à partir de ses paquets, ou faites cette modification à la main.',
        },
        link: {
            message: `${places/* DAEMON_FILE */._} est un lien.`,
            wayOut: `Mettez un fichier à sa place (cp --remove-destination "$(readlink -f ${places/* DAEMON_FILE */._})" ${places/* DAEMON_FILE */._}), puis relancez.`,
        },
        unreadable: (why) => ({
            message: `${places/* DAEMON_FILE */._} ne peut pas être lu (${why}).`,
            wayOut: `Les paquets de Docker le rendent lisible par tous\u00a0: chmod 0644 ${places/* DAEMON_FILE */._} et chmod 0755 /etc/docker, s’il ne contient aucun secret\u00a0; ou exécutez ceci en tant que root.`,
        }),
        broken: (line, problem, near) => ({
            message: `${places/* DAEMON_FILE */._} ne peut pas être lu\u00a0: ligne ${line}\u00a0: ${problem}${near ? ` (${near})` : ''}.`,
            wayOut: `Il est laissé tel quel. Corrigez-le à la main (sudo sed -n ${line}p ${places/* DAEMON_FILE */._} montre la ligne), puis relancez.`,
        }),
        down: (changedByUs) => ({
            message: 'Docker ne répond pas.',
            wayOut: changedByUs
                ? 'La dernière modification de cette étape en est peut-être la cause\u00a0; annulez-la\u00a0: rollback docker-config. Sinon, voir\u00a0: journalctl -u docker.service -n 30'
                : 'Voir\u00a0: systemctl status docker.service et journalctl -u docker.service -n 30. Démarrez-le, puis relancez.',
        }),
        otherFile: (path) => ({
            message: `Docker est démarré avec un autre fichier de configuration (${path}).`,
            wayOut: 'Démarrez-le sans cette option (systemctl edit docker.service), ou modifiez ce fichier à la main.',
        }),
        flag: (key, flag) => ({
            message: `${key} est déjà donné à Docker par l’option ${flag}, et Docker ne démarre pas si le fichier le donne aussi.`,
            wayOut: `Retirez l’option (systemctl cat docker.service montre d’où elle vient), ou laissez le réglage tel quel (docker_config.settings.${key}: null).`,
        }),
        swarm: (state) => ({
            message: `Docker est en mode swarm (${state}), et ne démarrerait pas avec live-restore\u00a0: il dit «\u00a0--live-restore daemon configuration is incompatible with swarm mode\u00a0».`,
            wayOut: 'Désactivez live-restore (docker_config.settings.live-restore: false), ou quittez le swarm (docker swarm leave).',
        }),
        renamedKey: (version, key) => ({
            message: `Docker ${version} a un autre nom pour ${key}.`,
            wayOut: 'Utilisez docker_config.settings.builder.gc.defaultReservedSpace.',
        }),
        unknownKey: (version, key) => ({
            message: `Docker ${version} ne connaît pas ${key}, et l’ignorerait sans rien dire.`,
            wayOut: 'Utilisez docker_config.settings.builder.gc.defaultKeepStorage, ou un Docker plus récent.',
        }),
        logOption: (option, driver) => ({
            message: `L’option de journal ${option} dans ${places/* DAEMON_FILE */._} est faite pour un autre pilote que ${driver}, et Docker ne démarrerait pas.`,
            wayOut: `Retirez-la à la main, ou ${steps_docker_config_LEAVE_LOGS}.`,
        }),
        logDriver: (driver) => ({
            message: `Docker envoie ses journaux à ${driver}, qui ne connaît ni max-size ni max-file, et Docker ne démarrerait pas.`,
            wayOut: `Ou bien ${steps_docker_config_LEAVE_LOGS}, ou bien réglez aussi log-driver.`,
        }),
        runner: {
            message: 'Un runner GitHub vit dans un conteneur de ce Docker, et s’arrêterait avec lui.',
            wayOut: 'Réglez docker_config.settings.live-restore sur true, pour que les conteneurs continuent, ou sortez le runner du conteneur.',
        },
    },
    settings: {
        'storage-driver': {
            why: 'Garde le pilote en usage, même après une mise à jour. Écrit seulement si c’est déjà overlay2\u00a0: un autre cacherait toutes les images et tous les conteneurs.',
            builds: 'Rien\u00a0: c’est le pilote en usage.',
        },
        'log-driver': { why: 'Les limites ci-dessous valent pour ce pilote.', builds: steps_docker_config_NOTHING },
        'log-opts.max-size': {
            why: 'Sans elle, un conteneur bavard remplit le disque. Vaut pour les conteneurs créés ensuite.',
            builds: 'Rien directement\u00a0: elle garde de l’espace libre sur le disque.',
        },
        'log-opts.max-file': {
            why: 'Combien de fichiers de cette taille sont gardés pour chaque conteneur.',
            builds: steps_docker_config_NOTHING,
        },
        'max-concurrent-downloads': {
            why: 'Couches récupérées en même temps.',
            builds: 'Rien à 3, qui est la valeur de Docker lui-même.',
        },
        'max-concurrent-uploads': {
            why: 'Couches envoyées en même temps\u00a0: moins de déplacements de tête sur un disque dur.',
            builds: 'Rien pour le build\u00a0; un envoi peut être plus rapide ou plus lent. Mesurez-le.',
        },
        'live-restore': {
            why: 'Les conteneurs continuent pendant que le démon redémarre. Pas en mode swarm.',
            builds: 'Rien\u00a0: un build en cours s’arrête tout de même avec le démon.',
        },
        'builder.gc.enabled': { why: 'Si BuildKit limite lui-même son cache.', builds: steps_docker_config_CACHE },
        'builder.gc.defaultKeepStorage': {
            why: 'Taille que le cache de build peut avoir. L’ancien nom, pour Docker avant 28.',
            builds: steps_docker_config_CACHE,
        },
        'builder.gc.defaultReservedSpace': {
            why: `Taille jusqu’à laquelle le cache de build est toujours gardé. ${steps_docker_config_SINCE_28}`,
            builds: steps_docker_config_CACHE,
        },
        'builder.gc.defaultMaxUsedSpace': {
            why: `Taille que le cache de build ne dépasse jamais. ${steps_docker_config_SINCE_28}`,
            builds: steps_docker_config_CACHE,
        },
        'builder.gc.defaultMinFreeSpace': {
            why: `Espace que le cache de build laisse libre sur le disque. ${steps_docker_config_SINCE_28}`,
            builds: steps_docker_config_CACHE,
        },
    },
    table: {
        title: 'Réglages du démon de Docker',
        columns: ['réglage', 'voulu', 'dans le fichier', 'pourquoi', 'pour les builds'],
        note: 'Ils empêchent les journaux de remplir le disque. Ils n’accélèrent pas les builds par eux-mêmes\u00a0: mesurez.',
    },
    check: {
        settings: {
            title: 'Réglages du démon de Docker',
            target: 'selon la configuration, et lus par Docker',
            how: 'observé\u00a0: daemon.json, docker info, et le journal de cette étape',
        },
        differ: (keys) => `${keys.length} ${steps_docker_config_plural(keys.length, 'diffère', 'diffèrent')}\u00a0: ${keys.join(', ')}`,
        unread: 'écrits, mais pas encore lus par Docker',
        asConfigured: 'selon la configuration',
        health: {
            title: 'Docker et ses conteneurs',
            target: 'Docker répond, aucun conteneur qui redémarre, mort ou en mauvais état',
            how: 'observé\u00a0: docker info, docker ps',
        },
        running: (version, containers) => `Docker ${version}, ${containers} en marche`,
        pods: {
            title: 'Pods après le redémarrage de Docker',
            target: 'tous les pods de ce nœud qui étaient prêts avant',
        },
        podsHow: (time) => `observé\u00a0: par le script du serveur, avant et après le redémarrage du ${steps_docker_config_moment(time)}`,
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/steps-extend-lvm.js

const { size: steps_extend_lvm_size, list: steps_extend_lvm_list } = formatOf('fr');
const steps_extend_lvm_BY_HAND = 'Agrandissez-le à la main, après une sauvegarde\u00a0: voir lvmthin(7), lvmcache(7) ou lvmraid(7).';
const steps_extend_lvm_extendLvm = {
    changes: {
        backup: (folders) => ({
            title: `Sauvegarder les métadonnées LVM dans ${steps_extend_lvm_list(folders)}`,
            why: 'Si les métadonnées sont un jour endommagées, c’est de là qu’elles sont reconstruites.',
            check: 'Le fichier et sa copie ont le même sha256.',
            undo: 'Inutile\u00a0: des fichiers sont seulement ajoutés.',
        }),
        growpart: (volumes) => ({
            title: 'Agrandir la dernière partition dans l’espace libre qui la suit',
            command: `growpart (la partition de) ${volumes}`,
            why: 'Le groupe de volumes n’a pas assez d’espace libre, mais le disque en a, derrière sa dernière partition.',
            check: 'Le noyau voit la partition agrandie.',
            undo: 'Non annulé\u00a0: une partition plus grande est sans danger. L’ancienne table est conservée avec la sauvegarde.',
        }),
        pvresize: {
            title: 'Intégrer le nouvel espace au volume physique',
            why: 'Le périphérique est plus grand que le volume physique qu’il porte.',
            check: 'Le groupe de volumes a les nouvelles étendues.',
            undo: 'Non annulé\u00a0: des étendues libres sont sans danger.',
        },
        vgextend: (disk, group) => ({
            title: `Ajouter le disque vierge ${disk.path} (${disk.model || 'modèle inconnu'}, numéro de série ${disk.serial}, ${steps_extend_lvm_size(disk.bytes)}) à ${group}`,
            why: 'Il est nommé dans la configuration, et l’espace disponible ailleurs ne suffit pas.',
            check: 'Le groupe de volumes a les nouvelles étendues.',
            undo: 'À la main, tant que rien ne s’y trouve\u00a0: vgreduce.',
        }),
        lvextend: (bytes) => ({
            title: `Étendre le volume logique à ${steps_extend_lvm_size(bytes)}`,
            why: 'Le système de fichiers ne peut grandir que dans un volume plus grand.',
            check: 'LVM et le noyau voient tous deux la nouvelle taille.',
            undo: 'Par rollback, tant que le système de fichiers n’a pas grandi.',
        }),
        refresh: {
            title: 'Faire voir au noyau la taille du volume',
            why: 'LVM a enregistré un volume plus grand, mais le noyau en marche a l’ancien\u00a0: une modification antérieure a été interrompue.',
            check: 'Le noyau voit la taille que LVM a enregistrée.',
            undo: 'Inutile.',
        },
        growfs: {
            title: 'Agrandir le système de fichiers jusqu’à remplir le volume, sans le démonter',
            why: 'C’est seulement alors que les programmes peuvent utiliser le nouvel espace.',
            check: 'L’en-tête du système de fichiers indique la nouvelle taille.',
            undo: 'Ne peut pas être annulé en service\u00a0: réduire se fait hors ligne, après une sauvegarde.',
        },
        lvreduce: (bytes) => ({
            title: `Ramener le volume logique à ${steps_extend_lvm_size(bytes)}`,
            why: 'Son système de fichiers n’a pas grandi\u00a0: rien ne se trouve dans la partie rendue.',
            check: 'LVM et le noyau voient tous deux l’ancienne taille.',
            undo: 'Relancez apply.',
        }),
    },
    summary: {
        filled: (name, bytes) => `${name} fait ${steps_extend_lvm_size(bytes)} et son système de fichiers le remplit.`,
        notFilled: (name, bytes) => `${name} fait ${steps_extend_lvm_size(bytes)}, mais son système de fichiers ne le remplit pas encore\u00a0: il faut terminer.`,
        grows: (name, from, to) => `${name}\u00a0: ${steps_extend_lvm_size(from)} → ${steps_extend_lvm_size(to)}, en service.`,
        noExtension: (name, bytes) => `${name} fait ${steps_extend_lvm_size(bytes)}\u00a0: il n’y a aucune extension à annuler.`,
        back: (name, from, to) => `${name}\u00a0: retour de ${steps_extend_lvm_size(from)} à ${steps_extend_lvm_size(to)}\u00a0; son système de fichiers n’a pas grandi.`,
    },
    notes: {
        lessThanWanted: (wanted, bytes) => `${steps_extend_lvm_size(wanted)} demandés\u00a0; ${steps_extend_lvm_size(bytes)} est le maximum disponible.`,
        neverSmaller: (wanted) => `L’objectif de ${steps_extend_lvm_size(wanted)} est plus petit que ce qui est en place\u00a0; rien n’est réduit.`,
    },
    refusals: {
        thin: (name) => ({ message: `${name} est un volume à allocation dynamique (thin).`, wayOut: steps_extend_lvm_BY_HAND }),
        thinPool: (name) => ({ message: `${name} est une réserve à allocation dynamique (thin pool).`, wayOut: steps_extend_lvm_BY_HAND }),
        snapshotOrigin: (name) => ({
            message: `${name} est l’origine d’un instantané.`,
            wayOut: 'Supprimez ou fusionnez d’abord l’instantané (lvs -a), puis relancez.',
        }),
        snapshot: (name) => ({ message: `${name} est un instantané.`, wayOut: 'Étendez plutôt son origine.' }),
        cache: (name) => ({
            message: `${name} a un cache.`,
            wayOut: `Retirez d’abord le cache (lvconvert --splitcache ${name}), puis relancez.`,
        }),
        raid: (name) => ({ message: `${name} est un volume RAID.`, wayOut: steps_extend_lvm_BY_HAND }),
        mirror: (name) => ({ message: `${name} est un miroir.`, wayOut: steps_extend_lvm_BY_HAND }),
        kind: (name, attributes) => ({
            message: `${name} est d’un genre (lv_attr ${attributes}) que cette étape ne connaît pas.`,
            wayOut: steps_extend_lvm_BY_HAND,
        }),
        segment: (name, type) => ({
            message: `${name} a un segment de type ${type}\u00a0; seuls les segments linéaires sont étendus.`,
            wayOut: steps_extend_lvm_BY_HAND,
        }),
        lvmUnreadable: (mount) => ({
            message: `LVM ne décrit pas '${mount}'.`,
            wayOut: 'Voyez ce que disent `lvs` et `findmnt`.',
        }),
        damaged: (mount, damage, source) => ({
            message: `Le système de fichiers de '${mount}' a enregistré des erreurs (${damage}).`,
            wayOut: `Sauvegardez ce qui compte, puis réparez-le hors ligne\u00a0: démarrez un système de secours et lancez e2fsck -f ${source}`,
        }),
        noMount: (mount) => ({
            message: `Rien n’est monté sur '${mount}'.`,
            wayOut: 'Nommez un point de montage\u00a0: findmnt les énumère.',
        }),
        luksAbove: (mount) => ({
            message: `'${mount}' se trouve sur un volume chiffré (LUKS) au-dessus de son volume logique.`,
            wayOut: 'Agrandissez-le à la main\u00a0: lvextend, puis cryptsetup resize, puis le système de fichiers\u00a0; faites d’abord une sauvegarde.',
        }),
        luksBelow: (device, group, name) => ({
            message: `Le volume physique ${device} de ${group} se trouve sur un périphérique chiffré (LUKS).`,
            wayOut: `Étendez à la main, après une sauvegarde\u00a0: lvextend -r -L TAILLE ${name} (et d’abord cryptsetup resize, si le périphérique lui-même doit grandir).`,
        }),
        notLvm: (mount, source, type) => ({
            message: `'${mount}' se trouve sur '${source}' (${type ?? 'pas un périphérique bloc'}), et non sur un volume logique.`,
            wayOut: 'Cette étape n’agrandit que des volumes LVM. Nommez le point de montage de l’un d’eux (extend_lvm.mount), ou agrandissez celui-ci avec les outils de votre hyperviseur ou de votre distribution.',
        }),
        missing: (group, volumes) => ({
            message: `Il manque ${volumes} volume(s) physique(s) au groupe de volumes ${group}.`,
            wayOut: 'Remettez le disque en place (pvs, dmesg), puis relancez.',
        }),
        exported: (group) => ({
            message: `Le groupe de volumes ${group} est exporté.`,
            wayOut: `Importez-le d’abord\u00a0: vgimport ${group}`,
        }),
        groupReadOnly: (group) => ({
            message: `Le groupe de volumes ${group} est en lecture seule.`,
            wayOut: `Autorisez d’abord l’écriture\u00a0: vgchange --permission rw ${group}`,
        }),
        fixed: (group) => ({
            message: `Le groupe de volumes ${group} n’autorise pas le redimensionnement.`,
            wayOut: `Autorisez-le d’abord\u00a0: vgchange --resizeable y ${group}`,
        }),
        shared: (group, lock) => ({
            message: `Le groupe de volumes ${group} est partagé entre plusieurs serveurs (${lock}).`,
            wayOut: 'Étendez-le avec les outils de votre grappe.',
        }),
        suspended: (name, source) => ({
            message: `${name} est suspendu.`,
            wayOut: `Réactivez-le\u00a0: dmsetup resume ${source}`,
        }),
        readOnly: (name, attributes) => ({
            message: `${name} est en lecture seule (lv_attr ${attributes}).`,
            wayOut: `Autorisez d’abord l’écriture\u00a0: lvchange --permission rw ${name}`,
        }),
        mountedReadOnly: (mount) => ({
            message: `'${mount}' est monté en lecture seule.`,
            wayOut: 'Cherchez pourquoi (dmesg\u00a0; une erreur fait passer ext4 en lecture seule), réparez-le hors ligne avec e2fsck -f ou xfs_repair, remontez-le en écriture, puis relancez.',
        }),
        fileSystem: (mount, type) => ({
            message: `'${mount}' est de type ${type}\u00a0; cette étape agrandit ext4 et xfs.`,
            wayOut: `Agrandissez-le à la main avec les outils de ${type}, après lvextend.`,
        }),
        noSpace: (name, target, short, ways) => ({
            message: `${name} ne peut pas atteindre ${steps_extend_lvm_size(target)}\u00a0: il manque ${steps_extend_lvm_size(short)}, tout l’espace libre accessible étant compté.`,
            wayOut: `${ways.join(', ou ')}.`,
        }),
        noDisk: (disk) => ({
            message: `Il n’y a pas de disque '${disk}'.`,
            wayOut: 'Voir\u00a0: lsblk -d -o PATH,SIZE,SERIAL et ls /dev/disk/by-id',
        }),
        diskInGroup: (path, wanted, group) => ({
            message: `${path} ('${wanted}') fait déjà partie du groupe de volumes ${group}.`,
            wayOut: 'Nommez un disque qui ne contient rien.',
        }),
        diskNotBlank: (path, wanted, found) => ({
            message: `${path} ('${wanted}') n’est pas vierge\u00a0: ${found || 'il est utilisé ou a des partitions'}.`,
            wayOut: 'Nommez un disque qui ne contient rien. Cette étape n’en efface jamais\u00a0; s’il est vraiment inutile, une personne peut le faire\u00a0: wipefs -a (cela détruit ce qui s’y trouve).',
        }),
        drift: (group, sequence, recorded) => ({
            message: `Le groupe de volumes ${group} a été modifié depuis l’extension (numéro de séquence ${sequence}, enregistré ${recorded}).`,
            wayOut: 'Terminez plutôt l’extension\u00a0: relancez apply.',
        }),
        grown: (name, bytes, recipe) => ({
            message: `Le système de fichiers a grandi jusqu’à ${steps_extend_lvm_size(bytes)}\u00a0; réduire ${name} maintenant détruirait des données, et vgcfgrestore aussi.`,
            wayOut: `Gardez-le tel quel (un volume plus grand ne gêne en rien). ${recipe}`,
        }),
    },
    waysToSpace: {
        askForLess: (mib) => `Demandez au plus ${mib}MiB (extend_lvm.size)`,
        takeAll: 'réglez extend_lvm.when_short sur max pour prendre ce qu’il y a',
        otherDisks: (bytes, group) => `activez extend_lvm.other_disks pour utiliser ${steps_extend_lvm_size(bytes)} libres sur d’autres disques de ${group} (le volume dépend alors aussi de ces disques)`,
        newDisk: 'nommez un disque vierge dans extend_lvm.new_disk',
    },
    shrinkXfs: 'Un système de fichiers xfs ne peut pas être réduit\u00a0: copiez les données ailleurs, créez un volume et un système de fichiers plus petits, recopiez-les.',
    shrink: 'S’il faut vraiment le réduire\u00a0: démarrez un système de secours, faites une sauvegarde, puis lancez',
    check: {
        title: (mount) => `Volume logique derrière ${mount}`,
        target: (bytes) => `≥ ${steps_extend_lvm_size(bytes)}, rempli par son système de fichiers`,
        how: 'lvm fullreport, et l’en-tête du système de fichiers',
        notLvm: 'pas sur LVM',
        measured: (bytes, fileSystem) => `${steps_extend_lvm_size(bytes)}, système de fichiers ${steps_extend_lvm_size(fileSystem)}`,
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/steps-harbor.js

const { number: steps_harbor_number, size: steps_harbor_size, moment: steps_harbor_moment, list: steps_harbor_list } = formatOf('fr');
const steps_harbor_plural = pluralOf('fr');
const steps_harbor_LIGHT = 'prenez le registre léger (harbor.registry: distribution)';
const steps_harbor_ANOTHER_PORT = 'Donnez une autre valeur à harbor.port, comme 8086.';
const took = (seconds) => seconds === undefined ? '' : ` en ${steps_harbor_number(seconds, Number.isInteger(seconds) ? 0 : 1)} s`;
const steps_harbor_harborStep = {
    light: 'le registre léger',
    lightFirst: 'Le registre léger',
    theRegistry: 'le registre',
    sources: { release: (version) => `la version ${version} publiée sur GitHub`, none: 'nulle part' },
    changes: {
        fetch: (name, source, isHarbor) => ({
            title: `Télécharger ${name} depuis ${source}`,
            command: isHarbor ? 'curl --continue-at -, sha256sum, tar' : 'docker pull, ou docker load',
            why: 'Ce n’est pas encore sur le serveur.',
            check: 'Le fichier a le SHA-256 donné, avant que quoi que ce soit y soit lu.',
            undo: 'Ce qui est déjà téléchargé reste, et sert la fois suivante.',
        }),
        configure: (url, data) => ({
            title: `Écrire la configuration pour ${url}, avec les données dans ${data}`,
            why: 'Le registre y lit ses réglages.',
            check: 'Le fichier est là en entier, et seul root peut le lire\u00a0: il contient des mots de passe.',
            undo: 'La configuration d’avant est remise en place.',
        }),
        install: (name, from) => ({
            title: from === '' ? `Installer ${name}` : `Passer à ${name} selon la configuration, à partir de\u00a0: ${from}`,
            why: from === ''
                ? 'Il n’est pas encore là.'
                : 'La version ou les réglages diffèrent. Il ne répond pas pendant quelques minutes.',
            check: 'Chaque service a été créé et démarré.',
            undo: from === ''
                ? 'Ce qui a été démarré est arrêté et retiré.'
                : 'Une copie de la base de données est faite d’abord\u00a0; ce qui tournait avant est redémarré.',
        }),
        start: (services) => ({
            title: services > 0 ? `Démarrer les ${services} services` : 'Démarrer tous les services',
            command: 'docker compose up -d, à nouveau pour ceux qui n’ont pas démarré',
            why: 'Après un redémarrage, Harbor reste souvent à moitié arrêté\u00a0: ses services ont besoin les uns des autres pour démarrer.',
            check: 'Chaque service tourne et chaque composant se dit sain.',
            undo: 'Inutile\u00a0: rien n’est retiré.',
        }),
        prove: (address) => ({
            title: `Envoyer une petite image à ${address}, la retirer, et la récupérer`,
            why: 'Des composants qui se disent sains ne prouvent pas que les images circulent.',
            check: 'Le digest récupéré est celui qui a été envoyé\u00a0; un envoi sans connexion est refusé.',
            undo: 'L’image est retirée ensuite.',
        }),
        use: (project, robot, keeps, secrets) => ({
            title: `Préparer le projet ${project} et le compte ${robot} pour la CI${keeps}`,
            why: 'La CI reçoit un compte qui peut y envoyer et récupérer des images, et rien d’autre.',
            check: 'Interrogé à nouveau, le registre indique chaque réglage tel qu’il a été fait.',
            undo: `Pas annulé de lui-même\u00a0; relancez. Le secret du compte est dans ${secrets}, pour root seul.`,
        }),
        api: 'l’API de Harbor, sur le serveur même',
        keep: (artifacts) => `\u00a0; garder les ${artifacts} artefacts les plus récents`,
        gc: (times) => `\u00a0; ramasse-miettes à "${times}"`,
        proxy: (project) => `\u00a0; récupérer à travers ${project}`,
        trust: (who, address, isHttp) => ({
            title: `Permettre à ${steps_harbor_list(who)} d’utiliser ${address} sur ce serveur`,
            command: isHttp
                ? 'insecure-registries dans daemon.json, un rechargement\u00a0; registries.yaml de K3s'
                : 'l’autorité de certification sous /etc/docker/certs.d\u00a0; registries.yaml de K3s',
            why: isHttp
                ? 'Tous deux refusent sinon un registre sans TLS.'
                : 'Tous deux refusent un certificat qu’ils ne connaissent pas.',
            check: 'Docker l’indique. K3s lit son fichier à son prochain démarrage.',
            undo: 'Par rollback.',
        }),
        stop: {
            title: 'Arrêter le registre',
            why: 'Pour que rien n’écrive plus dans ses données.',
            check: 'Aucun de ses conteneurs n’est plus là.',
            undo: 'Relancez apply.',
        },
        remove: (data, deletesData) => ({
            title: deletesData
                ? `Retirer ce qui a été installé, et supprimer toutes les images dans ${data}`
                : `Retirer ce qui a été installé\u00a0; ${data} reste`,
            why: deletesData
                ? 'La configuration nomme le dossier de données à supprimer (harbor.remove_data).'
                : 'L’installation est annulée.',
            check: 'Le dossier n’est plus là.',
            undo: deletesData
                ? 'Les images ne peuvent pas être rétablies.'
                : 'Relancez apply\u00a0: il reprend les données restées en place.',
        }),
        untrust: {
            title: 'Retirer le registre des réglages de Docker et de K3s',
            command: 'daemon.json, un rechargement\u00a0; registries.yaml de K3s',
            why: 'Plus rien ne répond à son adresse.',
            check: 'Il n’est plus dans les deux fichiers\u00a0; ce que d’autres y ont écrit reste.',
            undo: 'Relancez apply.',
        },
    },
    summary: {
        at: (name, address) => `${name} à l’adresse ${address}`,
        done: (at) => `${at}\u00a0: installé selon la configuration, sain et prouvé.`,
        notWhole: (at) => `${at} n’est pas complet\u00a0: il faut le démarrer.`,
        runs: (at, changes) => `${at} tourne\u00a0: ${changes.join(', ')}.`,
        install: (at, data) => `${at}\u00a0: l’installer, avec ses données dans ${data}.`,
        from: (at, from) => `${at}\u00a0: à partir de ${from}, avec ses données telles quelles\u00a0; il ne répond pas entre-temps.`,
        nothingThere: (folder) => `Rien de cette étape n’est installé dans ${folder}\u00a0: il n’y a rien à annuler.`,
        remains: 'Il n’y a que des restes de cette étape\u00a0: les retirer.',
        remove: (name, address, data, deletesData) => `Retirer ${name} à l’adresse ${address}\u00a0; ses données dans ${data} ${deletesData ? 'sont supprimées aussi' : 'restent'}.`,
    },
    notes: {
        unsupported: (minor, supported) => `Harbor ${minor} ne reçoit plus de correctifs de sécurité du projet Harbor\u00a0; ${steps_harbor_list(supported)} en reçoivent (harbor.version).`,
        http: 'Sans TLS, mots de passe et images circulent en clair sur le réseau.',
        othersInK3s: (address) => `K3s a un registries.yaml que cette étape n’a pas écrit, et qu’elle laisse tel quel. Si ${address} n’y figure pas, apply refuse avant toute modification et montre ce qu’il faut ajouter\u00a0; ou laissez K3s de côté (harbor.trust).`,
        servicesUnseen: (why) => `Les services du cluster ne sont pas visibles (${why})\u00a0: seule une connexion d’essai a montré si le port est pris.`,
        k3sUnasked: 'K3s est là, mais ses services ne peuvent pas être interrogés\u00a0: seule une connexion d’essai a montré si le port est pris.',
        imagesToo: (data) => `Pour supprimer aussi les images, nommez leur dossier\u00a0: harbor.remove_data: ${data}`,
    },
    refusals: {
        host: (host) => ({
            message: host === ''
                ? 'Le serveur n’indique aucune adresse à lui.'
                : `${host} n’est pas un nom sous lequel d’autres joignent le serveur.`,
            wayOut: 'Mettez dans harbor.hostname le nom ou l’adresse qui doit figurer dans les noms des images, comme registry.lan ou l’adresse du serveur.',
        }),
        oneOfTwo: (set, missing) => ({
            message: `${set} est réglé, et ${missing} ne l’est pas\u00a0: un certificat a besoin de sa clé privée.`,
            wayOut: 'Réglez les deux, ou aucun\u00a0: une autorité de certification et un certificat sont alors créés sur le serveur.',
        }),
        unusedCertificate: {
            message: 'harbor.cert et harbor.key sont réglés, mais harbor.scheme est http\u00a0: le certificat ne servirait pas.',
            wayOut: 'Réglez harbor.scheme sur https, ou retirez le certificat.',
        },
        folders: (data, install) => ({
            message: `Les données (${data}) et l’installation (${install}) se trouveraient l’une dans l’autre.`,
            wayOut: 'Nommez deux dossiers séparés (harbor.data, harbor.install).',
        }),
        insideContainer: {
            message: 'Ceci s’exécute dans un conteneur, et non sur le serveur.',
            wayOut: 'Exécutez-le sur le serveur même, ou joignez le serveur par SSH (host: ssh://user@name).',
        },
        noDocker: {
            message: 'Il n’y a pas de Docker sur le serveur.',
            wayOut: 'Installez-le\u00a0: apt-get install docker.io',
        },
        dockerDown: {
            message: 'Docker ne répond pas.',
            wayOut: 'Voir\u00a0: systemctl status docker.service et journalctl -u docker.service -n 30. Démarrez-le, puis relancez.',
        },
        dockerTooOld: (version, least) => ({
            message: `Docker ${version} est plus ancien que ${least}, que demande Harbor.`,
            wayOut: 'Mettez Docker à jour à partir des paquets de votre distribution ou de ceux de Docker.',
        }),
        foreign: (name, image) => ({
            message: `Il y a déjà un Harbor que ce projet n’a pas installé\u00a0: conteneur ${name} (${image}).`,
            wayOut: 'Pour le garder, mettez son adresse dans checks.harbor.url\u00a0; cette étape est alors inutile. Pour le remplacer, sauvegardez ses images, arrêtez-le (docker compose down dans son dossier), puis relancez.',
        }),
        otherKind: (there, wanted) => ({
            message: `${there} est installé, et ${wanted} est demandé\u00a0: l’un ne reprend pas les images de l’autre.`,
            wayOut: 'Annulez d’abord le premier (rollback harbor\u00a0; ses données restent), puis relancez.',
        }),
        downgrade: (there, wanted) => ({
            message: `Harbor ${there} est installé\u00a0; sa base de données ne peut pas revenir à ${wanted}.`,
            wayOut: `Réglez harbor.version sur ${there} ou plus récent.`,
        }),
        jump: (there, wanted, between) => ({
            message: `Harbor ${there} est installé\u00a0; ${wanted} ne prend la suite que des deux versions mineures précédentes.`,
            wayOut: `Passez d’abord à ${between} (harbor.version), puis à ${wanted}.`,
        }),
        sourceMissing: (source) => ({
            message: `${source} n’est pas sur le serveur (harbor.source).`,
            wayOut: 'Copiez-le sur le serveur, ou nommez le fichier qui s’y trouve.',
        }),
        unknownSum: (version) => ({
            message: `Le SHA-256 de l’installateur de Harbor ${version} n’est pas connu ici, et aucun n’est configuré.`,
            wayOut: 'Réglez harbor.sha256. Téléchargez l’installateur hors ligne de cette version sur une machine de confiance, vérifiez sa signature (à partir de 2.15 avec cosign, voir docs/harbor.md), et prenez le digest qu’affiche sha256sum.',
        }),
        noImage: {
            message: 'Aucune image n’est nommée pour le registre léger.',
            wayOut: 'Mettez dans harbor.source le nom d’une image du registre de la CNCF (distribution), de préférence avec son digest, ou un fichier écrit par docker save.',
        },
        noSum: (source) => ({
            message: `Le SHA-256 de ${source} n’est pas configuré.`,
            wayOut: 'Mettez dans harbor.sha256 ce qu’affiche sha256sum pour le fichier auquel vous faites confiance.',
        }),
        noCompose: {
            message: 'Docker n’a pas Compose (docker compose version).',
            wayOut: `Installez-le\u00a0: apt-get install docker-compose (Debian) ou docker-compose-plugin (paquets de Docker)\u00a0; ou ${steps_harbor_LIGHT}.`,
        },
        composeTooOld: (version, least) => ({
            message: `Docker Compose ${version} est plus ancien que ${least}, que demande Harbor.`,
            wayOut: `Mettez Docker à jour à partir des paquets de votre distribution ou de ceux de Docker\u00a0; ou ${steps_harbor_LIGHT}.`,
        }),
        architecture: (processor) => ({
            message: `Les images de Harbor n’existent que pour x86_64 (amd64)\u00a0; ce serveur est ${processor || 'd’un genre inconnu'}.`,
            wayOut: `Sur ce serveur, ${steps_harbor_LIGHT}.`,
        }),
        machineUnknown: {
            message: 'La mémoire ou les processeurs du serveur ne sont pas connus.',
            wayOut: 'Voir\u00a0: nproc et head -n 1 /proc/meminfo',
        },
        memory: (bytes) => ({
            message: `Harbor demande 4 Go de mémoire\u00a0; le serveur a ${steps_harbor_size(bytes)}.`,
            wayOut: `De préférence, ${steps_harbor_LIGHT}, un seul petit conteneur. Ou ajoutez de la mémoire.`,
        }),
        processors: (least, count) => ({
            message: `Harbor demande ${least} processeurs\u00a0; le serveur en a ${count}.`,
            wayOut: `De préférence, ${steps_harbor_LIGHT}. Ou donnez un processeur de plus au serveur.`,
        }),
        placeUnknown: (data) => ({
            message: `Le système de fichiers de ${data} n’est pas connu.`,
            wayOut: 'Voir\u00a0: findmnt -T /\u00a0; nommez dans harbor.data un dossier sur un disque local.',
        }),
        onRoot: (data, better, free) => ({
            message: `${data} se trouverait sur /, dont le serveur lui-même a besoin, alors que ${better} a ${steps_harbor_size(free)} libres.`,
            wayOut: `Mettez dans harbor.data un dossier de ce disque, comme ${better}/registry, ou n’y mettez rien.`,
        }),
        space: (data, mount, free, wanted) => ({
            message: `${data} se trouve sur ${mount}, qui a ${steps_harbor_size(free)} libres\u00a0; il en faut ${steps_harbor_size(wanted)}.`,
            wayOut: 'Nommez un dossier sur un disque plus grand (harbor.data), libérez de l’espace, ou demandez moins (harbor.min_free)\u00a0: les images de la CI grandissent vite.',
        }),
        portOfService: (port, name, type) => ({
            message: `Le port ${port} est pris par le service ${name} du cluster (${type}), qui reçoit ses connexions par iptables\u00a0: rien ne semble écouter.`,
            wayOut: steps_harbor_ANOTHER_PORT,
        }),
        portListens: (listener, port) => ({
            message: `Quelque chose écoute sur ${listener}.`,
            wayOut: `${steps_harbor_ANOTHER_PORT} Ou voyez ce que c’est\u00a0: ss -ltnp 'sport = :${port}'`,
        }),
        portAnswers: (answer, port) => ({
            message: `Quelque chose répond sur ${answer}, bien que rien ne semble écouter\u00a0: le port est pris par iptables.`,
            wayOut: `${steps_harbor_ANOTHER_PORT} Ou voyez qui\u00a0: iptables-save | grep ${port}`,
        }),
        otherData: (named, data) => ({
            message: `harbor.remove_data nomme ${named}, mais les données sont dans ${data}.`,
            wayOut: 'Nommez ce dossier pour le supprimer, ou null pour le garder.',
        }),
        password: (lacks) => ({
            message: `Au mot de passe de l’administrateur de Harbor (harbor_admin_password), il manque\u00a0: ${lacks.join(', ')}.`,
            wayOut: 'Choisissez-en un autre, ou n’en donnez pas\u00a0: il est alors créé sur le serveur.',
        }),
    },
    password: {
        length: '8 à 128 caractères',
        upper: 'une majuscule',
        lower: 'une minuscule',
        digit: 'un chiffre',
        signs: 'uniquement des lettres ASCII, des chiffres et des signes, sans espaces, guillemets, $, #, [, ], ` ni barres obliques inverses',
    },
    state: {
        running: (running, services, stopped) => [`${running} ${steps_harbor_plural(running, 'service', 'services')} sur ${services} en marche`, ...stopped].join(', '),
        silent: (why) => `il ne répond pas (${why})`,
        noRegistry: 'ce qui répond n’est pas un registre',
        up: (running, components) => `${running} ${steps_harbor_plural(running, 'service', 'services')} en marche, ${components}`,
    },
    check: {
        services: {
            title: 'Services du registre',
            target: 'tous en marche',
            how: 'observé\u00a0: docker ps, et sa page de santé sur le serveur même',
        },
        notInstalled: 'pas installé par cette étape',
        transferHow: 'mesuré par l’étape harbor\u00a0: une petite image envoyée, retirée et récupérée',
        push: { title: 'Envoi d’une image', target: 'prouvé' },
        pull: { title: 'Récupération de la même image', target: 'le digest qui a été envoyé' },
        login: { title: 'Envoi sans connexion', target: 'refusé' },
        pushed: (digest, seconds, at) => `${digest}…${took(seconds)}, ${steps_harbor_moment(at)}`,
        pulled: (digest, seconds, isSame) => `${digest}…${took(seconds)}${isSame ? '' : ', qui en est un autre'}`,
        notTried: 'pas essayé',
        loginFound: { refused: 'refusé' },
    },
    table: {
        title: 'Le registre',
        columns: ['quoi', 'où'],
        images: 'images et base de données',
        admin: 'mot de passe de l’administrateur (utilisateur admin)',
        robot: (name) => `compte pour la CI (${name})`,
        setUp: 'préparé',
        trust: 'autorisés à l’utiliser',
        note: 'Les fichiers de secrets sont pour root seul\u00a0; docs/harbor.md dit comment la CI les obtient.',
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/index.js


















const fr = {
    common: common_common,
    log: log_log,
    performance: performance_performance,
    harbor: harbor_harbor,
    completion: completion_completion,
    phase2: phase_2_phase2,
    report: report_report,
    dashboard: dashboard_dashboard,
    checks: checks_checks,
    extendLvm: steps_extend_lvm_extendLvm,
    dockerConfig: steps_docker_config_dockerConfig,
    diskTest: steps_disk_test_diskTest,
    facts: facts_facts,
    run: run_run,
    desk: desk_desk,
    harborStep: steps_harbor_harborStep,
    buildTest: steps_build_test_buildTest,
    comparison: comparison_comparison,
};

// EXTERNAL MODULE: ./build/texts/language.js
var language = __webpack_require__(7104);
;// CONCATENATED MODULE: ./build/texts/index.js
/** All fixed texts that people read in comments, reports and documents: one catalogue, whose languages have the same keys. */




const CATALOGUE = { en: en, fr: fr };
/** The texts in the language that is configured. */
const textsOf = ({ language }) => speechIn(language).texts;
/** @param language undefined in evidence of before there was a choice */
const speechIn = (language) => {
    const known = language ?? 'en';
    return { language: known, texts: CATALOGUE[known], format: formatOf(known) };
};


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ LANGUAGES)
/* harmony export */ });
const LANGUAGES = ['en', 'fr'];


/***/ }),

/***/ 6264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* reexport safe */ _config_size__WEBPACK_IMPORTED_MODULE_0__.Xq),
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _config_size__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1177);

/** Seconds for people: `4.2 s`, `3 min 10 s`. */
function duration(seconds) {
    if (seconds < 59.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}


/***/ })

};
;