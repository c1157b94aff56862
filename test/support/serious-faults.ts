import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { comeToRest } from './page';

/** What axe calls serious or critical on a page as it stands: the rule, the first place, and why. */
export const seriousFaults = (page: Page): Promise<readonly string[]> => faultsOf(page, {});

/** The same of its colours alone: for a page that was looked at whole in others. */
export const colourFaults = (page: Page): Promise<readonly string[]> => faultsOf(page, { runOnly: ['color-contrast'] });

async function faultsOf(page: Page, rules: axe.RunOptions): Promise<readonly string[]> {
  // What is half faded in has colours that nobody reads it by.
  await comeToRest(page);
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (options) => (await (window as unknown as { axe: typeof axe }).axe.run(options)).violations,
    { ...rules, resultTypes: ['violations' as const] },
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 150)}: ${nodes[0]?.failureSummary}`);
}

/** How many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
