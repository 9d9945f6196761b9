export const zhCN = {
  LAWYER_ALREADY_ASKED: '已经向一位律师发出请求，请等待答复。',
  LAWYER_UNAVAILABLE: '这位律师现在不能接案，请选择其他律师。',
  LAWYER_FULL: '这位律师在办的案件已经到了上限，请选择其他律师，或者过些时候再来。',
  LAWYER_REQUEST_ENDED: '这个请求已经结束。',
  LAWYER_NOT_DECLARED: '请先声明有无利益冲突。',
  'issue.ENDS_BEFORE_IT_BEGINS': '结束时间要晚于开始时间。',
  'issue.TWICE': '同一项填了两次。',
};
