import { join } from 'node:path';

/** The folder with package.json and `scripts/`: one above both the sources and the bundle. */
export const packageFolder = () => join(__dirname, '..');
