/** A secret goes to the script on its standard input, once, and nowhere else. */

import { extendLvm } from '../../../src/steps/extend-lvm';
import { harbor } from '../../../src/steps/harbor';
import type { Step } from '../../../src/steps/step';
import { extended, fresh, hashOf, planOf } from '../steps/variants';
import { EVENTS, server } from './server';

const PASSWORD = 'Correct-Horse-7';
/** A step whose script takes the password, on a server whose answers are known. */
const steps = [{ ...extendLvm, ...(harbor.secret && { secret: harbor.secret }) } as Step<unknown>];
const planHash = hashOf(planOf(fresh))!;
const given = (password: string) => ({
  mode: 'apply' as const,
  steps,
  planHash,
  secrets: { harbor_admin_password: password },
});
const APPLIED = { events: EVENTS, end: { code: 0 } };

test('the script is told that it comes, and gets it on standard input', async () => {
  const { start, commands, progress } = server({ looks: [fresh, extended], answers: [APPLIED] });
  const evidence = await start(given(PASSWORD));
  expect(evidence.steps[0]!.outcome).toBe('done');
  expect(commands).toHaveLength(1);
  expect(commands[0]!.argv).toContain('--password-stdin');
  expect(commands[0]!.options?.stdin).toBe(`${PASSWORD}\n`);
  expect(JSON.stringify([evidence, progress, commands.map(({ argv }) => argv)])).not.toContain(PASSWORD);
});

test('it is not sent again when a run is followed after a lost connection', async () => {
  const answers = [{ events: EVENTS.slice(0, 3), end: 'lost' as const }, APPLIED];
  const { start, commands } = server({ looks: [fresh, extended], answers });
  await start(given(PASSWORD));
  expect(commands.map(({ argv, options }) => [argv.includes('--attach'), options?.stdin])).toEqual([
    [false, `${PASSWORD}\n`],
    [true, undefined],
  ]);
});

test('without one the script is not told of any', async () => {
  const { start, commands } = server({ looks: [fresh, extended], answers: [APPLIED] });
  await start(given(''));
  expect(commands[0]!.argv).not.toContain('--password-stdin');
  expect(commands[0]!.options).not.toHaveProperty('stdin');
});

test('a rollback needs none', async () => {
  const { start } = server({});
  const evidence = await start({ ...given('weak'), mode: 'rollback', planOnly: true });
  expect(evidence.steps[0]!.outcome).toBe('planned');
});

test.each([
  ['short1A', '8 to 128 characters'],
  [`Aa1${'x'.repeat(126)}`, '8 to 128 characters'],
  ['lower-case-7', 'an upper-case letter'],
  ['UPPER-CASE-7', 'a lower-case letter'],
  ['No-Digit-Here', 'a digit'],
  ['With a Space 7', 'without spaces'],
  ['With$Dollar7', 'without spaces, quotes, $'],
  ['Zwei\nZeilen7', 'without spaces'],
])('%j is refused before anything is touched, without repeating it', async (password, lack) => {
  for (const mode of ['plan', 'apply'] as const) {
    const { start, commands } = server({});
    const [step] = (await start({ ...given(password), mode })).steps;
    expect(step).toMatchObject({ outcome: 'refused', refusal: { code: 'password-weak' } });
    expect(step!.refusal!.message).toContain(lack);
    expect(JSON.stringify(step)).not.toContain(password);
    expect(commands).toEqual([]);
  }
});
