import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advise } from '../../../src/build/advisor/advise';
import { adviseCommand } from '../../../src/build/advisor/command';
import { openProject } from '../../../src/build/advisor/listing';
import { adviceMarkdown, adviceText } from '../../../src/build/advisor/report';
import type { Vertex } from '../../../src/build/vertex';
import { UsageError } from '../../../src/usage-error';
import { fixtures } from './fixture';

const fixture = (name: string) => fixtures.find((one) => one.name === name)!.project;
const digest = `sha256:${'ab'.repeat(32)}`;
const vertex = (name: string, seconds: number | null, cached = false): Vertex => ({
  digest: name,
  name,
  inputs: [],
  startedAt: 0,
  seconds,
  cached,
  bytes: null,
  error: null,
});
const measured = [
  vertex('[internal] load build context', 8),
  vertex(`[1/4] FROM docker.io/library/python:3.12-slim@${digest}`, 1),
  vertex('[2/4] WORKDIR /app', 0.1),
  vertex('[3/4] COPY . .', 2),
  vertex('[4/4] RUN pip install --no-cache-dir -r requirements.txt', 92.5),
];

describe('measured', () => {
  const { findings } = advise({ ...fixture('python-flask'), vertices: measured });
  const of = (rule: string) => findings.find((finding) => finding.rule === rule)!;

  test('the cost is the time of the step, and the saving says what it rests on', () => {
    expect(of('install-behind-copy').cost).toEqual({
      seconds: 92.5,
      bytes: null,
      basis: "Measured: BuildKit's time for line 4.",
    });
    expect(of('install-behind-copy').saving).toMatchObject({
      seconds: 92.5,
      kind: 'about',
      scenario: 'one source file changed',
    });
    expect(of('cache-mount').saving).toMatchObject({ seconds: 92.5, kind: 'at most' });
  });

  test('secrets stand first, then what costs most', () => {
    expect(findings.map((finding) => finding.rule)).toEqual([
      'context-secrets',
      'install-behind-copy',
      'cache-mount',
      'ignore-file-missing',
      'unpinned-base',
    ]);
  });

  test('of sending the context, the share of the bytes', () => {
    const { cost, saving } = of('ignore-file-missing');
    expect(cost.bytes).toBe(54200100 + 240 + 96 + 31000);
    expect(saving.seconds).toBeCloseTo(8 * 0.9994, 2);
  });

  test('a base is pinned to the digest of the measured build', () => {
    expect(of('unpinned-base').patch!.files[0]!.after).toContain(`FROM python:3.12-slim@${digest}\n`);
  });
});

test('without vertices nothing is said to be measured, and no seconds are made up', () => {
  for (const { project } of fixtures) {
    for (const { cost, saving } of advise(project).findings) {
      expect(cost.seconds).toBeNull();
      expect(saving.seconds).toBeNull();
      expect(cost.basis + saving.basis).not.toContain('Measured:');
      expect(saving.basis).not.toBe('');
    }
  }
});

test('a step from the cache has no cost, and a step of another Dockerfile is not taken for this one', () => {
  const cost = (vertices: readonly Vertex[]) =>
    advise({ ...fixture('python-flask'), vertices }).findings.find((f) => f.rule === 'cache-mount')!.cost;
  expect(cost([vertex('[4/4] RUN pip install --no-cache-dir -r requirements.txt', 0, true)])).toMatchObject({
    seconds: null,
    basis: expect.stringContaining('from the cache'),
  });
  expect(cost([vertex('[4/4] COPY a b', 9)]).seconds).toBeNull();
  expect(cost([vertex('[other 4/4] RUN pip install', 9)]).seconds).toBeNull();
});

test('a cut-off listing proves nothing about what is missing', () => {
  const project = fixture('node-build-in-one-run');
  const { findings } = advise({ ...project, ignoreFile: undefined, listing: { ...project.listing!, complete: false } });
  expect(findings.find((f) => f.rule === 'install-behind-copy')!.noPatch).toContain('not known');
});

test('without a listing there is advice, and no patch that would need one', () => {
  const { findings } = advise({ ...fixture('python-flask'), listing: undefined });
  expect(findings.map((f) => [f.rule, f.patch === null])).toEqual(
    expect.arrayContaining([
      ['install-behind-copy', true],
      ['ignore-file-missing', true],
      ['cache-mount', false],
    ]),
  );
});

