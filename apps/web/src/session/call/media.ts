/** Why there is no picture or sound of one's own. */
export type MediaTrouble = 'denied' | 'noDevice' | 'busy' | 'unsupported';

export interface Media {
  readonly stream: MediaStream | null;
  readonly trouble: MediaTrouble | undefined;
}

/** Camera and microphone; the microphone alone where there is no camera; nothing, with the reason, where neither can be had. */
export async function askForMedia(): Promise<Media> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia || !('RTCPeerConnection' in window)) return { stream: null, trouble: 'unsupported' };
  try {
    return { stream: await devices.getUserMedia({ audio: true, video: { width: { ideal: 640 }, height: { ideal: 480 }, facingMode: 'user' } }), trouble: undefined };
  } catch (first) {
    if (troubleOf(first) === 'denied') return { stream: null, trouble: 'denied' };
    try {
      return { stream: await devices.getUserMedia({ audio: true }), trouble: undefined };
    } catch (error) {
      return { stream: null, trouble: troubleOf(error) };
    }
  }
}

function troubleOf(error: unknown): MediaTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotSupportedError') return 'unsupported';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'noDevice';
}
