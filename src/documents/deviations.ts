/** Where Phase 1 went another way than the plan, as far as the evidence shows it. */

import { checklistOf } from '../checklist/config';
import type { Config } from '../config/schema';
import { configSchema } from '../config/schema';
import { show } from '../config/show';
import { cell } from '../report/defuse';
import { wholeEffect } from './builds';
import { changesOf, unseenRuns } from './changes';
import { named } from './markdown';
import { type Material, newest, type Page } from './material';
import { registryOf } from './registry';

/** The five actions of the plan. */
const ACTIONS = ['extend-lvm', 'docker-config', 'disk-test', 'harbor', 'build-test'];
const DAY = 86_400_000;
const MOST_SETTINGS = 6;

export function deviations(page: Page): readonly string[] {
  const { material, speech } = page;
  const { texts, format } = speech;
  const { deviations: words } = texts.completion;
  const { steps } = texts.common;
  const changes = changesOf(material);
  const registry = registryOf(material);
  const effects = wholeEffect(material);
  const byHand = unseenRuns(material).length;
  const settings = otherSettings(newest(material).config);
  const value = (said: unknown) =>
    typeof said === 'number' && said >= 1024 ** 2
      ? format.size(said)
      : said === null
        ? texts.common.none
        : cell(show(said));
  return [
    ...ACTIONS.filter((step) => !wasCarriedOut(material, step)).map((step) => words.notDone(named(steps, step))),
    ...changes
      .filter(({ intent }) => intent === 'rollback')
      .map(({ step, at }) => words.rolledBack(named(steps, step), format.day(at))),
    ...late(page),
    ...(changes.length > 0 && effects.length > 0 && effects.every(({ before }) => before.length === 0)
      ? [words.noBaseline]
      : []),
    ...(registry?.kind === 'distribution' ? [words.distribution] : []),
    ...(registry?.kind === 'harbor' && registry.version && !/^v?2\.10\.0$/.test(registry.version)
      ? [words.harborVersion(cell(registry.version))]
      : []),
    ...settings.slice(0, MOST_SETTINGS).map(({ key, plan, used }) => words.setting(key, value(plan), value(used))),
    ...(settings.length > MOST_SETTINGS ? [words.more(settings.length - MOST_SETTINGS)] : []),
    ...(byHand > 0 ? [words.byHand(byHand)] : []),
    ...(changes.some(({ step }) => step === 'extend-lvm') ? [words.restore] : []),
  ];
}

/** Also what needed no change: the server was as the plan wants it. */
const wasCarriedOut = (material: Material, step: string) =>
  changesOf(material).some((change) => change.step === step && change.intent === 'apply') ||
  material.evidence.some(
    ({ mode, steps }) =>
      mode === 'apply' &&
      steps.some((record) => record.step === step && ['done', 'nothing-to-do'].includes(record.outcome)),
  );

function late({ material, speech }: Page): readonly string[] {
  const { started, config } = newest(material);
  const due = checklistOf(config)
    .weeks.map((week) => week.due)
    .sort()
    .at(-1);
  if (due === undefined) return [];
  const days = Math.floor((Date.parse(started) - Date.parse(due)) / DAY);
  const { format, texts } = speech;
  return days > 0 ? [texts.completion.deviations.late(days, format.day(started), format.day(due))] : [];
}

interface OtherSetting {
  readonly key: string;
  readonly plan: unknown;
  readonly used: unknown;
}

/** Sections that the plan has no values for. */
const NOT_OF_THE_PLAN = ['host', 'language', 'github', 'checklist', 'preflight', 'kubernetes'];

/** How something is measured says less than what was aimed at. */
const MEASURING = ['disk_test', 'build_test'];

/** Single values that are not the plan's, which are the defaults; what the plan leaves open is no deviation. Lists may hold secrets of builds, and are left out. */
export function otherSettings(config: Config): readonly OtherSetting[] {
  const plan = leaves(configSchema.parse({}));
  const order = ([key]: readonly [string, unknown]) => (MEASURING.includes(key.split('.')[0]!) ? 1 : 0);
  const used = [...leaves(config)].sort((a, b) => order(a) - order(b));
  return used.flatMap(([key, value]) => {
    const section = key.split('.')[0]!;
    if (NOT_OF_THE_PLAN.includes(section) || plan.get(key) == null || plan.get(key) === value) return [];
    return [{ key, plan: plan.get(key), used: value }];
  });
}

function leaves(value: object, path = ''): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([name, inner]): (readonly [string, unknown])[] => {
      const key = path === '' ? name : `${path}.${name}`;
      if (Array.isArray(inner)) return [];
      return typeof inner === 'object' && inner !== null ? [...leaves(inner, key)] : [[key, inner]];
    }),
  );
}
