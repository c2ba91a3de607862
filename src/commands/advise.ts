import { writeFileSync } from 'node:fs';
import { adviseCommand as adviceOrTrial, type TrialRequest } from '../build/advisor/command';
import { adviceText } from '../build/advisor/report';
import { loadConfig } from '../config/load';
import { openHost } from '../host/open';
import { parseTarget } from '../host/target';
import { progressPrinter } from '../report/progress';
import { terminalReport } from '../report/terminal';
import { runTrial } from '../trial';
import { version } from '../version';
import { type OwnWords, type Streams, serialized, stopSignal } from './command';

/** `edge-phase1 advise [--try NUMBER|all]` */
export const adviseCommand: OwnWords = async (args, streams) => {
  const asked = adviceOrTrial(args);
  if (typeof asked !== 'string') return await tryPatch(asked, streams);
  streams.stdout.write(asked);
  return 0;
};

async function tryPatch(request: TrialRequest, { stdout, stderr }: Streams): Promise<number> {
  const { trial, json } = request;
  const { config } = loadConfig({
    dir: process.cwd(),
    ...(request.config !== undefined && { file: request.config }),
    overrides: request.overrides,
  });
  if (!json)
    stderr.write(`${adviceText({ problem: null, findings: trial.findings, malformed: [] }, 'Dockerfile')}\n\n`);
  const { evidence, exitCode } = await runTrial(request, config, {
    open: () => openHost(parseTarget('local')),
    now: () => new Date(),
    approve: async () => true,
    progress: progressPrinter(json ? undefined : stderr, () => Date.now()),
    version: version(),
    signal: stopSignal(stderr),
    patienceSeconds: 0,
  });
  if (request.evidence) writeFileSync(request.evidence, serialized(evidence));
  stdout.write(json ? serialized(evidence) : `${terminalReport(evidence)}\n`);
  return exitCode;
}
