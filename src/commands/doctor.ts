import { type Diagnosis, diagnose } from '../doctor/doctor';
import { doctorReport } from '../doctor/report';
import { type Host, Refusal } from '../host/host';
import { openHost } from '../host/open';
import { plain } from '../report/defuse';
import type { Command } from './command';
import type { Options } from './options';
import { chosenSteps, destination } from './where';

/** `edge-phase1 doctor [step...]` */
export const doctorCommand: Command = (words, options, { stdout }) =>
  withDiagnosis(words, options, (diagnosis, { name }) => {
    stdout.write(options.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : plain(doctorReport(diagnosis, name)));
    return diagnosis.findings.some(({ result }) => result === 'missing') ? 1 : 0;
  });

/** `edge-phase1 sudoers [step...]` */
export const sudoersCommand: Command = (words, options, { stdout }) =>
  withDiagnosis(words, options, ({ sudoers }) => {
    if (sudoers === undefined) {
      throw new Refusal(
        'root',
        'This user is root: it needs no sudoers file.',
        'Connect as the user that runs Phase 1.',
      );
    }
    stdout.write(sudoers);
    return 0;
  });

async function withDiagnosis(
  words: readonly string[],
  options: Options,
  then: (diagnosis: Diagnosis, host: Host) => number,
): Promise<number> {
  const steps = chosenSteps(words);
  const { config, host: target, credentials } = destination(options);
  const host = await openHost(target, credentials);
  try {
    return then(await diagnose(host, steps, config, words.length > 0), host);
  } finally {
    await host.close();
  }
}
