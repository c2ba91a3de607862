import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advise } from '../../../src/build/advisor/advise';
import { adviseCommand } from '../../../src/build/advisor/command';
import { type Trial, trialOf } from '../../../src/build/advisor/trial';
import { UsageError } from '../../../src/usage-error';
import { fixtures } from './fixture';

const withPatches = fixtures.filter(({ project }) => advise(project).findings.some((finding) => finding.patch));
const rules = ({ findings }: Trial) => findings.map((finding) => finding.rule);

test.each(withPatches.map(({ name, project }) => [name, project] as const))(
  '%s: all patches, one after another',
  (_, project) => {
    const trial = trialOf(project, 'all');
    if (typeof trial === 'string') throw new Error(trial);
    const left = advise(trial.after).findings.filter(({ rule, patch }) => patch && rule !== 'unpinned-base');
    expect(left).toEqual([]);
    for (const { path, before, after } of trial.files) {
      expect(after).not.toBe(before);
      const was = [project.dockerfile, project.ignoreFile].find((file) => file?.path === path);
      expect(before).toBe(was?.text);
    }
  },
);

describe('the wish', () => {
  const { project } = fixtures.find(({ name }) => name === 'python-flask')!;
  const { findings } = advise(project);

  test('names one finding by its number in the advice', () => {
    const number = findings.findIndex((finding) => finding.patch) + 1;
    const trial = trialOf(project, String(number)) as Trial;
    expect(rules(trial)).toEqual([findings[number - 1]!.rule]);
    expect(trial.files).toEqual(findings[number - 1]!.patch!.files);
  });

  test.each(['0', '99', '1.5', 'cache-mount', ''])('%j is refused, and the allowed ones are named', (wish) => {
    expect(trialOf(project, wish)).toMatch(/^is no finding with a patch; allowed are: \d.*, all\.$/);
  });

  test('of a finding without a patch is refused with the reason', () => {
    const number = findings.findIndex((finding) => !finding.patch) + 1;
    expect(trialOf(project, String(number))).toMatch(/^is no finding with a patch \(No patch: .+\); allowed are: /);
  });

  test('has nothing to choose from where no finding has a patch, or the Dockerfile cannot be read', () => {
    const text = (dockerfile: string) => ({ ...project, dockerfile: { path: 'Dockerfile', text: dockerfile } });
    expect(trialOf(text('FROM base\n'), 'all')).toBe('cannot be tried: no finding has a patch.');
    expect(trialOf(text('RUNN\n'), '1')).toMatch(/^cannot be tried: the Dockerfile cannot be read\. /);
  });
});

describe('the command', () => {
  const folder = () => {
    const context = mkdtempSync(join(tmpdir(), 'try with space-'));
    mkdirSync(join(context, 'deploy'));
    writeFileSync(
      join(context, 'deploy', 'Dockerfile'),
      'FROM python:3.12\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n',
    );
    writeFileSync(join(context, 'requirements.txt'), 'flask\n');
    return context;
  };

  test('answers what is to be built, with absolute paths', () => {
    const context = folder();
    const dockerfile = join(context, 'deploy', 'Dockerfile');
    const asked = adviseCommand(['--context', context, '--dockerfile', dockerfile, '--try', 'all', '--runs', '6']);
    expect(asked).toMatchObject({ context, dockerfile, runs: 6, overrides: [], json: false });
    expect(typeof asked === 'string' ? [] : asked.trial.files.map((file) => file.path)).toEqual(['deploy/Dockerfile']);
  });

  test.each([
    [['--try', '7'], "--try: '7' is no finding with a patch; allowed are: 2, 3, all."],
    [['--try', 'all', '--runs', '0'], "--runs: '0' is not allowed; write a number from 1 to 99."],
  ])('%j is refused with field, value and what is allowed', (words, message) => {
    const context = folder();
    const args = ['--context', context, '--dockerfile', join(context, 'deploy', 'Dockerfile'), ...words];
    expect(() => adviseCommand(args)).toThrow(UsageError);
    expect(() => adviseCommand(args)).toThrow(message);
  });
});
