import { openTemplates } from './template-room.js';
import { templatesKey } from './templates-key.js';

Object.defineProperty(window, templatesKey, { value: openTemplates });
