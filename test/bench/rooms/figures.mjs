// What several rounds say, and what was aimed at.

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** `median (least-most)` */
export function spread(values, places = 0) {
  return `${median(values).toFixed(places)} (${Math.min(...values).toFixed(places)}-${Math.max(...values).toFixed(places)})`;
}

/** `p50/p95/p99`, each the median over the rounds. @param of picks the quantiles of a round */
export function quantiles(rounds, of) {
  return ['p50', 'p95', 'p99'].map((q) => median(rounds.map((r) => of(r)[q])).toFixed(1)).join('/');
}

/** Processor time of servers and PostgreSQL, us a message. */
export const costOf = (round) => round.cpuPerMessage.server + round.cpuPerMessage.postgres;

/** The same of several rounds, `servers + PostgreSQL`. */
export function cost(rounds) {
  return ['server', 'postgres'].map((key) => Math.round(median(rounds.map((r) => r.cpuPerMessage[key])))).join(' + ');
}

/** What every part aims at, gathered while they run. */
export class Targets {
  #lines = [];

  /** @param values one figure a round; their median counts. `limit` is e.g. `['>=', 1]` */
  add(name, [sign, limit], values, places = 2) {
    const figure = median(values);
    const reached = sign === '>=' ? figure >= limit : figure <= limit;
    this.#lines.push(`| ${name} | ${sign} ${limit} | ${spread(values, places)} | ${reached ? 'reached' : `missed by ${Math.abs(figure - limit).toFixed(places)}`} |`);
  }

  get some() {
    return this.#lines.length > 0;
  }

  print() {
    console.log(`| target | aim | median (least-most) | |\n| --- | --- | --- | --- |\n${this.#lines.join('\n')}\n`);
  }
}
