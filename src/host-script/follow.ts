import { setTimeout as sleep } from 'node:timers/promises';
import { type Host, OutcomeUnknown, type Output } from '../host/host';
import type { HostScript } from './package';

/** One line that a host script answers; `text` is for people, the other fields depend on `event`. */
export interface ScriptEvent {
  readonly event: string;
  readonly time: string;
  readonly text: string;
  readonly change?: string;
  readonly code?: string;
  readonly message?: string;
  readonly way_out?: string;
  readonly exit?: number;
  readonly k?: number;
  readonly n?: number;
}

export interface ScriptRun {
  readonly run: string;
  /** Exit code of the script (0, 2, 3, 4 or 5), or null when nobody knows how it ended. */
  readonly exit: number | null;
  readonly events: readonly ScriptEvent[];
  /** Standard error, where the script said something outside its events. */
  readonly stderr: string;
}

export interface Following {
  /** Opens the host again after the connection was lost. */
  readonly reopen: () => Promise<Host>;
  readonly onEvent: (event: ScriptEvent) => void;
  readonly onLost: () => void;
  readonly signal?: AbortSignal | undefined;
  /** Seconds to go on trying after the connection was lost. */
  readonly patienceSeconds: number;
  /** Standard input of the script when it is started: the place for a secret. Not given again when a run is followed. */
  readonly firstInput?: string;
  /** Whether `signal` also stops the run on the host; otherwise the host goes on to its end. */
  readonly stopsWhenCancelled?: boolean;
}

/** Starts a script on the host and follows it to its end, over lost connections; the host finishes it in any case. */
export function startScript(
  host: Host,
  script: HostScript,
  run: string,
  args: readonly string[],
  following: Following,
): Promise<ScriptRun> {
  const argv = [script.path, '--json', '--yes', '--run-id', run, ...args];
  return follow(host, run, argv, script, following, following.firstInput);
}

/** Follows a run that was begun before. A run that nobody knows is `refused` with the code `no-run`. */
export function attachScript(host: Host, script: HostScript, run: string, following: Following): Promise<ScriptRun> {
  return follow(host, run, attachArgv(script, run), script, following);
}

const attachArgv = (script: HostScript, run: string) => [script.path, '--json', '--attach', run];

async function follow(
  first: Host,
  run: string,
  argv: readonly string[],
  script: HostScript,
  following: Following,
  firstInput?: string,
): Promise<ScriptRun> {
  const events: ScriptEvent[] = [];
  const deadline = () => Date.now() + following.patienceSeconds * 1000;
  let until = deadline();
  let host: Host | undefined = first;
  let next = argv;
  let input = firstInput;
  for (;;) {
    try {
      host ??= await following.reopen();
      const heard = await listen(host, next, events, following, input);
      const stops = heard.code === null && following.stopsWhenCancelled;
      const output = stops ? await stop(host, run, script, events, following) : heard;
      return { run, exit: output.code, events, stderr: output.stderr.trim() };
    } catch (error) {
      if (host) {
        if (!(error instanceof OutcomeUnknown)) throw error;
        following.onLost();
        until = deadline();
      }
      if (Date.now() >= until || following.signal?.aborted) return { run, exit: null, events, stderr: '' };
      host = undefined;
      next = attachArgv(script, run);
      input = undefined;
      await sleep(Math.min(1000, following.patienceSeconds * 1000));
    }
  }
}

/** Seconds that a cancelled run may take to stop: whoever cancelled waits not much longer. */
const STOP_SECONDS = 6;

const stop = (host: Host, run: string, script: HostScript, events: ScriptEvent[], { signal, ...rest }: Following) =>
  listen(host, [script.path, '--json', '--stop', run], events, {
    ...rest,
    signal: AbortSignal.timeout(STOP_SECONDS * 1000),
  });

/** Runs one command and keeps its events. After a reconnection the run is told from its beginning: what is known is skipped. */
async function listen(
  host: Host,
  argv: readonly string[],
  events: ScriptEvent[],
  { onEvent, signal }: Following,
  stdin?: string,
): Promise<Output> {
  let known = events.filter((e) => e.event !== 'started').length;
  const onLine = (line: string) => {
    const event = parseEvent(line);
    if (!event || (event.event !== 'started' && known-- > 0)) return;
    events.push(event);
    onEvent(event);
  };
  return host.run(argv, { root: true, onLine, ...(signal && { signal }), ...(stdin !== undefined && { stdin }) });
}

function parseEvent(line: string): ScriptEvent | undefined {
  try {
    const event = JSON.parse(line) as ScriptEvent;
    return typeof event.event === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}
