import { posix } from 'node:path';
import type { Command } from './shell';
import type { Subject } from './subject';

export type Tool = 'apt' | 'apk' | 'pip' | 'npm' | 'yarn' | 'pnpm' | 'poetry' | 'go' | 'bundler' | 'maven';

/** A command that installs dependencies. */
export interface Install {
  readonly tool: Tool;
  /** Manifests that it reads: those that must be there, and those that it takes when they are. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What in the project keeps it from running before the sources are there; undefined when nothing does. */
  readonly obstacle: (subject: Subject, folder: string) => string | undefined;
}

const nothing = () => undefined;
const plain = (tool: Tool): Install => ({ tool, required: [], optional: [], obstacle: nothing });

export const valuesOf = (command: Command) => command.words.map((word) => word.value);

/** The words of a command without `sudo`, variables in front, and `python -m`. */
export function programOf(command: Command): readonly string[] {
  let words = valuesOf(command);
  while (/^\w+=/.test(words[0] ?? '') || words[0] === 'sudo') words = words.slice(1);
  if (/^python[\d.]*$/.test(words[0] ?? '') && words[1] === '-m') words = words.slice(2);
  const [program = '', ...rest] = words;
  return [posix.basename(program), ...rest];
}

const first = (words: readonly string[]) => words.slice(1).find((word) => !word.startsWith('-'));

/** `install` of `poetry --no-interaction install`; empty where there is none. */
export const subcommandOf = (words: readonly string[]) => first(words) ?? '';

export function installOf(command: Command): Install | undefined {
  const words = programOf(command);
  const [program = ''] = words;
  if (program === 'apt-get' || program === 'apt') return words.includes('install') ? plain('apt') : undefined;
  if (program === 'apk') return words.includes('add') ? plain('apk') : undefined;
  if (/^pip[\d.]*$/.test(program)) return first(words) === 'install' ? pip(words) : undefined;
  if (program === 'npm' && ['ci', 'install', 'i', 'clean-install'].includes(first(words) ?? '')) return npm(words);
  if (program === 'yarn' && (first(words) === 'install' || words.every((w, i) => i === 0 || w.startsWith('-')))) {
    return node('yarn', ['yarn.lock', '.yarnrc'], words);
  }
  if (program === 'pnpm' && ['install', 'i'].includes(first(words) ?? ''))
    return node('pnpm', ['pnpm-lock.yaml'], words);
  if (program === 'poetry' && first(words) === 'install') return poetry(words);
  if (program === 'go' && words[1] === 'mod' && words[2] === 'download') return goModules;
  if (program === 'bundle' && first(words) === 'install') return bundler;
  if (/^mvnw?$/.test(program) && words.some((w) => /^dependency:(go-offline|resolve)/.test(w))) return maven;
  return undefined;
}

/** Commands around an install that need no sources: they may stay with it. */
export function isHarmless(command: Command): boolean {
  const words = programOf(command);
  const [program = ''] = words;
  if (program === 'set') return true;
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

function pip(words: readonly string[]): Install {
  const files: string[] = [];
  const rest: string[] = [];
  for (let i = 2; i < words.length; i++) {
    const word = words[i]!;
    const joined = /^(?:-r|-c|--requirement=|--constraint=)(.+)$/.exec(word)?.[1];
    if (['-r', '-c', '--requirement', '--constraint'].includes(word)) files.push(words[++i] ?? '');
    else if (joined !== undefined && !word.startsWith('--no')) files.push(joined);
    else rest.push(word);
  }
  const local = rest.find(
    (word) => /^(\.|-e$|--editable|file:)/.test(word) || /\.(whl|tar\.gz)$/.test(word) || /^[^-].*\//.test(word),
  );
  return {
    tool: 'pip',
    required: files,
    optional: [],
    obstacle: (subject, folder) => {
      if (local !== undefined) return `pip installs from the sources themselves (${local})`;
      for (const file of files) {
        if (file.startsWith('/') || file.includes('..')) return `${file} is not a path inside the copied folder`;
        const text = subject.read?.(posix.join(folder, file));
        if (text === undefined) return `${file} could not be read, and it may name other files of the sources`;
        const line = text
          .split(/\r?\n/)
          .find((l) => /^\s*(-[rce]\b|--(requirement|constraint|editable)|\.|\/|file:)|@\s*(file:|\.)/.test(l));
        if (line) return `${file} names other files of the sources ('${line.trim().slice(0, 60)}')`;
      }
      return undefined;
    },
  };
}

function npm(words: readonly string[]): Install {
  if (words.some((w) => w === '-g' || w === '--global')) return plain('npm');
  if (words.some((w) => /^(--prefix|-C|-w|--workspace)/.test(w)))
    return blocked('npm', 'it installs in another folder');
  const names = words.slice(2).find((w) => !w.startsWith('-'));
  if (names !== undefined) return blocked('npm', `it adds packages by name (${names}) to package.json`);
  return node('npm', ['package-lock.json', 'npm-shrinkwrap.json'], words);
}

const blocked = (tool: Tool, why: string): Install => ({ ...plain(tool), obstacle: () => why });

/** npm runs them for the project itself. */
const SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];

