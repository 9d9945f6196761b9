/** How EXIF, XMP and IPTC begin, whatever they lie in. */
const MARKS = ['Exif\0\0', 'http://ns.adobe.com/xap/', '<x:xmpmeta', 'Photoshop 3.0\0', 'GPSLatitude'];

/** Whether bytes that are in no further packing hold data of a kind in which cameras write where a photo was taken. */
export const tells = (bytes: Buffer): boolean => MARKS.some((mark) => bytes.includes(mark, 0, 'latin1'));

/** Why no copy without location can be made, where that is neither damage nor size. */
export class Uncleanable extends Error {
  constructor(readonly reason: 'encrypted' | 'telling', message: string) {
    super(message);
  }
}
