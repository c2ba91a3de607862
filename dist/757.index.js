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
/* harmony export */   sL: () => (/* binding */ SETS),
/* harmony export */   tx: () => (/* binding */ SCENARIO_TITLES)
/* harmony export */ });
/* unused harmony export RESULT_SCHEMA */
/** What the host script of build-test keeps in `/var/lib/edge-phase1/build-test.json`, in its own words. */
const RESULT_SCHEMA = 'edge-phase1/build-test/1';
const RESULT = '/var/lib/edge-phase1/build-test.json';
/** The folder of older sets and of the progress of the builds. */
const SETS = '/var/lib/edge-phase1/build-test';
/** In the order in which they are measured. */
const SCENARIOS = ['base', 'cold', 'warm', 'changed', 'registry'];
const SCENARIO_TITLES = {
    base: 'base images pulled',
    cold: 'cold',
    warm: 'warm, nothing changed',
    changed: 'warm, one source line changed',
    registry: 'empty builder, cache from the registry',
};
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
/* harmony export */   t: () => (/* binding */ PLAN_CHECKLIST)
/* harmony export */ });
/** The plan's own execution checklist: 31 items. */
const weeks = [
    { id: 'week-1', title: 'Phase 1, Week 1: Infrastructure', due: '2026-02-14' },
    { id: 'week-2', title: 'Phase 1, Week 2: Services', due: '2026-02-21' },
];
const groups = [
    {
        id: 'pre-flight',
        title: 'Pre-Flight (before starting)',
        items: [
            { id: 'phase-0', title: 'Phase 0 validated 100% complete', checks: ['preflight_phase_0'] },
            { id: 'stable', title: 'Infrastructure stable 17/17 pods', checks: ['pods'] },
            { id: 'backup-strategy', title: 'Backup strategy active', checks: ['preflight_backup'] },
            { id: 'budget', title: 'Budget approved: $0' },
            { id: 'script-tested', title: 'Script tested: extend-lvm-phase1.sh', planned: 'extend-lvm' },
        ],
    },
    {
        id: 'week-1-day-1',
        title: 'Week 1, Day 1 (Feb 11): Go/No-Go and LVM',
        week: 'week-1',
        items: [
            { id: 'go-meeting', title: 'Meeting Go/No-Go Phase 1' },
            { id: 'go-decision', title: 'Decision: GO with Budget $0 strategy', approval: 'go' },
            { id: 'copy-script', title: 'Copy script to EdgeServer', step: 'extend-lvm' },
            { id: 'extend-lvm', title: 'Execute LVM extension', step: 'extend-lvm', checks: ['volume_size'] },
            { id: 'extended', title: 'Verify result (150GB+)', checks: ['volume_size', 'disk_size'] },
        ],
    },
    {
        id: 'week-1-day-2',
        title: 'Week 1, Day 2 (Feb 12): Docker',
        week: 'week-1',
        items: [
            { id: 'docker-config', title: 'Optimize Docker config', step: 'docker-config', checks: ['docker_settings'] },
            { id: 'docker-restart', title: 'Restart Docker daemon', step: 'docker-config', checks: ['docker_health'] },
            { id: 'pods-running', title: 'Verify all pods Running', checks: ['pods'] },
            { id: 'docker-documented', title: 'Document changes', step: 'docker-config' },
        ],
    },
    {
        id: 'week-1-day-3',
        title: 'Week 1, Day 3 (Feb 13): Measurements',
        week: 'week-1',
        items: [
            { id: 'disk-test', title: 'Test disk performance (hdparm)', step: 'disk-test' },
            { id: 'build-baseline', title: 'Baseline build time test', step: 'build-test' },
            { id: 'measurements-documented', title: 'Document results', step: 'disk-test' },
        ],
    },
    {
        id: 'week-1-day-4',
        title: 'Week 1, Day 4 (Feb 14): Review',
        week: 'week-1',
        items: [
            { id: 'week-1-review', title: 'Week 1 review & validation' },
            { id: 'week-1-documentation', title: 'Update documentation' },
        ],
    },
    {
        id: 'week-2-day-1-2',
        title: 'Week 2, Day 1-2 (Feb 17-18): Harbor',
        week: 'week-2',
        items: [
            { id: 'harbor-download', title: 'Download Harbor installer', step: 'harbor' },
            { id: 'harbor-configure', title: 'Configure Harbor', step: 'harbor' },
            { id: 'harbor-install', title: 'Install Harbor', step: 'harbor' },
            { id: 'harbor-verify', title: 'Verify installation', checks: ['harbor'] },
        ],
    },
    {
        id: 'week-2-day-3-4',
        title: 'Week 2, Day 3-4 (Feb 19-20): Harbor in use',
        week: 'week-2',
        items: [
            { id: 'harbor-test', title: 'Test Harbor registry', checks: ['harbor'] },
            { id: 'harbor-push', title: 'Push test image', checks: ['harbor_push'] },
            { id: 'harbor-pull', title: 'Pull test image', checks: ['harbor_pull'] },
            { id: 'procedures', title: 'Document procedures' },
        ],
    },
    {
        id: 'week-2-day-5',
        title: 'Week 2, Day 5 (Feb 21): Completion',
        week: 'week-2',
        items: [
            {
                id: 'final-validation',
                title: 'Final validation',
                checks: ['disk_size', 'disk_use', 'disk_pressure', 'build_time', 'harbor', 'pods'],
            },
            { id: 'performance', title: 'Performance tests', checks: ['build_time'] },
            { id: 'completion-report', title: 'Phase 1 completion report' },
            { id: 'phase-2', title: 'Plan Phase 2 (if applicable)' },
        ],
    },
];
const PLAN_CHECKLIST = { title: 'Phase 1: the checklist', weeks, groups };


/***/ }),

/***/ 8071:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ESTABLISHED),
/* harmony export */   e: () => (/* binding */ buildTimeCheck)
/* harmony export */ });
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/* harmony import */ var _stats_summary__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7127);
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6264);
/* harmony import */ var _when__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6585);




/** With fewer a median says little: an exact rank test needs four against four to tell two states apart. */
const ESTABLISHED = 4;
/** The median of the builds of the newest build test. A declared time is shown, and never passes. */
function buildTimeCheck(runs, { checks }) {
    const { target_minutes, scenario, declared_minutes } = checks.build_time;
    const about = {
        id: 'build_time',
        title: 'Build time',
        target: `< ${target_minutes} min, measured`,
        how: `measured: builds of the scenario ${scenario} by the step build-test`,
    };
    const declared = declared_minutes === null ? '' : `; ${declared_minutes} min declared, which is no measurement`;
    if ((0,_facts_reading__WEBPACK_IMPORTED_MODULE_0__/* .isUnreadable */ .GZ)(runs))
        return { ...about, measured: `${runs.unreadable}${declared}`, result: 'unknown' };
    const tried = runs.filter((run) => run.scenario === scenario);
    const seconds = tried.filter(({ ok }) => ok).map((run) => run.seconds);
    if (seconds.length === 0) {
        const why = tried.length > 0 ? `none of ${tried.length} builds ended well` : `no build of the scenario ${scenario}`;
        return { ...about, measured: `${why}${declared}`, result: 'unknown' };
    }
    const middle = (0,_stats_summary__WEBPACK_IMPORTED_MODULE_3__/* .median */ .JZ)(seconds);
    const last = (0,_when__WEBPACK_IMPORTED_MODULE_2__/* .day */ .v)(Math.max(...tried.map(({ at }) => Date.parse(at))));
    const words = [
        `${seconds.length} ${seconds.length === 1 ? 'build' : 'builds'}`,
        ...(seconds.length > 1 ? [`${(0,_units__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p)(Math.min(...seconds))} to ${(0,_units__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p)(Math.max(...seconds))}`] : []),
        ...(tried.length > seconds.length ? [`${tried.length - seconds.length} failed`] : []),
        last,
        ...(seconds.length < ESTABLISHED ? ['observed, not established'] : []),
    ];
    const result = middle < target_minutes * 60 ? 'pass' : 'fail';
    return { ...about, measured: `${(0,_units__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p)(middle)} (${words.join(', ')})`, result };
}


/***/ }),

/***/ 1168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ diskUseCheck),
/* harmony export */   Tw: () => (/* binding */ percentUsed),
/* harmony export */   Zh: () => (/* binding */ diskSizeCheck)
/* harmony export */ });
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6264);

/** How much of what programs can use is in use, as df shows it: the reserve of ext4 counts for neither. */
const percentUsed = ({ usedBytes, availableBytes }) => (100 * usedBytes) / (usedBytes + availableBytes);
/** @param root what is mounted at `/`, where that is known */
function diskSizeCheck(root, { checks }) {
    const { target } = checks.disk_size;
    const about = {
        id: 'disk_size',
        title: 'Disk size of /',
        target: `≥ ${(0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(target)}`,
        how: 'measured: statfs, as df shows it',
    };
    if (!root)
        return { ...about, measured: 'not known', result: 'unknown' };
    return { ...about, measured: (0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(root.bytes), result: root.bytes >= target ? 'pass' : 'fail' };
}
/** @param root what is mounted at `/`, where that is known */
function diskUseCheck(root, { checks }) {
    const { target } = checks.disk_use;
    const about = {
        id: 'disk_use',
        title: 'Disk use of /',
        target: `< ${target} %`,
        how: 'measured: used of what programs can use, as df shows it',
    };
    if (!root)
        return { ...about, measured: 'not known', result: 'unknown' };
    const percent = percentUsed(root);
    return { ...about, measured: `${percent.toFixed(1)} %`, result: percent < target ? 'pass' : 'fail' };
}


/***/ }),

/***/ 8335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ harborCheck),
/* harmony export */   a: () => (/* binding */ componentsText)
/* harmony export */ });
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/* harmony import */ var _when__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6585);


const HOUR = 3_600_000;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Healthy in every component, and the same digest pulled that was pushed. One without the other is not enough. */
function harborCheck(facts, now, { checks }) {
    const about = {
        id: 'harbor',
        title: 'Harbor',
        target: 'all components healthy, push and pull proven',
        how: 'observed: the components on its health page, and the proof that the step harbor has left',
    };
    return { ...about, ...found(facts, now, checks.harbor) };
}
function found({ health, proof }, now, config) {
    if (health === undefined) {
        return {
            measured: 'not known: no address is configured (checks.harbor.url), and none is installed',
            result: 'unknown',
        };
    }
    if ((0,_facts_reading__WEBPACK_IMPORTED_MODULE_0__/* .isUnreadable */ .GZ)(health))
        return { measured: `not known: ${health.unreadable}`, result: 'unknown' };
    if (!health.harbor)
        return { measured: `not running: ${health.instead}`, result: 'fail' };
    const ill = health.components.filter((component) => !component.healthy).map(({ name }) => name);
    if (ill.length > 0)
        return { measured: `not healthy: ${ill.join(', ')}`, result: 'fail' };
    const proven = proofFound(proof, now, config);
    return { ...proven, measured: `${componentsText(health)}; ${proven.measured}` };
}
/** `7 components healthy`. */
const componentsText = ({ components }) => `${components.length} component${components.length === 1 ? '' : 's'} healthy`;
/** The default port may stand in either of them, or be left out. */
function isAbout({ registry }, { protocol, host }) {
    const url = `${protocol}//${registry}`;
    return URL.canParse(url) && new URL(url).host === host;
}
function proofFound(proof, now, config) {
    if ((0,_facts_reading__WEBPACK_IMPORTED_MODULE_0__/* .isUnreadable */ .GZ)(proof))
        return { measured: `push and pull not proven: ${proof.unreadable}`, result: 'unknown' };
    const when = (0,_when__WEBPACK_IMPORTED_MODULE_1__/* .day */ .v)(proof.at);
    // Without a configured address it is the one of the proof that was asked.
    if (config.url !== null && !isAbout(proof, new URL(config.url))) {
        return { measured: `the proof of ${when} is about ${proof.registry}`, result: 'unknown' };
    }
    if (!DIGEST.test(proof.pushed) || proof.pushed !== proof.pulled) {
        return { measured: `what was pulled on ${when} is not what was pushed`, result: 'fail' };
    }
    const age = now.getTime() - Date.parse(proof.at);
    if (!(age >= 0 && age <= config.proof_max_age_hours * HOUR)) {
        return { measured: `the proof of ${when} is not from the last ${config.proof_max_age_hours} h`, result: 'unknown' };
    }
    return { measured: `push and pull proven on ${when}`, result: 'pass' };
}


/***/ }),

/***/ 6585:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ span),
/* harmony export */   v: () => (/* binding */ day)
/* harmony export */ });
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6264);

const MINUTE = 60_000;
/** `2026-11-24 11:40`, in UTC. */
const day = (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
/** How long something lasted, for people: `4 d 3 h`, `2 h 5 min`, `12 min 0 s`. */
function span(milliseconds) {
    const minutes = Math.floor(milliseconds / MINUTE);
    const hours = Math.floor(minutes / 60);
    if (hours >= 48)
        return `${Math.floor(hours / 24)} d ${hours % 24} h`;
    return hours > 0 ? `${hours} h ${minutes % 60} min` : (0,_units__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p)(milliseconds / 1000);
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
var language = __webpack_require__(2342);
;// CONCATENATED MODULE: ./build/config/language.js



const language_language = schemas/* enum */.k5n(language/* LANGUAGES */.Y, (0,parts/* allowed */.TQ)(language/* LANGUAGES */.Y.join(' or ')))
    .default('en')
    .describe('Language of comments, reports and documents. What steps and tools say stays in English.');

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
/* harmony import */ var _facts_pods__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8547);
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);
/* harmony import */ var _steps_validate__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8063);



/** The checks of an observation that `validate` has made, judged again. */
function sideOf({ at, machine, facts }, config) {
    const seen = facts;
    const pods = seen.kubernetes?.pods;
    return {
        at,
        checks: (0,_steps_validate__WEBPACK_IMPORTED_MODULE_1__/* .verify */ .MX)({ machine, facts: seen, journal: [], config, at: new Date(at) }),
        pods: pods && !(0,_facts_reading__WEBPACK_IMPORTED_MODULE_0__/* .isUnreadable */ .GZ)(pods) ? pods : undefined,
    };
}
/** The plan's table of before and after: disk, risk, builds, registry, cost; and whether the pods are the same ones. */
function beforeAfter(before, after, cost) {
    const row = (title, ...ids) => [title, said(before, ids), said(after, ids)];
    return {
        title: 'Before and after',
        columns: ['', `Before (${when(before)})`, `After (${when(after)})`],
        rows: [
            row('Disk', 'disk_size', 'disk_use'),
            row('Risk', 'disk_pressure'),
            row('Builds', 'build_time'),
            row('Registry', 'harbor'),
            ['Pods', said(before, ['pods']), podsAfter(before, after)],
            ['Cost', 'n/a', `$${cost.usd.toFixed(2)}`],
        ],
        note: 'Both columns are observed; what was not known then stays unknown. Bytes are powers of 1024.',
    };
}
const when = ({ at }) => at.slice(0, 16).replace('T', ' ');
const said = ({ checks }, ids) => ids.map((id) => checks.find((check) => check.id === id)?.measured ?? 'not known').join(', ');
function podsAfter(before, after) {
    const now = said(after, ['pods']);
    if (!before.pods || !after.pods)
        return now;
    const marks = (0,_facts_pods__WEBPACK_IMPORTED_MODULE_2__/* .snapshotOf */ .eY)(before.pods);
    return `${now}; ${(0,_facts_pods__WEBPACK_IMPORTED_MODULE_2__/* .comparisonText */ .VF)((0,_facts_pods__WEBPACK_IMPORTED_MODULE_2__/* .comparePods */ .q_)(marks, after.pods), marks)}`;
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
    const table = (0,before_after/* beforeAfter */.y)((0,before_after/* sideOf */.J)(before, earlier.config), (0,before_after/* sideOf */.J)(after, evidence.config), (0,cost/* costOf */.h)(evidence));
    const steps = evidence.steps.map((record) => record === now ? { ...record, tables: [...(record.tables ?? []), table] } : record);
    return { ...evidence, steps };
}
const validateOf = ({ steps }) => steps.find(({ step }) => step === VALIDATE);
function forecastOf({ host, config }, { at, facts, machine }, text) {
    const { root, kubernetes, now } = facts;
    const { points, others } = readHistory(text, [host, host.replace(/^ssh:\/\/(?:[^@]*@)?/, ''), machine.name]);
    const time = new Date(now ?? at);
    if (others) {
        return {
            ...(0,forecast/* forecast */.g)([], [], time),
            unknown: `the history is about ${others.slice(0, 5).join(', ')}, not this host`,
        };
    }
    const marks = marksOf(root, kubernetes, config.checks.disk_use.target);
    const known = marks.flatMap(({ title, bytesLeft }) => (bytesLeft === undefined ? [] : [{ title, bytesLeft }]));
    const { marks: reached, ...rest } = (0,forecast/* forecast */.g)(points, known, time);
    return { ...rest, marks: [...reached, ...marks.filter(({ bytesLeft }) => bytesLeft === undefined)] };
}
/** Fill levels of `/` that matter. The kubelet's is that of the file system with /var/lib/kubelet, taken to be `/`. */
function marksOf(root, kubernetes, target) {
    if (!root)
        return [{ title: 'how full / is', unknown: 'not read' }];
    const usable = root.usedBytes + root.availableBytes;
    const plan = { title: `${target} % in use`, bytesLeft: Math.round((usable * (target - (0,disk/* percentUsed */.Tw)(root))) / 100) };
    return kubernetes ? [plan, evictionMark(root, kubernetes.thresholds)] : [plan];
}
function evictionMark(root, thresholds) {
    const title = 'pods are evicted';
    if ((0,reading/* isUnreadable */.GZ)(thresholds))
        return { title, unknown: thresholds.unreadable };
    const nodefs = thresholds.hard['nodefs.available'];
    const bytes = nodefs === undefined ? undefined : (0,threshold/* thresholdBytes */.$)(nodefs, root.bytes);
    if (bytes === undefined)
        return { title, unknown: 'the kubelet has no threshold nodefs.available' };
    return { title: `${title} (${nodefs} left)`, bytesLeft: Math.round(root.availableBytes - bytes) };
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
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8314);

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
    const { report } = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .speechIn */ .u)(language).texts;
    return report.score(score, possible === total ? `${total}` : report.scoreOfThose(possible, total), unknown);
}
/** The verdict over Phase 1 in one line. */
function scoreVerdict(card, language) {
    const { texts, format } = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .speechIn */ .u)(language);
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
    { id: 'partitions', argv: ['sh', '-c', SYSFS] },
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
});
const UNDER = `[ -n "$path" ] || exit 0
while [ ! -e "$path" ]; do path=\${path%/*}; [ -n "$path" ] || path=/; done
exec findmnt -J -b -l -o ${COLUMNS} -T "$path"`;
/** `null` and numbers as text are what older util-linux prints; `true` and `1` both stand for yes. */
const text = (value) => (typeof value === 'string' ? value.trim() : '');
const bytes = (value) => Number(value ?? 0);
const yes = (value) => value === true || value === 1 || value === '1';
const rows = (value, key) => (value?.[key] ?? []);
function blockFacts(results) {
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
    const gap = gapIn(results);
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
function gapIn(results) {
    const failed = ['lsblk', 'mounts', 'mount'].find((id) => {
        const { code, stderr } = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, id);
        // Where there is nothing of the kind asked for, findmnt ends with 1 and says nothing.
        const nothingFound = id !== 'lsblk' && code === 1 && stderr.trim() === '';
        return !nothingFound && (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, id) === undefined;
    });
    if (failed === undefined)
        return undefined;
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, failed);
    return {
        unreadable: `${result.argv[0]} does not list what there is (${(0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result)})`,
        wayOut: 'lsblk and findmnt of util-linux 2.33 or newer are needed; `edge-phase1 doctor` shows what is missing.',
    };
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
    { id: 'disks_sysfs', argv: ['sh', '-c', SYSFS] },
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
        argv: url === null
            ? ['sh', '-c', INSTALLED, 'health', _results__WEBPACK_IMPORTED_MODULE_1__/* .HARBOR_RESULT */ .rn, ...CURL]
            : [...CURL, '-w', '\\n%{http_code}', `${url}/api/v2.0/health`],
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
function harborHealth(results, id = 'harbor_health') {
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, id);
    if (result.code === NOT_INSTALLED)
        return undefined;
    if (result.code === CONNECTION_REFUSED)
        return { harbor: false, instead: 'nothing listens there', components: [] };
    if (result.code !== 0) {
        const wayOut = result.code === 127
            ? 'Install curl on the server.'
            : 'Check checks.harbor.url: it has to be reachable from the server itself, with a certificate that it trusts.';
        return { unreadable: (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result), wayOut };
    }
    const end = result.stdout.lastIndexOf('\n');
    const [status = '', light] = result.stdout
        .slice(end + 1)
        .trim()
        .split(' ');
    if (light)
        return lightHealth(status);
    const components = componentsOf(result.stdout.slice(0, end));
    if (status === '200' && isHarbor(components))
        return { harbor: true, components };
    if (/^30/.test(status)) {
        return {
            unreadable: `it redirects (${status})`,
            wayOut: 'Set checks.harbor.url to the address that it redirects to.',
        };
    }
    return { harbor: false, instead: `what answers there (HTTP ${status}) is not Harbor`, components: [] };
}
/** The light registry is one component. Whoever does not log in is turned away by it, which tells that it works. */
function lightHealth(status) {
    if (status === '401')
        return { harbor: true, components: [{ name: 'registry', healthy: true }] };
    const instead = status === '200'
        ? 'a registry answers that lets everyone in'
        : `what answers there (HTTP ${status}) is no registry`;
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
function lvmFacts(results) {
    const reports = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, 'lvm')?.report;
    if (reports === undefined)
        return unreadable(results);
    return { groups: reports.filter((r) => r.vg?.length).map(readGroup) };
}
function unreadable(results) {
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, 'lvm');
    if ((0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .isNotInstalled */ .SE)(result))
        return { unreadable: 'LVM is not installed', wayOut: 'Install it: apt-get install lvm2' };
    return {
        unreadable: `LVM cannot be read (${(0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result)})`,
        wayOut: (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .rightWayOut */ .uo)(results, 'lvm') ?? 'See what `lvm fullreport` says as root, and repair that first.',
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
/** Pods, which of them count, and whether they are as before. Pure. */
/**
 * Whether a pod is one that should be running: not one that has done its work, not one that is being deleted, and not
 * the remains of one that its owner has replaced. A failed pod without an owner counts: nobody makes it again.
 */
const counts = ({ phase, leaving, owner }) => phase !== 'Succeeded' && !leaving && !(phase === 'Failed' && owner !== '');
/** The phase Running includes containers that crash again and again, so the conditions are what counts. */
const isReady = ({ phase, ready, containers }) => phase === 'Running' && ready && containers.length > 0 && containers.every((container) => container.ready);
/** Why it is not ready, in the word that kubectl shows. */
const stateOf = ({ containers, evicted, phase }) => containers.find((container) => container.waiting !== '')?.waiting ??
    (evicted ? 'Evicted' : phase === 'Running' ? 'not Ready' : phase);
const restartsOf = ({ containers }) => containers.reduce((sum, { restarts }) => sum + restarts, 0);
/** The pods that count, before a change. */
const snapshotOf = (pods) => pods
    .filter(counts)
    .map((pod) => ({ name: pod.name, uid: pod.uid, owner: pod.owner, ready: isReady(pod), restarts: restartsOf(pod) }));
/**
 * The pods of a snapshot against those of now. A pod with a new name and the same owner takes the place of one that is
 * gone; each new one takes one place.
 */
function comparePods(before, pods) {
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
            .map(({ mark, now }) => `${mark.name} (${restartsOf(now) - mark.restarts} more)`),
        notReady: found.filter(({ mark, now }) => mark.ready && !isReady(now)).map(({ now }) => now.name),
        added: left.map(({ name }) => name),
    };
}
/** Every pod that was ready is ready, whether or not it is another one. */
const allBack = ({ missing, notReady }) => missing.length === 0 && notReady.length === 0;
/** Nothing happened to the pods at all. */
const undisturbed = (comparison) => Object.values(comparison).every((list) => list.length === 0);
/** One line for people. */
function comparisonText(comparison, before) {
    if (undisturbed(comparison))
        return `${before.length} pods as before: same pods, no restarts`;
    const words = {
        missing: 'missing',
        recreated: 'made again',
        restarted: 'restarted',
        notReady: 'not ready any more',
        added: 'new',
    };
    return Object.keys(words)
        .filter((key) => comparison[key].length > 0)
        .map((key) => `${words[key]}: ${comparison[key].join(', ')}`)
        .join('; ');
}


/***/ }),

/***/ 5441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SE: () => (/* binding */ isNotInstalled),
  GZ: () => (/* binding */ isUnreadable),
  o_: () => (/* binding */ jsonOf),
  aN: () => (/* binding */ lastWords),
  jH: () => (/* binding */ outputOf),
  Bg: () => (/* binding */ resultOf),
  uo: () => (/* binding */ rightWayOut)
});

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
 */
