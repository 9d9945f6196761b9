/** 姜小明 -> 姜某: how a person is named wherever the full name is not needed. */
export function maskName(name: string): string {
  const first = [...name.trim()][0];
  return first ? `${first}某` : '';
}

/** 13812345678 -> 138****5678. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/^\+86/, '');
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
