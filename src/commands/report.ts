import { withBefore } from '../evidence/conclusion';
import type { Evidence } from '../evidence/evidence';
import { markdownReport } from '../report/markdown';
import { UsageError } from '../usage-error';
import { type Command, serialized } from './command';
import { evidenceFrom, readEvidence } from './evidence-file';

/** `edge-phase1 report --from FILE [--before FILE]` */
export const reportCommand: Command = (_words, options, { stdout }) => {
  const { before, json } = options;
  const evidence = evidenceFrom(options, 'report');
  const shown = before === undefined ? evidence : compared(evidence, before);
  stdout.write(json ? serialized(shown) : markdownReport(shown));
  return 0;
};

function compared(evidence: Evidence, file: string): Evidence {
  const earlier = readEvidence('--before', file);
  try {
    return withBefore(evidence, earlier);
  } catch (error) {
    throw new UsageError(`--before: '${file}' cannot be compared: ${(error as Error).message}.`);
  }
}
