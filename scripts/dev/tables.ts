// Writes the tables of inputs and outputs in README.md from action.yml: `npx tsx scripts/dev/tables.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Field {
  readonly description: string;
  readonly default?: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, Field>>;
  readonly outputs: Readonly<Record<string, Field>>;
}

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const cell = (text: string) => text.replaceAll('|', '\\|');
/** Long names may be broken at an underscore: on a phone the table would be wider than the screen. */
const code = (name: string) => (name.length > 15 ? `<code>${name.replaceAll('_', '_<wbr>')}</code>` : `\`${name}\``);

/** Two columns, because a third one is off the screen of a phone. */
function inputsTable({ inputs }: Action): string {
  const rows = Object.entries(inputs).map(
    ([name, { description, default: value }]) =>
      `| ${code(name)} | ${cell(description)}${value ? `. Default: \`${value}\`` : ''} |`,
  );
  return ['| input | what it is |', '|---|---|', ...rows].join('\n');
}

function outputsTable({ outputs }: Action): string {
  const rows = Object.entries(outputs).map(([name, field]) => `| ${code(name)} | ${cell(field.description)} |`);
  return ['| output | what it is |', '|---|---|', ...rows].join('\n');
}

/** README.md with its tables as action.yml has them now. */
export function withTables(): string {
  const action = parse(read('action.yml')) as Action;
  const tables = { inputs: inputsTable(action), outputs: outputsTable(action) };
  return Object.entries(tables).reduce((text, [name, table]) => {
    const marked = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marked.test(text)) throw new Error(`README.md has no markers <!-- ${name} --> and <!-- /${name} -->.`);
    return text.replace(marked, (_all, before: string, after: string) => `${before}\n${table}\n\n${after}`);
  }, read('README.md'));
}

if (require.main === module) writeFileSync(join(ROOT, 'README.md'), withTables());
