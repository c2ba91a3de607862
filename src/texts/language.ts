export const LANGUAGES = ['en', 'fr'] as const;
/** The language of all that people read. What a run has said stays as it was said; tools and host scripts speak English. */
export type Language = (typeof LANGUAGES)[number];
