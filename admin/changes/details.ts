import { fieldName, valueText } from '../titles/words';

/** What a change of many titles was about, in words. */
export function detailsOf(details: Readonly<Record<string, unknown>>): string {
  const { change, filter, undoes, name, file } = details;
  if (undoes !== undefined) return `of change ${undoes}`;
  if (change !== undefined) return [partsOf(change), whereOf(filter)].filter(Boolean).join('; ');
  return valueText(name ?? file ?? null).replace('–', '');
}

function partsOf(of: unknown): string {
  if (typeof of !== 'object' || of === null) return '';
  return Object.entries(of)
    .map(([field, value]) => `${fieldName(field).toLowerCase()}: ${valueText(value)}`)
    .join(', ');
}

const MOST_IDS = 5;

function whereOf(filter: unknown): string {
  if (typeof filter !== 'object' || filter === null) return '';
  const { ids, states: _, ...rest } = filter as Readonly<Record<string, unknown>>;
  if (Array.isArray(ids)) return ids.length > MOST_IDS ? `${ids.length} chosen titles` : `titles ${ids.join(', ')}`;
  const parts = partsOf(rest);
  return parts === '' ? 'all titles' : `where ${parts}`;
}
