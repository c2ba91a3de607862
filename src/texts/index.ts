/** All fixed texts that people read in comments, reports and documents: one catalogue, whose languages have the same keys. */

import { en } from './en';
import { type Format, formatOf } from './format';
import { fr } from './fr';
import type { Language } from './language';

export type { Format } from './format';
export { LANGUAGES, type Language } from './language';

/** English decides which texts there are: one that is missing in another language does not compile. */
export type Texts = typeof en;

export interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  readonly format: Format;
}

const CATALOGUE: Readonly<Record<Language, Texts>> = { en, fr };

/** The texts in the language that is configured. */
export const textsOf = ({ language }: { readonly language?: Language | undefined }): Texts => speechIn(language).texts;

/** @param language undefined in evidence of before there was a choice */
export const speechIn = (language: Language | undefined): Speech => {
  const known = language ?? 'en';
  return { language: known, texts: CATALOGUE[known], format: formatOf(known) };
};
