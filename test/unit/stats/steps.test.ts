import { stepOf, type Vertex } from '../../../src/build/vertex';
import { compareSteps } from '../../../src/stats/steps';

const vertex = (name: string, seconds: number | null, cached = false): Vertex => ({
  digest: `sha256:${name}`,
  name,
  inputs: [],
  startedAt: 0,
  seconds,
  cached,
  bytes: null,
  error: null,
});

test.each([
  ['[2/5] RUN apt-get update', { stage: '', index: 2, count: 5, instruction: 'RUN apt-get update', platform: '' }],
  ['[builder 3/7] COPY . .', { stage: 'builder', index: 3, count: 7, instruction: 'COPY . .', platform: '' }],
  [
    '[stage-1  2/12] WORKDIR /app',
    { stage: 'stage-1', index: 2, count: 12, instruction: 'WORKDIR /app', platform: '' },
  ],
  [
    '[linux/arm64 builder 1/2] FROM docker.io/library/go:1',
    { stage: 'builder', index: 1, count: 2, instruction: 'FROM docker.io/library/go:1', platform: 'linux/arm64' },
  ],
])('%s is read', (name, step) => {
  expect(stepOf(name)).toEqual(step);
});

test.each(['[internal] load build context', 'exporting to image', 'resolve image config for docker-image://x'])(
  '%s is no instruction',
  (name) => {
    expect(stepOf(name)).toBeUndefined();
  },
);

test('the largest loss stands first, and a lost cache is called that', () => {
  const before = [vertex('[1/4] FROM x', 0, true), vertex('[2/4] RUN npm ci', 30, true), vertex('[3/4] RUN make', 10)];
  const after = [vertex('[1/4] FROM x', 0, true), vertex('[2/4] RUN npm ci', 31), vertex('[3/4] RUN make', 14)];
  expect(compareSteps([before], [after])).toEqual([
    { stage: '', instruction: 'RUN npm ci', change: 'lost its cache', before: 0, after: 31, seconds: 31 },
    { stage: '', instruction: 'RUN make', change: 'slower', before: 10, after: 14, seconds: 4 },
    { stage: '', instruction: 'FROM x', change: 'same', before: 0, after: 0, seconds: 0 },
  ]);
});

test('a moved instruction is the same one; new and gone ones count with all their time', () => {
  const before = [vertex('[2/3] COPY . .', 1), vertex('[3/3] RUN pip install x', 20)];
  const after = [vertex('[2/4] COPY r.txt .', 1), vertex('[3/4] RUN pip install x', 0, true), vertex('[4/4] RUN y', 2)];
  expect(compareSteps([before], [after]).map((s) => [s.instruction, s.change, s.seconds])).toEqual([
    ['RUN y', 'new', 2],
    ['COPY r.txt .', 'new', 1],
    ['COPY . .', 'gone', -1],
    ['RUN pip install x', 'now cached', -20],
  ]);
});

test('several builds of a side: the median, and what most of them did', () => {
  const builds = [10, 11, 40].map((seconds, i) => [vertex('[2/2] RUN x', seconds, i === 2)]);
  expect(compareSteps(builds, [[vertex('[2/2] RUN x', 10.6)]])).toEqual([
    { stage: '', instruction: 'RUN x', change: 'same', before: 10.5, after: 10.6, seconds: expect.closeTo(0.1, 9) },
  ]);
});

test('a step that did not end has no time, and no difference is made up for it', () => {
  expect(compareSteps([[vertex('[2/2] RUN x', 5)]], [[vertex('[2/2] RUN x', null)]])).toEqual([
    { stage: '', instruction: 'RUN x', change: 'unknown', before: 5, after: null, seconds: null },
  ]);
});

test('the same instruction twice in a stage is two steps', () => {
  const twice = [vertex('[2/3] RUN x', 1), vertex('[3/3] RUN x', 5)];
  expect(compareSteps([twice], [twice]).map((s) => s.before)).toEqual([1, 5]);
});
