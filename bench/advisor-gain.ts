// What the advisor's patches gain on a disk as slow as a hard disk: `npx tsx bench/advisor-gain.ts [rounds] [operations a second]`. A
// Python service as people write them, in the folder in which somebody works on it, is built as it is and with all patches, in turn,
// by the host script, as `advise --try all` does.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { canRunDocker, type DockerHost, startDocker } from '../lab/docker';
import { openProject } from '../src/build/advisor/listing';
import { type Trial, trialOf } from '../src/build/advisor/trial';
import { type BuildTestResult, goodRuns, parseResult, type Scenario } from '../src/build/result';
import { compare } from '../src/stats/compare';
import { spread } from './spread';

const [rounds = 6, operations = 120] = process.argv.slice(2).map(Number);
const TO_REACH = { cold: 0.7, changed: 0.2 } as const;

const DOCKERFILE = `FROM python:3.13

RUN useradd --create-home app
WORKDIR /app

COPY . .
RUN apt-get update && apt-get install -y gcc libpq-dev && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir -r requirements.txt
RUN chown -R app:app /app

USER app
CMD ["python", "-m", "service"]
`;

/** Its dependencies: name and number of modules. */
const PACKAGES: Readonly<Record<string, number>> = { framework: 120, database: 250, client: 60, templates: 40 };

/** About 8 KiB of Python. */
const moduleText = (name: string) =>
  Array.from(
    { length: 90 },
    (_, i) => `def ${name}_${i}(value):\n    """Returns it, ${i} times."""\n    return [value] * ${i}\n`,
  ).join('\n');

/** The service, 60 modules with tests; its history, and the virtual environment of who works on it. */
function writeService(folder: string): void {
  const file = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  file('Dockerfile', DOCKERFILE);
  file('README.md', '# A service\n');
  file(
    'requirements.txt',
    Object.keys(PACKAGES)
      .map((name) => `${name}==1.0\n`)
      .join(''),
  );
  for (let i = 0; i < 60; i++) {
    file(`service/part_${i}.py`, moduleText(`part_${i}`));
    file(`tests/test_part_${i}.py`, moduleText(`test_${i}`).slice(0, 2000));
  }
  file('.git/HEAD', 'ref: refs/heads/main\n');
  file('.git/objects/pack/pack-1.pack', Buffer.alloc(8 * 1024 ** 2, 'history '));
  for (let i = 0; i < 200; i++)
    file(`.git/objects/${(i % 256).toString(16).padStart(2, '0')}/${i}`, Buffer.alloc(600, `${i}`));
  for (const [name, modules] of Object.entries(PACKAGES)) {
    for (let i = 0; i < modules; i++) {
      file(`.venv/lib/python3.13/site-packages/${name}/m${i}.py`, moduleText(`m${i}`));
      file(`.venv/lib/python3.13/site-packages/${name}/__pycache__/m${i}.cpython-313.pyc`, moduleText(`m${i}`));
    }
  }
}

/** python:3.13: this host's own Debian with pip, a local repository for apt and wheels for pip, as there is no network. */
const BASE = `
set -e
mkdir -p /srv/base/repo /srv/base/wheels && cd /srv/base
tar -c --one-file-system -C / --exclude='./usr/*bin/docker*' --exclude='./usr/bin/containerd*' --exclude='./usr/bin/ctr' --exclude=./usr/libexec/docker --exclude=./srv --exclude=./proc --exclude=./sys --exclude=./dev --exclude=./run --exclude=./var/lib/docker --exclude=./var/cache/apt/archives . | docker import - os:1 >/dev/null
for name in gcc:250 libpq-dev:60; do
  files=\${name#*:} name=\${name%:*}
  mkdir -p "deb/DEBIAN" "deb/usr/share/$name"
  for i in $(seq "$files"); do head -c 30000 /dev/zero | tr '\\0' "$((i % 10))" > "deb/usr/share/$name/$i"; done
  printf 'Package: %s\\nVersion: 99\\nArchitecture: all\\nMaintainer: x <x@example.org>\\nDescription: x\\n' "$name" > deb/DEBIAN/control
  dpkg-deb --root-owner-group -b deb "repo/$name.deb" >/dev/null
  { cat deb/DEBIAN/control; printf 'Filename: ./%s.deb\\nSize: %s\\nSHA256: %s\\n\\n' "$name" "$(stat -c %s "repo/$name.deb")" "$(sha256sum < "repo/$name.deb" | cut -c1-64)"; } >> repo/Packages
  rm -rf deb
done
python3 wheels.py
cat > Dockerfile <<'END'
FROM os:1
COPY repo /repo
COPY wheels /wheels
RUN rm -rf /usr/lib/python3*/EXTERNALLY-MANAGED /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/* \\
    && echo 'deb [trusted=yes] copy:/repo ./' > /etc/apt/sources.list
ENV PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels PIP_ROOT_USER_ACTION=ignore
END
docker build --network none -q -t python:3.13 . >/dev/null && rm -rf repo wheels && sync
`;

