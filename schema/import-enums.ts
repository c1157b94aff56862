import { ImportFormat, ImportState, OnExisting } from '../core/import';
import { ImportField } from '../core/import-columns';
import { UploadPurpose, UploadState } from '../core/upload';
import { named } from './enums';

named(ImportFormat, 'ImportFormat', 'How the rows of an import are written.', {
  CSV: 'CSV with any delimiter, quoting and encoding.',
  JSON_LINES: 'One JSON object a line.',
  MOVIELENS: 'The folder of a MovieLens data set: movies.csv with links.csv, tags.csv and ratings.csv beside it.',
});
named(ImportState, 'ImportState', 'Where an import stands.', {
  DRAFT: 'Its files are here; it was not run yet.',
  CHECKING: 'A dry run waits or runs.',
  CHECKED: 'A dry run has told what would be done.',
  RUNNING: 'It waits or runs.',
  DONE: 'It is done.',
  FAILED: 'It failed: nothing was changed.',
  CANCELLED: 'It was stopped: nothing was changed.',
  UNDOING: 'It is being undone.',
  UNDONE: 'It was undone.',
});
named(OnExisting, 'OnExisting', 'What becomes of a title that is in the catalogue already.', {
  UPDATE: 'What the file tells of it replaces what stood there.',
  SKIP: 'It stays as it is.',
});
named(ImportField, 'ImportField', 'What a column of a file may tell of a title.', {
  ID: 'The file’s own id of the title.',
  EXTERNAL_ID: 'Its id in a catalogue that is named with the column, such as imdb.',
  EXTERNAL_IDS: 'Several ids with their sources: `imdb:tt0111161|tmdb:278`.',
  KINOGRAPH_ID: 'Our own id, as an export of ours has it.',
  KIND: 'What it is: movie, show, episode, book, track, video.',
  NAME: 'Its name.',
  NAME_AND_YEAR: 'Its name with the year behind: `Up (2009)`.',
  ALIASES: 'Its other names, as in other languages, with bars between: `La casa de papel|Haus des Geldes`.',
  YEAR: 'The year, or a date with one.',
  DESCRIPTION: 'A few sentences about it.',
  GENRES: 'Its genres, with bars, semicolons or commas between.',
  TAGS: 'Its tags, each with a relevance behind a colon or without.',
  CATEGORY: 'Its shelf.',
  CERTIFICATE: 'Its age certificate.',
  SECONDS: 'Its length in seconds, or as 1:52:30.',
  MINUTES: 'Its length in minutes, or as 1h 52m.',
  MILLISECONDS: 'Its length in milliseconds.',
  PAGES: 'Its length in pages.',
  PARENT: 'The id of the show, for an episode.',
  SEASON: 'The season, for an episode.',
  NUMBER: 'The number within the season, for an episode.',
  MEDIA_URL: 'Where its media can be played.',
  POSTER_URL: 'Where its picture is.',
  AVAILABILITY: 'When and where it may be shown: `FI 2026-01-01/2026-12-31`, with bars between.',
  STATE: 'LISTED, HIDDEN or REMOVED.',
  RATING: 'Its mean rating, 0 to 5.',
  RATING_OF_TEN: 'Its mean rating, 0 to 10.',
  RATING_COUNT: 'How many people rated it.',
  POPULARITY: 'How popular its source says it is.',
  LANGUAGE: 'Its language.',
  ALBUM: 'Its album.',
  DIRECTORS: 'Who directed it.',
  ACTORS: 'Who played in it, in order of billing.',
  CREATORS: 'Who created the show.',
  AUTHORS: 'Who wrote it.',
  ARTISTS: 'Who performed it.',
});
named(UploadPurpose, 'UploadPurpose', 'What a file is sent for.', {
  CATALOGUE: 'Titles to import: CSV, JSON Lines or the files of a MovieLens folder.',
  POSTER: 'The picture of a title: JPEG, PNG or WebP.',
  HISTORY: 'What a person has watched elsewhere.',
  OFFERS: 'What a shop offers: CSV or JSON Lines.',
});
named(UploadState, 'UploadState', 'Where a file stands.', {
  WAITING: 'Its address was given out; nothing has come.',
  RECEIVING: 'It is on its way.',
  READY: 'All of it is here.',
  FAILED: 'It broke off or did not fit; nothing of it was kept.',
  USED: 'An import works with it.',
});
