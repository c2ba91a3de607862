import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCUMENT_NAMES, documentsOf } from '../../../src/documents';
import { documentsCommand } from '../../../src/documents/command';
import { historyFiles, NO_HISTORY } from '../../../src/evidence/history';
import { BEFORE, builds, LAB_FOLDER, lab } from './lab';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const told = (...args: string[]) => documentsCommand([...args, '--to', join(folder, 'out')]);
const said = (...args: string[]) => told(...args).text;
const written = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');

test('writes the documents, and prints the verdict and where they are', () => {
  const lines = said('--evidence', LAB_FOLDER).trim().split('\n');
  expect(lines[0]).toMatch(/^❌ Phase 1 is not there yet: 55 of 100 points/);
  expect(lines.slice(1)).toEqual(DOCUMENT_NAMES.map((name) => join(folder, 'out', `${name}.md`)));
  expect(written('completion-report.md')).toBe(documentsOf(lab(), 'en')['completion-report.md']);
});

test('takes single files, a history, and a language', () => {
  const history = { ...NO_HISTORY, builds: builds(BEFORE, [4200, 4210, 4220, 4230]) };
  for (const [name, text] of Object.entries(historyFiles(history))) writeFileSync(join(folder, name), text);
  const files = readdirSync(LAB_FOLDER).flatMap((name) => ['--evidence', join(LAB_FOLDER, name)]);
  expect(said(...files, '--history', folder, '--language', 'fr')).toContain('La phase 1 n’est pas encore réussie');
  expect(written('performance-report.md')).toBe(documentsOf(lab(history), 'fr')['performance-report.md']);
});

test('without a language it is the one of the newest evidence’s configuration', () => {
  for (const name of readdirSync(LAB_FOLDER)) {
    const evidence = JSON.parse(readFileSync(join(LAB_FOLDER, name), 'utf8')) as { config: object };
    writeFileSync(join(folder, name), JSON.stringify({ ...evidence, config: { ...evidence.config, language: 'fr' } }));
  }
  said('--evidence', folder);
  expect(written('execution-log.md')).toMatch(/^# Journal/);
});

test('passes over what is no evidence in a folder', () => {
  writeFileSync(join(folder, 'other.json'), '{"schema":1}');
  writeFileSync(join(folder, 'torn.json'), '{');
  expect(() => said('--evidence', folder)).toThrow("--evidence: no file in '");
  cpSync(join(LAB_FOLDER, 'extend-lvm.json'), join(folder, 'a.json'));
  expect(told('--evidence', folder)).toMatchObject({ text: expect.stringContaining('unknown'), broken: [] });
});

test('leaves out what is broken in a folder, by its name; with nothing else there is nothing to write', () => {
  const evidence = readFileSync(join(LAB_FOLDER, 'extend-lvm.json'), 'utf8');
  const newer = join(folder, 'newer.json');
  writeFileSync(newer, evidence.replace('edge-phase1/evidence/1', 'edge-phase1/evidence/9'));
  expect(() => said('--evidence', folder)).toThrow(`${newer} is left out`);
  const { text, broken } = told('--evidence', folder, '--evidence', LAB_FOLDER);
  expect(text).toBe(said('--evidence', LAB_FOLDER));
  expect(broken).toEqual([{ file: newer, why: expect.stringContaining("allowed is 'edge-phase1/evidence/1'") }]);
});

test.each([
  [[], /documents needs --evidence FILE-OR-FOLDER/],
  [['--evidence', '/nowhere'], /--evidence: '\/nowhere' is not there/],
  [['--evidence', __filename], /--evidence: '.*' cannot be read as evidence/],
  [['--evidence', LAB_FOLDER, '--language', 'de'], /--language: 'de' is not allowed; write one of: en, fr/],
  [['--evidence', LAB_FOLDER, '--history', '/nowhere'], /--history: there is no history in '\/nowhere'/],
  [['--evidence', LAB_FOLDER, '--server', 'x'], /No evidence is about 'x'/],
  [['--evidence', LAB_FOLDER, '--wrong', 'x'], /--wrong/],
])('%s: says the option, its value and what is allowed', (args, message) => {
  expect(() => said(...args)).toThrow(message);
});

test('a folder that cannot be written to is named', () => {
  expect(() => documentsCommand(['--evidence', LAB_FOLDER, '--to', join(LAB_FOLDER, 'evidence.json', 'x')])).toThrow(
    /--to: the documents cannot be written to/,
  );
});
