/** What only a mediation session says, in Chinese. */
export const zhCN = {
  'sealedLog.title': '调解会记录',
  'sealedLog.hint': '会议记录已经封存，谁也改不了。下载的文件里只有您能看的内容，其余各行只留核对用的哈希值。',
  'sealedLog.download': '下载记录',
  'sealedLog.verify': '不联网也能核验：npx hejie verify 文件名',
} as const;
