import type { Config } from './config/schema';
import { approvalRefusal } from './evidence/approval';
import {
  EVIDENCE_SCHEMA,
  type Evidence,
  exitCodeOf,
  type Mode,
  type Observation,
  type Outcome,
  rawOutput,
  type StepRecord,
  type Trigger,
} from './evidence/evidence';
import { journalRead, parseJournal, runsOf } from './evidence/journal';
import { machineFacts, machineReads } from './facts/machine';
import { outputOf } from './facts/reading';
import { type Host, OutcomeUnknown, type Read, Refusal } from './host/host';
import { attachScript, type Following, type ScriptEvent, type ScriptRun, startScript } from './host-script/follow';
import { ensureInstalled } from './host-script/install';
import { type HostScript, hostScript } from './host-script/package';
import type { Plan, PlanRefusal, Situation, Step } from './steps/step';

export interface RunRequest {
  readonly mode: Mode;
  readonly steps: readonly Step<unknown>[];
  readonly config: Config;
  /** Hash of the plan that was approved elsewhere; then nobody is asked. */
  readonly planHash?: string | undefined;
  /** Show what `apply` or `rollback` would do, and stop there. */
  readonly planOnly?: boolean;
  readonly trigger?: Trigger | undefined;
}

export interface Progress {
  readonly step: string;
  readonly text: string;
  /** Set for what a host script says. */
  readonly event?: ScriptEvent;
}

/** Everything that the run touches outside itself. */
export interface World {
  open(): Promise<Host>;
  now(): Date;
  /** Asks a person, where there is one, whether this plan may be carried out. */
  approve(plan: Plan): Promise<boolean>;
  progress(progress: Progress): void;
  readonly version: string;
  readonly signal?: AbortSignal | undefined;
  /** Seconds to go on trying after the connection was lost. */
  readonly patienceSeconds: number;
}

/** The spine: looks, plans, and where asked carries out and looks again. Its whole result is the evidence. */
export async function run(request: RunRequest, world: World): Promise<Evidence> {
  const started = world.now();
  const id = runId(started);
  const records: StepRecord[] = [];
  const connection = new Connection(world, await world.open());
  const { name } = connection.host;
  try {
    for (const step of request.steps) {
      const record = await new StepRun(step, id, request, world, connection).record();
      records.push(record);
      if (exitCodeOf(record.outcome) !== 0 && request.mode !== 'plan') break;
    }
  } finally {
    await connection.host.close();
  }
  return {
    schema: EVIDENCE_SCHEMA,
    tool: { name: 'edge-phase1', version: world.version },
    run: id,
    mode: request.mode,
    host: name,
    started: started.toISOString(),
    seconds: (world.now().getTime() - started.getTime()) / 1000,
    ...(request.trigger && { trigger: request.trigger }),
    config: request.config,
    steps: records,
  };
}

/** Readable, sortable, and told apart from other runs of the same second. */
const runId = (started: Date) =>
  `${started.toISOString().replace(/[-:]|\.\d+/g, '')}-${Math.random().toString(36).slice(2, 6)}`;

/** The open host; another one after the connection was lost. */
class Connection {
  constructor(
    private readonly world: World,
    public host: Host,
  ) {}

  async reopen(): Promise<Host> {
    await this.host.close();
    this.host = await this.world.open();
    return this.host;
  }
}

/** Everything that is read of a host before a step is planned: one batch. */
export const readsOf = (step: Step<unknown>, config: Config): readonly Read[] => [
  ...machineReads,
  journalRead,
  { id: 'script', argv: ['sha256sum', hostScript(step.script).path] },
  ...step.reads(config),
];

interface Look {
  readonly situation: Situation<unknown>;
  readonly observation: Observation;
  /** Digest of the script that lies on the host, where one does. */
  readonly installed: string | undefined;
}

type Facts = unknown;

class StepRun {
  private readonly script: HostScript;

  constructor(
    private readonly step: Step<Facts>,
    private readonly id: string,
    private readonly request: RunRequest,
    private readonly world: World,
    private readonly connection: Connection,
  ) {
    this.script = hostScript(step.script);
  }

  async record(): Promise<StepRecord> {
    const notes: string[] = [];
    let before = await this.look();
    if (this.changesThings() && (await this.finishEarlierRun(before, notes))) before = await this.look();
    const base = { step: this.step.id, before: before.observation, notes };
    if (this.request.mode === 'verify') {
      return { ...base, outcome: 'verified', ...this.judged(before.situation) };
    }
    const plan =
      this.request.mode === 'rollback' ? this.step.rollback(before.situation) : this.step.plan(before.situation);
    const planned = { ...base, plan, ...this.judged(before.situation) };
    if ('refusal' in plan) return { ...planned, outcome: 'refused', refusal: plan.refusal };
    if (!this.changesThings()) return { ...planned, outcome: 'planned' };
    const refusal = approvalRefusal(plan, this.request.planHash, runsOf(before.situation.journal, this.step.id));
    if (plan.verdict === 'nothing-to-do') return { ...planned, outcome: 'nothing-to-do' };
    if (refusal) return { ...planned, outcome: 'refused', refusal };
    if (this.request.planHash === undefined && !(await this.world.approve(plan))) {
      return { ...planned, outcome: 'refused', refusal: NOT_APPROVED };
    }
    return this.apply(planned, plan, before.installed);
  }

  private judged(situation: Situation<Facts>): Pick<StepRecord, 'checks' | 'tables'> {
    const tables = this.step.tables?.(situation) ?? [];
    return { checks: this.step.verify(situation), ...(tables.length > 0 && { tables }) };
  }

