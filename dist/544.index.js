"use strict";
exports.id = 544;
exports.ids = [544];
exports.modules = {

/***/ 7544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cli: () => (/* binding */ cli)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/usage-error.js
/** Wrong words on the command line, or a file that they name and that cannot be used: said, with exit code 2. */
class UsageError extends Error {
}

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(8390);
;// CONCATENATED MODULE: ./build/build/advisor/shell.js
/**
 * The simple commands of a shell text from `start` to `end`. `escape` at the end of a line continues it; comment lines inside
 * are skipped, as Docker does. It knows quotes, `$(...)` and backquotes, and takes reserved words (`if`, `then`, `{`) for commands.
 */
function commandsOf(text, start, end, escapeChar, script) {
    const commands = [];
    let words = [];
    let joint = '';
    let jointStart = start;
    const close = (next, at) => {
        if (words.length > 0) {
            commands.push({ words, joint, jointStart, start: words[0].start, end: words.at(-1).end });
            words = [];
            [joint, jointStart] = [next, at];
        }
        else if (next !== '\n')
            [joint, jointStart] = [next, at];
    };
    for (let i = start; i < end;) {
        const skipped = continuation(text, i, end, script ? '\\' : escapeChar, script);
        if (skipped > i)
            i = skipped;
        else if (text[i] === '\n')
            close(script ? '\n' : ';', i++);
        else if (/\s/.test(text[i]))
            i++;
        else if (text[i] === '#')
            i = script ? lineEnd(text, i, end) : end;
        else {
            const operator = /^(?:&&|\|\||[;|&()])/.exec(text.slice(i, i + 2))?.[0];
            if (operator) {
                close(operator, i);
                i += operator.length;
            }
            else {
                const word = wordAt(text, i, end, script ? '\\' : escapeChar);
                words.push(word);
                i = word.end;
            }
        }
    }
    close('', end);
    return commands;
}
/** The place after an escaped line end and the comment lines that follow it; `i` itself when there is none. */
function continuation(text, i, end, escapeChar, script) {
    if (text[i] !== escapeChar)
        return i;
    const match = /^.[ \t]*\r?\n/.exec(text.slice(i, Math.min(end, i + 200)));
    if (!match)
        return i;
    let next = i + match[0].length;
    for (let comment = skippedLine(text, next); !script && comment > next && comment < end; comment = skippedLine(text, next)) {
        next = comment;
    }
    return Math.min(next, end);
}
/** After the escape, Docker also drops empty lines and comment lines. */
function skippedLine(text, at) {
    const match = /^[ \t]*(?:#[^\n]*)?\n/.exec(text.slice(at, lineEnd(text, at, text.length) + 1).replace('\r', ' '));
    return match ? at + match[0].length : at;
}
function lineEnd(text, from, end) {
    const found = text.indexOf('\n', from);
    return found < 0 || found > end ? end : found;
}
function wordAt(text, start, end, escapeChar) {
    let value = '';
    let dynamic = false;
    let quote = '';
    let depth = 0;
    let i = start;
    for (; i < end; i++) {
        const char = text[i];
        if (char === escapeChar && /^.[ \t]*\r?\n/.test(text.slice(i, i + 200))) {
            if (quote === '' && depth === 0)
                break;
            i = continuation(text, i, end, escapeChar, false) - 1;
            continue;
        }
        if (char === '\\' && escapeChar === '\\' && quote !== "'") {
            value += text[++i] ?? '';
            continue;
        }
        if (quote === '' && depth === 0 && /[\s;|&()]/.test(char)) {
            // A redirection such as 2>&1 is one word.
            if (char !== '&' || text[i - 1] !== '>')
                break;
        }
        if (quote !== "'" && char === '$' && text[i + 1] === '(') {
            [depth, dynamic] = [depth + 1, true];
            i++;
        }
        else if (depth > 0 && quote === '' && char === '(')
            depth++;
        else if (depth > 0 && char === ')')
            depth--;
        else if (quote === char)
            quote = '';
        else if (quote === '' && (char === '"' || char === "'"))
            quote = char;
        else {
            if (quote !== "'" && (char === '$' || char === '`'))
                dynamic = true;
            value += char;
        }
    }
    return { value, start, end: Math.max(i, start + 1), dynamic };
}

;// CONCATENATED MODULE: ./build/build/advisor/dockerfile.js


const KNOWN = new Set('ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '));
const COUNTED = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);
const MOST_CHARACTERS = 1024 ** 2;
function parseDockerfile(text) {
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const nothing = { text, escapeChar: '\\', newline, global: [], stages: [] };
    if (text.length > MOST_CHARACTERS)
        return { ...nothing, broken: 'It is larger than 1 MiB.' };
    const parsed = main.DockerfileParser.parse(text);
    const escapeChar = parsed.getEscapeCharacter();
    const starts = lineStarts(text);
    const global = [];
    const stages = [];
    let broken;
    for (const item of parsed.getInstructions()) {
        const instruction = read(item, text, starts, escapeChar);
        const { keyword } = instruction;
        if (!KNOWN.has(keyword))
            broken ??= `Line ${instruction.first + 1}: '${keyword.slice(0, 30)}' is no instruction.`;
        if (keyword === 'FROM')
            stages.push(newStage(instruction, stages));
        else if (stages.length > 0) {
            const { instructions } = stages.at(-1);
            const counted = instructions.filter((one) => COUNTED.has(one.keyword)).length;
            instructions.push({ ...instruction, index: COUNTED.has(keyword) ? counted + 2 : 0 });
        }
        else if (keyword === 'ARG')
            global.push(instruction);
        else
            broken ??= `Line ${instruction.first + 1}: ${keyword.slice(0, 30)} stands before the first FROM.`;
        if (instruction.heredoc && unfinished(item)) {
            broken ??= `Line ${instruction.first + 1}: a heredoc has no end.`;
        }
    }
    if (stages.length === 0)
        broken ??= 'It has no FROM.';
    const empty = stages.find((stage) => stage.image === '');
    if (empty)
        broken ??= `Line ${empty.instructions[0].first + 1}: FROM names no image.`;
    return { text, escapeChar, newline, global, stages, broken };
}
const heredocsOf = (item) => item.getKeyword() === 'RUN' || item.getKeyword() === 'COPY' || item.getKeyword() === 'ADD'
    ? (item.getHeredocs() ?? [])
    : [];
