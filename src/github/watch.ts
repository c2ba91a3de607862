import { runLink } from '../checklist/judge';
import { marker, withMarker, withSection, wordsOf } from '../checklist/marker';
import { allChecks, type Evidence, machineName } from '../evidence/evidence';
import { cell, plain } from '../report/defuse';
import { speechOf } from '../report/lines';
import type { Check } from '../steps/step';
import type { Api } from './api';
import { type Issue, Issues } from './issues';
import type { Repository } from './repository';

export const WATCH_LABEL = 'edge-phase1-watch';

export interface Watched {
  readonly check: string;
  readonly number: number;
  readonly did: 'opened' | 'closed' | 'updated';
}

/**
 * One issue for each check of a server that fails: opened when it starts to fail, closed when it passes again. What is not
 * known changes nothing.
 */
export async function watchChecks(api: Api, repository: Repository, evidence: Evidence): Promise<readonly Watched[]> {
  const issues = new Issues(api, repository);
  const there = await issues.withLabel(WATCH_LABEL);
  const host = machineName(evidence);
  const did: Watched[] = [];
  for (const check of worstOfEach(allChecks(evidence).filter(({ informational }) => !informational))) {
    const name = marker('watch', check.id, host);
    const issue = there.find(({ body }) => body?.startsWith(name));
    if (check.result === 'fail') did.push(...(await failing(issues, check, evidence, name, issue)));
    else if (check.result === 'pass' && issue) did.push(...(await passing(issues, check, evidence, issue)));
  }
  return did;
}

/** Several steps may have looked at the same. */
function worstOfEach(checks: readonly Check[]): readonly Check[] {
  const rank = { fail: 3, unknown: 2, pass: 1, 'not-applicable': 0 };
  const worst = new Map<string, Check>();
  for (const check of checks) {
    const other = worst.get(check.id);
    if (!other || rank[check.result] > rank[other.result]) worst.set(check.id, check);
  }
  return [...worst.values()];
}

function told({ title, measured, target, how }: Check, evidence: Evidence): string {
  const { rows, seenBy } = sayOf(evidence);
  const table = [
    [rows.check, title],
    [rows.measured, measured],
    [rows.target, target],
    [rows.how, how],
  ] as const;
  const lines = table.map(([name, said]) => `| ${name} | ${cell(said)} |`);
  return [['| | |', '|---|---|', ...lines].join('\n'), seenBy(runLink(evidence))].join('\n\n');
}

const sayOf = (evidence: Evidence) => speechOf(evidence).texts.desk.watch;

const isFailing = ({ body }: Issue) => wordsOf('state', body ?? '')?.[0] === 'failing';

async function failing(
  issues: Issues,
  check: Check,
  evidence: Evidence,
  name: string,
  issue: Issue | undefined,
): Promise<readonly Watched[]> {
  const now = (body: string) => withMarker(withSection(body, 'now', told(check, evidence)), 'state', 'failing');
  if (!issue) {
    await issues.ensureLabel(WATCH_LABEL, 'd93f0b', sayOf(evidence).label);
    const title = plain(sayOf(evidence).fails(machineName(evidence), check.title)).slice(0, 200);
    const text = now(`${name}\n${sayOf(evidence).closes}\n`);
    const opened = await issues.create({ title, body: text, labels: [WATCH_LABEL] }, ({ body }) =>
      Boolean(body?.startsWith(name)),
    );
    return [{ check: check.id, number: opened.number, did: 'opened' }];
  }
  // Closed by a person while it fails, it stays closed until it has passed in between.
  const again = !isFailing(issue);
  const { changed } = await issues.change(issue.number, ({ body }) => ({
    body: now(body ?? ''),
    ...(again && ({ state: 'open', state_reason: 'reopened' } as const)),
  }));
  return changed ? [{ check: check.id, number: issue.number, did: again ? 'opened' : 'updated' }] : [];
}

async function passing(issues: Issues, check: Check, evidence: Evidence, issue: Issue): Promise<readonly Watched[]> {
  if (!isFailing(issue)) return [];
  await issues.change(issue.number, ({ body }) => ({
    body: withMarker(withSection(body ?? '', 'now', told(check, evidence)), 'state', 'passing'),
    state: 'closed',
    state_reason: 'completed',
  }));
  return [{ check: check.id, number: issue.number, did: 'closed' }];
}
