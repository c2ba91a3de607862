import { parseConfig } from '../../../src/config/load';
import { FILE, saidOf, withField } from './said';

const setting = (key: string) => `harbor.${key}`;
const read = (key: string, value: string) => {
  const { harbor } = parseConfig(withField(setting(key), value), FILE);
  return harbor[key as keyof typeof harbor];
};

test.each([
  ['registry', 'zot', 'harbor or distribution'],
  ['version', '2.9.4', 'a version from 2.10.0 to 2.15.x'],
  ['version', 'v2.14.0', 'a version from 2.10.0 to 2.15.x'],
  ['version', '2.16.0', 'a version from 2.10.0 to 2.15.x'],
  ['source', '../harbor.tgz', 'the absolute path of a file on the server'],
  ['source', 'ftp://mirror.example/harbor.tgz', 'an http:// or https:// address without user and password'],
  ['sha256', 'abc', '64 hexadecimal digits'],
  ['hostname', 'registry.lan:8085', 'without scheme and port'],
  ['hostname', 'http://registry.lan', 'without scheme and port'],
  ['port', '0', 'a port from 1 to 65534'],
  ['port', '65535', 'a port from 1 to 65534'],
  ['scheme', 'ftp', 'http or https'],
  ['cert', 'registry.crt', 'an absolute path of letters'],
  ['data', '/srv/my images', 'an absolute path of letters'],
  ['data', '/srv/../etc', 'an absolute path of letters'],
  ['install', '/opt/harbor/', 'without a slash at its end'],
  ['min_free', '40G', 'ambiguous'],
  ['project', 'CI', 'lower-case letters'],
  ['robot', 'ci robot', 'lower-case letters'],
  ['keep', '-1', 'a whole number from 0 to 1000'],
  ['gc', '0 3 * * 0', 'six fields'],
  ['proxy_project', 'https://registry.example', 'NAME=URL'],
  ['log_size', '50MB', 'such as 500k, 50M or 1G'],
  ['log_count', '0', 'a whole number from 1 to 999'],
  ['http_proxy', 'proxy.lan:3128', 'an http:// or https:// address'],
  ['no_proxy', 'localhost, .lan', 'without spaces'],
  ['trust', '[podman]', 'a list of docker and k3s'],
])('%s: %s is refused, with what is allowed', (key, value, words) => {
  const said = saidOf(withField(setting(key), value));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`edge-phase1.yml:2:`);
  expect(said[0]).toContain(words);
});

test.each(['source', 'http_proxy', 'https_proxy', 'proxy_project'])(
  'a password in %s is refused, and not repeated: it would stand in command lines and in the evidence',
  (key) => {
    const said = saidOf(withField(setting(key), 'https://user:hunter2@mirror.example/harbor.tgz'));
    expect(said).toHaveLength(1);
    expect(said[0]).not.toContain('hunter2');
  },
);

test.each([
  ['source', '/root/harbor-offline-installer-v2.14.0.tgz'],
  ['source', 'https://mirror.example:8443/harbor-offline-installer-v2.14.0.tgz'],
  ['source', 'registry:2'],
  ['source', `registry@sha256:${'ab'.repeat(32)}`],
  ['hostname', '192.168.1.10'],
  ['version', '2.10.3'],
  ['gc', '0 0 3 * * SUN'],
])('%s: %s is taken', (key, value) => {
  expect(read(key, value)).toBe(value);
});
