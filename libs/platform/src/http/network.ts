/**
 * What counts as one address: an IPv4 address, or the /64 network that one IPv6 line has to itself
 * and whose 2^64 addresses cost it nothing.
 */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (v4) return v4;
  const [before = '', after] = address.split('::');
  const groups = before.split(':');
  // `::` stands for as many zeros as are missing
  const zeros = after === undefined ? 0 : 8 - groups.length - after.split(':').length;
  const network = [...groups, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...(after ?? '').split(':')].slice(0, 4);
  return `${network.map((g) => parseInt(g || '0', 16).toString(16)).join(':')}::/64`;
}
