import { block, cell, short } from '../report/defuse';
import { documentText, heading, table } from './markdown';
import type { Page } from './material';
import { type Registry, registryOf } from './registry';
import { serverSides } from './server-sides';

/** How to use and keep the registry of this server, as it is. */
export function harborSetupGuide(page: Page): string {
  const { harbor, common } = page.speech.texts;
  const registry = registryOf(page.material);
  const title = common.titles.harbor;
  if (!registry) return documentText(page, title, [harbor.absent, healthLine(page), ...installParts(page)]);
  return documentText(page, title, [
    ...aboutParts(page, registry),
    ...loginParts(page, registry),
    ...useParts(page, registry),
    ...renewParts(page, registry),
    ...backupParts(page, registry),
  ]);
}

const shell = (...lines: readonly string[]) => block(lines.join('\n'), 'bash');

const installParts = ({ speech }: Page): readonly string[] => {
  const { harbor } = speech.texts;
  return [
    heading(2, harbor.installTitle),
    harbor.install,
    shell('edge-phase1 plan harbor', 'edge-phase1 apply harbor'),
    harbor.installNote,
    harbor.installDone,
  ];
};

/** Where the step keeps passwords, for root alone; as its script has it. */
const SECRETS = '/var/lib/edge-phase1/harbor';

/** What the result does not say, in capital letters. */
const projectOf = ({ project }: Registry) => project ?? 'PROJECT';
/** Harbor's names of accounts tell their project; a small registry's are as they are. */
function robotOf({ robot, project, kind }: Registry): string {
  if (kind === 'distribution' || robot?.startsWith('robot$')) return robot ?? 'ROBOT';
  return `robot$${project ?? 'PROJECT'}+${robot ?? 'ROBOT'}`;
}
/** How it is stopped and started: Harbor as a Compose project in a folder of its version, a small registry as one container. */
function handling({ kind, install = 'INSTALL_FOLDER', version = 'VERSION' }: Registry) {
  if (kind === 'distribution') {
    const docker = (verb: string) => `sudo docker ${verb} edge-phase1-registry`;
    return { enter: [], stop: docker('stop'), start: docker('start'), restart: [docker('restart')] };
  }
  return {
    enter: [`cd ${install}/${version.replace(/^v/, '')}/harbor`],
    stop: 'sudo docker compose stop',
    start: 'sudo docker compose up -d',
    restart: ['sudo ./prepare', 'sudo docker compose down', 'sudo docker compose up -d'],
  };
}
const imageOf = (registry: Registry) =>
  registry.kind === 'distribution' ? `${registry.address}/app` : `${registry.address}/${projectOf(registry)}/app`;

function healthLine({ speech, material }: Page): string | undefined {
  const check = serverSides(material).after.checks.find(({ id }) => id === 'harbor');
  if (!check) return undefined;
  const { harbor, common } = speech.texts;
  return harbor.health(common.results[check.result] ?? cell(check.result), cell(short(check.measured, 200)));
}

