/** What stands at the top of each host: its newest figures, and whether they reach their targets. Pure. */

import type { HostData, Level } from './data';
import { builds, type Format, plainPercent } from './format';
import { fill, type Texts } from './words';

export interface Fact {
  readonly title: string;
  readonly value: string;
  /** What it is compared with, and more about it; empty when there is nothing to say. */
  readonly note: string;
  /** Absent where there is no target, or no figure. */
  readonly result?: 'pass' | 'fail';
}

export const factsOf = (host: HostData, texts: Texts, format: Format): readonly Fact[] => [
  scoreFact(host, texts, format),
  diskFact(host, texts, format),
  forecastFact(host, texts, format),
  buildFact(host, texts, format),
];

const missing = (title: string, { notKnown }: Texts): Fact => ({ title, value: '–', note: notKnown });
const judged = (passes: boolean) => ({ result: passes ? 'pass' : 'fail' }) as const;
const joined = (...notes: readonly string[]) => notes.filter(Boolean).join(' · ');

function scoreFact({ scores, targets }: HostData, texts: Texts, { number }: Format): Fact {
  const [score, unknown = 0] = [scores.score.at(-1), scores.unknown.at(-1)];
  if (score === undefined) return missing(texts.score, texts);
  const { score: target } = targets;
  return {
    title: texts.score,
    value: number(score),
    note: joined(
      target === undefined ? '' : fill(texts.targetIs, { value: `≥ ${number(target)}` }),
      unknown > 0 ? fill(texts.unknownPoints, { n: number(unknown) }) : '',
    ),
    ...(target !== undefined && judged(score >= target)),
  };
}

function diskFact({ disk, targets }: HostData, texts: Texts, format: Format): Fact {
  const [used, usable] = [disk.used.at(-1), disk.usable.at(-1)];
  if (used === undefined || usable === undefined) return missing(texts.disk, texts);
  const percent = (100 * used) / usable;
  const { diskUse: target } = targets;
  return {
    title: texts.disk,
    value: format.percent(percent),
    note: joined(
      target === undefined ? '' : fill(texts.targetIs, { value: `< ${plainPercent(format, target)} %` }),
      fill(texts.used_of, { used: format.size(used), usable: format.size(usable) }),
    ),
    ...(target !== undefined && judged(percent < target)),
  };
}

/** The level that is reached first. */
function forecastFact({ forecast, disk }: HostData, texts: Texts, format: Format): Fact {
  if (disk.at.length === 0 || !forecast.growth) return missing(texts.forecast, texts);
  const first = forecast.levels.find(({ exceeded, at }) => exceeded || at !== undefined) ?? forecast.levels[0];
  if (!first) return missing(texts.forecast, texts);
  const level = levelName(first, texts, format);
  if (first.exceeded) return { title: texts.forecast, value: texts.reached, note: level, result: 'fail' };
  if (first.at === undefined) return { title: texts.forecast, value: texts.none, note: level };
  return {
    title: texts.forecast,
    value: format.day(Date.parse(first.at) / 1000),
    note: fill(texts.expected, { level }),
  };
}

function buildFact({ scenarios, targets }: HostData, texts: Texts, format: Format): Fact {
  const scenario = scenarios.find(({ name }) => name === targets.scenario) ?? scenarios[0];
  const last = scenario?.sessions.at(-1);
  if (!scenario || !last) return missing(texts.builds, texts);
  const target = scenario.name === targets.scenario ? targets.build : undefined;
  return {
    title: texts.builds,
    value: format.duration(last.seconds),
    note: joined(
      target === undefined ? '' : fill(texts.targetIs, { value: `< ${format.limit(target)}` }),
      scenario.name,
      builds(texts, format, last.builds),
    ),
    ...(target !== undefined && judged(last.seconds < target)),
  };
}

export function levelName({ id, percent }: Pick<Level, 'id' | 'percent'>, texts: Texts, format: Format): string {
  const level = fill(texts.level, { percent: plainPercent(format, percent) });
  return id === 'eviction' ? `${texts.eviction} (${level})` : level;
}

/** The forecast in sentences. */
export function forecastWords({ forecast, disk }: HostData, texts: Texts, format: Format): readonly string[] {
  const { growth, days, levels } = forecast;
  if (disk.at.length === 0) return [];
  if (!growth) return [texts.tooLittle];
  const usable = disk.usable.at(-1)!;
  const bytes = (percent: number) => format.size((usable * percent) / 100);
  const grows = growth.estimate >= 0;
  const [from, to] = grows ? [growth.low, growth.high] : [-growth.high, -growth.low];
  const values = { bytes: format.size(Math.abs(growth.bytes)), low: bytes(from), high: bytes(to) };
  const rate = fill(grows ? texts.growth : texts.shrinks, { ...values, days: format.number(days) });
  return [rate, ...levels.map((level) => levelWords(level, texts, format))];
}

function levelWords(level: Level, texts: Texts, format: Format): string {
  const name = levelName(level, texts, format);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const day = (at: string) => format.day(Date.parse(at) / 1000);
  if (level.exceeded) return fill(texts.already, { level: title });
  const { at, earliest, latest } = level;
  const when = at ? fill(texts.about, { level: title, at: day(at) }) : fill(texts.never, { level: title });
  if (!earliest) return at ? `${when}.` : when;
  const span = latest
    ? fill(texts.between, { earliest: day(earliest), latest: day(latest) })
    : fill(texts.notBefore, { earliest: day(earliest) });
  return at ? `${when} ${span}.` : `${when} ${span}`;
}
