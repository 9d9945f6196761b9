import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { useDensity } from '../density.js';
import { DeskTheme } from '../theme.js';
import { DeskBar } from './desk-bar.js';
import { DeskMenu } from './desk-menu.js';
import { ShortcutsProvider } from './shortcuts.js';

/** The staff's surroundings of every page: bar on top, where one is on the left, the page beside it. */
export function DeskFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [density, toggleDensity] = useDensity();
  return (
    <DeskTheme density={density}>
      <ShortcutsProvider>
        <div className="desk" data-density={density}>
          <a className="desk-skip" href="#desk-content">{t('desk.skip')}</a>
          <DeskBar density={density} toggleDensity={toggleDensity} />
          <DeskMenu />
          <div className="desk-content" id="desk-content" tabIndex={-1}>{children}</div>
        </div>
      </ShortcutsProvider>
    </DeskTheme>
  );
}
