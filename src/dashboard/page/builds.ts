import uPlot from 'uplot';
import type { DashboardData, HostData, Session } from '../data';
import { builds, formatOf } from '../format';
import { dashOf, seriesColour } from './look';
import type { Scene, Spec } from './spec';

const MINUTE = 60;
/** Where all builds are shorter, seconds are easier to read. */
const SHORT_SECONDS = 180;

/** Median of the builds of a run by scenario, each with its interval. */
export function buildsSpec(host: HostData, data: DashboardData, { look, span }: Scene): Spec {
  const { texts } = data;
  const format = formatOf(data.language);
  const highest = highestOf(data);
  const unit = highest < SHORT_SECONDS ? { seconds: 1, name: 's' } : { seconds: MINUTE, name: 'min' };
  const scenarios = host.scenarios.map((scenario) => {
    const place = data.scenarios.indexOf(scenario.name);
    return { ...scenario, place, colour: seriesColour(look, place) };
  });
  const joined = uPlot.join(
    scenarios.map(({ sessions }): uPlot.AlignedData => {
      const single = oneATime(sessions);
      return [single.map(({ at }) => at), single.map(({ seconds }) => seconds / unit.seconds)];
    }),
  );
  const byTime = scenarios.map(({ sessions }) => new Map(sessions.map((session) => [session.at, session])));
  return {
    data: joined,
    lines: scenarios.map(({ colour, place, sessions }) => ({
      ...{ colour, width: 2, dash: dashOf(place) },
      times: sessions.map(({ at }) => at),
    })),
    bands: [],
    from: span.from,
    to: span.to,
    max: (highest / unit.seconds) * 1.08,
    tick: (value) => `${format.number(value, Number.isInteger(value) ? 0 : 1)} ${unit.name}`,
    labels: scenarios.map(({ name, colour, sessions }) => {
      const { at, seconds } = sessions.at(-1)!;
      return { text: name, at, value: seconds / unit.seconds, colour };
    }),
    thresholds:
      host.targets.build === undefined
        ? []
        : [
            {
              value: host.targets.build / unit.seconds,
              text: `${texts.target} < ${format.limit(host.targets.build)} (${host.targets.scenario ?? ''})`,
            },
          ],
    flags: host.marks,
    bars: scenarios.flatMap(({ sessions, colour }) =>
      sessions
        .filter((session) => session.builds > 1)
        .map(({ at, low, high }) => ({ at, low: low / unit.seconds, high: high / unit.seconds, colour })),
    ),
    words(place) {
      const at = joined[0][place]!;
      const said = scenarios.flatMap(({ name }, i) => {
        const session = byTime[i]!.get(at);
        return session ? [`${name} ${sessionWords(session)}`] : [];
      });
      return said.length === 0 ? '' : [format.moment(at), ...said].join(' · ');
    },
  };

  function sessionWords({ seconds, low, high, builds: count }: Session): string {
    const number = builds(texts, format, count);
    if (count === 1) return `${format.duration(seconds)} (${number})`;
    return `${format.duration(seconds)} (${format.duration(low)} – ${format.duration(high)}, ${number})`;
  }
}

/** Over all hosts, so that charts side by side have the same axis. */
function highestOf({ hosts }: DashboardData): number {
  let highest = 1;
  for (const { scenarios, targets } of hosts) {
    if (scenarios.length > 0) highest = Math.max(highest, targets.build ?? 0);
    for (const { sessions } of scenarios) for (const { high } of sessions) highest = Math.max(highest, high);
  }
  return highest;
}

/** Of runs that began in the same second the last: joining needs times that increase. */
const oneATime = (sessions: readonly Session[]) =>
  sessions.filter(({ at }, i) => i === sessions.length - 1 || at < sessions[i + 1]!.at);
