import { harborCheck } from '../../checks/harbor';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import type { Check } from '../step';
import type { HarborSituation } from './facts';
import { stateOf } from './state';
import { wantedOf } from './wanted';

type Found = Pick<Check, 'measured' | 'result'>;

/** The check of the scorecard for what is configured here, and what it rests on, one by one. */
export function verify(situation: HarborSituation): readonly Check[] {
  const { facts, config, at } = situation;
  const { check: say } = textsOf(config).harborStep;
  const now = facts.now === undefined ? at : new Date(facts.now);
  const harbor = { ...config.checks.harbor, url: localUrl(situation) };
  return [
    harborCheck({ health: facts.health, proof: facts.proof }, now, { ...config, checks: { ...config.checks, harbor } }),
    {
      id: 'harbor_services',
      ...say.services,
      ...services(situation),
    },
    ...transfers(situation),
  ];
}

/** The address that the proof has to be about. */
function localUrl({ facts: { installed, place }, config }: HarborSituation): string | null {
  if (isUnreadable(installed)) return null;
  const { host, address } = wantedOf(config, place, installed);
  return host === '' ? null : `${config.harbor.scheme}://${address}`;
}

function services(situation: HarborSituation): Found {
  const { installed } = situation.facts;
  const { checks, harborStep } = textsOf(situation.config);
  if (isUnreadable(installed)) return { measured: checks.notKnown(installed.unreadable), result: 'unknown' };
  if (installed.installed === 'none') return { measured: harborStep.check.notInstalled, result: 'unknown' };
  const { up, unseen, text } = stateOf(situation, installed);
  return { measured: text, result: up ? 'pass' : unseen ? 'unknown' : 'fail' };
}

function transfers({ facts: { proof }, config }: HarborSituation): readonly Check[] {
  const { checks, harborStep } = textsOf(config);
  const { check: say } = harborStep;
  const push = { id: 'harbor_push', ...say.push, how: say.transferHow };
  const pull = { id: 'harbor_pull', ...say.pull, how: say.transferHow };
  const login = { id: 'harbor_login', ...say.login, how: say.transferHow };
  if (isUnreadable(proof)) {
    const unknown: Found = { measured: checks.notKnown(proof.unreadable), result: 'unknown' };
    return [push, pull, login].map((check) => ({ ...check, ...unknown }));
  }
  const isSame = proof.pushed === proof.pulled;
  return [
    { ...push, measured: say.pushed(proof.pushed.slice(0, 19), proof.pushSeconds, proof.at), result: 'pass' },
    {
      ...pull,
      measured: say.pulled(proof.pulled.slice(0, 19), proof.pullSeconds, isSame),
      result: isSame ? 'pass' : 'fail',
    },
    { ...login, ...loginFound(proof.unauthorisedPush, say) },
  ];
}

function loginFound(word: string | undefined, say: Texts['harborStep']['check']): Found {
  if (word === undefined) return { measured: say.notTried, result: 'unknown' };
  return { measured: say.loginFound[word] ?? word, result: word === 'refused' ? 'pass' : 'fail' };
}
