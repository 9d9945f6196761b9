/** The mobile numbers of one run of the demo, others each run. Every number that begins with 13 is one; of 15 a tenth (154) is not. */
export function demoPhones(at: number): { worker: string; employer: string } {
  const run = String(at).slice(-6).padStart(6, '0');
  return { worker: `13${run}001`, employer: `13${run}002` };
}
