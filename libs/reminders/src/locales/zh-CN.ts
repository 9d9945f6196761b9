/** Each notification as it stands in the inbox; SMS and e-mail carry the same words. */
export const zhCN = {
  'notification.lawyer_requested': '有一位劳动者请您接案，请在 {at} 前答复。',
  'notification.lawyer_accepted': '{name}律师已接案，可以开始咨询。',
  'notification.lawyer_returned': '律师未能接案，请从推荐名单中另选一位。',
  'notification.request_unanswered': '还有接案请求没有答复，{at} 到期。',
  'notification.session_scheduled': '调解会已安排在 {at}。',
  'notification.session_24h': '提醒：调解会将于 {at} 开始。',
  'notification.session_1h': '提醒：调解会一小时后（{at}）开始。',
  'notification.mediation_ending': '调解期限将于 {date} 届满，请尽快处理。',
  'notification.agreement_ready': '协议书已生成，请阅读并签名。',
  'notification.agreement_sealed': '协议书已盖章生效，可以下载。',
  'notification.claim_answered': '用人单位已作出答复。',
  'notification.case_handed_to_you': '有一件案件转交给您或您所在的单位，请及时接手。',
  'notification.case_handed_over': '您的案件已转由{to}办理。',
  'notification.escalation_status': '转出的案件有新进展：{text}',
  'notification.sms': '【和解】{text} {link}',
  'notification.mail_subject': '和解平台提醒',
};
