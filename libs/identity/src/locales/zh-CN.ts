export const zhCN = {
  PHONE_INVALID: '手机号不对，请检查后重新输入。',
  CODE_INVALID: '验证码不对或已过期，请重新输入或重新获取。',
  CODE_TOO_SOON: '验证码刚刚发过，请 {seconds} 秒后再获取。',
  CODE_DAILY_LIMIT: '今天获取验证码的次数已用完，请明天再试，或拨打 12351。',
  SIGN_IN_TOO_MANY: '尝试次数太多，请稍后再试。',
  CREDENTIALS_INVALID: '用户名、密码或动态码不对。',
  ACCOUNT_DISABLED: '这个账号已停用。如有疑问，请联系管理员或拨打 12351。',
  OWN_ACCOUNT: '不能停用自己的账号，请由另一位管理员办理。',
  'sms.sign_in_code': '【和解】验证码 {code}，10 分钟内有效。请勿告诉他人。',
  'sms.sign_agreement_code': '【和解】您正在签署调解协议书，确认码 {code}，10 分钟内有效。请核对内容，请勿告诉他人。',
};
