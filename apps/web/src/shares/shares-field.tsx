import type { GroupMemberView } from '@hejie/cases/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFen, yuan } from '../design/format.js';
import { shareOut } from './share-out.js';
import './shares.css';
import './texts.js';

type Worker = Pick<GroupMemberView, 'id' | 'name' | 'dueFen'>;
export interface Share { memberId: string; amountFen: number }

interface Props {
  readonly workers: readonly Worker[];
  readonly totalFen: number;
  /** The whole table when it adds up to the total, otherwise undefined. */
  onChange(shares: Share[] | undefined): void;
}

const asTyped = (fen: number) => String(fen / 100);

/** What each worker of a group gets of a total: begun with what is due to each, shared out anew by a button, and said by how much it does not add up. */
export function SharesField({ workers, totalFen, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => new Map(workers.map((w) => [w.id, asTyped(w.dueFen)])));
  const amountOf = (of: ReadonlyMap<string, string>, id: string) => toFen(of.get(id) ?? '');
  const tell = (next: Map<string, string>) => {
    setTyped(next);
    onChange(workers.every((w) => amountOf(next, w.id) !== undefined) ? workers.map((w) => ({ memberId: w.id, amountFen: amountOf(next, w.id)! })) : undefined);
  };
  const sum = workers.reduce((s, w) => s + (amountOf(typed, w.id) ?? 0), 0);
  const off = sum - totalFen;
  const divide = () => {
    const parts = shareOut(totalFen, workers.map((w) => ({ memberId: w.id, dueFen: w.dueFen })));
    tell(new Map([...parts].map(([id, fen]) => [id, asTyped(fen)])));
  };
  return (
    <fieldset className="shares">
      <legend>{t('shares.each')}</legend>
      <p className="muted">{t('shares.eachHint', { count: workers.length })}</p>
      <table>
        <thead><tr><th scope="col">{t('shares.worker')}</th><th scope="col" className="money">{t('shares.due')}</th><th scope="col" className="money">{t('shares.amount')}</th></tr></thead>
        <tbody>
          {workers.map((w, i) => {
            const amount = typed.get(w.id) ?? '';
            return (
              <tr key={w.id}>
                <th scope="row"><span className="keep"><span className="muted">{i + 1}</span> {w.name}</span></th>
                <td className="money">{yuan(w.dueFen)}</td>
                <td className="money"><input inputMode="decimal" aria-label={t('shares.amountOf', { n: i + 1, name: w.name })} value={amount} aria-invalid={toFen(amount) === undefined} onChange={(e) => tell(new Map(typed).set(w.id, e.target.value))} required /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="row">
        <span role="status" className={off === 0 ? 'tag ok' : 'tag due'}>{t(off === 0 ? 'shares.fits' : off > 0 ? 'shares.over' : 'shares.under', { sum: yuan(sum), off: yuan(Math.abs(off)) })}</span>
        {off === 0 ? null : <button type="button" className="btn plain" onClick={divide}>{t('shares.divide', { amount: yuan(totalFen) })}</button>}
      </p>
    </fieldset>
  );
}
