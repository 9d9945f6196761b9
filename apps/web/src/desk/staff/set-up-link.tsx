import type { SetUpLink as Link } from '@hejie/identity/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayTime } from '../../design/format.js';

/** The link to hand over; what opens it is known nowhere else, so leaving it loses it. */
export function SetUpLink({ link, name, done }: { link: Link; name: string; done: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  // behind the mark, so that it stands in no server's log
  const address = `${location.origin}/desk/set-up#${link.token}`;
  return (
    <section className="card next" role="status">
      <h2>{t('staffDesk.linkTitle', { name })}</h2>
      <p>{t('staffDesk.linkHint', { until: dayTime(link.expiresAt) })}</p>
      <div className="set-up-link">
        <code aria-label={t('staffDesk.link')}>{address}</code>
        {/* a plain http page has no clipboard; the text can be marked by hand */}
        {'clipboard' in navigator ? <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>{t(copied ? 'staffDesk.copied' : 'staffDesk.copy')}</Button> : null}
      </div>
      <p><Button type="primary" onClick={done}>{t('staffDesk.done')}</Button></p>
    </section>
  );
}
