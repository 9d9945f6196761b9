export const zhCN = {
  CALL_FULL: '通话已满 4 人，请等有人离开后再加入。文字发言不受影响。',
  ROOM_FILE_UNKNOWN: '没有找到要发送的文件，请重新上传。',
  ROOM_LOCKED: '调解员已暂停本房间发言，您的内容没有发出，恢复后可以再发。',
  ROOM_MENTION_UNKNOWN: '您提到的人不在这个房间里，内容没有发出。',
  ROOM_MUTED: '调解员已让您暂停发言，您的内容没有发出，恢复后可以再发。',
  ROOM_QUOTE_UNKNOWN: '您引用的那句话找不到或者已经撤回，内容没有发出。',
  ROOM_SEALED: '调解会已经结束，记录已封存，可以看，不能再发言。还要继续谈的，请申请再开一次调解会。',
  ROOM_UNAVAILABLE: '消息暂时发不出去，已为您保留，请稍后重发。',
  ROOM_WITHDRAW_LATE: '发出超过两分钟，不能再撤回。',
  ROOM_WITHDRAW_SEALED: '调解会已经结束，会议记录已封存，不能再撤回。',
  ROOM_WITHDRAW_QUOTED: '这句话已被别人引用，不能再撤回。',
};
