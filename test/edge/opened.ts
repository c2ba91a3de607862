import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sshArguments } from '../../lab/ssh';
import type { Vm } from '../../lab/vm';

/** How files on the server were opened by anybody since the start; `write /dev/sda`, `read /dev/sda`. */
export interface Opened {
  lines(): readonly string[];
  until(line: string): Promise<void>;
  stop(): void;
}

/** @param files for the shell of the server: patterns are its own to fill in */
export async function watchOpened(vm: Vm, files: string): Promise<Opened> {
  await vm.copyIn(join(__dirname, 'opened.py'), '/root/opened.py', '0755');
  const child = spawn('ssh', [...sshArguments(vm.ssh('root')), `python3 /root/opened.py ${files}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  const opened: Opened = {
    lines: () => text.trim().split('\n').slice(1),
    async until(line) {
      while (!text.split('\n').includes(line)) {
        if (child.exitCode !== null) throw new Error(`The watcher on the server has ended:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: () => child.stdin.end(),
  };
  await opened.until('ready');
  return opened;
}
