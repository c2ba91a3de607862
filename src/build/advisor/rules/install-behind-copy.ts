import { posix } from 'node:path';
import { type Instruction, type Stage, workdirAt } from '../dockerfile';
import { type Edit, wholeLines } from '../edit';
import { type Install, installOf, isHarmless } from '../installs';
import { costOf, linesOf } from '../measured';
import { resolved } from '../places';
import { editedDockerfile, proposed } from '../proposal';
import type { Command } from '../shell';
import { type Subject, withIgnored } from '../subject';
import type { FileChange, Finding } from '../types';

/** A copy of a whole folder of the context. */
interface FolderCopy {
  readonly instruction: Instruction;
  /** '' is the context itself. */
  readonly folder: string;
  readonly destination: string;
}

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
export function installBehindCopy(subject: Subject): readonly Finding[] {
  return subject.file.stages.flatMap((stage) =>
    stage.instructions.flatMap((instruction) => {
      const copy = folderCopy(subject, stage, instruction);
      return copy ? (findingFor(subject, stage, copy) ?? []) : [];
    }),
  );
}

function folderCopy(subject: Subject, stage: Stage, instruction: Instruction): FolderCopy | undefined {
  const { keyword, flags, args, heredoc } = instruction;
  if (!['COPY', 'ADD'].includes(keyword) || heredoc || args.length !== 2 || flags.some((f) => f.name === 'from'))
    return undefined;
  const [source = '', destination = ''] = args;
  const folder = posix
    .normalize(source)
    .replace(/^\/+|\/+$/g, '')
    .replace(/^\.$/, '');
  // A folder below the context counts where it becomes the folder that the install runs in.
  if (folder !== '' && !subject.sent?.some((file) => file.path.startsWith(`${folder}/`))) return undefined;
  if (folder !== '' && resolved(stage, instruction, destination) !== workdirAt(stage, instruction)) return undefined;
  return { instruction, folder, destination };
}

interface Found {
  readonly run: Instruction;
  readonly installs: readonly Install[];
  /** The commands behind the last install that are no part of it. */
  readonly rest: readonly Command[];
}

function findingFor(subject: Subject, stage: Stage, copy: FolderCopy): Finding | undefined {
  const behind = stage.instructions.filter((one) => one.start > copy.instruction.start);
  const chain: Found[] = [];
  let obstacle: string | undefined;
  for (const one of behind) {
    if (folderCopy(subject, stage, one)) break;
    if (one.keyword !== 'RUN') {
      if (NEUTRAL.has(one.keyword) || (one.keyword === 'WORKDIR' && copy.destination.startsWith('/'))) continue;
      if (chain.length > 0) break;
      obstacle ??= `line ${one.first + 1} (${one.keyword}) stands between them`;
      continue;
    }
    const installs = one.commands.flatMap((command) => installOf(command) ?? []);
    if (installs.length === 0) {
      if (chain.length > 0) break;
      obstacle ??= `line ${one.first + 1} (RUN) stands between them and may need the sources`;
      continue;
    }
    if (obstacle !== undefined && chain.length > 0) break;
    const rest = restOf(one);
    chain.push({ run: one, installs, rest: rest ?? [] });
    if (rest === undefined) obstacle ??= `line ${one.first + 1} does other work before it installs`;
    if (obstacle !== undefined || rest!.length > 0) break;
  }
  if (chain.length === 0) return undefined;
  const installs = chain.flatMap((found) => found.installs);
  const needsManifests = installs.some((install) => install.required.length > 0);
  const manifests = manifestsOf(subject, copy, chain);
  obstacle ??= typeof manifests === 'string' ? manifests : undefined;
  obstacle ??= installs.map((install) => install.obstacle(subject, copy.folder)).find((why) => why !== undefined);
  const plan =
    obstacle === undefined
      ? patchFor(subject, copy, chain, needsManifests ? (manifests as readonly string[]) : [])
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
      basis:
        cost.seconds === null
          ? 'The whole time of the install, which was not measured.'
          : 'The measured time of the step itself: with the same manifests it would come from the cache.',
    },
    ...proposed(plan),
    notes:
      typeof plan === 'string' || plan.length < 2
        ? []
        : [
            'The patch also keeps node_modules out of the context: copied after the install, it would replace what was installed.',
          ],
  };
}

