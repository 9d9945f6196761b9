// CPU that processes of this machine have used, from /proc.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/**
 * CPU seconds so far of this process, of servers, and of PostgreSQL with all its backends.
 * @param {{ server: number[], postgres?: number }} pids
 * @returns {{ driver: number, server: number, postgres: number }}
 */
export function cpuSeconds({ server, postgres }) {
  const used = { driver: ticks(process.pid).own, server: server.reduce((sum, pid) => sum + ticks(pid).own, 0), postgres: 0 };
  if (postgres) {
    const postmaster = ticks(postgres);
    used.postgres = postmaster.own + postmaster.children; // what has ended counts in its parent's line
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const process = ticks(pid);
      if (process.parent === postgres) used.postgres += process.own;
    }
  }
  return Object.fromEntries(Object.entries(used).map(([key, count]) => [key, count / TICKS]));
}

/** CPU seconds since `before`, which `cpuSeconds` gave of the same processes. */
export function cpuSince(before, pids) {
  const now = cpuSeconds(pids);
  return Object.fromEntries(Object.keys(now).map((key) => [key, now[key] - before[key]]));
}

function ticks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    return { parent: fields[1], own: fields[11] + fields[12], children: fields[13] + fields[14] };
  } catch {
    return { parent: 0, own: 0, children: 0 }; // ended meanwhile
  }
}