function node(tool: 'npm' | 'yarn' | 'pnpm', locks: readonly string[], words: readonly string[]): Install {
  return {
    tool,
    required: ['package.json'],
    optional: [...locks, '.npmrc'],
    obstacle: (subject, folder) => {
      const other = ['.yarnrc.yml', 'pnpm-workspace.yaml', 'binding.gyp', 'lerna.json'].find((name) =>
        subject.sent?.some((file) => file.path === posix.join(folder, name)),
      );
      if (other) return `with ${other} the install reads more than the manifests`;
      const text = subject.read?.(posix.join(folder, 'package.json'));
      if (text === undefined) return 'package.json could not be read, and it may have scripts that need the sources';
      return packageObstacle(text, words.includes('--ignore-scripts'));
    },
  };
}

function packageObstacle(text: string, ignoreScripts: boolean): string | undefined {
  let manifest: Record<string, unknown>;
  try {
    manifest = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return 'package.json is no valid JSON';
  }
  const scripts = (manifest.scripts ?? {}) as Record<string, unknown>;
  const script = SCRIPTS.find((name) => scripts[name] !== undefined);
  if (script && !ignoreScripts) return `package.json has the script '${script}', which may need the sources`;
  if (manifest.workspaces !== undefined) return 'package.json has workspaces: the install reads their manifests too';
  const dependencies = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries((manifest[kind] ?? {}) as Record<string, unknown>),
  );
  const local = dependencies.find(([, version]) => /^(file:|link:|portal:|workspace:|\.|\/|~\/)/.test(String(version)));
  return local ? `the dependency ${local[0].slice(0, 60)} is a folder of the sources` : undefined;
}

function poetry(words: readonly string[]): Install {
  const root = !words.includes('--no-root');
  return {
    tool: 'poetry',
    required: ['pyproject.toml'],
    optional: ['poetry.lock', 'poetry.toml'],
    obstacle: (subject, folder) => {
      if (root) return 'without --no-root poetry installs the project itself, which needs the sources';
      const text = subject.read?.(posix.join(folder, 'pyproject.toml'));
      if (text === undefined) return 'pyproject.toml could not be read, and it may name folders of the sources';
      return /\bpath\s*=/.test(text) ? 'pyproject.toml has dependencies that are folders of the sources' : undefined;
    },
  };
}

const goModules: Install = {
  tool: 'go',
  required: ['go.mod'],
  optional: ['go.sum'],
  obstacle: (subject, folder) => {
    if (subject.sent?.some((file) => file.path === posix.join(folder, 'go.work')))
      return 'go.work names other modules of the sources';
    const text = subject.read?.(posix.join(folder, 'go.mod'));
    if (text === undefined) return 'go.mod could not be read, and it may replace modules by folders';
    return /=>\s*\.{0,2}\//.test(text) ? 'go.mod replaces a module by a folder of the sources' : undefined;
  },
};

const bundler: Install = {
  tool: 'bundler',
  required: ['Gemfile'],
  optional: ['Gemfile.lock', '.ruby-version'],
  obstacle: (subject, folder) => {
    const text = subject.read?.(posix.join(folder, 'Gemfile'));
    if (text === undefined) return 'Gemfile could not be read, and it may name files of the sources';
    return /\bgemspec\b|\bpath[:\s]|\beval_gemfile\b|\brequire_relative\b/.test(text)
      ? 'Gemfile names files of the sources'
      : undefined;
  },
};

const maven: Install = {
  tool: 'maven',
  required: ['pom.xml'],
  optional: [],
  obstacle: (subject, folder) => {
    if (subject.sent?.some((file) => file.path.startsWith(posix.join(folder, '.mvn/'))))
      return '.mvn has settings that the install reads too';
    const text = subject.read?.(posix.join(folder, 'pom.xml'));
    if (text === undefined) return 'pom.xml could not be read, and it may have modules';
    return /<modules?>|<systemPath>|<relativePath>/.test(text) ? 'pom.xml names other files of the sources' : undefined;
  },
};
