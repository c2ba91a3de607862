import { type Diagnosis, diagnose } from '../../../src/doctor/doctor';
import { doctorReport } from '../../../src/doctor/report';
import type { Host, Read, ReadResult } from '../../../src/host/host';
import { hostScript } from '../../../src/host-script/package';
import { extendLvm } from '../../../src/steps/extend-lvm';
import type { Step } from '../../../src/steps/step';
import { fresh, type Raws, settings } from '../steps/variants';

const script = hostScript('extend-lvm-phase1.sh');
const NOT_FOUND = { code: 127, stderr: 'sh: 5: exec: not found' };

const STEPS = [extendLvm as Step<unknown>];

type Answers = Record<string, Partial<ReadResult>>;
/** Everything is installed, the script and its right too. */
const ALL_THERE: Answers = {
  user: { stdout: 'deploy\n' },
  rights: {
    stdout: `User deploy may run the following commands on edge:\n    (root) NOPASSWD: sha256:${script.sha256} ${script.path}\n`,
  },
  digest_extend_lvm_phase1_sh: { stdout: `${script.sha256}  ${script.path}\n` },
  program_lvm: { stdout: '  LVM version:     2.03.31(2) (2025-02-27)\n' },
  program_dumpe2fs: { stderr: 'dumpe2fs 1.47.2 (1-Jan-2025)\n' },
  program_resize2fs: { code: 1, stderr: 'Usage: resize2fs [-d debug_flags]\n' },
};

/** A host that answers what was captured, and what a test says otherwise. */
function hostWith(answers: Answers, raws: Raws = fresh) {
  const batches: (readonly Read[])[] = [];
  const host: Pick<Host, 'batch'> = {
    async batch(reads) {
      batches.push(reads);
      return reads.map(({ id, argv }) => {
        const known = raws.find((raw) => raw.id === id);
        const base = known ?? { id, argv: argv.map(String), code: 0, stdout: '', stderr: '' };
        return { ...base, ...ALL_THERE[id], ...answers[id] };
      });
    },
  };
  return { host: host as Host, batches };
}

const diagnosis = (answers: Answers = {}) => diagnose(hostWith(answers).host, STEPS, settings());
const findingOf = ({ findings }: Diagnosis, title: string) => findings.find((finding) => finding.title.includes(title));

test('one round trip is enough, and it runs nothing', async () => {
  const { host, batches } = hostWith({});
  await diagnose(host, STEPS, settings());
  expect(batches).toHaveLength(1);
});

test('when all is there, nothing is missing, and versions are shown', async () => {
  const found = await diagnosis();
  expect(found.findings.map(({ result }) => result)).toEqual(found.findings.map(() => 'ok'));
  expect(findingOf(found, 'lvm,')?.found).toBe('2.03.31(2)');
  expect(findingOf(found, 'dumpe2fs,')?.found).toBe('1.47.2');
  expect(findingOf(found, 'right to run')?.found).toBe('there, pinned by digest');
  expect(doctorReport(found, 'local')).toMatch(/^Everything needed is there for deploy on local\n/);
});

test('a missing program comes with the exact command that installs it', async () => {
  const found = await diagnosis({ program_lvm: NOT_FOUND });
  expect(findingOf(found, 'lvm,')).toMatchObject({ result: 'missing', fix: 'sudo apt-get install lvm2' });
  expect(doctorReport(found, 'local')).toMatch(/^1 thing\(s\) missing for deploy on local\n/);
  expect(doctorReport(found, 'local')).toContain(
    'MISSING   extend-lvm: lvm, to see and extend logical volumes: not installed\n              sudo apt-get install lvm2\n',
  );
});

test('what is only needed in some cases is optional, and says when', async () => {
  const finding = findingOf(await diagnosis({ program_growpart: NOT_FOUND }), 'growpart');
  expect(finding).toMatchObject({ result: 'optional', fix: 'sudo apt-get install cloud-guest-utils' });
  expect(finding?.title).toContain('only when the free space lies behind the last partition');
});

describe('rights', () => {
  const refused = { code: 1, stdout: '', stderr: 'sudo: a password is required' };

  test('missing ones come with the sudoers file of this user for this server', async () => {
    const found = await diagnosis({ lvm: refused, rights: refused });
    expect(findingOf(found, 'right to look')).toMatchObject({ result: 'missing', found: 'sudo -n refuses' });
    expect(findingOf(found, 'right to run')).toMatchObject({ result: 'missing', found: 'not in sudo -n -l' });
    expect(found.sudoers).toContain('/usr/sbin/dumpe2fs -h /dev/mapper/ubuntu--vg-ubuntu--lv');
    expect(doctorReport(found, 'local')).toContain(found.sudoers!);
  });

  test('to another version of the script do not count', async () => {
    const old = { stdout: `    (root) NOPASSWD: sha256:${'0'.repeat(64)} ${script.path}\n` };
    expect(findingOf(await diagnosis({ rights: old }), 'right to run')?.result).toBe('missing');
  });

  test('to everything are enough, and more than is needed', async () => {
    const all = { stdout: '    (ALL : ALL) NOPASSWD: ALL\n' };
    expect(findingOf(await diagnosis({ rights: all }), 'right to run')).toMatchObject({
      ...{ result: 'ok', found: 'there (all rights: more than is needed)' },
    });
  });

  test('to everything with a password are not enough', async () => {
    const all = { stdout: '    (ALL : ALL) ALL\n' };
    expect(findingOf(await diagnosis({ rights: all }), 'right to run')?.result).toBe('missing');
  });
});

describe('the script', () => {
  test.each([
    ['not there', { code: 1, stdout: '' }],
    ['another version', { stdout: `${'0'.repeat(64)}  ${script.path}\n` }],
  ])('%s: an administrator puts it there with one command', async (found, answer) => {
    expect(findingOf(await diagnosis({ digest_extend_lvm_phase1_sh: answer }), 'script ')).toMatchObject({
      ...{ result: 'missing', found },
      fix: `sudo install -D -o root -g root -m 0755 /tmp/${script.name} ${script.path}`,
    });
  });
});

test('root needs no rights, and puts the script there itself', async () => {
  const found = await diagnosis({ uid: { stdout: '0\n' }, digest_extend_lvm_phase1_sh: { code: 1, stdout: '' } });
  expect(found).toMatchObject({ root: true });
  expect(found).not.toHaveProperty('sudoers');
  expect(findingOf(found, 'right to')).toBeUndefined();
  expect(findingOf(found, 'script ')).toMatchObject({ result: 'ok', found: 'not there; apply puts it there' });
});

describe('a right that is as good as being root', () => {
  const steps = [{ ...STEPS[0]!, asGoodAsRoot: 'it builds what it is told to' }];
  const diagnosed = (named: boolean) =>
    diagnose(hostWith({ rights: { code: 1, stdout: '' } }).host, steps, settings(), named);

  test('is left out of the sudoers file, which says so, and is not counted as missing', async () => {
    const { sudoers, findings } = await diagnosed(false);
    expect(sudoers).not.toContain('EDGE_PHASE1_CHANGE');
    expect(sudoers).toContain(
      '# Without extend-lvm: whoever may run it is as good as root (it builds what it is told to)',
    );
    expect(findings.find(({ title }) => title.startsWith('right to run'))).toMatchObject({ result: 'optional' });
  });

  test('is given where the step was asked for by name', async () => {
    const { sudoers, findings } = await diagnosed(true);
    expect(sudoers).toContain(script.path);
    expect(findings.find(({ title }) => title.startsWith('right to run'))).toMatchObject({ result: 'missing' });
  });
});
