import { DockerfileParser, type Instruction as Parsed } from 'dockerfile-ast';
import { type Command, commandsOf } from './shell';

export interface Flag {
  readonly name: string;
  readonly value: string;
}

/** One instruction with its place in the text. */
export interface Instruction {
  readonly keyword: string;
  /** Lines counted from 0, both included; a heredoc belongs to its instruction. */
  readonly first: number;
  readonly last: number;
  /** Offsets; `end` is before the line end. `body` is where the arguments begin after the flags. */
  readonly start: number;
  readonly end: number;
  readonly body: number;
  readonly flags: readonly Flag[];
  /** Arguments without flags; of the JSON form, its strings. */
  readonly args: readonly string[];
  readonly json: boolean;
  readonly heredoc: boolean;
  /** For RUN: its simple commands, of the heredoc where that is the script. Empty for a script in another language. */
  readonly commands: readonly Command[];
  /** BuildKit's number in the stage, or 0: 1 is FROM, then RUN, COPY, ADD and WORKDIR count. */
  readonly index: number;
}

export interface Stage {
  readonly number: number;
  readonly name: string;
  readonly image: string;
  /** The stage that it is built from, where that is one of this file. */
  readonly base: Stage | undefined;
  /** FROM first. */
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  readonly text: string;
  readonly escapeChar: string;
  readonly newline: string;
  /** ARG before the first FROM. */
  readonly global: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** Why no advice is given about the file as a whole; undefined when it can be read. */
  readonly broken: string | undefined;
}

const KNOWN = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
const COUNTED = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);
const MOST_CHARACTERS = 1024 ** 2;

export function parseDockerfile(text: string): Dockerfile {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const nothing = { text, escapeChar: '\\', newline, global: [], stages: [] };
  if (text.length > MOST_CHARACTERS) return { ...nothing, broken: 'It is larger than 1 MiB.' };
  const parsed = DockerfileParser.parse(text);
  const escapeChar = parsed.getEscapeCharacter();
  const starts = lineStarts(text);
  const global: Instruction[] = [];
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  let broken: string | undefined;
  for (const item of parsed.getInstructions()) {
    const instruction = read(item, text, starts, escapeChar);
    const { keyword } = instruction;
    if (!KNOWN.has(keyword)) broken ??= `Line ${instruction.first + 1}: '${keyword.slice(0, 30)}' is no instruction.`;
    if (keyword === 'FROM') stages.push(newStage(instruction, stages));
    else if (stages.length > 0) {
      const { instructions } = stages.at(-1)!;
      const counted = instructions.filter((one) => COUNTED.has(one.keyword)).length;
      instructions.push({ ...instruction, index: COUNTED.has(keyword) ? counted + 2 : 0 });
    } else if (keyword === 'ARG') global.push(instruction);
    else broken ??= `Line ${instruction.first + 1}: ${keyword.slice(0, 30)} stands before the first FROM.`;
    if (instruction.heredoc && unfinished(item)) {
      broken ??= `Line ${instruction.first + 1}: a heredoc has no end.`;
    }
  }
  if (stages.length === 0) broken ??= 'It has no FROM.';
  const empty = stages.find((stage) => stage.image === '');
  if (empty) broken ??= `Line ${empty.instructions[0]!.first + 1}: FROM names no image.`;
  return { text, escapeChar, newline, global, stages, broken };
}

interface Here {
  getContentRange(): Range | null;
  getDelimiterRange(): Range | null;
}
interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

const heredocsOf = (item: Parsed): readonly Here[] =>
  item.getKeyword() === 'RUN' || item.getKeyword() === 'COPY' || item.getKeyword() === 'ADD'
    ? ((item as unknown as { getHeredocs(): Here[] }).getHeredocs() ?? [])
    : [];
const unfinished = (item: Parsed) => heredocsOf(item).some((here) => here.getDelimiterRange() === null);

