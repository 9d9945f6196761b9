import type { ClaimKind, DisputeType } from '@hejie/law';
import type { HistoricCase } from '@hejie/cases';

type Past = Omit<HistoricCase, 'claimantId' | 'organisationPath'>;

const MIX: readonly { type: DisputeType; claim: ClaimKind; share: number; yuan: number }[] = [
  { type: 'UNPAID_WAGES', claim: 'unpaid_wages', share: 9, yuan: 5200 },
  { type: 'WORK_INJURY', claim: 'injury_disability', share: 5, yuan: 18000 },
  { type: 'ECON_COMPENSATION', claim: 'severance', share: 4, yuan: 9800 },
  { type: 'OVERTIME', claim: 'overtime_pay', share: 3, yuan: 3600 },
  { type: 'NO_CONTRACT', claim: 'double_wage', share: 3, yuan: 12500 },
  { type: 'UNLAWFUL_TERMINATION', claim: 'unlawful_dismissal', share: 2, yuan: 15400 },
  { type: 'SOCIAL_INSURANCE', claim: 'social_insurance', share: 2, yuan: 6400 },
  { type: 'SICK_LEAVE_PAY', claim: 'sick_pay', share: 1, yuan: 802 },
];
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const EMPLOYERS = ['某机械厂', '某建筑劳务公司', '某食品公司', '某服装厂', '某物流公司', '某餐饮店', '某物业公司', '某电子厂'];
const DAY_MS = 86_400_000;

/** Numbers that look random and are the same at every start (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  for (let a = seed; ; ) {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/**
 * The caseload of a city's year before `now`: 77 legal-aid cases and 182 mediations, as Pingdu
 * reported (scenario B3), in the proportions of everyday disputes.
 */
export function pastCases(now: Date): Past[] {
  const random = numbers(2026);
  const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(random.next().value * from.length)]!;
  const shares = MIX.flatMap((m) => Array.from({ length: m.share }, () => m));
  return Array.from({ length: 77 + 182 }, (_, i) => {
    const { type, claim, yuan } = pick(shares);
    const aided = i < 77;
    const claimedFen = Math.round(yuan * (0.6 + random.next().value * 0.9)) * 100;
    const filedAt = new Date(now.getTime() - (20 + random.next().value * 345) * DAY_MS);
    const after = (days: number) => new Date(filedAt.getTime() + days * DAY_MS);
    const settled = random.next().value < 0.82;
    const settledFen = settled ? Math.round((claimedFen * (0.6 + random.next().value * 0.4)) / 10_000) * 10_000 : null;
    const days = 2 + Math.floor(random.next().value * 12);
    return {
      claimantName: `${pick(SURNAMES)}某`,
      facts: {
        disputeTypes: [type],
        region: '平度市',
        employer: { name: `平度市${pick(EMPLOYERS)}` },
        employment: { contract: pick(['yes', 'no', 'unsure'] as const), insured: pick(['yes', 'no'] as const), platformWork: false },
        claims: [{ kind: claim, amountFen: claimedFen }],
        story: aided ? '历史案件：工会法律援助。' : '历史案件：工会调解。',
      },
      filedAt,
      status: settled ? 'closed' : 'escalated',
      outcome: settled ? 'settled' : null,
      settledFen,
      history: settled
        ? [
            { at: after(1), move: 'mediate', from: 'filed', to: 'mediating' },
            { at: after(days), move: 'agree', from: 'mediating', to: 'agreed' },
            { at: after(days + 3), move: 'perform', from: 'agreed', to: 'closed' },
          ]
        : [
            { at: after(1), move: 'mediate', from: 'filed', to: 'mediating' },
            { at: after(15), move: 'fail_mediation', from: 'mediating', to: 'mediation_failed' },
            { at: after(16), move: 'escalate', from: 'mediation_failed', to: 'escalated' },
          ],
    };
  });
}
