import { z } from 'zod';
import { headcount } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

const COLLECTIVE_WORKERS = 10;

export const collectiveCaseTopic = defineTopic({
  topic: 'collective_case',
  title: say('集体劳动争议', 'Collective labour dispute'),
  unit: 'check',
  source: '劳动争议调解仲裁法 Art 7; 办案规则 Art 5, 62, 63',
  effectiveFrom: '2017-07-01',
  input: z.strictObject({ workers: headcount, commonClaim: z.boolean() }),
  evaluate: ({ workers, commonClaim }) => {
    const isCollective = workers >= COLLECTIVE_WORKERS && commonClaim;
    return {
      value: { isCollective, minReps: isCollective ? 3 : null, maxReps: isCollective ? 5 : null, priorityFiling: isCollective },
      working: [
        isCollective
          ? say(`${workers} 人有共同请求，满 10 人：可以推举 3 至 5 名代表，优先立案、优先审理`, `${workers} workers with a common claim, 10 or more: they may elect 3 to 5 representatives and are filed and heard first`)
          : say(`${workers} 人${commonClaim ? '' : '、没有共同请求'}，不构成集体争议（须 10 人以上且有共同请求）`, `${workers} workers${commonClaim ? '' : ' without a common claim'}: not collective (10 or more with a common claim are)`),
      ],
      warnings: isCollective ? [say('代表变更、放弃请求、承认对方请求或者和解，须经被代表的劳动者同意。', 'Changing or giving up claims, admitting or settling needs the consent of the workers represented.')] : [],
    };
  },
});
