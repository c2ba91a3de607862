import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../../scripts/disk-test-phase1.sh');
const fixture = (name: string) => join(__dirname, '../../fixtures/disk-test', name);
/** All functions of the script, without the call that starts it. */
const functions = readFileSync(SCRIPT, 'utf8').replace(/^main "\$@"$/m, '');

/** What bash prints that knows the script's functions. */
function bash(commands: string): string {
  const { stdout, stderr, status } = spawnSync('bash', ['-s'], {
    input: `${functions}\n${commands}`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`bash ended with ${status}: ${stderr}`);
  return stdout;
}

/** A host where `fio` and others have already said what the fixture holds, and one disk with a file on it. */
const measured = (name: string, counters = '') => `
keys=(A) runs=1 seconds=2 area=16777216 size_bytes=16777216
disk_name[A]=sda no_file[A]='' no_hdparm[A]=''
measure() { measured="$*"; }
output_text() { cat '${fixture(name)}'; }
count() { reads=0 read_sectors=0 writes=0 write_sectors=0 busy_ms=0 counted_at=$((\${counted_at:-0} + 2000000)); ((counted_at > 2000000)) || return 0; ${counters || ':'}; }
`;
const figures = `for name in "\${!figure[@]}"; do echo "$name=\${figure[$name]}"; done | sort`;

describe('what fio says', () => {
  const roundOf = (name: string, job: string, counters?: string) =>
    bash(
      `${measured(name, counters)} data=5; fio_round A 1 ${job}; ${figures}; echo "why=\${no_file[A]}"; echo "area=$area"`,
    );

  test('synced writes: how many a second, and how long a sync takes', () => {
    const said = roundOf('fio-rand-write.json', 'rand_write');
    expect(said).toContain('A/1/rand_write_iops=203.195207\n');
    expect(said).toContain('A/1/fsync_p50_ns=4112384\n');
    expect(said).toContain('A/1/fsync_p99_ns=11206656\n');
    expect(said).toContain('why=\n');
  });

  test('reads: how many a second, and how long one takes', () => {
    const said = roundOf('fio-rand-read.json', 'rand_read');
    expect(said).toContain('A/1/rand_read_iops=3458.770615\n');
    expect(said).toMatch(/A\/1\/rand_read_p50_ns=\d+\n/);
  });

  test('writing in one piece: how fast; only what was written is read afterwards', () => {
    const said = roundOf('fio-seq-write.json', 'seq_write');
    expect(said).toContain('A/1/seq_write_bytes_s=49200046\n');
    expect(said).toContain('area=16777216\n');
  });

  test('an answer in another form is no figure, and no zero', () => {
    const said = roundOf('hdparm.txt', 'rand_write');
    expect(said).not.toContain('rand_write_iops');
    expect(said).toContain('why=fio answers in a form that is not known');
  });

  test('a failure is told in its own words', () => {
    const said = bash(
      `${measured('fio-failed.txt')} data=5; measure() { return 1; }; fio_round A 1 seq_read; echo "why=\${no_file[A]}"`,
    );
    expect(said).toContain('why=fio failed at reading in one piece: fio: pid=412, err=2/');
  });
});

describe('the work of others on a disk', () => {
  const busyAfter = (name: string, job: string, counters: string) =>
    bash(
      `${measured(name, counters)} data=5; fio_round A 1 ${job}; is_busy A 1 && echo busy || echo quiet; ${figures}`,
    );
  // fio's own: 6921 reads of 4 KiB, 28348416 bytes = 55368 sectors.
  const own = 'reads=6921 read_sectors=55368';

  test.each([
    ['nothing but our own reads', own, 'quiet'],
    ['a few writes, as every journal makes them', `${own}; writes=10 write_sectors=80`, 'quiet'],
    ['writes while we only read', `${own}; writes=400 write_sectors=3200`, 'busy'],
    ['more reads than ours', 'reads=7400 read_sectors=59200', 'busy'],
    ['large reads beside ours', 'reads=6925 read_sectors=99999', 'busy'],
  ])('while reading: %s', (_, counters, verdict) => {
    expect(busyAfter('fio-rand-read.json', 'rand_read', counters)).toMatch(new RegExp(`^${verdict}\n`));
  });

  test.each([
    ['only writes, ours and those of the file system', 'writes=2000 write_sectors=20000', 'quiet'],
    ['reads while we only write', 'writes=800 reads=50 read_sectors=400', 'busy'],
  ])('while writing: %s', (_, counters, verdict) => {
    expect(busyAfter('fio-rand-write.json', 'rand_write', counters)).toMatch(new RegExp(`^${verdict}\n`));
  });

  test('what is kept of a round is the most of its measurements', () => {
    const said = bash(`others A 1 10 0 1000000; others A 1 400 8192 2000000; others A 1 -5 -5 1000000; ${figures}`);
    expect(said).toBe('A/1/others_bytes=4096\nA/1/others_ops=200\n');
  });
});

describe('what hdparm says', () => {
  const rate = (text: string, which: string) =>
    bash(`rate_in ${JSON.stringify(text)} ${which} && echo "$REPLY"; :`).trim();

  test('both rates of a real answer, in MiB a second', () => {
    const text = readFileSync(fixture('hdparm.txt'), 'utf8');
    expect(rate(text, 'cached')).toBe('241.85');
    expect(rate(text, 'buffered')).toBe('77.19');
  });

  test('a slow disk is told in kB', () => {
    expect(rate(' Timing buffered disk reads:   2 MB in  4.00 seconds = 512.00 kB/sec', 'buffered')).toBe('0.5000');
  });

  test('anything else is no rate', () => {
    expect(rate('/dev/sda: No such file or directory', 'buffered')).toBe('');
  });

  test('a disk that it cannot read is left out with its words', () => {
    const said = bash(
      `${measured('fio-failed.txt')} output_text() { echo 'read() failed: Input/output error'; }; hdparm_round A 1; echo "\${no_hdparm[A]}"`,
    );
    expect(said).toBe('hdparm says: read() failed: Input/output error\n');
  });
});

describe('what smartctl says', () => {
  const real = readFileSync(fixture('smartctl.json'), 'utf8');
  const health = (answer: string) =>
    bash(
      `${measured('smartctl.json')} smartctl() { :; }; output_text() { cat <<'SAID'\n${answer}\nSAID\n}; ask_smart A; echo "\${smart_of[A]}"`,
    ).trim();

  test('a virtual disk has no SMART', () => {
    expect(health(real)).toBe('this disk offers no SMART');
  });

  test.each([
    ['true', 'passed'],
    ['false', 'failed'],
  ])('passed: %s', (passed, word) => {
    expect(
      health(real.replace('"available": false', `"available": true },\n  "smart_status": {\n    "passed": ${passed}`)),
    ).toBe(word);
  });

  test('a message of its own is kept', () => {
    expect(
      health(
        '{ "smartctl": { "messages": [ { "string": "/dev/sdz: Unable to detect device type", "severity": "error" } ] } }',
      ),
    ).toBe('/dev/sdz: Unable to detect device type');
  });
});

test('older results are kept, a bounded number of them, the newest first', () => {
  const results = bash(`
    STATE_FILE=$(mktemp -d)
    save_result() { cat >"$kept"; }
    ask_smart() { :; }; all_disks() { REPLY='[]'; }
    kept=$STATE_FILE/out
    sed() { command sed "$1" "$2" "$kept" 2>/dev/null; }
    boot_id=b size_bytes=1 beginning=$EPOCHSECONDS
    for k in 1 2 3 4 5 6 7 8; do run_id=run-$k; do_save; done
    cat "$kept"; rm -r "$STATE_FILE"`);
  const { results: kept } = JSON.parse(results) as { results: { run: string }[] };
  expect(kept.map(({ run }) => run)).toEqual(['run-8', 'run-7', 'run-6', 'run-5', 'run-4', 'run-3']);
});

test('medians and ranges for people', () => {
  const range = (values: readonly number[]) =>
    bash(
      `runs=${values.length}; ${values.map((v, i) => `figure[A/${i + 1}/x]=${v};`).join(' ')} range_of A x 1; echo "$REPLY"`,
    ).trim();
  expect(range([41.2, 9.5, 120])).toBe('41 (9.5-120)');
  expect(range([1, 2, 3, 4])).toBe('2.5 (1.0-4.0)');
  expect(range([])).toBe('-');
});

describe('used wrongly, it ends with 2 and says what is allowed', () => {
  test.each([
    ['--runs 0', 'write a whole number from 1 to 20'],
    ['--seconds 1.5', 'write a whole number from 1 to 300'],
    ['--size 1MiB', 'write 16MiB to 64GiB'],
    ['--size 256M', "the unit 'M' is not known"],
    ['--disk sdb', 'names as sdb change from boot to boot'],
    ['--disk /dev/sdb', 'is not below /dev/disk/by-id'],
    ['--disk', '--disk needs a value'],
    ['--rollback', "unknown option '--rollback'"],
    ['--expect lv_uuid=1', 'write one of: changes disk_keys files'],
  ])('%s', (options, words) => {
    const { status, stderr } = spawnSync('bash', [SCRIPT, ...options.split(' ')], { encoding: 'utf8' });
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });
});
