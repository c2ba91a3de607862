import { isUnreadable } from '../../facts/reading';
import { textsOf } from '../../texts';
import type { Table } from '../step';
import { SECRETS } from './about';
import type { HarborSituation } from './facts';
import { versionOf } from './plan';

/** What is where, once it is installed. Secrets are told by their files, which only root can read. */
export function tables({ facts: { installed, proof }, config }: HarborSituation): readonly Table[] {
  if (isUnreadable(installed) || installed.installed === 'none') return [];
  const texts = textsOf(config).harborStep;
  const { table: say } = texts;
  const { settings } = installed;
  const done = isUnreadable(proof) ? undefined : proof;
  const rows = [
    [versionOf(installed.installed, texts), `${settings.scheme}://${settings.host}:${settings.port}`],
    [say.images, settings.data ?? ''],
    [say.admin, `${SECRETS}/admin-password`],
    ...(done?.robot ? [[say.robot(done.robot), `${SECRETS}/robot.json`]] : []),
    ...(done?.use ? [[say.setUp, done.use]] : []),
    ...(done?.trust ? [[say.trust, done.trust]] : []),
  ];
  return [{ title: say.title, columns: say.columns, rows, note: say.note }];
}
