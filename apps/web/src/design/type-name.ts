import { DISPUTE_TYPES, type DisputeType } from '@hejie/law';
import { inLanguage } from './format.js';

/** What a dispute type is called; a code of an earlier law is shown as it is, of a case without one nothing. */
export const typeName = (type: string | null): string => (type && type in DISPUTE_TYPES ? inLanguage(DISPUTE_TYPES[type as DisputeType]) : (type ?? ''));
