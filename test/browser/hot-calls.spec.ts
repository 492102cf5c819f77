import { expect, settle, test, visit } from './bank-test.ts';

test('R01 functions that the gate stands before look like the native ones', async ({
  page,
  world,
}) => {
  await visit(page, world);

  const wrong = await page.evaluate(() => {
    const looks = (made: object | undefined, name: string, length: number): string[] => {
      const text = Function.prototype.toString.call(made);
      const own = Object.getOwnPropertyNames(made).sort().join();
      let built = true;
      try {
        Reflect.construct(Object, [], made as () => void);
      } catch {
        built = false;
      }
      const seen = [Reflect.get(Object(made), 'name'), Reflect.get(Object(made), 'length')].join();
      return [
        /\{\s*\[native code\]\s*\}$/.test(text) ? '' : `${name} shows ${text}`,
        own === 'length,name' ? '' : `${name} has ${own}`,
        seen === `${name},${length}` ? '' : `${name} is ${seen}`,
        built ? `${name} builds` : '',
      ];
    };
    const setter = (owner: object, name: string): object | undefined =>
      Object.getOwnPropertyDescriptor(owner, name)?.set;
    return [
      ...looks(Node.prototype.appendChild, 'appendChild', 1),
      ...looks(Element.prototype.append, 'append', 0),
      ...looks(Element.prototype.setAttribute, 'setAttribute', 2),
      ...looks(Element.prototype.getAttribute, 'getAttribute', 1),
      ...looks(setter(Element.prototype, 'innerHTML'), 'set innerHTML', 1),
      ...looks(setter(Node.prototype, 'textContent'), 'set textContent', 1),
      ...looks(Function.prototype.toString, 'toString', 0),
    ].filter(Boolean);
  });

  expect(wrong).toEqual([]);
});

test('R01 markup is guarded however it is written and wherever it goes', async ({
  page,
  world,
}) => {
  await visit(page, world);

  const loose = await page.evaluate(() => {
    const far = 'https://pixel.adnet.example/x.gif';
    const markup = [
      `<img src=${far}>`,
      `<IMG SRC = "${far}">`,
      `<img\nsrc\n=\n'${far}'>`,
      `<img/src=${far}>`,
      `<img alt=""src="${far}">`,
      `<img srcset="${far} 2x">`,
      `<p><video poster=${far}></video>`,
      `<object data="${far}"></object>`,
      `<table background ='${far}'></table>`,
      `<a href="/" ping="${far}">x</a>`,
      `<link rel=stylesheet href=${far}>`,
      `<svg><image href=${far}></svg>`,
      `<svg><image xlink:href=${far}></svg>`,
      `<math><annotation-xml><svg><feImage href=${far}></svg></annotation-xml></math>`,
    ];
    const place = document.createElement('div');
    document.body.append(place);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    document.body.append(svg);
    const isHeld = (root: Element): boolean =>
      [...root.querySelectorAll('*')].some((one) =>
        [...one.attributes].some(({ name }) => name.startsWith('data-sluis-')),
      );
    const into: Record<string, (text: string) => Element> = {
      innerHTML: (text) => Object.assign(place, { innerHTML: text }),
      outerHTML(text) {
        place.innerHTML = '<i></i>';
        Object.assign(place.children[0] ?? {}, { outerHTML: text });
        return place;
      },
      insertAdjacentHTML(text) {
        place.innerHTML = '';
        place.insertAdjacentHTML('beforeend', text);
        return place;
      },
      shadow(text) {
        const host = document.createElement('div');
        place.replaceChildren(host);
        const inner = document.createElement('p');
        host.attachShadow({ mode: 'open' }).innerHTML = text;
        inner.append(...(host.shadowRoot?.childNodes ?? []));
        return inner;
      },
    };
    const found: string[] = [];
    for (const [how, put] of Object.entries(into))
      for (const text of markup) if (!isHeld(put(text))) found.push(`${how} ${text}`);
    for (const text of [`<image href=${far}>`, `<g><image xlink:href=${far}></g>`]) {
      svg.innerHTML = text;
      if (!isHeld(svg)) found.push(`svg ${text}`);
      place.innerHTML = '';
      svg.insertAdjacentHTML('beforeend', text);
      if (!isHeld(svg)) found.push(`into svg ${text}`);
    }
    return found;
  });

  expect(loose).toEqual([]);
});

