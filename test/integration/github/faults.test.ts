import type { Api } from '../../../src/github/api';
import { type CommentMode, postComment } from '../../../src/github/comment';
import { TOPICS, topicMarker } from '../../../src/github/marker';
import { type Emulator, PERSON, startEmulator } from './emulator';
import { FAULTS, type FaultName, FaultyGitHub } from './proxy';
import { Clock, clientOf, newIssue, seeded } from './world';

const WRITES = 1000;
const ISSUES = 60;
/** One request in four meets one of these. */
const RATE = 0.25;
const PASSING = FAULTS.filter((fault) => fault !== 'denied' && fault !== 'keeps the old text');
/** With this one, two runs followed each other faster than the list showed the first one's comment. */
const SEED = 7;

const clock = new Clock();
let emulator: Emulator;
let github: FaultyGitHub;
let api: Api;

beforeAll(async () => {
  emulator = await startEmulator(['edge']);
  github = await FaultyGitHub.start(emulator.url, { now: clock.now });
  api = clientOf(github, clock);
});

afterAll(async () => {
  await github.stop();
  await emulator.stop();
});

test(`${WRITES} comments over a faulty connection: none twice, none lost`, async () => {
  const numbers: number[] = [];
  for (let i = 0; i < ISSUES; i++) numbers.push(await newIssue(api, 'edge', `Phase 1, ${i}`));
  const random = seeded(SEED);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const met = new Map<FaultName, number>();
  const fault = () => {
    if (random() >= RATE) return undefined;
    const chosen = pick(PASSING);
    met.set(chosen, (met.get(chosen) ?? 0) + 1);
    return chosen;
  };
  github.options = { now: clock.now, fault, lagSeconds: 20 };

  const expected = new Map<string, string>();
  for (let i = 0; i < WRITES; i++) {
    const [number, topic, key] = [pick(numbers), pick(TOPICS), pick(['a', 'b'])];
    const mode: CommentMode = random() < 0.1 ? 'recreate' : 'update';
    const place = { owner: PERSON, repo: 'edge', number, kind: 'issue' as const };
    const text = `write ${i}`;
    await postComment({ api, sleep: clock.sleep }, place, {
      topic,
      key,
      mode,
      onlyIfChanged: false,
      run: `run-${i}`,
      render: () => text,
    });
    expected.set(`${number} ${topicMarker(topic, key)}`, text);
  }

  github.options = { now: clock.now };
  const there: string[] = [];
  for (const number of numbers) {
    const path = `/repos/octocat/edge/issues/${number}/comments`;
    for await (const { body } of api.list<{ body: string }>({ to: 'look', needs: 'issues: read', path })) {
      const [line, text] = body.split('\n');
      there.push(`${number} ${line!.replace(/(post:).*/, '$1')} = ${text}`);
    }
  }
  expect(there.sort()).toEqual([...expected].map(([key, text]) => `${key} = ${text}`).sort());
  expect([...met.keys()].sort()).toEqual([...PASSING].sort());
  expect(github.tooFast).toBe(0);
}, 120_000);
