import fc from 'fast-check';
import { follow, lineSplitter } from '../../../src/host/follow';
import { OutcomeUnknown } from '../../../src/host/host';

test('lines come out whole, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(40)), (text, cuts) => {
      const lines: string[] = [];
      const splitter = lineSplitter((line) => lines.push(line));
      let rest = Buffer.from(text);
      for (const cut of cuts) {
        splitter.push(rest.subarray(0, cut));
        rest = rest.subarray(cut);
      }
      splitter.push(rest);
      splitter.end();
      const whole = text.endsWith('\n') ? text.slice(0, -1) : text;
      expect(lines).toEqual(text === '' ? [] : whole.split('\n'));
    }),
  );
});

test('a character may be spread over chunks', () => {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line));
  for (const byte of Buffer.from('größe 📏\n')) splitter.push(Buffer.from([byte]));
  expect(lines).toEqual(['größe 📏']);
});

test('a signal that was given before the start starts nothing', async () => {
  const start = async () => {
    throw new Error('was started');
  };
  expect((await follow(start, { signal: AbortSignal.abort() })).code).toBeNull();
});

test('what onLine throws ends the following', async () => {
  const following = follow(
    async ({ stdout }) => {
      stdout(Buffer.from('a\nb\n'));
      return 0;
    },
    {
      onLine: (line) => {
        throw new Error(`no ${line}`);
      },
    },
  );
  await expect(following).rejects.toThrow('no a');
});

test('silence counts as unknown, and what comes later is dropped', async () => {
  let speak = (_code: number) => {};
  const following = follow(() => new Promise((resolve) => (speak = resolve)), { silenceSeconds: 0.01 });
  await expect(following).rejects.toThrow(OutcomeUnknown);
  speak(0);
});