const WHEELS = `
import zipfile
for name, modules in ${JSON.stringify(PACKAGES)}.items():
    with zipfile.ZipFile(f"wheels/{name}-1.0-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        files = {f"{name}/m{i}.py": open("module.txt").read() for i in range(modules)}
        info = f"{name}-1.0.dist-info"
        files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0\\n"
        files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\\nGenerator: bench\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
        files[f"{info}/RECORD"] = "".join(f"{path},,\\n" for path in [*files, f"{info}/RECORD"])
        for path, text in files.items():
            wheel.writestr(path, text)
`;

const tarOf = (folder: string) => execFileSync('tar', ['-c', '-C', folder, '.'], { maxBuffer: 1024 ** 3 });

async function measure(docker: DockerHost): Promise<{ trial: Trial; result: BuildTestResult }> {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-gain-'));
  try {
    const [app, patch] = [join(folder, 'app'), join(folder, 'patch')];
    for (const path of [app, patch]) mkdirSync(path);
    writeService(app);
    const trial = trialOf(
      openProject(app, join(app, 'Dockerfile'), { vertices: undefined, registry: undefined }),
      'all',
    );
    if (typeof trial === 'string') throw new Error(trial);
    for (const { path, after } of trial.files) writeFileSync(join(patch, path), after);
    await docker.write('/srv/base/wheels.py', WHEELS);
    await docker.write('/srv/base/module.txt', moduleText('m'));
    await docker.mustSh(BASE, { timeoutSeconds: 900 });
    await docker.mustSh('mkdir /srv/all && tar -x -C /srv/all', { stdin: tarOf(folder) });
    await docker.mustSh(
      `bash /root/build-test-phase1.sh --json --yes --context /srv/all/app --try-files /srv/all/patch --network none --builder own --changed-file service/part_7.py --runs cold=${rounds},changed=${rounds} >&2`,
      { timeoutSeconds: 3600 },
    );
    return { trial, result: parseResult(await docker.mustSh('cat /var/lib/edge-phase1/build-test.json'))! };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function row({ runs, against }: BuildTestResult, scenario: 'cold' | 'changed'): string {
  const times = (builds: BuildTestResult['runs']) =>
    goodRuns({ runs: builds }, scenario as Scenario).map((run) => run.seconds);
  const [before, after] = [times(runs), times(against!.runs)];
  const sample = (name: string, seconds: readonly number[]) =>
    ({ name, how: 'measured', runs: seconds.map((s) => ({ seconds: s })) }) as const;
  const { ratio, interval, verdict } = compare(sample('before', before), sample('after', after), { paired: true });
  const range = interval ? ` (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : '';
  return `| ${scenario} | ${spread(before, 's')} | ${spread(after, 's')} | ${ratio.toFixed(2)}${range} | ${verdict} | ${TO_REACH[scenario]} |`;
}

async function main(): Promise<void> {
  const ability = canRunDocker();
  if (!ability.ok) throw new Error(`This machine cannot run it: ${ability.why}.`);
  const load = loadavg()[0]!.toFixed(2);
  const docker = await startDocker({ name: 'gain', diskMiB: 20480, iops: operations });
  try {
    await docker.write(
      '/root/build-test-phase1.sh',
      readFileSync(resolve(__dirname, '../scripts/build-test-phase1.sh')),
    );
    const { trial, result } = await measure(docker);
    if (result.failed !== '')
      throw new Error(`A build failed: ${result.failed}\n${JSON.stringify(result.against?.runs.at(-1))}`);
    console.log(
      `${operations} operations a second; ${rounds} pairs in turn; load at the beginning ${load} on ${cpus().length} processors`,
    );
    console.log(`patches: ${trial.findings.map((finding) => finding.rule).join(', ')}\n`);
    console.log(
      '| scenario | as it is, median (min to max) | with the patches | ratio (95 %) | verdict | to reach |\n|---|---|---|---|---|---|',
    );
    for (const scenario of ['cold', 'changed'] as const) console.log(row(result, scenario));
  } finally {
    await docker.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
