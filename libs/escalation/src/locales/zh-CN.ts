export const zhCN = {
  ESCALATION_NO_PARTNER: '还没有接入对应的仲裁委员会或法院，请联系工会。',
  ESCALATION_PARTNER_OPEN: '这里有不止一家仲裁委员会或法院，请选择交给哪一家：一般是劳动合同履行地或者用人单位所在地的那一家。',
  ESCALATION_NO_AGREEMENT: '这条途径要以盖章生效的调解协议书为依据，本案还没有。',
  ESCALATION_TOO_LATE: '申请期限已过，最后一日是 {lastDate}。',
  ESCALATION_NOT_REVIEWED: '确认劳动关系的协议不能申请仲裁审查确认。',
  ESCALATION_NOT_PAYABLE: '支付令只能要求支付劳动报酬、工伤医疗费、经济补偿或者赔偿金（《劳动争议调解仲裁法》第十六条），本协议没有这些项目。',
  ESCALATION_NOTHING_OVERDUE: '协议约定的款项还没有到期未付的，暂不能申请支付令。',
  ESCALATION_STATUS_ORDER: '这个状态不能接在当前状态之后。',
  ESCALATION_DATE_AHEAD: '日期还没有到，请填写已经发生的日期。',
  PAPER_FIELD_UNFIT: '“{field}”填得不对，这次填的都没有保存。请改正后再保存。',
  PAPER_ANSWERS_STALE: '这些内容刚被别人改过，请刷新后再填。',
  'issue.TOO_MANY_ANSWERS': '填写的项目太多。',
};
