import { posix } from 'node:path';
import { gib } from '../../../units';
import type { Instruction } from '../dockerfile';
import { bytesOf, contextVertex } from '../measured';
import { proposed } from '../proposal';
import { type Subject, withIgnored } from '../subject';
import type { ContextFile, Cost, Finding, RuleId, Saving } from '../types';

/** Folders that no image is meant to get from a context. `unless`: what in the Dockerfile means that it is wanted. */
interface Bulk {
  readonly name: string;
  readonly pattern: string;
  readonly unless?: (subject: Subject) => string | undefined;
}

const BULK: readonly Bulk[] = [
  { name: '.git', pattern: '.git', unless: usesGit },
  { name: 'node_modules', pattern: '**/node_modules', unless: needsNodeModules },
  ...['.venv', '__pycache__', '.pytest_cache', '.mypy_cache', '.tox', '.terraform', '.gradle', '.idea'].map((name) => ({
    name,
    pattern: `**/${name}`,
  })),
];

const SECRET =
  /^(?:\.env(?:\..+)?|id_(?:rsa|dsa|ecdsa|ed25519)|.+\.key|.*key.*\.pem|.+\.(?:p12|pfx|kdbx)|\.netrc|\.git-credentials|\.pgpass|kubeconfig|credentials\.json|service-account.*\.json|.+\.tfstate)$/i;
const HARMLESS = /\.(?:example|sample|template|dist|defaults?)$|^\.env\.(?:test|ci)$/i;
const LARGE_SHARE = 0.2;
const LARGE_BYTES = 1024 ** 2;

const contextCopies = ({ file }: Subject): readonly Instruction[] =>
  file.stages.flatMap((stage) =>
    stage.instructions.filter(
      ({ keyword, args, flags, heredoc }) =>
        ['COPY', 'ADD'].includes(keyword) &&
        !heredoc &&
        !flags.some((flag) => flag.name === 'from') &&
        args.slice(0, -1).some((source) => /^\/?\.?\/?$/.test(source)),
    ),
  );

const within = (path: string, name: string) => path.split('/').slice(0, -1).includes(name);
const isSecret = ({ path }: ContextFile) => {
  const name = posix.basename(path);
  return SECRET.test(name) && !HARMLESS.test(name) && !within(path, 'node_modules');
};

