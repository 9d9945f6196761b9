/** What the evidence says, in Chinese. */
export const zhCN: Readonly<Record<string, string>> = {
  'evidence.title': '证据材料',
  'evidence.camera': '拍照',
  'evidence.file': '选文件',
  'evidence.uploading': '正在上传',
  'evidence.choose': '请选择',
  'evidence.empty': '还没有材料',
  'evidence.private': '仅己方可见',
  'evidence.shared': '双方可见',
  'evidence.share': '给对方看',
  'evidence.remove': '删除',
  'evidence.removeOf': '删除 {{title}}',
  'evidence.removeSure': '删除后不能恢复，确定删除吗？',
  'evidence.organise': '还缺什么、证明什么、装订成卷',
  'evidence.present': '在会上展示',
};
