export const zhCN = {
  ROOM_FILE_UNKNOWN: '没有找到要发送的文件，请重新上传。',
  ROOM_LOCKED: '调解员已暂停本房间发言，您的内容没有发出，恢复后可以再发。',
  ROOM_MUTED: '调解员已让您暂停发言，您的内容没有发出，恢复后可以再发。',
  ROOM_UNAVAILABLE: '消息暂时发不出去，已为您保留，请稍后重发。',
};
