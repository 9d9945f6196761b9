import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

const VIEWS = { people: '/desk/staff', organisations: '/desk/staff?view=organisations' } as const;
type View = keyof typeof VIEWS;

/** The two sides of the staff page: who serves, and where. */
export function Views({ of }: { of: View }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return <Segmented aria-label={t('staffDesk.views')} value={of} onChange={(view) => go(VIEWS[view])} options={(Object.keys(VIEWS) as View[]).map((value) => ({ value, label: t(`staffDesk.view.${value}`) }))} />;
}
