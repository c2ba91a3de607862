import { type BuildProgress, parseProgress } from '../../build/progress';
import { type BuildTestResult, type KeptProgress, parseResult, RESULT, SETS, splitProgress } from '../../build/result';
import type { Config } from '../../config/schema';
import { isNotInstalled, lastWords, outputOf, resultOf, type Unreadable } from '../../facts/reading';
import type { Read, ReadResult } from '../../host/host';
import { type Texts, textsOf } from '../../texts';

/** A build whose progress was kept. */
export interface ExplainedBuild extends Omit<KeptProgress, 'text'> {
  readonly progress: BuildProgress;
}

export interface BuildTestFacts {
  readonly context: 'there' | 'missing' | 'not known' | 'not configured';
  readonly dockerfile: 'there' | 'missing' | 'not known';
  /** Empty where the Dockerfile cannot be read without root. */
  readonly dockerfileSha256: string;
  readonly docker: 'there' | 'not installed';
  /** What was measured, the newest set at the top; `unreadable` also where nothing was measured yet. */
  readonly result: BuildTestResult | Unreadable;
  /** The builds of the newest set, in order. */
  readonly builds: readonly ExplainedBuild[];
  /** Those of the named set that it is compared with. */
  readonly baselineBuilds: readonly ExplainedBuild[];
}

/** The Dockerfile's own path: it is configured as a path in the context, or an absolute one. */
export function dockerfileOf({ build_test: { context, dockerfile } }: Config): string {
  return dockerfile.startsWith('/') ? dockerfile : `${context ?? ''}/${dockerfile}`;
}

export function reads(config: Config): readonly Read[] {
  const { context, baseline } = config.build_test;
  return [
    { id: 'build_result', argv: ['cat', RESULT] },
    { id: 'build_progress', argv: ['cat', `${SETS}/latest.progress`] },
    // Docker's own program takes half a second to start on a slow server, only to say that it is there.
    { id: 'build_docker', argv: ['sh', '-c', 'command -v docker || exit 127'], inShell: true },
    ...(context === null
      ? []
      : [
          { id: 'build_context', argv: ['stat', '-c', '%F', context] },
          { id: 'build_dockerfile', argv: ['sha256sum', '-b', dockerfileOf(config)] },
        ]),
    ...(baseline.label === null ? [] : [{ id: 'build_baseline', argv: ['cat', `${SETS}/${baseline.label}.labelled`] }]),
  ];
}

export function facts(results: readonly ReadResult[], config: Config): BuildTestFacts {
  const { context, baseline } = config.build_test;
  return {
    context: context === null ? 'not configured' : presence(resultOf(results, 'build_context')),
    dockerfile: context === null ? 'not known' : presence(resultOf(results, 'build_dockerfile')),
    dockerfileSha256: context === null ? '' : digestOf(outputOf(results, 'build_dockerfile') ?? ''),
    docker: isNotInstalled(resultOf(results, 'build_docker')) ? 'not installed' : 'there',
    result: resultIn(results, textsOf(config)),
    builds: explained(outputOf(results, 'build_progress') ?? ''),
    baselineBuilds: baseline.label === null ? [] : explained(outputOf(results, 'build_baseline') ?? ''),
  };
}

/** A name with a backslash or a line end in it makes sha256sum begin its line with a backslash. */
const digestOf = (line: string) => /^\\?([0-9a-f]{64}) /.exec(line)?.[1] ?? '';

function presence({ code, stderr }: ReadResult): 'there' | 'missing' | 'not known' {
  if (code === 0) return 'there';
  return /No such file|Not a directory/.test(stderr) ? 'missing' : 'not known';
}

function resultIn(results: readonly ReadResult[], { buildTest, facts }: Texts): BuildTestResult | Unreadable {
  const { wayOut, nothing, otherForm } = buildTest.facts;
  const read = resultOf(results, 'build_result');
  if (read.code !== 0) {
    const missing = /No such file/.test(read.stderr);
    return { unreadable: missing ? nothing : lastWords(read, facts), wayOut };
  }
  return parseResult(read.stdout) ?? { unreadable: otherForm, wayOut };
}

const explained = (text: string): readonly ExplainedBuild[] =>
  splitProgress(text).map(({ text: told, ...build }) => ({ ...build, progress: parseProgress(told) }));
