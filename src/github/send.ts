import type { IncomingMessage } from 'node:http';
import { HttpClient } from '@actions/http-client';
import { NotSent, type Send } from './transport';

const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
const SILENCE_SECONDS = 30;

/** Over HTTP, through the proxy that the environment names (`https_proxy`, `no_proxy`), as the runner itself. */
export function httpSend(userAgent: string): Send {
  const client = new HttpClient(userAgent, undefined, { maxRedirects: 3, socketTimeout: SILENCE_SECONDS * 1000 });
  return async ({ method, url, headers, body }) => {
    try {
      const response = await client.request(method, url, body ?? null, { ...headers });
      const { statusCode = 0, headers: received } = response.message;
      const flat = Object.entries(received).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]);
      return { status: statusCode, headers: Object.fromEntries(flat), text: await wholeBody(response.message) };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== undefined && NEVER_LEFT.includes(code)) throw new NotSent(message || code);
      throw error;
    }
  };
}

/** The toolkit's own reader waits for ever when the connection breaks within the body. */
async function wholeBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
