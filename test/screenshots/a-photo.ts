import type { Browser } from 'playwright-core';

/** A drawn photo, for rooms and evidence: a small PNG of a workshop that nobody's likeness is in. */
export async function aPhoto(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 480, height: 320 } });
  await page.setContent(`<body style="margin:0;background:#c9d3d8"><svg width="480" height="320">
    <rect y="230" width="480" height="90" fill="#8a969c"/><rect x="140" y="90" width="150" height="150" rx="6" fill="#4d6b75"/>
    <rect x="165" y="115" width="100" height="55" fill="#dfe7ea"/><circle cx="215" cy="205" r="16" fill="#b3452f"/>
    <rect x="300" y="170" width="90" height="70" fill="#6d5a3c"/><text x="20" y="40" font-size="22" fill="#2b3a40">一号车间 冲床</text></svg></body>`);
  const png = await page.screenshot();
  await page.close();
  return png;
}
