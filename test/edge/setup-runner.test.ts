import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Vm } from '../../lab/vm';
import { describeOnServer, server } from './server';

const PROJECT = resolve(__dirname, '../..');

/** Stands in for the runner's archive: it keeps what it was told, and makes a unit as the real one does. */
const RUNNER = {
  'config.sh': `#!/bin/bash
[[ $(id -u) != 0 ]] || exit 1
printf '%s\\n' "$@" > arguments; echo "$ACTIONS_RUNNER_INPUT_TOKEN" > token
ps -eo args | grep -v grep | grep -c "$ACTIONS_RUNNER_INPUT_TOKEN" > token-seen
date +%s%N > .runner
`,
  'svc.sh': `#!/bin/bash
unit=actions.runner.owner-name.edge.service
printf '[Service]\\nUser=%s\\nWorkingDirectory=%s\\nExecStart=%s/run.sh\\n[Install]\\nWantedBy=multi-user.target\\n' "$2" "$PWD" "$PWD" > /etc/systemd/system/$unit
systemctl daemon-reload; echo $unit > .service; echo "svc.sh $1" >> /root/svc.log
`,
  'run.sh': '#!/bin/bash\nexec sleep infinity\n',
  'externals/node24/bin/node': '#!/bin/bash\nexec /usr/bin/node "$@"\n',
};

function pack(folder: string): Buffer {
  for (const [name, text] of Object.entries(RUNNER)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
  return execFileSync('tar', ['-czf', '-', '-C', folder, '.']);
}

describeOnServer('setup-runner.sh', () => {
  let vm: Vm;
  let folder: string;
  let command: string;
  beforeAll(async () => {
    vm = await server();
    folder = mkdtempSync(join(tmpdir(), 'edge-phase1-runner-'));
    const archive = pack(join(folder, 'runner'));
    writeFileSync(join(folder, 'runner.tar.gz'), archive);
    const checkout = join(folder, 'checkout.tar.gz');
    execFileSync('tar', ['-czf', checkout, '-C', PROJECT, 'dist', 'scripts', 'package.json']);
    await vm.copyIn(join(folder, 'runner.tar.gz'), '/root/runner.tar.gz', '0600');
    await vm.copyIn(checkout, '/root/checkout.tar.gz', '0600');
    await vm.mustSh('mkdir /root/edge-phase1 && tar -xzf /root/checkout.tar.gz -C /root/edge-phase1');
    const sha256 = createHash('sha256').update(archive).digest('hex');
    command = `bash /root/edge-phase1/scripts/setup-runner.sh --repository owner/name --name edge --allow-public-repository --archive /root/runner.tar.gz --step extend-lvm --yes --sha256 ${sha256}`;
  });
  afterAll(async () => {
    await vm?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an archive with another SHA-256 is refused before anything is done', async () => {
    const { code, stderr } = await vm.sh(`${command.replace(/[0-9a-f]{64}$/, '0'.repeat(64))} --token-file -`, {
      stdin: 'TOKEN\n',
    });
    expect(stderr).toMatch(/REFUSED, nothing was changed: The archive has the SHA-256 [0-9a-f]{64}, not 0{64}/);
    expect(code).toBe(3);
    expect(await vm.mustSh('id edge-runner 2>&1; ls -d /opt/edge-runner 2>&1; true')).toMatch(
      /no such user[\s\S]*No such/,
    );
  });

  test('makes the user, registers the runner without showing its token, gives the rights, starts the service', async () => {
    const { code, stdout, stderr } = await vm.sh(`${command} --token-file -`, { stdin: 'TOKEN-1234\n' });
    expect(stderr).toBe('');
    expect(stdout).toContain('DONE.');
    expect(code).toBe(0);
    expect(
      await vm.mustSh(
        'cd /opt/edge-runner; id -nG edge-runner; cat token token-seen; systemctl is-active $(cat .service)',
      ),
    ).toBe('edge-runner\nTOKEN-1234\n0\nactive\n');
    expect((await vm.mustSh('cat /opt/edge-runner/arguments')).split('\n')).toEqual([
      ...[
        '--unattended',
        '--replace',
        '--url',
        'https://github.com/owner/name',
        '--name',
        'edge',
        '--labels',
        'edge-server',
      ],
      '',
    ]);
    expect(await vm.mustSh('ps -o user= -p $(systemctl show -P MainPID $(cat /opt/edge-runner/.service))')).toMatch(
      /^edge-ru/,
    );
  });

  test('the user may look and run the scripts as root, and nothing else', async () => {
    const as = (what: string) => vm.sh(`runuser -u edge-runner -- sudo -n ${what}`);
    expect((await as('/usr/local/lib/edge-phase1/extend-lvm-phase1.sh --version')).code).toBe(0);
    expect((await as('id')).code).not.toBe(0);
    expect((await as('/usr/local/lib/edge-phase1/docker-config-phase1.sh --help')).code).not.toBe(0);
  });

  test('run again it renews scripts and rights, runs nothing of the folder as root, and leaves the runner registered', async () => {
    const before = await vm.mustSh('cat /opt/edge-runner/.runner');
    await vm.mustSh(
      'echo "# older" >> /usr/local/lib/edge-phase1/extend-lvm-phase1.sh; printf "#!/bin/bash\\ntouch /root/owned\\n" | tee /opt/edge-runner/svc.sh > /opt/edge-runner/externals/node24/bin/node',
    );
    const { code, stderr } = await vm.sh(command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await vm.mustSh('cat /opt/edge-runner/.runner')).toBe(before);
    expect(await vm.mustSh('ls /root/owned 2>&1; true')).toContain('No such file');
    expect(await vm.mustSh('cat /usr/local/lib/edge-phase1/extend-lvm-phase1.sh')).toBe(
      readFileSync(join(PROJECT, 'scripts/extend-lvm-phase1.sh'), 'utf8'),
    );
  });

  test('rights that another user has are left alone', async () => {
    const { code, stderr } = await vm.sh(`${command} --user someone-else --folder /opt/another`);
    expect(stderr).toContain('gives rights to another user');
    expect(code).toBe(3);
  });
});
