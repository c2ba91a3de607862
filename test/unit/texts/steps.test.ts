import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newBody, tasksIn, withFinding } from '../../../src/checklist/body';
import { checklistOf } from '../../../src/checklist/config';
import { judge } from '../../../src/checklist/judge';
import { completionSummary, newTrackingBody, withProgress, withScorecard } from '../../../src/checklist/tracking';
import type { Config } from '../../../src/config/schema';
import { concluded } from '../../../src/evidence/conclusion';
import type { Evidence } from '../../../src/evidence/evidence';
import { machineFacts } from '../../../src/facts/machine';
import { decide, helpText, parseCommand } from '../../../src/github/commands';
import type { ReadResult } from '../../../src/host/host';
import { progressText } from '../../../src/report/comment';
import { STEPS } from '../../../src/steps';
import { buildTest } from '../../../src/steps/build-test';
import { diskTest } from '../../../src/steps/disk-test';
import { dockerConfig } from '../../../src/steps/docker-config';
import { extendLvm } from '../../../src/steps/extend-lvm';
import { harbor } from '../../../src/steps/harbor';
import type { Check, Plan, Situation, Step, Table } from '../../../src/steps/step';
import { validate } from '../../../src/steps/validate';
import { LANGUAGES, type Language, speechIn } from '../../../src/texts';
import { ALL, done, look, pressed } from '../checks/raws';
import { LAB } from '../documents/lab';
import { situation as disks, looked } from '../steps/disk-test/measured';
import * as docker from '../steps/docker-config/server';
import * as registry from '../steps/harbor/server';
import * as lvm from '../steps/variants';
import { ENGLISH } from './english';

type Raws = readonly ReadResult[];

/** A step with what a host has answered, looked at in one language or the other. */
interface Case {
  readonly step: Step<unknown>;
  readonly raws: Raws;
  readonly english: Situation<unknown>;
}

const of = <Facts>(step: Step<Facts>, raws: Raws, english: Situation<Facts>): Case =>
  ({ step, raws, english }) as unknown as Case;

function seenIn(language: Language, { step, raws, english }: Case): Situation<unknown> {
  const config: Config = { ...english.config, language };
  const lacking = step.reads(config).filter(({ id }) => !raws.some((raw) => raw.id === id));
  const none = lacking.map(({ id }) => ({ id, argv: [id], code: 1, stdout: '', stderr: 'not asked' }));
  return { ...english, config, facts: step.facts([...raws, ...none], config) };
}

const failing = (raws: Raws, id: string, stderr: string, code = 1) => lvm.edited(raws, lvm.failing(id, stderr, code));

const fixture = (name: string) => readFileSync(join(__dirname, '../../fixtures/build', name), 'utf8');

function builds(result: string, overrides: Readonly<Record<string, string>> = {}): Case {
  const config = lvm.settings({ 'build_test.context': '/srv/app', ...overrides });
  const outputs: Readonly<Record<string, string>> = {
    ...{ build_result: result && fixture(result), build_progress: fixture('now.progress') },
    ...{ build_baseline: fixture('before.progress'), build_docker: '/usr/bin/docker\n', build_context: 'directory\n' },
    build_dockerfile: `${'a'.repeat(64)} */srv/app/Dockerfile\n`,
  };
  const raws = buildTest.reads(config).map(({ id }): ReadResult => {
    const stdout = outputs[id] ?? '';
    return { id, argv: [id], code: stdout === '' ? 1 : 0, stdout, stderr: stdout === '' ? 'No such file' : '' };
  });
  const all = [...raws, ...lvm.fresh.filter(({ id }) => !raws.some((raw) => raw.id === id))];
  const facts = buildTest.facts(all, config);
  const at = new Date('2026-11-25T10:00:00Z');
  return of(buildTest, all, { machine: machineFacts(all), facts, journal: [], config, at });
}

const lvmOf = (raws: Raws, overrides = {}) => of(extendLvm, raws, lvm.situation(raws, overrides));
const dockerOf = (raws: Raws, journal: Parameters<typeof docker.situation>[2] = []) =>
  of(dockerConfig, raws, docker.situation(raws, {}, journal));
const harborOf = (raws: Raws, overrides = {}) => of(harbor, raws, registry.situation(raws, overrides));
const diskOf = (raws: Raws, overrides = {}) => of(diskTest, raws, disks(raws, overrides));
const validateOf = (raws: Raws, overrides = ALL) => of(validate, raws, look(raws, overrides));

