import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { allBack, comparePods, comparisonText, type Pod, snapshotOf } from '../../../src/facts/pods';

const PART = join(__dirname, '../../../scripts/parts/pods.sh');

/** What bash prints that knows the part of the host script about pods, which are taken to stay as they are after a second. */
const bash = (commands: string, input = '', runs = 'none') =>
  execFileSync(
    'bash',
    [
      '-c',
      `set -u; export LC_ALL=C RUNS='${runs}' STEP=docker-config run_id=r; emit() { :; }; replace_file() { cat >/dev/null; }; without_passwords() { REPLY=$1; }; source <(sed s/PODS_STABLE=6/PODS_STABLE=1/ "$0"); ${commands}`,
      PART,
    ],
    {
      input,
      encoding: 'utf8',
    },
  );

/** A pod as the script's template prints it. */
const line = (pod: Pod) =>
  [
    pod.name,
    pod.uid,
    'edge',
    pod.owner.replace(/^[^/]*\//, ''),
    pod.phase,
    pod.leaving ? 'leaving' : '',
    pod.ready ? 'True' : 'False',
    pod.containers.map(({ ready, restarts }) => `${ready}+${restarts} `).join(''),
  ].join('|');

/** How the script compares them: whether all are back, and its words. */
function compared(before: readonly Pod[], after: readonly Pod[]): readonly [boolean, string] {
  const commands = `
    pod_lines=() pods_names=()
    while IFS= read -r l && [[ $l != -- ]]; do pod_lines+=("$l"); done
    count_pods edge
    pods_names=(\${pods_order[@]+"\${pods_order[@]}"})
    for name in \${pods_names[@]+"\${pods_names[@]}"}; do pods_before[$name]=\${pods_seen[$name]}; done
    pod_lines=()
    while IFS= read -r l; do pod_lines+=("$l"); done
    if compare_pods; then echo back; else echo gone; fi; printf %s "$REPLY"`;
  const [back, ...words] = bash(commands, [...before.map(line), '--', ...after.map(line), ''].join('\n')).split('\n');
  return [back === 'back', words.join('\n')];
}

const container = fc.record({
  name: fc.constant('c'),
  ready: fc.boolean(),
  restarts: fc.nat(3),
  waiting: fc.constant(''),
});
const pod: fc.Arbitrary<Pod> = fc.record({
  name: fc.constantFrom('a/web-1', 'a/web-2', 'a/web-3', 'b/web-1', 'b/db-0'),
  uid: fc.constantFrom('u1', 'u2', 'u3'),
  node: fc.constant('edge'),
  owner: fc.constantFrom('', 'a/ReplicaSet/web', 'a/ReplicaSet/web', 'b/StatefulSet/db'),
  phase: fc.constantFrom('Running', 'Running', 'Running', 'Pending', 'Succeeded', 'Failed'),
  ready: fc.boolean(),
  leaving: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  containers: fc.array(container, { maxLength: 2 }),
});
/** Owners live in the namespace of their pods. */
const pods = fc
  .uniqueArray(pod, { selector: ({ name }) => name, maxLength: 5 })
  .map((all) => all.map((p) => (p.owner.startsWith(p.name[0]!) ? p : { ...p, owner: '' })));

test('the script compares pods as edge-phase1 does', () => {
  fc.assert(
    fc.property(pods, pods, (before, after) => {
      const marks = snapshotOf(before);
      const comparison = comparePods(marks, after);
      expect(compared(before, after)).toEqual([allBack(comparison), comparisonText(comparison, marks)]);
    }),
    { numRuns: 150 },
  );
});

/** What `remember_pods` says where kubectl answers so. */
const remembered = (kubectl: string) =>
  bash(`kubectl_() { ${kubectl}; }; find_kubectl() { :; }; remember_pods; echo "$pods_text"`);

test.each([
  ['the nodes of the cluster cannot be seen: Forbidden', 'echo Forbidden >&2; return 1'],
  ["this host is none of the cluster's nodes", 'echo "ffff|other|containerd://2.1"'],
])('pods that cannot be compared: %s', (why, kubectl) => {
  expect(remembered(kubectl)).toBe(`not compared: ${why}\n`);
});

test('where the configuration says that there is no cluster, nothing is looked for', () => {
  expect(bash('cluster=none; remember_pods; echo "$pods_text"')).toBe('not compared: no cluster, as configured\n');
});

test('an answer that is torn is not taken for the pods', () => {
  expect(
    bash(`kubectl_() { printf 'a/x|u|edge||Running||True|true+0 \\ntotal|2\\n'; }; look_at_pods || echo "$pods_why"`),
  ).toBe('the answer of kubectl is torn\n');
});

test.each(['a/x|u|edge||Running||True|true+a[$(touch_me)] ', 'a/$(touch_me)|u|edge||Running||True|true+0 '])(
  'what bash would evaluate is not taken for a pod: %s',
  (row) => {
    const commands = `touch_me() { echo touched; }; kubectl_() { printf '%s\\n' "$row" 'total|1'; }
      IFS= read -r row; if look_at_pods; then count_pods ''; else echo "$pods_why"; fi`;
    expect(bash(commands, `${row}\n`)).toBe('the answer of kubectl is in another form\n');
  },
);

/** Before and after a restart, with these answers of kubectl about the pods, one a look; the last one stays. */
const restarted = (...answers: readonly string[]) =>
  bash(
    `find_kubectl() { :; }; find_node() { pods_node=edge pods_runtime=containerd://2; }
    n=0; kubectl_() { cat "$folder/$n" 2>/dev/null || cat "$folder/last"; }
    folder=$(mktemp -d); i=0; while IFS= read -r a; do printf '%b' "$a" >"$folder/$i"; cp "$folder/$i" "$folder/last"; i=$((i + 1)); done
    eval "$(declare -f look_at_pods | sed '1s/look_at_pods/really_look/')"; look_at_pods() { really_look; local code=$?; n=$((n + 1)); return $code; }
    pod_patience=1; remember_pods; pods_come_back; echo "$? $pods_text"; rm -r "$folder"`,
    answers.map((answer) => `${answer}\n`).join(''),
  );
const WELL = 'a/x|u|edge||Running||True|true+0 \\ntotal|1\\n';
const ILL = 'a/x|u|edge||Running||False|false+0 \\ntotal|1\\n';

test.each([
  ['as before all the time', [WELL], '0 1 pods as before: same pods, no restarts\n'],
  ['back within the patience', [WELL, ILL, WELL], '0 1 pods as before: same pods, no restarts\n'],
  ['not back', [WELL, ILL], '1 not as before within 1 s: not ready any more: a/x\n'],
  ['not seen any more', [WELL, 'total|1\\n'], '1 not as before within 1 s: the answer of kubectl is torn\n'],
  ['not ready before either', [ILL], '0 1 pods as before: same pods, no restarts\n'],
])('pods after a restart: %s', (_, answers, said) => {
  expect(restarted(...answers)).toBe(said);
});

test('a kubeconfig that others than root can change, or that lies where they can, is not used', () => {
  const only = (path: string, stat: string) =>
    bash(
      `realpath() { echo "\${!#}"; }; stat() { case "\${!#}" in ${stat} esac; }; only_root_writes '${path}' && echo yes || echo no`,
    ).trim();
  const ROOT = '*) echo "0|755" ;;';
  expect(only('/etc/edge/config', ROOT)).toBe('yes');
  expect(only('/etc/edge/config', `/etc/edge/config) echo "0|664" ;; ${ROOT}`)).toBe('no');
  expect(only('/etc/edge/config', `/etc/edge/config) echo "1000|600" ;; ${ROOT}`)).toBe('no');
  expect(only('/tmp/edge/config', `/tmp) echo "0|1777" ;; ${ROOT}`)).toBe('no');
  expect(only('/home/x/config', `/home/x) echo "1000|755" ;; ${ROOT}`)).toBe('no');
  expect(only('/etc/edge/config', '*) ;;')).toBe('no');
});

describe('what a run that was cut short remembered', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pods-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What is known of pods in a run, which has a memory of its own. */
  const inRun = (run: string, commands: string, input = '') =>
    bash(
      `run_id=${run}
      find_kubectl() { :; }; find_node() { pods_node=edge pods_runtime=containerd://2; }
      replace_file() { cat >"$1"; }; look_at_pods() { mapfile -t pod_lines; }
      ${commands}; declare -p pods_before pods_names pods_node pods_runtime pods_text`,
      input,
      folder,
    );
  const lines = [
    'a/web-1|u1|edge|ReplicaSet/web|Running||True|true+2 ',
    'a/db-0|u2|edge|StatefulSet/db|Running||True|true+0 ',
  ];

  test('is known to the next one as if it had looked itself, and to the one after that', () => {
    const first = inRun('r1', 'remember_pods', lines.join('\n'));
    expect(first).toContain('[a/web-1]="u1|a/ReplicaSet/web|yes|2"');
    expect(inRun('r2', 'recall_pods r1; save_pods')).toBe(first);
    expect(inRun('r3', 'recall_pods r2')).toBe(first);
  });

  test('is not taken for that of another run, nor for none where there is no memory of it', () => {
    inRun('r1', 'remember_pods', lines.join('\n'));
    const forgotten = 'not compared: what they were before run r0 is not known any more';
    expect(inRun('r2', 'recall_pods r0')).toContain(forgotten);
    rmSync(join(folder, 'docker-config-pods'));
    expect(inRun('r2', 'recall_pods r0')).toContain(forgotten);
  });

  test('is forgotten where the next restart could not look', () => {
    inRun('r1', 'remember_pods', lines.join('\n'));
    inRun('r1', 'find_kubectl() { pods_why=gone; return 1; }; remember_pods');
    expect(inRun('r2', 'recall_pods r1')).toContain('not known any more');
  });
});
