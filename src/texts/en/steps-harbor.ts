import { formatBoth } from '../../config/size';

const LIGHT = 'take the light registry (harbor.registry: distribution)';
const ANOTHER_PORT = 'Set harbor.port to another one, as 8086.';

export const harborStep = {
  light: 'the light registry',
  lightFirst: 'The light registry',
  theRegistry: 'the registry',
  sources: { release: (version: string) => `the release ${version} on GitHub`, none: 'nowhere' },
  changes: {
    fetch: (name: string, source: string, isHarbor: boolean) => ({
      title: `Fetch ${name} from ${source}`,
      command: isHarbor ? 'curl --continue-at -, sha256sum, tar' : 'docker pull, or docker load',
      why: 'It is not on the server yet.',
      check: 'The file has the SHA-256 that was given, before anything in it is looked at.',
      undo: 'What was fetched so far stays, and is gone on with the next time.',
    }),
    configure: (url: string, data: string) => ({
      title: `Write the configuration for ${url}, with its data in ${data}`,
      why: 'The registry reads its settings from there.',
      check: 'The file is there whole, and only root can read it: passwords stand in it.',
      undo: 'The configuration of before is put back.',
    }),
    /** @param from what is there already; empty where nothing is */
    install: (name: string, from: string) => ({
      title: from === '' ? `Install ${name}` : `Go over to ${name} as configured, from ${from}`,
      why:
        from === ''
          ? 'It is not there yet.'
          : 'Version or settings differ. It does not answer for some minutes meanwhile.',
      check: 'Every service was created and started.',
      undo:
        from === ''
          ? 'What was started is stopped and removed.'
          : 'A copy of the database is made first; what ran before is started again.',
    }),
    start: (services: number) => ({
      title: services > 0 ? `Bring all ${services} services up` : 'Bring all services up',
      command: 'docker compose up -d, again where one did not start',
      why: 'After a restart Harbor often stays half up: its services need one another to start.',
      check: 'Every service runs and every component says that it is healthy.',
      undo: 'Not needed: nothing is taken away.',
    }),
    prove: (address: string) => ({
      title: `Push a small image to ${address}, remove it, and pull it again`,
      why: 'Components that say that they are healthy are no proof that images come and go.',
      check: 'The digest that was pulled is the one that was pushed; a push without a login is refused.',
      undo: 'The image is removed again.',
    }),
    use: (project: string, robot: string, keeps: string, secrets: string) => ({
      title: `Set up project ${project} and the account ${robot} for CI${keeps}`,
      why: 'CI gets an account that may push and pull there, and nothing else.',
      check: 'Asked again, the registry tells of each as it was set.',
      undo: `Not undone by itself; run it again. The account's secret is in ${secrets}, for root only.`,
    }),
    api: 'the API of Harbor, on the server itself',
    keep: (artifacts: number) => `; keep the newest ${artifacts} artifacts`,
    gc: (times: string) => `; collect garbage at "${times}"`,
    proxy: (project: string) => `; fetch through ${project}`,
    trust: (who: readonly string[], address: string, isHttp: boolean) => ({
      title: `Let ${who.join(' and ')} on this server use ${address}`,
      command: isHttp
        ? 'insecure-registries in daemon.json, a reload; registries.yaml of K3s'
        : 'the CA below /etc/docker/certs.d; registries.yaml of K3s',
      why: isHttp
        ? 'Both refuse a registry without TLS otherwise.'
        : 'Both refuse a certificate that they do not know.',
      check: 'Docker tells of it. K3s reads its file when it starts the next time.',
      undo: 'With rollback.',
    }),
    stop: {
      title: 'Stop the registry',
      why: 'So that nothing writes to its data any more.',
      check: 'None of its containers is there.',
      undo: 'Run apply again.',
    },
    remove: (data: string, deletesData: boolean) => ({
      title: deletesData
        ? `Remove what was installed, and delete all images in ${data}`
        : `Remove what was installed; ${data} stays`,
      why: deletesData
        ? 'The configuration names the data folder to delete (harbor.remove_data).'
        : 'It is taken back.',
      check: 'The folder is gone.',
      undo: deletesData ? 'The images cannot be brought back.' : 'Run apply again: it takes up the data that stayed.',
    }),
    untrust: {
      title: 'Take the registry out of the settings of Docker and K3s again',
      command: 'daemon.json, a reload; registries.yaml of K3s',
      why: 'Nothing answers at its address any more.',
      check: 'Both files are without it; what others have written there stays.',
      undo: 'Run apply again.',
    },
  },
  summary: {
    at: (name: string, address: string) => `${name} at ${address}`,
    done: (at: string) => `${at}: installed as configured, healthy and proven.`,
    notWhole: (at: string) => `${at} is not whole: bring it up.`,
    runs: (at: string, changes: readonly string[]) => `${at} runs: ${changes.join(', ')}.`,
    install: (at: string, data: string) => `${at}: install it, with its data in ${data}.`,
    from: (at: string, from: string) => `${at}: from ${from}, with its data as it is; it does not answer meanwhile.`,
    nothingThere: (folder: string) => `Nothing of this step is installed in ${folder}: there is nothing to take back.`,
    remains: 'Only remains of this step are there: take away what is left of it.',
    remove: (name: string, address: string, data: string, deletesData: boolean) =>
      `Remove ${name} at ${address}; its data in ${data} ${deletesData ? 'is deleted too' : 'stays'}.`,
  },
  notes: {
    unsupported: (minor: string, supported: readonly string[]) =>
      `Harbor ${minor} gets no security fixes from the Harbor project any more; ${supported.join(', ')} do (harbor.version).`,
    http: 'Without TLS, passwords and images cross the network in the clear.',
    othersInK3s: (address: string) =>
      `K3s has a registries.yaml that this step has not written, and it is left alone. If ${address} does not stand in it, apply refuses before it changes anything, and shows what to add; or leave K3s out (harbor.trust).`,
    servicesUnseen: (why: string) =>
      `The services of the cluster cannot be seen (${why}): whether one takes the port was only tried by connecting.`,
    k3sUnasked:
      'K3s is here, but its services cannot be asked for: whether one takes the port was only tried by connecting.',
    imagesToo: (data: string) => `To delete the images too, name their folder: harbor.remove_data: ${data}`,
  },
  refusals: {
    host: (host: string) => ({
      message:
        host === ''
          ? 'The server tells no address of its own.'
          : `${host} is no name under which others reach the server.`,
      wayOut:
        'Set harbor.hostname to the name or address that is to stand in the names of images, as registry.lan or the address of the server.',
    }),
    /** @param missing the setting that is not there, of two that belong together */
    oneOfTwo: (set: string, missing: string) => ({
      message: `${set} is set, and ${missing} is not: a certificate needs its private key.`,
      wayOut: 'Set both, or neither: a CA and a certificate are then made on the server.',
    }),
    unusedCertificate: {
      message: 'harbor.cert and harbor.key are set, but harbor.scheme is http: the certificate would not be used.',
      wayOut: 'Set harbor.scheme to https, or take the certificate out.',
    },
    folders: (data: string, install: string) => ({
      message: `The data (${data}) and what is installed (${install}) would lie in one another.`,
      wayOut: 'Name two folders that do not (harbor.data, harbor.install).',
    }),
    insideContainer: {
      message: 'This runs inside a container, not on the host.',
      wayOut: 'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).',
    },
    noDocker: { message: 'There is no Docker on the server.', wayOut: 'Install it: apt-get install docker.io' },
    dockerDown: {
      message: 'Docker does not answer.',
      wayOut:
        'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
    },
    dockerTooOld: (version: string, least: string) => ({
      message: `Docker ${version} is older than ${least}, which Harbor asks for.`,
      wayOut: "Update Docker from your distribution's packages or from Docker's own.",
    }),
    foreign: (name: string, image: string) => ({
      message: `There is a Harbor already that this project has not installed: container ${name} (${image}).`,
      wayOut:
        'To keep it, set checks.harbor.url to its address; this step is then not needed. To replace it, save its images, stop it (docker compose down in its folder), then run this again.',
    }),
    otherKind: (there: string, wanted: string) => ({
      message: `${there} is installed, and ${wanted} is wanted: one does not take over the images of the other.`,
      wayOut: 'Take the first one back (rollback harbor; its data stays), then run this again.',
    }),
    downgrade: (there: string, wanted: string) => ({
      message: `Harbor ${there} is installed; its database cannot go back to ${wanted}.`,
      wayOut: `Set harbor.version to ${there} or newer.`,
    }),
    jump: (there: string, wanted: string, between: string | undefined) => ({
      message: `Harbor ${there} is installed; ${wanted} takes over from its two minor versions before only.`,
      wayOut: `Go over to ${between} first (harbor.version), then to ${wanted}.`,
    }),
    sourceMissing: (source: string | null) => ({
      message: `${source} is not on the server (harbor.source).`,
      wayOut: 'Copy it there, or name the file that is.',
    }),
    unknownSum: (version: string) => ({
      message: `The SHA-256 of the installer of Harbor ${version} is not known here, and none is configured.`,
      wayOut:
        'Set harbor.sha256. Download the offline installer of the release on a machine that you trust, check its signature (from 2.15 on with cosign, see docs/harbor.md), and take the digest that sha256sum prints.',
    }),
    noImage: {
      message: 'No image is named for the light registry.',
      wayOut:
        'Set harbor.source to the name of an image of the registry of the CNCF (distribution), best with its digest, or to a file that docker save has written.',
    },
    noSum: (source: string) => ({
      message: `The SHA-256 of ${source} is not configured.`,
      wayOut: 'Set harbor.sha256 to what sha256sum prints for the file that you trust.',
    }),
    noCompose: {
      message: 'Docker has no Compose (docker compose version).',
      wayOut: `Install it: apt-get install docker-compose (Debian) or docker-compose-plugin (Docker's own packages); or ${LIGHT}.`,
    },
    composeTooOld: (version: string, least: string) => ({
      message: `Docker Compose ${version} is older than ${least}, which Harbor asks for.`,
      wayOut: `Update Docker from your distribution's packages or from Docker's own; or ${LIGHT}.`,
    }),
    architecture: (processor: string) => ({
      message: `Harbor's images are for x86_64 (amd64) only; this server is ${processor || 'of an unknown kind'}.`,
      wayOut: `On this server, ${LIGHT}.`,
    }),
    machineUnknown: {
      message: 'Memory or processors of the server are not known.',
      wayOut: 'See: nproc; head -n 1 /proc/meminfo',
    },
    memory: (bytes: number) => ({
      message: `Harbor wants 4 GB of memory; the server has ${formatBoth(bytes)}.`,
      wayOut: `Better ${LIGHT}, which is one small container. Or add memory.`,
    }),
    processors: (least: number, count: number) => ({
      message: `Harbor wants ${least} processors; the server has ${count}.`,
      wayOut: `Better ${LIGHT}. Or give the server another processor.`,
    }),
    placeUnknown: (data: string) => ({
      message: `The file system of ${data} is not known.`,
      wayOut: 'See: findmnt -T / ; name a folder on a local disk in harbor.data.',
    }),
    onRoot: (data: string, better: string, free: number) => ({
      message: `${data} would lie on /, whose space the server itself needs, although ${better} has ${formatBoth(free)} free.`,
      wayOut: `Set harbor.data to a folder there, as ${better}/registry, or leave it out.`,
    }),
    space: (data: string, mount: string, free: number, wanted: number) => ({
      message: `${data} lies on ${mount}, which has ${formatBoth(free)} free; ${formatBoth(wanted)} are wanted.`,
      wayOut:
        'Name a folder on a larger disk (harbor.data), make space, or ask for less (harbor.min_free): images of CI grow fast.',
    }),
    portOfService: (port: number, name: string, type: string) => ({
      message: `Port ${port} is taken by the service ${name} of the cluster (${type}), which gets its connections through iptables: nothing is seen to listen.`,
      wayOut: ANOTHER_PORT,
    }),
    portListens: (listener: string, port: string | undefined) => ({
      message: `Something listens on ${listener}.`,
      wayOut: `${ANOTHER_PORT} Or see what it is: ss -ltnp 'sport = :${port}'`,
    }),
    portAnswers: (answer: string, port: string | undefined) => ({
      message: `Something answers on ${answer}, although nothing is seen to listen: the port is taken through iptables.`,
      wayOut: `${ANOTHER_PORT} Or see who: iptables-save | grep ${port}`,
    }),
    otherData: (named: string, data: string) => ({
      message: `harbor.remove_data names ${named}, but the data lies in ${data}.`,
      wayOut: 'Name that folder to delete it, or null to keep it.',
    }),
    password: (lacks: readonly string[]) => ({
      message: `The password for Harbor's administrator (harbor_admin_password) lacks: ${lacks.join(', ')}.`,
      wayOut: 'Choose another one, or leave it out: one is then generated on the server.',
    }),
  },
  password: {
    length: '8 to 128 characters',
    upper: 'an upper-case letter',
    lower: 'a lower-case letter',
    digit: 'a digit',
    signs: 'only ASCII letters, digits and signs, without spaces, quotes, $, #, [, ], ` and backslashes',
  },
  state: {
    running: (running: number, services: number, stopped: readonly string[]) =>
      [`${running} of ${services} services run`, ...stopped].join(', '),
    silent: (why: string) => `it does not answer (${why})`,
    noRegistry: 'what answers is no registry',
    up: (running: number, components: string) =>
      `${running === 1 ? '1 service runs' : `${running} services run`}, ${components}`,
  },
  check: {
    services: {
      title: 'Services of the registry',
      target: 'all run',
      how: 'observed: docker ps, and its health page on the server itself',
    },
    notInstalled: 'not installed by this step',
    transferHow: 'measured by the step harbor: a small image pushed, removed and pulled',
    push: { title: 'Push of an image', target: 'proven' },
    pull: { title: 'Pull of the same image', target: 'the digest that was pushed' },
    login: { title: 'Push without a login', target: 'refused' },
    pushed: (digest: string, seconds: number | undefined, at: string) =>
      `${digest}…${seconds === undefined ? '' : ` in ${seconds} s`}, ${at}`,
    pulled: (digest: string, seconds: number | undefined, isSame: boolean) =>
      `${digest}…${seconds === undefined ? '' : ` in ${seconds} s`}${isSame ? '' : ', which is another one'}`,
    notTried: 'not tried',
    loginFound: { refused: 'refused' } as Readonly<Record<string, string>>,
  },
  table: {
    title: 'The registry',
    columns: ['what', 'where'],
    images: 'images and database',
    admin: "administrator's password (user admin)",
    robot: (name: string) => `account for CI (${name})`,
    setUp: 'set up',
    trust: 'told to use it',
    note: 'The files with secrets are for root only; docs/harbor.md says how CI gets them.',
  },
};
