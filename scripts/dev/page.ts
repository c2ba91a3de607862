// The script and the style of the dashboard, each in one file. `tsc` checks the types, esbuild puts the modules together.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets } from '../../src/dashboard/assets';

const ROOT = join(__dirname, '..', '..');
const PAGE = join(ROOT, 'src', 'dashboard', 'page');
const PROGRAMS = join(ROOT, 'node_modules', '.bin');

/** Answers the same bytes on every machine. */
export function buildPage(): Assets {
  const uplot = (name: string) => readFileSync(join(ROOT, 'node_modules', 'uplot', name), 'utf8');
  const license = `/*! uPlot\n${uplot('LICENSE').trim()}\n*/`;
  const bundle = ['--bundle', '--minify', '--format=iife', '--target=es2022', '--charset=utf8', '--log-level=warning'];
  const style = ['--minify', '--loader=css', '--target=chrome123,firefox120,safari17.5', '--log-level=warning'];
  return {
    script: `${license}\n${esbuild([join(PAGE, 'main.ts'), ...bundle])}`,
    css: esbuild(style, `${uplot('dist/uPlot.min.css')}\n${readFileSync(join(PAGE, 'page.css'), 'utf8')}`),
  };
}

/** @throws Error with what the compiler found */
export function checkPage(): void {
  execFileSync(join(PROGRAMS, 'tsc'), ['--noEmit', '-p', join(ROOT, 'tsconfig.page.json')], { stdio: 'inherit' });
}

const esbuild = (args: readonly string[], input = '') =>
  execFileSync(join(PROGRAMS, 'esbuild'), args, { cwd: ROOT, encoding: 'utf8', input, maxBuffer: 10_000_000 });
