import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from './faulty-client.js';
import type { World } from './world.js';

/** People who open pages at the same time. */
const READERS = 6;
const PAUSE_MS = 100;

/**
 * Some of a world's people open a room's page again and again, each time on a new line. As a balancer of HTTP does, it asks the other
 * process where one is not there or breaks the line without an answer.
 * @returns how many were opened, and what came instead of a page
 */
export async function pagesOpened(world: World, going: () => boolean): Promise<{ opened: number; failed: string[] }> {
  const failed: string[] = [];
  let opened = 0;
  let turn = 0;
  const read = async (person: Person) => {
    const path = `/api/rooms/${world.roomsOf(person)[0]!}/messages`;
    for (; going(); await sleep(PAUSE_MS)) {
      const [one, other] = [0, 1].map((i) => world.apis[(turn + i) % world.apis.length]!.url + path) as [string, string];
      turn++;
      const answer = await ask(one, person).catch(() => ask(other, person)).catch((error: unknown) => String(error));
      if (answer === 200) opened++;
      else failed.push(String(answer));
    }
  };
  await Promise.all(world.people.slice(0, READERS).map(read));
  return { opened, failed };
}

/** @returns the status, once all of the answer is here */
function ask(url: string, { cookie }: Person): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, headers: { cookie, connection: 'close' }, timeout: 20_000 }, (answer) => {
      answer.on('error', reject).on('end', () => (answer.complete ? resolve(answer.statusCode!) : reject(new Error('cut off')))).resume();
    });
    request.on('error', reject).on('timeout', () => request.destroy(new Error('no answer')));
  });
}
