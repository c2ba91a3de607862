"use strict";
exports.id = 122;
exports.ids = [122];
exports.modules = {

/***/ 5886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ diskUseCheck),
/* harmony export */   Tw: () => (/* binding */ percentUsed),
/* harmony export */   Zh: () => (/* binding */ diskSizeCheck)
/* harmony export */ });
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4610);

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

/***/ 6347:
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
// EXTERNAL MODULE: ../../../work/main/node_modules/yaml/dist/index.js
var dist = __webpack_require__(8905);
;// CONCATENATED MODULE: ./build/config/show.js
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
                message: `${show(token)} is an anchor, alias or tag of YAML. Write the value out, or put it in quotes.`,
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
            return `A value cannot begin with ${show(text[pos[0]])}. Put it in quotes.`;
        case 'BLOCK_AS_IMPLICIT_KEY':
            return 'There is a second colon in this line. Put the value in quotes, or begin a new line.';
        case 'BAD_INDENT':
            return 'This is indented differently from what it belongs to, or a bracket is not closed. Line it up, with spaces.';
        case 'MULTILINE_IMPLICIT_KEY':
            return 'A key and its colon belong on one line. Add the colon that is missing.';
        case 'MISSING_CHAR':
            return `Something is not closed or set apart here (${mention(message)}). Add what is missing.`;
        default:
            return `This is not YAML that can be read: ${mention(message)}. Write each key as \`key: value\`, indented with spaces.`;
    }
}
const repeated = (key) => `The key ${show(key)} stands here a second time. Keep one of them.`;
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
    for (const step of path)
        node = pairIn(node, String(step))?.value ?? node;
    const pair = key === undefined ? undefined : pairIn(node, key);
    return (pair?.key ?? node)?.range[0] ?? 0;
}
const pairIn = (node, key) => (0,dist/* isMap */.jh)(node)
    ? node.items.findLast((pair) => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === key)
    : undefined;

// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(8505);
// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(1716);
// EXTERNAL MODULE: ./build/host/target.js
var target = __webpack_require__(7967);
// EXTERNAL MODULE: ../../../work/main/node_modules/zod/v4/core/core.js
var core = __webpack_require__(5378);
// EXTERNAL MODULE: ./build/config/size.js
var size = __webpack_require__(8963);
;// CONCATENATED MODULE: ./build/config/parts.js


/** Every field says in one sentence what it takes; `problems.ts` puts the field and its value in front. */
const allowed = (what) => ({ error: `Allowed is ${what}.` });
const SMALLEST = 1024 ** 3;
const LARGEST = 1024 ** 5;
const RANGE = 'Allowed is 1GiB to 1024TiB; a number without a unit is bytes.';
const absolutePath = (what) => {
    const error = allowed(`${what} without . and .. in it and without a slash at its end`);
    return schemas/* string */.YjP(error).regex(/^\/$|^(?:\/(?!\.{1,2}(?:\/|$))[ -.0-~\u00a0-\uffff]+)+$/, error);
};
const parts_size = schemas/* union */.KCZ([schemas/* string */.YjP().meta({ pattern: size/* SIZE_PATTERN */.bv }), schemas/* int */.Whr(RANGE).meta({ minimum: SMALLEST, maximum: LARGEST })], allowed('a size with its unit, such as 150GiB, or whole bytes'))
    .transform((value, context) => {
    try {
        return bytesInRange(value);
    }
    catch (error) {
        context.addIssue({ code: 'custom', message: error.message });
        return core/* NEVER */.tm;
    }
});
function bytesInRange(value) {
    const bytes = typeof value === 'number' ? value : (0,size/* parseSize */.DB)(value);
    if (bytes >= SMALLEST && bytes <= LARGEST)
        return bytes;
    throw new Error(`That is ${(0,size/* formatBoth */.tm)(bytes)}. ${RANGE}`);
}
/** A group of keys. With no key below it, it is as good as left out: all its defaults hold. */
const section = (description, shape) => schemas/* preprocess */.vkY((value) => value ?? {}, schemas/* strictObject */.rej(shape, { error: `Allowed are keys below it, indented: ${Object.keys(shape).join(', ')}.` })
    .meta({ description, type: ['object', 'null'] }))
    .prefault({});
const YES_NO = allowed('true or false');

;// CONCATENATED MODULE: ./build/config/checks.js


const WEIGHT = allowed('a whole number from 0 to 100');
const weight = (points) => schemas/* int */.Whr({ ...WEIGHT, abort: true })
    .min(0, WEIGHT)
    .max(100, WEIGHT)
    .default(points)
    .describe('Points that a pass earns in the scorecard.');
const PERCENT = allowed('a number above 0 and up to 100, without the % sign');
const percent = schemas/* number */.aig(PERCENT).gt(0, PERCENT).max(100, PERCENT);
const HOURS = allowed('a number of hours above 0 and up to 8760');
const hours = schemas/* number */.aig(HOURS).gt(0, HOURS).max(8760, HOURS);
const MINUTES = allowed('a number of minutes above 0 and up to 10080');
const minutes = schemas/* number */.aig(MINUTES).gt(0, MINUTES).max(10080, MINUTES);
const SCENARIO = allowed('a name of lower-case letters, digits, - and _, as build-test reports it');
const HARBOR = allowed('http:// or https:// with a name and perhaps a port, as https://edge.example:8443, or null');
const COUNT = allowed('a whole number from 1 to 10000, or auto');
const checks = section('The targets of the scorecard.', {
    disk_size: section('Size of the file system of /.', {
        target: parts_size.prefault('140GiB').describe('It passes with at least this size.'),
        weight: weight(20),
    }),
    disk_use: section('Use of the file system of /, as df shows it.', {
        target: percent.default(60).describe('It passes with less than this many percent in use.'),
        weight: weight(10),
    }),
    disk_pressure: section('The condition DiskPressure of the Kubernetes node, and evictions.', {
        window_hours: hours
            .default(1)
            .describe('It passes when the condition has been False for this many hours and nothing was evicted in them. Events live one hour unless the API server is set otherwise, so further back only the condition and evicted pods that are still there tell.'),
        weight: weight(20),
    }),
    build_time: section('Time of the build, as the step build-test measures it.', {
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
    harbor: section('The registry: healthy in all its components, and a push and a pull proven.', {
        url: schemas/* string */.YjP(HARBOR)
            .regex(/^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/, HARBOR)
            .nullable()
            .default(null)
            .describe('Address of Harbor as the server itself reaches it. Without one the check is unknown.'),
        proof_max_age_hours: hours.default(168).describe('How old the proof of a push and a pull may be.'),
        weight: weight(15),
    }),
    pods: section('The pods of the cluster.', {
        expected: schemas/* union */.KCZ([schemas/* literal */.euz('auto'), schemas/* int */.Whr().min(1).max(10000)], COUNT)
            .default(17)
            .describe('How many pods are to be Ready; none may be unready. auto: all that are there, which cannot notice that one is missing.'),
        weight: weight(10),
    }),
    success: percent
        .default(85)
        .describe('Phase 1 succeeds when this many percent of the points of all checks that apply are earned.'),
});

;// CONCATENATED MODULE: ./build/config/kubernetes.js


const FILE = absolutePath('a path under /etc, or null,');
const kubernetes = section('The Kubernetes cluster (K3s) of the server.', {
    cluster: schemas/* enum */.k5n(['auto', 'none'], allowed('auto or none'))
        .default('auto')
        .describe('auto: look for one; when it cannot be seen, its checks are unknown. none: there is none, and its checks do not apply.'),
    kubeconfig: FILE.regex(/^\/etc\//, allowed('a path under /etc, where only root can put files, or null'))
        .nullable()
        .default(null)
        .describe('The kubeconfig on the server to look with. null: $KUBECONFIG, /etc/rancher/k3s/k3s.yaml or ~/.kube/config, the first that may be read. A kubeconfig can name programs to run, so it has to lie where only root can put files.'),
});

;// CONCATENATED MODULE: ./build/config/preflight.js



const preflight = section('What the plan asks for before it begins. These checks inform; they earn no points.', {
    phase_0_complete: schemas/* boolean */.zMY(YES_NO)
        .default(false)
        .describe('Whether Phase 0 was validated. Only people know; it is shown as declared.'),
    backup: section('A backup that is seen on the server.', {
        path: absolutePath('an absolute path, or null,')
            .nullable()
            .default(null)
            .describe('A file, or a folder whose newest file (up to two folders deep, not empty) counts.'),
        max_age_hours: hours.default(24).describe('How old the backup may be.'),
    }),
});

;// CONCATENATED MODULE: ./build/config/schema.js








const schema_host = schemas/* string */.YjP(allowed('local or ssh://user@name[:port]')).superRefine((value, context) => {
    try {
        (0,target/* parseTarget */.h)(value);
    }
    catch (error) {
        if (!(error instanceof host/* Refusal */.P_))
            throw error;
        // It names the value itself, also one that is a token.
        const complete = !(looksSecret(value) && error.message.includes(value));
        const message = complete ? `${error.message} ${error.wayOut}` : error.wayOut;
        context.addIssue({ code: 'custom', message, params: { complete } });
    }
});
const EITHER = allowed('refuse or max');
const FOLDER = absolutePath('auto or an absolute path');
const DISK = allowed('a path under /dev/disk/by-id or a serial number (in quotes when it is all digits), because names such as sdb change from boot to boot; ls -l /dev/disk/by-id shows what there is');
const extendLvm = section('The step extend-lvm: grow a logical volume and its file system, while in use.', {
    mount: absolutePath('an absolute path, such as / or /srv/data,')
        .default('/')
        .describe('Mount point of the file system to grow.'),
    size: parts_size
        .prefault('150GiB')
        .describe('Absolute size that the logical volume is to have, so that a second run changes nothing. 150GiB is the 100 GiB of the plan and 50 GiB more; 150GB would be 7 % less. A volume that is larger stays as it is.'),
    when_short: schemas/* enum */.k5n(['refuse', 'max'], EITHER)
        .default('refuse')
        .describe('What to do when there is not enough space: refuse, or extend by the maximum available.'),
    other_disks: schemas/* boolean */.zMY(YES_NO)
        .default(false)
        .describe('Whether the volume may spread to disks of its volume group that it does not lie on yet. It is then lost when any of them fails.'),
    new_disk: schemas/* string */.YjP(DISK)
        .regex(/^(?:\/dev\/disk\/by-id\/(?!\.{1,2}$)[A-Za-z0-9#+.:=@_-]+|(?!(?:[shv]d[a-z]+|xvd[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+)[0-9p]*$)[A-Za-z0-9_][A-Za-z0-9._-]*)$/, DISK)
        .nullable()
        .default(null)
        .describe('A blank disk to add when the space elsewhere is not enough: /dev/disk/by-id/... or its serial number. No disk is ever added that is not named here.'),
    backup_dir: schemas/* union */.KCZ([schemas/* literal */.euz('auto'), FOLDER], 'Allowed is auto or an absolute path.')
        .default('auto')
        .describe('Folder for the copy of the LVM metadata. auto: a folder on another disk, where there is one.'),
});
const github = section('How this repository may be used.', {
    allow_public_repository: schemas/* boolean */.zMY(YES_NO)
        .default(false)
        .describe('Whether a run in a public repository may change the server. Strangers can open pull requests there; read the security notes first.'),
});
const DOLLARS = allowed('a number from 0 to 10, in US dollars without the $ sign');
const cost = section('What the cost line of the reports is computed from.', {
    runner_minute_usd: schemas/* number */.aig(DOLLARS)
        .min(0, DOLLARS)
        .max(10, DOLLARS)
        .default(0)
        .describe('Price of a runner minute in US dollars. Minutes of a self-hosted runner cost nothing.'),
});
const configSchema = section('The configuration of edge-phase1. Every key has a default: the values of the plan.', {
    host: schema_host
        .meta({ pattern: '^(local|ssh://[^/@]+@[^/@]+/?)$' })
        .default('local')
        .describe('The server: local, the machine that this runs on, or ssh://user@name[:port]. An IPv6 address stands in brackets.'),
    extend_lvm: extendLvm,
    kubernetes: kubernetes,
    checks: checks,
    preflight: preflight,
    github,
    cost,
});

;// CONCATENATED MODULE: ./build/config/fields.js


/** The keys that the section at this path knows; undefined when it is a field, or there is no such section. */
function keysAt(path) {
    let section = sectionOf(configSchema);
    for (const key of path) {
        section = section && Object.hasOwn(section.shape, key) ? sectionOf(section.shape[String(key)]) : undefined;
    }
    return section && Object.keys(section.shape);
}
/** Every field that holds a value, by its path: `extend_lvm.size`. */
function fieldPaths(section = []) {
    const keys = keysAt(section);
    return keys ? keys.flatMap((key) => fieldPaths([...section, key])) : [section.join('.')];
}
function sectionOf(schema) {
    if (schema instanceof schemas/* ZodPrefault */.xgV)
        return sectionOf(schema.unwrap());
    if (schema instanceof schemas/* ZodPipe */.utH)
        return sectionOf(schema.out);
    return schema instanceof schemas/* ZodObject */.bvH ? schema : undefined;
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
        const message = complete ? issue.message : `${field || 'The configuration'} is ${show(value)}. ${issue.message}`;
        return [{ ...locate(path), field, message }];
    });
}
/** The way out after a name that is not known. */
const suggestion = (meant, known) => meant ? `Did you mean ${meant}?` : `Allowed are ${known.join(', ')}.`;
function unknownKey(path, key) {
    const known = keysAt(path) ?? [];
    const meant = nearest(key, known) ?? fieldPaths().find((field) => field.endsWith(`.${key}`));
    const owner = path.join('.') || 'The configuration';
    return `${owner} has no key ${show(key)}. ${suggestion(meant, known)}`;
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
        where: `--set ${mention(text)}`,
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
    const result = configSchema.safeParse(wanted);
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
    return `There is no field ${show(field)}. ${suggestion(meant, fields)}`;
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
const flag = (field, text) => `--set ${mention(field)}=${mention(text)}`;

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
    const result = configSchema.safeParse(document.data);
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
    return `It cannot be read (${show(message)}). Name a file that can.`;
}
const fileError = (where, message) => new ConfigError([{ where, field: '', message }]);


/***/ }),

/***/ 8963:
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

/***/ 9716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ concluded),
  u: () => (/* binding */ withBefore)
});

