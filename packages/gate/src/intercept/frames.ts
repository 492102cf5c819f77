import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** Frames of ours that go to no host of their own have a realm with untouched APIs. */
export function enterFrames({ enter }: Keeper, realm: Realm): void {
  for (let index = 0; index < realm.length; index++) enterFrame(enter, realm[index]);
}

function enterFrame(enter: Keeper['enter'], frame: Window | null | undefined): void {
  try {
    if (frame?.location.protocol === 'about:') enter(frame);
  } catch {
    // Another origin's frame.
  }
}

export function interceptFrames({ enter }: Keeper, realm: Realm): void {
  Object.defineProperty(realm, Symbol.for('sluis'), { value: enter });
  for (const tag of ['IFrame', 'Frame', 'Object']) {
    const { prototype } = Reflect.get(realm, `HTML${tag}Element`);
    wrap(prototype, 'contentWindow', (native, self, args) => {
      const window = Reflect.apply(native, self, args) as Window | null;
      enterFrame(enter, window);
      return window;
    }, 'get');
    wrap(prototype, 'contentDocument', (native, self, args) => {
      const document = Reflect.apply(native, self, args) as Document | null;
      enterFrame(enter, document?.defaultView);
      return document;
    }, 'get');
  }
}
