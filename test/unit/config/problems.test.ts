import { ConfigError, parseConfig } from '../../../src/config/load';
import { FILE, problemsIn, saidOf, withField } from './said';

const MOUNT = 'an absolute path, such as / or /srv/data, without . and .. in it and without a slash at its end';
const FOLDER = 'auto or an absolute path without . and .. in it and without a slash at its end';
const DISK =
  'a path under /dev/disk/by-id or a serial number (in quotes when it is all digits), because names such as sdb change from boot to boot; ls -l /dev/disk/by-id shows what there is';
const PERCENT = 'a number above 0 and up to 100, without the % sign';
const WEIGHT = 'a whole number from 0 to 100';
const DOLLARS = 'a number from 0 to 10, in US dollars without the $ sign';

test.each([
  ['host', '5', '5', 'local or ssh://user@name[:port]'],
  ['host', '', 'empty', 'local or ssh://user@name[:port]'],
  ['extend_lvm.mount', 'srv', '"srv"', MOUNT],
  ['extend_lvm.mount', '/srv/', '"/srv/"', MOUNT],
  ['extend_lvm.mount', '/srv//data', '"/srv//data"', MOUNT],
  ['extend_lvm.mount', '/srv/../etc', '"/srv/../etc"', MOUNT],
  ['extend_lvm.mount', '/.', '"/."', MOUNT],
  ['extend_lvm.mount', '""', '""', MOUNT],
  ['extend_lvm.mount', '', 'empty', MOUNT],
  ['extend_lvm.mount', '[/]', 'a list', MOUNT],
  ['extend_lvm.when_short', 'Max', '"Max"', 'refuse or max'],
  ['extend_lvm.when_short', '', 'empty', 'refuse or max'],
  ['extend_lvm.other_disks', '1', '1', 'true or false'],
  ['extend_lvm.new_disk', 'sdb', '"sdb"', DISK],
  ['extend_lvm.new_disk', 'nvme0n1p2', '"nvme0n1p2"', DISK],
  ['extend_lvm.new_disk', '/dev/sdb', '"/dev/sdb"', DISK],
  ['extend_lvm.new_disk', '/dev/disk/by-id/../../sdb', '"/dev/disk/by-id/../../sdb"', DISK],
  ['extend_lvm.new_disk', '"S1 S2"', '"S1 S2"', DISK],
  ['extend_lvm.new_disk', '--yes', '"--yes"', DISK],
  ['extend_lvm.new_disk', '..', '".."', DISK],
  ['extend_lvm.new_disk', '/dev/disk/by-id/..', '"/dev/disk/by-id/.."', DISK],
  ['extend_lvm.new_disk', 'mmcblk0', '"mmcblk0"', DISK],
  ['extend_lvm.new_disk', '12345', '12345', DISK],
  ['extend_lvm.backup_dir', 'Auto', '"Auto"', FOLDER],
  ['extend_lvm.backup_dir', 'backup', '"backup"', FOLDER],
  ['checks.disk_use.target', '0', '0', PERCENT],
  ['checks.disk_use.target', '100.1', '100.1', PERCENT],
  ['checks.disk_use.target', '60%', '"60%"', PERCENT],
  ['checks.disk_use.target', '.nan', 'NaN', PERCENT],
  ['checks.disk_use.weight', '-1', '-1', WEIGHT],
  ['checks.disk_size.weight', '101', '101', WEIGHT],
  ['checks.disk_size.weight', '1.5', '1.5', WEIGHT],
  ['checks.disk_size.weight', '99999999999999999999', '100000000000000000000', WEIGHT],
  ['github.allow_public_repository', '"true"', '"true"', 'true or false'],
  ['cost.runner_minute_usd', '-0.001', '-0.001', DOLLARS],
  ['cost.runner_minute_usd', '10.5', '10.5', DOLLARS],
  ['cost.runner_minute_usd', '$0.008', '"$0.008"', DOLLARS],
])('%s refuses %s, and says where it stands, what it is and what is allowed', (field, text, shown, allowed) => {
  const path = field.split('.');
  const column = 2 * (path.length - 1) + path.at(-1)!.length + 3;
  expect(saidOf(withField(field, text))).toEqual([
    `${FILE}:${path.length}:${column}: ${field} is ${shown}. Allowed is ${allowed}.`,
  ]);
});