const unfinished = (item) => heredocsOf(item).some((here) => here.getDelimiterRange() === null);
function read(item, text, starts, escapeChar) {
    const at = ({ line, character }) => starts[line] + character;
    const { start, end } = item.getRange();
    const flags = 'getFlags' in item ? item.getFlags() : [];
    const json = 'getJSONStrings' in item ? item.getJSONStrings() : [];
    const keyword = item.getKeyword();
    const from = flags.length > 0 ? at(flags.at(-1).getRange().end) : at(item.getInstructionRange().end);
    const heredocs = heredocsOf(item);
    const isJson = json.length > 0;
    const words = isJson
        ? json.map((one) => ({
            value: one.getJSONValue(),
            start: at(one.getRange().start),
            end: at(one.getRange().end),
            dynamic: false,
        }))
        : [];
    const place = { start: at(start), end: at(end), body: from };
    const commands = keyword !== 'RUN'
        ? []
        : isJson
            ? [{ words, joint: '', jointStart: from, start: words[0].start, end: words.at(-1).end }]
            : shellOf(text, place, heredocs, at, escapeChar);
    return {
        keyword,
        first: start.line,
        last: end.line,
        ...place,
        flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
        args: isJson ? words.map((word) => word.value) : item.getArguments().map((argument) => argument.getValue()),
        json: isJson,
        heredoc: heredocs.length > 0,
        commands,
        index: keyword === 'FROM' ? 1 : 0,
    };
}
function shellOf(text, { end, body }, heredocs, at, escapeChar) {
    const here = heredocs[0];
    if (!here)
        return commandsOf(text, body, end, escapeChar, false);
    const content = here.getContentRange();
    const head = text.slice(body, text.indexOf('\n', body)).trim();
    // Only a heredoc that is the whole script, of the shell: any other is data, or another language.
    if (heredocs.length > 1 || !content || !/^(?:(?:\/bin\/)?(?:ba)?sh(?: -\w+)* )?<<-?["']?\w+["']?$/.test(head))
        return [];
    const first = /^#!(.*)/.exec(text.slice(at(content.start)))?.[1];
    if (first !== undefined && !/\b(?:ba|da)?sh\b/.test(first))
        return [];
    return commandsOf(text, at(content.start), at(content.end), '\\', true);
}
function newStage(from, before) {
    const [image = '', as = '', name = ''] = from.args;
    const base = before.findLast((stage) => stage.name !== '' && stage.name === image.toLowerCase());
    return {
        number: before.length,
        name: /^as$/i.test(as) ? name.toLowerCase() : '',
        image,
        base,
        instructions: [from],
    };
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** The stages that end up in the image: the last one and what it is built from. */
function shippedStages({ stages }) {
    const shipped = [];
    for (let stage = stages.at(-1); stage; stage = stage.base)
        shipped.push(stage);
    return shipped;
}
/** Instructions in effect before `instruction` in its stage, those of the stages it is built from included. */
function precedingOf(stage, instruction) {
    const own = stage.instructions.filter((one) => one.start < instruction.start);
    return stage.base ? [...precedingOf(stage.base, END), ...own] : own;
}
const END = { start: Number.POSITIVE_INFINITY };
/** The folder that relative paths mean at this place; undefined where it cannot be known (a variable, the base image's own). */
function workdirAt(stage, instruction) {
    let folder;
    for (const one of precedingOf(stage, instruction)) {
        if (one.keyword !== 'WORKDIR')
            continue;
        const path = one.args[0] ?? '';
        if (path.includes('$'))
            folder = undefined;
        else if (path.startsWith('/'))
            folder = path;
        else if (folder !== undefined)
            folder = `${folder.replace(/\/$/, '')}/${path}`;
    }
    return folder;
}
/** Whether commands run as root here, as far as the file says; the base image may say otherwise. */
function userAt(stage, instruction) {
    return precedingOf(stage, instruction).findLast((one) => one.keyword === 'USER')?.args[0] ?? 'root';
}

;// CONCATENATED MODULE: ./build/build/advisor/installs.js

const nothing = () => undefined;
const plain = (tool) => ({ tool, required: [], optional: [], obstacle: nothing });
const valuesOf = (command) => command.words.map((word) => word.value);
/** The words of a command without `sudo`, variables in front, and `python -m`. */
function programOf(command) {
    let words = valuesOf(command);
    while (/^\w+=/.test(words[0] ?? '') || words[0] === 'sudo')
        words = words.slice(1);
    if (/^python[\d.]*$/.test(words[0] ?? '') && words[1] === '-m')
        words = words.slice(2);
    const [program = '', ...rest] = words;
    return [external_node_path_.posix.basename(program), ...rest];
}
const first = (words) => words.slice(1).find((word) => !word.startsWith('-'));
/** `install` of `poetry --no-interaction install`; empty where there is none. */
const subcommandOf = (words) => first(words) ?? '';
function installOf(command) {
    const words = programOf(command);
    const [program = ''] = words;
    if (program === 'apt-get' || program === 'apt')
        return words.includes('install') ? plain('apt') : undefined;
    if (program === 'apk')
        return words.includes('add') ? plain('apk') : undefined;
    if (/^pip[\d.]*$/.test(program))
        return first(words) === 'install' ? pip(words) : undefined;
    if (program === 'npm' && ['ci', 'install', 'i', 'clean-install'].includes(first(words) ?? ''))
        return npm(words);
    if (program === 'yarn' && (first(words) === 'install' || words.every((w, i) => i === 0 || w.startsWith('-')))) {
        return node('yarn', ['yarn.lock', '.yarnrc'], words);
    }
    if (program === 'pnpm' && ['install', 'i'].includes(first(words) ?? ''))
        return node('pnpm', ['pnpm-lock.yaml'], words);
    if (program === 'poetry' && first(words) === 'install')
        return poetry(words);
    if (program === 'go' && words[1] === 'mod' && words[2] === 'download')
        return goModules;
    if (program === 'bundle' && first(words) === 'install')
        return bundler;
    if (/^mvnw?$/.test(program) && words.some((w) => /^dependency:(go-offline|resolve)/.test(w)))
        return maven;
    return undefined;
}
/** Commands around an install that need no sources: they may stay with it. */
function isHarmless(command) {
    const words = programOf(command);
    const [program = ''] = words;
    if (program === 'set')
        return true;
    if (program === 'apt-get' || program === 'apt')
        return /^(update|upgrade|clean|autoremove|autoclean)$/.test(first(words) ?? '');
    if (program === 'rm')
        return words
            .slice(1)
            .every((w) => w.startsWith('-') || /^\/(?:var\/(?:lib\/apt|cache)|root\/\.(?:cache|npm))\//.test(w));
    if (program === 'npm' || program === 'yarn' || program === 'pnpm' || program === 'poetry')
        return /^(cache|config)$/.test(first(words) ?? '');
    return program === 'corepack';
}
function pip(words) {
    const files = [];
    const rest = [];
    for (let i = 2; i < words.length; i++) {
        const word = words[i];
        const joined = /^(?:-r|-c|--requirement=|--constraint=)(.+)$/.exec(word)?.[1];
        if (['-r', '-c', '--requirement', '--constraint'].includes(word))
            files.push(words[++i] ?? '');
        else if (joined !== undefined && !word.startsWith('--no'))
            files.push(joined);
        else
            rest.push(word);
    }
    const local = rest.find((word) => /^(\.|-e$|--editable|file:)/.test(word) || /\.(whl|tar\.gz)$/.test(word) || /^[^-].*\//.test(word));
    return {
        tool: 'pip',
        required: files,
        optional: [],
        obstacle: (subject, folder) => {
            if (local !== undefined)
                return `pip installs from the sources themselves (${local})`;
            for (const file of files) {
                if (file.startsWith('/') || file.includes('..'))
                    return `${file} is not a path inside the copied folder`;
                const text = subject.read?.(external_node_path_.posix.join(folder, file));
                if (text === undefined)
                    return `${file} could not be read, and it may name other files of the sources`;
                const line = text
                    .split(/\r?\n/)
                    .find((l) => /^\s*(-[rce]\b|--(requirement|constraint|editable)|\.|\/|file:)|@\s*(file:|\.)/.test(l));
                if (line)
                    return `${file} names other files of the sources ('${line.trim().slice(0, 60)}')`;
            }
            return undefined;
        },
    };
}
function npm(words) {
    if (words.some((w) => w === '-g' || w === '--global'))
        return plain('npm');
    if (words.some((w) => /^(--prefix|-C|-w|--workspace)/.test(w)))
        return blocked('npm', 'it installs in another folder');
    const names = words.slice(2).find((w) => !w.startsWith('-'));
    if (names !== undefined)
        return blocked('npm', `it adds packages by name (${names}) to package.json`);
    return node('npm', ['package-lock.json', 'npm-shrinkwrap.json'], words);
}
const blocked = (tool, why) => ({ ...plain(tool), obstacle: () => why });
/** npm runs them for the project itself. */
const SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];
function node(tool, locks, words) {
    return {
        tool,
        required: ['package.json'],
        optional: [...locks, '.npmrc'],
        obstacle: (subject, folder) => {
            const other = ['.yarnrc.yml', 'pnpm-workspace.yaml', 'binding.gyp', 'lerna.json'].find((name) => subject.sent?.some((file) => file.path === external_node_path_.posix.join(folder, name)));
            if (other)
                return `with ${other} the install reads more than the manifests`;
            const text = subject.read?.(external_node_path_.posix.join(folder, 'package.json'));
            if (text === undefined)
                return 'package.json could not be read, and it may have scripts that need the sources';
            return packageObstacle(text, words.includes('--ignore-scripts'));
        },
    };
}
function packageObstacle(text, ignoreScripts) {
    let manifest;
    try {
        manifest = JSON.parse(text);
    }
    catch {
        return 'package.json is no valid JSON';
    }
    const scripts = (manifest.scripts ?? {});
    const script = SCRIPTS.find((name) => scripts[name] !== undefined);
    if (script && !ignoreScripts)
        return `package.json has the script '${script}', which may need the sources`;
    if (manifest.workspaces !== undefined)
        return 'package.json has workspaces: the install reads their manifests too';
    const dependencies = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.entries((manifest[kind] ?? {})));
    const local = dependencies.find(([, version]) => /^(file:|link:|portal:|workspace:|\.|\/|~\/)/.test(String(version)));
    return local ? `the dependency ${local[0].slice(0, 60)} is a folder of the sources` : undefined;
}
function poetry(words) {
    const root = !words.includes('--no-root');
    return {
        tool: 'poetry',
        required: ['pyproject.toml'],
        optional: ['poetry.lock', 'poetry.toml'],
        obstacle: (subject, folder) => {
            if (root)
                return 'without --no-root poetry installs the project itself, which needs the sources';
            const text = subject.read?.(external_node_path_.posix.join(folder, 'pyproject.toml'));
            if (text === undefined)
                return 'pyproject.toml could not be read, and it may name folders of the sources';
            return /\bpath\s*=/.test(text) ? 'pyproject.toml has dependencies that are folders of the sources' : undefined;
        },
    };
}
const goModules = {
    tool: 'go',
    required: ['go.mod'],
    optional: ['go.sum'],
    obstacle: (subject, folder) => {
        if (subject.sent?.some((file) => file.path === external_node_path_.posix.join(folder, 'go.work')))
            return 'go.work names other modules of the sources';
        const text = subject.read?.(external_node_path_.posix.join(folder, 'go.mod'));
        if (text === undefined)
            return 'go.mod could not be read, and it may replace modules by folders';
        return /=>\s*\.{0,2}\//.test(text) ? 'go.mod replaces a module by a folder of the sources' : undefined;
    },
};
const bundler = {
    tool: 'bundler',
    required: ['Gemfile'],
    optional: ['Gemfile.lock', '.ruby-version'],
    obstacle: (subject, folder) => {
        const text = subject.read?.(external_node_path_.posix.join(folder, 'Gemfile'));
        if (text === undefined)
            return 'Gemfile could not be read, and it may name files of the sources';
        return /\bgemspec\b|\bpath[:\s]|\beval_gemfile\b|\brequire_relative\b/.test(text)
            ? 'Gemfile names files of the sources'
            : undefined;
    },
};
const maven = {
    tool: 'maven',
    required: ['pom.xml'],
    optional: [],
    obstacle: (subject, folder) => {
        if (subject.sent?.some((file) => file.path.startsWith(external_node_path_.posix.join(folder, '.mvn/'))))
            return '.mvn has settings that the install reads too';
        const text = subject.read?.(external_node_path_.posix.join(folder, 'pom.xml'));
        if (text === undefined)
            return 'pom.xml could not be read, and it may have modules';
        return /<modules?>|<systemPath>|<relativePath>/.test(text) ? 'pom.xml names other files of the sources' : undefined;
    },
};

// EXTERNAL MODULE: ./build/build/vertex.js
var vertex = __webpack_require__(6960);
;// CONCATENATED MODULE: ./build/build/advisor/measured.js

function vertexOf({ vertices, file }, stage, instruction) {
    const names = [stage.name, `stage-${stage.number}`, ...(file.stages.length === 1 ? [''] : [])];
    return vertices?.find(({ name }) => {
        const step = (0,vertex/* stepOf */.c)(name);
        return (step !== undefined &&
            instruction.index > 0 &&
            step.index === instruction.index &&
            names.includes(step.stage.toLowerCase()) &&
            (instruction.index === 1 || step.instruction.toUpperCase().startsWith(`${instruction.keyword} `)));
    });
}
/** What these instructions took in the measured build. Without a time for each of them it is not measured. */
function costOf(subject, stage, instructions) {
    const unknown = (basis) => ({ seconds: null, bytes: null, basis });
    if (subject.vertices === undefined)
        return unknown('Not measured.');
    const vertices = instructions.map((one) => vertexOf(subject, stage, one));
    if (vertices.some((vertex) => vertex?.cached))
        return unknown('Not measured: it came from the cache in that build.');
    const seconds = vertices.map((vertex) => vertex?.seconds ?? null);
    if (seconds.includes(null))
        return unknown('Not measured: that build has no time for it.');
    const sum = seconds.reduce((total, one) => total + one, 0);
    return { seconds: sum, bytes: null, basis: `Measured: BuildKit's time for ${placesOf(instructions)}.` };
}
function placesOf(instructions) {
    const lines = instructions.map((one) => one.first + 1);
    return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
}
const linesOf = (instructions) => ({
    first: Math.min(...instructions.map((one) => one.first)) + 1,
    last: Math.max(...instructions.map((one) => one.last)) + 1,
});
const bytesOf = (files) => files.reduce((sum, file) => sum + file.bytes, 0);
/** The vertex that sends the context to the builder. */
const contextVertex = ({ vertices }) => vertices?.find((vertex) => vertex.name.startsWith('[internal] load build context'));

;// CONCATENATED MODULE: ./build/build/advisor/diff.js
const CONTEXT = 3;
/** A patch of files, as whole texts and as a unified diff. */
const patchOf = (files) => ({ files, diff: files.map(unifiedDiff).join('') });
function unifiedDiff({ path, before, after }) {
    const lines = compared(diff_linesOf(before ?? ''), diff_linesOf(after));
    const head = `diff --git ${named('a', path)} ${named('b', path)}\n`;
    const start = before === undefined ? `${head}new file mode 100644\n--- /dev/null\n` : `${head}--- ${named('a', path)}\n`;
    return `${start}+++ ${named('b', path)}\n${hunks(lines).join('')}`;
}
/** git quotes names with characters that its own lines could trip over. */
function named(side, path) {
    const name = `${side}/${path}`;
    return /["\\\t\n\r]/.test(name) ? JSON.stringify(name) : /\s/.test(name) ? `${name}\t`.trimEnd() : name;
}
/** With their ends, so that a missing newline at the end and CRLF stay what they are. */
const diff_linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
function compared(a, b) {
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start])
        start++;
    let tail = 0;
    while (tail < Math.min(a.length, b.length) - start && a[a.length - 1 - tail] === b[b.length - 1 - tail])
        tail++;
    const kept = (lines) => lines.map((text) => ({ mark: ' ', text }));
    const middle = longestCommon(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
    return [...kept(a.slice(0, start)), ...middle, ...kept(a.slice(a.length - tail))];
}
function longestCommon(a, b) {
    const width = b.length + 1;
    const length = new Uint32Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            length[i * width + j] =
                a[i] === b[j]
                    ? length[(i + 1) * width + j + 1] + 1
                    : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
        }
    }
    const lines = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            lines.push({ mark: ' ', text: a[i++] });
            j++;
        }
        else if (j >= b.length || (i < a.length && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
            lines.push({ mark: '-', text: a[i++] });
        }
        else
            lines.push({ mark: '+', text: b[j++] });
    }
    return lines;
}
function hunks(lines) {
    const changed = lines.flatMap(({ mark }, i) => (mark === ' ' ? [] : [i]));
    const ranges = [];
    for (const place of changed) {
        const last = ranges.at(-1);
        if (last && place - CONTEXT <= last[1])
            last[1] = place + CONTEXT + 1;
        else
            ranges.push([Math.max(0, place - CONTEXT), place + CONTEXT + 1]);
    }
    return ranges.map(([from, to]) => hunk(lines, from, Math.min(to, lines.length)));
}
function hunk(lines, from, to) {
    const count = (part, mark) => part.filter((l) => l.mark === ' ' || l.mark === mark).length;
    const part = lines.slice(from, to);
    const range = (mark) => {
        const length = count(part, mark);
        return `${count(lines.slice(0, from), mark) + (length === 0 ? 0 : 1)},${length}`;
    };
    const text = part.map((line) => `${line.mark}${line.text}${line.text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);
    return `@@ -${range('-')} +${range('+')} @@\n${text.join('')}`;
}

;// CONCATENATED MODULE: ./build/build/advisor/edit.js
/** @throws RangeError for edits that overlap */
function applyEdits(text, edits) {
    const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    let [result, done] = ['', 0];
    for (const edit of ordered) {
        if (edit.start < done)
            throw new RangeError(`The edits overlap at ${edit.start}.`);
        result += text.slice(done, edit.start) + edit.text;
        done = edit.end;
    }
    return result + text.slice(done);
}
/** Whole lines, their line end included: what an instruction takes away when it goes. */
function wholeLines(text, { start, end }) {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const to = text.indexOf('\n', end);
    return { start: from, end: to < 0 ? text.length : to + 1 };
}

;// CONCATENATED MODULE: ./build/build/advisor/proposal.js


/** What a finding proposes: these files patched; or no patch, for this reason. */
const proposed = (plan) => typeof plan === 'string' ? { patch: null, noPatch: `No patch: ${plan}.` } : { patch: patchOf(plan), noPatch: null };
/** What is saved at the most: seconds, where they were measured. The basis says of what they are. */
const atMost = (seconds, scenario, basis) => ({
    ...{ seconds, kind: 'at most', scenario },
    basis: seconds === null ? basis.notMeasured : basis.measured,
});
/** The Dockerfile with these edits. */
const editedDockerfile = ({ dockerfile, file }, edits) => ({
    path: dockerfile.path,
    before: file.text,
    after: applyEdits(file.text, edits),
});

;// CONCATENATED MODULE: ./build/build/advisor/rules/cache-folders.js


const UNLISTED = 'the files of the context are not all known, and some may say where the cache is';
/**
 * Yarn 1 keeps its cache in ~/.cache/yarn, but for root on Linux in /usr/local/share/.cache/yarn (getCacheDir in
 * https://github.com/yarnpkg/yarn/blob/master/src/util/user-dirs.js, `ROOT_USER` in user-home-dir.js beside it), and copies
 * from there. From 2 on packages lie in the project's .yarn/cache, and from 4 on, or with `enableGlobalCache: true`, in
 * ~/.yarn/berry/cache (https://yarnpkg.com/configuration/yarnrc#enableGlobalCache, getDefaultGlobalFolder in
 * https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/folderUtils.ts). With Plug'n'Play, the default,
 * the program loads them from the cache itself: a mount would take them out of the image. Only `nodeLinker: node-modules` copies.
 */
function yarnFolders(subject, _stage, runs) {
    if (!subject.listing?.complete)
        return UNLISTED;
    const offline = wordsOf(runs).find((word) => word === '--offline');
    if (offline)
        return 'with --offline it takes packages from what an earlier step left in the image';
    const settings = cache_folders_named(subject, '.yarnrc.yml');
    const locks = cache_folders_named(subject, 'yarn.lock').map(({ text }) => text ?? '');
    const major = Math.max(-1, ...versionsOf(subject, 'yarn'));
    if (settings.length > 0 || major >= 2 || locks.some((text) => /^__metadata:/m.test(text)) || setsVersion(subject)) {
        return berryFolders(settings, major);
    }
    const classic = major === 1 || (locks.length > 0 && locks.every((text) => /^# yarn lockfile v1$/m.test(text)));
    if (!classic)
        return 'which version of yarn runs is not known, and they differ in where their cache is';
    const moved = [...cache_folders_named(subject, '.yarnrc'), ...cache_folders_named(subject, '.npmrc')].find(({ text }) => text === undefined || /^\s*["']?(?:cache-folder|cache)["']?[\s=]/m.test(text));
    return moved ? `${moved.path} may say where the cache is` : ['/usr/local/share/.cache/yarn'];
}
const setsVersion = ({ file }) => /\byarn (?:set version|policies set-version)\b|@yarnpkg\/cli|\byarn@(?:stable|berry|canary)\b/.test(file.text);
function berryFolders(settings, major) {
    if (settings.some(({ text }) => text === undefined))
        return '.yarnrc.yml could not be read';
    const all = settings.map(({ text }) => text).join('\n');
    const value = (name) => new RegExp(`^${name}:\\s*["']?([^"'\\s#]+)`, 'm').exec(all)?.[1];
    const version = Number(/yarn-(\d+)\./.exec(value('yarnPath') ?? '')?.[1] ?? major);
    if (value('nodeLinker') !== 'node-modules') {
        return "yarn's Plug'n'Play loads packages from the cache itself, and a mount would take them out of the image; with nodeLinker: node-modules it can have one";
    }
    const own = ['globalFolder', 'cacheFolder', 'nmMode'].find((name) => value(name) !== undefined);
    if (own)
        return `.yarnrc.yml sets ${own}, on which it rests where packages are`;
    const global = value('enableGlobalCache');
    if (global === 'false' || (global === undefined && version < 4)) {
        return 'this yarn keeps packages in the project itself (.yarn/cache); from yarn 4 on, or with enableGlobalCache: true, it can have a mount';
    }
    return ['/root/.yarn/berry/cache'];
}
/**
 * pnpm from 7 on keeps its store in $PNPM_HOME/store, else in ~/.local/share/pnpm/store (https://pnpm.io/settings#storedir); 6 had
 * ~/.pnpm-store. That the store is another file system than the project does not move it: storePathRelativeToHome tries a link
 * into the folder above (https://github.com/pnpm/pnpm/blob/main/store/path/src/index.ts), and files are then copied instead of
 * linked. https://pnpm.io/docker recommends the same mount. `lockfileVersion` is 6.0 from pnpm 8 on.
 */
function pnpmFolders(subject, stage, runs) {
    if (!subject.listing?.complete)
        return UNLISTED;
    const text = subject.file.text;
    if (/\bpnpm\b[^\n]*\s(?:fetch|--offline)\b/.test(text)) {
        return 'packages that pnpm fetch brings are taken by an offline install in another step: both would need the mount';
    }
    const setting = /store-?dir|package-?import-?method|enable-?global-?virtual-?store|virtual-?store-?dir/i;
    if (setting.test(text))
        return 'the Dockerfile has a setting that moves the store, or makes node_modules depend on it';
    const files = [...cache_folders_named(subject, '.npmrc'), ...cache_folders_named(subject, 'pnpm-workspace.yaml')];
    const set = files.find((file) => file.text === undefined || setting.test(file.text));
    if (set)
        return `${set.path} may move the store, or make node_modules depend on it`;
    const locks = cache_folders_named(subject, 'pnpm-lock.yaml').map((lock) => /^lockfileVersion:\s*'?(\d+)/m.exec(lock.text ?? '')?.[1]);
    const majors = [...versionsOf(subject, 'pnpm'), ...locks.map((lock) => (Number(lock) >= 6 ? 8 : -1))];
    if (majors.some((major) => major >= 0 && major < 7))
        return 'pnpm before version 7 keeps its store elsewhere';
    if (!majors.some((major) => major >= 7) && !/\bpnpm@latest\b/.test(text)) {
        return 'which version of pnpm runs is not known, and they differ in where their store is';
    }
    const home = variable(stage, runs[0], 'PNPM_HOME');
    if (home === undefined)
        return ['/root/.local/share/pnpm/store'];
    return /^\/[\w./-]+$/.test(home) ? [external_node_path_.posix.join(home, 'store')] : 'PNPM_HOME is not a plain path';
}
/**
 * Poetry's cache-dir is ~/.cache/pypoetry (https://python-poetry.org/docs/configuration/#cache-dir). The virtual environment itself lies
 * there too unless told otherwise (virtualenvs.path is `{cache-dir}/virtualenvs`), so only the two folders of downloads beside it
 * are mounted: repository_cache_directory and artifacts_cache_directory in
 * https://github.com/python-poetry/poetry/blob/main/src/poetry/config/config.py.
 */
function poetryFolders(subject, _stage, runs) {
    if (!subject.listing?.complete)
        return UNLISTED;
    if (wordsOf(runs, 'poetry').includes('--no-cache'))
        return '--no-cache switches the cache off';
    if (wordsOf(subject.file.stages.flatMap(({ instructions }) => instructions), 'poetry').includes('cache-dir'))
        return 'the Dockerfile says itself where the cache is (cache-dir)';
    const moved = cache_folders_named(subject, 'poetry.toml').find(({ text }) => text === undefined || /\bcache-dir\b/.test(text));
    return moved
        ? `${moved.path} may say where the cache is`
        : ['/root/.cache/pypoetry/cache', '/root/.cache/pypoetry/artifacts'];
}
/** What is sent to the builder under this name, in whatever folder; installed packages' own files are not the project's. */
function cache_folders_named({ sent, read }, name) {
    return (sent ?? [])
        .filter(({ path }) => external_node_path_.posix.basename(path) === name && !path.includes('node_modules/'))
        .map(({ path }) => ({ path, text: read?.(path) }));
}
/** Major versions of a package manager that Dockerfile and manifests name. */
function versionsOf(subject, tool) {
    const said = cache_folders_named(subject, 'package.json').map(({ text }) => /"packageManager"\s*:\s*"([^"]*)"/.exec(text ?? '')?.[1]);
    return [subject.file.text, ...said].flatMap((text) => [...(text ?? '').matchAll(new RegExp(`\\b${tool}@(?:latest-)?v?(\\d+)`, 'g'))].map(([, major]) => Number(major)));
}
const wordsOf = (runs, program) => runs
    .flatMap(({ commands }) => commands)
    .filter((command) => program === undefined || command.words.some(({ value }) => value === program))
    .flatMap(({ words }) => words.map(({ value }) => value));
/** The value that it has at this instruction, without quotes; empty where only the build command tells. */
function variable(stage, run, name) {
    const values = precedingOf(stage, run)
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(({ args }) => (args[0]?.includes('=') ? args : [`${args[0]}=${args.slice(1).join(' ')}`]))
        .filter((pair) => pair.startsWith(`${name}=`));
    return values
        .at(-1)
        ?.slice(name.length + 1)
        .replace(/^(["'])(.*)\1$/, '$2');
}

;// CONCATENATED MODULE: ./build/build/advisor/rules/cache-mount.js





const word = (command, place) => programOf(command)[place] ?? '';
const isPip = (command) => /^pip[\d.]*$/.test(word(command, 0)) && word(command, 1) === 'install';
/** Without a word it installs too. */
const isYarnInstall = (words) => /^(install|add|)$/.test(subcommandOf(words)) && !words.some((one) => /^(-v|--version|-h|--help)$/.test(one));
/** Outside /var/cache/apt, where Debian's docker-clean deletes packages after each command and scripts run `rm -rf`. */
const APT_FOLDER = '/run/apt-archives';
const TOOLS = [
    {
        name: 'apt',
        uses: (command) => /^apt(-get)?$/.test(word(command, 0)) && programOf(command).includes('install'),
        targets: [APT_FOLDER],
        options: ',sharing=locked',
        already: /apt/,
        variables: /^APT_CONFIG$/,
        edits: aptEdits,
        what: 'packages',
    },
    {
        name: 'pip',
        uses: isPip,
        targets: ['/root/.cache/pip'],
        already: /pip|\/root\/\.cache$/,
        variables: /^(PIP_NO_CACHE_DIR|PIP_CACHE_DIR|XDG_CACHE_HOME|HOME)$/,
        edits: pipEdits,
        what: 'wheels',
    },
    {
        name: 'npm',
        uses: (command) => word(command, 0) === 'npm' && /^(ci|install|i|clean-install)$/.test(word(command, 1)),
        targets: ['/root/.npm'],
        already: /\.npm/,
        variables: /^(npm_config_cache|NPM_CONFIG_CACHE|HOME)$/,
        edits: withoutClearing('npm', 'cache'),
        what: 'packages',
    },
    {
        name: 'yarn',
        uses: (command) => word(command, 0) === 'yarn' && isYarnInstall(programOf(command)),
        targets: yarnFolders,
        // Two of them at a time may break each other's cache: https://classic.yarnpkg.com/en/docs/cli#toc-concurrency-and-mutex
        options: ',sharing=locked',
        already: /yarn|\/usr\/local\/share\/\.cache$|\/root\/\.cache$/,
        variables: /^(YARN_(CACHE_FOLDER|GLOBAL_FOLDER|ENABLE_GLOBAL_CACHE|NODE_LINKER|NM_MODE)|(npm_config|NPM_CONFIG)_(cache|CACHE)|XDG_CACHE_HOME|XDG_DATA_HOME|HOME)$/,
        edits: withoutClearing('yarn', 'cache'),
        what: 'packages',
    },
    {
        name: 'pnpm',
        uses: (command) => word(command, 0) === 'pnpm' && /^(install|i|add)$/.test(subcommandOf(programOf(command))),
        targets: pnpmFolders,
        already: /pnpm/,
        variables: /^((npm_config|NPM_CONFIG|pnpm_config)_(store_dir|STORE_DIR)|XDG_DATA_HOME|HOME)$/,
        edits: withoutClearing('pnpm', 'store'),
        what: 'packages',
    },
    {
        name: 'poetry',
        uses: (command) => word(command, 0) === 'poetry' && /^(install|sync|update)$/.test(subcommandOf(programOf(command))),
        targets: poetryFolders,
        options: ',sharing=locked',
        already: /poetry|\/root\/\.cache$/,
        variables: /^(POETRY_CACHE_DIR|XDG_CACHE_HOME|HOME)$/,
        edits: withoutClearing('poetry', 'cache'),
        what: 'packages',
    },
    {
        name: 'go',
        uses: (command) => word(command, 0) === 'go' && /^(build|install|mod|test|vet|generate|run|get|list)$/.test(word(command, 1)),
        targets: ['/go/pkg/mod', '/root/.cache/go-build'],
        already: /\/go\/pkg|go-build|\/root\/go/,
        variables: /^(GOPATH|GOMODCACHE|GOCACHE|HOME|GOFLAGS)$/,
        wholeStage: /(?:^|\/)golang(?:[:@]|$)/,
        what: 'modules and compiled packages',
    },
    {
        name: 'cargo',
        uses: (command) => word(command, 0) === 'cargo' && /^(build|install|fetch|test|run|check|chef)$/.test(word(command, 1)),
        targets: ['/usr/local/cargo/registry', '/usr/local/cargo/git'],
        already: /cargo|registry/,
        variables: /^(CARGO_HOME|HOME)$/,
        wholeStage: /(?:^|\/)rust(?:[:@]|$)/,
        what: 'crates',
    },
    {
        name: 'maven',
        uses: (command) => /^mvnw?$/.test(word(command, 0)),
        targets: ['/root/.m2/repository'],
        already: /\.m2/,
        variables: /^(MAVEN_OPTS|MAVEN_ARGS|HOME)$/,
        wholeStage: /(?:^|\/)(?:maven|eclipse-temurin|openjdk|amazoncorretto)(?:[:@]|$)/,
        what: 'artifacts',
    },
];
/** Downloads that are repeated whenever a step runs again, because nothing keeps them from build to build. */
function cacheMount(subject) {
    return subject.file.stages.filter(onLinux).flatMap((stage) => TOOLS.flatMap((tool) => {
        const runs = stage.instructions.filter((run) => run.commands.some(tool.uses) && !mounted(run, tool));
        if (runs.length === 0)
            return [];
        return tool.wholeStage
            ? [findingFor(subject, stage, tool, runs)]
            : runs.map((run) => findingFor(subject, stage, tool, [run]));
    }));
}
const onLinux = ({ image, instructions }) => !/windows|nanoserver/i.test(image) &&
    !instructions.some(({ keyword, args }) => keyword === 'SHELL' && /powershell|pwsh|cmd/i.test(args.join(' ')));
const mounted = ({ flags }, { already }) => flags.some(({ name, value }) => {
    const target = /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(value)?.[1];
    return name === 'mount' && /(?:^|,)type=cache(?:,|$)/.test(value) && target !== undefined && already.test(target);
});
function findingFor(subject, stage, tool, runs) {
    const cost = costOf(subject, stage, runs);
    const targets = typeof tool.targets === 'function' ? tool.targets(subject, stage, runs) : tool.targets;
    const plan = typeof targets === 'string'
        ? targets
        : (obstacle(subject, stage, tool, targets, runs) ?? editsFor(subject, tool, targets, runs));
    const where = subject.file.stages.length > 1 ? ` (stage ${stage.name || stage.number})` : '';
    return {
        rule: 'cache-mount',
        lines: linesOf(runs),
        title: `${tool.name}: ${tool.what} are fetched again whenever the step runs${where}`,
        reason: `Nothing keeps ${tool.what} that ${tool.name} fetched from one build to the next. A cache mount does: when the step has to run again, only what is new is fetched.`,
        cost,
        saving: atMost(cost.seconds, 'one source file changed', {
            notMeasured: 'The part of the step that fetches; it was not measured.',
            measured: 'The measured time of the whole step, of which fetching is a part that BuildKit does not tell apart; only a trial shows how much. Nothing is saved when the step comes from the cache, or in a first build.',
        }),
        ...proposed(typeof plan === 'string' ? plan : [editedDockerfile(subject, plan)]),
        notes: notesOf(tool),
    };
}
function notesOf({ name, wholeStage }) {
    const builder = 'The cache mount needs BuildKit (the default since Docker 23); no syntax line is needed.';
    if (name === 'apt') {
        return [
            builder,
            "Installed files are the same. A base image that keeps downloaded packages (Debian's and Ubuntu's do not) would have kept them in the layer.",
        ];
    }
    if (wholeStage)
        return [builder, 'The stage itself no longer holds them; what other stages copy from it is the same.'];
    return [builder, `The layer no longer carries ${name}'s own cache, where it did.`];
}
function obstacle(subject, stage, tool, targets, runs) {
    const user = runs.map((run) => userAt(stage, run)).find((name) => !/^(root|0)(:|$)/.test(name));
    if (user !== undefined)
        return `it runs as ${user}, whose home folder and number the file does not tell`;
    const set = [...subject.file.global, ...precedingOf(stage, runs.at(-1))]
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(({ args }) => args.map((arg) => arg.split('=')[0]))
        .find((name) => tool.variables.test(name));
    if (set !== undefined)
        return `${set} is set, which moves the cache or switches it off`;
    const inline = runs.flatMap((run) => run.commands.flatMap(({ words }) => words.map((w) => w.value)));
    const own = inline.find((value) => /^(--cache-(?:dir|folder)|--store-dir|--global-folder|--cache=|-Dmaven\.repo\.local|--maven-repo|(?:PIP|GO|CARGO|npm_config|YARN_|PNPM_|POETRY_CACHE|XDG_)\w*=)/.test(value));
    if (own !== undefined)
        return `it says itself where its cache is (${own.slice(0, 60)})`;
    const removed = runs.flatMap((run) => removedBy(run, targets))[0];
    if (removed !== undefined)
        return `the same step deletes ${removed.slice(0, 60)}: it would empty the mount and fail at its folder; leave the deletion out`;
    if (!tool.wholeStage)
        return undefined;
    if (!tool.wholeStage.test(stage.image))
        return `where ${tool.name} keeps its cache in the image ${stage.image} is not known`;
    if (shippedStages(subject.file).includes(stage))
        return 'this stage is the image itself, which would lose what later commands or the program may need';
    if (subject.file.stages.some((other) => other.base === stage))
        return 'another stage is built from this one and may need them';
    return undefined;
}
/** What the commands of a step delete of these folders, or of the folders that they lie in. */
function removedBy({ commands }, targets) {
    const paths = commands.filter((command) => word(command, 0) === 'rm').flatMap(({ words }) => words.slice(1));
    return paths.flatMap(({ value }) => {
        const path = value.replace(/^(~|\$HOME|\$\{HOME\})(?=\/|$)/, '/root');
        const [start = ''] = path.split(/[*?[$`]/);
        const isWhole = start === path;
        const hits = (target) => isWhole
            ? `${target}/`.startsWith(`${path.replace(/\/$/, '')}/`) || path.startsWith(`${target}/`)
            : target.startsWith(start) || start.startsWith(`${target}/`);
        return !value.startsWith('-') && path !== '' && targets.some(hits) ? [value] : [];
    });
}
function editsFor({ file }, tool, targets, runs) {
    const all = [];
    for (const run of runs) {
        const edits = tool.edits?.(run, file.text) ?? [];
        if (typeof edits === 'string')
            return edits;
        const mounts = targets.map((target) => ` --mount=type=cache,target=${target}${tool.options ?? ''}`).join('');
        all.push({ ...mountPlace(run, file.text, file.escapeChar, file.newline, mounts) }, ...edits);
    }
    return all;
}
/** On the line of RUN itself, and the command on the next, unless a heredoc or the JSON form stands there. */
function mountPlace(run, text, escapeChar, newline, mounts) {
    const gap = /^[ \t]*/.exec(text.slice(run.body))[0];
    const after = text.slice(run.body + gap.length, run.body + gap.length + 2);
    const continued = after.startsWith(escapeChar) || after.startsWith('\n') || after.startsWith('\r');
    const rest = run.heredoc || run.json ? ' ' : continued ? gap || ' ' : ` ${escapeChar}${newline}    `;
    return { start: run.body, end: run.body + gap.length, text: mounts + rest };
}
function aptEdits(run, text) {
    if (run.json)
        return 'the JSON form is not changed word by word';
    const installs = run.commands.filter((command) => programOf(command).includes('install') && /^apt(-get)?$/.test(word(command, 0)));
    if (installs.some((command) => word(command, 0) === 'apt')) {
        return 'apt deletes what it downloaded whatever it is told here; write apt-get, which is also the one meant for scripts';
    }
    const own = installs
        .flatMap((command) => command.words)
        .find(({ value }) => /^(-o|--option|-c)/.test(value) && /cache/i.test(value));
    if (own || /Dir::Cache/i.test(text.slice(run.start, run.end)))
        return 'it says itself where packages are kept';
    return installs.map((command) => {
        const program = command.words.find(({ value }) => /(^|\/)apt-get$/.test(value));
        return { start: program.end, end: program.end, text: ` -o Dir::Cache::Archives=${APT_FOLDER}` };
    });
}
function pipEdits(run, text) {
    const flags = run.commands
        .filter(isPip)
        .flatMap(({ words }) => words.filter(({ value }) => value === '--no-cache-dir'));
    if (run.json && flags.length > 0)
        return '--no-cache-dir switches the cache off, and the JSON form is not changed word by word';
    return flags.map(({ start, end }) => aloneOnLine(text, start, end) ?? {
        start: start - (/[ \t]/.test(text[start - 1] ?? '') ? 1 : 0),
        end,
        text: '',
    });
}
/** With its line, when that holds nothing else than the word and its continuation. */
function aloneOnLine(text, start, end) {
    const from = text.lastIndexOf('\n', start) + 1;
    const rest = /^[ \t]*[\\`][ \t]*\r?\n/.exec(text.slice(end));
    return rest && text.slice(from, start).trim() === ''
        ? { start: from, end: end + rest[0].length, text: '' }
        : undefined;
}
/** Without `npm cache clean` and the like, which would empty the mount; of the layer it only takes what is not in it any more. */
function withoutClearing(program, subcommand) {
    return (run, text) => {
        const clearing = ([name, which, ...rest]) => name === program && which === subcommand && rest.find((one) => /^(clean|clear|prune|rm)$/.test(one));
        const clears = run.commands.filter((command) => clearing(programOf(command)));
        const edits = [];
        for (const clear of clears) {
            const before = run.commands[run.commands.indexOf(clear) - 1];
            const gap = before && text.slice(before.end, clear.start);
            if (clear.joint !== '&&' || gap === undefined || gap.includes('#'))
                return `'${program} ${subcommand} ${clearing(programOf(clear))}' would empty the cache, and cannot be taken out safely`;
            edits.push({ start: before.end, end: clear.end, text: '' });
        }
        return edits;
    };
}

// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(6264);
;// CONCATENATED MODULE: ./build/build/advisor/ignore.js

function parseIgnoreFile(text) {
    const patterns = [];
    const malformed = [];
    for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
        const cleaned = clean(line);
        if (cleaned === undefined)
            continue;
        try {
            patterns.push(compile(cleaned));
        }
        catch {
            malformed.push(line);
        }
    }
    return { ignores: (path) => ignored(patterns, path), malformed };
}
/** The last pattern that matches the path or a folder above it decides. */
function ignored(patterns, path) {
    const parts = path.split('/');
    const places = parts.map((_, i) => parts.slice(0, i + 1).join('/')).reverse();
    let matched = false;
    for (const pattern of patterns) {
        if (pattern.exclusion === matched && places.some(pattern.matches))
            matched = !pattern.exclusion;
    }
    return matched;
}
/** A comment only at the very start of the line; a leading slash means nothing; `a/../b` is `b`. */
function clean(line) {
    if (line.startsWith('#'))
        return undefined;
    const trimmed = line.trim();
    const bang = trimmed.startsWith('!');
    const body = bang ? trimmed.slice(1).trim() : trimmed;
    if (body === '')
        return bang ? '!' : undefined;
    const path = external_node_path_.posix.normalize(body).replace(/(.)\/$/, '$1');
    return (bang ? '!' : '') + (path.length > 1 && path.startsWith('/') ? path.slice(1) : path);
}
function compile(cleaned) {
    const exclusion = cleaned.startsWith('!');
    const glob = exclusion ? cleaned.slice(1) : cleaned;
    if (glob === '')
        throw new Error('! alone');
    const expression = new RegExp(expressionOf(glob), 'u');
    return { exclusion, matches: (path) => expression.test(path) };
}
/** `*` and `?` stop at a slash, `**` does not, and `**` at the end takes everything below. */
function expressionOf(glob) {
    let source = '^';
    for (let i = 0; i < glob.length; i++) {
        const char = glob[i];
        if (char === '*' && glob[i + 1] === '*') {
            i += glob[i + 2] === '/' ? 2 : 1;
            source += i + 1 >= glob.length ? '.*' : '(.*/)?';
        }
        else if (char === '*')
            source += '[^/]*';
        else if (char === '?')
            source += '[^/]';
        else if (char === '[') {
            const end = classEnd(glob, i);
            source += glob.slice(i, end + 1).replace(/\[(?!\^)(.*)\[/, '[$1\\[');
            i = end;
        }
        else if (char === '\\') {
            if (i + 1 >= glob.length)
                throw new Error('a lone backslash');
            source += escaped(glob[++i]);
        }
        else
            source += escaped(char);
    }
    return `${source}$`;
}
function classEnd(glob, start) {
    for (let i = start + (glob[start + 1] === '^' ? 3 : 2); i < glob.length; i++) {
        if (glob[i] === '\\')
            i++;
        else if (glob[i] === ']')
            return i;
    }
    throw new Error('[ without ]');
}
const escaped = (char) => char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

;// CONCATENATED MODULE: ./build/build/advisor/subject.js


function subjectOf(project) {
    const ignore = parseIgnoreFile(project.ignoreFile?.text ?? '');
    const sent = project.listing?.files.filter((file) => !ignore.ignores(file.path));
    return { ...project, file: parseDockerfile(project.dockerfile.text), ignore, sent };
}
/** Where lines for the ignore file go; `.dockerignore` when there is none yet. */
function withIgnored({ ignoreFile }, lines) {
    const path = ignoreFile?.path ?? '.dockerignore';
    const before = ignoreFile?.text;
    const newline = before?.includes('\r\n') ? '\r\n' : '\n';
    const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : before + newline;
    return { path, before, after: start + lines.map((line) => line + newline).join('') };
}

;// CONCATENATED MODULE: ./build/build/advisor/rules/context.js





const BULK = [
    { name: '.git', pattern: '.git', unless: usesGit },
    { name: 'node_modules', pattern: '**/node_modules', unless: needsNodeModules },
    ...['.venv', '__pycache__', '.pytest_cache', '.mypy_cache', '.tox', '.terraform', '.gradle', '.idea'].map((name) => ({
        name,
        pattern: `**/${name}`,
    })),
];
const SECRET = /^(?:\.env(?:\..+)?|id_(?:rsa|dsa|ecdsa|ed25519)|.+\.key|.*key.*\.pem|.+\.(?:p12|pfx|kdbx)|\.netrc|\.git-credentials|\.pgpass|kubeconfig|credentials\.json|service-account.*\.json|.+\.tfstate)$/i;
const HARMLESS = /\.(?:example|sample|template|dist|defaults?)$|^\.env\.(?:test|ci)$/i;
const LARGE_SHARE = 0.2;
const LARGE_BYTES = 1024 ** 2;
const contextCopies = ({ file }) => file.stages.flatMap((stage) => stage.instructions.filter(({ keyword, args, flags, heredoc }) => ['COPY', 'ADD'].includes(keyword) &&
    !heredoc &&
    !flags.some((flag) => flag.name === 'from') &&
    args.slice(0, -1).some((source) => /^\/?\.?\/?$/.test(source))));
const within = (path, name) => path.split('/').slice(0, -1).includes(name);
const isSecret = ({ path }) => {
    const name = external_node_path_.posix.basename(path);
    return SECRET.test(name) && !HARMLESS.test(name) && !within(path, 'node_modules');
};
/** No ignore file at all: the whole folder is sent and copied. */
function ignoreFileMissing(subject) {
    const { ignoreFile, sent } = subject;
    const copies = contextCopies(subject);
    if (ignoreFile !== undefined || copies.length === 0)
        return [];
    if (sent === undefined) {
        return [finding(subject, 'ignore-file-missing', copies, [], [], 'the files of the context are not known')];
    }
    const { lines, kept } = bulkLines(subject, sent);
    const all = [...lines, ...secretLines(subject, sent)];
    const ballast = sent.filter((file) => isSecret(file) || BULK.some(({ name }) => within(file.path, name)));
    const nothing = all.length === 0 ? 'there is nothing in the context now that is known to be superfluous' : undefined;
    return [finding(subject, 'ignore-file-missing', copies, ballast, all, nothing, kept)];
}
/** Keys and passwords that a copy of the context puts into a layer, where everybody who has the image can read them. */
function contextSecrets(subject) {
    const secrets = subject.sent?.filter(isSecret) ?? [];
    const named = secrets.filter(({ path }) => wanted(subject, path));
    const swept = secrets.filter((file) => !named.includes(file));
    const copies = contextCopies(subject);
    const byName = copiesOf(subject).filter(({ args }) => named.some(({ path }) => covers(args, path)));
    const why = 'the Dockerfile copies it by name, so that it seems to need it; mount it as a secret instead (RUN --mount=type=secret)';
    return [
        ...(byName.length === 0 ? [] : [finding(subject, 'context-secrets', byName, named, [], why)]),
        ...(copies.length === 0 || swept.length === 0
            ? []
            : [finding(subject, 'context-secrets', copies, swept, secretLines(subject, swept))]),
    ];
}
/** A context of which a good part is history, installed packages or caches. */
function contextBulk(subject) {
    const { sent } = subject;
    const copies = contextCopies(subject);
    // With no ignore file the finding about that one has the same lines.
    if (!sent || subject.ignoreFile === undefined || copies.length === 0)
        return [];
    const ballast = sent.filter((file) => BULK.some(({ name }) => within(file.path, name)));
    if (bytesOf(ballast) < LARGE_BYTES || bytesOf(ballast) < LARGE_SHARE * bytesOf(sent))
        return [];
    const { lines, kept } = bulkLines(subject, sent);
    const obstacle = lines.length === 0 ? kept.join(' ').replace(/\.$/, '') : undefined;
    return [finding(subject, 'context-bulk', copies, ballast, lines, obstacle, lines.length === 0 ? [] : kept)];
}
function bulkLines(subject, sent) {
    const present = BULK.filter(({ name }) => sent.some((file) => within(file.path, name)));
    const lines = present.filter(({ unless }) => unless?.(subject) === undefined).map(({ pattern }) => pattern);
    const kept = present.flatMap(({ name, unless }) => {
        const why = unless?.(subject);
        return why === undefined ? [] : [`${name} is left in: ${why}.`];
    });
    return { lines, kept };
}
const secretLines = (subject, files) => [
    ...new Set(files.filter((file) => isSecret(file) && !wanted(subject, file.path)).map(({ path }) => literal(path))),
];
/** A path as a pattern that means just that path. */
const literal = (path) => path.replace(/[*?[\]\\]/g, '\\$&').replace(/^(?=[#!])/, '\\');
const copiesOf = ({ file }) => file.stages.flatMap(({ instructions }) => instructions.filter(({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some((flag) => flag.name === 'from')));
const normalized = (source) => external_node_path_.posix.normalize(source).replace(/^\/|\/$/g, '');
const sources = (subject) => copiesOf(subject).flatMap(({ args }) => args.slice(0, -1).map(normalized));
/** Whether an instruction names this file, or a folder below the context that it lies in. */
const covers = (args, path) => args
    .slice(0, -1)
    .map(normalized)
    .some((source) => source !== '.' && source !== '' && (path === source || path.startsWith(`${source}/`)));
const wanted = (subject, path) => copiesOf(subject).some(({ args }) => covers(args, path));
function usesGit(subject) {
    if (sources(subject).includes('.git'))
        return 'it is copied by name';
    const runs = subject.file.stages.flatMap(({ instructions }) => instructions.filter((one) => one.keyword === 'RUN'));
    const commands = runs.flatMap((run) => run.commands.map((command) => command.words.map(({ value }) => value).join(' ')));
    const text = (name) => subject.read?.(name) ?? '';
    if (commands.some((c) => /\bgit\b/.test(c)))
        return 'a RUN uses git';
    if (commands.some((c) => /\bgo (build|install)\b/.test(c) && !c.includes('-buildvcs=false'))) {
        return 'go build writes the commit into the program (with -buildvcs=false it would not)';
    }
    if (/setuptools.scm|versioneer|hatch-vcs|poetry-dynamic-versioning/.test(text('pyproject.toml') + text('setup.py') + text('setup.cfg'))) {
        return 'the Python package takes its version from git';
    }
    return undefined;
}
function needsNodeModules(subject) {
    if (sources(subject).some((source) => source.split('/').includes('node_modules')))
        return 'it is copied by name';
    const installs = subject.file.stages.some(({ instructions }) => instructions.some(({ commands }) => commands.some(({ words }) => /^(npm|yarn|pnpm)$/.test(words[0].value))));
    return installs ? undefined : 'nothing in the Dockerfile installs it, so that the image may need it from here';
}
const TITLES = {
    'ignore-file-missing': 'There is no .dockerignore: the whole folder is sent to the builder and copied',
    'context-secrets': 'Secrets are copied into the image',
    'context-bulk': 'The context is mostly what no build needs',
};
function finding(subject, rule, copies, files, lines, obstacle, notes = []) {
    const names = files.slice(0, 5).map((file) => file.path);
    const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
    const change = withIgnored(subject, lines);
    return {
        rule,
        lines: { first: copies[0].first + 1, last: copies[0].last + 1 },
        title: rule === 'context-secrets' && lines.length === 0 ? 'A secret is copied into the image by name' : TITLES[rule],
        reason: reasonOf(rule, copies[0], names.length === 0 ? '' : ` Now that is: ${names.join(', ')}${more}.`),
        cost: contextCost(subject, files),
        saving: contextSaving(subject, files),
        ...proposed(obstacle ?? [change]),
        notes: obstacle === undefined ? [...notes, `Left out of the image from then on: ${lines.join(', ')}.`] : notes,
    };
}
function reasonOf(rule, copy, files) {
    const line = `Line ${copy.first + 1}`;
    if (rule === 'context-secrets')
        return `${line} copies them. What is in a layer stays readable for everybody who can pull the image, also when a later step deletes it.${files}`;
    return `${line} copies the context. Whatever lies in it is read and sent, and a change of any of it takes away the cache of all that follows.${files}`;
}
function contextCost({ sent }, files) {
    if (!sent)
        return { seconds: null, bytes: null, basis: 'Not measured.' };
    const [part, all] = [bytesOf(files), bytesOf(sent)];
    return { seconds: null, bytes: part, basis: `Counted: ${(0,units/* gib */.$)(part)} of the ${(0,units/* gib */.$)(all)} in the context.` };
}
function contextSaving(subject, files) {
    const vertex = contextVertex(subject);
    const saving = { kind: 'at most', scenario: 'cold build' };
    if (vertex?.seconds == null || vertex.cached || !subject.sent || bytesOf(subject.sent) === 0) {
        return { ...saving, seconds: null, basis: 'Sending the context was not measured.' };
    }
    const share = bytesOf(files) / bytesOf(subject.sent);
    const basis = `Its share of the bytes (${(share * 100).toFixed(0)} %) of the ${vertex.seconds.toFixed(1)} s that sending the context took; later builds send only what changed.`;
    return { ...saving, seconds: vertex.seconds * share, basis };
}

;// CONCATENATED MODULE: ./build/build/advisor/places.js


/** Folders in which neither packages nor usual base images put anything. */
const OURS = /^\/(?:app|srv|opt|home|code|workspace|usr\/src|var\/www)(?:\/|$)/;
const isOurs = (path) => OURS.test(path);
/** A path of an instruction as an absolute one, without a slash at its end; undefined where it cannot be known. */
function resolved(stage, instruction, path) {
    if (/[$*?[\]~]/.test(path))
        return undefined;
    const folder = path.startsWith('/') ? '/' : workdirAt(stage, instruction);
    return folder === undefined ? undefined : external_node_path_.posix.normalize(external_node_path_.posix.join(folder, path)).replace(/(.)\/$/, '$1');
}
const isInside = (path, folder) => path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`);

;// CONCATENATED MODULE: ./build/build/advisor/rules/install-behind-copy.js








/** Between the copy and the install: they neither read the copied files nor change where a copy goes. */
const NEUTRAL = new Set([
    'ENV',
    'ARG',
    'LABEL',
    'EXPOSE',
    'USER',
    'STOPSIGNAL',
    'HEALTHCHECK',
    'CMD',
    'ENTRYPOINT',
    'MAINTAINER',
]);
/** Dependencies that are installed again whenever any file changes, because the sources are copied first. */
function installBehindCopy(subject) {
    return subject.file.stages.flatMap((stage) => stage.instructions.flatMap((instruction) => {
        const copy = folderCopy(subject, stage, instruction);
        return copy ? (install_behind_copy_findingFor(subject, stage, copy) ?? []) : [];
    }));
}
function folderCopy(subject, stage, instruction) {
    const { keyword, flags, args, heredoc } = instruction;
    if (!['COPY', 'ADD'].includes(keyword) || heredoc || args.length !== 2 || flags.some((f) => f.name === 'from'))
        return undefined;
    const [source = '', destination = ''] = args;
    const folder = external_node_path_.posix
        .normalize(source)
        .replace(/^\/+|\/+$/g, '')
        .replace(/^\.$/, '');
    // A folder below the context counts where it becomes the folder that the install runs in.
    if (folder !== '' && !subject.sent?.some((file) => file.path.startsWith(`${folder}/`)))
        return undefined;
    if (folder !== '' && resolved(stage, instruction, destination) !== workdirAt(stage, instruction))
        return undefined;
    return { instruction, folder, destination };
}
function install_behind_copy_findingFor(subject, stage, copy) {
    const behind = stage.instructions.filter((one) => one.start > copy.instruction.start);
    const chain = [];
    let obstacle;
    for (const one of behind) {
        if (folderCopy(subject, stage, one))
            break;
        if (one.keyword !== 'RUN') {
            if (NEUTRAL.has(one.keyword) || (one.keyword === 'WORKDIR' && copy.destination.startsWith('/')))
                continue;
            if (chain.length > 0)
                break;
            obstacle ??= `line ${one.first + 1} (${one.keyword}) stands between them`;
            continue;
        }
        const installs = one.commands.flatMap((command) => installOf(command) ?? []);
        if (installs.length === 0) {
            if (chain.length > 0)
                break;
            obstacle ??= `line ${one.first + 1} (RUN) stands between them and may need the sources`;
            continue;
        }
        if (obstacle !== undefined && chain.length > 0)
            break;
        const rest = restOf(one);
        chain.push({ run: one, installs, rest: rest ?? [] });
        if (rest === undefined)
            obstacle ??= `line ${one.first + 1} does other work before it installs`;
        if (obstacle !== undefined || rest.length > 0)
            break;
    }
    if (chain.length === 0)
        return undefined;
    const installs = chain.flatMap((found) => found.installs);
    const needsManifests = installs.some((install) => install.required.length > 0);
    const manifests = manifestsOf(subject, copy, chain);
    obstacle ??= typeof manifests === 'string' ? manifests : undefined;
    obstacle ??= installs.map((install) => install.obstacle(subject, copy.folder)).find((why) => why !== undefined);
    const plan = obstacle === undefined
        ? patchFor(subject, copy, chain, needsManifests ? manifests : [])
        : obstacle;
    const runs = chain.map((found) => found.run);
    const tools = [...new Set(installs.map((install) => install.tool))].join(', ');
    const cost = costOf(subject, stage, runs);
    const all = cost.seconds !== null && chain.every((found) => found.rest.length === 0);
    return {
        rule: 'install-behind-copy',
        lines: linesOf([copy.instruction, ...runs]),
        title: `${tools}: dependencies are installed again whenever any file changes`,
        reason: `Line ${copy.instruction.first + 1} copies ${copy.folder === '' ? 'the whole context' : copy.folder} first. A change of any file in it takes away the cache of everything below, the install included. Copy what the install reads, install, then copy the rest.`,
        cost,
        saving: {
            seconds: cost.seconds,
            kind: all ? 'about' : 'at most',
            scenario: 'one source file changed',
            basis: cost.seconds === null
                ? 'The whole time of the install, which was not measured.'
                : 'The measured time of the step itself: with the same manifests it would come from the cache.',
        },
        ...proposed(plan),
        notes: typeof plan === 'string' || plan.length < 2
            ? []
            : [
                'The patch also keeps node_modules out of the context: copied after the install, it would replace what was installed.',
            ],
    };
}
/** What follows the install in its RUN; undefined when the install cannot be cut off from what stands before it. */
function restOf({ commands, heredoc, json }) {
    const other = commands.findIndex((command) => !installOf(command) && !isHarmless(command));
    if (other < 0)
        return commands.some(({ joint }) => ['|', '||', '&', '('].includes(joint)) ? undefined : [];
    const rest = commands.slice(other);
    const cut = other > 0 && rest[0].joint === '&&' && !heredoc && !json && !rest.some((command) => installOf(command));
    const simple = commands.every(({ joint }) => joint === '' || joint === '&&');
    return cut && simple ? rest : undefined;
}
function patchFor(subject, copy, chain, manifests) {
    const { file, sent, listing } = subject;
    const { text, newline } = file;
    const { instruction } = copy;
    const source = text.slice(instruction.start, instruction.end);
    if (source.includes('$'))
        return 'the copy contains a variable';
    const edits = [];
    if (manifests.length > 0) {
        const names = manifests.map((name) => external_node_path_.posix.join(copy.folder, name));
        const destination = copy.destination.endsWith('/') ? copy.destination : `${copy.destination}/`;
        if ([...names, destination].some((word) => /[\s"'[\]*?]/.test(word)))
            return 'a name contains a space or a special character';
        const flags = text.slice(instruction.start + instruction.keyword.length, instruction.body);
        edits.push({
            start: instruction.start,
            end: instruction.end,
            text: `COPY${flags} ${names.join(' ')} ${destination}`,
        });
    }
    else
        edits.push({ ...wholeLines(text, instruction), text: '' });
    const { run, rest } = chain.at(-1);
    if (rest.length > 0) {
        const gap = { start: run.commands[run.commands.indexOf(rest[0]) - 1].end, end: rest[0].start };
        if (text.slice(gap.start, gap.end).includes('#'))
            return `line ${run.first + 1} has a comment where it would have to be cut in two`;
        edits.push({ ...gap, text: `${newline}${source}${newline}RUN${text.slice(run.start + 3, run.body)} ` });
    }
    else
        edits.push({ start: run.end, end: run.end, text: `${newline}${source}` });
    const change = editedDockerfile(subject, edits);
    if (!chain.some((found) => found.installs.some(({ tool }) => ['npm', 'yarn', 'pnpm'].includes(tool)) && manifests.length > 0))
        return [change];
    if (!listing?.complete || sent === undefined)
        return 'whether node_modules is part of the context is not known';
    if (sent.some(({ path }) => /(^|\/)node_modules\//.test(path))) {
        return 'the context contains node_modules, which the copy would lay over what was installed; keep it out with .dockerignore first';
    }
    if (subject.ignore.ignores(external_node_path_.posix.join(copy.folder, 'node_modules/x/x.js')))
        return [change];
    return [change, withIgnored(subject, ['**/node_modules'])];
}
function manifestsOf({ sent }, { folder }, chain) {
    const installs = chain.flatMap((found) => found.installs);
    if (!sent && installs.some((install) => install.required.length > 0))
        return 'the files of the context are not known';
    const has = (name) => sent?.some((file) => file.path === external_node_path_.posix.join(folder, name)) ?? false;
    const missing = installs.flatMap((install) => install.required).find((name) => !has(name));
    if (missing !== undefined)
        return `${missing} is not among the files of the context`;
    return [...new Set(installs.flatMap((install) => [...install.required, ...install.optional.filter(has)]))];
}

;// CONCATENATED MODULE: ./build/build/advisor/rules/ownership-layer.js







/** A RUN that only changes owner or mode of what a COPY just wrote: the files are in the image twice. */
function ownershipLayer(subject) {
    return subject.file.stages.flatMap((stage) => stage.instructions.flatMap((run) => {
        const change = changeOf(stage, run);
        return change ? (ownership_layer_findingFor(subject, stage, change) ?? []) : [];
    }));
}
function changeOf(stage, run) {
    const [command, second] = run.commands;
    if (!command || second || command.words.some((word) => word.dynamic))
        return undefined;
    const program = command.words[0].value;
    if (program !== 'chown' && program !== 'chmod')
        return undefined;
    const recursive = command.words.find(({ value }) => value === '-R' || value === '--recursive');
    const [value, target, more] = command.words
        .slice(1)
        .filter((word) => word !== recursive)
        .map((word) => word.value);
    if (value === undefined || target === undefined || more !== undefined || value.startsWith('-'))
        return undefined;
    const path = resolved(stage, run, target);
    return path === undefined ? undefined : { run, program, recursive, value, path };
}
function ownership_layer_findingFor(subject, stage, change) {
    const { run, program, path } = change;
    if (program === 'chown' && !change.recursive)
        return undefined;
    const copies = stage.instructions.filter((one) => /^(COPY|ADD)$/.test(one.keyword) && one.start < run.start && isInside(targetOf(stage, one) ?? '', path));
    if (copies.length === 0)
        return undefined;
    const plan = program === 'chown' ? chownEdits(stage, change, copies) : chmodEdits(subject, stage, change, copies);
    const files = copiedFiles(subject, copies);
    const cost = costOf(subject, stage, [run]);
    return {
        rule: 'ownership-layer',
        lines: linesOf([run]),
        title: `${program} in a step of its own writes the copied files a second time`,
        reason: `Line ${run.first + 1} changes only ${program === 'chown' ? 'the owner' : 'the mode'}, but a layer keeps whole files: all of them are written, sent and stored again. COPY can set it in the first place (--${program}).`,
        cost: files === undefined
            ? cost
            : {
                ...cost,
                bytes: bytesOf(files),
                basis: `${cost.basis} Bytes: what the copy takes from the context, counted.`,
            },
        saving: atMost(cost.seconds, 'one source file changed', {
            notMeasured: 'The step itself, which was not measured.',
            measured: 'The measured time of the step; what is left of it is a change of one folder, or nothing.',
        }),
        ...proposed(typeof plan === 'string' ? plan : [editedDockerfile(subject, plan)]),
        notes: program === 'chown' && typeof plan !== 'string'
            ? [`Should the base image itself have files in ${path}, they keep their owner.`]
            : [],
    };
}
/** Where a copy writes to. */
function targetOf(stage, copy) {
    const destination = copy.args.at(-1);
    const target = destination === undefined ? undefined : resolved(stage, copy, destination);
    if (target === undefined || copy.args.length !== 2 || !/\/$|^\.{1,2}$/.test(destination))
        return target;
    const source = external_node_path_.posix.basename(copy.args[0]);
    return /\.\w+$/.test(source) ? external_node_path_.posix.join(target, source) : target;
}
function copiedFiles({ sent }, copies) {
    if (!sent || copies.some((copy) => copy.flags.some((flag) => flag.name === 'from') || copy.heredoc))
        return undefined;
    const sources = copies.flatMap(({ args }) => args.slice(0, -1).map((arg) => external_node_path_.posix.normalize(arg).replace(/^\/+|\/+$/g, '')));
    return sent.filter(({ path }) => sources.some((source) => source === '.' || source === '' || isInside(path, source)));
}
function chownEdits(stage, { run, recursive, value, path }, copies) {
    const owner = /^([\w-]+)(?::([\w-]+))?$/.exec(value);
    if (!owner)
        return `'${value.slice(0, 40)}' is not written as user:group`;
    if (!isOurs(path))
        return `${path} may hold files of the base image, whose owner the step changes too`;
    if (run.json)
        return 'the JSON form is not changed word by word';
    const first = copies[0];
    const before = precedingOf(stage, run);
    for (const one of before) {
        const line = `line ${one.first + 1} (${one.keyword})`;
        const isCopy = /^(COPY|ADD)$/.test(one.keyword);
        if (isCopy && !copies.includes(one) && isInside(path, targetOf(stage, one) ?? '/'))
            return `${line} may write there too`;
        if (one.keyword === 'RUN' && !isSystem(one))
            return `${line} may make files there, whose owner the step changes too`;
        if (one.start > first.start && /^(RUN|USER|WORKDIR)$/.test(one.keyword))
            return `${line} stands between the copy and the step`;
    }
    for (const copy of copies) {
        const target = resolved(stage, copy, copy.args.at(-1));
        if (copy.keyword === 'ADD')
            return 'ADD unpacks archives with the owners in them';
        if (target !== path)
            return `line ${copy.first + 1} copies into a folder below ${path}`;
        if (copy.flags.some(({ name }) => name === 'chown'))
            return `line ${copy.first + 1} has an owner already`;
    }
    // chown without a group leaves root's; COPY would take the user's number for it.
    const flag = ` --chown=${owner[1]}:${owner[2] ?? '0'}`;
    const flags = copies.map((copy) => ({ start: copy.body, end: copy.body, text: flag }));
    return [...flags, { start: recursive.start - 1, end: recursive.end, text: '' }];
}
/** Packages and users: nothing that writes into the program's own folder. */
const isSystem = ({ commands }) => commands.length > 0 &&
    commands.every((command) => {
        const install = installOf(command);
        if (install)
            return install.tool === 'apt' || install.tool === 'apk';
        return isHarmless(command) || /^(useradd|adduser|groupadd|addgroup|mkdir)$/.test(programOf(command)[0] ?? '');
    });
function chmodEdits(subject, stage, { run, recursive, value, path }, copies) {
    const copy = copies.at(-1);
    if (recursive)
        return 'COPY would give folders and files the same mode';
    if (targetOf(stage, copy) !== path || copy.args.length !== 2 || copy.heredoc)
        return 'more than this file is copied by the instruction';
    if (copy.flags.some(({ name }) => name === 'from' || name === 'chmod'))
        return 'the file does not come from the context with its own mode';
    const source = external_node_path_.posix.normalize(copy.args[0]).replace(/^\/+/, '');
    const file = subject.sent?.find((one) => one.path === source);
    if (!file)
        return `${source} is not known as one file of the context`;
    const between = stage.instructions.find((one) => one.start > copy.start && one.start < run.start && one.keyword === 'RUN');
    if (between)
        return `line ${between.first + 1} (RUN) stands between the copy and the step`;
    const mode = modeAfter(value, file.mode);
    if (mode === undefined)
        return file.mode === undefined
            ? 'the mode that the file has in the context is not known'
            : `'${value.slice(0, 20)}' is not a mode that COPY takes`;
    return [
        { start: copy.body, end: copy.body, text: ` --chmod=${mode}` },
        { ...wholeLines(subject.file.text, run), text: '' },
    ];
}
/** As octal digits. `+x` reaches all three, as no usual umask takes x away. */
function modeAfter(value, mode) {
    if (/^0?[0-7]{3}$/.test(value))
        return value.padStart(4, '0');
    const who = /^([ugoa]*)\+x$/.exec(value)?.[1];
    if (who === undefined || mode === undefined)
        return undefined;
    const bits = { u: 0o100, g: 0o010, o: 0o001, a: 0o111 };
    const added = [...(who || 'a')].reduce((sum, letter) => sum | bits[letter], 0);
    return ((mode & 0o777) | added).toString(8).padStart(4, '0');
}

;// CONCATENATED MODULE: ./build/build/advisor/rules/serial-stages.js





const serial_stages_NEUTRAL = new Set([
    'ENV',
    'ARG',
    'LABEL',
    'EXPOSE',
    'STOPSIGNAL',
    'HEALTHCHECK',
    'CMD',
    'ENTRYPOINT',
    'MAINTAINER',
]);
/** Work that waits for another stage, or for other work in its own, without needing it. */
const serialStages = (subject) => subject.file.stages.flatMap((stage) => [...waiting(subject, stage), ...mixed(subject, stage)]);
/** Packages that are installed below a COPY --from: the step waits until the other stage is built. */
function waiting(subject, stage) {
    const { instructions } = stage;
    const from = instructions.findIndex((one) => fromStage(subject, one));
    if (from < 0)
        return [];
    const copies = [];
    const runs = [];
    let obstacle;
    for (const one of instructions.slice(from)) {
        if (one.keyword === 'RUN') {
            if (!isPackages(one))
                break;
            runs.push(one);
        }
        else if (one.keyword === 'COPY') {
            if (runs.length > 0)
                break;
            copies.push(one);
        }
        else if (!serial_stages_NEUTRAL.has(one.keyword)) {
            if (runs.length > 0)
                break;
            obstacle ??= `line ${one.first + 1} (${one.keyword}) stands between them`;
        }
    }
    if (runs.length === 0)
        return [];
    obstacle ??= copies.map((copy) => cannotMove(stage, copy)).find((why) => why !== undefined);
    const cost = costOf(subject, stage, runs);
    const { text, newline } = subject.file;
    const edits = [
        ...copies.map((copy) => ({ ...wholeLines(text, copy), text: '' })),
        {
            start: runs.at(-1).end,
            end: runs.at(-1).end,
            text: copies.map((copy) => newline + text.slice(copy.start, copy.end)).join(''),
        },
    ];
    return [
        {
            rule: 'serial-stages',
            lines: linesOf([...copies, ...runs]),
            title: 'Packages wait for another stage that they do not need',
            reason: `The COPY --from in line ${copies[0].first + 1} ends only when the other stage is built; ${placesOf(runs)} installs packages below it and so cannot run beside it, and runs again whenever the other stage's result changes.`,
            cost,
            saving: atMost(cost.seconds, 'one source file changed', {
                notMeasured: 'The time of the packages, which was not measured.',
                measured: 'The measured time of the packages: above the copy they come from the cache, and in a cold build they run beside the other stage.',
            }),
            ...proposed(obstacle ?? [editedDockerfile(subject, edits)]),
            notes: [],
        },
    ];
}
function fromStage({ file }, { keyword, flags }) {
    const from = flags.find((flag) => flag.name === 'from')?.value.toLowerCase();
    return (keyword === 'COPY' &&
        from !== undefined &&
        file.stages.some((stage) => from === stage.name || from === String(stage.number)));
}
const isPackages = ({ commands }) => commands.some((command) => installOf(command)) &&
    commands.every((command) => {
        const tool = installOf(command)?.tool;
        return tool === undefined ? isHarmless(command) : tool === 'apt' || tool === 'apk';
    });
function cannotMove(stage, copy) {
    const target = resolved(stage, copy, copy.args.at(-1) ?? '');
    if (target === undefined)
        return `where line ${copy.first + 1} copies to is not known`;
    if (!isOurs(target))
        return `line ${copy.first + 1} copies to ${target}, where packages write too`;
    return undefined;
}
const FAMILIES = {
    npm: 'node',
    yarn: 'node',
    pnpm: 'node',
    pip: 'python',
    poetry: 'python',
    bundler: 'ruby',
    go: 'go',
    maven: 'java',
};
/** Dependencies of two languages in one stage: one after the other. */
function mixed(subject, stage) {
    const found = new Map();
    for (const run of stage.instructions) {
        for (const command of run.commands) {
            const install = installOf(command);
            const family = install && FAMILIES[install.tool];
            if (family && !found.has(family))
                found.set(family, run);
        }
    }
    const runs = [...new Set(found.values())];
    if (runs.length < 2)
        return [];
    const costs = runs.map((run) => costOf(subject, stage, [run]));
    const shorter = costs.every(({ seconds }) => seconds !== null)
        ? Math.min(...costs.map(({ seconds }) => seconds))
        : null;
    return [
        {
            rule: 'serial-stages',
            lines: linesOf(runs),
            title: `Dependencies of ${[...found.keys()].join(' and ')} are installed one after the other in one stage`,
            reason: `${placesOf(runs)}: they do not need each other. In stages of their own they run side by side, and a change for one leaves the cache of the other.`,
            cost: costOf(subject, stage, runs),
            saving: atMost(shorter, 'cold build', {
                notMeasured: 'The shorter of the two, which was not measured.',
                measured: 'The measured time of the shorter one, if the machine has processors and disk to spare for both.',
            }),
            patch: null,
            noPatch: 'No patch: which files the rest of the stage takes from each is only known to its author.',
            notes: [],
        },
    ];
}

;// CONCATENATED MODULE: ./build/build/advisor/rules/sources.js


/** A base image by name only: what the name means can change under a build, and with it everything built on it. */
function unpinnedBase(subject) {
    return subject.file.stages.flatMap((stage) => {
        const { image, base } = stage;
        if (base !== undefined || image === 'scratch' || image.includes('@sha256:'))
            return [];
        return [baseFinding(subject, stage, stage.instructions[0])];
    });
}
function baseFinding(subject, stage, from) {
    const { image } = stage;
    const { text } = subject.file;
    const tag = /:([^/:]+)$/.exec(image)?.[1];
    const floating = !image.includes('$') && (tag === undefined || tag === 'latest');
    const digest = /@(sha256:[0-9a-f]{64})/.exec(vertexOf(subject, stage, from)?.name ?? '')?.[1];
    const end = text.indexOf(image, from.body) + image.length;
    const obstacle = image.includes('$')
        ? 'the image has a variable in its name, and a digest would overrule it'
        : digest === undefined
            ? 'which digest the name means is only known after a build'
            : undefined;
    return {
        rule: 'unpinned-base',
        lines: linesOf([from]),
        title: floating ? `${image} is whatever is newest` : `${image} is not pinned to a digest`,
        reason: `When another image gets this name, every step is built again, and two builds that are compared no longer have the same base. With a digest that happens when you change it (a bot such as Renovate can).`,
        cost: { seconds: null, bytes: null, basis: 'Nothing in a usual build, so there is nothing to measure.' },
        saving: {
            seconds: null,
            kind: 'about',
            scenario: 'another machine or a cleared cache',
            basis: 'A whole cold build whenever the name gets a new image; how often that is, is not known here.',
        },
        ...proposed(obstacle ?? [editedDockerfile(subject, [{ start: end, end, text: `@${digest}` }])]),
        notes: obstacle === undefined
            ? ['It is the image that the measured build used. From then on, updates of the base are yours to take.']
            : [],
    };
}
/** ADD from the network: asked for in every build, and nobody checks what came. */
function remoteAdd(subject) {
    return subject.file.stages.flatMap((stage) => stage.instructions
        .filter((one) => one.keyword === 'ADD' && isRemote(one))
        .map((add) => addFinding(subject, stage, add)));
}
const isRemote = ({ args, flags }) => !flags.some(({ name }) => name === 'checksum') &&
    args
        .slice(0, -1)
        .some((source) => /^(https?:\/\/|git@|ssh:\/\/|git:\/\/)/.test(source) && !/#[0-9a-f]{40}/.test(source));
function addFinding(subject, stage, add) {
    const cost = costOf(subject, stage, [add]);
    return {
        rule: 'remote-add',
        lines: linesOf([add]),
        title: 'ADD of a remote file asks the network in every build, and takes what comes',
        reason: 'Without a checksum BuildKit has to ask the server each time whether the file changed; if it did, everything below is built again. A git address without a commit is the same.',
        cost,
        saving: atMost(cost.seconds, 'every build', {
            notMeasured: 'Asking and fetching, which was not measured.',
            measured: 'The measured time of the step in a cold build; asking alone is a part of it.',
        }),
        patch: null,
        noPatch: 'No patch: the checksum has to come from the publisher, not from a download. Write ADD --checksum=sha256:..., or the commit behind the # of a git address.',
        notes: [],
    };
}
/** A cache that outlives this machine's: for other machines, and after a clean-up. */
function registryCache(subject) {
    const { registry, vertices, file } = subject;
    if (registry === undefined)
        return [];
    const own = vertices?.filter((vertex) => !vertex.cached && /^\[.*\d+\/\d+\]/.test(vertex.name)) ?? [];
    const whole = own.length > 0 && own.every(({ seconds }) => seconds !== null) ? own.reduce((sum, v) => sum + v.seconds, 0) : null;
    return [
        {
            rule: 'registry-cache',
            lines: null,
            title: 'A registry in the local network could keep the build cache',
            reason: `With --cache-to type=registry,ref=${registry}/cache/NAME${file.stages.length > 1 ? ',mode=max' : ''},image-manifest=true,oci-mediatypes=true (Harbor takes no other form) and --cache-from type=registry,ref=${registry}/cache/NAME, a machine that never built this, or that had to throw its cache away, takes the finished steps from there.`,
            cost: {
                seconds: whole,
                bytes: null,
                basis: whole === null ? 'Not measured.' : 'Measured: the steps of one cold build, added up (some ran side by side).',
            },
            saving: atMost(whole, 'another machine or a cleared cache', {
                notMeasured: 'The steps of a cold build, which was not measured; less the time to pull them.',
                measured: 'The measured steps, less the time to pull their layers, which was not measured. A machine that keeps its own cache gains nothing, and pushing the cache costs time.',
            }),
            patch: null,
            noPatch: 'No patch: these are options of the build command, not of the Dockerfile. Exporting a cache to a registry needs a docker-container builder, or the containerd image store. build_test.registry_cache measures what it gains.',
            notes: [],
        },
    ];
}

;// CONCATENATED MODULE: ./build/build/advisor/advise.js








const RULES = [
    contextSecrets,
    installBehindCopy,
    cacheMount,
    ignoreFileMissing,
    contextBulk,
    serialStages,
    ownershipLayer,
    remoteAdd,
    registryCache,
    unpinnedBase,
];
/** Reads a project and says what would make its build faster or safer. Changes nothing; the same input, the same advice. */
function advise(project) {
    const subject = subjectOf(project);
    const { malformed } = subject.ignore;
    if (subject.file.broken !== undefined)
        return { problem: subject.file.broken, findings: [], malformed };
    const findings = RULES.flatMap((rule) => rule(subject)).map((finding) => sound(project, finding));
    return { problem: null, findings: [...findings].sort(byCost), malformed };
}
/** Secrets first, whatever they cost. */
const byCost = (a, b) => Number(b.rule === 'context-secrets') - Number(a.rule === 'context-secrets') ||
    (b.cost.seconds ?? -1) - (a.cost.seconds ?? -1) ||
    (b.cost.bytes ?? -1) - (a.cost.bytes ?? -1);
/** A patch whose result cannot be read again is not handed out. */
function sound({ dockerfile }, finding) {
    const after = finding.patch?.files.find((file) => file.path === dockerfile.path)?.after;
    const broken = after === undefined ? undefined : parseDockerfile(after).broken;
    return broken === undefined
        ? finding
        : { ...finding, patch: null, noPatch: `No patch: it would not be readable (${broken})` };
}

;// CONCATENATED MODULE: ./build/build/advisor/listing.js



const MOST_FILES = 200_000;
const LARGEST_READ = 1024 ** 2;
/** Reads what the advisor needs of a project on this machine. @throws the file system's error where a file cannot be read */
function openProject(context, dockerfile, rest) {
    const ignoreFile = ignoreFileOf(context, dockerfile);
    return {
        dockerfile: { path: inContext(context, dockerfile), text: (0,external_node_fs_.readFileSync)(dockerfile, 'utf8') },
        ignoreFile,
        listing: listFolder(context, ignoreFile?.text ?? ''),
        read: (path) => readSmall(context, path),
        ...rest,
    };
}
/** Docker takes `<Dockerfile>.dockerignore` where there is one, else the context's. */
function ignoreFileOf(context, dockerfile) {
    for (const file of [`${dockerfile}.dockerignore`, (0,external_node_path_.join)(context, '.dockerignore')]) {
        const text = readOrNothing(file);
        if (text !== undefined)
            return { path: inContext(context, file), text };
    }
    return undefined;
}
/** How a patch names it: relative to the context, or as it was given when it lies elsewhere. */
function inContext(context, file) {
    const [folder, whole] = [(0,external_node_path_.resolve)(context), (0,external_node_path_.resolve)(file)];
    return whole.startsWith(folder + external_node_path_.sep)
        ? whole
            .slice(folder.length + 1)
            .split(external_node_path_.sep)
            .join('/')
        : file;
}
/** Without following links. Folders that are left out whole are not entered; a listing that grows too long is cut off. */
function listFolder(context, ignoreText) {
    const ignore = parseIgnoreFile(ignoreText);
    const reincludes = /^\s*!/m.test(ignoreText);
    const files = [];
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(context, folder), { withFileTypes: true })) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory()) {
                if (reincludes || !ignore.ignores(path))
                    folders.push(path);
                continue;
            }
            if (files.length >= MOST_FILES)
                return { files, complete: false };
            const { size, mode } = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(context, path));
            files.push({ path, bytes: size, ...(process.platform !== 'win32' && entry.isFile() && { mode: mode & 0o7777 }) });
        }
    }
    return { files, complete: true };
}
function readSmall(context, path) {
    try {
        const file = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(context, path));
        if (!file.startsWith((0,external_node_fs_.realpathSync)(context) + external_node_path_.sep))
            return undefined;
        const { size } = (0,external_node_fs_.lstatSync)(file);
        return size > LARGEST_READ ? undefined : (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        return undefined;
    }
}
function readOrNothing(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/report/defuse.js
var defuse = __webpack_require__(2022);
;// CONCATENATED MODULE: ./build/build/advisor/report.js


/** For a terminal. */
function adviceText({ problem, findings, malformed }, name) {
    const head = [
        ...(problem === null ? [] : [`${name} cannot be read: ${problem} Correct it, then ask again.`]),
        ...malformed.map((line) => `.dockerignore: '${line}' is no valid pattern; docker build refuses it.`),
    ];
    if (problem === null && findings.length === 0)
        head.push(`${name}: nothing found.`);
    return (0,defuse/* plain */.pj)([...head, ...findings.map((finding, i) => findingText(finding, i + 1, name))].join('\n\n'));
}
function findingText(finding, number, name) {
    const { title, reason, cost, saving, patch, noPatch, notes } = finding;
    return [
        `${number}. ${title}  [${finding.rule}${placeOf(finding, name)}]`,
        `   ${reason}`,
        `   Costs now: ${costText(cost)}`,
        `   Would save: ${savingText(saving)}`,
        ...notes.map((note) => `   Note: ${note}`),
        patch ? `\n${patch.diff.trimEnd()}` : `   ${noPatch}`,
    ].join('\n');
}
const placeOf = ({ lines }, name) => lines === null ? '' : `, ${name}:${lines.first === lines.last ? lines.first : `${lines.first}-${lines.last}`}`;
/** For a pull request or a job summary: one section a finding, the patch folded. */
function adviceMarkdown({ problem, findings, malformed }, name) {
    if (problem !== null)
        return `${cell(name)} cannot be read: ${cell(problem)}`;
    const lines = malformed.map((line) => `- ${cell(`.dockerignore: '${line}' is no valid pattern; docker build refuses it.`)}`);
    if (findings.length === 0)
        return [...lines, 'Nothing found.'].join('\n');
    return [...lines, ...findings.map((finding) => sectionOf(finding, name))].join('\n\n');
}
function sectionOf(finding, name) {
    const { title, reason, cost, saving, patch, noPatch, notes } = finding;
    const place = finding.lines === null ? '' : ` (${cell(placeOf(finding, name).slice(2))})`;
    return [
        `#### ${cell(title)}${place}`,
        cell(reason),
        `- Costs now: ${cell(costText(cost))}\n- Would save: ${cell(savingText(saving))}`,
        ...notes.map((note) => `- ${cell(note)}`),
        patch
            ? `<details><summary>Patch</summary>\n\n${block(patch.diff.trimEnd(), 'diff')}\n\n</details>`
            : cell(noPatch),
    ].join('\n\n');
}
function costText({ seconds, bytes, basis }) {
    const figures = [...(seconds === null ? [] : [(0,units/* duration */.p)(seconds)]), ...(bytes === null ? [] : [(0,units/* gib */.$)(bytes)])];
    return figures.length === 0 ? basis : `${figures.join(', ')}. ${basis}`;
}
function savingText({ seconds, kind, scenario, basis }) {
    const figure = seconds === null ? 'not known' : `${kind} ${(0,units/* duration */.p)(seconds)}`;
    return `${figure} (${scenario}). ${basis}`;
}

;// CONCATENATED MODULE: ./build/build/advisor/trial.js

/** Each patch takes away its own finding, so that they come to an end; this is only how far they are followed. */
const MOST_PATCHES = 100;
/**
 * The patch of one finding, by the number that it has in the advice, or `all`: then one patch after the other is applied to
 * what those before it have left. Where there is none, the answer says why, as the end of a sentence about the wish.
 */
function trialOf(project, wish) {
    const { problem, findings } = advise(project);
    if (problem !== null)
        return `cannot be tried: the Dockerfile cannot be read. ${problem}`;
    const able = findings.flatMap((finding, i) => (finding.patch ? [String(i + 1)] : []));
    if (able.length === 0)
        return 'cannot be tried: no finding has a patch.';
    if (wish === 'all')
        return allOf(project);
    const finding = able.includes(wish) ? findings[Number(wish) - 1] : undefined;
    if (finding)
        return { findings: [finding], files: finding.patch.files, after: patched(project, finding.patch) };
    const why = findings[Number(wish) - 1]?.noPatch;
    return `is no finding with a patch${why ? ` (${why.replace(/\.$/, '')})` : ''}; allowed are: ${able.join(', ')}, all.`;
}
function allOf(project) {
    const findings = [];
    let now = project;
    while (findings.length < MOST_PATCHES) {
        const next = advise(now).findings.find(({ rule, patch }) => patch && rule !== 'unpinned-base');
        if (!next)
            break;
        findings.push(next);
        now = patched(now, next.patch);
    }
    if (findings.length === 0)
        return 'cannot be tried: a digest of the base image changes nothing in a build.';
    const before = new Map(findings.flatMap(({ patch }) => patch.files.map(({ path }) => [path, textOf(project, path)])));
    const files = [...before].map(([path, text]) => ({ path, before: text, after: textOf(now, path) }));
    return { findings, files, after: now };
}
/** The project as a patch leaves it: patches touch nothing but the Dockerfile and its ignore file. */
function patched(project, { files }) {
    let { dockerfile, ignoreFile } = project;
    for (const { path, after: text } of files) {
        if (path === dockerfile.path)
            dockerfile = { path, text };
        else
            ignoreFile = { path, text };
    }
    return { ...project, dockerfile, ignoreFile };
}
const textOf = ({ dockerfile, ignoreFile }, path) => path === dockerfile.path ? dockerfile.text : ignoreFile?.path === path ? ignoreFile.text : undefined;

;// CONCATENATED MODULE: ./build/build/advisor/command.js








const OPTIONS = {
    dockerfile: { type: 'string' },
    context: { type: 'string' },
    vertices: { type: 'string' },
    registry: { type: 'string' },
    json: { type: 'boolean' },
    try: { type: 'string' },
    runs: { type: 'string' },
    config: { type: 'string' },
    set: { type: 'string', multiple: true },
    evidence: { type: 'string' },
};
const ONLY_WITH_TRY = ['runs', 'config', 'set', 'evidence'];
/**
 * `edge-phase1 advise [--dockerfile FILE] [--context DIR] [--vertices FILE] [--registry HOST] [--json] [--try NUMBER|all]`. Reads,
 * and answers the text to print, or the patch to try; findings are no failure.
 *
 * @throws UsageError
 */
function adviseCommand(args) {
    const options = words(args);
    const context = options.context ?? '.';
    const dockerfile = options.dockerfile ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const lonely = ONLY_WITH_TRY.find((name) => options[name] !== undefined);
    if (lonely !== undefined && options.try === undefined)
        throw new UsageError(`--${lonely} says how a patch is tried: it needs --try.`);
    const project = projectOf(context, dockerfile, options);
    if (options.try !== undefined) {
        return {
            trial: chosen(project, options.try),
            context: (0,external_node_path_.resolve)(context),
            dockerfile: (0,external_node_path_.resolve)(dockerfile),
            runs: runsOf(options.runs),
            config: options.config,
            overrides: options.set ?? [],
            evidence: options.evidence,
            json: options.json ?? false,
        };
    }
    const advice = advise(project);
    return options.json ? `${JSON.stringify(advice, null, 2)}\n` : `${adviceText(advice, dockerfile)}\n`;
}
function chosen(project, wish) {
    const trial = trialOf(project, wish);
    if (typeof trial !== 'string')
        return trial;
    throw new UsageError(`--try: '${wish.slice(0, 60)}' ${trial}`);
}
function runsOf(text) {
    if (text === undefined || /^[1-9]\d?$/.test(text))
        return text === undefined ? undefined : Number(text);
    throw new UsageError(`--runs: '${text.slice(0, 60)}' is not allowed; write a number from 1 to 99.`);
}
function projectOf(context, dockerfile, options) {
    try {
        const vertices = options.vertices === undefined ? undefined : verticesOf(options.vertices);
        return openProject(context, dockerfile, { vertices, registry: options.registry });
    }
    catch (error) {
        if (error.code === undefined)
            throw error;
        throw new UsageError(`${error.message}. Name the Dockerfile (--dockerfile) and the folder that is built (--context).`);
    }
}
function words(args) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS }).values;
    }
    catch (error) {
        throw new UsageError(error.message);
    }
}
function verticesOf(file) {
    const wrong = new UsageError(`--vertices: '${file}' is no list of measured steps, as build-test writes it.`);
    let list;
    try {
        list = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        if (error instanceof SyntaxError)
            throw wrong;
        throw error;
    }
    const fits = (one) => typeof one?.name === 'string' &&
        typeof one.cached === 'boolean' &&
        (one.seconds === null || typeof one.seconds === 'number');
    if (!Array.isArray(list) || !list.every(fits))
        throw wrong;
    return list;
}

// EXTERNAL MODULE: ./build/config/load.js + 5 modules
var load = __webpack_require__(8909);
// EXTERNAL MODULE: ./build/host/open.js + 6 modules
var host_open = __webpack_require__(851);
// EXTERNAL MODULE: ./build/host/target.js
var target = __webpack_require__(7585);
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
var evidence_scorecard = __webpack_require__(8025);
// EXTERNAL MODULE: ./build/report/conclusion.js
var conclusion = __webpack_require__(6887);
// EXTERNAL MODULE: ./build/report/lines.js
var report_lines = __webpack_require__(7601);
;// CONCATENATED MODULE: ./build/report/terminal.js




/** A report for a terminal, 80 columns and more. */
function terminalReport(evidence) {
    const { tool, mode, host, steps, seconds, scorecard } = evidence;
    const [score, forecast] = [(0,conclusion/* scoreTable */.L)(evidence), (0,conclusion/* forecastLines */.x)(evidence)];
    const speech = (0,report_lines/* speechOf */.q9)(evidence);
    const { report } = speech.texts;
    const machine = steps[0]?.before?.machine;
    const where = machine ? `${host} (${machine.name}, ${machine.os}, ${machine.kernel})` : host;
    const lines = [
        `edge-phase1 ${tool.version}  ${report.on(mode, where)}`,
        '',
        ...(scorecard ? [(0,evidence_scorecard/* scoreVerdict */.mb)(scorecard, speech.language), ''] : []),
        ...steps.flatMap((record) => stepLines(speech, record)),
        ...(score ? [...tableLines(score, speech.texts.common.colon), ''] : []),
        ...(forecast.length > 0 ? [...forecast, ''] : []),
        report.terminal.took((0,report_lines/* costLine */.EK)(evidence), report.duration(seconds)),
        ...(mode === 'plan' ? nextCommands(evidence) : []),
    ];
    return (0,defuse/* plain */.pj)(lines.join('\n'));
}
/** How each step that would change something is carried out, with the hash of the plan shown here as its approval. */
function nextCommands(evidence) {
    const { steps, host } = evidence;
    const commands = steps.flatMap(({ step, plan, kind }) => {
        if (plan?.verdict !== 'changes')
            return [];
        const approval = kind === 'measurement' ? '' : ` --plan-hash ${plan.hash}`;
        return [`  edge-phase1 apply ${step}${host === 'local' ? '' : ` --host ${host}`}${approval}`];
    });
    return commands.length === 0 ? [] : ['', (0,report_lines/* speechOf */.q9)(evidence).texts.report.terminal.next, ...commands];
}
function stepLines({ texts, language }, record) {
    const { report, common } = texts;
    const { terminal } = report;
    const { step, plan, checks, refusal, notes } = record;
    return [
        `${step}${common.colon} ${(0,report_lines/* stepVerdict */.sr)(record, language)}`,
        ...(plan && !('refusal' in plan) ? [`  ${plan.summary}`] : []),
        ...(plan?.verdict === 'changes' ? plan.changes.flatMap((change, index) => changeLines(texts, change, index)) : []),
        ...(plan?.notes ?? []).map((note) => `  ${terminal.note}${common.colon} ${note}`),
        ...notes.map((note) => `  ${terminal.note}${common.colon} ${note}`),
        ...(refusal
            ? [
                `  ${report.why}${common.colon} ${indented(refusal.message)}`,
                `  ${report.whatToDo}${common.colon} ${indented(refusal.wayOut)}`,
            ]
            : []),
        ...(checks.length > 0 ? [`  ${terminal.checks}${common.colon}`] : []),
        ...checks.map((c) => `    ${terminal.signs[c.result]}  ${c.title}${common.colon} ${c.measured} ${terminal.target(c.target)}`),
        ...(record.tables ?? []).flatMap((table) => tableLines(table, common.colon)),
        '',
    ];
}
/** Columns as wide as their widest cell, two spaces apart; a line that would be long for a terminal is left long. */
function tableLines({ title, columns, rows, note }, colon) {
    const lines = [columns, ...rows].map((cells) => cells.map(oneLine));
    const widths = columns.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
    const shown = lines.map((cells) => `    ${cells.map((text, i) => text.padEnd(widths[i])).join('  ')}`.trimEnd());
    return [`  ${oneLine(title)}${colon}`, ...shown, ...(note ? [`    (${oneLine(note)})`] : [])];
}
const oneLine = (text) => (0,defuse/* plain */.pj)(text).replace(/\s+/g, ' ');
const changeLines = ({ report: { runs, whyChange, undo }, common: { colon } }, change, index) => [
    `  ${index + 1}. ${change.title}`,
    `     ${label(runs, colon)} ${change.command}`,
    `     ${label(whyChange, colon)} ${change.why}`,
    `     ${label(undo, colon)} ${change.undo}`,
];
/** As wide as the longest of English. */
const label = (word, colon) => `${word}${colon}`.padEnd(6);
const indented = (text) => text.split('\n').join('\n    ');

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/evidence/failing.js
var failing = __webpack_require__(3721);
// EXTERNAL MODULE: ./build/run.js + 3 modules
var run = __webpack_require__(3845);
// EXTERNAL MODULE: ./build/steps/build-test/index.js + 13 modules
var build_test = __webpack_require__(6858);
;// CONCATENATED MODULE: ./build/trial.js







const CHECK_FAILED = 1;
/**
 * Builds the context on this machine as it is and with the patch, in turn, as `apply build-test` does. The patched files lie in
 * a folder of their own meanwhile; the context is only read.
 */
async function runTrial(request, config, world) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'edge-phase1-try-'));
    try {
        const evidence = await (0,run/* run */.e)({ mode: 'apply', steps: [build_test/* buildTest */.f], config: configFor(request, layOut(request, folder), config) }, world);
        const broken = (0,evidence_evidence/* allChecks */.fZ)(evidence).some(({ id, result }) => id === 'build_tried' && result === 'fail');
        return { evidence, exitCode: (0,failing/* finalExitCode */.cy)(evidence, 'fail') || (broken ? CHECK_FAILED : 0) };
    }
    finally {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}
function layOut({ trial, context, dockerfile }, folder) {
    const { files, after } = trial;
    const outside = !dockerfile.startsWith(context + external_node_path_.sep);
    const apart = new Map(outside ? [[after.dockerfile.path, 'Dockerfile']] : []);
    if (outside && after.ignoreFile && after.ignoreFile.path !== '.dockerignore')
        apart.set(after.ignoreFile.path, 'Dockerfile.dockerignore');
    const write = (path, text) => {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, text);
    };
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, 'files'));
    for (const { path, after: text } of files)
        if (!apart.has(path))
            write((0,external_node_path_.join)(folder, 'files', path), text);
    for (const [path, name] of apart)
        write((0,external_node_path_.join)(folder, 'apart', name), path === after.dockerfile.path ? after.dockerfile.text : after.ignoreFile.text);
    return { files: (0,external_node_path_.join)(folder, 'files'), dockerfile: outside ? (0,external_node_path_.join)(folder, 'apart', 'Dockerfile') : null };
}
/** What is asked for elsewhere in the configuration stays: stage, arguments, builder, network, limits. */
function configFor({ context, dockerfile, runs }, laid, config) {
    const { build_test } = config;
    return {
        ...config,
        host: 'local',
        build_test: {
            ...build_test,
            context,
            dockerfile: dockerfile.startsWith(context + external_node_path_.sep) ? dockerfile.slice(context.length + 1) : dockerfile,
            runs: {
                base: 0,
                warm: 0,
                registry: 0,
                cold: runs ?? build_test.runs.cold,
                changed: runs ?? build_test.runs.changed,
            },
            label: null,
            baseline: { ...build_test.baseline, label: null, against: null, against_dockerfile: laid.dockerfile },
            try_files: laid.files,
        },
    };
}

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8743);
;// CONCATENATED MODULE: ./build/commands/command.js
const serialized = (evidence) => `${JSON.stringify(evidence, null, 2)}\n`;
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

