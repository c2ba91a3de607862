import { postFromEvidence } from '../github/command';
import { UsageError } from '../usage-error';
import type { Command } from './command';
import { evidenceFrom } from './evidence-file';

const PATIENCE_SECONDS = 900;

/** `edge-phase1 comment --from FILE --to NUMBER` */
export const commentCommand: Command = async (_words, options, { stdout }) => {
  const { to = '', repository = '' } = options;
  const evidence = evidenceFrom(options, 'comment');
  const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY = '' } = process.env;
  if (token === '') throw new UsageError('comment needs a token in GITHUB_TOKEN, with the permission to comment.');
  const command = { evidence, to, repository: repository || GITHUB_REPOSITORY };
  // Only who asks GitHub pays for its client at the start.
  const { githubWorld } = await import('../github/world');
  stdout.write(`${await postFromEvidence(command, githubWorld(token, process.env, PATIENCE_SECONDS))}\n`);
  return 0;
};