// EXTERNAL MODULE: ./build/checks/disk.js
var disk = __webpack_require__(5886);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(8264);
;// CONCATENATED MODULE: ./build/facts/threshold.js
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

// EXTERNAL MODULE: ./build/stats/theil-sen.js
var theil_sen = __webpack_require__(220);
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
    const growth = (0,theil_sen/* theilSen */.f)(values);
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
    const middle = (numbers) => (0,theil_sen/* median */.J)(numbers.toSorted((a, b) => a - b));
    return [...byDay]
        .sort(([a], [b]) => a - b)
        .map(([, day]) => [middle(day.map(({ time }) => time)), middle(day.map(({ bytes }) => bytes))]);
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

// EXTERNAL MODULE: ./build/facts/pods.js
var pods = __webpack_require__(5281);
// EXTERNAL MODULE: ./build/steps/validate/index.js + 12 modules
var validate = __webpack_require__(5861);
;// CONCATENATED MODULE: ./build/evidence/before-after.js



/** The checks of an observation that `validate` has made, judged again. */
function sideOf({ at, machine, facts }, config) {
    const seen = facts;
    const pods = seen.kubernetes?.pods;
    return {
        at,
        checks: (0,validate/* verify */.MX)({ machine, facts: seen, journal: [], config, at: new Date(at) }),
        pods: pods && !(0,reading/* isUnreadable */.GZ)(pods) ? pods : undefined,
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
    const marks = (0,pods/* snapshotOf */.eY)(before.pods);
    return `${now}; ${(0,pods/* comparisonText */.VF)((0,pods/* comparePods */.q_)(marks, after.pods), marks)}`;
}

// EXTERNAL MODULE: ./build/evidence/cost.js
var cost = __webpack_require__(5070);
// EXTERNAL MODULE: ./build/evidence/scorecard.js
var scorecard = __webpack_require__(9135);
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
    const table = beforeAfter(sideOf(before, earlier.config), sideOf(after, evidence.config), (0,cost/* costOf */.h)(evidence));
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
            ...forecast([], [], time),
            unknown: `the history is about ${others.slice(0, 5).join(', ')}, not this host`,
        };
    }
    const marks = marksOf(root, kubernetes, config.checks.disk_use.target);
    const known = marks.flatMap(({ title, bytesLeft }) => (bytesLeft === undefined ? [] : [{ title, bytesLeft }]));
    const { marks: reached, ...rest } = forecast(points, known, time);
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
    const bytes = nodefs === undefined ? undefined : thresholdBytes(nodefs, root.bytes);
    if (bytes === undefined)
        return { title, unknown: 'the kubelet has no threshold nodefs.available' };
    return { title: `${title} (${nodefs} left)`, bytesLeft: Math.round(root.availableBytes - bytes) };
}


/***/ }),

/***/ 5070:
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

/***/ 462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   fZ: () => (/* binding */ allChecks),
/* harmony export */   m$: () => (/* binding */ EVIDENCE_SCHEMA),
/* harmony export */   qm: () => (/* binding */ rawOutput),
/* harmony export */   vf: () => (/* binding */ parseEvidence)
/* harmony export */ });
/* harmony import */ var _hash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9575);

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
const allChecks = ({ steps }) => steps.flatMap((step) => step.checks);
/** @throws Error when the text is no evidence of a version that this one reads */
function parseEvidence(text) {
    const evidence = JSON.parse(text);
    if (evidence?.schema !== EVIDENCE_SCHEMA || !Array.isArray(evidence.steps)) {
        throw new Error(`its schema is '${evidence?.schema ?? 'missing'}', allowed is '${EVIDENCE_SCHEMA}'`);
    }
    for (const raw of evidence.steps.flatMap((s) => [...(s.before?.raw ?? []), ...(s.after?.raw ?? [])])) {
        if ((0,_hash__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(raw.stdout) !== raw.sha256)
            throw new Error(`the raw output '${raw.id}' does not match its sha256`);
    }
    return evidence;
}


/***/ }),

/***/ 155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cy: () => (/* binding */ finalExitCode),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   oe: () => (/* binding */ failingChecks)
/* harmony export */ });
/* harmony import */ var _evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);

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

/***/ 9575:
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

/***/ 3572:
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

/***/ 9135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ scoreText),
/* harmony export */   _R: () => (/* binding */ scorecardOf),
/* harmony export */   mb: () => (/* binding */ scoreVerdict)
/* harmony export */ });
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
function scoreText({ score, possible, total, unknown }) {
    const of = possible === total ? `${total}` : `${possible} that apply (${total - possible} of ${total} do not)`;
    return `${score} of ${of}${unknown > 0 ? `, ${unknown} unknown` : ''}`;
}
/** The verdict over Phase 1 in one line. */
function scoreVerdict(card) {
    const { possible, total, needed, spentUsd, success } = card;
    const points = Math.ceil((needed * possible) / 100);
    const target = possible === total && total === 100 ? `${points} needed` : `${needed} % needed, ${points} points`;
    const spent = `$${spentUsd.toFixed(2)} spent`;
    return `Phase 1 ${success ? 'succeeded' : 'is not there yet'}: ${scoreText(card)} (${target}), ${spent}`;
}


/***/ }),

/***/ 9528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ disksOf),
/* harmony export */   Ko: () => (/* binding */ mountsIn),
/* harmony export */   LS: () => (/* binding */ mountAt),
/* harmony export */   ON: () => (/* binding */ deviceAt),
/* harmony export */   US: () => (/* binding */ stackOf),
/* harmony export */   el: () => (/* binding */ mountRead),
/* harmony export */   hV: () => (/* binding */ blockReads),
/* harmony export */   zh: () => (/* binding */ blockFacts)
/* harmony export */ });
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8264);

const SYSFS = 'grep -H . /sys/class/block/*/start /sys/class/block/*/partition 2>/dev/null; :';
const COLUMNS = 'TARGET,SOURCE,FSTYPE,OPTIONS,SIZE,USED,AVAIL';
/** Only local file systems are measured besides the one asked for: a network mount whose server is gone would hang. */
const blockReads = (mountPoint) => [
    {
        id: 'lsblk',
        argv: ['lsblk', '-J', '-b', '-l', '-o', 'KNAME,PATH,PKNAME,TYPE,SIZE,FSTYPE,MODEL,SERIAL,ROTA,RO,PTTYPE'],
    },
    { id: 'partitions', argv: ['sh', '-c', SYSFS] },
    { id: 'mounts', argv: ['findmnt', '-J', '-b', '-l', '-o', COLUMNS, '-t', 'ext2,ext3,ext4,xfs,btrfs'] },
    mountRead('mount', mountPoint),
];
/** What is mounted at one place, of any type. */
const mountRead = (id, mountPoint) => ({
    id,
    argv: ['findmnt', '-J', '-b', '-l', '-o', COLUMNS, '--mountpoint', mountPoint],
});
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

/***/ 1396:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ machineFacts),
/* harmony export */   i: () => (/* binding */ machineReads)
/* harmony export */ });
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8264);

const machineReads = [
    { id: 'machine_id', argv: ['cat', '/etc/machine-id'] },
    { id: 'boot_id', argv: ['cat', '/proc/sys/kernel/random/boot_id'] },
    { id: 'uname', argv: ['uname', '-nsrm'] },
    { id: 'os_release', argv: ['cat', '/etc/os-release'] },
    { id: 'uid', argv: ['id', '-u'] },
    { id: 'user', argv: ['id', '-un'] },
];
function machineFacts(results) {
    const text = (id) => (0,_reading__WEBPACK_IMPORTED_MODULE_0__/* .outputOf */ .jH)(results, id)?.trim() ?? '';
    const [kernelName = '', name = '', ...kernel] = text('uname').split(' ');
    return {
        id: text('machine_id'),
        bootId: text('boot_id'),
        name,
        kernel: [kernelName, ...kernel].join(' '),
        os: /^PRETTY_NAME="?([^"\n]*)/m.exec(text('os_release'))?.[1] ?? 'unknown',
        root: text('uid') === '0',
    };
}


/***/ }),

/***/ 5281:
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

/***/ 8264:
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
var host = __webpack_require__(1716);
// EXTERNAL MODULE: ./build/host/quote.js
var quote = __webpack_require__(4084);
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

/***/ 1815:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ installCommand),
/* harmony export */   h: () => (/* binding */ ensureInstalled)
/* harmony export */ });
/* harmony import */ var _host_host__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1716);

/** Commands with which an administrator puts a script in its place once; `FILE` is a copy of it on the host. */
const installCommand = (script, file = `/tmp/${script.name}`) => `sudo install -D -o root -g root -m 0755 ${file} ${script.path}`;
/**
 * Puts the script on the host where it is missing or differs.
 *
 * @param installedSha256 digest of what lies there now, or undefined
 * @throws Refusal when the user may not; it names the commands for an administrator
 */
async function ensureInstalled(host, script, installedSha256) {
    if (installedSha256 === script.sha256)
        return;
    const argv = ['install', '-D', '-o', 'root', '-g', 'root', '-m', '0755', '/dev/stdin', script.path];
    const { code, stderr } = await host.run(argv, { root: true, stdin: script.text });
    if (code === 0)
        return;
    const state = installedSha256 === undefined ? 'is not on the host' : 'on the host is of another version';
    throw new _host_host__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('script-missing', `${script.path} ${state}, and this user may not put it there (${stderr.trim().split('\n').at(-1) || `exit code ${code}`}).`, `As an administrator, once: copy scripts/${script.name} to the host, run \`${installCommand(script)}\`, and install the sudoers file that \`edge-phase1 sudoers\` prints.`);
}


/***/ }),

/***/ 4728:
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
/* harmony import */ var _evidence_hash__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9575);
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8264);
/* harmony import */ var _package_folder__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1178);





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

/***/ 1716:
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

/***/ 2109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/host/host.js
var host = __webpack_require__(1716);
// EXTERNAL MODULE: ../../../work/main/node_modules/ssh2/lib/index.js
var lib = __webpack_require__(2638);
;// CONCATENATED MODULE: ./build/host/keys.js
/** Private keys and agents: what a login over SSH can be proved with. No message repeats any part of a key. */


const WINDOWS_AGENT = '\\\\.\\pipe\\openssh-ssh-agent';
/**
 * Reads a private key: OpenSSH, PEM, or PuTTY's version 2. Carriage returns are dropped and written-out `\n` become
 * newlines, as both happen to keys that are pasted into a secret.
 *
 * @param source where the key comes from, for messages
 * @throws Refusal with code `ssh-key-encrypted`, `ssh-key-passphrase` or `ssh-key-unreadable`
 */
function parsePrivateKey(text, source, passphrase) {
    const lines = text.includes('\n') ? text.replaceAll('\r', '') : text.replaceAll('\\n', '\n');
    const parsed = tryParse(lines, passphrase);
    if (!(parsed instanceof Error) && parsed.isPrivateKey())
        return parsed;
    const why = parsed instanceof Error ? parsed.message : 'public';
    if (/no passphrase given/i.test(why)) {
        throw new host/* Refusal */.P_('ssh-key-encrypted', `The private key in ${source} is encrypted, and no passphrase was given.`, 'Give the passphrase, load the key into an agent (`ssh-add`), or make a key without one for this purpose: `ssh-keygen -t ed25519`.');
    }
    if (passphrase !== undefined && /passphrase|integrity check/i.test(why)) {
        throw new host/* Refusal */.P_('ssh-key-passphrase', `The passphrase does not open the private key in ${source}.`, 'Try it with `ssh-keygen -y -f KEYFILE`.');
    }
    const [what, wayOut] = why === 'public'
        ? ['is a public key', 'Give the file of the same name without `.pub`.']
        : [
            'is not one that can be read',
            'Give the whole file, first and last line included. `ssh-keygen -y -f KEYFILE` must accept it; a PuTTY key is converted with `puttygen KEY.ppk -O private-openssh-new`.',
        ];
    throw new host/* Refusal */.P_('ssh-key-unreadable', `The private key in ${source} ${what}.`, wayOut);
}
/**
 * Where the agent listens: the one that was asked for (`pageant`, a socket or a pipe), `SSH_AUTH_SOCK`, or the pipe of
 * Windows' OpenSSH.
 */
