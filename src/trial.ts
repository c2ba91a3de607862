import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import type { TrialRequest } from './build/advisor/command';
import type { Config } from './config/schema';
import { allChecks, type Evidence } from './evidence/evidence';
import { finalExitCode } from './evidence/failing';
import { run, type World } from './run';
import { buildTest } from './steps/build-test';

export interface TrialOutcome {
  readonly evidence: Evidence;
  readonly exitCode: number;
}

const CHECK_FAILED = 1;

/**
 * Builds the context on this machine as it is and with the patch, in turn, as `apply build-test` does. The patched files lie in
 * a folder of their own meanwhile; the context is only read.
 */
export async function runTrial(request: TrialRequest, config: Config, world: World): Promise<TrialOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'edge-phase1-try-'));
  try {
    const evidence = await run(
      { mode: 'apply', steps: [buildTest], config: configFor(request, layOut(request, folder), config) },
      world,
    );
    const broken = allChecks(evidence).some(({ id, result }) => id === 'build_tried' && result === 'fail');
    return { evidence, exitCode: finalExitCode(evidence, 'fail') || (broken ? CHECK_FAILED : 0) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface LaidOut {
  /** Folder with the patched files of the context. */
  readonly files: string;
  /** Of a Dockerfile outside of the context: its copy, with its own ignore file beside it. */
  readonly dockerfile: string | null;
}

function layOut({ trial, context, dockerfile }: TrialRequest, folder: string): LaidOut {
  const { files, after } = trial;
  const outside = !dockerfile.startsWith(context + sep);
  const apart = new Map(outside ? [[after.dockerfile.path, 'Dockerfile']] : []);
  if (outside && after.ignoreFile && after.ignoreFile.path !== '.dockerignore')
    apart.set(after.ignoreFile.path, 'Dockerfile.dockerignore');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  mkdirSync(join(folder, 'files'));
  for (const { path, after: text } of files) if (!apart.has(path)) write(join(folder, 'files', path), text);
  for (const [path, name] of apart)
    write(join(folder, 'apart', name), path === after.dockerfile.path ? after.dockerfile.text : after.ignoreFile!.text);
  return { files: join(folder, 'files'), dockerfile: outside ? join(folder, 'apart', 'Dockerfile') : null };
}

/** What is asked for elsewhere in the configuration stays: stage, arguments, builder, network, limits. */
function configFor({ context, dockerfile, runs }: TrialRequest, laid: LaidOut, config: Config): Config {
  const { build_test } = config;
  return {
    ...config,
    host: 'local',
    build_test: {
      ...build_test,
      context,
      dockerfile: dockerfile.startsWith(context + sep) ? dockerfile.slice(context.length + 1) : dockerfile,
      runs: {
        base: 0,
        warm: 0,
        registry: 0,
        cold: runs ?? build_test.runs.cold,
        changed: runs ?? build_test.runs.changed,
      },
      label: null,
      baseline: { ...build_test.baseline, label: null, against: null, against_dockerfile: laid.dockerfile },
      try_files: laid.files,
    },
  };
}
