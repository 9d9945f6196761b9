import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ApiProblem } from '../api/client.js';
import { fieldErrors, type FieldLabels } from './field-errors.js';

export { Icon } from './icon.js';

/** A long form is sent from its end; what went wrong stands at its head. */
const intoSight = (box: HTMLElement | null) => box?.scrollIntoView({ block: 'nearest' });

/** What went wrong, in the words of the server; a missing connection in our own. */
export function Failure({ error, retry, labels = {} }: { error: unknown; retry?: () => void; labels?: FieldLabels }) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error : undefined;
  if (problem?.status === 404) {
    return (
      <div className="card" role="alert">
        <h2>{t('state.notFound')}</h2>
        <p>{t('state.notFoundHint')}</p>
        <Link href="/" className="btn plain">{t('nav.home')}</Link>
      </div>
    );
  }
  return (
    <div className="error" role="alert" ref={intoSight}>
      <p>{problem?.message ?? t('state.noConnection')}</p>
      {problem?.errors.length ? <ul>{fieldErrors(problem.errors, labels, t).map((line) => <li key={line}>{line}</li>)}</ul> : null}
      {/* what is gone does not come back by asking again */}
      {problem?.status === 410 ? <Link href="/" className="btn plain">{t('nav.home')}</Link> : retry ? <button className="btn plain" onClick={retry}>{t('action.retry')}</button> : null}
    </div>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="card" aria-busy="true" aria-label={t('state.loading')}>
      <div className="skeleton" />
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  );
}

/** Shows a query's state: skeleton, failure with retry, or its data. */
export function Loaded<T>({ query, children }: { query: { data: T | undefined; error: unknown; refetch: () => unknown }; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}

/** A banner while the phone has no network; everything typed stays. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return <div aria-live="assertive">{online ? null : <div className="offline">{t('state.offline')}</div>}</div>;
}

export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="field">
      <label>
        {label}
        {hint ? <span className="hint"> {hint}</span> : null}
        {children}
      </label>
    </div>
  );
}

/** Radio buttons with big targets. */
export function Choice<T extends string>(props: { legend: string; name: string; value: T | undefined; options: readonly { value: T; label: string }[]; onChange: (v: T) => void }) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.options.map((o) => (
        <label className="choice" key={o.value}>
          <input type="radio" name={props.name} checked={props.value === o.value} onChange={() => props.onChange(o.value)} />
          {o.label}
        </label>
      ))}
    </fieldset>
  );
}
