import { existsSync, readFileSync } from 'node:fs';
import { type Evidence, parseEvidence } from '../evidence/evidence';
import { type BrokenFile, EVIDENCE_FILE, type EvidenceFiles, evidenceBelow } from '../evidence/folder';
import { Refusal } from '../host/host';

/** The evidence documents below a folder of downloaded artifacts, oldest first. */
export function evidenceIn(folder: string): EvidenceFiles {
  if (!existsSync(folder)) return { evidence: [], broken: [] };
  const { evidence, broken } = evidenceBelow(folder, (name) => name === EVIDENCE_FILE);
  return { evidence: evidence.toSorted(byTime), broken };
}

/** @throws Refusal that names the document when it cannot be read */
export function readEvidence(file: string): Evidence {
  try {
    return parseEvidence(readFileSync(file, 'utf8'));
  } catch (error) {
    throw refusalOf({ file, why: (error as Error).message });
  }
}

export const refusalOf = ({ file, why }: BrokenFile) =>
  new Refusal('evidence', `${file} cannot be read as evidence: ${why}.`, 'Use a document that edge-phase1 wrote.');

export const byTime = (a: Evidence, b: Evidence) => a.started.localeCompare(b.started);
