import { readFileSync } from 'node:fs';
import { baseImage } from '../../lab/docker';
import { parseProgress } from '../../src/build/progress';
import { goodRuns, splitProgress } from '../../src/build/result';
import { stepOf } from '../../src/build/vertex';
import { ADDRESS, describeWithHarbor, NEW, OLD } from './harbor';
import { Host, project, SCRIPT } from './host';

const REGISTRY = `${ADDRESS}:8085`;
const IMAGE = `${REGISTRY}/ci/app:1`;
const FRESH = ['fetch', 'configure', 'install', 'start', 'prove', 'use', 'trust'];
/** Where a local file stands for a download: the same installer over HTTP. */
const overHttp = (options: string) => options.replace('/srv/files/', 'http://127.0.0.1:8000/');

/** In this order: each case begins with what the one before has left. */
describeWithHarbor('Harbor on a host', (on) => {
  it('refuses what cannot go well before a byte is fetched, and says what to do instead', async () => {
    const ok = on().options();
    const refusals: readonly (readonly [code: string, options: string])[] = [
      ['host-name', `${ok} --host localhost`],
      ['host-name', `${ok} --host 127.0.0.1`],
      ['checksum-unknown', ok.replace(/--sha256 \w+/, '')],
      ['source-missing', `${ok} --source /srv/none.tgz`],
      ['https-without-key', `${ok} --scheme https --cert /etc/hostname`],
      ['too-little-disk', `${ok} --min-free 900TB`],
      ['too-little-memory', `${ok} --min-memory 900TB`],
      ['too-little-cpu', `${ok} --min-cpus 99`],
    ];
    for (const [code, options] of refusals) expect([options, await on().planned(options)]).toEqual([options, code]);
    const weak = await on().docker.sh(
      `echo alllowercase1 | bash /root/harbor-phase1.sh --json --yes --password-stdin ${ok}`,
    );
    expect(weak.stdout).toContain('"code":"password-weak"');
    expect(await on().docker.sh('ls /opt/harbor /srv/harbor')).toMatchObject({ stdout: '' });
  });

  it('sees what stands on its port, also when nothing listens there and only a connection shows it', async () => {
    const at = (port: number) => on().planned(`${on().options()} --port ${port}`);
    await on().sh(
      'mkdir -p /srv/empty; (cd /srv/empty; exec setsid python3 -m http.server 9999 >/dev/null 2>&1 </dev/null &) ; until curl -s 127.0.0.1:9999 >/dev/null; do sleep 0.1; done',
    );
    expect(await at(9999)).toBe('port-in-use');
    // As K3s' service load balancer has it.
    await on().sh(
      'iptables -t nat -A OUTPUT -p tcp --dport 9998 -j REDIRECT --to-ports 9999; ! ss -ltn | grep -q :9998',
    );
    expect(await at(9998)).toBe('port-in-use');
    await on().sh('iptables -t nat -F OUTPUT');
    expect(await at(9998)).toEqual(FRESH);
  });

  it('leaves a Harbor of somebody else, and a database whose password it does not have, alone', async () => {
    await on().sh('tar -c -T /dev/null | docker import - none && docker create --name harbor-core none /x');
    expect(await on().planned(on().options())).toBe('foreign-harbor');
    await on().sh(
      'docker rm harbor-core; docker rmi none; mkdir -p /srv/harbor/database && touch /srv/harbor/database/PG_VERSION',
    );
    expect(await on().planned(on().options())).toBe('foreign-data');
    await on().sh('rm -r /srv/harbor');
  });

  it('does not install a file with another sha256, or one that the disk has no room for', async () => {
    const wrong = await on().script(
      on()
        .options()
        .replace(/--sha256 \w+/, `--sha256 ${'0'.repeat(64)}`),
    );
    expect(wrong.code).toBe(4);
    expect(wrong.text).toContain(`has sha256 ${on().sha256(`harbor-offline-installer-v${OLD}.tgz`)}, expected was 000`);
    await on().docker.write('/usr/local/bin/cosign', '#!/bin/sh\necho no matching signatures; exit 1\n', '0755');
    await on().sh(`touch /srv/files/harbor-offline-installer-v${OLD}.tgz.sigstore.json`);
    const forged = await on().script(on().options());
    expect(forged.text).toContain('cosign does not accept the signature');
    expect(forged.code).toBe(4);
    await on().sh(
      'rm /usr/local/bin/cosign /srv/files/*.sigstore.json; mkdir -p /opt/harbor && mount -t tmpfs -o size=20m tmpfs /opt/harbor',
    );
    const full = await on().script(on().options());
    expect(full.code).toBe(4);
    expect(full.text).toMatch(/There is no room in \/opt\/harbor: \d+ bytes and 64 MiB are needed, \d+ are free/);
    expect(await on().sh(`ls -A /opt/harbor; umount /opt/harbor; docker ps -aq`)).toBe('fetch\n');
  });

  it('undoes an installation whose images the disk of Docker has no room for', async () => {
    await on().sh('mkdir /small && mount -t tmpfs -o size=40m tmpfs /small');
    await on().restartDocker('--data-root /small');
    const full = await on().script(on().options());
    expect(full.code).toBe(4);
    expect(full.text).toMatch(/images cannot be loaded: .*no space left on device.*\(df -h \/small\)/);
    expect(await on().sh('docker ps -aq; docker images -q; ls /small/tmp; ls -A /srv/harbor')).toBe('');
    expect(await on().planned(on().options())).toEqual(FRESH.slice(2));
    await on().restartDocker();
    await on().sh('umount /small');
    const gone = await on().apply('--rollback --install /opt/harbor');
    expect(gone.events.find((e) => e.event === 'plan')?.changes).toEqual(['remove']);
    expect(await on().docker.sh('ls /opt/harbor')).toMatchObject({ stdout: '' });
  });

  it('goes on with a download that was cut short, and finishes what kill -9 has left at any place', async () => {
    const options = overHttp(on().options());
    await on().sh(
      `setsid python3 /root/harbor-files.py >/dev/null 2>&1 </dev/null & until curl -sI 127.0.0.1:8000/registry.tar >/dev/null; do sleep 0.1; done; echo $(($(stat -c %s /srv/files/harbor-offline-installer-v${OLD}.tgz) / 10)) > /tmp/cut; rm -f /tmp/asked`,
    );
    await on().killAt('intent-fetch', options);
    const cut = await on().script(options);
    expect(cut.code).toBe(4);
    expect(cut.text).toMatch(/bytes are here/);
    await on().sh('rm /tmp/cut');
    await on().killAt('acted-fetch', options);
    expect(await on().sh("grep -c 'GET [1-9]' /tmp/asked")).toBe('6\n');
    expect(await on().planned(options)).toEqual(FRESH.slice(1));
    await on().killAt('acted-configure', options);
    expect(await on().planned(options)).toEqual(FRESH.slice(2));
    await on().killAt('intent-install', options);
    const images = `/opt/harbor/${OLD}/harbor/harbor.v${OLD}.tar.gz`;
    // What a load leaves that was cut short.
    await on().sh(`docker load -q -i ${images} && docker rmi goharbor/nginx-photon:v${OLD}`);
    await on().killAt('acted-install', options);
    expect(await on().containers()).toContain('/nginx ');
    await on().killAt('acted-prove', options);
    await on().killAt('acted-use', options);
    await on().apply(options);
    expect(await on().planned(options)).toEqual([]);
  });

  it('proves push and pull, and has no password anywhere but in files for root', async () => {
    const result = await on().result();
    expect(result).toMatchObject({
      ...{ schema: 'edge-phase1/harbor/1', registry: REGISTRY, kind: 'harbor', version: OLD, scheme: 'http' },
      ...{ unauthorised_push: 'refused', project: 'ci', robot: 'robot$ci+ci', trust: 'docker', data: '/srv/harbor' },
    });
    expect(result.pushed_digest).toMatch(/^sha256:/);
    expect(result.pulled_digest).toBe(result.pushed_digest);
    expect(result.components).toHaveLength(7);
    const found = await on().sh(`
      cd /var/lib/edge-phase1
      cat harbor/admin-password harbor/database-password > /tmp/secrets
      sed 's/.*"secret":"\\([^"]*\\)".*/\\1/' harbor/robot.json >> /tmp/secrets
      grep -rlFf /tmp/secrets /var/lib/edge-phase1 /run/edge-phase1 /opt/harbor /root /etc /tmp --exclude=secrets
      find harbor /opt/harbor/${OLD}/harbor/harbor.yml -type f ! -perm 600; rm /tmp/secrets`);
    expect(found.trim().split('\n').sort()).toEqual([
      ...['/opt/harbor/2.14.0/harbor/common/config/core/env', '/opt/harbor/2.14.0/harbor/common/config/db/env'],
      `/opt/harbor/${OLD}/harbor/harbor.yml`,
      ...['admin-password', 'database-password', 'robot.json'].map((name) => `/var/lib/edge-phase1/harbor/${name}`),
    ]);
  });

  it('gives CI an account that may push and pull in its project, and nowhere else', async () => {
    await on().push(IMAGE);
    expect((await on().pull(IMAGE)).code).toBe(0);
    await expect(on().push(`${REGISTRY}/library/app:1`)).rejects.toThrow(/denied|unauthorized/);
  });

  it('changes what is kept, when space is freed and what a project fetches from, as its API tells then', async () => {
    const from = 'http://registry.example';
    const other = `${on().options()} --keep 3 --gc '0 0 4 * * 1' --proxy-project mirror=${from}`;
    expect(await on().planned(other)).toEqual(['use']);
    await on().apply(other);
    const { metadata } = await on().api<{ metadata: { retention_id: string } }>('projects/ci');
    const retention = `retentions/${metadata.retention_id}`;
    expect(await on().api(retention)).toMatchObject({
      ...{ rules: [{ template: 'latestPushedK', params: { latestPushedK: 3 } }] },
      trigger: { settings: { cron: '0 0 2 * * *' } },
    });
    expect(await on().api('system/gc/schedule')).toMatchObject({ schedule: { type: 'Custom', cron: '0 0 4 * * 1' } });
    const [mirror] = await on().api<[{ id: number }]>('registries?q=name%3Dmirror');
    expect(mirror).toMatchObject({ url: from, type: 'docker-registry' });
    expect(await on().api('projects/mirror')).toMatchObject({ registry_id: mirror.id });
    await on().apply(on().options());
    expect(await on().api(retention)).toMatchObject({ rules: [{ params: { latestPushedK: 10 } }] });
  });

  it('leaves a healthy one alone: who pulls all the time does not notice', async () => {
    const before = await on().containers();
    await on().pullAllTheTime(IMAGE);
    const again = await on().apply(on().options());
    expect(again.events.find((e) => e.event === 'plan')?.changes).toEqual([]);
    const pulls = await on().sh(
      'rm /tmp/pulling; until [ -e /tmp/pulled ]; do sleep 0.1; done; sort /tmp/pulls | uniq -c',
    );
    expect(pulls).toMatch(/^ *[1-9]\d* ok\n$/);
    expect(await on().containers()).toBe(before);
  });

  it("keeps a build's cache, which an empty builder takes from there; a cold build stays cold", async () => {
    const host = new Host(on().docker);
    const CACHE = `${REGISTRY}/ci/cache:app`;
    await on().docker.write('/root/build-test-phase1.sh', readFileSync(SCRIPT));
    await baseImage(on().docker);
    await on().sh(project('/srv/app'));
    const before = await host.leftovers(); // of runs that were killed
    // Whatever is on a command line in the meantime.
    await on().sh(
      `touch /tmp/watching; (exec setsid sh -c 'while [ -e /tmp/watching ]; do cat /proc/[0-9]*/cmdline; sleep 0.05; done >/tmp/seen 2>/dev/null' >/dev/null 2>&1 </dev/null &)`,
    );
    const run = await host.script(
      `--context /srv/app --network none --runs cold=1,changed=1,registry=1 --registry-cache ${CACHE} --write-registry-cache`,
    );
    await on().sh('rm /tmp/watching');
    const result = await host.result();
    const steps = splitProgress(await on().sh('cat /var/lib/edge-phase1/build-test/latest.progress'));
    const cachedIn = (scenario: string) =>
      steps
        .filter((p) => p.scenario === scenario)
        .map(({ text }) => parseProgress(text).vertices)
        .map((found) => found.filter((v) => (stepOf(v.name)?.index ?? 1) > 1).map((v) => v.cached));
    expect([run.code, result.failed, result.skipped]).toEqual([0, '', []]);
    expect(result).toMatchObject({ registry_cache: CACHE, cache_written: true });
    expect(goodRuns(result, 'registry')).toHaveLength(1);
    expect(result.uncounted.map(({ scenario, ok }) => [scenario, ok])).toEqual([['export', true]]);
    expect(cachedIn('cold')).toEqual([Array(5).fill(false)]);
    // The changed line is not in what was written.
    expect(cachedIn('registry')).toEqual([Array(5).fill(true)]);
    const secret = await on().sh(`sed 's/.*"secret":"\\([^"]*\\)".*/\\1/' /var/lib/edge-phase1/harbor/robot.json`);
    expect(await on().sh('tr "\\0" " " </tmp/seen')).toContain(`--cache-from type=registry,ref=${CACHE}`);
    expect(await on().sh(`grep -acF '${secret.trim()}' /tmp/seen || true; rm /tmp/seen`)).toBe('0\n');
    expect(await host.leftovers()).toEqual(before);
  });

  it('measures nothing with a cache that is not there, and says so', async () => {
    const host = new Host(on().docker);
    const run = await host.script(
      `--context /srv/app --network none --runs registry=1 --registry-cache ${REGISTRY}/ci/none:app`,
    );
    expect(run.code).toBe(0);
    expect(await host.result()).toMatchObject({
      ...{ failed: '', runs: [], cache_written: false },
      skipped: [{ scenario: 'registry', why: expect.stringMatching(/^there is no cache to read at .*: .*not found/) }],
    });
  });

  it('measures nothing with a cache that the registry does not let it write, and says so', async () => {
    const host = new Host(on().docker);
    const robot = '/var/lib/edge-phase1/harbor/robot.json';
    await on().sh(`cp -p ${robot} /root/robot.json && sed -i 's/"secret":"/&wrong/' ${robot}`);
    const run = await host.script(
      `--context /srv/app --network none --runs cold=1,registry=1 --registry-cache ${REGISTRY}/ci/cache:app --write-registry-cache`,
    );
    await on().sh(`mv /root/robot.json ${robot}`);
    expect(run.code).toBe(0);
    const result = await host.result();
    expect(result).toMatchObject({ failed: '', cache_written: false });
    expect(result.skipped).toEqual([
      { scenario: 'registry', why: expect.stringMatching(/^the cache could not be written: .*(401|unauthorized)/i) },
    ]);
    expect(goodRuns(result, 'cold')).toHaveLength(1);
    expect(JSON.stringify([result, run.events])).not.toContain('wrong');
  });

  it('brings back what stays down after a restart of Docker', async () => {
    await on().restartDocker();
    // What stays down differs from time to time; these are down for certain.
    await on().sh('docker stop -t 1 registry harbor-core harbor-log >/dev/null');
    expect(await on().planned(on().options())).toEqual(['start']);
    await on().apply(on().options());
    expect(await on().planned(on().options())).toEqual([]);
    expect((await on().pull(IMAGE)).code).toBe(0);
  });

  it('takes over a changed configuration by preparing and starting anew, and keeps the images', async () => {
    const changed = `${on().options()} --log-count 3`;
    expect(await on().planned(changed)).toEqual(['configure', 'install', 'start', 'prove']);
    await on().apply(changed);
    expect(await on().sh(`cat /opt/harbor/${OLD}/harbor/common/config/log/logrotate.conf`)).toContain('rotate 3');
    expect((await on().pull(IMAGE)).code).toBe(0);
  });

  it('puts back what ran when an upgrade fails half way', async () => {
    const before = `${on().options()} --log-count 3`;
    await on().killAt('acted-fetch', on().options(NEW));
    const running = await on().containers();
    const images = `/opt/harbor/${NEW}/harbor/harbor.v${NEW}.tar.gz`;
    await on().sh(`mv ${images} /tmp/kept && head -c 1000000 /tmp/kept > ${images}`);
    const torn = await on().script(on().options(NEW));
    expect(torn.code).toBe(4);
    expect(torn.text).toMatch(/images cannot be loaded: .*What runs was not touched/s);
    expect(await on().containers()).toBe(running);
    expect(await on().planned(before)).toEqual([]);
    await on().sh(`mv /tmp/kept ${images}`);
    await on().sh(
      `cd /opt/harbor/${NEW}/harbor && mv prepare kept && printf '#!/bin/sh\\necho broken; exit 1\\n' > prepare && chmod +x prepare`,
    );
    const failed = await on().script(on().options(NEW));
    expect(failed.code).toBe(4);
    expect(failed.text).toContain('broken');
    expect(await on().planned(before)).toEqual([]);
    expect((await on().pull(IMAGE)).code).toBe(0);
    await on().sh(`cd /opt/harbor/${NEW}/harbor && mv kept prepare`);
  });

  it('upgrades with a copy of the database first, and not back', async () => {
    await on().apply(on().options(NEW));
    expect(await on().result()).toMatchObject({ version: NEW });
    expect((await on().pull(IMAGE)).code).toBe(0);
    const copy = await on().sh(`cat /srv/harbor/edge-phase1-backup/database-${OLD}/state.json`);
    expect(JSON.parse(copy)).toMatchObject({ schema: OLD });
    expect(await on().planned(on().options(OLD))).toBe('version-downgrade');
    expect(await on().planned(`${on().options(OLD)} --release 2.18.0`)).toBe('version-jump');
  });

  it('rolls back to nothing but the data, and finds them again', async () => {
    const gone = await on().apply('--rollback --install /opt/harbor');
    expect(gone.events.find((e) => e.event === 'plan')?.changes).toEqual(['stop', 'remove', 'untrust']);
    expect(
      await on().sh(
        'docker ps -aq; docker images -q; ls -d /opt/harbor 2>/dev/null; cat /etc/docker/daemon.json; true',
      ),
    ).not.toContain(ADDRESS);
    expect(await on().planned('--rollback --install /opt/harbor')).toEqual([]);
    await on().apply(on().options(NEW));
    expect((await on().pull(IMAGE)).code).toBe(0);
    expect(await on().planned('--rollback --install /opt/harbor --remove-data everything')).toBe('wrong-name');
    await on().apply('--rollback --install /opt/harbor --remove-data harbor');
    expect(await on().docker.sh('ls -d /srv/harbor /opt/harbor; ls /var/lib/edge-phase1/harbor')).toMatchObject({
      stdout: '',
    });
  });

  it('runs with https and a certificate of its own', async () => {
    const address = `${ADDRESS}:8443`;
    await on().sh('mkdir -p /etc/rancher/k3s');
    await on().apply(`${on().options(NEW)} --scheme https --port 8443 --trust docker,k3s`);
    const { name, secret } = await on().robot();
    expect(await on().registries()).toEqual({
      mode: '600',
      mirrors: { [address]: { endpoint: [`https://${address}`] } },
      configs: {
        [address]: { auth: { username: name, password: secret }, tls: { ca_file: '/opt/harbor/tls/ca.crt' } },
      },
    });
    expect(
      await on().sh(
        `curl -s --cacert /etc/docker/certs.d/${ADDRESS}:8443/ca.crt https://${ADDRESS}:8443/api/v2.0/health`,
      ),
    ).toContain('"status":"healthy"');
    await on().push(`${address}/ci/app:1`);
    await on().apply('--rollback --install /opt/harbor --remove-data harbor');
    expect(await on().sh('ls /etc/rancher/k3s')).toBe('');
  });

  it('does the same with a plain registry, for small hosts', async () => {
    const options = on().distribution();
    expect(await on().planned(options)).toEqual(FRESH);
    await on().apply(options);
    expect(await on().result()).toMatchObject({ kind: 'distribution', unauthorised_push: 'refused', robot: 'ci' });
    await on().push(`${REGISTRY}/app:1`);
    expect(await on().planned(options)).toEqual([]);
    await on().sh('docker kill edge-phase1-registry');
    expect(await on().planned(options)).toEqual(['start']);
    await on().apply(`${options} --log-count 5`);
    expect((await on().pull(`${REGISTRY}/app:1`)).code).toBe(0);
  });

  it('tells K3s of it, whose file of somebody else it leaves alone, and of another account', async () => {
    const options = `${on().distribution()} --log-count 5 --trust docker,k3s`;
    const file = '/etc/rancher/k3s/registries.yaml';
    await on().sh(`mkdir -p /etc/rancher/k3s && echo 'mirrors: {}' > ${file}`);
    expect(await on().planned(options)).toBe('registries-foreign');
    expect(await on().sh(`cat ${file}`)).toBe('mirrors: {}\n');
    await on().sh(`rm ${file}`);
    expect(await on().planned(options)).toEqual(['trust']);
    await on().apply(options);
    await on().apply(`${options} --robot builder`);
    const { secret } = await on().robot();
    expect(await on().registries()).toEqual({
      mode: '600',
      mirrors: { [REGISTRY]: { endpoint: [`http://${REGISTRY}`] } },
      configs: { [REGISTRY]: { auth: { username: 'builder', password: secret } } },
    });
  });

  it('takes a password from standard input, also another one later, and has it in no other place', async () => {
    const options = `${on().distribution()} --log-count 5 --trust docker,k3s --password-stdin`;
    const takes = (password: string) =>
      on().sh(`curl -s -o /dev/null -w '%{http_code}' -u 'admin:${password}' http://127.0.0.1:8085/v2/`);
    const first = await on().apply(`${options} --robot one`, 'echo Given-By-Hand-1 |');
    expect(await takes('Given-By-Hand-1')).toBe('200');
    const second = await on().apply(`${options} --robot two`, 'echo Another-By-Hand-2 |');
    expect([await takes('Given-By-Hand-1'), await takes('Another-By-Hand-2')]).toEqual(['401', '200']);
    expect((await on().script(`--plan ${options}`, 'echo Third-By-Hand-3 |')).code).toBe(0);
    expect(first.text + second.text).not.toContain('-By-Hand-');
    expect(await on().sh(`grep -rlF -e -By-Hand- /var/lib/edge-phase1 /run/edge-phase1 /opt/harbor /etc`)).toBe(
      '/var/lib/edge-phase1/harbor/admin-password\n',
    );
  });

  it('takes the plain registry away again, and all that knew of it; its images stay', async () => {
    await on().apply('--rollback --install /opt/harbor');
    expect(await on().sh('docker ps -aq; ls -d /opt/harbor 2>/dev/null; ls /etc/rancher/k3s /srv/plain')).toBe(
      '/etc/rancher/k3s:\n\n/srv/plain:\ndocker\n',
    );
  });
});
