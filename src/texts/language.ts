export const LANGUAGES = ['en', 'fr'] as const;
/** The language of comments, reports and documents. What a step or a tool has said stays as it was said. */
export type Language = (typeof LANGUAGES)[number];
