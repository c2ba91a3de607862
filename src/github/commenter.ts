import type { Evidence } from '../evidence/evidence';
import { type CommentExtras, commentText, progressText, topicOf } from '../report/comment';
import { fitted } from '../report/fit';
import { type CommentRequest, type CommentWorld, type Posted, postComment } from './comment';
import { ApiError } from './error';
import { type Place, permissionFor, placeName } from './find-comment';
import { type LiveWorld, livePublisher } from './live';

export interface CommenterOptions {
  /** undefined where the event is about nothing that has comments. */
  readonly place: Place | undefined;
  /** Whether somebody asked for a comment at this place; else its absence is no warning. */
  readonly asked: boolean;
  readonly token: string;
  /** The workflow run and its attempt. */
  readonly run: string;
}

export interface CommenterWorld extends LiveWorld {
  /** Makes a client for a token. */
  readonly github: (token: string) => CommentWorld;
  readonly warn: (text: string) => void;
  readonly info: (text: string) => void;
}

export interface Commenter {
  /** Shows what is going on, at a bounded rate. */
  progress(going: Going): void;
  /** Puts the result on GitHub. Answers the address, empty without a comment. Never fails: what went wrong is a warning. */
  finish(evidence: Evidence, extras?: CommentExtras): Promise<string>;
}

export interface Going {
  readonly mode: Evidence['mode'];
  readonly steps: readonly string[];
  readonly host: string;
  readonly text: string;
}

const SUMMARY = 'The job summary has the same content.';

/** Comments a run from its first news to its result; a missing permission changes nothing else about the run. */
export function commenter({ place, asked, token, run }: CommenterOptions, world: CommenterWorld): Commenter {
  if (place === undefined) return { progress: () => undefined, finish: async () => '' };
  if (token === '') {
    const missing = `No comment on ${placeName(place)}: github_token is empty. Pass \${{ github.token }}, and give the job the permission '${permissionFor(place, 'write')}'. ${SUMMARY}`;
    const tell = asked ? world.warn : world.info;
    return {
      progress: () => undefined,
      finish: async () => {
        tell(missing);
        return '';
      },
    };
  }
  const github = world.github(token);
  const started = world.now();
  const lines: string[] = [];
  let known: Posted | undefined;

  async function post(request: Omit<CommentRequest, 'onlyIfChanged' | 'mode' | 'remembered'>): Promise<Posted> {
    const remembered = known && { remembered: known.nodeId };
    known = await postComment(github, place as Place, {
      ...request,
      mode: 'update',
      onlyIfChanged: false,
      ...remembered,
    });
    return known;
  }

  const warn = (error: unknown) =>
    world.warn(`${error instanceof ApiError ? error.message : `No comment: ${(error as Error).message}`} ${SUMMARY}`);

  const live = livePublisher<Going & { elapsed: number; said: readonly string[] }>(
    world,
    async ({ mode, steps, host, elapsed, said }) => {
      const title = `${mode} ${steps.join(', ')} on ${host}`;
      const text = progressText(title, said, elapsed);
      await post({ topic: topicOf(mode, steps), key: host, run, render: () => text });
    },
    warn,
  );

  return {
    progress(going) {
      lines.push(going.text);
      live.update({ ...going, elapsed: (world.now() - started) / 1000, said: lines.slice(-50) });
    },
    async finish(evidence, extras = {}) {
      try {
        await live.stop();
        const { mode, steps, host } = evidence;
        const text = commentText(evidence, extras);
        const topic = topicOf(
          mode,
          steps.map(({ step }) => step),
        );
        const { url } = await post({ topic, key: host, run: evidence.run, render: (bytes) => fitted(text, bytes) });
        return url;
      } catch (error) {
        warn(error);
        return '';
      }
    },
  };
}
