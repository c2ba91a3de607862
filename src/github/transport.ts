export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Received {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/**
 * One request over the network.
 *
 * @throws NotSent when it surely never left; any other error leaves open whether it was carried out
 */
export type Send = (request: Sent) => Promise<Received>;

export class NotSent extends Error {
  override readonly name = 'NotSent';
}
