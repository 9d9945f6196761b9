// Use cases, for a host that acts as people do (the demo city). Contexts ask each other by the services of index.ts.
export { RoomList } from './read-rooms/room-list.js';
export { SendMessage } from './send-message/send-message.js';
