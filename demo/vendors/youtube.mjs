import { cookie, html } from './replies.mjs';

const halfYear = 15552000;

const still = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270"><rect width="480" height="270" fill="#123c3d"/>
<path d="M0 270V150l30-20V90l25-18 25 18v60l20-12v-38l30-24 30 24v60l25-16V70l28-20 28 20v80l30-18v-42l26-18 26 18v62l30-20V80l32-24 32 24v70l30-20V96l28-20 28 20v174z" fill="#c8553d"/></svg>`;

const player = (
  video,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Video ${video}</title>
<style>html,body{margin:0;height:100%;background:#000}img{width:100%;height:100%;object-fit:cover}
button{position:absolute;inset:0;margin:auto;width:4.5rem;height:3.2rem;border:0;border-radius:.9rem;background:#d00;color:#fff;font-size:1.4rem}</style>
<img src="https://i.ytimg.com/vi/${video}/hqdefault.jpg" alt=""><button aria-label="Play">&#9654;</button></html>`;

/** A video host: the frame sets a cookie and fetches a still from a second host. */
export const youtube = {
  id: 'youtube',
  hosts: ['www.youtube.com', 'www.youtube-nocookie.com', 'i.ytimg.com'],
  handle({ host, path }) {
    if (host === 'i.ytimg.com')
      return { status: 200, type: 'image/svg+xml', body: still, headers: {} };
    const video = /^\/embed\/([\w-]+)$/.exec(path)?.[1];
    return video && html(player(video), cookie('VISITOR_INFO1_LIVE', halfYear));
  },
};
