import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dashboardCommand, historyIn } from '../../../src/dashboard/command';
import { HISTORY_SCHEMA } from '../../../src/evidence/history';
import { Refusal } from '../../../src/host/host';
import { UsageError } from '../../../src/usage-error';

const FIXTURES = join(__dirname, '../../fixtures');
const NOW = new Date('2026-03-01T08:00:00Z');
const ASSETS = { css: '', script: '' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (...args: readonly string[]) => dashboardCommand(args, NOW, ASSETS);
const run = (...args: readonly string[]) => written(...args).text;

test('writes the page from the files of the data branch', () => {
  const to = join(folder, 'page.html');
  const said = run('--history', join(FIXTURES, 'history/schema-2'), '--to', to);
  expect(said).toBe(
    `${to}: hosts: 1, disk readings: 2, measured runs of builds: 1, scores: 1, plans carried out: 1, groups of the checklist: 1\n`,
  );
  expect(readFileSync(to, 'utf8')).toContain('100 GiB → 150 GiB');
});

test('reads histories of earlier schemas, and folders without files', () => {
  expect(historyIn(join(FIXTURES, 'history/schema-0')).builds).toHaveLength(1);
  expect(run('--history', folder, '--to', join(folder, 'x.html'))).toContain('no measurements yet');
});

test('writes the page from evidence below a folder; other files are left out', () => {
  mkdirSync(join(folder, 'run/a'), { recursive: true });
  cpSync(join(FIXTURES, 'evidence/applied.json'), join(folder, 'run/a/extend.json'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'torn.json'), '{"a":');
  const to = join(folder, 'page.html');
  expect(run('--evidence', folder, '--to', to, '--language', 'fr')).toContain('plans carried out: 1');
  expect(readFileSync(to, 'utf8')).toContain('Ce qui a été exécuté');
});

test('the same lines from both are there once', () => {
  const to = join(folder, 'page.html');
  const evidence = join(FIXTURES, 'evidence');
  expect(run('--evidence', evidence, '--history', folder, '--to', to)).toBe(run('--evidence', evidence, '--to', to));
});

test('evidence that was changed is left out by its name; the rest is on the page', () => {
  const text = readFileSync(join(FIXTURES, 'evidence/applied.json'), 'utf8');
  writeFileSync(join(folder, 'good.json'), text);
  writeFileSync(join(folder, 'bad.json'), text.replace(/"sha256": "./, '"sha256": "x'));
  const { text: said, broken } = written('--evidence', folder, '--to', join(folder, 'page.html'));
  expect(said).toContain('plans carried out: 1');
  expect(broken).toEqual([
    { file: join(folder, 'bad.json'), why: expect.stringContaining('does not match its sha256') },
  ]);
});

test('a history of a newer version is refused', () => {
  writeFileSync(join(folder, 'history.json'), `{"schema":${HISTORY_SCHEMA + 1}}`);
  expect(() => historyIn(folder)).toThrow(Refusal);
});

test.each([
  [[], /needs --history FOLDER or --evidence FOLDER/],
  [['--history', '/nowhere'], /'\/nowhere' is no folder/],
  [['--history', '.', '--language', 'de'], /write one of: en, fr/],
  [['--histroy', '.'], /--histroy/],
  [['--history', '.', '--to', '/nowhere/page.html'], /cannot be written/],
])('%j is wrong usage', (args, message) => {
  expect(() => run(...(args as string[]))).toThrow(UsageError);
  expect(() => run(...(args as string[]))).toThrow(message);
});

test('--help says how it is used', () => {
  expect(run('--help')).toContain('edge-phase1 dashboard --evidence FOLDER');
});
