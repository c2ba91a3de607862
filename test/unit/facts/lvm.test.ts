import { lvmFacts } from '../../../src/facts/lvm';
import { isUnreadable } from '../../../src/facts/reading';
import { edited, failing, fresh, GIB, type Raws, replacing, saying } from '../steps/variants';

const groupsOf = (raws: Raws) => {
  const facts = lvmFacts(raws);
  if (isUnreadable(facts)) throw new Error(facts.unreadable);
  return facts.groups;
};

test('one report tells the group, its disks, its volumes and what they lie on', () => {
  expect(groupsOf(fresh)).toEqual([
    {
      name: 'ubuntu-vg',
      uuid: 'ySPe1f-cBQp-QCQC-8382-McCg-imua-l33VZh',
      attributes: 'wz--n-',
      sequence: 2,
      extentBytes: 4 * 1024 ** 2,
      missing: 0,
      lockType: '',
      physicalVolumes: [
        {
          name: '/dev/sdb3',
          uuid: 'bcZlH6-D3Ek-NJsT-EGRQ-nO95-RGhh-HeaBu0',
          attributes: 'a--',
          freeBytes: 210449203200,
          deviceBytes: 317824434176,
          dataStartBytes: 1024 ** 2,
          extents: 75775,
        },
      ],
      logicalVolumes: [
        {
          name: 'ubuntu-lv',
          uuid: 'Qed7PU-lpqN-SLJK-1tdb-mxRT-hIGh-4EP4w7',
          path: '/dev/mapper/ubuntu--vg-ubuntu--lv',
          bytes: 100 * GIB,
          attributes: '-wi-ao----',
          segments: [{ type: 'linear', physicalVolumes: ['/dev/sdb3'] }],
        },
      ],
    },
  ]);
});

test('a segment on several disks names each, also one with a colon in its path', () => {
  const spread = replacing('lvm', '/dev/sdb3:0-25599', '/dev/sdb3:0-9 /dev/disk/by-path/pci-0000:00:05.0:0-9');
  const [group] = groupsOf(edited(fresh, spread));
  expect(group!.logicalVolumes[0]!.segments[0]!.physicalVolumes).toEqual([
    ...['/dev/sdb3', '/dev/disk/by-path/pci-0000:00:05.0'],
  ]);
});

test('a server without volume groups has none; that is known', () => {
  expect(groupsOf(edited(fresh, saying('lvm', '{"report":[],"log":[]}')))).toEqual([]);
  expect(groupsOf(edited(fresh, saying('lvm', '{"report":[{"pv":[{"pv_name":"/dev/sdc"}]}]}')))).toEqual([]);
});

test.each([
  ['sudo wants a password', 'sudo: a password is required', 1, 'edge-phase1 sudoers'],
  ['there is no sudo', 'sh: 5: exec: sudo: not found', 127, 'log in as root'],
  ['LVM is not installed', 'sh: 5: exec: lvm: not found', 127, 'apt-get install lvm2'],
  ['LVM is not installed, says sudo', 'sudo: lvm: command not found', 1, 'apt-get install lvm2'],
  ['LVM fails over a lost disk', '  WARNING: Device for PV x not found or rejected by a filter.', 5, 'lvm fullreport'],
  ['LVM says nothing', '', 5, 'lvm fullreport'],
])('when %s it is not readable, never empty, and says what to do', (_, stderr, code, wayOut) => {
  const facts = lvmFacts(edited(fresh, failing('lvm', stderr, code)));
  expect(facts).not.toHaveProperty('groups');
  expect(isUnreadable(facts) && facts.wayOut).toContain(wayOut);
});

test('an answer that is no JSON is not readable', () => {
  expect(lvmFacts(edited(fresh, saying('lvm', '  {"report": [')))).toHaveProperty('unreadable');
});
