import { is } from '../../intake/condition.js';
import { core, employers, helpful, type EvidenceItem } from '../item.js';

const PREGNANT = is('protection', 'pregnant');

export const ENDING_ITEMS: readonly EvidenceItem[] = [
  core('dismissalNotice', ['辞退通知、说辞退的聊天或者录音、离职单', 'notice, chat or recording of the dismissal, exit paper'], ['是单位辞退的、什么时候、什么理由', 'that the employer dismissed you, when and why'], { types: ['UNLAWFUL_TERMINATION'] }),
  core('keptOut', ['被移出工作群、门禁失效、不派活的记录', 'removed from groups, door card dead, no work given'], ['不是您自己不来上班', 'that you did not stay away yourself'], { types: ['UNLAWFUL_TERMINATION'], when: is('ending', 'forced') }),
  helpful('lastDay', ['最后一天上班的记录', 'proof of the last day'], ['工作到哪天', 'until when you worked'], { types: ['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION'] }),
  core('pregnancyProof', ['孕检、出生、病历等证明，以及告诉单位的记录', 'pregnancy or birth papers, and that the employer knew'], ['当时受特别保护', 'that you were protected then'], { types: ['UNLAWFUL_TERMINATION', 'MATERNITY'], when: PREGNANT }),
  core('treatmentProof', ['病历、病假条', 'medical records and sick notes'], ['还在医疗期内', 'that the medical period was running'], { types: ['UNLAWFUL_TERMINATION'], when: is('protection', 'treated', 'disabled') }),
  employers('dismissalGround', ['辞退的理由和证据', 'ground and proof of the dismissal'], ['辞退是否合法', 'whether it was lawful'], { types: ['UNLAWFUL_TERMINATION'] }),
  employers('democraticRules', ['规章经过民主程序、公示的证明', 'that the rules were adopted and published'], ['规章能不能用', 'whether the rules apply'], { types: ['UNLAWFUL_TERMINATION'] }),
  employers('unionNotice', ['通知工会的记录', 'the notice to the union'], ['程序是否合法', 'whether the procedure was kept'], { types: ['UNLAWFUL_TERMINATION', 'MASS_LAYOFF'] }),

  core('reasonLetter', ['写明单位过错的离职通知和送达记录', "letter naming the employer's fault, with delivery"], ['因为单位的过错才走', "that you left for the employer's fault"], { types: ['ECON_COMPENSATION'], when: is('ending', 'quitFault') }),
  core('twelveMonths', ['最近十二个月的工资记录', 'pay of the last twelve months'], ['补偿的基数', 'the base of the compensation'], { types: ['ECON_COMPENSATION', 'UNLAWFUL_TERMINATION', 'MASS_LAYOFF'] }),
  core('serviceProof', ['证明工作年限的材料', 'proof of the years of service'], ['补偿的月数', 'the months of the compensation'], { types: ['ECON_COMPENSATION', 'UNLAWFUL_TERMINATION', 'MASS_LAYOFF'] }),
  helpful('renewalOffer', ['续签时单位开的条件', 'the terms offered for renewal'], ['条件是不是变差了', 'whether they were worse'], { types: ['ECON_COMPENSATION'], when: is('ending', 'notRenewed') }),
  employers('renewalAndSettlement', ['续签通知、离职结算单', 'renewal offer, final settlement'], ['谁不愿意续、付过多少', 'who refused, and what was paid'], { types: ['ECON_COMPENSATION'] }),

  core('layoffNotice', ['裁员通知、名单、公司说法', 'layoff notice, list, what was said'], ['裁了多少人、什么时候', 'how many and when'], { types: ['MASS_LAYOFF'] }),
  employers('layoffPlan', ['裁员方案、工会意见、向人社部门的报告', "layoff plan, union's opinion, report to the authority"], ['是否走了法定程序', 'whether the procedure was kept'], { types: ['MASS_LAYOFF', 'COLLECTIVE'] }),

  core('transferNotice', ['调岗、降薪的通知，前后的岗位和工资', 'notice of the change, post and pay before and after'], ['改了什么', 'what was changed'], { types: ['CONTRACT_TERMS'] }),
  helpful('objection', ['提出不同意的记录', 'your objection'], ['没有同意', 'that you did not agree'], { types: ['CONTRACT_TERMS'], when: is('consented', 'no') }),
  employers('changeGround', ['调整的理由和依据', 'ground of the change'], ['是否合理', 'whether it was reasonable'], { types: ['CONTRACT_TERMS'] }),
];