const CASES: Readonly<Record<string, Case>> = {
  'extend-lvm, a fresh server': lvmOf(lvm.fresh),
  'extend-lvm, extended': lvmOf(lvm.extended),
  'extend-lvm, cut short': lvmOf(lvm.edited(lvm.fresh, lvm.kernelBehind)),
  'extend-lvm, room behind the partition': lvmOf(lvm.edited(lvm.fresh, lvm.roomBehindPartition)),
  'extend-lvm, a new disk': lvmOf(lvm.edited(lvm.fresh, lvm.fullGroup, lvm.blankDisk), {
    'extend_lvm.new_disk': 'EDGE-NEW',
  }),
  'extend-lvm, too large a wish': lvmOf(lvm.fresh, { 'extend_lvm.size': '900GiB' }),
  'extend-lvm, thin': lvmOf(lvm.edited(lvm.fresh, lvm.thin)),
  'extend-lvm, without LVM': lvmOf(failing(lvm.fresh, 'lvm', '', 5)),
  'docker-config, a fresh Docker': dockerOf(docker.fresh),
  'docker-config, applied': dockerOf(docker.applied),
  'docker-config, replaced last': dockerOf(docker.applied, [
    docker.entry(docker.applied, 'done', 'replace', { from_sha256: 'none' }),
  ]),
  'docker-config, a file with a comment': dockerOf(docker.withComment),
  'docker-config, a swarm': dockerOf(docker.edited(docker.fresh, docker.info({ Swarm: { LocalNodeState: 'active' } }))),
  'docker-config, a flag': dockerOf(docker.edited(docker.fresh, docker.flags('--live-restore'))),
  'docker-config, Docker down': dockerOf(docker.edited(docker.fresh, docker.unit('ActiveState', 'failed'))),
  'docker-config, a snap': dockerOf(docker.edited(docker.fresh, docker.info({ DockerRootDir: '/var/snap/docker' }))),
  'disk-test, three disks': diskOf(looked),
  'disk-test, measured': diskOf(looked, { 'disk_test.runs': '2' }),
  'disk-test, no tools': diskOf(lvm.edited(looked, lvm.saying('disks_tools', ''))),
  'disk-test, no such disk': diskOf(looked, { 'disk_test.disks': '[NONE]' }),
  'harbor, nothing there': harborOf(registry.fresh),
  'harbor, over http to K3s': harborOf(registry.fresh, { 'harbor.trust': '[docker, k3s]', 'harbor.gc': 'null' }),
  'harbor, installed': harborOf(registry.installed),
  'harbor, half up': harborOf(registry.half),
  'harbor, another version': harborOf(registry.installed, { 'harbor.version': '2.15.2' }),
  'harbor, a version before': harborOf(registry.installed, { 'harbor.version': '2.13.1' }),
  'harbor, the light one': harborOf(registry.light, {
    'harbor.registry': 'distribution',
    'harbor.source': 'registry:2',
  }),
  'harbor, no name': harborOf(registry.fresh, { 'harbor.hostname': 'localhost' }),
  'harbor, images to delete': harborOf(registry.installed, { 'harbor.remove_data': '/srv/harbor' }),
  'build-test, nothing measured': builds(''),
  'build-test, two sides': builds('against.json'),
  'build-test, a named set': builds('compared.json', { 'build_test.baseline.label': 'before' }),
  'build-test, declared': builds('compared.json', { 'build_test.baseline.declared_minutes': '70' }),
  'build-test, failed': builds('failed.json'),
  'build-test, its own builder': builds('', { 'build_test.builder': 'own', 'build_test.drop_caches': 'true' }),
  'build-test, not configured': builds('', { 'build_test.context': 'null' }),
  'validate, all well': validateOf(done),
  'validate, under pressure': validateOf(pressed),
  'validate, nothing declared': validateOf(done, { 'checks.pods.expected': '99' } as never),
  'validate, no kubectl': validateOf(
    ['kube_nodes', 'kube_pods', 'kube_events', 'kube_configz'].reduce(
      (raws, id) => failing(raws, id, 'neither kubectl nor k3s is installed', 127),
      done as Raws,
    ),
  ),
};