test('a registry in the local network is suggested for the cache, with what it needs', () => {
  const { findings } = advise({ ...fixture('node-good'), registry: 'registry.example.org:5000' });
  expect(findings.map((f) => f.rule)).toEqual(['registry-cache']);
  expect(findings[0]!.reason).toContain('ref=registry.example.org:5000/cache/NAME,mode=max');
});

test('text of a Dockerfile takes no effect where the advice is shown', () => {
  const text = 'FROM @team/x\u001b[31m<!--:latest\nCOPY . .\nRUN npm ci # ```\n';
  const advice = advise({ ...fixture('json-form'), dockerfile: { path: 'Dockerfile', text } });
  expect(adviceText(advice, 'Dockerfile')).not.toContain('\u001b');
  const markdown = adviceMarkdown(advice, 'Docker`file@here');
  expect(markdown.replace(/```+diff[\s\S]*?```+/g, '')).not.toMatch(/<!--|@team|@here/);
});

describe('on a folder', () => {
  const folder = () => {
    const context = mkdtempSync(join(tmpdir(), 'advise with space-'));
    writeFileSync(
      join(context, 'Dockerfile'),
      'FROM python:3.12\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n',
    );
    writeFileSync(join(context, 'requirements.txt'), 'flask\n');
    mkdirSync(join(context, 'docker'));
    writeFileSync(join(context, 'docker', 'Other file'), 'FROM alpine\nCOPY . /app\n');
    writeFileSync(join(context, 'id_rsa'), 'x');
    symlinkSync('/etc/passwd', join(context, 'linked.txt'));
    return context;
  };

  test('the command prints the findings, as text or as JSON', () => {
    const context = folder();
    expect(adviseCommand(['--context', context])).toContain('[install-behind-copy, ');
    const advice = JSON.parse(adviseCommand(['--context', context, '--json']) as string);
    expect(advice.findings.map((f: { rule: string }) => f.rule)).toContain('context-secrets');
  });

  test('a Dockerfile in another folder, with its own ignore file', () => {
    const context = folder();
    const dockerfile = join(context, 'docker', 'Other file');
    writeFileSync(`${dockerfile}.dockerignore`, 'id_rsa\n');
    const project = openProject(context, dockerfile, { vertices: undefined, registry: undefined });
    expect(project.dockerfile.path).toBe('docker/Other file');
    expect(project.ignoreFile!.path).toBe('docker/Other file.dockerignore');
    expect(advise(project).findings.map((f) => f.rule)).toEqual(['unpinned-base']);
  });

  test('nothing outside the context is read', () => {
    const { read } = openProject(folder(), '/dev/null', { vertices: undefined, registry: undefined });
    expect(read!('requirements.txt')).toBe('flask\n');
    expect(read!('../../etc/passwd')).toBeUndefined();
    expect(read!('linked.txt')).toBeUndefined();
  });

  test.each([
    [['--context', '/nowhere'], '--dockerfile'],
    [['--wrong'], 'Unknown option'],
    [['--vertices', '/dev/null'], 'no list of measured steps'],
    [['--runs', '3'], '--runs says how a patch is tried: it needs --try'],
  ])('%j is refused in words', (args, message) => {
    expect(() => adviseCommand(args)).toThrow(UsageError);
    expect(() => adviseCommand(args)).toThrow(message);
  });
});

describe('a step that deletes the cache itself', () => {
  const patchOf = (run: string) => {
    const text = `FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt && ${run}\n`;
    const project = { ...fixture('python-flask'), dockerfile: { path: 'Dockerfile', text } };
    return advise(project).findings.find(({ rule }) => rule === 'cache-mount')!;
  };

  test.each([
    'rm -rf /root/.cache',
    'rm -rf /root/.cache/',
    'rm -r ~/.cache/pip',
    'rm -rf "$HOME/.cache"',
    'rm -rf /root/.cache/pip/http',
    'rm -rf /tmp/* /root/.cache/*',
    'rm -rf /root/.c*',
    'rm -rf $LEFT_OVERS',
  ])('gets no mount in the way of: %s', (run) => {
    expect(patchOf(run)).toMatchObject({ patch: null, noPatch: expect.stringContaining('the same step deletes') });
  });

  test.each(['rm -rf /tmp/*', 'rm -rf /var/lib/apt/lists/*', 'rm -rf /root/.cachet', 'rm -f build.log'])(
    'gets one where that is something else: %s',
    (run) => {
      expect(patchOf(run).noPatch).toBeNull();
    },
  );
});
