import type { Vm } from '../../lab/vm';
import { BOUNDARIES, DEATHS, dieAt, survived } from './crash';
import { describeOnServer, server } from './server';
import { startWriter, type Writer } from './writer';

// Every boundary once, each with another death in turn; `npm run test:crash-matrix` takes all of them at each.
describeOnServer('killed with -9 in the middle, one more run ends in the target state', () => {
  let vm: Vm;
  let writer: Writer;
  beforeAll(async () => {
    vm = await server();
    writer = await startWriter(vm);
  });
  afterAll(() => vm?.stop());

  const deaths = DEATHS.filter((death) => death !== 'power');
  // Each case grows the volume by 4 GiB more.
  const cases = BOUNDARIES.map(
    (boundary, index) => [deaths[index % deaths.length]!, boundary, 104 + 4 * index] as const,
  );
  test.each(cases)('%s killed at %s', async (death, boundary, gib) => {
    expect(await dieAt(vm, boundary, death, gib)).toMatchObject(survived(gib));
  });

  test('after all of it nothing that a program wrote meanwhile is lost, and the file system is clean', async () => {
    await writer.writes(1);
    expect(await writer.check()).toBe('');
    await vm.powerCut();
    expect(await vm.fsck()).toMatchObject({ clean: true });
  });
});
