import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Host, OutcomeUnknown, type Output, type RunOptions } from '../../../src/host/host';
import type { ScriptEvent } from '../../../src/host-script/follow';
import { hostScript } from '../../../src/host-script/package';
import { type Progress, type RunRequest, run, type World } from '../../../src/run';
import { extendLvm } from '../../../src/steps/extend-lvm';
import type { Step } from '../../../src/steps/step';
import { fresh, type Raws, settings } from '../steps/variants';

export const script = hostScript('extend-lvm-phase1.sh');

const evidence = readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8');
/** What the host script really said during an apply. */
export const EVENTS: readonly ScriptEvent[] = JSON.parse(evidence).steps[0].applied.events;

/** What a command answers: its lines, then its end; or the connection is lost after them. */
export interface Answer {
  readonly events?: readonly ScriptEvent[];
  readonly end: Partial<Output> | 'lost';
  /** What happens while it runs. */
  readonly meanwhile?: () => void;
}

export interface Script {
  /** What is found at each look; the last one again and again. */
  readonly looks?: readonly (Raws | 'lost')[];
  readonly answers?: readonly Answer[];
  /** Digest of the script that lies on the server. */
  readonly installed?: string;
  /** How often the server cannot be reached again. */
  readonly unreachable?: number;
  readonly approves?: boolean;
  readonly signal?: AbortSignal;
}

interface Command {
  readonly argv: readonly string[];
  readonly options: RunOptions | undefined;
}

/** A server that answers what a test says, as plain objects, and remembers what was asked of it. */
export function server({ looks = [fresh], answers = [], installed = script.sha256, ...more }: Script) {
  const commands: Command[] = [];
  const progress: Progress[] = [];
  const counts = { looks: 0, opened: 0, closed: 0, asked: 0 };
  let unreachable = 0;

  const host: Host = {
    name: 'ssh://deploy@edge',
    async batch() {
      const look = looks[Math.min(counts.looks++, looks.length - 1)]!;
      if (look === 'lost') throw new OutcomeUnknown('lost');
      return look.map((raw) =>
        raw.id.startsWith('digest_') ? { ...raw, stdout: `${installed}  ${script.path}\n` } : raw,
      );
    },
    async run(argv, options) {
      const answer = answers[commands.length];
      commands.push({ argv, options });
      if (!answer) throw new Error(`no answer to ${argv.join(' ')}`);
      for (const event of answer.events ?? []) options?.onLine?.(JSON.stringify(event));
      answer.meanwhile?.();
      if (answer.end === 'lost') throw new OutcomeUnknown('lost');
      return { code: 0, stdout: '', stderr: '', ...answer.end };
    },
    async close() {
      counts.closed++;
    },
  };

  const world: World = {
    async open() {
      if (counts.opened > 0 && unreachable++ < (more.unreachable ?? 0)) throw new Error('no route');
      counts.opened++;
      return host;
    },
    now: () => new Date('2026-11-24T10:05:17.329Z'),
    async approve() {
      counts.asked++;
      return more.approves ?? false;
    },
    progress: (p) => progress.push(p),
    version: '0.1.0',
    signal: more.signal,
    patienceSeconds: 0.02,
  };

  const start = (request: Partial<RunRequest>) =>
    run({ mode: 'plan', steps: [extendLvm as Step<unknown>], config: settings(), ...request }, world);
  return { start, commands, progress, counts };
}
