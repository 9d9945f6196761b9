import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DESKTOP } from '@hejie/test-kit';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'), 'utf8');
const TABLET = { width: 768, height: 1024 };

interface Axe {
  run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }>;
}

/** Puts axe into every page that this window opens from now on. */
export const canBeAudited = (page: Page) => page.context().addInitScript(AXE);

/** What keeps people out of the page as it stands, at a desk and on a tablet if no other sizes are passed: axe's grave findings, and scrolling sideways. The page's path comes first. */
export async function barriers(page: Page, sizes: readonly { width: number; height: number }[] = [DESKTOP, TABLET]): Promise<string[]> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  // past the motion of what opened: colours half faded in are nobody's to read
  await page.waitForTimeout(300);
  await page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getComputedTiming().iterations === Infinity));
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    found.push(...(await page.evaluate(audit)));
  }
  await page.setViewportSize(sizes[0]!);
  return [new URL(page.url()).pathname, ...found];
}

async function audit(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: Axe };
  const grave = (await axe.run()).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
  const sideways = document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : [];
  return [...sideways, ...grave.map((v) => `${innerWidth} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)];
}
