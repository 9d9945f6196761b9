import { useState } from 'react';

export type Density = 'comfortable' | 'compact';
const KEY = 'hejie.desk.density';

/** How close things stand on this person's desk; kept in the browser. */
export function useDensity(): [Density, () => void] {
  const [density, setDensity] = useState<Density>(() => (localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable'));
  const toggle = () => {
    const next = density === 'compact' ? 'comfortable' : 'compact';
    localStorage.setItem(KEY, next);
    setDensity(next);
  };
  return [density, toggle];
}
