import { machineFacts } from '../../../src/facts/machine';
import { outputOf, resultOf } from '../../../src/facts/reading';
import { edited, failing, fresh, saying } from '../steps/variants';

test('a machine is told by its id, its boot and its names', () => {
  expect(machineFacts(fresh)).toEqual({
    id: 'c68ca32b603ad966f338d34d14dc6fdb',
    bootId: '6d7c514c-e058-4b34-8812-4dfa52567311',
    name: 'edgeserver',
    kernel: 'Linux 6.12.117+deb13-cloud-amd64 x86_64',
    os: 'Debian GNU/Linux 13 (trixie)',
    root: false,
  });
});

test('root is user 0, and nobody else', () => {
  expect(machineFacts(edited(fresh, saying('uid', '0\n'))).root).toBe(true);
  expect(machineFacts(edited(fresh, failing('uid', ''))).root).toBe(false);
});

test.each([
  ['without quotes', 'ID=alpine\nPRETTY_NAME=Alpine\n', 'Alpine'],
  ['that is not there', 'ID=alpine\n', 'unknown'],
])('a name of the system %s', (_, text, os) => {
  expect(machineFacts(edited(fresh, saying('os_release', text))).os).toBe(os);
});

test('the output of a read that failed does not count', () => {
  const cut = edited(fresh, (raws) => raws.map((raw) => (raw.id === 'uname' ? { ...raw, code: 137 } : raw)));
  expect(outputOf(cut, 'uname')).toBeUndefined();
});

test('a read that nobody asked for is a mistake in the program', () => {
  expect(() => resultOf(fresh, 'nothing')).toThrow("the batch has no read 'nothing'");
});
