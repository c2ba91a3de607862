import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_HISTORY } from '../../src/evidence/history';
import { TRACKING_LABEL } from '../../src/github/checklist';
import { recordHistory } from '../../src/github/history';
import { PERSON } from '../integration/github/emulator';
import { Clock, clientOf } from '../integration/github/world';
import { describeWithAct } from './act';
import { DeskLab, NAME } from './desk';
import { PROJECT } from './entry';

const EVIDENCE = join(PROJECT, 'test/fixtures/documents/lab');
const NAMES = [
  'completion-report',
  'execution-log',
  'harbor-setup-guide',
  'performance-report',
  'phase-2-recommendations',
];
const FILES = NAMES.map((name) => `${name}.md`);
const BRANCH = 'edge-phase1/documents';

/** As a run of the default branch leaves it. */
function archive(text: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'edge-phase1-archive-'));
  writeFileSync(join(folder, 'evidence.json'), text);
  writeFileSync(join(folder, 'report.md'), '');
  execFileSync('zip', ['-q', 'archive.zip', 'evidence.json', 'report.md'], { cwd: folder });
  const bytes = readFileSync(join(folder, 'archive.zip'));
  rmSync(folder, { recursive: true });
  return bytes;
}

describeWithAct(
  'documents.yml',
  () => {
    let lab: DeskLab;
    let tracking: number;
    beforeAll(async () => {
      lab = await DeskLab.start();
      const labels = ['edge-phase1', TRACKING_LABEL];
      ({ number: tracking } = await lab.api<{ number: number }>('POST', 'issues', { title: 'Phase 1', labels }));
      const trigger = {
        repository: NAME,
        commit: 'c',
        actor: PERSON,
        url: `https://github.com/${NAME}/actions/runs/77`,
      };
      for (const [at, file] of readdirSync(EVIDENCE).entries()) {
        const evidence = JSON.parse(readFileSync(join(EVIDENCE, file), 'utf8')) as object;
        const name = `edge-phase1-20261125T01000${at}Z-q8fc`;
        lab.github.additions.artifacts.push({ name, archive: archive(JSON.stringify({ ...evidence, trigger })) });
      }
      const other = { archive: archive('not to be read') };
      lab.github.additions.artifacts.push(
        { name: 'edge-phase1-20261125T010754Z-fork', fork: true, ...other },
        { name: 'edge-phase1-20261125T010754Z-pull', branch: 'faster', ...other },
        { name: 'edge-phase1-documents', ...other },
      );
      lab.github.additions.reviews.set('77', [{ state: 'approved', user: { login: 'annabel' } }]);
      const clock = new Clock();
      const world = { now: () => new Date(clock.now()), sleep: clock.sleep, random: Math.random };
      const builds = [4200, 4210].map((seconds, i) => ({
        ...{ at: `2026-11-20T0${i}:00:00Z`, host: 'edgeserver', scenario: 'cold', seconds, commit: 'c1' },
      }));
      const api = clientOf(lab.github, clock, PERSON);
      const { written } = await recordHistory(
        api,
        { owner: PERSON, name: 'edge-server' },
        { ...NO_HISTORY, builds },
        world,
      );
      expect(written).toBe(true);
    }, 60_000);
    afterAll(() => lab?.stop());

    const start = (pull_request: boolean) =>
      lab.run('documents.yml', 'workflow_dispatch', {}, { inputs: { pull_request: String(pull_request) } }, PERSON);
    const comments = () => lab.comments(tracking);
    const pulls = () => lab.api<{ title: string; head: { ref: string } }[]>('GET', 'pulls?state=all');
    const proposed = async (file: string) => {
      const path = `contents/docs/phase1/${file}?ref=${encodeURIComponent(BRANCH)}`;
      const { content } = await lab.api<{ content: string }>('GET', path);
      return Buffer.from(content, 'base64').toString();
    };

    // The cases follow one repository.

    it('writes the five from evidence and history: an artifact, a comment, and no pull request unasked', async () => {
      const run = await start(false);
      expect(run.annotations('error')).toEqual([]);
      expect(run.annotations('warning')).toEqual([]);
      expect(run.jobs).toEqual({ 'Documents/write the documents': 'success' });
      expect(run.log).toContain('Fetched the evidence of 5 runs.');
      const documents = run.artifact('edge-phase1-documents');
      expect(Object.keys(documents)).toEqual(FILES);
      expect(documents['execution-log.md']).toContain('annabel');
      expect(documents['performance-report.md']).toContain('2026-11-20');
      const posted = await comments();
      expect(posted.map(({ body }) => body)).toEqual([expect.stringContaining('# Phase 1 completion report')]);
      expect(await pulls()).toEqual([]);
    }, 300_000);

    it('asked for, puts the same texts into a pull request, and updates the comment', async () => {
      const before = await comments();
      const run = await start(true);
      expect(run.annotations('error')).toEqual([]);
      expect(await pulls()).toMatchObject([{ title: 'The documents of Phase 1', head: { ref: BRANCH } }]);
      const documents = run.artifact('edge-phase1-documents');
      expect(await Promise.all(FILES.map(proposed))).toEqual(FILES.map((file) => documents[file]));
      expect((await comments()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    }, 300_000);
  },
  'gh',
  'zip',
  'unzip',
);
