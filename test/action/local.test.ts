import { readFileSync } from 'node:fs';
import { run } from '../../lab/command';
import { USER } from '../../lab/recipe';
import type { Vm } from '../../lab/vm';
import { describeOnServer, GIB, grantRights, onServer, sizes } from '../edge/server';
import { ActRepository, describeWithAct, type Machine } from './act';
import { onPath } from './entry';

const quoted = (word: string) => `'${word}'`;

/** The server itself, as the user that its runner would have. */
const inside =
  (vm: Vm): Machine =>
  async (folder, argv) => {
    await run(['tar', '-C', folder, '-cf', `${folder}.tar`, '.']);
    const stdin = readFileSync(`${folder}.tar`);
    await run(['rm', `${folder}.tar`]);
    await vm.mustSh(`mkdir ${folder} && tar -C ${folder} -x`, { user: USER, stdin });
    const output = await vm.sh(argv.map(quoted).join(' '), { user: USER, timeoutSeconds: 800 });
    const uploads = await vm.mustSh(`cd ${folder} && tar -c run-*/uploads`, { user: USER });
    await run(['tar', '-C', folder, '-x'], { stdin: uploads });
    return output;
  };

describeOnServer('phase1.yml with a runner on the server itself', () => {
  describeWithAct('run by act', () => {
    it(
      'extends the volume under itself, as a user with no more than the generated sudoers rights',
      () =>
        onServer({}, async (vm) => {
          await grantRights(vm);
          await vm.copyIn(onPath('act')!, '/usr/local/bin/act', '0755');
          const repository = await ActRepository.create();
          try {
            const phase1 = await repository.run('phase1.yml', { inputs: { mode: 'apply' } }, inside(vm));
            expect(phase1.annotations('error')).toEqual([]);
            expect(phase1.jobs).toEqual({ 'Phase 1/plan': 'success', 'Phase 1/apply': 'success' });
            expect(phase1.uploads).toMatchObject([
              { evidence: { mode: 'plan', host: 'local', steps: [{ outcome: 'planned' }] } },
              { evidence: { mode: 'apply', host: 'local', steps: [{ outcome: 'done' }] } },
            ]);
            expect(phase1.outputs('Phase 1/apply')).toMatchObject({ changed: 'true' });
            expect(await sizes(vm)).toEqual({ volume: 150 * GIB, fileSystem: 150 * GIB });
          } finally {
            repository.remove();
          }
        }),
      900_000,
    );
  });
});
