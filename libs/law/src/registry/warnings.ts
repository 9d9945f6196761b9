import { say } from './topic.js';

// Cautions that more than one rule gives.

export const NOT_A_LEGAL_OPINION = say('估算结果，仅供参考，不构成法律意见。', 'An estimate for reference, not legal advice.');

export const LOCAL_RULES_DIFFER = say('各省规定不同，请向当地工会或者律师核实。', 'Provinces differ: check with the local union or a lawyer.');

export const LOCAL_WAGE_BASE = say(
  '加班费的计算基数各省规定不同，此处按约定的月工资计算。',
  'The wage that overtime is counted on differs by province; the agreed monthly wage is used here.',
);

export const LOCAL_SUBSIDY_TABLE = say(
  '两项一次性补助金的月数和基数由省级规定，临近退休的可能递减，请核对当地标准。',
  'The province sets months and base of the two subsidies and may reduce them near retirement: check its table.',
);

export const ASK_A_LAWYER = say('是否符合条件需要结合证据判断，请咨询律师。', 'Whether the conditions are met depends on the evidence: ask a lawyer.');
