import { harborCheck } from '../../checks/harbor';
import { isUnreadable } from '../../facts/reading';
import type { Check } from '../step';
import type { HarborSituation } from './facts';
import { stateOf } from './state';
import { wantedOf } from './wanted';

type Found = Pick<Check, 'measured' | 'result'>;

/** The check of the scorecard for what is configured here, and what it rests on, one by one. */
export function verify(situation: HarborSituation): readonly Check[] {
  const { facts, config, at } = situation;
  const now = facts.now === undefined ? at : new Date(facts.now);
  const harbor = { ...config.checks.harbor, url: localUrl(situation) };
  return [
    harborCheck({ health: facts.health, proof: facts.proof }, now, { ...config, checks: { ...config.checks, harbor } }),
    {
      id: 'harbor_services',
      title: 'Services of the registry',
      target: 'all run',
      how: 'observed: docker ps, and its health page on the server itself',
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
  if (isUnreadable(installed)) return { measured: `not known: ${installed.unreadable}`, result: 'unknown' };
  if (installed.installed === 'none') return { measured: 'not installed by this step', result: 'unknown' };
  const { up, text } = stateOf(situation, installed);
  return { measured: text, result: up ? 'pass' : text.startsWith('not known') ? 'unknown' : 'fail' };
}

function transfers({ facts: { proof } }: HarborSituation): readonly Check[] {
  const about = { how: 'measured by the step harbor: a small image pushed, removed and pulled' };
  const push = { id: 'harbor_push', title: 'Push of an image', target: 'proven', ...about };
  const pull = { id: 'harbor_pull', title: 'Pull of the same image', target: 'the digest that was pushed', ...about };
  const login = { id: 'harbor_login', title: 'Push without a login', target: 'refused', ...about };
  if (isUnreadable(proof)) {
    const unknown: Found = { measured: `not known: ${proof.unreadable}`, result: 'unknown' };
    return [push, pull, login].map((check) => ({ ...check, ...unknown }));
  }
  const isSame = proof.pushed === proof.pulled;
  const took = (seconds: number | undefined) => (seconds === undefined ? '' : ` in ${seconds} s`);
  return [
    { ...push, measured: `${proof.pushed.slice(0, 19)}…${took(proof.pushSeconds)}, ${proof.at}`, result: 'pass' },
    {
      ...pull,
      measured: `${proof.pulled.slice(0, 19)}…${took(proof.pullSeconds)}${isSame ? '' : ', which is another one'}`,
      result: isSame ? 'pass' : 'fail',
    },
    { ...login, ...loginFound(proof.unauthorisedPush) },
  ];
}

function loginFound(word: string | undefined): Found {
  if (word === undefined) return { measured: 'not tried', result: 'unknown' };
  return { measured: word, result: word === 'refused' ? 'pass' : 'fail' };
}
