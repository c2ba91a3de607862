import { spawn } from 'node:child_process';

export interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly stdin?: string | Buffer;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutSeconds?: number;
}

/** Runs a command to its end, whatever its exit code. A code of null means that it was killed. */
export function attempt(argv: readonly string[], options: CommandOptions = {}): Promise<Output> {
  const [file, ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(file!, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      timeout: options.timeoutSeconds === undefined ? undefined : options.timeoutSeconds * 1000,
      killSignal: 'SIGKILL',
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

/** Runs a command that has to succeed, and returns its standard output. */
export async function run(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const output = await attempt(argv, options);
  if (output.code === 0) return output.stdout;
  const words = (output.stderr || output.stdout).trim().split('\n').slice(-15).join('\n');
  throw new Error(`${argv.join(' ')} ended with ${output.code ?? 'a signal'}:\n${words}`);
}
