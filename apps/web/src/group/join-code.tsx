import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import './texts.js';

/** Shown to workers who were listed: it leads to one's own groups and says nothing of this one, so that it is no harm in anybody's hands. */
export function JoinCode() {
  const { t } = useTranslation();
  const address = `${location.origin}/groups`;
  return (
    <>
      <p>{t('group.joinHint')}</p>
      {/* who cannot see it has the address below */}
      <div aria-hidden="true"><QRCode value={address} type="svg" color="#000" bgColor="#fff" size={184} /></div>
      <p><code>{address}</code></p>
    </>
  );
}
