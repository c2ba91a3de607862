// Assembles the host scripts, each one self-contained file, from scripts/parts: `npm run scripts`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPTS = join(__dirname, '..');
const PARTS = join(SCRIPTS, 'parts');
/** Parts that steps have in common; a line `#@ frame` stands for the whole of it. */
const SHARED = ['frame', 'devices', 'json', 'docker', 'docker-client', 'pods'];
/** Parts of one step, which is too long for one file. */
const isPiece = (part: string) => /^(extend-lvm|docker-config|disk-test|harbor|build-test)-/.test(part);

const read = (part: string) => readFileSync(join(PARTS, `${part}.sh`), 'utf8').trimEnd();

function assemble(step: string): string {
  const text = read(step).replace(/^#@ ([\w-]+)$/gm, (_line, part: string) => read(part));
  return `${text}\n\nmain "$@"\n`;
}

export function assembled(): Map<string, string> {
  const steps = readdirSync(PARTS)
    .map((file) => file.replace(/\.sh$/, ''))
    .filter((part) => !SHARED.includes(part) && !isPiece(part));
  return new Map(steps.map((step) => [join(SCRIPTS, `${step}-phase1.sh`), assemble(step)]));
}

for (const [file, text] of assembled()) writeFileSync(file, text, { mode: 0o755 });
