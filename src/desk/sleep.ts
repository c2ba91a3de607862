import { setTimeout as pause } from 'node:timers/promises';

export const sleep = (seconds: number) => pause(seconds * 1000);
