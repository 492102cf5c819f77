import { standingOf } from '@sluis/consent';
import { textIn, type Decision, type Policy, type Purpose, type State } from '@sluis/schema';
import type { Case } from './case.js';
import { optOutTexts, type OptOutTexts } from './opt-out-texts.js';

/** What the page shows. */
export interface OptOutView {
  readonly policy: Policy;
  readonly state: State;
  readonly decisions: readonly Decision[];
  readonly cases: readonly Case[];
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function day(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(at),
  );
}

function isOn(purpose: Purpose, { policy, state, now }: OptOutView): boolean {
  return standingOf(purpose, { policy, state, identified: true, now }) === 'allowed';
}

function purposeHtml(purpose: Purpose, view: OptOutView, texts: OptOutTexts): string {
  const { language } = view;
  const head = `<h2>${escape(textIn(purpose.label, language))}</h2><p>${escape(textIn(purpose.text, language))}</p>`;
  if (purpose.control === 'locked')
    return `${head}<p>${texts.always}. ${escape(textIn(purpose.reason, language))}</p>`;
  if (!isOn(purpose, view)) return `${head}<p>${texts.off}</p>`;
  return `${head}<p>${texts.on} <button name="stop" value="${purpose.id}">${texts.stop}</button></p>`;
}

function historyHtml({ decisions, policy, language }: OptOutView, texts: OptOutTexts): string {
  const labels = new Map(policy.purposes.map(({ id, label }) => [id, textIn(label, language)]));
  const lines = decisions.flatMap(({ purposes, at, channel, method }) =>
    Object.entries(purposes).map(([id, { answer }]) => {
      const way = texts.said[channel ?? (method === 'mail' ? 'mail' : 'site')] ?? '';
      const what = answer === 'granted' || answer.startsWith('un') ? texts.on : texts.off;
      return `<li>${escape(labels.get(id) ?? id)}: ${what}, ${way}, <time datetime="${at}">${day(at, language)}</time></li>`;
    }),
  );
  return lines.length ? `<h2>${texts.history}</h2><ul>${lines.join('')}</ul>` : '';
}

function casesHtml({ cases, language }: OptOutView, texts: OptOutTexts): string {
  const lines = cases
    .filter(({ right }) => right !== 'desk-entry')
    .map(
      ({ number, at }) => `<li>${number}, <time datetime="${at}">${day(at, language)}</time></li>`,
    );
  return lines.length ? `<h2>${texts.cases}</h2><ul>${lines.join('')}</ul>` : '';
}

/** The opt-out page as HTML without script: what stands, a button for each thing that can stop, what was. */
export function optOutPage(view: OptOutView): string {
  const texts = optOutTexts(view.language);
  const { controller, purposes } = view.policy;
  const all = purposes.some((one) => one.control !== 'locked' && isOn(one, view))
    ? `<p><button name="stop" value="*">${texts.stopAll}</button></p>`
    : '';
  return `<!doctype html><html lang="${escape(view.language)}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${texts.title}</title><main><h1>${texts.title}</h1>
<p>${escape(controller.name)}, <a href="${escape(controller.policyUrl)}">${texts.policy}</a></p>
<form method="post">${purposes.map((one) => purposeHtml(one, view, texts)).join('')}${all}</form>
${historyHtml(view, texts)}${casesHtml(view, texts)}</main></html>
`;
}
