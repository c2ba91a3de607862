import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ContextFile, Project } from '../../../src/build/advisor/types';

const FOLDER = resolve(__dirname, '../../fixtures/dockerfiles');

export interface Expected {
  readonly rule: string;
  readonly lines: string | null;
  readonly title: string;
  /** `true`, or why there is none. */
  readonly patch: true | string;
}

export interface Fixture {
  readonly name: string;
  readonly project: Project;
  readonly expected: { readonly problem: string | null; readonly findings: readonly Expected[] };
}

export const fixtures: readonly Fixture[] = readdirSync(FOLDER).map(fixture);

function fixture(name: string): Fixture {
  const path = (...parts: string[]) => join(FOLDER, name, ...parts);
  const text = (...parts: string[]) => (existsSync(path(...parts)) ? readFileSync(path(...parts), 'utf8') : undefined);
  const ignore = text('.dockerignore');
  const project: Project = {
    dockerfile: { path: 'Dockerfile', text: text('Dockerfile')! },
    ignoreFile: ignore === undefined ? undefined : { path: '.dockerignore', text: ignore },
    listing: { files: text('context.txt')!.split('\n').slice(1).filter(Boolean).map(fileOf), complete: true },
    // Named .txt, so that no tool takes them for packages of this repository.
    read: (file) => text('files', `${file}.txt`),
    vertices: undefined,
    registry: undefined,
  };
  return { name, project, expected: JSON.parse(text('expected.json')!) };
}

/** `bytes mode path` */
function fileOf(line: string): ContextFile {
  const [, bytes, mode, path] = /^(\d+) (\d+) (.+)$/.exec(line)!;
  return { path: path!, bytes: Number(bytes), mode: Number.parseInt(mode!, 8) };
}
