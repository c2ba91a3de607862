import type { Config } from '../../../../src/config/schema';
import { settings } from '../variants';

export type Overrides = Readonly<Record<string, string>>;

/** As the hosts of the fixtures were set up; of the SHA-256 nothing there depends. */
const WISH: Overrides = {
  'harbor.version': '2.14.0',
  'harbor.source': '/srv/files/harbor-offline-installer-v2.14.0.tgz',
  'harbor.sha256': 'c0ffee'.padEnd(64, '0'),
  'harbor.hostname': '10.0.85.1',
  'harbor.data': '/srv/harbor',
  'harbor.install': '/opt/harbor',
  'harbor.trust': '[docker]',
  'harbor.min_free': '2GB',
};

export const configOf = (overrides: Overrides = {}): Config => settings({ ...WISH, ...overrides });
