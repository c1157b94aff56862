/** What a column of a file may tell of a title. */
export enum ImportField {
  /** The file's own id of the title: the options say of which source. */
  ID = 'ID',
  /** An id of a catalogue that is named with it: `imdb`, `tmdb`. */
  EXTERNAL_ID = 'EXTERNAL_ID',
  /** Several ids with their sources: `imdb:tt0111161|tmdb:278`. */
  EXTERNAL_IDS = 'EXTERNAL_IDS',
  /** Our own id, as an export of ours has it. */
  KINOGRAPH_ID = 'KINOGRAPH_ID',
  KIND = 'KIND',
  NAME = 'NAME',
  /** `Up (2009)`, with the article behind a comma or not. */
  NAME_AND_YEAR = 'NAME_AND_YEAR',
  /** Other names, as in other languages: `La casa de papel|Haus des Geldes`. */
  ALIASES = 'ALIASES',
  YEAR = 'YEAR',
  DESCRIPTION = 'DESCRIPTION',
  GENRES = 'GENRES',
  TAGS = 'TAGS',
  CATEGORY = 'CATEGORY',
  CERTIFICATE = 'CERTIFICATE',
  SECONDS = 'SECONDS',
  MINUTES = 'MINUTES',
  MILLISECONDS = 'MILLISECONDS',
  PAGES = 'PAGES',
  /** The show of an episode: its id in the file's own source, or with another source before it. */
  PARENT = 'PARENT',
  SEASON = 'SEASON',
  NUMBER = 'NUMBER',
  MEDIA_URL = 'MEDIA_URL',
  POSTER_URL = 'POSTER_URL',
  /** When and where it may be shown: `FI 2026-01-01/2026-12-31|* /`. */
  AVAILABILITY = 'AVAILABILITY',
  STATE = 'STATE',
  RATING = 'RATING',
  /** On a scale of 10. */
  RATING_OF_TEN = 'RATING_OF_TEN',
  RATING_COUNT = 'RATING_COUNT',
  POPULARITY = 'POPULARITY',
  LANGUAGE = 'LANGUAGE',
  ALBUM = 'ALBUM',
  DIRECTORS = 'DIRECTORS',
  ACTORS = 'ACTORS',
  CREATORS = 'CREATORS',
  AUTHORS = 'AUTHORS',
  ARTISTS = 'ARTISTS',
}

/** What one column of a file is; columns that are not mapped are not read. */
export interface ColumnMapping {
  readonly column: string;
  readonly field: ImportField;
  /** The catalogue of an EXTERNAL_ID, in lower case. */
  readonly source: string | null;
}

/** Fields that several columns may tell; of any other, one column may. */
export const REPEATABLE: ReadonlySet<ImportField> = new Set([
  ImportField.EXTERNAL_ID,
  ImportField.EXTERNAL_IDS,
  ImportField.GENRES,
  ImportField.TAGS,
  ImportField.ALIASES,
  ImportField.DIRECTORS,
  ImportField.ACTORS,
  ImportField.CREATORS,
  ImportField.AUTHORS,
  ImportField.ARTISTS,
]);

/** Fields by which a title is found again: a file needs one of them. */
export const IDENTIFYING: ReadonlySet<ImportField> = new Set([
  ImportField.ID,
  ImportField.EXTERNAL_ID,
  ImportField.EXTERNAL_IDS,
  ImportField.KINOGRAPH_ID,
]);
