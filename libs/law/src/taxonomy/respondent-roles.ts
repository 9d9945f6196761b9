import type { Step } from '../registry/topic.js';

/** As what somebody is named beside the employer: several can answer to one worker (劳动争议调解仲裁法 Art 22; 办案规则 Art 6). */
export const RESPONDENT_ROLES = {
  agency: { zh: '劳务派遣单位', en: 'dispatch agency' },
  user: { zh: '用工单位', en: 'user company' },
  platform: { zh: '平台企业', en: 'platform' },
  partner: { zh: '平台用工合作企业', en: "platform's partner company" },
  contractor: { zh: '总承包单位', en: 'general contractor' },
  subcontractor: { zh: '分包单位', en: 'subcontractor' },
  investor: { zh: '出资人', en: 'founder or owner' },
  lender: { zh: '出借营业执照的单位', en: 'lender of its business licence' },
  affiliate: { zh: '关联企业', en: 'affiliated company' },
  other: { zh: '其他单位', en: 'another company' },
} as const satisfies Record<string, Step>;

export type RespondentRole = keyof typeof RESPONDENT_ROLES;
export const respondentRoles = Object.keys(RESPONDENT_ROLES) as [RespondentRole, ...RespondentRole[]];
