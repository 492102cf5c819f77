import { adoptCss } from './adopt-css.js';

/**
 * Says a sentence once, politely, to a screen reader (WCAG 4.1.3). The region stands in the page
 * before it speaks and outlives the surface that spoke, because what goes together with a closing
 * dialog is not heard.
 * @returns how to speak
 */
export function createAnnouncer(language: string): (sentence: string) => void {
  const name = 'data-sluis';
  const region = document.querySelector(`[${name}=status]`) ?? document.createElement('div');
  if (!region.shadowRoot) {
    region.setAttribute(name, 'status');
    region.setAttribute('role', 'status');
    const root = region.attachShadow({ mode: 'open' });
    root.append(document.createElement('slot'));
    adoptCss(
      root,
      ':host{all:initial!important;position:fixed!important;width:1px!important;height:1px!important;overflow:hidden!important;clip-path:inset(50%)!important;white-space:nowrap!important}',
    );
    document.documentElement.append(region);
  }
  region.setAttribute('lang', language);
  region.textContent = '';
  return (sentence) => {
    region.textContent = sentence;
  };
}
