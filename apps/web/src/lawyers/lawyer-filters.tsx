import { SPECIALTIES, type Specialty } from '@hejie/law';
import type { LawyerView } from '@hejie/lawyers/contract';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { inLanguage } from '../design/format.js';

/** Who is left of those offered, by what the address asks for; the order, best first, stays. */
export function useChosen(items: readonly LawyerView[]): LawyerView[] {
  const [search] = useSearchParams();
  const [specialty, language] = [search.get('specialty'), search.get('language')];
  return items.filter((l) => (!specialty || l.specialties.includes(specialty as Specialty)) && (!language || l.languages.includes(language)));
}

/** By specialty and by language: only what somebody of them offers. Kept in the address, so that going back finds the same list. */
export function LawyerFilters({ items, left }: { items: readonly LawyerView[]; left: number }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const specialties = (Object.keys(SPECIALTIES) as Specialty[]).filter((s) => items.some((l) => l.specialties.includes(s)));
  const languages = [...new Set(items.flatMap((l) => l.languages))];
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const choice = (name: 'specialty' | 'language', options: readonly (readonly [string, string])[]) => (
    <label>
      {t(`lawyers.${name}`)}
      <select value={search.get(name) ?? ''} onChange={(e) => choose(name, e.target.value)}>
        <option value="">{t('lawyers.any')}</option>
        {options.map(([value, word]) => <option key={value} value={value}>{word}</option>)}
      </select>
    </label>
  );
  return (
    <div className="card lawyer-filters">
      <div className="pair">
        {choice('specialty', specialties.map((s) => [s, inLanguage(SPECIALTIES[s])]))}
        {choice('language', languages.map((l) => [l, l]))}
      </div>
      <p className="muted" role="status">{t('lawyers.count', { count: left })}</p>
    </div>
  );
}
