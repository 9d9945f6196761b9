import { say, type Step } from '../registry/topic.js';
import type { Facts } from '../intake/facts.js';
import { exactly, missing, noFigure, range, type Asked, type ClaimBuilder, type Part } from './claim-basis.js';

type Kind = 'N' | 'N+1' | '2N';

const AVERAGE: Step = say('前十二个月应得工资的平均数和入职日期会改变数额。', 'The gross average of the twelve months before and the hiring date change the amount.');

/** Questions without which no compensation can be counted. */
function unknownFor(f: Facts, asOf: string | null): string[] {
  return [...f.unknown('hireDate', 'monthlyWage'), ...(f.endOr(asOf) === null ? ['endDate'] : [])];
}

function compensation(f: Facts, asOf: string | null, kind: Kind): Asked {
  return {
    topic: 'severance',
    input: {
      hireDate: f.date('hireDate'),
      endDate: f.endOr(asOf),
      avgMonthlyWage: f.number('monthlyWage'),
      localAvgMonthlyWage: null,
      localMinMonthlyWage: null,
      kind,
      lastMonthWage: kind === 'N+1' ? f.number('lastMonthWage') : null,
    },
    field: 'total',
  };
}

export const severance: ClaimBuilder = (f, asOf) => {
  if (f.chose('ending', 'agreedSelf', 'quitOwn', 'refusedRenewal')) {
    return exactly([], { changes: [say('能证明是单位先提出，或者单位有欠薪、不交社保等过错的，可以主张经济补偿。', 'If the employer proposed it, or was at fault with wages or insurance, compensation can be claimed.')] });
  }
  const unknown = unknownFor(f, asOf);
  const shown = massLayoff(f);
  if (unknown.length) return missing(unknown, { shown });
  const n: Part = compensation(f, asOf, 'N');
  if (f.chose('ending', 'unsure')) {
    return range([], [compensation(f, asOf, '2N')], { shown, changes: [say('怎么结束的决定有没有、有多少：自己要走的没有，单位违法辞退的是两倍。请律师看离职的材料。', 'How it ended decides: nothing for leaving of your own accord, double for an unlawful dismissal. Let a lawyer see the papers.'), AVERAGE] });
  }
  if (f.chose('ending', 'quitFault')) {
    return range([], [n], { shown, changes: [say('离职理由要在通知里写明是单位的过错，并能证明已送达。', "The notice must give the employer's fault as the reason, with proof of delivery."), AVERAGE] });
  }
  const doubled = compensation(f, asOf, '2N');
  if (f.chose('ending', 'notRenewed') && f.chose('protection', 'pregnant', 'treated')) {
    return range([n], [doubled], { shown, changes: [say('三期、医疗期内合同到期的，应当顺延到情形消失；没有顺延就终止，可以主张违法终止的两倍赔偿。', 'In pregnancy, maternity, nursing or the medical period the term runs on until that ends; ended before, it was unlawful and doubled.'), AVERAGE] });
  }
  if (f.chose('ending', 'layoff') || f.chose('matters', 'layoff')) {
    if (protectedFromNotice(f)) return exactly([doubled], { shown, changes: [say('三期、医疗期内以及因工丧失劳动能力的人不能裁，裁了就是违法解除，为两倍。', 'Who is pregnant, nursing, ill or disabled by this work may not be laid off; done all the same, it is unlawful and doubled.'), AVERAGE] });
    return range([n], [doubled], { shown, changes: [say('没有走法定裁员程序，或者裁了不该裁的人，属于违法解除，为两倍。', 'Without the statutory procedure, or of people who are protected, it is unlawful and doubled.'), AVERAGE] });
  }
  return exactly([n], { shown, changes: [AVERAGE] });
};

/** Whom the employer may neither dismiss with notice nor lay off (劳动合同法 Art 42). */
const protectedFromNotice = (f: Facts) => f.chose('protection', 'pregnant', 'treated', 'disabled');

function massLayoff(f: Facts): Omit<Asked, 'field'>[] {
  const [headcount, layoffs] = [f.number('staff'), f.number('laidOff')];
  if (headcount === null || layoffs === null || headcount < 1 || layoffs > headcount) return [];
  return [{ topic: 'mass_layoff', input: { headcount: Math.round(headcount), layoffs: Math.round(layoffs) } }];
}

/** 2N if the dismissal was unlawful; what is left if it was lawful depends on the ground the employer gave. */
export const unlawfulDismissal: ClaimBuilder = (f, asOf) => {
  const unknown = unknownFor(f, asOf);
  if (unknown.length) return missing(unknown);
  const doubled = compensation(f, asOf, '2N');
  const changes = [
    say('辞退的理由和依据由单位举证，举证不了就是违法解除。', 'The employer proves the ground of the dismissal; without proof it is unlawful.'),
    ...(f.chose('unionTold', 'no') ? [say('单位有工会却没有事先通知工会，起诉前也没有补正的，违法。', 'A unionised employer that did not tell the union and did not make up for it acted unlawfully.')] : []),
    AVERAGE,
  ];
  if (f.chose('dismissReason', 'misconduct', 'probation', 'unsure')) return range([], [doubled], { changes });
  if (protectedFromNotice(f)) return exactly([doubled], { changes });
  const unnoticed = f.chose('notice', 'no');
  // in lieu of notice the wage of the very month before is due: no average stands in for it
  if (unnoticed && f.number('lastMonthWage') === null) return missing(['lastMonthWage'], { changes });
  const lawful = compensation(f, asOf, unnoticed ? 'N+1' : 'N');
  return range([lawful], [doubled], { changes });
};

export const reinstatement: ClaimBuilder = () =>
  noFigure({ changes: [say('恢复劳动关系的，单位还要补发这段时间的工资；恢复不了的，可以改要两倍赔偿。', 'With reinstatement the employer pays the wages of the gap; if it is impossible, double damages can be claimed instead.')] });

const MAYBE_NOTHING: Step = say('如果其实是非全日制，或者已经超过退休年龄，这一项没有；请先弄清楚。', 'If it was part-time work in fact, or past retirement age, this is not due: find out first.');

/** Nothing of it is due to part-time workers or past retirement age: where one of them is possible, the least is nothing. */
export const unlessExcluded = (builder: ClaimBuilder): ClaimBuilder => (f, asOf) => {
  const basis = builder(f, asOf);
  if (!f.chose('partTimeHours', 'unsure') && !f.chose('retirement', 'unsure')) return basis;
  return { ...basis, low: basis.low && [], changes: [...basis.changes, MAYBE_NOTHING] };
};
