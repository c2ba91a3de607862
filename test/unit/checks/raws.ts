/** What the test server answers `validate`, with the cluster of `test/fixtures/kubernetes`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineFacts } from '../../../src/facts/machine';
import { hostScript } from '../../../src/host-script/package';
import type { Check, Situation } from '../../../src/steps/step';
import { validate } from '../../../src/steps/validate';
import type { ValidateFacts } from '../../../src/steps/validate/facts';
import { extended, fresh, type Raws, settings } from '../steps/variants';

export const NOW = '2026-11-24T12:00:00Z';
const DIGEST = `sha256:${'ab'.repeat(32)}`;

const cluster = (name: string): Raws =>
  JSON.parse(readFileSync(join(__dirname, '../../fixtures/kubernetes', `${name}.json`), 'utf8')) as Raws;

const script = hostScript('extend-lvm-phase1.sh');
const of = (id: string, stdout: string) => ({ id, argv: [id], code: 0, stdout, stderr: '' });
const MACHINE_ID = '0123456789abcdef0123456789abcdef\n';

export const HARBOR = 'https://edge.example:8443';
const HEALTH = JSON.stringify({
  status: 'healthy',
  components: ['core', 'database', 'jobservice', 'portal', 'redis', 'registry', 'registryctl'].map((name) => ({
    name,
    status: 'healthy',
  })),
});

/** All that `validate` measures elsewhere, as it should be. */
const MEASURED: Raws = [
  of('host_time', `${NOW}\n`),
  of(
    'validate_build_test',
    JSON.stringify({
      schema: 'edge-phase1/build-test/1',
      runs: [44, 46, 45, 47].map((minutes, i) => ({
        ...{ scenario: 'cold', seconds: minutes * 60, at: `2026-11-24T0${i}:00:00Z`, ok: true },
      })),
    }),
  ),
  of('harbor_health', `${HEALTH}\n200`),
  of(
    'validate_harbor_proof',
    JSON.stringify({
      ...{ schema: 'edge-phase1/harbor/1', at: '2026-11-23T10:00:00Z', registry: 'edge.example:8443' },
      ...{ pushed_digest: DIGEST, pulled_digest: DIGEST },
    }),
  ),
  of('digest_extend_lvm_phase1_sh', `${script.sha256}  ${script.path}\n`),
  of('backup', '1795480000.5000000000 123456789\n'),
  { ...of('backup_hook', ''), code: 78 },
  of('kube_journal', '{"lines":312,"first":"1795518000000000","found":0,"last":""}\n'),
];

function withCluster(raws: Raws, name: string): Raws {
  const mount = { ...raws.find(({ id }) => id === 'mount')!, id: 'root_mount' };
  const now = [of('machine_id', MACHINE_ID), ...MEASURED, ...cluster(name), mount];
  return [...raws.filter(({ id }) => !now.some((raw) => raw.id === id)), ...now];
}

/** After Phase 1: all six checks pass. */
export const done = withCluster(extended, 'read-healthy');
/** Before it: small, and under pressure. */
export const pressed = withCluster(fresh, 'read-pressure');

export const ALL = {
  'checks.harbor.url': HARBOR,
  'preflight.phase_0_complete': 'true',
  'preflight.backup.path': '/srv/backup',
};

export function look(raws: Raws, overrides: Readonly<Record<string, string>> = ALL): Situation<ValidateFacts> {
  const config = settings(overrides);
  return { machine: machineFacts(raws), facts: validate.facts(raws, config), journal: [], config, at: new Date(NOW) };
}

export const checked = (
  raws: Raws,
  overrides: Readonly<Record<string, string>> = ALL,
): Readonly<Record<string, Check>> =>
  Object.fromEntries(validate.verify(look(raws, overrides)).map((check) => [check.id, check]));
