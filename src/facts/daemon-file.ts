import type { Read, ReadResult } from '../host/host';
import { firstJsonError } from './json-error';
import { DAEMON_FILE } from './places';
import { ENGLISH, lastWords, outputOf, resultOf } from './reading';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

interface Kept {
  readonly sha256: string;
  /** Permissions in octal, as `644`. */
  readonly mode: string;
  readonly owner: string;
}

/** `daemon.json` as it is. Texts other than the settings that this project knows are `***` in it: see `MASK`. */
export type DaemonFile =
  | { readonly state: 'none' }
  | ({ readonly state: 'there'; readonly settings: JsonObject } & Kept)
  | ({ readonly state: 'broken'; readonly line: number; readonly near: string; readonly problem: string } & Kept)
  | { readonly state: 'link' }
  | { readonly state: 'unreadable'; readonly why: string };

/** Keys whose texts are settings that this project plans, and hold no secrets. */
const SHOWN = [
  ...['storage-driver', 'log-driver', 'max-size', 'max-file'],
  ...['defaultKeepStorage', 'defaultReservedSpace', 'defaultMaxUsedSpace', 'defaultMinFreeSpace'],
];

const TEXT = String.raw`"([^"\\]|\\.)*"`;
const MARK = String.raw`\x01`;

/**
 * Replaces on the host, before anything leaves it, every text in the file by `***`: passwords stand in `proxies`,
 * tokens in `log-opts` and `labels`. Keys stay, and the texts of the settings that are planned here.
 *
 * Marks every text with a control character, takes the mark off what may be shown, and masks what is still marked. Where
 * then anything is left that is no JSON, the quotes may be anywhere: only signs and lines are kept, to tell the place.
 */
const MASK = [
  `s/${MARK}//g`,
  String.raw`s/(${TEXT})([[:space:]]*:)?/${MARK}\1\3/g`,
  String.raw`s/${MARK}"(${SHOWN.join('|')})"([[:space:]]*:[[:space:]]*)${MARK}/"\1"\2/g`,
  String.raw`s/${MARK}("[A-Za-z][A-Za-z._-]{0,40}"[[:space:]]*:)/\1/g`,
  `s/${MARK}${TEXT}/"***"/g`,
  'h',
  `s/${TEXT}|-?[0-9][0-9.eE+-]*|true|false|null|[][{},:[:space:]]//g`,
  '/./!{',
  'x',
  'b',
  '}',
  'x',
  's/[^[:space:][:punct:]]/x/g',
].join('\n');

export const daemonFileReads: readonly Read[] = [
  { id: 'daemon_file_kind', argv: ['stat', '-c', '%F|%a|%U:%G', DAEMON_FILE] },
  { id: 'daemon_file', argv: ['sed', '-zE', MASK, DAEMON_FILE] },
  { id: 'daemon_file_sum', argv: ['sha256sum', DAEMON_FILE] },
];

export function daemonFile(results: readonly ReadResult[], say = ENGLISH): DaemonFile {
  const kind = resultOf(results, 'daemon_file_kind');
  if (kind.code !== 0) {
    return /No such file/.test(kind.stderr) ? { state: 'none' } : { state: 'unreadable', why: lastWords(kind, say) };
  }
  const [type = '', mode = '', owner = ''] = kind.stdout.trim().split('|');
  if (type === 'symbolic link') return { state: 'link' };
  const text = outputOf(results, 'daemon_file');
  const sha256 = outputOf(results, 'daemon_file_sum')?.split(' ')[0];
  if (text === undefined || sha256 === undefined) {
    return { state: 'unreadable', why: lastWords(resultOf(results, 'daemon_file'), say) };
  }
  const kept = { sha256, mode, owner };
  if (text.trim() === '') return { state: 'there', settings: {}, ...kept };
  const error = firstJsonError(text, say.json);
  if (error === undefined) {
    const settings = JSON.parse(text) as Json;
    if (typeof settings === 'object' && settings !== null && !Array.isArray(settings)) {
      return { state: 'there', settings: settings as JsonObject, ...kept };
    }
    return { state: 'broken', line: 1, near: '', problem: say.docker.noObject, ...kept };
  }
  return { state: 'broken', ...error, near: masked(error.near), ...kept };
}

/** Of a broken line, its signs. */
const masked = (line: string) => line.replace(/[^\s\p{P}]+/gu, '***');
