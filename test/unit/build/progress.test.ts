import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_LINES, parseProgress } from '../../../src/build/progress';
import { stepOf } from '../../../src/build/vertex';

/** Output of real builds: Docker 26.1.5, buildx 0.13.1. */
const output = (name: string) => readFileSync(join(__dirname, '../../fixtures/build', name), 'utf8');
const read = (name: string) => parseProgress(output(name));
const vertex = (name: string, part: string) => read(name).vertices.find((v) => v.name.includes(part))!;

describe('progress of BuildKit as JSON', () => {
  it('tells the time and the bytes of each vertex', () => {
    const run = vertex('cold.rawjson', '[one 2/4] RUN');
    expect(run).toMatchObject({ seconds: 1.253905, cached: false, error: null });
    expect(run.startedAt).toBeGreaterThan(0);
    expect(run.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(vertex('cold.rawjson', 'load build context').bytes).toBe(5244300);
    expect(vertex('cold.rawjson', 'exporting to image').seconds).toBeCloseTo(0.129, 3);
  });

  it('tells what came from the cache', () => {
    const { vertices, words, failure } = read('warm.rawjson');
    const ran = vertices.filter((v) => (stepOf(v.name)?.index ?? 1) > 1 && !v.cached);
    expect(ran).toEqual([]);
    expect(words).toBe('');
    expect(failure).toBeUndefined();
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
    expect(progress.failure?.vertex).toMatchObject({
      name: '[2/2] RUN echo before; echo oops >&2; exit 3',
      seconds: 0.597201,
      error: 'process "/bin/sh -c echo before; echo oops >&2; exit 3" did not complete successfully: exit code: 3',
    });
    // Standard error may overtake standard output: they are two streams.
    expect(progress.failure?.log).toEqual(['oops', 'before']);
    expect(progress.words).toMatch(/^Dockerfile\.fail:2\n/);
    expect(progress.words).toMatch(/exit code: 3$/);
  });

  it('gives the words of Docker where no instruction failed: a Dockerfile that cannot be read', () => {
    const progress = read('syntax.rawjson');
    expect(progress.failure).toBeUndefined();
    expect(progress.words).toContain('unknown instruction: RUNN');
  });

  it('tells that a build was cancelled', () => {
    expect(read('cancelled.rawjson').words).toBe('ERROR: failed to solve: Canceled: context canceled');
    expect(read('cancelled.rawjson').failure?.vertex.error).toContain('context canceled');
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
    const { vertices, failure } = parseProgress(
      `{"vertexes":[{"digest":"sha256:1","name":"[1/1] RUN x","error":"exit 1"}],"logs":[{"vertex":"sha256:1","data":"${data}"}]}\n`,
    );
    expect(failure?.log).toHaveLength(LOG_LINES);
    expect(failure?.log.at(-1)).toBe('line 499');
    expect(vertices[0]?.seconds).toBeNull();
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
    expect(vertex('warm.plain', '[one 2/4] RUN')).toMatchObject({ seconds: null, cached: true });
    expect(read('warm.plain').words).toBe('');
  });

  it('tells the instruction that failed', () => {
    const progress = read('failing.plain');
    expect(progress.failure).toMatchObject({ log: ['before', 'oops'], vertex: { seconds: null } });
    expect(progress.words).toMatch(/exit code: 3$/);
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
    expect(read('warm.legacy').vertices.map((v) => v.seconds)).toEqual([null, null, null]);
    expect(read('cold.legacy').failure).toBeUndefined();
  });

  it('tells the instruction that failed', () => {
    expect(read('failing.legacy').failure?.vertex.error).toBe(
      "The command '/bin/sh -c echo before; echo oops >&2; exit 3' returned a non-zero code: 3",
    );
  });
});
