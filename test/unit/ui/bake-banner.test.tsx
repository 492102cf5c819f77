// @vitest-environment happy-dom
import { textIn } from '@sluis/schema';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Banner } from '../../../packages/ui/src/banner.js';
import { bakeBanner } from '../../../packages/ui/src/bake-banner.js';
import { showBanner } from '../../../packages/ui/src/show-banner.js';
import { messages as de } from '../../../packages/ui/src/messages/de.js';
import { messages as en } from '../../../packages/ui/src/messages/en.js';
import { messages as fr } from '../../../packages/ui/src/messages/fr.js';
import { messages as nl } from '../../../packages/ui/src/messages/nl.js';
import { fakePort } from './fake-port.js';

/** Every element and text below a node, shadow root first, with attributes in a fixed order. */
function spell(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
  const template = node.querySelector<HTMLTemplateElement>(':scope > template');
  const shadow = node.shadowRoot ?? template?.content;
  const light = [...node.childNodes].filter((child) => child !== template);
  const inside = [...(shadow?.childNodes ?? []), '|', ...light];
  const words = inside.map((child) => (typeof child === 'string' ? child : spell(child)));
  return `<${[node.localName, ...attributes].join(' ')}>${words.join('')}</>`;
}

afterEach(() => document.querySelector('[data-sluis]')?.remove());

test.each([nl, fr, de, en])('grows into what Preact renders: $language', (messages) => {
  const port = fakePort(messages.language);
  const { name, policyUrl } = port.policy.controller;
  const purposes = port.policy.purposes
    .filter(({ control }) => control === 'switch')
    .map(({ id, label, text }) => ({
      id,
      label: textIn(label, messages.language),
      text: textIn(text, messages.language),
    }));
  const rendered = document.createElement('div');
  render(
    <Banner
      messages={messages}
      controller={name}
      policyUrl={policyUrl}
      purposes={purposes}
      signalled={false}
    />,
    rendered,
  );

  showBanner(port, bakeBanner(messages));

  const grown = document.querySelector('[data-sluis=banner]');
  expect(spell(grown ?? document)).toBe(spell(rendered.firstElementChild ?? document));
});

test('is plain JSON', () => {
  const baked = bakeBanner(nl);

  expect(JSON.parse(JSON.stringify(baked))).toEqual(baked);
});
