import { Worker } from 'node:worker_threads';

export interface Points {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each point, row by row. */
  readonly data: Buffer;
}

/** Unpacks the first picture of a HEIC file beside the process's own work; its memory is given back when it is done. @throws when it cannot be read, or has more than `maxPixels` */
export function unpackHeic(bytes: Buffer, maxPixels: number): Promise<Points> {
  const worker = new Worker(new URL('./heic-worker.mjs', import.meta.url), { workerData: { bytes: new Uint8Array(bytes), maxPixels } });
  return new Promise((resolve, reject) => {
    worker.once('message', ({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }) => resolve({ width, height, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) }));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without a picture'))); // for one that was out of memory; after a message it says nothing
  });
}