function missingRight(command, user) {
    const { argv, code, stderr, path } = command;
    const name = argv[0] ?? '';
    if (code === 127 && MISSING_SUDO.test(stderr)) {
        return new host/* Refusal */.P_('sudo-missing', `\`${(0,quote/* quoteAll */._R)(argv)}\` needs root, and there is no sudo for ${user}.`, 'Install sudo, or log in as root.');
    }
    if (code !== 1 || !MISSING_RIGHT.test(stderr))
        return undefined;
    const found = path ?? (name.startsWith('/') ? name : undefined);
    const line = sudoersLine(argv, user, found ?? `/usr/sbin/${name}`);
    return new host/* Refusal */.P_('sudo-right', `${user} may not run \`${(0,quote/* quoteAll */._R)(argv)}\` as root without a password.`, `As root run \`visudo -f /etc/sudoers.d/edge-phase1\` and add this line${found ? '' : ` (with the path that \`command -v ${name}\` shows)`}: ${line}`);
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
function lastWords(result) {
    const line = result.stderr.trim().split('\n').at(-1) ?? '';
    return line === '' ? `exit code ${result.code}` : line;
}
/** Whether the program of a read is not there, as the shell or sudo says it. A missing sudo is another matter. */
const isNotInstalled = ({ code, stderr }) => /^sudo: \S+: command not found/m.test(stderr) || (code === 127 && !/sudo: not found|'sudo'/.test(stderr));
/** What to do when sudo did not let a read through: the exact line for the sudoers file. Undefined for other failures. */
function rightWayOut(results, id) {
    const user = results.find((r) => r.id === 'user')?.stdout.trim() || 'USER';
    const refusal = missingRight(resultOf(results, id), user);
    if (refusal?.code !== 'sudo-right')
        return refusal?.wayOut;
    return `${refusal.wayOut}\nThe whole file, with all rights that are needed: edge-phase1 sudoers`;
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
function buildRuns(results) {
    const data = resultFile(results, BUILD_TEST_READ.id, 'edge-phase1/build-test/1', 'apply build-test');
    if ('unreadable' in data)
        return data;
    const rows = Array.isArray(data.runs) ? data.runs : [];
    return rows.flatMap((row) => {
        const { scenario, seconds, at, ok } = row ?? {};
        const whole = isText(scenario) && typeof seconds === 'number' && seconds > 0 && isTime(at) && typeof ok === 'boolean';
        return whole ? [{ scenario, seconds, at, ok }] : [];
    });
}
function harborProof(results) {
    const data = resultFile(results, HARBOR_PROOF_READ.id, 'edge-phase1/harbor/1', 'apply harbor');
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
    return { unreadable: 'its result lacks a digest or a time', wayOut: 'Run `edge-phase1 apply harbor`.' };
}
function resultFile(results, id, schema, command) {
    const result = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .resultOf */ .Bg)(results, id);
    const wayOut = `Run \`edge-phase1 ${command}\`.`;
    if (result.code !== 0) {
        const missing = /No such file/.test(result.stderr);
        return { unreadable: missing ? 'not measured yet' : (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .lastWords */ .aN)(result), wayOut };
    }
    const data = (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(results, id);
    if (data?.schema === schema)
        return data;
    return { unreadable: `its result is of another form than ${schema}`, wayOut };
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
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8314);

const CHART_RUNS = 30;
/** Small, so that its words stay readable on a phone; in colours that are seen on a light and on a dark page. */
const LOOK = `%%{init: ${JSON.stringify({
    xyChart: { width: 480, height: 260 },
    themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette: '#2f81f7, #d29922' } },
})}}%%`;
/** A chart that GitHub draws, with one line below it that says its ends; empty with fewer than two known figures. */
function chart({ title, unit, points, target }, language = 'en') {
    const words = (0,_texts__WEBPACK_IMPORTED_MODULE_0__/* .speechIn */ .u)(language).texts.common.chart;
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
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6264);
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
    .map(([name, value]) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(name)}: ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(value, 200))}`)
    .join('\n'));
const howPart = ({ texts }, checks) => markdown(texts.report.howMeasured, checks.map(({ title, how }) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(title)}: ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(how, 300))}`).join('\n'));
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
        (0,_units__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)(seconds),
        `edge-phase1 ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(tool.version)}`,
    ];
    return `<sub>${words.join(' · ')}</sub>`;
}
const PROGRESS_LINES = 12;
/** What is going on, while it goes on. */
function progressText(title, lines, elapsedSeconds) {
    const said = lines.flatMap((line) => line.trim().split('\n')).filter((line) => line.trim() !== '');
    const shown = said.slice(-PROGRESS_LINES).map((line) => (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .short */ .h0)(line, 300));
    return [
        `### ⏳ ${(0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(title)}: going on, ${(0,_units__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p)(elapsedSeconds)} so far`,
        (0,_defuse__WEBPACK_IMPORTED_MODULE_5__/* .block */ .om)(shown.join('\n')),
        '<sub>Updated at most every 30 seconds. Its end is always written here.</sub>',
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
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6264);
/* harmony import */ var _lines__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7601);



/** The scorecard as a table, where the run has one. */
function scoreTable(evidence) {
    const { scorecard } = evidence;
    if (!scorecard)
        return undefined;
    const { texts, language } = (0,_lines__WEBPACK_IMPORTED_MODULE_2__/* .speechOf */ .q9)(evidence);
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
    const words = (0,_lines__WEBPACK_IMPORTED_MODULE_2__/* .speechOf */ .q9)(evidence).texts.report.forecast;
    const { growth, unknown, values, days, marks } = forecast;
    if (!growth)
        return [words.unknown(unknown)];
    const { low, estimate, high } = growth;
    return [
        words.growth(bytes(estimate), bytes(low), bytes(high), values, days),
        ...marks.map((mark) => markLine(words, mark)),
    ];
}
function markLine(words, { title, bytesLeft, unknown, at, earliest, latest }) {
    if (bytesLeft === undefined)
        return words.markUnknown(title, String(unknown));
    if (bytesLeft <= 0)
        return words.already(title, (0,_units__WEBPACK_IMPORTED_MODULE_1__/* .gib */ .$)(-bytesLeft));
    const left = words.left(title, (0,_units__WEBPACK_IMPORTED_MODULE_1__/* .gib */ .$)(bytesLeft));
    if (!earliest)
        return `${left}; ${words.notReached}.`;
    const reached = at ? words.about(date(at)) : words.notReached;
    return words.reached(left, reached, date(earliest), latest ? date(latest) : words.never);
}
const date = (time) => time.slice(0, 10);
const bytes = (value) => (value < 0 ? `-${(0,_units__WEBPACK_IMPORTED_MODULE_1__/* .gib */ .$)(Math.round(-value))}` : (0,_units__WEBPACK_IMPORTED_MODULE_1__/* .gib */ .$)(Math.round(value)));


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
/* harmony import */ var _defuse__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2022);

const bytesOf = (text) => Buffer.byteLength(text);
const join = (parts) => parts.filter(Boolean).join('\n\n');
/** Shorter remains of a log tell nothing. */
const LEAST = 400;
/** The text in at most so many UTF-8 bytes. */
function fitted({ head, folded, foot, whole }, bytes) {
    const complete = join([head, ...folded.map((part) => details(part.title, bodyOf(part))), foot]);
    if (bytesOf(complete) <= bytes)
        return complete;
    const cut = `_Cut to fit into a comment: ${whole}._`;
    let room = bytes - bytesOf(join([head, cut, foot])) - 2;
    if (room < 0)
        return join([firstLines(head, bytes - bytesOf(join([cut, foot])) - 2), cut, foot]);
    const parts = [];
    for (const part of folded) {
        const text = inRoom(part, room);
        if (text === undefined)
            continue;
        parts.push(text);
        room -= bytesOf(text) + 2;
    }
    return join([head, ...parts, cut, foot]);
}
function inRoom(part, room) {
    const text = details(part.title, bodyOf(part));
    if (bytesOf(text) <= room)
        return text;
    if (part.kind !== 'log')
        return undefined;
    const title = `${part.title} (its end)`;
    const left = room - bytesOf(details(title, (0,_defuse__WEBPACK_IMPORTED_MODULE_0__/* .block */ .om)('')));
    // Escapes make it longer than its text, so that less is tried until it fits.
    for (let most = left; most >= LEAST; most = Math.floor(most * 0.8)) {
        const shown = details(title, (0,_defuse__WEBPACK_IMPORTED_MODULE_0__/* .block */ .om)(lastBytes(part.text, most)));
        if (bytesOf(shown) <= room)
            return shown;
    }
    return undefined;
}
const bodyOf = ({ kind, text }) => (kind === 'log' ? (0,_defuse__WEBPACK_IMPORTED_MODULE_0__/* .block */ .om)(text) : text);
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
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8314);




const RESULT_SIGNS = {
    pass: '✅',
    fail: '❌',
    unknown: '❔',
    'not-applicable': '➖',
};
/** The language that a run was configured to report in. */
const speechOf = ({ config }) => (0,_texts__WEBPACK_IMPORTED_MODULE_2__/* .speechIn */ .u)(config.language);
/** One line for a step: what became of it. */
function stepVerdict({ outcome, plan, kind }, language) {
    const { common, report } = (0,_texts__WEBPACK_IMPORTED_MODULE_2__/* .speechIn */ .u)(language).texts;
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
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6264);
/* harmony import */ var _conclusion__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6887);
/* harmony import */ var _defuse__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2022);
/* harmony import */ var _lines__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7601);





/** A report for GitHub: verdict first, one table, details folded. */
function markdownReport(evidence) {
    const { steps, mode, host, tool, run, started, seconds, trigger } = evidence;
    const hash = (0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .planHashOf */ .vy)(evidence);
    const speech = (0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .speechOf */ .q9)(evidence);
    const { report, common } = speech.texts;
    const score = (0,_conclusion__WEBPACK_IMPORTED_MODULE_2__/* .scoreTable */ .L)(evidence);
    const footer = [
        report.on(`\`${mode}\``, (0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(host)),
        `${report.run} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(run)}`,
        (0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(started),
        (0,_units__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p)(seconds),
        `edge-phase1 ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(tool.version)}`,
        ...(trigger ? [`[${report.workflowRun}](${trigger.url})`] : []),
    ];
    return [
        `### ${isWell(evidence) ? '✅' : '❌'} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .verdict */ .WJ)(evidence))}`,
        ...(score ? [tableSection(score)] : []),
        ...steps.map((record) => stepSection(speech, record)),
        ...(0,_conclusion__WEBPACK_IMPORTED_MODULE_2__/* .forecastLines */ .x)(evidence).map((line) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(line)}`),
        `**${report.costLabel}${common.colon}** ${(0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .costLine */ .EK)(evidence)}`,
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
        `**${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(step)}** — ${(0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .stepVerdict */ .sr)(record, speech.language)}`,
        ...(plan && !('refusal' in plan) ? [(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(plan.summary)] : []),
        ...(refusal
            ? [
                `> **${report.why}${common.colon}** ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(refusal.message)}`,
                `**${report.whatToDo}${common.colon}**\n\n${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .block */ .om)(refusal.wayOut)}`,
            ]
            : []),
        ...[...(plan?.notes ?? []), ...notes].map((note) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(note)}`),
        ...(checks.length > 0 ? [checkTable(speech, record)] : []),
        ...(record.tables ?? []).map(tableSection),
        ...(plan?.verdict === 'changes' ? [planDetails(speech, plan)] : []),
        ...(record.applied ? [eventDetails(speech, record.applied.events)] : []),
    ];
    return parts.join('\n\n');
}
function checkTable({ texts }, { checks, before, after }) {
    const { report } = texts;
    const rows = checks.map((c) => `| ${_lines__WEBPACK_IMPORTED_MODULE_3__/* .RESULT_SIGNS */ .PJ[c.result]} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.title)} | ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.measured)} | ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.target)} |`);
    const when = after ? report.after : before ? report.now : '';
    return [
        `| ${report.check} | ${report.measured}${when && ` (${when})`} | ${report.target} |`,
        '|---|---|---|',
        ...rows,
    ].join('\n');
}
function tableSection({ title, columns, rows, note }) {
    const line = (cells) => `| ${cells.map(_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn).join(' | ')} |`;
    const table = [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
    return [`**${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(title)}**`, table, ...(note ? [`<sub>${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(note)}</sub>`] : [])].join('\n\n');
}
function planDetails({ texts }, plan) {
    const { report, common } = texts;
    const said = (label, text) => `   - ${label}${common.colon} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(text)}`;
    const steps = plan.changes.map((c, i) => [
        `${i + 1}. **${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.title)}**`,
        said(report.runs, c.command),
        said(report.whyChange, c.why),
        said(report.checked, c.check),
        said(report.undo, c.undo),
    ].join('\n'));
    return folded(report.planOf(plan.changes.length), steps.join('\n'));
}
const eventDetails = ({ texts }, events) => folded(texts.report.hostDid, (0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .block */ .om)(events.map((e) => `${e.time.slice(11, 19)} ${e.text}`).join('\n')));
const folded = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;


/***/ }),

