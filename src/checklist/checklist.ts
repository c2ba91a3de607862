/** What ticks an item by itself: everything that is named here must be shown by the evidence of runs. */
export interface Proof {
  /** Checks that must pass; one that fails unticks the item. */
  readonly checks?: readonly string[] | undefined;
  /** Step that must have been carried out, or have found nothing to do. */
  readonly step?: string | undefined;
  /** Step whose plan must have been shown, without a refusal. */
  readonly planned?: string | undefined;
}

export interface Item extends Proof {
  /** Stays when the title is changed; in hidden markers. */
  readonly id: string;
  readonly title: string;
  /** Approval that ticks it: `go` is `/phase1 go`, or the review of an environment. Anything else is for people. */
  readonly approval?: 'go' | undefined;
}

export interface Week {
  readonly id: string;
  readonly title: string;
  /** Such as `2026-02-14`. */
  readonly due: string;
}

/** Items that are done together: one sub-issue. */
export interface Group {
  readonly id: string;
  readonly title: string;
  /** Without one it has no milestone. */
  readonly week?: string | undefined;
  readonly items: readonly Item[];
}

export interface Checklist {
  readonly title: string;
  readonly weeks: readonly Week[];
  readonly groups: readonly Group[];
}

export const hasProof = ({ checks, step, planned }: Proof) =>
  (checks !== undefined && checks.length > 0) || step !== undefined || planned !== undefined;

export const itemsOf = ({ groups }: Checklist): ReadonlyMap<string, Item> =>
  new Map(groups.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
