import { isUnreadable } from '../../facts/reading';
import type { Table } from '../step';
import { SECRETS } from './about';
import type { HarborSituation } from './facts';
import { versionOf } from './plan';

/** What is where, once it is installed. Secrets are told by their files, which only root can read. */
export function tables({ facts: { installed, proof } }: HarborSituation): readonly Table[] {
  if (isUnreadable(installed) || installed.installed === 'none') return [];
  const { settings } = installed;
  const done = isUnreadable(proof) ? undefined : proof;
  const rows = [
    [versionOf(installed.installed), `${settings.scheme}://${settings.host}:${settings.port}`],
    ['images and database', settings.data ?? ''],
    ["administrator's password (user admin)", `${SECRETS}/admin-password`],
    ...(done?.robot ? [[`account for CI (${done.robot})`, `${SECRETS}/robot.json`]] : []),
    ...(done?.use ? [['set up', done.use]] : []),
    ...(done?.trust ? [['told to use it', done.trust]] : []),
  ];
  const note = 'The files with secrets are for root only; docs/harbor.md says how CI gets them.';
  return [{ title: 'The registry', columns: ['what', 'where'], rows, note }];
}