;// CONCATENATED MODULE: ./build/commands/advise.js











/** `edge-phase1 advise [--try NUMBER|all]` */
const advise_adviseCommand = async (args, streams) => {
    const asked = adviseCommand(args);
    if (typeof asked !== 'string')
        return await tryPatch(asked, streams);
    streams.stdout.write(asked);
    return 0;
};
async function tryPatch(request, { stdout, stderr }) {
    const { trial, json } = request;
    const { config } = (0,load/* loadConfig */.Z9)({
        dir: process.cwd(),
        ...(request.config !== undefined && { file: request.config }),
        overrides: request.overrides,
    });
    if (!json)
        stderr.write(`${adviceText({ problem: null, findings: trial.findings, malformed: [] }, 'Dockerfile')}\n\n`);
    const { evidence, exitCode } = await runTrial(request, config, {
        open: () => (0,host_open/* openHost */.Z)((0,target/* parseTarget */.h)('local')),
        now: () => new Date(),
        approve: async () => true,
        progress: progressPrinter(json ? undefined : stderr, () => Date.now()),
        version: (0,version/* version */.r)(),
        signal: stopSignal(stderr),
        patienceSeconds: 0,
    });
    if (request.evidence)
        (0,external_node_fs_.writeFileSync)(request.evidence, serialized(evidence));
    stdout.write(json ? serialized(evidence) : `${terminalReport(evidence)}\n`);
    return exitCode;
}

