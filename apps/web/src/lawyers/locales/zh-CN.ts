/** What the choice of a lawyer says, in Chinese. */
export const zhCN: Readonly<Record<string, string>> = {
  'lawyers.title': '选一位律师',
  'lawyers.back': '返回案件',
  'lawyers.lead': '都是工会的律师，对您免费。最合适的排在最前面。',
  'lawyers.empty': '暂时没有合适的律师，请拨打 12351。',
  'lawyers.licence': '执业证号：{{number}}',
  'lawyers.load': '在办 {{load}} 件，最多 {{capacity}} 件',
  'lawyers.nextFree': '最近有空：{{at}}',
  'lawyers.ask': '请{{name}}律师接案',
  'lawyerKind.volunteer': '志愿律师',
  'lawyerKind.resident': '驻会律师',
  'lawyerKind.law_firm': '律所工作站',
  'match.specialty': '擅长{{specialty}}',
  'match.region': '就在{{region}}',
  'match.language': '会说{{language}}',
  'match.load': '有时间接案',
};
