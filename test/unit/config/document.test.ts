import { parseConfig } from '../../../src/config/load';
import { FILE, SECTIONS, saidOf } from './said';

const mountOf = (text: string) => parseConfig(text, FILE).extend_lvm.mount;

test.each([
  ['quotes', 'extend_lvm:\n  mount: "/srv"'],
  ['quotes around the key', "'extend_lvm':\n  'mount': '/srv'"],
  ['brackets', 'extend_lvm: { mount: /srv }'],
  ['brackets over several lines', 'extend_lvm: {\n  mount:\n    /srv,\n}'],
  ['a folded text', 'extend_lvm:\n  mount: >-\n    /srv'],
  ['a comment', 'extend_lvm: # grow\n  mount: /srv # here'],
  ['a tab between key and value', 'extend_lvm:\n  mount:\t/srv\t'],
  ['four spaces', 'extend_lvm:\n    mount: /srv'],
  ['a question mark', '? extend_lvm\n: mount: /srv'],
  ['both marks of a document', '---\nextend_lvm:\n  mount: /srv\n...\n'],
  ['a directive', '%YAML 1.2\n---\nextend_lvm:\n  mount: /srv'],
  ['signs of YAML in quotes', 'host: "local"\nextend_lvm: {mount: "/srv"} # &a *b !c'],
])('YAML may be written with %s', (_, text) => {
  expect(mountOf(text)).toBe('/srv');
});

test('signs of anchors, aliases and tags are letters within a text', () => {
  expect(mountOf('extend_lvm:\n  mount: "/a &b *c !d"')).toBe('/a &b *c !d');
  expect(mountOf('extend_lvm:\n  mount: /a &b *c !d')).toBe('/a &b *c !d');
  expect(mountOf('extend_lvm:\n  mount: |-\n    /a\n').length).toBe(2);
});

test.each(['yes', 'on', 'Y', '"true"'])('%s is a text and no yes, also for a document of YAML 1.1', (text) => {
  const message = `extend_lvm.other_disks is ${JSON.stringify(text.replaceAll('"', ''))}. Allowed is true or false.`;
  expect(saidOf(`extend_lvm:\n  other_disks: ${text}`)).toEqual([`${FILE}:2:16: ${message}`]);
  expect(saidOf(`%YAML 1.1\n---\nextend_lvm:\n  other_disks: ${text}`)).toEqual([`${FILE}:4:16: ${message}`]);
});

test.each([
  ['a list', '- host: local', 'a list'],
  ['an empty list', '[]', 'a list'],
  ['a text', 'local', '"local"'],
  ['a key without a blank behind its colon', 'host:local', '"host:local"'],
  ['a number', '5', '5'],
  ['a truth', 'false', 'false'],
])('%s is no configuration', (_, text, shown) => {
  expect(saidOf(text)).toEqual([
    `${FILE}:1:1: The configuration is ${shown}. Allowed are keys below it, indented: ${SECTIONS}.`,
  ]);
});

test.each([
  ['tab', 'extend_lvm:\n\tmount: /srv', '2:1: A tab stands where spaces belong. Indent with two spaces.'],
  ['tab behind spaces', 'extend_lvm:\n  \tmount: /srv', '2:3: A tab stands where spaces belong.'],
  ['second document', 'host: local\n---\nhost: local', '2:1: A second document begins here. Remove the line ---'],
  ['reserved sign', '@host: local', '1:1: A value cannot begin with "@". Put it in quotes.'],
  ['second colon', 'host: a: b', '1:7: There is a second colon in this line. Put the value in quotes'],
  ['wrong indent', 'extend_lvm:\n   size: 9GiB\n mount: /', '3:1: This is indented differently'],
  ['open bracket', 'extend_lvm: { mount: /srv', '1:26: This is indented differently from what it belongs to, or a'],
  ['open quote', 'host: "local\n', '2:1: Something is not closed or set apart here (Missing closing "quote).'],
  ['missing colon', 'host local\nextend_lvm:\n', '1:1: A key and its colon belong on one line. Add the colon'],
  ['list as a key', '? [host]\n: local', '1:3: This is not YAML that can be read: With stringKeys, all keys must be'],
  ['bracket too many', 'host: local\n}', '2:1: This is not YAML that can be read: Unexpected flow-map-end token'],
  ['unknown version', '%YAML 9.9\n---\n', '1:7: This is not YAML that can be read: Unsupported YAML version 9.9.'],
])('slip of YAML: %s', (_, text, start) => {
  const [line, ...more] = saidOf(text);
  expect(more).toEqual([]);
  expect(line!.slice(0, `${FILE}:${start}`.length)).toBe(`${FILE}:${start}`);
});

test('every line with a slip of YAML is named, once', () => {
  expect(
    saidOf('extend_lvm:\n  mount: @a @b\n  backup_dir: "/x" "/y" "/z"\n').map((line) => line.slice(0, 20)),
  ).toEqual([`${FILE}:2:10`, `${FILE}:3:20`]);
});

test.each([
  ['at the top', 'host: local\nextend_lvm:\nhost: local', '3:1: The key "host" '],
  ['with another value', 'extend_lvm:\n  size: 1TB\n  size: 2TB', '3:3: The key "size" '],
  [
    'a section, which would lose its first half',
    'checks:\n  disk_use:\nchecks:\n  disk_size:',
    '3:1: The key "checks" ',
  ],
  ['between brackets', 'extend_lvm: {mount: /, mount: /srv}', '1:24: The key "mount" '],
  ['written in another way', 'host: local\n"host": local', '2:1: The key "host" '],
])('a key that stands twice is refused: %s', (_, text, start) => {
  expect(saidOf(text)).toEqual([`${FILE}:${start}stands here a second time. Keep one of them.`]);
});

test.each([
  ['an anchor', 'extend_lvm: &it\n  mount: /srv', '1:13', '"&it"'],
  ['an alias', 'host: *it', '1:7', '"*it"'],
  ['a tag', 'host: !!str local', '1:7', '"!!str"'],
  ['a tag of another language', 'a: !!python/object/apply:os.system [id]', '1:4', '"!!python/object/apply:os.system"'],
  ['the anchor of a bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]', '1:4', '"&a"'],
])('%s is refused, because no configuration needs it', (_, text, place, shown) => {
  expect(saidOf(text)).toEqual([
    `${FILE}:${place}: ${shown} is an anchor, alias or tag of YAML. Write the value out, or put it in quotes.`,
  ]);
});

test('the merge key of YAML 1.1 is a key like any other, and not known', () => {
  const line = `The configuration has no key "<<". Allowed are ${SECTIONS}.`;
  expect(saidOf('<<: { host: local }')).toEqual([`${FILE}:1:1: ${line}`]);
});
