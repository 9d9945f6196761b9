import { aQuickCase } from '@hejie/cases/testing';
import { type Client, DESKTOP, openWindow, type Product, signInByPhone } from '@hejie/test-kit';
import type { Browser, Page } from 'playwright-core';
import { demoStaff, id, ok } from '../scenarios/people.js';
import { canBeAudited } from './barriers.js';

/** A worker files a case and asks 王守正 to take it. @returns the case's id */
export async function asksLawyer(product: Product, phone: string, name: string): Promise<string> {
  const worker = await signInByPhone(product.urls[0]!, phone, name);
  const { caseId } = ok(await worker.post('/api/cases/quick', aQuickCase({ requestId: id(), claimant: { name } })));
  const { items } = ok(await worker.get(`/api/lawyers?caseId=${caseId}`));
  const lawyerId = (items as { name: string; accountId: string }[]).find((l) => l.name === '王守正')!.accountId;
  ok(await worker.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId }));
  return caseId;
}

/** A window of a demo account that is signed in already. */
export async function deskOf(browser: Browser, product: Product, username: string): Promise<{ client: Client; page: Page; errors: string[] }> {
  const client = await demoStaff(product, username);
  const window = await openWindow(browser, product.urls[0]!, DESKTOP, client);
  await canBeAudited(window.page);
  return { client, ...window };
}
