/**
 * What the test server answers, and what it would answer in other states: the real output, with single values in it
 * replaced by those that the state has (see lvs(8), vgs(8), lsblk(8)).
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../../src/config/load';
import { applyOverrides } from '../../../src/config/overrides';
import { type JournalEntry, parseJournal } from '../../../src/evidence/journal';
import { machineFacts } from '../../../src/facts/machine';
import { outputOf } from '../../../src/facts/reading';
import type { ReadResult } from '../../../src/host/host';
import { extendLvm } from '../../../src/steps/extend-lvm';
import type { ExtendLvmSituation } from '../../../src/steps/extend-lvm/plan';
import type { Plan } from '../../../src/steps/step';

export const MIB = 1024 ** 2;
export const GIB = 1024 ** 3;
export const EXTENT = 4 * MIB;

export type Raws = readonly ReadResult[];
export type Edit = (raws: Raws) => Raws;

const fixture = (name: string) => readFileSync(join(__dirname, '../../fixtures/server', name), 'utf8');
const captured = (state: string): Raws =>
  (JSON.parse(fixture(`${state}.json`)) as Raws).map(({ id, argv, code, stdout, stderr }) => ({
    ...{ id, argv, code, stdout, stderr },
  }));

/** 100 GiB of 298 in use, as the installer leaves it. */
export const fresh = captured('fresh');
/** The same server after apply. */
export const extended = captured('extended');

export const edited = (raws: Raws, ...edits: readonly Edit[]) => edits.reduce((now, edit) => edit(now), raws);

const answering =
  (id: string, answer: (old: ReadResult) => Partial<ReadResult>): Edit =>
  (raws) =>
    raws.map((raw) => (raw.id === id ? { ...raw, ...answer(raw) } : raw));

export const failing = (id: string, stderr: string, code = 1) => answering(id, () => ({ code, stdout: '', stderr }));
export const saying = (id: string, stdout: string) => answering(id, () => ({ code: 0, stdout }));
export const replacing = (id: string, from: string | RegExp, to: string) =>
  answering(id, ({ stdout }) => ({ stdout: stdout.replace(from, to) }));

type Row = Record<string, unknown>;
const json = (id: string, change: (data: never) => void) =>
  answering(id, ({ stdout }) => {
    const data = JSON.parse(stdout) as never;
    change(data);
    return { stdout: JSON.stringify(data) };
  });

type Part = 'vg' | 'pv' | 'lv' | 'seg';
const lvm = (change: (report: Record<Part, Row[]>) => void) =>
  json('lvm', ({ report }: { report: Record<Part, Row[]>[] }) => change(report[0]!));

/** A group that has nothing but one physical volume. */
export const anotherGroup = (vg_name: string, pv_name: string) =>
  json('lvm', ({ report }: { report: Record<Part, Row[]>[] }) => {
    const [{ vg, pv }] = report as [Record<Part, Row[]>];
    report.push({ vg: [{ ...vg[0]!, vg_name }], pv: [{ ...pv[0]!, pv_name }], lv: [], seg: [] });
  });

const firstOf = (part: Part) => (fields: Row) => lvm((report) => Object.assign(report[part][0]!, fields));

export const group = firstOf('vg');
export const physical = firstOf('pv');
export const volume = firstOf('lv');
export const segment = firstOf('seg');
export const anotherPhysical = (fields: Row) => lvm(({ pv }) => pv.push({ ...pv[0]!, ...fields }));

const blockDevices = (change: (devices: Row[]) => void) =>
  json('lsblk', ({ blockdevices }: { blockdevices: Row[] }) => change(blockdevices));
export const device = (name: string, fields: Row) =>
  blockDevices((devices) => Object.assign(devices.find((d) => d.kname === name)!, fields));
export const addDevice = (fields: Row) =>
  blockDevices((devices) => {
    const blank = { pkname: null, fstype: null, model: null, serial: null, rota: true, ro: false, pttype: null };
    devices.push({ ...blank, path: `/dev/${fields.kname}`, ...fields });
  });
export const addPartition = (name: string, number: number, startBytes: number, fields: Row): Edit => {
  const folder = `/sys/class/block/${name}`;
  const lines = `${folder}/start:${startBytes / 512}\n${folder}/partition:${number}\n`;
  return (raws) =>
    edited(raws, addDevice({ kname: name, type: 'part', ...fields }), replacing('partitions', /$/, lines));
};

