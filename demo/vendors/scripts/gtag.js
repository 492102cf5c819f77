// A stand-in for Google's tag, written for this demo: the same cookies, requests and commands, none of the code.
(function () {
  'use strict';
  const own = '__ID__';
  const collector = 'https://www.google-analytics.com/g/collect';
  const twoYears = 63072000;
  const consent = {};
  const fields = {};
  const configured = [];
  let pageClient;
  let hits = 0;
  const visibleSince = Date.now();

  function isOff(id) {
    return window['ga-disable-' + id] === true;
  }

  function mayStore() {
    return consent.analytics_storage !== 'denied';
  }

  function readCookie(name) {
    const found = document.cookie.split('; ').filter(function (pair) {
      return pair.indexOf(name + '=') === 0;
    })[0];
    return found && found.slice(name.length + 1);
  }

  // On the widest domain that the browser takes, as the real tag does ("auto").
  function writeCookie(name, value) {
    const labels = location.hostname.split('.');
    for (let i = labels.length - 2; i >= 0; i--) {
      document.cookie =
        name +
        '=' +
        value +
        '; path=/; max-age=' +
        twoYears +
        '; domain=' +
        labels.slice(i).join('.') +
        '; SameSite=Lax';
      if (readCookie(name) === value) return;
    }
    document.cookie = name + '=' + value + '; path=/; max-age=' + twoYears + '; SameSite=Lax';
  }

  function now() {
    return Math.floor(Date.now() / 1000);
  }

  function clientId() {
    const kept = /^GA1\.\d+\.(\d+\.\d+)$/.exec(readCookie('_ga') || '');
    if (kept) return kept[1];
    pageClient = pageClient || Math.floor(Math.random() * 2147483647) + '.' + now();
    if (mayStore()) writeCookie('_ga', 'GA1.1.' + pageClient);
    return pageClient;
  }

  function keepSession(id) {
    const name = '_ga_' + id.replace('G-', '');
    const kept = /^GS2\.1\.s(\d+)\$o(\d+)/.exec(readCookie(name) || '');
    const session = kept ? kept[1] : String(now());
    if (mayStore())
      writeCookie(
        name,
        'GS2.1.s' + session + '$o' + (kept ? kept[2] : 1) + '$g1$t' + now() + '$j60$l0$h0',
      );
    return session;
  }

  // A grant that comes after `config` is made up for: the page's client gets its cookies now.
  function keepCookies(id) {
    if (isOff(id)) return;
    clientId();
    keepSession(id);
  }

  function consentBits() {
    return 'G1' + (consent.ad_storage === 'denied' ? 0 : 1) + (mayStore() ? 1 : 0);
  }

  function address(id, event, params) {
    const query = new URLSearchParams({
      v: '2',
      tid: id,
      cid: clientId(),
      sid: keepSession(id),
      en: event,
      dl: location.href,
      dt: document.title,
      ul: navigator.language.toLowerCase(),
      gcs: consentBits(),
      _s: String(++hits),
    });
    if (document.referrer) query.set('dr', document.referrer);
    Object.keys(params || {}).forEach(function (key) {
      query.set('ep.' + key, String(params[key]));
    });
    return collector + '?' + query;
  }

  function send(id, event, params, leaving) {
    if (isOff(id)) return;
    const url = address(id, event, params);
    if (leaving && navigator.sendBeacon(url)) return;
    fetch(url, { method: 'POST', keepalive: true, mode: 'no-cors', credentials: 'include' }).catch(
      function () {},
    );
  }

  function sendToAll(event, params, leaving) {
    configured.forEach(function (id) {
      send(id, event, params, leaving);
    });
  }

  const commands = {
    js: function () {},
    set: function (key, value) {
      Object.assign(fields, typeof key === 'object' ? key : { [key]: value });
    },
    consent: function (_, words) {
      Object.assign(consent, words);
      if (mayStore()) configured.forEach(keepCookies);
    },
    config: function (id, params) {
      if (configured.indexOf(id) < 0) configured.push(id);
      if (!params || params.send_page_view !== false) send(id, 'page_view', fields);
    },
    event: function (name, params) {
      sendToAll(name, Object.assign({}, fields, params));
    },
  };

  function take(item) {
    // gtag() pushes its own `arguments`; plain objects are for a tag manager.
    if (Object.prototype.toString.call(item) !== '[object Arguments]') return;
    const command = commands[item[0]];
    if (command) command.apply(null, [].slice.call(item, 1));
  }

  const layer = (window.dataLayer = window.dataLayer || []);
  const push = layer.push;
  layer.push = function () {
    const length = push.apply(layer, arguments);
    [].forEach.call(arguments, take);
    return length;
  };
  layer.slice().forEach(take);
  (window.google_tag_data = window.google_tag_data || {})[own] = { tag: own };

  addEventListener('pagehide', function () {
    sendToAll('user_engagement', { engagement_time_msec: Date.now() - visibleSince }, true);
  });
})();
