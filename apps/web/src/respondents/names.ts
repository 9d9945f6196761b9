import { list } from '../design/format.js';

/** Everybody on the other side of a case, by name. */
export const otherSide = ({ employerName, otherRespondents }: { employerName: string; otherRespondents: readonly string[] }): string => (otherRespondents.length ? list([employerName, ...otherRespondents]) : employerName);
