import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alone } from '../../../lab/state';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alone-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('one after the other under the same file, also after one that failed', async () => {
  const file = join(folder, 'lock');
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await sleep(50);
    seen.push(`${name} ends`);
    if (name === 'b') throw new Error('it could not');
    return name;
  };
  const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => alone(file, work(name))));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toHaveLength(6);
  for (let k = 0; k < 6; k += 2) expect(seen[k + 1]).toBe(seen[k]!.replace('begins', 'ends'));
});
