import type { Api } from '../../../src/github/api';

/** A clock that only sleeping moves. */
export class Clock {
  private time = Date.parse('2026-02-11T08:00:00Z');
  readonly now = () => this.time;
  readonly sleep = async (seconds: number) => {
    this.time += seconds * 1000;
  };
}

/** The same sequence for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const newIssue = async (api: Api, repo: string, title = 'Phase 1') =>
  (
    await api.create<{ number: number }>({
      to: 'open an issue',
      needs: 'issues: write',
      path: `/repos/octocat/${repo}/issues`,
      body: { title },
      find: async () => undefined,
    })
  ).number;
