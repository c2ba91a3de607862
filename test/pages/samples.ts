import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, parseEvidence } from '../../src/evidence/evidence';
import type { CommentExtras } from '../../src/report/comment';

const RUN_URL = 'https://github.com/acme/edge-server/actions/runs/4711';

/** A real apply on the test server, as if it had been started from a workflow. */
export const applied: Evidence = {
  ...parseEvidence(readFileSync(join(__dirname, '../fixtures/evidence/applied.json'), 'utf8')),
  trigger: { repository: 'acme/edge-server', commit: '0'.repeat(40), actor: 'octocat', url: RUN_URL },
};

const [step] = applied.steps;

/** Example figures for layout, not measurements. */
export const build: Evidence = {
  ...applied,
  mode: 'verify',
  steps: [
    {
      step: 'build-test',
      outcome: 'verified',
      before: step!.before!,
      checks: [
        {
          id: 'build_time',
          title: 'Build time',
          target: '< 60 min',
          measured: '46 min 12 s',
          how: 'measured: 5 warm builds with one changed line, in a builder of their own',
          result: 'pass',
        },
        {
          id: 'build_change',
          title: 'Against the base branch',
          target: 'not slower',
          measured: '−3 min 40 s (5 against 5, p = 0.008)',
          how: 'measured: interleaved, exact rank test',
          result: 'pass',
        },
        {
          id: 'build_size',
          title: 'Image',
          target: '< 3 GiB',
          measured: 'unknown',
          how: 'the registry did not answer',
          result: 'unknown',
        },
      ],
      notes: ['The first run was 12 % slower than the others; the disk was busy.'],
    },
  ],
};

export const buildExtras: CommentExtras = {
  artifactUrl: `${RUN_URL}/artifacts/1`,
  history: {
    title: 'Build time of the last 30 runs',
    unit: 'minutes',
    target: 60,
    points: Array.from({ length: 31 }, (_, i) => ({
      at: new Date(Date.UTC(2026, 0, 15 + i, 8)).toISOString(),
      value: i === 9 ? undefined : i < 14 ? 71 + ((i * 7) % 5) : 46 + ((i * 5) % 4),
    })),
  },
  tables: [
    {
      title: 'Time by instruction',
      columns: ['Instruction', 'Time', 'Cached'],
      rows: [
        ['RUN pip install -r requirements.txt', '21 min 0 s', 'no: requirements.txt changed'],
        ['exporting to image', '12 min 0 s', ''],
        ['COPY . /app', '6 min 52 s', 'no: app.py changed'],
        ['RUN apt-get update && apt-get install -y build-essential git curl', '6 min 20 s', 'in 4 of 5'],
      ],
      note: 'Median of 5 builds.',
    },
  ],
  environment: { Docker: '26.1.5, overlay2', BuildKit: 'v0.13.2', commit: '4f2c1d9' },
};
