import { DISPUTE_TYPES, type DisputeType } from '@hejie/law';
import { inLanguage } from '../../design/format.js';

/** What a dispute type is called; a code of an earlier law is shown as it is. */
export const typeName = (type: string) => (type in DISPUTE_TYPES ? inLanguage(DISPUTE_TYPES[type as DisputeType]) : type);
