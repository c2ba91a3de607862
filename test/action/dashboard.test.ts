import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvidence } from '../../src/evidence/evidence';
import { historyOf } from '../../src/evidence/history-of';
import { recordHistory } from '../../src/github/history';
import { PERSON } from '../integration/github/emulator';
import { Clock, clientOf } from '../integration/github/world';
import { describeWithAct } from './act';
import { DeskLab } from './desk';
import { PROJECT } from './entry';

const EVIDENCE = join(PROJECT, 'test/fixtures/documents/lab/extend-lvm.json');
const checklist = (conclusion: string) => ({
  action: 'completed',
  workflow_run: { id: 78, name: 'Checklist', conclusion },
});

describeWithAct(
  'dashboard.yml',
  () => {
    let lab: DeskLab;
    beforeAll(async () => {
      lab = await DeskLab.start();
    }, 60_000);
    afterAll(() => lab?.stop());

    // The cases follow one repository.

    it('before there is a history makes a page that says how to get one; Pages from a branch are left alone', async () => {
      lab.github.additions.pages = 'legacy';
      const run = await lab.run('dashboard.yml', 'workflow_dispatch', {});
      expect(run.annotations('error')).toEqual([]);
      expect(run.jobs).toEqual({ 'Dashboard/make the page': 'success' });
      expect(run.log).toContain('no measurements yet');
      expect(Object.keys(run.artifact('edge-phase1-dashboard'))).toEqual(['index.html']);
      expect(run.artifact('github-pages')).toEqual({});
    }, 300_000);

    it('after the checklist shows the history; with Pages off it is an artifact only', async () => {
      lab.github.additions.pages = undefined;
      const clock = new Clock();
      const world = { now: () => new Date(clock.now()), sleep: clock.sleep, random: Math.random };
      const lines = historyOf(parseEvidence(readFileSync(EVIDENCE, 'utf8')));
      await recordHistory(clientOf(lab.github, clock, PERSON), { owner: PERSON, name: 'edge-server' }, lines, world);
      const run = await lab.run('dashboard.yml', 'workflow_run', checklist('success'), {
        vars: { EDGE_LANGUAGE: 'fr' },
      });
      expect(run.annotations('error')).toEqual([]);
      expect(run.jobs).toEqual({ 'Dashboard/make the page': 'success' });
      expect(run.log).toContain('plans carried out: 1');
      const { 'index.html': page } = run.artifact('edge-phase1-dashboard');
      expect(page).toContain('100 GiB → 150 GiB');
      expect(page).toContain('<html lang="fr"');
      expect(run.artifact('github-pages')).toEqual({});
    }, 300_000);

    it('with Pages on and GitHub Actions as their source publishes that page', async () => {
      lab.github.additions.pages = 'workflow';
      const run = await lab.run('dashboard.yml', 'workflow_run', checklist('success'));
      expect(run.jobs).toEqual({ 'Dashboard/make the page': 'success', 'Dashboard/publish the page': 'success' });
      expect(run.artifact('github-pages')).toEqual(run.artifact('edge-phase1-dashboard'));
    }, 300_000);

    it('after a checklist that failed does nothing', async () => {
      const run = await lab.run('dashboard.yml', 'workflow_run', checklist('failure'));
      expect(run.jobs).toEqual({});
    }, 300_000);
  },
  'gh',
);
