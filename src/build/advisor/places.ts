import { posix } from 'node:path';
import { type Instruction, type Stage, workdirAt } from './dockerfile';

/** Folders in which neither packages nor usual base images put anything. */
const OURS = /^\/(?:app|srv|opt|home|code|workspace|usr\/src|var\/www)(?:\/|$)/;
export const isOurs = (path: string) => OURS.test(path);

/** A path of an instruction as an absolute one, without a slash at its end; undefined where it cannot be known. */
export function resolved(stage: Stage, instruction: Instruction, path: string): string | undefined {
  if (/[$*?[\]~]/.test(path)) return undefined;
  const folder = path.startsWith('/') ? '/' : workdirAt(stage, instruction);
  return folder === undefined ? undefined : posix.normalize(posix.join(folder, path)).replace(/(.)\/$/, '$1');
}

export const isInside = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`);
