import { prepare } from '../../lab/prepare';
import { startVm, type Vm } from '../../lab/vm';
import { describeOnServer, evidenceOf } from './server';

/** A service of two small stages; its base image is made of BusyBox, because there is no network. */
const PROJECT = `
mkdir -p '/srv/my app/src' '/srv/my app/deploy' /tmp/base && cd /tmp/base && cp /bin/busybox . &&
printf 'FROM scratch\\nCOPY busybox /bin/busybox\\nRUN ["/bin/busybox", "--install", "-s", "/bin"]\\n' > Dockerfile &&
docker build --network none --quiet --tag base:1 . &&
printf 'FROM base:1\\nRUN echo compiling\\nCOPY src /app\\nRUN ls /app\\n' > '/srv/my app/deploy/Dockerfile' && echo 'print(1)' > '/srv/my app/src/main.py'`;

const options = (runs: string) => [
  ...['--set', 'build_test.context=/srv/my app', '--set', 'build_test.dockerfile=deploy/Dockerfile'],
  ...['--set', 'build_test.network=none', '--set', 'build_test.runs.base=0'],
  ...runs.split(',').flatMap((run) => ['--set', `build_test.runs.${run}`]),
];

describeOnServer('build-test on a server with Docker, over SSH', () => {
  let vm: Vm;
  beforeAll(async () => {
    await prepare('docker');
    vm = await startVm({ name: 'build', snapshot: 'docker' });
    await vm.mustSh(PROJECT);
  });
  afterAll(() => vm?.stop());

  test('a plan changes nothing, and says that it was never measured', async () => {
    const { code, steps } = await evidenceOf(vm, ['plan', 'build-test', ...options('cold=1,warm=1,changed=1')]);
    expect(code).toBe(0);
    expect(steps[0]?.plan).toMatchObject({
      verdict: 'changes',
      summary: expect.stringContaining('never measured here'),
    });
    expect(await vm.mustSh('ls /var/lib/docker | grep edge-phase1 || true')).toBe('');
  });

  test('the builds are measured in a unit on the host; report and facts come from what it left there', async () => {
    const { code, steps } = await evidenceOf(vm, ['apply', 'build-test', ...options('cold=1,warm=1,changed=1')]);
    const [step] = steps;
    expect(step).toMatchObject({ outcome: 'done' });
    expect(step).not.toHaveProperty('refusal');
    expect(code).toBe(0);
    expect(step?.checks.find((c) => c.id === 'build_measured')).toMatchObject({ result: 'pass' });
    const titles = step?.tables?.map((t) => t.title);
    expect(titles).toEqual(expect.arrayContaining(['Build times', 'Where the time goes: cold']));
    const [where] = step!.tables!.filter((t) => t.title === 'Where the time goes: cold');
    expect(where!.rows.map(([name]) => name)).toEqual(expect.arrayContaining(['[2/4] RUN echo compiling']));
    expect(await vm.mustSh('ls /var/lib/docker | grep edge-phase1 || true')).toBe('');
    expect(await vm.mustSh("docker images --format '{{.Repository}}'")).toBe('base\n');
    expect(await vm.mustSh("systemctl list-units --all 'edge-phase1-*' --no-legend --plain")).toBe('');
  });
});
