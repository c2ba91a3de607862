import type { Config } from '../config/schema';
import type { HarborHealth } from '../facts/harbor';
import { isUnreadable, type Unreadable } from '../facts/reading';
import type { HarborProof } from '../facts/results';
import type { Check } from '../steps/step';
import { type Texts, textsOf } from '../texts';

const HOUR = 3_600_000;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

export interface HarborFacts {
  /** Undefined when no address is configured. */
  readonly health: HarborHealth | Unreadable | undefined;
  readonly proof: HarborProof | Unreadable;
}

type Found = Pick<Check, 'measured' | 'result'>;

/** Healthy in every component, and the same digest pulled that was pushed. One without the other is not enough. */
export function harborCheck(facts: HarborFacts, now: Date, config: Config): Check {
  const { checks } = textsOf(config);
  const say = checks.harbor;
  const about = { id: 'harbor', title: say.title, target: say.target, how: say.how };
  return { ...about, ...found(facts, now, config.checks.harbor, checks) };
}

function found(
  { health, proof }: HarborFacts,
  now: Date,
  config: Config['checks']['harbor'],
  { harbor: say, notKnown }: Texts['checks'],
): Found {
  if (health === undefined) return { measured: notKnown(say.noAddress), result: 'unknown' };
  if (isUnreadable(health)) return { measured: notKnown(health.unreadable), result: 'unknown' };
  if (!health.harbor) return { measured: say.notRunning(health.instead), result: 'fail' };
  const ill = health.components.filter((component) => !component.healthy).map(({ name }) => name);
  if (ill.length > 0) return { measured: say.ill(ill), result: 'fail' };
  const proven = proofFound(proof, now, config, say);
  return { ...proven, measured: `${say.healthy(health.components.length)}; ${proven.measured}` };
}

/** The default port may stand in either of them, or be left out. */
function isAbout({ registry }: HarborProof, { protocol, host }: URL): boolean {
  const url = `${protocol}//${registry}`;
  return URL.canParse(url) && new URL(url).host === host;
}

function proofFound(
  proof: HarborProof | Unreadable,
  now: Date,
  config: Config['checks']['harbor'],
  say: Texts['checks']['harbor'],
): Found {
  if (isUnreadable(proof)) return { measured: say.notProven(proof.unreadable), result: 'unknown' };
  // Without a configured address it is the one of the proof that was asked.
  if (config.url !== null && !isAbout(proof, new URL(config.url))) {
    return { measured: say.otherRegistry(proof.at, proof.registry), result: 'unknown' };
  }
  if (!DIGEST.test(proof.pushed) || proof.pushed !== proof.pulled) {
    return { measured: say.otherDigest(proof.at), result: 'fail' };
  }
  const age = now.getTime() - Date.parse(proof.at);
  if (!(age >= 0 && age <= config.proof_max_age_hours * HOUR)) {
    return { measured: say.tooOld(proof.at, config.proof_max_age_hours), result: 'unknown' };
  }
  return { measured: say.proven(proof.at), result: 'pass' };
}