/***/ 4445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ compare)
});

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
function furtherRuns(a, b, paired, alpha) {
    const have = Math.min(a.length, b.length);
    const floor = smallestSize(paired, alpha);
    if (have < 3) {
        return {
            runs: Math.max(0, floor - have),
            method: `${floor} runs of each are the fewest with which the exact test can establish anything; how many it really takes can only be told from at least 3.`,
        };
    }
    const share = paired ? walshShare(b.map((y, i) => Math.log(y / a[i]))) : (0,rank_sum/* superiority */.g2)(a, b);
    const power = (stats_normal/* Z_975 */.Jy + stats_normal/* Z_80 */.ME) ** 2;
    const needed = Math.ceil(power / ((paired ? 3 : 6) * (share - 0.5) ** 2));
    const size = Math.max(floor, needed, have + 1);
    if (!Number.isFinite(needed) || size > MOST) {
        return {
            runs: null,
            method: `What was observed is so small against the noise that more than ${MOST} runs of each would be needed: take them as equal for this purpose, or quieten the machine.`,
        };
    }
    return {
        runs: size - have,
        method: `Noether's formula for 80 % power at the difference observed (${size} runs of each in all); if the real difference is smaller, it takes more.`,
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
function warningsOf(a, b, paired) {
    const measured = [a, b].filter((sample) => sample.how === 'measured');
    return [
        ...measured.flatMap(odd),
        ...measured.flatMap(busy),
        ...measured.flatMap(noisy),
        ...(paired || measured.length < 2 ? [] : [apart]),
    ];
}
const apart = {
    kind: 'not-interleaved',
    message: 'The two were not run in turn: what changed on the machine in between counts as a difference. Run both in turn where that is possible.',
};
function odd({ name, runs }) {
    const times = runs.map((run) => run.seconds);
    const far = (0,summary/* outliers */.W2)(times);
    if (far.length === 1 && far[0] === 0 && times[0] > (0,summary/* median */.JZ)(times)) {
        const message = `${name}: the first run took ${seconds(times[0])}, the others about ${seconds((0,summary/* median */.JZ)(times))}. Add a warm-up run, or clear the caches before every run.`;
        return [{ kind: 'slow-first-run', message }];
    }
    if (far.length === 0)
        return [];
    const list = far.map((place) => `run ${place + 1} (${seconds(times[place])})`).join(', ');
    return [
        {
            kind: 'outlier',
            message: `${name}: far from the median of ${seconds((0,summary/* median */.JZ)(times))}: ${list}. They were kept; see what else ran then.`,
        },
    ];
}
function busy({ name, runs }) {
    const places = runs.flatMap(({ before }, place) => before && ((before.loadPerCpu ?? 0) > BUSY.loadPerCpu || (before.ioWait ?? 0) > BUSY.ioWait) ? [place + 1] : []);
    if (places.length === 0)
        return [];
    const message = `${name}: the machine was busy with other work before ${places.length} of ${runs.length} runs (${places.join(', ')}): load above ${BUSY.loadPerCpu} per processor, or waiting for disks more than ${BUSY.ioWait * 100} % of the time. Run it again when it is quiet.`;
    return [{ kind: 'busy-machine', message }];
}
function noisy({ name, runs }) {
    const size = (0,summary/* noise */.f1)(runs.map((run) => run.seconds));
    if (size === undefined || size <= NOISY)
        return [];
    const message = `${name}: from run to run it varies by about ${(size * 100).toFixed(0)} %. Small differences cannot be seen through that.`;
    return [{ kind: 'noisy', message }];
}
const seconds = (value) => `${value.toPrecision(3)} s`;

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
    const [timesA, timesB] = [secondsOf(a), secondsOf(b)];
    if (paired && timesA.length !== timesB.length) {
        throw new RangeError(`Pairs need equally many runs: ${a.name} has ${timesA.length}, ${b.name} ${timesB.length}.`);
    }
    const sides = {
        a: side(a),
        b: side(b),
        paired,
        ratio: (0,summary/* median */.JZ)(timesB) / (0,summary/* median */.JZ)(timesA),
        warnings: warningsOf(a, b, paired),
    };
    const declared = [a, b].filter((sample) => sample.how === 'declared');
    if (declared.length > 0) {
        const reason = `${declared.map((s) => s.name).join(' and ')}: declared, not measured here.`;
        const further = {
            runs: null,
            method: 'No number of runs settles it: the declared side would have to be measured.',
        };
        return { ...sides, interval: null, test: null, verdict: 'observed, not established', reason, further };
    }
    const test = paired
        ? { name: 'signed-rank', ...signedRankTest(timesA.map((x, i) => Math.log(timesB[i] / x))) }
        : { name: 'rank-sum', ...(0,rank_sum/* rankSumTest */.gW)(timesA, timesB) };
    const lone = timesA.length < 2 || timesB.length < 2;
    const interval = lone ? null : ratioInterval(timesA, timesB, { paired, rounds, random: seeded(seed) });
    const verdict = verdictOf(sides.ratio, interval, test, least(timesA, timesB, paired) <= alpha, alpha);
    const settled = verdict.verdict === 'faster' || verdict.verdict === 'slower';
    const further = settled ? null : furtherRuns(timesA, timesB, paired, alpha);
    return { ...sides, interval, test, ...verdict, further };
}
function verdictOf(ratio, interval, test, reachable, alpha) {
    const p = `p = ${test.p.toPrecision(2)}`;
    if (!reachable || interval === null) {
        const reason = `With so few runs even the clearest difference has ${p} or more, above ${alpha}.`;
        return { verdict: 'observed, not established', reason };
    }
    const apart = interval.low > 1 || interval.high < 1;
    if (test.p <= alpha && apart) {
        return { verdict: ratio < 1 ? 'faster' : 'slower', reason: `${p}, and the interval leaves out 1.` };
    }
    const missing = test.p > alpha ? `${p} is above ${alpha}` : `${p}, but the interval reaches 1`;
    return { verdict: 'no difference shown', reason: `${missing}. That does not show that they are equal.` };
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
 */
function forecast(points, marks, now) {
    const values = daily(points, now);
    const days = values.length > 1 ? values.at(-1)[0] - values[0][0] : 0;
    const known = { days: Math.floor(days * 10) / 10, values: values.length };
    if (days < LEAST_DAYS || values.length < LEAST_VALUES) {
        const unknown = `${values.length} days with values over ${known.days} days; it needs ${LEAST_VALUES} over ${LEAST_DAYS}`;
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
        { id: 'build_docker', argv: ['sh', '-c', 'command -v docker || exit 127'] },
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
        result: resultIn(results),
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
function resultIn(results) {
    const wayOut = 'Measure: edge-phase1 apply build-test';
    const read = (0,reading/* resultOf */.Bg)(results, 'build_result');
    if (read.code !== 0) {
        const missing = /No such file/.test(read.stderr);
        return { unreadable: missing ? 'nothing was measured yet' : (0,reading/* lastWords */.aN)(read), wayOut };
    }
    return (0,build_result/* parseResult */.F)(read.stdout) ?? { unreadable: 'the result is of another version, or torn', wayOut };
}
const explained = (text) => (0,build_result/* splitProgress */._i)(text).map(({ text: told, ...build }) => ({ ...build, progress: parseProgress(told) }));

// EXTERNAL MODULE: ./build/stats/summary.js
var summary = __webpack_require__(7127);
// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(6264);
// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(7448);
;// CONCATENATED MODULE: ./build/steps/build-test/plan.js







/** What would be measured, and about how long it takes. */
function plan_plan(situation) {
    const refusal = refusalFor(situation);
    if (refusal)
        return (0,plan/* refused */.J)(STEP, 'apply', refusal);
    const { config } = situation;
    const file = dockerfileOf(config);
    const scenarios = measured(situation);
    const builds = scenarios.reduce((sum, scenario) => sum + timesOf(situation, scenario), 0);
    const estimate = estimateOf(situation, scenarios);
    return (0,plan/* finished */.x)({
        step: STEP,
        intent: 'apply',
        summary: `${file}: ${builds} timed ${builds === 1 ? 'run' : 'runs'} (${scenarios.join(', ')}), ${estimate}.`,
        basis: basisOf(situation),
        changes: [begin(situation), ...scenarios.map((scenario) => measurement(scenario, situation)), end],
        target: `build times of ${file}`,
        notes: notesOf(situation),
    });
}
/** A measurement changes nothing that stays. */
function rollback({ machine, config }) {
    return (0,plan/* finished */.x)({
        step: STEP,
        intent: 'rollback',
        summary: 'A build test leaves nothing but its result: there is nothing to take back.',
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
    if (context === null) {
        return {
            code: 'not-configured',
            message: 'The folder to build is not configured.',
            wayOut: 'Set build_test.context to the checkout on the server, as /srv/app, and build_test.dockerfile to its Dockerfile.',
        };
    }
    if (facts.docker === 'not installed') {
        return {
            code: 'no-docker',
            message: 'Docker is not installed.',
            wayOut: 'Install it: apt-get install docker.io docker-cli docker-buildx',
        };
    }
    if (facts.context === 'missing') {
        return {
            code: 'no-context',
            message: `There is no folder '${context}'.`,
            wayOut: 'Set build_test.context to the checkout on the server.',
        };
    }
    if (facts.dockerfile === 'missing') {
        return {
            code: 'no-dockerfile',
            message: `There is no Dockerfile '${dockerfileOf(config)}'.`,
            wayOut: 'Set build_test.dockerfile to its path in the context, or to an absolute path.',
        };
    }
    if (measured(situation).length === 0) {
        return {
            code: 'nothing-to-measure',
            message: 'No scenario is to be measured.',
            wayOut: 'Set at least one of build_test.runs above 0.',
        };
    }
    return undefined;
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
function estimateOf(situation, scenarios) {
    const times = scenarios.map((scenario) => ({ scenario, seconds: lastSeconds(situation, scenario) }));
    const known = times.filter((t) => t.seconds !== undefined);
    if (known.length === 0)
        return 'never measured here: how long it takes is not known';
    const total = known.reduce((sum, t) => sum + t.seconds * timesOf(situation, t.scenario), 0);
    const unknown = times.filter((t) => t.seconds === undefined).map((t) => t.scenario);
    const rest = unknown.length === 0 ? '' : `, and as long as ${unknown.join(' and ')} takes, which is not known`;
    return `about ${(0,units/* duration */.p)(total)} after the last times${rest}`;
}
function begin({ config: { build_test } }) {
    const own = build_test.builder === 'own';
    return {
        id: 'builder',
        title: own ? 'Copy the context' : 'Start a throw-away Docker daemon, and copy the context',
        command: own ? `cp -a ${build_test.context} …` : `dockerd --data-root … ; cp -a ${build_test.context} …`,
        why: own
            ? 'The checkout is never written to.'
            : "Only an empty builder of its own is cold without emptying the server's, and the checkout is never written to.",
        check: own ? 'The copy is complete.' : 'It answers, and has the base images.',
        undo: 'It is removed in the end, also after a failure or a stop.',
    };
}
function measurement(scenario, { config: { build_test } }) {
    const often = build_test.runs[scenario];
    const { ref, write } = build_test.registry_cache;
    const writes = scenario === 'registry' && write;
    return {
        id: scenario,
        title: `Measure ${build_result/* SCENARIO_TITLES */.tx[scenario]}, ${often === 1 ? 'once' : `${often} times`}${writes ? '; write that cache first' : ''}`,
        command: scenario === 'base'
            ? 'docker pull …'
            : `docker build --file ${build_test.dockerfile} ${scenario === 'registry' ? `--cache-from type=registry,ref=${ref} ` : ''}…`,
        why: WHY[scenario],
        check: 'Its exit code; a build that fails is a result.',
        undo: `Not needed: the image has a name of its own, and is removed.${writes ? ` Only the cache stays, at ${ref}.` : ''}`,
    };
}
const WHY = {
    base: 'What a new server, or a pruned one, waits for before anything is built.',
    cold: 'The whole cost of the Dockerfile: nothing of it is in the cache.',
    warm: 'What a build costs that does nothing: reading the context, looking everything up, exporting.',
    changed: 'What a developer waits for after changing the source.',
    registry: 'What a machine waits for that never built this, or that had to throw its cache away.',
};
const end = {
    id: 'result',
    title: 'Keep the result, and remove all that was made for it',
    command: `write ${build_result/* RESULT */.Mr}`,
    why: 'Reports and later comparisons come from it, also after a lost connection.',
    check: 'The file is complete.',
    undo: 'Delete the file.',
};
function notesOf(situation) {
    const { facts } = situation;
    const { build_test } = situation.config;
    return [
        ...(build_test.drop_caches ? ['The page cache of the whole server is emptied before each cold build.'] : []),
        ...(build_test.builder === 'own'
            ? [
                "In the server's own builder, cold is --no-cache, and its cache grows by these builds; cache mounts get names of this run, which are removed.",
            ]
            : []),
        ...cacheNotes(situation),
        ...(facts.dockerfile === 'not known' || facts.context === 'not known'
            ? ['This user cannot see the context or the Dockerfile; the script on the server looks as root.']
            : []),
    ];
}
function cacheNotes(situation) {
    const { builder, registry_cache, runs } = situation.config.build_test;
    const { ref, write } = registry_cache;
    if (ref === null || runs.registry === 0)
        return [];
    if (builder === 'own') {
        return [
            "The cache of the registry is not measured: only a throw-away builder is empty, the server's own is never emptied.",
        ];
    }
    const second = sides(situation) === 2 ? ['The cache of the registry is measured for this side only.'] : [];
    if (!write)
        return second;
    return [
        `The cache is written to ${ref} and stays there, with the layers of all stages. Where Docker has not containerd's store of images, that takes one more cold build.`,
        ...second,
    ];
}

// EXTERNAL MODULE: ./build/build/vertex.js
var build_vertex = __webpack_require__(6960);
// EXTERNAL MODULE: ./build/config/size.js
var config_size = __webpack_require__(1177);
// EXTERNAL MODULE: ./build/stats/compare.js + 5 modules
var compare = __webpack_require__(4445);
;// CONCATENATED MODULE: ./build/stats/judge.js
/**
 * Holds a comparison against the thresholds. It fails or warns only on a slow-down that is established, passes only where
 * the interval excludes a slow-down as large as the one that fails, and is unknown otherwise.
 */
function judge({ verdict, ratio, interval, further }, thresholds) {
    const { warn_percent: warn, fail_percent: fail } = thresholds;
    const percent = (value) => `${((value - 1) * 100).toFixed(1)} %`;
    if (verdict === 'slower') {
        const reason = `slower by ${percent(ratio)} (warns from ${warn} %, fails from ${fail} %)`;
        const slower = (ratio - 1) * 100;
        if (slower >= fail)
            return { result: 'fail', reason };
        return { result: slower >= warn ? 'warn' : 'pass', reason };
    }
    if (verdict === 'faster')
        return { result: 'pass', reason: `faster by ${percent(2 - ratio)}` };
    if (verdict === 'no difference shown' && interval && (interval.high - 1) * 100 < fail) {
        return {
            result: 'pass',
            reason: `a slow-down of ${fail} % or more is excluded (at most ${percent(interval.high)})`,
        };
    }
    const more = further?.runs ? `; ${further.runs} further runs of each may settle it` : '';
    return { result: 'unknown', reason: `neither shown nor excluded that it is slower by ${fail} %${more}` };
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
    const names = { a: 'this side', b: 'the other side' };
    return { name, scenarios: inTurn(situation, [set, other], ['b', 'a'], names), differences: [] };
}
/** What a patch that was tried gains: the newest set as it is against the same with the patch, built in turn. */
function trialOf(situation) {
    const { result } = situation.facts;
    if ((0,reading/* isUnreadable */.GZ)(result) || !result.tried || !result.against)
        return undefined;
    return inTurn(situation, [result, result.against], ['a', 'b'], { a: 'as it is', b: 'with the patch' });
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
    const scenarios = COMPARED.flatMap((scenario) => comparison_compared(situation, scenario, [sample(named.label, named, (0,build_result/* goodRuns */.c6)(named, scenario)), sample('now', set, (0,build_result/* goodRuns */.c6)(set, scenario))], false, [verticesOf(baselineBuilds, 'a', scenario), verticesOf(builds, 'a', scenario)]));
    return { name: named.label, scenarios, differences: differencesOf(named, set) };
}
function withDeclared(situation, set, minutes) {
    const declared = { name: 'declared', how: 'declared', runs: [{ seconds: minutes * 60 }] };
    const now = sample('now', set, (0,build_result/* goodRuns */.c6)(set, 'cold'));
    const scenarios = comparison_compared(situation, 'cold', [declared, now], false, [[], []]);
    return scenarios.length === 0 ? undefined : { name: `${minutes} min, declared`, scenarios, differences: [] };
}
function comparison_compared({ config }, scenario, [before, after], paired, [old, now]) {
    if (before.runs.length === 0 || after.runs.length === 0)
        return [];
    const comparison = (0,compare/* compare */.U)(before, after, { paired });
    const steps = old.length > 0 && now.length > 0 ? compareSteps(old, now) : [];
    return [{ scenario, comparison, judgement: judge(comparison, config.build_test.compare), steps }];
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
function differencesOf(before, now) {
    const [a, b] = [before.environment, now.environment];
    const facts = [
        ['host', a.host, b.host],
        ['kernel', a.kernel, b.kernel],
        ['Docker', a.docker, b.docker],
        ['buildx', a.buildx, b.buildx],
        ['builder', a.builder, b.builder],
        ['page cache', a.page_cache, b.page_cache],
        ['network of RUN', a.network, b.network],
        ['storage driver', a.storage_driver, b.storage_driver],
        ['device of the images', a.device, b.device],
        ['base images', a.bases.map((base) => base.id).join(' '), b.bases.map((base) => base.id).join(' ')],
        ['Dockerfile', before.dockerfile_sha256, now.dockerfile_sha256],
        ['context', before.context_sha256, now.context_sha256],
        ['commit', before.commit, now.commit],
    ];
    return facts.filter(([, x, y]) => x !== y).map(([name, x, y]) => `${name}: ${comparison_short(x)} before, ${comparison_short(y)} now`);
}
const comparison_short = (value) => {
    const text = String(value) || 'not known';
    return text.length > 40 ? `${text.slice(0, 19)}…` : text;
};

;// CONCATENATED MODULE: ./build/steps/build-test/tables.js







/** Rows of a table of instructions: the rest is a handful of quick ones. */
const ROWS = 15;
function tables(situation) {
    const { result, builds } = situation.facts;
    if ((0,reading/* isUnreadable */.GZ)(result))
        return [];
    const [comparison, trial] = [comparisonOf(situation), trialOf(situation)];
    return [
        ...failure(builds),
        times(result),
        ...breakdown(builds, 'cold'),
        ...breakdown(builds, 'changed'),
        ...breakdown(builds, 'registry'),
        ...(trial ? tables_compared('The patch that was tried', trial, imageNotes(result)) : []),
        ...(comparison ? tables_compared(`Against ${comparison.name}`, comparison.scenarios, differences(comparison)) : []),
        surroundings(result),
    ];
}
function failure(builds) {
    const failed = builds.findLast(({ progress }) => progress.failure || progress.words.includes('ERROR: '));
    // A base image that cannot be pulled and a cache that cannot be written are told where the times are.
    if (!failed || failed.scenario === 'base' || failed.scenario === 'export')
        return [];
    const { failure: why, words } = failed.progress;
    const lines = why ? why.log : words.split('\n');
    return [
        {
            title: why ? `The build failed at ${why.vertex.name}` : 'The build failed',
            columns: ['its last lines'],
            rows: lines.slice(-12).map((line) => [line]),
            ...(why?.vertex.seconds != null && {
                note: `It failed after ${(0,units/* duration */.p)(why.vertex.seconds)} in this instruction.`,
            }),
        },
    ];
}
function times(set) {
    const rows = build_result/* SCENARIOS */.U9.flatMap((scenario) => {
        const all = set.runs.filter((run) => run.scenario === scenario);
        if (all.length === 0)
            return [];
        const seconds = (0,build_result/* goodRuns */.c6)(set, scenario).map((run) => run.seconds);
        const failed = all.length - seconds.length;
        const middle = seconds.length === 0 ? '–' : (0,units/* duration */.p)((0,summary/* median */.JZ)(seconds));
        const range = seconds.length < 2 ? '–' : `${(0,units/* duration */.p)(Math.min(...seconds))} to ${(0,units/* duration */.p)(Math.max(...seconds))}`;
        return [
            [
                build_result/* SCENARIO_TITLES */.tx[scenario],
                String(seconds.length),
                middle,
                range,
                waiting(set, scenario),
                failed === 0 ? '' : `${failed} failed`,
            ],
        ];
    });
    const skipped = set.skipped.map(({ scenario, why }) => [build_result/* SCENARIO_TITLES */.tx[scenario], '0', '–', '–', '–', why]);
    return {
        title: 'Build times',
        columns: ['scenario', 'builds', 'median', 'range', 'waiting for the disk', ''],
        rows: [...rows, ...skipped],
        note: `Wall time of docker build, ${builderWords(set)}. Builds that only fill the cache, and warm-ups, do not count: ${set.uncounted.length}.`,
    };
}
/** Share of the builds' time in which something waited for a disk, as /proc/pressure/io counts it. */
function waiting(set, scenario) {
    const shares = (0,build_result/* goodRuns */.c6)(set, scenario).flatMap((run) => run.io_some_us === null ? [] : [run.io_some_us / 1e6 / run.seconds]);
    return shares.length === 0 ? 'not known' : `${Math.round(100 * (0,summary/* median */.JZ)(shares))} %`;
}
function builderWords({ environment }) {
    if (environment.builder === 'own')
        return "in the server's own builder; cold is --no-cache, with empty cache mounts";
    return `in a throw-away builder on the same disk, the page cache ${environment.page_cache}`;
}
/** Where the time of a scenario goes: medians over its builds, the longest first. */
function breakdown(builds, scenario) {
    const counted = builds.filter((b) => b.side === 'a' && b.scenario === scenario && b.counts && !b.progress.failure);
    const rows = medians(counted.map((b) => b.progress.vertices));
    if (rows.length === 0)
        return [];
    const last = counted.at(-1);
    const told = { rawjson: "from BuildKit's progress", plain: 'from plain progress, to tenths of a second', legacy: '' };
    return [
        {
            title: `Where the time goes: ${build_result/* SCENARIO_TITLES */.tx[scenario]}`,
            columns: ['instruction', 'time', 'transferred'],
            rows: rows
                .slice(0, ROWS)
                .map(({ name, seconds, cached, bytes }) => [
                name,
                cached ? 'cached' : (0,units/* duration */.p)(seconds),
                bytes === null || bytes < 1024 ** 2 ? '' : (0,config_size/* formatSize */.Xq)(bytes),
            ]),
            note: `Medians of ${counted.length}, ${told[last.progress.format]}. Instructions may run side by side, so that they add up to more than the whole.${counted.some((b) => b.truncated) ? ' The progress was too long to be kept whole: some are missing.' : ''}`,
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
const differences = (comparison) => comparison.differences.map((difference) => `Not the same: ${difference}.`);
/** What a patch does to the image, where both were built. */
function imageNotes({ image_bytes: before, against }) {
    const after = against?.image_bytes ?? null;
    return before === null || after === null
        ? []
        : [`The image has ${(0,config_size/* formatSize */.Xq)(after)} with the patch, ${(0,config_size/* formatSize */.Xq)(before)} without.`];
}
function tables_compared(title, scenarios, notes) {
    if (scenarios.length === 0)
        return [];
    const rows = scenarios.map(({ scenario, comparison: { a, b, ratio, interval, verdict, further } }) => [
        build_result/* SCENARIO_TITLES */.tx[scenario],
        `${(0,units/* duration */.p)(a.median)} (${a.how === 'declared' ? 'declared' : a.runs})`,
        `${(0,units/* duration */.p)(b.median)} (${b.runs})`,
        interval ? `${ratio.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : ratio.toFixed(2),
        verdict,
        further ? (further.runs === null ? further.method : `${further.runs} further runs of each may settle it`) : '',
    ]);
    const doubts = [...new Set(scenarios.flatMap(({ comparison }) => comparison.warnings.map((w) => w.message)))];
    const note = [...doubts, ...notes].join(' ');
    return [
        {
            title,
            columns: ['scenario', 'before', 'now', 'ratio (95 %)', 'verdict', ''],
            rows,
            ...(note !== '' && { note }),
        },
        ...scenarios.flatMap(({ scenario, steps }) => {
            const moved = steps.filter(matters).slice(0, ROWS);
            if (moved.length === 0)
                return [];
            const time = (seconds) => (seconds === null ? '–' : (0,units/* duration */.p)(seconds));
            return [
                {
                    title: `What changed: ${build_result/* SCENARIO_TITLES */.tx[scenario]}`,
                    columns: ['instruction', 'before', 'now', ''],
                    rows: moved.map((s) => [
                        s.stage === '' ? s.instruction : `[${s.stage}] ${s.instruction}`,
                        time(s.before),
                        time(s.after),
                        s.change,
                    ]),
                    note: 'The largest loss first. Single instructions are observed: with few builds a small difference is noise.',
                },
            ];
        }),
    ];
}
/** Whether a line in the table of changed instructions is worth its place. */
const matters = ({ change, seconds }) => change === 'lost its cache' || (change !== 'same' && (seconds === null || Math.abs(seconds) >= 0.05));
function surroundings(set) {
    const { environment: e } = set;
    const size = (bytes) => (bytes === null ? 'not known' : (0,config_size/* formatSize */.Xq)(bytes));
    const spinning = e.rotational === null ? '' : e.rotational === 1 ? ', spinning' : ', not spinning';
    return {
        title: 'What was built, and where',
        columns: ['', ''],
        rows: [
            ['Dockerfile', `${set.dockerfile} (sha256 ${set.dockerfile_sha256.slice(0, 12)})`],
            ['context', `${set.context}, ${size(set.context_bytes)} (sha256 ${set.context_sha256.slice(0, 12)})`],
            ...(set.commit === '' ? [] : [['commit', set.commit]]),
            ['image', set.image === '' ? 'none' : `${size(set.image_bytes)} in ${set.image_layers ?? '?'} layers`],
            ...e.bases.map(({ image, digest, id }) => ['base', `${image} ${digest.trim() || id}`]),
            ['build cache', e.cache_size || 'not known'],
            ['disk', `${size(e.disk_free_before)} free before, ${size(e.disk_free_after)} with the builds on it`],
            [
                'images on',
                `${e.data_root} (${[e.device, e.disk_model || e.disk].filter(Boolean).join(', ')}${spinning}), ${e.storage_driver}`,
            ],
            [
                'Docker',
                `${e.docker}, ${e.buildx === '' ? 'no buildx' : `buildx ${e.buildx}`}${e.buildkit ? '' : ', no BuildKit'}`,
            ],
            ['host', `${e.host}, ${e.kernel}, ${e.cpus} processors, ${(0,config_size/* formatSize */.Xq)(e.memory_kib * 1024)}`],
            ...(set.registry_cache === undefined
                ? []
                : [['cache in the registry', `${set.registry_cache}, ${writtenWords(set)}`]]),
            ...(set.changed_file === '' ? [] : [['changed file', set.changed_file]]),
        ],
    };
}
/** The time of writing it is a build's with the export, in a builder that may have had everything: it only informs. */
function writtenWords({ cache_written, uncounted }) {
    const seconds = uncounted.find(({ scenario, ok }) => scenario === 'export' && ok)?.seconds;
    if (!cache_written || seconds === undefined)
        return 'not written in this run';
    return `written in this run by a build of ${(0,units/* duration */.p)(seconds)}`;
}

;// CONCATENATED MODULE: ./build/steps/build-test/verify.js





function verify(situation) {
    return [measuredCheck(situation), ...trialChecks(situation), ...comparisonChecks(situation)];
}
/** Whether the newest build test came to its end. What its time means for Phase 1 is judged by the scorecard. */
function measuredCheck({ facts }) {
    const about = {
        id: 'build_measured',
        title: 'Build test',
        target: 'every build ends well',
        how: 'measured: wall time of docker build on the server',
    };
    const { result } = facts;
    if ((0,reading/* isUnreadable */.GZ)(result))
        return { ...about, measured: `not known: ${result.unreadable}`, result: 'unknown' };
    if (result.failed !== '' && !onlyThePatchFailed(result)) {
        const why = facts.builds.findLast((b) => b.progress.failure)?.progress.failure?.vertex.name;
        const at = why === undefined ? '' : `, at ${why}`;
        return { ...about, measured: `failed: ${result.failed}${at}`, result: 'fail' };
    }
    const times = build_result/* SCENARIOS */.U9.flatMap((scenario) => {
        const runs = (0,build_result/* goodRuns */.c6)(result, scenario).map((run) => run.seconds);
        return runs.length === 0 ? [] : [`${build_result/* SCENARIO_TITLES */.tx[scenario]} ${(0,units/* duration */.p)((0,summary/* median */.JZ)(runs))} (${runs.length})`];
    });
    if (times.length === 0)
        return { ...about, measured: 'no build was measured', result: 'unknown' };
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
    const about = { title: 'The patch that was tried', target: 'builds, and is faster', informational: true };
    if (onlyThePatchFailed(result)) {
        const how = 'measured: docker build with the patch ended with an error';
        return [
            { ...about, id: 'build_tried', measured: `the build fails with it: ${result.failed}`, how, result: 'fail' },
        ];
    }
    return trial.map(({ scenario, comparison }) => {
        const { a, b, ratio, interval, verdict } = comparison;
        const range = interval ? ` (95 %: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : '';
        return {
            ...about,
            id: `build_tried_${scenario}`,
            title: `${about.title}: ${build_result/* SCENARIO_TITLES */.tx[scenario]}`,
            measured: `${verdict}: ${(0,units/* duration */.p)(b.median)} with it, ${(0,units/* duration */.p)(a.median)} without, ratio ${ratio.toFixed(2)}${range}`,
            how: howOf(comparison),
            result: verdict === 'faster' ? 'pass' : verdict === 'slower' ? 'fail' : 'unknown',
        };
    });
}
function comparisonChecks(situation) {
    const comparison = comparisonOf(situation);
    if (!comparison)
        return [];
    const { warn_percent, fail_percent } = situation.config.build_test.compare;
    return comparison.scenarios.map(({ scenario, comparison: found, judgement }) => ({
        id: `build_compared_${scenario}`,
        title: `Build time against ${comparison.name}: ${build_result/* SCENARIO_TITLES */.tx[scenario]}`,
        target: `not slower by ${fail_percent} % (warns from ${warn_percent} %)`,
        measured: measuredWords({ comparison: found, judgement }),
        how: howOf(found),
        result: judgement.result === 'warn' ? 'pass' : judgement.result,
    }));
}
function measuredWords({ comparison, judgement }) {
    const { a, b, verdict } = comparison;
    const warning = judgement.result === 'warn' ? 'WARNING: ' : '';
    return `${warning}${verdict}: ${(0,units/* duration */.p)(b.median)} against ${(0,units/* duration */.p)(a.median)}; ${judgement.reason}`;
}
function howOf({ paired, test, a, b }) {
    if (a.how === 'declared')
        return 'the baseline is declared, not measured';
    const runs = `${a.runs} and ${b.runs} builds${paired ? ', in turn' : ''}`;
    return test === null ? runs : `${runs}; exact ${test.name} test, bootstrap of the ratio of medians`;
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
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6264);
/* harmony import */ var _figures__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3997);
/* harmony import */ var _result__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4543);



/** Figures that an extension of a logical volume cannot change, because the disk stays the same. */
const WATCHED = [
    ['rand_write_iops', '4 KiB synced writes/s'],
    ['buffered_mib_s', 'hdparm -t MiB/s'],
];
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
            return `the volume of ${now.mount} on ${now.key} grew from ${(0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(then.volume_bytes)} to ${(0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(now.volume_bytes)}`;
        }
    }
    return undefined;
}
const sameIn = (before, { key }, after) => before.disks.find((disk) => (0,_result__WEBPACK_IMPORTED_MODULE_1__/* .isSameDisk */ .SV)(disk, key, before.boot === after.boot));
const rowsOf = (before, after) => after.disks.flatMap((now) => {
    const then = sameIn(before, now, after);
    if (!then)
        return [];
    return WATCHED.flatMap(([name, figure]) => {
        const [a, b] = [(0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .figuresOf */ .h5)(then, name), (0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .figuresOf */ .h5)(now, name)];
        return a && b ? [{ disk: now.key, figure, before: a, after: b, held: isSame(a, b) }] : [];
    });
});
function isSame(a, b) {
    const overlap = !(0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .isApart */ .zB)(a, b) && !(0,_figures__WEBPACK_IMPORTED_MODULE_2__/* .isApart */ .zB)(b, a);
    return overlap || Math.max(a.median, b.median) <= SAME * Math.min(a.median, b.median);
}
/** What the control says, in words. */
function controlText({ grown, rows }) {
    const broken = rows.filter(({ held }) => !held).map(({ disk, figure }) => `${disk}: ${figure}`);
    const between = `Between the two measurements ${grown}, which cannot change these figures.`;
    if (rows.length === 0)
        return `${between} Nothing was measured both times, so it controls nothing.`;
    if (broken.length === 0)
        return `${between} They did not change: the control held.`;
    return `${between} They did (${broken.join('; ')}): the control did not hold. Something else changed, such as the load or the place of the file; do not take a difference between builds before and after for an effect of the extension.`;
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
/** `41.2 (38.0–44.1)`, in units of `unit`. */
function shown(figures, unit = 1) {
    if (!figures)
        return '–';
    const { median, least, most, runs } = figures;
    return runs === 1
        ? digits(median / unit)
        : `${digits(median / unit)} (${digits(least / unit)}–${digits(most / unit)})`;
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
/* harmony import */ var _stats_rank_sum__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3179);
/* harmony import */ var _figures__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3997);
/* harmony import */ var _result__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4543);





/** A difference smaller than this is not worth moving data for, however sure it is. */
const WORTHWHILE = 1.1;
/** The usual line for an exact test. */
const SURE = 0.05;
const isBusy = ({ rounds, busy_percent_before }) => rounds.some(({ busy }) => busy) || (busy_percent_before ?? 0) >= _result__WEBPACK_IMPORTED_MODULE_2__/* .BUSY_PERCENT */ .Eu;
/** The disks that were measured with a file, the one with most small synced writes first. */
const ranked = ({ disks }) => disks
    .flatMap((disk) => {
    const writes = (0,_figures__WEBPACK_IMPORTED_MODULE_3__/* .figuresOf */ .h5)(disk, 'rand_write_iops');
    return writes ? [{ disk, writes }] : [];
})
    .sort((a, b) => b.writes.median - a.writes.median);
/** Which disk suits Docker's data and the build cache best, how sure that is, and where they are now. */
function bestHome(result, facts) {
    const order = ranked(result);
    const [best, second] = order;
    if (!best)
        return 'Which disk suits builds best is not known: none was measured with a file.';
    if (!second)
        return `Only ${best.disk.key} was measured with a file: there is no other to compare it with.`;
    const choice = compared(best, second);
    const where = dataDisks(facts);
    const now = where.length === 0
        ? `On which disk Docker's data (${facts.dataRoot}) lies is not known.`
        : `Docker's data (${facts.dataRoot}) lies on ${where.join(' and ')} now.`;
    if (!choice.better)
        return `${choice.text} ${now} Speed is no reason to move it.`;
    if (where.length === 1 && where[0] === best.disk.key)
        return `${choice.text} ${now}`;
    return `${choice.text} ${now} Moving it is a change of its own (data-root in daemon.json), which this step does not make.`;
}
function compared(best, second) {
    const [one, other] = [best.disk.key, second.disk.key];
    const ratio = best.writes.median / second.writes.median;
    if (!(0,_figures__WEBPACK_IMPORTED_MODULE_3__/* .isApart */ .zB)(best.writes, second.writes)) {
        return {
            better: false,
            text: `For small synced writes ${one} and ${other} cannot be told apart: their rounds overlap.`,
        };
    }
    if (ratio < WORTHWHILE) {
        return { better: false, text: `For small synced writes ${one} and ${other} are as good as equal.` };
    }
    const times = Number.isFinite(ratio) ? `${(0,_figures__WEBPACK_IMPORTED_MODULE_3__/* .digits */ .vm)(ratio)} times as many` : 'more';
    const { runs: n } = best.writes;
    const { runs: m } = second.writes;
    const chance = (0,_stats_rank_sum__WEBPACK_IMPORTED_MODULE_4__/* .leastP */ .WX)(n, m);
    const busy = [best, second].filter(({ disk }) => isBusy(disk)).map(({ disk }) => disk.key);
    const sure = busy.length > 0
        ? `observed, not established: ${busy.join(' and ')} worked for others at the time`
        : chance >= SURE
            ? `observed, not established: with ${n} rounds against ${m}, chance alone does it with p = ${chance.toFixed(2)}; 4 against 4 can tell`
            : `in every one of ${n} rounds against ${m}, exact rank test p = ${chance.toFixed(3)}`;
    return {
        better: true,
        text: `${one} is the best home for Docker's data and the build cache: ${times} small synced writes a second as ${other} (${sure}).`,
    };
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
function fileSystemFacts(results, type) {
    if (/^ext[234]$/.test(type))
        return extFacts(results);
    if (type === 'xfs')
        return xfsFacts(results);
    return { unreadable: `${type} is not a file system that this step knows`, wayOut: 'It grows ext4 and xfs.' };
}
function extFacts(results) {
    const header = (0,reading/* outputOf */.jH)(results, 'dumpe2fs');
    if (header === undefined) {
        const result = (0,reading/* resultOf */.Bg)(results, 'dumpe2fs');
        return {
            unreadable: `the ext4 header cannot be read (${(0,reading/* lastWords */.aN)(result)})`,
            wayOut: (0,reading/* isNotInstalled */.SE)(result)
                ? 'Install its tool: apt-get install e2fsprogs'
                : ((0,reading/* rightWayOut */.uo)(results, 'dumpe2fs') ?? 'See what `dumpe2fs -h` says as root.'),
        };
    }
    const field = (name) => new RegExp(`^${name}: *(.*)$`, 'm').exec(header)?.[1] ?? '';
    const block = Number(field('Block size'));
    const bytes = Number(field('Block count')) * block;
    if (!(bytes > 0)) {
        return { unreadable: 'the ext4 header does not tell its size', wayOut: 'See what `dumpe2fs -h` says as root.' };
    }
    const state = field('Filesystem state');
    const errors = Number(field('FS Error count') || 0);
    return {
        bytes,
        // resize2fs leaves out a last block group that is too small to hold its own tables.
        slackBytes: Number(field('Blocks per group')) * block,
        damage: state.includes('error') || errors > 0 ? `state '${state}', error count ${errors}` : '',
    };
}
function xfsFacts(results) {
    const geometry = /^data[^=]*=\s+bsize=(\d+)\s+blocks=(\d+)/m.exec((0,reading/* outputOf */.jH)(results, 'xfs_info') ?? '');
    if (!geometry) {
        const result = (0,reading/* resultOf */.Bg)(results, 'xfs_info');
        return {
            unreadable: `xfs_info does not answer (${(0,reading/* lastWords */.aN)(result)})`,
            wayOut: (0,reading/* isNotInstalled */.SE)(result) ? 'Install it: apt-get install xfsprogs' : 'See what `xfs_info` says as root.',
        };
    }
    return { bytes: Number(geometry[1]) * Number(geometry[2]), slackBytes: 16 * MIB, damage: '' };
}

// EXTERNAL MODULE: ./build/facts/lvm.js
var lvm = __webpack_require__(6054);
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
    const block = (0,facts_block/* blockFacts */.zh)(results);
    return {
        block,
        lvm: (0,lvm/* lvmFacts */.b9)(results),
        fileSystem: fileSystemFacts(results, (0,facts_block/* mountAt */.LS)(block, config.extend_lvm.mount)?.type ?? ''),
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
// EXTERNAL MODULE: ./build/steps/disk-test/result.js
var disk_test_result = __webpack_require__(4543);
;// CONCATENATED MODULE: ./build/steps/disk-test/facts.js




/** Only this key of daemon.json: others may hold passwords, of a proxy for example. */
const DATA_ROOT = 's/.*"data-root"[[:space:]]*:[[:space:]]*"\\([^"]*\\)".*/\\1/p';
const reads = (config) => [
    ...(0,facts_block/* blockReads */.hV)(config.extend_lvm.mount),
    ...facts_disks/* disksReads */.C$,
    { id: 'disks_tools', argv: ['sh', '-c', 'command -v hdparm; command -v fio; :'] },
    { id: 'disks_data_root', argv: ['sed', '-n', DATA_ROOT, '/etc/docker/daemon.json'] },
    { id: 'disks_result', argv: ['cat', disk_test_result/* RESULT_FILE */.FX] },
];
function facts(results) {
    const block = (0,facts_block/* blockFacts */.zh)(results);
    const tools = (0,reading/* outputOf */.jH)(results, 'disks_tools') ?? '';
    return {
        block,
        disks: (0,facts_disks/* physicalDisks */.W9)(results, block),
        tools: { hdparm: /\/hdparm$/m.test(tools), fio: /\/fio$/m.test(tools) },
        dataRoot: (0,reading/* outputOf */.jH)(results, 'disks_data_root')?.trim() || '/var/lib/docker',
        results: resultsOf(results),
    };
}
function resultsOf(results) {
    const read = (0,reading/* resultOf */.Bg)(results, 'disks_result');
    if (read.code !== 0) {
        if (/no such file/i.test(read.stderr))
            return [];
        return {
            unreadable: `${disk_test_result/* RESULT_FILE */.FX} cannot be read (${(0,reading/* lastWords */.aN)(read)})`,
            wayOut: `See: ls -l ${disk_test_result/* RESULT_FILE */.FX}`,
        };
    }
    try {
        return (0,disk_test_result/* parseResults */.c2)(read.stdout);
    }
    catch (error) {
        return {
            unreadable: `${disk_test_result/* RESULT_FILE */.FX} is not what this version keeps (${error.message})`,
            wayOut: `Measure again; the next result replaces it.`,
        };
    }
}
/** The newest result; undefined where there is none that can be read. */
const newestResult = ({ results }) => (0,reading/* isUnreadable */.GZ)(results) ? undefined : results[0];

// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(6264);
// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(7448);
// EXTERNAL MODULE: ./build/steps/disk-test/figures.js
var figures = __webpack_require__(3997);
;// CONCATENATED MODULE: ./build/steps/disk-test/targets.js



const GIB = 1024 ** 3;
/** The disks that the configuration names, or all of them, each with the place for its file. */
function targetsOf(facts, { disk_test: wish }) {
    const disks = chosenDisks(facts, wish.disks);
    if ('code' in disks)
        return disks;
    return disks.map((disk) => {
        const place = placeOn(facts, disk, wish.size);
        const forbidden = wish.fio
            ? !facts.tools.fio && 'fio is not installed (apt-get install fio)'
            : 'writing a file was not allowed (disk_test.fio)';
        return { disk, ...place, noFile: forbidden || place.noFile };
    });
}
function chosenDisks({ disks, block }, wanted) {
    if (disks.length === 0) {
        return { code: 'no-disk', message: 'No physical disk is seen.', wayOut: 'See: lsblk -d -o PATH,TYPE,SIZE,SERIAL' };
    }
    if (wanted.length === 0)
        return disks;
    const found = new Set();
    for (const name of wanted) {
        const named = disksNamed(disks, block, name);
        if (named.length === 0) {
            return {
                code: 'disk-not-found',
                message: `There is no disk '${name}': no serial number, no volume group with an active volume, no mount point on a disk.`,
                wayOut: 'See: lsblk -o NAME,SIZE,SERIAL,MOUNTPOINTS and ls -l /dev/disk/by-id',
            };
        }
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
function placeOn({ disks, block }, disk, size) {
    const seen = [...new Map(block.mounts.map((mount) => [mount.target, mount])).values()];
    const here = seen
        .map((mount) => ({ mount, on: disksOfMount(disks, block, mount) }))
        .filter(({ on }) => on.includes(disk))
        .sort((a, b) => b.mount.bytes - a.mount.bytes || (a.mount.target < b.mount.target ? -1 : 1));
    const [largest] = here;
    if (!largest)
        return { noFile: 'no file system of it is mounted' };
    const fit = here.find(({ mount, on }) => reasonAgainst(mount, on.length) === '');
    if (!fit)
        return { noFile: reasonAgainst(largest.mount, largest.on.length) };
    return { mount: fit.mount, noFile: spaceShort(fit.mount, size) };
}
function disksOfMount(disks, block, { source }) {
    const device = (0,facts_block/* deviceAt */.ON)(block, source);
    return device ? (0,facts_disks/* disksUnder */.bb)(disks, block, device) : [];
}
function reasonAgainst({ target, type, options }, disks) {
    if (type !== 'ext4' && type !== 'xfs')
        return `${target} is ${type}; only ext4 and xfs are measured`;
    if (!options.includes('rw'))
        return `${target} is mounted read-only`;
    return disks > 1 ? `${target} lies on other disks as well` : '';
}
/** 5 % of the file system, and at least 1 GiB, stay free: the test must not be what brings a server to its limits. */
function spaceShort({ target, bytes, availableBytes }, size) {
    const stays = Math.max(Math.floor(bytes / 20), GIB);
    if (availableBytes >= size + stays)
        return '';
    return `${target} has too little space: ${(0,figures/* mib */.jO)(availableBytes)} are free, the file takes ${(0,figures/* mib */.jO)(size)}, and ${(0,figures/* mib */.jO)(stays)} have to stay free`;
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
    const { gap } = facts.block;
    if (gap)
        return (0,plan/* refused */.J)(STEP, 'apply', { code: 'unknown', message: `${gap.unreadable}.`, wayOut: gap.wayOut });
    const targets = targetsOf(facts, config);
    if ('code' in targets)
        return (0,plan/* refused */.J)(STEP, 'apply', targets);
    const withFile = targets.filter(({ noFile }) => noFile === '');
    if (!facts.tools.hdparm && withFile.length === 0)
        return (0,plan/* refused */.J)(STEP, 'apply', nothingToMeasure(targets));
    const { runs, seconds, size } = config.disk_test;
    const disk_keys = targets.map(({ disk }) => disk.key).join(',');
    const files = withFile.map(({ disk, mount }) => `${disk.key}:${mount.target}`).join(',');
    const changes = [
        ...(facts.tools.hdparm ? [read(targets, runs)] : []),
        ...(withFile.length > 0 ? [write(withFile, runs, seconds, size)] : []),
        save(),
    ];
    const about = (0,units/* duration */.p)(WATCH_SECONDS +
        (facts.tools.hdparm ? targets.length * runs * HDPARM_SECONDS : 0) +
        withFile.length * runs * FIO_JOBS * (seconds + FIO_EXTRA_SECONDS));
    const space = withFile.length > 0
        ? `the file takes ${(0,figures/* mib */.jO)(size)}, on one disk at a time, and its space is free again afterwards`
        : 'nothing is written to them';
    return (0,plan/* finished */.x)({
        step: STEP,
        intent: 'apply',
        summary: `Measure ${targets.length} disk(s), ${runs} time(s) each: about ${about}; ${space}.`,
        basis: { machine_id: machine.id, disk_keys, files, runs, seconds, size_bytes: size },
        changes,
        target: `${disk_keys}; ${files}; ${runs} x ${seconds} s, ${size} bytes`,
        notes: notesOf(situation, targets),
    });
}
/** A measurement leaves nothing that could be taken back. */
const rollback = ({ machine }) => (0,plan/* finished */.x)({
    step: STEP,
    intent: 'rollback',
    summary: 'A measurement changes nothing: there is nothing to take back.',
    basis: { machine_id: machine.id },
    changes: [],
    target: '',
});
const names = (targets) => targets.map(({ disk }) => `${disk.key} (now ${disk.device.path})`).join(', ');
const read = (targets, runs) => ({
    id: 'hdparm',
    title: `Read from ${names(targets)}, ${runs} time(s) each, in turn`,
    command: `hdparm -Tt ${targets.map(({ disk }) => disk.device.path).join(', then ')}`,
    why: 'It is what the plan of Phase 1 asks for: how fast a disk reads in one piece. It says little about builds.',
    check: 'Each round gives a figure; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
    undo: 'Not needed: the disks are opened for reading only.',
});
const write = (targets, runs, seconds, size) => ({
    id: 'fio',
    title: `Write and read a file of ${(0,figures/* mib */.jO)(size)} on ${targets.map(({ mount }) => mount.target).join(', ')}, ${runs} time(s) each, in turn`,
    command: `fio: 1 MiB writes and reads in one piece, 4 KiB reads, 4 KiB writes each with fsync; ${seconds} s each`,
    why: 'Builds write many small files and wait for them to be on the disk: synced small writes are what a disk is slow at.',
    check: 'Each round gives figures; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
    undo: 'Not needed: the file has no name from before its space is taken, so that it is gone when its last reader is, also after kill -9.',
});
const save = () => ({
    id: 'save',
    title: 'Keep the result on the host',
    command: `write ${disk_test_result/* RESULT_FILE */.FX}`,
    why: 'Checks, reports and the next comparison are made from it.',
    check: 'The next look reads it.',
    undo: 'Not needed: it only tells what was measured. The last six results are kept.',
});
function nothingToMeasure([first]) {
    return {
        code: 'nothing-to-measure',
        message: `Nothing can be measured: hdparm is not installed, and ${first.noFile}.`,
        wayOut: 'Install both: apt-get install hdparm fio',
    };
}
function notesOf({ facts, config }, targets) {
    const { results } = facts;
    return [
        ...targets.map(({ disk }) => {
            const holds = (0,facts_disks/* contentsOf */.KD)(facts.block, disk);
            return `${disk.key} is ${disk.device.path} in this boot; on it: ${holds.join(', ') || 'nothing that is mounted'}.`;
        }),
        ...targets
            .filter(({ disk }) => disk.key !== disk.device.serial)
            .map(({ disk }) => `${disk.key} has no serial number of its own: its results hold for this boot only, because its name may be another disk's in the next.`),
        ...(facts.tools.hdparm
            ? []
            : ['hdparm is not installed: how fast the disks read in one piece stays unknown (apt-get install hdparm).']),
        ...targets
            .filter(({ noFile }) => noFile !== '')
            .map(({ disk, noFile }) => `${disk.key}: no file is written, because ${noFile}.`),
        ...targets.flatMap((target) => layersUnder(facts, target).map((layer) => `${target.disk.key}: the file lies on a device of type ${layer}; its figures include what that costs.`)),
        ...(config.disk_test.runs < 4
            ? [`With ${config.disk_test.runs} run(s) a difference between disks is observed, not established; 4 can tell.`]
            : []),
        ...((0,reading/* isUnreadable */.GZ)(results) ? [`${results.unreadable}. ${results.wayOut}`] : []),
        'Extending a logical volume cannot change these figures. Measured before and after it, they are a control: where they differ, something else has changed.',
    ];
}

// EXTERNAL MODULE: ./build/steps/disk-test/control.js
var disk_test_control = __webpack_require__(7197);
// EXTERNAL MODULE: ./build/steps/disk-test/ranking.js
var ranking = __webpack_require__(622);
;// CONCATENATED MODULE: ./build/steps/disk-test/tables.js








const MIB = 1024 ** 2;
const MS = 1e6;
function tables({ facts }) {
    const newest = newestResult(facts);
    const control = (0,reading/* isUnreadable */.GZ)(facts.results) ? undefined : (0,disk_test_control/* controlOf */.r)(facts.results);
    return [
        ...(facts.disks.length > 0 ? [diskTable(facts, newest)] : []),
        ...(newest ? [speedTable(facts, newest)] : []),
        ...(control ? [controlTable(control)] : []),
    ];
}
const diskTable = (facts, newest) => ({
    title: 'The disks',
    columns: ['Disk', 'Now', 'Model', 'Size', 'Kind', 'Scheduler', 'SMART', 'On it'],
    rows: facts.disks.map((disk) => [
        disk.key,
        disk.device.name,
        disk.device.model || 'not known',
        (0,units/* gib */.$)(disk.device.bytes),
        disk.device.rotational ? 'rotates, says the kernel' : 'does not rotate',
        disk.scheduler || 'not known',
        newest?.disks.find(({ key }) => key === disk.key)?.smart ?? 'not asked yet',
        (0,facts_disks/* contentsOf */.KD)(facts.block, disk).join(', ') || 'nothing that is mounted',
    ]),
    note: 'Names such as sda belong to one boot. Whether a virtual disk rotates is the claim of the machine under it.',
});
/** The best for builds first; then the disks that were only read. */
function speedTable(facts, newest) {
    const first = (0,ranking/* ranked */.ad)(newest).map(({ disk }) => disk);
    const rest = newest.disks.filter((disk) => !first.includes(disk));
    const { runs, seconds, size_bytes } = newest.options;
    const missing = newest.disks.flatMap(({ key, no_file, no_hdparm }) => [
        ...(no_file ? [`${key}: nothing was measured with a file, because ${no_file}.`] : []),
        ...(no_hdparm ? [`${key}: no figure of hdparm, because ${no_hdparm}.`] : []),
    ]);
    return {
        title: `How fast they are (${newest.time})`,
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
        rows: [...first, ...rest].map((disk) => speedRow(disk)),
        note: [
            `Median of ${runs} round(s) and their range; a file of ${(0,figures/* mib */.jO)(size_bytes)}, ${seconds} s a measurement.`,
            (0,ranking/* bestHome */.M1)(newest, facts),
            ...missing,
        ].join(' '),
    };
}
function speedRow(disk) {
    const cell = (name, unit) => (0,figures/* shown */.SP)((0,figures/* figuresOf */.h5)(disk, name), unit);
    return [
        disk.key,
        cell('rand_write_iops'),
        cell('fsync_p50_ns', MS),
        cell('fsync_p99_ns', MS),
        cell('rand_read_iops'),
        cell('seq_write_bytes_s', MIB),
        cell('seq_read_bytes_s', MIB),
        cell('buffered_mib_s'),
        othersText(disk),
    ];
}
function othersText({ rounds, busy_percent_before }) {
    const busy = rounds.filter((round) => round.busy);
    const before = busy_percent_before ?? 0;
    if (busy.length === 0)
        return before >= disk_test_result/* BUSY_PERCENT */.Eu ? `busy before (${before} % of the time)` : 'none worth saying';
    const most = Math.max(...busy.map((round) => round.others_ops ?? 0));
    return `BUSY in ${busy.length} of ${rounds.length} (up to ${most} operations/s)`;
}
const controlTable = (control) => ({
    title: 'Negative control: extending a volume cannot change a disk',
    columns: ['Disk', 'Figure', control.before.time, control.after.time, 'Same'],
    rows: control.rows.map(({ disk, figure, before, after, held }) => [
        disk,
        figure,
        (0,figures/* shown */.SP)(before),
        (0,figures/* shown */.SP)(after),
        held ? 'yes' : 'NO',
    ]),
    note: (0,disk_test_control/* controlText */.J)(control),
});

;// CONCATENATED MODULE: ./build/steps/disk-test/verify.js






/** Each disk measured, while it did nothing else; and its health where it tells. They inform: none has a weight. */
function verify({ facts, config, machine }) {
    const targets = targetsOf(facts, config);
    if ('code' in targets) {
        const reason = facts.block.gap?.unreadable ?? targets.message;
        return [{ ...speedCheck('', `not known: ${reason}`, 'unknown', 'nothing was measured'), ...NO_DISK }];
    }
    const result = newestResult(facts);
    const why = (0,reading/* isUnreadable */.GZ)(facts.results) ? facts.results.unreadable : 'not measured yet: run apply disk-test';
    return targets.flatMap(({ disk: { key } }) => {
        const disk = result?.disks.find((measured) => (0,disk_test_result/* isSameDisk */.SV)(measured, key, result.boot === machine.bootId));
        if (!disk)
            return [speedCheck(key, `not known: ${why}`, 'unknown', 'nothing was measured')];
        const how = `measured ${result.time}: hdparm -t, and fio with a file${disk.mount && ` on ${disk.mount}`}`;
        return [speedCheck(key, figuresText(disk), isComplete(disk) ? 'pass' : 'unknown', how), ...healthChecks(disk)];
    });
}
const NO_DISK = { id: 'disk_speed', title: 'Speed of the disks' };
const speedCheck = (key, measured, result, how) => ({
    id: `disk_speed.${key}`,
    title: `Speed of disk ${key}`,
    target: 'measured while it did nothing else',
    measured,
    how,
    result,
});
const isComplete = (disk) => disk.no_hdparm === '' && disk.no_file === '' && !(0,ranking/* isBusy */.A5)(disk);
function figuresText(disk) {
    const writes = (0,figures/* figuresOf */.h5)(disk, 'rand_write_iops');
    const reading = (0,figures/* figuresOf */.h5)(disk, 'buffered_mib_s');
    return [
        writes ? `${(0,figures/* shown */.SP)(writes)} small synced writes/s` : `small writes not known: ${disk.no_file}`,
        reading ? `${(0,figures/* shown */.SP)(reading)} MiB/s read` : `reading not known: ${disk.no_hdparm}`,
        ...((0,ranking/* isBusy */.A5)(disk) ? ['busy with the work of others: too low'] : []),
    ].join('; ');
}
function healthChecks({ key, smart }) {
    if (smart !== 'passed' && smart !== 'failed')
        return [];
    return [
        {
            id: `disk_health.${key}`,
            title: `Health of disk ${key}`,
            target: 'passed',
            measured: smart,
            how: 'SMART, as the disk judges itself (smartctl -H)',
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
function firstJsonError(text) {
    const reader = new Reader(text);
    return reader.document() ? undefined : errorAt(text, reader.at);
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
function errorAt(text, at) {
    const line = text.slice(0, at).split('\n').length;
    const near = text.split('\n')[line - 1] ?? '';
    const problem = /^(\/\/|\/\*|#)/.test(text.slice(at))
        ? 'there is a comment, and JSON has none'
        : at === text.length
            ? 'it ends too early'
            : 'it is not JSON there';
    return { line, near: near.trim(), problem };
}

;// CONCATENATED MODULE: ./build/facts/daemon-file.js


/** The only file of Docker's daemon that this project writes. */
const DAEMON_FILE = '/etc/docker/daemon.json';
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
    { id: 'daemon_file_kind', argv: ['stat', '-c', '%F|%a|%U:%G', DAEMON_FILE] },
    { id: 'daemon_file', argv: ['sed', '-zE', MASK, DAEMON_FILE] },
    { id: 'daemon_file_sum', argv: ['sha256sum', DAEMON_FILE] },
];
function daemonFile(results) {
    const kind = (0,reading/* resultOf */.Bg)(results, 'daemon_file_kind');
    if (kind.code !== 0) {
        return /No such file/.test(kind.stderr) ? { state: 'none' } : { state: 'unreadable', why: (0,reading/* lastWords */.aN)(kind) };
    }
    const [type = '', mode = '', owner = ''] = kind.stdout.trim().split('|');
    if (type === 'symbolic link')
        return { state: 'link' };
    const text = (0,reading/* outputOf */.jH)(results, 'daemon_file');
    const sha256 = (0,reading/* outputOf */.jH)(results, 'daemon_file_sum')?.split(' ')[0];
    if (text === undefined || sha256 === undefined) {
        return { state: 'unreadable', why: (0,reading/* lastWords */.aN)((0,reading/* resultOf */.Bg)(results, 'daemon_file')) };
    }
    const kept = { sha256, mode, owner };
    if (text.trim() === '')
        return { state: 'there', settings: {}, ...kept };
    const error = firstJsonError(text);
    if (error === undefined) {
        const settings = JSON.parse(text);
        if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) {
            return { state: 'there', settings: settings, ...kept };
        }
        return { state: 'broken', line: 1, near: '', problem: 'it is not one object in braces', ...kept };
    }
    return { state: 'broken', ...error, near: masked(error.near), ...kept };
}
/** Of a broken line, its signs. */
const masked = (line) => line.replace(/[^\s\p{P}]+/gu, '***');

;// CONCATENATED MODULE: ./build/facts/docker.js



// Named, so that a context or DOCKER_HOST of the user does not lead to another machine.
const SOCKET = '/run/docker.sock';
/** What is said where the client of Docker is missing. */
const NO_DOCKER = 'there is no docker command';
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
    { id: 'dockerd_unit', argv: ['sh', '-c', UNIT] },
    { id: 'dockerd_socket', argv: ['sh', '-c', ADDRESS, 'socket', { from: 'dockerd_unit' }] },
    { id: 'dockerd_info', argv: info({ from: 'dockerd_socket' }), root: true },
    { id: 'dockerd_ps', argv: ps({ from: 'dockerd_socket', prefix: 'unix://' }), root: true },
    { id: 'dockerd_snap', argv: ['test', '-e', '/snap/docker/current'] },
    { id: 'dockerd_flags', argv: ['sh', '-c', FLAGS, 'flags', { from: 'dockerd_unit' }] },
    ...daemonFileReads,
    { id: 'in_container', argv: ['sh', '-c', 'test -e /.dockerenv || test -e /run/.containerenv'] },
    { id: 'dockerd_processes', argv: PROCESSES },
    { id: 'dockerd_k3s', argv: ['grep', '-Eos', '^docker: *"?true', '/etc/rancher/k3s/config.yaml'] },
];
function dockerFacts(results) {
    const daemon = daemonOf(results);
    const containers = containersOf(results);
    const names = 'unreadable' in containers ? [] : containers.map(({ name }) => name);
    const processes = ((0,reading/* outputOf */.jH)(results, 'dockerd_processes') ?? '').split('\n');
    return {
        daemon,
        containers,
        file: daemonFile(results),
        unit: unitOf(results),
        flags: flagsOf(results),
        snap: (0,reading/* outputOf */.jH)(results, 'dockerd_snap') !== undefined,
        usersOwn: processes.some((line) => /^ *[1-9]\d* +dockerd /.test(line)),
        insideContainer: (0,reading/* outputOf */.jH)(results, 'in_container') !== undefined,
        runnersInContainers: processes.filter((line) => /^ *\d+ +Runner\.Listener .*docker/.test(line)).length,
        kubernetesOnDocker: /^K3s=docker$/m.test((0,reading/* outputOf */.jH)(results, 'dockerd_unit') ?? '') ||
            ((0,reading/* outputOf */.jH)(results, 'dockerd_k3s') ?? '') !== '' ||
            names.some((name) => /^k8s_/.test(name)),
    };
}
function daemonOf(results) {
    const info = (0,reading/* jsonOf */.o_)(results, 'dockerd_info');
    // What the API says when something is wrong is JSON too.
    if (typeof info?.ServerVersion !== 'string' || info.ServerVersion === '')
        return silent(results, 'dockerd_info');
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
function containersOf(results) {
    const text = (0,reading/* outputOf */.jH)(results, 'dockerd_ps');
    if (text === undefined)
        return silent(results, 'dockerd_ps');
    return text
        .split('\n')
        .filter(Boolean)
        .map((line) => {
        const [id = '', name = '', image = '', state = '', status = '', project = ''] = line.split('|');
        return { id, name, image, state, status, project };
    });
}
function silent(results, id) {
    const result = (0,reading/* resultOf */.Bg)(results, id);
    if (result.code === host/* NOT_RUN */.OG) {
        return {
            unreadable: 'Docker does not run, and was not asked: that would have started it',
            wayOut: 'See: systemctl status docker.service. Start it, then run this again.',
        };
    }
    if ((0,reading/* isNotInstalled */.SE)(result)) {
        const curl = result.argv[0] === 'curl';
        return curl
            ? { unreadable: 'there is no curl command to ask Docker with', wayOut: 'Install it: apt-get install curl' }
            : { unreadable: NO_DOCKER, wayOut: 'Install Docker, then run this again.' };
    }
    return {
        unreadable: `Docker does not answer (${result.code === 0 ? 'no server version' : (0,reading/* lastWords */.aN)(result)})`,
        wayOut: (0,reading/* rightWayOut */.uo)(results, id) ??
            'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
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
function flagsOf(results) {
    const text = (0,reading/* outputOf */.jH)(results, 'dockerd_flags');
    if (text !== undefined)
        return text.split('\n').filter(Boolean);
    const result = (0,reading/* resultOf */.Bg)(results, 'dockerd_flags');
    return {
        unreadable: `the command line of Docker's daemon cannot be read (${(0,reading/* lastWords */.aN)(result)})`,
        wayOut: 'See: systemctl status docker.service',
    };
}

;// CONCATENATED MODULE: ./build/steps/docker-config/about.js
const about_STEP = 'docker-config';

;// CONCATENATED MODULE: ./build/steps/docker-config/changes.js

const KEPT = '/var/lib/edge-phase1/docker-config';
/** The changes that this step knows, in the words of the host script. */
const change = {
    backup: (sha256) => ({
        id: 'backup',
        title: sha256 === 'none' ? `Remember that there is no ${DAEMON_FILE}` : `Keep the file as it is now in ${KEPT}`,
        command: sha256 === 'none' ? '(nothing to copy)' : `cp -p ${DAEMON_FILE} ${KEPT}/…`,
        why: 'It is what is put back when Docker does not come back, or by rollback.',
        check: 'The copy has the same sha256.',
        undo: 'Not needed: it only adds a file.',
    }),
    replace: (sha256) => ({
        id: 'replace',
        title: sha256 === 'none' ? `Write ${DAEMON_FILE}` : `Set these values in ${DAEMON_FILE}; all else stays`,
        command: `dockerd --validate --config-file …, then rename it to ${DAEMON_FILE}`,
        why: "Docker's daemon reads its settings from there.",
        check: 'Docker accepts the new file before it takes the place of the old one, whole or not at all; then its sha256.',
        undo: 'The old file is put back; where there was none, the file is deleted.',
    }),
    restore: (sha256) => ({
        id: 'restore',
        title: sha256 === 'none' ? `Delete ${DAEMON_FILE}: there was none` : 'Put the file of before back',
        command: sha256 === 'none' ? `rm ${DAEMON_FILE}` : `rename a copy from ${KEPT} to ${DAEMON_FILE}`,
        why: 'So that Docker has the settings that it had before the last change.',
        check: 'The sha256 of the file is the one that was recorded.',
        undo: 'Run apply again.',
    }),
    'live-restore': () => ({
        id: 'live-restore',
        title: 'Switch live-restore on, by a reload',
        command: 'systemctl reload docker.service',
        why: 'So that the restart that follows stops no container.',
        check: '`docker info` says that it is on.',
        undo: 'The old file is put back.',
    }),
    reload: () => ({
        id: 'reload',
        title: 'Let Docker read its file again',
        command: 'systemctl reload docker.service',
        why: 'These settings need no restart; no container is touched.',
        check: 'Docker tells of the reload, with the values that hold from then on.',
        undo: 'The old file is put back, and Docker reads that.',
    }),
    restart: (running, goOn) => ({
        id: 'restart',
        title: goOn
            ? `Restart Docker; its ${running} running container(s) go on (live-restore)`
            : `Restart Docker; its ${running} running container(s) stop and are started again`,
        command: 'systemctl restart docker.service',
        why: 'Some of these settings are only read at the start of the daemon.',
        check: 'Docker answers, every container that ran runs again, and none of them is restarted anew.',
        undo: 'The old file is put back, and Docker restarted with it, by itself.',
    }),
    containers: (count, pods) => ({
        id: 'containers',
        title: `After a restart that was cut short, start ${count} container(s) again that ran before it${pods > 0 ? `, and see that its ${pods} pods are as before` : ''}`,
        command: 'docker start …',
        why: 'Docker does not start those again by itself that have no restart policy for it; and the run that was cut short could not look at its pods any more.',
        check: 'They run, and none of them is restarted anew; pods are compared with what they were before that restart.',
        undo: 'Where pods do not come back, the old file is put back, and Docker restarted with it, by itself.',
        continuation: true,
    }),
};

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
/** The newest restart that was carried out (perhaps by two runs) or failed, with what became of the pods. */
const lastRestart = (journal) => ofStep(journal).findLast(({ event, change, pods_before }) => (event === 'done' || event === 'failed') &&
    (change === 'restart' || (change === FINISHING && pods_before !== undefined)));

;// CONCATENATED MODULE: ./build/steps/docker-config/settings.js
const NOTHING = 'Nothing: it does not touch builds.';
const CACHE = 'Much, if the cache is thrown away too early now; nothing otherwise. On a disk more than 80 % full BuildKit drops its cache all the time.';
const SINCE_28 = 'Docker 28 and newer.';
/** Everything that this step may write, in the order in which it is written. The host script has the same list. */
const SETTINGS = [
    {
        key: 'storage-driver',
        effect: 'restart',
        flags: ['--storage-driver', '-s'],
        why: 'Keeps the driver that is in use, also over updates. Written only where it is overlay2 already: another one would hide all images and containers.',
        builds: 'Nothing: it is the driver in use.',
    },
    {
        key: 'log-driver',
        effect: 'restart',
        flags: ['--log-driver'],
        why: 'The limits below are for this driver.',
        builds: NOTHING,
    },
    {
        key: 'log-opts.max-size',
        effect: 'restart',
        flags: ['--log-opt'],
        why: 'A container that writes much log fills the disk otherwise. Holds for containers that are created from then on.',
        builds: 'Nothing directly: it keeps space free on the disk.',
    },
    {
        key: 'log-opts.max-file',
        effect: 'restart',
        flags: ['--log-opt'],
        why: 'How many files of that size are kept of each container.',
        builds: NOTHING,
    },
    {
        key: 'max-concurrent-downloads',
        effect: 'reload',
        flags: ['--max-concurrent-downloads'],
        why: 'Layers pulled at a time.',
        builds: 'Nothing at 3, which is what Docker does by itself.',
    },
    {
        key: 'max-concurrent-uploads',
        effect: 'reload',
        flags: ['--max-concurrent-uploads'],
        why: 'Layers pushed at a time: fewer seeks on a hard disk.',
        builds: 'Nothing for the build; a push may be faster or slower. Measure it.',
    },
    {
        key: 'live-restore',
        effect: 'reload',
        flags: ['--live-restore'],
        why: 'Containers go on while the daemon restarts. Not with swarm mode.',
        builds: 'Nothing: a build that runs ends with the daemon all the same.',
    },
    {
        key: 'builder.gc.enabled',
        effect: 'restart',
        flags: [],
        why: 'Whether BuildKit limits its cache by itself.',
        builds: CACHE,
    },
    {
        key: 'builder.gc.defaultKeepStorage',
        effect: 'restart',
        flags: [],
        why: 'Size that the build cache may have. The old name, for Docker before 28.',
        builds: CACHE,
    },
    {
        key: 'builder.gc.defaultReservedSpace',
        effect: 'restart',
        flags: [],
        why: `Size up to which the build cache is always kept. ${SINCE_28}`,
        builds: CACHE,
    },
    {
        key: 'builder.gc.defaultMaxUsedSpace',
        effect: 'restart',
        flags: [],
        why: `Size that the build cache never exceeds. ${SINCE_28}`,
        builds: CACHE,
    },
    {
        key: 'builder.gc.defaultMinFreeSpace',
        effect: 'restart',
        flags: [],
        why: `Space on the disk that the build cache leaves free. ${SINCE_28}`,
        builds: CACHE,
    },
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





const refusal = (code, message, wayOut) => ({ code, message, wayOut });
const SNAP = refusal('snap', 'Docker is installed as a snap, which has its own configuration.', 'Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker');
const ROOTLESS = refusal('rootless', 'This Docker runs without root and has its configuration in the home of its user.', 'Edit ~/.config/docker/daemon.json by hand, then: systemctl --user restart docker');
/** Where this step cannot work at all, whatever is to be done. */
function placeRefusal({ insideContainer, usersOwn, unit, snap, file }) {
    if (insideContainer) {
        return refusal('inside-container', 'This runs inside a container, not on the host.', 'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).');
    }
    if (usersOwn && !unit.active)
        return ROOTLESS;
    if (!unit.loaded) {
        return snap
            ? SNAP
            : refusal('no-unit', 'systemd has no docker.service here.', 'Install Docker from its packages, or make this change by hand.');
    }
    if (file.state === 'link') {
        return refusal('daemon-json-link', `${DAEMON_FILE} is a link.`, `Put a file in its place (cp --remove-destination "$(readlink -f ${DAEMON_FILE})" ${DAEMON_FILE}), then run this again.`);
    }
    if (file.state === 'unreadable') {
        return refusal('unknown', `${DAEMON_FILE} cannot be read (${file.why}).`, `Docker's own packages make it readable for all: chmod 0644 ${DAEMON_FILE} and chmod 0755 /etc/docker, if no secret is in it; or run this as root.`);
    }
    return undefined;
}
/** Docker as it runs and its file; or why they cannot be planned with. */
function subjectOf(situation) {
    const { facts } = situation;
    const place = placeRefusal(facts);
    if (place)
        return place;
    const { daemon, file, flags, unit } = facts;
    if (!unit.active || (0,reading/* isUnreadable */.GZ)(daemon))
        return silentRefusal(situation);
    const other = otherFileRefusal(facts, daemon);
    if (other)
        return other;
    if ((0,reading/* isUnreadable */.GZ)(flags))
        return refusal('unknown', `${flags.unreadable}.`, flags.wayOut);
    if (file.state === 'broken') {
        return refusal('daemon-json-broken', `${DAEMON_FILE} cannot be read: line ${file.line}: ${file.problem}${file.near ? ` (${file.near})` : ''}.`, `It is left as it is. Mend it by hand (sudo sed -n ${file.line}p ${DAEMON_FILE} shows the line), then run this again.`);
    }
    return { daemon, settings: file.state === 'there' ? file.settings : {}, sha256: sumOf(facts) };
}
function silentRefusal({ facts, journal }) {
    const { daemon, unit } = facts;
    if (unit.active && (0,reading/* isUnreadable */.GZ)(daemon))
        return refusal('unknown', `${daemon.unreadable}.`, daemon.wayOut);
    return refusal('docker-down', 'Docker does not answer.', lastReplaced(journal, sumOf(facts))
        ? 'The last change of this step may be the cause; take it back: rollback docker-config. Otherwise see: journalctl -u docker.service -n 30'
        : 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.');
}
function otherFileRefusal({ flags }, daemon) {
    const words = (0,reading/* isUnreadable */.GZ)(flags) ? [] : flags;
    const at = words.findIndex((word) => word === '--config-file' || word.startsWith('--config-file='));
    const path = at < 0 ? DAEMON_FILE : (words[at].split('=')[1] ?? words[at + 1]);
    if (path !== DAEMON_FILE) {
        return refusal('other-file', `Docker is started with another configuration file (${path}).`, 'Start it without that flag (systemctl edit docker.service), or edit that file by hand.');
    }
    if (daemon.rootless)
        return ROOTLESS;
    return daemon.rootFolder.startsWith('/var/snap/') ? SNAP : undefined;
}
/** What Docker would find out only when it starts, or not at all. */
function clashRefusal({ daemon, settings }, { flags }, wanted, changes) {
    for (const { setting } of changes) {
        const unknown = unknownKeyRefusal(setting.key, daemon.version);
        if (unknown)
            return unknown;
    }
    for (const { setting } of changes) {
        const flag = (0,reading/* isUnreadable */.GZ)(flags)
            ? undefined
            : flags.find((word) => setting.flags.some((name) => word === name || (name.length === 2 && word.startsWith(name))));
        if (flag !== undefined) {
            return refusal('flag-clash', `${setting.key} is given to Docker as the flag ${flag} already, and Docker does not start when the file gives it too.`, `Take the flag out (systemctl cat docker.service shows where it comes from), or leave the setting as it is (docker_config.settings.${setting.key}: null).`);
        }
    }
    const logs = changes.some(({ setting }) => setting.key.startsWith('log-'))
        ? logRefusal(daemon, settings, wanted)
        : undefined;
    return logs ?? swarmRefusal(daemon, settings, wanted, changes);
}
/** Docker takes both on a reload, and then does not start any more. */
function swarmRefusal({ swarm }, settings, wanted, changes) {
    const wish = wanted.find(({ setting }) => setting.key === 'live-restore')?.value;
    const will = wish ?? valueAt(settings, 'live-restore');
    if (changes.length === 0 || will !== true || swarm === 'inactive')
        return undefined;
    return refusal('swarm', `Docker is in swarm mode (${swarm}), and would not start with live-restore: it says "--live-restore daemon configuration is incompatible with swarm mode".`, 'Switch live-restore off (docker_config.settings.live-restore: false), or leave the swarm (docker swarm leave).');
}
/** Docker passes over keys below `builder` that it does not know, so that they would be written for nothing. */
function unknownKeyRefusal(key, version) {
    if (!key.startsWith('builder.gc.default'))
        return undefined;
    const isNew = Number.parseInt(version, 10) >= 28;
    if (key.endsWith('KeepStorage')) {
        return isNew
            ? refusal('key-not-known', `Docker ${version} has another name for ${key}.`, 'Use docker_config.settings.builder.gc.defaultReservedSpace.')
            : undefined;
    }
    if (isNew)
        return undefined;
    return refusal('key-not-known', `Docker ${version} does not know ${key}, and would pass over it in silence.`, 'Use docker_config.settings.builder.gc.defaultKeepStorage, or a newer Docker.');
}
/** The options of each log driver that this step may set, and those of every driver. */
const LOG_OPTIONS = {
    'json-file': ['labels', 'labels-regex', 'env', 'env-regex', 'tag'],
    local: [],
};
const OPTIONS_OF_ALL = ['max-size', 'max-file', 'compress', 'mode', 'max-buffer-size'];
const LEAVE_LOGS = 'leave the logs as they are (log-driver, log-opts.max-size and log-opts.max-file: null, below docker_config.settings)';
function logRefusal(daemon, settings, wanted) {
    const wish = wanted.find(({ setting }) => setting.key === 'log-driver')?.value;
    const options = Object.keys(valueAt(settings, 'log-opts') ?? {});
    const known = [...OPTIONS_OF_ALL, ...(LOG_OPTIONS[String(wish)] ?? [])];
    const foreign = wish === undefined ? undefined : options.find((option) => !known.includes(option));
    if (foreign !== undefined) {
        return refusal('log-clash', `The log option ${foreign} in ${DAEMON_FILE} is for another log driver than ${wish}, and Docker would not start.`, `Take it out by hand, or ${LEAVE_LOGS}.`);
    }
    const driver = wish ?? daemon.logDriver;
    if (driver === 'json-file' || driver === 'local')
        return undefined;
    return refusal('log-clash', `Docker logs to ${driver}, which does not know max-size and max-file, and Docker would not start.`, `Either ${LEAVE_LOGS}, or set log-driver too.`);
}
/** A runner that lives in a container of this Docker is stopped with it, in the middle of its job. */
function restartRefusal({ runnersInContainers }, containersGoOn) {
    if (containersGoOn || runnersInContainers === 0)
        return undefined;
    return refusal('runner-in-container', 'A GitHub runner lives in a container of this Docker, and would end with it.', 'Set docker_config.settings.live-restore to true, so that containers go on, or move the runner out of the container.');
}

;// CONCATENATED MODULE: ./build/steps/docker-config/plan.js









/** From the settings that are there to the configured ones; everything else in the file stays. */
function docker_config_plan_plan(situation) {
    const subject = subjectOf(situation);
    if ('code' in subject)
        return (0,plan/* refused */.J)(about_STEP, 'apply', subject);
    const { machine, facts, config } = situation;
    const wanted = wantedOf(situation, subject);
    const differing = differences(subject.settings, wanted);
    const clash = clashRefusal(subject, facts, wanted, differing);
    if (clash)
        return (0,plan/* refused */.J)(about_STEP, 'apply', clash);
    const changes = differing.length > 0
        ? [
            change.backup(subject.sha256),
            change.replace(subject.sha256),
            ...effectChanges(facts, subject, wanted, effectOf(facts, subject, differing)),
        ]
        : restChanges(situation, subject, wanted);
    const restarts = changes.some(({ id }) => id === 'restart');
    const stop = restarts ? restartRefusal(facts, goesOn(subject, changes)) : undefined;
    if (stop)
        return (0,plan/* refused */.J)(about_STEP, 'apply', stop);
    return (0,plan/* finished */.x)({
        step: about_STEP,
        intent: 'apply',
        summary: summaryOf(differing, changes),
        basis: { machine_id: machine.id, file_sha256: subject.sha256, settings: inOneLine(differing) },
        changes,
        target: `${inOneLine(wanted.map(({ setting, value }) => ({ setting, to: value })))} in ${DAEMON_FILE}`.trim(),
        notes: [
            ...plan_notesOf(facts, subject, differing, changes, config.docker_config.settings['storage-driver']),
            ...(restarts ? podNotes(config) : []),
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
function effectChanges({ unit }, { daemon }, wanted, effect) {
    if (effect === 'reload')
        return [change.reload()];
    const switchOn = !daemon.liveRestore &&
        unit.canReload &&
        wanted.some(({ setting, value }) => setting.key === 'live-restore' && value === true);
    return [
        ...(switchOn ? [change['live-restore']()] : []),
        change.restart(daemon.running, switchOn || daemon.liveRestore),
    ];
}
/** What a run that was cut short has left: a file that Docker has not read yet, or containers and pods to look after. */
function restChanges({ facts, journal, machine }, subject, wanted) {
    const last = unsettled(journal, subject.sha256);
    if (!last)
        return [];
    if (last.invocation === facts.unit.invocation)
        return effectChanges(facts, subject, wanted, last.how ?? 'restart');
    const interrupted = last.event === 'intent' && last.change === 'restart' && last.boot === machine.bootId;
    if (!interrupted || (0,reading/* isUnreadable */.GZ)(facts.containers))
        return [];
    const stopped = facts.containers.filter(({ id, state }) => last.containers?.includes(id) && !['running', 'paused', 'restarting'].includes(state));
    const pods = Number(last.pods_before ?? 0);
    return stopped.length + pods > 0 ? [change.containers(stopped.length, pods)] : [];
}
const goesOn = ({ daemon }, changes) => daemon.liveRestore || changes.some(({ id }) => id === 'live-restore');
function summaryOf(differing, changes) {
    if (differing.length > 0) {
        return `${DAEMON_FILE}: ${differing.length} setting(s) to write, then Docker is ${changes.at(-1).id === 'restart' ? 'restarted' : 'told to read it again'}.`;
    }
    if (changes.length === 0)
        return `All settings are in ${DAEMON_FILE}, and Docker has read them.`;
    return 'An earlier run was cut short: finish that.';
}
function plan_notesOf(facts, subject, differing, changes, storageDriver) {
    const { daemon } = subject;
    const restarts = changes.some(({ id }) => id === 'restart');
    return [
        ...diffLines(differing),
        ...(storageDriver !== null && daemon.storageDriver !== 'overlay2'
            ? [
                `storage-driver is left out: Docker uses ${daemon.storageDriver}, and with another driver all images and containers would be hidden.`,
            ]
            : []),
        ...(restarts && !goesOn(subject, changes) && daemon.running > 0
            ? ['With docker_config.settings.live-restore: true the containers would go on during the restart.']
            : []),
        ...(restarts && facts.kubernetesOnDocker
            ? ['Kubernetes runs its pods in this Docker: they are restarted too.']
            : []),
    ];
}
/** Which kubeconfig root would use is only seen as root, by the script, which says what it has found. */
const podNotes = ({ kubernetes, docker_config }) => kubernetes.cluster === 'none'
    ? []
    : [
        `Where root can see the cluster, the pods of this node have to be as before within ${docker_config.pod_patience_seconds} s of the restart; otherwise the old file is put back.`,
    ];

;// CONCATENATED MODULE: ./build/steps/docker-config/rollback.js








/**
 * Puts the file back as it was before the last change, also when there was none. Only what this step has written is taken
 * back: a file that somebody has changed since stays. Works without a Docker that answers.
 */
function rollback_rollback(situation) {
    const { facts, journal } = situation;
    const place = placeRefusal(facts);
    if (place)
        return (0,plan/* refused */.J)(about_STEP, 'rollback', place);
    const sha256 = sumOf(facts);
    const last = lastReplaced(journal, sha256);
    if (last?.from_sha256 === undefined)
        return rest(situation, sha256);
    const effect = rollback_effectOf(facts.unit.active, last.settings ?? '', last.how);
    const stop = effect === 'restart' ? restartRefusal(facts, liveRestore(situation)) : undefined;
    if (stop)
        return (0,plan/* refused */.J)(about_STEP, 'rollback', stop);
    const old = last.from_sha256;
    const summary = old === 'none'
        ? `There was no ${DAEMON_FILE} before the last change: delete it, and ${effect} Docker.`
        : `${DAEMON_FILE}: back to what it was before the last change, and ${effect} Docker.`;
    return done(situation, summary, old, [change.backup(sha256), change.restore(old), effectChange(situation, effect)]);
}
/** Docker keeps live-restore on when the key is gone and it only reads its file again. */
const rollback_effectOf = (active, settings, how = 'restart') => active && !` ${settings}`.includes(' live-restore=') ? how : 'restart';
/** A rollback that was cut short after it had put the file back. */
function rest(situation, sha256) {
    const { facts, journal } = situation;
    const last = unsettled(journal, sha256);
    const isOurs = last?.mode === 'rollback' && last.invocation === facts.unit.invocation;
    if (!isOurs) {
        const summary = `${DAEMON_FILE} is not as this step has left it, or it has never changed it: there is nothing to take back.`;
        return done(situation, summary, last?.mode === 'rollback' ? sha256 : '', []);
    }
    const summary = `${DAEMON_FILE} is back, but Docker has not read it yet: finish that.`;
    return done(situation, summary, sha256, [effectChange(situation, last.how ?? 'restart')]);
}
function effectChange(situation, effect) {
    const { daemon } = situation.facts;
    if (effect === 'reload')
        return change.reload();
    return change.restart((0,reading/* isUnreadable */.GZ)(daemon) ? 0 : daemon.running, liveRestore(situation));
}
const liveRestore = ({ facts: { daemon } }) => !(0,reading/* isUnreadable */.GZ)(daemon) && daemon.liveRestore;
function done(situation, summary, old, changes) {
    const { machine, facts } = situation;
    const basis = { machine_id: machine.id, file_sha256: sumOf(facts), old_sha256: old };
    return (0,plan/* finished */.x)({ step: about_STEP, intent: 'rollback', summary, basis, changes, target: `${old} in ${DAEMON_FILE}` });
}

;// CONCATENATED MODULE: ./build/steps/docker-config/tables.js



const shown = (value) => (value === undefined ? '-' : JSON.stringify(value));
/** Every setting with what stands in the file, why it is there, and what it can and cannot do for builds. */
function tables_tables(situation) {
    const subject = subjectOf(situation);
    if ('code' in subject)
        return [];
    const wanted = wantedOf(situation, subject);
    const rows = wanted.map(({ setting, value }) => [
        setting.key,
        shown(value),
        shown(valueAt(subject.settings, setting.key)),
        setting.why,
        setting.builds,
    ]);
    if (rows.length === 0)
        return [];
    const columns = ['setting', 'wanted', 'in the file', 'why', 'for builds'];
    const note = 'They keep logs from filling the disk. They do not make builds faster by themselves: measure.';
    return [{ title: "Settings of Docker's daemon", columns, rows, note }];
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
    const about = {
        id: 'docker_settings',
        title: "Settings of Docker's daemon",
        target: 'as configured, and read by Docker',
        how: 'observed: daemon.json, docker info, and the journal of this step',
    };
    const subject = subjectOf(situation);
    if ('code' in subject)
        return { ...about, measured: `not known: ${subject.message}`, result: 'unknown' };
    const differing = differences(subject.settings, wantedOf(situation, subject));
    if (differing.length > 0) {
        const keys = differing.map(({ setting }) => setting.key).join(', ');
        return { ...about, measured: `${differing.length} differ: ${keys}`, result: 'fail' };
    }
    const left = unsettled(situation.journal, subject.sha256);
    const unread = left !== undefined && left.invocation === situation.facts.unit.invocation;
    return {
        ...about,
        measured: unread ? 'written, but not read by Docker yet' : 'as configured',
        result: result(!unread),
    };
}
/** Whether Docker answers and no container is in trouble; what a container is meant to do is not known here. */
function healthCheck({ facts: { daemon, containers } }) {
    const about = {
        id: 'docker_health',
        title: 'Docker and its containers',
        target: 'Docker answers, no container restarting, dead or unhealthy',
        how: 'observed: docker info, docker ps',
    };
    const unknown = ({ unreadable }) => ({
        ...about,
        measured: `not known: ${unreadable}`,
        result: 'unknown',
    });
    if ((0,reading/* isUnreadable */.GZ)(daemon))
        return unknown(daemon);
    if ((0,reading/* isUnreadable */.GZ)(containers))
        return unknown(containers);
    const ill = containers.filter(({ state, status }) => state === 'restarting' || state === 'dead' || status.includes('(unhealthy)'));
    const running = `Docker ${daemon.version}, ${daemon.running} running`;
    const named = ill.map(({ name, state }) => `${name} (${state})`).join(', ');
    return { ...about, measured: ill.length > 0 ? `${running}; ${named}` : running, result: result(ill.length === 0) };
}
/** What the newest restart has done to the pods of this node, as the host script has seen it. It informs. */
function podsCheck({ journal, config }) {
    const last = lastRestart(journal);
    if (last?.event !== 'done' || last.pods === undefined || config.kubernetes.cluster === 'none')
        return [];
    const { pods, time } = last;
    const about = {
        id: 'docker_pods',
        title: 'Pods after the restart of Docker',
        target: 'every pod of this node that was ready before',
        how: `observed: by the host script, before and after the restart of ${time.slice(0, 16).replace('T', ' ')}`,
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
    facts: (results) => dockerFacts(results),
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

const changes_names = (pvs) => pvs.map((pv) => pv.name).join(' ');
/** The changes that this step knows, in the words of the host script. */
const changes_change = {
    backup: (folders) => ({
        id: 'backup',
        title: `Back up the LVM metadata to ${folders.join(' and ')}`,
        command: `vgcfgbackup -f ${folders[0]}/…`,
        why: 'If the metadata is ever damaged, this is what it is rebuilt from.',
        check: 'The file and its copy have the same sha256.',
        undo: 'Not needed: it only adds files.',
    }),
    growpart: (pvs) => ({
        id: 'growpart',
        title: 'Grow the last partition into the free space behind it',
        command: `growpart (the partition of) ${changes_names(pvs)}`,
        why: 'The volume group has not enough free space, but the disk has, behind its last partition.',
        check: 'The kernel sees the larger partition.',
        undo: 'Not undone: a larger partition is harmless. The old table is kept with the backup.',
    }),
    pvresize: (pvs) => ({
        id: 'pvresize',
        title: 'Take the new space into the physical volume',
        command: `pvresize ${changes_names(pvs)}`,
        why: 'The device is larger than the physical volume on it.',
        check: 'The volume group has the new extents.',
        undo: 'Not undone: free extents are harmless.',
    }),
    vgextend: ({ group }, disk) => ({
        id: 'vgextend',
        title: `Add the blank disk ${disk.path} (${disk.model || 'no model'}, serial ${disk.serial}, ${(0,units/* gib */.$)(disk.bytes)}) to ${group.name}`,
        command: `vgextend ${group.name} ${disk.path}`,
        why: 'It was named in the configuration, and the space elsewhere is not enough.',
        check: 'The volume group has the new extents.',
        undo: 'By hand, while nothing lies on it: vgreduce.',
        takes: disk.serial,
    }),
    lvextend: ({ group, logical }, bytes) => ({
        id: 'lvextend',
        title: `Extend the logical volume to ${(0,units/* gib */.$)(bytes)}`,
        command: `lvextend --size ${bytes}b ${group.name}/${logical.name}`,
        why: 'The file system can only grow into a larger volume.',
        check: 'LVM and the kernel both see the new size.',
        undo: 'With rollback, as long as the file system has not grown.',
    }),
    refresh: ({ group, logical }) => ({
        id: 'refresh',
        title: "Make the kernel see the volume's size",
        command: `lvchange --refresh ${group.name}/${logical.name}`,
        why: 'LVM recorded a larger volume, but the running kernel has the old one: an earlier change was cut short.',
        check: 'The kernel sees the size that LVM has recorded.',
        undo: 'Not needed.',
        continuation: true,
    }),
    growfs: ({ mount }) => ({
        id: 'growfs',
        title: 'Grow the file system to fill the volume, while mounted',
        command: mount.type === 'xfs' ? `xfs_growfs ${mount.target}` : `resize2fs ${mount.source}`,
        why: 'Only then can programs use the new space.',
        check: "The file system's own header has the new size.",
        undo: 'Cannot be undone while in use: shrinking is an offline job, after a backup.',
    }),
    lvreduce: ({ group, logical }, bytes) => ({
        id: 'lvreduce',
        title: `Take the logical volume back to ${(0,units/* gib */.$)(bytes)}`,
        command: `lvreduce --size ${bytes}b ${group.name}/${logical.name}`,
        why: 'Its file system has not grown, so nothing lies in the part that is given back.',
        check: 'LVM and the kernel both see the old size.',
        undo: 'Run apply again.',
    }),
};

;// CONCATENATED MODULE: ./build/steps/extend-lvm/refusals.js



const refusals_refusal = (code, message, wayOut) => ({ code, message, wayOut });
const BY_HAND = 'Grow it by hand, after a backup: see lvmthin(7), lvmcache(7) or lvmraid(7).';
/** Kinds of logical volume that are left alone, by the first letter of lv_attr (see lvs(8)). */
const KINDS = {
    V: (name) => refusals_refusal('thin', `${name} is a thin volume.`, BY_HAND),
    t: (name) => refusals_refusal('thin', `${name} is a thin pool.`, BY_HAND),
    o: (name) => refusals_refusal('snapshot-origin', `${name} is the origin of a snapshot.`, 'Remove or merge the snapshot first (lvs -a), then run this again.'),
    s: (name) => refusals_refusal('snapshot', `${name} is a snapshot.`, 'Extend its origin instead.'),
    C: (name) => refusals_refusal('cache', `${name} is cached.`, `Take the cache off first (lvconvert --splitcache ${name}), then run this again.`),
    r: (name) => refusals_refusal('raid', `${name} is a RAID volume.`, BY_HAND),
    m: (name) => refusals_refusal('mirror', `${name} is a mirror.`, BY_HAND),
};
for (const [letter, other] of ['tT', 'oO', 'sS', 'rR', 'mM'].map((pair) => [...pair])) {
    KINDS[other] = KINDS[letter];
}
/** Why this volume is left alone, or undefined where it may be extended. */
function refusalFor(facts, mountPoint) {
    const { block, lvm, fileSystem } = facts;
    if (block.gap)
        return refusals_refusal('unknown', `${block.gap.unreadable}.`, block.gap.wayOut);
    const placement = placementRefusal(block, mountPoint);
    if (placement)
        return placement;
    if ((0,reading/* isUnreadable */.GZ)(lvm))
        return { code: 'unknown', message: `${lvm.unreadable}.`, wayOut: lvm.wayOut };
    const volume = (0,extend_lvm_facts/* findVolume */.y6)(facts, mountPoint);
    if (!volume) {
        return refusals_refusal('lvm-unreadable', `LVM does not describe '${mountPoint}'.`, 'See what `lvs` and `findmnt` say.');
    }
    return (volumeRefusal(volume) ??
        encryptionRefusal(volume, block) ??
        mountRefusal(volume) ??
        ((0,reading/* isUnreadable */.GZ)(fileSystem)
            ? refusals_refusal('unknown', `${fileSystem.unreadable}.`, fileSystem.wayOut)
            : fileSystem.damage
                ? refusals_refusal('fs-damaged', `The file system of '${mountPoint}' has recorded errors (${fileSystem.damage}).`, `Back up what matters, then repair it offline: boot a rescue system and run e2fsck -f ${volume.mount.source}`)
                : undefined));
}
function placementRefusal(block, mountPoint) {
    const mount = block.mounts.findLast((m) => m.target === mountPoint);
    if (!mount) {
        return refusals_refusal('no-mount', `Nothing is mounted at '${mountPoint}'.`, 'Name a mount point: findmnt lists them.');
    }
    const type = (0,facts_block/* deviceAt */.ON)(block, mount.source)?.type;
    if (type === 'lvm')
        return undefined;
    if (type === 'crypt') {
        return refusals_refusal('luks', `'${mountPoint}' lies on an encrypted volume (LUKS) above its logical volume.`, 'Grow it by hand: lvextend, then cryptsetup resize, then the file system; take a backup first.');
    }
    return refusals_refusal('not-lvm', `'${mountPoint}' lies on '${mount.source}' (${type ?? 'no block device'}), not on a logical volume.`, 'This step only grows LVM volumes. Name the mount point of one (extend_lvm.mount), or grow this one with the tools of your hypervisor or distribution.');
}
function volumeRefusal({ group, logical, mount }) {
    const vg = group.name;
    const name = `${vg}/${logical.name}`;
    const [groupPermission, resizable, exported] = group.attributes;
    const [kind, permission, , , state] = logical.attributes;
    if (group.missing > 0) {
        return refusals_refusal('pv-missing', `Volume group ${vg} lacks ${group.missing} physical volume(s).`, 'Bring the disk back (pvs, dmesg), then run this again.');
    }
    if (exported === 'x') {
        return refusals_refusal('vg-exported', `Volume group ${vg} is exported.`, `Import it first: vgimport ${vg}`);
    }
    if (groupPermission === 'r') {
        return refusals_refusal('vg-read-only', `Volume group ${vg} is read-only.`, `Allow writing first: vgchange --permission rw ${vg}`);
    }
    if (resizable !== 'z') {
        return refusals_refusal('vg-fixed', `Volume group ${vg} does not allow resizing.`, `Allow it first: vgchange --resizeable y ${vg}`);
    }
    if (group.lockType !== '' && group.lockType !== 'none') {
        return refusals_refusal('vg-shared', `Volume group ${vg} is shared between hosts (${group.lockType}).`, "Extend it with your cluster's own tools.");
    }
    if (kind !== '-') {
        return (KINDS[kind ?? '']?.(name) ??
            refusals_refusal('lv-kind', `${name} is of a kind (lv_attr ${logical.attributes}) that this step does not know.`, BY_HAND));
    }
    const odd = logical.segments.find((segment) => segment.type !== 'linear');
    if (odd) {
        return refusals_refusal('lv-kind', `${name} has a segment of type ${odd.type}; only linear ones are extended.`, BY_HAND);
    }
    if (state === 's' || state === 'S') {
        return refusals_refusal('lv-suspended', `${name} is suspended.`, `Resume it: dmsetup resume ${mount.source}`);
    }
    if (permission !== 'w') {
        return refusals_refusal('lv-read-only', `${name} is read-only (lv_attr ${logical.attributes}).`, `Allow writing first: lvchange --permission rw ${name}`);
    }
    return undefined;
}
function encryptionRefusal({ group, logical }, block) {
    const encrypted = group.physicalVolumes.find((pv) => {
        const device = (0,facts_block/* deviceAt */.ON)(block, pv.name);
        return device && (0,facts_block/* stackOf */.US)(block, device).some((d) => d.type === 'crypt');
    });
    if (!encrypted)
        return undefined;
    return refusals_refusal('luks', `Physical volume ${encrypted.name} of ${group.name} lies on an encrypted device (LUKS).`, `Extend by hand, after a backup: lvextend -r -L SIZE ${group.name}/${logical.name} (and cryptsetup resize first, where the device itself has to grow).`);
}
function mountRefusal({ mount }) {
    if (mount.options.includes('ro')) {
        return refusals_refusal('fs-read-only', `'${mount.target}' is mounted read-only.`, 'See why (dmesg; an error makes ext4 go read-only), repair it offline with e2fsck -f or xfs_repair, mount it read-write, and run this again.');
    }
    if (!/^(ext[234]|xfs)$/.test(mount.type)) {
        return refusals_refusal('fs-unsupported', `'${mount.target}' is ${mount.type}; this step grows ext4 and xfs.`, `Grow it by hand with the tools of ${mount.type}, after lvextend.`);
    }
    return undefined;
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
function findSpace(volume, facts, shortfall, choice) {
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
    const newDisk = findNewDisk(facts, choice.newDisk);
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
function findNewDisk({ block, lvm }, wanted) {
    const disk = diskNamed(block, wanted);
    if (!disk) {
        return {
            code: 'new-disk-not-found',
            message: `There is no disk '${wanted}'.`,
            wayOut: 'See: lsblk -d -o PATH,SIZE,SERIAL and ls /dev/disk/by-id',
        };
    }
    const groups = (0,reading/* isUnreadable */.GZ)(lvm) ? [] : lvm.groups;
    const group = groups.find((g) => g.physicalVolumes.some((pv) => pv.name === disk.path));
    if (group) {
        return {
            code: 'new-disk-not-blank',
            message: `${disk.path} ('${wanted}') is in the volume group ${group.name} already.`,
            wayOut: 'Name a disk that holds nothing.',
        };
    }
    const used = block.devices.some((d) => d.parents.includes(disk.name));
    const found = disk.fileSystem || disk.partitionTable;
    if (used || (found !== '' && found !== 'LVM2_member')) {
        return {
            code: 'new-disk-not-blank',
            message: `${disk.path} ('${wanted}') is not blank: ${found || 'it is in use or has partitions'}.`,
            wayOut: 'Name a disk that holds nothing. This step never wipes one; if it really is not needed, a person can: wipefs -a (this destroys what is on it).',
        };
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
    const refusal = refusalFor(facts, mount);
    if (refusal)
        return refusal;
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
const refused = (intent, refusal) => (0,plan/* refused */.J)(extend_lvm_about_STEP, intent, refusal);
/** A plan with its hash; `bytes` is the size that the volume will have. */
function finished(intent, summary, basis, changes, bytes, notes = []) {
    const whole = { ...basis, target_bytes: bytes };
    const target = `${basis.lv_uuid} ${bytes}`;
    return (0,plan/* finished */.x)({ step: extend_lvm_about_STEP, intent, summary, basis: whole, changes, target, notes });
}
/** From what is there to the configured size; never smaller, and always forward. */
function extend_lvm_plan_plan(situation) {
    const subject = plan_subjectOf(situation);
    if ('code' in subject)
        return refused('apply', subject);
    const { mount, group, logical, fileSystem } = subject;
    const { extend_lvm: wish } = situation.config;
    const target = Math.max(logical.bytes, Math.ceil(wish.size / group.extentBytes) * group.extentBytes);
    const growth = growthTo(target, situation, subject);
    if ('code' in growth)
        return refused('apply', growth);
    const size = growth.bytes;
    const changes = [...growth.changes];
    const extends_ = size > logical.bytes;
    if (!extends_ && subject.device.bytes < logical.bytes)
        changes.push(changes_change.refresh(subject));
    if (extends_ || logical.bytes - fileSystem.bytes >= fileSystem.slackBytes)
        changes.push(changes_change.growfs(subject));
    return finished('apply', plan_summaryOf(mount.target, subject, changes, size), basisOf(situation, subject), changes, size, extend_lvm_plan_notesOf(subject, wish.size, size));
}
function growthTo(target, situation, subject) {
    const { extend_lvm: wish } = situation.config;
    const now = subject.logical.bytes;
    if (target === now)
        return { bytes: now, changes: [] };
    const choice = { otherDisks: wish.other_disks, newDisk: wish.new_disk };
    const space = findSpace(subject, situation.facts, target - now, choice);
    if ('code' in space)
        return space;
    if (space.bytes < target - now && wish.when_short === 'refuse') {
        return noSpace(subject, target, space, choice.otherDisks);
    }
    const bytes = Math.min(target, now + space.bytes);
    if (bytes === now)
        return { bytes, changes: [] };
    return {
        bytes,
        changes: [
            changes_change.backup(backupFolders(situation, subject)),
            ...(space.growPartitions.length > 0 ? [changes_change.growpart(space.growPartitions)] : []),
            ...(space.resize.length > 0 ? [changes_change.pvresize(space.resize)] : []),
            ...(space.newDisk ? [changes_change.vgextend(subject, space.newDisk)] : []),
            changes_change.lvextend(subject, bytes),
        ],
    };
}
function backupFolders({ facts, config }, subject) {
    const { backup_dir } = config.extend_lvm;
    const other = anotherDisk(subject, facts.block);
    const copy = backup_dir !== 'auto' ? backup_dir : other && `${other}/edge-phase1-lvm-backup`;
    return ['/var/lib/edge-phase1/lvm-backup', ...(copy ? [copy] : [])];
}
function noSpace(subject, target, space, otherDisks) {
    const { group, logical } = subject;
    const near = inReach(subject, otherDisks);
    const elsewhere = group.physicalVolumes.filter((pv) => !near.includes(pv)).reduce((sum, pv) => sum + pv.freeBytes, 0);
    const ways = [
        `Ask for at most ${Math.floor((logical.bytes + space.bytes) / plan_MIB)}MiB (extend_lvm.size)`,
        'set extend_lvm.when_short to max to take what there is',
        ...(elsewhere > 0
            ? [
                `set extend_lvm.other_disks to use ${(0,units/* gib */.$)(elsewhere)} free on other disks of ${group.name} (the volume then depends on those disks too)`,
            ]
            : []),
        ...(space.newDisk ? [] : ['name a blank disk as extend_lvm.new_disk']),
    ];
    return {
        code: 'no-space',
        message: `${group.name}/${logical.name} cannot grow to ${(0,units/* gib */.$)(target)}: ${(0,units/* gib */.$)(target - logical.bytes - space.bytes)} short, after all free space within reach.`,
        wayOut: `${ways.join(', or ')}.`,
    };
}
function plan_summaryOf(mountPoint, { logical, group }, changes, size) {
    const name = `${mountPoint} (${group.name}/${logical.name})`;
    if (changes.length === 0)
        return `${name} has ${(0,units/* gib */.$)(logical.bytes)} and its file system fills it.`;
    if (size === logical.bytes)
        return `${name} has ${(0,units/* gib */.$)(size)}, but its file system does not fill it yet: finish that.`;
    return `${name}: ${(0,units/* gib */.$)(logical.bytes)} → ${(0,units/* gib */.$)(size)}, while it is in use.`;
}
function extend_lvm_plan_notesOf({ logical }, wanted, size) {
    if (wanted > size)
        return [`${(0,units/* gib */.$)(wanted)} was asked for; ${(0,units/* gib */.$)(size)} is the maximum available.`];
    if (wanted < logical.bytes)
        return [`The target of ${(0,units/* gib */.$)(wanted)} is smaller than what is there; nothing is shrunk.`];
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
    const extension = lastExtension(situation.journal, logical.uuid);
    const basis = basisOf(situation, subject);
    const name = `${group.name}/${logical.name}`;
    if (!extension || logical.bytes <= extension.oldBytes) {
        return finished('rollback', `${name} has ${(0,units/* gib */.$)(logical.bytes)}: there is no extension to take back.`, basis, [], logical.bytes);
    }
    if (fileSystem.bytes > extension.oldBytes)
        return refused('rollback', grown(subject, extension.oldBytes));
    if (group.sequence !== extension.sequence) {
        return refused('rollback', {
            code: 'drift',
            message: `Volume group ${group.name} was changed since the extension (sequence number ${group.sequence}, recorded ${extension.sequence}).`,
            wayOut: 'Finish forward instead: run apply again.',
        });
    }
    const summary = `${name}: back from ${(0,units/* gib */.$)(logical.bytes)} to ${(0,units/* gib */.$)(extension.oldBytes)}; its file system has not grown.`;
    return finished('rollback', summary, basis, [changes_change.lvreduce(subject, extension.oldBytes)], extension.oldBytes);
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
function grown({ group, logical, fileSystem, mount }, oldBytes) {
    const device = `/dev/${group.name}/${logical.name}`;
    const recipe = mount.type === 'xfs'
        ? 'An xfs file system cannot shrink: copy the data away, make a smaller volume and file system, copy it back.'
        : [
            'If it has to shrink: boot a rescue system, take a backup, then run',
            `  vgchange -ay ${group.name}`,
            `  e2fsck -f ${device}`,
            `  resize2fs ${device} ${oldBytes / 1024}K`,
            `  lvreduce --size ${oldBytes}b ${group.name}/${logical.name}`,
            `  e2fsck -f ${device}`,
        ].join('\n');
    return {
        code: 'fs-grown',
        message: `The file system has grown to ${(0,units/* gib */.$)(fileSystem.bytes)}; taking ${group.name}/${logical.name} back now would destroy data, and so would vgcfgrestore.`,
        wayOut: `Keep it (nothing is wrong with a larger volume). ${recipe}`,
    };
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
    const about = {
        id: 'volume_size',
        title: `Logical volume behind ${mount}`,
        target: `≥ ${(0,units/* gib */.$)(size)}, filled by its file system`,
        how: 'lvm fullreport, and the header of the file system',
    };
    const volume = (0,extend_lvm_facts/* findVolume */.y6)(facts, mount);
    const { gap } = facts.block;
    if (gap)
        return { ...about, measured: `not known: ${gap.unreadable}`, result: 'unknown' };
    if ((0,reading/* isUnreadable */.GZ)(facts.lvm))
        return { ...about, measured: `not known: ${facts.lvm.unreadable}`, result: 'unknown' };
    if (!volume)
        return { ...about, measured: 'not on LVM', result: 'unknown' };
    const { fileSystem } = facts;
    if ((0,reading/* isUnreadable */.GZ)(fileSystem))
        return { ...about, measured: `not known: ${fileSystem.unreadable}`, result: 'unknown' };
    const { bytes } = volume.logical;
    const fills = bytes - fileSystem.bytes < fileSystem.slackBytes && volume.device.bytes === bytes;
    // The plan rounds up to whole extents, so reaching the size itself is enough.
    return {
        ...about,
        measured: `${(0,units/* gib */.$)(bytes)}, file system ${(0,units/* gib */.$)(fileSystem.bytes)}`,
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
            ? { id: 'harbor_fetched', argv: ['test', '-x', `${folder}/${harbor.version}/harbor/prepare`] }
            : { id: 'harbor_fetched', argv: ['grep', '-qxF', imageSource(harbor), `${folder}/distribution/source`] },
        { id: 'harbor_leftovers', argv: ['sh', '-c', LEFTOVERS, 'leftovers', folder] },
        { id: 'harbor_trusted', argv: ['sh', '-c', TRUSTED, 'trusted', folder, facts_results/* HARBOR_RESULT */.rn] },
    ];
}
function installedFacts(results, containers) {
    const installed = markOf(results, 'harbor_installed');
    const configured = markOf(results, 'harbor_configured');
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
function markOf(results, id) {
    const result = (0,reading/* resultOf */.Bg)(results, id);
    if (result.code === 0)
        return result.stdout;
    if (/No such file|Not a directory/.test(result.stderr))
        return 'none';
    return {
        unreadable: `${result.argv.at(-1)} cannot be read (${(0,reading/* lastWords */.aN)(result)})`,
        wayOut: `Everyone may read it where the step harbor has written it: chmod 0644 ${result.argv.at(-1)}`,
    };
}
/** Without Docker there are none. */
function ofProject(containers) {
    if (!(0,reading/* isUnreadable */.GZ)(containers))
        return containers.filter(({ project }) => project === PROJECT);
    return containers.unreadable === NO_DOCKER ? [] : containers;
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
        { id: 'harbor_compose', argv: ['sh', '-c', COMPOSE] },
        { id: 'harbor_memory', argv: ['sed', '-n', 's/^MemTotal: *\\([0-9]*\\) kB$/\\1/p', '/proc/meminfo'] },
        { id: 'harbor_cpus', argv: ['nproc'] },
        { id: 'harbor_addresses', argv: ['sh', '-c', ADDRESSES] },
        facts_block/* MOUNTS_READ */.qi,
        (0,facts_block/* mountUnderRead */._Q)('harbor_data_mount', DATA, harbor.data ?? '', harbor.install),
        { id: 'harbor_listeners', argv: ['ss', '-Hltn', ...filter] },
        { id: 'harbor_answers', argv: ['timeout', '2', 'bash', '-c', CONNECT, 'answers', ...ports] },
        { id: 'harbor_k3s', argv: ['test', '-d', '/etc/rancher/k3s'] },
        ...(harbor.source?.startsWith('/') ? [{ id: 'harbor_source', argv: ['stat', '-c', '%F', harbor.source] }] : []),
        ...(kubernetes.cluster === 'none'
            ? []
            : [
                {
                    id: 'harbor_kube_services',
                    argv: (0,kubectl/* kubectl */.Lr)(kubernetes.kubeconfig, 'get', 'services', '--all-namespaces', '-o', kubectl/* SERVICES */.Bg),
                },
            ]),
    ];
}
function placeFacts(results, { harbor, kubernetes }) {
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
        listeners: listenersOf(results),
        // Also where the time was up before all had answered.
        answers: (0,reading/* resultOf */.Bg)(results, 'harbor_answers').stdout.split('\n').filter(Boolean).sort(),
        services: kubernetes.cluster === 'none' ? undefined : servicesOf(results),
        k3s: (0,reading/* outputOf */.jH)(results, 'harbor_k3s') !== undefined,
        sourceThere: harbor.source?.startsWith('/') ? isThere((0,reading/* resultOf */.Bg)(results, 'harbor_source')) : undefined,
    };
}
/** Local address and port of each: `LISTEN 0 4096 0.0.0.0:8085 0.0.0.0:*`. */
function listenersOf(results) {
    const result = (0,reading/* resultOf */.Bg)(results, 'harbor_listeners');
    if (result.code !== 0)
        return { unreadable: `ss does not answer (${(0,reading/* lastWords */.aN)(result)})`, wayOut: 'Install iproute2.' };
    return result.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.trim().split(/\s+/)[3] ?? line);
}
function servicesOf(results) {
    const result = (0,reading/* resultOf */.Bg)(results, 'harbor_kube_services');
    if (result.code !== 0) {
        // Without a tool or a kubeconfig there may be no cluster at all; K3s that cannot be asked is told of by `k3s`.
        if (result.stderr.includes(kubectl/* NO_TOOL */.te) || result.code === 78)
            return undefined;
        return { unreadable: (0,reading/* lastWords */.aN)(result), wayOut: 'See: kubectl get services --all-namespaces' };
    }
    const read = (0,kubectl/* readLines */.Se)(result.stdout);
    if (!read)
        return { unreadable: 'the answer of kubectl is torn or in another form', wayOut: 'Run it again.' };
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
    const docker = dockerFacts(results);
    return {
        now: (0,reading/* outputOf */.jH)(results, 'host_time')?.trim(),
        docker,
        place: placeFacts(results, config),
        installed: installedFacts(results, docker.containers),
        health: (0,harbor/* harborHealth */.to)(results, 'harbor_local_health') ?? NOT_ASKED,
        proof: (0,facts_results/* harborProof */.rC)(results),
    };
}
const NOT_ASKED = { unreadable: 'it was not asked', wayOut: 'Run it again.' };

// EXTERNAL MODULE: ./build/config/harbor.js
var config_harbor = __webpack_require__(1758);
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

;// CONCATENATED MODULE: ./build/steps/harbor/refusals.js





const harbor_refusals_refusal = (code, message, wayOut) => ({ code, message, wayOut });
/** Why it cannot be carried out at all: the configuration itself, Docker, or what is there already. */
function subjectRefusal({ facts, config }, installed, wanted) {
    return (hostRefusal(wanted) ??
        certificateRefusal(config.harbor) ??
        folderRefusal(config.harbor, wanted) ??
        dockerRefusal(facts.docker) ??
        foreignRefusal(facts.docker, installed, config.harbor) ??
        upgradeRefusal(installed, config.harbor) ??
        (installed.installed === wanted.mark || installed.fetched
            ? undefined
            : sourceRefusal(config.harbor, facts.place.sourceThere)));
}
/** Harbor's own `prepare` turns the first two away, and the third is its sample. */
const NO_HOSTS = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|reg\.mydomain\.com)$/i;
function hostRefusal({ host }) {
    if (host !== '' && !NO_HOSTS.test(host))
        return undefined;
    return harbor_refusals_refusal('host-name', host === '' ? 'The server tells no address of its own.' : `${host} is no name under which others reach the server.`, 'Set harbor.hostname to the name or address that is to stand in the names of images, as registry.lan or the address of the server.');
}
function certificateRefusal({ scheme, cert, key }) {
    if ((cert === null) !== (key === null)) {
        return harbor_refusals_refusal('https-without-key', `${cert === null ? 'harbor.key is set, and harbor.cert is not' : 'harbor.cert is set, and harbor.key is not'}: a certificate needs its private key.`, 'Set both, or neither: a CA and a certificate are then made on the server.');
    }
    if (cert === null || scheme === 'https')
        return undefined;
    return harbor_refusals_refusal('https-without-key', 'harbor.cert and harbor.key are set, but harbor.scheme is http: the certificate would not be used.', 'Set harbor.scheme to https, or take the certificate out.');
}
/** What is installed is deleted as a whole by rollback; images are not. */
function folderRefusal({ install }, { data }) {
    if (!`${data}/`.startsWith(`${install}/`) && !`${install}/`.startsWith(`${data}/`))
        return undefined;
    return harbor_refusals_refusal('data-inside-install', `The data (${data}) and what is installed (${install}) would lie in one another.`, 'Name two folders that do not (harbor.data, harbor.install).');
}
function dockerRefusal({ daemon, containers, unit, insideContainer }) {
    if (insideContainer) {
        return harbor_refusals_refusal('inside-container', 'This runs inside a container, not on the host.', 'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).');
    }
    if ((0,reading/* isUnreadable */.GZ)(containers) && containers.unreadable === NO_DOCKER) {
        return harbor_refusals_refusal('docker-missing', 'There is no Docker on the server.', 'Install it: apt-get install docker.io');
    }
    if ((0,reading/* isUnreadable */.GZ)(daemon)) {
        if (unit.active)
            return harbor_refusals_refusal('unknown', `${daemon.unreadable}.`, daemon.wayOut);
        return harbor_refusals_refusal('docker-down', 'Docker does not answer.', 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.');
    }
    if (!isOlder(daemon.version, MIN_DOCKER))
        return undefined;
    return harbor_refusals_refusal('docker-too-old', `Docker ${daemon.version} is older than ${MIN_DOCKER.join('.')}, which Harbor asks for.`, "Update Docker from your distribution's packages or from Docker's own.");
}
/** A second Harbor would fight with the first for names of containers and for ports. */
function foreignRefusal({ containers }, installed, wish) {
    if (wish.registry !== 'harbor' || installed.installed !== 'none' || installed.configured !== 'none')
        return undefined;
    const project = (0,reading/* isUnreadable */.GZ)(installed.containers) ? [] : installed.containers;
    const images = (0,reading/* isUnreadable */.GZ)(containers) ? [] : containers.filter(({ image }) => /(?:^|\/)goharbor\//.test(image));
    const [first] = [...project, ...images];
    if (!first)
        return undefined;
    return harbor_refusals_refusal('foreign-harbor', `There is a Harbor already that this project has not installed: container ${first.name} (${first.image}).`, 'To keep it, set checks.harbor.url to its address; this step is then not needed. To replace it, save its images, stop it (docker compose down in its folder), then run this again.');
}
/** Harbor upgrades from its two minor versions before; its database cannot go back. See its RELEASES.md. */
function upgradeRefusal({ installed }, { registry, version }) {
    if (installed === 'none')
        return undefined;
    const [kind = '', there = ''] = installed.split(' ');
    if (kind !== registry) {
        return harbor_refusals_refusal('other-registry', `${kind} is installed, and ${registry} is wanted: one does not take over the images of the other.`, 'Take the first one back (rollback harbor; its data stays), then run this again.');
    }
    if (registry !== 'harbor')
        return undefined;
    if (isOlder(version, there.split('.').map(Number))) {
        return harbor_refusals_refusal('version-downgrade', `Harbor ${there} is installed; its database cannot go back to ${version}.`, `Set harbor.version to ${there} or newer.`);
    }
    const minor = (text) => Number(text.split('.')[1]);
    if (minor(version) - minor(there) <= 2)
        return undefined;
    const between = config_harbor/* HARBOR_MINORS */.UO.filter((known) => minor(known) > minor(there) && minor(known) <= minor(there) + 2).at(-1);
    return harbor_refusals_refusal('version-jump', `Harbor ${there} is installed; ${version} takes over from its two minor versions before only.`, `Go over to ${between} first (harbor.version), then to ${version}.`);
}
/** What is installed as root has to be what was meant. */
function sourceRefusal(wish, there) {
    if (there === false) {
        return harbor_refusals_refusal('source-missing', `${wish.source} is not on the server (harbor.source).`, 'Copy it there, or name the file that is.');
    }
    if (wish.registry === 'distribution')
        return imageRefusal(wish);
    if (wish.sha256 !== null || config_harbor/* INSTALLER_SHA256 */.rs[wish.version] !== undefined)
        return undefined;
    return harbor_refusals_refusal('checksum-unknown', `The SHA-256 of the installer of Harbor ${wish.version} is not known here, and none is configured.`, 'Set harbor.sha256. Download the offline installer of the release on a machine that you trust, check its signature (from 2.15 on with cosign, see docs/harbor.md), and take the digest that sha256sum prints.');
}
function imageRefusal({ source, sha256 }) {
    if (source === null) {
        return harbor_refusals_refusal('source-missing', 'No image is named for the light registry.', 'Set harbor.source to the name of an image of the registry of the CNCF (distribution), best with its digest, or to a file that docker save has written.');
    }
    const isFile = source.startsWith('/') || /^https?:/.test(source);
    if (!isFile || sha256 !== null)
        return undefined;
    return harbor_refusals_refusal('checksum-unknown', `The SHA-256 of ${source} is not configured.`, 'Set harbor.sha256 to what sha256sum prints for the file that you trust.');
}

;// CONCATENATED MODULE: ./build/steps/harbor/password.js

/**
 * Harbor's own rule for the administrator's password; it would turn another one away after minutes, when it is installed.
 * The message never repeats it.
 */
function passwordRefusal(password) {
    const lacks = [
        ...(password.length < 8 || password.length > 128 ? ['8 to 128 characters'] : []),
        ...(/[A-Z]/.test(password) ? [] : ['an upper-case letter']),
        ...(/[a-z]/.test(password) ? [] : ['a lower-case letter']),
        ...(/[0-9]/.test(password) ? [] : ['a digit']),
        // Harbor puts it into files of variables, where the others would be read as something else.
        ...(/^[A-Za-z0-9!%&()*+,./:;<=>?@^_{|}~-]*$/.test(password)
            ? []
            : ['only ASCII letters, digits and signs, without spaces, quotes, $, #, [, ], ` and backslashes']),
    ];
    if (lacks.length === 0)
        return undefined;
    return harbor_refusals_refusal('password-weak', `The password for Harbor's administrator (harbor_admin_password) lacks: ${lacks.join(', ')}.`, 'Choose another one, or leave it out: one is then generated on the server.');
}

;// CONCATENATED MODULE: ./build/steps/harbor/changes.js

const nameOf = ({ registry }, { version }) => registry === 'harbor' ? `Harbor ${version}` : 'the registry';
/** The changes that this step knows, in the words of the host script. */
const harbor_changes_change = {
    fetch: (wish, wanted) => ({
        id: 'fetch',
        title: `Fetch ${nameOf(wish, wanted)} from ${sourceOf(wish)}`,
        command: wish.registry === 'harbor' ? 'curl --continue-at -, sha256sum, tar' : 'docker pull, or docker load',
        why: 'It is not on the server yet.',
        check: 'The file has the SHA-256 that was given, before anything in it is looked at.',
        undo: 'What was fetched so far stays, and is gone on with the next time.',
    }),
    configure: (wish, wanted) => ({
        id: 'configure',
        title: `Write the configuration for ${wish.scheme}://${wanted.address}, with its data in ${wanted.data}`,
        command: wish.registry === 'harbor' ? `${wish.install}/${wanted.version}/harbor/harbor.yml` : `${wish.install}/…`,
        why: 'The registry reads its settings from there.',
        check: 'The file is there whole, and only root can read it: passwords stand in it.',
        undo: 'The configuration of before is put back.',
    }),
    install: (wish, wanted, from) => ({
        id: 'install',
        title: from === ''
            ? `Install ${nameOf(wish, wanted)}`
            : `Go over to ${nameOf(wish, wanted)} as configured, from ${from}`,
        command: wish.registry === 'harbor' ? 'docker load, prepare, docker compose up -d' : 'docker run -d',
        why: from === ''
            ? 'It is not there yet.'
            : 'Version or settings differ. It does not answer for some minutes meanwhile.',
        check: 'Every service was created and started.',
        undo: from === ''
            ? 'What was started is stopped and removed.'
            : 'A copy of the database is made first; what ran before is started again.',
    }),
    start: (services) => ({
        id: 'start',
        title: services > 0 ? `Bring all ${services} services up` : 'Bring all services up',
        command: 'docker compose up -d, again where one did not start',
        why: 'After a restart Harbor often stays half up: its services need one another to start.',
        check: 'Every service runs and every component says that it is healthy.',
        undo: 'Not needed: nothing is taken away.',
    }),
    prove: ({ address }) => ({
        id: 'prove',
        title: `Push a small image to ${address}, remove it, and pull it again`,
        command: 'docker push, docker image rm, docker pull',
        why: 'Components that say that they are healthy are no proof that images come and go.',
        check: 'The digest that was pulled is the one that was pushed; a push without a login is refused.',
        undo: 'The image is removed again.',
    }),
    use: (wish) => ({
        id: 'use',
        title: `Set up project ${wish.project} and the account ${wish.robot} for CI${keepsOf(wish)}`,
        command: wish.registry === 'harbor' ? 'the API of Harbor, on the server itself' : `${wish.install}/…`,
        why: 'CI gets an account that may push and pull there, and nothing else.',
        check: 'Asked again, the registry tells of each as it was set.',
        undo: `Not undone by itself; run it again. The account's secret is in ${SECRETS}, for root only.`,
    }),
    trust: ({ scheme }, { address, trust }) => ({
        id: 'trust',
        title: `Let ${trust.replace(',', ' and ').replace('docker', 'Docker').replace('k3s', 'K3s')} on this server use ${address}`,
        command: scheme === 'http'
            ? 'insecure-registries in daemon.json, a reload; registries.yaml of K3s'
            : 'the CA below /etc/docker/certs.d; registries.yaml of K3s',
        why: scheme === 'http'
            ? 'Both refuse a registry without TLS otherwise.'
            : 'Both refuse a certificate that they do not know.',
        check: 'Docker tells of it. K3s reads its file when it starts the next time.',
        undo: 'With rollback.',
    }),
    stop: () => ({
        id: 'stop',
        title: 'Stop the registry',
        command: 'docker compose down',
        why: 'So that nothing writes to its data any more.',
        check: 'None of its containers is there.',
        undo: 'Run apply again.',
    }),
    remove: ({ install }, data, deletesData) => ({
        id: 'remove',
        title: deletesData
            ? `Remove what was installed, and delete all images in ${data}`
            : `Remove what was installed; ${data} stays`,
        command: `rm -r ${install}${deletesData ? ` ${data}` : ''}`,
        why: deletesData ? 'The configuration names the data folder to delete (harbor.remove_data).' : 'It is taken back.',
        check: 'The folder is gone.',
        undo: deletesData ? 'The images cannot be brought back.' : 'Run apply again: it takes up the data that stayed.',
        ...(deletesData && { takes: data }),
    }),
    untrust: () => ({
        id: 'untrust',
        title: 'Take the registry out of the settings of Docker and K3s again',
        command: 'daemon.json, a reload; registries.yaml of K3s',
        why: 'Nothing answers at its address any more.',
        check: 'Both files are without it; what others have written there stays.',
        undo: 'Run apply again.',
    }),
};
function sourceOf({ registry, source, version }) {
    if (source !== null)
        return source;
    return registry === 'harbor' ? `the release ${version} on GitHub` : 'nowhere';
}
function keepsOf({ registry, keep, gc, proxy_project }) {
    if (registry !== 'harbor')
        return '';
    return [
        keep > 0 ? `; keep the newest ${keep} artifacts` : '',
        gc === null ? '' : `; collect garbage at "${gc}"`,
        proxy_project === null ? '' : `; fetch through ${proxy_project.split('=')[0]}`,
    ].join('');
}

// EXTERNAL MODULE: ./build/config/size.js
var size = __webpack_require__(1177);
// EXTERNAL MODULE: ./build/checks/harbor.js
var checks_harbor = __webpack_require__(8335);
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
    const containers = state_containersOf(situation, installed);
    if ((0,reading/* isUnreadable */.GZ)(containers))
        return { up: false, text: `not known: ${containers.unreadable}` };
    const running = containers.filter(({ state }) => state === 'running');
    const stopped = containers.filter(({ state }) => state !== 'running').map(({ name, state }) => `${name} (${state})`);
    const services = Math.max(installed.services, 1);
    if (running.length < services) {
        return { up: false, text: [`${running.length} of ${services} services run`, ...stopped].join(', ') };
    }
    if ((0,reading/* isUnreadable */.GZ)(health))
        return { up: false, text: `it does not answer (${health.unreadable})` };
    if (!health.harbor)
        return { up: false, text: health.instead ?? 'what answers is no registry' };
    const ill = health.components.filter(({ healthy }) => !healthy).map(({ name }) => name);
    if (ill.length > 0)
        return { up: false, text: `not healthy: ${ill.join(', ')}` };
    const run = running.length === 1 ? '1 service runs' : `${running.length} services run`;
    return { up: true, text: `${run}, ${(0,checks_harbor/* componentsText */.a)(health)}` };
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








const LIGHT = 'take the light registry (harbor.registry: distribution)';
/** Why the host cannot take what is to be installed. What is installed already has its place. */
function place_refusals_placeRefusal(situation, installed, wanted) {
    if (installed.installed === wanted.mark)
        return undefined;
    const isNew = installed.installed === 'none';
    return (composeRefusal(situation) ??
        (isNew ? (machineRefusal(situation) ?? spaceRefusal(situation, installed, wanted)) : undefined) ??
        portRefusal(situation, installed));
}
/** Harbor is several services that Compose starts, for one kind of processor, and it is large. */
function composeRefusal({ facts, config }) {
    const { compose } = facts.place;
    if (config.harbor.registry !== 'harbor')
        return undefined;
    if (compose === '') {
        return harbor_refusals_refusal('compose-missing', 'Docker has no Compose (docker compose version).', `Install it: apt-get install docker-compose (Debian) or docker-compose-plugin (Docker's own packages); or ${LIGHT}.`);
    }
    if (!isOlder(compose, compose.startsWith('1.') ? MIN_COMPOSE_1 : MIN_COMPOSE))
        return undefined;
    return harbor_refusals_refusal('compose-too-old', `Docker Compose ${compose} is older than ${MIN_COMPOSE.join('.')}, which Harbor asks for.`, `Update Docker from your distribution's packages or from Docker's own; or ${LIGHT}.`);
}
function machineRefusal({ machine, facts, config }) {
    const { memoryBytes, cpus } = facts.place;
    if (config.harbor.registry !== 'harbor')
        return undefined;
    const processor = machine.kernel.split(' ').at(-1) ?? '';
    if (processor !== 'x86_64') {
        return harbor_refusals_refusal('architecture', `Harbor's images are for x86_64 (amd64) only; this server is ${processor || 'of an unknown kind'}.`, `On this server, ${LIGHT}.`);
    }
    if (memoryBytes === undefined || cpus === undefined) {
        return harbor_refusals_refusal('unknown', 'Memory or processors of the server are not known.', 'See: nproc; head -n 1 /proc/meminfo');
    }
    if (memoryBytes < MIN_MEMORY) {
        return harbor_refusals_refusal('too-little-memory', `Harbor wants 4 GB of memory; the server has ${(0,size/* formatBoth */.tm)(memoryBytes)}.`, `Better ${LIGHT}, which is one small container. Or add memory.`);
    }
    if (cpus >= MIN_CPUS)
        return undefined;
    return harbor_refusals_refusal('too-little-cpu', `Harbor wants ${MIN_CPUS} processors; the server has ${cpus}.`, `Better ${LIGHT}. Or give the server another processor.`);
}
function spaceRefusal({ facts, config }, installed, { data }) {
    const { mounts, dataMount } = facts.place;
    const { min_free: minFree } = config.harbor;
    const isNamed = config.harbor.data !== null || installed.settings.data === data;
    const mount = isNamed ? dataMount : mountUnder(mounts, data);
    if (!mount) {
        return harbor_refusals_refusal('unknown', `The file system of ${data} is not known.`, 'See: findmnt -T / ; name a folder on a local disk in harbor.data.');
    }
    const [better] = dataMounts(mounts, minFree).filter(({ target }) => target !== mount.target);
    if (mount.target === '/' && better) {
        return harbor_refusals_refusal('data-on-root', `${data} would lie on /, whose space the server itself needs, although ${better.target} has ${(0,size/* formatBoth */.tm)(better.availableBytes)} free.`, `Set harbor.data to a folder there, as ${better.target}/registry, or leave it out.`);
    }
    if (mount.availableBytes >= minFree)
        return undefined;
    return harbor_refusals_refusal('too-little-disk', `${data} lies on ${mount.target}, which has ${(0,size/* formatBoth */.tm)(mount.availableBytes)} free; ${(0,size/* formatBoth */.tm)(minFree)} are wanted.`, 'Name a folder on a larger disk (harbor.data), make space, or ask for less (harbor.min_free): images of CI grow fast.');
}
function portRefusal(situation, installed) {
    const { facts, config } = situation;
    const { listeners, answers, services } = facts.place;
    const ports = portsOf(config);
    const way = 'Set harbor.port to another one, as 8086.';
    const service = Array.isArray(services) ? takenBy(services, ports) : undefined;
    if (service) {
        return harbor_refusals_refusal('port-in-use', `Port ${service.port} is taken by the service ${service.name} of the cluster (${service.type}), which gets its connections through iptables: nothing is seen to listen.`, way);
    }
    if (isOurs(situation, installed))
        return undefined;
    if ((0,reading/* isUnreadable */.GZ)(listeners))
        return harbor_refusals_refusal('unknown', `${listeners.unreadable}.`, listeners.wayOut);
    const [listener] = listeners;
    if (listener !== undefined) {
        return harbor_refusals_refusal('port-in-use', `Something listens on ${listener}.`, `${way} Or see what it is: ss -ltnp 'sport = :${listener.split(':').at(-1)}'`);
    }
    const [answer] = answers;
    if (answer === undefined)
        return undefined;
    return harbor_refusals_refusal('port-in-use', `Something answers on ${answer}, although nothing is seen to listen: the port is taken through iptables.`, `${way} Or see who: iptables-save | grep ${answer.split(':').at(-1)}`);
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

;// CONCATENATED MODULE: ./build/steps/harbor/plan.js









/** From what is there to a registry that is installed as configured, healthy, proven, set up for CI, and used. */
function harbor_plan_plan(situation) {
    const { machine, facts, config } = situation;
    const { installed } = facts;
    if ((0,reading/* isUnreadable */.GZ)(installed)) {
        return (0,plan/* refused */.J)(harbor_about_STEP, 'apply', harbor_refusals_refusal('unknown', `${installed.unreadable}.`, installed.wayOut));
    }
    const wanted = wanted_wantedOf(config, facts.place, installed);
    const stop = subjectRefusal(situation, installed, wanted) ?? place_refusals_placeRefusal(situation, installed, wanted);
    if (stop)
        return (0,plan/* refused */.J)(harbor_about_STEP, 'apply', stop);
    const containers = state_containersOf(situation, installed);
    if ((0,reading/* isUnreadable */.GZ)(containers)) {
        return (0,plan/* refused */.J)(harbor_about_STEP, 'apply', harbor_refusals_refusal('unknown', `${containers.unreadable}.`, containers.wayOut));
    }
    const changes = changesOf(situation, installed, wanted);
    return (0,plan/* finished */.x)({
        step: harbor_about_STEP,
        intent: 'apply',
        summary: harbor_plan_summaryOf(config.harbor.registry, installed, wanted, changes),
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
        notes: harbor_plan_notesOf(situation, installed, wanted, changes),
    });
}
const targetOf = (registry, { version, address }) => [registry, version, 'at', address].filter(Boolean).join(' ');
function changesOf(situation, installed, wanted) {
    const { facts, config } = situation;
    const wish = config.harbor;
    const { proof } = facts;
    const isInstalled = installed.installed === wanted.mark;
    const from = installed.installed === 'none' ? '' : versionOf(installed.installed);
    const about = !(0,reading/* isUnreadable */.GZ)(proof) && proof.registry === wanted.address ? proof : undefined;
    const up = isInstalled && stateOf(situation, installed).up;
    return [
        ...(isInstalled || installed.fetched ? [] : [harbor_changes_change.fetch(wish, wanted)]),
        ...(isInstalled || installed.configured === wanted.mark ? [] : [harbor_changes_change.configure(wish, wanted)]),
        ...(isInstalled ? [] : [harbor_changes_change.install(wish, wanted, from)]),
        ...(up ? [] : [harbor_changes_change.start(isInstalled ? installed.services : 0)]),
        ...(isInstalled && isProven(proof, wanted) ? [] : [harbor_changes_change.prove(wanted)]),
        ...(about?.use === wanted.use ? [] : [harbor_changes_change.use(wish)]),
        ...(wanted.trust === 'none' || about?.trust === wanted.trust ? [] : [harbor_changes_change.trust(wish, wanted)]),
    ];
}
const isProven = (proof, { configSha256 }) => !(0,reading/* isUnreadable */.GZ)(proof) && proof.configSha256 === configSha256 && proof.pushed === proof.pulled;
/** `harbor 2.14.0 …` -> `Harbor 2.14.0`. */
function versionOf(mark) {
    const [kind, version] = mark.split(' ');
    return kind === 'harbor' ? `Harbor ${version}` : 'the light registry';
}
function harbor_plan_summaryOf(registry, { installed }, wanted, changes) {
    const name = registry === 'harbor' ? `Harbor ${wanted.version}` : 'The light registry';
    const at = `${name} at ${wanted.address}`;
    const ids = changes.map(({ id }) => id);
    if (ids.length === 0)
        return `${at}: installed as configured, healthy and proven.`;
    if (!ids.includes('install')) {
        return ids.includes('start') ? `${at} is not whole: bring it up.` : `${at} runs: ${ids.join(', ')}.`;
    }
    if (installed === 'none')
        return `${at}: install it, with its data in ${wanted.data}.`;
    return `${at}: from ${versionOf(installed)}, with its data as it is; it does not answer meanwhile.`;
}
function harbor_plan_notesOf({ facts, config }, { othersInK3s }, { address, trust }, changes) {
    const { registry, version, scheme } = config.harbor;
    const { place } = facts;
    const minor = version.split('.').slice(0, 2).join('.');
    const installs = changes.some(({ id }) => id === 'install');
    const trusts = changes.some(({ id }) => id === 'trust');
    return [
        ...(registry === 'harbor' && !config_harbor/* SUPPORTED_MINORS */.eM.includes(minor)
            ? [
                `Harbor ${minor} gets no security fixes from the Harbor project any more; ${config_harbor/* SUPPORTED_MINORS */.eM.join(', ')} do (harbor.version).`,
            ]
            : []),
        ...(installs && scheme === 'http' ? ['Without TLS, passwords and images cross the network in the clear.'] : []),
        ...(trusts && trust.includes('k3s') && othersInK3s
            ? [
                `K3s has a registries.yaml that this step has not written, and it is left alone. If ${address} does not stand in it, apply refuses before it changes anything, and shows what to add; or leave K3s out (harbor.trust).`,
            ]
            : []),
        ...(installs && place.services && (0,reading/* isUnreadable */.GZ)(place.services)
            ? [
                `The services of the cluster cannot be seen (${place.services.unreadable}): whether one takes the port was only tried by connecting.`,
            ]
            : []),
        ...(installs && place.k3s && place.services === undefined && config.kubernetes.cluster !== 'none'
            ? ['K3s is here, but its services cannot be asked for: whether one takes the port was only tried by connecting.']
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/steps/harbor/rollback.js







/** Stops and removes what this step has installed. The data stays, unless the configuration names its folder. */
function harbor_rollback_rollback(situation) {
    const { machine, facts, config } = situation;
    const { installed } = facts;
    if ((0,reading/* isUnreadable */.GZ)(installed)) {
        return (0,plan/* refused */.J)(harbor_about_STEP, 'rollback', harbor_refusals_refusal('unknown', `${installed.unreadable}.`, installed.wayOut));
    }
    const containers = state_containersOf(situation, installed);
    if ((0,reading/* isUnreadable */.GZ)(containers)) {
        return (0,plan/* refused */.J)(harbor_about_STEP, 'rollback', harbor_refusals_refusal('unknown', `${containers.unreadable}.`, containers.wayOut));
    }
    const { data = '' } = installed.settings;
    const { install, remove_data: named } = config.harbor;
    const isConfigured = installed.configured !== 'none';
    if (named !== null && isConfigured && named !== data)
        return (0,plan/* refused */.J)(harbor_about_STEP, 'rollback', otherData(named, data));
    const deletesData = named !== null && isConfigured;
    const changes = [
        ...(isConfigured && containers.length > 0 ? [harbor_changes_change.stop()] : []),
        ...(isConfigured || installed.leftovers ? [harbor_changes_change.remove(config.harbor, data, deletesData)] : []),
        ...(installed.trustedBy.length > 0 || isCutShort(situation.journal) ? [harbor_changes_change.untrust()] : []),
    ];
    return (0,plan/* finished */.x)({
        step: harbor_about_STEP,
        intent: 'rollback',
        summary: rollback_summaryOf(installed, install, changes, deletesData),
        basis: { machine_id: machine.id, installed: installed.installed, ...(deletesData && { remove_data: data }) },
        changes,
        target: `no registry in ${install}`,
        notes: isConfigured && !deletesData ? [`To delete the images too, name their folder: harbor.remove_data: ${data}`] : [],
    });
}
const otherData = (named, data) => harbor_refusals_refusal('other-data', `harbor.remove_data names ${named}, but the data lies in ${data}.`, 'Name that folder to delete it, or null to keep it.');
/** What was installed is gone, and the run ended before Docker and K3s were told. */
function isCutShort(journal) {
    const last = journal.findLast(({ step, event, change: id }) => step === harbor_about_STEP && (event === 'intent' || event === 'done') && id !== undefined);
    if (last?.mode !== 'rollback')
        return false;
    return (last.change === 'remove' && last.event === 'done') || (last.change === 'untrust' && last.event === 'intent');
}
function rollback_summaryOf({ installed, configured, settings }, install, changes, deletesData) {
    if (changes.length === 0)
        return `Nothing of this step is installed in ${install}: there is nothing to take back.`;
    if (configured === 'none')
        return `Only remains of this step are there: take away what is left of it.`;
    const mark = installed === 'none' ? configured : installed;
    const fate = deletesData ? 'is deleted too' : 'stays';
    return `Remove ${versionOf(mark)} at ${settings.host}:${settings.port}; its data in ${settings.data} ${fate}.`;
}

;// CONCATENATED MODULE: ./build/steps/harbor/tables.js



/** What is where, once it is installed. Secrets are told by their files, which only root can read. */
function harbor_tables_tables({ facts: { installed, proof } }) {
    if ((0,reading/* isUnreadable */.GZ)(installed) || installed.installed === 'none')
        return [];
    const { settings } = installed;
    const done = (0,reading/* isUnreadable */.GZ)(proof) ? undefined : proof;
    const rows = [
        [versionOf(installed.installed), `${settings.scheme}://${settings.host}:${settings.port}`],
        ['images and database', settings.data ?? ''],
        ["administrator's password (user admin)", `${SECRETS}/admin-password`],
        ...(done?.robot ? [[`account for CI (${done.robot})`, `${SECRETS}/robot.json`]] : []),
        ...(done?.use ? [['set up', done.use]] : []),
        ...(done?.trust ? [['told to use it', done.trust]] : []),
    ];
    const note = 'The files with secrets are for root only; docs/harbor.md says how CI gets them.';
    return [{ title: 'The registry', columns: ['what', 'where'], rows, note }];
}

;// CONCATENATED MODULE: ./build/steps/harbor/verify.js




/** The check of the scorecard for what is configured here, and what it rests on, one by one. */
function harbor_verify_verify(situation) {
    const { facts, config, at } = situation;
    const now = facts.now === undefined ? at : new Date(facts.now);
    const harbor = { ...config.checks.harbor, url: localUrl(situation) };
    return [
        (0,checks_harbor/* harborCheck */.T)({ health: facts.health, proof: facts.proof }, now, { ...config, checks: { ...config.checks, harbor } }),
        {
            id: 'harbor_services',
            title: 'Services of the registry',
            target: 'all run',
            how: 'observed: docker ps, and its health page on the server itself',
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
    if ((0,reading/* isUnreadable */.GZ)(installed))
        return { measured: `not known: ${installed.unreadable}`, result: 'unknown' };
    if (installed.installed === 'none')
        return { measured: 'not installed by this step', result: 'unknown' };
    const { up, text } = stateOf(situation, installed);
    return { measured: text, result: up ? 'pass' : text.startsWith('not known') ? 'unknown' : 'fail' };
}
function transfers({ facts: { proof } }) {
    const about = { how: 'measured by the step harbor: a small image pushed, removed and pulled' };
    const push = { id: 'harbor_push', title: 'Push of an image', target: 'proven', ...about };
    const pull = { id: 'harbor_pull', title: 'Pull of the same image', target: 'the digest that was pushed', ...about };
    const login = { id: 'harbor_login', title: 'Push without a login', target: 'refused', ...about };
    if ((0,reading/* isUnreadable */.GZ)(proof)) {
        const unknown = { measured: `not known: ${proof.unreadable}`, result: 'unknown' };
        return [push, pull, login].map((check) => ({ ...check, ...unknown }));
    }
    const isSame = proof.pushed === proof.pulled;
    const took = (seconds) => (seconds === undefined ? '' : ` in ${seconds} s`);
    return [
        { ...push, measured: `${proof.pushed.slice(0, 19)}…${took(proof.pushSeconds)}, ${proof.at}`, result: 'pass' },
        {
            ...pull,
            measured: `${proof.pulled.slice(0, 19)}…${took(proof.pullSeconds)}${isSame ? '' : ', which is another one'}`,
            result: isSame ? 'pass' : 'fail',
        },
        { ...login, ...loginFound(proof.unauthorisedPush) },
    ];
}
function loginFound(word) {
    if (word === undefined)
        return { measured: 'not tried', result: 'unknown' };
    return { measured: word, result: word === 'refused' ? 'pass' : 'fail' };
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
/* harmony export */   J: () => (/* binding */ refused),
/* harmony export */   x: () => (/* binding */ finished)
/* harmony export */ });
/* harmony import */ var _evidence_hash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2617);

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
;// CONCATENATED MODULE: ./build/checks/pods.js


const MOST_NAMED = 5;
/** Whether all pods that should run are Ready, with every container; and as many as are expected. */
function podsCheck(facts, { checks }) {
    const { expected } = checks.pods;
    const about = {
        id: 'pods',
        title: 'Pods',
        target: expected === 'auto' ? 'all Ready' : `${expected} Ready, none unready`,
        how: 'observed: the condition Ready and every container of each pod, those that have completed or were replaced left out',
    };
    if (!facts)
        return { ...about, measured: 'no cluster, as configured', result: 'not-applicable' };
    if ((0,reading/* isUnreadable */.GZ)(facts.pods))
        return { ...about, measured: `not known: ${facts.pods.unreadable}`, result: 'unknown' };
    const pods = facts.pods.filter(facts_pods/* counts */.tQ);
    const unready = pods.filter((pod) => !(0,facts_pods/* isReady */.i_)(pod));
    const ready = pods.length - unready.length;
    const named = unready.slice(0, MOST_NAMED).map((pod) => `${pod.name} ${(0,facts_pods/* stateOf */.L4)(pod)}`);
    const more = unready.length > MOST_NAMED ? [`and ${unready.length - MOST_NAMED} more`] : [];
    const enough = pods.length > 0 && (expected === 'auto' || ready >= expected);
    return {
        ...about,
        measured: [`${ready} of ${pods.length} Ready`, ...named, ...more].join('; '),
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
        ? [{ id: 'backup_hook', argv: ['sh', '-c', HOOK, 'hook', BACKUP_HOOK] }]
        : [{ id: 'backup', argv: ['sh', '-c', NEWEST, 'newest', preflight.backup.path] }]),
];
const preflightFacts = (results, { preflight }) => ({
    backup: preflight.backup.path === null ? hookOf((0,reading/* resultOf */.Bg)(results, 'backup_hook')) : backupOf((0,reading/* resultOf */.Bg)(results, 'backup')),
    script: scriptOf(results),
});
function scriptOf(results) {
    const script = (0,host_script_package/* hostScript */.Q1)(EXTEND_SCRIPT);
    const digest = (0,host_script_package/* installedDigest */.D9)(results, script);
    if (digest === undefined)
        return 'not there';
    return digest === script.sha256 ? 'this version' : 'another version';
}
function backupOf(result) {
    const [seconds, bytes] = result.stdout.trim().split(' ').map(Number);
    if (result.code === 0 && seconds && bytes)
        return { at: new Date(seconds * 1000).toISOString(), bytes };
    if (result.code === 0 && result.stderr.trim() === '')
        return 'none';
    return {
        unreadable: (0,reading/* lastWords */.aN)(result),
        wayOut: 'Name a file or folder that this user may read in preflight.backup.path.',
    };
}
function hookOf(result) {
    const time = Date.parse(result.stdout.trim());
    if (result.code === 0 && !Number.isNaN(time))
        return { at: new Date(time).toISOString() };
    if (result.code === NO_HOOK)
        return undefined;
    if (result.code === 1)
        return 'none';
    return {
        unreadable: (0,reading/* lastWords */.aN)(result),
        wayOut: `See docs/validate.md for what ${BACKUP_HOOK} has to be.`,
    };
}

// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(6264);
// EXTERNAL MODULE: ./build/checks/when.js
var when = __webpack_require__(6585);
;// CONCATENATED MODULE: ./build/checks/preflight.js





const HOUR = 3_600_000;
/** What the plan asks for before it begins. It informs: it earns nothing, and makes no run fail. */
function preflightChecks(facts, kubernetes, now, config) {
    const pods = podsCheck(kubernetes, config);
    const check = (id, title, target, how, found) => ({
        ...{ id: `preflight_${id}`, title: `Pre-flight (${title})`, target, how, informational: true },
        ...{ measured: found.measured, result: found.result },
    });
    return [
        check('phase_0', 'Phase 0 complete', 'declared', 'declared: preflight.phase_0_complete', phase0(config)),
        check('pods', 'infrastructure stable', pods.target, pods.how, pods),
        check('backup', 'backup', `at most ${(0,when/* span */.L)(config.preflight.backup.max_age_hours * HOUR)} old`, `observed: ${seenBy(config)}; not whether it can be restored`, backup(facts, now, config)),
        check('budget', 'budget', '$0', 'declared: cost.runner_minute_usd; nothing is ever bought', budget(config)),
        check('script', 'extend-lvm-phase1.sh', 'there, this version', 'observed: its SHA-256 on the server', script(facts)),
    ];
}
const phase0 = ({ preflight }) => preflight.phase_0_complete
    ? { measured: 'declared complete', result: 'pass' }
    : { measured: 'not declared', result: 'unknown' };
const budget = ({ cost }) => ({
    measured: `a runner minute costs $${cost.runner_minute_usd}`,
    result: cost.runner_minute_usd === 0 ? 'pass' : 'fail',
});
/** A missing script is no failure: where the user may, apply puts it there. */
const script = (facts) => ({
    measured: facts.script,
    result: facts.script === 'this version' ? 'pass' : facts.script === 'not there' ? 'unknown' : 'fail',
});
const seenBy = ({ preflight }) => preflight.backup.path === null ? `what ${BACKUP_HOOK} on the server tells` : 'when the newest file was written';
function backup({ backup }, now, { preflight }) {
    if (backup === undefined) {
        return { measured: `no place configured (preflight.backup.path), and no ${BACKUP_HOOK}`, result: 'unknown' };
    }
    if (backup === 'none') {
        return { measured: preflight.backup.path === null ? `${BACKUP_HOOK} says no` : 'no file there', result: 'fail' };
    }
    if ((0,reading/* isUnreadable */.GZ)(backup))
        return { measured: `not known: ${backup.unreadable}`, result: 'unknown' };
    const age = now.getTime() - Date.parse(backup.at);
    return {
        measured: `${backup.bytes === undefined ? '' : `${(0,units/* gib */.$)(backup.bytes)} `}written ${(0,when/* day */.v)(backup.at)} (${(0,when/* span */.L)(Math.max(0, age))} ago)`,
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
function pressureCheck(facts, now, { checks }) {
    const window = checks.disk_pressure.window_hours * pressure_HOUR;
    const about = {
        id: 'disk_pressure',
        title: 'DiskPressure',
        target: `False and no eviction for ${(0,when/* span */.L)(window)}`,
        how: "observed: the condition of the node and when it changed; evicted pods that are still there; events by their exact reason, kept for 1 h by default; the kubelet's journal, where it can be read",
    };
    if (!facts)
        return { ...about, measured: 'no cluster, as configured', result: 'not-applicable' };
    return { ...about, ...observed(facts, now, window) };
}
function observed(facts, now, window) {
    const { nodes, here, pods, events } = facts;
    if ((0,reading/* isUnreadable */.GZ)(nodes))
        return unknown(`not known: ${nodes.unreadable}`);
    if (!here)
        return unknown(`not known: this host is none of the cluster's nodes (${names(nodes)})`);
    const condition = here.conditions.find(({ type }) => type === 'DiskPressure');
    if (!condition || condition.status === 'Unknown')
        return unknown('not known: the kubelet does not report it');
    const since = Date.parse(condition.since);
    if (condition.status === 'True')
        return fail(`True since ${(0,when/* day */.v)(since)}`);
    const seen = Date.parse(condition.seen);
    if (!(now.getTime() - seen < SILENCE))
        return unknown(`not known: the kubelet has been silent since ${(0,when/* day */.v)(seen)}`);
    const start = now.getTime() - window;
    const evictions = evictionsSince(facts, here, start);
    if (evictions.length > 0)
        return fail(`False since ${(0,when/* day */.v)(since)}, but ${evictions.join('; ')}`);
    if (!(since <= start)) {
        return unknown(`False since ${(0,when/* day */.v)(since)} only; what was before is not known. Look again after ${(0,when/* day */.v)(since + window)}`);
    }
    if ((0,reading/* isUnreadable */.GZ)(pods))
        return unknown(`False since ${(0,when/* day */.v)(since)}; evictions not known: ${pods.unreadable}`);
    if ((0,reading/* isUnreadable */.GZ)(events))
        return unknown(`False since ${(0,when/* day */.v)(since)}; evictions not known: ${events.unreadable}`);
    const looked = `none evicted in ${(0,when/* span */.L)(window)} (${pods.length} pods and ${events.total} events seen)`;
    const measured = `False since ${(0,when/* day */.v)(since)} (${(0,when/* span */.L)(now.getTime() - since)}); ${looked}${journalWords(facts)}`;
    return { measured, result: 'pass' };
}
function journalWords({ journal }) {
    if (!journal)
        return '';
    if ((0,reading/* isUnreadable */.GZ)(journal))
        return `; the kubelet's journal not seen: ${journal.unreadable}`;
    return `; ${journal.lines} lines of the kubelet's journal since ${(0,when/* day */.v)(journal.first)} seen`;
}
const names = (nodes) => nodes.map(({ name }) => name).join(', ') || 'it has none';
/** What happened on this node since then, in words. A pod that does not tell when it was evicted counts. */
function evictionsSince({ pods, events, journal }, here, start) {
    const late = (time) => !(Date.parse(time ?? '') < start);
    const gone = (0,reading/* isUnreadable */.GZ)(pods) ? [] : pods.filter((p) => p.evicted && p.node === here.name && late(p.evicted.at));
    const told = (0,reading/* isUnreadable */.GZ)(events) ? [] : events.found.filter((e) => isHere(e, here) && late(e.last) && counts(e));
    const pressure = told.filter(({ reason }) => reason !== 'Evicted');
    const evicted = new Set([
        ...gone.map(({ name }) => name),
        ...told.filter(({ reason }) => reason === 'Evicted').map(({ about }) => about.replace(/^Pod /, '')),
    ]);
    return [
        ...pressure.map(({ reason, last }) => `${reason} at ${(0,when/* day */.v)(last)}`),
        ...(journal && !(0,reading/* isUnreadable */.GZ)(journal) && journal.last && late(journal.last)
            ? [`the kubelet's journal tells of a full disk ${journal.found} times, last at ${(0,when/* day */.v)(journal.last)}`]
            : []),
        ...(evicted.size > 0 ? [`evicted: ${[...evicted].join(', ')}`] : []),
    ];
}
const isHere = ({ host, about }, { name }) => host === name || host === '' || about === `Node ${name}`;
/** Thresholds are also met for memory and process numbers, which is not about disks. */
const counts = ({ reason, message }) => reason !== 'EvictionThresholdMet' || /ephemeral-storage|inodes|fs\b/.test(message);

// EXTERNAL MODULE: ./build/facts/kubectl.js
var kubectl = __webpack_require__(4337);
// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(7448);
// EXTERNAL MODULE: ./build/facts/block.js
var block = __webpack_require__(7222);
// EXTERNAL MODULE: ./build/facts/harbor.js
var harbor = __webpack_require__(5497);
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
const PROGRAM = `command -v journalctl >/dev/null || { echo "there is no journalctl" >&2; exit 127; }
timeout 20 journalctl --no-pager -o json --output-fields=MESSAGE -n 100000 --since "$1" \\
  -u k3s.service -u k3s-agent.service -u kubelet.service | awk '${COUNT}'`;
const kubeletJournalRead = (hours) => ({
    id: 'kube_journal',
    argv: ['sh', '-c', PROGRAM, 'journal', `-${Math.ceil(hours * 3600)}s`],
});
/** Without the right to read, journalctl shows nothing: no lines at all are never taken for a quiet kubelet. */
function kubeletJournal(results) {
    const answer = (0,reading/* jsonOf */.o_)(results, 'kube_journal');
    if (!answer) {
        const result = (0,reading/* resultOf */.Bg)(results, 'kube_journal');
        return { unreadable: result.code === 0 ? 'its answer is torn' : (0,reading/* lastWords */.aN)(result), wayOut: WAY_OUT };
    }
    const { lines, first, found, last } = answer;
    if (!(lines > 0) || first === '')
        return { unreadable: 'no line of it can be read', wayOut: WAY_OUT };
    return { lines, first: at(first), found, ...(found > 0 && { last: at(last) }) };
}
const WAY_OUT = 'Let this user read the journal (usermod -aG systemd-journal USER), where K3s or the kubelet is a unit.';
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
        { id: 'kube_nodes', argv: (0,kubectl/* kubectl */.Lr)(file, 'get', 'nodes', '-o', kubectl/* NODES */.K3) },
        {
            id: 'kube_configz_path',
            argv: ['sh', '-c', CONFIGZ_PATH, 'node', { from: 'machine_id' }, { from: 'kube_nodes' }],
        },
        { id: 'kube_configz', argv: (0,kubectl/* kubectlFiltered */.GT)(THRESHOLDS, file, 'get', '--raw', { from: 'kube_configz_path' }) },
        { id: 'kube_pods', argv: (0,kubectl/* kubectl */.Lr)(file, 'get', 'pods', '--all-namespaces', '-o', kubectl/* PODS */.Dp) },
        { id: 'kube_events', argv: (0,kubectl/* kubectl */.Lr)(file, 'get', 'events', '--all-namespaces', '-o', kubectl/* EVENTS */.qY) },
        kubeletJournalRead(checks.disk_pressure.window_hours),
    ];
}
/** Undefined where the configuration says that there is no cluster. Needs the reads of the machine too. */
function kubernetesFacts(results, { kubernetes }) {
    if (kubernetes.cluster === 'none')
        return undefined;
    const nodes = nodesOf(results);
    const machineId = (0,reading/* outputOf */.jH)(results, 'machine_id')?.trim() ?? '';
    const here = 'unreadable' in nodes ? undefined : nodes.find((node) => node.machineId === machineId);
    return {
        nodes,
        here: machineId === '' ? undefined : here,
        thresholds: thresholdsOf(results),
        pods: podsOf(results),
        events: eventsOf(results),
        journal: kubeletJournal(results),
    };
}
const kubernetes_text = (value) => (typeof value === 'string' ? value : '');
const rows = (value) => (Array.isArray(value) ? value : []);
/** The rows of an answer that is whole, or why there are none. */
function rowsOf(results, id) {
    const output = (0,reading/* outputOf */.jH)(results, id);
    if (output === undefined)
        return unreadable((0,reading/* resultOf */.Bg)(results, id));
    const read = (0,kubectl/* readLines */.Se)(output);
    if (!read)
        return { unreadable: 'the answer of kubectl is torn or in another form', wayOut: AGAIN };
    return { rows: read.items, total: read.total };
}
/** Like `rowsOf`, where every object has a row. */
function allOf(results, id) {
    const read = rowsOf(results, id);
    if ('unreadable' in read)
        return read;
    if (read.rows.length === read.total)
        return read.rows;
    return { unreadable: `kubectl showed ${read.rows.length} of ${read.total} objects`, wayOut: AGAIN };
}
const condition = ({ type, status, since, seen }) => ({
    type: kubernetes_text(type),
    status: kubernetes_text(status),
    since: kubernetes_text(since),
    seen: kubernetes_text(seen),
});
function nodesOf(results) {
    const read = allOf(results, 'kube_nodes');
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
function podsOf(results) {
    const read = allOf(results, 'kube_pods');
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
function eventsOf(results) {
    const read = rowsOf(results, 'kube_events');
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
function thresholdsOf(results) {
    const result = (0,reading/* resultOf */.Bg)(results, 'kube_configz');
    const nodes = (0,reading/* resultOf */.Bg)(results, 'kube_nodes');
    if (nodes.code !== 0)
        return unreadable(nodes);
    if (result.code !== 0)
        return unreadable(result);
    try {
        const { evictionHard, evictionSoft } = JSON.parse(result.stdout);
        return { hard: evictionHard ?? {}, soft: evictionSoft ?? {} };
    }
    catch {
        return { unreadable: 'the kubelet does not show its thresholds', wayOut: AGAIN };
    }
}
const AGAIN = 'Run it again; `kubectl get nodes,pods --all-namespaces` on the host shows what it answers.';
/** What the most common failures mean, and what to do. */
function unreadable(result) {
    const words = (0,reading/* lastWords */.aN)(result);
    if (result.code === 127) {
        return {
            unreadable: words,
            wayOut: 'Install kubectl; or set kubernetes.cluster to none where the host is to have no cluster.',
        };
    }
    if (/no kubeconfig/.test(words)) {
        return {
            unreadable: words,
            wayOut: 'Name one in kubernetes.kubeconfig; or set kubernetes.cluster to none where the host is to have no cluster.',
        };
    }
    if (/may not be read|permission denied/.test(words)) {
        return {
            unreadable: words,
            wayOut: 'Make a kubeconfig that may only look (docs/validate.md has the commands) and name it in kubernetes.kubeconfig.',
        };
    }
    if (/Forbidden|forbidden/.test(words)) {
        return {
            unreadable: words,
            wayOut: 'Give this user the right to get and list it: docs/validate.md has the cluster role.',
        };
    }
    return { unreadable: words, wayOut: AGAIN };
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
const facts = (results, config) => ({
    now: (0,reading/* outputOf */.jH)(results, 'host_time')?.trim(),
    root: (0,block/* mountsIn */.Ko)(results, 'root_mount').at(-1),
    kubernetes: kubernetesFacts(results, config),
    builds: (0,facts_results/* buildRuns */.jr)(results),
    harbor: { health: (0,harbor/* harborHealth */.to)(results), proof: (0,facts_results/* harborProof */.rC)(results) },
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
const validate_plan = ({ machine }) => (0,plan/* finished */.x)({
    step: VALIDATE,
    intent: 'apply',
    summary: 'Looks at the host; there is nothing to change',
    basis: { machine_id: machine.id },
    changes: [],
    target: '',
});
const rollback = () => (0,plan/* refused */.J)(VALIDATE, 'rollback', {
    code: 'nothing-to-undo',
    message: 'validate only looks: there is nothing to take back.',
    wayOut: 'Name the step whose change is to be taken back.',
});
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
        if (!(0,reading/* isUnreadable */.GZ)(part) || part.unreadable === kubectl/* NO_TOOL */.te)
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

/***/ 8314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* reexport */ language/* LANGUAGES */.Y),
  u: () => (/* binding */ speechIn)
});

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
const builds = (count) => `${count} ${performance_plural(count, 'build', 'builds')}`;
const performance = {
    serverTitle: 'The server, before and after',
    serverColumns: ['', 'Before', 'After'],
    noChange: 'No change was carried out: what stands under “after” is how the server is now.',
    rows: { size: 'Size of /', used: 'In use', free: 'Free for programs', use: 'Use, as df shows it' },
    buildsTitle: 'Builds',
    noBuilds: (command) => `No build was measured: nothing is known about build times, neither before nor after. Measure with ${command}.`,
    noBefore: 'No build was measured before the first change: what is compared with is a time that somebody took by hand and declared, which establishes nothing.',
    buildColumns: ['Scenario', 'Before', 'After', 'Ratio (95 %)', 'Verdict'],
    sample: (median, count) => `${median} (${builds(count)})`,
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
const report = {
    cannotPlan: 'cannot be planned: something is not known',
    changesPlanned: (count) => `${count} changes planned; nothing was changed`,
    actionsPlanned: (count) => `${count} actions of a measurement planned; nothing was changed`,
    stepsWell: 'all steps well',
    stepsNotWell: 'not all steps well',
    cost: (usd, minutes, price) => `${usd} (bought: nothing; ${minutes} runner minutes at ${price})`,
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

;// CONCATENATED MODULE: ./build/texts/en/index.js







const en = { common: common, log: log, performance: performance, harbor: harbor, completion: completion, phase2: phase2, report: report };

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
    stepWords: 'Ce que les étapes et les outils ont dit (valeurs relevées, motifs d’un refus, titres des opérations) est cité tel quel, en anglais.',
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
const performance_builds = (count) => `${count} ${fr_performance_plural(count, 'build', 'builds')}`;
const performance_performance = {
    serverTitle: 'Le serveur, avant et après',
    serverColumns: ['', 'Avant', 'Après'],
    noChange: 'Aucune modification n’a été effectuée\u00a0: la colonne «\u00a0Après\u00a0» montre le serveur tel qu’il est.',
    rows: { size: 'Taille de /', used: 'Occupé', free: 'Libre pour les programmes', use: 'Occupation, selon df' },
    buildsTitle: 'Builds',
    noBuilds: (command) => `Aucun build n’a été mesuré\u00a0: on ne sait rien de leur durée, ni avant ni après. Pour mesurer\u00a0: ${command}.`,
    noBefore: 'Aucun build n’a été mesuré avant la première modification\u00a0: la comparaison porte sur une durée relevée à la main et déclarée, qui n’établit rien.',
    buildColumns: ['Scénario', 'Avant', 'Après', 'Rapport (95\u00a0%)', 'Verdict'],
    sample: (median, count) => `${median} (${performance_builds(count)})`,
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

const report_plural = pluralOf('fr');
const report_report = {
    cannotPlan: 'impossible à planifier\u00a0: quelque chose n’est pas connu',
    changesPlanned: (count) => `${count} ${report_plural(count, 'modification planifiée', 'modifications planifiées')}\u00a0; rien n’a été modifié`,
    actionsPlanned: (count) => `${count} ${report_plural(count, 'opération de mesure planifiée', 'opérations de mesure planifiées')}\u00a0; rien n’a été modifié`,
    stepsWell: 'toutes les étapes se sont bien passées',
    stepsNotWell: 'toutes les étapes ne se sont pas bien passées',
    cost: (usd, minutes, price) => `${usd} (achats\u00a0: aucun\u00a0; ${minutes} ${report_plural(minutes, 'minute', 'minutes')} de runner à ${price})`,
    score: (score, of, unknown) => `${score} sur ${of}${unknown > 0 ? `, ${unknown} ${report_plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
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
    planOf: (changes) => `Le plan\u00a0: ${changes} ${report_plural(changes, 'modification', 'modifications')}`,
    runs: 'commande',
    whyChange: 'pourquoi',
    checked: 'vérification',
    undo: 'annulation',
    environment: 'Environnement',
    environmentNames: { host: 'serveur', name: 'nom', system: 'système', kernel: 'noyau' },
    howMeasured: 'Comment cela a été mesuré',
    hostDid: 'Ce que le serveur a fait',
    checksPass: (passed, all, unknown) => `${passed} ${report_plural(passed, 'contrôle atteint', 'contrôles atteints')} sur ${all}${unknown > 0 ? `, ${unknown} ${report_plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
    terminal: {
        took: (cost, time) => `Coût\u00a0: ${cost}. Durée\u00a0: ${time}.`,
        next: 'Rien n’a été modifié. Pour l’effectuer\u00a0:',
        note: 'Remarque',
        checks: 'Contrôles',
        target: (target) => `(objectif\u00a0: ${target})`,
        signs: { pass: 'OUI ', fail: 'NON ', unknown: '????', 'not-applicable': 's.o.' },
    },
};

;// CONCATENATED MODULE: ./build/texts/fr/index.js







const fr = { common: common_common, log: log_log, performance: performance_performance, harbor: harbor_harbor, completion: completion_completion, phase2: phase_2_phase2, report: report_report };

// EXTERNAL MODULE: ./build/texts/language.js
var language = __webpack_require__(2342);
;// CONCATENATED MODULE: ./build/texts/index.js
/** All fixed texts that people read in comments, reports and documents: one catalogue, whose languages have the same keys. */




const CATALOGUE = { en: en, fr: fr };
/** @param language undefined in evidence of before there was a choice */
const speechIn = (language) => {
    const known = language ?? 'en';
    return { language: known, texts: CATALOGUE[known], format: formatOf(known) };
};


/***/ }),

/***/ 2342:
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