import { withForecast } from '../../../src/desk/watch';
import { NO_HISTORY } from '../../../src/evidence/history';
import { extendLvm } from '../../../src/steps/extend-lvm';
import type { Step } from '../../../src/steps/step';
import { validate } from '../../../src/steps/validate';
import { done } from '../checks/raws';
import { server } from '../run/server';

const NOW = new Date('2026-11-24T12:00:00Z');
const lookedAt = (step: Step<unknown>) => server({ looks: [done] }).start({ mode: 'verify', steps: [step] });
const forecastIn = async (step: Step<unknown>, disks: typeof NO_HISTORY.disks) => {
  const { steps } = withForecast(await lookedAt(step), { ...NO_HISTORY, disks }, NOW);
  return steps[0]!.checks.find(({ id }) => id === 'disk_forecast');
};
const full = (day: number, gib: number) => ({
  ...{ at: `2026-11-${10 + day}T05:23:00Z`, host: 'edgeserver' },
  ...{ used_bytes: gib * 1024 ** 3, size_bytes: 148 * 1024 ** 3 },
});

test('the history of the server makes the forecast a check like the others', async () => {
  const slow = Array.from({ length: 10 }, (_, day) => full(day, 1 + day / 1000));
  expect(await forecastIn(validate as Step<unknown>, slow)).toMatchObject({ result: 'pass' });
  const fast = Array.from({ length: 10 }, (_, day) => full(day, 10 * day));
  expect(await forecastIn(validate as Step<unknown>, fast)).toMatchObject({ result: 'fail' });
});

test('without a history it is unknown', async () => {
  expect(await forecastIn(validate as Step<unknown>, [])).toMatchObject({ result: 'unknown' });
});

test('a run that did not judge the disk gets none', async () => {
  expect(await forecastIn(extendLvm as Step<unknown>, [])).toBeUndefined();
});