/** Changes how `/` is mounted, in both reads that tell of it. */
export const mounted =
  (fields: Row): Edit =>
  (raws) => {
    const change = ({ filesystems }: { filesystems: Row[] }) =>
      Object.assign(filesystems.find((f) => f.target === '/')!, fields);
    return edited(raws, json('mounts', change), json('mount', change));
  };

export const thin: Edit = (raws) => edited(raws, volume({ lv_attr: 'Vwi-aotz--' }), segment({ segtype: 'thin' }));
export const raid: Edit = (raws) => edited(raws, volume({ lv_attr: 'rwi-aor---' }), segment({ segtype: 'raid1' }));
export const missingDisk = group({ vg_missing_pv_count: '1', vg_attr: 'wz-pn-' });

/** The physical volume lies on an opened LUKS device, which lies on the partition. */
export const luksBelow: Edit = (raws) =>
  edited(
    raws,
    addDevice({ kname: 'dm-1', path: '/dev/mapper/crypt', type: 'crypt', size: 317824434176, pkname: 'sdb3' }),
    physical({ pv_name: '/dev/mapper/crypt' }),
    segment({ seg_pe_ranges: '/dev/mapper/crypt:0-25599' }),
    device('dm-0', { pkname: 'dm-1' }),
  );
/** The file system lies on an opened LUKS device above the logical volume. */
export const luksAbove: Edit = (raws) =>
  edited(
    raws,
    addDevice({ kname: 'dm-1', path: '/dev/mapper/root', type: 'crypt', size: 107374182400, pkname: 'dm-0' }),
    mounted({ source: '/dev/mapper/root' }),
  );

export const xfs: Edit = (raws) =>
  edited(
    raws,
    mounted({ fstype: 'xfs' }),
    failing('dumpe2fs', "dumpe2fs: Bad magic number in super-block while trying to open '/dev/dm-0'"),
    saying('xfs_info', fixture('xfs_info.txt')),
  );

/** LVM has the larger size, but the file system was not grown: an apply that ended after lvextend. */
export const extendedHalfWay: Edit = (raws) =>
  edited(
    raws,
    group({ vg_seqno: '3' }),
    volume({ lv_size: String(150 * GIB) }),
    physical({ pv_free: '156762112000' }),
    segment({ seg_pe_ranges: '/dev/sdb3:0-38399' }),
    device('dm-0', { size: 150 * GIB }),
  );
/** As above, and the kernel was not told either. */
export const kernelBehind: Edit = (raws) => edited(raws, extendedHalfWay, device('dm-0', { size: 100 * GIB }));

/** Nothing free in the group; `pvBytes` of the partition are used by the physical volume, which has no room left. */
export const fullGroup = physical({ pv_free: '0', pv_pe_count: '25600', dev_size: String(100 * GIB + MIB) });
/** Nothing free in the group, but the partition is larger than the physical volume on it. */
export const roomInPartition = physical({ pv_free: '0', pv_pe_count: '25600' });
/** Nothing free in the group, but the disk has 198 GiB behind its last partition. */
export const roomBehindPartition: Edit = (raws) =>
  edited(raws, fullGroup, device('sdb3', { size: 100 * GIB + MIB }), device('dm-0', { size: 100 * GIB }));
export const partitionAfter = addPartition('sdb4', 4, 200 * GIB, { pkname: 'sdb', size: GIB, pttype: 'gpt' });
export const blankDisk = addDevice({ kname: 'sdd', type: 'disk', size: 200 * GIB, serial: 'EDGE-NEW', model: 'Disk' });

export const settings = (overrides: Readonly<Record<string, string>> = {}) =>
  applyOverrides(parseConfig('', ''), overrides);

export function situation(
  raws: Raws,
  overrides: Readonly<Record<string, string>> = {},
  journal: readonly JournalEntry[] = parseJournal(outputOf(raws, 'journal') ?? ''),
): ExtendLvmSituation {
  const config = settings(overrides);
  return {
    machine: machineFacts(raws),
    facts: extendLvm.facts(raws, config),
    journal,
    config,
    at: new Date('2026-11-24T12:00:00Z'),
  };
}

export const planOf = (raws: Raws, overrides: Readonly<Record<string, string>> = {}) =>
  extendLvm.plan(situation(raws, overrides));

export const changesOf = (plan: Plan) => (plan.verdict === 'changes' ? plan.changes.map((change) => change.id) : []);
export const targetOf = (plan: Plan) => plan.basis.target_bytes;
export const hashOf = (plan: Plan) => ('hash' in plan ? plan.hash : undefined);
export const refusalOf = (plan: Plan) => ('refusal' in plan ? plan.refusal : undefined);