/** What follows the install in its RUN; undefined when the install cannot be cut off from what stands before it. */
function restOf({ commands, heredoc, json }: Instruction): readonly Command[] | undefined {
  const other = commands.findIndex((command) => !installOf(command) && !isHarmless(command));
  if (other < 0) return commands.some(({ joint }) => ['|', '||', '&', '('].includes(joint)) ? undefined : [];
  const rest = commands.slice(other);
  const cut = other > 0 && rest[0]!.joint === '&&' && !heredoc && !json && !rest.some((command) => installOf(command));
  const simple = commands.every(({ joint }) => joint === '' || joint === '&&');
  return cut && simple ? rest : undefined;
}

function patchFor(
  subject: Subject,
  copy: FolderCopy,
  chain: readonly Found[],
  manifests: readonly string[],
): FileChange[] | string {
  const { file, sent, listing } = subject;
  const { text, newline } = file;
  const { instruction } = copy;
  const source = text.slice(instruction.start, instruction.end);
  if (source.includes('$')) return 'the copy contains a variable';
  const edits: Edit[] = [];
  if (manifests.length > 0) {
    const names = manifests.map((name) => posix.join(copy.folder, name));
    const destination = copy.destination.endsWith('/') ? copy.destination : `${copy.destination}/`;
    if ([...names, destination].some((word) => /[\s"'[\]*?]/.test(word)))
      return 'a name contains a space or a special character';
    const flags = text.slice(instruction.start + instruction.keyword.length, instruction.body);
    edits.push({
      start: instruction.start,
      end: instruction.end,
      text: `COPY${flags} ${names.join(' ')} ${destination}`,
    });
  } else edits.push({ ...wholeLines(text, instruction), text: '' });

  const { run, rest } = chain.at(-1)!;
  if (rest.length > 0) {
    const gap = { start: run.commands[run.commands.indexOf(rest[0]!) - 1]!.end, end: rest[0]!.start };
    if (text.slice(gap.start, gap.end).includes('#'))
      return `line ${run.first + 1} has a comment where it would have to be cut in two`;
    edits.push({ ...gap, text: `${newline}${source}${newline}RUN${text.slice(run.start + 3, run.body)} ` });
  } else edits.push({ start: run.end, end: run.end, text: `${newline}${source}` });
  const change = editedDockerfile(subject, edits);

  if (
    !chain.some(
      (found) => found.installs.some(({ tool }) => ['npm', 'yarn', 'pnpm'].includes(tool)) && manifests.length > 0,
    )
  )
    return [change];
  if (!listing?.complete || sent === undefined) return 'whether node_modules is part of the context is not known';
  if (sent.some(({ path }) => /(^|\/)node_modules\//.test(path))) {
    return 'the context contains node_modules, which the copy would lay over what was installed; keep it out with .dockerignore first';
  }
  if (subject.ignore.ignores(posix.join(copy.folder, 'node_modules/x/x.js'))) return [change];
  return [change, withIgnored(subject, ['**/node_modules'])];
}

function manifestsOf({ sent }: Subject, { folder }: FolderCopy, chain: readonly Found[]): readonly string[] | string {
  const installs = chain.flatMap((found) => found.installs);
  if (!sent && installs.some((install) => install.required.length > 0)) return 'the files of the context are not known';
  const has = (name: string) => sent?.some((file) => file.path === posix.join(folder, name)) ?? false;
  const missing = installs.flatMap((install) => install.required).find((name) => !has(name));
  if (missing !== undefined) return `${missing} is not among the files of the context`;
  return [...new Set(installs.flatMap((install) => [...install.required, ...install.optional.filter(has)]))];
}
