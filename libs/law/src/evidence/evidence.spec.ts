import { describe, expect, it } from '@jest/globals';
import { looksAt } from '../intake/condition.js';
import { questionById } from '../intake/questions/index.js';
import { articlesOf } from '../registry/articles.js';
import { disputeTypes } from '../taxonomy/dispute-types.js';
import { BURDENS } from './burdens.js';
import { EVIDENCE_ITEMS, evidenceFor, evidenceNeed } from './evidence-for.js';
import { idsWithWay } from './ways.js';

describe('the evidence checklist', () => {
  it.each(disputeTypes)('%s: something of its own or what every dispute needs, and what the employer must produce', (type) => {
    const { items, burdens, keeping } = evidenceFor([type], {});
    expect(items.filter((i) => i.heldBy === 'worker' && i.weight === 'core').length).toBeGreaterThan(1);
    expect(items.some((i) => i.heldBy === 'employer')).toBe(true);
    expect(EVIDENCE_ITEMS.some((i) => i.types?.includes(type))).toBe(true);
    expect(burdens.length).toBeGreaterThanOrEqual(3);
    expect(keeping.length).toBeGreaterThan(0);
  });

  it('works without a contract: what stands in for it becomes core', () => {
    const core = (contract: string) => evidenceFor(['UNPAID_WAGES'], { contract }).items.filter((i) => i.weight === 'core' && i.heldBy === 'worker').map((i) => i.id);
    expect(core('no')).toEqual(expect.arrayContaining(['payLines', 'workCard', 'attendance', 'workChats', 'colleagues']));
    expect(core('no')).not.toContain('contract');
    expect(core('yes')).toContain('contract');
    expect(core('yes')).not.toContain('colleagues');
  });

  it('lists core before helpful, and the employer last', () => {
    const ranks = evidenceFor(['WORK_INJURY', 'OVERTIME'], { contract: 'no' }).items.map((i) => (i.heldBy === 'employer' ? 2 : i.weight === 'core' ? 0 : 1));
    expect(ranks).toEqual([...ranks].sort());
  });

  it('names each thing once and says what it proves, in both languages', () => {
    const ids = EVIDENCE_ITEMS.map((i) => i.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { item, proves } of EVIDENCE_ITEMS) for (const s of [item, proves]) {
      expect(s.zh).toMatch(/[一-鿿]/);
      expect(s.en).not.toMatch(/[一-鿿]/);
    }
  });

  it('looks at questions and options of the intake', () => {
    const wrong = EVIDENCE_ITEMS.flatMap((i) => (i.when ? looksAt(i.when) : [])).filter(({ question, values }) => {
      const options = questionById.get(question)?.options?.map((o) => o.value);
      return !options || values.some((v) => !options.includes(v));
    });
    expect(wrong).toEqual([]);
  });

  it('cites who must prove what', () => {
    for (const { source } of BURDENS) expect(articlesOf(source).every((a) => a.articles)).toBe(true);
    expect(evidenceFor(['OVERTIME'], {}).burdens.map((b) => b.articles[0]!.citation.zh)).toContain('《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》第四十二条');
  });

  it('says of each thing how to get it, and of nothing that is not there', () => {
    const mine = EVIDENCE_ITEMS.filter((i) => i.heldBy === 'worker').map((i) => i.id);
    expect([...idsWithWay].sort()).toEqual([...mine].sort());
    expect(evidenceNeed('payLines')!.way.zh).toContain('流水');
    expect(evidenceNeed('payroll')!.way.zh).toContain('第三十九条');
    expect(evidenceNeed('nothing')).toBeUndefined();
  });

  it('has nothing to list for no dispute', () => expect(evidenceFor([], {}).items).toEqual([]));
});