// EXTERNAL MODULE: ./build/github/api.js + 2 modules
var api = __webpack_require__(4991);
// EXTERNAL MODULE: ./build/github/repository.js
var repository = __webpack_require__(7199);
// EXTERNAL MODULE: ./build/github/send.js
var send = __webpack_require__(9709);
// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(3934);
// EXTERNAL MODULE: ./build/desk/checklist.js
var checklist = __webpack_require__(6957);
// EXTERNAL MODULE: ./build/desk/evidence.js
var evidence = __webpack_require__(5308);
// EXTERNAL MODULE: ./build/desk/sleep.js
var sleep = __webpack_require__(2394);
;// CONCATENATED MODULE: ./build/desk/cli.js









/**
 * `edge-phase1 checklist`: the same as the workflow does.
 *
 * @returns what to tell
 * @throws Refusal, ApiError, ConfigError
 */
async function keepChecklist(options, env) {
    const { GITHUB_TOKEN: token, GITHUB_API_URL: url = 'https://api.github.com' } = env;
    const name = options.repository ?? env.GITHUB_REPOSITORY;
    if (!token) {
        throw new host_host/* Refusal */.P_('token', 'GITHUB_TOKEN is not set.', 'Set it to a token with the permission issues: write.');
    }
    if (!name)
        throw new host_host/* Refusal */.P_('repository', 'No repository is named.', 'Add --repository owner/name.');
    const { config } = (0,load/* loadConfig */.Z9)({ dir: process.cwd(), ...(options.config !== undefined && { file: options.config }) });
    const { summary, warnings } = await (0,checklist/* checklistTask */.Sb)({
        api: (0,api/* githubApi */.Mc)({ token, url, patienceSeconds: 900 }, { send: (0,send/* httpSend */.v)(`edge-phase1/${(0,version/* version */.r)()}`), now: Date.now, sleep: sleep/* sleep */.y }),
        repository: (0,repository/* parseRepository */.S)(name),
        config,
        payload: {},
        evidence: options.from.map(evidence/* readEvidence */.At).sort(evidence/* byTime */.XL),
        server: env.GITHUB_SERVER_URL ?? 'https://github.com',
        run: env.GITHUB_RUN_ID ?? '',
        source: '',
        now: () => new Date(),
        sleep: sleep/* sleep */.y,
        random: Math.random,
    });
    return [...warnings, summary].join('\n');
}

