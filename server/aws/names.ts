import { sessionReference, titleLabel, titleName, titleReference, userReference } from '../../core/aws/names';
import type { ExternalId, Title } from '../../core/title';
import { externalIdsOf } from '../../store/external-ids';
import { resolveTitles } from '../../store/titles';
import { readReference } from '../subject';
import type { AwsCall } from './call';

/** Our ids of the titles that an application names, in their order; null where there is none. Throws BAD_INPUT on `member`. */
export async function titlesNamed({ house, source }: AwsCall, ids: readonly string[], member: string): Promise<readonly (number | null)[]> {
  const references = ids.map((id) => readReference(titleReference(id, source), member));
  return resolveTitles(house.database.db, references);
}

/** Our id of the person or, as Amazon Personalize takes it too, of the session that an application names; null for a stranger. */
export async function personNamed({ house, source, caller }: AwsCall, userId: string): Promise<number | null> {
  const idOf = (text: string) => house.named.idOf(readReference(text, 'userId'), { create: false });
  return (await idOf(userReference(userId, source))) ?? (userId.length > 180 ? null : idOf(sessionReference(userId, caller.keyId)));
}

/** A kept title is another object once it has changed, its ids among the rest. */
const known = new WeakMap<Title, readonly ExternalId[]>();

/** A title, the name by which the application knows it, and what people call it. */
export interface TitleToTell {
  readonly title: Title;
  readonly name: string;
  readonly label: string;
}

/** The titles of these ids that there are, with the names by which the application knows them. */
export async function titlesToTell({ house, source }: AwsCall, ids: readonly number[]): Promise<ReadonlyMap<number, TitleToTell>> {
  const titles = (await Promise.all(ids.map((id) => house.recommender.titles.get(id)))).filter((title) => title !== null);
  const unread = titles.filter((title) => !known.has(title));
  const externalIds =
    unread.length === 0 ? new Map<number, readonly ExternalId[]>() : await externalIdsOf(house.database.db, idsOf(unread));
  for (const title of unread) known.set(title, externalIds.get(title.id) ?? []);
  return new Map(titles.map((title) => [title.id, told(title, known.get(title) ?? [], source)]));
}

function told(title: Title, externalIds: readonly ExternalId[], source: string): TitleToTell {
  return { title, name: titleName(title.id, externalIds, source), label: titleLabel(title, externalIds) };
}

const idsOf = (titles: readonly Title[]): readonly number[] => titles.map(({ id }) => id);
