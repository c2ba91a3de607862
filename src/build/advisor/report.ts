import { block, cell, plain } from '../../report/defuse';
import { duration, gib } from '../../units';
import type { Advice } from './advise';
import type { Cost, Finding, Saving } from './types';

/** For a terminal. */
export function adviceText({ problem, findings, malformed }: Advice, name: string): string {
  const head = [
    ...(problem === null ? [] : [`${name} cannot be read: ${problem} Correct it, then ask again.`]),
    ...malformed.map((line) => `.dockerignore: '${line}' is no valid pattern; docker build refuses it.`),
  ];
  if (problem === null && findings.length === 0) head.push(`${name}: nothing found.`);
  return plain([...head, ...findings.map((finding, i) => findingText(finding, i + 1, name))].join('\n\n'));
}

function findingText(finding: Finding, number: number, name: string): string {
  const { title, reason, cost, saving, patch, noPatch, notes } = finding;
  return [
    `${number}. ${title}  [${finding.rule}${placeOf(finding, name)}]`,
    `   ${reason}`,
    `   Costs now: ${costText(cost)}`,
    `   Would save: ${savingText(saving)}`,
    ...notes.map((note) => `   Note: ${note}`),
    patch ? `\n${patch.diff.trimEnd()}` : `   ${noPatch}`,
  ].join('\n');
}

const placeOf = ({ lines }: Finding, name: string) =>
  lines === null ? '' : `, ${name}:${lines.first === lines.last ? lines.first : `${lines.first}-${lines.last}`}`;

/** For a pull request or a job summary: one section a finding, the patch folded. */
export function adviceMarkdown({ problem, findings, malformed }: Advice, name: string): string {
  if (problem !== null) return `${cell(name)} cannot be read: ${cell(problem)}`;
  const lines = malformed.map(
    (line) => `- ${cell(`.dockerignore: '${line}' is no valid pattern; docker build refuses it.`)}`,
  );
  if (findings.length === 0) return [...lines, 'Nothing found.'].join('\n');
  return [...lines, ...findings.map((finding) => sectionOf(finding, name))].join('\n\n');
}

function sectionOf(finding: Finding, name: string): string {
  const { title, reason, cost, saving, patch, noPatch, notes } = finding;
  const place = finding.lines === null ? '' : ` (${cell(placeOf(finding, name).slice(2))})`;
  return [
    `#### ${cell(title)}${place}`,
    cell(reason),
    `- Costs now: ${cell(costText(cost))}\n- Would save: ${cell(savingText(saving))}`,
    ...notes.map((note) => `- ${cell(note)}`),
    patch
      ? `<details><summary>Patch</summary>\n\n${block(patch.diff.trimEnd(), 'diff')}\n\n</details>`
      : cell(noPatch!),
  ].join('\n\n');
}

export function costText({ seconds, bytes, basis }: Cost): string {
  const figures = [...(seconds === null ? [] : [duration(seconds)]), ...(bytes === null ? [] : [gib(bytes)])];
  return figures.length === 0 ? basis : `${figures.join(', ')}. ${basis}`;
}

export function savingText({ seconds, kind, scenario, basis }: Saving): string {
  const figure = seconds === null ? 'not known' : `${kind} ${duration(seconds)}`;
  return `${figure} (${scenario}). ${basis}`;
}
