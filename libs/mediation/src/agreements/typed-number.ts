/**
 * An agreement's number as it is printed, from what somebody typed: a phone's keyboard has brackets of its own, and full-width digits,
 * and the word 号 is easily left out. What is no such number comes back as it was, without blanks.
 */
export function typedNumber(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/\s+/g, '');
  const parts = /^和协[^\d]?(\d{4})[^\d]?(\d{6,})号?$/.exec(plain);
  return parts ? `和协〔${parts[1]}〕${parts[2]}号` : plain;
}
