import type { GroupMembership } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Failure } from '../design/parts.js';
import './texts.js';

/** Says no, or leaves: asked once more, because a draft that counts on them is void without them. */
export function LeaveGroup({ m }: { m: GroupMembership }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${m.caseId}/group/me/departure`, body));
  const invited = m.status === 'invited';
  const leave = () => {
    if (confirm(t(invited ? 'group.leaveSure' : 'group.leaveGroupSure'))) void submit({});
  };
  return (
    <div className="leave">
      {error ? <Failure error={error} /> : null}
      <button type="button" className="btn danger" disabled={busy} onClick={leave}>{t(invited ? 'group.leave' : 'group.leaveGroup')}</button>
    </div>
  );
}
