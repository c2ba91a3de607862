import type { Outcome } from '../evidence/evidence';
import type { Scorecard } from '../evidence/scorecard';
import { cell, short } from '../report/defuse';
import { RESULT_SIGNS } from '../report/lines';
import type { Check } from '../steps/step';
import { changesOf } from './changes';
import { checkNamed, howText, measuredText, targetText } from './check-words';
import { deviations } from './deviations';
import { documentText, heading, joinedParts, list, named, table } from './markdown';
import { newest, type Page } from './material';
import { serverSides } from './server-sides';
import { changeRisk, endsOf, lastCheck, performanceRisk, type RiskState, wholeCost, wholeScore } from './verdicts';

/** Whether Phase 1 succeeded, by what it was to achieve; what it cost; what came otherwise. */
export function completionReport(page: Page): string {
  const { common, completion } = page.speech.texts;
  const found = deviations(page);
  return documentText(page, common.titles.completion, [
    verdict(page),
    heading(2, completion.definitionTitle),
    definition(page),
    scoreSection(page),
    heading(2, completion.costTitle),
    costText(page),
    heading(2, completion.risksTitle),
    risks(page),
    heading(2, completion.deviationsTitle),
    found.length > 0 ? list(found) : completion.noDeviations,
    openSection(page),
  ]);
}

/** The first line, which says all in one sentence. */
export function verdict({ material, speech }: Page): string {
  const { texts, format } = speech;
  const { completion } = texts;
  const score = wholeScore(material);
  const { judged } = serverSides(material).after;
  if (!score || judged === undefined) return completion.notJudged;
  const points = completion.points(
    format.number(score.score),
    format.number(score.possible),
    format.number(score.unknown),
  );
  const needed = format.number(Math.ceil((score.needed * score.possible) / 100));
  const said = (score.success ? completion.succeeded : completion.notYet)(
    points,
    needed,
    format.dollars(score.spentUsd),
  );
  const last = changesOf(material).at(-1);
  const stale = last !== undefined && Date.parse(last.at) > Date.parse(judged);
  return [said, completion.judgedOn(format.moment(judged)), ...(stale ? [completion.staleJudgement] : [])].join(' ');
}

function definition(page: Page): string {
  const { material, speech } = page;
  const { completion, common } = speech.texts;
  const { format } = speech;
  const { checks } = newest(material).config;
  const words = completion.definition;
  const row = (id: string, title: string) => {
    const check = checkNamed(page, id);
    const result = check?.result ?? 'unknown';
    return [
      RESULT_SIGNS[result] ?? '❔',
      title,
      measuredText(page, check),
      check ? howText(page, check) : common.noEvidence,
    ];
  };
  const { usd } = wholeCost(material);
  const score = wholeScore(material);
  const share = score && score.possible > 0 ? score.score / score.possible : undefined;
  return table(completion.definitionColumns, [
    row('disk_size', words.disk_size(format.size(checks.disk_size.target))),
    row('disk_pressure', words.disk_pressure),
    row('build_time', words.build_time(format.duration(checks.build_time.target_minutes * 60))),
    row('harbor', words.harbor),
    row('pods', words.pods),
    [usd === 0 ? '✅' : '❌', words.budget, format.dollars(usd), completion.costHow],
    [
      scoreSign(score),
      words.score(format.percent(checks.success / 100)),
      share === undefined ? common.unknown : format.percent(share),
      completion.ofPoints,
    ],
  ]);
}

/** Not reached is only what could not be reached even if everything unknown passed. */
function scoreSign(score: Scorecard | undefined): string {
  if (!score || score.possible === 0) return RESULT_SIGNS.unknown;
  const reaches = (points: number) => 100 * points >= score.needed * score.possible;
  if (reaches(score.score)) return RESULT_SIGNS.pass;
  return RESULT_SIGNS[reaches(score.score + score.unknown) ? 'unknown' : 'fail'];
}

function scoreSection(page: Page): string | undefined {
  const { texts, format } = page.speech;
  const { completion, common } = texts;
  const score = wholeScore(page.material);
  if (!score) return undefined;
  const rows = score.rows.map(({ id, title, weight, result }) => {
    const check = checkNamed(page, id);
    const points = completion.earned(format.number(result === 'pass' ? weight : 0), format.number(weight));
    return [
      `${RESULT_SIGNS[result] ?? '❔'} ${common.results[result] ?? cell(result)}`,
      named(common.checks, id, title),
      check ? targetText(page, check) : '',
      measuredText(page, check),
      result === 'not-applicable' ? common.results['not-applicable'] : points,
    ];
  });
  return joinedParts([heading(2, completion.scoreTitle), table(completion.scoreColumns, rows), completion.scoreNote]);
}

function costText({ material, speech }: Page): string {
  const { texts, format } = speech;
  const { runs, minutes, usd } = wholeCost(material);
  const price = newest(material).config.cost.runner_minute_usd;
  const { completion } = texts;
  return `${completion.cost(format.dollars(usd), runs, format.number(minutes), format.price(price))} ${completion.bought}`;
}

function risks(page: Page): string {
  const { material, speech } = page;
  const { completion, common } = speech.texts;
  const { riskBasis: basis } = completion;
  const outcomes = (ends: readonly Outcome[]) =>
    ends.length === 0
      ? basis.never
      : basis.ended([...new Set(ends)].map((end) => common.outcomes[end] ?? cell(end)).join('; '));
  const said = (check: Check | undefined, words: (measured: string) => string) =>
    check ? [words(cell(short(check.measured, 120)))] : [];
  const [lvm, docker] = [endsOf(material, 'extend-lvm'), endsOf(material, 'docker-config')];
  const [health, pods, build] = [
    lastCheck(material, 'docker-config', 'docker_health'),
    checkNamed(page, 'pods'),
    checkNamed(page, 'build_time'),
  ];
  const row = (title: string, state: RiskState, reasons: readonly string[]) => [
    title,
    completion.riskStates[state],
    reasons.join('; '),
  ];
  return table(completion.riskColumns, [
    row(completion.risks.lvm, changeRisk(lvm), [outcomes(lvm)]),
    row(completion.risks.docker, changeRisk(docker, health), [
      outcomes(docker),
      ...(docker.length > 0 ? [...said(health, basis.health), ...said(pods, basis.pods)] : []),
    ]),
    row(completion.risks.performance, performanceRisk(build), [
      build ? basis.build(measuredText(page, build)) : basis.notJudged,
    ]),
  ]);
}

function openSection({ material, speech }: Page): string | undefined {
  const { completion, common } = speech.texts;
  const score = wholeScore(material);
  if (!score) return undefined;
  const { checks } = serverSides(material).after;
  const open = score.rows
    .filter(({ result }) => result === 'fail' || result === 'unknown')
    .map(({ id, title, result }) => {
      const found = checks.find((check) => check.id === id)?.measured ?? '';
      return `**${named(common.checks, id, title)}** (${common.results[result]})${common.colon} ${cell(short(found, 200))}`;
    });
  return joinedParts([heading(2, completion.openTitle), open.length > 0 ? list(open) : completion.nothingOpen]);
}
