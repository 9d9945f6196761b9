export const zhCN = {
  CASE_MOVE_ILLEGAL: '案件当前状态不能这样操作。',
  CASE_STALE: '案件状态已经变化，请刷新后再操作。',
  CASE_NOT_DRAFT: '案件已经提交，不能再修改草稿。',
  CASE_INCOMPLETE: '还有必填内容没有填写，请补充后再提交。',
  CASE_PROOF_MISSING: '请先上传付款凭证。',
  UPLOAD_UNFINISHED: '文件还没有传完，请等上传完成后再提交。',
  UPLOADS_TOO_MANY: '没有传完的文件太多，请先完成或取消一些再上传。',
  INVITATIONS_TOO_MANY: '本案今天发出的邀请短信已达上限，请明天再发。',
  INVITATION_USED: '这个邀请已经被使用。如有疑问请联系工会。',
  INVITATION_OWN_CASE: '您是本案的申请人，不能以用人单位身份参加。',
  'sms.invitation': '【和解】{organisation}邀请贵单位就一起劳动争议参加调解，请打开 {link} 查看并答复。',
  'sms.receipt': '【和解】您的调解申请已收到，编号 {number}，时间 {time}。用本手机号登录即可查看进度，咨询电话 12351。',
};
