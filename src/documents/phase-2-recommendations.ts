import { goodRuns, type Scenario } from '../build/result';
import { cell, short } from '../report/defuse';
import { median } from '../stats/summary';
import { type ExtendLvmFacts, findVolume } from '../steps/extend-lvm/facts';
import { buildsOf, type DiskShare, diskShares, setsOf } from './builds';
import { diskRow } from './disk-move';
import { diskResults } from './disks';
import { forecastOf, forecastWords } from './forecast';
import { documentText, heading, joinedParts, list, named, table } from './markdown';
import { type Material, newest, observationsOf, type Page } from './material';
import { serverSides } from './server-sides';
import { wholeScore } from './verdicts';

/** What Phase 2 could do, what it would bring, and by which measurement. */
export function phase2Recommendations(page: Page): string {
  const { common, phase2 } = page.speech.texts;
  const rows = [...layersRow(page), ...basesRow(page), ...diskRow(page), ...spaceRow(page)];
  return documentText(page, common.titles.phase2, [
    phase2.intro,
    openSection(page),
    rows.length > 0 ? heading(2, phase2.freeTitle) : undefined,
    table(phase2.columns, rows),
    ssdSection(page),
    heading(2, phase2.unknownTitle),
    list(unknowns(page)),
  ]);
}

/** Less than this share cannot be worth a purchase; from this share of pure waiting on, it can. */
const LITTLE = 0.1;
const MUCH = 0.4;
/** Seconds of the plan's "3 to 5 minutes". */
const PROMISED = 300;

function ssdSection(page: Page): string {
  const { texts, format } = page.speech;
  const { phase2, common } = texts;
  const shares = diskShares(page.material);
  const [first] = shares;
  if (!first) {
    return joinedParts([heading(2, phase2.ssdTitle), phase2.ssdUnknown('`edge-phase1 apply build-test`')]);
  }
  const most = shares.reduce((worst, share) => (share.some > worst.some ? share : worst), first);
  const [low, high] = [format.percent(most.full), format.percent(most.some)];
  const advice =
    most.some < LITTLE
      ? phase2.ssd.little(high)
      : most.full >= MUCH
        ? phase2.ssd.much(low, high)
        : phase2.ssd.maybe(low, high);
  const cold = shares.find(({ scenario }) => scenario === 'cold');
  return joinedParts([
    heading(2, phase2.ssdTitle),
    advice,
    table(
      phase2.ssdColumns,
      shares.map((share) => [
        named(common.scenarios, share.scenario),
        phase2.now(format.duration(share.seconds), share.builds),
        format.percent(share.some),
        format.percent(share.full),
        format.duration(bestOf(share)),
        phase2.between(format.duration(bestOf(share)), format.duration(share.seconds * (1 - share.full))),
      ]),
    ),
    cold && promise(page, cold),
    cold && phase2.ssd.price(format.duration(cold.seconds * cold.some)),
    phase2.ssdMethod,
  ]);
}

const bestOf = ({ seconds, some }: DiskShare) => seconds * (1 - some);

function promise({ speech }: Page, cold: DiskShare): string {
  const { ssd } = speech.texts.phase2;
  const { duration } = speech.format;
  if (cold.seconds <= PROMISED) return ssd.already(duration(cold.seconds));
  return bestOf(cold) > PROMISED ? ssd.excluded(duration(bestOf(cold))) : ssd.open(duration(bestOf(cold)));
}

type Rows = readonly (readonly string[])[];

/** The median of a scenario in the newest set that has it. */
function timeOf(material: Material, scenario: Scenario): number | undefined {
  const runs = setsOf(material)
    .map((set) => goodRuns(set, scenario))
    .findLast((all) => all.length > 0);
  return runs && median(runs.map(({ seconds }) => seconds));
}

/** What a build after a change takes longer than one after none is all that an order of layers can save. */
function layersRow({ speech, material }: Page): Rows {
  const { layers } = speech.texts.phase2;
  const { duration } = speech.format;
  const [cold, warm, changed] = [timeOf(material, 'cold'), timeOf(material, 'warm'), timeOf(material, 'changed')];
  if (warm === undefined || changed === undefined) return [];
  const brings = changed > warm * 1.1 ? layers.brings(duration(changed - warm)) : layers.fine;
  const before = cold === undefined ? speech.texts.common.unknown : duration(cold);
  return [[layers.what, brings, layers.basis(duration(changed), duration(warm), before)]];
}

function basesRow({ speech, material }: Page): Rows {
  const { bases } = speech.texts.phase2;
  const seconds = timeOf(material, 'base');
  if (seconds === undefined) return [];
  const count = buildsOf(material).filter(({ scenario }) => scenario === 'base').length;
  return [[bases.what, bases.brings(speech.format.duration(seconds)), bases.basis(count)]];
}

/** Bytes that the volume group of the configured mount point has free, when it was read last. */
function freeInGroup(material: Material): number | undefined {
  const { mount } = newest(material).config.extend_lvm;
  for (const { facts } of observationsOf(material).toReversed()) {
    const seen = facts as Partial<ExtendLvmFacts> | undefined;
    if (!seen?.lvm || !seen.block) continue;
    const volume = findVolume(seen as ExtendLvmFacts, mount);
    if (volume) return volume.group.physicalVolumes.reduce((sum, { freeBytes }) => sum + freeBytes, 0);
  }
  return undefined;
}

function spaceRow(page: Page): Rows {
  const { space } = page.speech.texts.phase2;
  const free = freeInGroup(page.material);
  if (free === undefined) return [];
  const brings = free > 0 ? space.brings(page.speech.format.size(free)) : space.none;
  const found = forecastOf(page.material);
  const forecast = found?.growth ? forecastWords(page, found).join('; ') : space.noForecast;
  return [[space.what, brings, space.basis(forecast)]];
}

function openSection({ speech, material }: Page): string | undefined {
  const { phase2, common } = speech.texts;
  const { checks } = serverSides(material).after;
  const open = (wholeScore(material)?.rows ?? [])
    .filter(({ result }) => result === 'fail' || result === 'unknown')
    .map(({ id, title, result }) => {
      const said = checks.find((check) => check.id === id)?.measured ?? '';
      return phase2.open(named(common.checks, id, title), common.results[result], cell(short(said, 200)));
    });
  return open.length > 0 ? joinedParts([heading(2, phase2.openTitle), list(open)]) : undefined;
}

function unknowns({ speech, material }: Page): readonly string[] {
  const words = speech.texts.phase2.unknowns;
  const builds = buildsOf(material);
  const lacks = (scenario: string) => builds.length > 0 && !builds.some((build) => build.scenario === scenario);
  return [
    ...(builds.length === 0 ? [words.builds] : []),
    ...(lacks('changed') ? [words.changed] : []),
    ...(lacks('base') ? [words.bases] : []),
    ...(diskResults(material).length === 0 ? [words.disks] : []),
    ...(freeInGroup(material) === undefined ? [words.space] : []),
    words.machine,
  ];
}