  private changesThings = () =>
    (this.request.mode === 'apply' || this.request.mode === 'rollback') && !this.request.planOnly;

  private async apply(
    planned: Omit<StepRecord, 'outcome'>,
    plan: Plan,
    installed: string | undefined,
  ): Promise<StepRecord> {
    const cancelled = { ...planned, outcome: 'refused', refusal: CANCELLED } as const;
    if (this.world.signal?.aborted) return cancelled;
    try {
      await ensureInstalled(this.connection.host, this.script, installed);
    } catch (error) {
      if (error instanceof OutcomeUnknown) return { ...planned, outcome: 'refused', refusal: notStarted(error) };
      if (!(error instanceof Refusal)) throw error;
      const { code, message, wayOut } = error;
      return { ...planned, outcome: 'refused', refusal: { code, message, wayOut } };
    }
    if (this.world.signal?.aborted) return cancelled;
    const hash = 'hash' in plan ? ['--plan-hash', plan.hash] : [];
    const args = [...this.step.scriptArguments(plan, this.request.config), ...hash];
    const applied = await startScript(this.connection.host, this.script, this.id, args, this.following());
    const refusal = refusalOf(applied);
    const record = { ...planned, applied, outcome: outcomeOf(applied), ...(refusal && { refusal }) };
    // Whoever cancelled gives this process a few seconds to end.
    if (this.world.signal?.aborted) return record;
    try {
      const after = await this.look();
      return { ...record, after: after.observation, ...this.judged(after.situation) };
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      return { ...record, notes: [...record.notes, 'The host could not be looked at again afterwards.'] };
    }
  }

  /** A run of this boot whose end the journal does not tell may still be going on: it is followed to its end first. */
  private async finishEarlierRun({ situation }: Look, notes: string[]): Promise<boolean> {
    const last = runsOf(situation.journal, this.step.id).at(-1);
    if (!last || last.end !== undefined) return false;
    if (last.boot !== situation.machine.bootId) {
      notes.push(`Run ${last.run} was cut short by a restart of the host; this run goes on from what is there.`);
      return false;
    }
    this.world.progress({ step: this.step.id, text: `Run ${last.run} has not ended yet: following it first.` });
    const earlier = await attachScript(this.connection.host, this.script, last.run, this.following());
    notes.push(
      earlier.exit === 0
        ? `Run ${last.run} was still going on and has ended well.`
        : `Run ${last.run} was cut short; this run goes on from what is there.`,
    );
    return true;
  }

  private async look(): Promise<Look> {
    const { step, request, world } = this;
    world.progress({ step: step.id, text: 'Looking at the host' });
    const results = await this.connection.host.batch(readsOf(step, request.config));
    const machine = machineFacts(results);
    const facts = step.facts(results, request.config);
    const journal = parseJournal(outputOf(results, 'journal') ?? '');
    return {
      situation: { machine, facts, journal, config: request.config },
      observation: { at: world.now().toISOString(), machine, facts, raw: results.map(rawOutput) },
      installed: outputOf(results, 'script')?.split(' ')[0],
    };
  }

  private following(): Following {
    const { world, step, connection } = this;
    return {
      reopen: () => connection.reopen(),
      onEvent: (event) => world.progress({ step: step.id, text: event.text, event }),
      onNote: (text) => world.progress({ step: step.id, text }),
      signal: world.signal,
      patienceSeconds: world.patienceSeconds,
    };
  }
}

const NOT_APPROVED: PlanRefusal = {
  code: 'not-approved',
  message: 'The plan was not approved; nothing was changed.',
  wayOut: 'Run it again and answer yes, or pass --yes, or the hash of the plan (--plan-hash).',
};

const CANCELLED: PlanRefusal = {
  code: 'cancelled',
  message: 'The run was cancelled before anything was changed.',
  wayOut: 'Run it again when you want it.',
};

const notStarted = (error: Error): PlanRefusal => ({
  code: 'connection',
  message: `The connection was lost before anything was changed (${error.message}).`,
  wayOut: 'Run it again.',
});

/** Whether sudo or the system refused to run the script: it never said a word. */
const neverBegan = ({ exit, events }: ScriptRun) => events.length === 0 && (exit === 1 || exit === 126 || exit === 127);

function outcomeOf(applied: ScriptRun): Outcome {
  const { exit } = applied;
  if (exit === 0) return 'done';
  if (exit === 2 || exit === 3 || neverBegan(applied)) return 'refused';
  if (exit === 4) return 'undone';
  return exit === null ? 'unknown' : 'needs-person';
}

/** What stood in the way, in the script's own words. */
function refusalOf(applied: ScriptRun): PlanRefusal | undefined {
  const { exit, events, stderr, run } = applied;
  if (exit === 0) return undefined;
  if (neverBegan(applied)) {
    return {
      code: 'not-started',
      message: `The host did not run the script (${stderr.split('\n').at(-1) || `exit code ${exit}`}); nothing was changed.`,
      wayOut: '`edge-phase1 doctor` shows what is missing, and `edge-phase1 sudoers` prints the right that it needs.',
    };
  }
  if (exit === null) {
    return {
      code: 'unknown',
      message: `Nobody knows how run ${run} ended: the connection was lost. The host finishes what it began.`,
      wayOut: 'Run the same again: it finds the run or its end, and goes on from there.',
    };
  }
  const last = events.findLast((e) => e.way_out !== undefined || e.event === 'lost');
  return {
    code: last?.code ?? last?.event ?? 'failed',
    message: last?.message || last?.text || stderr || `The script ended with exit code ${exit}.`,
    wayOut:
      last?.way_out ?? 'Run the same again: it goes on from what is there. `edge-phase1 doctor` shows what is missing.',
  };
}
