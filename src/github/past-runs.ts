import { type Evidence, machineName } from '../evidence/evidence';
import { type History, NewerHistory, NO_HISTORY } from '../evidence/history';
import type { Series } from '../report/chart';
import { topicOf } from '../report/comment';
import type { Api } from './api';
import { ApiError } from './error';
import { readHistory } from './history';
import type { Repository } from './repository';

/** The runs of this kind on this host so far, for the chart of a comment; undefined for a kind that has no history. */
export async function pastRuns(api: Api, repository: Repository, evidence: Evidence): Promise<Series | undefined> {
  const { mode, steps } = evidence;
  const series =
    SERIES[
      topicOf(
        mode,
        steps.map(({ step }) => step),
      )
    ];
  return series?.(await historyOr(api, repository), machineName(evidence), evidence.scorecard?.needed);
}

const SERIES: Readonly<Partial<Record<string, (history: History, host: string, needed?: number) => Series>>> = {
  build: ({ builds }, host) => ({
    title: 'Cold builds',
    unit: 'minutes',
    points: builds
      .filter((line) => line.host === host && line.scenario === 'cold')
      .map(({ at, seconds }) => ({ at, value: seconds / 60 })),
  }),
  scorecard: ({ scores }, host, needed) => ({
    title: 'Scores',
    unit: 'points',
    points: scores.filter((line) => line.host === host).map(({ at, score }) => ({ at, value: score })),
    ...(needed !== undefined && { target: needed }),
  }),
};

/** Where it cannot be read, it is as if there were none. */
export async function historyOr(api: Api, repository: Repository): Promise<History> {
  try {
    return await readHistory(api, repository);
  } catch (error) {
    if (error instanceof ApiError || error instanceof NewerHistory) return NO_HISTORY;
    throw error;
  }
}
