import { type Approvals, documentsOf, materialsOf, verdictOf } from '../documents';
import { leftOut } from '../evidence/folder';
import { TRACKING_LABEL } from '../github/checklist';
import { postComment } from '../github/comment';
import { ApiError } from '../github/error';
import { Issues } from '../github/issues';
import { historyOr } from '../github/past-runs';
import { proposeFiles } from '../github/pull-request';
import { pathOf } from '../github/repository';
import { Refusal } from '../host/host';
import { cell, link } from '../report/defuse';
import { fitted } from '../report/fit';
import { type Desk, repositoryUrl, runUrl, type TaskResult } from './world';

const FOLDER = 'docs/phase1';
const BRANCH = 'edge-phase1/documents';

/**
 * Writes the documents of Phase 1: for an artifact, on the tracking issue, and on request as a pull request. Where the runs were
 * on several servers, each has its own.
 */
export async function documentsTask(desk: Desk): Promise<TaskResult> {
  const { evidence, broken = [] } = desk;
  const warnings: string[] = broken.length > 0 ? [leftOut(broken)] : [];
  if (evidence.length === 0) {
    throw new Refusal(
      'no-evidence',
      ['No run of the default branch has left evidence.', ...warnings].join('\n'),
      'Run the workflow Phase 1 there first. GitHub keeps what runs leave for 90 days, unless set otherwise.',
    );
  }
  const approvals = await approvalsOf(desk, warnings);
  const history = await historyOr(desk.api, desk.repository);
  const { language } = desk.config;
  const materials = materialsOf({ evidence, history, approvals });
  const texts: Record<string, string> = {};
  const links: string[] = [];
  for (const material of materials) {
    const documents = documentsOf(material, language);
    const folder = materials.length === 1 ? '' : `${folderName(material.server)}/`;
    for (const [name, text] of Object.entries(documents)) texts[`${folder}${name}`] = text;
    const url = await orWarning(warnings, '', () => commentReport(desk, material.server, documents, warnings));
    links.push(`- ${cell(material.server)}: ${verdictOf(material, language)}`);
    if (url) links.push(`- ${link('the completion report on the tracking issue', url)}`);
  }
  const newest = evidence.at(-1)!.started;
  const pullUrl = desk.pullRequest ? await orWarning(warnings, '', () => propose(desk, texts, newest)) : '';
  if (pullUrl) links.push(`- ${link('the pull request', pullUrl)}`);
  return {
    summary: links.join('\n'),
    outputs: { pull_request_url: pullUrl },
    warnings,
    files: { kind: 'documents', texts },
  };
}

/** A name comes from a server: it has to stay below the folder of the documents. */
const folderName = (server: string) => server.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60) || 'server';

/** What GitHub refuses does not keep the documents from being made. */
async function orWarning<T>(warnings: string[], otherwise: T, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    warnings.push(error.message);
    return otherwise;
  }
}

interface Review {
  readonly state?: string;
  readonly user?: { readonly login?: string } | null;
}

/** Who let the runs of this repository go on, by the address of the run. */
async function approvalsOf(desk: Desk, warnings: string[]): Promise<Approvals> {
  const runs = desk.evidence.filter(({ mode }) => mode === 'apply' || mode === 'rollback');
  const addresses = [...new Set(runs.flatMap(({ trigger }) => trigger?.url ?? []))];
  const found = new Map<string, readonly string[]>();
  for (const url of addresses) {
    const run = numberOf(desk, url);
    if (run === undefined) continue;
    const path = `${pathOf(desk.repository)}/actions/runs/${run}/approvals`;
    const call = { path, to: 'read who approved a run', needs: 'actions: read' } as const;
    const reviews = await orWarning<readonly Review[] | undefined>(warnings, undefined, () => desk.api.get(call));
    // The same permission is missing for all of them.
    if (!reviews) break;
    const people = reviews.filter(({ state }) => state === 'approved').flatMap(({ user }) => user?.login ?? []);
    if (people.length > 0) found.set(url, [...new Set(people)]);
  }
  return found;
}

/** The address comes from evidence: only runs of this repository are asked for. */
function numberOf(desk: Desk, url: string): string | undefined {
  const start = `${repositoryUrl(desk)}/actions/runs/`;
  return url.startsWith(start) ? /^\d{1,18}$/.exec(url.slice(start.length))?.[0] : undefined;
}

/** One comment a server, updated in place. */
async function commentReport(
  desk: Desk,
  server: string,
  documents: ReturnType<typeof documentsOf>,
  warnings: string[],
): Promise<string> {
  const { api, repository, sleep, run } = desk;
  const [tracking] = await new Issues(api, repository).withLabel(TRACKING_LABEL);
  if (!tracking) {
    warnings.push('There is no tracking issue to post the completion report on: run the workflow Checklist first.');
    return '';
  }
  const artifact = `${runUrl(desk, run)}#artifacts`;
  const whole = `the whole is in ${link('the documents', artifact)}`;
  const foot = `<sub>${link('All five documents', artifact)}</sub>`;
  const text = { head: documents['completion-report.md'], folded: [], foot, whole };
  const place = { owner: repository.owner, repo: repository.name, number: tracking.number, kind: 'issue' } as const;
  const request = { topic: 'completion', key: `report ${server}`, mode: 'update', onlyIfChanged: false, run } as const;
  return (await postComment({ api, sleep }, place, { ...request, render: (bytes) => fitted(text, bytes) })).url;
}

async function propose({ api, repository }: Desk, documents: Readonly<Record<string, string>>, at: string) {
  const files = Object.fromEntries(Object.entries(documents).map(([name, text]) => [`${FOLDER}/${name}`, text]));
  const list = Object.keys(files).map((name) => `- \`${name}\``);
  const body = [
    'Rendered from the evidence of the runs and the history, by the workflow Documents. The same evidence gives the same text.',
    list.join('\n'),
  ].join('\n\n');
  try {
    const proposal = { branch: BRANCH, files, title: 'The documents of Phase 1', body, at };
    return (await proposeFiles(api, repository, proposal)).url;
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'denied') throw error;
    const setting = 'Settings > Actions > General > Allow GitHub Actions to create and approve pull requests';
    throw new ApiError(error.kind, `${error.message} For a pull request this setting is needed, too: ${setting}.`);
  }
}
