import type { Page } from 'playwright-core';

/** What somebody answers, by a part of the question: an option or some by a part of their text, a value, or null for "I do not know". */
export type Told = Readonly<Record<string, string | readonly string[] | null>>;

const MOST_QUESTIONS = 80;

/** Answers question after question on a phone until another page comes; a question nobody told about is answered "I do not know", or fails where it is a choice. */
export async function answer(page: Page, told: Told): Promise<string[]> {
  const asked: string[] = [];
  for (let i = 0; i < MOST_QUESTIONS && (await onQuestion(page)); i++) {
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    asked.push(heading);
    const key = Object.keys(told).find((part) => heading.includes(part));
    const said = key === undefined ? null : told[key]!;
    const before = page.url();
    if (said === null) await page.getByRole('button', { name: '我不知道' }).click();
    else {
      await say(page, said);
      await page.getByRole('button', { name: '下一步' }).click();
    }
    await page.waitForFunction((url) => location.href !== url, before);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  return asked;
}

const onQuestion = async (page: Page) => page.url().includes('/q/') || (/\/file\/[\w-]+$/.test(page.url()) && (await page.getByText('用懂法律').count()) > 0);

async function say(page: Page, said: string | readonly string[]): Promise<void> {
  const date = page.locator('main input[type=date]');
  const choices = page.locator('main fieldset .choice');
  await choices.or(date).or(page.locator('main input[inputmode=decimal]')).first().waitFor();
  if (await date.count()) return date.fill(said as string);
  if ((await choices.count()) === 0) return page.locator('main input[inputmode=decimal]').fill(said as string);
  for (const option of [said].flat()) await choices.filter({ hasText: option }).first().locator('input').check();
}

/** Jiang of scenario A1, in his own words. */
export const JIANG_TOLD: Told = {
  '您是怎么干活的': '在公司', 多大年纪: '满18岁', 有多少人: '只有我', 遇到了什么事: ['干活或者上下班路上受伤', '没签书面合同'], 营业执照: '是', 哪天开始上班: '2019-06-01', 现在还在那里干吗: '是',
  每个月工资平均多少: '5,000', 签过书面劳动合同吗: '没签', 工伤保险了吗: '否', '在哪儿、怎么受伤的': '上班时间', 哪天出的事: '2020-03-12', 工伤认定走到哪一步: '认定是工伤', 伤残鉴定几级: '8 级',
  鉴定结论哪天拿到: '2020-09-10', 打算不在这家干: '是', 生活能自理吗: '能', 停工了几个月: '3', 垫了多少医疗费: '4200', 已经给过多少: '0', 走到哪一步了: '还没去仲裁',
};
