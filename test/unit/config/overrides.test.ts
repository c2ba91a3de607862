import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldPaths } from '../../../src/config/fields';
import { loadConfig, parseConfig } from '../../../src/config/load';
import { applyOverrides } from '../../../src/config/overrides';
import { FILE, said } from './said';

const load = (...overrides: string[]) => loadConfig({ dir: __dirname, overrides }).config;
const saidOf = (...overrides: string[]) => said(() => load(...overrides));

test('what the command line says goes before the file, and the rest of the file holds', () => {
  const dir = mkdtempSync(join(tmpdir(), 'edge-phase1-config-'));
  try {
    writeFileSync(join(dir, FILE), 'extend_lvm:\n  mount: /srv\n  size: 200GiB\n');
    const { config, file } = loadConfig({ dir, overrides: ['extend_lvm.size=160GiB'] });
    expect(file).toBe(FILE);
    expect(config.extend_lvm).toMatchObject({ mount: '/srv', size: 160 * 1024 ** 3 });
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test.each([
  ['host=ssh://deploy@edge:2222', { host: 'ssh://deploy@edge:2222' }],
  ['extend_lvm.mount=/a=b', { extend_lvm: { mount: '/a=b' } }],
  ['extend_lvm.size=150 GB', { extend_lvm: { size: 150e9 } }],
  ['extend_lvm.size=161061273600', { extend_lvm: { size: 161_061_273_600 } }],
  ['extend_lvm.other_disks=true', { extend_lvm: { other_disks: true } }],
  ['extend_lvm.new_disk="0123"', { extend_lvm: { new_disk: '0123' } }],
  ['extend_lvm.new_disk=null', { extend_lvm: { new_disk: null } }],
  ['checks.disk_use.target=75.5', { checks: { disk_use: { target: 75.5, weight: 10 } } }],
])('--set %s is read as it would be in the file', (text, expected) => {
  expect(load(text)).toMatchObject(expected);
});

test('of two for the same field, the last one holds', () => {
  expect(load('extend_lvm.mount=/a', 'extend_lvm.mount=/b').extend_lvm.mount).toBe('/b');
});

test('none change nothing, and the configuration that was given stays as it was', () => {
  const config = parseConfig('extend_lvm: {size: 150GB}', FILE);
  expect(applyOverrides(config, {})).toEqual(config);
  applyOverrides(config, { 'extend_lvm.size': '1TB' });
  expect(config.extend_lvm.size).toBe(150e9);
});

test.each(['extend_lvm.size', '=160GiB', '', 'extend_lvm.size:160GiB'])('--set %s is no field and value', (text) => {
  expect(saidOf(text)).toEqual([`--set ${text}: Write a field and its value: --set extend_lvm.size=160GiB.`]);
});

test.each([
  ['extend_lvm.szie=1TB', 'There is no field "extend_lvm.szie". Did you mean extend_lvm.size?'],
  ['size=1TB', 'There is no field "size". Did you mean extend_lvm.size?'],
  ['extend_lvm.size.unit=GB', 'There is no field "extend_lvm.size.unit". Did you mean extend_lvm.size?'],
  ['colour=red', `There is no field "colour". Allowed are ${fieldPaths().join(', ')}.`],
  ['__proto__.x=1', `There is no field "__proto__.x". Allowed are ${fieldPaths().join(', ')}.`],
  ['__proto__=1', `There is no field "__proto__". Allowed are ${fieldPaths().join(', ')}.`],
  [
    'checks.disk_use=60',
    'checks.disk_use is a section. Name one of its fields: checks.disk_use.target, checks.disk_use.weight.',
  ],
  ['extend_lvm.when_short=never', 'extend_lvm.when_short is "never". Allowed is refuse or max.'],
  ['extend_lvm.when_short=', 'extend_lvm.when_short is empty. Allowed is refuse or max.'],
  ['extend_lvm.when_short=[max]', 'extend_lvm.when_short is a list. Allowed is refuse or max.'],
  ['host=*all', '"*all" is an anchor, alias or tag of YAML. Write the value out, or put it in quotes.'],
  ['host="local', 'Something is not closed or set apart here (Missing closing "quote). Add what is missing.'],
])('--set %s is refused with the flag, the reason and a way out', (text, message) => {
  expect(saidOf(text)).toEqual([`--set ${text}: ${message}`]);
});

test('every wrong flag is named', () => {
  const lines = saidOf(
    'colour=red',
    'extend_lvm.size=50G',
    'extend_lvm.mount=@',
    'extend_lvm.other_disks=true',
    'cost.runner_minute_usd=x',
  );
  expect(lines.map((line) => line.split(': ')[0])).toEqual([
    '--set colour=red',
    '--set extend_lvm.mount=@',
    '--set extend_lvm.size=50G',
    '--set cost.runner_minute_usd=x',
  ]);
});

test.each([
  'host=ssh://root:S3cr3t@edge',
  'host=ghp_S3cr3tS3cr3t',
  'ghp_S3cr3tS3cr3t=1',
  'ghp_S3cr3tS3cr3t',
  'host=|ghp_S3cr3t',
])('a secret is not repeated: --set %s', (text) => {
  const lines = saidOf(text);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('S3cr3t');
});

test('a server without a password is no secret', () => {
  expect(saidOf('host=ssh://deploy@edge:0')[0]).toMatch(
    '--set host=ssh://deploy@edge:0: The field `host` is "ssh://deploy@edge:0", which has a port outside 1 to 65535.',
  );
});

test('a control character is spelled out', () => {
  expect(saidOf('extend_lvm.mount=\u001b[2J')).toEqual([
    '--set extend_lvm.mount=\\u{1b}[2J: There is a control character here. Remove it.',
  ]);
});
