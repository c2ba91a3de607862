import type { Issue } from '../../src/github/issues';
import { WATCH_LABEL } from '../../src/github/watch';
import { describeWithAct } from './act';
import { DeskLab } from './desk';

/** No machine that runs these tests has as much, so that one check fails for sure. */
const CONFIG = { 'edge-phase1.yml': 'checks:\n  disk_size:\n    target: 900TiB\n' };

/** The real action looks at the machine that this runs on: which checks fail there is for its evidence to say. */
describeWithAct('watch.yml', () => {
  let lab: DeskLab;
  beforeAll(async () => {
    lab = await DeskLab.start(CONFIG);
  }, 60_000);
  afterAll(() => lab?.stop());

  const issues = () => lab.api<Issue[]>('GET', `issues?labels=${WATCH_LABEL}&state=all&per_page=100`);

  it('opens an issue for each check that fails, once', async () => {
    const run = await lab.run('watch.yml', 'schedule', { schedule: '23 5 * * *' });
    const evidence = run.uploads.at(-1)!.evidence;
    expect(evidence).toMatchObject({ mode: 'verify', steps: [{ step: 'validate' }] });
    const failing = evidence.steps[0]!.checks.filter(
      ({ result, informational }) => result === 'fail' && !informational,
    );
    expect(failing.map(({ id }) => id)).toContain('disk_size');
    const opened = await issues();
    expect(opened.map(({ title }) => title).sort()).toEqual(
      failing.map((check) => expect.stringContaining(check.title)),
    );
    await lab.run('watch.yml', 'schedule', { schedule: '23 5 * * *' });
    expect((await issues()).map(({ number }) => number)).toEqual(opened.map(({ number }) => number));
  }, 300_000);
});
