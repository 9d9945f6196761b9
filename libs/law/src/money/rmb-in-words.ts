const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/**
 * An amount as papers write it: 5280000 fen -> 伍万贰仟捌佰元整 (支付结算办法 附一 正确填写票据和结算凭证的基本规定).
 * @param fen a non-negative integer below 10^18
 */
export function rmbInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError('an amount in fen is a non-negative integer');
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  const whole = yuan === 0 && (jiao || cent) ? '' : `${yuanInWords(yuan)}元`;
  if (!jiao && !cent) return `${whole}整`;
  const small = (jiao ? `${DIGITS[jiao]}角` : yuan ? '零' : '') + (cent ? `${DIGITS[cent]}分` : '整');
  return whole + small;
}

function yuanInWords(yuan: number): string {
  if (yuan === 0) return '零';
  let words = '';
  let pendingZero = false;
  const groups = String(yuan).padStart(Math.ceil(String(yuan).length / 4) * 4, '0').match(/\d{4}/g)!;
  groups.forEach((group, index) => {
    let groupWords = '';
    [...group].forEach((digit, place) => {
      if (digit === '0') {
        pendingZero ||= words + groupWords !== '';
        return;
      }
      groupWords += `${pendingZero ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[3 - place]}`;
      pendingZero = false;
    });
    if (groupWords) words += groupWords + GROUPS[groups.length - 1 - index];
  });
  return words;
}
