import type { Manifest } from '@hejie/escalation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { bytes, list } from '../../design/format.js';
import { Loaded } from '../../design/parts.js';

/** The packet to read or keep, and each piece of evidence it lists. */
export function PacketParts({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const at = `/api/partner/inbox/${itemId}`;
  // what is read of it is written down, so it is read once and not anew at every look
  const query = useQuery({ queryKey: ['inbox-manifest', itemId], queryFn: () => api.get<Manifest>(`/partner/inbox/${itemId}/manifest`), staleTime: Infinity });
  return (
    <section className="card">
      <h2>{t('inbox.packet')}</h2>
      <div className="row">
        <a className="btn" href={`${at}/packet`} target="_blank" rel="noreferrer">{t('inbox.openPacket')}</a>
        <a className="btn plain" href={`${at}/packet`} download>{t('inbox.keepPacket')}</a>
        <a className="btn plain" href={`${at}/manifest`} download={`${itemId}.json`}>{t('inbox.manifest')}</a>
      </div>
      <Loaded query={query}>
        {({ group, evidence, bundle, volumes, packetSha256 }) => (
          <>
            {group ? <p>{t('inbox.group', { count: group.workers.length, names: list(group.representatives) })}</p> : null}
            <h3>{t('inbox.evidence', { count: evidence.length })}</h3>
            {volumes ? (
              <ul className="list">
                {volumes.map((v, i) => <li key={v.sha256}><a className="btn plain" href={`${at}/bundle?volume=${i + 1}`} target="_blank" rel="noreferrer">{t('inbox.volume', { number: i + 1, all: volumes.length, pages: v.pages, size: bytes(v.bytes) })}</a></li>)}
              </ul>
            ) : null}
            {bundle && !volumes ? <p><a className="btn plain" href={`${at}/bundle`} target="_blank" rel="noreferrer">{t('inbox.bundle', { pages: bundle.pages, size: bytes(bundle.bytes) })}</a></p> : null}
            {evidence.length === 0 ? <p className="muted">{t('inbox.noEvidence')}</p> : (
              <ol className="list evidence-parts">
                {evidence.map((e) => (
                  <li key={e.id}>
                    <a href={`${at}/evidence/${e.id}`} target="_blank" rel="noreferrer">{e.title}</a> <span className="muted">{bytes(e.bytes)}</span>
                    {e.proves ? <div>{t('inbox.proves', { what: e.proves })}</div> : null}
                    {e.source ? <div className="muted">{e.source}</div> : null}
                    <Hash of={e.sha256} />
                  </li>
                ))}
              </ol>
            )}
            <h3>{t('inbox.packetHash')}</h3>
            <Hash of={packetSha256} />
          </>
        )}
      </Loaded>
    </section>
  );
}

const Hash = ({ of }: { of: string }) => <code className="hash">SHA-256 {of}</code>;
