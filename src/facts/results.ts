/** What other steps have measured and left on the host, read back: tolerant of fields that are new, not of wrong ones. */

import type { Read, ReadResult } from '../host/host';
import { ENGLISH, type FactTexts, jsonOf, lastWords, resultOf, type Unreadable } from './reading';

export const BUILD_TEST_READ: Read = {
  id: 'validate_build_test',
  argv: ['cat', '/var/lib/edge-phase1/build-test.json'],
};
export const HARBOR_RESULT = '/var/lib/edge-phase1/harbor.json';
export const HARBOR_PROOF_READ: Read = { id: 'validate_harbor_proof', argv: ['cat', HARBOR_RESULT] };

export interface BuildRun {
  readonly scenario: string;
  readonly seconds: number;
  readonly at: string;
  /** Whether the build ended well. */
  readonly ok: boolean;
}

/** A push of an image, its removal, and its pull again; a proof when both digests are the same. */
export interface HarborProof {
  readonly at: string;
  /** `host:port` as in the name of the image. */
  readonly registry: string;
  readonly pushed: string;
  readonly pulled: string;
  /** What the step harbor says besides; each undefined where it was written by something else. */
  readonly kind: string | undefined;
  readonly version: string | undefined;
  readonly configSha256: string | undefined;
  readonly pushSeconds: number | undefined;
  readonly pullSeconds: number | undefined;
  /** `refused` when a push without a login was. */
  readonly unauthorisedPush: string | undefined;
  /** Project, robot account, retention and the like as they were set up; empty before. */
  readonly use: string | undefined;
  /** What on the host is set up to use the registry; empty before. */
  readonly trust: string | undefined;
  /** Name of the account for CI, as one logs in with it; empty before. */
  readonly robot: string | undefined;
}

type Row = Readonly<Record<string, unknown>>;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTime = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));

/** The builds of the newest build test. */
export function buildRuns(results: readonly ReadResult[], say = ENGLISH): readonly BuildRun[] | Unreadable {
  const data = resultFile(results, BUILD_TEST_READ.id, 'edge-phase1/build-test/1', 'apply build-test', say);
  if ('unreadable' in data) return data as Unreadable;
  const rows = Array.isArray(data.runs) ? (data.runs as readonly (Row | null)[]) : [];
  return rows.flatMap((row) => {
    const { scenario, seconds, at, ok } = row ?? {};
    const whole =
      isText(scenario) && typeof seconds === 'number' && seconds > 0 && isTime(at) && typeof ok === 'boolean';
    return whole ? [{ scenario, seconds, at, ok }] : [];
  });
}

export function harborProof(results: readonly ReadResult[], say = ENGLISH): HarborProof | Unreadable {
  const data = resultFile(results, HARBOR_PROOF_READ.id, 'edge-phase1/harbor/1', 'apply harbor', say);
  if ('unreadable' in data) return data as Unreadable;
  const { at, registry, pushed_digest: pushed, pulled_digest: pulled } = data;
  if (isTime(at) && isText(registry) && isText(pushed) && isText(pulled)) {
    const text = (name: string) => (typeof data[name] === 'string' ? data[name] : undefined);
    const seconds = (name: string) => (typeof data[name] === 'number' && data[name] >= 0 ? data[name] : undefined);
    return {
      ...{ at, registry, pushed, pulled, kind: text('kind'), version: text('version') },
      ...{ configSha256: text('config_sha256'), use: text('use'), trust: text('trust'), robot: text('robot') },
      ...{ pushSeconds: seconds('push_seconds'), pullSeconds: seconds('pull_seconds') },
      unauthorisedPush: text('unauthorised_push'),
    };
  }
  return { unreadable: say.results.incomplete, wayOut: say.results.run('apply harbor') };
}

function resultFile(
  results: readonly ReadResult[],
  id: string,
  schema: string,
  command: string,
  say: FactTexts,
): Row | Unreadable {
  const result = resultOf(results, id);
  const wayOut = say.results.run(command);
  if (result.code !== 0) {
    const missing = /No such file/.test(result.stderr);
    return { unreadable: missing ? say.results.notMeasured : lastWords(result, say), wayOut };
  }
  const data = jsonOf(results, id) as Row | null | undefined;
  if (data?.schema === schema) return data;
  return { unreadable: say.results.otherForm(schema), wayOut };
}
