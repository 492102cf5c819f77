// Brings the surface that the address names into the state that it names.
const query = new URLSearchParams(location.search);
const [surface, state] = [query.get('surface'), query.get('state')];

/** Waits until a selector finds something, in the page or in the shadow root of what `within` finds. */
async function until(selector, within) {
  for (;;) {
    const root = within ? document.querySelector(within)?.shadowRoot : document;
    const found = root?.querySelector(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

async function answer() {
  await window.sluis.refuseAll();
}

async function open(within) {
  const isAnswered = state === 'answered' || state === 'restricted';
  if (isAnswered) await answer();
  if (surface === 'preferences') {
    // What a visitor opens them from.
    await until(isAnswered ? '[data-sluis=reopen]' : '[data-sluis=banner]');
    await window.sluis.open();
  }
  if (state === 'restricted') await window.sluis.save({ analytics: 'restrict' });
  if (state === 'details' || state === 'restricted')
    for (const one of (await until('.purposes', within)).querySelectorAll('details'))
      one.open = true;
  if (state !== 'device') return;
  document.cookie = 'bank_draft=1';
  localStorage.setItem('_theme', 'light');
  const list = await until('details:has(.kept)', within);
  list.open = true;
  await until('.kept li', within);
  list.scrollIntoView();
}

/** A notice tells of what has changed since an answer: so the answer first, and then the visit after it. */
async function answerAndReturn() {
  await answer();
  query.set('changed', '');
  location.replace(`?${query}`);
}

async function show() {
  if (surface === 'notice' && !query.has('changed')) return answerAndReturn();
  if (surface === 'notice') await until('[data-sluis=notice]');
  if (surface === 'preferences') await open('[data-sluis=preferences]');
  if (surface === 'opt-out') await until('.purposes', '[data-sluis=opt-out]');
  if (surface === 'opt-out') await open('[data-sluis=opt-out]');
  if (surface === 'reopen') await answer();
  if (surface === 'reopen') await until('[data-sluis=reopen]');
  if (surface === 'banner') await until('[data-sluis=banner]');
  if (surface === 'embed')
    while (!document.querySelector('iframe')?.contentDocument?.querySelector('[data-sluis]'))
      await new Promise(requestAnimationFrame);
  document.documentElement.dataset.shown = '';
}

void show();
