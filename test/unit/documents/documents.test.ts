import { DOCUMENT_NAMES, documentsOf, materialOf, materialsOf } from '../../../src/documents';
import type { Evidence } from '../../../src/evidence/evidence';
import { NO_HISTORY } from '../../../src/evidence/history';
import { LANGUAGES, speechIn } from '../../../src/texts';
import { BEFORE, builds, LAB, lab, read, withRegistry } from './lab';

describe.each(LANGUAGES)('the documents in %s', (language) => {
  test('are the five of the plan, each with its title', () => {
    const documents = documentsOf(lab(), language);
    expect(Object.keys(documents)).toEqual(DOCUMENT_NAMES.map((name) => `${name}.md`));
    const { titles } = speechIn(language).texts.common;
    expect(Object.values(documents).map((text) => text.split('\n')[0])).toEqual(
      [titles.log, titles.performance, titles.harbor, titles.completion, titles.phase2].map((title) => `# ${title}`),
    );
  });

  test('are the same text for the same evidence, in whatever order and however often it is given', () => {
    const history = { builds: builds(BEFORE, [90, 91, 92, 93, 94]) };
    const again = [...LAB.toReversed(), ...LAB.map((one) => JSON.parse(JSON.stringify(one)) as Evidence)];
    expect(documentsOf(lab(history, again), language)).toEqual(documentsOf(lab(history), language));
  });

  test.each([
    ['all that there is', LAB],
    ['a registry', withRegistry()],
    ['one step alone', LAB.filter(({ steps }) => steps.length === 1).slice(0, 1)],
    [
      'plans alone',
      LAB.map((one) => ({ ...one, mode: 'plan' as const, steps: one.steps.map(({ applied: _, ...s }) => s) })),
    ],
  ])('say nothing that is no word, with %s', (_, evidence) => {
    const all = Object.values(documentsOf(lab({}, evidence), language)).join('\n');
    expect(all).not.toMatch(/undefined|NaN|null|\[object|Infinity|Invalid/);
    expect(all).not.toMatch(/\n{3,}/);
  });
});

describe('what they are made from', () => {
  test('no evidence is no document', () => {
    expect(() => materialOf({ evidence: [], history: NO_HISTORY })).toThrow('There is no evidence');
  });

  test('evidence about two servers needs a choice, or gives each its own', () => {
    const other = LAB.map((one) => ({
      ...one,
      run: `${one.run}x`,
      steps: one.steps.map((s) => ({
        ...s,
        before: { ...s.before!, machine: { ...s.before!.machine, name: 'edge2' } },
      })),
    }));
    const both = { evidence: [...LAB, ...other], history: { ...NO_HISTORY, builds: builds(BEFORE, [1]) } };
    expect(() => materialOf(both)).toThrow('several servers (edge2, edgeserver)');
    expect(() => materialOf({ ...both, server: 'edge3' })).toThrow("No evidence is about 'edge3'");
    expect(materialsOf(both).map(({ server, evidence }) => [server, evidence.length])).toEqual([
      ['edge2', 5],
      ['edgeserver', 5],
    ]);
    const known = materialsOf(both).map(({ history }) => history.builds.some(({ seconds }) => seconds === 1));
    expect(known).toEqual([false, true]);
  });

  test('a document without its time is refused', () => {
    expect(() => lab({}, [{ ...LAB[0]!, started: 'yesterday' }])).toThrow('does not say when it started');
  });
});

describe('text of others', () => {
  const EVIL = '<b>@octocat|`x` https://evil.example #1 ![p](x)\n\n# big\u202e';
  const hostile: readonly Evidence[] = withRegistry({ components: [EVIL], version: EVIL, project: EVIL }).map(
    (one): Evidence => ({
      ...one,
      trigger: { repository: EVIL, commit: EVIL, actor: EVIL, url: `https://github.com/me/edge/${EVIL}` },
      steps: one.steps.map((record) => ({
        ...record,
        step: record.step === 'disk-test' ? `${EVIL}` : record.step,
        ...(record.plan && !('refusal' in record.plan) && { plan: { ...record.plan, summary: EVIL } }),
        refusal: { code: EVIL, message: EVIL, wayOut: EVIL },
        checks: record.checks.map((check) => ({ ...check, title: EVIL, measured: EVIL, target: EVIL, how: EVIL })),
        before: {
          ...record.before!,
          machine: { ...record.before!.machine, name: EVIL, os: EVIL, kernel: EVIL },
        },
      })),
    }),
  );
  const history = { ...NO_HISTORY, builds: builds(BEFORE, [1, 2], { host: EVIL, scenario: EVIL, commit: EVIL }) };

  test.each(LANGUAGES)('has no effect, and keeps every row its cells (%s)', (language) => {
    const material = materialOf({
      evidence: hostile,
      history,
      approvals: new Map([[hostile[0]!.trigger!.url, [EVIL]]]),
    });
    for (const text of Object.values(documentsOf(material, language))) {
      expect(text).not.toMatch(/<b>|@octocat|`x`|:\/\/evil|!\[|^# big|\u202e/m);
      for (const table of text.split('\n\n').filter((part) => part.startsWith('|'))) {
        const cells = table.split('\n').map((row) => row.split('|').length);
        expect(new Set(cells).size).toBe(1);
      }
    }
    expect(read(Object.values(documentsOf(material, language)).join())).toContain('@octocat');
  });
});
