import Sequencer from '@jest/test-sequencer';

/** What takes minutes, longest first; the rest Jest orders by what it remembers, on a fresh machine by size. */
const LONG = [/test\/together\//, /test\/confidentiality\//, /browser/, /test\/(start|access|faults)\//];

/** So that no worker begins a suite of minutes when the others are done. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const others = [...super.sort(tests)];
    const take = (which) => others.filter(({ path }) => which.test(path)).map((test) => others.splice(others.indexOf(test), 1)[0]);
    return [...LONG.flatMap(take), ...others];
  }
}
