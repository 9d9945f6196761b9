import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Density } from './density.js';

/** Ant Design in our own colours, sizes and language. `design/tokens.css` stays the one source: its values are read from the page. */
export function DeskTheme({ density, children }: { density: Density; children: ReactNode }) {
  const { i18n } = useTranslation();
  const config = useMemo(() => {
    const css = getComputedStyle(document.documentElement);
    const token = (name: string) => css.getPropertyValue(`--${name}`).trim();
    const soft = token('ink-soft');
    return {
      algorithm: density === 'compact' ? [theme.defaultAlgorithm, theme.compactAlgorithm] : theme.defaultAlgorithm,
      token: {
        colorPrimary: token('primary'),
        colorInfo: token('primary'),
        colorLink: token('primary'),
        colorSuccess: token('green'),
        colorWarning: token('amber'),
        colorError: token('red'),
        colorText: token('ink'),
        colorTextSecondary: soft,
        colorTextTertiary: soft,
        colorTextDescription: soft,
        colorTextPlaceholder: soft,
        colorTextDisabled: soft,
        colorBgLayout: token('ground'),
        colorBorderSecondary: token('line'),
        borderRadius: Number.parseInt(token('radius'), 10),
        fontFamily: getComputedStyle(document.body).fontFamily,
        controlHeight: density === 'compact' ? 32 : 36,
        motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        motionDurationFast: '0.08s',
        motionDurationMid: '0.12s',
        motionDurationSlow: '0.15s',
      },
      components: { Segmented: { trackBg: token('line') } },
    };
  }, [density]);
  return (
    <ConfigProvider theme={config} locale={i18n.language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
