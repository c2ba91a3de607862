// A real change of daemon.json with a restart, by docker-config's script and by hand, in turn on one test server with a running
// container: `npm run bench:docker [rounds]`. Needs root on Debian or Ubuntu.
import { resolve } from 'node:path';
import { prepare } from '../lab/prepare';
import { startVm } from '../lab/vm';
import { median } from '../src/stats/summary';
import { measure, printTable } from './contest';

const rounds = Number(process.argv[2] ?? 5);
const SCRIPT = resolve(__dirname, '../scripts/docker-config-phase1.sh');
const FILE = '/etc/docker/daemon.json';

const PREPARE = `
mkdir -p /tmp/image && cp /bin/busybox /tmp/image
printf 'FROM scratch\\nCOPY busybox /\\n' > /tmp/image/Dockerfile && docker build -q -t busy /tmp/image
docker run -d --name always --restart unless-stopped busy /busybox sh -c 'trap exit TERM; while :; do /busybox usleep 100000; done'
mkdir -p /etc/docker && echo '{"log-opts": {"max-size": "10m"}}' > ${FILE} && systemctl restart docker`;

/** What the plan does by hand; the container is then looked at too, as a careful person would. */
const byHand = (size: string) => `
printf '{"log-opts": {"max-size": "${size}"}}\\n' > ${FILE}
systemctl reset-failed docker.service docker.socket
systemctl restart docker
until [ "$(docker inspect --format '{{.State.Running}}' always)" = true ]; do sleep 0.2; done`;

const KEPT = [
  'storage-driver',
  'log-driver',
  'log-opts.max-file',
  'max-concurrent-downloads',
  'max-concurrent-uploads',
];
const byScript = (size: string) =>
  `systemctl reset-failed docker.service docker.socket
  bash /root/docker-config-phase1.sh --yes --set log-opts.max-size=${size} ${KEPT.map((key) => `--set ${key}=keep`).join(' ')}`;

async function main(): Promise<void> {
  await prepare('docker');
  const vm = await startVm({ name: 'bench', snapshot: 'docker' });
  try {
    await vm.copyIn(SCRIPT, '/root/docker-config-phase1.sh', '0755');
    await vm.mustSh(PREPARE);
    let megabytes = 10;
    const next = () => {
      megabytes += 1;
      return `${megabytes}m`;
    };
    const times = await measure(
      [
        { name: 'docker-config-phase1.sh', run: () => vm.sh(byScript(next())) },
        {
          name: 'by hand: write, systemctl restart docker, until the container runs',
          run: () => vm.sh(byHand(next())),
        },
      ],
      rounds,
    );
    printTable('A changed log limit with a restart of Docker, one container running', times);
    const [ours, theirs] = [...times.values()].map(median) as [number, number];
    console.log(`\nmore than by hand: ${(ours - theirs).toFixed(1)} s`);
    console.log(
      '\nThe script checks the file first, keeps the old one, and then sees for 6 s that the container keeps running.',
    );
  } finally {
    await vm.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
