import { existsSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type EvidenceFiles, evidenceBelow, historyFilesIn, type Written } from '../evidence/folder';
import { type History, joined, NewerHistory, NO_HISTORY, parseHistory } from '../evidence/history';
import { historyOf } from '../evidence/history-of';
import { Refusal } from '../host/host';
import { LANGUAGES, type Language } from '../texts/language';
import { UsageError } from '../usage-error';
import { type Assets, assets } from './assets';
import type { DashboardData } from './data';
import { dashboardHtml } from './html';
import { dashboardData } from './model';

export const DASHBOARD_HELP = `edge-phase1 dashboard: writes one static page from the history, that needs no server and asks no other.

Usage
  edge-phase1 dashboard --history FOLDER    from the files of the branch edge-phase1-data
  edge-phase1 dashboard --evidence FOLDER   from evidence documents in this folder and below it (*.json)
                                            both may be given; then they are put together

Options
  --to FILE          default: dashboard.html
  --language WHICH   en (default) or fr
`;

export const DEFAULT_FILE = 'dashboard.html';

interface Options {
  readonly history?: string | undefined;
  readonly evidence?: string | undefined;
  readonly to: string;
  readonly language: Language;
}

/**
 * `edge-phase1 dashboard`.
 *
 * @param built style and script of the page; default: those of this package
 * @returns what to tell, and the files of evidence that are not on the page
 * @throws UsageError, Refusal
 */
export function dashboardCommand(args: readonly string[], now: Date, built?: Assets): Written {
  if (args.includes('--help') || args.includes('-h')) return { text: DASHBOARD_HELP, broken: [] };
  const { history, evidence: folder, to, language } = parsed(args);
  const { evidence, broken } = folder === undefined ? NO_EVIDENCE : evidenceIn(folder);
  const known = evidence.map(historyOf).reduce(joined, history === undefined ? NO_HISTORY : historyIn(history));
  const data = dashboardData(known, language, now);
  const page = dashboardHtml(data, built ?? assets());
  try {
    writeFileSync(to, page);
  } catch (error) {
    throw new UsageError(`--to: '${to}' cannot be written: ${(error as Error).message}.`);
  }
  return { text: `${to}: ${summary(data)}\n`, broken };
}

function parsed(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const options = { history: text, evidence: text, to: text, language: text };
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { history, evidence, to = DEFAULT_FILE, language: wish = 'en' } = values;
    const language = LANGUAGES.find((name) => name === wish);
    if (!language) throw new Error(`--language: '${wish}' is not allowed; write one of: ${LANGUAGES.join(', ')}.`);
    if (history === undefined && evidence === undefined)
      throw new Error('dashboard needs --history FOLDER or --evidence FOLDER.');
    return { history, evidence, to, language };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * The history in a checkout of the data branch; an empty folder is an empty history.
 *
 * @throws UsageError, Refusal where it is of a newer version
 */
export function historyIn(folder: string): History {
  mustBeFolder('--history', folder);
  try {
    return parseHistory(historyFilesIn(folder));
  } catch (error) {
    if (!(error instanceof NewerHistory)) throw error;
    throw new Refusal('newer-history', error.message, 'Use the version that wrote it.');
  }
}

const NO_EVIDENCE: EvidenceFiles = { evidence: [], broken: [] };

function evidenceIn(folder: string): EvidenceFiles {
  mustBeFolder('--evidence', folder);
  return evidenceBelow(folder);
}

function mustBeFolder(option: string, folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`${option}: '${folder}' is no folder; name the one with the files.`);
}

function summary({ hosts, checklist }: DashboardData): string {
  const sum = (of: (host: DashboardData['hosts'][number]) => number) => hosts.reduce((all, host) => all + of(host), 0);
  const counts: readonly (readonly [number, string])[] = [
    [hosts.length, 'hosts'],
    [sum(({ disk }) => disk.at.length), 'disk readings'],
    [
      sum(({ scenarios }) => scenarios.reduce((all, { sessions }) => all + sessions.length, 0)),
      'measured runs of builds',
    ],
    [sum(({ scores }) => scores.at.length), 'scores'],
    [sum(({ marks }) => marks.length), 'plans carried out'],
    [checklist.length, 'groups of the checklist'],
  ];
  const known = counts.filter(([count]) => count > 0).map(([count, what]) => `${what}: ${count}`);
  return known.length > 0 ? known.join(', ') : 'no measurements yet; the page says how to get them';
}
