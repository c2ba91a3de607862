import type { Config } from '../config/schema';
import type { JournalEntry } from '../evidence/journal';
import type { MachineFacts } from '../facts/machine';
import type { Read, ReadResult } from '../host/host';

/** One operation of a plan. */
export interface Change {
  /** The word that the host script and the journal use for it. */
  readonly id: string;
  readonly title: string;
  /** For people, with the names that devices have now; the host script builds its own. */
  readonly command: string;
  readonly why: string;
  /** How it is seen that it worked. */
  readonly check: string;
  /** How it is undone, or why it cannot be. */
  readonly undo: string;
  /** What else is part of the approval, as the serial number of the disk that it takes. */
  readonly takes?: string;
  /** Only there because an earlier run was cut short: the approval of that run holds for it too. */
  readonly continuation?: true;
}

export interface PlanRefusal {
  /** Stable and machine-readable; the host script uses the same words. */
  readonly code: string;
  readonly message: string;
  readonly wayOut: string;
}

/** What an approval rests on: when one of these has changed, the plan is another one. */
export type Basis = Readonly<Record<string, string | number>>;

interface PlanParts {
  readonly step: string;
  readonly intent: 'apply' | 'rollback';
  /** One line that a person reads first. */
  readonly summary: string;
  readonly basis: Basis;
  /** What it leads to, and of what. What is left of an approved plan with this target is covered by its approval. */
  readonly target: string;
  readonly notes: readonly string[];
}

/** The way from the facts to the target; or why there is none. */
export type Plan =
  | (PlanParts & { readonly verdict: 'changes'; readonly changes: readonly Change[]; readonly hash: string })
  | (PlanParts & { readonly verdict: 'nothing-to-do'; readonly hash: string })
  | (PlanParts & { readonly verdict: 'refused' | 'unknown'; readonly refusal: PlanRefusal });

/**
 * A metric against its target. `unknown` is neither zero nor a pass; `not-applicable` is only what the configuration says
 * does not apply, never what could not be seen.
 */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly target: string;
  readonly measured: string;
  /** How the figure was obtained. */
  readonly how: string;
  readonly result: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  /** It earns no points and makes no run fail. */
  readonly informational?: true;
}

/** What a step has measured, where checks are too short for it: plain text, a cell each. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** Below the table: how the figures were obtained, and what they do not say. */
  readonly note?: string;
}

/** A right or a program that a step needs on the host. */
export interface Need {
  readonly program: string;
  readonly debianPackage: string;
  readonly why: string;
  /** Only needed in a case that is told here; the step works without it otherwise. */
  readonly onlyWhen?: string;
}

/** The secrets that are handed over at run time: by their name as an input, and in capitals as EDGE_PHASE1_… */
export type SecretName = 'harbor_admin_password';

/** A secret that a step's script may be given: the first line of its standard input, never an argument. */
export interface StepSecret {
  readonly name: SecretName;
  /** Tells the script that it comes. */
  readonly option: string;
  /** Why it cannot be used, without repeating it; asked before anything is touched. */
  refusal(value: string, config: Config): PlanRefusal | undefined;
}

/** Something that a step cannot look at for want of a right, and what gives it. */
export interface Lack {
  readonly title: string;
  readonly found: string;
  readonly fix: string;
}

/** What is known before planning, whatever the step. */
export interface Situation<Facts> {
  readonly machine: MachineFacts;
  readonly facts: Facts;
  readonly journal: readonly JournalEntry[];
  readonly config: Config;
  /** When the host was looked at. */
  readonly at: Date;
}

/**
 * A `change` needs an approval and runs to its end. A `measurement` changes nothing that stays: it needs none, and
 * cancelling stops it on the host. A `look` has nothing to carry out: `apply` is `verify`.
 */
export type StepKind = 'change' | 'measurement' | 'look';

/** One action of Phase 1. Everything but `reads` is a pure function of plain data. */
export interface Step<Facts> {
  readonly id: string;
  readonly title: string;
  readonly kind: StepKind;
  /** File name under `scripts/` of the script that carries out this step's changes; a `look` has none. */
  readonly script?: string;
  /** Why whoever may run its script as root is as good as root; the right is then only given when it is asked for by name. */
  readonly asGoodAsRoot?: string;
  readonly needs: readonly Need[];
  reads(config: Config): readonly Read[];
  /** Commands that need root even for looking, as exact argv, for the sudoers file. */
  rootReads(situation: Situation<Facts>): readonly (readonly string[])[];
  facts(results: readonly ReadResult[], config: Config): Facts;
  plan(situation: Situation<Facts>): Plan;
  rollback(situation: Situation<Facts>): Plan;
  /** Arguments for the host script that carries out a plan of this step. */
  scriptArguments(plan: Plan, config: Config): readonly string[];
  readonly secret?: StepSecret;
  verify(situation: Situation<Facts>): readonly Check[];
  /** Shown in every report below the checks. */
  tables?(situation: Situation<Facts>): readonly Table[];
  /** For the doctor: what this user cannot look at, besides what needs root. */
  lacks?(situation: Situation<Facts>): readonly Lack[];
}
