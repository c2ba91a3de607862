import { saidOf, withField } from './said';

test.each([
  ['kubernetes.cluster', 'k3s', 'Allowed is auto or none.'],
  [
    'kubernetes.kubeconfig',
    '/home/deploy/.kube/config',
    'Allowed is a path under /etc, where only root can put files, or null.',
  ],
  [
    'kubernetes.kubeconfig',
    '/etc/../home/deploy/config',
    'Allowed is a path under /etc, or null, without . and .. in it and without a slash at its end.',
  ],
  ['checks.disk_pressure.window_hours', '0', 'Allowed is a number of hours above 0 and up to 8760.'],
  [
    'checks.build_time.scenario',
    'Cold build',
    'Allowed is a name of lower-case letters, digits, - and _, as build-test reports it.',
  ],
  ['checks.harbor.url', 'https://admin:secret@edge.example', 'Allowed is http:// or https://'],
  ['checks.harbor.url', 'https://edge.example/api', 'Allowed is http:// or https://'],
  ['checks.harbor.url', 'file:///etc/passwd', 'Allowed is http:// or https://'],
  ['checks.harbor.url', '-o/tmp/x', 'Allowed is http:// or https://'],
  ['checks.pods.expected', '0', 'Allowed is a whole number from 1 to 10000, or auto.'],
  ['checks.success', '101', 'Allowed is a number above 0 and up to 100, without the % sign.'],
  ['preflight.backup.path', 'backup', 'Allowed is an absolute path, or null,'],
])('%s may not be %s', (field, value, allowed) => {
  expect(saidOf(withField(field, value))).toEqual([expect.stringContaining(allowed)]);
});

test.each([
  ['checks.harbor.url', 'http://10.0.0.5'],
  ['checks.harbor.url', '"https://[fe80::1]:8443"'],
  ['checks.pods.expected', 'auto'],
  ['kubernetes.kubeconfig', '/etc/rancher/k3s/k3s.yaml'],
])('%s may be %s', (field, value) => {
  expect(saidOf(withField(field, value))).toEqual([]);
});
