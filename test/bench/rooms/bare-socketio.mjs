// What the rooms are held against: Socket.IO that acknowledges and delivers at once and stores nothing; of several processes with
// `REDIS_URL` between them by the same adapter.
import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
if (process.env.REDIS_URL) io.adapter(createAdapter(new Redis(process.env.REDIS_URL)));
let seq = 0;
io.on('connection', (socket) => {
  const { room, role } = socket.handshake.query;
  void socket.join(`r${room}`);
  socket.on('s', (message, ack) => {
    const s = ++seq;
    ack({ s });
    io.to(`r${room}`).emit('m', { n: message.n, s, f: role, t: message.t });
  });
});
http.listen(0, '127.0.0.1', 4096, () => console.log(`listening on port ${http.address().port}`));
process.on('SIGTERM', () => process.exit(0));
