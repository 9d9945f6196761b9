// Unpacks a HEIC picture in a thread of its own: the codec takes seconds, and nothing else of its process has a turn meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';

const { bytes, maxPixels } = workerData;
const [first] = await decode.all({ buffer: bytes });
if (!first || first.width * first.height > maxPixels) throw new Error('the picture is too large');
const { width, height, data } = await first.decode();
parentPort.postMessage({ width, height, data }, [data.buffer]);
