import { readCsv } from './csv';
import { cleanText, webUrl } from './import-field';
import { TitleKind } from './title';
import type { ImportProblem, ParsedTitles, TitleDraft } from './title-draft';

/** Reads item links: a CSV with the header `item_id,Object Key,URL`. A video is found again by `video:<item_id>`. */
export function parseLinks(text: string): ParsedTitles {
  const drafts: { row: number; draft: TitleDraft }[] = [];
  const problems: ImportProblem[] = [];
  const [header, ...rows] = readCsv(text);
  const names = header?.cells?.map((name) => name.toLowerCase()) ?? [];
  const missing = ['item_id', 'url'].filter((name) => !names.includes(name));
  if (missing.length > 0)
    return { drafts, problems: [{ row: header?.line ?? 1, field: 'header', message: `The header lacks ${missing.join(', ')}.` }] };
  for (const { line, cells } of rows) {
    const cell = (name: string): string => cleanText(cells?.[names.indexOf(name)] ?? '');
    const id = cell('item_id');
    const mediaUrl = webUrl(cell('url'));
    if (cells === null) problems.push({ row: line, field: 'row', message: 'This line is not CSV.' });
    else if (id === '' || id.length > 200)
      problems.push({ row: line, field: 'item_id', message: 'The item id must have 1 to 200 characters.' });
    else if (mediaUrl === null) problems.push({ row: line, field: 'URL', message: 'The URL must begin with http:// or https://.' });
    else drafts.push({ row: line, draft: { kind: TitleKind.VIDEO, externalIds: [{ source: 'video', value: id }], mediaUrl } });
  }
  return { drafts, problems };
}