describe.each(Object.entries(CASES))('%s', (_, one) => {
  const [english, french] = LANGUAGES.map((language) => seenIn(language, one)) as [
    Situation<unknown>,
    Situation<unknown>,
  ];
  const { step } = one;

  test.each(['plan', 'rollback'] as const)('%s: the same hash, codes, targets and arguments', (intent) => {
    const [en, fr] = [step[intent](english), step[intent](french)];
    expect(bones(fr)).toEqual(bones(en));
    expect(step.scriptArguments(fr, french.config)).toEqual(step.scriptArguments(en, english.config));
  });

  test('the same results of the same checks', () => {
    const results = (checks: readonly Check[]) =>
      checks.map(({ id, result, informational }) => [id, result, informational]);
    expect(results(step.verify(french))).toEqual(results(step.verify(english)));
  });

  test('no English sentence is left', () => {
    const plans = [step.plan(french), step.rollback(french)].flatMap(wordsOf);
    const checks = step.verify(french).flatMap(({ title, target, measured, how }) => [title, target, measured, how]);
    const tables = (step.tables?.(french) ?? []).flatMap(tableWords);
    const all = [...plans, ...checks, ...tables]
      .filter((text) => !QUOTED.test(text))
      .map((text) => text.replace(LABEL, '…'));
    expect(all.length).toBeGreaterThan(3);
    expect(all.filter((text) => ENGLISH.test(text))).toEqual([]);
    expect(all.filter((text) => /undefined|NaN|\[object/.test(text))).toEqual([]);
  });
});

/** What the host's own programs have said is quoted, as the reason why a build failed; and so are instructions. */
const QUOTED = /ERROR: |not asked|No such file|offers no SMART|, after \d+ s|RUN |COPY |FROM /;
/** The name that somebody gave to the set of timings in the fixture. */
const LABEL = /^before|(?<= à )before\b/g;

/** All of a plan that must not depend on a language. */
const bones = (plan: Plan) => ({
  ...{ step: plan.step, intent: plan.intent, verdict: plan.verdict, basis: plan.basis, target: plan.target },
  hash: 'hash' in plan ? plan.hash : undefined,
  code: 'refusal' in plan ? plan.refusal.code : undefined,
  changes:
    plan.verdict === 'changes' ? plan.changes.map(({ id, takes, continuation }) => ({ id, takes, continuation })) : [],
});

const wordsOf = (plan: Plan): readonly string[] => [
  plan.summary,
  ...plan.notes,
  ...('refusal' in plan ? [plan.refusal.message, plan.refusal.wayOut] : []),
  ...(plan.verdict === 'changes'
    ? plan.changes.flatMap(({ title, command, why, check, undo }) => [title, command, why, check, undo])
    : []),
];

const tableWords = ({ title, columns, rows, note = '' }: Table) => [title, ...columns, ...rows.flat(), note];

describe('what GitHub shows', () => {
  const french = (evidence: Evidence): Evidence => {
    const config: Config = { ...evidence.config, language: 'fr' };
    const steps = evidence.steps.map((record) => ({
      ...record,
      checks: validate.verify(seenIn('fr', CASES['validate, all well']!) as never),
    }));
    return concluded({ ...evidence, config, steps }, '');
  };
  const evidence = french(LAB.find(({ steps }) => steps.some(({ step }) => step === 'validate'))!);
  const { texts } = speechIn('fr');
  const { desk } = texts;
  const [english, checklist] = LANGUAGES.map((language) => checklistOf({ ...lvm.settings(), language }));

  test('the checklist is French, with the ids of the English one', () => {
    const ids = (list = checklist!) =>
      list.groups.map(({ id, week, items }) => [id, week, items.map((item) => item.id)]);
    expect(ids()).toEqual(ids(english));
    const item = checklist!.groups.flatMap(({ items }) => items).find(({ checks }) => checks?.includes('pods'))!;
    const group = checklist!.groups.find(({ items }) => items.includes(item))!;
    const finding = judge(item, evidence, false)!;
    const body = withFinding(newBody(group, desk.checklist), item.id, finding, desk.checklist);
    expect(tasksIn(body).find(({ id }) => id === item.id)).toMatchObject({ ticked: true, says: 'proved' });
    const progress = { done: 1, total: group.items.length };
    const state = { group, week: undefined, number: 7, closed: false, progress };
    const tracking = withScorecard(
      withProgress(newTrackingBody(checklist!, desk.checklist), [state], desk.checklist),
      evidence,
    );
    const summary = completionSummary(tracking, [state], desk.checklist);
    expect(visible(`${body}\n${tracking}\n${summary}`)).toEqual([]);
    expect(tracking).toContain('Taille du disque / |');
  });

  test('a title of one’s own stays as it is', () => {
    const config = { ...lvm.settings({ 'checklist.title': 'Ours' }), language: 'fr' } as const;
    expect(checklistOf(config).title).toBe('Ours');
    expect(checklist!.title).toBe('Phase 1\u00a0: la liste de contrôle');
  });

  test('the answers to commands are French', () => {
    const answers = [
      '/phase1 nonsense',
      '/phase1 plan',
      '/phase1 plan nothing',
      '/phase1 apply extend-lvm',
      '/phase1 go\nnow',
    ].map((text) => {
      const parsed = parseCommand(text, STEPS, desk.commands);
      const decision = decide(parsed, { onTracking: true, role: 'write', shown: [] }, desk.commands);
      return decision.do === 'refuse' ? desk.commands.notDone(decision.why) : decision.do;
    });
    expect(answers.every((answer) => answer.startsWith('❌ Non effectué.'))).toBe(true);
    expect(visible([...answers, helpText(STEPS, desk.commands)].join('\n'))).toEqual([]);
  });

  test('a comment that is being written is French', () => {
    const text = progressText('apply extend-lvm sur edge', ['Examen du serveur'], 83, texts);
    expect(text.split('\n')[0]).toMatch(/sur edge\u00a0: en cours depuis 1\u00a0min 23\u00a0s$/);
    expect(visible(text)).toEqual([]);
  });
});

/** Lines with English in them, hidden markers left out. */
const visible = (text: string) =>
  text
    .replace(/<!--.*?-->/g, '')
    .split('\n')
    .filter((line) => ENGLISH.test(line));
