// The bank's own script: signing in and out, the mortgage sum, and one line that reports what clients look at.
(function () {
  'use strict';
  const root = document.documentElement;
  const status = document.querySelector('[data-bank="status"]');

  // What a signed-in client looks at. Sluis drops it before sign-in and without consent: nothing here asks.
  function report(what) {
    fetch('https://clicks.insight.example/' + what, {
      method: 'POST',
      mode: 'no-cors',
      keepalive: true,
      body: location.pathname,
    }).catch(function () {});
  }

  function say(words) {
    if (status) status.textContent = words || '';
  }

  function show(user) {
    root.dataset.user = user || '';
    document.querySelectorAll('[data-bank="sign-in"]').forEach(function (one) {
      one.hidden = Boolean(user);
    });
    document.querySelectorAll('[data-bank="sign-out"]').forEach(function (one) {
      one.hidden = !user;
    });
  }

  async function signIn(user) {
    const reply = await fetch('/demo/token?user=' + encodeURIComponent(user));
    const body = await reply.json();
    show(user);
    if (window.sluis) await window.sluis.identify(body.token);
    report('view');
  }

  async function signOut() {
    await fetch('/demo/sign-out', { method: 'POST' });
    if (window.sluis) await window.sluis.signOut();
    show('');
  }

  function told(error) {
    console.error(error);
    say(error.message);
  }

  document.addEventListener('click', function (event) {
    const control = event.target.closest('[data-bank]');
    const what = control && control.dataset.bank;
    say('');
    if (what === 'sign-in') signIn('anna').catch(told);
    else if (what === 'sign-out') signOut().catch(told);
    else if (event.target.closest('a, button')) report('click');
  });

  // The monthly payment of an annuity loan over thirty years.
  function monthly(sum, yearlyRate) {
    const rate = yearlyRate / 1200;
    return (sum * rate) / (1 - Math.pow(1 + rate, -360));
  }

  function calculate(form) {
    const money = new Intl.NumberFormat(root.lang, {
      style: 'currency',
      currency: 'EUR',
      maximumFractionDigits: 0,
    });
    const sum = Number(form.elements.sum.value);
    form.elements.shown.value = money.format(sum);
    form.elements.result.value = money.format(monthly(sum, Number(form.elements.rate.value)));
  }

  document.querySelectorAll('form[data-bank="sum"]').forEach(function (form) {
    form.addEventListener('input', function () {
      calculate(form);
    });
    calculate(form);
  });

  show(root.dataset.user);
  if (root.dataset.user) signIn(root.dataset.user).catch(told);
  else report('view');
})();
