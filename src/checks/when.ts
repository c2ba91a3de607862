import { duration } from '../units';

const MINUTE = 60_000;

/** `2026-11-24 11:40`, in UTC. */
export const day = (time: string | number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

/** How long something lasted, for people: `4 d 3 h`, `2 h 5 min`, `12 min 0 s`. */
export function span(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : duration(milliseconds / 1000);
}
