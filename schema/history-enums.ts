import { DateOrder } from '../core/history/day';
import { RowFate } from '../core/history/place';
import { HistoryFormat, HistoryImportState, HistoryQuestion } from '../core/history-import';
import { named } from './enums';

named(DateOrder, 'DateOrder', 'In what order a file writes its dates.', {
  DAY_FIRST: '31/12/2025.',
  MONTH_FIRST: '12/31/2025.',
  YEAR_FIRST: '2025-12-31.',
});
named(RowFate, 'RowFate', 'What became of a row.', {
  SURE: 'Its title is known: it counts.',
  ASK: 'It may be one of several titles: it counts once somebody says which.',
  UNKNOWN: 'None of the titles here.',
  DROPPED: 'No viewing, or here already; its reason says which.',
  LEFT_OUT: 'Left out by the person: it counts for nothing.',
});
named(HistoryImportState, 'HistoryImportState', 'Where the import of a history stands.', {
  READING: 'Its file is being read.',
  ASKING: 'Something must be answered before it goes on: see `question`.',
  PLACING: 'Titles are being looked for.',
  DONE: 'Every row has its fate, and what is sure counts.',
  FAILED: 'Nothing of it counts; `error` says why.',
});
named(HistoryQuestion, 'HistoryQuestion', 'What cannot be told from a file.', {
  PROFILE: 'Whose rows to take: the export holds several profiles.',
  DATE_ORDER: 'Whether the day or the month comes first.',
});
named(HistoryFormat, 'HistoryFormat', 'What kind of history it is.', {
  SHORT: 'A title and a day a row.',
  FULL: 'The export of a whole account: profiles, times and durations.',
  SAMPLE: 'No file: titles drawn at random, to try it.',
});
