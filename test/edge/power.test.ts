import type { Vm } from '../../lab/vm';
import { type Aftermath, BOUNDARIES, dieAfter, dieAt, survived } from './crash';
import { describeOnServer, onServer } from './server';
import { startWriter } from './writer';

// A random sample; `npm run test:crash-matrix` cuts at every boundary and at 20 random moments.
describeOnServer('after a power cut, one more run ends in the target state and nothing that was synced is lost', () => {
  const boundary = BOUNDARIES[Math.floor(Math.random() * BOUNDARIES.length)]!;
  const seconds = Number((Math.random() * 20).toFixed(2));

  test(`at ${boundary}`, () => onServer({}, (vm) => survives(vm, () => dieAt(vm, boundary, 'power', 150))));
  test(`${seconds} s after the start`, () =>
    onServer({}, (vm) => survives(vm, () => dieAfter(vm, seconds, 'power', 150))));
});

async function survives(vm: Vm, die: () => Promise<Aftermath>): Promise<void> {
  const writer = await startWriter(vm);
  expect(await die()).toMatchObject(survived(150));
  expect(await writer.check()).toBe('');
  await vm.powerCut();
  expect(await vm.fsck()).toMatchObject({ clean: true });
}
