/** A theme's keyword has three words at most. */
const MOST_TOGETHER = 3;

/**
 * What a text says: every one, two and three words in a row, as they stand and without a plural's "s". "Fighter pilots" says "fighter pilots",
 * "fighter pilot", "fighter", "pilots" and "pilot"; what stands in brackets explains and is left out, unless all stands in them.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase();
  const said = plain.replace(/\([^)]*\)/g, ' ').match(WORD) ?? plain.match(WORD) ?? [];
  const words = new Set<string>();
  for (let from = 0; from < said.length; from++) {
    for (let to = from + 1; to <= Math.min(said.length, from + MOST_TOGETHER); to++) {
      const word = said.slice(from, to).join(' ');
      words.add(word);
      if (PLURAL.test(word)) words.add(word.slice(0, -1));
    }
  }
  return [...words];
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const PLURAL = /\p{L}{2}[^s'’]s$/u;
