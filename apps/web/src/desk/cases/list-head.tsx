import { Input, type InputRef } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { DeskIcon } from '../icons.js';
import { useShortcuts } from '../shell/shortcuts.js';

export interface FilterLink {
  readonly key: string;
  readonly title: string;
  readonly count: number | undefined;
  readonly current: boolean;
  /** What this filter puts into the address; `null` takes it out. */
  readonly params: Readonly<Record<string, string | null>>;
}

/** Title, filters with their counts and the search box of a list. All of it stands in the address, so that a link keeps it. */
export function ListHead({ title, filters, searches, status }: { title: ReactNode; filters: readonly FilterLink[]; searches: string; status: string }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const [search, setSearch] = useSearchParams();
  const box = useRef<InputRef>(null);
  useShortcuts([{ keys: '/', group: 'list', title: 'desk.keys.search', run: () => box.current?.focus() }]);
  const link = (params: FilterLink['params']) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(params)) value === null ? next.delete(key) : next.set(key, value);
    return `${location}${next.size ? `?${next}` : ''}`;
  };
  const type = (words: string) =>
    setSearch(
      (now) => {
        words ? now.set('find', words) : now.delete('find');
        return now;
      },
      { replace: true },
    );
  return (
    <div className="list-head">
      {title}
      <nav aria-label={t('desk.filters')}>
        {filters.map((f) => (
          <Link key={f.key} href={link(f.params)} aria-current={f.current ? 'true' : undefined}>
            {f.title} {f.count === undefined ? null : <span className="count">{f.count}</span>}
          </Link>
        ))}
      </nav>
      <Input ref={box} type="search" allowClear prefix={<DeskIcon of="search" />} aria-label={t('desk.search')} placeholder={searches} value={search.get('find') ?? ''} onChange={(e) => type(e.target.value)} />
      <p className="muted" role="status">{status}</p>
    </div>
  );
}
