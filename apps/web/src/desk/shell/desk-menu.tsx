import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useMe } from '../../api/me.js';
import { DeskIcon } from '../icons.js';
import { type DeskSection, homeOf, sectionsOf } from '../sections.js';

/** The first column: the places of the desk that one's role has. */
export function DeskMenu() {
  const { t } = useTranslation();
  const me = useMe().data;
  return (
    <nav className="desk-menu" aria-labelledby="desk-menu-title">
      <h2 id="desk-menu-title">{t('desk.title', { name: me?.name ?? '' })}</h2>
      <ul>{sectionsOf(me?.roles ?? []).map((s) => <MenuItem key={s.path} section={s} />)}</ul>
    </nav>
  );
}

function MenuItem({ section }: { section: DeskSection }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const home = homeOf(section);
  const here = location === home || location.startsWith(`${home}/`);
  return (
    <li>
      <Link href={home} aria-current={here ? 'page' : undefined} title={t(section.title)}>
        <DeskIcon of={section.icon} /> <span>{t(section.title)}</span>
        {section.count ? <span className="count"><section.count /></span> : null}
      </Link>
    </li>
  );
}
