import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkSealedSession, type Broken, type SealedSession } from '@hejie/mediation/contract';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const ROOM = { joint: '共同会商 joint room', caucus_claimant: '申请人背对背 claimant caucus', caucus_respondent: '用人单位背对背 respondent caucus' } as const;

/**
 * `hejie verify <file> [--head <hash>]...`: whether the file holds together, and whether each head
 * given is one of its rooms'. Says so in Chinese and English. @returns the exit code: 0 holds, 1 does not, 2 cannot be asked
 */
export function verify(args: readonly string[], say: (line: string) => void): 0 | 1 | 2 {
  let file: string | undefined;
  let heads: string[];
  let text: string;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { head: { type: 'string', multiple: true } }, allowPositionals: true });
    [file] = positionals;
    heads = (values.head ?? []).map((h) => h.trim().toLowerCase());
    text = readFileSync(file ?? '', 'utf8');
  } catch (error) {
    say(`无法读取文件 The file cannot be read: ${file ?? ''} ${error instanceof Error ? error.message : ''}`.trim());
    return 2;
  }
  const check = checkSealedSession(text, sha256);
  if (!check.ok) return broken(check.broken, say);
  tell(check.sealed, say);
  const known = new Set(check.sealed.rooms.map((r) => r.head));
  const strange = heads.filter((h) => !known.has(h));
  for (const head of strange) say(`✗ 印章值不符：本文件不是该印章值对应的记录 This file does not belong to the head ${head}`);
  if (strange.length > 0) return 1;
  if (heads.length > 0) say('✓ 与给出的印章值一致 Matches the head you gave');
  else say('  再与时间线或笔录上的印章值对照，可以确认文件没有被整体替换 Compare the heads with the timeline or the minutes to be sure the whole file was not replaced');
  return 0;
}

function tell({ session, rooms }: SealedSession, say: (line: string) => void): void {
  say(`✓ 文件完整，没有改动 The file holds together: nothing was changed, added or left out`);
  say(`  案件 Case ${session.caseNumber}  调解会 Session ${session.sessionId}  封存 Sealed ${session.sealedAt}`);
  for (const { kind, lines, head } of rooms) {
    const hidden = lines.filter((l) => 'sha256' in l).length;
    const withdrawn = lines.filter((l) => 'bodySha256' in l).length;
    say(`  ${ROOM[kind]}: ${lines.length} 行 lines，其中 ${hidden} 行仅有哈希 hash only，${withdrawn} 行已撤回 withdrawn`);
    say(`    ${head}`);
  }
}

function broken({ why, fileLine, room, seq }: Broken, say: (line: string) => void): 1 {
  const where = room ? `${ROOM[room]}${seq === undefined ? '' : ` #${seq}`} (文件第 ${fileLine} 行 line ${fileLine} of the file)` : `文件第 ${fileLine} 行 line ${fileLine} of the file`;
  const what = {
    unreadable: '不是原样的记录文件 this is not the file as it was written',
    line: '从这一行起与原记录不符 from this line on it is not what was said',
    head: '印章值与记录不符 the head does not belong to these lines',
  }[why];
  say(`✗ ${where}: ${what}`);
  return 1;
}
