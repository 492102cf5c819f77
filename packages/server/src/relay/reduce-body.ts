import { reduceParameters, type ParameterRules, type Reduced } from './reduce-parameters.js';
import type { BodyForm } from './vendor.js';

/** Matomo's bulk form; anything else in JSON is none. */
function requestsIn(text: string): readonly string[] {
  try {
    const { requests }: { requests?: unknown } = JSON.parse(text);
    return Array.isArray(requests) ? requests.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function reduceRequests(text: string, rules: ParameterRules): Reduced {
  const own = requestsIn(text)
    .map((one) => reduceParameters(one.replace(/^[^?]*\?/, ''), rules))
    .filter(({ account }) => account === 'own')
    .map((one) => `?${one.text}`);
  return own.length
    ? { text: JSON.stringify({ requests: own }), account: 'own' }
    : { text: '', account: 'other' };
}

function reduceLines(text: string, rules: ParameterRules): Reduced {
  const lines = text.split(/\r?\n/).map((line) => reduceParameters(line, rules));
  return {
    text: lines.map((line) => line.text).join('\r\n'),
    account:
      lines.find(({ account }) => account === 'other')?.account ??
      lines.find(({ account }) => account === 'own')?.account ??
      'none',
  };
}

/** What is left of a body; nothing where the vendor has none. */
export function reduceBody(
  text: string,
  form: BodyForm | undefined,
  rules: ParameterRules,
): Reduced {
  if (!text || !form) return { text: '', account: 'none' };
  if (form === 'lines') return reduceLines(text, rules);
  if (form === 'requests' && text.trimStart().startsWith('{')) return reduceRequests(text, rules);
  return reduceParameters(text.trim(), rules);
}
