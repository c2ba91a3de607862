import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from '../../../src/cli';
import type { Step } from '../../../src/steps/step';
import { validate } from '../../../src/steps/validate';
import { ALL, done, pressed } from '../checks/raws';
import { type Raws, settings } from '../steps/variants';
import { server } from './server';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const steps = [validate as Step<unknown>];

async function stored(name: string, raws: Raws): Promise<string> {
  const evidence = await server({ looks: [raws] }).start({ mode: 'verify', steps, config: settings(ALL) });
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(evidence));
  return file;
}

async function said(...args: string[]) {
  let [out, err] = ['', ''];
  const stream = (take: (text: string) => void) => ({ write: take }) as unknown as NodeJS.WriteStream;
  const streams = { stdout: stream((text) => (out += text)), stderr: stream((text) => (err += text)) };
  const code = await cli(args, streams as unknown as NodeJS.Process);
  return { code, out, err };
}

test('report --before adds the table of before and after', async () => {
  const [before, after] = [await stored('before.json', pressed), await stored('after.json', done)];
  const { code, out } = await said('report', '--from', after, '--before', before);
  expect(code).toBe(0);
  expect(out).toContain('**Before and after**');
  expect((await said('report', '--from', after)).out).not.toContain('Before and after');
});

test.each([
  ['report', '--from', 'nowhere.json'],
  ['verify', 'validate', '--history', 'nowhere.jsonl'],
])('a file that cannot be read is wrong usage, before anything is looked at: %s', async (...args) => {
  const { code, err } = await said(...args);
  expect(code).toBe(2);
  expect(err).toMatch(/'nowhere\.jsonl?' cannot be read/);
});
