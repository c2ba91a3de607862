import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '../../scripts/evidence-of-runs.sh');
const missing = ['jq', 'zip', 'unzip'].filter((tool) => spawnSync('which', [tool]).status !== 0);

/** `gh api`, with answers from a folder; its --jq filter is carried out by jq, which has the same language. */
const GH = `#!/usr/bin/env bash
set -euo pipefail
case "$*" in
  'api --paginate repos/me/edge/actions/artifacts?per_page=100 --jq '*) jq -r "\${@: -1}" "$ANSWERS/artifacts.json" ;;
  'api repos/me/edge/actions/artifacts/'*'/zip')
    zip=$ANSWERS/$(basename "$(dirname "$2")").zip
    [[ ! -e $zip.status ]] || { echo '{"message":"no"}'; echo "gh: no (HTTP $(<"$zip.status"))" >&2; exit 1; }
    cat "$zip" ;;
  *) echo "unexpected: gh $*" >&2; exit 1 ;;
esac
`;

interface Artifact {
  readonly id: number;
  readonly name?: string;
  readonly expired?: boolean;
  readonly branch?: string;
  readonly head?: number;
}

const describeWithTools = missing.length === 0 ? describe : describe.skip;

describeWithTools(
  `evidence-of-runs.sh${missing.length > 0 ? ` (skipped: there is no ${missing.join(', ')})` : ''}`,
  () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'evidence-of-runs-'));
      mkdirSync(join(folder, 'bin'));
      writeFileSync(join(folder, 'bin/gh'), GH);
      chmodSync(join(folder, 'bin/gh'), 0o755);
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    function artifact({
      id,
      name: called = 'edge-phase1-20261125T010754Z-q8fc',
      branch = 'main',
      head = 1,
      ...more
    }: Artifact) {
      return {
        ...{ id, name: called, expired: false, ...more },
        workflow_run: { repository_id: 1, head_repository_id: head, head_branch: branch },
      };
    }
    function zip(id: number, files: Readonly<Record<string, string>>) {
      const inside = join(folder, `zip-${id}`, 'a', 'b');
      mkdirSync(inside, { recursive: true });
      for (const [file, text] of Object.entries(files)) writeFileSync(join(inside, file), text);
      execFileSync('zip', ['-q', join(folder, `${id}.zip`), ...Object.keys(files)], { cwd: inside });
    }
    function fetched(artifacts: readonly Artifact[]) {
      writeFileSync(join(folder, 'artifacts.json'), JSON.stringify({ artifacts: artifacts.map(artifact) }));
      const env = {
        ...{ PATH: `${folder}/bin:${process.env.PATH}`, ANSWERS: folder },
        ...{ GITHUB_REPOSITORY: 'me/edge', DEFAULT_BRANCH: 'main' },
      };
      return spawnSync('bash', [SCRIPT, join(folder, 'out')], { env, encoding: 'utf8' });
    }

    test('fetches each evidence document into a folder of its own, and nothing else of the archive', () => {
      zip(1, { 'evidence.json': 'one', 'report.md': 'x' });
      zip(2, { 'evidence.json': 'two' });
      const { status, stdout } = fetched([{ id: 1 }, { id: 2, name: 'edge-phase1-20261126T010754Z-a1b2' }]);
      expect([status, stdout]).toEqual([0, 'Fetched the evidence of 2 runs.\n']);
      expect(readdirSync(join(folder, 'out/1'))).toEqual(['evidence.json']);
      expect(readFileSync(join(folder, 'out/2/evidence.json'), 'utf8')).toBe('two');
    });

    test('keeps to its folder, whatever paths an archive names', () => {
      const inside = join(folder, 'zip-3', 'a', 'b');
      mkdirSync(inside, { recursive: true });
      writeFileSync(join(folder, 'zip-3', 'evidence.json'), 'climbing');
      execFileSync('zip', ['-q', join(folder, '3.zip'), '../../evidence.json'], { cwd: inside });
      expect(fetched([{ id: 3 }]).status).toBe(0);
      expect(readFileSync(join(folder, 'out/3/evidence.json'), 'utf8')).toBe('climbing');
      expect(readdirSync(join(folder, 'out'))).toEqual(['3']);
    });

    test.each<[string, Omit<Artifact, 'id'>]>([
      ['of a fork', { head: 2 }],
      ['of a pull request', { branch: 'feature' }],
      ['that have expired', { expired: true }],
      ['that are no evidence', { name: 'edge-phase1-documents' }],
    ])('leaves out artifacts %s', (_, more) => {
      const { status, stdout } = fetched([{ id: 1, ...more }]);
      expect([status, stdout]).toEqual([0, 'Fetched the evidence of 0 runs.\n']);
    });

    test('one that expires meanwhile is said, and does not stop it; one that is refused does', () => {
      zip(2, { 'evidence.json': 'two' });
      writeFileSync(join(folder, '1.zip.status'), '410');
      const { status, stdout, stderr } = fetched([{ id: 1 }, { id: 2 }]);
      expect([status, stdout]).toEqual([0, 'Fetched the evidence of 1 runs.\n']);
      expect(stderr).toContain('::warning::Artifact 1 is not there any more.');
      writeFileSync(join(folder, '1.zip.status'), '403');
      expect(fetched([{ id: 1 }, { id: 2 }])).toMatchObject({ status: 1, stderr: expect.stringContaining('HTTP 403') });
    });

    test('an archive without evidence is said, and does not stop it', () => {
      zip(1, { 'report.md': 'x' });
      zip(2, { 'evidence.json': 'two' });
      const { status, stderr } = fetched([{ id: 1 }, { id: 2 }]);
      expect(status).toBe(0);
      expect(stderr).toContain('Artifact 1 holds no evidence.');
      expect(readFileSync(join(folder, 'out/2/evidence.json'), 'utf8')).toBe('two');
    });
  },
);
