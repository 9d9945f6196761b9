import type { Block } from '@hejie/papers';
import { chineseDate, type PacketFacts } from './packet-facts.js';

type Row = readonly [string, string];

/** Sex and day of birth stand in the identity number itself (GB 11643); empty without one. */
export function readIdNumber(idNumber: string | undefined): { sex: string; bornOn: string } {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(idNumber ?? '');
  if (!match) return { sex: '', bornOn: '' };
  const [, y, m, d, order] = match;
  return { sex: Number(order) % 2 ? '男' : '女', bornOn: chineseDate(`${y}-${m}-${d}`) };
}

/** The worker, as every application names a natural person. @param role 申请人, 原告 */
export function workerRows(f: PacketFacts, role: string): Row[] {
  const { name, idNumber, address } = f.case.claimant;
  const { sex, bornOn } = readIdNumber(idNumber);
  return [[role, name ?? ''], ['性别', sex], ['出生日期', bornOn], ['身份证号码', idNumber ?? ''], ['住址', address ?? ''], ['联系电话', f.phone ?? '']];
}

/** The employer. @param role 被申请人, 被告 */
export function employerRows(f: PacketFacts, role: string): Row[] {
  const { name, uscc, address } = f.case.facts.employer;
  return [[role, name], ['统一社会信用代码', uscc ?? ''], ['住所地', address ?? ''], ['法定代表人', '']];
}

/** Both, where only one of them applies. */
export const parties = (f: PacketFacts, worker: string, employer: string): Block => ({ kind: 'fields', rows: [...workerRows(f, worker), ...employerRows(f, employer)] });

/** 此致 and the line to sign. */
export const closing = (f: PacketFacts, signers: readonly string[]): Block[] => [
  { kind: 'paragraph', text: `此致　${f.partner}`, indent: false },
  { kind: 'signatures', lines: signers.map((role) => ({ role })) },
];
