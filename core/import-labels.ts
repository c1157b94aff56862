import { readCsv } from './csv';
import { cleanText } from './import-field';
import { TitleKind } from './title';
import type { ImportProblem, ParsedTitles, TitleDraft } from './title-draft';

const HEADER = ['sno', 'item_id', 'genres', 'childlabel', 'creation_timestamp'];

/**
 * Reads item labels: a CSV with the header `sno,item_id,genres,childlabel,creation_timestamp`, where genres and labels are lists parted
 * by commas. A video is found again by `video:<item_id>`; each label becomes a tag of relevance 1.
 */
export function parseLabels(text: string): ParsedTitles {
  const drafts: { row: number; draft: TitleDraft }[] = [];
  const problems: ImportProblem[] = [];
  const [header, ...rows] = readCsv(text);
  const names = header?.cells?.map((name) => name.toLowerCase()) ?? [];
  const missing = HEADER.slice(1, 4).filter((name) => !names.includes(name));
  if (missing.length > 0)
    return { drafts, problems: [{ row: header?.line ?? 1, field: 'header', message: `The header lacks ${missing.join(', ')}.` }] };
  for (const { line, cells } of rows) {
    const cell = (name: string): string => cleanText(cells?.[names.indexOf(name)] ?? '');
    const id = cell('item_id');
    if (cells === null) problems.push({ row: line, field: 'row', message: 'This line is not CSV.' });
    else if (id === '' || id.length > 200)
      problems.push({ row: line, field: 'item_id', message: 'The item id must have 1 to 200 characters.' });
    else drafts.push({ row: line, draft: videoOf(id, cell('genres'), cell('childlabel')) });
  }
  return { drafts, problems };
}

function videoOf(id: string, genres: string, labels: string): TitleDraft {
  return {
    kind: TitleKind.VIDEO,
    externalIds: [{ source: 'video', value: id }],
    genres: listOf(genres),
    tags: listOf(labels.toLowerCase()).map((tag) => ({ tag, relevance: 1 })),
  };
}

const listOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];
