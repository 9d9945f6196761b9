const PREFIX = 'hejie.visit.';

export interface Kept<T> {
  read(): T | undefined;
  keep(value: T): void;
  forget(): void;
}

/** Keeps something for this visit in this window: a reload finds it, the next person at this phone or computer does not. */
export function keptForVisit<T>(name: string): Kept<T> {
  const key = PREFIX + name;
  return {
    read() {
      try {
        return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null) ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    forget: () => sessionStorage.removeItem(key),
  };
}

/** On signing out: whoever signs in here next starts with nothing. */
export function forgetVisit(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
