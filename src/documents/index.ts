/** The five documents of the plan, as Markdown. The same material gives the same text. */

import type { Language } from '../texts';
import { speechIn } from '../texts';
import { completionReport, verdict } from './completion-report';
import { executionLog } from './execution-log';
import { harborSetupGuide } from './harbor-setup-guide';
import type { Material, Page } from './material';
import { performanceReport } from './performance-report';
import { phase2Recommendations } from './phase-2-recommendations';

export { type Approvals, type Material, materialOf, materialsOf } from './material';

/** By file name without its ending. */
const DOCUMENTS = {
  'execution-log': executionLog,
  'performance-report': performanceReport,
  'harbor-setup-guide': harborSetupGuide,
  'completion-report': completionReport,
  'phase-2-recommendations': phase2Recommendations,
} as const satisfies Readonly<Record<string, (page: Page) => string>>;

export type DocumentName = keyof typeof DOCUMENTS;
export const DOCUMENT_NAMES = Object.keys(DOCUMENTS) as DocumentName[];

/** Texts by file name, as `completion-report.md`. */
export function documentsOf(material: Material, language: Language): Readonly<Record<`${DocumentName}.md`, string>> {
  const page = { material, speech: speechIn(language) };
  const entries = DOCUMENT_NAMES.map((name) => [`${name}.md`, DOCUMENTS[name](page)] as const);
  return Object.fromEntries(entries) as Record<`${DocumentName}.md`, string>;
}

/** Whether Phase 1 succeeded, for a terminal. It holds nothing that is not ours. */
export const verdictOf = (material: Material, language: Language): string =>
  verdict({ material, speech: speechIn(language) }).replace(/[*`]/g, '');
