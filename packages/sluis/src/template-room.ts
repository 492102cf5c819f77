import { verdictForPurpose, verdictForService } from '@sluis/consent';
import { createTemplates } from '@sluis/gate/templates';
import { gateVerdict } from './gate-verdict.js';
import type { Page } from './page.js';

/** May everything that the template names run now? One without any word stays shut. */
function passes(template: Element, page: Page): boolean {
  const words = (name: string): string[] =>
    template.getAttribute(`data-sluis-${name}`)?.split(/\s+/).filter(Boolean) ?? [];
  const verdicts = [
    ...words('purpose').map((id) => {
      const purpose = page.find(id);
      return purpose && gateVerdict(page, (situation) => verdictForPurpose(purpose, situation));
    }),
    ...words('service').map((id) =>
      gateVerdict(page, (situation) => verdictForService(id, situation)),
    ),
  ];
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'pass');
}

/** @returns call whenever a template may have come in, or an answer may have changed */
export function openTemplates(
  page: Page,
  trusted: Parameters<typeof createTemplates>[2],
): () => void {
  return createTemplates(window, (template) => passes(template, page), trusted);
}