function aboutParts(page: Page, registry: Registry): readonly (string | undefined)[] {
  const { texts, format } = page.speech;
  const { harbor, common } = texts;
  const { kind, version, scheme, address, install, data, project, robot, components, proven, at } = registry;
  const known = (value: string | undefined) => (value === undefined ? common.unknown : `\`${value}\``);
  const { pushSeconds: push, pullSeconds: pull } = registry;
  const timed =
    push === undefined || pull === undefined ? '' : ` (${harbor.timed(format.duration(push), format.duration(pull))})`;
  const { rows } = harbor;
  const lacks = [install, data, scheme, robot, ...(kind === 'distribution' ? [] : [project, version])].includes(
    undefined,
  );
  return [
    heading(2, harbor.aboutTitle),
    table(harbor.aboutColumns, [
      [rows.address, `\`${scheme ? `${scheme}://` : ''}${address}\``],
      [rows.kind, [kind ? harbor.kinds[kind] : common.unknown, version].filter(Boolean).join(' ')],
      [rows.install, known(install)],
      [rows.data, known(data)],
      ...(kind === 'distribution' ? [] : [[rows.project, known(project)]]),
      [rows.robot, known(robot)],
      [rows.components, format.list(components.map((name) => cell(short(name, 40)))) || common.unknown],
      [rows.proof, proven ? `${harbor.proof(format.moment(at))}${timed}` : harbor.noProof],
    ]),
    healthLine(page),
    lacks ? harbor.missing : undefined,
  ];
}

function loginParts({ speech }: Page, registry: Registry): readonly (string | undefined)[] {
  const { harbor } = speech.texts;
  const { address, scheme } = registry;
  const login = `docker login --username '${robotOf(registry)}' --password-stdin ${address}`;
  return [
    heading(2, harbor.loginTitle),
    scheme === 'http' ? harbor.http(address) : scheme === 'https' ? harbor.https(address) : harbor.schemeUnknown,
    scheme === 'http' ? shell('sudo systemctl reload docker') : undefined,
    harbor.login(`${SECRETS}/robot.json`),
    shell(`sudo sed 's/.*"secret":"\\([^"]*\\)".*/\\1/' ${SECRETS}/robot.json | ${login}`),
    harbor.loginElsewhere,
    shell(`${login} < SECRET_FILE`),
  ];
}

function useParts({ speech }: Page, registry: Registry): readonly string[] {
  const { harbor } = speech.texts;
  const image = imageOf(registry);
  const scheme = registry.scheme ?? 'https';
  const yaml = [
    'mirrors:',
    `  "${registry.address}":`,
    '    endpoint:',
    `      - "${scheme}://${registry.address}"`,
    'configs:',
    `  "${registry.address}":`,
    '    auth:',
    `      username: '${robotOf(registry)}'`,
    '      password: SECRET',
    ...(scheme === 'https' ? ['    tls:', '      ca_file: /etc/rancher/k3s/registry-ca.crt'] : []),
  ];
  return [
    heading(2, harbor.pushTitle),
    shell(`docker tag app:latest ${image}:1.0`, `docker push ${image}:1.0`),
    heading(2, harbor.pullTitle),
    shell(`docker pull ${image}:1.0`),
    harbor.pull,
    shell(`docker pull ${image}@sha256:DIGEST`),
    heading(2, harbor.k3sTitle),
    harbor.k3s,
    block(yaml.join('\n'), 'yaml'),
    harbor.k3sRestart,
    shell('sudo systemctl restart k3s'),
  ];
}

function renewParts({ speech }: Page, registry: Registry): readonly (string | undefined)[] {
  const { harbor } = speech.texts;
  const { kind, scheme } = registry;
  const isHarbor = kind !== 'distribution';
  const { enter, restart } = handling(registry);
  return [
    heading(2, harbor.renewTitle),
    scheme === 'http' ? harbor.renewNone : harbor.renewCertificate(isHarbor),
    scheme === 'http' ? undefined : shell(...enter, ...restart),
    isHarbor ? harbor.renewRobot(projectOf(registry), robotOf(registry), `${SECRETS}/robot.json`) : undefined,
  ];
}

function backupParts({ speech }: Page, registry: Registry): readonly (string | undefined)[] {
  const { harbor } = speech.texts;
  const { install = 'INSTALL_FOLDER', data = 'DATA_FOLDER', scheme = 'https', address, kind } = registry;
  const archive = '/BACKUP_DISK/registry.tar.gz';
  const folders = [data, install, SECRETS].map((folder) => folder.replace(/^\//, '')).join(' ');
  const { enter, stop, start } = handling(registry);
  return [
    heading(2, harbor.backupTitle),
    registry.install && registry.data ? undefined : harbor.unknownFolders,
    harbor.backup,
    shell(...enter, stop, `sudo sh -c 'umask 077; tar -C / -czf ${archive} ${folders}'`, start),
    heading(2, harbor.recoverTitle),
    kind === 'distribution' ? harbor.recoverOne : harbor.recoverRestart,
    shell(...enter, start),
    kind === 'distribution' ? undefined : shell(`curl -sS ${scheme}://${address}/api/v2.0/health`),
    kind === 'distribution' ? undefined : harbor.recoverHealth,
    harbor.recoverBackup,
    shell(...enter, stop, `sudo mv ${data} ${data}.old`, `sudo tar -C / -xzf ${archive}`, start),
    harbor.recoverProve,
    shell(`docker push ${imageOf(registry)}:1.0`, `docker pull ${imageOf(registry)}:1.0`),
  ];
}
