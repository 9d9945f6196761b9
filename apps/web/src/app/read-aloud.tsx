import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

/** Reads the page aloud with the phone's own voice; shown in the large-type mode where there is one. */
export function ReadAloud() {
  const { t, i18n } = useTranslation();
  const [location] = useLocation();
  const [reading, setReading] = useState(false);
  useEffect(() => () => speechSynthesis.cancel(), [location]);
  const toggle = () => {
    speechSynthesis.cancel();
    if (reading) return setReading(false);
    const words = new SpeechSynthesisUtterance(document.querySelector('main')?.innerText ?? '');
    words.lang = i18n.language;
    words.rate = 0.9;
    words.onend = words.onerror = () => setReading(false);
    speechSynthesis.speak(words);
    setReading(true);
  };
  return <button aria-pressed={reading} onClick={toggle}>{t(reading ? 'nav.stopReading' : 'nav.readAloud')}</button>;
}
