import AxeSource from 'axe-core';
import type { Page } from '@playwright/test';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * What axe finds inside one surface, and in the blank frames in it, as `rule: element`.
 * @param only these rules; all when left out
 */
export async function axeFindings(
  page: Page,
  root: string,
  only?: readonly string[],
): Promise<readonly string[]> {
  await page.evaluate((source) => {
    const inside = [...document.querySelectorAll('iframe')].map((one) => one.contentWindow);
    for (const realm of [window, ...inside]) Object(realm).eval?.(source);
  }, AxeSource.source);
  const result: AxeResult = await page.evaluate(
    ([selector, rules]) =>
      Object(window).axe.run(selector, rules && { runOnly: { type: 'rule', values: rules } }),
    [root, only] as const,
  );
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
