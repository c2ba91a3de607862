import type { Mode } from '../evidence/evidence';
import type { Step } from '../steps/step';
import { type Texts, textsOf } from '../texts';

type Say = Texts['desk']['commands'];
const ENGLISH: Say = textsOf({}).desk.commands;

/** What somebody asked for in a comment. */
export type Command =
  | { readonly verb: 'help' | 'status' | 'go' }
  | { readonly verb: 'plan' | 'verify'; readonly step: string }
  /** Without a hash it shows its plan, and the hash to approve. */
  | { readonly verb: 'rollback'; readonly step: string; readonly hash?: string }
  /** A measurement changes nothing that stays, and needs none. */
  | { readonly verb: 'apply'; readonly step: string; readonly hash?: string };

/** A step as far as commands go. */
export type KnownStep = Pick<Step<unknown>, 'id' | 'kind'>;

export type Parsed =
  /** Not for us. */
  | { readonly kind: 'none' }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'refused'; readonly why: string };

const FORMS = [
  '/phase1 plan STEP',
  '/phase1 apply STEP HASH',
  '/phase1 verify STEP',
  '/phase1 rollback STEP [HASH]',
  '/phase1 go',
  '/phase1 status',
  '/phase1 help',
];

/** A hash may be shortened, as git does; it must then be the beginning of one that was shown. */
const HASH = /^[0-9a-f]{12,64}$/;
const LONGEST = 200;

/**
 * Reads a comment. It is a command when it begins with `/phase1`, and then it must be one line in one of the known forms;
 * anything else is refused, never guessed at.
 */
export function parseCommand(text: string, steps: readonly KnownStep[], say = ENGLISH): Parsed {
  if (!/^\/phase1(?![\w-])/.test(text)) return { kind: 'none' };
  const refused = (why: string): Parsed => ({ kind: 'refused', why });
  const line = text.trimEnd();
  if (/[\r\n]/.test(line)) return refused(say.oneLine);
  if (line.length > LONGEST || !/^[\x20-\x7e]*$/.test(line)) {
    return refused(say.signs);
  }
  const [, verb = 'help', step, hash, ...more] = line.split(/ +/);
  const form = FORMS.find((f) => f.split(' ')[1] === verb);
  if (!form) return refused(say.noSuchCommand(FORMS));
  const written = refused(say.written(form));
  if (more.length > 0) return written;
  if (verb === 'help' || verb === 'status' || verb === 'go') {
    return step === undefined ? { kind: 'command', command: { verb } } : written;
  }
  if (step === undefined) return written;
  const known = steps.find(({ id }) => id === step);
  if (!known) return refused(say.noSuchStep(steps.map(({ id }) => id)));
  if (verb === 'plan' || verb === 'verify') {
    return hash === undefined ? { kind: 'command', command: { verb, step } } : written;
  }
  if (hash !== undefined && !HASH.test(hash)) {
    return refused(say.badHash);
  }
  if (verb !== 'rollback' && verb !== 'apply') return written;
  if (verb === 'apply' && hash === undefined && known.kind === 'change') {
    return refused(say.needsHash(step));
  }
  return { kind: 'command', command: { verb, step, ...(hash !== undefined && { hash }) } };
}

/** As they stand in the help, in the order of its explanations. */
const HELP = [
  '/phase1 plan STEP',
  '/phase1 apply STEP HASH',
  '/phase1 apply STEP',
  '/phase1 verify STEP',
  '/phase1 rollback STEP',
  '/phase1 rollback STEP HASH',
  '/phase1 go',
  '/phase1 status',
  '/phase1 help',
];

export const helpText = (steps: readonly KnownStep[], say = ENGLISH) =>
  [
    say.helpTitle,
    [
      `| ${say.helpColumns.join(' | ')} |`,
      '|---|---|',
      ...HELP.map((write, place) => `| \`${write}\` | ${say.help[place]} |`),
    ].join('\n'),
    say.steps(steps.map(({ id }) => `\`${id}\``).join(', ')),
  ].join('\n\n');

/** Plan of ours that was shown in a comment. */
export interface ShownPlan {
  readonly step: string;
  readonly intent: string;
  readonly hash: string;
}

/** What is to be done about a comment. */
export type Decision =
  | { readonly do: 'nothing' }
  | { readonly do: 'refuse'; readonly why: string }
  | { readonly do: 'help' | 'status' | 'go' }
  /** `planHash` is empty where nothing may be changed. */
  | { readonly do: 'run'; readonly mode: Mode; readonly step: string; readonly planHash: string };

export interface Circumstances {
  /** Whether the comment stands on a tracking issue of ours. */
  readonly onTracking: boolean;
  /** `role_name` of the author, as the API tells it: `admin`, `maintain`, `write`, `triage`, `read`, or `none`. */
  readonly role: string;
  /** Plans in our own comments on this issue. */
  readonly shown: readonly ShownPlan[];
}

const WRITERS = ['admin', 'maintain', 'write'];

export const isWriter = (role: string) => WRITERS.includes(role);

export function decide(parsed: Parsed, { onTracking, role, shown }: Circumstances, say = ENGLISH): Decision {
  if (parsed.kind === 'none') return { do: 'nothing' };
  const refuse = (why: string): Decision => ({ do: 'refuse', why });
  const mayWrite = isWriter(role);
  if (!onTracking) {
    return mayWrite ? refuse(say.onTrackingOnly) : { do: 'nothing' };
  }
  const { command } = parsed.kind === 'command' ? parsed : { command: undefined };
  if (command?.verb === 'help') return { do: 'help' };
  if (!mayWrite) {
    return refuse(say.needsRight);
  }
  if (parsed.kind === 'refused') return refuse(parsed.why);
  if (!command) return { do: 'nothing' };
  if (!('step' in command)) return { do: command.verb };
  const { verb: mode, step } = command;
  const hash = 'hash' in command ? command.hash : undefined;
  if (hash === undefined) return { do: 'run', mode, step, planHash: '' };
  const plans = shown.filter((plan) => plan.step === step && plan.intent === mode && plan.hash.startsWith(hash));
  const hashes = [...new Set(plans.map((plan) => plan.hash))];
  if (hashes.length === 1) return { do: 'run', mode, step, planHash: hashes[0]! };
  const first = mode === 'rollback' ? `/phase1 rollback ${step}` : `/phase1 plan ${step}`;
  return refuse(hashes.length === 0 ? say.notShown(step, first) : say.several);
}
