import type { Credit, ExternalId, Tag, Title } from '../core/title';
import { aliasesOf } from './aliases';
import { creditsOf } from './credits';
import type { Db } from './database';
import { externalIdsOf } from './external-ids';
import { tagsOf } from './tags';

/** A title with everything that a save can change, as the audit keeps it. */
export interface WholeTitle extends Title {
  readonly externalIds: readonly ExternalId[];
  readonly tags: readonly Tag[];
  readonly aliases: readonly string[];
  readonly credits: readonly Credit[];
}

/** These titles whole, in their order: four statements, however many. */
export async function wholeTitles(db: Db, titles: readonly Title[]): Promise<readonly WholeTitle[]> {
  if (titles.length === 0) return [];
  const ids = titles.map(({ id }) => id);
  const [externalIds, tags] = [await externalIdsOf(db, ids), await tagsOf(db, ids)];
  const [aliases, credits] = [await aliasesOf(db, ids), await creditsOf(db, ids)];
  return titles.map((title) => ({
    ...title,
    externalIds: externalIds.get(title.id) ?? [],
    tags: tags.get(title.id) ?? [],
    aliases: aliases.get(title.id) ?? [],
    credits: credits.get(title.id) ?? [],
  }));
}
