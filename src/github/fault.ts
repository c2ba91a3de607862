import type { Received } from './transport';

/** What went wrong on the way; what GitHub itself decided (a missing permission, a wrong value) is no fault. */
export type Fault =
  /** Nothing was done; it may be asked again after `seconds`. */
  | { readonly kind: 'throttled'; readonly seconds: number; readonly why: string }
  /** Nothing was done: the request never left. */
  | { readonly kind: 'not-sent'; readonly seconds?: undefined; readonly why: string }
  /** It may have been done, or not. */
  | { readonly kind: 'unclear'; readonly seconds?: number; readonly why: string };

/** GitHub's advice where it does not say how long: a minute, longer each time. */
const SECONDARY_SECONDS = 60;

/**
 * Reads a reply for signs of a fault.
 *
 * @param now milliseconds; used only where the reply has no `date`, because clocks differ
 * @param round how often this request was throttled before
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function faultOf({ status, headers, text }: Received, now: number, round: number): Fault | undefined {
  const wanted = Number(headers['retry-after'] || Number.NaN);
  if (status >= 500 || status === 408) {
    const seconds = Number.isFinite(wanted) ? { seconds: wanted } : {};
    return { kind: 'unclear', why: `it answered ${status}`, ...seconds };
  }
  const graphql = status === 200 && /"type"\s*:\s*"RATE_LIMITED?"/.test(text);
  if (status !== 403 && status !== 429 && !graphql) return undefined;
  const why = graphql ? 'its rate limit' : `its rate limit (${status})`;
  if (Number.isFinite(wanted)) return { kind: 'throttled', seconds: wanted, why };
  if (headers['x-ratelimit-remaining'] === '0' && headers['x-ratelimit-reset']) {
    const serverNow = Date.parse(headers.date ?? '') || now;
    const seconds = Math.max(0, Number(headers['x-ratelimit-reset']) - serverNow / 1000) + 1;
    return { kind: 'throttled', seconds, why };
  }
  if (status === 429 || graphql || /secondary rate limit|abuse detection/i.test(text)) {
    return { kind: 'throttled', seconds: SECONDARY_SECONDS * 2 ** round, why };
  }
  return undefined;
}
