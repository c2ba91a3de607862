import { dashboardCommand as writeDashboard } from '../dashboard/command';
import { documentsCommand as writeDocuments } from '../documents/command';
import { leftOut, type Written } from '../evidence/folder';
import { plain } from '../report/defuse';
import type { OwnWords, Streams } from './command';

const INCOMPLETE = 1;

/** `edge-phase1 dashboard` */
export const dashboardCommand: OwnWords = (args, streams) => tell(writeDashboard(args, new Date()), streams);

/** `edge-phase1 documents` */
export const documentsCommand: OwnWords = (args, streams) => tell(writeDocuments(args), streams);

/** What was written holds without the broken files: that is said, and is no success. */
function tell({ text, broken }: Written, { stdout, stderr }: Streams): number {
  stdout.write(plain(text));
  if (broken.length === 0) return 0;
  stderr.write(plain(`edge-phase1: ${leftOut(broken)}\n`));
  return INCOMPLETE;
}
