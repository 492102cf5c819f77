import { optOut } from '../opt-out/page.mjs';
import { layout, link } from './layout.mjs';
import { texts } from './texts.mjs';

const rates = [
  [5, 3.45, 3.62],
  [10, 3.68, 3.85],
  [20, 4.02, 4.19],
];

function home(text, language) {
  const { cards } = text.home;
  const card = ([title, words, price]) =>
    `<li class="card"><h3>${title}</h3><p>${words}</p><p class="price">${price}</p></li>`;
  return `<section class="hero"><div class="wrap">
      <h1>${text.home.heading}</h1>
      <p class="lead">${text.home.lead}</p>
      <p class="actions"><a class="button" href="${link('/hypotheek', language)}">${text.home.action}</a>
      <a class="button quiet" href="${link('/contact', language)}">${text.home.second}</a></p>
    </div></section>
    <section class="wrap"><h2>${text.home.products}</h2><ul class="cards">${cards.map(card).join('')}</ul></section>
    <section class="wrap video"><div><h2>${text.home.videoHeading}</h2><p>${text.home.videoText}</p></div>
      <iframe width="560" height="315" src="https://www.youtube.com/embed/dGVzdGFwcA0" title="${text.home.videoTitle}" allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>
    </section>`;
}

function mortgage({ mortgage: text }, language) {
  const percent = (rate) =>
    `${new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(rate)} %`;
  const option = ([years, rate]) =>
    `<option value="${rate}">${years} ${text.years} · ${percent(rate)}</option>`;
  const row = ([years, ...both]) =>
    `<tr><th scope="row">${years} ${text.years}</th>${both.map((rate) => `<td>${percent(rate)}</td>`).join('')}</tr>`;
  return `<section class="hero slim"><div class="wrap"><h1>${text.heading}</h1><p class="lead">${text.lead}</p></div></section>
    <section class="wrap pair">
      <form class="card" data-bank="sum"><h2>${text.calculator}</h2>
        <label for="sum">${text.sum}</label>
        <div class="range"><input id="sum" name="sum" type="range" min="50000" max="900000" step="5000" value="325000"><output name="shown" for="sum"></output></div>
        <label for="rate">${text.rate}</label><select id="rate" name="rate">${rates.map(option).join('')}</select>
        <p>${text.result}</p><p class="price"><output name="result" for="sum rate"></output></p>
      </form>
      <div><h2>${text.table}</h2>
        <table><thead><tr><th scope="col">${text.period}</th><th scope="col">${text.withGuarantee}</th><th scope="col">${text.without}</th></tr></thead>
        <tbody>${rates.map(row).join('')}</tbody></table>
        <p class="note">${text.warning}</p></div>
    </section>`;
}

function contact({ contact: text }) {
  const way = ([title, what, when]) =>
    `<li class="card"><h2>${title}</h2><p class="price">${what}</p><p>${when}</p></li>`;
  return `<section class="hero slim"><div class="wrap"><h1>${text.heading}</h1><p class="lead">${text.lead}</p></div></section>
    <section class="wrap"><ul class="cards">${text.ways.map(way).join('')}</ul></section>`;
}

function privacy({ privacyPage: text }) {
  return `<section class="hero slim"><div class="wrap"><h1>${text.heading}</h1><p class="lead">${text.lead}</p></div></section>
    <section class="wrap prose">${text.paragraphs.map((words) => `<p>${words}</p>`).join('')}</section>`;
}

const pages = {
  '/': [home, (text) => text.home.title],
  '/hypotheek': [mortgage, (text) => text.mortgage.title],
  '/contact': [contact, (text) => text.contact.title],
  '/privacy': [privacy, (text) => text.privacyPage.title],
  '/opt-out': [optOut, (text) => text.optOutPage.title],
};

/**
 * The page at a path, with real host names, or undefined where there is none.
 * @param {string} path
 * @param {{ language: string, user?: string, foot?: string, relay?: boolean }} visit  an unknown language reads Dutch
 */
export function bankPage(path, { language, user, foot, relay }) {
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (!page) return undefined;
  const known = Object.hasOwn(texts, language) ? language : 'nl';
  const text = texts[known];
  const [main, title] = page;
  return layout({
    language: known,
    path,
    title: title(text),
    main: main(text, known),
    text,
    user,
    foot,
    relay,
  });
}
