/** What the invitation of an employer says, in Chinese. */
export const zhCN: Readonly<Record<string, string>> = {
  'invite.title': '邀请{{employer}}参加调解',
  'invite.lead': '{{organisation}}收到一起与贵单位有关的劳动争议，邀请您代表单位查看并答复。调解自愿、不公开、免费。',
  'invite.doubt': '不放心？可以拨打职工热线 12351 核实。我们不会向您要银行卡号和密码。',
  'invite.until': '链接到{{day}}为止有效，请用收到这条短信的手机号登录。要由同事参加的，您加入后可以在案件页邀请，或请工会邀请。',
  'invite.signIn': '用手机号登录并查看',
  'invite.who': '请确认您的身份',
  'invite.name': '您的姓名',
  'invite.position': '您的职务',
  'invite.confirm': '我代表{{employer}}参加',
  'invite.send': '邀请用人单位',
  'invite.colleague': '请同事一起参加',
  'invite.colleagueHint': '同事会收到自己的短信链接；之前发出、还没有人使用的链接随之失效。',
  'invite.colleaguePhone': '同事的手机号',
  'invite.phone': '单位负责人手机号',
  'invite.sendButton': '发送短信邀请',
  'invite.sent': '邀请已发出。',
};
