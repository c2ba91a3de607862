import { type Dockerfile, parseDockerfile } from './dockerfile';
import { type IgnoreFile, parseIgnoreFile } from './ignore';
import type { ContextFile, Project } from './types';

/** What a rule works on: the project, read. */
export interface Subject extends Project {
  readonly file: Dockerfile;
  readonly ignore: IgnoreFile;
  /** The files that are sent to the builder; undefined without a listing. */
  readonly sent: readonly ContextFile[] | undefined;
}

export function subjectOf(project: Project): Subject {
  const ignore = parseIgnoreFile(project.ignoreFile?.text ?? '');
  const sent = project.listing?.files.filter((file) => !ignore.ignores(file.path));
  return { ...project, file: parseDockerfile(project.dockerfile.text), ignore, sent };
}

/** Where lines for the ignore file go; `.dockerignore` when there is none yet. */
export function withIgnored({ ignoreFile }: Project, lines: readonly string[]) {
  const path = ignoreFile?.path ?? '.dockerignore';
  const before = ignoreFile?.text;
  const newline = before?.includes('\r\n') ? '\r\n' : '\n';
  const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : before + newline;
  return { path, before, after: start + lines.map((line) => line + newline).join('') };
}
