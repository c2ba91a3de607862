// Bundles the compiled sources for action.yml: `npm run build` compiles to build/ first. The dashboard's page has its own files.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPage, checkPage } from './page';

interface Bundle {
  code: string;
  assets: Record<string, { source: string | Buffer }>;
}

async function main() {
  const ncc = require('@vercel/ncc') as (entry: string, options: object) => Promise<Bundle>;
  const root = join(__dirname, '..', '..');
  const dist = join(root, 'dist');
  const { code, assets } = await ncc(join(root, 'build', 'main.js'), {
    cache: false,
    quiet: true,
    license: 'licenses.txt',
  });
  checkPage();
  const page = buildPage();
  rmSync(dist, { recursive: true, force: true });
  const files = {
    'index.js': code,
    'dashboard/page.js': page.script,
    'dashboard/page.css': page.css,
    ...Object.fromEntries(Object.entries(assets).map(([name, a]) => [name, a.source])),
  };
  for (const [name, content] of Object.entries(files)) {
    const file = join(dist, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  rmSync(join(root, 'build'), { recursive: true });
  for (const [name, content] of Object.entries(files)) process.stdout.write(`dist/${name} ${content.length}\n`);
}

main();
