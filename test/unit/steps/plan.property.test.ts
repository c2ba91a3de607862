import fc from 'fast-check';
import {
  addDevice,
  changesOf,
  device,
  type Edit,
  EXTENT,
  edited,
  fresh,
  GIB,
  group,
  hashOf,
  MIB,
  partitionAfter,
  physical,
  planOf,
  refusalOf,
  replacing,
  targetOf,
  volume,
} from './variants';

const ORDER = ['backup', 'growpart', 'pvresize', 'vgextend', 'lvextend', 'refresh', 'growfs'];

/** A server with any amounts of space in the four places, any extent size, and any half-finished state. */
const server = fc.record({
  extent: fc.constantFrom(MIB, EXTENT, 32 * MIB),
  volumeGib: fc.integer({ min: 1, max: 300 }),
  fileSystemShortGib: fc.integer({ min: 0, max: 60 }),
  kernelShortGib: fc.constantFrom(0, 0, 20),
  freeExtents: fc.integer({ min: 0, max: 10000 }),
  inPartition: fc.integer({ min: 0, max: 80 * GIB }),
  behindPartition: fc.integer({ min: 0, max: 80 * GIB }),
  last: fc.boolean(),
  disk: fc.option(fc.integer({ min: GIB, max: 500 * GIB })),
  dos: fc.boolean(),
});

const wish = fc.record({
  size: fc.integer({ min: GIB, max: 600 * GIB }),
  short: fc.constantFrom('refuse', 'max'),
  named: fc.boolean(),
});

type Server = typeof server extends fc.Arbitrary<infer T> ? T : never;

function rawsOf(s: Server) {
  const bytes = s.volumeGib * GIB;
  const extents = bytes / s.extent + s.freeExtents;
  const deviceBytes = MIB + extents * s.extent + s.inPartition;
  const edits: Edit[] = [
    group({ vg_extent_size: String(s.extent) }),
    volume({ lv_size: String(bytes) }),
    physical({
      ...{ pv_pe_count: String(extents), pv_free: String(s.freeExtents * s.extent), dev_size: String(deviceBytes) },
    }),
    device('sdb3', { size: deviceBytes }),
    device('sdb', { size: 2149580800 + deviceBytes + s.behindPartition, pttype: s.dos ? 'dos' : 'gpt' }),
    device('dm-0', { size: bytes - Math.min(s.kernelShortGib, s.volumeGib - 1) * GIB }),
    replacing(
      'dumpe2fs',
      /^(Block count: *).*$/m,
      `$1${(bytes - Math.min(s.fileSystemShortGib, s.volumeGib - 1) * GIB) / 4096}`,
    ),
    ...(s.last ? [] : [partitionAfter]),
    ...(s.disk === null ? [] : [addDevice({ kname: 'sdd', type: 'disk', size: s.disk, serial: 'EDGE-NEW' })]),
  ];
  return edited(fresh, ...edits);
}

const overrides = ({ size, short, named }: typeof wish extends fc.Arbitrary<infer T> ? T : never) => ({
  'extend_lvm.size': String(size),
  'extend_lvm.when_short': short,
  ...(named ? { 'extend_lvm.new_disk': 'EDGE-NEW' } : {}),
});

test('whatever the server and the wish: a plan never shrinks, keeps to whole extents and to its order', () => {
  fc.assert(
    fc.property(server, wish, (s, w) => {
      const plan = planOf(rawsOf(s), overrides(w));
      const refusal = refusalOf(plan);
      if (refusal) {
        expect(['no-space', 'new-disk-not-found']).toContain(refusal.code);
        expect(refusal.wayOut).not.toBe('');
        return;
      }
      const target = targetOf(plan) as number;
      const now = s.volumeGib * GIB;
      const ids = changesOf(plan);
      expect(target).toBeGreaterThanOrEqual(now);
      expect(target % s.extent).toBe(0);
      expect(target).toBeLessThan(Math.max(now, w.size) + s.extent);
      if (w.short === 'refuse') expect(target).toBeGreaterThanOrEqual(w.size);
      expect(ids).toEqual(ORDER.filter((id) => ids.includes(id)));
      expect(ids.includes('lvextend')).toBe(target > now);
      expect(ids.includes('backup')).toBe(ids.includes('lvextend'));
      if (ids.includes('lvextend')) expect(ids.at(-1)).toBe('growfs');
      if (ids.includes('growpart')) expect([s.last, ids.includes('pvresize')]).toEqual([true, true]);
      if (ids.includes('vgextend')) expect([w.named, s.disk !== null]).toEqual([true, true]);
    }),
    { numRuns: 300 },
  );
});

test('planning looks the same every time', () => {
  fc.assert(
    fc.property(server, wish, (s, w) => {
      expect(hashOf(planOf(rawsOf(s), overrides(w)))).toBe(hashOf(planOf(rawsOf(s), overrides(w))));
    }),
    { numRuns: 50 },
  );
});
