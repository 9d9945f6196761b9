import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSignOut } from '../../app/use-sign-out.js';
import { speak } from '../../i18n/index.js';
import type { Density } from '../density.js';
import { DeskIcon } from '../icons.js';
import { CommandPalette } from './command-palette.js';
import { NotificationBell } from './notification-bell.js';
import { ShortcutHelp } from './shortcut-help.js';
import { useShortcuts } from './shortcuts.js';

/** On top of every page of the desk: search, inbox, shortcuts, density, language. */
export function DeskBar({ density, toggleDensity }: { density: Density; toggleDensity: () => void }) {
  const { t, i18n } = useTranslation();
  const signOut = useSignOut();
  const [, go] = useLocation();
  const [open, setOpen] = useState<'palette' | 'help' | 'inbox'>();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const close = () => setOpen(undefined);
  useShortcuts([
    { keys: 'mod+k', group: 'page', title: 'desk.palette', run: () => setOpen('palette') },
    { keys: '?', group: 'page', title: 'desk.shortcuts', run: () => setOpen('help') },
    { keys: 'n', group: 'page', title: 'desk.openInbox', run: () => setOpen('inbox') },
  ]);
  return (
    <header className="desk-bar">
      <Link href="/desk" className="brand">{t('app.name')}</Link>
      <Button className="desk-find" icon={<DeskIcon of="search" />} onClick={() => setOpen('palette')} aria-keyshortcuts="Control+K Meta+K">
        <span>{t('desk.palette')}</span> <kbd>Ctrl K</kbd>
      </Button>
      <NotificationBell open={open === 'inbox'} show={() => setOpen('inbox')} close={close} />
      <Button type="text" className="for-keys" onClick={() => setOpen('help')} aria-label={t('desk.shortcuts')} title={t('desk.shortcuts')}><kbd>?</kbd></Button>
      <Button type="text" className="for-density" icon={<DeskIcon of="rows" />} onClick={toggleDensity} aria-label={t(`desk.density.${density}`)} title={t(`desk.density.${density}`)} />
      <Button type="text" lang={other} onClick={() => void speak(other)}>{t('nav.otherLanguage')}</Button>
      <Button type="text" onClick={() => go('/account')}>{t('account.title')}</Button>
      <Button type="text" onClick={() => void signOut()}>{t('nav.signOut')}</Button>
      <CommandPalette open={open === 'palette'} close={close} />
      <ShortcutHelp open={open === 'help'} close={close} />
    </header>
  );
}
