import { cookie, gif } from './replies.mjs';

const oneYear = 31536000;

/** A marketing network that counts by images: `pixel.` in the page itself, `tag.` from the tag manager's container. */
export const adnet = {
  id: 'adnet',
  hosts: ['pixel.adnet.example', 'tag.adnet.example'],
  handle: () => gif(cookie('adnet_uid', oneYear)),
};
