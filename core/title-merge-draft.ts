import type { Credit, ExternalId, Tag, Title, TitleAttributes } from './title';
import { TitleState } from './title';
import type { ImportDraft } from './title-draft';

/** Everything of a title that an import can change. */
export type ImportedTitle = Omit<Title, 'id' | 'mergedIntoId' | 'version' | 'createdAt' | 'updatedAt'> & {
  readonly externalIds: readonly ExternalId[];
  readonly tags: readonly Tag[];
  readonly aliases: readonly string[];
  readonly credits: readonly Credit[];
};

/** A title as a draft leaves it: what the draft does not tell stays, ids, tags and other names are added to, credits are told anew for each role that it tells. */
export function mergedDraft(before: ImportedTitle | null, draft: ImportDraft, parentId: number | null): ImportedTitle {
  const first = draft.externalIds[0];
  return {
    kind: before?.kind ?? draft.kind,
    name: draft.name ?? before?.name ?? first?.value ?? '',
    year: draft.year ?? before?.year ?? null,
    description: draft.description ?? before?.description ?? null,
    genres: draft.genres ?? before?.genres ?? [],
    category: draft.category ?? before?.category ?? null,
    certificate: draft.certificate ?? before?.certificate ?? null,
    seconds: draft.seconds ?? before?.seconds ?? null,
    pages: draft.pages ?? before?.pages ?? null,
    parentId: parentId ?? before?.parentId ?? null,
    season: draft.season ?? before?.season ?? null,
    number: draft.number ?? before?.number ?? null,
    availability: draft.availability ?? before?.availability ?? [],
    attributes: joined(before?.attributes ?? {}, draft.attributes),
    posterSource: draft.posterSource ?? before?.posterSource ?? null,
    mediaUrl: draft.mediaUrl ?? before?.mediaUrl ?? null,
    // Whoever imports a title that was taken out wants it back.
    state: draft.state ?? (before?.state === TitleState.HIDDEN ? TitleState.HIDDEN : TitleState.LISTED),
    externalIds: added(before?.externalIds ?? [], draft.externalIds, ({ source, value }) => `${source}:${value}`),
    tags: added(before?.tags ?? [], draft.tags ?? [], ({ tag }) => tag),
    aliases: added(before?.aliases ?? [], draft.aliases ?? [], (name) => name),
    credits: draft.credits === undefined ? (before?.credits ?? []) : creditsAfter(before?.credits ?? [], draft.credits),
  };
}

/** The names of the fields in which two titles differ; an order of ids, tags, other names and credits says nothing, and tags are told as the column keeps them. */
export function changedBy(before: ImportedTitle, after: ImportedTitle): readonly (keyof ImportedTitle)[] {
  return (Object.keys(after) as (keyof ImportedTitle)[]).filter((field) => comparable(before, field) !== comparable(after, field));
}

function comparable(title: ImportedTitle, field: keyof ImportedTitle): string {
  if (field === 'tags')
    return [...title.tags]
      .map(({ tag, relevance }) => `${tag}:${Math.fround(relevance)}`)
      .sort()
      .join('|');
  if (field === 'externalIds')
    return [...title.externalIds]
      .map(({ source, value }) => `${source}:${value}`)
      .sort()
      .join('|');
  if (field === 'aliases') return JSON.stringify([...title.aliases].sort());
  if (field === 'credits')
    return [...title.credits]
      .map(({ role, position, name, character }) => JSON.stringify([role, position, name, character]))
      .sort()
      .join('|');
  if (field === 'attributes') return JSON.stringify(Object.entries(title.attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(title[field]);
}

function joined(before: TitleAttributes, given: TitleAttributes | undefined): TitleAttributes {
  return given === undefined ? before : { ...before, ...given };
}

function added<Fact>(before: readonly Fact[], given: readonly Fact[], keyOf: (fact: Fact) => string): readonly Fact[] {
  if (given.length === 0) return before;
  return [...new Map([...before, ...given].map((fact) => [keyOf(fact), fact])).values()];
}

/** A character that the catalogue knows stays with its actor. */
function creditsAfter(before: readonly Credit[], given: readonly Credit[]): readonly Credit[] {
  const roles = new Set(given.map(({ role }) => role));
  const characters = new Map(before.map(({ role, name, character }) => [`${role}:${name}`, character]));
  return [
    ...before.filter(({ role }) => !roles.has(role)),
    ...given.map((credit) => ({ ...credit, character: credit.character ?? characters.get(`${credit.role}:${credit.name}`) ?? null })),
  ];
}
