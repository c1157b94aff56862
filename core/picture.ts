/** What a picture is by its own bytes; its name and the type that somebody told are not believed. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Reads what a picture is and how large; null where the bytes are none of PNG, JPEG, WebP and AVIF, or end before they say. */
export function pictureOf(bytes: Buffer): Picture | null {
  for (const read of [png, jpeg, webp, avif]) {
    const picture = read(bytes);
    if (picture !== null && picture.width > 0 && picture.height > 0) return picture;
  }
  return null;
}

const at = (bytes: Buffer, start: number, text: string): boolean => bytes.toString('latin1', start, start + text.length) === text;

/** The header chunk must be the first one. */
function png(bytes: Buffer): Picture | null {
  if (bytes.length < 24 || !at(bytes, 0, '\x89PNG\r\n\x1a\n') || !at(bytes, 12, 'IHDR')) return null;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Markers of a frame; C4, C8 and CC in between are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpeg(bytes: Buffer): Picture | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let place = 2; place + 9 <= bytes.length; ) {
    if (bytes[place] !== 0xff) return null;
    const marker = bytes[place + 1] ?? 0;
    if (isFrame(marker)) return { type: 'image/jpeg', width: bytes.readUInt16BE(place + 7), height: bytes.readUInt16BE(place + 5) };
    // A marker may be filled up with FF; the others tell their length, itself included.
    place += marker === 0xff ? 1 : 2 + Math.max(2, bytes.readUInt16BE(place + 2));
  }
  return null;
}

function webp(bytes: Buffer): Picture | null {
  if (bytes.length < 30 || !at(bytes, 0, 'RIFF') || !at(bytes, 8, 'WEBP')) return null;
  const type = 'image/webp';
  if (at(bytes, 12, 'VP8X')) return { type, width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  if (at(bytes, 12, 'VP8 ') && bytes.readUIntBE(23, 3) === 0x9d012a)
    return { type, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (!at(bytes, 12, 'VP8L') || bytes[20] !== 0x2f) return null;
  const bits = bytes.readUInt32LE(21);
  return { type, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

/** Properties stand before the pixels. */
const AVIF_HEADER = 65_536;

/** The largest of the spatial extents: a picture in tiles has one for each tile too. */
function avif(bytes: Buffer): Picture | null {
  if (bytes.length < 16 || !at(bytes, 4, 'ftyp') || !(at(bytes, 8, 'avif') || at(bytes, 8, 'avis'))) return null;
  let found: Picture | null = null;
  const header = bytes.subarray(0, AVIF_HEADER);
  for (let place = header.indexOf('ispe'); place >= 0 && place + 16 <= header.length; place = header.indexOf('ispe', place + 1)) {
    const [width, height] = [header.readUInt32BE(place + 8), header.readUInt32BE(place + 12)];
    if (found === null || width * height > found.width * found.height) found = { type: 'image/avif', width, height };
  }
  return found;
}
