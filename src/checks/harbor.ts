import type { Config } from '../config/schema';
import type { HarborHealth } from '../facts/harbor';
import { isUnreadable, type Unreadable } from '../facts/reading';
import type { HarborProof } from '../facts/results';
import type { Check } from '../steps/step';
import { day } from './when';

const HOUR = 3_600_000;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

export interface HarborFacts {
  /** Undefined when no address is configured. */
  readonly health: HarborHealth | Unreadable | undefined;
  readonly proof: HarborProof | Unreadable;
}

type Found = Pick<Check, 'measured' | 'result'>;

/** Healthy in every component, and the same digest pulled that was pushed. One without the other is not enough. */
export function harborCheck(facts: HarborFacts, now: Date, { checks }: Config): Check {
  const about = {
    id: 'harbor',
    title: 'Harbor',
    target: 'all components healthy, push and pull proven',
    how: 'observed: the components on its health page, and the proof that the step harbor has left',
  };
  return { ...about, ...found(facts, now, checks.harbor) };
}

function found({ health, proof }: HarborFacts, now: Date, config: Config['checks']['harbor']): Found {
  if (health === undefined) {
    return {
      measured: 'not known: no address is configured (checks.harbor.url), and none is installed',
      result: 'unknown',
    };
  }
  if (isUnreadable(health)) return { measured: `not known: ${health.unreadable}`, result: 'unknown' };
  if (!health.harbor) return { measured: `not running: ${health.instead}`, result: 'fail' };
  const ill = health.components.filter((component) => !component.healthy).map(({ name }) => name);
  if (ill.length > 0) return { measured: `not healthy: ${ill.join(', ')}`, result: 'fail' };
  const proven = proofFound(proof, now, config);
  return { ...proven, measured: `${health.components.length} components healthy; ${proven.measured}` };
}

/** The default port may stand in either of them, or be left out. */
function isAbout({ registry }: HarborProof, { protocol, host }: URL): boolean {
  const url = `${protocol}//${registry}`;
  return URL.canParse(url) && new URL(url).host === host;
}

function proofFound(proof: HarborProof | Unreadable, now: Date, config: Config['checks']['harbor']): Found {
  if (isUnreadable(proof)) return { measured: `push and pull not proven: ${proof.unreadable}`, result: 'unknown' };
  const when = day(proof.at);
  // Without a configured address it is the one of the proof that was asked.
  if (config.url !== null && !isAbout(proof, new URL(config.url))) {
    return { measured: `the proof of ${when} is about ${proof.registry}`, result: 'unknown' };
  }
  if (!DIGEST.test(proof.pushed) || proof.pushed !== proof.pulled) {
    return { measured: `what was pulled on ${when} is not what was pushed`, result: 'fail' };
  }
  const age = now.getTime() - Date.parse(proof.at);
  if (!(age >= 0 && age <= config.proof_max_age_hours * HOUR)) {
    return { measured: `the proof of ${when} is not from the last ${config.proof_max_age_hours} h`, result: 'unknown' };
  }
  return { measured: `push and pull proven on ${when}`, result: 'pass' };
}
