import type { Cell } from './csv-text';
import type { Availability, ExternalId, Tag, Title } from './title';

/** A title as a row of an export tells it. */
interface ToldTitle {
  readonly title: Title;
  readonly externalIds: readonly ExternalId[];
  readonly tags: readonly Tag[];
  readonly aliases: readonly string[];
  /** The show of an episode, by an external id; null where it has none. */
  readonly parent: string | null;
}

/** The columns of an exported catalogue, as the importer reads them. */
export const TITLE_COLUMNS = [
  ...['kinographId', 'name', 'kind', 'year', 'genres', 'externalIds', 'seconds', 'pages', 'category', 'certificate', 'description', 'tags'],
  ...['availability', 'parent', 'season', 'number', 'posterUrl', 'mediaUrl', 'state', 'aliases'],
] as const;

/** One row. A poster that an operator uploaded has no address elsewhere, so it is left out. */
export function titleRow({ title, externalIds, tags, aliases, parent }: ToldTitle): readonly Cell[] {
  return [
    ...[title.id, title.name, title.kind, title.year, listText(title.genres), listText(externalIds.map(idText))],
    ...[title.seconds, title.pages, title.category, title.certificate, title.description],
    ...[listText(tags.map(({ tag, relevance }) => `${tag}:${relevance}`)), title.availability.map(windowText).join('|'), parent],
    ...[title.season, title.number, title.posterSource?.startsWith('/') ? null : title.posterSource, title.mediaUrl, title.state],
    listText(aliases),
  ];
}

/** An external id as it is written in a cell. */
export const idText = ({ source, value }: ExternalId): string => `${source}:${value}`;

/** `FI 2026-01-01T00:00:00.000Z/`: everywhere without a region, open ends left empty. */
const windowText = ({ region, from, until }: Availability): string => `${region ?? '*'} ${from ?? ''}/${until ?? ''}`;

/** Values with bars between; as JSON where a value could be taken apart. */
function listText(values: readonly string[]): string {
  const plain =
    values.every((value) => !value.includes('|')) && (values.length > 1 || !/[;,]/.test(values[0] ?? '')) && !values[0]?.startsWith('[');
  return plain ? values.join('|') : JSON.stringify(values);
}
