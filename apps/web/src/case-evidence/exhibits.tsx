import type { ExhibitsView } from '@hejie/cases/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api/client.js';
import { Failure, Loaded } from '../design/parts.js';

type Line = ExhibitsView['items'][number];

/** Which files are handed in, and as 证据1, 证据2 …: ticked and moved here, kept at once. */
export function Exhibits({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['exhibits', caseId], queryFn: () => api.get<ExhibitsView>(`/cases/${caseId}/exhibits`) });
  // the legal department reads the case without saying what is handed in
  if (query.error instanceof ApiProblem && query.error.status === 404) return null;
  return (
    <section className="card">
      <h2>{t('caseEvidence.exhibits')}</h2>
      <p className="muted">{t('caseEvidence.exhibitsHint')}</p>
      <Loaded query={query}>{(view) => (view.items.length ? <Order caseId={caseId} view={view} /> : <p className="muted">{t('caseEvidence.noExhibits')}</p>)}</Loaded>
    </section>
  );
}

function Order({ caseId, view }: { caseId: string; view: ExhibitsView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  /** What was just done here, until the server has it. */
  const [mine, setMine] = useState<readonly Line[]>();
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState('');
  const latest = useRef<readonly Line[]>(undefined);
  /** Grows with each failure: what was done on top of what was refused is dropped with it. */
  const failures = useRef(0);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  /** A line that moves would lose the focus of who works by keyboard. */
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<string>(undefined);
  useEffect(() => {
    const wanted = focused.current && list.current?.querySelector<HTMLElement>(`[data-focus="${focused.current}"]:not(:disabled)`);
    if (wanted && wanted !== document.activeElement) wanted.focus();
    focused.current = undefined;
  });
  const lines = mine ?? view.items;
  const chosen = lines.filter((l) => l.exhibit !== null);
  const leftOut = lines.filter((l) => l.exhibit === null);

  const keep = (now: readonly Line[], out: readonly Line[], moved: Line, control: string) => {
    const next = [...now.map((l, i) => ({ ...l, exhibit: i + 1 })), ...out.map((l) => ({ ...l, exhibit: null }))];
    const number = now.findIndex((l) => l.evidenceId === moved.evidenceId) + 1;
    latest.current = next;
    focused.current = `${control}-${moved.evidenceId}`;
    setMine(next);
    setError(undefined);
    setSaid(number ? t('caseEvidence.nowExhibit', { title: moved.title, number }) : t('caseEvidence.nowLeftOut', { title: moved.title }));
    const key = ['exhibits', caseId];
    // one after another, each on top of the version that the one before made
    const on = failures.current;
    sending.current = sending.current.then(async () => {
      if (on !== failures.current) return;
      try {
        const expectedVersion = (queries.getQueryData<ExhibitsView>(key) ?? view).version;
        queries.setQueryData(key, await api.put<ExhibitsView>(`/cases/${caseId}/exhibits`, { expectedVersion, chosen: now.map((l) => l.evidenceId), leftOut: out.map((l) => l.evidenceId) }));
      } catch (failure) {
        failures.current++;
        setError(failure);
        await queries.invalidateQueries({ queryKey: key });
      }
      if (on !== failures.current || latest.current === next) setMine(undefined);
    });
  };
  const tick = (line: Line, on: boolean) => {
    const others = (of: readonly Line[]) => of.filter((l) => l !== line);
    keep(on ? [...chosen, line] : others(chosen), on ? others(leftOut) : [...leftOut, line], line, 'tick');
  };
  const move = (line: Line, by: 1 | -1) => {
    const others = chosen.filter((l) => l !== line);
    const to = chosen.indexOf(line) + by;
    const control = to === 0 ? 'down' : to === chosen.length - 1 ? 'up' : by < 0 ? 'up' : 'down';
    keep([...others.slice(0, to), line, ...others.slice(to)], leftOut, line, control);
  };
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <ul className="list exhibits" ref={list}>
        {lines.map((line) => (
          <li key={line.evidenceId}>
            <label className="choice">
              <input type="checkbox" data-focus={`tick-${line.evidenceId}`} checked={line.exhibit !== null} onChange={(e) => tick(line, e.target.checked)} />
              <span><strong>{line.exhibit === null ? t('caseEvidence.leftOut') : t('caseEvidence.exhibit', { number: line.exhibit })}</strong> {line.title}{line.side === 'claimant' ? null : <span className="muted"> {t('caseEvidence.shownByOther')}</span>}</span>
            </label>
            {line.exhibit === null ? null : (
              <div className="row">
                <button type="button" className="btn plain" data-focus={`up-${line.evidenceId}`} disabled={line.exhibit === 1} onClick={() => move(line, -1)}>{t('caseEvidence.up')}<span className="visually-hidden">：{line.title}</span></button>
                <button type="button" className="btn plain" data-focus={`down-${line.evidenceId}`} disabled={line.exhibit === chosen.length} onClick={() => move(line, 1)}>{t('caseEvidence.down')}<span className="visually-hidden">：{line.title}</span></button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">{said}</p>
    </>
  );
}
