/**
 * The host: the server being upgraded, reached locally or over SSH through one interface.
 *
 * Everything that the engine does to a server goes through `Host`; it is passed in, so tests use a plain object.
 */

/** An argument that is known only on the host: the trimmed standard output of an earlier read of the same batch. */
export interface Captured {
  readonly from: string;
  /** Stands before it in the argument. */
  readonly prefix?: string;
}

/** One read-only command of a batch. `argv[0]` is looked up in a fixed PATH that includes the sbin folders. */
export interface Read {
  /** Name under which the result comes back; letters, digits and underscores. */
  readonly id: string;
  readonly argv: readonly (string | Captured)[];
  /** Run with `sudo -n` when the user is not root. */
  readonly root?: boolean;
  /**
   * A command of the shell itself, or `sh -c SCRIPT NAME ARGUMENT...` with a script of ours that asks neither for `$0` nor for
   * `$$`: the batch's own shell runs it, in a subshell. That saves a start of a program, which a slow server feels.
   */
  readonly inShell?: boolean;
}

/** The exit code of a read that was not run, because the read whose output it needs failed or was empty. */
export const NOT_RUN = -1;

export interface Output {
  /**
   * Exit code; 128 and the signal's number when a signal killed the command; `NOT_RUN`; or null when the outcome is
   * unknown because following was stopped.
   */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ReadResult extends Output {
  readonly id: string;
  /** The command as it ran, captured arguments filled in; for people, never run again. */
  readonly argv: readonly string[];
  /** Where the command is, when it failed and went through sudo: for the sudoers line. */
  readonly path?: string;
}

export interface RunOptions {
  readonly root?: boolean;
  /** Bytes for standard input. The place for secrets and scripts: never in argv. */
  readonly stdin?: string | Uint8Array;
  /** Called for each whole line of standard output, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Stops following. What the command has started on the host is not stopped by it. */
  readonly signal?: AbortSignal;
  /** Seconds without any output of the command after which the outcome counts as unknown. Default: no limit. */
  readonly silenceSeconds?: number;
}

export interface Host {
  /** For people and evidence: `local` or `ssh://user@name:port`. Never holds a secret. */
  readonly name: string;
  /**
   * Runs all reads in order, in one round trip. A read that fails has its exit code; it does not throw.
   *
   * @throws OutcomeUnknown when the connection was lost, or one read was silent for five minutes
   */
  batch(reads: readonly Read[]): Promise<readonly ReadResult[]>;
  /**
   * Runs one command. Its exit code is in the output, also when the command does not exist (127).
   *
   * @throws OutcomeUnknown when the connection was lost, or the host was silent for `silenceSeconds`
   */
  run(argv: readonly string[], options?: RunOptions): Promise<Output>;
  close(): Promise<void>;
}

/** The connection ended while a command ran (or before it began): nobody knows what became of it. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** A refusal before anything was done: the message says what is wrong, `wayOut` what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: string,
    message: string,
    readonly wayOut: string,
  ) {
    super(message);
  }
}
