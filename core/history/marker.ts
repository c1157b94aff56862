/** What one part of a title string, between colons, says about the parts around it. */
export interface Marker {
  readonly kind: 'season' | 'part' | 'episode';
  /** Its number; null where it has none, as a limited series. */
  readonly number: number | null;
}

// English, French, German, Spanish, Italian, Portuguese, Dutch, Polish, Finnish, Turkish, Japanese, Russian; as `plain` writes them.
const SEASONS = 'season|series|saison|staffel|temporada|stagione|seizoen|sezon|kausi|シーズン|シリーズ|сезон';
const PARTS =
  'part|volume|vol|book|chapter|collection|partie|livre|chapitre|teil|kapitel|buch|band|parte|capitulo|libro|capitolo|livro|deel|hoofdstuk|boek|czesc|rozdzial|tom|ksiega|osa|luku|kirja|kisim|kitap|パート|章|часть|глава|том|книга';
const EPISODES = 'episode|folge|episodio|aflevering|odcinek|jakso|bolum|エピソード|話|серия|эпизод|ep';
const LIMITED =
  /^(limited series|mini ?-?series|mini ?-?serie|mini ?-?serial|serie limitee|serie limitada|minisserie|serial limitowany|minisarja|mini dizi|リミテッドシリーズ|ミニシリーズ|мини ?-?сериал)$/u;
const NUMBER_WORDS: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ROMAN = /^(x{0,2})(ix|iv|v?i{0,3})$/;
const NUMBER = `\\d{1,4}|[ivx]{1,5}|${NUMBER_WORDS.join('|')}`;

const FORMS: readonly (readonly [Marker['kind'], RegExp])[] = [
  ['season', formOf(SEASONS)],
  ['part', formOf(PARTS)],
  ['episode', formOf(EPISODES)],
];

/** "Season 2", "4. Sezon", "シーズン1", "第2章", "Part Two", "Chapter IV", "Mini-série"; null for a part that is a name. */
export function markerOf(part: string): Marker | null {
  const text = plain(part);
  if (LIMITED.test(text)) return { kind: 'season', number: null };
  for (const [kind, form] of FORMS) {
    const found = form.exec(text);
    if (found) return { kind, number: numberOf(found[1] ?? found[2] ?? '') };
  }
  return null;
}

/** 2 of "2", "two" or "ii"; null for no number. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const word = NUMBER_WORDS.indexOf(text);
  if (word >= 0) return word + 1;
  const [all = '', tens = '', ones = ''] = ROMAN.exec(text) ?? [];
  if (all === '') return null;
  const digits: Readonly<Record<string, number>> = { '': 0, i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9 };
  return tens.length * 10 + (digits[ones] ?? 0);
}

function formOf(words: string): RegExp {
  return new RegExp(`^(?:(?:${words})\\.?\\s*#?(${NUMBER})\\.?|第?\\s*(${NUMBER})\\s*(?:\\.|ª|º|°|e|a)?\\s*(?:${words}))$`, 'u');
}

function plain(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
  return folded.toLowerCase().replaceAll('ł', 'l').replaceAll('ı', 'i').trim();
}
