"use strict";
exports.id = 575;
exports.ids = [575];
exports.modules = {

/***/ 2210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ machineFacts),
/* harmony export */   i: () => (/* binding */ machineReads)
/* harmony export */ });
/* harmony import */ var _reading__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5441);

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

/***/ 9034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ installCommand),
/* harmony export */   h: () => (/* binding */ ensureInstalled)
/* harmony export */ });
/* harmony import */ var _host_host__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3934);
/* harmony import */ var _texts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8774);


/** Commands with which an administrator puts a script in its place once; `FILE` is a copy of it on the host. */
const installCommand = (script, file = `/tmp/${script.name}`) => `sudo install -D -o root -g root -m 0755 ${file} ${script.path}`;
/**
 * Puts the script on the host where it is missing or differs.
 *
 * @param installedSha256 digest of what lies there now, or undefined
 * @throws Refusal when the user may not; it names the commands for an administrator
 */
async function ensureInstalled(host, script, installedSha256, say = (0,_texts__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)({}).run) {
    if (installedSha256 === script.sha256)
        return;
    const argv = ['install', '-D', '-o', 'root', '-g', 'root', '-m', '0755', '/dev/stdin', script.path];
    const { code, stderr } = await host.run(argv, { root: true, stdin: script.text });
    if (code === 0)
        return;
    const why = stderr.trim().split('\n').at(-1) || say.exitCode(code);
    const isOther = installedSha256 !== undefined;
    const { message, wayOut } = say.refusals.scriptMissing(script.path, isOther, why, script.name, installCommand(script));
    throw new _host_host__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('script-missing', message, wayOut);
}


/***/ }),

/***/ 851:
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
var host = __webpack_require__(3934);
// EXTERNAL MODULE: ./node_modules/ssh2/lib/index.js
var lib = __webpack_require__(5472);
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
var host_target = __webpack_require__(7585);
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

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
// EXTERNAL MODULE: ./build/host/quote.js
var quote = __webpack_require__(9438);
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
 * never a shell builtin but where the read says so. Reads that are the same but for their name run once.
 *
 * @throws Refusal with code `bad-batch` or `bad-argv`
 */
