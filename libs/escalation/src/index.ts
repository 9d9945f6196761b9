import type { ContextDefinition } from '@hejie/platform';
import { EscalationStatusEntry } from './escalate/escalation-status.entity.js';
import { Escalation } from './escalate/escalation.entity.js';
import { EscalationModule } from './escalation.module.js';
import { escalationPolicy } from './escalation.policy.js';
import { escalationRefusals } from './escalation.refusals.js';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateEscalation1700000006000 } from './migrations/1700000006000-create-escalation.js';
import { PaperAnswers1700000006100 } from './migrations/1700000006100-paper-answers.js';
import { PaperAnswers } from './papers/paper-answers.entity.js';

export { EscalationHistory } from './escalate/escalation-history.js';
export { reportedEvent } from './escalate/reported-events.js';
export { EscalationModule } from './escalation.module.js';

export const escalation: ContextDefinition = {
  name: 'escalation',
  module: EscalationModule,
  entities: [Escalation, EscalationStatusEntry, PaperAnswers],
  migrations: [CreateEscalation1700000006000, PaperAnswers1700000006100],
  policy: escalationPolicy,
  refusals: escalationRefusals,
  messages: { 'zh-CN': zhCN, en },
};