function agentPath(asked, environment, platform) {
    return asked || environment.SSH_AUTH_SOCK || (platform === 'win32' ? WINDOWS_AGENT : undefined);
}
/** The agent at this path, or undefined when it does not answer or holds no key. */
async function findAgent(path) {
    const agent = (0,lib.createAgent)(path);
    return new Promise((resolve) => {
        agent.getIdentities((error, keys) => resolve(error || !keys?.length ? undefined : agent));
    });
}
function tryParse(text, passphrase) {
    try {
        const parsed = lib.utils.parseKey(text, passphrase);
        return Array.isArray(parsed) ? (parsed[0] ?? new Error('no key')) : parsed;
    }
    catch (error) {
        return error instanceof Error ? error : new Error('unreadable');
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/host/target.js
var host_target = __webpack_require__(7967);
;// CONCATENATED MODULE: ./build/host/known-hosts.js
/**
 * Is this the server that is meant? A presented host key against known_hosts text or a pinned fingerprint. Pure.
 *
 * Reads what OpenSSH writes: plain names, `[name]:port`, lists, `*` and `?`, `!`, hashed names, `@revoked`. Host
 * certificates are not supported: `@cert-authority` lines never match.
 */



/**
 * Text is a fingerprint when it is nothing else than `SHA256:…`; everything else is taken for known_hosts lines.
 *
 * @param source where the text comes from, for messages
 */
function trustFrom(text, source) {
    const fingerprint = /^\s*(SHA256:[A-Za-z0-9+/]{43})=?\s*$/.exec(text)?.[1];
    return fingerprint === undefined ? { kind: 'lines', text, source } : { kind: 'pinned', fingerprint };
}
/** `SHA256:…` of a public key, as `ssh-keygen -l` shows it. */
function fingerprint(key) {
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}
/** The type that a public key names in its first field; empty when there is none. */
function keyType(key) {
    const bytes = Buffer.from(key);
    const length = bytes.length >= 4 ? bytes.readUInt32BE(0) : 0;
    return length <= 64 && length + 4 <= bytes.length ? bytes.toString('latin1', 4, 4 + length) : '';
}
/** Judges the key that a server presented. */
function checkHostKey(key, address, trust) {
    const type = keyType(key);
    const presented = { fingerprint: fingerprint(key), type, line: `${hostName(address)} ${type} ${base64(key)}` };
    return {
        ...presented,
        ...(trust.kind === 'pinned' ? comparePin(presented.fingerprint, trust) : look(key, address, trust)),
    };
}
/** The key types by which this server is known, in the order of the lines; empty when it is not known. */
function knownKeyTypes(address, trust) {
    if (trust.kind === 'pinned')
        return [];
    return [...new Set(keysOf(address, parseLines(trust.text)).map(({ type }) => type))];
}
/** The refusal of a key that did not match, with what to compare and how to add it. */
function hostKeyRefusal(verdict, target) {
    const name = (0,host_target/* targetName */.j)(target);
    const what = `${verdict.type || 'unknown type'} ${verdict.fingerprint}`;
    const wayOut = waysOut(verdict, target);
    switch (verdict.status) {
        case 'revoked':
            return new host/* Refusal */.P_('ssh-host-key-revoked', `${name} presented a revoked host key, ${what}. ${verdict.detail}`, wayOut);
        case 'changed':
            return new host/* Refusal */.P_('ssh-host-key-changed', `${name} presented another host key than the one that is known, ${what}. ${verdict.detail} Either the server was set up anew, or somebody is in between.`, wayOut);
        case 'unreadable':
            return new host/* Refusal */.P_('ssh-host-key-unreadable', `The host key of ${name}, ${what}, cannot be checked. ${verdict.detail}`, wayOut);
        default:
            return new host/* Refusal */.P_('ssh-host-key-unknown', `${name} is not known; it presented ${what}. ${verdict.detail}`, wayOut);
    }
}
function comparePin(presented, { fingerprint }) {
    if (presented === fingerprint)
        return { status: 'match', detail: '' };
    return { status: 'changed', detail: `The pinned fingerprint is ${fingerprint}, perhaps of a key of another type.` };
}
function look(key, address, trust) {
    const lines = parseLines(trust.text);
    if (lines.length === 0) {
        return trust.text.trim() === ''
            ? { status: 'unknown', detail: `There is no known host in ${trust.source}.` }
            : { status: 'unreadable', detail: `There is no line of known_hosts in ${trust.source}.` };
    }
    const here = lines.filter((line) => names(line.hosts, address) || names(line.hosts, portless(address)));
    if (here.some((line) => line.marker === '@revoked' && same(line.key, key))) {
        return { status: 'revoked', detail: `It is marked @revoked in ${trust.source}.` };
    }
    const keys = keysOf(address, lines);
    if (keys.some((line) => same(line.key, key)))
        return { status: 'match', detail: '' };
    const ofType = keys.find((line) => line.type === keyType(key));
    if (ofType !== undefined) {
        return { status: 'changed', detail: `Known from ${trust.source} is ${fingerprint(ofType.key)}.` };
    }
    if (keys.length > 0) {
        const types = keys.map((line) => line.type).join(', ');
        return { status: 'unknown', detail: `${trust.source} knows it by keys of other types (${types}).` };
    }
    const authority = here.some((line) => line.marker === '@cert-authority');
    return {
        status: 'unknown',
        detail: authority
            ? `${trust.source} names a certificate authority for it, which is not supported: add the host key itself.`
            : `No line of ${trust.source} names it.`,
    };
}
/** Like OpenSSH: the lines for name and port; when there are none, those for the bare name. */
function keysOf(address, lines) {
    const plain = lines.filter((line) => line.marker === undefined);
    const exact = plain.filter((line) => names(line.hosts, address));
    return exact.length > 0 ? exact : plain.filter((line) => names(line.hosts, portless(address)));
}
function parseLines(text) {
    return text.split(/\r?\n/).flatMap((line) => {
        const words = line.trim().split(/[ \t]+/);
        const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
        const [hosts = '', type = '', encoded = ''] = words;
        if (hosts.startsWith('#') || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded))
            return [];
        if (marker !== undefined && marker !== '@revoked' && marker !== '@cert-authority')
            return [];
        const key = Buffer.from(encoded, 'base64');
        return type !== '' && keyType(key) === type ? [{ marker, hosts, type, key }] : [];
    });
}
function names(hosts, address) {
    const name = hostName(address);
    if (hosts.startsWith('|'))
        return namesHashed(hosts, name);
    let found = false;
    for (const pattern of hosts.toLowerCase().split(',')) {
        if (pattern.startsWith('!') && wildcard(pattern.slice(1)).test(name))
            return false;
        if (!pattern.startsWith('!') && wildcard(pattern).test(name))
            found = true;
    }
    return found;
}
function namesHashed(hosts, name) {
    const [, version, salt = '', hash = ''] = hosts.split('|');
    if (version !== '1')
        return false;
    return same((0,external_node_crypto_.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest(), Buffer.from(hash, 'base64'));
}
function wildcard(pattern) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\/-]/g, '\\$&')
        .replaceAll(/\*+/g, '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 's');
}
function hostName({ host, port }) {
    const name = host.toLowerCase();
    return port === 22 ? name : `[${name}]:${port}`;
}
function portless({ host }) {
    return { host, port: 22 };
}
function same(a, b) {
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}
function base64(key) {
    return Buffer.from(key).toString('base64');
}
function waysOut({ status, fingerprint, type, line }, { host, port }) {
    const kind = /ed25519|ecdsa|rsa/.exec(type)?.[0] ?? 'ed25519';
    const compare = `On the server itself run \`ssh-keygen -lf /etc/ssh/ssh_host_${kind}_key.pub\` and compare with ${fingerprint}.`;
    const add = `\`ssh-keyscan -p ${port} -t ${kind} ${host} >> ~/.ssh/known_hosts\`, or put this line into \`ssh_known_hosts\`: ${line}`;
    if (status === 'revoked')
        return `Do not log in. ${compare} Give the server a new host key, and then add that one.`;
    const old = status === 'changed'
        ? `remove the old key with \`ssh-keygen -R '${hostName({ host, port })}'\`, then add the new one: `
        : '';
    return `${compare} Only if they are the same: ${old}${add}`;
}

// EXTERNAL MODULE: ../../../work/main/node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(4506);
// EXTERNAL MODULE: ./build/host/quote.js
var quote = __webpack_require__(4084);
;// CONCATENATED MODULE: ./build/host/batch.js
/**
 * A batch of reads as one shell program, and its reply taken apart again. Pure.
 *
 * The program writes each read's output straight through and puts a mark after it, on standard output (with the exit
 * code) and on standard error. The mark holds a random boundary that no output can guess, so nothing has to be encoded,
 * counted or stored: it needs no process besides the reads, and no disk, which may be full.
 */


/**
 * The program for `sh -s` on standard input.
 *
 * It is one brace group, so that a half received program does nothing. Each read runs as `( exec … )`: one process, and
 * never a shell builtin.
 *
 * @throws Refusal with code `bad-batch` or `bad-argv`
 */
function batchProgram(reads, { boundary, root = false }) {
    checkReads(reads);
    const captured = new Set(reads.flatMap(sources));
    const sudo = !root && reads.some((read) => read.root);
    return [
        '{',
        `PATH=${quote/* HOST_PATH */.H2}; LC_ALL=C; export PATH LC_ALL`,
        `mark() { printf '\\n%s %s\\n' ${boundary} "$1"; printf '\\n%s\\n' ${boundary} >&2; }`,
        'sudo=',
        ...(sudo ? [`[ "$(id -u)" = 0 ] || sudo=${(0,quote/* quote */.hD)((0,quote/* quoteAll */._R)(quote/* SUDO */.QR))}`] : []),
        'mark start',
        ...reads.flatMap((read) => readProgram(read, captured.has(read.id), sudo)),
        'exit 0',
        '}',
        '',
    ].join('\n');
}
function readProgram(read, captured, sudo) {
    const argv = read.argv.map((arg) => (typeof arg === 'string' ? (0,quote/* quote */.hD)(arg) : `"$r_${arg.from}"`));
    const command = `( exec ${read.root ? '$sudo ' : ''}${argv.join(' ')} ) </dev/null`;
    const program = [
        ...(captured ? captureProgram(`r_${read.id}`, command) : [command, 'code=$?']),
        // Where the command is, for the sudoers line that may be missing.
        ...(read.root && sudo ? [`[ "$code" = 0 ] || code="$code $(command -v ${argv[0]})"`] : []),
        'mark "$code"',
    ];
    const needs = sources(read);
    if (needs.length === 0)
        return program;
    return [`if ${needs.map((id) => `[ -n "$r_${id}" ]`).join(' && ')}; then`, ...program, 'else', 'mark -', 'fi'];
}
/** Keeps the output in a variable too; the exit code rides behind it, so that trailing newlines survive. */
function captureProgram(name, command) {
    return [
        `${name}=$( ${command}; printf .%s "$?" )`,
        `code=\${${name}##*.}; ${name}=\${${name}%.*}`,
        `printf %s "$${name}"`,
        `[ "$code" = 0 ] || ${name}=`,
        `${name}=\${${name}#"\${${name}%%[![:space:]]*}"}; ${name}=\${${name}%"\${${name}##*[![:space:]]}"}`,
    ];
}
/**
 * The results in the order of the reads. Bytes that are not UTF-8 come out as U+FFFD.
 *
 * @throws Refusal with code `host-shell` when the program was not run
 * @throws OutcomeUnknown when the reply ends before the last read did
 */
function parseBatch(reply, reads, boundary) {
    const out = split(Buffer.from(reply.stdout), `\n${boundary} `);
    const err = split(Buffer.from(reply.stderr), `\n${boundary}\n`);
    if (out.length < 2)
        throw notRun(reply);
    const whole = out.length === reads.length + 2 && err.length === reads.length + 2 && out.at(-1).includes('\n');
    if (!whole) {
        const last = reads[Math.min(out.length, err.length) - 2];
        throw new host/* OutcomeUnknown */.Jr(`The batch ended early, during the read "${last?.id}": ${last?.argv.map(show).join(' ')}`);
    }
    const results = new Map();
    reads.forEach((read, i) => {
        const [code, path = ''] = cut(out[i + 2]).text.split(/ (.*)/s);
        const stdout = cut(out[i + 1]).rest.toString();
        const stderr = err[i + 1].toString();
        const argv = read.argv.map((arg) => fill(arg, results));
        results.set(read.id, code === '-'
            ? { id: read.id, argv, code: host/* NOT_RUN */.OG, stdout: '', stderr: whyNotRun(read, results) }
            : { id: read.id, argv, code: Number(code), stdout, stderr, ...(path !== '' && { path }) });
    });
    return [...results.values()];
}
/** What a captured argument stands for. The same blanks as `[:space:]` in the C locale. */
function trimmed(output) {
    return output.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}
