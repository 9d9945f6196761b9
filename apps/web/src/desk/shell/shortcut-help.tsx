import { Checkbox, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcutRegistry } from './shortcuts.js';

const GROUPS = ['go', 'list', 'page'] as const;

/** The keys that work on the page behind it, and the switch that turns single keys off. */
export function ShortcutHelp({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  const registry = useShortcutRegistry();
  const all = open ? registry.all() : [];
  return (
    <Modal open={open} onCancel={close} footer={null} title={t('desk.shortcuts')} width={520} destroyOnHidden>
      {GROUPS.map((group) => {
        const keys = all.filter((s) => s.group === group);
        return keys.length === 0 ? null : (
          <section key={group} className="desk-keys">
            <h3>{t(`desk.keys.${group}`)}</h3>
            <dl>
              {keys.map((s) => (
                <div key={s.keys}>
                  <dt>{s.keys.replace('mod+', 'Ctrl ').split(' ').map((k) => <kbd key={k}>{k.length === 1 && s.keys.startsWith('mod') ? k.toUpperCase() : k}</kbd>)}</dt>
                  <dd>{t(s.title)}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      <Checkbox checked={registry.singleKeys} onChange={(e) => registry.setSingleKeys(e.target.checked)}>{t('desk.keys.single')}</Checkbox>
    </Modal>
  );
}
