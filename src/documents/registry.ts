/** What the step `harbor` has left on the server about the registry that it has set up. */

import { type Material, outputsOf } from './material';

export interface Registry {
  readonly kind: 'harbor' | 'distribution' | undefined;
  /** When a push and a pull were made. */
  readonly at: string;
  /** `host:port`, as it stands in names of images. */
  readonly address: string;
  readonly scheme: 'http' | 'https' | undefined;
  readonly version: string | undefined;
  /** Folders on the server. */
  readonly install: string | undefined;
  readonly data: string | undefined;
  readonly project: string | undefined;
  readonly robot: string | undefined;
  readonly components: readonly string[];
  /** Whether what was pulled is what was pushed. */
  readonly proven: boolean;
  readonly digest: string | undefined;
  readonly pushSeconds: number | undefined;
  readonly pullSeconds: number | undefined;
}

// These stand in commands that people copy: what does not have this form is left out, and is unknown.
const ADDRESS = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/;
const FOLDER = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+$/;
const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const ROBOT = /^[A-Za-z0-9][A-Za-z0-9$+._-]*$/;
const VERSION = /^v?\d[\w.+-]{0,40}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

type Row = Readonly<Record<string, unknown>>;

/** The newest; undefined where nothing shows that there is one. */
export function registryOf(material: Material): Registry | undefined {
  for (const { stdout } of outputsOf(material, 'validate_harbor_proof')) {
    const found = registryIn(stdout);
    if (found) return found;
  }
  return undefined;
}

function registryIn(text: string): Registry | undefined {
  const result = rowIn(text);
  const address = textOf(result?.registry, ADDRESS);
  if (result?.schema !== 'edge-phase1/harbor/1' || !address || typeof result.at !== 'string') return undefined;
  if (Number.isNaN(Date.parse(result.at))) return undefined;
  const [pushed, pulled] = [textOf(result.pushed_digest, DIGEST), textOf(result.pulled_digest, DIGEST)];
  return {
    kind: result.kind === 'harbor' || result.kind === 'distribution' ? result.kind : undefined,
    at: result.at,
    address,
    scheme: result.scheme === 'http' || result.scheme === 'https' ? result.scheme : undefined,
    version: textOf(result.version, VERSION),
    install: textOf(result.install, FOLDER),
    data: textOf(result.data, FOLDER),
    project: textOf(result.project, NAME),
    robot: textOf(result.robot, ROBOT),
    components: componentsOf(result.components),
    proven: pushed !== undefined && pushed === pulled,
    digest: pulled,
    pushSeconds: secondsOf(result.push_seconds),
    pullSeconds: secondsOf(result.pull_seconds),
  };
}

function rowIn(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown, form: RegExp) => (typeof value === 'string' && form.test(value) ? value : undefined);
const secondsOf = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

/** Names, or objects with a name, as Harbor's health page has them. */
function componentsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const name = typeof one === 'object' && one !== null ? (one as Row).name : one;
    return typeof name === 'string' ? [name] : [];
  });
}
