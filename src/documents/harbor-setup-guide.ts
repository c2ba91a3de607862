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

/** What the result does not say, in capital letters. */
const projectOf = ({ project }: Registry) => project ?? 'PROJECT';
const robotOf = ({ robot, project }: Registry) =>
  robot?.startsWith('robot$') ? robot : `robot$${project ?? 'PROJECT'}+${robot ?? 'ROBOT'}`;
const imageOf = (registry: Registry) =>
  registry.kind === 'distribution' && !registry.project
    ? `${registry.address}/app`
    : `${registry.address}/${projectOf(registry)}/app`;

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
  const lacks = [install, data, scheme, ...(kind === 'distribution' ? [] : [project, robot])].includes(undefined);
  return [
    heading(2, harbor.aboutTitle),
    table(harbor.aboutColumns, [
      [rows.address, `\`${scheme ? `${scheme}://` : ''}${address}\``],
      [rows.kind, [kind ? harbor.kinds[kind] : common.unknown, version].filter(Boolean).join(' ')],
      [rows.install, known(install)],
      [rows.data, known(data)],
      ...(kind === 'distribution'
        ? []
        : [
            [rows.project, known(project)],
            [rows.robot, known(robot)],
          ]),
      [rows.components, format.list(components.map((name) => cell(short(name, 40)))) || common.unknown],
      [rows.proof, proven ? `${harbor.proof(format.moment(at))}${timed}` : harbor.noProof],
    ]),
    healthLine(page),
    lacks ? harbor.missing : undefined,
  ];
}

function loginParts({ speech }: Page, registry: Registry): readonly (string | undefined)[] {
  const { harbor } = speech.texts;
  const { kind, address, scheme } = registry;
  const distribution = kind === 'distribution';
  const user = distribution ? 'USER' : robotOf(registry);
  return [
    heading(2, harbor.loginTitle),
    scheme === 'http' ? harbor.http(address) : scheme === 'https' ? harbor.https(address) : harbor.schemeUnknown,
    scheme === 'http' ? shell('sudo systemctl reload docker') : undefined,
    distribution ? harbor.loginDistribution : harbor.login,
    shell(`docker login --username '${user}' --password-stdin ${address} < SECRET_FILE`),
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
    ...(scheme === 'https'
      ? ['configs:', `  "${registry.address}":`, '    tls:', '      ca_file: /etc/rancher/k3s/registry-ca.crt']
      : []),
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
  const { kind, scheme, install = 'INSTALL_FOLDER' } = registry;
  const isHarbor = kind !== 'distribution';
  const commands = isHarbor
    ? [`cd ${install}`, 'sudo ./prepare', 'sudo docker compose down', 'sudo docker compose up -d']
    : [`cd ${install}`, 'sudo docker compose restart'];
  return [
    heading(2, harbor.renewTitle),
    scheme === 'http' ? harbor.renewNone : harbor.renewCertificate(isHarbor),
    scheme === 'http' ? undefined : shell(...commands),
    isHarbor ? harbor.renewRobot(projectOf(registry), robotOf(registry)) : undefined,
  ];
}

function backupParts({ speech }: Page, registry: Registry): readonly (string | undefined)[] {
  const { harbor } = speech.texts;
  const { install = 'INSTALL_FOLDER', data = 'DATA_FOLDER', scheme = 'https', address, kind } = registry;
  const archive = '/BACKUP_DISK/registry.tar.gz';
  const relative = (folder: string) => folder.replace(/^\//, '');
  return [
    heading(2, harbor.backupTitle),
    registry.install && registry.data ? undefined : harbor.unknownFolders,
    harbor.backup,
    shell(
      `cd ${install}`,
      'sudo docker compose stop',
      `sudo sh -c 'umask 077; tar -C / -czf ${archive} ${relative(data)} ${relative(install)}'`,
      'sudo docker compose start',
    ),
    heading(2, harbor.recoverTitle),
    harbor.recoverRestart,
    shell(`cd ${install}`, 'sudo docker compose up -d'),
    kind === 'distribution' ? undefined : shell(`curl -sS ${scheme}://${address}/api/v2.0/health`),
    kind === 'distribution' ? undefined : harbor.recoverHealth,
    harbor.recoverBackup,
    shell(
      `cd ${install}`,
      'sudo docker compose down',
      `sudo mv ${data} ${data}.old`,
      `sudo tar -C / -xzf ${archive}`,
      'sudo docker compose up -d',
    ),
    harbor.recoverProve,
    shell('edge-phase1 apply harbor'),
  ];
}
