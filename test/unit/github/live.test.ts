import { LIVE_SECONDS, livePublisher } from '../../../src/github/live';

/** A clock whose timers go off when it is moved. */
function hands() {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    later: (seconds: number, act: () => void) => {
      const timer = { at: now + seconds * 1000, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    get waiting() {
      return timers.length;
    },
    async pass(seconds: number) {
      const end = now + seconds * 1000;
      for (;;) {
        await new Promise(setImmediate);
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.act();
      }
      now = end;
    },
  };
}

function publisher(write: (text: string) => Promise<void> = async () => undefined) {
  const clock = hands();
  const written: string[] = [];
  const errors: unknown[] = [];
  const live = livePublisher<string>(
    clock,
    async (text) => {
      written.push(`${clock.now() / 1000} ${text}`);
      await write(text);
    },
    (error) => errors.push(error),
  );
  return { clock, written, errors, live };
}

test('the first state is written at once, the newest of the others when its turn comes', async () => {
  const { live, written, clock } = publisher();
  for (const text of ['a', 'b', 'c']) live.update(text);
  await clock.pass(10);
  live.update('d');
  await clock.pass(60);
  expect(written).toEqual(['0 a', '30 d']);
});

test('however much happens, at most one write in 30 seconds', async () => {
  const { live, written, clock } = publisher();
  for (let second = 0; second < 300; second++) {
    live.update(`at ${second}`);
    await clock.pass(1);
  }
  await clock.pass(LIVE_SECONDS);
  const times = written.map((line) => Number(line.split(' ')[0]));
  expect(times).toHaveLength(11);
  for (const [i, time] of times.entries()) if (i > 0) expect(time - times[i - 1]!).toBeGreaterThanOrEqual(LIVE_SECONDS);
  expect(written.at(-1)).toBe('300 at 299');
});

test('never two writes at a time, and the end waits for the one that goes on', async () => {
  let finish = () => {};
  const { live, written, clock } = publisher(() => new Promise<void>((done) => (finish = done)));
  live.update('slow');
  await clock.pass(5 * LIVE_SECONDS);
  live.update('next');
  expect(written).toEqual(['0 slow']);
  let stopped = false;
  const stop = live.stop().then(() => {
    stopped = true;
  });
  await clock.pass(1);
  expect(stopped).toBe(false);
  finish();
  await stop;
  await clock.pass(LIVE_SECONDS);
  expect(written).toEqual(['0 slow']);
  expect(clock.waiting).toBe(0);
});

test('after an error nothing more is written, and it is told once', async () => {
  const { live, written, errors, clock } = publisher(() => Promise.reject(new Error('denied')));
  for (let i = 0; i < 4; i++) {
    live.update(`try ${i}`);
    await clock.pass(LIVE_SECONDS);
  }
  expect(written).toHaveLength(1);
  expect(errors).toEqual([new Error('denied')]);
});
