export const zhCN = {
  FIGURES_CSV_INVALID: 'CSV 文件有 {count} 处问题，没有导入任何一行。第 {line} 行 {column}：{message}',
  FIGURES_DECIDED: '这次修改已经有人复核过。',
  FIGURES_NEED_ANOTHER: '数据修改需要另一位法律工作部人员复核。',
  RECORD_IN_FUTURE: '还没有发生的事不能登记。',
  RECORD_UNTIL_WRONG: '请填写到哪天为止，并且晚于开始的日期；其他事件不填这一项。',
  RECORD_EVIDENCE_UNKNOWN: '没有找到这份证据材料。',
  RECORD_WITHDRAWN: '这条记录已经撤销。',
  ANSWER_UNFIT: '这个回答与问题不符。',
  ANSWER_STALE: '别人刚刚改过回答，请看过最新内容再改。',
};
