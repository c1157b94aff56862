import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Named, placeOf, prefixesOf, RowFate } from '../core/history/place';
import { tidyTitle } from '../core/history/title-string';
import { below, seeded } from '../core/random';
import { searchName } from '../core/search';
import { TitleKind } from '../core/title';

/** A list of a real library's titles, where it lies beside the house; it may not be shipped with it. */
const LIBRARY = join(__dirname, '../../shared/data/netflix-library/titles.csv');
const HISTORIES = 30;
const ROWS = 400;
/** So much of the library is in the catalogue: the rest is what people watched elsewhere. */
const KNOWN = 0.7;

/** How each locale writes the episodes of a show. */
const EPISODES: readonly ((show: string, season: number, episode: number) => string)[] = [
  (show, season, episode) => `${show}: Season ${season}: ${NAMES[episode % NAMES.length]}`,
  (show, season, episode) => `${show}: Part ${season}: ${NAMES[episode % NAMES.length]}`,
  (show, _, episode) => `${show}: Limited Series: ${NAMES[episode % NAMES.length]}`,
  (show, season, episode) => `${show} : Saison\u00a0${season} : Épisode ${episode}`,
  (show, season, episode) => `${show}: Staffel ${season}: Folge ${episode}`,
  (show, season, episode) => `${show}: Temporada ${season}: Episodio ${episode}`,
  (show, season, episode) => `${show}: Stagione ${season}: Episodio ${episode}`,
  (show, season, episode) => `${show}: Temporada ${season}: Capítulo ${episode}`,
  (show, season, episode) => `${show}: Seizoen ${season}:\u00a0Aflevering ${episode}`,
  (show, season, episode) => `${show}: Kausi ${season}: Jakso ${episode}`,
  (show, season, episode) => `${show}: Sezon ${season}: Odcinek ${episode}`,
  (show, season, episode) => `${show}: ${season}. Sezon: ${episode}. Bölüm`,
  (show, season, episode) => `${show}：シーズン${season}：エピソード${episode}`,
  // Without a word for the season, three episodes tell a show and fewer do not.
  (show, _, episode) => `${show}: ${NAMES[episode % NAMES.length]}`,
];
const NAMES = ['Pilot', 'The End', 'Home', 'Part 2', 'Day One: Night', 'Blood: The Reckoning', 'Lies'];

interface Work {
  readonly id: number;
  readonly kind: TitleKind;
  readonly name: string;
  readonly year: number;
}

function worksOf(path: string): readonly Work[] {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true });
  return rows
    .filter(({ title }) => title)
    .map(({ title = '', type, release_year }, id) => ({
      id,
      kind: type === 'SHOW' ? TitleKind.SHOW : TitleKind.MOVIE,
      name: title,
      year: Number(release_year),
    }));
}

interface Tally {
  known: number;
  placed: number;
  asked: number;
  sure: number;
  wrong: number;
  /** Sure of another title, where the catalogue has the one that was watched. */
  astray: number;
}

/** Makes one history of works, places it in a catalogue that lacks some of them, and counts what became of its rows. */
function placeOne(works: readonly Work[], number: number, tally: Tally): void {
  const random = seeded(number);
  const catalogue = new Set(works.filter(() => random() < KNOWN).map(({ id }) => id));
  const named = new Map<string, Named[]>();
  for (const work of works) {
    const key = searchName(work.name);
    if (catalogue.has(work.id)) named.set(key, [...(named.get(key) ?? []), { ...work, key }]);
  }
  const episodeOf = EPISODES[number % EPISODES.length] as (typeof EPISODES)[number];
  const rows = Array.from({ length: ROWS }, () => works[below(random, works.length)] as Work).flatMap(({ id, kind, name }) =>
    kind === TitleKind.MOVIE
      ? [{ id, text: tidyTitle(name) }]
      : Array.from({ length: 1 + below(random, 6) }, (_, at) => ({ id, text: tidyTitle(episodeOf(name, 1 + below(random, 3), at + 1)) })),
  );
  const prefixes = prefixesOf(rows.map(({ text }) => text));
  for (const { id, text } of rows) {
    const { fate, titleId } = placeOf(text, { named, prefixes });
    const isWrong = fate === RowFate.SURE && titleId !== id;
    tally.known += Number(catalogue.has(id));
    tally.placed += Number(catalogue.has(id) && titleId === id);
    tally.asked += Number(catalogue.has(id) && fate === RowFate.ASK);
    tally.sure += Number(fate === RowFate.SURE);
    tally.wrong += Number(isWrong);
    tally.astray += Number(isWrong && catalogue.has(id));
  }
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

/** Places histories made of a real library's names in every locale's shape, and prints how many rows were placed and how many wrong. */
function main(): void {
  if (!existsSync(LIBRARY)) {
    console.log('history-library: SKIPPED: no library lies beside the house (shared/data/netflix-library).');
    return;
  }
  const works = worksOf(LIBRARY);
  const tally: Tally = { known: 0, placed: 0, asked: 0, sure: 0, wrong: 0, astray: 0 };
  for (let number = 1; number <= HISTORIES; number++) placeOne(works, number, tally);
  const { known, placed, asked, sure, wrong, astray } = tally;
  console.log(
    `history-library: ${HISTORIES} histories in ${EPISODES.length} shapes, ${works.length} names, ${100 * KNOWN} % of them in the catalogue`,
  );
  console.log(`history-library: of ${known} rows whose title is there ${share(placed, known)} placed, ${share(asked, known)} asked about`);
  console.log(
    `history-library: of ${sure} sure rows ${share(wrong, sure)} wrong, ${astray} of those ${wrong} though the right title is there`,
  );
  process.exitCode = placed / known >= 0.97 && wrong / sure <= 0.005 ? 0 : 1;
}

main();
