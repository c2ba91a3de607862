import { pluralOf } from '../format';

const plural = pluralOf('en');

export const log = {
  summary: (runs: number, days: number, changes: number) =>
    `${runs} ${plural(runs, 'run', 'runs')} on ${days} ${plural(days, 'day', 'days')}; ${changes} ${plural(changes, 'change', 'changes')} carried out.`,
  columns: ['Time', 'Run', 'Outcome', 'Started by', 'Approved by', 'Duration'],
  terminal: 'at a command line',
  notNeeded: 'not needed',
  notRecorded: 'not recorded',
  planOf: (hash: string) => `plan ${hash}`,
  run: 'run',
  why: 'Why',
  changesDone: (done: number, all: number) => `${done} of ${all} ${plural(all, 'operation', 'operations')} done`,
  checks: (passed: number, all: number, unknown: number) =>
    `${passed} of ${all} ${plural(all, 'check', 'checks')} pass${unknown > 0 ? `, ${unknown} unknown` : ''}`,
  score: 'score',
  unseenTitle: 'In the server’s journal alone',
  unseen:
    'These runs were made by hand, or their evidence was not among what this was rendered from. Who started them is not recorded.',
  unseenColumns: ['Began', 'Run', 'End'],
  ends: {
    success: 'done and verified',
    failed: 'failed',
    stopped: 'stopped by a person',
    none: 'the journal does not say',
  },
  gap: 'Days without a run are left out. Runs whose evidence was deleted (artifacts are kept for a limited time) can only be found in the server’s journal.',
};
