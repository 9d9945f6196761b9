/** Types in the order we like them; every one is accepted by the room's file door. */
const TYPES = [
  ['audio/mp4', 'm4a'],
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const;

export const MAX_VOICE_SECONDS = 60;

/** A recording under way. Only one of `finish` and `cancel` is called, once. */
export interface Recording {
  finish(): Promise<{ blob: Blob; name: string } | null>;
  cancel(): void;
}

/** Whether this browser, on this (secure) address, can record. */
export const canRecord = () => typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia);

/** Starts recording. @throws what the browser says when the microphone is refused or missing */
export async function record(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const [type, extension] = TYPES.find(([t]) => MediaRecorder.isTypeSupported(t)) ?? ['', 'webm'];
  const recorder = new MediaRecorder(stream, type ? { mimeType: type, audioBitsPerSecond: 24_000 } : undefined);
  const parts: Blob[] = [];
  const startedAt = Date.now();
  recorder.ondataavailable = (e) => parts.push(e.data);
  // a call that comes in takes the microphone away: it ends by itself then, and what was said is still there
  const ended = new Promise<number>((done) => {
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      done(Math.round((Date.now() - startedAt) / 1000));
    };
  });
  recorder.start();
  const end = () => {
    if (recorder.state !== 'inactive') recorder.stop();
    return ended;
  };
  return {
    async finish() {
      const seconds = await end();
      const blob = new Blob(parts, { type: type.split(';')[0]! });
      return seconds < 1 || blob.size === 0 ? null : { blob, name: voiceName(Math.min(seconds, MAX_VOICE_SECONDS), extension) };
    },
    cancel: () => void end(),
  };
}

/** A voice note is a file like others; its name tells what it is and how long, which the bytes of a stream do not. */
const voiceName = (seconds: number, extension: string) => `voice-${seconds}s.${extension}`;

/** The length of a voice note in seconds; undefined for any other file. */
export function voiceSeconds(file: { name: string; mediaType: string }): number | undefined {
  const match = /^voice-(\d{1,2})s\.\w+$/.exec(file.name);
  return match && /^(audio|video)\//.test(file.mediaType) ? Number(match[1]) : undefined;
}
