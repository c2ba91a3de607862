import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { advise } from '../../../src/build/advisor/advise';
import { unifiedDiff as unified } from '../../../src/build/advisor/diff';
import { type Instruction, parseDockerfile } from '../../../src/build/advisor/dockerfile';
import { adviceMarkdown, adviceText } from '../../../src/build/advisor/report';
import type { Finding, Patch, Project, RuleId } from '../../../src/build/advisor/types';
import { fixtures } from './fixture';

const summary = (finding: Finding) => ({
  rule: finding.rule,
  lines: finding.lines && `${finding.lines.first}-${finding.lines.last}`,
  title: finding.title,
  patch: finding.patch ? true : finding.noPatch,
});

test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
  '%s: what is found',
  (_, { project, expected }) => {
    const advice = advise(project);
    expect({ problem: advice.problem, findings: advice.findings.map(summary) }).toEqual(expected);
  },
);

test('the fixtures reach every rule that looks at files, and most of them with a patch', () => {
  const all = fixtures.flatMap(({ project }) => advise(project).findings);
  const rules = new Set(all.map((finding) => finding.rule));
  expect([...rules].sort()).toEqual(
    (
      [
        'cache-mount',
        'context-bulk',
        'context-secrets',
        'ignore-file-missing',
        'install-behind-copy',
        'ownership-layer',
        'remote-add',
        'serial-stages',
        'unpinned-base',
      ] satisfies RuleId[]
    ).sort(),
  );
  expect(fixtures.length).toBeGreaterThanOrEqual(20);
});

const patched: [string, Project, Finding][] = fixtures.flatMap(({ name, project }) =>
  advise(project).findings.flatMap((finding): [string, Project, Finding][] =>
    finding.patch ? [[`${name}: ${finding.rule} ${finding.lines?.first}`, project, finding]] : [],
  ),
);

describe.each(patched)('%s', (_, project, { rule, title, patch }) => {
  const after = applied(project, patch!);

  test('git and patch apply it, to the byte', () => {
    for (const tool of [
      ['git', 'apply', '--whitespace=nowarn', 'the.diff'],
      ['patch', '--binary', '-s', '-p1', '-i', 'the.diff'],
    ]) {
      expect(appliedBy(tool, patch!)).toEqual(patch!.files.map((file) => file.after));
    }
  });

  test('what it was for is not reported any more, and nothing new is', () => {
    const count = (from: Project) => advise(from).findings.filter((f) => f.rule === rule && f.title === title).length;
    expect(count(after)).toBe(count(project) - 1);
    const rules = (from: Project) => new Set(advise(from).findings.map((finding) => finding.rule));
    // With an ignore file, what it still lets through is called by its own name.
    const known = rules(project).add(rules(project).has('ignore-file-missing') ? 'context-bulk' : rule);
    expect([...rules(after)].filter((one) => !known.has(one))).toEqual([]);
  });

  test('it keeps comments, directives, line ends and every other instruction', () => {
    const [was, is] = [project.dockerfile.text, after.dockerfile.text];
    expect(parseDockerfile(is).broken).toBeUndefined();
    expect(comments(is)).toEqual(comments(was));
    expect(/(?<!\r)\n/.test(is)).toBe(/(?<!\r)\n/.test(was));
    const [before, now] = [essence(was), essence(is)];
    expect(now.commands).toEqual(before.commands);
    const added = now.others.filter((one) => !before.others.includes(one));
    expect(before.others.filter((one) => !now.others.includes(one))).toEqual([]);
    expect(added.every((one) => rule === 'install-behind-copy' && one.startsWith('COPY '))).toBe(true);
    expect(added.length).toBeLessThanOrEqual(1);
  });
});

function applied(project: Project, patch: Patch): Project {
  const find = (path: string | undefined) => patch.files.find((file) => file.path === path)?.after;
  const ignore = find(project.ignoreFile?.path ?? '.dockerignore');
  const text = find('Dockerfile') ?? project.dockerfile.text;
  const ignoreFile = ignore === undefined ? project.ignoreFile : { path: '.dockerignore', text: ignore };
  return { ...project, dockerfile: { path: 'Dockerfile', text }, ignoreFile };
}

