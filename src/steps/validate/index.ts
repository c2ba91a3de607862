import { buildTimeCheck } from '../../checks/build-time';
import { diskSizeCheck, diskUseCheck } from '../../checks/disk';
import { harborCheck } from '../../checks/harbor';
import { podsCheck } from '../../checks/pods';
import { preflightChecks } from '../../checks/preflight';
import { pressureCheck } from '../../checks/pressure';
import { isUnreadable } from '../../facts/reading';
import { textsOf } from '../../texts';
import { finished, refusal, refused } from '../plan';
import type { Check, Lack, Need, Plan, Situation, Step } from '../step';
import { facts, reads, type ValidateFacts } from './facts';

export const VALIDATE = 'validate';

type ValidateSituation = Situation<ValidateFacts>;

const needs: readonly Need[] = [
  { program: 'findmnt', debianPackage: 'util-linux', why: 'to see how full / is' },
  {
    program: 'kubectl',
    debianPackage: 'kubernetes-client',
    why: 'to look at the cluster',
    onlyWhen: 'there is a cluster and no k3s command',
  },
  { program: 'curl', debianPackage: 'curl', why: 'to ask Harbor how it is', onlyWhen: 'there is one' },
];

/** The six checks of the scorecard, and then what the plan asks for before it begins. */
export function verify({ facts, config, at }: ValidateSituation): readonly Check[] {
  const { root, kubernetes, builds, harbor, preflight } = facts;
  const now = facts.now === undefined ? at : new Date(facts.now);
  return [
    diskSizeCheck(root, config),
    diskUseCheck(root, config),
    pressureCheck(kubernetes, now, config),
    buildTimeCheck(builds, config),
    harborCheck(harbor, now, config),
    podsCheck(kubernetes, config),
    ...preflightChecks(preflight, kubernetes, now, config),
  ];
}

const plan = ({ machine, config }: ValidateSituation): Plan =>
  finished({
    step: VALIDATE,
    intent: 'apply',
    summary: textsOf(config).checks.validate.summary,
    basis: { machine_id: machine.id },
    changes: [],
    target: '',
  });

const rollback = ({ config }: ValidateSituation): Plan =>
  refused(VALIDATE, 'rollback', refusal('nothing-to-undo', textsOf(config).checks.validate.nothingToUndo));

/**
 * Parts of the cluster that this user may not see. Where there is no tool to look with there may be no cluster either, and
 * the kubelet's thresholds are only for the forecast.
 */
function lacks({ facts: { kubernetes } }: ValidateSituation): readonly Lack[] {
  if (!kubernetes) return [];
  const reasons = new Map<string, Lack>();
  for (const [name, part] of Object.entries({
    nodes: kubernetes.nodes,
    pods: kubernetes.pods,
    events: kubernetes.events,
  })) {
    if (!isUnreadable(part) || part.noTool) continue;
    const also = reasons.get(part.unreadable)?.title;
    const title = also ? `${also}, ${name}` : `right to look at the cluster: ${name}`;
    reasons.set(part.unreadable, { title, found: part.unreadable, fix: part.wayOut });
  }
  return [...reasons.values()];
}

export const validate: Step<ValidateFacts> = {
  id: VALIDATE,
  title: 'Look at the checks of Phase 1 and give it a score',
  kind: 'look',
  needs,
  reads,
  rootReads: () => [],
  facts,
  plan,
  rollback,
  scriptArguments: () => [],
  verify,
  lacks,
};
