import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPTS = join(__dirname, '../../../scripts');
const scripts = readdirSync(SCRIPTS).filter((file) => file.endsWith('-phase1.sh'));
const started = (script: string, ...options: string[]) =>
  spawnSync('bash', [join(SCRIPTS, script), ...options], { encoding: 'utf8' });

test.each(scripts)('%s knows every option that its help names', (script) => {
  const help = started(script, '--help').stdout;
  const flags = [...help.matchAll(/^ {2}(--[a-z-]+)(?: ([A-Z=]+))? {2,}/gm)];
  expect(flags.length).toBeGreaterThan(5);
  for (const [, flag, value] of flags) {
    // A value that is missing is asked for; a flag without one is followed by an option that nobody knows.
    const { status, stderr } = value ? started(script, flag!) : started(script, flag!, '--nobody-knows');
    expect(stderr).toContain(value ? `${flag} needs a value` : "unknown option '--nobody-knows'");
    expect(status).toBe(2);
  }
});

test.each(scripts)('%s says its own name when it is used wrongly', (script) => {
  expect(started(script, '--nobody-knows').stderr).toMatch(new RegExp(`^${script}: unknown option`));
});
