// How a member of a room talks to each server. `open(member)` resolves once the member is in the room;
// then `send(n)` says message n, and the driver hears `onAck(n)` and `onMessage(n)`.
import { openWebSocket } from './websocket.mjs';

export const TEXT = '劳动争议调解室的消息需要先写入数据库再确认并广播给房间内的四位成员用人单位代表与劳动者均应在十五日内提交证据材料和书面意见调解员将主持线上会议。'.slice(0, 66);

/** Socket.IO with nothing behind it. */
export async function openBare(port, { room, role }) {
  const client = { onAck() {}, onMessage() {} };
  let inRoom;
  const ready = new Promise((r) => (inRoom = r));
  const connection = await openWebSocket({
    port,
    path: `/socket.io/?EIO=4&transport=websocket&room=${room}&role=${role}`,
    onText(p, socket) {
      if (p[0] === 0x30) socket.send('40');
      else if (p[0] === 0x32) socket.send('3');
      else if (p[0] === 0x34 && p[1] === 0x33) client.onAck(number(p, 2)); // 43<n>[...]
      else if (p[0] === 0x34 && p[1] === 0x32) client.onMessage(number(p, 12)); // 42["m",{"n":<n>
      else if (p[0] === 0x34 && p[1] === 0x30) inRoom();
    },
  });
  client.send = (n) => connection.send(`42${n}["s",{"n":${n},"t":"${TEXT}"}]`);
  client.close = () => connection.close();
  await ready;
  return client;
}

const CLIENT_ID = Buffer.from('"clientId":"');
/** The message's number is in the first group of its client id, the run's in the rest. */
const clientId = (run, n) => `${n.toString(16).padStart(8, '0')}-${run}`;

/** Hejie: a signed-in socket that joined its room; the sender's own delivery is the ack. */
export async function openHejie(port, { roomId, cookie, auth, run }) {
  const client = { onAck() {}, onMessage() {} };
  const mine = new Set();
  let inRoom, failed, pages;
  const ready = new Promise((resolve, reject) => ((inRoom = resolve), (failed = reject)));
  const connection = await openWebSocket({
    port,
    path: '/socket/?EIO=4&transport=websocket',
    headers: { cookie, origin: `http://127.0.0.1:${port}` },
    onText(p, socket) {
      if (p[0] === 0x30) socket.send(`40${auth ? JSON.stringify(auth) : ''}`);
      else if (p[0] === 0x32) socket.send('3');
      else if (p[0] !== 0x34) return;
      else if (p[1] === 0x30) socket.send(`420["room.join",{"roomId":"${roomId}","afterSeq":${Number.MAX_SAFE_INTEGER}}]`);
      else if (p[1] === 0x33) {
        if (p[2] === 0x31) return pages(p); // 431[...]: a page of history
        p.indexOf('"ok":true') < 0 ? failed(new Error(p.toString())) : inRoom();
      } else if (p[1] === 0x32 && p[9] === 0x6d) {
        // 42["room.messages",...
        for (let at = p.indexOf(CLIENT_ID); at >= 0; at = p.indexOf(CLIENT_ID, at + 40)) {
          const n = hex(p, at + CLIENT_ID.length);
          client.onMessage(n);
          if (mine.delete(n)) client.onAck(n);
        }
      } else if (p[1] === 0x34) failed(new Error(p.toString()));
      else if (p.indexOf('"refused"') === 3) throw new Error(p.toString());
    },
  });
  client.send = (n) => {
    mine.add(n);
    connection.send(`42["room.send",{"roomId":"${roomId}","message":{"clientId":"${clientId(run, n)}","kind":"text","body":{"text":"${TEXT}"}}}]`);
  };
  client.page = (before) =>
    new Promise((resolve) => {
      pages = resolve;
      connection.send(`421["room.history",{"roomId":"${roomId}","before":${before},"limit":50}]`);
    });
  client.close = () => connection.close();
  await ready;
  return client;
}

function number(p, at) {
  let value = 0;
  for (let i = at; p[i] >= 0x30 && p[i] <= 0x39; i++) value = value * 10 + p[i] - 0x30;
  return value;
}

function hex(p, at) {
  let value = 0;
  for (let i = at; i < at + 8; i++) value = value * 16 + (p[i] < 0x3a ? p[i] - 0x30 : p[i] - 0x57);
  return value;
}