;// CONCATENATED MODULE: ./build/commands/checklist.js


/** `edge-phase1 checklist [FILE...]` */
const checklistCommand = async (from, { repository, config }, { stdout }) => {
    stdout.write(`${(0,defuse/* plain */.pj)(await keepChecklist({ repository, config, from }, process.env))}\n`);
    return 0;
};

// EXTERNAL MODULE: ./build/report/comment.js
var comment = __webpack_require__(8427);
// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(773);
// EXTERNAL MODULE: ./build/github/comment.js
var github_comment = __webpack_require__(5946);
// EXTERNAL MODULE: ./build/github/place.js
var github_place = __webpack_require__(476);
;// CONCATENATED MODULE: ./build/github/command.js





/**
 * Posts what a run found, from its evidence, in a job that has the token and nothing of the server. Answers the address.
 *
 * @throws Refusal or ApiError, with what to do
 */
async function postFromEvidence(command, world) {
    const { evidence } = command;
    const repository = command.repository || (evidence.trigger?.repository ?? '');
    const target = (0,github_place/* parseCommentTarget */.I)(command.to);
    const place = typeof target === 'number' ? (0,github_place/* placeOf */.$)(target, repository, {}) : undefined;
    if (!place) {
        throw new host_host/* Refusal */.P_('place', `'${command.to}' in the repository '${repository}' is no place for a comment.`, 'Pass the number of an issue or pull request with --to, and owner/name with --repository.');
    }
    const { mode, steps, host, run } = evidence;
    const text = (0,comment/* commentText */.br)(evidence);
    const topic = (0,comment/* topicOf */.FW)(mode, steps.map(({ step }) => step));
    const request = { topic, key: host, mode: 'update', onlyIfChanged: false, run };
    return (await (0,github_comment/* postComment */.Gy)(world, place, { ...request, render: (bytes) => (0,fit/* fitted */.$)(text, bytes) })).url;
}

