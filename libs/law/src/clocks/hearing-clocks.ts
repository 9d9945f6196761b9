import { unknownYears, workingDaysBefore, type Calendars } from '../dates/holiday-calendar.js';
import type { CivilDate } from '../dates/civil-date.js';
import { provisional } from '../deadlines/period.js';
import { articlesOf } from '../registry/articles.js';
import { say, type Step } from '../registry/topic.js';
import type { CaseClock } from './case-clocks.js';
import type { CaseEvent } from './case-event.js';

/** What is counted back from the day of a hearing, and that day itself (劳动争议调解仲裁法 Art 35; 办案规则 Art 80). */
export type HearingClock = 'HEARING_NOTICE_5WD' | 'HEARING_POSTPONE_3WD' | 'HEARING_DAY';

const SOURCE = '劳动争议调解仲裁法 Art 35; 办案规则 Art 80';
const NOTICE_DAYS = 5;
const POSTPONE_DAYS = 3;

/** The clocks of the hearing that was set last; none once it was given up for another. */
export function hearingClocks(events: readonly CaseEvent[], today: CivilDate, calendars: Calendars): CaseClock[] {
  const notice = events.findLast((e) => e.kind === 'hearing_set');
  const hearing = notice?.until;
  if (!notice || !hearing) return [];
  const back = (n: number) => workingDaysBefore(hearing, n, calendars);
  const asked = events.find((e) => e.kind === 'postponement_asked' && e.on >= notice.on)?.on ?? null;
  const clock = (rule: HearingClock, title: Step, who: CaseClock['who'], dueDate: CivilDate, endedOn: CivilDate | null, working: Step, advice: Step | null = null): CaseClock => {
    const uncertain = provisional(unknownYears(dueDate, hearing, calendars));
    const state = (endedOn ?? today) > dueDate ? 'missed' : endedOn ? 'met' : 'running';
    return {
      rule, title, who, from: notice.kind, triggerDate: notice.on, rawDate: dueDate, dueDate, state, endedOn, advice: state === 'missed' ? advice : null,
      working: [working], warnings: uncertain, provisional: uncertain, articles: articlesOf(SOURCE),
    };
  };
  const counted = (n: number, on: CivilDate) => say(`开庭日 ${hearing} 往前数 ${n} 个工作日：${on}`, `${n} working days before the hearing on ${hearing}: ${on}`);
  const [noticed, postponed] = [back(NOTICE_DAYS), back(POSTPONE_DAYS)];
  return [
    clock('HEARING_NOTICE_5WD', say('开庭通知最晚送达', 'Notice of the hearing'), 'authority', noticed, notice.on, counted(NOTICE_DAYS, noticed), say('通知晚于开庭前五个工作日，来不及准备的可以要求延期。', 'The notice came later than five working days before: if there is no time to prepare, ask for another day.')),
    clock('HEARING_POSTPONE_3WD', say('申请延期开庭', 'Asking for the hearing to be postponed'), 'either', postponed, asked, counted(POSTPONE_DAYS, postponed)),
    clock('HEARING_DAY', say('开庭', 'The hearing'), 'both', hearing, today > hearing ? hearing : null, say(`开庭通知写明 ${hearing}`, `The notice says ${hearing}`)),
  ];
}
