import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Term } from '../locales/terms.zh-CN.js';
import { Icon } from './icon.js';

type Terms = Readonly<Record<string, Term>>;

/** The dictionary of legal words, loaded with the first page that may need it. */
function useTerms(): Terms {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const query = useQuery({
    queryKey: ['terms', english],
    staleTime: Infinity,
    queryFn: async (): Promise<Terms> => (english ? (await import('../locales/terms.en.js')).termsEn : (await import('../locales/terms.zh-CN.js')).termsZh),
  });
  return query.data ?? {};
}

/** Where the earliest legal word of a text stands, of two at one place the longer; not inside the name of a law. */
export function firstTerm(text: string, terms: Terms): { key: string; word: string; at: number } | undefined {
  let found: { key: string; word: string; at: number } | undefined;
  const said = text.replace(/《[^》]*》/g, (name) => ' '.repeat(name.length));
  for (const [key, { words }] of Object.entries(terms)) {
    for (const word of words) {
      const at = said.indexOf(word);
      if (at >= 0 && (!found || at < found.at || (at === found.at && word.length > found.word.length))) found = { key, word, at };
    }
  }
  return found;
}

/** A text whose legal words can be tapped for what they mean, each once. */
export function Explained({ text }: { text: string }) {
  const terms = useTerms();
  const [open, setOpen] = useState<{ key: string; word: string }>();
  const pieces: (string | { key: string; word: string })[] = [];
  const left = { ...terms };
  for (let rest = text; rest; ) {
    const found = firstTerm(rest, left);
    if (!found) {
      pieces.push(rest);
      break;
    }
    if (found.at) pieces.push(rest.slice(0, found.at));
    pieces.push(found);
    delete left[found.key];
    rest = rest.slice(found.at + found.word.length);
  }
  return (
    <>
      {pieces.map((p, i) => (typeof p === 'string' ? p : <button key={i} type="button" className="term" onClick={() => setOpen(p)}>{p.word}</button>))}
      {open ? <TermCard word={open.word} term={terms[open.key]!} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

/** Beside a choice whose words cannot themselves be tapped: what its legal word means; nothing where it has none. */
export function AskTerm({ text }: { text: string }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const [open, setOpen] = useState(false);
  const found = firstTerm(text, terms);
  if (!found) return null;
  return (
    <>
      <button type="button" className="ask-term" onClick={() => setOpen(true)}><Icon of="question" /><span className="visually-hidden">{t('term.what', { word: found.word })}</span></button>
      {open ? <TermCard word={found.word} term={terms[found.key]!} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TermCard({ word, term, onClose }: { word: string; term: Term; onClose: () => void }) {
  const { t } = useTranslation();
  const card = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = card.current!;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog ref={card} className="term-card" aria-label={word} onClose={onClose} onClick={(e) => e.target === card.current && card.current?.close()}>
      <div>
        <h2>{word}</h2>
        <p>{term.text}</p>
        {term.law ? <p className="muted">{t('term.law', { law: term.law })}</p> : null}
        <button type="button" className="btn" onClick={() => card.current?.close()}>{t('term.close')}</button>
      </div>
    </dialog>
  );
}
