import { SCENARIOS } from '../build/result';
import { cell, short } from '../report/defuse';
import type { Check } from '../steps/step';
import { buildsOf, type Effect, effectsOfChanges, scenariosOf, wholeEffect } from './builds';
import { changesOf } from './changes';
import { buildChart, diskChart, effectCells, judged } from './comparisons';
import { controlPoint, disksSection } from './disks';
import { forecastSection } from './forecast';
import { documentText, heading, joinedParts, list, named, table } from './markdown';
import type { Page } from './material';
import { type ServerSide, serverSides, useOf } from './server-sides';

/** Before and after, with the method; also what did not help. */
export function performanceReport(page: Page): string {
  const { common } = page.speech.texts;
  return documentText(page, common.titles.performance, [
    serverSection(page),
    buildSection(page),
    aloneSection(page),
    notHelpingSection(page),
    disksSection(page),
    forecastSection(page),
  ]);
}

function serverSection(page: Page): string {
  const { texts, format } = page.speech;
  const { performance, common } = texts;
  const { before, after } = serverSides(page.material);
  const row = (title: string, of: (side: ServerSide) => string | undefined) => [
    title,
    (before && of(before)) ?? common.unknown,
    of(after) ?? common.unknown,
  ];
  const check = (id: string) => row(named(common.checks, id), ({ checks }) => checkText(page, checks, id));
  const { rows } = performance;
  return joinedParts([
    heading(2, performance.serverTitle),
    before ? undefined : performance.noChange,
    table(performance.serverColumns, [
      row(rows.size, ({ root }) => root && format.size(root.bytes)),
      row(rows.used, ({ root }) => root && format.size(root.usedBytes)),
      row(rows.free, ({ root }) => root && format.size(root.availableBytes)),
      row(rows.use, ({ root }) => root && format.percent(useOf(root))),
      check('disk_pressure'),
      check('harbor'),
      check('pods'),
    ]),
    diskChart(page),
  ]);
}

/** What a step has measured is in its own words. */
function checkText({ speech }: Page, checks: readonly Check[], id: string): string | undefined {
  const found = checks.find((check) => check.id === id);
  if (!found) return undefined;
  return `${speech.texts.common.results[found.result] ?? cell(found.result)}${speech.texts.common.colon} ${cell(short(found.measured, 160))}`;
}

function buildSection(page: Page): string {
  const { performance } = page.speech.texts;
  const effects = wholeEffect(page.material);
  if (effects.length === 0) {
    return joinedParts([heading(2, performance.buildsTitle), performance.noBuilds('`edge-phase1 apply build-test`')]);
  }
  const builds = buildsOf(page.material);
  const changed = changesOf(page.material).length > 0;
  const measuredBefore = effects.some(({ before }) => before.length > 0);
  return joinedParts([
    heading(2, performance.buildsTitle),
    measuredBefore || !changed ? undefined : performance.noBefore,
    table(
      performance.buildColumns,
      effects.map((effect) => effectCells(page, effect)),
    ),
    list(commitNotes(page, effects)),
    ...scenariosOf(builds)
      .filter((name) => name !== 'warm' && (SCENARIOS as readonly string[]).includes(name))
      .map((name) => buildChart(page, name, builds)),
    performance.buildMethod,
  ]);
}

function commitNotes({ speech }: Page, effects: readonly Effect[]): readonly string[] {
  const { performance } = speech.texts;
  const compared = effects.filter(({ before, after }) => before.length > 0 && after.length > 0);
  return [
    ...(compared.some(({ sameCommit }) => sameCommit === false) ? [performance.otherCommit] : []),
    ...(compared.some(({ sameCommit }) => sameCommit === undefined) ? [performance.unknownCommit] : []),
  ];
}

function aloneSection(page: Page): string | undefined {
  const { performance, common } = page.speech.texts;
  const rows = effectsOfChanges(page.material).flatMap(({ change, effects }) =>
    effects.map((effect) => [named(common.steps, change.step), ...effectCells(page, effect)]),
  );
  return rows.length === 0
    ? undefined
    : joinedParts([heading(2, performance.alone), table(performance.aloneColumns, rows)]);
}

/** Nothing that was done is left out because it brought nothing. */
function notHelpingSection(page: Page): string | undefined {
  const { performance, common } = page.speech.texts;
  const steps = new Set(changesOf(page.material).map(({ step }) => step));
  if (steps.size === 0) return undefined;
  const alone = effectsOfChanges(page.material);
  const docker = alone.filter(({ change }) => change.step === 'docker-config').at(-1)?.effects ?? [];
  const points = [
    ...(steps.has('extend-lvm') ? [controlPoint(page)] : []),
    ...(steps.has('docker-config')
      ? [
          docker.length === 0
            ? performance.docker.unmeasured
            : performance.docker.measured(
                docker
                  .map((e) => `${named(common.scenarios, e.scenario)}${common.colon} ${judged(page, e)}`)
                  .join('; '),
              ),
        ]
      : []),
    ...alone
      .filter(({ change }) => change.step !== 'docker-config')
      .flatMap(({ change, effects }) =>
        effects
          .filter(({ comparison }) => comparison && comparison.verdict !== 'faster')
          .map((effect) =>
            performance.nothing(
              named(common.steps, change.step),
              named(common.scenarios, effect.scenario),
              judged(page, effect),
            ),
          ),
      ),
  ];
  return joinedParts([heading(2, performance.notHelping), list(points)]);
}