function batchProgram(reads, { boundary, root = false }) {
    checkReads(reads);
    const { distinct } = withoutRepeats(reads);
    const captured = new Set(distinct.flatMap(sources));
    const sudo = !root && reads.some((read) => read.root);
    return [
        '{',
        `PATH=${quote/* HOST_PATH */.H2}; LC_ALL=C; export PATH LC_ALL`,
        `mark() { printf '\\n%s %s\\n' ${boundary} "$1"; printf '\\n%s\\n' ${boundary} >&2; }`,
        'sudo=',
        ...(sudo ? [`[ "$(id -u)" = 0 ] || sudo=${(0,quote/* quote */.hD)((0,quote/* quoteAll */._R)(quote/* SUDO */.QR))}`] : []),
        'mark start',
        ...distinct.flatMap((read) => readProgram(read, captured.has(read.id), sudo)),
        'exit 0',
        '}',
        '',
    ].join('\n');
}
function readProgram(read, captured, sudo) {
    const words = read.argv.map((arg) => (typeof arg === 'string' ? (0,quote/* quote */.hD)(arg) : `${prefixOf(arg)}"$r_${arg.from}"`));
    const command = `( ${read.inShell ? inShell(read, words) : `exec ${read.root ? '$sudo ' : ''}${words.join(' ')}`} ) </dev/null`;
    const program = [
        ...(captured ? captureProgram(`r_${read.id}`, command) : [command, 'code=$?']),
        // Where the command is, for the sudoers line that may be missing.
        ...(read.root && sudo ? [`[ "$code" = 0 ] || code="$code $(command -v ${words[0]})"`] : []),
        'mark "$code"',
    ];
    const needs = sources(read);
    if (needs.length === 0)
        return program;
    return [`if ${needs.map((id) => `[ -n "$r_${id}" ]`).join(' && ')}; then`, ...program, 'else', 'mark -', 'fi'];
}
function inShell({ argv: [command, option, script] }, words) {
    if (command !== 'sh' || option !== '-c')
        return words.join(' ');
    return `set -- ${words.slice(4).join(' ')}\n${script}\n`;
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
    const { distinct, standIn } = withoutRepeats(reads);
    const out = split(Buffer.from(reply.stdout), `\n${boundary} `);
    const err = split(Buffer.from(reply.stderr), `\n${boundary}\n`);
    if (out.length < 2)
        throw notRun(reply);
    const marks = distinct.length + 2;
    if (out.length !== marks || err.length !== marks || !out.at(-1).includes('\n')) {
        const last = distinct[Math.min(out.length, err.length) - 2];
        throw new host/* OutcomeUnknown */.Jr(`The batch ended early, during the read "${last?.id}": ${last?.argv.map(show).join(' ')}`);
    }
    const results = new Map();
    distinct.forEach((read, i) => {
        const [code, path = ''] = cut(out[i + 2]).text.split(/ (.*)/s);
        const stdout = cut(out[i + 1]).rest.toString();
        const stderr = err[i + 1].toString();
        const argv = read.argv.map((arg) => fill(arg, results));
        results.set(read.id, code === '-'
            ? { id: read.id, argv, code: host/* NOT_RUN */.OG, stdout: '', stderr: whyNotRun(read, results) }
            : { id: read.id, argv, code: Number(code), stdout, stderr, ...(path !== '' && { path }) });
    });
    return reads.map(({ id }) => ({ ...results.get(standIn.get(id)), id }));
}
/** The reads that differ in more than their name, and for each name the one of them that answers. */
function withoutRepeats(reads) {
    const standIn = new Map();
    const first = new Map();
    for (const read of reads) {
        const argv = read.argv.map((arg) => typeof arg === 'string' ? arg : { ...arg, from: standIn.get(arg.from) ?? arg.from });
        const key = JSON.stringify([argv, read.root, read.inShell]);
        if (!first.has(key))
            first.set(key, { ...read, argv });
        standIn.set(read.id, first.get(key).id);
    }
    return { distinct: [...first.values()], standIn };
}
/** What a captured argument stands for. The same blanks as `[:space:]` in the C locale. */
function trimmed(output) {
    return output.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}
function fill(arg, results) {
    if (typeof arg === 'string')
        return arg;
    const value = usable(results.get(arg.from));
    return value === '' ? show(arg) : `${arg.prefix ?? ''}${value}`;
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
    return typeof arg === 'string' ? arg : `${arg.prefix ?? ''}<${arg.from}>`;
}
const prefixOf = ({ prefix = '' }) => (prefix === '' ? '' : (0,quote/* quote */.hD)(prefix));
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
 * break the pipe, which `@actions/exec` does not survive. The first `cat` makes a pipe of Node's socket: only a pipe can be
 * opened as /dev/stdin, as `install` does.
 */
const RUN = 'cat | { (exec "$@"); code=$?; cat >/dev/null; exit "$code"; }';
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
// EXTERNAL MODULE: ./node_modules/node-ssh/lib/esm/index.mjs + 2 modules
var esm = __webpack_require__(9487);
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

/***/ 9452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ readsOf),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   t5: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _evidence_evidence__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);
/* harmony import */ var _evidence_journal__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7350);
/* harmony import */ var _facts_machine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2210);
/* harmony import */ var _facts_reading__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5441);
/* harmony import */ var _host_script_package__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1698);





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

/***/ 3845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
;// CONCATENATED MODULE: ./build/evidence/approval.js

/**
 * Whether the plan of now may be carried out on an approval given earlier.
 *
 * It may when it is the same plan, or what is left of the approved one after a run of it was cut short.
 *
 * @param approved hash of the approved plan; undefined where a person is asked instead
 */
function approvalRefusal(plan, approved, runs, say = (0,texts/* textsOf */.CB)({}).run.refusals) {
    if (approved === undefined || !('hash' in plan) || plan.hash === approved)
        return undefined;
    if (plan.verdict === 'changes' && runs.some((run) => run.planHash === approved && isRemainder(plan, run)))
        return undefined;
    return { code: 'drift', ...say.drift(approved.slice(0, 12), plan.hash.slice(0, 12)) };
}
function isRemainder(plan, run) {
    return (run.end !== 'success' &&
        run.target === plan.target &&
        plan.changes.every((change) => change.continuation || run.changes.includes(change.id)));
}

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 1 modules
var conclusion = __webpack_require__(5974);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/evidence/journal.js
var journal = __webpack_require__(7350);
// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(3934);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/host-script/follow.js


