/** Every surface with the states it can be in. `show.js` brings it there. */
export const states = {
  banner: ['open', 'modal', 'signal'],
  preferences: ['open', 'answered', 'details', 'restricted', 'device'],
  'opt-out': ['open', 'answered', 'device'],
  reopen: ['answered'],
  embed: ['open', 'small', 'sandboxed'],
  notice: ['told'],
};

export const languages =
  'nl fr de en bg cs da el es et fi ga hr hu it lt lv mt pl pt ro sk sl sv nb is uk tr ar fy'.split(
    ' ',
  );

/** Names of the themes in `presets.css`; the first is that of Sluis itself. */
export const presets = ['plain', 'canal', 'brick', 'ink', 'meadow', 'soft'];
