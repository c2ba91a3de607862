import { pluralOf } from '../format';

const plural = pluralOf('en');

export const phase2 = {
  intro:
    'What a purchase or a change would bring, as far as it was measured here. An estimate is called one and has bounds; where nothing was measured, nothing is claimed.',
  ssdTitle: 'An SSD for Docker’s data (the plan’s Phase 1B)',
  ssdUnknown: (command: string) =>
    `**Unknown.** How long builds wait for the disk was not measured here. Measure first, with ${command}; the kernel’s pressure counters (\`/proc/pressure/io\`) have to be on.`,
  ssdColumns: ['Scenario', 'Now', 'Something waited', 'Everything waited', 'At best', 'A disk without waits'],
  now: (median: string, builds: number) => `${median} (${builds} ${plural(builds, 'build', 'builds')})`,
  between: (low: string, high: string) => `${low} to ${high}`,
  ssd: {
    little: (share: string) =>
      `**Not for the builds.** At most ${share} of a build’s time is waiting for a disk: no purchase can save more than that.`,
    maybe: (low: string, high: string) =>
      `**Perhaps; an estimate.** Between ${low} and ${high} of a build’s time is waiting for a disk, which is what a faster one can shorten.`,
    much: (low: string, high: string) =>
      `**Worth it for the builds; an estimate.** Between ${low} and ${high} of a build’s time is waiting for a disk, which is what a faster one can shorten.`,
    already: (now: string) =>
      `The plan expects 3 to 5 minutes with an SSD; cold builds take ${now} on the disk that is there.`,
    excluded: (best: string) =>
      `The plan expects 3 to 5 minutes with an SSD. By these measurements a disk alone cannot reach that: without any waiting a cold build still takes ${best}.`,
    open: (best: string) =>
      `The plan expects 3 to 5 minutes with an SSD. The measurements do not rule it out (at best ${best}), and do not show it.`,
    price: (saved: string) =>
      `By the plan it costs about $120, and a free M.2 slot, which was not looked for. For each cold build it saves at most ${saved}.`,
  },
  ssdMethod:
    'From the kernel’s counters during the builds: the share of the time in which something waited for a disk, and in which nothing else ran meanwhile. “At best” is the time with the first share gone; “a disk without waits” lies between that and the time with the second share gone. A real SSD still makes wait, other programs’ waiting is counted too, and what is bound by the processor or the network stays as it is.',
  freeTitle: 'At no cost',
  columns: ['What', 'What it would bring', 'Basis'],
  layers: {
    what: 'Order the Dockerfile so that a changed line does not build everything anew (`edge-phase1 advise` names the lines)',
    brings: (most: string) => `at most ${most} a build after a change`,
    basis: (changed: string, warm: string, cold: string) =>
      `medians: one line changed ${changed}, nothing changed ${warm}, cold ${cold}`,
    fine: 'little: a build after a change is close to one after none',
  },
  bases: {
    what: 'A proxy cache for base images in the registry',
    brings: (most: string) => `at most ${most} a build that has to fetch its base images`,
    basis: (builds: number) => `median of ${builds} ${plural(builds, 'pull', 'pulls')} of the base images`,
  },
  disk: {
    what: (disk: string) => `Move Docker’s data to ${disk}`,
    whatNot: 'Move Docker’s data to another disk',
    brings: (times: string) =>
      `${times} times as many small synced writes a second; for builds at most what they wait for the disk`,
    same: 'nothing that was shown: the disks cannot be told apart',
    home: (disk: string) => `nothing: it lies on the fastest one already (${disk})`,
    basis: (rounds: number, when: string) =>
      `${rounds} ${plural(rounds, 'round', 'rounds')} of the disk test of ${when}`,
    busy: 'a disk was busy with the work of others: observed, not established',
    few: 'so few rounds establish nothing',
  },
  space: {
    what: 'Extend the volume further',
    brings: (free: string) => `up to ${free}, which the volume group has free`,
    none: 'nothing: the volume group has no space left',
    basis: (forecast: string) => `LVM; ${forecast}`,
    noForecast: 'when it will be needed is unknown: the history is too short',
  },
  openTitle: 'Before Phase 2',
  open: (check: string, result: string, measured: string) => `**${check}** (${result}): ${measured}`,
  unknownTitle: 'What cannot be said',
  unknowns: {
    builds: 'What would make builds faster: none was measured.',
    changed: 'Whether the layers of the Dockerfile are in a good order: builds after a change were not measured.',
    bases: 'What a cache for base images brings: pulling them was not measured.',
    disks: 'Which disk suits Docker’s data best: the disks were not measured.',
    space: 'How much space is left to extend the volume by: it was not read.',
    machine:
      'Whether more memory or more processors would help: neither was measured, and time that is not spent waiting for a disk is not by itself time of the processor.',
  },
};
