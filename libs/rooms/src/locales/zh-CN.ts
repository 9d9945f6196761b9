export const zhCN = {
  ROOM_FILE_UNKNOWN: '没有找到要发送的文件，请重新上传。',
  ROOM_UNAVAILABLE: '消息暂时发不出去，已为您保留，请稍后重发。',
};
