import { describe, expect, it } from '@jest/globals';
import { begunName, mentionsIn } from './mentions.js';

const member = (accountId: string, name: string) => ({ accountId, name, relation: 'claimant' });
const MEMBERS = [member('me', '陈静'), member('short', '王小'), member('long', '王小明'), member('one', '李伟'), member('other', '李伟'), member('nameless', '')];

describe('whom a text names', () => {
  it.each([
    ['@王小明 请看', ['long']],
    ['@王小 和 @王小明', ['short', 'long']],
    ['请@李伟看一下', ['one', 'other']],
    ['@陈静 @ @别人', []],
    ['王小明', []],
  ])('%s', (text, named) => expect(mentionsIn(text, MEMBERS, 'me')).toEqual(named));
});

describe('whom one may mean who has begun a name', () => {
  const others = ['陈调解', '陈二', '孙经理'];
  it.each([
    ['您好@', '您好', others],
    ['@陈', '', ['陈调解', '陈二']],
    ['@孙经理 请看 @陈二', '@孙经理 请看 ', null],
    ['@孙经理 请看 @陈调', '@孙经理 请看 ', ['陈调解']],
    ['@孙经理 ', '', null],
    ['没有', '', null],
    ['a@b.example', '', null],
  ] as const)('%s', (text, before, names) => {
    expect(begunName(text, others)).toEqual(names && { before, names });
  });
});
