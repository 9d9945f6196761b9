import type { DeliverNow } from '@hejie/platform/worker';
import type { Cast } from './cast.js';
import { MediatedStory } from './mediated-story.js';
import { OPEN_CASES } from './open-cases.js';
import type { StoryClock } from './story-clock.js';

/** Lets the open cases happen, all of them in the order of time; what each scene announces is told before the next. */
export async function playOpenCases(cast: Cast, clock: StoryClock, deliver: DeliverNow, now: Date): Promise<number> {
  const scenes = OPEN_CASES.flatMap(({ plot, scenes: all }, i) => {
    const story = new MediatedStory(cast, plot, i + 1);
    return all.map(({ at, act }) => ({ at: at(now), act: () => act(story, now) }));
  });
  for (const { at, act } of scenes.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    clock.set(at);
    await act();
    await deliver.all();
  }
  return OPEN_CASES.length;
}
