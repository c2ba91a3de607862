import { LANGUAGES, speechIn } from '../../../src/texts';
import { ENGLISH } from './english';

const [en, fr] = LANGUAGES.map((language) => leaves(speechIn(language).texts)) as [Leaves, Leaves];

/** Words that French has taken over as they are, names, commands and column heads of one sign. */
const SAME = [
  '.common.checks.disk_pressure',
  '.common.checks.pods',
  '.log.planOf',
  '.log.score',
  '.performance.buildsTitle',
  '.performance.buildColumns.4',
  '.performance.sample',
  '.performance.chartTitle',
  '.performance.minutes',
  '.performance.aloneColumns.5',
  '.harbor.kinds.harbor',
  '.completion.scoreColumns.4',
  '.phase2.now',
  '.report.scoreColumns.2',
  '.dashboard.auto',
  '.dashboard.score',
  '.dashboard.buildCount',
  '.dashboard.commit',
  '.dashboard.build_1',
  '.dashboard.build_n',
  '.checks.pressure.title',
  '.checks.pods.title',
  '.checks.preflight.stable',
  '.checks.preflight.budget',
  '.checks.beforeAfter.rows.builds',
  '.checks.beforeAfter.rows.pods',
  '.diskTest.disks.columns.6',
  '.buildTest.differences.docker',
  '.buildTest.differences.buildx',
  '.buildTest.differences.dockerfile',
  '.buildTest.differences.commit',
  '.buildTest.times.columns.1',
  '.buildTest.breakdown.columns.0',
  '.buildTest.compared.columns.4',
  '.buildTest.compared.changedColumns.0',
  '.buildTest.where.image',
  '.buildTest.where.base',
];

test('every text is there in French too', () => {
  expect([...fr.keys()]).toEqual([...en.keys()]);
});

test('and is not the English one', () => {
  const same = [...en].filter(([key, text]) => fr.get(key) === text && /[a-z]{4}/i.test(text)).map(([key]) => key);
  expect(same).toEqual(SAME);
});

test('and has no English words in it', () => {
  const english = [...fr].flatMap(([key, text]) =>
    said(text).flatMap((words) => (ENGLISH.test(words) ? [[key, words]] : [])),
  );
  expect(english).toEqual([]);
});

/** The words of a text, and those in the quotes of a function. */
function said(text: string): readonly string[] {
  const isFunction = /^(?:\([^)]*\)|\w+) ?=>|^function/.test(text);
  const quoted = isFunction ? (text.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? []) : [text];
  return quoted.map((words) => words.replace(/\$\{[^}]*\}|«[^»]*»/g, '…'));
}

type Leaves = ReadonlyMap<string, string>;

function leaves(value: object, path = ''): Leaves {
  return new Map(
    Object.entries(value).flatMap(([name, inner]): (readonly [string, string])[] => {
      const key = `${path}.${name}`;
      if (typeof inner === 'object' && inner !== null) return [...leaves(inner, key)];
      return [[key, String(inner)]];
    }),
  );
}
