import { roomKey } from './room-key.js';
import { startWorkers } from './worker-room.js';

Object.defineProperty(window, roomKey('workers'), { value: { startWorkers } });
