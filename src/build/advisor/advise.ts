import { parseDockerfile } from './dockerfile';
import { cacheMount } from './rules/cache-mount';
import { contextBulk, contextSecrets, ignoreFileMissing } from './rules/context';
import { installBehindCopy } from './rules/install-behind-copy';
import { ownershipLayer } from './rules/ownership-layer';
import { serialStages } from './rules/serial-stages';
import { registryCache, remoteAdd, unpinnedBase } from './rules/sources';
import { type Subject, subjectOf } from './subject';
import type { Finding, Project } from './types';

export interface Advice {
  /** Why no advice is given at all; null when it is. */
  readonly problem: string | null;
  /** What costs most first; what was not measured after what was. */
  readonly findings: readonly Finding[];
  /** Lines of the ignore file that are no valid pattern: Docker refuses to build with them. */
  readonly malformed: readonly string[];
}

const RULES: readonly ((subject: Subject) => readonly Finding[])[] = [
  contextSecrets,
  installBehindCopy,
  cacheMount,
  ignoreFileMissing,
  contextBulk,
  serialStages,
  ownershipLayer,
  remoteAdd,
  registryCache,
  unpinnedBase,
];

/** Reads a project and says what would make its build faster or safer. Changes nothing; the same input, the same advice. */
export function advise(project: Project): Advice {
  const subject = subjectOf(project);
  const { malformed } = subject.ignore;
  if (subject.file.broken !== undefined) return { problem: subject.file.broken, findings: [], malformed };
  const findings = RULES.flatMap((rule) => rule(subject)).map((finding) => sound(project, finding));
  return { problem: null, findings: [...findings].sort(byCost), malformed };
}

/** Secrets first, whatever they cost. */
const byCost = (a: Finding, b: Finding) =>
  Number(b.rule === 'context-secrets') - Number(a.rule === 'context-secrets') ||
  (b.cost.seconds ?? -1) - (a.cost.seconds ?? -1) ||
  (b.cost.bytes ?? -1) - (a.cost.bytes ?? -1);

/** A patch whose result cannot be read again is not handed out. */
function sound({ dockerfile }: Project, finding: Finding): Finding {
  const after = finding.patch?.files.find((file) => file.path === dockerfile.path)?.after;
  const broken = after === undefined ? undefined : parseDockerfile(after).broken;
  return broken === undefined
    ? finding
    : { ...finding, patch: null, noPatch: `No patch: it would not be readable (${broken})` };
}
