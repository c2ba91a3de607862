import { parseProgress } from '../../src/build/progress';
import { type BuildTestResult, splitProgress } from '../../src/build/result';
import { describeWithDocker, eventsIn, project } from './host';

const SLOW = `mkdir -p /srv/slow && printf 'FROM base:1\\nRUN echo started; sleep 300\\n' > /srv/slow/Dockerfile`;
/** How often the cache mount of `project` was used, as its build printed it; empty where the instruction was cached. */
const countIn = (text: string) =>
  [...text.matchAll(/"data": ?"([^"]*)"/g)]
    .map(([, data]) => /^(\d+) \/cache\/count/.exec(Buffer.from(data!, 'base64').toString())?.[1])
    .find(Boolean) ?? '';

const WITH_SLOW = '--context /srv/slow --network none --runs cold=1';

/** Runs the script in the background, and waits until a build of the throw-away daemon runs. */
const startSlow = (run: string) => `
${SLOW}
bash /root/build-test-phase1.sh --json --yes --run-id ${run} ${WITH_SLOW} > /tmp/${run}.out 2>&1 &
front=$!
for i in $(seq 600); do pgrep -x sleep -a | grep -q 'sleep 300' && break; sleep 0.1; done
pgrep -x sleep -a | grep 'sleep 300' || { cat /tmp/${run}.out; exit 1; }
`;

