import type { EvidenceView } from '@hejie/cases/contract';
import i18n from 'i18next';
import { api, ApiProblem, csrfToken, upload } from './client.js';

/** From here on a file goes up in pieces and goes on where the line broke. */
const RESUMABLE_FROM_BYTES = 1024 * 1024;
const PIECE_BYTES = 256 * 1024;
/** A piece that is not up by then is given up and sent again: 256 KB over the worst of lines. */
const PIECE_MS = 60_000;
/** What broken uploads are kept under. */
const PLACE = 'hejie/';
const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000];

/** Adds evidence: small files in one request, large ones resumably. Progress runs from 0 to 1. */
export async function addEvidence(caseId: string, file: File, fields: { title: string; visibility: string }, onProgress: (part: number) => void): Promise<EvidenceView> {
  if (file.size < RESUMABLE_FROM_BYTES) return upload(`/cases/${caseId}/evidence`, file, fields, onProgress);
  const uploadId = await sendInPieces(caseId, caseId, file, onProgress);
  return api.post(`/cases/${caseId}/evidence/uploaded`, { uploadId, ...fields });
}

/** Brings a file into a room of a case: small ones in one request, large ones resumably. Progress runs from 0 to 1. @returns the file's id */
export async function addRoomFile(roomId: string, caseId: string, file: File, onProgress: (part: number) => void): Promise<string> {
  const { fileId } =
    file.size < RESUMABLE_FROM_BYTES
      ? await upload<{ fileId: string }>(`/rooms/${roomId}/files`, file, {}, onProgress)
      : await api.post<{ fileId: string }>(`/rooms/${roomId}/files/uploaded`, { uploadId: await sendInPieces(caseId, roomId, file, onProgress) });
  return fileId;
}

async function sendInPieces(caseId: string, placeId: string, file: File, onProgress: (part: number) => void): Promise<string> {
  const { Upload, DetailedError } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const sending = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: PIECE_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      metadata: { caseId, filename: file.name },
      headers: { 'x-csrf-token': csrfToken(), 'accept-language': i18n.language },
      // of this place only: the same file in two cases is two uploads
      fingerprint: async () => `${PLACE}${placeId}/${file.name}/${file.size}/${file.lastModified}`,
      removeFingerprintOnSuccess: true,
      onProgress: (done, all) => onProgress(done / all),
      onBeforeRequest: (request) => notForever(request.getUnderlyingObject() as XMLHttpRequest),
      onSuccess: () => resolve(sending.url!.split('/').at(-1)!),
      onError: (error) => reject(error instanceof DetailedError && error.originalResponse ? problemOf(error.originalResponse) : error),
    });
    void sending.findPreviousUploads().then(([earlier]) => {
      if (earlier) sending.resumeFromPreviousUpload(earlier);
      sending.start();
    });
  });
}

/** On signing out: which files were half up, and under what names. */
export function forgetUploads(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`tus::${PLACE}`)) localStorage.removeItem(key);
}

/** A request on a line that went dead fails, so that it is tried again. */
function notForever(request: XMLHttpRequest): void {
  const stalled = setTimeout(() => {
    request.abort();
    request.dispatchEvent(new ProgressEvent('error')); // the client does not hear of an abort
  }, PIECE_MS);
  request.addEventListener('loadend', () => clearTimeout(stalled));
}

function problemOf(answer: { getStatus(): number; getBody(): string }): unknown {
  try {
    const { code = '', title = '', errors = [] } = JSON.parse(answer.getBody()) as { code?: string; title?: string; errors?: { path: string; message: string }[] };
    return new ApiProblem(answer.getStatus(), code, title, errors);
  } catch {
    return new TypeError('network');
  }
}
