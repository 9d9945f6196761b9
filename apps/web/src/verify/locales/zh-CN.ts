/** What the check of a sealed agreement says, in Chinese. */
export const zhCN: Readonly<Record<string, string>> = {
  'verify.title': '核验协议',
  'verify.lead': '输入编号，选择 PDF 文件，就能知道它是不是盖章原件。文件不会上传。',
  'verify.number': '协议编号',
  'verify.file': '选择协议 PDF 文件',
  'verify.fileHint': '（只在本机计算）',
  'verify.hash': '文件指纹（SHA-256，选了文件会自动填）',
  'verify.check': '核验',
  'verify.valid': '✓ 是盖章原件',
  'verify.invalid': '✗ 不一致',
  'verify.invalidHint': '编号或文件不对，或者文件被改动过。',
};
