import { element } from './element.js';

const accounts = [
  ['Betaalrekening', '€ 2.418,07'],
  ['Spaarrekening', '€ 11.250,00'],
  ['Gezamenlijke rekening', '€ 640,55'],
];

const payments = [
  ['Bakkerij De Sluis', '− € 7,40'],
  ['Waterschap Amstel', '− € 31,12'],
  ['Salaris', '+ € 2.960,00'],
];

function list(rows: readonly (readonly string[])[]): HTMLElement {
  const lines = rows.map(([name = '', amount = '']) =>
    element('tr', '', element('td', '', name), element('td', 'price', amount)),
  );
  return element('table', '', element('tbody', '', ...lines));
}

export interface Screen {
  readonly title: string;
  readonly content: () => HTMLElement;
}

/** The two routes of the app. */
export const screens: { readonly [path: string]: Screen } = {
  '/': { title: 'Overzicht', content: () => list(accounts) },
  '/betalen': { title: 'Betalen', content: () => list(payments) },
};
