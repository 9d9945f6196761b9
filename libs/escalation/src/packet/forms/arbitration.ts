import type { Form } from './form.js';
import { claimBlocks, storyBlocks } from '../claims.js';
import { closing, parties } from '../parties.js';

/** 仲裁申请书 (劳动争议调解仲裁法 Art 28; 办案规则 Art 29). */
export const arbitration: Form = (f) => ({
  title: '劳动人事争议仲裁申请书',
  blocks: [
    parties(f, '申请人', '被申请人'),
    { kind: 'heading', text: '仲裁请求' },
    ...claimBlocks(f),
    { kind: 'heading', text: '事实与理由' },
    ...storyBlocks(f),
    { kind: 'paragraph', text: '证据和证据来源见所附证据清单。本申请书按被申请人人数提交副本一份。' },
    ...closing(f, ['申请人']),
  ],
});
