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
  const read = LEGACY.map((encoding) => new TextDecoder(encoding).decode(bytes));
  const count = (one: string, sign: RegExp): number => one.match(sign)?.length ?? 0;
  const fits = (one: string): number => count(one, TELLING) + count(one, KANA) - 10 * count(one, UNFIT);
  return read.reduce((best, one) => (fits(one) > fits(best) ? one : best));
}