function fill(arg, results) {
    return typeof arg === 'string' ? arg : usable(results.get(arg.from)) || show(arg);
}
function usable(result) {
    return result?.code === 0 ? trimmed(result.stdout.replaceAll('\0', '')) : '';
}
function whyNotRun(read, results) {
    const id = sources(read).find((source) => usable(results.get(source)) === '');
    const source = id === undefined ? undefined : results.get(id);
    const why = source?.code === host/* NOT_RUN */.OG ? 'was not run' : source?.code === 0 ? 'was empty' : `ended with code ${source?.code}`;
    return `not run: it needs the output of the read "${id}", which ${why}`;
}
function show(arg) {
    return typeof arg === 'string' ? arg : `<${arg.from}>`;
}
function sources(read) {
    return [...new Set(read.argv.flatMap((arg) => (typeof arg === 'string' ? [] : [arg.from])))];
}
function checkReads(reads) {
    const seen = new Set();
    for (const read of reads) {
        if (!/^[A-Za-z0-9_]+$/.test(read.id))
            throw badBatch(`"${read.id}" has other characters than letters, digits and _`);
        if (seen.has(read.id))
            throw badBatch(`two reads are called "${read.id}"`);
        const missing = sources(read).find((source) => !seen.has(source));
        if (missing !== undefined)
            throw badBatch(`"${read.id}" needs "${missing}", which is not an earlier read`);
        if (typeof read.argv[0] === 'object')
            throw badBatch(`the command of "${read.id}" is not known beforehand`);
        (0,quote/* checkArgv */.VI)(read.argv.map(show));
        seen.add(read.id);
    }
}
function badBatch(what) {
    return new host/* Refusal */.P_('bad-batch', `These reads are no batch: ${what}.`, 'Correct the reads.');
}
function notRun({ stdout, stderr }) {
    const answer = trimmed(`${Buffer.from(stdout)}${Buffer.from(stderr)}`).slice(0, 300);
    return new host/* Refusal */.P_('host-shell', `The host did not run a shell program; it answered ${answer === '' ? 'nothing' : JSON.stringify(answer)}.`, 'Give the user a login shell on the server (`getent passwd USER` shows it), and a key without a forced command.');
}
/** The pieces between the marks. */
function split(bytes, mark) {
    const pieces = [];
    let from = 0;
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, from)) {
        pieces.push(bytes.subarray(from, at));
        from = at + mark.length;
    }
    return [...pieces, bytes.subarray(from)];
}
/** The first line, which belongs to the mark, and what follows it. */
function cut(piece) {
    const end = piece.indexOf('\n');
    return { text: piece.subarray(0, end).toString(), rest: piece.subarray(end + 1) };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/host/follow.js
/** Following a command on either kind of host: collecting its output, handing on lines, and giving up. */


/** A read of a batch that is silent for longer than this has hung, as `df` does on a dead network mount. */
const BATCH_SILENCE_SECONDS = 300;
/**
 * Starts a command and follows it to its end, to `signal` (code null, with the output so far), or to too long a silence.
 *
 * Giving up only stops listening: `start` goes on, so that what runs on the host is not stopped by a closed pipe.
 *
 * @param start runs the command, calls the listeners for each chunk, and resolves with the exit code
 * @throws OutcomeUnknown after `silenceSeconds` without output, and whatever `start` or `onLine` throws
 */
function follow(start, { onLine, signal, silenceSeconds } = {}) {
    const stdout = [];
    const stderr = [];
    const followed = (code) => ({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
    if (signal?.aborted)
        return Promise.resolve(followed(null));
    return new Promise((resolve, reject) => {
        let timer;
        let over = false;
        const lines = onLine && lineSplitter(onLine);
        /** Settles once; afterwards chunks are dropped. */
        const end = (settle) => {
            if (over)
                return;
            over = true;
            clearTimeout(timer);
            signal?.removeEventListener('abort', stop);
            settle();
        };
        const stop = () => end(() => resolve(followed(null)));
        const fail = (error) => end(() => reject(error));
        const quiet = () => fail(new host/* OutcomeUnknown */.Jr(`The host has been silent for ${silenceSeconds} s. The command may be running still: look before you run it again.`));
        const restart = () => {
            clearTimeout(timer);
            if (silenceSeconds !== undefined)
                timer = setTimeout(quiet, silenceSeconds * 1000);
        };
        const take = (chunks, chunk, use) => {
            if (over)
                return;
            restart();
            chunks.push(chunk);
            try {
                use?.(chunk);
            }
            catch (error) {
                fail(error);
            }
        };
        signal?.addEventListener('abort', stop);
        restart();
        start({
            stdout: (chunk) => take(stdout, chunk, lines?.push),
            stderr: (chunk) => take(stderr, chunk),
        })
            .then((code) => {
            if (over)
                return;
            lines?.end();
            end(() => resolve(followed(code)));
        })
            .catch(fail);
    });
}
/** Bytes as text; what is not UTF-8 comes out as U+FFFD. */
function asText({ code, stdout, stderr }) {
    return { code, stdout: stdout.toString(), stderr: stderr.toString() };
}
/**
 * Chunks into lines without their newline. A line, and a character, may be spread over many chunks; `end` hands out
 * a last line that has no newline.
 */
function lineSplitter(onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let parts = [];
    return {
        push(chunk) {
            const pieces = decoder.write(chunk).split('\n');
            const rest = pieces.pop();
            for (const piece of pieces) {
                const line = [...parts, piece].join('');
                parts = [];
                onLine(line);
            }
            if (rest !== '')
                parts.push(rest);
        },
        end() {
            const line = parts.join('') + decoder.end();
            parts = [];
            if (line !== '')
                onLine(line);
        },
    };
}

;// CONCATENATED MODULE: ./build/host/local.js
/** The machine this program runs on, as a host. */






const SHELL = '/bin/sh';
/**
 * Reads what a command left of its standard input: a command that ends early (sudo without the right to) must not
 * break the pipe, which `@actions/exec` does not survive.
 */
const RUN = '(exec "$@"); code=$?; cat >/dev/null; exit "$code"';
/**
 * What commands get of this process's environment: what a login over SSH would have. The job's secrets stay out, and so
 * does `RUNNER_TRACKING_ID`, by which the runner kills at job end what a job has started.
 */
const ENVIRONMENT = [
    ...['HOME', 'USER', 'LOGNAME', 'SHELL', 'TZ', 'TMPDIR', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'],
    ...['DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG', 'KUBECONFIG'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];
/**
 * The local machine. It needs `/bin/sh`; without one each call is refused with code `local-shell`.
 *
 * When following is stopped, or this process exits, the command is not killed: it goes on until it writes to the pipe
 * that nobody reads any more. (Ctrl-C in a terminal does reach it, as it is in the same process group.)
 */
function localHost() {
    const root = process.getuid?.() === 0;
    return {
        name: 'local',
        async batch(reads) {
            if (reads.length === 0)
                return [];
            const boundary = (0,external_node_crypto_.randomBytes)(16).toString('hex');
            const program = batchProgram(reads, { boundary, root });
            const reply = await run(['-s'], program, { silenceSeconds: BATCH_SILENCE_SECONDS });
            return parseBatch(reply, reads, boundary);
        },
        async run(argv, options = {}) {
            (0,quote/* checkArgv */.VI)(argv);
            const command = options.root && !root ? [...quote/* SUDO */.QR, ...argv] : argv;
            return asText(await run(['-c', RUN, 'sh', ...command], options.stdin ?? '', options));
        },
        async close() { },
    };
}
function run(args, stdin, options) {
    return follow(async (listeners) => {
        try {
            return await (0,exec/* exec */.m)(SHELL, args, {
                silent: true,
                ignoreReturnCode: true,
                env: environment(),
                // Also when empty: without input the pipe would stay open, and a command that reads it would wait for ever.
                input: Buffer.from(stdin),
                listeners,
            });
        }
        catch (error) {
            throw cannotStart(error);
        }
    }, options);
}
function environment() {
    const kept = ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
    return { ...Object.fromEntries(kept), PATH: quote/* HOST_PATH */.H2, LC_ALL: 'C' };
}
function cannotStart(error) {
    return new host/* Refusal */.P_('local-shell', `Commands cannot be run on this machine: ${error instanceof Error ? error.message : error}`, `A host is a Linux server with ${SHELL}. Name it with \`host: ssh://user@server\`, or run this on the server itself.`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ../../../work/main/node_modules/node-ssh/lib/esm/index.mjs + 2 modules
var esm = __webpack_require__(3725);
;// CONCATENATED MODULE: ./build/host/ssh.js
/** A server reached over SSH, as a host: one connection, and one channel for each batch or command. */











const HOST_KEY_ALGORITHMS = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
];
/**
 * Logs in to a server. ssh2's own choice of ciphers and key exchange stands: AES-GCM and curve25519, both done by
 * Node's crypto here and cheap on the server.
 *
 * @throws Refusal with a code that begins with `ssh-`
 */
async function connectSsh(target, options) {
    const ssh = new esm/* NodeSSH */.H();
    const name = (0,host_target/* targetName */.j)(target);
    // A socket of our own, because ssh2's waits for acknowledgements between small packets (Nagle).
    const socket = (0,external_node_net_.connect)({
        host: target.host,
        port: target.port,
        noDelay: true,
        // For each address of the name. Node's own 250 ms are less than a round trip over some links.
        autoSelectFamilyAttemptTimeout: 3000,
    });
    let verdict;
    let failure;
    const login = ssh.connect({
        host: target.host,
        sock: socket,
        username: target.user,
        // Given as a list, so that ssh2 does not begin with a round trip that tries no authentication at all.
        authHandler: authMethods(target, options),
        algorithms: { serverHostKey: hostKeyAlgorithms(target, options.trust) },
        hostVerifier: (key) => {
            verdict = checkHostKey(key, target, options.trust);
            return verdict.status === 'match';
        },
        readyTimeout: (options.connectTimeoutSeconds ?? 30) * 1000,
        keepaliveInterval: (options.keepaliveSeconds ?? 15) * 1000,
        keepaliveCountMax: 3,
    });
    // node-ssh drops its own listener as soon as it is ready: without this one, a lost connection ends the process.
    ssh.connection?.on('error', (error) => {
        failure ??= error;
    });
    ssh.connection?.on('handshake', () => leaveOtherHostKeys(ssh.connection));
    try {
        await login;
    }
    catch (error) {
        socket.destroy();
        if (verdict !== undefined && verdict.status !== 'match')
            throw hostKeyRefusal(verdict, target);
        throw cannotConnect(failure ?? error, target, options);
    }
    const start = (command, stdin) => (listeners) => execute(ssh, command, stdin, listeners).catch((error) => {
        throw error instanceof host/* OutcomeUnknown */.Jr ? lost(name, failure ?? error) : cannotExecute(name, error);
    });
    const run = (command, stdin, following) => follow(start(command, stdin), following);
    const root = target.user === 'root';
    return {
        name,
        async batch(reads) {
            if (reads.length === 0)
                return [];
            const boundary = (0,external_node_crypto_.randomBytes)(16).toString('hex');
            // The program goes through standard input: an argument could be seen by every user of the server.
            const program = batchProgram(reads, { boundary, root });
            const reply = await run('exec /bin/sh -s', program, { silenceSeconds: BATCH_SILENCE_SECONDS });
            return parseBatch(reply, reads, boundary);
        },
        async run(argv, options = {}) {
            return asText(await run((0,quote/* loginCommand */.nc)(argv, options.root && !root), options.stdin ?? '', options));
        },
        async close() {
            ssh.dispose();
            // What the server still sends must not keep this process alive.
            socket.unref();
        },
    };
}
/**
 * After a login ssh2 lets the server sign with each of its host keys, which a slow server takes its time for
 * and serves nobody here. It asks only OpenSSH, which it tells by the version; there is no option for it.
 */
function leaveOtherHostKeys(client) {
    if (client !== null && '_remoteVer' in client)
        client._remoteVer = '';
}
/** Runs one command on a channel of its own, and resolves with its exit code when the channel closes. */
async function execute(ssh, command, stdin, listeners) {
    try {
        const { code, signal } = await ssh.execCommand(command, {
            stdin: typeof stdin === 'string' ? stdin : external_node_stream_.Readable.from([Buffer.from(stdin)]),
            // Decoding is done by the listeners' side: chunks end in the middle of characters.
            encoding: 'latin1',
            noTrim: true,
            onStdout: listeners.stdout,
            onStderr: listeners.stderr,
        });
        if (code !== null)
            return code;
        if (signal !== null)
            return 128 + (external_node_os_.constants.signals[signal] ?? 0);
    }
    catch (error) {
        if (ssh.isConnected() && wasRefused(error))
            throw error;
        throw new host/* OutcomeUnknown */.Jr(message(error));
    }
    throw new host/* OutcomeUnknown */.Jr('the server closed the channel');
}
/** ssh2 names a reason when the server refuses a channel, and has one message for a refused command. */
function wasRefused(error) {
    return error instanceof Error && ('reason' in error || error.message === 'Unable to exec');
}
function authMethods({ user }, { agent, keys }) {
    const methods = agent === undefined ? [] : [{ type: 'agent', username: user, agent }];
    return [...methods, ...keys.map((key) => ({ type: 'publickey', username: user, key }))];
}
/** The types of the known keys first: a server has several keys, and presents the one that the client likes best. */
function hostKeyAlgorithms(target, trust) {
    const types = knownKeyTypes(target, trust);
    const known = HOST_KEY_ALGORITHMS.filter((algorithm) => types.includes(algorithm.replace(/^rsa-sha2-.*/, 'ssh-rsa')));
    return [...new Set([...known, ...HOST_KEY_ALGORITHMS])];
}
function lost(name, cause) {
    return new host/* OutcomeUnknown */.Jr(`The connection to ${name} was lost (${cause.message}). The command may have run, or be running still: look before you run it again.`);
}
function cannotExecute(name, error) {
    return new host/* Refusal */.P_('ssh-exec', `${name} accepted the login but not the command: ${message(error)}.`, 'On the server check `MaxSessions`, `ForceCommand` and the key’s options in `authorized_keys`.');
}
function cannotConnect(error, target, { agent, keys }) {
    const name = (0,host_target/* targetName */.j)(target);
    const { level } = error;
    const text = message(error);
    if (level === 'client-authentication' || level === 'agent' || /authentication failures/i.test(text)) {
        const [first] = keys;
        const tried = [
            ...(agent ? ['the keys of the agent'] : []),
            ...keys.map((key) => `${key.type} ${fingerprint(key.getPublicSSH())}`),
        ];
        return new host/* Refusal */.P_('ssh-auth', `${name} did not accept ${tried.join(', ')} for the user ${target.user} (${text}).`, first === undefined
            ? `Add the public key (\`ssh-add -L\` shows it) to ~/.ssh/authorized_keys of ${target.user} on the server.`
            : `Add this line to ~/.ssh/authorized_keys of ${target.user} on the server: ${publicLine(first)}`);
    }
    if (level === 'client-timeout') {
        return new host/* Refusal */.P_('ssh-timeout', `${name} did not complete the login in time.`, `Check that the server is up and that nothing drops port ${target.port}: \`ssh -p ${target.port} ${target.user}@${target.host} true\`.`);
    }
    if (/no matching/i.test(text)) {
        return new host/* Refusal */.P_('ssh-algorithms', `${name} and this program have no algorithm in common (${text}).`, 'Update the OpenSSH server, or see `sshd -T` for what it was limited to.');
    }
    return new host/* Refusal */.P_('ssh-connect', `${name} cannot be reached: ${text}.`, `Check name and port in the field \`host\`, and that sshd listens there: \`ssh -p ${target.port} ${target.user}@${target.host} true\`.`);
}
function publicLine(key) {
    return `${key.type} ${key.getPublicSSH().toString('base64')}`;
}
/** An error of several attempts to connect has no message of its own. */
function message(error) {
    if (error instanceof AggregateError)
        return error.errors.map(message).join(', ');
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./build/host/open.js
/**
 * From the field `host` and whatever credentials there are to an open host.
 *
 * `~/.ssh/config` is not read: what a run reaches is decided by its inputs alone. Of the user's own files only
 * known_hosts and, when neither key nor agent is given, the default keys are used.
 */








/**
 * Opens a host. The local one needs no credentials.
 *
 * @throws Refusal with a code that begins with `ssh-`; it says what is missing and how to provide it
 */
async function openHost(target, credentials = {}) {
    if (target.kind === 'local')
        return localHost();
    const home = credentials.home || (0,external_node_os_.homedir)();
    const [trust, proofs] = await Promise.all([findTrust(credentials, home), findProofs(credentials, home)]);
    return connectSsh(target, { ...proofs, trust, connectTimeoutSeconds: credentials.connectTimeoutSeconds });
}
async function findTrust({ knownHosts, knownHostsFiles }, home) {
    if (knownHosts?.trim())
        return trustFrom(knownHosts, '`ssh_known_hosts`');
    const files = knownHostsFiles ?? [
        (0,external_node_path_.join)(home, '.ssh', 'known_hosts'),
        (0,external_node_path_.join)(home, '.ssh', 'known_hosts2'),
        '/etc/ssh/ssh_known_hosts',
    ];
    const texts = await Promise.all(files.map((file) => readIfThere(file, cannotReadKnownHosts)));
    return { kind: 'lines', text: texts.filter((text) => text !== undefined).join('\n'), source: files.join(', ') };
}
async function findProofs({ privateKey, privateKeyFile, passphrase: given, agent: asked }, home) {
    const passphrase = given || undefined;
    if (privateKey?.trim())
        return { keys: [parsePrivateKey(privateKey, '`ssh_private_key`', passphrase)] };
    if (privateKeyFile) {
        const text = await readIfThere(privateKeyFile, cannotReadKey);
        if (text === undefined)
            throw cannotReadKey(privateKeyFile, 'it does not exist');
        return { keys: [parsePrivateKey(text, privateKeyFile, passphrase)] };
    }
    const path = asked === false ? undefined : agentPath(asked, process.env, process.platform);
    const agent = path === undefined ? undefined : await findAgent(path);
    if (asked && agent === undefined) {
        throw new host/* Refusal */.P_('ssh-agent', `The SSH agent at ${asked} does not answer, or holds no key.`, 'Start it and load a key with `ssh-add`; `ssh-add -l` shows what it holds.');
    }
    if (asked)
        return { keys: [], agent };
    const { keys, notes } = await defaultKeys(home, passphrase);
    if (agent === undefined && keys.length === 0)
        throw noKey(notes);
    return { keys, agent };
}
/** Those of OpenSSH's default keys that can be read; the others become notes. */
async function defaultKeys(home, passphrase) {
    const keys = [];
    const notes = [];
    for (const name of ['id_ed25519', 'id_ecdsa', 'id_rsa']) {
        const file = (0,external_node_path_.join)(home, '.ssh', name);
        try {
            const text = await readIfThere(file, cannotReadKey);
            if (text !== undefined)
                keys.push(parsePrivateKey(text, file, passphrase));
        }
        catch (error) {
            notes.push(error instanceof Error ? error.message : String(error));
        }
    }
    return { keys, notes };
}
async function readIfThere(file, refusal) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        const { code = String(error) } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw refusal(file, code);
    }
}
function cannotReadKnownHosts(file, why) {
    return new host/* Refusal */.P_('ssh-host-key-unreadable', `The known hosts in ${file} cannot be read (${why}), so the server cannot be told from another.`, 'Make the file readable, or give its lines in `ssh_known_hosts`.');
}
function cannotReadKey(file, why) {
    return new host/* Refusal */.P_('ssh-key-unreadable', `The private key ${file} cannot be read: ${why}.`, 'Give the path of a private key that this user may read, or the key itself in `ssh_private_key`.');
}
function noKey(notes) {
    return new host/* Refusal */.P_('ssh-no-key', ['There is no key to log in with.', ...notes].join(' '), 'Give `ssh_private_key`, or load a key into an agent with `ssh-add`.');
}


/***/ }),

/***/ 4084:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ HOST_PATH),
/* harmony export */   QR: () => (/* binding */ SUDO),
/* harmony export */   VI: () => (/* binding */ checkArgv),
/* harmony export */   _R: () => (/* binding */ quoteAll),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   nc: () => (/* binding */ loginCommand)
/* harmony export */ });
/* harmony import */ var _host__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1716);
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

