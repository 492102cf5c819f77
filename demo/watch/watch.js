// The watch panel: what each vendor's server has received since the last reset. For people who try the
// demo, no part of Sluis. Polls, since a stream per tab would use up the browser's six connections.
(function () {
  'use strict';
  const host = document.createElement('aside');
  host.setAttribute('aria-label', 'What the vendors received');
  host.lang = 'en';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{position:fixed;z-index:900;inset:5.2rem .75rem auto auto;font:13px/1.45 system-ui,sans-serif;color:#eef4f3}' +
      'details{background:#12292bf2;border:1px solid #5b7b7a;border-radius:10px;box-shadow:0 4px 18px #0005;max-width:15rem}' +
      'summary{display:flex;gap:.5rem;align-items:center;cursor:pointer;padding:.45rem .7rem;min-height:24px;font-weight:600;list-style:none}' +
      'summary::-webkit-details-marker{display:none}' +
      '.dot{width:.6rem;height:.6rem;border-radius:50%;background:#6fd08c}.some .dot{background:#ff8f6b}' +
      'table{border-collapse:collapse;width:100%}td{padding:.12rem .7rem;border-top:1px solid #ffffff1f}' +
      'td:last-child{text-align:end;font-variant-numeric:tabular-nums}tr.new td{background:#ff8f6b40}' +
      'p{margin:0;padding:.3rem .7rem;display:flex;align-items:center;gap:.8rem;border-top:1px solid #ffffff1f}' +
      'a,button{display:inline-flex;align-items:center;color:#bfe9e3;background:none;border:0;padding:.2rem 0;min-height:24px;font:inherit;text-decoration:underline;cursor:pointer}' +
      ':focus-visible{outline:2px solid #ffd27a;outline-offset:2px}@media(max-width:40rem){:host{top:11.2rem}details:not([open]) .words{display:none}}@media print{:host{display:none}}',
  );
  root.adoptedStyleSheets = [sheet];

  function make(name, parent, text) {
    const one = document.createElement(name);
    if (text !== undefined) one.textContent = text;
    parent.appendChild(one);
    return one;
  }

  const box = make('details', root);
  box.open = matchMedia('(min-width: 60rem)').matches;
  const summary = make('summary', box);
  make('span', summary).className = 'dot';
  const number = make('span', summary, '…');
  const title = make('span', summary);
  title.className = 'words';
  const table = make('tbody', make('table', box));
  const line = make('p', box);
  const reset = make('button', line, 'Reset');
  reset.type = 'button';
  const more = make('a', line, 'All requests');
  more.href = 'https://www.grachtenbank.example/watch/';
  let last = {};

  function row(name, number) {
    const one = make('tr', table);
    make('td', one, name);
    make('td', one, String(number));
    if (number > (last[name] === undefined ? number : last[name])) one.className = 'new';
    last[name] = number;
  }

  function show(state) {
    const names = Object.keys(state.counts);
    const sum = names.reduce(function (all, name) {
      return all + state.counts[name];
    }, 0);
    box.className = sum ? 'some' : '';
    number.textContent = String(sum);
    title.textContent = sum === 1 ? 'request reached a vendor' : 'requests reached vendors';
    table.replaceChildren();
    state.vendors.forEach(function (name) {
      row(name, state.counts[name] || 0);
    });
    if (state.counts.stranger) row('stranger', state.counts.stranger);
    row('records at the backend', state.records === null ? 'down' : state.records);
  }

  function poll() {
    if (document.hidden) return Promise.resolve();
    return fetch('/watch/counts')
      .then(function (reply) {
        return reply.json();
      })
      .then(show)
      .catch(function () {
        number.textContent = '–';
        title.textContent = 'the demo has stopped';
      });
  }

  reset.addEventListener('click', function () {
    last = {};
    fetch('/watch/reset', { method: 'POST' }).then(poll);
  });
  document.body.appendChild(host);
  poll();
  setInterval(poll, 1000);
})();
