import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { cli } from '../../../src/cli';
import { evidenceBelow } from '../../../src/evidence/folder';

const GOOD = join(__dirname, '../../fixtures/documents/lab/extend-lvm.json');
const TEXT = readFileSync(GOOD, 'utf8');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

/** As a copy that was cut short, an artifact of an empty disk, and a hand may leave it. */
const BROKEN: Readonly<Record<string, string>> = {
  'changed.json': TEXT.replace(/"sha256":"./, '"sha256":"x'),
  'newer.json': TEXT.replace('edge-phase1/evidence/1', 'edge-phase1/evidence/9'),
  'run/empty/evidence.json': '',
  'run/other/evidence.json': '{"schema":"spdx"}',
  'run/torn/evidence.json': TEXT.slice(0, TEXT.length / 2),
  'undated.json': TEXT.replace(/"started":"[^"]*"/, '"started":"soon"'),
};

test('finds evidence at any depth; what is something else is passed over', () => {
  for (const [name, text] of [
    ['a/b/run.json', TEXT],
    ['package.json', '{}'],
    ['tsconfig.json', '{ // a comment'],
    ['x.txt', TEXT],
  ])
    put(name!, text!);
  const { evidence, broken } = evidenceBelow(folder);
  expect([evidence.map(({ steps }) => steps[0]?.step), broken]).toEqual([['extend-lvm'], []]);
});

test('names each broken file with what is wrong with it', () => {
  put('good.json', TEXT);
  for (const [name, text] of Object.entries(BROKEN)) put(name, text);
  const { evidence, broken } = evidenceBelow(folder);
  expect(evidence).toHaveLength(1);
  expect(broken.map(({ file }) => relative(folder, file))).toEqual(Object.keys(BROKEN));
  for (const { why } of broken) expect(why).toMatch(/sha256|schema|JSON|when the run started/);
});

describe.each(['documents', 'dashboard'])('edge-phase1 %s', (command) => {
  async function said(...files: readonly string[]) {
    for (const name of files) put(name, BROKEN[name]!);
    const stdout: string[] = [];
    const stderr: string[] = [];
    const into = (texts: string[]) => ({ write: (text: string) => texts.push(text) });
    const streams = { stdout: into(stdout), stderr: into(stderr) } as unknown as NodeJS.Process;
    const code = await cli([command, '--evidence', folder, '--to', join(folder, 'out')], streams);
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  }

  test('with a broken file writes the rest, names the file, and exits with 1', async () => {
    cpSync(GOOD, join(folder, 'good.json'));
    const { code, stdout, stderr } = await said('changed.json', 'run/torn/evidence.json');
    expect(code).toBe(1);
    expect(stdout).toContain(join(folder, 'out'));
    expect(stderr).toContain(`${join(folder, 'changed.json')} is left out: it cannot be read as evidence`);
    expect(stderr).toContain(`${join(folder, 'run/torn/evidence.json')} is left out`);
    expect(stderr).toContain('What to do: ');
    expect(stderr).not.toContain(basename(GOOD));
  });

  test('with whole files exits with 0, and says nothing of them', async () => {
    cpSync(GOOD, join(folder, 'good.json'));
    expect(await said()).toMatchObject({ code: 0, stderr: '' });
  });

  test('with broken files alone succeeds in no way', async () => {
    const { code, stderr } = await said('changed.json');
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(`${join(folder, 'changed.json')} is left out`);
  });
});
