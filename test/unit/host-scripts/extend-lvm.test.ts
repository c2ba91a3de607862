import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../../scripts/extend-lvm-phase1.sh');
const fixture = (name: string) => join(__dirname, '../../fixtures/extend-lvm', name);
/** All functions of the script, without the calls that start it. */
const functions = readFileSync(SCRIPT, 'utf8')
  .replace(/^(main|start) "\$@".*$/gm, '')
  .replaceAll('/proc/self/mountinfo', fixture('mountinfo.txt'));

/** What bash prints that knows the script's functions. */
function bash(commands: string): string {
  const { stdout, stderr, status } = spawnSync('bash', ['-s'], {
    input: `${functions}\n${commands}`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`bash ended with ${status}: ${stderr}`);
  return stdout;
}

describe('the superblock of ext4, as od and dumpe2fs showed it for the same file', () => {
  const superblock = (name: string) =>
    bash(`
      mount=/ source_dev=/dev/vg/lv
      od() { cat '${fixture(name)}'; }
      refuse() { echo "refused $1: $2"; exit; }
      observe_superblock; echo "$fs_bytes $fs_slack"`);

  test('blocks times their size; the last group may be left over', () => {
    expect(superblock('superblock.txt')).toBe(`${26214400 * 4096} ${32768 * 4096}\n`);
  });

  test('more blocks than 32 bits count', () => {
    expect(superblock('superblock-20-tib.txt')).toBe(`${5368709120 * 4096} ${32768 * 4096}\n`);
  });

  test('recorded errors are refused', () => {
    expect(superblock('superblock-errors.txt')).toMatch(/^refused fs-damaged: .*\(state 3, error count 2\)/);
  });

  test('what is no superblock is refused, and never taken for a size', () => {
    expect(superblock('mountinfo.txt')).toMatch(/^refused fs-unreadable: /);
  });
});

test('the list of mounts: names with blanks, fields that may be left out, the options of mount and file system', () => {
  expect(bash(`read_mounts; printf '%s\\n' "\${mounts[@]}"`).split('\n')).toEqual([
    '0:123 tmpfs first rw,relatime,rw /mnt',
    String.raw`0:125 tmpfs inner ro,relatime,ro /mnt/a b\c`,
    '0:139 tmpfs below rw,relatime,rw /mnt/over',
    '0:142 tmpfs above rw,nosuid,relatime,rw /mnt/over',
    '',
  ]);
});

test('where nothing is mounted, findmnt is asked for another name of the place before it is refused', () => {
  const said = bash(`
    findmnt() { echo "asked for \${*: -1}" >&2; }
    refuse() { echo "refused $1"; exit; }
    mount=/mnt/a; observe_mount 2>&1`);
  expect(said).toBe('asked for /mnt/a\nrefused no-mount\n');
});

test.each([
  [0, '0'],
  [1023, '1023'],
  [1024, '1.0K'],
  [10_240, '10K'],
  [10_241, '11K'],
  [911_585_280, '870M'],
  [98_792_189_952, '93G'],
  [105_089_261_568, '98G'],
  [1_472_100_040_704, '1.4T'],
])('%i bytes are written as df -h does: %s', (bytes, said) => {
  expect(bash(`human ${bytes}; echo "$REPLY"`)).toBe(`${said}\n`);
});

test('one df tells how full the file system is, and which of the other disks has most space', () => {
  const df = `df() { cat <<'END'
Filesystem                            1B-blocks      Used        Avail Mounted on
/dev/mapper/ubuntu--vg-ubuntu--lv 105089261568 911585280  98792189952 /
/dev/sdc1                          73391005696     24576  69616107520 /twisterlab/data-warehouse
/dev/sda1                         293729533952     28672 278734135296 /twisterlab/ai storage
END
}`;
  expect(bash(`${df}; mount=/; disk_use a b; echo "$REPLY"; echo "$roomiest"`)).toBe(
    [
      'Filesystem                         Size  Used Avail Use% Mounted on',
      '/dev/mapper/ubuntu--vg-ubuntu--lv   98G  870M   93G   1% /',
      '/twisterlab/ai storage',
      '',
    ].join('\n'),
  );
});
