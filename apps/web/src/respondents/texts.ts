import { addTexts } from '../i18n/index.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';

addTexts({ 'zh-CN': zhCN, en });
