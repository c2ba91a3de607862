import type { Evidence } from '../evidence/evidence';
import { type CommentExtras, commentText, progressText, topicOf } from '../report/comment';
import { fitted } from '../report/fit';
import { type Language, textsOf } from '../texts';
import { type CommentMode, type CommentRequest, type CommentWorld, type Posted, postComment } from './comment';
import { ApiError } from './error';
import { type Place, permissionFor, placeName } from './find-comment';
import { type LiveWorld, livePublisher } from './live';

export interface CommenterOptions {
  /** undefined where the event is about nothing that has comments. */
  readonly place: Place | undefined;
  /** Whether somebody asked for a comment at this place; else its absence is no warning. */
  readonly asked: boolean;
  readonly token: string;
  readonly mode: CommentMode;
  /** Whether the result is not written when it is the text that is there. */
  readonly onlyIfChanged: boolean;
  /** GraphQL id of the comment, from an earlier run; empty to look for it. */
  readonly remembered: string;
  /** The workflow run, its attempt, and the step of the job: two of them in one job are two runs. */
  readonly run: string;
}

export interface CommenterWorld extends LiveWorld {
  /** Makes a client for a token. */
  readonly github: (token: string) => CommentWorld;
  /** What the comment shows besides the evidence. */
  readonly extras: (token: string, place: Place, evidence: Evidence) => Promise<CommentExtras>;
  readonly warn: (text: string) => void;
  readonly info: (text: string) => void;
}

export interface Commenter {
  /** Shows what is going on, at a bounded rate. */
  progress(going: Going): void;
  /** Puts the result on GitHub. Never fails: what went wrong is a warning. */
  finish(evidence: Evidence): Promise<Finished>;
}

/** Where the comment is; both are empty without one. */
export interface Finished {
  readonly url: string;
  readonly id: string;
}

const NOWHERE: Finished = { url: '', id: '' };

export interface Going {
  readonly mode: Evidence['mode'];
  readonly steps: readonly string[];
  readonly host: string;
  readonly text: string;
  readonly language?: Language;
}

const SUMMARY = 'The job summary has the same content.';

/** Comments a run from its first news to its result; a missing permission changes nothing else about the run. */
export function commenter(options: CommenterOptions, world: CommenterWorld): Commenter {
  const { place, asked, token, run, mode, remembered } = options;
  if (place === undefined) return { progress: () => undefined, finish: async () => NOWHERE };
  if (token === '') {
    const missing = `No comment on ${placeName(place)}: github_token is empty. Pass \${{ github.token }}, and give the job the permission '${permissionFor(place, 'write')}'. ${SUMMARY}`;
    const tell = asked ? world.warn : world.info;
    return {
      progress: () => undefined,
      finish: async () => {
        tell(missing);
        return NOWHERE;
      },
    };
  }
  const github = world.github(token);
  const started = world.now();
  const lines: string[] = [];
  let known = remembered;

  async function post(request: Omit<CommentRequest, 'mode' | 'remembered'>): Promise<Posted> {
    const posted = await postComment(github, place as Place, { ...request, mode, ...(known && { remembered: known }) });
    known = posted.nodeId;
    return posted;
  }

  const warn = (error: unknown) =>
    world.warn(`${error instanceof ApiError ? error.message : `No comment: ${(error as Error).message}`} ${SUMMARY}`);

  const live = livePublisher<Going & { elapsed: number; said: readonly string[] }>(
    world,
    async ({ mode, steps, host, language, elapsed, said }) => {
      const texts = textsOf({ language });
      const title = texts.report.on(`${mode} ${steps.join(', ')}`, host);
      const text = progressText(title, said, elapsed, texts);
      await post({ topic: topicOf(mode, steps), key: host, run, onlyIfChanged: false, render: () => text });
    },
    warn,
  );

  return {
    progress(going) {
      lines.push(going.text);
      live.update({ ...going, elapsed: (world.now() - started) / 1000, said: lines.slice(-50) });
    },
    async finish(evidence) {
      try {
        await live.stop();
        const { mode, steps, host } = evidence;
        const text = commentText(evidence, await world.extras(token, place, evidence));
        const topic = topicOf(
          mode,
          steps.map(({ step }) => step),
        );
        const { onlyIfChanged } = options;
        const render = (bytes: number) => fitted(text, bytes);
        const { url, nodeId } = await post({ topic, key: host, run, onlyIfChanged, render });
        return { url, id: nodeId };
      } catch (error) {
        warn(error);
        return NOWHERE;
      }
    },
  };
}
