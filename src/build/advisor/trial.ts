import { advise } from './advise';
import type { FileChange, Finding, Patch, Project } from './types';

/** Findings whose patches are to be built, and what they make of the project together. */
export interface Trial {
  readonly findings: readonly Finding[];
  readonly files: readonly FileChange[];
  /** The project with them. */
  readonly after: Project;
}

/** Each patch takes away its own finding, so that they come to an end; this is only how far they are followed. */
const MOST_PATCHES = 100;

/**
 * The patch of one finding, by the number that it has in the advice, or `all`: then one patch after the other is applied to
 * what those before it have left. Where there is none, the answer says why, as the end of a sentence about the wish.
 */
export function trialOf(project: Project, wish: string): Trial | string {
  const { problem, findings } = advise(project);
  if (problem !== null) return `cannot be tried: the Dockerfile cannot be read. ${problem}`;
  const able = findings.flatMap((finding, i) => (finding.patch ? [String(i + 1)] : []));
  if (able.length === 0) return 'cannot be tried: no finding has a patch.';
  if (wish === 'all') return allOf(project);
  const finding = able.includes(wish) ? findings[Number(wish) - 1]! : undefined;
  if (finding) return { findings: [finding], files: finding.patch!.files, after: patched(project, finding.patch!) };
  const why = findings[Number(wish) - 1]?.noPatch;
  return `is no finding with a patch${why ? ` (${why.replace(/\.$/, '')})` : ''}; allowed are: ${able.join(', ')}, all.`;
}

function allOf(project: Project): Trial | string {
  const findings: Finding[] = [];
  let now = project;
  while (findings.length < MOST_PATCHES) {
    const next = advise(now).findings.find(({ rule, patch }) => patch && rule !== 'unpinned-base');
    if (!next) break;
    findings.push(next);
    now = patched(now, next.patch!);
  }
  if (findings.length === 0) return 'cannot be tried: a digest of the base image changes nothing in a build.';
  const before = new Map(
    findings.flatMap(({ patch }) => patch!.files.map(({ path }) => [path, textOf(project, path)])),
  );
  const files = [...before].map(([path, text]) => ({ path, before: text, after: textOf(now, path)! }));
  return { findings, files, after: now };
}

/** The project as a patch leaves it: patches touch nothing but the Dockerfile and its ignore file. */
export function patched(project: Project, { files }: Patch): Project {
  let { dockerfile, ignoreFile } = project;
  for (const { path, after: text } of files) {
    if (path === dockerfile.path) dockerfile = { path, text };
    else ignoreFile = { path, text };
  }
  return { ...project, dockerfile, ignoreFile };
}

const textOf = ({ dockerfile, ignoreFile }: Project, path: string) =>
  path === dockerfile.path ? dockerfile.text : ignoreFile?.path === path ? ignoreFile.text : undefined;
