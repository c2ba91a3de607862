import { type Instruction, precedingOf, type Stage, shippedStages, userAt } from '../dockerfile';
import type { Edit } from '../edit';
import { programOf, subcommandOf } from '../installs';
import { costOf, linesOf } from '../measured';
import { atMost, editedDockerfile, proposed } from '../proposal';
import type { Command } from '../shell';
import type { Subject } from '../subject';
import type { Finding } from '../types';
import { type Folders, pnpmFolders, poetryFolders, yarnFolders } from './cache-folders';

interface Tool {
  readonly name: string;
  readonly uses: (command: Command) => boolean;
  /** Where it depends on the version or on settings, why it is not known instead. */
  readonly targets: readonly string[] | ((subject: Subject, stage: Stage, runs: readonly Instruction[]) => Folders);
  readonly options?: string;
  /** What a `--mount` that does the job already has in its target. */
  readonly already: RegExp;
  /** Variables with which people move or switch off the cache. */
  readonly variables: RegExp;
  /** Changes of the commands themselves, without which the cache would stay empty. */
  readonly edits?: (run: Instruction, text: string) => readonly Edit[] | string;
  /** The stage's later commands read the cache: all its runs get the mount, and only in a stage that is not shipped. */
  readonly wholeStage?: RegExp;
  readonly what: string;
}

const word = (command: Command, place: number) => programOf(command)[place] ?? '';
const isPip = (command: Command) => /^pip[\d.]*$/.test(word(command, 0)) && word(command, 1) === 'install';

/** Without a word it installs too. */
const isYarnInstall = (words: readonly string[]) =>
  /^(install|add|)$/.test(subcommandOf(words)) && !words.some((one) => /^(-v|--version|-h|--help)$/.test(one));

/** Outside /var/cache/apt, where Debian's docker-clean deletes packages after each command and scripts run `rm -rf`. */
const APT_FOLDER = '/run/apt-archives';

const TOOLS: readonly Tool[] = [
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
    variables:
      /^(YARN_(CACHE_FOLDER|GLOBAL_FOLDER|ENABLE_GLOBAL_CACHE|NODE_LINKER|NM_MODE)|(npm_config|NPM_CONFIG)_(cache|CACHE)|XDG_CACHE_HOME|XDG_DATA_HOME|HOME)$/,
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
    uses: (command) =>
      word(command, 0) === 'poetry' && /^(install|sync|update)$/.test(subcommandOf(programOf(command))),
    targets: poetryFolders,
    options: ',sharing=locked',
    already: /poetry|\/root\/\.cache$/,
    variables: /^(POETRY_CACHE_DIR|XDG_CACHE_HOME|HOME)$/,
    edits: withoutClearing('poetry', 'cache'),
    what: 'packages',
  },
  {
    name: 'go',
    uses: (command) =>
      word(command, 0) === 'go' && /^(build|install|mod|test|vet|generate|run|get|list)$/.test(word(command, 1)),
    targets: ['/go/pkg/mod', '/root/.cache/go-build'],
    already: /\/go\/pkg|go-build|\/root\/go/,
    variables: /^(GOPATH|GOMODCACHE|GOCACHE|HOME|GOFLAGS)$/,
    wholeStage: /(?:^|\/)golang(?:[:@]|$)/,
    what: 'modules and compiled packages',
  },
  {
    name: 'cargo',
    uses: (command) =>
      word(command, 0) === 'cargo' && /^(build|install|fetch|test|run|check|chef)$/.test(word(command, 1)),
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
export function cacheMount(subject: Subject): readonly Finding[] {
  return subject.file.stages.filter(onLinux).flatMap((stage) =>
    TOOLS.flatMap((tool) => {
      const runs = stage.instructions.filter((run) => run.commands.some(tool.uses) && !mounted(run, tool));
      if (runs.length === 0) return [];
      return tool.wholeStage
        ? [findingFor(subject, stage, tool, runs)]
        : runs.map((run) => findingFor(subject, stage, tool, [run]));
    }),
  );
}

const onLinux = ({ image, instructions }: Stage) =>
  !/windows|nanoserver/i.test(image) &&
  !instructions.some(({ keyword, args }) => keyword === 'SHELL' && /powershell|pwsh|cmd/i.test(args.join(' ')));

const mounted = ({ flags }: Instruction, { already }: Tool) =>
  flags.some(({ name, value }) => {
    const target = /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(value)?.[1];
    return name === 'mount' && /(?:^|,)type=cache(?:,|$)/.test(value) && target !== undefined && already.test(target);
  });

function findingFor(subject: Subject, stage: Stage, tool: Tool, runs: readonly Instruction[]): Finding {
  const cost = costOf(subject, stage, runs);
  const targets = typeof tool.targets === 'function' ? tool.targets(subject, stage, runs) : tool.targets;
  const plan =
    typeof targets === 'string'
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
      measured:
        'The measured time of the whole step, of which fetching is a part that BuildKit does not tell apart; only a trial shows how much. Nothing is saved when the step comes from the cache, or in a first build.',
    }),
    ...proposed(typeof plan === 'string' ? plan : [editedDockerfile(subject, plan)]),
    notes: notesOf(tool),
  };
}