function appliedBy([program, ...args]: readonly string[], patch: Patch): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-'));
  try {
    for (const { path, before } of patch.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (before !== undefined) writeFileSync(join(folder, path), before);
    }
    writeFileSync(join(folder, 'the.diff'), patch.diff);
    execFileSync(program!, args, {
      cwd: folder,
      stdio: 'pipe',
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    return patch.files.map(({ path }) => readFileSync(join(folder, path), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const comments = (text: string) => text.split(/\r?\n/).filter((line) => line.trim().startsWith('#'));

/** What a Dockerfile does, without what the patches are allowed to change. */
function essence(text: string) {
  const all = parseDockerfile(text).stages.flatMap((stage) => stage.instructions);
  const commands = all.flatMap((run) => run.commands.map((command) => plain(command.words.map((word) => word.value))));
  const others = all.filter((one) => one.commands.length === 0).map(other);
  const cleaning = /^(npm|yarn) cache clean|^pnpm store prune$|^poetry cache clear |^chmod \S+ \S+$/;
  return { commands: commands.filter((command) => !cleaning.test(command)), others };

  function other({ keyword, flags, args }: Instruction): string {
    const kept = flags
      .filter(({ name }) => name !== 'chown' && name !== 'chmod')
      .map(({ name, value }) => `--${name}=${value}`);
    return [keyword, ...kept, ...args].join(' ');
  }
}

const plain = (words: readonly string[]) =>
  words
    .join(' ')
    .replace(' -o Dir::Cache::Archives=/run/apt-archives', '')
    .replace(' --no-cache-dir', '')
    .replace(/^chown -R /, 'chown ');

describe('patches of any texts', () => {
  test('apply', () => {
    const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '  d\n');
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'end', 'end\n'))
      .map(([lines, end]) => lines.join('') + end);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 20, maxLength: 40 }), (pairs) => {
        const files = pairs
          .map(([before, after], i) => ({ path: `folder/file ${i}.txt`, before, after }))
          .filter(({ before, after }) => before !== after);
        const patch = { files, diff: files.map((file) => unified(file)).join('') };
        expect(appliedBy(['git', 'apply', '--whitespace=nowarn', 'the.diff'], patch)).toEqual(
          files.map((f) => f.after),
        );
      }),
      { numRuns: 10 },
    );
  });
});

test('no text makes the advisor fail, and every patch of it can be read again', () => {
  const piece = fc.constantFrom(
    'FROM a\n',
    'FROM a AS b\n',
    'RUN ',
    'apt-get install x',
    'pip install --no-cache-dir -r r.txt',
    ' && ',
    ' \\\n',
    '\n',
    '# c\n',
    'COPY . .\n',
    'COPY --from=b /x /app/x\n',
    '<<EOF\n',
    'EOF\n',
    '"',
    "'",
    '$(',
    ')',
    'RUN npm ci && npm run x\n',
    'RUN chown -R a:b /app\n',
    'WORKDIR /app\n',
    '\r\n',
    '["a", ',
    '# escape=`\n',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const files = ['r.txt', 'package.json', '.git/x', '.env'].map((path) => ({
        path,
        bytes: 2_000_000,
        mode: 0o644,
      }));
      const project: Project = {
        dockerfile: { path: 'Dockerfile', text: pieces.join('') },
        ignoreFile: { path: '.dockerignore', text: '' },
        listing: { files, complete: true },
        read: () => '{}',
        vertices: undefined,
        registry: 'registry.example.org',
      };
      const advice = advise(project);
      for (const { patch, noPatch } of advice.findings) {
        expect(patch === null).toBe(noPatch !== null);
        if (patch) expect(parseDockerfile(applied(project, patch).dockerfile.text).broken).toBeUndefined();
      }
      adviceText(advice, 'Dockerfile');
      adviceMarkdown(advice, 'Dockerfile');
    }),
    { numRuns: 300 },
  );
});

