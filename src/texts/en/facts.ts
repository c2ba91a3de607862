/** What could not be observed, and what to do about it. */
export const facts = {
  /** What this project's own reads say on the host, in the words of this language; what else is said there is quoted. */
  fromHost: {
    'neither kubectl nor k3s is installed': 'neither kubectl nor k3s is installed',
    'there is no kubeconfig': 'there is no kubeconfig',
    'there is no journalctl': 'there is no journalctl',
  } as Readonly<Record<string, string>>,
  exitCode: (code: number | null) => `exit code ${code}`,
  /** The line for the sudoers file, and where it comes from. */
  sudoMissing: (command: string, user: string) => ({
    message: `\`${command}\` needs root, and there is no sudo for ${user}.`,
    wayOut: 'Install sudo, or log in as root.',
  }),
  /** @param find name of the program whose path has to be looked up; undefined where it is known */
  sudoRight: (command: string, user: string, line: string, find: string | undefined) => ({
    message: `${user} may not run \`${command}\` as root without a password.`,
    wayOut: `As root run \`visudo -f /etc/sudoers.d/edge-phase1\` and add this line${find === undefined ? '' : ` (with the path that \`command -v ${find}\` shows)`}: ${line}`,
  }),
  wholeSudoers: 'The whole file, with all rights that are needed: edge-phase1 sudoers',
  block: (program: string, why: string) => ({
    unreadable: `${program} does not list what there is (${why})`,
    wayOut: 'lsblk and findmnt of util-linux 2.33 or newer are needed; `edge-phase1 doctor` shows what is missing.',
  }),
  lvm: {
    notInstalled: { unreadable: 'LVM is not installed', wayOut: 'Install it: apt-get install lvm2' },
    unreadable: (why: string) => `LVM cannot be read (${why})`,
    wayOut: 'See what `lvm fullreport` says as root, and repair that first.',
  },
  fileSystem: {
    unknownType: (type: string) => ({
      unreadable: `${type} is not a file system that this step knows`,
      wayOut: 'It grows ext4 and xfs.',
    }),
    ext4: (why: string) => `the ext4 header cannot be read (${why})`,
    ext4NoSize: 'the ext4 header does not tell its size',
    installExt4: 'Install its tool: apt-get install e2fsprogs',
    seeExt4: 'See what `dumpe2fs -h` says as root.',
    damage: (state: string, errors: number) => `state '${state}', error count ${errors}`,
    xfs: (why: string) => `xfs_info does not answer (${why})`,
    installXfs: 'Install it: apt-get install xfsprogs',
    seeXfs: 'See what `xfs_info` says as root.',
  },
  docker: {
    notAsked: {
      unreadable: 'Docker does not run, and was not asked: that would have started it',
      wayOut: 'See: systemctl status docker.service. Start it, then run this again.',
    },
    noCurl: { unreadable: 'there is no curl command to ask Docker with', wayOut: 'Install it: apt-get install curl' },
    noCommand: { unreadable: 'there is no docker command', wayOut: 'Install Docker, then run this again.' },
    silent: (why: string) => `Docker does not answer (${why})`,
    noVersion: 'no server version',
    seeUnit: 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
    flags: (why: string) => ({
      unreadable: `the command line of Docker's daemon cannot be read (${why})`,
      wayOut: 'See: systemctl status docker.service',
    }),
    noObject: 'it is not one object in braces',
  },
  json: {
    comment: 'there is a comment, and JSON has none',
    tooEarly: 'it ends too early',
    notJson: 'it is not JSON there',
  },
  harbor: {
    nothingListens: 'nothing listens there',
    installCurl: 'Install curl on the server.',
    checkUrl:
      'Check checks.harbor.url: it has to be reachable from the server itself, with a certificate that it trusts.',
    redirects: (status: string) => ({
      unreadable: `it redirects (${status})`,
      wayOut: 'Set checks.harbor.url to the address that it redirects to.',
    }),
    notHarbor: (status: string) => `what answers there (HTTP ${status}) is not Harbor`,
    letsEveryoneIn: 'a registry answers that lets everyone in',
    noRegistry: (status: string) => `what answers there (HTTP ${status}) is no registry`,
    notAsked: { unreadable: 'it was not asked', wayOut: 'Run it again.' },
    mark: (file: string | undefined, why: string) => ({
      unreadable: `${file} cannot be read (${why})`,
      wayOut: `Everyone may read it where the step harbor has written it: chmod 0644 ${file}`,
    }),
    listeners: (why: string) => ({ unreadable: `ss does not answer (${why})`, wayOut: 'Install iproute2.' }),
    seeServices: 'See: kubectl get services --all-namespaces',
    torn: { unreadable: 'the answer of kubectl is torn or in another form', wayOut: 'Run it again.' },
  },
  kubernetes: {
    again: 'Run it again; `kubectl get nodes,pods --all-namespaces` on the host shows what it answers.',
    torn: 'the answer of kubectl is torn or in another form',
    notAll: (rows: number, total: number) => `kubectl showed ${rows} of ${total} objects`,
    noThresholds: 'the kubelet does not show its thresholds',
    installTool: 'Install kubectl; or set kubernetes.cluster to none where the host is to have no cluster.',
    nameKubeconfig:
      'Name one in kubernetes.kubeconfig; or set kubernetes.cluster to none where the host is to have no cluster.',
    makeKubeconfig:
      'Make a kubeconfig that may only look (docs/validate.md has the commands) and name it in kubernetes.kubeconfig.',
    giveRight: 'Give this user the right to get and list it: docs/validate.md has the cluster role.',
    journalTorn: 'its answer is torn',
    noLine: 'no line of it can be read',
    readJournal:
      'Let this user read the journal (usermod -aG systemd-journal USER), where K3s or the kubelet is a unit.',
  },
  preflight: {
    backup: 'Name a file or folder that this user may read in preflight.backup.path.',
    hook: (hook: string) => `See docs/validate.md for what ${hook} has to be.`,
  },
  results: {
    run: (command: string) => `Run \`edge-phase1 ${command}\`.`,
    notMeasured: 'not measured yet',
    otherForm: (schema: string) => `its result is of another form than ${schema}`,
    incomplete: 'its result lacks a digest or a time',
  },
};
