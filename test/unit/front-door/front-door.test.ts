import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withTables } from '../../../scripts/dev/tables';
import { PLAN_CHECKLIST } from '../../../src/checklist/plan';
import { STEPS } from '../../../src/steps';

const ROOT = join(__dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const FORMS = join('.github', 'ISSUE_TEMPLATE');

describe('README.md', () => {
  it('has the inputs and outputs of action.yml (if not: npx tsx scripts/dev/tables.ts)', () => {
    expect(read('README.md')).toBe(withTables());
  });

  it('says of every step what it is, and what can go wrong', () => {
    for (const { id, kind } of STEPS) {
      expect(read('README.md')).toMatch(new RegExp(`^\\| \\[?\`${id}\`.*\\| \\*${kind}\\.\\*`, 'm'));
      expect(read('README.md')).toMatch(new RegExp(`^- \`${id}\`: `, 'm'));
    }
  });

  it('shows the two commands on the first screen', () => {
    const first = read('README.md').split('\n').slice(0, 15).join('\n');
    expect(first).toContain('npm start');
    expect(first).toContain('npm test');
  });
});

describe('docs/walkthrough.md', () => {
  const items = PLAN_CHECKLIST.groups.flatMap((group) => group.items);
  const rows = read('docs/walkthrough.md')
    .split('\n')
    .filter((line) => /^\| .* \| (?:run|person).*\|$/.test(line));

  it('has a row for each of the 31 items, in their order', () => {
    expect(rows.map((row) => row.split(' | ')[0]!.slice(2))).toEqual(items.map(({ title }) => title));
    expect(items).toHaveLength(31);
  });

  it('says rightly which ones a run ticks', () => {
    const byRun = items.map(({ checks, step, planned, approval }) => Boolean(checks || step || planned || approval));
    expect(rows.map((row) => / \| run[^|]*\|$/.test(row))).toEqual(byRun);
  });
});

describe('what the Marketplace shows', () => {
  const action = parse(read('action.yml')) as {
    name: string;
    description: string;
    branding: { icon: string; color: string };
    inputs: Record<string, { description: string }>;
  };

  it('is short enough: below 125 characters', () => {
    expect(action.description.length).toBeLessThan(125);
  });

  it('has an icon and one of the colours that there are', () => {
    expect(action.branding.icon).toMatch(/^[a-z-]+$/);
    expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
      action.branding.color,
    );
  });

  it('says of every step that it can do', () => {
    for (const { id } of STEPS) expect(action.inputs.step?.description).toContain(id);
  });
});

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly unknown[] };
  readonly validations?: { readonly required: boolean };
}

describe('the issue forms', () => {
  const files = readdirSync(join(ROOT, FORMS)).filter((name) => name !== 'config.yml');

  it('are there', () => {
    expect(files.length).toBeGreaterThan(1);
  });

  // docs.github.com, "Common validation errors when creating issue forms".
  it.each(files)('%s has what GitHub asks for', (file) => {
    const form = parse(read(join(FORMS, file))) as Record<string, unknown> & { body: Field[] };
    const allowed = ['name', 'description', 'title', 'labels', 'assignees', 'projects', 'type', 'body'];
    expect(allowed).toEqual(expect.arrayContaining(Object.keys(form)));
    for (const key of ['name', 'description']) expect(form[key]).toEqual(expect.stringMatching(/\S/));
    expect((form.name as string).length).toBeGreaterThan(3);
    const inputs = form.body.filter(({ type }) => type !== 'markdown');
    expect(inputs.length).toBeGreaterThan(0);
    for (const { type, attributes, id } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') expect(attributes.value).toMatch(/\S/);
      else {
        expect(attributes.label).toMatch(/\S/);
        expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
      }
      if (type === 'dropdown') expect(new Set(attributes.options).size).toBe(attributes.options!.length);
      if (type === 'checkboxes') for (const option of attributes.options!) expect(option).toHaveProperty('label');
    }
    for (const key of ['id', 'label'] as const) {
      const values = inputs.map((field) => (key === 'id' ? field.id : field.attributes.label));
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('offer every step', () => {
    const { body } = parse(read(join(FORMS, 'bug.yml'))) as { body: Field[] };
    const { options } = body.find(({ id }) => id === 'step')!.attributes;
    for (const { id } of STEPS) expect(options).toContain(id);
  });

  it('lead to help and to a private report', () => {
    const { contact_links: contacts } = parse(read(join(FORMS, 'config.yml'))) as {
      contact_links: Record<'name' | 'url' | 'about', string>[];
    };
    for (const { name, url, about } of contacts) {
      expect([name, about]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
      expect(() => new URL(url)).not.toThrow();
    }
    expect(contacts.map(({ url }) => url)).toContainEqual(expect.stringContaining('/security/advisories/new'));
  });
});

describe('release notes', () => {
  it('have a place for every pull request', () => {
    const { changelog } = parse(read(join('.github', 'release.yml'))) as {
      changelog: { categories: { title: string; labels: string[] }[] };
    };
    expect(changelog.categories.at(-1)?.labels).toEqual(['*']);
    for (const { title } of changelog.categories) expect(title).toMatch(/\S/);
  });
});
