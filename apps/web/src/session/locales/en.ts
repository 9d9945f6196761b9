import type { zhCN } from './zh-CN.js';

/** What only a mediation session says, in English. */
export const en: Readonly<Record<keyof typeof zhCN, string>> = {
  'sealedLog.title': 'Log of the session',
  'sealedLog.hint': 'The log is sealed: nobody can change it. The file holds what you may read; of every other line it has only a hash.',
  'sealedLog.download': 'Download the log',
  'sealedLog.verify': 'Check it offline: npx hejie verify FILE',
};
