// A stand-in for the Meta pixel, written for this demo: the same cookie, requests and commands, none of the code.
(function () {
  'use strict';
  var threeMonths = 7776000;
  var pixels = [];
  var waiting = [];
  var revoked = false;

  function readCookie(name) {
    var found = document.cookie.split('; ').filter(function (pair) {
      return pair.indexOf(name + '=') === 0;
    })[0];
    return found && found.slice(name.length + 1);
  }

  function browserId() {
    var kept = readCookie('_fbp');
    if (kept) return kept;
    var fresh = 'fb.1.' + Date.now() + '.' + Math.floor(Math.random() * 1e17);
    var labels = location.hostname.split('.');
    for (var i = labels.length - 2; i >= 0; i--) {
      document.cookie = '_fbp=' + fresh + '; path=/; max-age=' + threeMonths + '; domain=' + labels.slice(i).join('.') + '; SameSite=Lax';
      if (readCookie('_fbp')) return fresh;
    }
    document.cookie = '_fbp=' + fresh + '; path=/; max-age=' + threeMonths + '; SameSite=Lax';
    return fresh;
  }

  function send(id, event, data) {
    var query = new URLSearchParams({
      id: id, ev: event, dl: location.href, rl: document.referrer, if: String(window !== top), ts: String(Date.now()), fbp: browserId(),
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
    var script = document.createElement('script');
    script.async = true;
    script.src = 'https://connect.facebook.net/signals/config/' + encodeURIComponent(id) + '?v=2.9';
    document.head.appendChild(script);
  }

  var commands = {
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
    var command = commands[words[0]];
    if (command) command.apply(null, [].slice.call(words, 1));
  }

  var fbq = window.fbq;
  if (!fbq || !fbq.queue) return;
  fbq.callMethod = function () {
    take(arguments);
  };
  fbq.queue.splice(0).forEach(take);

  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('button, a.button');
    if (button) track('SubscribedButtonClick', { buttonText: button.textContent.trim() });
  }, true);
})();
