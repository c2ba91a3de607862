import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProgress } from '../../../src/build/progress';
import { failedVertex, instructionOf, LOG_LINES } from '../../../src/build/vertex';

/** Output of real builds: Docker 26.1.5, buildx 0.13.1. */
const output = (name: string) => readFileSync(join(__dirname, '../../fixtures/build', name), 'utf8');
const read = (name: string) => parseProgress(output(name));
const vertex = (name: string, part: string) => read(name).vertices.find((v) => v.name.includes(part))!;

describe('progress of BuildKit as JSON', () => {
  it('tells the time, the bytes and the last lines of each vertex', () => {
    const run = vertex('cold.rawjson', '[one 2/4] RUN');
    expect(run).toMatchObject({ seconds: 1.253905, cached: false, error: undefined });
    expect(run.log).toHaveLength(31);
    expect(run.log[0]).toBe('hello');
    expect(run.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(vertex('cold.rawjson', 'load build context').bytes).toBe(5244300);
    expect(vertex('cold.rawjson', 'exporting to image').seconds).toBeCloseTo(0.129, 3);
  });

  it('tells what came from the cache', () => {
    const { vertices, error } = read('warm.rawjson');
    const ran = vertices.filter((v) => instructionOf(v) && instructionOf(v)?.keyword !== 'FROM' && !v.cached);
    expect(ran).toEqual([]);
    expect(error).toBe('');
  });

  it('shows that a changed source file runs its instruction and those behind it', () => {
    const cached = (part: string) => vertex('changed.rawjson', part).cached;
    expect(cached('[one 2/4] RUN')).toBe(true);
    expect(cached('[one 3/4] COPY')).toBe(false);
    expect(cached('[one 4/4] RUN')).toBe(false);
  });

  it('keeps which vertices wait for which', () => {
    const copy = vertex('cold.rawjson', 'COPY --from=one');
    expect(copy.inputs).toContain(vertex('cold.rawjson', '[one 4/4] RUN').digest);
  });

  it('tells the instruction that failed, with its last lines and its time', () => {
    const progress = read('failing.rawjson');
    expect(failedVertex(progress)).toMatchObject({
      name: '[2/2] RUN echo before; echo oops >&2; exit 3',
      seconds: 0.597201,
      // Standard error may overtake standard output: they are two streams.
      log: ['oops', 'before'],
      error: 'process "/bin/sh -c echo before; echo oops >&2; exit 3" did not complete successfully: exit code: 3',
    });
    expect(progress.error).toMatch(/^Dockerfile\.fail:2\n/);
    expect(progress.error).toMatch(/exit code: 3$/);
  });

  it('gives the words of Docker where no instruction failed: a Dockerfile that cannot be read', () => {
    const progress = read('syntax.rawjson');
    expect(failedVertex(progress)).toBeUndefined();
    expect(progress.error).toContain('unknown instruction: RUNN');
  });

  it('tells that a build was cancelled', () => {
    expect(read('cancelled.rawjson').error).toBe('ERROR: failed to solve: Canceled: context canceled');
    expect(failedVertex(read('cancelled.rawjson'))?.error).toContain('context canceled');
  });

  it('reads one document a line as it reads them spread over lines', () => {
    const compact = output('cold.rawjson')
      .split(/^(?=\{$)/m)
      .map((document) => `${JSON.stringify(JSON.parse(document))}\n`)
      .join('');
    expect(parseProgress(compact)).toEqual(read('cold.rawjson'));
  });

  it('reads what is whole of a progress that was torn', () => {
    const whole = output('cold.rawjson');
    const torn = `${whole.slice(0, whole.length / 2)}\n${whole.slice(whole.lastIndexOf('\n{\n') + 1)}`;
    const names = parseProgress(torn).vertices.map((v) => v.name);
    expect(names).toContain('exporting to image');
    expect(names).toContain('[internal] load build context');
  });

  it('keeps only the last lines of a long log', () => {
    const data = Buffer.from(Array.from({ length: 500 }, (_, i) => `line ${i}\n`).join('')).toString('base64');
    const { vertices } = parseProgress(
      `{"vertexes":[{"digest":"sha256:1","name":"[1/1] RUN x"}],"logs":[{"vertex":"sha256:1","data":"${data}"}]}\n`,
    );
    expect(vertices[0]?.log).toHaveLength(LOG_LINES);
    expect(vertices[0]?.log.at(-1)).toBe('line 499');
    expect(vertices[0]?.seconds).toBeUndefined();
  });

  it('counts the time of a vertex that ran twice, or in pieces that overlap, once', () => {
    const told = (started: string, completed: string) =>
      `{"vertexes":[{"digest":"sha256:1","name":"x","started":"2026-11-24T10:00:${started}Z","completed":"2026-11-24T10:00:${completed}Z"}]}\n`;
    const { vertices } = parseProgress(told('01', '02') + told('10', '12.5') + told('12', '13.000000001'));
    expect(vertices[0]?.seconds).toBe(4);
  });
});

describe('progress of BuildKit as plain text', () => {
  it('tells tenths of a second, the cache and the context', () => {
    expect(vertex('no-cache.plain', '[one 2/4] RUN')).toMatchObject({ seconds: 0.8, cached: false, digest: '' });
    expect(vertex('no-cache.plain', 'load build context').bytes).toBe(109);
    expect(vertex('warm.plain', '[one 2/4] RUN')).toMatchObject({ seconds: undefined, cached: true });
    expect(read('warm.plain').error).toBe('');
  });

  it('tells the instruction that failed', () => {
    const progress = read('failing.plain');
    expect(failedVertex(progress)).toMatchObject({ log: ['before', 'oops'], seconds: undefined });
    expect(progress.error).toMatch(/exit code: 3$/);
  });
});

describe('output of the builder from before BuildKit', () => {
  it('tells the instructions and the cache, and no times', () => {
    expect(read('cold.legacy').vertices.map((v) => v.name)).toEqual([
      '[1/3] FROM base:1',
      '[2/3] COPY app.py /a',
      '[3/3] RUN echo hi',
    ]);
    expect(read('warm.legacy').vertices.map((v) => v.cached)).toEqual([false, true, true]);
    expect(read('warm.legacy').vertices.map((v) => v.seconds)).toEqual([undefined, undefined, undefined]);
    expect(failedVertex(read('cold.legacy'))).toBeUndefined();
  });

  it('tells the instruction that failed', () => {
    expect(failedVertex(read('failing.legacy'))?.error).toBe(
      "The command '/bin/sh -c echo before; echo oops >&2; exit 3' returned a non-zero code: 3",
    );
  });
});

describe('the instruction of a vertex', () => {
  it.each([
    ['[build 2/5] RUN npm ci', { stage: 'build', step: 2, steps: 5, keyword: 'RUN', text: 'RUN npm ci' }],
    ['[1/2] FROM docker.io/library/base:1', { stage: '', step: 1, steps: 2, keyword: 'FROM' }],
    ['[linux/amd64 web 3/3] COPY a b', { stage: 'linux/amd64 web', step: 3, keyword: 'COPY' }],
  ])('%s', (name, expected) => expect(instructionOf({ name })).toMatchObject(expected));

  it('is none for the own work of BuildKit', () => {
    expect(instructionOf({ name: '[internal] load build context' })).toBeUndefined();
    expect(instructionOf({ name: 'exporting to image' })).toBeUndefined();
  });
});
