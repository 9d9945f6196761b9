import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** A cheap Android phone, as browsers on it say. */
const MOBILE = 'Mozilla/5.0 (Linux; Android 12; Redmi) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium: CHROMIUM_PATH, else the system's, else the one that comes by npm. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright-core'); // half a second that most suites need not spend
  const own = process.env['CHROMIUM_PATH'] ?? SYSTEM.find((p) => existsSync(p));
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage', ...more];
  if (own) return chromium.launch({ executablePath: own, args: quiet });
  const { default: packed } = await import('@sparticuz/chromium');
  // one process for everything suits a lambda, not several people's windows
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...args, ...quiet] });
}

/** Fills a field of day and time, to the five minutes that follow. */
export async function fillTime(page: Page, label: string, ms: number): Promise<void> {
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(Math.ceil(ms / 300_000) * 300_000));
  const [date, hour, minute] = at.split(/[ :]/) as [string, string, string];
  await page.getByLabel(label, { exact: true }).fill(date);
  await page.getByLabel(`${label} 时`).selectOption(hour);
  await page.getByLabel(`${label} 分`).selectOption(minute);
}

/** Brings somebody who is signed in elsewhere into a window. */
export async function signedIn(page: Page, person: { cookie: string; url: string }): Promise<void> {
  const [name, value] = person.cookie.split('=') as [string, string];
  await page.context().addCookies([{ name, value, url: person.url }]);
}

/** A person's own browser window at a size, signed in as `person` if one is passed. Errors of the page's scripts are collected in `errors`. */
export async function openWindow(browser: Browser, url: string, viewport = PHONE, person?: { cookie: string; url: string }): Promise<{ page: Page; errors: string[] }> {
  // without motion: on a busy machine a dialog that is still opening moves away under a click
  const context = await browser.newContext({ viewport, baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...(viewport.width < 500 ? { hasTouch: true, userAgent: MOBILE } : {}) });
  const page = await context.newPage();
  page.setDefaultTimeout(Number(process.env["BROWSER_TIMEOUT"] ?? 30_000));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  if (person) await signedIn(page, person);
  return { page, errors };
}
