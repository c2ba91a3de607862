import type { IncomingHttpHeaders } from 'node:http';

export const JSON_TYPE = 'application/json; charset=utf-8';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Instead of the text: a file. */
  readonly bytes?: Buffer;
}

/** Sends one request to the emulator itself. */
export type Upstream = (method: string, path: string, login: string, body?: string) => Promise<Reply>;

export const json = (status: number, document: unknown, headers: IncomingHttpHeaders = {}): Reply => ({
  status,
  headers,
  text: JSON.stringify(document),
});
