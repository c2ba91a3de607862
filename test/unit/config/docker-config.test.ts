import { saidOf, withField } from './said';

const setting = (key: string) => `docker_config.settings.${key}`;

test.each([
  ['storage-driver', 'zfs', 'overlay2, or null'],
  ['log-driver', 'fluentd', 'json-file or local, or null'],
  ['log-opts.max-size', '10MB', 'such as 500k, 10m or 1g, or null'],
  ['log-opts.max-size', '10', 'such as 500k, 10m or 1g, or null'],
  ['log-opts.max-file', '0', 'a whole number from 1 to 999'],
  ['log-opts.max-file', 'many', 'a whole number from 1 to 999'],
  ['max-concurrent-uploads', '0', 'a whole number from 1 to 100'],
  ['max-concurrent-uploads', '2.5', 'a whole number from 1 to 100'],
  ['live-restore', 'yes', 'true or false'],
  ['builder.gc.defaultKeepStorage', '10%', 'such as 20GB, or null'],
  ['builder.gc.defaultMaxUsedSpace', '200%', 'a share such as 20%, or null'],
])('%s: %s is refused, with what is allowed', (key, value, words) => {
  const said = saidOf(withField(setting(key), value));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(words);
});

test('a setting that this project does not write is refused, with those that it does', () => {
  expect(saidOf(withField(setting('data-root'), '/srv/docker'))[0]).toContain('storage-driver, log-driver, log-opts');
});
