import { partKindSchema, type AddedOrganisation, type AddOrganisation, type MoveOrganisation, type OrganisationView, type PartKind, type RenameOrganisation } from '@hejie/identity/contract';
import { Button, Popconfirm, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { day } from '../../design/format.js';
import { Failure, Field } from '../../design/parts.js';
import { DeskIcon } from '../icons.js';
import { KindAndState } from './organisation-list.js';
import { useOrganisationTree } from './use-organisation-tree.js';

const NAME = { required: true, minLength: 2, maxLength: 100, autoComplete: 'off' } as const;

/** One organisation: what it has to see to, what can be added below it, its name, and whether it is open. */
export function OrganisationPane({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const query = useOrganisationTree();
  const o = query.data?.find((one) => one.id === id);
  if (!query.data && !query.error) return <div className="case" aria-busy="true" aria-label={t('state.loading')}><Skeleton active paragraph={{ rows: 6 }} /></div>;
  const back = <Button type="text" icon={<DeskIcon of="close" />} onClick={close} aria-label={t('orgDesk.close')} title={t('orgDesk.close')} />;
  if (!o) {
    return (
      <div className="case">
        <div className="case-head"><h1>{t('staffDesk.view.organisations')}</h1>{back}</div>
        {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <p role="alert">{t('orgDesk.notFound')}</p>}
      </div>
    );
  }
  const above = query.data?.find((one) => one.id === o.parentId);
  return (
    <article className="case">
      <header className="case-head">
        <div className="row"><h1>{o.name}</h1><KindAndState of={o} /></div>
        {back}
        {above ? <p className="muted">{t('orgDesk.below', { name: above.name })}</p> : null}
        {o.closedAt ? <p className="muted">{t('orgDesk.closedOn', { day: day(o.closedAt) })}</p> : null}
        <p>
          {o.staff ? <Link href={`/desk/staff?organisationId=${o.id}`}>{t('orgDesk.staff', { count: o.staff })}</Link> : <span className="muted">{t('orgDesk.noStaff')}</span>}
          {' · '}
          <span className={o.openCases ? undefined : 'muted'}>{o.openCases ? t('orgDesk.cases', { count: o.openCases }) : t('orgDesk.noCases')}</span>
        </p>
      </header>
      {o.closedAt ? null : (
        <>
          <Add below={o} />
          <Rename key={o.name} of={o} />
          {above ? <Move key={above.id} of={o} tree={query.data ?? []} /> : null}
        </>
      )}
      <Standing of={o} parts={query.data?.filter((one) => one.parentId === o.id && !one.closedAt).length ?? 0} />
    </article>
  );
}

function Add({ below: o }: { below: OrganisationView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(({ requestId: _, ...body }: AddOrganisation & { requestId: string }) => api.post<AddedOrganisation>('/organisations', body));
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PartKind | null>(null);
  const [added, setAdded] = useState('');
  const send = async () => {
    if (!kind || !(await submit({ parentId: o.id, name, kind }))) return;
    setAdded(name.trim());
    setName('');
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <h2>{t('orgDesk.add')}</h2>
      {error ? <Failure error={error} /> : null}
      <div className="organisation-fields">
        <Field label={t('orgDesk.name')}><input {...NAME} value={name} onChange={(e) => setName(e.target.value)} /></Field>
        <div className="field">
          <label htmlFor="organisation-kind">{t('orgDesk.kind')}</label>
          <Select id="organisation-kind" placeholder={t('orgDesk.choose')} value={kind} onChange={setKind} options={partKindSchema.options.map((k) => ({ value: k, label: t(`organisationKind.${k}`) }))} />
        </div>
      </div>
      <Button htmlType="submit" type="primary" loading={busy} disabled={!kind || name.trim().length < NAME.minLength}>{t('orgDesk.addIt')}</Button>
      <p role="status" className="organisation-added">{added ? t('orgDesk.added', { name: added }) : ''}</p>
    </form>
  );
}

function Rename({ of: o }: { of: OrganisationView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(({ name }: RenameOrganisation) => api.put(`/organisations/${o.id}/name`, { name }));
  const [name, setName] = useState(o.name);
  const changed = name.trim() !== o.name && name.trim().length >= NAME.minLength;
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); if (changed) void submit({ name }); }}>
      <h2>{t('orgDesk.rename')}</h2>
      {error ? <Failure error={error} /> : null}
      <Field label={t('orgDesk.newName')} hint={t('orgDesk.renameHint')}><input {...NAME} value={name} onChange={(e) => setName(e.target.value)} /></Field>
      <Button htmlType="submit" loading={busy} disabled={!changed}>{t('orgDesk.saveName')}</Button>
    </form>
  );
}

