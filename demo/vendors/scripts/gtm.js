// A stand-in for a tag manager's container, written for this demo: one custom image tag, fired once per page.
(function () {
  'use strict';
  const container = '__ID__';
  const layer = (window.dataLayer = window.dataLayer || []);
  let fired = false;

  function fireImageTag() {
    if (fired) return;
    fired = true;
    const image = document.createElement('img');
    image.width = image.height = 1;
    image.alt = '';
    image.style.display = 'none';
    image.src =
      'https://tag.adnet.example/custom.gif?c=' +
      container +
      '&u=' +
      encodeURIComponent(location.href);
    document.body.appendChild(image);
  }

  function take(item) {
    if (item && item.event === 'gtm.dom') fireImageTag();
  }

  const push = layer.push;
  layer.push = function () {
    const length = push.apply(layer, arguments);
    [].forEach.call(arguments, take);
    return length;
  };
  layer.slice().forEach(take);
  if (
    !layer.some(function (item) {
      return item && item.event === 'gtm.js';
    })
  ) {
    layer.push({ 'gtm.start': Date.now(), event: 'gtm.js' });
  }
  (window.google_tag_manager = window.google_tag_manager || {})[container] = {
    dataLayer: { name: 'dataLayer' },
  };

  function whenParsed() {
    layer.push({ event: 'gtm.dom' });
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenParsed);
  else whenParsed();
  if (document.readyState === 'complete') layer.push({ event: 'gtm.load' });
  else
    addEventListener('load', function () {
      layer.push({ event: 'gtm.load' });
    });
})();
