import './consent.js';
import '../../bank/style.css';
import { countView, startAnalytics } from './analytics.js';
import { consentState } from './consent-state.js';
import { element } from './element.js';
import { startRouter } from './router.js';
import { startSignIn } from './sign-in.js';

startAnalytics();
startSignIn();

const main = document.querySelector('main');
const state = consentState();

startRouter(({ title, content }, path) => {
  document.title = `${title} | Mijn Grachtenbank`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.pages a')) {
    if (link.pathname === path) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  main?.replaceChildren(
    element('h1', '', title),
    element('div', 'pair', element('section', 'card', content()), state),
  );
  countView(path);
});
