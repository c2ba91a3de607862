import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../package-folder';

/** Style and script of the page, with the charting library in it. */
export interface Assets {
  readonly css: string;
  readonly script: string;
}

/** As `npm run build` made them from `page/`. */
export function assets(folder = join(packageFolder(), 'dist', 'dashboard')): Assets {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { css: text('page.css'), script: text('page.js') };
}
