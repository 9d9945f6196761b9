import { z } from 'zod';
import { headcount } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

const LEAST_A_SIDE = 3;

export const bargainingRepsTopic = defineTopic({
  topic: 'bargaining_reps',
  title: say('集体协商代表人数', 'Numbers of bargaining representatives'),
  unit: 'check',
  source: '集体合同规定 Art 19, 23; 工资集体协商试行办法 Art 12',
  effectiveFrom: '2004-05-01',
  certainty: 'secondary',
  input: z.strictObject({ workerReps: headcount, employerReps: headcount, workerExternal: headcount, employerExternal: headcount }),
  evaluate: ({ workerReps, employerReps, workerExternal, employerExternal }) => {
    const equal = workerReps === employerReps;
    const enough = Math.min(workerReps, employerReps) >= LEAST_A_SIDE;
    const fewOutsiders = 3 * workerExternal <= workerReps && 3 * employerExternal <= employerReps;
    const yes = (holds: boolean) => (holds ? say('符合', 'holds') : say('不符合', 'does not hold'));
    return {
      value: { valid: equal && enough && fewOutsiders },
      working: [
        say(`双方人数对等（${workerReps} 与 ${employerReps}）：${yes(equal).zh}`, `Equal numbers (${workerReps} and ${employerReps}): ${yes(equal).en}`),
        say(`每方不少于 3 人：${yes(enough).zh}`, `At least 3 a side: ${yes(enough).en}`),
        say(`外聘人员不超过本方三分之一（${workerExternal} 与 ${employerExternal}）：${yes(fewOutsiders).zh}`, `Outsiders at most a third of their side (${workerExternal} and ${employerExternal}): ${yes(fewOutsiders).en}`),
      ],
      warnings: [say('首席代表不得由外聘人员担任。', 'A chief representative may not be an outsider.')],
    };
  },
});