function notesOf({ name, wholeStage }: Tool): readonly string[] {
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

function obstacle(
  subject: Subject,
  stage: Stage,
  tool: Tool,
  targets: readonly string[],
  runs: readonly Instruction[],
): string | undefined {
  const user = runs.map((run) => userAt(stage, run)).find((name) => !/^(root|0)(:|$)/.test(name));
  if (user !== undefined) return `it runs as ${user}, whose home folder and number the file does not tell`;
  const set = [...subject.file.global, ...precedingOf(stage, runs.at(-1)!)]
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap(({ args }) => args.map((arg) => arg.split('=')[0]!))
    .find((name) => tool.variables.test(name));
  if (set !== undefined) return `${set} is set, which moves the cache or switches it off`;
  const inline = runs.flatMap((run) => run.commands.flatMap(({ words }) => words.map((w) => w.value)));
  const own = inline.find((value) =>
    /^(--cache-(?:dir|folder)|--store-dir|--global-folder|--cache=|-Dmaven\.repo\.local|--maven-repo|(?:PIP|GO|CARGO|npm_config|YARN_|PNPM_|POETRY_CACHE|XDG_)\w*=)/.test(
      value,
    ),
  );
  if (own !== undefined) return `it says itself where its cache is (${own.slice(0, 60)})`;
  const removed = runs.flatMap((run) => removedBy(run, targets))[0];
  if (removed !== undefined)
    return `the same step deletes ${removed.slice(0, 60)}: it would empty the mount and fail at its folder; leave the deletion out`;
  if (!tool.wholeStage) return undefined;
  if (!tool.wholeStage.test(stage.image))
    return `where ${tool.name} keeps its cache in the image ${stage.image} is not known`;
  if (shippedStages(subject.file).includes(stage))
    return 'this stage is the image itself, which would lose what later commands or the program may need';
  if (subject.file.stages.some((other) => other.base === stage))
    return 'another stage is built from this one and may need them';
  return undefined;
}

/** What the commands of a step delete of these folders, or of the folders that they lie in. */
function removedBy({ commands }: Instruction, targets: readonly string[]): readonly string[] {
  const paths = commands.filter((command) => word(command, 0) === 'rm').flatMap(({ words }) => words.slice(1));
  return paths.flatMap(({ value }) => {
    const path = value.replace(/^(~|\$HOME|\$\{HOME\})(?=\/|$)/, '/root');
    const [start = ''] = path.split(/[*?[$`]/);
    const isWhole = start === path;
    const hits = (target: string) =>
      isWhole
        ? `${target}/`.startsWith(`${path.replace(/\/$/, '')}/`) || path.startsWith(`${target}/`)
        : target.startsWith(start) || start.startsWith(`${target}/`);
    return !value.startsWith('-') && path !== '' && targets.some(hits) ? [value] : [];
  });
}

function editsFor(
  { file }: Subject,
  tool: Tool,
  targets: readonly string[],
  runs: readonly Instruction[],
): readonly Edit[] | string {
  const all: Edit[] = [];
  for (const run of runs) {
    const edits = tool.edits?.(run, file.text) ?? [];
    if (typeof edits === 'string') return edits;
    const mounts = targets.map((target) => ` --mount=type=cache,target=${target}${tool.options ?? ''}`).join('');
    all.push({ ...mountPlace(run, file.text, file.escapeChar, file.newline, mounts) }, ...edits);
  }
  return all;
}

/** On the line of RUN itself, and the command on the next, unless a heredoc or the JSON form stands there. */
function mountPlace(run: Instruction, text: string, escapeChar: string, newline: string, mounts: string): Edit {
  const gap = /^[ \t]*/.exec(text.slice(run.body))![0];
  const after = text.slice(run.body + gap.length, run.body + gap.length + 2);
  const continued = after.startsWith(escapeChar) || after.startsWith('\n') || after.startsWith('\r');
  const rest = run.heredoc || run.json ? ' ' : continued ? gap || ' ' : ` ${escapeChar}${newline}    `;
  return { start: run.body, end: run.body + gap.length, text: mounts + rest };
}

function aptEdits(run: Instruction, text: string): readonly Edit[] | string {
  if (run.json) return 'the JSON form is not changed word by word';
  const installs = run.commands.filter(
    (command) => programOf(command).includes('install') && /^apt(-get)?$/.test(word(command, 0)),
  );
  if (installs.some((command) => word(command, 0) === 'apt')) {
    return 'apt deletes what it downloaded whatever it is told here; write apt-get, which is also the one meant for scripts';
  }
  const own = installs
    .flatMap((command) => command.words)
    .find(({ value }) => /^(-o|--option|-c)/.test(value) && /cache/i.test(value));
  if (own || /Dir::Cache/i.test(text.slice(run.start, run.end))) return 'it says itself where packages are kept';
  return installs.map((command) => {
    const program = command.words.find(({ value }) => /(^|\/)apt-get$/.test(value))!;
    return { start: program.end, end: program.end, text: ` -o Dir::Cache::Archives=${APT_FOLDER}` };
  });
}

function pipEdits(run: Instruction, text: string): readonly Edit[] | string {
  const flags = run.commands
    .filter(isPip)
    .flatMap(({ words }) => words.filter(({ value }) => value === '--no-cache-dir'));
  if (run.json && flags.length > 0)
    return '--no-cache-dir switches the cache off, and the JSON form is not changed word by word';
  return flags.map(
    ({ start, end }) =>
      aloneOnLine(text, start, end) ?? {
        start: start - (/[ \t]/.test(text[start - 1] ?? '') ? 1 : 0),
        end,
        text: '',
      },
  );
}

/** With its line, when that holds nothing else than the word and its continuation. */
function aloneOnLine(text: string, start: number, end: number): Edit | undefined {
  const from = text.lastIndexOf('\n', start) + 1;
  const rest = /^[ \t]*[\\`][ \t]*\r?\n/.exec(text.slice(end));
  return rest && text.slice(from, start).trim() === ''
    ? { start: from, end: end + rest[0].length, text: '' }
    : undefined;
}

/** Without `npm cache clean` and the like, which would empty the mount; of the layer it only takes what is not in it any more. */
function withoutClearing(program: string, subcommand: string) {
  return (run: Instruction, text: string): readonly Edit[] | string => {
    const clearing = ([name, which, ...rest]: readonly string[]) =>
      name === program && which === subcommand && rest.find((one) => /^(clean|clear|prune|rm)$/.test(one));
    const clears = run.commands.filter((command) => clearing(programOf(command)));
    const edits: Edit[] = [];
    for (const clear of clears) {
      const before = run.commands[run.commands.indexOf(clear) - 1];
      const gap = before && text.slice(before.end, clear.start);
      if (clear.joint !== '&&' || gap === undefined || gap.includes('#'))
        return `'${program} ${subcommand} ${clearing(programOf(clear))}' would empty the cache, and cannot be taken out safely`;
      edits.push({ start: before!.end, end: clear.end, text: '' });
    }
    return edits;
  };
}
