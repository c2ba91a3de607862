import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { kubectl, readLines } from '../../../src/facts/kubectl';
import { kubernetesFacts, kubernetesReads } from '../../../src/facts/kubernetes';
import { settings } from '../steps/variants';

describe('which tool and which kubeconfig', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
    mkdirSync(join(folder, '.kube'));
    symlinkSync('/usr/bin/id', join(folder, 'id'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const install = (name: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $* with $KUBECONFIG"\n`);
    chmodSync(join(folder, name), 0o755);
  };
  const ask = (kubeconfig: string | null, env = {}) => {
    const [, ...args] = kubectl(kubeconfig, 'get', 'pods') as readonly string[];
    try {
      const options = { env: { PATH: folder, HOME: folder, ...env }, stdio: 'pipe', encoding: 'utf8' } as const;
      return execFileSync('/bin/sh', args, options).trim();
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return `${status}: ${stderr.trim()}`;
    }
  };
  const asked = 'get pods with';

  test('kubectl, where it is there', () => {
    install('kubectl');
    install('k3s');
    expect(ask('/etc/edge-phase1/kubeconfig')).toMatch(
      /^kubectl --request-timeout=10s .*get pods with \/etc\/edge-phase1\/kubeconfig$/,
    );
  });

  test('k3s kubectl, where only K3s is there', () => {
    install('k3s');
    expect(ask('/etc/k')).toMatch(/^k3s kubectl --request-timeout=10s .*get pods with \/etc\/k$/);
  });

  test('neither: it says so, and does not look like an answer', () => {
    expect(ask('/etc/k')).toBe('127: neither kubectl nor k3s is installed');
  });

  test('the configured kubeconfig comes before $KUBECONFIG, and that before the one in the home folder', () => {
    install('kubectl');
    writeFileSync(join(folder, '.kube/config'), '');
    expect(ask('/etc/k', { KUBECONFIG: '/other' })).toContain(`${asked} /etc/k`);
    expect(ask(null, { KUBECONFIG: '/other' })).toContain(`${asked} /other`);
    expect(ask(null)).toContain(`${asked} ${folder}/.kube/config`);
  });

  test('without any it says so, instead of asking localhost', () => {
    install('kubectl');
    expect(ask(null)).toBe('78: there is no kubeconfig');
  });

  test('K3s whose own file this user may not read', () => {
    install('k3s');
    expect(ask(null)).toMatch(/^78: \/etc\/rancher\/k3s\/k3s\.yaml may not be read by \w+$/);
  });
});

describe('what the templates print', () => {
  test('one object a line, and their number', () => {
    expect(readLines('{"a":1}\n{"a":null}\n{"total":2}\n')).toEqual({ items: [{ a: 1 }, { a: null }], total: 2 });
    expect(readLines('{"total":0}\n')).toEqual({ items: [], total: 0 });
  });

  test.each([
    ['nothing', ''],
    ['no number at the end', '{"a":1}\n'],
    ['half a line', '{"a":1}\n{"tot'],
    ['an error of the template', '{"a":%!q(<nil>)}\n{"total":1}'],
    ['a table', 'NAME  STATUS\nedge  Ready'],
  ])('%s is no answer', (_, output) => {
    expect(readLines(output)).toBeUndefined();
  });

  /** As strconv.Quote of Go writes what may stand in a name, a reason or a message. */
  const goQuote = (text: string) =>
    `"${[...text].map((char) => GO[char] ?? (/[\p{L}\p{N}\p{P}\p{S} ]/u.test(char) ? char : goHex(char))).join('')}"`;
  const GO: Record<string, string> = {
    ...{ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r', '\f': '\\f', '\b': '\\b' },
    ...{ '\u0007': '\\a', '\v': '\\v' },
  };
  const goHex = (char: string) => {
    const point = char.codePointAt(0)!;
    if (point < 0x80) return `\\x${point.toString(16).padStart(2, '0')}`;
    return point < 0x10000 ? `\\u${point.toString(16).padStart(4, '0')}` : `\\U${point.toString(16).padStart(8, '0')}`;
  };

  test('every text comes back as it was, however Go quotes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readLines(`{"a":${goQuote(text)}}\n{"total":1}`)?.items).toEqual([{ a: text }]);
      }),
    );
  });
});

test('nothing is read or known of a cluster where the configuration says that there is none', () => {
  const config = settings({ 'kubernetes.cluster': 'none' });
  expect(kubernetesReads(config)).toEqual([]);
  expect(kubernetesFacts([], config)).toBeUndefined();
});

test('no configured value is part of a program', () => {
  const config = settings({ 'kubernetes.kubeconfig': '/etc/x;$(reboot)' });
  const programs = kubernetesReads(config).map(({ argv }) => argv[2]);
  expect(programs.filter((program) => String(program).includes('reboot'))).toEqual([]);
});
