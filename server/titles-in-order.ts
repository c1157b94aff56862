import type { Title } from '../core/title';
import type { Context } from './context';

/** The titles of a list, in its order, without those that were taken away since it was made. */
export async function titlesInOrder(context: Context, ids: readonly number[]): Promise<Title[]> {
  const titles = await context.loaders.title.loadMany([...ids]);
  return titles.filter((title): title is Title => title !== null && !(title instanceof Error));
}
