import fc from 'fast-check';
import { pictureOf } from '../../core/picture';
import { aPng } from '../support/picture';

const hex = (...parts: readonly string[]): Buffer => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
const text = (word: string): string => Buffer.from(word, 'latin1').toString('hex');

const JPEG = hex('ffd8 ffe0 0010', '4a46494600010100000100010000', 'ffc4 0004 0000', 'ffc2 0011 08 0258 0190 03', '00'.repeat(8));
const WEBP = hex(text('RIFF'), '00000000', text('WEBPVP8 '), '00000000', '000000', '9d012a', '9001', '5802', '0000');
const WEBP_LOSSLESS = hex(text('RIFF'), '00000000', text('WEBPVP8L'), '00000000', '2f', '8fc19500', '00'.repeat(5));
const WEBP_LARGE = hex(text('RIFF'), '00000000', text('WEBPVP8X'), '0a000000', '00000000', '8f0100', '570200');
const AVIF = hex(
  '0000001c',
  text('ftypavif'),
  '00000000',
  text('mif1'),
  '00'.repeat(20),
  '00000014',
  text('ispe'),
  '00000000',
  '00000190',
  '00000258',
);

describe('a picture', () => {
  it.each([
    ['image/png', aPng(400, 600)],
    ['image/jpeg', JPEG],
    ['image/webp', WEBP],
    ['image/webp', WEBP_LOSSLESS],
    ['image/webp', WEBP_LARGE],
    ['image/avif', AVIF],
  ])('tells by its bytes that it is %s, and how large', (type, bytes) => {
    expect(pictureOf(bytes)).toEqual({ type, width: 400, height: 600 });
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="600"><script>alert(1)</script></svg>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(100))],
    ['GIF', hex(text('GIF89a'), '9001 5802', '00'.repeat(30))],
    ['a PNG of no width', hex('89504e470d0a1a0a 0000000d', text('IHDR'), '00000000 00000258', '00'.repeat(10))],
    ['nothing', Buffer.alloc(0)],
  ])('is none where it is %s', (_what, bytes) => {
    expect(pictureOf(bytes)).toBeNull();
  });

  it('never fails, whatever the bytes are and wherever they end', () => {
    const begun = fc.constantFrom(aPng(2, 2), JPEG, WEBP, WEBP_LOSSLESS, WEBP_LARGE, AVIF);
    const broken = fc
      .tuple(begun, fc.nat({ max: 80 }), fc.uint8Array({ maxLength: 80 }))
      .map(([bytes, end, rest]) => Buffer.concat([bytes.subarray(0, end), rest]));
    fc.assert(
      fc.property(broken, (bytes) => {
        const picture = pictureOf(bytes);
        expect(picture === null || (picture.width > 0 && picture.height > 0)).toBe(true);
      }),
    );
  });
});
