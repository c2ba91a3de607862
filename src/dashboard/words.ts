import type { Texts as Catalogue } from '../texts';

export { fill } from '../texts/fill';
/** The words of the page, in the language of the page. */
export type Texts = Catalogue['dashboard'];
