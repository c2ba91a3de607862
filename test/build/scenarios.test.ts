import { parseProgress } from '../../src/build/progress';
import { type BuildTestResult, goodRuns, splitProgress } from '../../src/build/result';
import { stepOf } from '../../src/build/vertex';
import { describeWithDocker, project, type Run } from './host';

const APP = '/srv/my app';
const CHECKSUMS = `cd '${APP}' && find . -type f -printf '%p %T@ ' -exec sha256sum {} +`;

describeWithDocker(
  'a build test of a checkout with a space in its name, its Dockerfile in another folder',
  { diskMiB: 4096 }, // its own: what is free on the one of all tests is theirs too
  (on) => {
    let run: Run;
    let result: BuildTestResult;
    const seen: Record<string, string> = {};

    beforeAll(async () => {
      await on().sh(project(APP, 'deploy/my docker/Dockerfile.fast'));
      await on().sh(`mkdir -p '${APP}/.git' && echo 0123456789abcdef0123456789abcdef01234567 > '${APP}/.git/HEAD'`);
      // Something of the server's own in its cache, under the same instructions.
      await on().sh(`docker build --network none -q -t mine -f '${APP}/deploy/my docker/Dockerfile.fast' '${APP}'`);
      seen.files = await on().sh(CHECKSUMS);
      seen.things = await on().ownThings();
      run = await on().script(
        `--context '${APP}' --dockerfile 'deploy/my docker/Dockerfile.fast' --network none --drop-caches --label before --runs base=1,cold=2,warm=2,changed=2`,
      );
      result = await on().result();
    });

    it('measures each scenario as often as asked', () => {
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(result.failed).toBe('');
      const counted = (scenario: 'cold' | 'warm' | 'changed') => goodRuns(result, scenario).map((r) => r.k);
      expect([counted('cold'), counted('warm'), counted('changed')]).toEqual([
        [1, 2],
        [1, 2],
        [1, 2],
      ]);
      expect(result.uncounted).toEqual([]);
    });

    it('tells why base images could not be pulled, and goes on with those of the server', () => {
      const pull = result.runs.find((r) => r.scenario === 'base');
      expect(pull).toMatchObject({ ok: false, why: expect.stringContaining('Error response from daemon') });
    });

    it('really begins cold: no instruction and no cache mount is left from the build before', async () => {
      for (const { text } of await progressOf('cold')) {
        const steps = parseProgress(text).vertices.filter((v) => (stepOf(v.name)?.index ?? 1) > 1);
        expect(steps.map((v) => [v.name, v.cached])).toEqual(steps.map((v) => [v.name, false]));
        expect(steps).toHaveLength(5);
        expect(Buffer.from(text.match(/"data": ?"(MSA[^"]*)"/)?.[1] ?? '', 'base64').toString()).toBe(
          '1 /cache/count\n',
        );
      }
    });

    it('finds everything in the cache where nothing changed', async () => {
      for (const { text } of await progressOf('warm')) {
        const steps = parseProgress(text).vertices.filter((v) => (stepOf(v.name)?.index ?? 1) > 1);
        expect(steps.every((v) => v.cached)).toBe(true);
      }
    });

    it('builds what stands behind a changed source line, and only that', async () => {
      const parts = await progressOf('changed');
      expect(parts).toHaveLength(2);
      for (const { text } of parts) {
        const cached = Object.fromEntries(parseProgress(text).vertices.map((v) => [v.name, v.cached]));
        expect(cached).toMatchObject({
          '[build 3/4] COPY src /app/': false,
          '[stage-1 2/3] COPY --from=build /app /app': false,
        });
        expect(Object.entries(cached).find(([name]) => name.startsWith('[build 2/4]'))?.[1]).toBe(true);
      }
      expect(result.changed_file).toBe('src/main.py');
    });

    it('leaves the checkout, images and build cache of the server alone', async () => {
      expect(await on().sh(CHECKSUMS)).toBe(seen.files);
      expect(await on().ownThings()).toBe(seen.things);
    });

    it('leaves nothing behind but its result', async () => {
      expect(await on().leftovers()).toEqual([]);
    });

    it('records what was built, where, and how', () => {
      expect(result).toMatchObject({
        label: 'before',
        commit: '0123456789abcdef0123456789abcdef01234567',
        context: APP,
        dockerfile: `${APP}/deploy/my docker/Dockerfile.fast`,
        dockerfile_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        context_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        image: expect.stringMatching(/^sha256:/),
        image_layers: 4,
        environment: {
          docker: expect.stringMatching(/^2\d\./),
          progress: 'rawjson',
          buildkit: true,
          builder: 'throwaway',
          page_cache: 'dropped',
          storage_driver: 'overlay2',
          disk: expect.stringMatching(/^\w+$/),
          bases: [{ image: 'base:1', id: expect.stringMatching(/^sha256:/) }],
        },
      });
      expect(result.image_bytes).toBeGreaterThan(1e6);
      expect(result.environment.disk_free_after).toBeLessThan(result.environment.disk_free_before);
      expect(result.environment.cache_size).toMatch(/^[\d.]+[kMG]?B$/);
    });

    it('takes the time of docker build: at least that of its instructions', async () => {
      const [first] = await progressOf('cold');
      const longest = Math.max(
        ...parseProgress(first!.text).vertices.map((v) => (v.startedAt ?? 0) + (v.seconds ?? 0)),
      );
      const seconds = goodRuns(result, 'cold')[0]!.seconds;
      expect(seconds).toBeGreaterThanOrEqual(longest);
    });

    it('compares two sides in turn, and keeps the earlier set', async () => {
      await on().sh(
        `cp -a '${APP}' /srv/other && sed -i 's/compiling/other/' '/srv/other/deploy/my docker/Dockerfile.fast'`,
      );
      const second = await on().script(
        `--context '${APP}' --against /srv/other --dockerfile 'deploy/my docker/Dockerfile.fast' --network none --runs cold=2,warm=1`,
      );
      expect(second.code).toBe(0);
      const compared = await on().result();
      const order = [
        ...goodRuns(compared, 'cold').map((r) => ['a', r.at]),
        ...goodRuns(compared.against!, 'cold').map((r) => ['b', r.at]),
      ];
      expect(order).toHaveLength(4);
      expect(
        second.events.filter((e) => /^ *cold \d of side/.test(e.text)).map((e) => e.text.match(/side (\w)/)![1]),
      ).toEqual(['a', 'b', 'a', 'b']);
      expect(compared.against?.dockerfile_sha256).not.toBe(compared.dockerfile_sha256);
      expect(compared.earlier.map((set) => set.label)).toEqual(['before']);
      expect(await on().leftovers()).toEqual([]);
    });

    const progressOf = async (scenario: string) =>
      splitProgress(await on().sh(`cat /var/lib/edge-phase1/build-test/before.labelled`)).filter(
        (p) => p.scenario === scenario,
      );
  },
);
