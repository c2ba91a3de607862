import { posix } from 'node:path';
import { type Instruction, precedingOf, type Stage } from '../dockerfile';
import type { Subject } from '../subject';

/** Folders that hold what a tool fetched and nothing that the image needs; or why they are not known. */
export type Folders = readonly string[] | string;

const UNLISTED = 'the files of the context are not all known, and some may say where the cache is';

/**
 * Yarn 1 keeps its cache in ~/.cache/yarn, but for root on Linux in /usr/local/share/.cache/yarn (getCacheDir in
 * https://github.com/yarnpkg/yarn/blob/master/src/util/user-dirs.js, `ROOT_USER` in user-home-dir.js beside it), and copies
 * from there. From 2 on packages lie in the project's .yarn/cache, and from 4 on, or with `enableGlobalCache: true`, in
 * ~/.yarn/berry/cache (https://yarnpkg.com/configuration/yarnrc#enableGlobalCache, getDefaultGlobalFolder in
 * https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/folderUtils.ts). With Plug'n'Play, the default,
 * the program loads them from the cache itself: a mount would take them out of the image. Only `nodeLinker: node-modules` copies.
 */
export function yarnFolders(subject: Subject, _stage: Stage, runs: readonly Instruction[]): Folders {
  if (!subject.listing?.complete) return UNLISTED;
  const offline = wordsOf(runs).find((word) => word === '--offline');
  if (offline) return 'with --offline it takes packages from what an earlier step left in the image';
  const settings = named(subject, '.yarnrc.yml');
  const locks = named(subject, 'yarn.lock').map(({ text }) => text ?? '');
  const major = Math.max(-1, ...versionsOf(subject, 'yarn'));
  if (settings.length > 0 || major >= 2 || locks.some((text) => /^__metadata:/m.test(text)) || setsVersion(subject)) {
    return berryFolders(settings, major);
  }
  const classic = major === 1 || (locks.length > 0 && locks.every((text) => /^# yarn lockfile v1$/m.test(text)));
  if (!classic) return 'which version of yarn runs is not known, and they differ in where their cache is';
  const moved = [...named(subject, '.yarnrc'), ...named(subject, '.npmrc')].find(
    ({ text }) => text === undefined || /^\s*["']?(?:cache-folder|cache)["']?[\s=]/m.test(text),
  );
  return moved ? `${moved.path} may say where the cache is` : ['/usr/local/share/.cache/yarn'];
}

const setsVersion = ({ file }: Subject) =>
  /\byarn (?:set version|policies set-version)\b|@yarnpkg\/cli|\byarn@(?:stable|berry|canary)\b/.test(file.text);

function berryFolders(settings: readonly File[], major: number): Folders {
  if (settings.some(({ text }) => text === undefined)) return '.yarnrc.yml could not be read';
  const all = settings.map(({ text }) => text).join('\n');
  const value = (name: string) => new RegExp(`^${name}:\\s*["']?([^"'\\s#]+)`, 'm').exec(all)?.[1];
  const version = Number(/yarn-(\d+)\./.exec(value('yarnPath') ?? '')?.[1] ?? major);
  if (value('nodeLinker') !== 'node-modules') {
    return "yarn's Plug'n'Play loads packages from the cache itself, and a mount would take them out of the image; with nodeLinker: node-modules it can have one";
  }
  const own = ['globalFolder', 'cacheFolder', 'nmMode'].find((name) => value(name) !== undefined);
  if (own) return `.yarnrc.yml sets ${own}, on which it rests where packages are`;
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
export function pnpmFolders(subject: Subject, stage: Stage, runs: readonly Instruction[]): Folders {
  if (!subject.listing?.complete) return UNLISTED;
  const text = subject.file.text;
  if (/\bpnpm\b[^\n]*\s(?:fetch|--offline)\b/.test(text)) {
    return 'packages that pnpm fetch brings are taken by an offline install in another step: both would need the mount';
  }
  const setting = /store-?dir|package-?import-?method|enable-?global-?virtual-?store|virtual-?store-?dir/i;
  if (setting.test(text))
    return 'the Dockerfile has a setting that moves the store, or makes node_modules depend on it';
  const files = [...named(subject, '.npmrc'), ...named(subject, 'pnpm-workspace.yaml')];
  const set = files.find((file) => file.text === undefined || setting.test(file.text));
  if (set) return `${set.path} may move the store, or make node_modules depend on it`;
  const locks = named(subject, 'pnpm-lock.yaml').map(
    (lock) => /^lockfileVersion:\s*'?(\d+)/m.exec(lock.text ?? '')?.[1],
  );
  const majors = [...versionsOf(subject, 'pnpm'), ...locks.map((lock) => (Number(lock) >= 6 ? 8 : -1))];
  if (majors.some((major) => major >= 0 && major < 7)) return 'pnpm before version 7 keeps its store elsewhere';
  if (!majors.some((major) => major >= 7) && !/\bpnpm@latest\b/.test(text)) {
    return 'which version of pnpm runs is not known, and they differ in where their store is';
  }
  const home = variable(stage, runs[0]!, 'PNPM_HOME');
  if (home === undefined) return ['/root/.local/share/pnpm/store'];
  return /^\/[\w./-]+$/.test(home) ? [posix.join(home, 'store')] : 'PNPM_HOME is not a plain path';
}

/**
 * Poetry's cache-dir is ~/.cache/pypoetry (https://python-poetry.org/docs/configuration/#cache-dir). The virtual environment itself lies
 * there too unless told otherwise (virtualenvs.path is `{cache-dir}/virtualenvs`), so only the two folders of downloads beside it
 * are mounted: repository_cache_directory and artifacts_cache_directory in
 * https://github.com/python-poetry/poetry/blob/main/src/poetry/config/config.py.
 */
export function poetryFolders(subject: Subject, _stage: Stage, runs: readonly Instruction[]): Folders {
  if (!subject.listing?.complete) return UNLISTED;
  if (wordsOf(runs, 'poetry').includes('--no-cache')) return '--no-cache switches the cache off';
  if (
    wordsOf(
      subject.file.stages.flatMap(({ instructions }) => instructions),
      'poetry',
    ).includes('cache-dir')
  )
    return 'the Dockerfile says itself where the cache is (cache-dir)';
  const moved = named(subject, 'poetry.toml').find(({ text }) => text === undefined || /\bcache-dir\b/.test(text));
  return moved
    ? `${moved.path} may say where the cache is`
    : ['/root/.cache/pypoetry/cache', '/root/.cache/pypoetry/artifacts'];
}

interface File {
  readonly path: string;
  /** Undefined where it cannot be read. */
  readonly text: string | undefined;
}

/** What is sent to the builder under this name, in whatever folder; installed packages' own files are not the project's. */
function named({ sent, read }: Subject, name: string): readonly File[] {
  return (sent ?? [])
    .filter(({ path }) => posix.basename(path) === name && !path.includes('node_modules/'))
    .map(({ path }) => ({ path, text: read?.(path) }));
}

/** Major versions of a package manager that Dockerfile and manifests name. */
function versionsOf(subject: Subject, tool: 'yarn' | 'pnpm'): readonly number[] {
  const said = named(subject, 'package.json').map(
    ({ text }) => /"packageManager"\s*:\s*"([^"]*)"/.exec(text ?? '')?.[1],
  );
  return [subject.file.text, ...said].flatMap((text) =>
    [...(text ?? '').matchAll(new RegExp(`\\b${tool}@(?:latest-)?v?(\\d+)`, 'g'))].map(([, major]) => Number(major)),
  );
}

const wordsOf = (runs: readonly Instruction[], program?: string) =>
  runs
    .flatMap(({ commands }) => commands)
    .filter((command) => program === undefined || command.words.some(({ value }) => value === program))
    .flatMap(({ words }) => words.map(({ value }) => value));

/** The value that it has at this instruction, without quotes; empty where only the build command tells. */
function variable(stage: Stage, run: Instruction, name: string): string | undefined {
  const values = precedingOf(stage, run)
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap(({ args }) => (args[0]?.includes('=') ? args : [`${args[0]}=${args.slice(1).join(' ')}`]))
    .filter((pair) => pair.startsWith(`${name}=`));
  return values
    .at(-1)
    ?.slice(name.length + 1)
    .replace(/^(["'])(.*)\1$/, '$2');
}
