import { z } from 'zod';
import { LANGUAGES } from '../texts/language';
import { allowed } from './parts';

export const language = z
  .enum(LANGUAGES, allowed(LANGUAGES.join(' or ')))
  .default('en')
  .describe(
    'Language of plans, checks, comments, reports, documents and the checklist. What tools and the scripts on the server say stays in English.',
  );
