import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fieldPaths } from '../../../src/config/fields';
import { jsonSchemaText } from '../../../src/config/json-schema';
import { accepts } from './json-schema-check';
import { saidOf, withField } from './said';

const text = readFileSync(join(__dirname, '../../../edge-phase1.schema.json'), 'utf8');
const schema = JSON.parse(text);

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly description?: string;
  readonly default?: unknown;
}
const at = (field: string) => field.split('.').reduce<Node>((node, key) => node.properties![key]!, schema);

/** Whether an editor and the program accept this configuration. */
const verdicts = (yaml: string) => ({ editor: accepts(schema, parse(yaml)), program: saidOf(yaml).length === 0 });

test('edge-phase1.schema.json is what the source makes; otherwise run `npm run schema`', () => {
  expect(text).toBe(jsonSchemaText());
});

test.each(fieldPaths())('the schema says what %s is, and its default', (field) => {
  expect(at(field).description).toMatch(/\.$/);
  expect(at(field)).toHaveProperty('default');
});

test.each(fieldPaths())('the default that the schema shows for %s is the one that holds', (field) => {
  const { editor, program } = verdicts(withField(field, JSON.stringify(at(field).default)));
  expect([editor, program]).toEqual([true, true]);
});

test.each([
  ['', 'null'],
  ['', '{}'],
  ['host', 'local'],
  ['host', 'ssh://deploy@edge.example:2222'],
  ['host', 'ssh://deploy@[fe80::1]:22/'],
  ['extend_lvm', '~'],
  ['extend_lvm', '{}'],
  ['extend_lvm.mount', '/'],
  ['extend_lvm.mount', '/srv/größe 1'],
  ['extend_lvm.size', '150GiB'],
  ['extend_lvm.size', '150 GB'],
  ['extend_lvm.size', '1.5TB'],
  ['extend_lvm.size', '161061273600'],
  ['extend_lvm.size', '"161061273600"'],
  ['extend_lvm.size', '1e12'],
  ['extend_lvm.when_short', 'max'],
  ['extend_lvm.other_disks', 'true'],
  ['extend_lvm.new_disk', 'null'],
  ['extend_lvm.new_disk', '"0123"'],
  ['extend_lvm.new_disk', '/dev/disk/by-id/nvme-eui.0025385'],
  ['extend_lvm.backup_dir', '/mnt/usb'],
  ['disk_test.disks', '[EDGE-SYSTEM, /srv/data]'],
  ['disk_test.size', '16MiB'],
  ['disk_test.size', '16777216'],
  ['checks.disk_size.target', '1TiB'],
  ['checks.disk_use.target', '0.1'],
  ['checks.disk_use.weight', '0'],
  ['cost.runner_minute_usd', '10'],
])('editor and program accept %s: %s', (field, value) => {
  expect(verdicts(field ? withField(field, value) : value)).toEqual({ editor: true, program: true });
});

test.each([
  ['', '[]'],
  ['', 'local'],
  ['hots', 'local'],
  ['host', ''],
  ['host', 'edge'],
  ['host', 'root@edge'],
  ['extend_lvm', '150GiB'],
  ['extend_lvm.szie', '150GiB'],
  ['extend_lvm.mount', 'srv'],
  ['extend_lvm.mount', '/srv/'],
  ['extend_lvm.mount', '/srv/../x'],
  ['extend_lvm.mount', '"/a\\nb"'],
  ['extend_lvm.size', ''],
  ['extend_lvm.size', '50G'],
  ['extend_lvm.size', '+50GiB'],
  ['extend_lvm.size', '1.5'],
  ['extend_lvm.size', '"1.5"'],
  ['extend_lvm.size', '1.5B'],
  ['extend_lvm.size', '150'],
  ['extend_lvm.size', '99999999999999999999'],
  ['extend_lvm.when_short', 'Max'],
  ['extend_lvm.other_disks', 'yes'],
  ['extend_lvm.new_disk', 'sdb'],
  ['extend_lvm.new_disk', '/dev/sdb'],
  ['extend_lvm.new_disk', '123'],
  ['extend_lvm.backup_dir', ''],
  ['extend_lvm.backup_dir', 'backup'],
  ['disk_test.disks', 'sdb'],
  ['disk_test.disks', '[sdb]'],
  ['disk_test.disks', '[nvme0n1]'],
  ['disk_test.disks', '[/dev/sdb]'],
  ['disk_test.disks', '[/srv/../x]'],
  ['disk_test.disks', '[/srv/]'],
  ['disk_test.disks', '[""]'],
  ['disk_test.runs', '0'],
  ['disk_test.runs', '1.5'],
  ['disk_test.seconds', '301'],
  ['disk_test.size', '256M'],
  ['checks.disk_use.target', '0'],
  ['checks.disk_use.target', '101'],
  ['checks.disk_use.target', '60%'],
  ['checks.disk_use.weight', '1.5'],
  ['checks.disk_use.weight', '101'],
  ['checks.memory.target', '1'],
  ['github.allow_public_repository', '1'],
  ['cost.runner_minute_usd', '-1'],
  ['cost.runner_minute_usd', '11'],
])('editor and program refuse %s: %s', (field, value) => {
  expect(verdicts(field ? withField(field, value) : value)).toEqual({ editor: false, program: false });
});

test.each([
  ['extend_lvm.size', '1MiB'],
  ['disk_test.size', '1MiB'],
  ['extend_lvm.size', '2000TiB'],
  ['host', 'ssh://deploy@edge:99999'],
  ['host', 'ssh://-o@edge'],
  ['host', 'ssh://root:password@edge'],
])('what a pattern cannot say is left to the program: %s: %s', (field, value) => {
  expect(verdicts(withField(field, value))).toEqual({ editor: true, program: false });
});
