// What measuring adds to a build: `npx tsx bench/build-overhead.ts [pairs]`. The same build on the same private Docker, once
// bare and once measured, in turn; ratio of the medians with its interval.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { baseImage, canRunDocker, type DockerHost, startDocker } from '../lab/docker';
import { goodRuns, parseResult } from '../src/build/result';
import { compare } from '../src/stats/compare';
import { median } from '../src/stats/summary';
import { spread } from './spread';

const pairs = Number(process.argv[2] ?? 10);

/** Instructions of the usual kinds: one that computes, one that talks much, one that writes many small files, a copy. */
const PROJECT = `
mkdir -p /srv/app/src && cd /srv/app && for i in $(seq 300); do echo "print($i)" > src/$i.py; done
cat > Dockerfile <<'END'
FROM base:1
RUN i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done
RUN i=0; while [ $i -lt 20000 ]; do echo "compiling module number $i of the service"; i=$((i+1)); done
RUN mkdir /lib2; i=0; while [ $i -lt 2000 ]; do echo $i > /lib2/$i; i=$((i+1)); done
COPY src /app
RUN find /app -type f | wc -l
END`;

const BARE = `
cd /srv/app && begin=\${EPOCHREALTIME/./} && docker build --no-cache --network none --tag bare . >/dev/null 2>&1 && end=\${EPOCHREALTIME/./} &&
docker rmi bare >/dev/null && echo $((end - begin))`;

const MEASURED =
  'bash /root/build-test-phase1.sh --json --yes --context /srv/app --network none --builder own --runs cold=1 >/dev/null && cat /var/lib/edge-phase1/build-test.json';

async function bare(docker: DockerHost): Promise<number> {
  return Number(await docker.mustSh(BARE)) / 1e6;
}

async function measured(docker: DockerHost): Promise<number> {
  const [run] = goodRuns(parseResult(await docker.mustSh(MEASURED))!, 'cold');
  return run!.seconds;
}

async function main(): Promise<void> {
  const ability = canRunDocker();
  if (!ability.ok) throw new Error(`This machine cannot run it: ${ability.why}.`);
  const docker = await startDocker({ name: 'overhead' });
  try {
    await docker.write(
      '/root/build-test-phase1.sh',
      readFileSync(resolve(__dirname, '../scripts/build-test-phase1.sh')),
    );
    await baseImage(docker);
    await docker.mustSh(PROJECT);
    const times = { bare: [] as number[], measured: [] as number[] };
    for (let pair = 0; pair <= pairs; pair++) {
      // In turn, and the other one first each time; the first pair only warms up.
      const order = pair % 2 === 0 ? (['bare', 'measured'] as const) : (['measured', 'bare'] as const);
      for (const side of order) {
        const seconds = await (side === 'bare' ? bare(docker) : measured(docker));
        if (pair > 0) times[side].push(seconds);
      }
    }
    report(times);
  } finally {
    await docker.stop();
  }
}

function report(times: { bare: readonly number[]; measured: readonly number[] }): void {
  const sample = (name: string, seconds: readonly number[]) =>
    ({ name, how: 'measured', runs: seconds.map((s) => ({ seconds: s })) }) as const;
  const found = compare(sample('bare', times.bare), sample('measured', times.measured), { paired: true });
  const ratios = times.measured.map((s, i) => s / times.bare[i]!);
  console.log(`${pairs} pairs in turn, after one that does not count\n`);
  console.log('| | wall time, median (min to max) |\n|---|---|');
  console.log(`| \`docker build\` | ${spread(times.bare, 's')} |`);
  console.log(`| measured by build-test | ${spread(times.measured, 's')} |`);
  const interval = found.interval ? `${found.interval.low.toFixed(3)} to ${found.interval.high.toFixed(3)}` : 'none';
  console.log(`\nratio of medians: ${found.ratio.toFixed(3)} (95 %: ${interval}; to reach: at most 1.02)`);
  console.log(`median of the pairs' ratios: ${median(ratios).toFixed(3)}; ${found.verdict}: ${found.reason}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
