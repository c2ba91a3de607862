"use strict";
exports.id = 257;
exports.ids = [257];
exports.modules = {

/***/ 6257:
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../../../work/main/node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(5300);
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

;// CONCATENATED MODULE: ./build/build/advisor/diff.js
const CONTEXT = 3;
/** A patch of files, as whole texts and as a unified diff. */
const patchOf = (files) => ({ files, diff: files.map(unifiedDiff).join('') });
function unifiedDiff({ path, before, after }) {
    const lines = compared(linesOf(before ?? ''), linesOf(after));
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
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
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
var vertex = __webpack_require__(6934);
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
const measured_linesOf = (instructions) => ({
    first: Math.min(...instructions.map((one) => one.first)) + 1,
    last: Math.max(...instructions.map((one) => one.last)) + 1,
});
const bytesOf = (files) => files.reduce((sum, file) => sum + file.bytes, 0);
/** The vertex that sends the context to the builder. */
const contextVertex = ({ vertices }) => vertices?.find((vertex) => vertex.name.startsWith('[internal] load build context'));

;// CONCATENATED MODULE: ./build/build/advisor/rules/cache-mount.js





const word = (command, place) => programOf(command)[place] ?? '';
const isPip = (command) => /^pip[\d.]*$/.test(word(command, 0)) && word(command, 1) === 'install';
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
        edits: npmEdits,
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
    const plan = obstacle(subject, stage, tool, runs) ?? editsFor(subject, tool, runs);
    const where = subject.file.stages.length > 1 ? ` (stage ${stage.name || stage.number})` : '';
    return {
        rule: 'cache-mount',
        lines: measured_linesOf(runs),
        title: `${tool.name}: ${tool.what} are fetched again whenever the step runs${where}`,
        reason: `Nothing keeps ${tool.what} that ${tool.name} fetched from one build to the next. A cache mount does: when the step has to run again, only what is new is fetched.`,
        cost,
        saving: {
            seconds: cost.seconds,
            kind: 'at most',
            scenario: 'one source file changed',
            basis: cost.seconds === null
                ? 'The part of the step that fetches; it was not measured.'
                : 'The measured time of the whole step, of which fetching is a part that BuildKit does not tell apart; only a trial shows how much. Nothing is saved when the step comes from the cache, or in a first build.',
        },
        ...(typeof plan === 'string'
            ? { patch: null, noPatch: `No patch: ${plan}.` }
            : {
                patch: patchOf([
                    { path: subject.dockerfile.path, before: subject.file.text, after: applyEdits(subject.file.text, plan) },
                ]),
                noPatch: null,
            }),
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
function obstacle(subject, stage, tool, runs) {
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
    const own = inline.find((value) => /^(--cache-dir|--cache=|-Dmaven\.repo\.local|--maven-repo|(?:PIP|GO|CARGO|npm_config)\w*=)/.test(value));
    if (own !== undefined)
        return `it says itself where its cache is (${own.slice(0, 60)})`;
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
function editsFor({ file }, tool, runs) {
    const all = [];
    for (const run of runs) {
        const edits = tool.edits?.(run, file.text) ?? [];
        if (typeof edits === 'string')
            return edits;
        const mounts = tool.targets.map((target) => ` --mount=type=cache,target=${target}${tool.options ?? ''}`).join('');
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
function npmEdits(run, text) {
    const cleans = run.commands.filter((command) => word(command, 0) === 'npm' && word(command, 1) === 'cache');
    const edits = [];
    for (const clean of cleans) {
        const before = run.commands[run.commands.indexOf(clean) - 1];
        const gap = before && text.slice(before.end, clean.start);
        if (clean.joint !== '&&' || gap === undefined || gap.includes('#'))
            return "'npm cache clean' would empty the cache, and cannot be taken out safely";
        edits.push({ start: before.end, end: clean.end, text: '' });
    }
    return edits;
}

// EXTERNAL MODULE: ./build/units.js
var units = __webpack_require__(4610);
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
        ...(obstacle === undefined
            ? { patch: patchOf([change]), noPatch: null }
            : { patch: null, noPatch: `No patch: ${obstacle}.` }),
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
        lines: measured_linesOf([copy.instruction, ...runs]),
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
        ...(typeof plan === 'string'
            ? { patch: null, noPatch: `No patch: ${plan}.` }
            : { patch: patchOf(plan), noPatch: null }),
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
    const change = { path: subject.dockerfile.path, before: text, after: applyEdits(text, edits) };
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
        lines: measured_linesOf([run]),
        title: `${program} in a step of its own writes the copied files a second time`,
        reason: `Line ${run.first + 1} changes only ${program === 'chown' ? 'the owner' : 'the mode'}, but a layer keeps whole files: all of them are written, sent and stored again. COPY can set it in the first place (--${program}).`,
        cost: files === undefined
            ? cost
            : {
                ...cost,
                bytes: bytesOf(files),
                basis: `${cost.basis} Bytes: what the copy takes from the context, counted.`,
            },
        saving: {
            seconds: cost.seconds,
            kind: 'at most',
            scenario: 'one source file changed',
            basis: cost.seconds === null
                ? 'The step itself, which was not measured.'
                : 'The measured time of the step; what is left of it is a change of one folder, or nothing.',
        },
        ...(typeof plan === 'string'
            ? { patch: null, noPatch: `No patch: ${plan}.` }
            : {
                patch: patchOf([
                    { path: subject.dockerfile.path, before: subject.file.text, after: applyEdits(subject.file.text, plan) },
                ]),
                noPatch: null,
            }),
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
            lines: measured_linesOf([...copies, ...runs]),
            title: 'Packages wait for another stage that they do not need',
            reason: `The COPY --from in line ${copies[0].first + 1} ends only when the other stage is built; ${placesOf(runs)} installs packages below it and so cannot run beside it, and runs again whenever the other stage's result changes.`,
            cost,
            saving: {
                seconds: cost.seconds,
                kind: 'at most',
                scenario: 'one source file changed',
                basis: cost.seconds === null
                    ? 'The time of the packages, which was not measured.'
                    : 'The measured time of the packages: above the copy they come from the cache, and in a cold build they run beside the other stage.',
            },
            ...(obstacle === undefined
                ? {
                    patch: patchOf([{ path: subject.dockerfile.path, before: text, after: applyEdits(text, edits) }]),
                    noPatch: null,
                }
                : { patch: null, noPatch: `No patch: ${obstacle}.` }),
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
            lines: measured_linesOf(runs),
            title: `Dependencies of ${[...found.keys()].join(' and ')} are installed one after the other in one stage`,
            reason: `${placesOf(runs)}: they do not need each other. In stages of their own they run side by side, and a change for one leaves the cache of the other.`,
            cost: costOf(subject, stage, runs),
            saving: {
                seconds: shorter,
                kind: 'at most',
                scenario: 'cold build',
                basis: shorter === null
                    ? 'The shorter of the two, which was not measured.'
                    : 'The measured time of the shorter one, if the machine has processors and disk to spare for both.',
            },
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
        lines: measured_linesOf([from]),
        title: floating ? `${image} is whatever is newest` : `${image} is not pinned to a digest`,
        reason: `When another image gets this name, every step is built again, and two builds that are compared no longer have the same base. With a digest that happens when you change it (a bot such as Renovate can).`,
        cost: { seconds: null, bytes: null, basis: 'Nothing in a usual build, so there is nothing to measure.' },
        saving: {
            seconds: null,
            kind: 'about',
            scenario: 'another machine or a cleared cache',
            basis: 'A whole cold build whenever the name gets a new image; how often that is, is not known here.',
        },
        ...(obstacle === undefined
            ? {
                patch: patchOf([
                    {
                        path: subject.dockerfile.path,
                        before: text,
                        after: applyEdits(text, [{ start: end, end, text: `@${digest}` }]),
                    },
                ]),
                noPatch: null,
            }
            : { patch: null, noPatch: `No patch: ${obstacle}.` }),
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
        lines: measured_linesOf([add]),
        title: 'ADD of a remote file asks the network in every build, and takes what comes',
        reason: 'Without a checksum BuildKit has to ask the server each time whether the file changed; if it did, everything below is built again. A git address without a commit is the same.',
        cost,
        saving: {
            seconds: cost.seconds,
            kind: 'at most',
            scenario: 'every build',
            basis: cost.seconds === null
                ? 'Asking and fetching, which was not measured.'
                : 'The measured time of the step in a cold build; asking alone is a part of it.',
        },
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
            reason: `With --cache-to type=registry,ref=${registry}/cache/NAME${file.stages.length > 1 ? ',mode=max' : ''} and --cache-from the same, a machine that never built this, or that had to throw its cache away, takes the finished steps from there.`,
            cost: {
                seconds: whole,
                bytes: null,
                basis: whole === null ? 'Not measured.' : 'Measured: the steps of one cold build, added up (some ran side by side).',
            },
            saving: {
                seconds: whole,
                kind: 'at most',
                scenario: 'another machine or a cleared cache',
                basis: whole === null
                    ? 'The steps of a cold build, which was not measured; less the time to pull them.'
                    : 'The measured steps, less the time to pull their layers, which was not measured. A machine that keeps its own cache gains nothing, and pushing the cache costs time.',
            },
            patch: null,
            noPatch: 'No patch: these are options of the build command, not of the Dockerfile. Exporting a cache to a registry needs a docker-container builder, or the containerd image store.',
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
var defuse = __webpack_require__(3776);
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

;// CONCATENATED MODULE: ./build/build/advisor/command.js






/** Wrong words, or a file that cannot be read: the caller prints the message and ends with 2. */
class AdviseUsageError extends Error {
}
const OPTIONS = {
    dockerfile: { type: 'string' },
    context: { type: 'string' },
    vertices: { type: 'string' },
    registry: { type: 'string' },
    json: { type: 'boolean' },
};
/**
 * `edge-phase1 advise [--dockerfile FILE] [--context DIR] [--vertices FILE] [--registry HOST] [--json]`. Reads, and answers the
 * text to print; findings are no failure.
 *
 * @throws AdviseUsageError
 */
function adviseCommand(args) {
    const options = words(args);
    const context = options.context ?? '.';
    const dockerfile = options.dockerfile ?? (0,external_node_path_.join)(context, 'Dockerfile');
    try {
        const vertices = options.vertices === undefined ? undefined : verticesOf(options.vertices);
        const advice = advise(openProject(context, dockerfile, { vertices, registry: options.registry }));
        return options.json ? `${JSON.stringify(advice, null, 2)}\n` : `${adviceText(advice, dockerfile)}\n`;
    }
    catch (error) {
        if (error.code === undefined)
            throw error;
        throw new AdviseUsageError(`${error.message}. Name the Dockerfile (--dockerfile) and the folder that is built (--context).`);
    }
}
function words(args) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS }).values;
    }
    catch (error) {
        throw new AdviseUsageError(error.message);
    }
}
function verticesOf(file) {
    const wrong = new AdviseUsageError(`--vertices: '${file}' is no list of measured steps, as build-test writes it.`);
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

// EXTERNAL MODULE: ./build/config/load.js + 16 modules
var load = __webpack_require__(9053);
// EXTERNAL MODULE: ./build/github/api.js + 2 modules
var api = __webpack_require__(9382);
// EXTERNAL MODULE: ./build/github/repository.js
var repository = __webpack_require__(8145);
// EXTERNAL MODULE: ./build/github/send.js
var send = __webpack_require__(8587);
// EXTERNAL MODULE: ./build/host/host.js
var host_host = __webpack_require__(1716);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(1733);
// EXTERNAL MODULE: ./build/desk/checklist.js + 1 modules
var checklist = __webpack_require__(9426);
// EXTERNAL MODULE: ./build/desk/evidence.js
var evidence = __webpack_require__(7190);
// EXTERNAL MODULE: ./build/desk/sleep.js
var sleep = __webpack_require__(7368);
;// CONCATENATED MODULE: ./build/desk/cli.js









/**
 * `edge-phase1 checklist`: the same as the workflow does.
 *
 * @returns what to tell
 * @throws Refusal, ApiError, ConfigError
 */
async function checklistCommand(options, env) {
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
const PATHS = {
    lvm: '/usr/sbin/lvm',
    dumpe2fs: '/usr/sbin/dumpe2fs',
    docker: '/usr/bin/docker',
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

// EXTERNAL MODULE: ./build/evidence/conclusion.js + 3 modules
var conclusion = __webpack_require__(94);
// EXTERNAL MODULE: ./build/evidence/evidence.js
var evidence_evidence = __webpack_require__(462);
// EXTERNAL MODULE: ./build/evidence/failing.js
var failing = __webpack_require__(155);
// EXTERNAL MODULE: ./build/report/comment.js + 1 modules
var comment = __webpack_require__(1302);
// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(1519);
// EXTERNAL MODULE: ./build/github/comment.js
var github_comment = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/github/place.js
var github_place = __webpack_require__(3690);
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

// EXTERNAL MODULE: ./build/github/error.js
var github_error = __webpack_require__(3543);
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
  edge-phase1 advise               what would make a docker build faster, with patches; reads only. --dockerfile FILE,
                                   --context DIR, --vertices FILE (measured steps), --registry HOST, --json

Steps
  extend-lvm                       extend the logical volume and its file system
  validate                         the checks of Phase 1 and their score; only looks

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
  --patience SECONDS   how long to go on trying after the connection was lost (default 120)
  --version, --help

Exit codes: 0 done, or nothing to do; 1 a check failed, or the doctor found something missing; 2 wrong usage or
configuration; 3 refused, nothing was changed; 4 failed and undone; 5 a person is needed; 6 outcome unknown: run it again.
`;

// EXTERNAL MODULE: ./build/host/open.js + 6 modules
var host_open = __webpack_require__(2109);
// EXTERNAL MODULE: ./build/host/target.js
var target = __webpack_require__(7967);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(9487);
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
    const commands = steps.flatMap(({ step, plan, kind }) => {
        if (plan?.verdict !== 'changes')
            return [];
        const approval = kind === 'measurement' ? '' : ` --plan-hash ${plan.hash}`;
        return [`  edge-phase1 apply ${step}${host === 'local' ? '' : ` --host ${host}`}${approval}`];
    });
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
// EXTERNAL MODULE: ./build/steps/index.js + 63 modules
var build_steps = __webpack_require__(1349);
;// CONCATENATED MODULE: ./build/cli.js
























const USAGE = 2;
const REFUSED = 3;
const UNKNOWN = 6;
const COMMENT_PATIENCE_SECONDS = 900;
/** Wrong words on the command line. */
class UsageError extends Error {
}
const cli_OPTIONS = {
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
const parse = (args) => (0,external_node_util_.parseArgs)({ args: [...args], options: cli_OPTIONS, allowPositionals: true });
/** The command line: the same run as the action's, for people. Answers the exit code. */
async function cli(args, { stdout, stderr, stdin }) {
    try {
        // It has options of its own, and no host.
        if (args[0] === 'advise' && !args.some((word) => word === '--help' || word === '-h')) {
            stdout.write(adviseCommand(args.slice(1)));
            return 0;
        }
        const { values, positionals } = parseWords(args);
        const [command, ...words] = positionals;
        const streams = { stdout, stderr, stdin };
        if (values.help || command === undefined || command === 'help') {
            stdout.write(HELP);
            return command === undefined && !values.help ? USAGE : 0;
        }
        if (evidence_evidence/* MODES */.FN.some((mode) => mode === command))
            return await runMode(command, words, values, streams);
        if (command === 'report')
            return report(values, streams);
        if (command === 'comment')
            return await cli_comment(values, streams);
        if (command === 'doctor' || command === 'sudoers')
            return await doctor(command, words, values, streams);
        if (command === 'checklist')
            return await cli_checklist(words, values, streams);
        throw new UsageError(`'${command}' is no command; allowed are: ${[...evidence_evidence/* MODES */.FN, 'doctor', 'sudoers', 'report', 'comment', 'checklist', 'advise'].join(', ')}.`);
    }
    catch (error) {
        return failed(error, stderr);
    }
}
function failed(error, stderr) {
    const say = (text) => stderr.write((0,defuse/* plain */.pj)(`edge-phase1: ${text}\n`));
    if (error instanceof UsageError || error instanceof AdviseUsageError)
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
    const evidence = evidenceIn(from, 'report');
    const shown = before === undefined ? evidence : cli_compared(evidence, before);
    stdout.write(json ? serialized(shown) : (0,markdown/* markdownReport */.q)(shown));
    return 0;
}
function evidenceIn(from, command) {
    if (from === undefined)
        throw new UsageError(`${command} needs --from FILE, an evidence document.`);
    return readEvidence('--from', from);
}
async function cli_comment({ from, to = '', repository = '' }, { stdout }) {
    const evidence = evidenceIn(from, 'comment');
    const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY = '' } = process.env;
    if (token === '')
        throw new UsageError('comment needs a token in GITHUB_TOKEN, with the permission to comment.');
    const command = { evidence, to, repository: repository || GITHUB_REPOSITORY };
    // Only who asks GitHub pays for its client at the start.
    const { githubWorld } = await __webpack_require__.e(/* import() */ 253).then(__webpack_require__.bind(__webpack_require__, 3253));
    stdout.write(`${await postFromEvidence(command, githubWorld(token, process.env, COMMENT_PATIENCE_SECONDS))}\n`);
    return 0;
}
function readEvidence(option, file) {
    try {
        return (0,evidence_evidence/* parseEvidence */.vf)((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        throw new UsageError(`${option}: '${file}' cannot be read as evidence: ${error.message}.`);
    }
}
function cli_compared(evidence, file) {
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
        const diagnosis = await diagnose(host, chosenSteps(words), config, words.length > 0);
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
async function cli_checklist(from, { repository, config }, { stdout }) {
    stdout.write(`${(0,defuse/* plain */.pj)(await checklistCommand({ repository, config, from }, process.env))}\n`);
    return 0;
}


/***/ })

};
;