import { parse } from 'yaml';
import { jsonSchemaText } from '../../../src/config/json-schema';
import { accepts } from './json-schema-check';
import { FILE, saidOf } from './said';

const schema = JSON.parse(jsonSchemaText());
const GROUP = 'id: day-1, title: Day 1';
const withGroups = (groups: string) => `checklist:\n  groups: [${groups}]\n`;

test.each([
  ['an item', withGroups(`{ ${GROUP}, items: [{ id: a, title: A }] }`)],
  ['no checklist of its own', 'checklist:\n  groups: ~\n  weeks: ~\n'],
])('%s is accepted, by editors too', (_, yaml) => {
  expect(saidOf(yaml)).toEqual([]);
  expect(accepts(schema, parse(yaml))).toBe(true);
});

test.each([
  ['a group without items', withGroups(`{ ${GROUP}, items: [] }`), 'Allowed is at least one item.'],
  ['an item with a line break', withGroups(`{ ${GROUP}, items: [{ id: a, title: "a\\nb" }] }`), 'one line of 1 to 200'],
  ['a hidden comment', withGroups(`{ ${GROUP}, items: [{ id: a, title: "<!-- x -->" }] }`), 'without < and >'],
  [
    'an approval that there is not',
    withGroups(`{ ${GROUP}, items: [{ id: a, title: A, approval: yes }] }`),
    'Allowed is go.',
  ],
  ['a date that is none', 'checklist:\n  weeks: [{ id: w, title: W, due: 14.2.2026 }]\n', 'a date, such as 2026-02-14'],
  ['a text', 'checklist:\n  groups: all\n', 'a list of groups'],
])('%s is refused, by editors too', (_, yaml, message) => {
  expect(saidOf(yaml)).toEqual([expect.stringContaining(message)]);
  expect(accepts(schema, parse(yaml))).toBe(false);
});

test('an id that stands in it twice is refused', () => {
  const items = 'items: [{ id: a, title: A }, { id: a, title: B }]';
  expect(saidOf(withGroups(`{ ${GROUP}, ${items} }`))).toEqual([
    expect.stringContaining('The id a stands in it more than once'),
  ]);
});

test('a wrong key is shown where it stands, with the one that was meant', () => {
  const yaml =
    'checklist:\n  groups:\n    - id: a\n      title: A\n      items:\n        - id: b\n          title: B\n          chekcs: [x]\n';
  expect(saidOf(yaml)).toEqual([`${FILE}:8:11: checklist.groups.0.items.0 has no key "chekcs". Did you mean checks?`]);
});

test('a group of a week that there is not is refused, with the weeks there are', () => {
  const group = `{ ${GROUP}, week: week-3, items: [{ id: a, title: A }] }`;
  expect(saidOf(withGroups(group))).toEqual([
    `${FILE}:2:45: checklist.groups.0.week is "week-3". Allowed is the id of a week: week-1, week-2.`,
  ]);
  expect(saidOf(`${withGroups(group)}  weeks: [{ id: week-3, title: Third, due: 2026-02-28 }]\n`)).toEqual([]);
});
