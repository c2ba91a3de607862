/** What the page shows, as plain data: made by `model.ts`, drawn by `page/`. Times are seconds since 1970, in UTC. */

import type { Language } from '../texts/language';
import type { Texts } from './words';

/** Builds of one run of one scenario. */
export interface Session {
  readonly at: number;
  /** Median of its builds, in seconds. */
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
  readonly builds: number;
  /** Whether low and high are a 95 % interval of the median; otherwise they are the fastest and the slowest build. */
  readonly established: boolean;
  readonly commit: string;
}

export interface Scenario {
  readonly name: string;
  readonly sessions: readonly Session[];
}

/** Readings of `/`, one column a value. */
export interface Disk {
  readonly at: readonly number[];
  readonly used: readonly number[];
  /** What programs can use, as df counts; the whole size where that was not recorded. */
  readonly usable: readonly number[];
  readonly size: readonly number[];
}

/** When a fill level is reached, as the forecast sees it. */
export interface Level {
  readonly id: 'disk_use' | 'eviction';
  /** In percent in use. */
  readonly percent: number;
  readonly exceeded: boolean;
  /** Days; absent where growth that slow never reaches it, or nothing is known. */
  readonly at?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

/** Percent a day. */
export interface Growth {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly bytes: number;
}

export interface DiskForecast {
  /** Absent where there is too little history. */
  readonly growth?: Growth;
  readonly days: number;
  readonly values: number;
  readonly levels: readonly Level[];
}

export interface Scores {
  readonly at: readonly number[];
  readonly score: readonly number[];
  readonly unknown: readonly number[];
}

/** A plan that was carried out. */
export interface Mark {
  /** By which the charts name it; counted on each host. */
  readonly number: number;
  readonly at: number;
  readonly step: string;
  readonly mode: string;
  readonly outcome: string;
  readonly title: string;
}

export interface Targets {
  readonly diskUse?: number;
  readonly eviction?: number;
  readonly diskSize?: number;
  /** Seconds. */
  readonly build?: number;
  readonly scenario?: string;
  readonly score?: number;
}

export interface HostData {
  readonly name: string;
  readonly lastSeen: number | undefined;
  readonly scenarios: readonly Scenario[];
  readonly disk: Disk;
  readonly forecast: DiskForecast;
  readonly scores: Scores;
  readonly marks: readonly Mark[];
  readonly targets: Targets;
}

export interface GroupData {
  readonly title: string;
  readonly at: number;
  readonly done: number;
  readonly total: number;
}

export interface DashboardData {
  readonly language: Language;
  readonly texts: Texts;
  /** When the page was made. */
  readonly made: number;
  readonly hosts: readonly HostData[];
  /** Names of all scenarios, in the order of their colours. */
  readonly scenarios: readonly string[];
  readonly checklist: readonly GroupData[];
}

export const CHARTS = ['disk', 'builds', 'score'] as const;
export type ChartKind = (typeof CHARTS)[number];
