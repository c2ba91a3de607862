export const harbor = {
  absent:
    'Nothing shows that a registry is installed on this server: the step `harbor` has left no result, or it was not read. This guide is written from that result.',
  installTitle: 'How to install it',
  install:
    'The step shows its plan first, needs no other network than the source of the installer, and proves the registry with a push and a pull:',
  installNote:
    'By hand, as in the plan, it also works, but do not take Harbor 2.10: it is out of support. Put its data on a data disk (Harbor asks for 40 GB), not on `/`.',
  installDone: 'Then render this guide again from the evidence of the run.',
  aboutTitle: 'What is there',
  aboutColumns: ['', ''],
  rows: {
    address: 'Address',
    kind: 'Kind',
    install: 'Installed in',
    data: 'Data in',
    project: 'Project of CI',
    robot: 'Robot account of CI',
    components: 'Components',
    proof: 'Proof',
  },
  kinds: { harbor: 'Harbor', distribution: 'Distribution (a small registry without pages and projects)' },
  proof: (when: string) => `pushed and pulled with one and the same digest on ${when}`,
  timed: (push: string, pull: string) => `push ${push}, pull ${pull}`,
  noProof: 'not proven: what was pulled is not what was pushed',
  health: (result: string, measured: string) => `When the checks were judged last: ${result} (${measured}).`,
  missing:
    'Words in capital letters stand for what the result of the step does not say; fill them in before you run a command.',
  loginTitle: 'Log in',
  login: (file: string) =>
    `The secret of the robot account stands on the server in \`${file}\`, for root alone, and never in this repository or its evidence. It goes in on standard input, so that it is neither in the process list nor in the history of the shell. On the server itself:`,
  loginElsewhere: 'On another machine, from a file that only you can read:',
  http: (address: string) =>
    `The registry speaks plain HTTP: names, passwords and images pass the network in the clear, which only suits a network that you trust. Each Docker that uses it has to be told so in \`/etc/docker/daemon.json\` (merge it with what is there: \`"insecure-registries": ["${address}"]\`), and then reload it; no container stops:`,
  https: (address: string) =>
    `Where the certificate is of a CA of your own, each Docker that uses the registry needs the CA’s certificate as \`/etc/docker/certs.d/${address}/ca.crt\`. Docker need not be restarted.`,
  schemeUnknown: 'Whether the registry speaks HTTP or HTTPS is not known.',
  pushTitle: 'Push an image',
  pullTitle: 'Pull an image',
  pull: 'By its digest you get that very image, whatever was pushed since:',
  k3sTitle: 'Use it from K3s',
  k3s: 'K3s has a containerd of its own and does not read Docker’s settings. On this server the step sets it up (`harbor.trust`). On other nodes by hand, in `/etc/rancher/k3s/registries.yaml`, readable for root alone:',
  k3sRestart: 'K3s reads this file at its start; running pods go on:',
  renewTitle: 'Renew',
  renewCertificate: (harbor: boolean): string =>
    harbor
      ? 'Certificate: replace the files that `harbor.yml` names under `https:` (same names), have the configuration written anew and the containers made anew. The data stays; pulls and pushes fail for about a minute:'
      : 'Certificate: replace the files that the registry was started with (same names), and restart it:',
  renewNone: 'Certificate: there is none, as the registry speaks plain HTTP.',
  renewRobot: (project: string, robot: string, file: string) =>
    `Robot account: as the step makes it, it does not expire. To change its secret: in Harbor’s pages under Projects → \`${project}\` → Robot Accounts, choose \`${robot}\` and refresh its secret. The old one stops working at once: put the new one into \`${file}\`, and log in again wherever it is used.`,
  backupTitle: 'Back up',
  backup:
    'A copy is consistent when nothing writes: stop the registry, copy its data and its configuration to another disk, start it again. The copy holds passwords: keep it readable for root alone.',
  recoverTitle: 'Recover',
  recoverOne: 'It starts again with Docker. Where it does not:',
  recoverRestart:
    'After Docker or the server was restarted, some of its containers may stay down, because the others need its log container first. Wait a minute, then start what is missing; a second time if need be:',
  recoverHealth: 'The page answers 200 in any case: read the state of each component.',
  recoverBackup: 'From a copy, on this server or on a new one where the same version is installed:',
  recoverProve: 'Afterwards prove it anew, with a push and a pull:',
  unknownFolders: 'Where it is installed and where its data lies is not known.',
};