;// CONCATENATED MODULE: ./build/commands/evidence-file.js



/** The document that `--from` names. @throws UsageError */
function evidenceFrom({ from }, command) {
    if (from === undefined)
        throw new UsageError(`${command} needs --from FILE, an evidence document.`);
    return readEvidence('--from', from);
}
/** @throws UsageError that names the option and the file */
function readEvidence(option, file) {
    try {
        return (0,evidence_evidence/* parseEvidence */.vf)((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        throw new UsageError(`${option}: '${file}' cannot be read as evidence: ${error.message}.`);
    }
}

;// CONCATENATED MODULE: ./build/commands/comment.js



const PATIENCE_SECONDS = 900;
/** `edge-phase1 comment --from FILE --to NUMBER` */
const commentCommand = async (_words, options, { stdout }) => {
    const { to = '', repository = '' } = options;
    const evidence = evidenceFrom(options, 'comment');
    const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY = '' } = process.env;
    if (token === '')
        throw new UsageError('comment needs a token in GITHUB_TOKEN, with the permission to comment.');
    const command = { evidence, to, repository: repository || GITHUB_REPOSITORY };
    // Only who asks GitHub pays for its client at the start.
    const { githubWorld } = await __webpack_require__.e(/* import() */ 455).then(__webpack_require__.bind(__webpack_require__, 5455));
    stdout.write(`${await postFromEvidence(command, githubWorld(token, process.env, PATIENCE_SECONDS))}\n`);
    return 0;
};

// EXTERNAL MODULE: ./build/facts/machine.js
var facts_machine = __webpack_require__(2210);
// EXTERNAL MODULE: ./build/facts/reading.js + 1 modules
var reading = __webpack_require__(5441);
// EXTERNAL MODULE: ./build/host-script/install.js
var install = __webpack_require__(9034);
// EXTERNAL MODULE: ./build/host-script/package.js
var host_script_package = __webpack_require__(1698);
// EXTERNAL MODULE: ./build/look.js
var look = __webpack_require__(9452);
;// CONCATENATED MODULE: ./build/doctor/sudoers.js
/** Programs live in /usr/sbin on every distribution with a merged /usr; sudo compares the file, not the name. */
const PATHS = {
    lvm: '/usr/sbin/lvm',
    dumpe2fs: '/usr/sbin/dumpe2fs',
    docker: '/usr/bin/docker',
    curl: '/usr/bin/curl',
};
/**
 * The sudoers file that gives a user just what Phase 1 needs: exact lines for looking, and for changing only the root-owned
 * scripts, pinned by digest (see sudoers(5)).
 *
 * @throws Error when a name cannot stand in a sudoers file
 */
function sudoersFile({ user, reads, scripts, leftOut = [] }) {
    // A name in capitals only would be an alias.
    if (!/^(?=.*[a-z])[A-Za-z_][A-Za-z0-9_.-]*\$?$/.test(user)) {
        throw new Error(`user '${user}' is not a user name: allowed are letters, digits, _ . and -, not capitals only`);
    }
    const readLines = new Set(reads.map(([program = '', ...args]) => [PATHS[program] ?? program, ...args].map(sudoers_escaped).join(' ')));
    const scriptLines = scripts.map((script) => `sha256:${script.sha256} ${script.path}`);
    const aliases = [
        { name: 'EDGE_PHASE1_LOOK', lines: [...readLines] },
        { name: 'EDGE_PHASE1_CHANGE', lines: scriptLines },
    ].filter(({ lines }) => lines.length > 0);
    return [
        `# edge-phase1: what ${user} may do as root. Check, then install:`,
        '#   visudo -cf FILE && install -o root -g root -m 0440 FILE /etc/sudoers.d/edge-phase1',
        ...leftOut.map(({ step, why }) => `# Without ${step}: whoever may run it is as good as root (${why}). To give that, name all steps.`),
        ...aliases.map(({ name, lines }) => `Cmnd_Alias ${name} = ${lines.join(', \\\n    ')}`),
        `${user} ALL=(root) NOPASSWD: ${aliases.map(({ name }) => name).join(', ')}`,
        '',
    ].join('\n');
}
/** In a command's arguments these have a meaning of their own; a star would match spaces and more files. */
function sudoers_escaped(word) {
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
/**
 * Looks at what each step needs on the host, in one round trip. Changes nothing.
 *
 * @param named whether somebody asked for these steps by name: only then the sudoers file has rights that are as good as root
 */
async function diagnose(host, steps, config, named = false) {
    const given = steps.filter((step) => named || step.asGoodAsRoot === undefined);
    const leftOut = steps.flatMap(({ id, asGoodAsRoot: why }) => (named || !why ? [] : [{ step: id, why }]));
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
        ...(machine.root ? [] : scriptOf(step).map((script) => rightFinding(step, script, results, given.includes(step)))),
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
    return {
        user,
        root: false,
        findings,
        sudoers: sudoersFile({ user, reads: rootReads, scripts: given.flatMap(scriptOf), leftOut }),
    };
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
    const commands = new Set(rootReads.map((argv) => argv.join(' ')));
    return [...commands].map((command) => {
        const look = results.some((result) => result.code === 0 && result.argv.join(' ') === command);
        return {
            step: 'all steps',
            title: `right to look with ${shortened(command)} as root`,
            result: look ? 'ok' : 'missing',
            found: look ? 'there' : 'sudo -n refuses',
            ...(look ? {} : { fix: SUDOERS_FIX }),
        };
    });
}
const lackFindings = (step, situation) => (step.lacks?.(situation) ?? []).map((lack) => ({ step: step.id, result: 'missing', ...lack }));
const shortened = (command) => (command.length > 60 ? `${command.slice(0, 60)}…` : command);
const SUDOERS_FIX = 'Install the sudoers file below.';
function rightFinding(step, script, results, given) {
    const rights = (0,reading/* outputOf */.jH)(results, 'rights') ?? '';
    const all = /NOPASSWD:[^\n]*\bALL\b/.test(rights);
    const change = all || (rights.includes(script.path) && rights.includes(script.sha256));
    return {
        step: step.id,
        title: `right to run ${script.path} as root${given ? '' : ` (as good as being root: ${step.asGoodAsRoot})`}`,
        result: change ? 'ok' : given ? 'missing' : 'optional',
        found: change ? (all ? 'there (all rights: more than is needed)' : 'there, pinned by digest') : 'not in sudo -n -l',
        ...(change ? {} : { fix: given ? SUDOERS_FIX : `edge-phase1 sudoers ${step.id}, together with the other steps` }),
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

// EXTERNAL MODULE: ./build/steps/index.js + 46 modules
var build_steps = __webpack_require__(1549);
;// CONCATENATED MODULE: ./build/commands/where.js




/** Which host, how to get in, and what is configured for it. */
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
/** The steps with these names, in their order; all of them where none is named. */
function chosenSteps(words) {
    const wrong = words.find((word) => !build_steps/* STEP_IDS */.W.includes(word));
    if (wrong !== undefined)
        throw new UsageError(`'${wrong}' is no step; allowed are: ${build_steps/* STEP_IDS */.W.join(', ')}.`);
    return words.length === 0 ? build_steps/* STEPS */.U : build_steps/* STEPS */.U.filter((step) => words.includes(step.id));
}

;// CONCATENATED MODULE: ./build/commands/doctor.js






/** `edge-phase1 doctor [step...]` */
const doctorCommand = (words, options, { stdout }) => withDiagnosis(words, options, (diagnosis, { name }) => {
    stdout.write(options.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : (0,defuse/* plain */.pj)(doctorReport(diagnosis, name)));
    return diagnosis.findings.some(({ result }) => result === 'missing') ? 1 : 0;
});
/** `edge-phase1 sudoers [step...]` */
const sudoersCommand = (words, options, { stdout }) => withDiagnosis(words, options, ({ sudoers }) => {
    if (sudoers === undefined) {
        throw new host_host/* Refusal */.P_('root', 'This user is root: it needs no sudoers file.', 'Connect as the user that runs Phase 1.');
    }
    stdout.write(sudoers);
    return 0;
});
async function withDiagnosis(words, options, then) {
    const steps = chosenSteps(words);
    const { config, host: target, credentials } = destination(options);
    const host = await (0,host_open/* openHost */.Z)(target, credentials);
    try {
        return then(await diagnose(host, steps, config, words.length > 0), host);
    }
    finally {
        await host.close();
    }
}

// EXTERNAL MODULE: ./build/github/error.js
var github_error = __webpack_require__(8741);
;// CONCATENATED MODULE: ./build/commands/failed.js





const USAGE = 2;
const REFUSED = 3;
const UNKNOWN = 6;
/** Says why a command did not get to its end, and what to do. Answers the exit code; what is a mistake of ours is thrown on. */
function failed(error, stderr) {
    const say = (text) => stderr.write((0,defuse/* plain */.pj)(`edge-phase1: ${text}\n`));
    if (error instanceof UsageError)
        say(`${error.message}\nTry --help.`);
    else if (error instanceof load/* ConfigError */.xL)
        say(error.message);
    else if (error instanceof github_error/* ApiError */.hD)
        say(error.message);
    else if (error instanceof host_host/* Refusal */.P_)
        say(`${error.message}\nWhat to do: ${error.wayOut}`);
    else if (error instanceof host_host/* OutcomeUnknown */.Jr)
        say(`The connection was lost while looking; nothing was begun. ${error.message}\nWhat to do: run it again.`);
    else
        throw error;
    if (error instanceof host_host/* Refusal */.P_ || error instanceof github_error/* ApiError */.hD)
        return REFUSED;
    return error instanceof host_host/* OutcomeUnknown */.Jr ? UNKNOWN : USAGE;
}

// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
;// CONCATENATED MODULE: ./build/commands/approve.js


/** Shows a plan to the person at the terminal, and asks. */
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

;// CONCATENATED MODULE: ./build/commands/mode.js












const mode_REFUSED = 3;
/** `edge-phase1 plan|apply|verify|rollback [step...]` */
const modeCommand = (mode) => async (words, options, streams) => {
    const { stdout, stderr } = streams;
    const failOn = failOnOf(options);
    const planHash = planHashOf(options);
    if (words.length === 0 && mode !== 'plan' && mode !== 'verify') {
        throw new UsageError(`${mode} needs the name of a step: ${build_steps/* STEP_IDS */.W.join(', ')}.`);
    }
    const steps = chosenSteps(words);
    if (planHash !== undefined && steps.length > 1) {
        throw new UsageError('--plan-hash: it is the hash of one plan; name the one step that it belongs to.');
    }
    const { config, host, credentials } = destination(options);
    const world = {
        open: () => (0,host_open/* openHost */.Z)(host, credentials),
        now: () => new Date(),
        approve: (plan) => approve(plan, options, streams),
        progress: progressPrinter(options.json ? undefined : stderr, () => Date.now()),
        version: (0,version/* version */.r)(),
        signal: stopSignal(stderr),
        patienceSeconds: patience(options),
    };
    const history = options.history === undefined ? undefined : readHistoryFile(options.history);
    const secrets = { harbor_admin_password: takeSecret('EDGE_PHASE1_HARBOR_ADMIN_PASSWORD') };
    const evidence = await (0,run/* run */.e)({ mode, steps, config, secrets, history, ...(planHash && { planHash }) }, world);
    if (options.evidence)
        (0,external_node_fs_.writeFileSync)(options.evidence, serialized(evidence));
    stdout.write(options.json ? serialized(evidence) : `${terminalReport(evidence)}\n`);
    // Without a step's name a plan is an overview of all of them: a refusal is one of its answers.
    const code = (0,failing/* finalExitCode */.cy)(evidence, failOn);
    return mode === 'plan' && words.length === 0 && code === mode_REFUSED ? 0 : code;
};
function failOnOf({ 'fail-on': wish = 'fail' }) {
    const failOn = failing/* FAIL_ON */.d$.find((one) => one === wish);
    if (failOn)
        return failOn;
    throw new UsageError(`--fail-on: '${wish}' is not allowed; write one of: ${failing/* FAIL_ON */.d$.join(', ')}.`);
}
function planHashOf({ 'plan-hash': hash }) {
    if (hash === undefined || /^[0-9a-f]{64}$/.test(hash))
        return hash;
    throw new UsageError(`--plan-hash: '${hash.slice(0, 60)}' is not a hash; allowed are the 64 hexadecimal digits that plan prints.`);
}
function patience({ patience = '120' }) {
    if (!/^\d{1,5}$/.test(patience))
        throw new UsageError(`--patience: '${patience}' is not allowed; write a number of seconds.`);
    return Number(patience);
}
function readHistoryFile(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new UsageError(`--history: '${file}' cannot be read: ${error.message}.`);
    }
}
/** What this program starts need not inherit it. */
function takeSecret(name) {
    const { [name]: value = '' } = process.env;
    delete process.env[name];
    return value;
}

;// CONCATENATED MODULE: ./build/commands/options.js


const options_OPTIONS = {
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
    to: { type: 'string' },
    repository: { type: 'string' },
    'fail-on': { type: 'string' },
    'ssh-key': { type: 'string' },
    'known-hosts': { type: 'string' },
    patience: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
};
const parse = (args) => (0,external_node_util_.parseArgs)({ args: [...args], options: options_OPTIONS, allowPositionals: true });
/** @throws UsageError */
function parseWords(args) {
    try {
        return parse(args);
    }
    catch (error) {
        throw new UsageError(error.message);
    }
}

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 1 modules
var evidence_conclusion = __webpack_require__(5974);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/commands/report.js





/** `edge-phase1 report --from FILE [--before FILE]` */
const reportCommand = (_words, options, { stdout }) => {
    const { before, json } = options;
    const evidence = evidenceFrom(options, 'report');
    const shown = before === undefined ? evidence : report_compared(evidence, before);
    stdout.write(json ? serialized(shown) : (0,markdown/* markdownReport */.q)(shown));
    return 0;
};
function report_compared(evidence, file) {
    const earlier = readEvidence('--before', file);
    try {
        return (0,evidence_conclusion/* withBefore */.u)(evidence, earlier);
    }
    catch (error) {
        throw new UsageError(`--before: '${file}' cannot be compared: ${error.message}.`);
    }
}

// EXTERNAL MODULE: ./build/evidence/folder.js
var evidence_folder = __webpack_require__(1325);
// EXTERNAL MODULE: ./build/evidence/history.js
var evidence_history = __webpack_require__(9621);
// EXTERNAL MODULE: ./build/evidence/history-of.js
var history_of = __webpack_require__(8543);
// EXTERNAL MODULE: ./build/texts/language.js
var texts_language = __webpack_require__(7104);
// EXTERNAL MODULE: ./build/package-folder.js
var package_folder = __webpack_require__(8268);
;// CONCATENATED MODULE: ./build/dashboard/assets.js



/** As `npm run build` made them from `page/`. */
function assets(folder = (0,external_node_path_.join)((0,package_folder/* packageFolder */.n)(), 'dist', 'dashboard')) {
    const text = (name) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8');
    return { css: text('page.css'), script: text('page.js') };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/dashboard/data.js
/** What the page shows, as plain data: made by `model.ts`, drawn by `page/`. Times are seconds since 1970, in UTC. */
const CHARTS = ['disk', 'builds', 'score'];

;// CONCATENATED MODULE: ./build/texts/fill.js
/** The text with its `{names}` filled in; what is filled in is not looked at again. */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

;// CONCATENATED MODULE: ./build/dashboard/format.js

const GIB = 1024 ** 3;
const LOCALES = { en: 'en-GB', fr: 'fr-FR' };
/** How numbers and times are written in a language; the same on the page as in its tables. */
function formatOf(language) {
    const locale = LOCALES[language];
    const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
    const numbers = [0, 1, 2].map((digits) => new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'negative',
    }));
    const number = (value, digits = 0) => numbers[digits].format(value);
    const day = (seconds) => dates.format(seconds * 1000);
    const [gib, mib] = language === 'fr' ? ['Gio', 'Mio'] : ['GiB', 'MiB'];
    return {
        number,
        day,
        moment: (seconds) => `${day(seconds)}, ${times.format(seconds * 1000)}`,
        size: (bytes) => bytes === 0 || Math.abs(bytes) >= GIB / 10
            ? `${number(bytes / GIB, Math.abs(bytes) < 10 * GIB ? 2 : 1)} ${gib}`
            : `${number(bytes / 1024 ** 2, 1)} ${mib}`,
        percent: (value) => `${number(value, 1)} %`,
        limit: (seconds) => {
            const [value, unit] = seconds < 60 ? [seconds, 's'] : [seconds / 60, 'min'];
            return `${number(value, Number.isInteger(value) ? 0 : 1)} ${unit}`;
        },
        duration: (seconds) => (seconds < 120 ? `${number(seconds, 1)} s` : `${number(seconds / 60, 1)} min`),
    };
}
const builds = (texts, { number }, n) => n === 1 ? texts.build_1 : fill(texts.build_n, { n: number(n) });
/** A target as it stands in the configuration: without needless decimals. */
const plainPercent = ({ number }, value) => number(value, Number.isInteger(value) ? 0 : 1);

;// CONCATENATED MODULE: ./build/dashboard/facts.js
/** What stands at the top of each host: its newest figures, and whether they reach their targets. Pure. */


const factsOf = (host, texts, format) => [
    scoreFact(host, texts, format),
    diskFact(host, texts, format),
    forecastFact(host, texts, format),
    buildFact(host, texts, format),
];
const missing = (title, { notKnown }) => ({ title, value: '–', note: notKnown });
const judged = (passes) => ({ result: passes ? 'pass' : 'fail' });
const joined = (...notes) => notes.filter(Boolean).join(' · ');
function scoreFact({ scores, targets }, texts, { number }) {
    const [score, unknown = 0] = [scores.score.at(-1), scores.unknown.at(-1)];
    if (score === undefined)
        return missing(texts.score, texts);
    const { score: target } = targets;
    return {
        title: texts.score,
        value: number(score),
        note: joined(target === undefined ? '' : fill(texts.targetIs, { value: `≥ ${number(target)}` }), unknown > 0 ? fill(texts.unknownPoints, { n: number(unknown) }) : ''),
        ...(target !== undefined && judged(score >= target)),
    };
}
function diskFact({ disk, targets }, texts, format) {
    const [used, usable] = [disk.used.at(-1), disk.usable.at(-1)];
    if (used === undefined || usable === undefined)
        return missing(texts.disk, texts);
    const percent = (100 * used) / usable;
    const { diskUse: target } = targets;
    return {
        title: texts.disk,
        value: format.percent(percent),
        note: joined(target === undefined ? '' : fill(texts.targetIs, { value: `< ${plainPercent(format, target)} %` }), fill(texts.used_of, { used: format.size(used), usable: format.size(usable) })),
        ...(target !== undefined && judged(percent < target)),
    };
}
/** The level that is reached first. */
function forecastFact({ forecast, disk }, texts, format) {
    if (disk.at.length === 0 || !forecast.growth)
        return missing(texts.forecast, texts);
    const first = forecast.levels.find(({ exceeded, at }) => exceeded || at !== undefined) ?? forecast.levels[0];
    if (!first)
        return missing(texts.forecast, texts);
    const level = levelName(first, texts, format);
    if (first.exceeded)
        return { title: texts.forecast, value: texts.reached, note: level, result: 'fail' };
    if (first.at === undefined)
        return { title: texts.forecast, value: texts.none, note: level };
    return {
        title: texts.forecast,
        value: format.day(Date.parse(first.at) / 1000),
        note: fill(texts.expected, { level }),
    };
}
function buildFact({ scenarios, targets }, texts, format) {
    const scenario = scenarios.find(({ name }) => name === targets.scenario) ?? scenarios[0];
    const last = scenario?.sessions.at(-1);
    if (!scenario || !last)
        return missing(texts.builds, texts);
    const target = scenario.name === targets.scenario ? targets.build : undefined;
    return {
        title: texts.builds,
        value: format.duration(last.seconds),
        note: joined(target === undefined ? '' : fill(texts.targetIs, { value: `< ${format.limit(target)}` }), scenario.name, builds(texts, format, last.builds)),
        ...(target !== undefined && judged(last.seconds < target)),
    };
}
function levelName({ id, percent }, texts, format) {
    const level = fill(texts.level, { percent: plainPercent(format, percent) });
    return id === 'eviction' ? `${texts.eviction} (${level})` : level;
}
/** The forecast in sentences. */
function forecastWords({ forecast, disk }, texts, format) {
    const { growth, days, levels } = forecast;
    if (disk.at.length === 0)
        return [];
    if (!growth)
        return [texts.tooLittle];
    const usable = disk.usable.at(-1);
    const bytes = (percent) => format.size((usable * percent) / 100);
    const grows = growth.estimate >= 0;
    const [from, to] = grows ? [growth.low, growth.high] : [-growth.high, -growth.low];
    const values = { bytes: format.size(Math.abs(growth.bytes)), low: bytes(from), high: bytes(to) };
    const rate = fill(grows ? texts.growth : texts.shrinks, { ...values, days: format.number(days) });
    return [rate, ...levels.map((level) => levelWords(level, texts, format))];
}
function levelWords(level, texts, format) {
    const name = levelName(level, texts, format);
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    const day = (at) => format.day(Date.parse(at) / 1000);
    if (level.exceeded)
        return fill(texts.already, { level: title });
    const { at, earliest, latest } = level;
    const when = at ? fill(texts.about, { level: title, at: day(at) }) : fill(texts.never, { level: title });
    if (!earliest)
        return at ? `${when}.` : when;
    const span = latest
        ? fill(texts.between, { earliest: day(earliest), latest: day(latest) })
        : fill(texts.notBefore, { earliest: day(earliest) });
    return at ? `${when} ${span}.` : `${when} ${span}`;
}

;// CONCATENATED MODULE: ./build/dashboard/markup.js
/** HTML whose parts are escaped unless they are HTML themselves. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
const markup_escaped = (text) => text.replace(/[&<>"']/g, (char) => ENTITIES[char]);
/** A template of HTML: what is put into it, in text or in a quoted attribute, takes no effect as markup. */
const html = (texts, ...parts) => new Markup(texts.reduce((all, text, place) => all + markup_textOf(parts[place - 1] ?? '') + text));
function markup_textOf(part) {
    if (part instanceof Markup)
        return part.text;
    if (typeof part === 'string' || typeof part === 'number')
        return markup_escaped(String(part));
    return part.map(markup_textOf).join('');
}
/** JSON for a script element: no text in it can end the element, or begin a comment. */
const scriptJson = (value) => new Markup(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`));

;// CONCATENATED MODULE: ./build/dashboard/rows.js
/** The data of a chart as a table, newest first: the same words on the server's side and on the page. Pure. */
function rowsOf(kind, host, texts, format) {
    if (kind === 'disk')
        return diskRows(host, texts, format);
    return kind === 'builds' ? buildRows(host, texts, format) : scoreRows(host, texts, format);
}
function diskRows({ disk }, texts, { moment, percent, size }) {
    const { at, used, usable } = disk;
    return {
        columns: [texts.when, texts.inUse, texts.used, texts.usable, texts.size],
        numbersFrom: 1,
        count: at.length,
        row(place) {
            const i = at.length - 1 - place;
            const share = (100 * used[i]) / usable[i];
            return [moment(at[i]), percent(share), size(used[i]), size(usable[i]), size(disk.size[i])];
        },
    };
}
function buildRows({ scenarios }, texts, { moment, duration, number }) {
    const sessions = scenarios
        .flatMap(({ name, sessions }) => sessions.map((session) => ({ name, ...session })))
        .sort((a, b) => b.at - a.at);
    return {
        columns: [texts.when, texts.scenario, texts.commit, texts.median, texts.interval, texts.buildCount],
        numbersFrom: 3,
        count: sessions.length,
        row(place) {
            const { at, name, commit, seconds, low, high, builds } = sessions[place];
            const interval = builds === 1 ? '–' : `${duration(low)} – ${duration(high)}`;
            return [moment(at), name, commit === '?' ? '–' : commit, duration(seconds), interval, number(builds)];
        },
    };
}
function scoreRows({ scores }, texts, { moment, number }) {
    const { at, score, unknown } = scores;
    return {
        columns: [texts.when, texts.score, texts.unknown],
        numbersFrom: 1,
        count: at.length,
        row(place) {
            const i = at.length - 1 - place;
            return [moment(at[i]), number(score[i]), number(unknown[i])];
        },
    };
}

;// CONCATENATED MODULE: ./build/dashboard/figures.js





/** Rows of a table that are there without the page's script, which adds the older ones on demand. */
const FIRST_ROWS = 50;
const STALE_DAYS = 7;
const DAY_SECONDS = 86_400;
/** The charts of one kind, a host beside the other. */
function figures(kind, data) {
    const format = formatOf(data.language);
    return html `<div class="hosts">${data.hosts.map((host, place) => figure(kind, host, place, data, format))}</div>
${legend(kind, data)}`;
}
/** What holds for the charts of all hosts. */
function legend(kind, { hosts, texts }) {
    const intervals = kind === 'builds' && hosts.some(hasSeveral) ? `${texts.intervalNote} ` : '';
    const marks = hosts.some((host) => host.marks.length > 0)
        ? html `${texts.marksHint} <a href="#applied">${texts.applied}</a>.`
        : '';
    return intervals || marks ? html `<p class="note">${intervals}${marks}</p>` : '';
}
function figure(kind, host, place, data, format) {
    const { texts } = data;
    const rows = rowsOf(kind, host, texts, format);
    const name = data.hosts.length > 1 ? html `<h3><bdi>${host.name}</bdi></h3>` : '';
    if (rows.count === 0)
        return html `<div class="figure">${name}<p class="empty">${emptyText(kind, texts)}</p></div>`;
    const id = `${kind}-${place}`;
    const points = fill(texts.points, { n: format.number(rows.count) });
    const label = `${texts[kind]}, ${host.name}: ${points}. ${rows.row(0).join(', ')}`;
    return html `<div class="figure">${name}
<div class="plot" data-kind="${kind}" data-host="${place}" hidden tabindex="0" role="application" aria-roledescription="${texts.chart}" aria-label="${label}" aria-describedby="keys" data-hint="${texts.keys}"></div>
<p class="readout" id="${id}-readout" hidden></p>
${notes(kind, host, data, format).map((note) => html `<p class="note">${note}</p>`)}
<details><summary>${fill(texts.asTable, { n: format.number(rows.count) })}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${texts[kind]}, ${host.name}">${table(rows, id)}</div>
<button type="button" class="older" data-kind="${kind}" data-host="${place}" hidden>${texts.older}</button></details>
</div>`;
}
const emptyText = (kind, texts) => ({ disk: texts.noDisk, builds: texts.noBuilds, score: texts.noScore })[kind];
function notes(kind, host, { texts, made }, format) {
    if (kind !== 'disk')
        return [];
    const { at, size, usable } = host.disk;
    const age = Math.floor((made - at.at(-1)) / DAY_SECONDS);
    const stale = age > STALE_DAYS ? [fill(texts.stale, { n: format.number(age) })] : [];
    const older = size.some((bytes, i) => bytes === usable[i]) ? [texts.sizeNote] : [];
    return [...stale, forecastWords(host, texts, format).join(' '), ...older];
}
const hasSeveral = ({ scenarios }) => scenarios.some(({ sessions }) => sessions.some(({ builds }) => builds > 1));
function table(rows, id) {
    const { columns, numbersFrom, count } = rows;
    const kind = (column) => (column >= numbersFrom ? 'number' : 'text');
    const shown = Array.from({ length: Math.min(count, FIRST_ROWS) }, (_, place) => rows.row(place));
    return html `<table id="${id}-table"><thead><tr>${columns.map((name, i) => html `<th scope="col" class="${kind(i)}">${name}</th>`)}</tr></thead>
<tbody>${shown.map((row) => html `<tr>${row.map((text, i) => html `<td class="${kind(i)}">${text}</td>`)}</tr>\n`)}</tbody></table>`;
}

;// CONCATENATED MODULE: ./build/dashboard/overview.js




/** The newest figures: large for one host, side by side for several. */
function overview(data) {
    const format = formatOf(data.language);
    const [only] = data.hosts;
    return data.hosts.length === 1 && only ? tiles(only, data.texts, format) : comparison(data, format);
}
function tiles(host, texts, format) {
    return html `<p class="host"><bdi>${host.name}</bdi> <span class="seen">${seen(host, texts, format)}</span></p>
<dl class="tiles">${factsOf(host, texts, format).map((fact) => html `<div class="tile"><dt>${fact.title}</dt><dd>${figureOf(fact, texts)}</dd></div>`)}</dl>`;
}
const seen = ({ lastSeen }, texts, { moment }) => lastSeen === undefined ? '' : `${texts.lastSeen}: ${moment(lastSeen)}`;
/** Roles are named because the narrow form lays rows out as blocks, which takes the meaning of a table from them. */
function comparison({ hosts, texts }, format) {
    const titles = factsOf(hosts[0], texts, format).map(({ title }) => title);
    const rows = hosts.map((host) => {
        const cells = factsOf(host, texts, format).map((fact) => html `<td role="cell"><span class="label" aria-hidden="true">${fact.title}</span>${figureOf(fact, texts)}</td>`);
        const at = host.lastSeen === undefined ? '–' : format.moment(host.lastSeen);
        return html `<tr role="row"><th role="rowheader" scope="row"><bdi>${host.name}</bdi></th>${cells}<td role="cell"><span class="label" aria-hidden="true">${texts.lastSeen}</span><span class="note">${at}</span></td></tr>\n`;
    });
    return html `<table class="comparison" role="table"><caption>${texts.hostsSideBySide}</caption>
<thead role="rowgroup"><tr role="row">${[texts.host, ...titles, texts.lastSeen].map((title) => html `<th role="columnheader" scope="col">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`;
}
function figureOf({ value, note, result }, texts) {
    const mark = result === 'pass' ? `✓ ${texts.reached}` : `✕ ${texts.missed}`;
    const verdict = result && value !== texts.reached ? html ` <span class="verdict ${result}">${mark}</span>` : '';
    return html `<span class="value">${value}</span>${verdict} <span class="note">${note}</span>`;
}
function overview_checklist({ checklist: groups, texts, language }) {
    if (groups.length === 0)
        return html `<p class="empty">${texts.noChecklist}</p>`;
    const format = formatOf(language);
    const sum = (of) => groups.reduce((all, group) => all + of(group), 0);
    const [done, total] = [sum((group) => group.done), sum((group) => group.total)];
    return html `<p class="total"><span class="value">${fill(texts.itemsDone, { done: format.number(done), total: format.number(total) })}</span></p>
<ul class="groups">${groups.map((group) => groupItem(group, texts, format))}</ul>`;
}
function groupItem({ title, done, total, at }, texts, format) {
    const count = fill(texts.doneOf, { done: format.number(done), total: format.number(total) });
    return html `<li><span class="group">${title}</span> <progress max="${total}" value="${done}" aria-label="${title}"></progress> <span class="count">${count}</span> <span class="note">${format.day(at)}</span></li>\n`;
}
/** Everything that was carried out, the newest first; the numbers are those in the charts. */
function applied({ hosts, texts, language }) {
    const { moment } = formatOf(language);
    const several = hosts.length > 1;
    const marks = hosts
        .flatMap((host) => host.marks.map((mark) => ({ ...mark, host: host.name })))
        .sort((a, b) => b.at - a.at);
    if (marks.length === 0)
        return html `<p class="empty">${texts.noApplied}</p>`;
    return html `<ul class="marks">${marks.map((mark) => html `<li><span class="badge">${mark.number}</span>
<div><span class="what">${mark.title}</span>
<span class="note">${several ? html `<bdi>${mark.host}</bdi> · ` : ''}${moment(mark.at)} · <code>${mark.step}</code>${mark.mode === 'rollback' ? ` · ${texts.rollback}` : ''} · <span class="${mark.outcome === 'done' ? 'pass' : 'fail'}">${outcomeText(mark.outcome, texts)}</span></span></div></li>\n`)}</ul>`;
}
const outcomeText = (outcome, texts) => ({ done: texts.outcome_done, undone: texts.outcome_undone, 'needs-person': texts['outcome_needs-person'] })[outcome] ?? texts.notKnown;

;// CONCATENATED MODULE: ./build/dashboard/html.js
/** What the page shows -> one HTML file that needs nothing else. Pure. */







const DATA_ID = 'data';
const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b62c4'/%3E%3Cpath d='M3 11l3-4 3 2 4-5' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";
function dashboardHtml(data, { css, script }) {
    const { language, texts, made } = data;
    const { text } = html `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy(css, script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${texts.title}</title>
<link rel="icon" href="${ICON}">
<style>${new Markup(css)}</style>
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header>
<h1>${texts.title}</h1>
<p class="note">${fill(texts.made, { at: formatOf(language).moment(made) })}</p>
<div class="tools">${data.hosts.length > 0 ? choice('span', texts.span, spans(texts)) : ''}${choice('theme', texts.theme, themes(texts))}</div>
</header>
<main id="content" tabindex="-1">
${data.hosts.length === 0 && data.checklist.length === 0 ? html_nothing(texts) : content(data)}
</main>
<script type="application/json" id="${DATA_ID}">${scriptJson(data)}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`;
    return text;
}
/** Nothing is asked of any server, and only our own script and style may run: both are named by their hashes. */
function policy(css, script) {
    const hash = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
    return [
        "default-src 'none'",
        `script-src ${hash(script)}`,
        `style-src ${hash(css)}`,
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ].join('; ');
}
const spans = (texts) => [
    ['30', fill(texts.days, { n: 30 })],
    ['90', fill(texts.days, { n: 90 })],
    ['all', texts.all],
];
const themes = (texts) => [
    ['auto', texts.auto],
    ['light', texts.light],
    ['dark', texts.dark],
];
/** Does nothing without the page's script, which shows it. */
function choice(name, legend, choices) {
    const first = name === 'span' ? 'all' : 'auto';
    return html `<fieldset class="choice" hidden><legend>${legend}</legend>${choices.map(([value, title]) => html `<label><input type="radio" name="${name}" value="${value}"${value === first ? new Markup(' checked') : ''}><span>${title}</span></label>`)}</fieldset>`;
}
function content(data) {
    const { texts, hosts } = data;
    const charts = CHARTS.map((kind) => section(kind, texts[kind], hosts.length > 0 ? figures(kind, data) : html ``));
    const now = hosts.length > 0 ? section('overview', texts.overview, overview(data)) : '';
    return html `<noscript><p class="empty">${texts.noScript}</p></noscript>
<p id="keys" class="unseen">${texts.keys}</p>
${now}
${hosts.length > 0 ? charts : ''}
<div class="pair">${section('checklist', texts.checklist, overview_checklist(data))}
${section('applied', texts.applied, applied(data))}</div>`;
}
const section = (id, title, body) => html `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>\n`;
const html_nothing = (texts) => html `<section class="nothing" aria-labelledby="nothing">
<h2 id="nothing">${texts.nothing}</h2>
<p>${texts.nothingHow}</p>
<ul>
<li>${texts.nothingWatch}</li>
<li>${texts.nothingVerify}<pre><code>edge-phase1 verify validate --evidence evidence.json
edge-phase1 dashboard --evidence .</code></pre></li>
<li>${texts.nothingBuild}<pre><code>edge-phase1 apply build-test --evidence build.json</code></pre></li>
</ul>
</section>`;

// EXTERNAL MODULE: ./build/stats/forecast.js + 1 modules
var forecast = __webpack_require__(2025);
// EXTERNAL MODULE: ./build/texts/index.js + 40 modules
var texts = __webpack_require__(8774);
// EXTERNAL MODULE: ./build/stats/summary.js
var summary = __webpack_require__(7127);
;// CONCATENATED MODULE: ./build/stats/median-interval.js

const TAIL = 0.025;
/**
 * The median and its interval from order statistics: no form of distribution is assumed. Of values x(1) to x(n) it is
 * x(k) to x(n + 1 − k), with the greatest k for which P(B < k) ≤ 2.5 %, B binomial (n, ½); it needs at least 6 values.
 *
 * Hahn and Meeker, "Statistical Intervals" (1991), section 5.2.
 *
 * @param values at least one, in any order
 */
function medianInterval(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const n = sorted.length;
    const k = rank(n);
    const median = (0,summary/* quantileOfSorted */.mY)(sorted, 0.5);
    return { median, low: sorted[Math.max(k, 1) - 1], high: sorted[n - Math.max(k, 1)], established: k >= 1 };
}
/** 0 where there are too few values. In logarithms, since ½ to the n is 0 for a computer beyond n = 1074. */
function rank(n) {
    let k = 0;
    let logTerm = -n * Math.LN2;
    let below = Math.exp(logTerm);
    while (below <= TAIL && k < n / 2) {
        k += 1;
        logTerm += Math.log((n - k + 1) / k);
        below += Math.exp(logTerm);
    }
    return k;
}

;// CONCATENATED MODULE: ./build/dashboard/shown.js

const shown_MOST_CHARACTERS = 200;
/** Text of a host, of an issue, of a file that anybody may have written: no control or direction character, one line, bounded. */
const shown = (text) => (0,defuse/* short */.h0)((0,defuse/* plain */.pj)(text).replace(/\s+/g, ' ').trim(), shown_MOST_CHARACTERS) || '?';
/** Seconds since 1970. */
const time = (at) => Math.round(Date.parse(at) / 1000);

;// CONCATENATED MODULE: ./build/dashboard/sessions.js


/**
 * Builds of one host by scenario, and in it by run. In lines without a run (schema 0 and 1), those of one day and commit are
 * taken to be one.
 */
function scenariosOf(lines) {
    const scenarios = grouped(lines, ({ scenario }) => shown(scenario));
    return [...scenarios].map(([name, builds]) => ({
        name,
        sessions: [...grouped(builds, sessionKey).values()].map(sessionOf).sort((a, b) => a.at - b.at),
    }));
}
function grouped(entries, keyOf) {
    const groups = new Map();
    for (const entry of entries) {
        const group = groups.get(keyOf(entry));
        if (group)
            group.push(entry);
        else
            groups.set(keyOf(entry), [entry]);
    }
    return groups;
}
const sessionKey = ({ run, at, commit }) => run ?? `${at.slice(0, 10)} ${commit}`;
function sessionOf(builds) {
    const { median, ...interval } = medianInterval(builds.map(({ seconds }) => seconds));
    const at = builds.reduce((least, build) => Math.min(least, time(build.at)), Number.POSITIVE_INFINITY);
    return { at, seconds: median, ...interval, builds: builds.length, commit: shown(builds[0].commit.slice(0, 12)) };
}

;// CONCATENATED MODULE: ./build/dashboard/model.js
/** History -> what the page shows. Pure. */




/** @param made when the page is made; the forecast rests on the last reading, however old it is */
function dashboardData(history, language, made) {
    const names = ['builds', 'disks', 'scores', 'applied'];
    const hosts = [...new Set(names.flatMap((kind) => history[kind].map(({ host }) => host)))].sort();
    const data = hosts.map((host) => hostData(host, history));
    const scenarios = [...new Set(data.flatMap((host) => host.scenarios.map(({ name }) => name)))].sort();
    return {
        language,
        texts: (0,texts/* speechIn */.uy)(language).texts.dashboard,
        made: Math.round(made.getTime() / 1000),
        hosts: data,
        scenarios,
        checklist: checklistOf(history),
    };
}
function hostData(host, history) {
    const own = (lines) => lines.filter((line) => line.host === host).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const disks = own(history.disks).filter(({ used_bytes, size_bytes }) => used_bytes >= 0 && size_bytes > 0);
    const builds = own(history.builds).filter(({ seconds }) => seconds >= 0);
    const scores = own(history.scores);
    const applied = own(history.applied);
    const targets = targetsOf(own(history.targets));
    const all = [disks, builds, scores, applied];
    const times = all.flatMap((lines) => lines.slice(-1)).map(({ at }) => time(at));
    return {
        name: shown(host),
        lastSeen: times.length > 0 ? Math.max(...times) : undefined,
        scenarios: scenariosOf(builds),
        disk: diskOf(disks),
        forecast: forecastOf(disks, targets),
        scores: scoresOf(scores),
        marks: applied.map((line, place) => ({
            number: place + 1,
            at: time(line.at),
            step: shown(line.step),
            mode: shown(line.mode),
            outcome: shown(line.outcome),
            title: shown(line.title),
        })),
        targets,
    };
}
const usableOf = ({ used_bytes, size_bytes, available_bytes }) => available_bytes === undefined ? size_bytes : used_bytes + available_bytes;
const diskOf = (lines) => ({
    at: lines.map(({ at }) => time(at)),
    used: lines.map(({ used_bytes }) => used_bytes),
    usable: lines.map(usableOf),
    size: lines.map(({ size_bytes }) => size_bytes),
});
const scoresOf = (lines) => ({
    at: lines.map(({ at }) => time(at)),
    score: lines.map(({ score }) => score),
    unknown: lines.map(({ unknown }) => unknown),
});
function targetsOf(lines) {
    const of = (check) => lines.findLast((line) => line.check === check);
    const value = (name, check) => {
        const line = of(check);
        return line ? { [name]: line.value } : {};
    };
    const scenario = of('build_time')?.of;
    return {
        ...value('diskUse', 'disk_use'),
        ...value('eviction', 'eviction'),
        ...value('diskSize', 'disk_size'),
        ...value('build', 'build_time'),
        ...value('score', 'score'),
        ...(scenario && { scenario: shown(scenario) }),
    };
}
function forecastOf(lines, { diskUse, eviction }) {
    const last = lines.at(-1);
    if (!last)
        return { days: 0, values: 0, levels: [] };
    const usable = usableOf(last);
    const levels = [
        ['disk_use', diskUse],
        ['eviction', eviction],
    ].flatMap(([id, percent]) => (percent === undefined ? [] : [{ id, percent }]));
    const marks = levels.map(({ id, percent }) => ({
        title: id,
        bytesLeft: Math.round((usable * percent) / 100 - last.used_bytes),
    }));
    const points = lines.map(({ at, used_bytes }) => ({ at, usedBytes: used_bytes }));
    const { growth, days, values, marks: reached } = (0,forecast/* forecast */.g)(points, marks, new Date(last.at));
    const percent = (bytes) => (100 * bytes) / usable;
    const { estimate = 0, low = 0, high = 0 } = growth ?? {};
    return {
        ...(growth && {
            growth: { estimate: percent(estimate), low: percent(low), high: percent(high), bytes: estimate },
        }),
        days,
        values,
        levels: levels.map((level, place) => levelOf(level, reached[place])),
    };
}
const levelOf = (level, { bytesLeft = 0, at, earliest, latest }) => ({
    ...level,
    exceeded: bytesLeft <= 0,
    ...(at && { at: day(at) }),
    ...(earliest && { earliest: day(earliest) }),
    ...(latest && { latest: day(latest) }),
});
/** Of a time that may lie far ahead, where years have more than four digits. */
const day = (at) => new Date(Math.floor(Date.parse(at) / forecast/* DAY */.d) * forecast/* DAY */.d).toISOString();
/** The newest line of each group, in the order of the checklist. */
function checklistOf({ checklists }) {
    const newest = new Map();
    for (const line of checklists) {
        const before = newest.get(line.group);
        if (!before || Date.parse(before.at) <= Date.parse(line.at))
            newest.set(line.group, line);
    }
    return [...newest.values()]
        .filter(({ done, total }) => done >= 0 && total > 0)
        .sort((a, b) => a.place - b.place || (a.group < b.group ? -1 : 1))
        .map(({ title, at, done, total }) => ({ title: shown(title), at: time(at), done: Math.min(done, total), total }));
}

;// CONCATENATED MODULE: ./build/dashboard/command.js











const DASHBOARD_HELP = `edge-phase1 dashboard: writes one static page from the history, that needs no server and asks no other.

Usage
  edge-phase1 dashboard --history FOLDER    from the files of the branch edge-phase1-data
  edge-phase1 dashboard --evidence FOLDER   from evidence documents in this folder and below it (*.json)
                                            both may be given; then they are put together

Options
  --to FILE          default: dashboard.html
  --language WHICH   en (default) or fr
`;
const DEFAULT_FILE = 'dashboard.html';
/**
 * `edge-phase1 dashboard`.
 *
 * @param built style and script of the page; default: those of this package
 * @returns what to tell, and the files of evidence that are not on the page
 * @throws UsageError, Refusal
 */
function dashboardCommand(args, now, built) {
    if (args.includes('--help') || args.includes('-h'))
        return { text: DASHBOARD_HELP, broken: [] };
    const { history, evidence: folder, to, language } = parsed(args);
    const { evidence, broken } = folder === undefined ? NO_EVIDENCE : evidenceIn(folder);
    const known = evidence.map(history_of/* historyOf */.o).reduce(evidence_history/* joined */.oR, history === undefined ? evidence_history/* NO_HISTORY */.Vo : historyIn(history));
    const data = dashboardData(known, language, now);
    const page = dashboardHtml(data, built ?? assets());
    try {
        (0,external_node_fs_.writeFileSync)(to, page);
    }
    catch (error) {
        throw new UsageError(`--to: '${to}' cannot be written: ${error.message}.`);
    }
    return { text: `${to}: ${command_summary(data)}\n`, broken };
}
function parsed(args) {
    const text = { type: 'string' };
    const options = { history: text, evidence: text, to: text, language: text };
    try {
        const { values } = (0,external_node_util_.parseArgs)({ args: [...args], options });
        const { history, evidence, to = DEFAULT_FILE, language: wish = 'en' } = values;
        const language = texts_language/* LANGUAGES */.Y.find((name) => name === wish);
        if (!language)
            throw new Error(`--language: '${wish}' is not allowed; write one of: ${texts_language/* LANGUAGES */.Y.join(', ')}.`);
        if (history === undefined && evidence === undefined)
            throw new Error('dashboard needs --history FOLDER or --evidence FOLDER.');
        return { history, evidence, to, language };
    }
    catch (error) {
        throw new UsageError(error.message);
    }
}
/**
 * The history in a checkout of the data branch; an empty folder is an empty history.
 *
 * @throws UsageError, Refusal where it is of a newer version
 */
function historyIn(folder) {
    mustBeFolder('--history', folder);
    try {
        return (0,evidence_history/* parseHistory */.i6)((0,evidence_folder/* historyFilesIn */.VY)(folder));
    }
    catch (error) {
        if (!(error instanceof evidence_history/* NewerHistory */.ex))
            throw error;
        throw new host_host/* Refusal */.P_('newer-history', error.message, 'Use the version that wrote it.');
    }
}
const NO_EVIDENCE = { evidence: [], broken: [] };
function evidenceIn(folder) {
    mustBeFolder('--evidence', folder);
    return (0,evidence_folder/* evidenceBelow */.Ns)(folder);
}
function mustBeFolder(option, folder) {
    if (!(0,external_node_fs_.existsSync)(folder) || !(0,external_node_fs_.statSync)(folder).isDirectory())
        throw new UsageError(`${option}: '${folder}' is no folder; name the one with the files.`);
}
function command_summary({ hosts, checklist }) {
    const sum = (of) => hosts.reduce((all, host) => all + of(host), 0);
    const counts = [
        [hosts.length, 'hosts'],
        [sum(({ disk }) => disk.at.length), 'disk readings'],
        [
            sum(({ scenarios }) => scenarios.reduce((all, { sessions }) => all + sessions.length, 0)),
            'measured runs of builds',
        ],
        [sum(({ scores }) => scores.at.length), 'scores'],
        [sum(({ marks }) => marks.length), 'plans carried out'],
        [checklist.length, 'groups of the checklist'],
    ];
    const known = counts.filter(([count]) => count > 0).map(([count, what]) => `${what}: ${count}`);
    return known.length > 0 ? known.join(', ') : 'no measurements yet; the page says how to get them';
}

// EXTERNAL MODULE: ./build/documents/index.js + 18 modules
var documents = __webpack_require__(8259);
;// CONCATENATED MODULE: ./build/documents/command.js









const command_OPTIONS = {
    evidence: { type: 'string', multiple: true },
    history: { type: 'string' },
    language: { type: 'string' },
    server: { type: 'string' },
    to: { type: 'string' },
};
const DEFAULT_FOLDER = (0,external_node_path_.join)('docs', 'phase1');
/**
 * `edge-phase1 documents --evidence FILE-OR-FOLDER... [--history FOLDER] [--language en|fr] [--server NAME] [--to FOLDER]`.
 * Writes the documents.
 *
 * @returns what to tell, and the files of evidence that the documents do not rest on
 * @throws UsageError, Refusal
 */
function documentsCommand(args) {
    const options = command_words(args);
    if (!options.evidence) {
        throw new UsageError('documents needs --evidence FILE-OR-FOLDER: an evidence document, or a folder with some; it may be given several times.');
    }
    const chosen = options.language === undefined ? undefined : languageOf(options.language);
    const found = options.evidence.map(evidenceAt);
    const evidence = found.flatMap((one) => one.evidence);
    const broken = found.flatMap((one) => one.broken);
    if (evidence.length === 0)
        throw new UsageError(`--evidence: there is none that can be read.\n${(0,evidence_folder/* leftOut */.ig)(broken)}`);
    const history = options.history === undefined ? evidence_history/* NO_HISTORY */.Vo : historyAt(options.history);
    const material = (0,documents/* materialOf */.Vo)({ evidence, history, server: options.server });
    const language = chosen ?? material.evidence.at(-1).config.language ?? 'en';
    const folder = options.to ?? DEFAULT_FOLDER;
    const written = write(folder, (0,documents/* documentsOf */.uo)(material, language));
    const text = `${[(0,documents/* verdictOf */.Vj)(material, language), ...written].join('\n')}\n`;
    return { text, broken };
}
function command_words(args) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options: command_OPTIONS }).values;
    }
    catch (error) {
        throw new UsageError(error.message);
    }
}
function languageOf(text) {
    const known = texts/* LANGUAGES */.Yj.find((language) => language === text);
    if (known)
        return known;
    throw new UsageError(`--language: '${text.slice(0, 60)}' is not allowed; write one of: ${texts/* LANGUAGES */.Yj.join(', ')}.`);
}
/** A file has to be evidence; in a folder, what is something else is passed over, and what is broken is left out. */
function evidenceAt(path) {
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new UsageError(`--evidence: '${path}' is not there; name an evidence document or a folder with some.`);
    }
    if (!(0,external_node_fs_.statSync)(path).isDirectory())
        return { evidence: [command_readEvidence(path)], broken: [] };
    const found = (0,evidence_folder/* evidenceBelow */.Ns)(path);
    if (found.evidence.length + found.broken.length > 0)
        return found;
    throw new UsageError(`--evidence: no file in '${path}' is an evidence document (JSON with the schema ${evidence_evidence/* EVIDENCE_SCHEMA */.m$}).`);
}
function command_readEvidence(file) {
    try {
        return (0,evidence_evidence/* parseEvidence */.vf)((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        throw new UsageError(`--evidence: '${file}' cannot be read as evidence: ${error.message}.`);
    }
}
/** A checkout of the data branch. */
function historyAt(folder) {
    const files = (0,evidence_folder/* historyFilesIn */.VY)(folder);
    if (Object.keys(files).length === 0) {
        throw new UsageError(`--history: there is no history in '${folder}'; name a folder with ${evidence_history/* HISTORY_KINDS */.NZ.map(evidence_history/* fileOf */.W7).join(', ')}, as the branch edge-phase1-data has them.`);
    }
    try {
        return (0,evidence_history/* parseHistory */.i6)(files);
    }
    catch (error) {
        if (error instanceof evidence_history/* NewerHistory */.ex)
            throw new UsageError(`--history: ${error.message}`);
        throw error;
    }
}
function write(folder, documents) {
    try {
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        return Object.entries(documents).map(([name, text]) => {
            const file = (0,external_node_path_.join)(folder, name);
            (0,external_node_fs_.writeFileSync)(file, text);
            return file;
        });
    }
    catch (error) {
        throw new UsageError(`--to: the documents cannot be written to '${folder}': ${error.message}. Name a folder that can be written to.`);
    }
}

;// CONCATENATED MODULE: ./build/commands/written.js




const INCOMPLETE = 1;
/** `edge-phase1 dashboard` */
const written_dashboardCommand = (args, streams) => tell(dashboardCommand(args, new Date()), streams);
/** `edge-phase1 documents` */
const written_documentsCommand = (args, streams) => tell(documentsCommand(args), streams);
/** What was written holds without the broken files: that is said, and is no success. */
function tell({ text, broken }, { stdout, stderr }) {
    stdout.write((0,defuse/* plain */.pj)(text));
    if (broken.length === 0)
        return 0;
    stderr.write((0,defuse/* plain */.pj)(`edge-phase1: ${(0,evidence_folder/* leftOut */.ig)(broken)}\n`));
    return INCOMPLETE;
}

;// CONCATENATED MODULE: ./build/help.js

const HELP = `edge-phase1: takes an edge server from a nearly full disk to a healthy one, at $0, and proves it.

Usage
  edge-phase1 plan     [step...]   show what is there and what would change; changes nothing
  edge-phase1 apply    step...     carry out the plan, after asking
  edge-phase1 verify   [step...]   look at the checks; changes nothing
  edge-phase1 rollback step...     take it back, where that is safe
  edge-phase1 doctor   [step...]   what is missing for each step, and the command that provides it
  edge-phase1 sudoers  [step...]   print the sudoers file with just the rights that are needed
                                   (without those that are as good as root, unless the step is named)
  edge-phase1 report --from FILE   render an evidence document as Markdown again; with --before FILE compared
                                   with an earlier one
  edge-phase1 comment --from FILE --to NUMBER
                                   post it on an issue or pull request, with the token in GITHUB_TOKEN
  edge-phase1 checklist [FILE...]  keep the checklist's issues on GitHub; ticks what these evidence documents prove
  edge-phase1 dashboard --history FOLDER
                                   write dashboard.html, one page that needs no server, from the files of the branch
                                   edge-phase1-data; or from evidence documents: --evidence FOLDER. --to FILE,
                                   --language en|fr
  edge-phase1 documents            write the five documents of the plan from evidence: --evidence FILE-OR-FOLDER (several
                                   times), --history FOLDER (a checkout of the data branch), --language en|fr,
                                   --server NAME, --to FOLDER (default docs/phase1)
  edge-phase1 advise               what would make a docker build faster, with patches; reads only. --dockerfile FILE,
                                   --context DIR, --vertices FILE (measured steps), --registry HOST, --json.
                                   --try NUMBER|all builds here with and without the patch of a finding, in turn, and
                                   tells what it gains: --runs N of each; --config, --set, --evidence as below

Steps
${build_steps/* STEPS */.U.map(({ id, title }) => `  ${id.padEnd(33)}${title}`).join('\n')}

Options
  --host HOST          local (default), or ssh://user@name[:port]
  --config FILE        default: .github/edge-phase1.yml or edge-phase1.yml, where there is one
  --set KEY=VALUE      a value of the configuration, as extend_lvm.size=160GiB; may be given several times
  --plan-hash HASH     carry out only the plan with this hash; refused when the host has changed since
  --yes                do not ask
  --repository NAME    owner/name on GitHub, for comment and checklist; default: GITHUB_REPOSITORY (for comment, that
                       of the evidence)
  --json               print the evidence document
  --evidence FILE      write the evidence document
  --history FILE       with validate: forecast from how full the disk was, a JSON object a line with at, host,
                       used_bytes and size_bytes
  --fail-on WHAT       fail (default), unknown or never: which checks make verify and apply fail
  --ssh-key FILE       private key (default: agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa);
                       or the key itself in EDGE_PHASE1_SSH_PRIVATE_KEY
  --known-hosts FILE   known hosts (default: ~/.ssh/known_hosts and the system's);
                       or its lines, or one fingerprint SHA256:..., in EDGE_PHASE1_SSH_KNOWN_HOSTS
  The password for Harbor's administrator, where one is wished: EDGE_PHASE1_HARBOR_ADMIN_PASSWORD
  --patience SECONDS   how long to go on trying after the connection was lost (default 120)
  --version, --help

Exit codes: 0 done, or nothing to do; 1 a check failed, the doctor found something missing, or evidence that is broken
was left out; 2 wrong usage or configuration; 3 refused, nothing was changed; 4 failed and undone; 5 a person is needed;
6 outcome unknown: run it again.
`;

;// CONCATENATED MODULE: ./build/cli.js











const COMMANDS = new Map([
    ['plan', modeCommand('plan')],
    ['apply', modeCommand('apply')],
    ['verify', modeCommand('verify')],
    ['rollback', modeCommand('rollback')],
    ['doctor', doctorCommand],
    ['sudoers', sudoersCommand],
    ['report', reportCommand],
    ['comment', commentCommand],
    ['checklist', checklistCommand],
]);
/** These have options of their own, and no host. */
const WITH_OWN_WORDS = new Map([
    ['dashboard', written_dashboardCommand],
    ['documents', written_documentsCommand],
    ['advise', advise_adviseCommand],
]);
/** The command line: the same run as the action's, for people. Answers the exit code. */
async function cli(args, { stdout, stderr, stdin }) {
    const streams = { stdout, stderr, stdin };
    try {
        const [name = '', ...rest] = args;
        const own = WITH_OWN_WORDS.get(name);
        if (own && !asksForHelp(name, rest))
            return await own(rest, streams);
        return await shared(args, streams);
    }
    catch (error) {
        return failed(error, stderr);
    }
}
/** The dashboard has a help of its own. */
const asksForHelp = (name, args) => name !== 'dashboard' && args.some((word) => word === '--help' || word === '-h');
async function shared(args, streams) {
    const { values, positionals } = parseWords(args);
    const [name, ...words] = positionals;
    if (values.help || name === undefined || name === 'help') {
        streams.stdout.write(HELP);
        return name === undefined && !values.help ? USAGE : 0;
    }
    const command = COMMANDS.get(name);
    if (command)
        return await command(words, values, streams);
    const known = [...COMMANDS.keys(), ...WITH_OWN_WORDS.keys()].join(', ');
    throw new UsageError(`'${name}' is no command; allowed are: ${known}.`);
}


/***/ })

};
;