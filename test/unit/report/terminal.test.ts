import fc from 'fast-check';
import { terminalReport } from '../../../src/report/terminal';
import { edited, extended, failing, fresh, replacing } from '../steps/variants';
import { applied, planned, withStep } from './evidence';
import { hostileText } from './hostile';

test('the report of a real apply', () => {
  expect(terminalReport(applied)).toMatchSnapshot();
});

test('a plan ends with the command that carries it out', () => {
  const lines = terminalReport(planned(fresh)).split('\n');
  expect(lines.at(-1)).toBe(
    '  edge-phase1 apply extend-lvm --host ssh://twister@127.0.0.1:40271 --plan-hash d125122df0e3812039ec4fb4de92c1c12a5f5f9a0194188eb9c5038a9fa8c5de',
  );
  expect(terminalReport(planned(extended))).not.toContain('--plan-hash');
});

test('a refusal says why, and what to do', () => {
  const report = terminalReport(planned(edited(fresh, failing('lvm', 'sudo: a password is required'))));
  expect(report).toMatch(
    /Why: LVM cannot be read .*\n {2}What to do: As root run .*NOPASSWD: \/usr\/sbin\/lvm fullreport/,
  );
  expect(report).toContain('????  Logical volume behind /');
});

test('whatever a server says, no control character reaches the terminal', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const evidence = withStep({ notes: [text], refusal: { code: 'x', message: text, wayOut: text } });
      expect(terminalReport({ ...evidence, host: text })).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
      );
    }),
  );
  const coloured = edited(fresh, replacing('os_release', 'Debian', '\u001b[31mDebian'));
  expect(terminalReport(planned(coloured))).not.toContain('\u001b');
});