/***/ 7967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseTarget),
/* harmony export */   j: () => (/* binding */ targetName)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _host__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1716);
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

/***/ 2358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ readsOf),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);
/* harmony import */ var _evidence_journal__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3572);
/* harmony import */ var _facts_machine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1396);
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8264);
/* harmony import */ var _host_script_package__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4728);





/** Everything that is read of a host before these steps are planned: one batch. What several of them read is read once. */
function readsOf(steps, config) {
    return joined([..._facts_machine__WEBPACK_IMPORTED_MODULE_2__/* .machineReads */ .i, _evidence_journal__WEBPACK_IMPORTED_MODULE_1__/* .journalRead */ .QV, ...steps.flatMap((step) => ownReads(step, config))]);
}
const ownReads = (step, config) => [
    ...(step.script === undefined ? [] : [(0,_host_script_package__WEBPACK_IMPORTED_MODULE_4__/* .digestRead */ .Dh)((0,_host_script_package__WEBPACK_IMPORTED_MODULE_4__/* .hostScript */ .Q1)(step.script))]),
    ...step.reads(config),
];
/** @throws Error when two reads of one name differ: the steps are not made for each other */
function joined(reads) {
    const byId = new Map();
    for (const read of reads) {
        const same = byId.get(read.id);
        if (same && JSON.stringify(same) !== JSON.stringify(read))
            throw new Error(`two reads are called '${read.id}'`);
        byId.set(read.id, read);
    }
    return [...byId.values()];
}
/** Looks at the host once, for all of these steps. */
async function lookAt(host, steps, config, now) {
    const results = await host.batch(readsOf(steps, config));
    const at = now();
    return new Map(steps.map((step) => [step.id, lookOf(step, results, config, at)]));
}
function lookOf(step, all, config, at) {
    const own = new Set(readsOf([step], config).map(({ id }) => id));
    const results = all.filter(({ id }) => own.has(id));
    const machine = (0,_facts_machine__WEBPACK_IMPORTED_MODULE_2__/* .machineFacts */ .R)(results);
    const facts = step.facts(results, config);
    const journal = (0,_evidence_journal__WEBPACK_IMPORTED_MODULE_1__/* .parseJournal */ .z8)((0,_facts_reading__WEBPACK_IMPORTED_MODULE_3__/* .outputOf */ .jH)(results, 'journal') ?? '');
    return {
        situation: { machine, facts, journal, config, at },
        observation: { at: at.toISOString(), machine, facts, raw: results.map(_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .rawOutput */ .qm) },
        installed: step.script === undefined ? undefined : (0,_host_script_package__WEBPACK_IMPORTED_MODULE_4__/* .installedDigest */ .D9)(results, (0,_host_script_package__WEBPACK_IMPORTED_MODULE_4__/* .hostScript */ .Q1)(step.script)),
    };
}


/***/ }),

/***/ 2517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ scoreTable),
/* harmony export */   x: () => (/* binding */ forecastLines)
/* harmony export */ });
/* harmony import */ var _evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9135);
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4610);


/** The scorecard as a table, where the run has one. */
function scoreTable({ scorecard }) {
    if (!scorecard)
        return undefined;
    const earned = ({ result, weight }) => result === 'not-applicable' ? 'does not apply' : `${result === 'pass' ? weight : 0} of ${weight}`;
    return {
        title: `Score: ${(0,_evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__/* .scoreText */ .QO)(scorecard)}`,
        columns: ['Check', 'Result', 'Points'],
        rows: scorecard.rows.map((row) => [row.title, row.result, earned(row)]),
        note: 'A pass earns its points, anything else none. Unknown is neither a pass nor a failure.',
    };
}
/** The forecast in sentences; none where no history was given. */
function forecastLines({ forecast }) {
    if (!forecast)
        return [];
    const { growth, unknown, values, days, marks } = forecast;
    if (!growth)
        return [`Forecast for /: unknown (${unknown}).`];
    const { low, estimate, high } = growth;
    return [
        `Growth of /: ${bytes(estimate)} a day (95 %: ${bytes(low)} to ${bytes(high)}), from ${values} days with values over ${days} days.`,
        ...marks.map(markLine),
    ];
}
function markLine({ title, bytesLeft, unknown, at, earliest, latest }) {
    if (bytesLeft === undefined)
        return `${title}: unknown (${unknown}).`;
    if (bytesLeft <= 0)
        return `${title}: already, by ${(0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(-bytesLeft)}.`;
    const left = `${title}: ${(0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(bytesLeft)} left`;
    if (!earliest)
        return `${left}; not reached at this growth.`;
    return `${left}; ${at ? `about ${date(at)}` : 'not reached at this growth'} (earliest ${date(earliest)}, latest ${latest ? date(latest) : 'never'}).`;
}
const date = (time) => time.slice(0, 10);
const bytes = (value) => (value < 0 ? `-${(0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(Math.round(-value))}` : (0,_units__WEBPACK_IMPORTED_MODULE_0__/* .gib */ .$)(Math.round(value)));


/***/ }),

/***/ 3776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
// Text that comes from a host is not ours: no control character, direction override or markup of it may take effect.
const CONTROL = /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** For a terminal: without escape sequences and direction characters. */
const plain = (text) => text.replace(CONTROL, '');
/** GitHub looks for mentions, references and addresses in the finished text, so that an entity does not hide them. */
const LINKED = /@|#(?=\d)|:(?=\/\/)|www(?=\.)/gi;
const INVISIBLE = '\u200b';
/** For Markdown, in running text or a table cell: shown letter for letter. */
const cell = (text) => plain(text)
    .replace(/\s+/g, ' ')
    .replace(LINKED, `$&${INVISIBLE}`)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=@:-]/g, (char) => `&#${char.codePointAt(0)};`);
/** For Markdown, as a block that nothing inside can end. */
function block(text, language = 'text') {
    const shown = plain(text);
    const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${shown}\n${fence}`;
}


/***/ }),

/***/ 9999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ costLine),
/* harmony export */   PJ: () => (/* binding */ RESULT_SIGNS),
/* harmony export */   QM: () => (/* binding */ didChange),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   sr: () => (/* binding */ stepVerdict),
/* harmony export */   vy: () => (/* binding */ planHashOf)
/* harmony export */ });
/* harmony import */ var _evidence_cost__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5070);
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);
/* harmony import */ var _evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9135);



const OUTCOMES = {
    planned: 'planned; nothing was changed',
    verified: 'looked at; nothing was changed',
    'nothing-to-do': 'nothing to do; nothing was changed',
    done: 'done and verified',
    refused: 'refused; nothing was changed',
    undone: 'failed and undone',
    'needs-person': 'stopped half way; a person is needed',
    unknown: 'outcome unknown: the connection was lost',
};
const RESULT_SIGNS = {
    pass: '✅',
    fail: '❌',
    unknown: '❔',
    'not-applicable': '➖',
};
/** One line for a step: what became of it. */
function stepVerdict({ outcome, plan }) {
    if (outcome === 'refused' && plan?.verdict === 'unknown')
        return 'cannot be planned: something is not known';
    if (outcome !== 'planned')
        return OUTCOMES[outcome];
    if (plan?.verdict === 'changes')
        return `${plan.changes.length} changes planned; nothing was changed`;
    return 'nothing to do; nothing was changed';
}
/** The first line of every report. */
function verdict(evidence) {
    const { mode, steps, scorecard } = evidence;
    const score = scorecard && (0,_evidence_scorecard__WEBPACK_IMPORTED_MODULE_1__/* .scoreVerdict */ .mb)(scorecard);
    const [only] = steps;
    if (steps.length === 1 && only)
        return score ?? `${only.step}: ${stepVerdict(only)}`;
    const all = `${mode}: ${(0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(evidence) === 0 ? 'all steps well' : 'not all steps well'}`;
    return score ? `${score}; ${all}` : all;
}
/** Hash of the plan that waits for approval; undefined where there is nothing to change, or more than one plan. */
const planHashOf = ({ steps }) => {
    const [plan, ...others] = steps.flatMap((step) => (step.plan?.verdict === 'changes' ? [step.plan] : []));
    return others.length === 0 ? plan?.hash : undefined;
};
const didChange = ({ steps }) => steps.some((step) => step.applied?.events.some((e) => e.event === 'done') ?? false);
/** What was spent: nothing is ever bought, and minutes of hosted runners cost what the configuration says. */
function costLine(evidence) {
    const { minutes, usd } = (0,_evidence_cost__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .h)(evidence);
    return `$${usd.toFixed(2)} (bought: nothing; ${minutes} runner minutes at $${evidence.config.cost.runner_minute_usd})`;
}


/***/ }),

/***/ 9487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ markdownReport)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(462);
/* harmony import */ var _units__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4610);
/* harmony import */ var _conclusion__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2517);
/* harmony import */ var _defuse__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3776);
/* harmony import */ var _lines__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9999);





/** A report for GitHub: verdict first, one table, details folded. */
function markdownReport(evidence) {
    const { steps, mode, host, tool, run, started, seconds, trigger } = evidence;
    const hash = (0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .planHashOf */ .vy)(evidence);
    const score = (0,_conclusion__WEBPACK_IMPORTED_MODULE_2__/* .scoreTable */ .L)(evidence);
    const footer = [
        `\`${mode}\` on ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(host)}`,
        `run ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(run)}`,
        started,
        (0,_units__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p)(seconds),
        `edge-phase1 ${tool.version}`,
        ...(trigger ? [`[workflow run](${trigger.url})`] : []),
    ];
    return [
        `### ${isWell(evidence) ? '✅' : '❌'} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .verdict */ .WJ)(evidence))}`,
        ...(score ? [tableSection(score)] : []),
        ...steps.map(stepSection),
        ...(0,_conclusion__WEBPACK_IMPORTED_MODULE_2__/* .forecastLines */ .x)(evidence).map((line) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(line)}`),
        `**Cost:** ${(0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .costLine */ .EK)(evidence)}`,
        ...(hash ? [`**Plan hash:** \`${hash}\``] : []),
        `<sub>${footer.join(' · ')}</sub>`,
        '',
    ].join('\n\n');
}
const isWell = (evidence) => (0,_evidence_evidence__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$)(evidence) === 0 && (evidence.scorecard?.success ?? true);
function stepSection(record) {
    const { step, plan, refusal, checks, notes } = record;
    const parts = [
        `**${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(step)}** — ${(0,_lines__WEBPACK_IMPORTED_MODULE_3__/* .stepVerdict */ .sr)(record)}`,
        ...(plan && !('refusal' in plan) ? [(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(plan.summary)] : []),
        ...(refusal ? [`> **Why:** ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(refusal.message)}`, `**What to do:**\n\n${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .block */ .om)(refusal.wayOut)}`] : []),
        ...[...(plan?.notes ?? []), ...notes].map((note) => `- ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(note)}`),
        ...(checks.length > 0 ? [checkTable(record)] : []),
        ...(record.tables ?? []).map(tableSection),
        ...(plan?.verdict === 'changes' ? [planDetails(plan)] : []),
        ...(record.applied ? [eventDetails(record.applied.events)] : []),
    ];
    return parts.join('\n\n');
}
function checkTable({ checks, before, after }) {
    const rows = checks.map((c) => `| ${_lines__WEBPACK_IMPORTED_MODULE_3__/* .RESULT_SIGNS */ .PJ[c.result]} ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.title)} | ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.measured)} | ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.target)} |`);
    const when = after ? 'after' : before ? 'now' : '';
    return [`| Check | Measured${when && ` (${when})`} | Target |`, '|---|---|---|', ...rows].join('\n');
}
function tableSection({ title, columns, rows, note }) {
    const line = (cells) => `| ${cells.map(_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn).join(' | ')} |`;
    const table = [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
    return [`**${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(title)}**`, table, ...(note ? [`<sub>${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(note)}</sub>`] : [])].join('\n\n');
}
function planDetails(plan) {
    const steps = plan.changes.map((c, i) => [
        `${i + 1}. **${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.title)}**`,
        `   - runs: ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.command)}`,
        `   - why: ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.why)}`,
        `   - checked: ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.check)}`,
        `   - undo: ${(0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(c.undo)}`,
    ].join('\n'));
    return folded(`The plan: ${plan.changes.length} changes`, steps.join('\n'));
}
const eventDetails = (events) => folded('What the host did', (0,_defuse__WEBPACK_IMPORTED_MODULE_4__/* .block */ .om)(events.map((e) => `${e.time.slice(11, 19)} ${e.text}`).join('\n')));
const folded = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;


/***/ }),

