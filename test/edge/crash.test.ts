import { BOUNDARIES, DEATHS, dieAfter, dieAt, SURVIVED } from './crash';
import { describeOnServer, onServer } from './server';

// Every boundary once, each with another death in turn; `npm run test:crash-matrix` takes all of them at each.
describeOnServer('after a death in the middle, one more run ends in the target state and nothing is lost', () => {
  const deaths = DEATHS.filter((death) => death !== 'power');
  const cases = BOUNDARIES.map((boundary, index) => [deaths[index % deaths.length]!, boundary] as const);
  test.each(cases)('%s killed at %s', (death, boundary) =>
    onServer({}, async (vm) => {
      expect(await dieAt(vm, boundary, death)).toMatchObject(SURVIVED);
    }),
  );

  test.each(sample(BOUNDARIES, 2))('power cut at %s', (boundary) =>
    onServer({}, async (vm) => {
      expect(await dieAt(vm, boundary, 'power')).toMatchObject(SURVIVED);
    }),
  );

  test.each([(Math.random() * 20).toFixed(2)])('power cut after %s s', (seconds) =>
    onServer({}, async (vm) => {
      expect(await dieAfter(vm, Number(seconds), 'power')).toMatchObject(SURVIVED);
    }),
  );
});

function sample<T>(all: readonly T[], count: number): readonly T[] {
  const rest = [...all];
  return Array.from({ length: count }, () => rest.splice(Math.floor(Math.random() * rest.length), 1)[0]!);
}
