import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useMe } from '../../api/me.js';
import { homeOf, sectionsOf } from '../sections.js';
import { useFoundCases } from './use-found-cases.js';

interface Command { key: string; title: string; hint: string; href: string }

/** Type to go anywhere: a page by its name, a case by its number or its employer. */
export function CommandPalette({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={close} footer={null} closable={false} title={t('desk.palette')} width={560} destroyOnHidden>
      <Commands close={close} />
    </Modal>
  );
}

function Commands({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const pages = usePages().filter((p) => `${p.title} ${p.hint}`.toLowerCase().includes(typed.trim().toLowerCase()));
  const found = useFoundCases(typed);
  const commands: Command[] = [...pages, ...found.map((c) => ({ key: c.id, title: c.number, hint: c.parties, href: `/desk/cases/${c.id}` }))];
  const current = Math.min(at, commands.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    go(command.href);
  };
  const onKeyDown = (e: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (e.nativeEvent.isComposing) return;
    if (step) setAt((current + step + commands.length) % Math.max(1, commands.length));
    else if (e.key === 'Enter') run(commands[current]);
    else return;
    e.preventDefault();
  };
  return (
    <div className="desk-palette">
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={commands[current] ? `${list}-${current}` : undefined}
        aria-label={t('desk.palette')}
        placeholder={t('desk.paletteHint')}
        value={typed}
        onChange={(e) => { setTyped(e.target.value); setAt(0); }}
        onKeyDown={onKeyDown}
      />
      <ul role="listbox" id={list} aria-label={t('desk.palette')}>
        {commands.map((c, i) => (
          <li key={c.key} id={`${list}-${i}`} role="option" aria-selected={i === current} onClick={() => run(c)} onMouseMove={() => setAt(i)}>
            <span>{c.title}</span> <span className="muted">{c.hint}</span>
          </li>
        ))}
      </ul>
      <p className="muted" role="status">{commands.length ? t('desk.paletteCount', { count: commands.length }) : t('desk.paletteNone')}</p>
    </div>
  );
}

function usePages(): Command[] {
  const { t } = useTranslation();
  const roles = useMe().data?.roles ?? [];
  return sectionsOf(roles).map((s) => ({ key: s.path, title: t(s.title), hint: `g ${s.shortcut}`, href: homeOf(s) }));
}