describe('where yarn, pnpm and poetry keep what they fetched', () => {
  const LOCKS: Readonly<Record<string, string>> = {
    'yarn.lock': '# yarn lockfile v1\n',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    'poetry.lock': '',
    'package.json': '{"name":"x"}',
  };
  const withFiles = (run: string, files: Readonly<Record<string, string | undefined>>, before = ''): Project => ({
    dockerfile: { path: 'Dockerfile', text: `FROM node:20@sha256:${'0'.repeat(64)}\n${before}RUN ${run}\n` },
    ignoreFile: { path: '.dockerignore', text: '.git\n' },
    listing: { files: Object.keys(files).map((path) => ({ path, bytes: 1 })), complete: true },
    read: (path) => files[path],
    vertices: undefined,
    registry: undefined,
  });
  const found = (...given: Parameters<typeof withFiles>) =>
    advise(withFiles(...given)).findings.find(({ rule }) => rule === 'cache-mount');
  const targets = (finding: Finding | undefined) =>
    [...(finding?.patch?.files[0]?.after ?? '').matchAll(/target=([^, ]+)/g)].map(([, target]) => target);

  test.each([
    ['yarn install', {}, '', ['/usr/local/share/.cache/yarn']],
    ['yarn --frozen-lockfile', {}, '', ['/usr/local/share/.cache/yarn']],
    [
      'yarn install',
      { '.yarnrc.yml': 'nodeLinker: node-modules\nyarnPath: .yarn/releases/yarn-4.5.0.cjs\n' },
      '',
      ['/root/.yarn/berry/cache'],
    ],
    [
      'yarn install',
      { '.yarnrc.yml': 'nodeLinker: node-modules\nenableGlobalCache: true\n' },
      '',
      ['/root/.yarn/berry/cache'],
    ],
    ['pnpm i', {}, '', ['/root/.local/share/pnpm/store']],
    ['pnpm i', {}, 'ENV PNPM_HOME /opt/pnpm\n', ['/opt/pnpm/store']],
    [
      'pnpm i',
      { 'pnpm-lock.yaml': 'lockfileVersion: 5.4\n' },
      'RUN corepack prepare pnpm@7.33.6 --activate\n',
      ['/root/.local/share/pnpm/store'],
    ],
    ['poetry -n install --no-root', {}, '', ['/root/.cache/pypoetry/cache', '/root/.cache/pypoetry/artifacts']],
    [
      'POETRY_VIRTUALENVS_CREATE=false poetry sync',
      {},
      '',
      ['/root/.cache/pypoetry/cache', '/root/.cache/pypoetry/artifacts'],
    ],
  ])('%s with %o%s', (run, files, before, expected) => {
    expect(targets(found(run, { ...LOCKS, ...files }, before))).toEqual(expected);
  });

  test.each([
    ['yarn install', { 'yarn.lock': undefined }, '', 'which version of yarn'],
    ['yarn install --offline', {}, '', 'an earlier step left'],
    ['yarn install', { '.yarnrc': 'cache-folder "./c"\n' }, '', '.yarnrc may say'],
    [
      'yarn install',
      { 'package.json': '{"packageManager":"yarn@3.6.1"}', '.yarnrc.yml': 'nodeLinker: node-modules\n' },
      '',
      'in the project itself',
    ],
    [
      'yarn install',
      { '.yarnrc.yml': 'nodeLinker: node-modules\nenableGlobalCache: false\n' },
      '',
      'in the project itself',
    ],
    ['yarn install', {}, 'RUN corepack prepare yarn@stable --activate\n', "Plug'n'Play"],
    ['yarn install', {}, 'ENV YARN_CACHE_FOLDER=/c\n', 'YARN_CACHE_FOLDER is set'],
    ['pnpm i', { 'pnpm-lock.yaml': undefined }, '', 'which version of pnpm'],
    ['pnpm i', { 'pnpm-lock.yaml': 'lockfileVersion: 5.4\n' }, '', 'which version of pnpm'],
    ['pnpm i', { 'pnpm-workspace.yaml': 'enableGlobalVirtualStore: true\n' }, '', 'pnpm-workspace.yaml may'],
    ['pnpm i', { '.npmrc': 'package-import-method=hardlink\n' }, '', '.npmrc may'],
    ['pnpm i --offline', {}, 'RUN pnpm fetch\n', 'both would need the mount'],
    ['pnpm i', {}, 'ARG PNPM_HOME\n', 'not a plain path'],
    ['poetry install --no-cache', {}, '', '--no-cache switches'],
    ['poetry install', {}, 'RUN poetry config cache-dir /c\n', 'cache-dir'],
    ['poetry install && rm -rf ~/.cache/pypoetry', {}, '', 'deletes'],
    ['poetry install; poetry cache clear --all pypi', {}, '', 'cannot be taken out safely'],
  ])('no mount for %s with %o%s', (run, files, before, why) => {
    const finding = found(run, { ...LOCKS, ...files }, before);
    expect(finding?.patch).toBeNull();
    expect(finding?.noPatch).toContain(why);
  });

  test('nothing is concluded from a listing that was cut off, and a question for the version is no install', () => {
    const project = withFiles('pnpm i', LOCKS);
    const cut = { ...project, listing: { ...project.listing!, complete: false } };
    expect(advise(cut).findings.find(({ rule }) => rule === 'cache-mount')?.noPatch).toContain('not all known');
    expect(found('yarn --version', LOCKS)).toBeUndefined();
  });
});
