/** The checks of the scorecard in the language of the document, as far as figures tell what a step has said. */

import { ESTABLISHED } from '../checks/build-time';
import { percentUsed } from '../checks/disk';
import type { Config } from '../config/schema';
import { isUnreadable } from '../facts/reading';
import { cell, short } from '../report/defuse';
import { median } from '../stats/summary';
import type { Check } from '../steps/step';
import type { ValidateFacts } from '../steps/validate/facts';
import type { Speech } from '../texts';
import { named } from './markdown';
import { type Material, newest, observationsOf, type Page } from './material';
import { serverSides } from './server-sides';

/** The check as it was judged last. */
export const checkNamed = ({ material }: Page, id: string): Check | undefined =>
  serverSides(material).after.checks.find((check) => check.id === id);

export function targetText({ speech, material }: Page, { id, target }: Check): string {
  const { checks } = newest(material).config;
  const { targets } = speech.texts.common;
  const { format } = speech;
  switch (id) {
    case 'disk_size':
      return targets.disk_size(format.size(checks.disk_size.target));
    case 'disk_use':
      return targets.disk_use(format.percent(checks.disk_use.target / 100));
    case 'disk_pressure':
      return targets.disk_pressure(format.duration(checks.disk_pressure.window_hours * 3600));
    case 'build_time':
      return targets.build_time(format.duration(checks.build_time.target_minutes * 60));
    case 'harbor':
      return targets.harbor;
    case 'pods':
      return checks.pods.expected === 'auto' ? targets.allPods : targets.pods(format.number(checks.pods.expected));
    default:
      return cell(short(target, 120));
  }
}

export const howText = ({ speech }: Page, { id, how }: Check): string =>
  named(speech.texts.common.how, id, short(how, 160));

/** What is no figure stands in the words of the step. */
export function measuredText(page: Page, check: Check | undefined): string {
  const { speech, material } = page;
  if (!check) return speech.texts.common.unknown;
  const { root } = serverSides(material).after;
  if (check.id === 'disk_size' && root) return speech.format.size(root.bytes);
  if (check.id === 'disk_use' && root) return speech.format.percent(percentUsed(root) / 100);
  const time = check.id === 'build_time' && check.result !== 'unknown' ? buildTime(page) : undefined;
  return time ?? cell(short(check.measured, 200));
}

/** From the same builds as the check is judged by: those of the newest observation that has the checks' facts. */
function buildTime({ speech, material }: Page): string | undefined {
  const builds = buildFacts(material);
  const { scenario }: Config['checks']['build_time'] = newest(material).config.checks.build_time;
  const runs = builds?.filter((run) => run.scenario === scenario && run.ok) ?? [];
  if (runs.length === 0) return undefined;
  const seconds = runs.map((run) => run.seconds);
  const last = new Date(Math.max(...runs.map(({ at }) => Date.parse(at)))).toISOString();
  return buildTimeText(speech, seconds, last);
}

function buildTimeText({ texts, format }: Speech, seconds: readonly number[], last: string): string {
  const { common } = texts;
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  const range = seconds.length > 1 ? common.range(format.duration(least), format.duration(most)) : '';
  const middle = format.duration(median(seconds));
  return common.buildTime(middle, seconds.length, range, format.moment(last), seconds.length >= ESTABLISHED);
}

function buildFacts(material: Material) {
  for (const { facts } of observationsOf(material).toReversed()) {
    const { harbor, builds } = (facts ?? {}) as Partial<ValidateFacts>;
    if (harbor && builds) return isUnreadable(builds) ? undefined : builds;
  }
  return undefined;
}
