import { readCsv } from './csv';
import { cleanText, cutYear, webUrl, wholeNumber } from './import-field';
import { type ExternalId, TitleKind } from './title';
import type { ImportProblem, ParsedTitles, TitleDraft } from './title-draft';

const COLUMNS = 7;

/**
 * Reads hosted clips: a CSV without a header of category, snapshot URL, name with year, YouTube id, length in seconds, playable URL
 * and MovieLens id. A clip is found again by `clip:<MovieLens id>` and `youtube:<id>`.
 */
export function parseClips(text: string): ParsedTitles {
  const drafts: { row: number; draft: TitleDraft }[] = [];
  const problems: ImportProblem[] = [];
  for (const { line, cells } of readCsv(text)) {
    const found: ImportProblem[] = [];
    const problem = (field: string, message: string) => found.push({ row: line, field, message });
    if (cells?.length !== COLUMNS) {
      problems.push({
        row: line,
        field: 'row',
        message: `A clip has ${COLUMNS} columns; this row has ${cells?.length ?? 'a stray quote'}.`,
      });
      continue;
    }
    const draft = clipOf(cells, problem);
    if (found.length === 0) drafts.push({ row: line, draft });
    problems.push(...found);
  }
  return { drafts, problems };
}

function clipOf(cells: readonly string[], problem: (field: string, message: string) => void): TitleDraft {
  const [category = '', snapshot = '', fullName = '', video = '', length = '', media = '', movieId = ''] = cells.map(cleanText);
  const { name, year } = cutYear(fullName);
  const seconds = wholeNumber(length, 1, 86_400);
  const youtube = video.replace(/[&?#].*$/, '');
  const clip = wholeNumber(movieId, 1, 1e9);
  if (category === '') problem('category', 'The category is missing.');
  if (name === '') problem('name', 'The name is missing.');
  if (seconds === null) problem('seconds', 'The length must be a whole number of seconds, from 1 to 86400.');
  if (clip === null) problem('movieId', 'The MovieLens id must be a whole number above 0.');
  if (webUrl(media) === null) problem('mediaUrl', 'The playable URL must begin with http:// or https://.');
  const externalIds: ExternalId[] = [{ source: 'clip', value: String(clip) }];
  if (youtube !== '') externalIds.push({ source: 'youtube', value: youtube });
  return {
    kind: TitleKind.VIDEO,
    externalIds,
    name,
    year,
    category,
    seconds: seconds ?? undefined,
    mediaUrl: webUrl(media) ?? undefined,
    posterSource: webUrl(snapshot) ?? undefined,
  };
}
