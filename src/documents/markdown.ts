/** Markdown from parts that are Markdown already: what is not ours has gone through `cell`. */

import { cell } from '../report/defuse';
import { type Material, newest, oldest, type Page } from './material';

export const joinedParts = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join('\n\n');

export const heading = (level: number, text: string) => `${'#'.repeat(level)} ${text}`;

export const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}

/** A title, what it is about, and the parts. */
export function documentText(page: Page, title: string, parts: readonly (string | undefined)[]): string {
  const { material, speech } = page;
  const { common } = speech.texts;
  const machine = machineOf(material);
  const { day } = speech.format;
  const about = [
    `**${common.server}${common.colon}** ${cell(material.server)}`,
    ...(machine ? [`**${common.system}${common.colon}** ${cell(machine.os)}, ${cell(machine.kernel)}`] : []),
    `**${common.period}${common.colon}** ${common.from(day(oldest(material).started), day(newest(material).started))}`,
  ];
  const foot = [common.madeFrom(material.evidence.length), common.stepWords].filter(Boolean).join(' ');
  return `${joinedParts([heading(1, title), about.join(' · '), ...parts, `<sub>${foot}</sub>`])}\n`;
}

const machineOf = ({ evidence }: Material) =>
  evidence.flatMap(({ steps }) => steps.flatMap(({ before }) => before ?? [])).at(-1)?.machine;

/** By its name in the catalogue; one that this version does not know is shown as it is. */
export const named = (names: Readonly<Record<string, string>>, id: string, otherwise = id) =>
  Object.hasOwn(names, id) ? names[id]! : cell(otherwise);
