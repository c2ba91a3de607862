/** What the host script of build-test keeps in `/var/lib/edge-phase1/build-test.json`, in its own words. */

export const RESULT_SCHEMA = 'edge-phase1/build-test/1';
export const RESULT = '/var/lib/edge-phase1/build-test.json';
/** The folder of older sets and of the progress of the builds. */
export const SETS = '/var/lib/edge-phase1/build-test';

/** In the order in which they are measured. */
export const SCENARIOS = ['base', 'cold', 'warm', 'changed', 'registry'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** One build. Times of a failed one tell how long it took to fail. */
export interface MeasuredBuild {
  /** `prime` for one that only fills the cache, `export` for one that writes it to the registry; they never count. */
  readonly scenario: Scenario | 'prime' | 'export';
  /** From 1, within its scenario. */
  readonly k: number;
  readonly seconds: number;
  readonly at: string;
  readonly ok: boolean;
  /** Load average of the last minute, just before it began; the builds before it are in it. */
  readonly load: number | null;
  /** `some avg10` of /proc/pressure/io just before it began, in percent, likewise; null where the kernel does not tell. */
  readonly io_avg10: number | null;
  /** Microseconds during it in which something, and in which everything, waited for a disk. */
  readonly io_some_us: number | null;
  readonly io_full_us: number | null;
  /** Of a failed one: its last words. They come from the build: never shown undefused. */
  readonly why?: string;
  readonly ended_by?: 'limit';
}

/** What one context and Dockerfile gave. */
export interface BuiltSide {
  readonly context: string;
  readonly dockerfile: string;
  readonly dockerfile_sha256: string;
  /** Over names, permissions and contents of the folder without `.git`. */
  readonly context_sha256: string;
  readonly context_bytes: number;
  /** Empty where the context is no checkout. */
  readonly commit: string;
  /** Of the last cold build; empty where none succeeded. */
  readonly image: string;
  readonly image_bytes: number | null;
  readonly image_layers: number | null;
  readonly runs: readonly MeasuredBuild[];
  readonly uncounted: readonly MeasuredBuild[];
}

export interface BuildEnvironment {
  readonly host: string;
  readonly kernel: string;
  readonly cpus: number;
  readonly memory_kib: number;
  readonly docker: string;
  /** Empty where buildx is not installed. */
  readonly buildx: string;
  readonly buildkit: boolean;
  readonly progress: 'rawjson' | 'plain' | 'legacy';
  readonly builder: 'throwaway' | 'own';
  readonly network: string;
  readonly page_cache: 'dropped' | 'kept';
  readonly storage_driver: string;
  readonly data_root: string;
  readonly device: string;
  readonly disk: string;
  readonly disk_model: string;
  readonly rotational: 0 | 1 | null;
  /** Before anything of the run: the load average of the last minute, and `some avg10` of /proc/pressure/io in percent. */
  readonly load_before: number | null;
  readonly io_avg10_before: number | null;
  readonly disk_used_before: number;
  readonly disk_free_before: number;
  /** With all that was built still there. */
  readonly disk_free_after: number;
  /** As BuildKit writes it, `1.2GB`; empty where it does not tell. */
  readonly cache_size: string;
  readonly bases: readonly { readonly image: string; readonly id: string; readonly digest: string }[];
}

/** The measurements of one run of the script; `against` are those of the other side that was built in turn with it. */
export interface BuildSet extends BuiltSide {
  readonly set: string;
  readonly at: string;
  readonly label: string;
  readonly target: string;
  /** Names only. */
  readonly build_args: readonly string[];
  readonly changed_file: string;
  /** Of the scenario `registry`: the cache that it had, and whether this run wrote it. Absent where it was not asked for. */
  readonly registry_cache?: string;
  readonly cache_written?: boolean;
  /** Which build failed, after which the rest was left out; empty where none did. */
  readonly failed: string;
  readonly skipped: readonly { readonly scenario: Scenario; readonly why: string }[];
  readonly environment: BuildEnvironment;
  readonly against?: BuiltSide;
  /** `against` is this context with the files of a patch laid over it: this side is how it is, that one how it would be. */
  readonly tried?: boolean;
}

export interface BuildTestResult extends BuildSet {
  readonly schema: typeof RESULT_SCHEMA;
  /** Newest first. */
  readonly earlier: readonly BuildSet[];
}

/** Undefined for a text of another form: a torn file, or one of another version. */
export function parseResult(text: string): BuildTestResult | undefined {
  try {
    const result = JSON.parse(text) as Partial<BuildTestResult> | null;
    const whole = result?.schema === RESULT_SCHEMA && Array.isArray(result.runs) && Array.isArray(result.earlier);
    return whole && result.environment ? (result as BuildTestResult) : undefined;
  } catch {
    return undefined;
  }
}

/** The newest set of that name; undefined where none is kept. */
export const setLabelled = (result: BuildTestResult, label: string): BuildSet | undefined =>
  [result, ...result.earlier].find((set) => set.label === label);

/** The builds of a scenario that count and that ended well. */
export const goodRuns = ({ runs }: Pick<BuiltSide, 'runs'>, scenario: Scenario) =>
  runs.filter((run) => run.scenario === scenario && run.ok);

/** One build's progress in the file that holds those of a whole set. */
export interface KeptProgress {
  readonly side: 'a' | 'b';
  readonly scenario: MeasuredBuild['scenario'];
  readonly k: number;
  readonly counts: boolean;
  readonly text: string;
  /** The file was full: vertices are missing. */
  readonly truncated: boolean;
}

/** Each part begins with a line `== SIDE SCENARIO K COUNTS`. */
export function splitProgress(text: string): readonly KeptProgress[] {
  return text.split(/^(?=== [ab] [a-z]+ \d+ [01]$)/m).flatMap((part) => {
    const [, side, scenario, k, counts] = /^== ([ab]) ([a-z]+) (\d+) ([01])\n/.exec(part) ?? [];
    if (side === undefined) return [];
    return [
      {
        side: side as 'a' | 'b',
        scenario: scenario as MeasuredBuild['scenario'],
        k: Number(k),
        counts: counts === '1',
        text: part.slice(part.indexOf('\n') + 1),
        truncated: part.includes('\n{"truncated":true}'),
      },
    ];
  });
}
