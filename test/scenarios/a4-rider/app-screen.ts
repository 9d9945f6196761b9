import { PHONE } from '@hejie/test-kit';
import type { Browser } from 'playwright-core';

/** A screenshot of a rider's app as he would take it: a title and what stands below it. */
export async function appScreen(browser: Browser, { title, lines }: { readonly title: string; readonly lines: readonly string[] }): Promise<Buffer> {
  const page = await browser.newPage({ viewport: PHONE });
  await page.setContent(`<body style="margin:0;background:#f2f2f2;font:18px sans-serif"><h1 style="margin:0;padding:24px 16px;background:#ffd100;font-size:22px">${title}</h1>${lines.map((line) => `<p style="margin:12px 16px;padding:16px;background:#fff">${line}</p>`).join('')}</body>`);
  const png = await page.screenshot();
  await page.close();
  return png;
}
