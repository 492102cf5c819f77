import { roomKey } from './room-key.js';
import { openTemplates } from './template-room.js';

Object.defineProperty(window, roomKey('templates'), { value: { openTemplates } });
