/** History -> what the page shows. Pure. */

import type { DiskLine, History, TargetLine } from '../evidence/history';
import { DAY, forecast, type Reached } from '../stats/forecast';
import { speechIn } from '../texts';
import type { Language } from '../texts/language';
import type { DashboardData, Disk, DiskForecast, GroupData, HostData, Level, Mark, Scores, Targets } from './data';
import { scenariosOf } from './sessions';
import { shown, time } from './shown';

/** @param made when the page is made; the forecast rests on the last reading, however old it is */
export function dashboardData(history: History, language: Language, made: Date): DashboardData {
  const names = ['builds', 'disks', 'scores', 'applied'] as const;
  const hosts = [...new Set(names.flatMap((kind) => history[kind].map(({ host }) => host)))].sort();
  const data = hosts.map((host) => hostData(host, history));
  const scenarios = [...new Set(data.flatMap((host) => host.scenarios.map(({ name }) => name)))].sort();
  return {
    language,
    texts: speechIn(language).texts.dashboard,
    made: Math.round(made.getTime() / 1000),
    hosts: data,
    scenarios,
    checklist: checklistOf(history),
  };
}

function hostData(host: string, history: History): HostData {
  const own = <Line extends { readonly at: string; readonly host: string }>(lines: readonly Line[]) =>
    lines.filter((line) => line.host === host).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const disks = own(history.disks).filter(({ used_bytes, size_bytes }) => used_bytes >= 0 && size_bytes > 0);
  const builds = own(history.builds).filter(({ seconds }) => seconds >= 0);
  const scores = own(history.scores);
  const applied = own(history.applied);
  const targets = targetsOf(own(history.targets));
  const all: readonly (readonly { readonly at: string }[])[] = [disks, builds, scores, applied];
  const times = all.flatMap((lines) => lines.slice(-1)).map(({ at }) => time(at));
  return {
    name: shown(host),
    lastSeen: times.length > 0 ? Math.max(...times) : undefined,
    scenarios: scenariosOf(builds),
    disk: diskOf(disks),
    forecast: forecastOf(disks, targets),
    scores: scoresOf(scores),
    marks: applied.map(
      (line, place): Mark => ({
        number: place + 1,
        at: time(line.at),
        step: shown(line.step),
        mode: shown(line.mode),
        outcome: shown(line.outcome),
        title: shown(line.title),
      }),
    ),
    targets,
  };
}

const usableOf = ({ used_bytes, size_bytes, available_bytes }: DiskLine) =>
  available_bytes === undefined ? size_bytes : used_bytes + available_bytes;

const diskOf = (lines: readonly DiskLine[]): Disk => ({
  at: lines.map(({ at }) => time(at)),
  used: lines.map(({ used_bytes }) => used_bytes),
  usable: lines.map(usableOf),
  size: lines.map(({ size_bytes }) => size_bytes),
});

const scoresOf = (lines: History['scores']): Scores => ({
  at: lines.map(({ at }) => time(at)),
  score: lines.map(({ score }) => score),
  unknown: lines.map(({ unknown }) => unknown),
});

function targetsOf(lines: readonly TargetLine[]): Targets {
  const of = (check: string) => lines.findLast((line) => line.check === check);
  const value = <Name extends keyof Targets>(name: Name, check: string) => {
    const line = of(check);
    return line ? { [name]: line.value } : {};
  };
  const scenario = of('build_time')?.of;
  return {
    ...value('diskUse', 'disk_use'),
    ...value('eviction', 'eviction'),
    ...value('diskSize', 'disk_size'),
    ...value('build', 'build_time'),
    ...value('score', 'score'),
    ...(scenario && { scenario: shown(scenario) }),
  };
}

function forecastOf(lines: readonly DiskLine[], { diskUse, eviction }: Targets): DiskForecast {
  const last = lines.at(-1);
  if (!last) return { days: 0, values: 0, levels: [] };
  const usable = usableOf(last);
  const levels = (
    [
      ['disk_use', diskUse],
      ['eviction', eviction],
    ] as const
  ).flatMap(([id, percent]) => (percent === undefined ? [] : [{ id, percent }]));
  const marks = levels.map(({ id, percent }) => ({
    title: id,
    bytesLeft: Math.round((usable * percent) / 100 - last.used_bytes),
  }));
  const points = lines.map(({ at, used_bytes }) => ({ at, usedBytes: used_bytes }));
  const { growth, days, values, marks: reached } = forecast(points, marks, new Date(last.at));
  const percent = (bytes: number) => (100 * bytes) / usable;
  const { estimate = 0, low = 0, high = 0 } = growth ?? {};
  return {
    ...(growth && {
      growth: { estimate: percent(estimate), low: percent(low), high: percent(high), bytes: estimate },
    }),
    days,
    values,
    levels: levels.map((level, place) => levelOf(level, reached[place]!)),
  };
}

const levelOf = (level: Pick<Level, 'id' | 'percent'>, { bytesLeft = 0, at, earliest, latest }: Reached): Level => ({
  ...level,
  exceeded: bytesLeft <= 0,
  ...(at && { at: day(at) }),
  ...(earliest && { earliest: day(earliest) }),
  ...(latest && { latest: day(latest) }),
});

/** Of a time that may lie far ahead, where years have more than four digits. */
const day = (at: string) => new Date(Math.floor(Date.parse(at) / DAY) * DAY).toISOString();

/** The newest line of each group, in the order of the checklist. */
function checklistOf({ checklists }: History): readonly GroupData[] {
  const newest = new Map<string, History['checklists'][number]>();
  for (const line of checklists) {
    const before = newest.get(line.group);
    if (!before || Date.parse(before.at) <= Date.parse(line.at)) newest.set(line.group, line);
  }
  return [...newest.values()]
    .filter(({ done, total }) => done >= 0 && total > 0)
    .sort((a, b) => a.place - b.place || (a.group < b.group ? -1 : 1))
    .map(({ title, at, done, total }) => ({ title: shown(title), at: time(at), done: Math.min(done, total), total }));
}
