/** The machine this program runs on, as a host. */

import { randomBytes } from 'node:crypto';
import { exec } from '@actions/exec';
import { batchProgram, parseBatch } from './batch';
import { asText, BATCH_SILENCE_SECONDS, type Followed, type FollowOptions, follow } from './follow';
import { type Host, Refusal, type RunOptions } from './host';
import { checkArgv, HOST_PATH, SUDO } from './quote';

const SHELL = '/bin/sh';

/**
 * Reads what a command left of its standard input: a command that ends early (sudo without the right to) must not
 * break the pipe, which `@actions/exec` does not survive. The first `cat` makes a pipe of Node's socket: only a pipe can be
 * opened as /dev/stdin, as `install` does.
 */
const RUN = 'cat | { (exec "$@"); code=$?; cat >/dev/null; exit "$code"; }';

/**
 * What commands get of this process's environment: what a login over SSH would have. The job's secrets stay out, and so
 * does `RUNNER_TRACKING_ID`, by which the runner kills at job end what a job has started.
 */
const ENVIRONMENT = [
  ...['HOME', 'USER', 'LOGNAME', 'SHELL', 'TZ', 'TMPDIR', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG', 'KUBECONFIG'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];

/**
 * The local machine. It needs `/bin/sh`; without one each call is refused with code `local-shell`.
 *
 * When following is stopped, or this process exits, the command is not killed: it goes on until it writes to the pipe
 * that nobody reads any more. (Ctrl-C in a terminal does reach it, as it is in the same process group.)
 */
export function localHost(): Host {
  const root = process.getuid?.() === 0;
  return {
    name: 'local',
    async batch(reads) {
      if (reads.length === 0) return [];
      const boundary = randomBytes(16).toString('hex');
      const program = batchProgram(reads, { boundary, root });
      const reply = await run(['-s'], program, { silenceSeconds: BATCH_SILENCE_SECONDS });
      return parseBatch(reply, reads, boundary);
    },
    async run(argv, options: RunOptions = {}) {
      checkArgv(argv);
      const command = options.root && !root ? [...SUDO, ...argv] : argv;
      return asText(await run(['-c', RUN, 'sh', ...command], options.stdin ?? '', options));
    },
    async close() {},
  };
}

function run(args: string[], stdin: string | Uint8Array, options: FollowOptions): Promise<Followed> {
  return follow(async (listeners) => {
    try {
      return await exec(SHELL, args, {
        silent: true,
        ignoreReturnCode: true,
        env: environment(),
        // Also when empty: without input the pipe would stay open, and a command that reads it would wait for ever.
        input: Buffer.from(stdin),
        listeners,
      });
    } catch (error) {
      throw cannotStart(error);
    }
  }, options);
}

function environment(): { [name: string]: string } {
  const kept = ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), PATH: HOST_PATH, LC_ALL: 'C' };
}

function cannotStart(error: unknown): Refusal {
  return new Refusal(
    'local-shell',
    `Commands cannot be run on this machine: ${error instanceof Error ? error.message : error}`,
    `A host is a Linux server with ${SHELL}. Name it with \`host: ssh://user@server\`, or run this on the server itself.`,
  );
}
