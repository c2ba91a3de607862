import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from '../../../src/cli';
import { ROOT } from './blocks';

const EVIDENCE = join(ROOT, 'test/fixtures/evidence/applied.json');
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  HASH: '0'.repeat(64),
  STEP: 'extend-lvm',
  FILE: 'evidence.json',
  FOLDER: 'folder',
  NUMBER: '1',
  $NUMBER: '1',
};

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Evidence of a look at this machine, once there is one: what reports compare. */
let looked: string | undefined;

export async function lookHere(): Promise<void> {
  looked = (await edgePhase1(['verify', 'validate', '--json'])).stdout;
}

/** A folder in which the files that the documents name are there. */
function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'edge-phase1-documents-'));
  const evidence = readFileSync(EVIDENCE);
  writeFileSync(join(folder, 'evidence.json'), evidence);
  for (const name of ['before', 'after', 'week-1']) writeFileSync(join(folder, `${name}.json`), looked ?? evidence);
  mkdirSync(join(folder, 'evidence'));
  writeFileSync(join(folder, 'evidence/evidence.json'), evidence);
  writeFileSync(
    join(folder, 'usage.jsonl'),
    '{"at":"2026-11-24T03:00:00Z","host":"edge","used_bytes":1,"size_bytes":2}\n',
  );
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  mkdirSync(join(folder, 'folder'));
  cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
  return folder;
}

/** Carries out a command line in a folder of its own, with the placeholders of the documents filled in. */
export async function edgePhase1(words: readonly string[]): Promise<Answer> {
  const home = process.cwd();
  const folder = place();
  let [stdout, stderr] = ['', ''];
  const into = (take: (text: string) => void) => ({ write: (text: string) => take(text) });
  const streams = {
    stdout: into((text) => {
      stdout += text;
    }),
    stderr: into((text) => {
      stderr += text;
    }),
    stdin: { isTTY: false },
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  process.chdir(folder);
  try {
    const args = words.map((word) => PLACEHOLDERS[word] ?? word);
    const code = await cli(args, streams as unknown as NodeJS.Process);
    return { code, stdout, stderr };
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true });
    for (const [index, signal] of signals.entries()) {
      for (const listener of process.listeners(signal)) {
        if (!before[index]!.includes(listener)) process.removeListener(signal, listener);
      }
    }
  }
}

export const isThere = (file: string) => existsSync(join(ROOT, file));