describeWithDocker('a build that does not end well', {}, (on) => {
  beforeEach(async () => {
    await on().sh('rm -rf /srv /var/lib/edge-phase1; mkdir /srv');
  });

  const untouched = async (body: () => Promise<void>) => {
    const before = await on().ownThings();
    await body();
    expect(await on().leftovers()).toEqual([]);
    expect(await on().ownThings()).toBe(before);
  };

  it('is a result: which instruction, its last lines, and how long it took to fail', () =>
    untouched(async () => {
      await on().sh(`
        mkdir -p /srv/app && cd /srv/app
        printf 'FROM base:1\\nRUN for i in 1 2 3; do echo "line $i"; done; echo "no such package: \\033[31mleft-pad" >&2; exit 7\\n' > Dockerfile`);
      const run = await on().script('--context /srv/app --network none --runs cold=3,warm=2');
      expect(run.code).toBe(0);
      const result = await on().result();
      expect(result.failed).toMatch(/^cold, after [\d.]+ s$/);
      expect(result.runs).toHaveLength(1);
      expect(result.runs[0]).toMatchObject({ scenario: 'cold', ok: false, seconds: expect.any(Number) });
      expect(result.runs[0]?.why).toContain('no such package');
      expect(result.runs[0]?.why).toContain('exit code: 7');
      const [part] = splitProgress(await on().sh('cat /var/lib/edge-phase1/build-test/latest.progress'));
      const { failure } = parseProgress(part!.text);
      expect(failure?.vertex.name).toMatch(/^\[2\/2\] RUN for i in 1 2 3/);
      expect(failure?.log).toEqual(expect.arrayContaining(['line 1', 'line 3']));
      expect(run.events.at(-2)?.text).toContain('The build FAILED');
    }));

  it('is a result too when its Dockerfile cannot be read', () =>
    untouched(async () => {
      await on().sh(`mkdir -p /srv/app && printf 'FROM base:1\\nRUNN x\\n' > /srv/app/Dockerfile`);
      expect((await on().script('--context /srv/app --network none --runs cold=1')).code).toBe(0);
      expect((await on().result()).runs[0]?.why).toContain('unknown instruction');
    }));

  it('ends at its time limit, which is its result', () =>
    untouched(async () => {
      await on().sh(SLOW);
      const run = await on().script(`${WITH_SLOW} --time-limit 3`);
      expect(run.code).toBe(0);
      const [build] = (await on().result()).runs;
      expect(build).toMatchObject({ ok: false, ended_by: 'limit', why: 'not done within 3 s' });
      expect(build!.seconds).toBeGreaterThanOrEqual(3);
    }));

  it('says while a build is silent that it goes on, for how long, and at which instruction', () =>
    untouched(async () => {
      await on().sh(`${SLOW}; sed 's/HEARTBEAT=25/HEARTBEAT=1/' /root/build-test-phase1.sh > /root/often.sh`);
      const { stdout } = await on().docker.sh(`bash /root/often.sh --json --yes ${WITH_SLOW} --time-limit 6`);
      const beats = eventsIn(stdout).filter((e) => / so far/.test(e.text));
      expect(beats.length).toBeGreaterThan(1);
      expect(beats.at(-1)?.text).toMatch(/^ *cold 1: \d+ s so far; at \[2\/2\] RUN echo started; sleep 300$/);
      expect(beats.at(-1)).toMatchObject({ what: 'cold 1', k: 1, n: 1 });
    }));

  it('leaves nothing behind when it is cancelled, and no result', () =>
    untouched(async () => {
      const run = 'cancelled';
      const out = await on().sh(`${startSlow(run)}
        bash /root/build-test-phase1.sh --json --stop ${run} > /tmp/stop.out; echo "stop $?"
        wait $front; echo "front $?"; ls /var/lib/edge-phase1`);
      expect(out).toContain('stop 3\nfront 3\njournal.jsonl\n');
      const stopped = eventsIn(await on().sh('cat /tmp/stop.out')).find((e) => e.event === 'stopped');
      expect(stopped).toMatchObject({ code: 'stopped', way_out: expect.any(String) });
      expect(await on().sh("pgrep -x sleep -a | grep 'sleep 300' || true")).toBe('');
    }));

  it('goes on when the connection is lost, and is found again', () =>
    untouched(async () => {
      await on().sh(project('/srv/app'));
      const out = await on().sh(`
        bash /root/build-test-phase1.sh --json --yes --run-id lost --context /srv/app --network none --runs cold=2 >/tmp/lost.out 2>&1 &
        front=$!
        until grep -q '"change":"cold"' /tmp/lost.out; do sleep 0.1; done
        kill -KILL $front
        bash /root/build-test-phase1.sh --json --attach lost; echo "attach $?"`);
      expect(out).toContain('attach 0');
      expect((await on().result()).runs.filter((r) => r.ok)).toHaveLength(2);
    }));

  it('clears away what a run that was killed has left', () =>
    untouched(async () => {
      await on().sh(`${startSlow('killed')}
        kill -KILL $(sed -n 's/.*"pid":\\([0-9]*\\).*/\\1/p' /run/edge-phase1/lock); wait $front; true`);
      expect(await on().leftovers()).not.toEqual([]);
      // The copy that the worker ran from lies in memory until the next boot.
      await on().sh('rm /run/edge-phase1/killed.sh');
      await on().sh(project('/srv/app'));
      expect((await on().script('--context /srv/app --network none --runs cold=1')).code).toBe(0);
      expect(await on().sh("pgrep -x sleep -a | grep 'sleep 300' || true")).toBe('');
    }));

  it('is refused where there is nothing to build, with what to do', async () => {
    const refusal = async (args: string) => (await on().script(args)).events.find((e) => e.event === 'refused');
    await on().sh('mkdir /srv/empty');
    expect(await refusal('--context /srv/none')).toMatchObject({ code: 'no-context', way_out: expect.any(String) });
    expect(await refusal('--context /srv/empty')).toMatchObject({ code: 'no-dockerfile' });
    expect((await on().script('--context relative')).code).toBe(2);
    expect((await on().script("--context /srv/empty --runs 'cold=1;reboot'")).code).toBe(2);
  });

  it('fails with its reason, and leaves nothing, where a base image cannot be had', () =>
    untouched(async () => {
      await on().sh(`mkdir -p /srv/app && printf 'FROM nowhere:1\\n' > /srv/app/Dockerfile`);
      const run = await on().script('--context /srv/app --network none --runs cold=1');
      expect(run.code).toBe(4);
      expect(run.events.find((e) => e.event === 'failed')?.message).toContain('base image nowhere:1 cannot be had');
    }));
});

