import { addSessionTexts } from '../i18n/index.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';

export { SealedLog } from './sealed-log.js';

addSessionTexts({ 'zh-CN': zhCN, en });
