import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, DESKTOP, launchBrowser, openWindow, PHONE, startTestApp, type TestApp } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { barriers, canBeAudited } from './barriers.js';

/** With SCREENSHOTS=<folder> the pages are kept as pictures, at both widths. */
const SHOTS = process.env['SCREENSHOTS'];

describe('the staff of an organisation, in browsers', () => {
  let t: TestApp;
  let browser: Browser;
  let admin: Client;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    t = await startTestApp({ env: { WEB_DIR: resolve('dist/apps/web') } });
    browser = await launchBrowser();
    admin = await createStaff(t, 'admin', '管理员小林');
    await t.app.get(UnitOfWork).run(async (tx) => {
      const organisations = t.app.get(Organisations);
      const { id: parentId } = (await organisations.root())!;
      const street = await organisations.create(tx, { name: '东阁街道总工会', kind: 'county', parentId });
      await organisations.create(tx, { name: '东阁街道劳动争议调解工作站', kind: 'station', parentId: street.id });
    });
    await createStaff(t, 'lawyer', '王守正');
    await createStaff(t, 'mediator', '陈调解');
    const window = await openWindow(browser, t.url, DESKTOP, admin);
    page = window.page;
    page.on('pageerror', (e) => errors.push(String(e)));
    await canBeAudited(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await t?.close();
  });

  const shot = async (of: Page, name: string) => {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    const own = of.viewportSize()!;
    for (const [label, size] of [['phone', PHONE], ['desktop', DESKTOP]] as const) {
      await of.setViewportSize(size);
      await of.waitForTimeout(300);
      await of.screenshot({ path: `${SHOTS}/${name}-${label}.png` });
    }
    await of.setViewportSize(own);
  };
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const choose = async (label: string, nth: number, option: string | RegExp) => {
    await page.locator('.desk-thing').getByRole('combobox', { name: label }).nth(nth).click();
    await page.locator('.ant-select-dropdown:visible').getByText(option).click();
  };
  let link: string;
  let newcomer: Page;

  it('begins there for an administrator, and invites somebody by a link that is shown once', async () => {
    await page.goto('/desk');
    await page.waitForURL('**/desk/staff');
    await page.getByText('共 3 人').waitFor();
    expect(await barriers(page)).toEqual(['/desk/staff']);
    await shot(page, 'staff-list');
    await press('邀请工作人员');
    await page.getByLabel(/^姓名/).fill('孙调解');
    await page.getByLabel(/^用户名/).fill('Sun.tiaojie');
    await choose('组织', 0, '东阁街道劳动争议调解工作站');
    await page.getByLabel(/^工作手机号/).fill('13912345678');
    expect((await barriers(page)).slice(1)).toEqual([]);
    await shot(page, 'staff-invite');
    await press('建账号，出登录链接');
    link = (await page.getByLabel('登录链接').textContent())!;
    expect(link).toMatch(/\/desk\/set-up#[\w-]{43}$/);
    await shot(page, 'staff-link');
    await press('已交给本人');
    await page.getByRole('heading', { name: '孙调解' }).waitFor();
    await page.getByRole('article').getByText('还没设置登录').first().waitFor();
    expect(await page.getByText(link).count()).toBe(0);
  });

  it('lets that person choose password and authenticator, and takes them to their desk', async () => {
    const window = await openWindow(browser, t.url, PHONE);
    newcomer = window.page;
    newcomer.on('pageerror', (e) => errors.push(String(e)));
    await canBeAudited(newcomer);
    await newcomer.goto(link);
    await newcomer.getByText('孙调解，请设置您的密码和动态码').waitFor();
    await newcomer.getByText('不能扫？手工输入密钥').click();
    const secret = (await newcomer.locator('code.secret').textContent())!.replaceAll(' ', '');
    expect((await barriers(newcomer)).slice(1)).toEqual([]);
    await shot(newcomer, 'set-up');
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await newcomer.getByLabel(/^设置密码/).fill('sun.tiaojie-2026');
    await newcomer.getByLabel(/^动态码/).fill(code());
    await newcomer.getByRole('button', { name: '完成并登录' }).click();
    await newcomer.getByText('密码里不能有用户名').waitFor();
    await newcomer.getByLabel(/^设置密码/).fill('river stone lantern');
    await newcomer.getByLabel(/^动态码/).fill(code());
    await newcomer.getByRole('button', { name: '完成并登录' }).click();
    await newcomer.waitForURL('**/desk/today');
    await newcomer.getByRole('heading', { name: '孙调解的工作台' }).waitFor();
  });

  it('changes what somebody is, and finds them by it', async () => {
    await page.reload();
    await page.getByRole('article').getByText('在用').first().waitFor();
    await press('再加一种职责');
    expect(await page.locator('.role-row').count()).toBe(2);
    await choose('职责', 1, '法律工作部');
    await shot(page, 'staff-member');
    await press('保存职责');
    await page.getByRole('button', { name: '保存职责' }).and(page.locator(':disabled')).waitFor();
    await newcomer.goto('/desk/insight');
    await newcomer.getByRole('heading', { level: 1 }).waitFor();
    expect(await newcomer.getByText('这一页不在您的职责范围内').count()).toBe(0);
    await page.goto('/desk/staff?role=legal_officer');
    await page.getByText('共 1 人').waitFor();
    await page.getByRole('searchbox', { name: '按姓名或用户名查找' }).fill('没有这个人');
    await page.getByText('没有符合条件的工作人员').waitFor();
  });

  it('shows the tree, adds to it, renames, and closes what nobody needs any more; what is still needed says what comes first', async () => {
    await page.goto('/desk/staff');
    await page.getByText('机构', { exact: true }).click();
    await page.getByText('共 3 个机构').waitFor();
    expect(await barriers(page)).toEqual(['/desk/staff']);
    await shot(page, 'staff-organisations');
    await page.getByRole('link', { name: '东阁街道总工会' }).click();
    await page.getByText('关闭下面的 1 个机构').waitFor();
    await page.getByLabel('新机构名称').fill('东阁街道劳动争议调解工作站');
    await choose('类型', 0, '工作站');
    await press(/^增\s*加$/);
    await page.getByRole('alert').getByText('已经有叫“东阁街道劳动争议调解工作站”的机构').waitFor();
    await page.getByText('共 3 个机构').waitFor();
    await page.getByLabel('新机构名称').fill('东阁街道职工服务点');
    await press(/^增\s*加$/);
    await page.getByText('已增加东阁街道职工服务点').waitFor();
    await page.getByText('共 4 个机构').waitFor();
    expect((await barriers(page)).slice(1)).toEqual([]);
    await shot(page, 'staff-organisation');
    await page.getByRole('link', { name: '东阁街道职工服务点' }).click();
    await page.getByLabel(/^名称/).fill('东阁职工服务点');
    await press('保存名称');
    await page.getByRole('heading', { name: '东阁职工服务点' }).waitFor();
    await choose('上级机构', 0, '和解市总工会');
    await press('换到这里');
    await page.getByText('上级：和解市总工会').waitFor();
    await press('关闭机构');
    await press('确定');
    await page.getByRole('button', { name: '恢复机构' }).waitFor();
    expect((await barriers(page)).slice(1)).toEqual([]);
    await shot(page, 'staff-organisation-closed');
    await press('恢复机构');
    await page.getByRole('button', { name: '关闭机构' }).waitFor();
    // where somebody serves: one is told so, and led to them
    await page.getByRole('link', { name: '东阁街道劳动争议调解工作站' }).click();
    await page.getByText('把 1 位工作人员调到别处，或停用账号').waitFor();
    expect(await page.getByRole('button', { name: '关闭机构' }).count()).toBe(0);
    await page.getByRole('link', { name: '1 位工作人员' }).click();
    await page.getByText('共 1 人').waitFor();
    await page.getByRole('link', { name: '孙调解' }).waitFor();
  });

  it('disables somebody, whose open page is out at once, and keeps the last administrator', async () => {
    await page.goto('/desk/staff?find=sun');
    await page.getByRole('link', { name: '孙调解' }).click();
    await press(/^停\s*用$/);
    await press('确定');
    await page.getByRole('button', { name: '恢复账号' }).waitFor();
    await newcomer.goto('/desk/today');
    await newcomer.waitForURL('**/desk/sign-in?**');
    await press('恢复账号');
    await page.getByRole('button', { name: '重置登录，出新链接' }).waitFor();
    // the only administrator below, looked after from above
    const { items } = (await admin.get('/api/staff/organisations')).body;
    const below = await createStaff(t, 'admin', '街道管理员', { organisationId: items[1].id });
    await page.goto(`/desk/staff/${below.accountId}`);
    await press(/^停\s*用$/);
    await press('确定');
    await page.getByRole('alert').getByText('东阁街道总工会的最后一位管理员').waitFor();
    await shot(page, 'staff-last');
    expect((await below.get('/api/auth/me')).status).toBe(200);
    await page.goto(`/desk/staff/${admin.accountId}`);
    await page.getByText('这是您自己的账号').waitFor();
    expect(await page.getByRole('button', { name: '保存职责' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
