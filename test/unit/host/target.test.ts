import { Refusal } from '../../../src/host/host';
import { parseTarget, targetName } from '../../../src/host/target';

test.each([
  ['local', 'local'],
  ['ssh://deploy@edge', 'ssh://deploy@edge:22'],
  ['ssh://deploy@Edge.Example:2222', 'ssh://deploy@edge.example:2222'],
  ['ssh://deploy@10.0.0.7/', 'ssh://deploy@10.0.0.7:22'],
  ['ssh://root@[FE80::1]', 'ssh://root@[fe80::1]:22'],
  ['ssh://root@[::1]:65535', 'ssh://root@[::1]:65535'],
  ['ssh://svc_ci$@edge_1', 'ssh://svc_ci$@edge_1:22'],
])('%s is %s', (value, name) => {
  expect(targetName(parseTarget(value))).toBe(name);
});

test('an IPv6 address loses its brackets', () => {
  expect(parseTarget('ssh://root@[::1]:2022')).toEqual({ kind: 'ssh', user: 'root', host: '::1', port: 2022 });
});

test.each([
  '',
  'Local',
  'edge',
  'deploy@edge',
  'ssh://edge',
  'ssh://@edge',
  'ssh://deploy@',
  'ssh://deploy@edge:',
  'ssh://deploy@edge:0',
  'ssh://deploy@edge:65536',
  'ssh://deploy@edge:22x',
  'ssh://deploy@edge/path',
  'ssh://deploy@edge?x=1',
  'ssh://deploy@-oProxyCommand=x',
  'ssh://-oProxyCommand=x@edge',
  'ssh://deploy@edge;id',
  'ssh://de ploy@edge',
  'ssh://deploy@edge name',
  'ssh://deploy@[::1',
  'ssh://deploy@[not-an-address]',
  'ssh://deploy@::1',
  'http://deploy@edge',
  'ssh://deploy@edge\nssh://x@y',
])('%j is refused, with what is allowed', (value) => {
  const refusal = refusalOf(value);
  expect(refusal.code).toBe('host-target');
  expect(refusal.message).toContain('`host`');
  expect(refusal.wayOut).toContain('ssh://user@name[:port]');
});

test.each(['ssh://deploy:hunter2@edge', 'deploy:hunter2@edge', 'ssh://deploy:hun@ter2@edge', 'http://a:hunter2@b:x'])(
  'a password is not repeated: %s',
  (value) => {
    const { message, wayOut } = refusalOf(value);
    expect(message + wayOut).not.toMatch(/hun|ter2/);
    expect(message).toContain('password');
  },
);

test('a key put into the wrong field is not repeated', () => {
  const { message } = refusalOf('-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n');
  expect(message).not.toContain('c2VjcmV0');
});

function refusalOf(value: string): Refusal {
  try {
    parseTarget(value);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error(`${value} was not refused`);
}
