import type { Diagnosis, Finding } from './doctor';

const SIGNS: Record<Finding['result'], string> = { ok: 'ok      ', missing: 'MISSING ', optional: 'optional' };

/** The doctor's findings for a terminal. */
export function doctorReport({ user, findings, sudoers }: Diagnosis, host: string): string {
  const missing = findings.filter((finding) => finding.result === 'missing').length;
  const lines = findings.flatMap(({ result, step, title, found, fix }) => [
    `  ${SIGNS[result]}  ${step}: ${title}: ${found}`,
    ...(fix ? [`              ${fix}`] : []),
  ]);
  return [
    `${missing === 0 ? 'Everything needed is there' : `${missing} thing(s) missing`} for ${user} on ${host}`,
    '',
    ...lines,
    ...(sudoers ? ['', `The sudoers file for ${user} (also: edge-phase1 sudoers):`, '', sudoers] : ['']),
  ].join('\n');
}
