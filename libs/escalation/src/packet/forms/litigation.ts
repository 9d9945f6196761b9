import type { Form } from './form.js';
import { claimBlocks, storyBlocks } from '../claims.js';
import { closing, parties } from '../parties.js';
import { chineseDate } from '../packet-facts.js';

/** 民事起诉状 (民事诉讼法 Art 124). A labour dispute comes to court after arbitration, or directly on an agreement about pay (解释一 Art 51). */
export const litigation: Form = (f) => ({
  title: '民事起诉状',
  blocks: [
    parties(f, '原告', '被告'),
    { kind: 'heading', text: '诉讼请求' },
    ...claimBlocks(f),
    { kind: 'heading', text: '事实与理由' },
    ...storyBlocks(f),
    {
      kind: 'fields',
      rows: f.agreement
        ? [['调解协议', `${f.agreement.number}，${chineseDate(f.agreement.effectiveOn)}生效。仅就劳动报酬争议达成的协议，用人单位不履行的，劳动者可以直接起诉（劳动争议司法解释一第五十一条）。`]]
        : [['仲裁裁决书文号', ''], ['收到裁决书日期', '']],
    },
    { kind: 'paragraph', text: '证据和证据来源见所附证据清单。本起诉状按被告人数提交副本一份。' },
    ...closing(f, ['具状人']),
  ],
});
