import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../../src/config/load';
import { said } from './said';

const [IN_GITHUB, AT_TOP] = ['.github/edge-phase1.yml', 'edge-phase1.yml'];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'edge-phase1-config-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(file: string, content: string | Uint8Array = 'extend_lvm:\n  mount: /found\n') {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), content);
}
const found = (file?: string) => {
  const loaded = loadConfig({ dir, ...(file !== undefined && { file }) });
  return [loaded.file, loaded.config.extend_lvm.mount];
};
const saidOf = (file?: string) => said(() => found(file));

describe('a file that nobody named', () => {
  test.each([IN_GITHUB, AT_TOP])('is found at %s', (file) => {
    write(file);
    expect(found()).toEqual([file, '/found']);
  });

  test('is looked for in no folder above', () => {
    write(AT_TOP);
    mkdirSync(join(dir, 'below'));
    expect(loadConfig({ dir: join(dir, 'below') }).file).toBeUndefined();
  });

  test('is refused when there are two, since nobody can know which one holds', () => {
    write(IN_GITHUB);
    write(AT_TOP);
    expect(saidOf()).toEqual([
      `${IN_GITHUB} and ${AT_TOP}: Both are there, and it is not clear which one holds. Remove one of them.`,
    ]);
  });

  test.each(['.github/edge-phase1.yaml', 'edge-phase1.yaml'])('is not silently passed over when it is %s', (file) => {
    write(file);
    expect(saidOf()).toEqual([`${file}: It would not be read, because its name ends in .yaml. Rename it to .yml.`]);
    write(AT_TOP);
    expect(saidOf()).toHaveLength(1);
  });

  test.each([IN_GITHUB, AT_TOP])('is not taken for absent when %s is a link that leads nowhere', (file) => {
    mkdirSync(join(dir, '.github'));
    symlinkSync('gone.yml', join(dir, file));
    expect(saidOf()).toEqual([`${file}: There is no such file. Name one that exists, or none for the defaults.`]);
  });

  test('is not taken for absent when a folder has its name', () => {
    mkdirSync(join(dir, AT_TOP));
    expect(saidOf()).toEqual([`${AT_TOP}: It is a folder. Name the file in it.`]);
  });

  test('is absent when .github is no folder', () => {
    write('.github', '');
    expect(found()).toEqual([undefined, '/']);
  });
});

describe('a file that somebody named', () => {
  test('is read, and the usual places are not looked at', () => {
    write(IN_GITHUB, 'no: good');
    write(AT_TOP, 'no: good');
    write('servers/attic.yaml');
    expect(found('servers/attic.yaml')).toEqual(['servers/attic.yaml', '/found']);
  });

  test('may be named by its whole path, also through a link', () => {
    write('real.yml');
    symlinkSync('real.yml', join(dir, 'link.yml'));
    expect(found(join(dir, 'link.yml'))).toEqual([join(dir, 'link.yml'), '/found']);
  });

  test('is refused when it is missing, even when there is one in a usual place', () => {
    write(AT_TOP);
    expect(saidOf('edge.yml')).toEqual([
      'edge.yml: There is no such file. Name one that exists, or none for the defaults.',
    ]);
  });

  test('is refused when it is a folder', () => {
    expect(saidOf('.')).toEqual(['.: It is a folder. Name the file in it.']);
  });

  // Nothing is unreadable for root.
  (process.getuid?.() === 0 ? test.skip : test)('is refused when it may not be read', () => {
    write('edge.yml');
    chmodSync(join(dir, 'edge.yml'), 0);
    expect(saidOf('edge.yml')).toEqual(['edge.yml: It may not be read by this user. Give the right to read it.']);
  });

  test('is refused with the reason of the system when it cannot be read for another one', () => {
    symlinkSync('b.yml', join(dir, 'a.yml'));
    symlinkSync('a.yml', join(dir, 'b.yml'));
    const [line, ...more] = saidOf('a.yml');
    expect(more).toEqual([]);
    expect(line).toMatch(/^a\.yml: It cannot be read \("ELOOP: .*"\)\. Name a file that can\.$/);
  });
});

describe('the bytes of a file', () => {
  test.each([
    ['Latin-1', Buffer.from('# größe', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffhost: local', 'utf16le')],
    ['no text at all', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])],
  ])('are refused when they are %s', (_, bytes) => {
    write(AT_TOP, bytes);
    expect(saidOf()).toEqual([`${AT_TOP}: Its encoding is not UTF-8. Save it as UTF-8.`]);
  });

  test('may begin with a byte order mark, which moves no column', () => {
    write(AT_TOP, '\ufeffextend_lvm: {mount: /found}');
    expect(found()).toEqual([AT_TOP, '/found']);
    write(AT_TOP, '\ufeffhots: local');
    expect(saidOf()).toEqual([`${AT_TOP}:1:1: The configuration has no key "hots". Did you mean host?`]);
  });

  test('may have the line ends of Windows, which move no line', () => {
    write(AT_TOP, 'extend_lvm:\r\n  mount: /found\r\n');
    expect(found()).toEqual([AT_TOP, '/found']);
    write(AT_TOP, '# first\r\n\r\nextend_lvm:\r\n  mount: found\r\n');
    expect(saidOf()[0]).toMatch(/^edge-phase1\.yml:4:10: extend_lvm\.mount is "found"\. /);
  });
});