/***/ 4186:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

;// CONCATENATED MODULE: ./build/evidence/approval.js
/**
 * Whether the plan of now may be carried out on an approval given earlier.
 *
 * It may when it is the same plan, or what is left of the approved one after a run of it was cut short.
 *
 * @param approved hash of the approved plan; undefined where a person is asked instead
 */
function approvalRefusal(plan, approved, runs) {
    if (approved === undefined || !('hash' in plan) || plan.hash === approved)
        return undefined;
    if (plan.verdict === 'changes' && runs.some((run) => run.planHash === approved && isRemainder(plan, run)))
        return undefined;
    return {
        code: 'drift',
        message: `The host is not as it was when the plan ${approved.slice(0, 12)} was approved; the plan is now ${plan.hash.slice(0, 12)}. Nothing was changed.`,
        wayOut: 'Run plan again, look at the new plan, and approve that one.',
    };
}
function isRemainder(plan, run) {
    return (run.end !== 'success' &&
        run.target === plan.target &&
        plan.changes.every((change) => change.continuation || run.changes.includes(change.id)));
}

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 4 modules
var conclusion = __webpack_require__(9716);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(462);
// EXTERNAL MODULE: ./build/evidence/journal.js
var journal = __webpack_require__(3572);
// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(1716);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/host-script/follow.js


/** Starts a script on the host and follows it to its end, over lost connections; the host finishes it in any case. */
function startScript(host, script, run, args, following) {
    return follow(host, run, [script.path, '--json', '--yes', '--run-id', run, ...args], script, following);
}
/** Follows a run that was begun before. A run that nobody knows is `refused` with the code `no-run`. */
function attachScript(host, script, run, following) {
    return follow(host, run, attachArgv(script, run), script, following);
}
const attachArgv = (script, run) => [script.path, '--json', '--attach', run];
async function follow(first, run, argv, script, following) {
    const events = [];
    const deadline = () => Date.now() + following.patienceSeconds * 1000;
    let until = deadline();
    let host = first;
    let next = argv;
    for (;;) {
        try {
            host ??= await following.reopen();
            const heard = await listen(host, next, events, following);
            const stops = heard.code === null && following.stopsWhenCancelled;
            const output = stops ? await stop(host, run, script, events, following) : heard;
            return { run, exit: output.code, events, stderr: output.stderr.trim() };
        }
        catch (error) {
            if (host) {
                if (!(error instanceof host_host/* OutcomeUnknown */.Jr))
                    throw error;
                following.onNote('Connection lost. The host goes on by itself; trying to follow it again.');
                until = deadline();
            }
            if (Date.now() >= until || following.signal?.aborted)
                return { run, exit: null, events, stderr: '' };
            host = undefined;
            next = attachArgv(script, run);
            await (0,promises_.setTimeout)(Math.min(1000, following.patienceSeconds * 1000));
        }
    }
}
/** Seconds that a cancelled run may take to stop: whoever cancelled waits not much longer. */
const STOP_SECONDS = 6;
const stop = (host, run, script, events, { signal, ...rest }) => listen(host, [script.path, '--json', '--stop', run], events, {
    ...rest,
    signal: AbortSignal.timeout(STOP_SECONDS * 1000),
});
/** Runs one command and keeps its events. After a reconnection the run is told from its beginning: what is known is skipped. */
async function listen(host, argv, events, { onEvent, signal }) {
    let known = events.filter((e) => e.event !== 'started').length;
    const onLine = (line) => {
        const event = parseEvent(line);
        if (!event || (event.event !== 'started' && known-- > 0))
            return;
        events.push(event);
        onEvent(event);
    };
    return host.run(argv, { root: true, onLine, ...(signal && { signal }) });
}
function parseEvent(line) {
    try {
        const event = JSON.parse(line);
        return typeof event.event === 'string' ? event : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/host-script/install.js
var install = __webpack_require__(1815);
// EXTERNAL MODULE: ./build/host-script/package.js
var host_script_package = __webpack_require__(4728);
// EXTERNAL MODULE: ./build/look.js
var look = __webpack_require__(2358);
;// CONCATENATED MODULE: ./build/outcome.js
const NOT_APPROVED = {
    code: 'not-approved',
    message: 'The plan was not approved; nothing was changed.',
    wayOut: 'Run it again and answer yes, or pass --yes, or the hash of the plan (--plan-hash).',
};
const CANCELLED = {
    code: 'cancelled',
    message: 'The run was cancelled before anything was changed.',
    wayOut: 'Run it again when you want it.',
};
const notStarted = (error) => ({
    code: 'connection',
    message: `The connection was lost before anything was changed (${error.message}).`,
    wayOut: 'Run it again.',
});
/** Whether sudo or the system refused to run the script: it never said a word. */
const neverBegan = ({ exit, events }) => events.length === 0 && (exit === 1 || exit === 126 || exit === 127);
function outcomeOf(applied) {
    const { exit } = applied;
    if (exit === 0)
        return 'done';
    if (exit === 2 || exit === 3 || neverBegan(applied))
        return 'refused';
    if (exit === 4)
        return 'undone';
    return exit === null ? 'unknown' : 'needs-person';
}
/** What stood in the way, in the script's own words. */
function refusalOf(applied) {
    const { exit, events, stderr, run } = applied;
    if (exit === 0)
        return undefined;
    if (neverBegan(applied)) {
        return {
            code: 'not-started',
            message: `The host did not run the script (${stderr.split('\n').at(-1) || `exit code ${exit}`}); nothing was changed.`,
            wayOut: '`edge-phase1 doctor` shows what is missing, and `edge-phase1 sudoers` prints the right that it needs.',
        };
    }
    if (exit === null) {
        return {
            code: 'unknown',
            message: `Nobody knows how run ${run} ended: the connection was lost. The host finishes what it began.`,
            wayOut: 'Run the same again: it finds the run or its end, and goes on from there.',
        };
    }
    const last = events.findLast((e) => e.way_out !== undefined || e.event === 'lost');
    return {
        code: last?.code ?? last?.event ?? 'failed',
        message: last?.message || last?.text || stderr || `The script ended with exit code ${exit}.`,
        wayOut: last?.way_out ?? 'Run the same again: it goes on from what is there. `edge-phase1 doctor` shows what is missing.',
    };
}

;// CONCATENATED MODULE: ./build/run.js










/** The spine: looks, plans, and where asked carries out and looks again. Its whole result is the evidence. */
async function run(request, world) {
    const started = world.now();
    const id = runId(started);
    const records = [];
    const connection = new Connection(world, await world.open());
    const { name } = connection.host;
    const looks = new Looks(request, world, connection);
    try {
        for (const step of request.steps) {
            const own = request.steps.length === 1 ? id : `${id}-${step.id}`;
            const record = await new StepRun(step, own, request, world, connection, looks).record();
            records.push(record);
            if ((0,evidence_evidence/* exitCodeOf */.FO)(record.outcome) !== 0 && request.mode !== 'plan')
                break;
        }
    }
    finally {
        await connection.host.close();
    }
    const evidence = {
        schema: evidence_evidence/* EVIDENCE_SCHEMA */.m$,
        tool: { name: 'edge-phase1', version: world.version },
        run: id,
        mode: request.mode,
        host: name,
        started: started.toISOString(),
        seconds: (world.now().getTime() - started.getTime()) / 1000,
        ...(request.trigger && { trigger: request.trigger }),
        config: request.config,
        steps: records,
    };
    return (0,conclusion/* concluded */._)(evidence, request.history);
}
/** Readable, sortable, and told apart from other runs of the same second. */
const runId = (started) => `${started.toISOString().replace(/[-:]|\.\d+/g, '')}-${Math.random().toString(36).slice(2, 6)}`;
/** The open host; another one after the connection was lost. */
class Connection {
    world;
    host;
    constructor(world, host) {
        this.world = world;
        this.host = host;
    }
    async reopen() {
        await this.host.close();
        this.host = await this.world.open();
        return this.host;
    }
}
/** What the host was seen to be: looked at once for all steps, and anew for those to come after something was carried out. */
class Looks {
    request;
    world;
    connection;
    latest;
    /** Before anything was carried out. */
    first;
    constructor(request, world, connection) {
        this.request = request;
        this.world = world;
        this.connection = connection;
    }
    async of(step) {
        const { request, world, connection } = this;
        if (!this.latest) {
            world.progress({ step: step.id, text: 'Looking at the host' });
            const steps = request.steps.slice(request.steps.indexOf(step));
            this.latest = await (0,look/* lookAt */.t5)(connection.host, steps, request.config, world.now);
            this.first ??= this.latest;
        }
        return this.latest.get(step.id);
    }
    /** The observations from before and after what earlier steps have carried out; only the first where they did nothing. */
    spanning({ id }) {
        const [first, latest] = [this.first?.get(id), this.latest?.get(id)];
        if (!first || !latest || first === latest)
            return {};
        return { before: first.observation, after: latest.observation };
    }
    forget() {
        this.latest = undefined;
    }
}
class StepRun {
    step;
    id;
    request;
    world;
    connection;
    looks;
    constructor(step, id, request, world, connection, looks) {
        this.step = step;
        this.id = id;
        this.request = request;
        this.world = world;
        this.connection = connection;
        this.looks = looks;
    }
    async record() {
        const notes = [];
        let before = await this.looks.of(this.step);
        const script = this.carriesOut();
        if (script && (await this.finishEarlierRun(script, before, notes)))
            before = await this.lookAgain();
        const base = { step: this.step.id, before: before.observation, notes };
        if (this.request.mode === 'verify' || (this.request.mode === 'apply' && this.step.kind === 'look')) {
            return { ...base, ...this.looks.spanning(this.step), outcome: 'verified', ...this.judged(before.situation) };
        }
        const plan = this.request.mode === 'rollback' ? this.step.rollback(before.situation) : this.step.plan(before.situation);
        const planned = { ...base, plan, ...this.judged(before.situation) };
        if ('refusal' in plan)
            return { ...planned, outcome: 'refused', refusal: plan.refusal };
        if (!script)
            return { ...planned, outcome: 'planned' };
        const refusal = approvalRefusal(plan, this.request.planHash, (0,journal/* runsOf */.ky)(before.situation.journal, this.step.id));
        if (plan.verdict === 'nothing-to-do')
            return { ...planned, outcome: 'nothing-to-do' };
        if (refusal)
            return { ...planned, outcome: 'refused', refusal };
        const approved = this.step.kind === 'measurement' || this.request.planHash !== undefined;
        if (!approved && !(await this.world.approve(plan))) {
            return { ...planned, outcome: 'refused', refusal: NOT_APPROVED };
        }
        return this.apply(script, planned, plan, before.installed);
    }
    judged(situation) {
        const tables = this.step.tables?.(situation) ?? [];
        return { checks: this.step.verify(situation), ...(tables.length > 0 && { tables }) };
    }
    /** The script that this run starts, where it carries something out. */
    carriesOut() {
        const { mode, planOnly } = this.request;
        const looksOnly = mode === 'plan' || mode === 'verify' || (planOnly && this.step.kind === 'change');
        return looksOnly || this.step.script === undefined ? undefined : (0,host_script_package/* hostScript */.Q1)(this.step.script);
    }
    async lookAgain() {
        this.looks.forget();
        return this.looks.of(this.step);
    }
    async apply(script, planned, plan, installed) {
        const cancelled = { ...planned, outcome: 'refused', refusal: CANCELLED };
        if (this.world.signal?.aborted)
            return cancelled;
        try {
            await (0,install/* ensureInstalled */.h)(this.connection.host, script, installed);
        }
        catch (error) {
            if (error instanceof host_host/* OutcomeUnknown */.Jr)
                return { ...planned, outcome: 'refused', refusal: notStarted(error) };
            if (!(error instanceof host_host/* Refusal */.P_))
                throw error;
            const { code, message, wayOut } = error;
            return { ...planned, outcome: 'refused', refusal: { code, message, wayOut } };
        }
        if (this.world.signal?.aborted)
            return cancelled;
        const hash = 'hash' in plan ? ['--plan-hash', plan.hash] : [];
        const args = [...this.step.scriptArguments(plan, this.request.config), ...hash];
        const applied = await startScript(this.connection.host, script, this.id, args, this.following());
        this.looks.forget();
        const refusal = refusalOf(applied);
        const record = { ...planned, applied, outcome: outcomeOf(applied), ...(refusal && { refusal }) };
        // Whoever cancelled gives this process a few seconds to end.
        if (this.world.signal?.aborted)
            return record;
        try {
            const after = await this.lookAgain();
            return { ...record, after: after.observation, ...this.judged(after.situation) };
        }
        catch (error) {
            if (!(error instanceof host_host/* OutcomeUnknown */.Jr))
                throw error;
            return { ...record, notes: [...record.notes, 'The host could not be looked at again afterwards.'] };
        }
    }
    /** A run of this boot whose end the journal does not tell may still be going on: it is followed to its end first. */
    async finishEarlierRun(script, { situation }, notes) {
        const last = (0,journal/* runsOf */.ky)(situation.journal, this.step.id).at(-1);
        if (!last || last.end !== undefined)
            return false;
        if (last.boot !== situation.machine.bootId) {
            notes.push(`Run ${last.run} was cut short by a restart of the host; this run goes on from what is there.`);
            return false;
        }
        this.world.progress({ step: this.step.id, text: `Run ${last.run} has not ended yet: following it first.` });
        const earlier = await attachScript(this.connection.host, script, last.run, this.following());
        notes.push(earlier.exit === 0
            ? `Run ${last.run} was still going on and has ended well.`
            : `Run ${last.run} was cut short; this run goes on from what is there.`);
        return true;
    }
    following() {
        const { world, step, connection } = this;
        return {
            reopen: () => connection.reopen(),
            onEvent: (event) => world.progress({ step: step.id, text: event.text, event }),
            onNote: (text) => world.progress({ step: step.id, text }),
            signal: world.signal,
            patienceSeconds: world.patienceSeconds,
            stopsWhenCancelled: step.kind === 'measurement',
        };
    }
}


/***/ }),

