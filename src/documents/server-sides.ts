/** The server before its first change, and as it is now. */

import { percentUsed } from '../checks/disk';
import { type Side, sideOf } from '../evidence/before-after';
import type { Evidence, Observation, StepRecord } from '../evidence/evidence';
import { rootIn } from '../evidence/history-of';
import type { Mount } from '../facts/block';
import type { Check } from '../steps/step';
import { changesOf } from './changes';
import { observationsOf, once } from './material';

/** What can be said of one of the two times; what is absent was not looked at then. */
export interface ServerSide {
  readonly root: Mount | undefined;
  readonly checks: readonly Check[];
  /** When the checks were judged; undefined where they were not. */
  readonly judged: string | undefined;
}

export interface ServerSides {
  /** Undefined where nothing was changed. */
  readonly before: ServerSide | undefined;
  readonly after: ServerSide;
}

export const serverSides = once((material): ServerSides => {
  const first = changesOf(material)[0]?.at;
  const isBefore = (at: string) => first !== undefined && Date.parse(at) < Date.parse(first);
  const roots = observationsOf(material).flatMap(({ at, facts }) => {
    const root = rootIn(facts);
    return root ? [{ at, root }] : [];
  });
  const judged = material.evidence.flatMap((evidence) =>
    evidence.steps.flatMap((record) => judgedSides(evidence, record)),
  );
  const side = (fits: (entry: { readonly at: string }) => boolean): ServerSide => {
    const last = judged.findLast(fits);
    return { root: roots.findLast(fits)?.root, checks: last?.checks ?? [], judged: last?.at };
  };
  return {
    before: first === undefined ? undefined : side(({ at }) => isBefore(at)),
    after: side(({ at }) => !isBefore(at)),
  };
});

function judgedSides({ config }: Evidence, { step, before, after }: StepRecord): readonly Side[] {
  if (step !== 'validate') return [];
  return [before, after].filter((o): o is Observation => o !== undefined).map((o) => sideOf(o, config));
}

/** Share in use, as df shows it. */
export const useOf = (root: Mount) => percentUsed(root) / 100;