/** Starts a script on the host and follows it to its end, over lost connections; the host finishes it in any case. */
function startScript(host, script, run, args, following) {
    const argv = [script.path, '--json', '--yes', '--run-id', run, ...args];
    return follow(host, run, argv, script, following, following.firstInput);
}
/** Follows a run that was begun before. A run that nobody knows is `refused` with the code `no-run`. */
function attachScript(host, script, run, following) {
    return follow(host, run, attachArgv(script, run), script, following);
}
const attachArgv = (script, run) => [script.path, '--json', '--attach', run];
async function follow(first, run, argv, script, following, firstInput) {
    const events = [];
    const deadline = () => Date.now() + following.patienceSeconds * 1000;
    let until = deadline();
    let host = first;
    let next = argv;
    let input = firstInput;
    for (;;) {
        try {
            host ??= await following.reopen();
            const heard = await listen(host, next, events, following, input);
            const stops = heard.code === null && following.stopsWhenCancelled;
            const output = stops ? await stop(host, run, script, events, following) : heard;
            return { run, exit: output.code, events, stderr: output.stderr.trim() };
        }
        catch (error) {
            if (host) {
                if (!(error instanceof host_host/* OutcomeUnknown */.Jr))
                    throw error;
                following.onLost();
                until = deadline();
            }
            if (Date.now() >= until || following.signal?.aborted)
                return { run, exit: null, events, stderr: '' };
            host = undefined;
            next = attachArgv(script, run);
            input = undefined;
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
async function listen(host, argv, events, { onEvent, signal }, stdin) {
    let known = events.filter((e) => e.event !== 'started').length;
    const onLine = (line) => {
        const event = parseEvent(line);
        if (!event || (event.event !== 'started' && known-- > 0))
            return;
        events.push(event);
        onEvent(event);
    };
    return host.run(argv, { root: true, onLine, ...(signal && { signal }), ...(stdin !== undefined && { stdin }) });
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
var install = __webpack_require__(9034);
// EXTERNAL MODULE: ./build/host-script/package.js
var host_script_package = __webpack_require__(1698);
// EXTERNAL MODULE: ./build/look.js
var look = __webpack_require__(9452);
;// CONCATENATED MODULE: ./build/outcome.js
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
/** What stood in the way, in the script's own words where it said any. */
function refusalOf(applied, say) {
    const { exit, events, stderr, run } = applied;
    if (exit === 0)
        return undefined;
    if (neverBegan(applied)) {
        return { code: 'not-started', ...say.refusals.notStarted(stderr.split('\n').at(-1) || say.exitCode(exit)) };
    }
    if (exit === null)
        return { code: 'unknown', ...say.refusals.unknown(run) };
    const last = events.findLast((e) => e.way_out !== undefined || e.event === 'lost');
    return {
        code: last?.code ?? last?.event ?? 'failed',
        message: last?.message || last?.text || stderr || say.endedWith(exit),
        wayOut: last?.way_out ?? say.runAgain,
    };
}

// EXTERNAL MODULE: ./build/steps/plan.js
var steps_plan = __webpack_require__(7448);
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
            world.progress({ step: step.id, text: (0,texts/* textsOf */.CB)(request.config).run.looking });
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
        const base = { step: this.step.id, kind: this.step.kind, before: before.observation, notes };
        if (this.request.mode === 'verify' || (this.request.mode === 'apply' && this.step.kind === 'look')) {
            return { ...base, ...this.looks.spanning(this.step), outcome: 'verified', ...this.judged(before.situation) };
        }
        const plan = this.request.mode === 'rollback' ? this.step.rollback(before.situation) : this.step.plan(before.situation);
        const planned = { ...base, plan, ...this.judged(before.situation) };
        if ('refusal' in plan)
            return { ...planned, outcome: 'refused', refusal: plan.refusal };
        const unusable = this.secretRefusal(plan);
        if (unusable)
            return { ...planned, outcome: 'refused', refusal: unusable };
        if (!script)
            return { ...planned, outcome: 'planned' };
        const refusal = approvalRefusal(plan, this.request.planHash, (0,journal/* runsOf */.ky)(before.situation.journal, this.step.id), this.say.refusals);
        if (plan.verdict === 'nothing-to-do')
            return { ...planned, outcome: 'nothing-to-do' };
        if (refusal)
            return { ...planned, outcome: 'refused', refusal };
        const approved = this.step.kind === 'measurement' || this.request.planHash !== undefined;
        if (!approved && !(await this.world.approve(plan))) {
            return { ...planned, outcome: 'refused', refusal: (0,steps_plan/* refusal */.x5)('not-approved', this.say.refusals.notApproved) };
        }
        return this.apply(script, planned, plan, before.installed);
    }
    get say() {
        return (0,texts/* textsOf */.CB)(this.request.config).run;
    }
    secretOf({ intent }) {
        const { secret } = this.step;
        const value = secret && intent === 'apply' ? this.request.secrets?.[secret.name] : undefined;
        return value === '' ? undefined : value;
    }
    secretRefusal(plan) {
        const value = this.secretOf(plan);
        return value === undefined ? undefined : this.step.secret?.refusal(value, this.request.config);
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
        const { say } = this;
        const cancelled = {
            ...planned,
            outcome: 'refused',
            refusal: (0,steps_plan/* refusal */.x5)('cancelled', say.refusals.cancelled),
        };
        if (this.world.signal?.aborted)
            return cancelled;
        try {
            await (0,install/* ensureInstalled */.h)(this.connection.host, script, installed, say);
        }
        catch (error) {
            if (error instanceof host_host/* OutcomeUnknown */.Jr) {
                return {
                    ...planned,
                    outcome: 'refused',
                    refusal: (0,steps_plan/* refusal */.x5)('connection', say.refusals.connection(error.message)),
                };
            }
            if (!(error instanceof host_host/* Refusal */.P_))
                throw error;
            const { code, message, wayOut } = error;
            return { ...planned, outcome: 'refused', refusal: { code, message, wayOut } };
        }
        if (this.world.signal?.aborted)
            return cancelled;
        const hash = 'hash' in plan ? ['--plan-hash', plan.hash] : [];
        const secret = this.secretOf(plan);
        const told = secret === undefined ? [] : [this.step.secret.option];
        const args = [...this.step.scriptArguments(plan, this.request.config), ...told, ...hash];
        const following = { ...this.following(), ...(secret !== undefined && { firstInput: `${secret}\n` }) };
        const applied = await startScript(this.connection.host, script, this.id, args, following);
        this.looks.forget();
        const refusal = refusalOf(applied, say);
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
            return { ...record, notes: [...record.notes, say.notes.notLookedAgain] };
        }
    }
    /** A run of this boot whose end the journal does not tell may still be going on: it is followed to its end first. */
    async finishEarlierRun(script, { situation }, notes) {
        const last = (0,journal/* runsOf */.ky)(situation.journal, this.step.id).at(-1);
        if (!last || last.end !== undefined)
            return false;
        if (last.boot !== situation.machine.bootId) {
            notes.push(this.say.notes.restarted(last.run));
            return false;
        }
        this.world.progress({ step: this.step.id, text: this.say.following(last.run) });
        const earlier = await attachScript(this.connection.host, script, last.run, this.following());
        notes.push((earlier.exit === 0 ? this.say.notes.endedWell : this.say.notes.cutShort)(last.run));
        return true;
    }
    following() {
        const { world, step, connection } = this;
        return {
            reopen: () => connection.reopen(),
            onEvent: (event) => world.progress({ step: step.id, text: event.text, event }),
            onLost: () => world.progress({ step: step.id, text: this.say.connectionLost }),
            signal: world.signal,
            patienceSeconds: world.patienceSeconds,
            stopsWhenCancelled: step.kind === 'measurement',
        };
    }
}


/***/ })

};
;