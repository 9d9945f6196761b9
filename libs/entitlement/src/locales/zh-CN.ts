export const zhCN = {
  FIGURES_CSV_INVALID: 'CSV 文件有 {count} 处问题，没有导入任何一行。第 {line} 行 {column}：{message}',
  FIGURES_DECIDED: '这次修改已经有人复核过。',
  FIGURES_NEED_ANOTHER: '数据修改需要另一位法律工作部人员复核。',
};
