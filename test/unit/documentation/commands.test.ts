import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import packageJson from '../../../package.json';
import { MODES } from '../../../src/evidence/evidence';
import { HELP } from '../../../src/help';
import { ALLOWED_COMMANDS } from './allowed';
import { blocksIn, DOCUMENTS, powershellCommands, ROOT, read, shellCommands } from './blocks';
import { edgePhase1, isThere, lookHere } from './world';

interface Found {
  readonly at: string;
  readonly words: readonly string[];
}

const SHELL = blocksIn('sh', 'bash', 'console');
const commands: readonly Found[] = [
  ...SHELL.flatMap(({ at, text }) => shellCommands(text).map((words) => ({ at, words: withoutSudo(words) }))),
  ...blocksIn('powershell').flatMap(({ at, text }) => powershellCommands(text).map((words) => ({ at, words }))),
];

function withoutSudo(words: readonly string[]): readonly string[] {
  if (words[0] !== 'sudo') return words;
  return words[1] === '-u' ? words.slice(3) : words.slice(1);
}

const OURS = ['dist/index.js', './dist/index.js'];
const NODE = /^(?:node|\/opt\/edge-runner\/externals\/node24\/bin\/node)$/;

/** The words after the program's name, when the command is ours. */
function ours([program = '', first = '', ...rest]: readonly string[]): readonly string[] | undefined {
  if (program === 'edge-phase1') return [first, ...rest].filter((word) => word !== '');
  return NODE.test(program) && OURS.includes(first) ? rest : undefined;
}

const hostScript = ([shell, script = '']: readonly string[]) =>
  shell === 'bash' && /-phase1\.sh$|setup-runner\.sh$/.test(script) ? join('scripts', basename(script)) : undefined;

type Kind = 'ours' | 'host script' | 'npm' | 'npx' | 'other';
function kindOf(words: readonly string[]): Kind {
  if (ours(words)) return 'ours';
  if (hostScript(words)) return 'host script';
  return words[0] === 'npm' || words[0] === 'npx' ? words[0] : 'other';
}

const named = (kind: Kind) =>
  commands.filter(({ words }) => kindOf(words) === kind).map(({ at, words }) => ({ at, words, line: words.join(' ') }));

const MISSING_KEY = '/nonexistent/key';
const CHANGES = ['apply', 'rollback'];
const ASKS_GITHUB = ['comment', 'checklist'];
const ON_A_HOST = [...MODES, 'doctor', 'sudoers'] as readonly string[];

describe('the commands in the documents', () => {
  const token = process.env.GITHUB_TOKEN;
  beforeAll(() => {
    delete process.env.GITHUB_TOKEN;
    return lookHere();
  });
  afterAll(() => {
    if (token !== undefined) process.env.GITHUB_TOKEN = token;
  });

  it('are there', () => {
    expect(named('ours').length).toBeGreaterThan(40);
    expect(named('host script').length).toBeGreaterThan(5);
    expect(named('npm').length).toBeGreaterThan(15);
  });

  it('stand in blocks that say so: sh, bash, console or powershell', () => {
    const command = /^\s*(?:\$ )?(?:sudo|edge-phase1|node|npm|npx|bash|git|docker|kubectl|ssh) /;
    expect(blocksIn('').filter(({ text }) => command.test(text))).toEqual([]);
  });

  it.each(SHELL)('$at is shell that bash can read', ({ text }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  // What looks is run here for real. What changes is given a host that cannot be logged in to, and so is everything that
  // names a host: all words are read and judged, then there is no key.
  it.each(named('ours'))('$at: edge-phase1 takes `$line`', async ({ words }) => {
    const args = ours(words)!;
    const [command = ''] = args;
    // A synopsis, not a command.
    if (args.some((word) => word.startsWith('['))) return expect(HELP).toContain(`edge-phase1 ${command} `);
    if (!ON_A_HOST.includes(command)) {
      const { code, stderr } = await edgePhase1(args);
      if (!ASKS_GITHUB.includes(command)) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      else expect(stderr).toMatch(/GITHUB_TOKEN/);
      return;
    }
    const elsewhere = CHANGES.includes(command) && !args.includes('--host');
    const there = elsewhere ? ['--host', 'ssh://nobody@127.0.0.1:1'] : [];
    const { code, stdout, stderr } = await edgePhase1([...args, ...there, '--ssh-key', MISSING_KEY]);
    if (stderr.includes(MISSING_KEY)) return expect(code).toBe(3);
    expect(CHANGES).not.toContain(command);
    // 1: a check fails here, or something is missing; 3: refused, as on a machine without LVM, or as root for sudoers.
    expect([0, 1, 3]).toContain(code);
    expect(stdout + stderr).not.toBe('');
  });

  it.each(named('host script'))('$at: `$line` has options that the script has', ({ words }) => {
    const script = hostScript(words)!;
    const { stdout } = spawnSync('bash', [join(ROOT, script), '--help'], { encoding: 'utf8' });
    expect(stdout).toMatch(/^usage: /i);
    const options = words.filter((word) => word.startsWith('--'));
    expect(stdout.match(/--[a-z][a-z0-9-]*/g)).toEqual(expect.arrayContaining(options));
  });

  it.each(named('npm'))('$at: npm knows `$line`', ({ words }) => {
    const [, command = '', ...rest] = words;
    const scripts = Object.keys(packageJson.scripts);
    if (command === 'ci' || command === 'install') {
      const folder = rest[rest.indexOf('--prefix') + 1] ?? '.';
      expect(rest).toContain('--ignore-scripts');
      expect(isThere(join(rest.includes('--prefix') ? folder : '.', 'package-lock.json'))).toBe(true);
    } else expect(scripts).toContain(command === 'run' ? rest[0] : command);
  });

  it.each(named('npx'))('$at: npx finds `$line`', ({ words }) => {
    const [, tool = '', first = ''] = words;
    expect(isThere(`node_modules/.bin/${tool}`)).toBe(true);
    if (tool === 'tsx') expect(isThere(first)).toBe(true);
  });

  const others = named('other').filter(({ words }) => !words[0]!.startsWith('.ci/'));
  it.each(others)('$at: `$line` cannot be run, for a reason', ({ line }) => {
    expect(ALLOWED_COMMANDS.filter(({ command }) => command.test(line))).toHaveLength(1);
  });

  it.each(ALLOWED_COMMANDS)('$command is still needed ($why)', ({ command }) => {
    expect(others.some(({ line }) => command.test(line))).toBe(true);
  });
});

describe('commands within sentences', () => {
  const inline = DOCUMENTS.flatMap((file) =>
    [
      ...read(file)
        .replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
        .matchAll(/`([^`\n]+)`/g),
    ].map(([, code]) => ({ file, code: code! })),
  );
  const scripts = inline.flatMap(({ file, code }) =>
    [...code.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => ({ file, name: name! })),
  );
  const subcommands = inline.flatMap(({ file, code }) =>
    [...code.matchAll(/(?:^|… )edge-phase1 ([a-z]\w*)/g)].map(([, name]) => ({ file, name: name! })),
  );
  const known = [...HELP.matchAll(/^ {2}edge-phase1 (\w+)/gm)].map(([, name]) => name);

  it('name npm scripts that there are', () => {
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter(({ name }) => !(name in packageJson.scripts))).toEqual([]);
  });

  it('name commands of edge-phase1 that there are', () => {
    expect(known).toEqual(expect.arrayContaining(['plan', 'apply', 'advise']));
    expect(subcommands.length).toBeGreaterThan(5);
    expect(subcommands.filter(({ name }) => !known.includes(name))).toEqual([]);
  });
});
