import { citationOf } from '@hejie/law';
import { inLanguage } from './format.js';

/** Where a rule stands, as written in the law's tables (民法典 Art 201-203), the way it is cited in the language being read. */
export const lawText = (source: string) => inLanguage(citationOf(source));