test.each(['/', '/srv/data', '/srv/.hidden', '/srv/...', '/größe 😀', '/a b'])('%s is a mount point', (path) => {
  expect(parseConfig(withField('extend_lvm.mount', `"${path}"`), FILE).extend_lvm.mount).toBe(path);
});

test.each(['/dev/disk/by-id/wwn-0x5000c500a1b2c3d4', 'S4EVNX0R123456', '"0123456789"', 'WD-WX11.A', '~'])(
  '%s names a new disk, or none',
  (text) => {
    expect(saidOf(withField('extend_lvm.new_disk', text))).toEqual([]);
  },
);

test.each([
  ['ssh://edge', 'names no server'],
  ['ssh://deploy@edge:99999', 'has a port outside 1 to 65535'],
  ['ssh://-oProxyCommand=x@edge', 'has no user name'],
])('the host %s is refused with the reason, once', (host, reason) => {
  const [line, ...more] = saidOf(`host: ${host}`);
  expect(more).toEqual([]);
  expect(line).toMatch(`${FILE}:1:7: The field \`host\` is "${host}", which ${reason}`);
  expect(line).toContain('Allowed are `local` and `ssh://user@name[:port]`');
  expect(line!.split(host)).toHaveLength(2);
});

test.each([
  ['extend_lvm', '150GiB', '"150GiB"', 'mount, size, when_short, other_disks, new_disk, backup_dir'],
  ['checks.disk_size', '[140GiB]', 'a list', 'target, weight'],
  ['github', 'true', 'true', 'allow_public_repository'],
])('the section %s needs keys below it', (section, text, shown, keys) => {
  const [line, ...more] = saidOf(withField(section, text));
  expect(more).toEqual([]);
  expect(line).toMatch(new RegExp(`: ${section} is `));
  expect(line).toContain(`is ${shown}. Allowed are keys below it, indented: ${keys}.`);
});

test('all problems are told at once, in the order of the lines', () => {
  const text = `
xtra: 1
checks:
  disk_use: { target: 0, weight: 500 }
extend_lvm:
  szie: 160GiB
  mount: srv
  mount: data
  size: 50G
host: root@edge
`;
  expect(problemsIn(() => parseConfig(text, FILE)).map(({ where, field }) => [where, field])).toEqual([
    [`${FILE}:2:1`, 'xtra'],
    [`${FILE}:4:23`, 'checks.disk_use.target'],
    [`${FILE}:4:34`, 'checks.disk_use.weight'],
    [`${FILE}:6:3`, 'extend_lvm.szie'],
    [`${FILE}:8:3`, ''],
    [`${FILE}:8:10`, 'extend_lvm.mount'],
    [`${FILE}:9:9`, 'extend_lvm.size'],
    [`${FILE}:10:7`, 'host'],
  ]);
});

test('a problem has its parts for an annotation', () => {
  expect(problemsIn(() => parseConfig('extend_lvm:\n  mount: /\n  size: 50G\n', FILE))).toEqual([
    {
      where: `${FILE}:3:9`,
      position: { file: FILE, line: 3, column: 9 },
      field: 'extend_lvm.size',
      message: expect.stringContaining('extend_lvm.size is "50G".'),
    },
  ]);
});

test('of very many problems, fifty are shown and the rest is counted', () => {
  const read = () => parseConfig(Array.from({ length: 60 }, (_, i) => `key${i}: 1`).join('\n'), FILE);
  expect(problemsIn(read)).toHaveLength(60);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/^(?:.*\n){50}There are 10 more\.$/);
});
