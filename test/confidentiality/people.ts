import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { Client, createStaff, signInByPhone, type TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';

/** Somebody signed in at every api process, with a socket on each. */
export interface Person {
  readonly name: string;
  readonly accountId: string;
  readonly clients: readonly Client[];
  readonly sockets: readonly Socket[];
}

/** Everybody who may be about a case, and somebody who has nothing to do with it. */
export interface Cast {
  readonly worker: Person;
  readonly counsel: Person;
  readonly employer: Person;
  /** Speaks for somebody named beside the employer, who sits at the same table and reads nothing of the employer's. */
  readonly beside: Person;
  /** Comes for one of the two respondents when whoever spoke for it is put out. */
  readonly successor: Person;
  readonly mediators: readonly [Person, Person];
  readonly department: Person;
  readonly officers: readonly [Person, Person];
  readonly stranger: Person;
  /** At the commission's window, for all casts. */
  readonly partner: Person;
  readonly all: readonly Person[];
}

/** Signs in who takes what is handed on. There is one commission, so there is one of them. */
export async function aPartner(t: TestApp, urls: readonly string[]): Promise<Person> {
  const organisations = t.app.get(Organisations);
  const { id: organisationId } = await t.app.get(UnitOfWork).run(async (tx) => {
    const city = await organisations.create(tx, { name: '和解市总工会', kind: 'city', parentId: null });
    return organisations.create(tx, { name: '和解市仲裁委员会', kind: 'commission', parentId: city.id });
  });
  return present(await createStaff(t, 'partner', '仲裁委窗口', { organisationId }), '仲裁委', urls);
}

/** Signs a cast in. Staff have mailboxes. */
export async function aCast(t: TestApp, urls: readonly string[], n: number, partner: Person): Promise<Cast> {
  const phone = (i: number) => `138${String(n).padStart(4, '0')}000${i}`;
  const staff = async (role: 'lawyer' | 'mediator' | 'legal_officer' | 'grid_officer', name: string, i: number) =>
    present(await createStaff(t, role, name, { email: `${role}-${n}-${i}@example.org` }), name, urls);
  const person = async (name: string, i: number) => present(await signInByPhone(t.url, phone(i), name), name, urls);
  const worker = await person('劳动者', 1);
  const employer = await person('单位', 2);
  const stranger = await person('外人', 3);
  const beside = await person('另一单位', 4);
  const successor = await person('接任者', 5);
  const counsel = await staff('lawyer', '律师', 1);
  const mediators = [await staff('mediator', '调解员甲', 1), await staff('mediator', '调解员乙', 2)] as const;
  const department = await staff('legal_officer', '法律部', 1);
  const officers = [await staff('grid_officer', '网格员甲', 1), await staff('grid_officer', '网格员乙', 2)] as const;
  return { worker, counsel, employer, beside, successor, mediators, department, officers, stranger, partner, all: [worker, counsel, employer, beside, successor, ...mediators, department, ...officers, stranger, partner] };
}

async function present(client: Client, name: string, urls: readonly string[]): Promise<Person> {
  const clients = urls.map((url) => Object.assign(new Client(url), { cookie: client.cookie, csrf: client.csrf, accountId: client.accountId }));
  return { name, accountId: client.accountId, clients, sockets: await Promise.all(clients.map((c) => c.socket())) };
}
