import { z } from 'zod';
import { LANGUAGES } from '../texts/language';
import { allowed } from './parts';

export const language = z
  .enum(LANGUAGES, allowed(LANGUAGES.join(' or ')))
  .default('en')
  .describe('Language of comments, reports and documents. What steps and tools say stays in English.');
