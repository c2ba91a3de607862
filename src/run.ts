import type { Config } from './config/schema';
import { approvalRefusal } from './evidence/approval';
import { concluded } from './evidence/conclusion';
import {
  EVIDENCE_SCHEMA,
  type Evidence,
  exitCodeOf,
  type Mode,
  type StepRecord,
  type Trigger,
} from './evidence/evidence';
import { runsOf } from './evidence/journal';
import { type Host, OutcomeUnknown, Refusal } from './host/host';
import { attachScript, type Following, type ScriptEvent, startScript } from './host-script/follow';
import { ensureInstalled } from './host-script/install';
import { type HostScript, hostScript } from './host-script/package';
import { type Look, lookAt } from './look';
import { outcomeOf, refusalOf } from './outcome';
import { refusal as refusalFor } from './steps/plan';
import type { Plan, PlanRefusal, SecretName, Situation, Step } from './steps/step';
import { type Texts, textsOf } from './texts';

export interface RunRequest {
  readonly mode: Mode;
  readonly steps: readonly Step<unknown>[];
  readonly config: Config;
  /** Hash of the plan that was approved elsewhere; then nobody is asked. */
  readonly planHash?: string | undefined;
  /** Show what `apply` or `rollback` would do, and stop there. */
  readonly planOnly?: boolean;
  readonly trigger?: Trigger | undefined;
  /** What the steps' scripts may be given; never kept, shown or put into evidence. */
  readonly secrets?: Partial<Readonly<Record<SecretName, string>>>;
  /** How full the disk was, as JSON lines: see `readHistory`. */
  readonly history?: string | undefined;
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
  const looks = new Looks(request, world, connection);
  try {
    for (const step of request.steps) {
      const own = request.steps.length === 1 ? id : `${id}-${step.id}`;
      const record = await new StepRun(step, own, request, world, connection, looks).record();
      records.push(record);
      if (exitCodeOf(record.outcome) !== 0 && request.mode !== 'plan') break;
    }
  } finally {
    await connection.host.close();
  }
  const evidence: Evidence = {
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
  return concluded(evidence, request.history);
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

/** What the host was seen to be: looked at once for all steps, and anew for those to come after something was carried out. */
class Looks {
  private latest: ReadonlyMap<string, Look> | undefined;
  /** Before anything was carried out. */
  private first: ReadonlyMap<string, Look> | undefined;

  constructor(
    private readonly request: RunRequest,
    private readonly world: World,
    private readonly connection: Connection,
  ) {}

  async of(step: Step<unknown>): Promise<Look> {
    const { request, world, connection } = this;
    if (!this.latest) {
      world.progress({ step: step.id, text: textsOf(request.config).run.looking });
      const steps = request.steps.slice(request.steps.indexOf(step));
      this.latest = await lookAt(connection.host, steps, request.config, world.now);
      this.first ??= this.latest;
    }
    return this.latest.get(step.id)!;
  }

  /** The observations from before and after what earlier steps have carried out; only the first where they did nothing. */
  spanning({ id }: Step<unknown>): Pick<StepRecord, 'before' | 'after'> {
    const [first, latest] = [this.first?.get(id), this.latest?.get(id)];
    if (!first || !latest || first === latest) return {};
    return { before: first.observation, after: latest.observation };
  }

  forget(): void {
    this.latest = undefined;
  }
}

class StepRun {
  constructor(
    private readonly step: Step<unknown>,
    private readonly id: string,
    private readonly request: RunRequest,
    private readonly world: World,
    private readonly connection: Connection,
    private readonly looks: Looks,
  ) {}

  async record(): Promise<StepRecord> {
    const notes: string[] = [];
    let before = await this.looks.of(this.step);
    const script = this.carriesOut();
    if (script && (await this.finishEarlierRun(script, before, notes))) before = await this.lookAgain();
    const base = { step: this.step.id, kind: this.step.kind, before: before.observation, notes };
    if (this.request.mode === 'verify' || (this.request.mode === 'apply' && this.step.kind === 'look')) {
      return { ...base, ...this.looks.spanning(this.step), outcome: 'verified', ...this.judged(before.situation) };
    }
    const plan =
      this.request.mode === 'rollback' ? this.step.rollback(before.situation) : this.step.plan(before.situation);
    const planned = { ...base, plan, ...this.judged(before.situation) };
    if ('refusal' in plan) return { ...planned, outcome: 'refused', refusal: plan.refusal };
    const unusable = this.secretRefusal(plan);
    if (unusable) return { ...planned, outcome: 'refused', refusal: unusable };
    if (!script) return { ...planned, outcome: 'planned' };
    const refusal = approvalRefusal(
      plan,
      this.request.planHash,
      runsOf(before.situation.journal, this.step.id),
      this.say.refusals,
    );
    if (plan.verdict === 'nothing-to-do') return { ...planned, outcome: 'nothing-to-do' };
    if (refusal) return { ...planned, outcome: 'refused', refusal };
    const approved = this.step.kind === 'measurement' || this.request.planHash !== undefined;
    if (!approved && !(await this.world.approve(plan))) {
      return { ...planned, outcome: 'refused', refusal: refusalFor('not-approved', this.say.refusals.notApproved) };
    }
    return this.apply(script, planned, plan, before.installed);
  }

  private get say(): Texts['run'] {
    return textsOf(this.request.config).run;
  }

  private secretOf({ intent }: Plan): string | undefined {
    const { secret } = this.step;
    const value = secret && intent === 'apply' ? this.request.secrets?.[secret.name] : undefined;
    return value === '' ? undefined : value;
  }

  private secretRefusal(plan: Plan): PlanRefusal | undefined {
    const value = this.secretOf(plan);
    return value === undefined ? undefined : this.step.secret?.refusal(value, this.request.config);
  }

  private judged(situation: Situation<unknown>): Pick<StepRecord, 'checks' | 'tables'> {
    const tables = this.step.tables?.(situation) ?? [];
    return { checks: this.step.verify(situation), ...(tables.length > 0 && { tables }) };
  }

  /** The script that this run starts, where it carries something out. */
  private carriesOut(): HostScript | undefined {
    const { mode, planOnly } = this.request;
    const looksOnly = mode === 'plan' || mode === 'verify' || (planOnly && this.step.kind === 'change');
    return looksOnly || this.step.script === undefined ? undefined : hostScript(this.step.script);
  }

  private async lookAgain(): Promise<Look> {
    this.looks.forget();
    return this.looks.of(this.step);
  }

  private async apply(
    script: HostScript,
    planned: Omit<StepRecord, 'outcome'>,
    plan: Plan,
    installed: string | undefined,
  ): Promise<StepRecord> {
    const { say } = this;
    const cancelled = {
      ...planned,
      outcome: 'refused',
      refusal: refusalFor('cancelled', say.refusals.cancelled),
    } as const;
    if (this.world.signal?.aborted) return cancelled;
    try {
      await ensureInstalled(this.connection.host, script, installed, say);
    } catch (error) {
      if (error instanceof OutcomeUnknown) {
        return {
          ...planned,
          outcome: 'refused',
          refusal: refusalFor('connection', say.refusals.connection(error.message)),
        };
      }
      if (!(error instanceof Refusal)) throw error;
      const { code, message, wayOut } = error;
      return { ...planned, outcome: 'refused', refusal: { code, message, wayOut } };
    }
    if (this.world.signal?.aborted) return cancelled;
    const hash = 'hash' in plan ? ['--plan-hash', plan.hash] : [];
    const secret = this.secretOf(plan);
    const told = secret === undefined ? [] : [this.step.secret!.option];
    const args = [...this.step.scriptArguments(plan, this.request.config), ...told, ...hash];
    const following = { ...this.following(), ...(secret !== undefined && { firstInput: `${secret}\n` }) };
    const applied = await startScript(this.connection.host, script, this.id, args, following);
    this.looks.forget();
    const refusal = refusalOf(applied, say);
    const record = { ...planned, applied, outcome: outcomeOf(applied), ...(refusal && { refusal }) };
    // Whoever cancelled gives this process a few seconds to end.
    if (this.world.signal?.aborted) return record;
    try {
      const after = await this.lookAgain();
      return { ...record, after: after.observation, ...this.judged(after.situation) };
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      return { ...record, notes: [...record.notes, say.notes.notLookedAgain] };
    }
  }

  /** A run of this boot whose end the journal does not tell may still be going on: it is followed to its end first. */
  private async finishEarlierRun(script: HostScript, { situation }: Look, notes: string[]): Promise<boolean> {
    const last = runsOf(situation.journal, this.step.id).at(-1);
    if (!last || last.end !== undefined) return false;
    if (last.boot !== situation.machine.bootId) {
      notes.push(this.say.notes.restarted(last.run));
      return false;
    }
    this.world.progress({ step: this.step.id, text: this.say.following(last.run) });
    const earlier = await attachScript(this.connection.host, script, last.run, this.following());
    notes.push((earlier.exit === 0 ? this.say.notes.endedWell : this.say.notes.cutShort)(last.run));
    return true;
  }

  private following(): Following {
    const { world, step, connection } = this;
    return {
      reopen: () => connection.reopen(),
      onEvent: (event) => world.progress({ step: step.id, text: event.text, event }),
      onLost: () => world.progress({ step: step.id, text: this.say.connectionLost }),
      signal: world.signal,
      patienceSeconds: world.patienceSeconds,
      stopsWhenCancelled: step.kind === 'measurement',
    };
  }
}