/** Below another one, with all that is below it; what is below it itself cannot be chosen. */
function Move({ of: o, tree }: { of: OrganisationView; tree: readonly OrganisationView[] }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(({ parentId }: MoveOrganisation) => api.put(`/organisations/${o.id}/parent`, { parentId }));
  const [parentId, setParent] = useState(o.parentId);
  const from = tree.findIndex((one) => one.id === o.id);
  // a tree told from the top: what is below follows at once, deeper
  const after = tree.findIndex((one, i) => i > from && one.depth <= o.depth);
  const places = tree.filter((one, i) => !one.closedAt && (i < from || (after !== -1 && i >= after)));
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); if (parentId && parentId !== o.parentId) void submit({ parentId }); }}>
      <h2>{t('orgDesk.move')}</h2>
      {error ? <Failure error={error} /> : null}
      <p className="muted">{t('orgDesk.moveHint')}</p>
      <div className="field">
        <label htmlFor="organisation-parent">{t('orgDesk.newParent')}</label>
        <Select id="organisation-parent" className="organisation-parent" showSearch={{ optionFilterProp: 'label' }} value={parentId} onChange={setParent} options={places.map((one) => ({ value: one.id, label: one.name }))} />
      </div>
      <Button htmlType="submit" loading={busy} disabled={parentId === o.parentId}>{t('orgDesk.moveIt')}</Button>
    </form>
  );
}

/** Closing, with what has to be done before; or opening again. */
function Standing({ of: o, parts }: { of: OrganisationView; parts: number }) {
  const { t } = useTranslation();
  const path = `/organisations/${o.id}/closed`;
  const { submit, busy, error } = useSubmit((_: object) => (o.closedAt ? api.delete(path) : api.put(path, {})));
  const first = [parts ? t('orgDesk.firstParts', { count: parts }) : '', o.staff ? t('orgDesk.firstStaff', { count: o.staff }) : '', o.openCases ? t('orgDesk.firstCases', { count: o.openCases }) : ''].filter(Boolean);
  return (
    <section className="card">
      <h2>{t(o.closedAt ? 'orgDesk.openAgain' : 'orgDesk.closeTitle')}</h2>
      {error ? <Failure error={error} /> : null}
      {o.closedAt ? (
        <>
          <p>{t('orgDesk.openHint')}</p>
          <Button loading={busy} onClick={() => void submit({})}>{t('orgDesk.openAgain')}</Button>
        </>
      ) : first.length ? (
        <>
          <p>{t('orgDesk.notYet')}</p>
          <ul className="organisation-first">{first.map((line) => <li key={line}>{line}</li>)}</ul>
        </>
      ) : (
        <>
          <p>{t('orgDesk.closeHint')}</p>
          <Popconfirm title={t('orgDesk.closeSure', { name: o.name })} okText={t('staffDesk.yes')} cancelText={t('staffDesk.no')} okButtonProps={{ danger: true }} onConfirm={() => void submit({})}>
            <Button danger loading={busy}>{t('orgDesk.closeIt')}</Button>
          </Popconfirm>
        </>
      )}
    </section>
  );
}
