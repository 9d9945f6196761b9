import { describe, expect, it } from '@jest/globals';
import { regionsFor } from './region.js';

const KNOWN = ['全国', '广东省', '广东省/佛山市', '江苏省/南京市/鼓楼区', '福建省/福州市/鼓楼区'];

describe('the regions of a place', () => {
  it.each([
    ['佛山市', ['广东省/佛山市', '广东省', '全国']],
    ['广东省佛山市', ['广东省/佛山市', '广东省', '全国']],
    ['广东省 / 佛山市', ['广东省/佛山市', '广东省', '全国']],
    ['广东省', ['广东省', '全国']],
    ['福州市鼓楼区', ['全国']],
    ['福建省福州市鼓楼区', ['福建省/福州市/鼓楼区', '福建省/福州市', '福建省', '全国']],
    ['鼓楼区', ['全国']],
    ['平度市', ['全国']],
  ])('%s', (place, expected) => expect(regionsFor(place, KNOWN)).toEqual(expected));
});
