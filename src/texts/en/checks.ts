import { day, span } from '../../checks/when';
import { duration, gib } from '../../units';

const builds = (count: number) => `${count} ${count === 1 ? 'build' : 'builds'}`;

export const checks = {
  notKnown: (why: string) => `not known: ${why}`,
  unknown: 'not known',
  noCluster: 'no cluster, as configured',
  diskSize: {
    title: 'Disk size of /',
    target: (bytes: number) => `≥ ${gib(bytes)}`,
    how: 'measured: statfs, as df shows it',
    measured: gib,
  },
  diskUse: {
    title: 'Disk use of /',
    target: (percent: number) => `< ${percent} %`,
    how: 'measured: used of what programs can use, as df shows it',
    measured: (percent: number) => `${percent.toFixed(1)} %`,
  },
  pressure: {
    title: 'DiskPressure',
    target: (window: number) => `False and no eviction for ${span(window)}`,
    how: "observed: the condition of the node and when it changed; evicted pods that are still there; events by their exact reason, kept for 1 h by default; the kubelet's journal, where it can be read",
    otherHost: (nodes: readonly string[]) =>
      `this host is none of the cluster's nodes (${nodes.join(', ') || 'it has none'})`,
    notReported: 'the kubelet does not report it',
    trueSince: (at: number) => `True since ${day(at)}`,
    silent: (at: number) => `the kubelet has been silent since ${day(at)}`,
    but: (since: number, evictions: readonly string[]) => `False since ${day(since)}, but ${evictions.join('; ')}`,
    tooShort: (since: number, again: number) =>
      `False since ${day(since)} only; what was before is not known. Look again after ${day(again)}`,
    evictionsUnknown: (since: number, why: string) => `False since ${day(since)}; evictions not known: ${why}`,
    none: (since: number, lasting: number, window: number, pods: number, events: number) =>
      `False since ${day(since)} (${span(lasting)}); none evicted in ${span(window)} (${pods} pods and ${events} events seen)`,
    journalUnseen: (why: string) => `; the kubelet's journal not seen: ${why}`,
    journalSeen: (lines: number, first: string) => `; ${lines} lines of the kubelet's journal since ${day(first)} seen`,
    event: (reason: string, at: string) => `${reason} at ${day(at)}`,
    journal: (times: number, last: string) =>
      `the kubelet's journal tells of a full disk ${times} times, last at ${day(last)}`,
    evicted: (pods: readonly string[]) => `evicted: ${pods.join(', ')}`,
  },
  buildTime: {
    title: 'Build time',
    target: (minutes: number) => `< ${minutes} min, measured`,
    how: (scenario: string) => `measured: builds of the scenario ${scenario} by the step build-test`,
    declared: (minutes: number) => `; ${minutes} min declared, which is no measurement`,
    noneWell: (tried: number) => `none of ${tried} builds ended well`,
    noBuild: (scenario: string) => `no build of the scenario ${scenario}`,
    measured: ({ median, range, failed, last, ...found }: MeasuredBuilds) => {
      const words = [
        builds(found.builds),
        ...(range ? [`${duration(range.least)} to ${duration(range.most)}`] : []),
        ...(failed > 0 ? [`${failed} failed`] : []),
        day(last),
        ...(found.established ? [] : ['observed, not established']),
      ];
      return `${duration(median)} (${words.join(', ')})`;
    },
  },
  harbor: {
    title: 'Harbor',
    target: 'all components healthy, push and pull proven',
    how: 'observed: the components on its health page, and the proof that the step harbor has left',
    noAddress: 'no address is configured (checks.harbor.url), and none is installed',
    notRunning: (instead: string | undefined) => `not running: ${instead}`,
    ill: (components: readonly string[]) => `not healthy: ${components.join(', ')}`,
    healthy: (components: number) => `${components} component${components === 1 ? '' : 's'} healthy`,
    notProven: (why: string) => `push and pull not proven: ${why}`,
    otherRegistry: (at: string, registry: string) => `the proof of ${day(at)} is about ${registry}`,
    otherDigest: (at: string) => `what was pulled on ${day(at)} is not what was pushed`,
    tooOld: (at: string, hours: number) => `the proof of ${day(at)} is not from the last ${hours} h`,
    proven: (at: string) => `push and pull proven on ${day(at)}`,
  },
  pods: {
    title: 'Pods',
    allReady: 'all Ready',
    target: (expected: number) => `${expected} Ready, none unready`,
    how: 'observed: the condition Ready and every container of each pod, those that have completed or were replaced left out',
    measured: (ready: number, all: number, named: readonly string[], more: number) =>
      [`${ready} of ${all} Ready`, ...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; '),
    notReady: 'not Ready',
    asBefore: (pods: number) => `${pods} pods as before: same pods, no restarts`,
    changed: {
      missing: 'missing',
      recreated: 'made again',
      restarted: 'restarted',
      notReady: 'not ready any more',
      added: 'new',
    },
    changedPods: (how: string, pods: readonly string[]) => `${how}: ${pods.join(', ')}`,
    restarts: (pod: string, times: number) => `${pod} (${times} more)`,
  },
  forecast: {
    title: 'Forecast for /',
    target: (days: number) => `no fill level that matters within ${days} days`,
    how: 'estimated: the robust slope (Theil-Sen) of how full it was, from the history',
    none: (days: number) => `none, from ${days} days of history`,
    already: (level: string) => `${level}: already`,
    about: (level: string, at: string | undefined) => `${level}: about ${at?.slice(0, 10)}`,
    tooLittle: (values: number, days: number, leastValues: number, leastDays: number) =>
      `${values} days with values over ${days} days; it needs ${leastValues} over ${leastDays}`,
    otherHosts: (hosts: readonly string[]) => `the history is about ${hosts.join(', ')}, not this host`,
    howFull: 'how full / is',
    notRead: 'not read',
    inUse: (percent: number) => `${percent} % in use`,
    evicted: 'pods are evicted',
    evictedAt: (left: string) => `pods are evicted (${left} left)`,
    noThreshold: 'the kubelet has no threshold nodefs.available',
  },
  preflight: {
    title: (about: string) => `Pre-flight (${about})`,
    phase0: 'Phase 0 complete',
    declared: 'declared',
    phase0How: 'declared: preflight.phase_0_complete',
    complete: 'declared complete',
    notDeclared: 'not declared',
    stable: 'infrastructure stable',
    backup: 'backup',
    backupTarget: (milliseconds: number) => `at most ${span(milliseconds)} old`,
    backupHow: (by: string) => `observed: ${by}; not whether it can be restored`,
    byHook: (hook: string) => `what ${hook} on the server tells`,
    byFile: 'when the newest file was written',
    noPlace: (hook: string) => `no place configured (preflight.backup.path), and no ${hook}`,
    hookSaysNo: (hook: string) => `${hook} says no`,
    noFile: 'no file there',
    written: (bytes: number | undefined, at: string, age: number) =>
      `${bytes === undefined ? '' : `${gib(bytes)} `}written ${day(at)} (${span(age)} ago)`,
    budget: 'budget',
    nothing: '$0',
    budgetHow: 'declared: cost.runner_minute_usd; nothing is ever bought',
    minuteCosts: (usd: number) => `a runner minute costs $${usd}`,
    thisVersion: 'there, this version',
    scriptHow: 'observed: its SHA-256 on the server',
    script: { 'this version': 'this version', 'another version': 'another version', 'not there': 'not there' },
  },
  validate: {
    summary: 'Looks at the host; there is nothing to change',
    nothingToUndo: {
      message: 'validate only looks: there is nothing to take back.',
      wayOut: 'Name the step whose change is to be taken back.',
    },
  },
  beforeAfter: {
    title: 'Before and after',
    before: (at: string) => `Before (${day(at)})`,
    after: (at: string) => `After (${day(at)})`,
    rows: { disk: 'Disk', risk: 'Risk', builds: 'Builds', registry: 'Registry', pods: 'Pods', cost: 'Cost' },
    notApplicable: 'n/a',
    cost: (usd: number) => `$${usd.toFixed(2)}`,
    note: 'Both columns are observed; what was not known then stays unknown. Bytes are powers of 1024.',
  },
};

/** What the check of the build time has found; times in seconds. */
interface MeasuredBuilds {
  readonly median: number;
  readonly builds: number;
  /** Where there is more than one. */
  readonly range: { readonly least: number; readonly most: number } | undefined;
  readonly failed: number;
  readonly last: number;
  readonly established: boolean;
}
