/** What the page of rights says, in Chinese. */
export const zhCN: Readonly<Record<string, string>> = {
  'rights.lead': '不用登录。回答几个问题，看看法律怎么说、能要多少、什么时候以前要办。答案只留在这次打开的页面里。',
  'rights.restart': '全部清除，重新开始',
  'rights.file': '用这些内容申请调解',
  'rights.rules.title': '计算依据的法律规则',
  'rights.rules.lead': '期限和金额都按这些规则算。每条写明依据哪部法律第几条、从哪天起这样规定，以及有多确定。',
  'rights.rules.since': '{{from}}起',
  'rights.rules.between': '{{from}}至{{to}}',
  'rights.rules.certainty.verified': '已核对原文',
  'rights.rules.certainty.secondary': '据二手资料',
  'rights.rules.certainty.unverified': '待律师确认',
};
