import './session.css';
import './texts.js';

export { Absent } from './absent.js';
export { LazyCall } from './call/lazy-call.js';
export { Floor } from './floor.js';
export { People } from './people.js';
export { Rules } from './rules.js';
export { SealedLog } from './sealed-log.js';
export { useArrive } from './use-arrive.js';
export { useSessionNews } from './use-session-news.js';
export { WaitingRoom } from './waiting-room.js';
