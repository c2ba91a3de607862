import { allChecks, type Evidence, type StepRecord } from '../evidence/evidence';
import { cell } from '../report/defuse';
import { speechOf, stepVerdict } from '../report/lines';
import type { Check } from '../steps/step';
import { type Texts, textsOf } from '../texts';
import { hasProof, type Item } from './checklist';

/** What somebody or something says about an item. */
export interface Finding {
  readonly says: 'proved' | 'disproved' | 'approved' | 'person';
  /** When, ISO 8601. */
  readonly at: string;
  /** Markdown, defused. */
  readonly text: string;
}

/**
 * What a run's evidence says about an item; nothing where it says nothing. Unknown proves nothing, in neither direction.
 *
 * @param known whether the item was proved before, whatever was found since: then its step need not be carried out again
 */
export function judge(item: Item, evidence: Evidence, known: boolean): Finding | undefined {
  if (!hasProof(item)) return undefined;
  const { texts, language } = speechOf(evidence);
  const { colon } = texts.common;
  const { checks = [], step, planned } = item;
  const results = checks.map((id) => worst(allChecks(evidence).filter((check) => check.id === id)));
  const failing = results.filter((check) => check?.result === 'fail');
  const finding = (says: Finding['says'], words: readonly string[]): Finding => ({
    says,
    at: evidence.started,
    text: `${cell(short(words.join('; ')))} (${runLink(evidence)})`,
  });
  if (failing.length > 0)
    return finding(
      'disproved',
      failing.map((check) => failed(check, texts)),
    );

  const done = step === undefined ? undefined : evidence.steps.find((record) => isDone(record, step));
  const shown = planned === undefined ? undefined : evidence.steps.find((record) => isPlanned(record, planned));
  if (step !== undefined && !done && !known) return undefined;
  if (planned !== undefined && !shown && !known) return undefined;
  if (!results.every((check) => check?.result === 'pass' || check?.result === 'not-applicable')) return undefined;
  if (results.length > 0 && !results.some((check) => check?.result === 'pass')) return undefined;
  const words = [done, shown].flatMap((record) =>
    record ? [`${record.step}${colon} ${stepVerdict(record, language)}`] : [],
  );
  return finding('proved', [...words, ...results.map((check) => `${check?.title}${colon} ${check?.measured}`)]);
}

/** Several steps may have looked at the same. */
const worst = (checks: readonly Check[]): Check | undefined =>
  checks.find(({ result }) => result === 'fail') ??
  checks.find(({ result }) => result === 'unknown') ??
  checks.find(({ result }) => result === 'pass') ??
  checks[0];

const failed = (check: Check | undefined, { common, desk }: Texts) =>
  `${check?.title}${common.colon} ${check?.measured}, ${desk.checklist.target(String(check?.target))}`;

const isDone = ({ step, outcome, plan }: StepRecord, id: string) =>
  step === id && plan?.intent === 'apply' && (outcome === 'done' || outcome === 'nothing-to-do');

const isPlanned = ({ step, outcome, plan }: StepRecord, id: string) =>
  step === id && plan?.intent === 'apply' && ['planned', 'done', 'nothing-to-do'].includes(outcome);

const LONGEST = 160;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Where to look: the workflow run, where the evidence was made in one. */
export function runLink(evidence: Evidence): string {
  const { run, started, trigger } = evidence;
  const name = speechOf(evidence).texts.desk.checklist.run(cell(run), started.slice(0, 10));
  return trigger && isWebAddress(trigger.url) ? `[${name}](${trigger.url})` : name;
}

export const isWebAddress = (text: string) => /^https?:\/\/[\w.-]+(?::\d+)?\/[\w./-]*$/.test(text);

/** For `/phase1 go` and for reviewers of an environment. */
export const approval = (who: string, at: string, where: string): Finding => ({
  says: 'approved',
  at,
  text: `👤 ${cell(who)}, ${cell(where)}, ${cell(at.slice(0, 16).replace('T', ' '))} UTC`,
});

/** For a box that a person ticked or unticked. */
export const byPerson = (who: string, at: string, ticked: boolean, say = textsOf({}).desk.checklist): Finding => ({
  says: 'person',
  at,
  text: `👤 ${say.setByPerson(cell(who), ticked, cell(at.slice(0, 16).replace('T', ' ')))}`,
});
