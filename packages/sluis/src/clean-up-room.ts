export { cleanUp } from './clean-up.js';
export { onDevice } from './on-device.js';
