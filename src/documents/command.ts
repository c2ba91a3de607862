import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EVIDENCE_SCHEMA, type Evidence, parseEvidence } from '../evidence/evidence';
import { type EvidenceFiles, evidenceBelow, historyFilesIn, leftOut, type Written } from '../evidence/folder';
import { fileOf, HISTORY_KINDS, type History, NewerHistory, NO_HISTORY, parseHistory } from '../evidence/history';
import { LANGUAGES, type Language } from '../texts';
import { UsageError } from '../usage-error';
import { documentsOf, materialOf, verdictOf } from '.';

const OPTIONS = {
  evidence: { type: 'string', multiple: true },
  history: { type: 'string' },
  language: { type: 'string' },
  server: { type: 'string' },
  to: { type: 'string' },
} as const;

const DEFAULT_FOLDER = join('docs', 'phase1');

/**
 * `edge-phase1 documents --evidence FILE-OR-FOLDER... [--history FOLDER] [--language en|fr] [--server NAME] [--to FOLDER]`.
 * Writes the documents.
 *
 * @returns what to tell, and the files of evidence that the documents do not rest on
 * @throws UsageError, Refusal
 */
export function documentsCommand(args: readonly string[]): Written {
  const options = words(args);
  if (!options.evidence) {
    throw new UsageError(
      'documents needs --evidence FILE-OR-FOLDER: an evidence document, or a folder with some; it may be given several times.',
    );
  }
  const chosen = options.language === undefined ? undefined : languageOf(options.language);
  const found = options.evidence.map(evidenceAt);
  const evidence = found.flatMap((one) => one.evidence);
  const broken = found.flatMap((one) => one.broken);
  if (evidence.length === 0) throw new UsageError(`--evidence: there is none that can be read.\n${leftOut(broken)}`);
  const history = options.history === undefined ? NO_HISTORY : historyAt(options.history);
  const material = materialOf({ evidence, history, server: options.server });
  const language = chosen ?? material.evidence.at(-1)!.config.language ?? 'en';
  const folder = options.to ?? DEFAULT_FOLDER;
  const written = write(folder, documentsOf(material, language));
  const text = `${[verdictOf(material, language), ...written].join('\n')}\n`;
  return { text, broken };
}

function words(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function languageOf(text: string): Language {
  const known = LANGUAGES.find((language) => language === text);
  if (known) return known;
  throw new UsageError(`--language: '${text.slice(0, 60)}' is not allowed; write one of: ${LANGUAGES.join(', ')}.`);
}

/** A file has to be evidence; in a folder, what is something else is passed over, and what is broken is left out. */
function evidenceAt(path: string): EvidenceFiles {
  if (!existsSync(path)) {
    throw new UsageError(`--evidence: '${path}' is not there; name an evidence document or a folder with some.`);
  }
  if (!statSync(path).isDirectory()) return { evidence: [readEvidence(path)], broken: [] };
  const found = evidenceBelow(path);
  if (found.evidence.length + found.broken.length > 0) return found;
  throw new UsageError(
    `--evidence: no file in '${path}' is an evidence document (JSON with the schema ${EVIDENCE_SCHEMA}).`,
  );
}

function readEvidence(file: string): Evidence {
  try {
    return parseEvidence(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--evidence: '${file}' cannot be read as evidence: ${(error as Error).message}.`);
  }
}

/** A checkout of the data branch. */
function historyAt(folder: string): History {
  const files = historyFilesIn(folder);
  if (Object.keys(files).length === 0) {
    throw new UsageError(
      `--history: there is no history in '${folder}'; name a folder with ${HISTORY_KINDS.map(fileOf).join(', ')}, as the branch edge-phase1-data has them.`,
    );
  }
  try {
    return parseHistory(files);
  } catch (error) {
    if (error instanceof NewerHistory) throw new UsageError(`--history: ${error.message}`);
    throw error;
  }
}

function write(folder: string, documents: Readonly<Record<string, string>>): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return Object.entries(documents).map(([name, text]) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    });
  } catch (error) {
    throw new UsageError(
      `--to: the documents cannot be written to '${folder}': ${(error as Error).message}. Name a folder that can be written to.`,
    );
  }
}
