import type { PaperBlock, PaperPreview } from '@hejie/escalation/contract';
import { useTranslation } from 'react-i18next';

// the paper's own words, as its files have them: what goes to a Chinese authority is not translated
const NUMBER = '编号：';
const TO = '此致';
const ATTACHED = '附：';
const SEAL = '（盖章）';
const SIGNATURES = ['签署人', '签名', '时间与方式'];
const LINE = '：______________';
const DATE_LINE = '______年____月____日';

/** A paper as it reads. Pages are not drawn: a cheap phone shows text at once where a PDF would have it wait. */
export function PaperText({ paper }: { paper: PaperPreview }) {
  return (
    <article className="paper" lang="zh-CN">
      {paper.number ? <p className="paper-number">{NUMBER}{paper.number}</p> : null}
      <p className="paper-title">{paper.title}</p>
      {paper.blocks.map((block, i) => <Block key={i} block={block} />)}
    </article>
  );
}

function Block({ block: b }: { block: PaperBlock }) {
  const { t } = useTranslation();
  switch (b.kind) {
    case 'title':
      return <p className="paper-title">{b.text}</p>;
    case 'heading':
      return <h3>{b.text}</h3>;
    case 'paragraph':
      return <>{b.text.split('\n').map((line, i) => <p key={i} className={b.indent === false ? '' : 'indent'}>{line}</p>)}</>;
    case 'fields':
      return <table className="paper-form"><tbody>{b.rows.map(([label, value], i) => <tr key={i}><th scope="row">{label}</th><td>{value}</td></tr>)}</tbody></table>;
    case 'table':
      return <Rows head={b.head} rows={b.rows} align={b.align} />;
    case 'list':
      return <>{b.items.map((item, i) => <p key={i} className="indent">{i + 1}．{item}</p>)}</>;
    case 'boxes':
      return <>{b.lines.map((line) => <p key={line.text} className="indent"><span role="img" aria-label={t(line.ticked ? 'papers.ticked' : 'papers.unticked')}>{line.ticked ? '■' : '□'}</span> {line.text}</p>)}</>;
    case 'signatures':
      return <Rows head={SIGNATURES} rows={b.lines.map((l) => [l.role, l.name ?? '', [l.signedAt, l.method].filter(Boolean).join('　')])} />;
    case 'closing':
      return (
        <>
          {b.to === undefined ? null : <><p className="indent">{TO}</p><p>{b.to}</p></>}
          {b.attached?.map((what, i, all) => <p key={what} className={i ? 'indent-deep' : 'indent'}>{i ? '' : ATTACHED}{all.length > 1 ? `${i + 1}．` : ''}{what}</p>)}
          {b.signers.map((signer) => <p key={signer} className="paper-sign">{signer}{LINE}<br />{DATE_LINE}</p>)}
        </>
      );
    case 'seal':
      return <p className="paper-sign">{b.organisation}{SEAL}<br />{b.date}</p>;
    case 'note':
      return <p className="muted">{b.text}</p>;
    case 'pageBreak':
      return <hr />;
  }
}

/** A wide table is moved sideways in its own box, also by keyboard. */
function Rows({ head, rows, align }: { head: readonly string[]; rows: readonly (readonly string[])[]; align?: readonly string[] | undefined }) {
  return (
    <div className={head.length > 4 ? 'scroll wide-table' : 'scroll'} tabIndex={head.length > 4 ? 0 : undefined} role={head.length > 4 ? 'group' : undefined} aria-label={head.length > 4 ? head.join('、') : undefined}>
      <table className="paper-rows">
        <thead><tr>{head.map((h) => <th key={h} scope="col">{h}</th>)}</tr></thead>
        <tbody>{rows.map((row, i) => <tr key={i}>{row.map((cell, n) => <td key={n} className={align?.[n]}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}
