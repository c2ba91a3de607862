import { keepChecklist } from '../desk/cli';
import { plain } from '../report/defuse';
import type { Command } from './command';

/** `edge-phase1 checklist [FILE...]` */
export const checklistCommand: Command = async (from, { repository, config }, { stdout }) => {
  stdout.write(`${plain(await keepChecklist({ repository, config, from }, process.env))}\n`);
  return 0;
};