function read(item: Parsed, text: string, starts: readonly number[], escapeChar: string): Instruction {
  const at = ({ line, character }: Range['start']) => starts[line]! + character;
  const { start, end } = item.getRange();
  const flags = 'getFlags' in item ? (item as unknown as { getFlags(): ParsedFlag[] }).getFlags() : [];
  const json = 'getJSONStrings' in item ? (item as unknown as { getJSONStrings(): ParsedJson[] }).getJSONStrings() : [];
  const keyword = item.getKeyword();
  const from = flags.length > 0 ? at(flags.at(-1)!.getRange().end) : at(item.getInstructionRange().end);
  const heredocs = heredocsOf(item);
  const isJson = json.length > 0;
  const words = isJson
    ? json.map((one) => ({
        value: one.getJSONValue(),
        start: at(one.getRange().start),
        end: at(one.getRange().end),
        dynamic: false,
      }))
    : [];
  const place = { start: at(start), end: at(end), body: from };
  const commands =
    keyword !== 'RUN'
      ? []
      : isJson
        ? [{ words, joint: '' as const, jointStart: from, start: words[0]!.start, end: words.at(-1)!.end }]
        : shellOf(text, place, heredocs, at, escapeChar);
  return {
    keyword,
    first: start.line,
    last: end.line,
    ...place,
    flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
    args: isJson ? words.map((word) => word.value) : item.getArguments().map((argument) => argument.getValue()),
    json: isJson,
    heredoc: heredocs.length > 0,
    commands,
    index: keyword === 'FROM' ? 1 : 0,
  };
}

interface ParsedFlag {
  getName(): string;
  getValue(): string | null;
  getRange(): Range;
}
interface ParsedJson {
  getJSONValue(): string;
  getRange(): Range;
}

function shellOf(
  text: string,
  { end, body }: { end: number; body: number },
  heredocs: readonly Here[],
  at: (position: Range['start']) => number,
  escapeChar: string,
): readonly Command[] {
  const here = heredocs[0];
  if (!here) return commandsOf(text, body, end, escapeChar, false);
  const content = here.getContentRange();
  const head = text.slice(body, text.indexOf('\n', body)).trim();
  // Only a heredoc that is the whole script, of the shell: any other is data, or another language.
  if (heredocs.length > 1 || !content || !/^(?:(?:\/bin\/)?(?:ba)?sh(?: -\w+)* )?<<-?["']?\w+["']?$/.test(head))
    return [];
  const first = /^#!(.*)/.exec(text.slice(at(content.start)))?.[1];
  if (first !== undefined && !/\b(?:ba|da)?sh\b/.test(first)) return [];
  return commandsOf(text, at(content.start), at(content.end), '\\', true);
}

function newStage(from: Instruction, before: readonly Stage[]): Stage & { instructions: Instruction[] } {
  const [image = '', as = '', name = ''] = from.args;
  const base = before.findLast((stage) => stage.name !== '' && stage.name === image.toLowerCase());
  return {
    number: before.length,
    name: /^as$/i.test(as) ? name.toLowerCase() : '',
    image,
    base,
    instructions: [from],
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The stages that end up in the image: the last one and what it is built from. */
export function shippedStages({ stages }: Dockerfile): readonly Stage[] {
  const shipped: Stage[] = [];
  for (let stage = stages.at(-1); stage; stage = stage.base) shipped.push(stage);
  return shipped;
}

/** Instructions in effect before `instruction` in its stage, those of the stages it is built from included. */
export function precedingOf(stage: Stage, instruction: Instruction): readonly Instruction[] {
  const own = stage.instructions.filter((one) => one.start < instruction.start);
  return stage.base ? [...precedingOf(stage.base, END), ...own] : own;
}

const END = { start: Number.POSITIVE_INFINITY } as Instruction;

/** The folder that relative paths mean at this place; undefined where it cannot be known (a variable, the base image's own). */
export function workdirAt(stage: Stage, instruction: Instruction): string | undefined {
  let folder: string | undefined;
  for (const one of precedingOf(stage, instruction)) {
    if (one.keyword !== 'WORKDIR') continue;
    const path = one.args[0] ?? '';
    if (path.includes('$')) folder = undefined;
    else if (path.startsWith('/')) folder = path;
    else if (folder !== undefined) folder = `${folder.replace(/\/$/, '')}/${path}`;
  }
  return folder;
}

/** Whether commands run as root here, as far as the file says; the base image may say otherwise. */
export function userAt(stage: Stage, instruction: Instruction): string {
  return precedingOf(stage, instruction).findLast((one) => one.keyword === 'USER')?.args[0] ?? 'root';
}
