import { existsSync, readFileSync } from 'node:fs';
import { type Evidence, parseEvidence } from '../evidence/evidence';
import { filesBelow } from '../evidence/folder';
import { Refusal } from '../host/host';

/** Name of the document in the artifact of a run. */
const NAME = 'evidence.json';
const MOST_DOCUMENTS = 300;

/**
 * The evidence documents below a folder of downloaded artifacts, oldest first.
 *
 * @throws Refusal that names the document that cannot be read
 */
export function evidenceIn(folder: string): readonly Evidence[] {
  if (!existsSync(folder)) return [];
  const files = filesBelow(folder, (name) => name === NAME);
  return files.slice(0, MOST_DOCUMENTS).map(readEvidence).sort(byTime);
}

/** @throws Refusal that names the document when it cannot be read */
export function readEvidence(file: string): Evidence {
  try {
    return parseEvidence(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal(
      'evidence',
      `${file} cannot be read as evidence: ${(error as Error).message}.`,
      'Use a document that edge-phase1 wrote.',
    );
  }
}

export const byTime = (a: Evidence, b: Evidence) => a.started.localeCompare(b.started);
