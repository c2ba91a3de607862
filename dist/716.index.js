"use strict";
exports.id = 716;
exports.ids = [716];
exports.modules = {

/***/ 8716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/config/load.js + 11 modules
var load = __webpack_require__(6347);
// EXTERNAL MODULE: ./build/facts/machine.js
var facts_machine = __webpack_require__(1396);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(8264);
// EXTERNAL MODULE: ./build/host-script/install.js
var install = __webpack_require__(1815);
// EXTERNAL MODULE: ./build/host-script/package.js
var host_script_package = __webpack_require__(4728);
// EXTERNAL MODULE: ./build/look.js
var look = __webpack_require__(2358);
;// CONCATENATED MODULE: ./build/doctor/sudoers.js
/** Programs live in /usr/sbin on every distribution with a merged /usr; sudo compares the file, not the name. */
const PATHS = { lvm: '/usr/sbin/lvm', dumpe2fs: '/usr/sbin/dumpe2fs' };
/**
 * The sudoers file that gives a user just what Phase 1 needs: exact lines for looking, and for changing only the root-owned
 * scripts, pinned by digest (see sudoers(5)).
 *
 * @throws Error when a name cannot stand in a sudoers file
 */
function sudoersFile({ user, reads, scripts }) {
    // A name in capitals only would be an alias.
    if (!/^(?=.*[a-z])[A-Za-z_][A-Za-z0-9_.-]*\$?$/.test(user)) {
        throw new Error(`user '${user}' is not a user name: allowed are letters, digits, _ . and -, not capitals only`);
    }
    const readLines = new Set(reads.map(([program = '', ...args]) => [PATHS[program] ?? program, ...args].map(escaped).join(' ')));
    const scriptLines = scripts.map((script) => `sha256:${script.sha256} ${script.path}`);
    const aliases = [
        { name: 'EDGE_PHASE1_LOOK', lines: [...readLines] },
        { name: 'EDGE_PHASE1_CHANGE', lines: scriptLines },
    ].filter(({ lines }) => lines.length > 0);
    return [
        `# edge-phase1: what ${user} may do as root. Check, then install:`,
        '#   visudo -cf FILE && install -o root -g root -m 0440 FILE /etc/sudoers.d/edge-phase1',
        ...aliases.map(({ name, lines }) => `Cmnd_Alias ${name} = ${lines.join(', \\\n    ')}`),
        `${user} ALL=(root) NOPASSWD: ${aliases.map(({ name }) => name).join(', ')}`,
        '',
    ].join('\n');
}
/** In a command's arguments these have a meaning of their own; a star would match spaces and more files. */
function escaped(word) {
    if (/[\s*?[\]!"'#]/.test(word))
        throw new Error(`'${word}' cannot stand in a sudoers line`);
    return word.replace(/[\\,:=]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/doctor/doctor.js






const VERSIONS = {
    lvm: ['lvm', 'version'],
    lsblk: ['lsblk', '--version'],
    findmnt: ['findmnt', '--version'],
    dumpe2fs: ['dumpe2fs', '-V'],
    resize2fs: ['resize2fs'],
    xfs_growfs: ['xfs_growfs', '-V'],
    growpart: ['growpart', '--version'],
    'systemd-run': ['systemd-run', '--version'],
    kubectl: ['kubectl', 'version', '--client'],
};
const readId = (program) => `program_${program.replace(/\W/g, '_')}`;
const scriptOf = ({ script }) => (script === undefined ? [] : [(0,host_script_package/* hostScript */.Q1)(script)]);
/** Looks at what each step needs on the host, in one round trip. Changes nothing. */
async function diagnose(host, steps, config) {
    const scripts = steps.flatMap(scriptOf);
    const needs = steps.flatMap((step) => step.needs);
    const reads = [
        { id: 'rights', argv: ['sudo', '-n', '-l'] },
        ...needs.map(({ program }) => ({ id: readId(program), argv: VERSIONS[program] ?? [program, '--version'] })),
    ];
    const results = await host.batch((0,look/* joined */.oR)([...reads, ...(0,look/* readsOf */.JP)(steps, config)]));
    const machine = (0,facts_machine/* machineFacts */.R)(results);
    const user = (0,reading/* outputOf */.jH)(results, 'user')?.trim() ?? '';
    const findings = steps.flatMap((step) => [
        ...step.needs.map((need) => programFinding(step.id, need, results)),
        ...(machine.root ? [] : scriptOf(step).map((script) => rightFinding(step.id, script, results))),
        ...scriptOf(step).map((script) => scriptFinding(step.id, script, results, machine.root)),
    ]);
    const situation = (step) => ({
        ...{ machine, facts: step.facts(results, config), journal: [], config, at: new Date() },
    });
    findings.push(...steps.flatMap((step) => lackFindings(step, situation(step))));
    if (machine.root)
        return { user, root: true, findings };
    const rootReads = steps.flatMap((step) => step.rootReads(situation(step)));
    findings.unshift(...lookFindings(rootReads, results));
    return { user, root: false, findings, sudoers: sudoersFile({ user, reads: rootReads, scripts }) };
}
function programFinding(step, need, results) {
    const { code, stdout, stderr } = (0,reading/* resultOf */.Bg)(results, readId(need.program));
    const title = `${need.program}, ${need.why}`;
    if (code !== 127 && code !== 126) {
        return { step, title, result: 'ok', found: /\d+\.\d[\w.()-]*/.exec(stdout + stderr)?.[0] ?? 'there' };
    }
    return {
        step,
        title: need.onlyWhen ? `${title} (only when ${need.onlyWhen})` : title,
        result: need.onlyWhen ? 'optional' : 'missing',
        found: 'not installed',
        fix: `sudo apt-get install ${need.debianPackage}`,
    };
}
/** For each command that needs root even for looking, whether it got through. */
function lookFindings(rootReads, results) {
    const commands = new Map(rootReads.map((argv) => [argv.join(' '), argv]));
    return [...commands].map(([command, argv]) => {
        const look = results.some((result) => result.code === 0 && result.argv.join(' ') === command);
        return {
            step: 'all steps',
            title: `right to look with ${argv.slice(0, 2).join(' ')} as root`,
            result: look ? 'ok' : 'missing',
            found: look ? 'there' : 'sudo -n refuses',
            ...(look ? {} : { fix: SUDOERS_FIX }),
        };
    });
}
const lackFindings = (step, situation) => (step.lacks?.(situation) ?? []).map((lack) => ({ step: step.id, result: 'missing', ...lack }));
const SUDOERS_FIX = 'Install the sudoers file below.';
function rightFinding(step, script, results) {
    const rights = (0,reading/* outputOf */.jH)(results, 'rights') ?? '';
    const all = /NOPASSWD:[^\n]*\bALL\b/.test(rights);
    const change = all || (rights.includes(script.path) && rights.includes(script.sha256));
    return {
        step,
        title: `right to run ${script.path} as root`,
        result: change ? 'ok' : 'missing',
        found: change ? (all ? 'there (all rights: more than is needed)' : 'there, pinned by digest') : 'not in sudo -n -l',
        ...(change ? {} : { fix: SUDOERS_FIX }),
    };
}
function scriptFinding(step, script, results, root) {
    const digest = (0,host_script_package/* installedDigest */.D9)(results, script);
    const title = `script ${script.path}`;
    if (digest === script.sha256)
        return { step, title, result: 'ok', found: 'this version' };
    const found = digest === undefined ? 'not there' : 'another version';
    if (root)
        return { step, title, result: 'ok', found: `${found}; apply puts it there` };
    return { step, title, result: 'missing', found, fix: (0,install/* installCommand */.J)(script) };
}

;// CONCATENATED MODULE: ./build/doctor/report.js
const SIGNS = { ok: 'ok      ', missing: 'MISSING ', optional: 'optional' };
/** The doctor's findings for a terminal. */
function doctorReport({ user, findings, sudoers }, host) {
    const missing = findings.filter((finding) => finding.result === 'missing').length;
    const lines = findings.flatMap(({ result, step, title, found, fix }) => [
        `  ${SIGNS[result]}  ${step}: ${title}: ${found}`,
        ...(fix ? [`              ${fix}`] : []),
    ]);
    return [
        `${missing === 0 ? 'Everything needed is there' : `${missing} thing(s) missing`} for ${user} on ${host}`,
        '',
        ...lines,
        ...(sudoers ? ['', `The sudoers file for ${user} (also: edge-phase1 sudoers):`, '', sudoers] : ['']),
    ].join('\n');
}

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 4 modules
var conclusion = __webpack_require__(9716);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence = __webpack_require__(462);
// EXTERNAL MODULE: ./build/evidence/failing.js
var failing = __webpack_require__(155);
;// CONCATENATED MODULE: ./build/help.js
const HELP = `edge-phase1: takes an edge server from a nearly full disk to a healthy one, at $0, and proves it.

Usage
  edge-phase1 plan     [step...]   show what is there and what would change; changes nothing
  edge-phase1 apply    step...     carry out the plan, after asking
  edge-phase1 verify   [step...]   look at the checks; changes nothing
  edge-phase1 rollback step...     take it back, where that is safe
  edge-phase1 doctor   [step...]   what is missing for each step, and the command that provides it
  edge-phase1 sudoers  [step...]   print the sudoers file with just the rights that are needed
  edge-phase1 report --from FILE   render an evidence document as Markdown again; with --before FILE compared
                                   with an earlier one

Steps
  extend-lvm                       extend the logical volume and its file system
  validate                         the checks of Phase 1 and their score; only looks

Options
  --host HOST          local (default), or ssh://user@name[:port]
  --config FILE        default: .github/edge-phase1.yml or edge-phase1.yml, where there is one
  --set KEY=VALUE      a value of the configuration, as extend_lvm.size=160GiB; may be given several times
  --plan-hash HASH     carry out only the plan with this hash; refused when the host has changed since
  --yes                do not ask
  --json               print the evidence document
  --evidence FILE      write the evidence document
  --history FILE       with validate: forecast from how full the disk was, a JSON object a line with at, host,
                       used_bytes and size_bytes
  --fail-on WHAT       fail (default), unknown or never: which checks make verify and apply fail
  --ssh-key FILE       private key (default: agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa);
                       or the key itself in EDGE_PHASE1_SSH_PRIVATE_KEY
  --known-hosts FILE   known hosts (default: ~/.ssh/known_hosts and the system's);
                       or its lines, or one fingerprint SHA256:..., in EDGE_PHASE1_SSH_KNOWN_HOSTS
  --patience SECONDS   how long to go on trying after the connection was lost (default 120)
  --version, --help

Exit codes: 0 done, or nothing to do; 1 a check failed, or the doctor found something missing; 2 wrong usage or
configuration; 3 refused, nothing was changed; 4 failed and undone; 5 a person is needed; 6 outcome unknown: run it again.
`;

// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(1716);
// EXTERNAL MODULE: ./build/host/open.js + 6 modules
var host_open = __webpack_require__(2109);
// EXTERNAL MODULE: ./build/host/target.js
var target = __webpack_require__(7967);
// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(3776);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(9487);
// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(4610);
;// CONCATENATED MODULE: ./build/report/progress.js


/** Prints what is going on, with the time since the start. Without a stream nothing is printed. */
function progressPrinter(stream, now) {
    const started = now();
    return ({ text, event }) => {
        // A plan that the host repeats was just shown to whoever approved it.
        if (!stream || text === '' || event?.event === 'plan')
            return;
        const elapsed = (0,units/* duration */.p)((now() - started) / 1000).padStart(8);
        stream.write(`${elapsed}  ${(0,defuse/* plain */.pj)(text.trim())
            .split('\n')
            .join(`\n${' '.repeat(10)}`)}\n`);
    };
}

// EXTERNAL MODULE: ./build/evidence/scorecard.js
var evidence_scorecard = __webpack_require__(9135);
// EXTERNAL MODULE: ./build/report/conclusion.js
var report_conclusion = __webpack_require__(2517);
// EXTERNAL MODULE: ./build/report/lines.js
var report_lines = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/report/terminal.js





const terminal_SIGNS = { pass: 'PASS', fail: 'FAIL', unknown: '????', 'not-applicable': 'n/a ' };
/** A report for a terminal, 80 columns and more. */
function terminalReport(evidence) {
    const { tool, mode, host, steps, seconds, scorecard } = evidence;
    const [score, forecast] = [(0,report_conclusion/* scoreTable */.L)(evidence), (0,report_conclusion/* forecastLines */.x)(evidence)];
    const machine = steps[0]?.before?.machine;
    const where = machine ? `${host} (${machine.name}, ${machine.os}, ${machine.kernel})` : host;
    const lines = [
        `edge-phase1 ${tool.version}  ${mode} on ${where}`,
        '',
        ...(scorecard ? [(0,evidence_scorecard/* scoreVerdict */.mb)(scorecard), ''] : []),
        ...steps.flatMap(stepLines),
        ...(score ? [...tableLines(score), ''] : []),
        ...(forecast.length > 0 ? [...forecast, ''] : []),
        `Cost: ${(0,report_lines/* costLine */.EK)(evidence)}. Took ${(0,units/* duration */.p)(seconds)}.`,
        ...(mode === 'plan' ? nextCommands(evidence) : []),
    ];
    return (0,defuse/* plain */.pj)(lines.join('\n'));
}
/** How each step that would change something is carried out, with the hash of the plan shown here as its approval. */
function nextCommands({ steps, host }) {
    const commands = steps.flatMap(({ step, plan }) => plan?.verdict === 'changes'
        ? [`  edge-phase1 apply ${step}${host === 'local' ? '' : ` --host ${host}`} --plan-hash ${plan.hash}`]
        : []);
    return commands.length === 0 ? [] : ['', 'Nothing was changed. To carry it out:', ...commands];
}
function stepLines(record) {
    const { step, plan, checks, refusal, notes } = record;
    return [
        `${step}: ${(0,report_lines/* stepVerdict */.sr)(record)}`,
        ...(plan && !('refusal' in plan) ? [`  ${plan.summary}`] : []),
        ...(plan?.verdict === 'changes' ? plan.changes.flatMap(changeLines) : []),
        ...(plan?.notes ?? []).map((note) => `  Note: ${note}`),
        ...notes.map((note) => `  Note: ${note}`),
        ...(refusal ? [`  Why: ${indented(refusal.message)}`, `  What to do: ${indented(refusal.wayOut)}`] : []),
        ...(checks.length > 0 ? ['  Checks:'] : []),
        ...checks.map((c) => `    ${terminal_SIGNS[c.result]}  ${c.title}: ${c.measured} (target ${c.target})`),
        ...(record.tables ?? []).flatMap(tableLines),
        '',
    ];
}
/** Columns as wide as their widest cell, two spaces apart; a line that would be long for a terminal is left long. */
function tableLines({ title, columns, rows, note }) {
    const lines = [columns, ...rows].map((cells) => cells.map(oneLine));
    const widths = columns.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
    const shown = lines.map((cells) => `    ${cells.map((text, i) => text.padEnd(widths[i])).join('  ')}`.trimEnd());
    return [`  ${oneLine(title)}:`, ...shown, ...(note ? [`    (${oneLine(note)})`] : [])];
}
const oneLine = (text) => (0,defuse/* plain */.pj)(text).replace(/\s+/g, ' ');
const changeLines = (change, index) => [
    `  ${index + 1}. ${change.title}`,
    `     runs:  ${change.command}`,
    `     why:   ${change.why}`,
    `     undo:  ${change.undo}`,
];
const indented = (text) => text.split('\n').join('\n    ');

// EXTERNAL MODULE: ./build/run.js + 3 modules
var run = __webpack_require__(4186);
// EXTERNAL MODULE: ./build/steps/index.js + 11 modules
var build_steps = __webpack_require__(1395);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(1733);
;// CONCATENATED MODULE: ./build/cli.js




















const USAGE = 2;
const REFUSED = 3;
const UNKNOWN = 6;
/** Wrong words on the command line. */
class UsageError extends Error {
}
const OPTIONS = {
    host: { type: 'string' },
    config: { type: 'string' },
    set: { type: 'string', multiple: true },
    'plan-hash': { type: 'string' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
    evidence: { type: 'string' },
    from: { type: 'string' },
    before: { type: 'string' },
    history: { type: 'string' },
    'fail-on': { type: 'string' },
    'ssh-key': { type: 'string' },
    'known-hosts': { type: 'string' },
    patience: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
};
const parse = (args) => (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS, allowPositionals: true });
/** The command line: the same run as the action's, for people. Answers the exit code. */
async function cli(args, { stdout, stderr, stdin }) {
    try {
        const { values, positionals } = parseWords(args);
        const [command, ...words] = positionals;
        const streams = { stdout, stderr, stdin };
        if (values.help || command === undefined || command === 'help') {
            stdout.write(HELP);
            return command === undefined && !values.help ? USAGE : 0;
        }
        if (evidence/* MODES */.FN.some((mode) => mode === command))
            return await runMode(command, words, values, streams);
        if (command === 'report')
            return report(values, streams);
        if (command === 'doctor' || command === 'sudoers')
            return await doctor(command, words, values, streams);
        throw new UsageError(`'${command}' is no command; allowed are: ${[...evidence/* MODES */.FN, 'doctor', 'sudoers', 'report'].join(', ')}.`);
    }
    catch (error) {
        return failed(error, stderr);
    }
}
function failed(error, stderr) {
    const say = (text) => stderr.write((0,defuse/* plain */.pj)(`edge-phase1: ${text}\n`));
    if (error instanceof UsageError)
        say(`${error.message}\nTry --help.`);
    else if (error instanceof load/* ConfigError */.xL)
        say(error.message);
    else if (error instanceof host_host/* Refusal */.P_)
        say(`${error.message}\nWhat to do: ${error.wayOut}`);
    else if (error instanceof host_host/* OutcomeUnknown */.Jr)
        say(`The connection was lost while looking; nothing was begun. ${error.message}\nWhat to do: run it again.`);
    else
        throw error;
    if (error instanceof host_host/* Refusal */.P_)
        return REFUSED;
    return error instanceof host_host/* OutcomeUnknown */.Jr ? UNKNOWN : USAGE;
}
function parseWords(args) {
    try {
        return parse(args);
    }
    catch (error) {
        throw new UsageError(error.message);
    }
}
async function runMode(mode, words, options, streams) {
    const { stdout, stderr } = streams;
    const failOn = (options['fail-on'] ?? 'fail');
    if (!failing/* FAIL_ON */.d$.includes(failOn))
        throw new UsageError(`--fail-on: '${failOn}' is not allowed; write one of: ${failing/* FAIL_ON */.d$.join(', ')}.`);
    const planHash = options['plan-hash'];
    if (planHash !== undefined && !/^[0-9a-f]{64}$/.test(planHash)) {
        throw new UsageError(`--plan-hash: '${planHash.slice(0, 60)}' is not a hash; allowed are the 64 hexadecimal digits that plan prints.`);
    }
    if (words.length === 0 && mode !== 'plan' && mode !== 'verify') {
        throw new UsageError(`${mode} needs the name of a step: ${build_steps/* STEP_IDS */.W.join(', ')}.`);
    }
    const steps = chosenSteps(words);
    if (planHash !== undefined && steps.length > 1) {
        throw new UsageError('--plan-hash: it is the hash of one plan; name the one step that it belongs to.');
    }
    const { config, host, credentials } = destination(options);
    const printer = progressPrinter(options.json ? undefined : stderr, () => Date.now());
    const world = {
        open: () => (0,host_open/* openHost */.Z)(host, credentials),
        now: () => new Date(),
        approve: (plan) => approve(plan, options, streams),
        progress: printer,
        version: (0,version/* version */.r)(),
        signal: stopSignal(stderr),
        patienceSeconds: patience(options),
    };
    const history = options.history === undefined ? undefined : readHistoryFile(options.history);
    const evidence = await (0,run/* run */.e)({ mode, steps, config, history, ...(planHash && { planHash }) }, world);
    if (options.evidence)
        (0,external_node_fs_.writeFileSync)(options.evidence, serialized(evidence));
    stdout.write(options.json ? serialized(evidence) : `${terminalReport(evidence)}\n`);
    // Without a step's name a plan is an overview of all of them: a refusal is one of its answers.
    const code = (0,failing/* finalExitCode */.cy)(evidence, failOn);
    return mode === 'plan' && words.length === 0 && code === REFUSED ? 0 : code;
}
/** Ctrl-C once: a measurement is stopped on the host, a change is only not followed any more. Twice: this program ends. */
function stopSignal(stderr) {
    const stop = new AbortController();
    const onSignal = () => {
        stderr.write('Stopping. A change that began is finished by the host; the next run shows how it ended.\n');
        stop.abort();
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    return stop.signal;
}
function readHistoryFile(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new UsageError(`--history: '${file}' cannot be read: ${error.message}.`);
    }
}
const serialized = (evidence) => `${JSON.stringify(evidence, null, 2)}\n`;
function patience({ patience = '120' }) {
    if (!/^\d{1,5}$/.test(patience))
        throw new UsageError(`--patience: '${patience}' is not allowed; write a number of seconds.`);
    return Number(patience);
}
function chosenSteps(words) {
    const wrong = words.find((word) => !build_steps/* STEP_IDS */.W.includes(word));
    if (wrong !== undefined)
        throw new UsageError(`'${wrong}' is no step; allowed are: ${build_steps/* STEP_IDS */.W.join(', ')}.`);
    return words.length === 0 ? build_steps/* STEPS */.U : build_steps/* STEPS */.U.filter((step) => words.includes(step.id));
}
function destination(options) {
    const { config } = (0,load/* loadConfig */.Z9)({
        dir: process.cwd(),
        ...(options.config !== undefined && { file: options.config }),
        overrides: options.set ?? [],
    });
    const credentials = {
        privateKey: process.env.EDGE_PHASE1_SSH_PRIVATE_KEY,
        privateKeyFile: options['ssh-key'],
        knownHosts: process.env.EDGE_PHASE1_SSH_KNOWN_HOSTS,
        ...(options['known-hosts'] && { knownHostsFiles: [options['known-hosts']] }),
    };
    return { config, host: (0,target/* parseTarget */.h)(options.host ?? config.host), credentials };
}
async function approve(plan, { yes }, { stdin, stderr }) {
    if (yes)
        return true;
    if (plan.verdict === 'changes') {
        stderr.write((0,defuse/* plain */.pj)(`\n${plan.summary}\n${plan.changes.map((c, i) => `  ${i + 1}. ${c.title}\n     ${c.command}`).join('\n')}\n`));
    }
    if (!stdin.isTTY) {
        stderr.write('Nobody can be asked here (no terminal): pass --yes, or the hash of the plan (--plan-hash).\n');
        return false;
    }
    const questions = (0,promises_.createInterface)({ input: stdin, output: stderr });
    const answer = await questions.question('Carry this out now? [y/N] ');
    questions.close();
    return /^y(es)?$/i.test(answer.trim());
}
function report({ from, before, json }, { stdout }) {
    if (from === undefined)
        throw new UsageError('report needs --from FILE, an evidence document.');
    const evidence = readEvidence('--from', from);
    const shown = before === undefined ? evidence : compared(evidence, before);
    stdout.write(json ? serialized(shown) : (0,markdown/* markdownReport */.q)(shown));
    return 0;
}
function readEvidence(option, file) {
    try {
        return (0,evidence/* parseEvidence */.vf)((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        throw new UsageError(`${option}: '${file}' cannot be read as evidence: ${error.message}.`);
    }
}
function compared(evidence, file) {
    const earlier = readEvidence('--before', file);
    try {
        return (0,conclusion/* withBefore */.u)(evidence, earlier);
    }
    catch (error) {
        throw new UsageError(`--before: '${file}' cannot be compared: ${error.message}.`);
    }
}
async function doctor(command, words, options, { stdout }) {
    const { config, host: target, credentials } = destination(options);
    const host = await (0,host_open/* openHost */.Z)(target, credentials);
    try {
        const diagnosis = await diagnose(host, chosenSteps(words), config);
        if (command === 'sudoers') {
            if (diagnosis.sudoers === undefined) {
                throw new host_host/* Refusal */.P_('root', 'This user is root: it needs no sudoers file.', 'Connect as the user that runs Phase 1.');
            }
            stdout.write(diagnosis.sudoers);
            return 0;
        }
        stdout.write(options.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : (0,defuse/* plain */.pj)(doctorReport(diagnosis, host.name)));
        return diagnosis.findings.some((finding) => finding.result === 'missing') ? 1 : 0;
    }
    finally {
        await host.close();
    }
}


/***/ })

};
;