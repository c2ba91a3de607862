import { posix } from 'node:path';
import { type Instruction, precedingOf, type Stage } from '../dockerfile';
import { type Edit, wholeLines } from '../edit';
import { installOf, isHarmless, programOf } from '../installs';
import { bytesOf, costOf, linesOf } from '../measured';
import { isInside, isOurs, resolved } from '../places';
import { atMost, editedDockerfile, proposed } from '../proposal';
import type { Word } from '../shell';
import type { Subject } from '../subject';
import type { ContextFile, Finding } from '../types';

interface Change {
  readonly run: Instruction;
  readonly program: 'chown' | 'chmod';
  readonly recursive: Word | undefined;
  readonly value: string;
  readonly path: string;
}

/** A RUN that only changes owner or mode of what a COPY just wrote: the files are in the image twice. */
export function ownershipLayer(subject: Subject): readonly Finding[] {
  return subject.file.stages.flatMap((stage) =>
    stage.instructions.flatMap((run) => {
      const change = changeOf(stage, run);
      return change ? (findingFor(subject, stage, change) ?? []) : [];
    }),
  );
}

function changeOf(stage: Stage, run: Instruction): Change | undefined {
  const [command, second] = run.commands;
  if (!command || second || command.words.some((word) => word.dynamic)) return undefined;
  const program = command.words[0]!.value;
  if (program !== 'chown' && program !== 'chmod') return undefined;
  const recursive = command.words.find(({ value }) => value === '-R' || value === '--recursive');
  const [value, target, more] = command.words
    .slice(1)
    .filter((word) => word !== recursive)
    .map((word) => word.value);
  if (value === undefined || target === undefined || more !== undefined || value.startsWith('-')) return undefined;
  const path = resolved(stage, run, target);
  return path === undefined ? undefined : { run, program, recursive, value, path };
}

function findingFor(subject: Subject, stage: Stage, change: Change): Finding | undefined {
  const { run, program, path } = change;
  if (program === 'chown' && !change.recursive) return undefined;
  const copies = stage.instructions.filter(
    (one) => /^(COPY|ADD)$/.test(one.keyword) && one.start < run.start && isInside(targetOf(stage, one) ?? '', path),
  );
  if (copies.length === 0) return undefined;
  const plan = program === 'chown' ? chownEdits(stage, change, copies) : chmodEdits(subject, stage, change, copies);
  const files = copiedFiles(subject, copies);
  const cost = costOf(subject, stage, [run]);
  return {
    rule: 'ownership-layer',
    lines: linesOf([run]),
    title: `${program} in a step of its own writes the copied files a second time`,
    reason: `Line ${run.first + 1} changes only ${program === 'chown' ? 'the owner' : 'the mode'}, but a layer keeps whole files: all of them are written, sent and stored again. COPY can set it in the first place (--${program}).`,
    cost:
      files === undefined
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
    notes:
      program === 'chown' && typeof plan !== 'string'
        ? [`Should the base image itself have files in ${path}, they keep their owner.`]
        : [],
  };
}

/** Where a copy writes to. */
function targetOf(stage: Stage, copy: Instruction): string | undefined {
  const destination = copy.args.at(-1);
  const target = destination === undefined ? undefined : resolved(stage, copy, destination);
  if (target === undefined || copy.args.length !== 2 || !/\/$|^\.{1,2}$/.test(destination!)) return target;
  const source = posix.basename(copy.args[0]!);
  return /\.\w+$/.test(source) ? posix.join(target, source) : target;
}

function copiedFiles({ sent }: Subject, copies: readonly Instruction[]): readonly ContextFile[] | undefined {
  if (!sent || copies.some((copy) => copy.flags.some((flag) => flag.name === 'from') || copy.heredoc)) return undefined;
  const sources = copies.flatMap(({ args }) =>
    args.slice(0, -1).map((arg) => posix.normalize(arg).replace(/^\/+|\/+$/g, '')),
  );
  return sent.filter(({ path }) => sources.some((source) => source === '.' || source === '' || isInside(path, source)));
}

function chownEdits(
  stage: Stage,
  { run, recursive, value, path }: Change,
  copies: readonly Instruction[],
): readonly Edit[] | string {
  const owner = /^([\w-]+)(?::([\w-]+))?$/.exec(value);
  if (!owner) return `'${value.slice(0, 40)}' is not written as user:group`;
  if (!isOurs(path)) return `${path} may hold files of the base image, whose owner the step changes too`;
  if (run.json) return 'the JSON form is not changed word by word';
  const first = copies[0]!;
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
    const target = resolved(stage, copy, copy.args.at(-1)!);
    if (copy.keyword === 'ADD') return 'ADD unpacks archives with the owners in them';
    if (target !== path) return `line ${copy.first + 1} copies into a folder below ${path}`;
    if (copy.flags.some(({ name }) => name === 'chown')) return `line ${copy.first + 1} has an owner already`;
  }
  // chown without a group leaves root's; COPY would take the user's number for it.
  const flag = ` --chown=${owner[1]}:${owner[2] ?? '0'}`;
  const flags = copies.map((copy) => ({ start: copy.body, end: copy.body, text: flag }));
  return [...flags, { start: recursive!.start - 1, end: recursive!.end, text: '' }];
}

/** Packages and users: nothing that writes into the program's own folder. */
const isSystem = ({ commands }: Instruction) =>
  commands.length > 0 &&
  commands.every((command) => {
    const install = installOf(command);
    if (install) return install.tool === 'apt' || install.tool === 'apk';
    return isHarmless(command) || /^(useradd|adduser|groupadd|addgroup|mkdir)$/.test(programOf(command)[0] ?? '');
  });

function chmodEdits(
  subject: Subject,
  stage: Stage,
  { run, recursive, value, path }: Change,
  copies: readonly Instruction[],
): readonly Edit[] | string {
  const copy = copies.at(-1)!;
  if (recursive) return 'COPY would give folders and files the same mode';
  if (targetOf(stage, copy) !== path || copy.args.length !== 2 || copy.heredoc)
    return 'more than this file is copied by the instruction';
  if (copy.flags.some(({ name }) => name === 'from' || name === 'chmod'))
    return 'the file does not come from the context with its own mode';
  const source = posix.normalize(copy.args[0]!).replace(/^\/+/, '');
  const file = subject.sent?.find((one) => one.path === source);
  if (!file) return `${source} is not known as one file of the context`;
  const between = stage.instructions.find(
    (one) => one.start > copy.start && one.start < run.start && one.keyword === 'RUN',
  );
  if (between) return `line ${between.first + 1} (RUN) stands between the copy and the step`;
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
function modeAfter(value: string, mode: number | undefined): string | undefined {
  if (/^0?[0-7]{3}$/.test(value)) return value.padStart(4, '0');
  const who = /^([ugoa]*)\+x$/.exec(value)?.[1];
  if (who === undefined || mode === undefined) return undefined;
  const bits = { u: 0o100, g: 0o010, o: 0o001, a: 0o111 };
  const added = [...(who || 'a')].reduce((sum, letter) => sum | bits[letter as keyof typeof bits], 0);
  return ((mode & 0o777) | added).toString(8).padStart(4, '0');
}
