import { encodingBySight } from '../text-encoding';

const LEGACY = ['windows-1252', 'windows-1250', 'windows-1254', 'windows-1251', 'shift_jis'] as const;
/** Words of exports that hold letters by which the old encodings differ. */
const TELLING =
  /épisode|série|capítulo|episódio|część|rozdział|książka|bölüm|kısım|başlık|tytuł|сезон|серия|часть|シーズン|エピソード|タイトル|[‘’“”…–—]/giu;
/** Japanese has them in every line; Latin letters that are read as Shift JIS become Han, and hardly ever these. */
const KANA = /[\u3041-\u30fe]/gu;
/** What no text holds: bytes that do not fit, and control characters where an encoding has no sign. */
const UNFIT = /[\ufffd\u0080-\u009f]/gu;
/** A file with fewer broken bytes than this share of its characters is UTF-8 that was damaged. */
const DAMAGED = 0.01;
const SAMPLE_BYTES = 500_000;
const BEFORE_SAMPLE = 1_000;

/** The text of an export whose encoding nobody told: UTF-8, UTF-16 with or without its mark, else the Windows encoding that its words fit best. Never throws. */
export function historyText(bytes: Uint8Array): string {
  return decoded(bytes)
    .replaceAll('\u0000', '')
    .replace(/^\ufeff/, '');
}

function decoded(bytes: Uint8Array): string {
  const seen = encodingBySight(bytes);
  if (seen !== null) return new TextDecoder(seen).decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  if (broken === 0) return text;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (broken < whole && broken < text.length * DAMAGED) return text;
  return new TextDecoder(legacyOf(bytes)).decode(bytes);
}

/** Judged by a part that holds letters beyond ASCII: each encoding of a whole file would take its memory once more. */
function legacyOf(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(Math.max(0, first - BEFORE_SAMPLE), first + SAMPLE_BYTES);
  const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
  const fits = (encoding: string): number => {
    const text = new TextDecoder(encoding).decode(sample);
    return count(text, TELLING) + count(text, KANA) - 10 * count(text, UNFIT);
  };
  return LEGACY.map((encoding) => ({ encoding, fit: fits(encoding) })).reduce((best, one) => (one.fit > best.fit ? one : best)).encoding;
}
