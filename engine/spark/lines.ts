import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Calls `onLine` for each line of a stream as it comes; of a line that is too long, only its beginning is kept. */
export function eachLine(stream: Readable, longest: number, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  const take = (text: string): void => {
    begun = (begun + text).slice(0, longest);
  };
  stream.on('data', (chunk: Buffer) => {
    const [first = '', ...more] = decoder.write(chunk).split('\n');
    take(first);
    for (const next of more) {
      onLine(begun);
      begun = '';
      take(next);
    }
  });
  stream.once('end', () => {
    take(decoder.end());
    if (begun !== '') onLine(begun);
  });
}
