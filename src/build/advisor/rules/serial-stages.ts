import type { Instruction, Stage } from '../dockerfile';
import { wholeLines } from '../edit';
import { installOf, isHarmless } from '../installs';
import { costOf, linesOf, placesOf } from '../measured';
import { isOurs, resolved } from '../places';
import { atMost, editedDockerfile, proposed } from '../proposal';
import type { Subject } from '../subject';
import type { Finding } from '../types';

const NEUTRAL = new Set([
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
export const serialStages = (subject: Subject): readonly Finding[] =>
  subject.file.stages.flatMap((stage) => [...waiting(subject, stage), ...mixed(subject, stage)]);

/** Packages that are installed below a COPY --from: the step waits until the other stage is built. */
function waiting(subject: Subject, stage: Stage): readonly Finding[] {
  const { instructions } = stage;
  const from = instructions.findIndex((one) => fromStage(subject, one));
  if (from < 0) return [];
  const copies: Instruction[] = [];
  const runs: Instruction[] = [];
  let obstacle: string | undefined;
  for (const one of instructions.slice(from)) {
    if (one.keyword === 'RUN') {
      if (!isPackages(one)) break;
      runs.push(one);
    } else if (one.keyword === 'COPY') {
      if (runs.length > 0) break;
      copies.push(one);
    } else if (!NEUTRAL.has(one.keyword)) {
      if (runs.length > 0) break;
      obstacle ??= `line ${one.first + 1} (${one.keyword}) stands between them`;
    }
  }
  if (runs.length === 0) return [];
  obstacle ??= copies.map((copy) => cannotMove(stage, copy)).find((why) => why !== undefined);
  const cost = costOf(subject, stage, runs);
  const { text, newline } = subject.file;
  const edits = [
    ...copies.map((copy) => ({ ...wholeLines(text, copy), text: '' })),
    {
      start: runs.at(-1)!.end,
      end: runs.at(-1)!.end,
      text: copies.map((copy) => newline + text.slice(copy.start, copy.end)).join(''),
    },
  ];
  return [
    {
      rule: 'serial-stages',
      lines: linesOf([...copies, ...runs]),
      title: 'Packages wait for another stage that they do not need',
      reason: `The COPY --from in line ${copies[0]!.first + 1} ends only when the other stage is built; ${placesOf(runs)} installs packages below it and so cannot run beside it, and runs again whenever the other stage's result changes.`,
      cost,
      saving: atMost(cost.seconds, 'one source file changed', {
        notMeasured: 'The time of the packages, which was not measured.',
        measured:
          'The measured time of the packages: above the copy they come from the cache, and in a cold build they run beside the other stage.',
      }),
      ...proposed(obstacle ?? [editedDockerfile(subject, edits)]),
      notes: [],
    },
  ];
}

function fromStage({ file }: Subject, { keyword, flags }: Instruction): boolean {
  const from = flags.find((flag) => flag.name === 'from')?.value.toLowerCase();
  return (
    keyword === 'COPY' &&
    from !== undefined &&
    file.stages.some((stage) => from === stage.name || from === String(stage.number))
  );
}

const isPackages = ({ commands }: Instruction) =>
  commands.some((command) => installOf(command)) &&
  commands.every((command) => {
    const tool = installOf(command)?.tool;
    return tool === undefined ? isHarmless(command) : tool === 'apt' || tool === 'apk';
  });

function cannotMove(stage: Stage, copy: Instruction): string | undefined {
  const target = resolved(stage, copy, copy.args.at(-1) ?? '');
  if (target === undefined) return `where line ${copy.first + 1} copies to is not known`;
  if (!isOurs(target)) return `line ${copy.first + 1} copies to ${target}, where packages write too`;
  return undefined;
}

const FAMILIES: Record<string, string> = {
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
function mixed(subject: Subject, stage: Stage): readonly Finding[] {
  const found = new Map<string, Instruction>();
  for (const run of stage.instructions) {
    for (const command of run.commands) {
      const install = installOf(command);
      const family = install && FAMILIES[install.tool];
      if (family && !found.has(family)) found.set(family, run);
    }
  }
  const runs = [...new Set(found.values())];
  if (runs.length < 2) return [];
  const costs = runs.map((run) => costOf(subject, stage, [run]));
  const shorter = costs.every(({ seconds }) => seconds !== null)
    ? Math.min(...costs.map(({ seconds }) => seconds!))
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
