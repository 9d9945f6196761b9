export const zhCN = {
  ESCALATION_NO_PARTNER: '还没有接入对应的仲裁委员会或法院，请联系工会。',
  ESCALATION_STATUS_ORDER: '这个状态不能接在当前状态之后。',
};