describeWithDocker("the server's own builder", {}, (on) => {
  beforeAll(async () => {
    await on().sh(project('/srv/app'));
    await on().sh('docker build --network none -q -t mine /srv/app');
  });

  it("keeps the server's images, tags and cache mounts; a cold build has cache mounts of its own, which go", async () => {
    const images = () => on().sh("docker images --no-trunc --format '{{.ID}} {{.Repository}}:{{.Tag}}' | sort");
    const mounts = () =>
      on().sh("docker buildx du --filter type=exec.cachemount --verbose | grep -E '^(ID|Description)' | sort");
    const before = [await images(), await mounts()];
    expect(before[1]).toContain('cached mount /cache');
    const run = await on().script(
      '--context /srv/app --network none --builder own --runs base=1,cold=2,warm=1,changed=1',
    );
    expect(run.code).toBe(0);
    const result: BuildTestResult = await on().result();
    expect(result.runs.map((r) => [r.scenario, r.ok])).toEqual([
      ['cold', true],
      ['cold', true],
      ['warm', true],
      ['changed', true],
    ]);
    expect(result.skipped).toEqual([{ scenario: 'base', why: expect.stringContaining('there already') }]);
    expect(result.environment.builder).toBe('own');
    const parts = splitProgress(await on().sh('cat /var/lib/edge-phase1/build-test/latest.progress'));
    expect(parts.map(({ text }) => countIn(text))).toEqual(['1', '1', '', '2']);
    expect([await images(), await mounts()]).toEqual(before);
    expect(await on().leftovers()).toEqual([]);
  });

  it('measures with a buildx that has no rawjson, to tenths of a second', async () => {
    const PLUGIN = '/usr/libexec/docker/cli-plugins/docker-buildx';
    await on().sh(`
      plugin=$(ls ${PLUGIN} /usr/lib/docker/cli-plugins/docker-buildx 2>/dev/null | head -n 1) && mv "$plugin" /usr/local/bin/real-buildx
      printf '#!/bin/bash\\n[[ "$*" != *"buildx version"* && "$*" != version ]] || { echo "github.com/docker/buildx v0.12.1 abc"; exit; }\\nexec -a docker-buildx /usr/local/bin/real-buildx "$@"\\n' > "$plugin" && chmod +x "$plugin"
      echo "$plugin" > /tmp/plugin`);
    expect((await on().script('--context /srv/app --network none --runs cold=1,warm=1')).code).toBe(0);
    const result = await on().result();
    expect(result.environment).toMatchObject({ progress: 'plain', buildkit: true });
    const [cold] = splitProgress(await on().sh('cat /var/lib/edge-phase1/build-test/latest.progress'));
    const progress = parseProgress(cold!.text);
    expect(progress.format).toBe('plain');
    expect(progress.vertices.find((v) => v.name.includes('RUN echo finished'))?.seconds).toEqual(expect.any(Number));
  });

  it('measures without BuildKit too, and says what is lost', async () => {
    await on().sh(`rm "$(cat /tmp/plugin)"`);
    await on().sh(`printf 'FROM base:1\\nCOPY src /app\\nRUN echo hello\\n' > /srv/app/Dockerfile`);
    const run = await on().script('--context /srv/app --network none --runs cold=1,warm=1');
    expect(run.code).toBe(0);
    expect(run.events.find((e) => e.event === 'plan')?.text).toContain('no BuildKit');
    expect((await on().result()).environment).toMatchObject({ progress: 'legacy', buildkit: false });
    const parts = splitProgress(await on().sh('cat /var/lib/edge-phase1/build-test/latest.progress'));
    const cached = parts.map(({ text }) => parseProgress(text).vertices.map((v) => v.cached));
    expect(cached).toEqual([
      [false, false, false],
      [false, true, true],
    ]);
  });
});

describeWithDocker('a disk that is full', { diskMiB: 640 }, (on) => {
  it('is the reason that the build gives, and what was made is removed', async () => {
    await on().sh(
      `mkdir -p /srv/app && printf 'FROM base:1\\nRUN dd if=/dev/zero of=/big bs=1M count=900\\n' > /srv/app/Dockerfile`,
    );
    const free = () => on().sh('df -B1 --output=avail /var/lib/docker | tail -n 1').then(Number);
    const before = await free();
    const run = await on().script('--context /srv/app --network none --runs cold=1,warm=1');
    const told =
      run.code === 0 ? (await on().result()).runs.at(-1)?.why : run.events.find((e) => e.event === 'failed')?.message;
    expect(told).toMatch(/No space left|no space left/i);
    expect(await on().leftovers()).toEqual([]);
    expect(before - (await free())).toBeLessThan(4 * 1024 * 1024);
  });
});
