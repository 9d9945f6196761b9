const SYSTEMS = [[/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X/, 'Mac'], [/Linux/, 'Linux']] as const;
/** In the order in which one pretends to be the next. */
const BROWSERS = [[/MicroMessenger/, '微信'], [/Edg(e|A|iOS)?\//, 'Edge'], [/HuaweiBrowser/, '华为浏览器'], [/MiuiBrowser/, '小米浏览器'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari']] as const;

/** A device in words people know, from what its browser says of itself. */
export function deviceOf(userAgent: string): { system: string | undefined; browser: string | undefined } {
  const first = (names: readonly (readonly [RegExp, string])[]) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  return { system: first(SYSTEMS), browser: first(BROWSERS) };
}
