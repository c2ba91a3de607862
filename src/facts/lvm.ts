import type { Read, ReadResult } from '../host/host';
import {
  ENGLISH,
  type FactTexts,
  isNotInstalled,
  jsonOf,
  lastWords,
  resultOf,
  rightWayOut,
  type Unreadable,
} from './reading';

export interface PhysicalVolume {
  readonly name: string;
  readonly uuid: string;
  readonly attributes: string;
  readonly freeBytes: number;
  /** Size of the device that it lies on; larger than the volume where pvresize would bring space. */
  readonly deviceBytes: number;
  readonly dataStartBytes: number;
  readonly extents: number;
}

export interface LogicalVolume {
  readonly name: string;
  readonly uuid: string;
  readonly path: string;
  readonly bytes: number;
  readonly attributes: string;
  readonly segments: readonly { readonly type: string; readonly physicalVolumes: readonly string[] }[];
}

export interface VolumeGroup {
  readonly name: string;
  readonly uuid: string;
  readonly attributes: string;
  /** Grows by one with each change of the group's metadata. */
  readonly sequence: number;
  readonly extentBytes: number;
  readonly missing: number;
  readonly lockType: string;
  readonly physicalVolumes: readonly PhysicalVolume[];
  readonly logicalVolumes: readonly LogicalVolume[];
}

export type LvmFacts = { readonly groups: readonly VolumeGroup[] } | Unreadable;

/** One call describes all groups: each LVM command scans all disks anew, which is slow. */
export const LVM_READ = [
  ...['lvm', 'fullreport', '--reportformat', 'json', '--units', 'b', '--nosuffix'],
  ...['--configreport', 'vg', '-o', 'vg_name,vg_uuid,vg_attr,vg_seqno,vg_extent_size,vg_missing_pv_count,vg_lock_type'],
  ...['--configreport', 'pv', '-o', 'pv_name,pv_uuid,pv_attr,pv_free,dev_size,pe_start,pv_pe_count'],
  ...['--configreport', 'lv', '-o', 'lv_name,lv_uuid,lv_dm_path,lv_size,lv_attr'],
  ...['--configreport', 'seg', '-o', 'lv_uuid,segtype,seg_pe_ranges'],
  ...['--configreport', 'pvseg', '-o', 'pvseg_start'],
] as const;

export const lvmReads: readonly Read[] = [{ id: 'lvm', argv: LVM_READ, root: true }];

type Row = Record<string, string>;
interface Report {
  readonly vg?: Row[];
  readonly pv?: Row[];
  readonly lv?: Row[];
  readonly seg?: Row[];
}

export function lvmFacts(results: readonly ReadResult[], say = ENGLISH): LvmFacts {
  const reports = (jsonOf(results, 'lvm') as { report?: Report[] } | undefined)?.report;
  if (reports === undefined) return unreadable(results, say);
  return { groups: reports.filter((r) => r.vg?.length).map(readGroup) };
}

function unreadable(results: readonly ReadResult[], say: FactTexts): Unreadable {
  const result = resultOf(results, 'lvm');
  if (isNotInstalled(result)) return say.lvm.notInstalled;
  return {
    unreadable: say.lvm.unreadable(lastWords(result, say)),
    wayOut: rightWayOut(results, 'lvm', say) ?? say.lvm.wayOut,
  };
}

function readGroup(report: Report): VolumeGroup {
  const vg = report.vg![0]!;
  return {
    name: vg.vg_name!,
    uuid: vg.vg_uuid!,
    attributes: vg.vg_attr!,
    sequence: Number(vg.vg_seqno),
    extentBytes: Number(vg.vg_extent_size),
    missing: Number(vg.vg_missing_pv_count),
    lockType: vg.vg_lock_type ?? '',
    physicalVolumes: (report.pv ?? []).map((pv) => ({
      name: pv.pv_name!,
      uuid: pv.pv_uuid!,
      attributes: pv.pv_attr!,
      freeBytes: Number(pv.pv_free),
      deviceBytes: Number(pv.dev_size),
      dataStartBytes: Number(pv.pe_start),
      extents: Number(pv.pv_pe_count),
    })),
    logicalVolumes: (report.lv ?? []).map((lv) => ({
      name: lv.lv_name!,
      uuid: lv.lv_uuid!,
      path: lv.lv_dm_path!,
      bytes: Number(lv.lv_size),
      attributes: lv.lv_attr!,
      segments: (report.seg ?? [])
        .filter((seg) => seg.lv_uuid === lv.lv_uuid)
        .map((seg) => ({ type: seg.segtype!, physicalVolumes: devicesOf(seg.seg_pe_ranges ?? '') })),
    })),
  };
}

/** `/dev/sda3:0-25599 /dev/sdb1:0-9` -> the devices. */
const devicesOf = (ranges: string) =>
  ranges
    .split(' ')
    .filter(Boolean)
    .map((range) => range.slice(0, range.lastIndexOf(':')));
