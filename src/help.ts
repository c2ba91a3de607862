import { STEPS } from './steps';

export const HELP = `edge-phase1: takes an edge server from a nearly full disk to a healthy one, at $0, and proves it.

Usage
  edge-phase1 plan     [step...]   show what is there and what would change; changes nothing
  edge-phase1 apply    step...     carry out the plan, after asking
  edge-phase1 verify   [step...]   look at the checks; changes nothing
  edge-phase1 rollback step...     take it back, where that is safe
  edge-phase1 doctor   [step...]   what is missing for each step, and the command that provides it
  edge-phase1 sudoers  [step...]   print the sudoers file with just the rights that are needed
                                   (without those that are as good as root, unless the step is named)
  edge-phase1 report --from FILE   render an evidence document as Markdown again; with --before FILE compared
                                   with an earlier one
  edge-phase1 comment --from FILE --to NUMBER
                                   post it on an issue or pull request, with the token in GITHUB_TOKEN
  edge-phase1 checklist [FILE...]  keep the checklist's issues on GitHub; ticks what these evidence documents prove
  edge-phase1 dashboard --history FOLDER
                                   write dashboard.html, one page that needs no server, from the files of the branch
                                   edge-phase1-data; or from evidence documents: --evidence FOLDER. --to FILE,
                                   --language en|fr
  edge-phase1 documents            write the five documents of the plan from evidence: --evidence FILE-OR-FOLDER (several
                                   times), --history FOLDER (a checkout of the data branch), --language en|fr,
                                   --server NAME, --to FOLDER (default docs/phase1)
  edge-phase1 advise               what would make a docker build faster, with patches; reads only. --dockerfile FILE,
                                   --context DIR, --vertices FILE (measured steps), --registry HOST, --json.
                                   --try NUMBER|all builds here with and without the patch of a finding, in turn, and
                                   tells what it gains: --runs N of each; --config, --set, --evidence as below

Steps
${STEPS.map(({ id, title }) => `  ${id.padEnd(33)}${title}`).join('\n')}

Options
  --host HOST          local (default), or ssh://user@name[:port]
  --config FILE        default: .github/edge-phase1.yml or edge-phase1.yml, where there is one
  --set KEY=VALUE      a value of the configuration, as extend_lvm.size=160GiB; may be given several times
  --plan-hash HASH     carry out only the plan with this hash; refused when the host has changed since
  --yes                do not ask
  --repository NAME    owner/name on GitHub, for comment and checklist; default: GITHUB_REPOSITORY (for comment, that
                       of the evidence)
  --json               print the evidence document
  --evidence FILE      write the evidence document
  --history FILE       with validate: forecast from how full the disk was, a JSON object a line with at, host,
                       used_bytes and size_bytes
  --fail-on WHAT       fail (default), unknown or never: which checks make verify and apply fail
  --ssh-key FILE       private key (default: agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa);
                       or the key itself in EDGE_PHASE1_SSH_PRIVATE_KEY
  --known-hosts FILE   known hosts (default: ~/.ssh/known_hosts and the system's);
                       or its lines, or one fingerprint SHA256:..., in EDGE_PHASE1_SSH_KNOWN_HOSTS
  The password for Harbor's administrator, where one is wished: EDGE_PHASE1_HARBOR_ADMIN_PASSWORD
  --patience SECONDS   how long to go on trying after the connection was lost (default 120)
  --version, --help

Exit codes: 0 done, or nothing to do; 1 a check failed, the doctor found something missing, or evidence that is broken
was left out; 2 wrong usage or configuration; 3 refused, nothing was changed; 4 failed and undone; 5 a person is needed;
6 outcome unknown: run it again.
`;
