import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sshArguments } from '../../lab/ssh';
import type { Vm } from '../../lab/vm';

const PROGRAM = join(__dirname, 'writer.py');
const FOLDER = '/var/tmp/writer';

/** A program on the server that writes to `/` and syncs; what it has heard to be safe has to survive everything. */
export interface Writer {
  /** Number of files known to be on the disk. */
  synced(): number;
  /** Waits until so many more files are written. */
  writes(more: number): Promise<void>;
  /** Ends the program, and says what is wrong with the files that were safe; empty when all is well. */
  check(): Promise<string>;
}

export async function startWriter(vm: Vm): Promise<Writer> {
  await vm.copyIn(PROGRAM, '/root/writer.py', '0755');
  const child = spawn('ssh', [...sshArguments(vm.ssh('root')), `python3 /root/writer.py write ${FOLDER}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let last = -1;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    last = Math.max(last, ...text.trim().split('\n').map(Number));
  });
  const writer: Writer = {
    synced: () => last + 1,
    async writes(more) {
      const wanted = last + more;
      while (last < wanted) {
        if (child.exitCode !== null) throw new Error('The writer on the server has ended.');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async check() {
      child.kill();
      await vm.sh('pkill -9 -f writer.py');
      const { code, stderr } = await vm.sh(`python3 /root/writer.py check ${FOLDER} ${last}`);
      return code === 0 ? '' : stderr || `exit code ${code}`;
    },
  };
  await writer.writes(1);
  return writer;
}
