// A stand-in for the Meta pixel, written for this demo: the same cookie, requests and commands, none of the code.
(function () {
  'use strict';
  const threeMonths = 7776000;
  const pixels = [];
  const waiting = [];
  let revoked = false;

  function readCookie(name) {
    const found = document.cookie.split('; ').filter(function (pair) {
      return pair.indexOf(name + '=') === 0;
    })[0];
    return found && found.slice(name.length + 1);
  }

  function browserId() {
    const kept = readCookie('_fbp');
    if (kept) return kept;
    const fresh = 'fb.1.' + Date.now() + '.' + Math.floor(Math.random() * 1e17);
    const labels = location.hostname.split('.');
    for (let i = labels.length - 2; i >= 0; i--) {
      document.cookie =
        '_fbp=' +
        fresh +
        '; path=/; max-age=' +
        threeMonths +
        '; domain=' +
        labels.slice(i).join('.') +
        '; SameSite=Lax';
      if (readCookie('_fbp')) return fresh;
    }
    document.cookie = '_fbp=' + fresh + '; path=/; max-age=' + threeMonths + '; SameSite=Lax';
    return fresh;
  }

  function send(id, event, data) {
    const query = new URLSearchParams({
      id: id,
      ev: event,
      dl: location.href,
      rl: document.referrer,
      if: String(window !== top),
      ts: String(Date.now()),
      fbp: browserId(),
    });
    Object.keys(data || {}).forEach(function (key) {
      query.set('cd[' + key + ']', String(data[key]));
    });
    new Image().src = 'https://www.facebook.com/tr/?' + query;
  }

  function track(event, data) {
    pixels.forEach(function (id) {
      if (revoked) waiting.push([id, event, data]);
      else send(id, event, data);
    });
  }

  function loadSettings(id) {
    const script = document.createElement('script');
    script.async = true;
    script.src = 'https://connect.facebook.net/signals/config/' + encodeURIComponent(id) + '?v=2.9';
    document.head.appendChild(script);
  }

  const commands = {
    init: function (id) {
      if (pixels.indexOf(id) >= 0) return;
      pixels.push(id);
      loadSettings(id);
    },
    track: track,
    trackCustom: track,
    consent: function (word) {
      revoked = word === 'revoke';
      if (revoked) return;
      waiting.splice(0).forEach(function (hit) {
        send.apply(null, hit);
      });
    },
  };

  function take(words) {
    const command = commands[words[0]];
    if (command) command.apply(null, [].slice.call(words, 1));
  }

  const fbq = window.fbq;
  if (!fbq || !fbq.queue) return;
  fbq.callMethod = function () {
    take(arguments);
  };
  fbq.queue.splice(0).forEach(take);

  document.addEventListener(
    'click',
    function (event) {
      const button = event.target.closest && event.target.closest('button, a.button');
      if (button) track('SubscribedButtonClick', { buttonText: button.textContent.trim() });
    },
    true,
  );
})();
