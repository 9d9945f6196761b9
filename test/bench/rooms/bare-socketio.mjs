// What the rooms are held against: Socket.IO that acknowledges and delivers at once and stores nothing.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
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
