import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Material, materialOf } from '../../../src/documents';
import { type Evidence, parseEvidence, rawOutput } from '../../../src/evidence/evidence';
import { type BuildLine, type History, NO_HISTORY } from '../../../src/evidence/history';

const FOLDER = join(__dirname, '../../fixtures/documents/lab');

/** The whole of Phase 1 on the test server, as it was really carried out: each step, then all checks. */
export const LAB: readonly Evidence[] = readdirSync(FOLDER).map((name) =>
  parseEvidence(readFileSync(join(FOLDER, name), 'utf8')),
);
export const LAB_FOLDER = FOLDER;
export const SERVER = 'edgeserver';

export const lab = (history: Partial<History> = {}, evidence = LAB): Material =>
  materialOf({ evidence, history: { ...NO_HISTORY, ...history } });

/** As people read it: without entities and the marks that keep GitHub from linking. */
export const read = (markdown: string) =>
  markdown
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('\u200b', '')
    .replaceAll('\u00a0', ' ');

/** Builds of this many seconds, a minute apart, from a time on. */
export const builds = (from: string, seconds: readonly number[], more: Partial<BuildLine> = {}): readonly BuildLine[] =>
  seconds.map((taken, i) => ({
    at: new Date(Date.parse(from) + i * 60_000).toISOString(),
    host: SERVER,
    scenario: 'cold',
    seconds: taken,
    commit: 'c1',
    ...more,
  }));

/** The first change of the lab was done after this, the last before. */
export const BEFORE = '2026-11-25T02:00:00Z';
export const AFTER = '2026-11-25T04:00:00Z';

/** The documents of the last look, with what the server answers to one more read. */
export const answering = (id: string, stdout: string, code = 0): readonly Evidence[] =>
  LAB.map((evidence) => ({
    ...evidence,
    steps: evidence.steps.map((record) =>
      record.step === 'validate' && record.before
        ? {
            ...record,
            before: {
              ...record.before,
              raw: [...record.before.raw, rawOutput({ id, argv: ['cat'], code, stdout, stderr: '' })],
            },
          }
        : record,
    ),
  }));

export const REGISTRY = {
  schema: 'edge-phase1/harbor/1',
  at: '2026-11-25T03:20:00Z',
  registry: '192.0.2.7:8085',
  pushed_digest: `sha256:${'ab'.repeat(32)}`,
  pulled_digest: `sha256:${'ab'.repeat(32)}`,
  kind: 'harbor',
  version: '2.15.2',
  scheme: 'http',
  install: '/opt/edge-phase1/harbor',
  data: '/twisterlab/data-warehouse/harbor',
  project: 'ci',
  robot: 'ci',
  components: ['core', 'database', 'registry'],
  push_seconds: 1.5,
  pull_seconds: 0.4,
};
export const withRegistry = (more: object = {}) =>
  answering('validate_harbor_proof', JSON.stringify({ ...REGISTRY, ...more }));
