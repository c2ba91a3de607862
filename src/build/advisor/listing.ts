import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parseIgnoreFile } from './ignore';
import type { ContextFile, Listing, Project } from './types';

const MOST_FILES = 200_000;
const LARGEST_READ = 1024 ** 2;

/** Reads what the advisor needs of a project on this machine. @throws the file system's error where a file cannot be read */
export function openProject(
  context: string,
  dockerfile: string,
  rest: Pick<Project, 'vertices' | 'registry'>,
): Project {
  const ignoreFile = ignoreFileOf(context, dockerfile);
  return {
    dockerfile: { path: inContext(context, dockerfile), text: readFileSync(dockerfile, 'utf8') },
    ignoreFile,
    listing: listFolder(context, ignoreFile?.text ?? ''),
    read: (path) => readSmall(context, path),
    ...rest,
  };
}

/** Docker takes `<Dockerfile>.dockerignore` where there is one, else the context's. */
function ignoreFileOf(context: string, dockerfile: string): Project['ignoreFile'] {
  for (const file of [`${dockerfile}.dockerignore`, join(context, '.dockerignore')]) {
    const text = readOrNothing(file);
    if (text !== undefined) return { path: inContext(context, file), text };
  }
  return undefined;
}

/** How a patch names it: relative to the context, or as it was given when it lies elsewhere. */
function inContext(context: string, file: string): string {
  const [folder, whole] = [resolve(context), resolve(file)];
  return whole.startsWith(folder + sep)
    ? whole
        .slice(folder.length + 1)
        .split(sep)
        .join('/')
    : file;
}

/** Without following links. Folders that are left out whole are not entered; a listing that grows too long is cut off. */
function listFolder(context: string, ignoreText: string): Listing {
  const ignore = parseIgnoreFile(ignoreText);
  const reincludes = /^\s*!/m.test(ignoreText);
  const files: ContextFile[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(context, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (reincludes || !ignore.ignores(path)) folders.push(path);
        continue;
      }
      if (files.length >= MOST_FILES) return { files, complete: false };
      const { size, mode } = lstatSync(join(context, path));
      files.push({ path, bytes: size, ...(process.platform !== 'win32' && entry.isFile() && { mode: mode & 0o7777 }) });
    }
  }
  return { files, complete: true };
}

function readSmall(context: string, path: string): string | undefined {
  try {
    const file = realpathSync(join(context, path));
    if (!file.startsWith(realpathSync(context) + sep)) return undefined;
    const { size } = lstatSync(file);
    return size > LARGEST_READ ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
