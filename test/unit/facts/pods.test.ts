import {
  allBack,
  comparePods,
  comparisonText,
  counts,
  isReady,
  type Pod,
  snapshotOf,
  stateOf,
  undisturbed,
} from '../../../src/facts/pods';

const pod = (name: string, fields: Partial<Pod> = {}): Pod => ({
  ...{ name, uid: `uid-${name}`, node: 'edge', owner: `a/ReplicaSet/${name.split('-')[0]}`, phase: 'Running' },
  ...{ ready: true, leaving: false, containers: [container()], ...fields },
});
const container = (restarts = 0, ready = true, waiting = '') => ({ name: 'c', ready, restarts, waiting });
const compare = (before: readonly Pod[], now: readonly Pod[]) => comparePods(snapshotOf(before), now);

test.each<[string, Partial<Pod>, boolean]>([
  ['that runs', {}, true],
  ['that waits to start', { phase: 'Pending', ready: false }, true],
  ['that has done its work', { phase: 'Succeeded', ready: false }, false],
  ['that is being deleted', { leaving: true }, false],
  ['that failed and was replaced by its owner', { phase: 'Failed', ready: false }, false],
  ['that failed and that nobody makes again', { phase: 'Failed', ready: false, owner: '' }, true],
])('whether a pod %s counts', (_, fields, expected) => {
  expect(counts(pod('a', fields))).toBe(expected);
});

test.each<[string, Partial<Pod>, string]>([
  ['crashes again and again', { containers: [container(9, false, 'CrashLoopBackOff')] }, 'CrashLoopBackOff'],
  ['has one container of two ready', { containers: [container(), container(0, false)] }, 'not Ready'],
  ['is not Ready by its condition', { ready: false }, 'not Ready'],
  ['is pending', { phase: 'Pending', ready: false, containers: [] }, 'Pending'],
  ['shows no containers yet', { containers: [] }, 'not Ready'],
])('a pod that %s is not ready, though it may be Running', (_, fields, state) => {
  expect(isReady(pod('a', fields))).toBe(false);
  expect(stateOf(pod('a', fields))).toBe(state);
});

test('the same pods without restarts are undisturbed', () => {
  const pods = [pod('a-1'), pod('b-1', { containers: [container(3)] }), pod('done', { phase: 'Succeeded' })];
  expect(undisturbed(compare(pods, pods))).toBe(true);
  expect(comparisonText(compare(pods, pods), snapshotOf(pods))).toBe('2 pods as before: same pods, no restarts');
});

test('a pod that comes back under another name takes the place of the old one', () => {
  const comparison = compare([pod('a-1')], [pod('a-2')]);
  expect(comparison).toMatchObject({ missing: [], recreated: ['a-1 → a-2'], added: [] });
  expect(allBack(comparison)).toBe(true);
  expect(undisturbed(comparison)).toBe(false);
});

test('each new pod takes one place: of two that are gone one stays missing', () => {
  expect(compare([pod('a-1'), pod('a-2')], [pod('a-3')])).toMatchObject({ missing: ['a-2'], recreated: ['a-1 → a-3'] });
});

test('a pod that is still there is not taken for the successor of another', () => {
  expect(compare([pod('a-1'), pod('a-2')], [pod('a-2')])).toMatchObject({ missing: ['a-1'], recreated: [] });
});

test('the same name with another UID was made again, as in a stateful set', () => {
  expect(compare([pod('a-1')], [pod('a-1', { uid: 'other' })])).toMatchObject({ recreated: ['a-1'], restarted: [] });
});

test('restarts are counted over all containers', () => {
  const now = pod('a-1', { containers: [container(2), container(1)] });
  expect(compare([pod('a-1', { containers: [container(1), container(0)] })], [now]).restarted).toEqual([
    'a-1 (2 more)',
  ]);
});

test('only what was ready before can be not ready any more', () => {
  const ill = pod('a-1', { ready: false });
  expect(compare([pod('a-1')], [ill]).notReady).toEqual(['a-1']);
  expect(compare([ill], [ill]).notReady).toEqual([]);
  expect(allBack(compare([pod('a-1')], [ill]))).toBe(false);
});

test('everything that happened is told in one line', () => {
  const before = [pod('a-1'), pod('b-1'), pod('c-1'), pod('d-1')];
  const now = [pod('a-2'), pod('b-1', { containers: [container(1)] }), pod('c-1', { ready: false }), pod('e-1')];
  expect(comparisonText(compare(before, now), snapshotOf(before))).toBe(
    'missing: d-1; made again: a-1 → a-2; restarted: b-1 (1 more); not ready any more: c-1; new: e-1',
  );
});