test('R01 every way to put a frame in the page gates it at once', async ({ page, world }) => {
  await visit(page, world);

  const open = await page.evaluate(() => {
    const place = document.createElement('div');
    document.body.append(place);
    const frame = (): HTMLIFrameElement => document.createElement('iframe');
    const deep = (): HTMLElement => {
      const outer = document.createElement('p');
      outer.innerHTML = '<b><i></i></b>';
      outer.querySelector('i')?.append(frame());
      return outer;
    };
    const child = (): ChildNode => {
      place.replaceChildren(document.createElement('i'));
      return place.childNodes[0] as ChildNode;
    };
    const ways: Record<string, () => void> = {
      append: () => place.append(frame()),
      'append of several': () => place.append('x', document.createElement('b'), frame()),
      'append deep': () => place.append(deep()),
      appendChild: () => void place.appendChild(frame()),
      insertBefore: () => void place.insertBefore(deep(), child()),
      'replaceChild, frame for frame'() {
        place.replaceChildren(frame());
        place.replaceChild(frame(), place.childNodes[0] as ChildNode);
      },
      'replaceWith, frame for frame'() {
        place.replaceChildren(frame());
        place.firstElementChild?.replaceWith(deep());
      },
      before: () => child().before(frame()),
      'a copy': () => place.append(deep().cloneNode(true)),
      'a fragment'() {
        const fragment = document.createDocumentFragment();
        fragment.append(frame());
        place.append(fragment);
      },
      innerHTML: () => void (place.innerHTML = '<p><iframe></iframe></p>'),
      insertAdjacentHTML: () => place.insertAdjacentHTML('beforeend', '<iFrame></iFrame>'),
      object: () => void (place.innerHTML = '<object type=text/html data=about:blank></object>'),
    };
    const found: string[] = [];
    for (const [name, put] of Object.entries(ways)) {
      place.replaceChildren();
      put();
      for (let index = 0; index < window.length; index++) {
        const inside = window[index] as Window & typeof globalThis;
        if (!(Symbol.for('sluis') in inside)) found.push(name);
      }
    }
    return found;
  });

  expect(open).toEqual([]);
});

test('R01 a held element reads as it was set, and can be told to forget it', async ({
  page,
  world,
}) => {
  await visit(page, world);

  const read = await page.evaluate(() => {
    const far = 'https://pixel.adnet.example/x.gif';
    const image = new Image();
    image.src = far;
    document.body.append(image);
    const held = [image.getAttribute('src'), image.hasAttribute('SRC'), image.src];
    image.removeAttribute('src');
    return [...held, image.getAttribute('src'), image.hasAttribute('src'), image.src];
  });

  const far = 'https://pixel.adnet.example/x.gif';
  expect(read).toEqual([far, true, far, null, false, '']);
});

test('R01 code that is put into a script as markup is held, in the page or before it gets there', async ({
  page,
  world,
}) => {
  await visit(page, world);

  await page.evaluate(() => {
    const code = 'import("https://pixel.adnet.example/x.js").catch(() => {})';
    const there = document.createElement('script');
    document.body.append(there);
    there.innerHTML = code;
    const later = document.createElement('script');
    later.innerHTML = code;
    document.body.append(later);
  });
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
});

test('R01 a call that lacks its arguments fails as it does without the gate', async ({
  page,
  world,
}) => {
  await visit(page, world);

  const names = await page.evaluate(async () => {
    const calls = { fetch, get: () => navigator.credentials.get() };
    const told: string[] = [];
    for (const [name, call] of Object.entries(calls)) {
      const given = Reflect.apply(call, window, []) as Promise<unknown>;
      told.push(
        await given.then(
          () => name,
          (error: unknown) => (error as Error).name,
        ),
      );
    }
    return told;
  });

  expect(names).toEqual(['TypeError', 'NotSupportedError']);
});
