import type { Captured, Read, ReadResult } from '../host/host';
import {
  ENGLISH,
  type FactTexts,
  isNotInstalled,
  lastWords,
  outputOf,
  resultOf,
  rightWayOut,
  type Unreadable,
} from './reading';

const MIB = 1024 ** 2;

export interface FileSystem {
  readonly bytes: number;
  /** Bytes that may be left over at the end of the volume when the file system fills it as far as it can. */
  readonly slackBytes: number;
  /** Errors that the file system has recorded about itself; empty when there are none. */
  readonly damage: string;
}

export type FileSystemFacts = FileSystem | Unreadable;

/**
 * Both kinds are asked for in the one batch: which one it is, is only known on the host. xfs_info starts several programs
 * before it finds that it has nothing to say, so it runs only where there is xfs.
 */
export const fileSystemReads = (device: Captured, mount: string): readonly Read[] => [
  { id: 'dumpe2fs', argv: ['dumpe2fs', '-h', device], root: true },
  { id: 'xfs_mount', argv: ['findmnt', '-n', '-f', '-t', 'xfs', '-o', 'TARGET', '--mountpoint', mount] },
  { id: 'xfs_info', argv: ['xfs_info', { from: 'xfs_mount' }] },
];

/** @param type the type that the mount table gives, as `ext4`. */
export function fileSystemFacts(results: readonly ReadResult[], type: string, say = ENGLISH): FileSystemFacts {
  if (/^ext[234]$/.test(type)) return extFacts(results, say);
  if (type === 'xfs') return xfsFacts(results, say);
  return say.fileSystem.unknownType(type);
}

function extFacts(results: readonly ReadResult[], texts: FactTexts): FileSystemFacts {
  const say = texts.fileSystem;
  const header = outputOf(results, 'dumpe2fs');
  if (header === undefined) {
    const result = resultOf(results, 'dumpe2fs');
    return {
      unreadable: say.ext4(lastWords(result, texts)),
      wayOut: isNotInstalled(result) ? say.installExt4 : (rightWayOut(results, 'dumpe2fs', texts) ?? say.seeExt4),
    };
  }
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(header)?.[1] ?? '';
  const block = Number(field('Block size'));
  const bytes = Number(field('Block count')) * block;
  if (!(bytes > 0)) {
    return { unreadable: say.ext4NoSize, wayOut: say.seeExt4 };
  }
  const state = field('Filesystem state');
  const errors = Number(field('FS Error count') || 0);
  return {
    bytes,
    // resize2fs leaves out a last block group that is too small to hold its own tables.
    slackBytes: Number(field('Blocks per group')) * block,
    damage: state.includes('error') || errors > 0 ? say.damage(state, errors) : '',
  };
}

function xfsFacts(results: readonly ReadResult[], texts: FactTexts): FileSystemFacts {
  const say = texts.fileSystem;
  const geometry = /^data[^=]*=\s+bsize=(\d+)\s+blocks=(\d+)/m.exec(outputOf(results, 'xfs_info') ?? '');
  if (!geometry) {
    const result = resultOf(results, 'xfs_info');
    return {
      unreadable: say.xfs(lastWords(result, texts)),
      wayOut: isNotInstalled(result) ? say.installXfs : say.seeXfs,
    };
  }
  return { bytes: Number(geometry[1]) * Number(geometry[2]), slackBytes: 16 * MIB, damage: '' };
}