/***/ 220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ median),
/* harmony export */   f: () => (/* binding */ theilSen)
/* harmony export */ });
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
        estimate: median(slopes),
        low: at(Math.floor((slopes.length - spread) / 2)),
        high: at(Math.ceil((slopes.length + spread) / 2) + 1),
    };
}
/** @param sorted ascending, at least one */
function median(sorted) {
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}


/***/ }),

/***/ 1395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ STEPS),
  W: () => (/* binding */ STEP_IDS)
});

// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(8264);
;// CONCATENATED MODULE: ./build/facts/lvm.js

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
    const reports = (0,reading/* jsonOf */.o_)(results, 'lvm')?.report;
    if (reports === undefined)
        return unreadable(results);
    return { groups: reports.filter((r) => r.vg?.length).map(readGroup) };
}
function unreadable(results) {
    const result = (0,reading/* resultOf */.Bg)(results, 'lvm');
    if ((0,reading/* isNotInstalled */.SE)(result))
        return { unreadable: 'LVM is not installed', wayOut: 'Install it: apt-get install lvm2' };
    return {
        unreadable: `LVM cannot be read (${(0,reading/* lastWords */.aN)(result)})`,
        wayOut: (0,reading/* rightWayOut */.uo)(results, 'lvm') ?? 'See what `lvm fullreport` says as root, and repair that first.',
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

;// CONCATENATED MODULE: ./build/steps/extend-lvm/about.js
const STEP = 'extend-lvm';

// EXTERNAL MODULE: ./build/facts/block.js
var facts_block = __webpack_require__(9528);
;// CONCATENATED MODULE: ./build/facts/file-system.js

const MIB = 1024 ** 2;
/** Both kinds are asked for in the one batch: which one it is, is only known on the host. */
const fileSystemReads = (device, mount) => [
    { id: 'dumpe2fs', argv: ['dumpe2fs', '-h', device], root: true },
    { id: 'xfs_info', argv: ['xfs_info', mount] },
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

;// CONCATENATED MODULE: ./build/steps/extend-lvm/facts.js




function reads(config) {
    const { mount } = config.extend_lvm;
    return [
        ...(0,facts_block/* blockReads */.hV)(mount),
        { id: 'source', argv: ['findmnt', '-n', '-f', '-o', 'SOURCE', '--mountpoint', mount] },
        ...lvmReads,
        ...fileSystemReads({ from: 'source' }, mount),
    ];
}
function facts(results, config) {
    const block = (0,facts_block/* blockFacts */.zh)(results);
    return {
        block,
        lvm: lvmFacts(results),
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

// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(4610);
// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(1006);
;// CONCATENATED MODULE: ./build/steps/extend-lvm/changes.js

const names = (pvs) => pvs.map((pv) => pv.name).join(' ');
/** The changes that this step knows, in the words of the host script. */
const change = {
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
        command: `growpart (the partition of) ${names(pvs)}`,
        why: 'The volume group has not enough free space, but the disk has, behind its last partition.',
        check: 'The kernel sees the larger partition.',
        undo: 'Not undone: a larger partition is harmless. The old table is kept with the backup.',
    }),
    pvresize: (pvs) => ({
        id: 'pvresize',
        title: 'Take the new space into the physical volume',
        command: `pvresize ${names(pvs)}`,
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



const refusal = (code, message, wayOut) => ({ code, message, wayOut });
const BY_HAND = 'Grow it by hand, after a backup: see lvmthin(7), lvmcache(7) or lvmraid(7).';
/** Kinds of logical volume that are left alone, by the first letter of lv_attr (see lvs(8)). */
const KINDS = {
    V: (name) => refusal('thin', `${name} is a thin volume.`, BY_HAND),
    t: (name) => refusal('thin', `${name} is a thin pool.`, BY_HAND),
    o: (name) => refusal('snapshot-origin', `${name} is the origin of a snapshot.`, 'Remove or merge the snapshot first (lvs -a), then run this again.'),
    s: (name) => refusal('snapshot', `${name} is a snapshot.`, 'Extend its origin instead.'),
    C: (name) => refusal('cache', `${name} is cached.`, `Take the cache off first (lvconvert --splitcache ${name}), then run this again.`),
    r: (name) => refusal('raid', `${name} is a RAID volume.`, BY_HAND),
    m: (name) => refusal('mirror', `${name} is a mirror.`, BY_HAND),
};
for (const [letter, other] of ['tT', 'oO', 'sS', 'rR', 'mM'].map((pair) => [...pair])) {
    KINDS[other] = KINDS[letter];
}
/** Why this volume is left alone, or undefined where it may be extended. */
function refusalFor(facts, mountPoint) {
    const { block, lvm, fileSystem } = facts;
    if (block.gap)
        return refusal('unknown', `${block.gap.unreadable}.`, block.gap.wayOut);
    const placement = placementRefusal(block, mountPoint);
    if (placement)
        return placement;
    if ((0,reading/* isUnreadable */.GZ)(lvm))
        return { code: 'unknown', message: `${lvm.unreadable}.`, wayOut: lvm.wayOut };
    const volume = findVolume(facts, mountPoint);
    if (!volume) {
        return refusal('lvm-unreadable', `LVM does not describe '${mountPoint}'.`, 'See what `lvs` and `findmnt` say.');
    }
    return (volumeRefusal(volume) ??
        encryptionRefusal(volume, block) ??
        mountRefusal(volume) ??
        ((0,reading/* isUnreadable */.GZ)(fileSystem)
            ? refusal('unknown', `${fileSystem.unreadable}.`, fileSystem.wayOut)
            : fileSystem.damage
                ? refusal('fs-damaged', `The file system of '${mountPoint}' has recorded errors (${fileSystem.damage}).`, `Back up what matters, then repair it offline: boot a rescue system and run e2fsck -f ${volume.mount.source}`)
                : undefined));
}
function placementRefusal(block, mountPoint) {
    const mount = block.mounts.findLast((m) => m.target === mountPoint);
    if (!mount) {
        return refusal('no-mount', `Nothing is mounted at '${mountPoint}'.`, 'Name a mount point: findmnt lists them.');
    }
    const type = (0,facts_block/* deviceAt */.ON)(block, mount.source)?.type;
    if (type === 'lvm')
        return undefined;
    if (type === 'crypt') {
        return refusal('luks', `'${mountPoint}' lies on an encrypted volume (LUKS) above its logical volume.`, 'Grow it by hand: lvextend, then cryptsetup resize, then the file system; take a backup first.');
    }
    return refusal('not-lvm', `'${mountPoint}' lies on '${mount.source}' (${type ?? 'no block device'}), not on a logical volume.`, 'This step only grows LVM volumes. Name the mount point of one (extend_lvm.mount), or grow this one with the tools of your hypervisor or distribution.');
}
function volumeRefusal({ group, logical, mount }) {
    const vg = group.name;
    const name = `${vg}/${logical.name}`;
    const [groupPermission, resizable, exported] = group.attributes;
    const [kind, permission, , , state] = logical.attributes;
    if (group.missing > 0) {
        return refusal('pv-missing', `Volume group ${vg} lacks ${group.missing} physical volume(s).`, 'Bring the disk back (pvs, dmesg), then run this again.');
    }
    if (exported === 'x') {
        return refusal('vg-exported', `Volume group ${vg} is exported.`, `Import it first: vgimport ${vg}`);
    }
    if (groupPermission === 'r') {
        return refusal('vg-read-only', `Volume group ${vg} is read-only.`, `Allow writing first: vgchange --permission rw ${vg}`);
    }
    if (resizable !== 'z') {
        return refusal('vg-fixed', `Volume group ${vg} does not allow resizing.`, `Allow it first: vgchange --resizeable y ${vg}`);
    }
    if (group.lockType !== '' && group.lockType !== 'none') {
        return refusal('vg-shared', `Volume group ${vg} is shared between hosts (${group.lockType}).`, "Extend it with your cluster's own tools.");
    }
    if (kind !== '-') {
        return (KINDS[kind ?? '']?.(name) ??
            refusal('lv-kind', `${name} is of a kind (lv_attr ${logical.attributes}) that this step does not know.`, BY_HAND));
    }
    const odd = logical.segments.find((segment) => segment.type !== 'linear');
    if (odd) {
        return refusal('lv-kind', `${name} has a segment of type ${odd.type}; only linear ones are extended.`, BY_HAND);
    }
    if (state === 's' || state === 'S') {
        return refusal('lv-suspended', `${name} is suspended.`, `Resume it: dmsetup resume ${mount.source}`);
    }
    if (permission !== 'w') {
        return refusal('lv-read-only', `${name} is read-only (lv_attr ${logical.attributes}).`, `Allow writing first: lvchange --permission rw ${name}`);
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
    return refusal('luks', `Physical volume ${encrypted.name} of ${group.name} lies on an encrypted device (LUKS).`, `Extend by hand, after a backup: lvextend -r -L SIZE ${group.name}/${logical.name} (and cryptsetup resize first, where the device itself has to grow).`);
}
function mountRefusal({ mount }) {
    if (mount.options.includes('ro')) {
        return refusal('fs-read-only', `'${mount.target}' is mounted read-only.`, 'See why (dmesg; an error makes ext4 go read-only), repair it offline with e2fsck -f or xfs_repair, mount it read-write, and run this again.');
    }
    if (!/^(ext[234]|xfs)$/.test(mount.type)) {
        return refusal('fs-unsupported', `'${mount.target}' is ${mount.type}; this step grows ext4 and xfs.`, `Grow it by hand with the tools of ${mount.type}, after lvextend.`);
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
function subjectOf(situation) {
    const { facts, config } = situation;
    const { mount } = config.extend_lvm;
    const refusal = refusalFor(facts, mount);
    if (refusal)
        return refusal;
    return { ...findVolume(facts, mount), fileSystem: facts.fileSystem };
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
const refused = (intent, refusal) => (0,plan/* refused */.J)(STEP, intent, refusal);
/** A plan with its hash; `bytes` is the size that the volume will have. */
function finished(intent, summary, basis, changes, bytes, notes = []) {
    const whole = { ...basis, target_bytes: bytes };
    const target = `${basis.lv_uuid} ${bytes}`;
    return (0,plan/* finished */.x)({ step: STEP, intent, summary, basis: whole, changes, target, notes });
}
/** From what is there to the configured size; never smaller, and always forward. */
function plan_plan(situation) {
    const subject = subjectOf(situation);
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
        changes.push(change.refresh(subject));
    if (extends_ || logical.bytes - fileSystem.bytes >= fileSystem.slackBytes)
        changes.push(change.growfs(subject));
    return finished('apply', summaryOf(mount.target, subject, changes, size), basisOf(situation, subject), changes, size, notesOf(subject, wish.size, size));
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
function summaryOf(mountPoint, { logical, group }, changes, size) {
    const name = `${mountPoint} (${group.name}/${logical.name})`;
    if (changes.length === 0)
        return `${name} has ${(0,units/* gib */.$)(logical.bytes)} and its file system fills it.`;
    if (size === logical.bytes)
        return `${name} has ${(0,units/* gib */.$)(size)}, but its file system does not fill it yet: finish that.`;
    return `${name}: ${(0,units/* gib */.$)(logical.bytes)} → ${(0,units/* gib */.$)(size)}, while it is in use.`;
}
function notesOf({ logical }, wanted, size) {
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
function rollback(situation) {
    const subject = subjectOf(situation);
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
    return finished('rollback', summary, basis, [change.lvreduce(subject, extension.oldBytes)], extension.oldBytes);
}
function lastExtension(journal, lvUuid) {
    const last = journal.findLast((entry) => entry.step === STEP &&
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
var disk = __webpack_require__(5886);
;// CONCATENATED MODULE: ./build/steps/extend-lvm/verify.js





const result = (pass) => (pass ? 'pass' : 'fail');
function verify(situation) {
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
    const volume = findVolume(facts, mount);
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
        result: result(bytes >= size && fills),
    };
}

;// CONCATENATED MODULE: ./build/steps/extend-lvm/index.js






const needs = [
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
function scriptArguments(plan, config) {
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
    const volume = findVolume(facts, config.extend_lvm.mount);
    const device = volume?.mount.source ?? facts.block.mounts.findLast((m) => m.target === config.extend_lvm.mount)?.source;
    return [LVM_READ, ...(device ? [['dumpe2fs', '-h', device]] : [])];
}
const extendLvm = {
    id: STEP,
    title: 'Extend the logical volume and its file system',
    kind: 'change',
    script: 'extend-lvm-phase1.sh',
    needs,
    reads: reads,
    rootReads,
    facts: facts,
    plan: plan_plan,
    rollback: rollback,
    scriptArguments,
    verify: verify,
};

// EXTERNAL MODULE: ./build/steps/validate/index.js + 12 modules
var validate = __webpack_require__(5861);
;// CONCATENATED MODULE: ./build/steps/index.js


/** All steps of Phase 1 in their order. A step's facts are its own affair, so they are opaque here. */
const STEPS = [extendLvm, validate/* validate */.tf];
const STEP_IDS = STEPS.map((step) => step.id);


/***/ }),

/***/ 1006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refused),
/* harmony export */   x: () => (/* binding */ finished)
/* harmony export */ });
/* harmony import */ var _evidence_hash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9575);

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

/***/ 5861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tf: () => (/* binding */ validate),
  MX: () => (/* binding */ verify)
});

// UNUSED EXPORTS: VALIDATE

// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(8264);
// EXTERNAL MODULE: ./build/stats/theil-sen.js
var theil_sen = __webpack_require__(220);
// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(4610);
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

;// CONCATENATED MODULE: ./build/checks/build-time.js




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
    if ((0,reading/* isUnreadable */.GZ)(runs))
        return { ...about, measured: `${runs.unreadable}${declared}`, result: 'unknown' };
    const tried = runs.filter((run) => run.scenario === scenario);
    const seconds = tried.filter(({ ok }) => ok).map((run) => run.seconds);
    if (seconds.length === 0) {
        const why = tried.length > 0 ? `none of ${tried.length} builds ended well` : `no build of the scenario ${scenario}`;
        return { ...about, measured: `${why}${declared}`, result: 'unknown' };
    }
    const middle = (0,theil_sen/* median */.J)(seconds.toSorted((a, b) => a - b));
    const last = day(Math.max(...tried.map(({ at }) => Date.parse(at))));
    const words = [
        `${seconds.length} ${seconds.length === 1 ? 'build' : 'builds'}`,
        ...(seconds.length > 1 ? [`${(0,units/* duration */.p)(Math.min(...seconds))} to ${(0,units/* duration */.p)(Math.max(...seconds))}`] : []),
        ...(tried.length > seconds.length ? [`${tried.length - seconds.length} failed`] : []),
        last,
        ...(seconds.length < ESTABLISHED ? ['observed, not established'] : []),
    ];
    const result = middle < target_minutes * 60 ? 'pass' : 'fail';
    return { ...about, measured: `${(0,units/* duration */.p)(middle)} (${words.join(', ')})`, result };
}

// EXTERNAL MODULE: ./build/checks/disk.js
var disk = __webpack_require__(5886);
;// CONCATENATED MODULE: ./build/checks/harbor.js


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
        return { measured: 'not known: no address is configured (checks.harbor.url)', result: 'unknown' };
    }
    if ((0,reading/* isUnreadable */.GZ)(health))
        return { measured: `not known: ${health.unreadable}`, result: 'unknown' };
    if (!health.harbor)
        return { measured: `not running: ${health.instead}`, result: 'fail' };
    const ill = health.components.filter((component) => !component.healthy).map(({ name }) => name);
    if (ill.length > 0)
        return { measured: `not healthy: ${ill.join(', ')}`, result: 'fail' };
    const proven = proofFound(proof, now, config);
    return { ...proven, measured: `${health.components.length} components healthy; ${proven.measured}` };
}
function proofFound(proof, now, config) {
    if ((0,reading/* isUnreadable */.GZ)(proof))
        return { measured: `push and pull not proven: ${proof.unreadable}`, result: 'unknown' };
    const when = day(proof.at);
    if (config.url === null || proof.registry !== new URL(config.url).host) {
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

// EXTERNAL MODULE: ./build/facts/pods.js
var facts_pods = __webpack_require__(5281);
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

;// CONCATENATED MODULE: ./build/checks/preflight.js




const preflight_HOUR = 3_600_000;
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
        check('backup', 'backup', `at most ${span(config.preflight.backup.max_age_hours * preflight_HOUR)} old`, 'observed: when the newest file was written; not whether it can be restored', backup(facts, now, config)),
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
function backup({ backup }, now, { preflight }) {
    if (backup === undefined)
        return { measured: 'no place configured (preflight.backup.path)', result: 'unknown' };
    if (backup === 'none')
        return { measured: 'no file there', result: 'fail' };
    if ((0,reading/* isUnreadable */.GZ)(backup))
        return { measured: `not known: ${backup.unreadable}`, result: 'unknown' };
    const age = now.getTime() - Date.parse(backup.at);
    return {
        measured: `${(0,units/* gib */.$)(backup.bytes)} written ${day(backup.at)} (${span(Math.max(0, age))} ago)`,
        result: age <= preflight.backup.max_age_hours * preflight_HOUR ? 'pass' : 'fail',
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
 * it. Evictions are looked for among the pods that are still there and the events that the API server still has.
 *
 * @param facts undefined where the configuration says that there is no cluster
 * @param now the host's own clock
 */
function pressureCheck(facts, now, { checks }) {
    const window = checks.disk_pressure.window_hours * pressure_HOUR;
    const about = {
        id: 'disk_pressure',
        title: 'DiskPressure',
        target: `False and no eviction for ${span(window)}`,
        how: 'observed: the condition of the node and when it changed; evicted pods that are still there; events by their exact reason, kept for 1 h by default',
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
        return fail(`True since ${day(since)}`);
    const seen = Date.parse(condition.seen);
    if (!(now.getTime() - seen < SILENCE))
        return unknown(`not known: the kubelet has been silent since ${day(seen)}`);
    const start = now.getTime() - window;
    const evictions = evictionsSince(facts, here, start);
    if (evictions.length > 0)
        return fail(`False since ${day(since)}, but ${evictions.join('; ')}`);
    if (!(since <= start)) {
        return unknown(`False since ${day(since)} only; what was before is not known. Look again after ${day(since + window)}`);
    }
    if ((0,reading/* isUnreadable */.GZ)(pods))
        return unknown(`False since ${day(since)}; evictions not known: ${pods.unreadable}`);
    if ((0,reading/* isUnreadable */.GZ)(events))
        return unknown(`False since ${day(since)}; evictions not known: ${events.unreadable}`);
    const looked = `none evicted in ${span(window)} (${pods.length} pods and ${events.total} events seen)`;
    return { measured: `False since ${day(since)} (${span(now.getTime() - since)}); ${looked}`, result: 'pass' };
}
const names = (nodes) => nodes.map(({ name }) => name).join(', ') || 'it has none';
/** What happened on this node since then, in words. A pod that does not tell when it was evicted counts. */
function evictionsSince({ pods, events }, here, start) {
    const late = (time) => !(Date.parse(time ?? '') < start);
    const gone = (0,reading/* isUnreadable */.GZ)(pods) ? [] : pods.filter((p) => p.evicted && p.node === here.name && late(p.evicted.at));
    const told = (0,reading/* isUnreadable */.GZ)(events) ? [] : events.found.filter((e) => isHere(e, here) && late(e.last) && counts(e));
    const pressure = told.filter(({ reason }) => reason !== 'Evicted');
    const evicted = new Set([
        ...gone.map(({ name }) => name),
        ...told.filter(({ reason }) => reason === 'Evicted').map(({ about }) => about.replace(/^Pod /, '')),
    ]);
    return [
        ...pressure.map(({ reason, last }) => `${reason} at ${day(last)}`),
        ...(evicted.size > 0 ? [`evicted: ${[...evicted].join(', ')}`] : []),
    ];
}
const isHere = ({ host, about }, { name }) => host === name || host === '' || about === `Node ${name}`;
/** Thresholds are also met for memory and process numbers, which is not about disks. */
const counts = ({ reason, message }) => reason !== 'EvictionThresholdMet' || /ephemeral-storage|inodes|fs\b/.test(message);

;// CONCATENATED MODULE: ./build/facts/kubectl.js
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

// EXTERNAL MODULE: ./build/steps/plan.js
var plan = __webpack_require__(1006);
// EXTERNAL MODULE: ./build/facts/block.js
var block = __webpack_require__(9528);
;// CONCATENATED MODULE: ./build/facts/harbor.js

const CONNECTION_REFUSED = 7;
/** Harbor's own health page, without redirects, proxies and the user's settings. The status code comes on a last line. */
const harborReads = (url) => url === null
    ? []
    : [
        {
            id: 'harbor_health',
            argv: [
                ...['curl', '-q', '-sS', '--noproxy', '*', '--max-time', '10', '--max-filesize', '65536'],
                ...['-w', '\\n%{http_code}', `${url}/api/v2.0/health`],
            ],
        },
    ];
/** Undefined when no address is configured. The page always answers 200, so the components are what counts. */
function harborHealth(results, url) {
    if (url === null)
        return undefined;
    const result = (0,reading/* resultOf */.Bg)(results, 'harbor_health');
    if (result.code === CONNECTION_REFUSED)
        return { harbor: false, instead: 'nothing listens there', components: [] };
    if (result.code !== 0) {
        const wayOut = result.code === 127
            ? 'Install curl on the server.'
            : 'Check checks.harbor.url: it has to be reachable from the server itself, with a certificate that it trusts.';
        return { unreadable: (0,reading/* lastWords */.aN)(result), wayOut };
    }
    const end = result.stdout.lastIndexOf('\n');
    const status = result.stdout.slice(end + 1).trim();
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

;// CONCATENATED MODULE: ./build/facts/kubernetes.js


/** The path of this host's kubelet configuration. The name of a node is known only on the host. */
const CONFIGZ_PATH = `case $1 in *[!0-9a-f]*) exit 1;; esac
printf '%s\\n' "$2" | sed -n 's#^{"machine":"'"$1"'","name":"\\([a-z0-9.-]*\\)".*#/api/v1/nodes/\\1/proxy/configz#p'`;
/** Of the kubelet's configuration only this: the rest may hold what is not ours to keep. */
const THRESHOLDS = `grep -oE '"eviction(Hard|Soft)":[{][^}]*[}]' | paste -sd, - | sed 's/.*/{&}/'`;
/** Nothing is read where the configuration says that there is no cluster. */
function kubernetesReads({ kubernetes }) {
    if (kubernetes.cluster === 'none')
        return [];
    const file = kubernetes.kubeconfig;
    return [
        { id: 'kube_nodes', argv: kubectl(file, 'get', 'nodes', '-o', NODES) },
        {
            id: 'kube_configz_path',
            argv: ['sh', '-c', CONFIGZ_PATH, 'node', { from: 'machine_id' }, { from: 'kube_nodes' }],
        },
        { id: 'kube_configz', argv: kubectlFiltered(THRESHOLDS, file, 'get', '--raw', { from: 'kube_configz_path' }) },
        { id: 'kube_pods', argv: kubectl(file, 'get', 'pods', '--all-namespaces', '-o', PODS) },
        { id: 'kube_events', argv: kubectl(file, 'get', 'events', '--all-namespaces', '-o', EVENTS) },
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
    };
}
const kubernetes_text = (value) => (typeof value === 'string' ? value : '');
const rows = (value) => (Array.isArray(value) ? value : []);
/** The rows of an answer that is whole, or why there are none. */
function rowsOf(results, id) {
    const output = (0,reading/* outputOf */.jH)(results, id);
    if (output === undefined)
        return unreadable((0,reading/* resultOf */.Bg)(results, id));
    const read = readLines(output);
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

// EXTERNAL MODULE: ./build/host-script/package.js
var host_script_package = __webpack_require__(4728);
;// CONCATENATED MODULE: ./build/facts/preflight.js


const EXTEND_SCRIPT = 'extend-lvm-phase1.sh';
/** Time and size only: the names of backups are nobody's business. */
const NEWEST = `find -H "$1" -maxdepth 2 -type f -size +0 -printf '%T@ %s\\n' | sort -n | tail -n 1; [ -e "$1" ]`;
const preflightReads = ({ preflight }) => [
    (0,host_script_package/* digestRead */.Dh)((0,host_script_package/* hostScript */.Q1)(EXTEND_SCRIPT)),
    ...(preflight.backup.path === null
        ? []
        : [{ id: 'backup', argv: ['sh', '-c', NEWEST, 'newest', preflight.backup.path] }]),
];
const preflightFacts = (results, { preflight }) => ({
    backup: preflight.backup.path === null ? undefined : backupOf((0,reading/* resultOf */.Bg)(results, 'backup')),
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

;// CONCATENATED MODULE: ./build/facts/results.js
/** What other steps have measured and left on the host, read back: tolerant of fields that are new, not of wrong ones. */

const BUILD_TEST_READ = {
    id: 'validate_build_test',
    argv: ['cat', '/var/lib/edge-phase1/build-test.json'],
};
const HARBOR_PROOF_READ = {
    id: 'validate_harbor_proof',
    argv: ['cat', '/var/lib/edge-phase1/harbor.json'],
};
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
    if (isTime(at) && isText(registry) && isText(pushed) && isText(pulled))
        return { at, registry, pushed, pulled };
    return { unreadable: 'its result lacks a digest or a time', wayOut: 'Run `edge-phase1 apply harbor`.' };
}
function resultFile(results, id, schema, command) {
    const result = (0,reading/* resultOf */.Bg)(results, id);
    const wayOut = `Run \`edge-phase1 ${command}\`.`;
    if (result.code !== 0) {
        const missing = /No such file/.test(result.stderr);
        return { unreadable: missing ? 'not measured yet' : (0,reading/* lastWords */.aN)(result), wayOut };
    }
    const data = (0,reading/* jsonOf */.o_)(results, id);
    if (data?.schema === schema)
        return data;
    return { unreadable: `its result is of another form than ${schema}`, wayOut };
}

;// CONCATENATED MODULE: ./build/steps/validate/facts.js






const reads = (config) => [
    { id: 'host_time', argv: ['date', '-u', '+%Y-%m-%dT%H:%M:%SZ'] },
    (0,block/* mountRead */.el)('root_mount', '/'),
    ...kubernetesReads(config),
    BUILD_TEST_READ,
    ...harborReads(config.checks.harbor.url),
    HARBOR_PROOF_READ,
    ...preflightReads(config),
];
const facts = (results, config) => ({
    now: (0,reading/* outputOf */.jH)(results, 'host_time')?.trim(),
    root: (0,block/* mountsIn */.Ko)(results, 'root_mount').at(-1),
    kubernetes: kubernetesFacts(results, config),
    builds: buildRuns(results),
    harbor: { health: harborHealth(results, config.checks.harbor.url), proof: harborProof(results) },
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
    { program: 'curl', debianPackage: 'curl', why: 'to ask Harbor how it is', onlyWhen: 'checks.harbor.url is set' },
];
/** The six checks of the scorecard, and then what the plan asks for before it begins. */
function verify({ facts, config, at }) {
    const { root, kubernetes, builds, harbor, preflight } = facts;
    const now = facts.now === undefined ? at : new Date(facts.now);
    return [
        (0,disk/* diskSizeCheck */.Zh)(root, config),
        (0,disk/* diskUseCheck */.BC)(root, config),
        pressureCheck(kubernetes, now, config),
        buildTimeCheck(builds, config),
        harborCheck(harbor, now, config),
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
        if (!(0,reading/* isUnreadable */.GZ)(part) || part.unreadable === NO_TOOL)
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

/***/ 4610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* reexport safe */ _config_size__WEBPACK_IMPORTED_MODULE_0__.Xq),
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _config_size__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8963);

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