/** No ignore file at all: the whole folder is sent and copied. */
export function ignoreFileMissing(subject: Subject): readonly Finding[] {
  const { ignoreFile, sent } = subject;
  const copies = contextCopies(subject);
  if (ignoreFile !== undefined || copies.length === 0) return [];
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
export function contextSecrets(subject: Subject): readonly Finding[] {
  const secrets = subject.sent?.filter(isSecret) ?? [];
  const named = secrets.filter(({ path }) => wanted(subject, path));
  const swept = secrets.filter((file) => !named.includes(file));
  const copies = contextCopies(subject);
  const byName = copiesOf(subject).filter(({ args }) => named.some(({ path }) => covers(args, path)));
  const why =
    'the Dockerfile copies it by name, so that it seems to need it; mount it as a secret instead (RUN --mount=type=secret)';
  return [
    ...(byName.length === 0 ? [] : [finding(subject, 'context-secrets', byName, named, [], why)]),
    ...(copies.length === 0 || swept.length === 0
      ? []
      : [finding(subject, 'context-secrets', copies, swept, secretLines(subject, swept))]),
  ];
}

/** A context of which a good part is history, installed packages or caches. */
export function contextBulk(subject: Subject): readonly Finding[] {
  const { sent } = subject;
  const copies = contextCopies(subject);
  // With no ignore file the finding about that one has the same lines.
  if (!sent || subject.ignoreFile === undefined || copies.length === 0) return [];
  const ballast = sent.filter((file) => BULK.some(({ name }) => within(file.path, name)));
  if (bytesOf(ballast) < LARGE_BYTES || bytesOf(ballast) < LARGE_SHARE * bytesOf(sent)) return [];
  const { lines, kept } = bulkLines(subject, sent);
  const obstacle = lines.length === 0 ? kept.join(' ').replace(/\.$/, '') : undefined;
  return [finding(subject, 'context-bulk', copies, ballast, lines, obstacle, lines.length === 0 ? [] : kept)];
}

function bulkLines(subject: Subject, sent: readonly ContextFile[]) {
  const present = BULK.filter(({ name }) => sent.some((file) => within(file.path, name)));
  const lines = present.filter(({ unless }) => unless?.(subject) === undefined).map(({ pattern }) => pattern);
  const kept = present.flatMap(({ name, unless }) => {
    const why = unless?.(subject);
    return why === undefined ? [] : [`${name} is left in: ${why}.`];
  });
  return { lines, kept };
}

const secretLines = (subject: Subject, files: readonly ContextFile[]) => [
  ...new Set(files.filter((file) => isSecret(file) && !wanted(subject, file.path)).map(({ path }) => literal(path))),
];

/** A path as a pattern that means just that path. */
const literal = (path: string) => path.replace(/[*?[\]\\]/g, '\\$&').replace(/^(?=[#!])/, '\\');

const copiesOf = ({ file }: Subject) =>
  file.stages.flatMap(({ instructions }) =>
    instructions.filter(
      ({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some((flag) => flag.name === 'from'),
    ),
  );

const normalized = (source: string) => posix.normalize(source).replace(/^\/|\/$/g, '');
const sources = (subject: Subject) => copiesOf(subject).flatMap(({ args }) => args.slice(0, -1).map(normalized));

/** Whether an instruction names this file, or a folder below the context that it lies in. */
const covers = (args: readonly string[], path: string) =>
  args
    .slice(0, -1)
    .map(normalized)
    .some((source) => source !== '.' && source !== '' && (path === source || path.startsWith(`${source}/`)));

const wanted = (subject: Subject, path: string) => copiesOf(subject).some(({ args }) => covers(args, path));

function usesGit(subject: Subject): string | undefined {
  if (sources(subject).includes('.git')) return 'it is copied by name';
  const runs = subject.file.stages.flatMap(({ instructions }) => instructions.filter((one) => one.keyword === 'RUN'));
  const commands = runs.flatMap((run) =>
    run.commands.map((command) => command.words.map(({ value }) => value).join(' ')),
  );
  const text = (name: string) => subject.read?.(name) ?? '';
  if (commands.some((c) => /\bgit\b/.test(c))) return 'a RUN uses git';
  if (commands.some((c) => /\bgo (build|install)\b/.test(c) && !c.includes('-buildvcs=false'))) {
    return 'go build writes the commit into the program (with -buildvcs=false it would not)';
  }
  if (
    /setuptools.scm|versioneer|hatch-vcs|poetry-dynamic-versioning/.test(
      text('pyproject.toml') + text('setup.py') + text('setup.cfg'),
    )
  ) {
    return 'the Python package takes its version from git';
  }
  return undefined;
}

function needsNodeModules(subject: Subject): string | undefined {
  if (sources(subject).some((source) => source.split('/').includes('node_modules'))) return 'it is copied by name';
  const installs = subject.file.stages.some(({ instructions }) =>
    instructions.some(({ commands }) => commands.some(({ words }) => /^(npm|yarn|pnpm)$/.test(words[0]!.value))),
  );
  return installs ? undefined : 'nothing in the Dockerfile installs it, so that the image may need it from here';
}

const TITLES = {
  'ignore-file-missing': 'There is no .dockerignore: the whole folder is sent to the builder and copied',
  'context-secrets': 'Secrets are copied into the image',
  'context-bulk': 'The context is mostly what no build needs',
} as const;

function finding(
  subject: Subject,
  rule: Extract<RuleId, keyof typeof TITLES>,
  copies: readonly Instruction[],
  files: readonly ContextFile[],
  lines: readonly string[],
  obstacle?: string,
  notes: readonly string[] = [],
): Finding {
  const names = files.slice(0, 5).map((file) => file.path);
  const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
  const change = withIgnored(subject, lines);
  return {
    rule,
    lines: { first: copies[0]!.first + 1, last: copies[0]!.last + 1 },
    title:
      rule === 'context-secrets' && lines.length === 0 ? 'A secret is copied into the image by name' : TITLES[rule],
    reason: reasonOf(rule, copies[0]!, names.length === 0 ? '' : ` Now that is: ${names.join(', ')}${more}.`),
    cost: contextCost(subject, files),
    saving: contextSaving(subject, files),
    ...proposed(obstacle ?? [change]),
    notes: obstacle === undefined ? [...notes, `Left out of the image from then on: ${lines.join(', ')}.`] : notes,
  };
}

function reasonOf(rule: keyof typeof TITLES, copy: Instruction, files: string): string {
  const line = `Line ${copy.first + 1}`;
  if (rule === 'context-secrets')
    return `${line} copies them. What is in a layer stays readable for everybody who can pull the image, also when a later step deletes it.${files}`;
  return `${line} copies the context. Whatever lies in it is read and sent, and a change of any of it takes away the cache of all that follows.${files}`;
}

function contextCost({ sent }: Subject, files: readonly ContextFile[]): Cost {
  if (!sent) return { seconds: null, bytes: null, basis: 'Not measured.' };
  const [part, all] = [bytesOf(files), bytesOf(sent)];
  return { seconds: null, bytes: part, basis: `Counted: ${gib(part)} of the ${gib(all)} in the context.` };
}

function contextSaving(subject: Subject, files: readonly ContextFile[]): Saving {
  const vertex = contextVertex(subject);
  const saving = { kind: 'at most', scenario: 'cold build' } as const;
  if (vertex?.seconds == null || vertex.cached || !subject.sent || bytesOf(subject.sent) === 0) {
    return { ...saving, seconds: null, basis: 'Sending the context was not measured.' };
  }
  const share = bytesOf(files) / bytesOf(subject.sent);
  const basis = `Its share of the bytes (${(share * 100).toFixed(0)} %) of the ${vertex.seconds.toFixed(1)} s that sending the context took; later builds send only what changed.`;
  return { ...saving, seconds: vertex.seconds * share, basis };
}
