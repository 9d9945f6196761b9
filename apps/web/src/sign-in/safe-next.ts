/** Where to go after signing in: a path of ours, never another site. */
export function safeNext(next: string | null, otherwise: string): string {
  return next && /^\/(?![/\\])/.test(next) ? next : otherwise;
}
