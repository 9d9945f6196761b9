import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { dayTime } from '../design/format.js';
import { Loaded } from '../design/parts.js';
import './texts.js';

interface DevMessages { items: { channel: string; recipient: string; body: string; sentAt: string }[] }

/** What the development gateway "sent". Not there on a real installation. */
export function DevMessagesPage() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['dev'], queryFn: () => api.get<DevMessages>('/dev/messages'), refetchInterval: 2000 });
  return (
    <main>
      <h1>{t('dev.title')}</h1>
      <Loaded query={query}>
        {(data) => (
          <ul className="list card" aria-live="polite">
            {data.items.length === 0 ? <li>{t('dev.empty')}</li> : null}
            {data.items.map((m) => <li key={m.sentAt + m.recipient}><div className="muted">{m.recipient} · {dayTime(m.sentAt)}</div><WithLinks text={m.body} /></li>)}
          </ul>
        )}
      </Loaded>
    </main>
  );
}

/** The text with the addresses in it to follow, as a phone shows an SMS. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2 ? <a key={i} href={part}>{part}</a> : part));
}
