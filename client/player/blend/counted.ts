import type { LiveBlendFragment } from '../generated/documents';
import type { Waiting } from './ballot-box';

type Ballot = LiveBlendFragment['votes'][number];

/** The blend as it will be once the votes of `youId` that are on their way have arrived: they are told, and what is vetoed is gone. */
export function withVotes(blend: LiveBlendFragment, youId: string | null, waiting: Waiting): LiveBlendFragment {
  if (waiting.size === 0 || youId === null) return blend;
  const names = new Map([...blend.votes, ...blend.titles].flatMap(({ title }) => (title ? [[title.id, title]] : [])));
  const known = blend.votes.filter(({ userId, title }) => userId !== youId || title === null || !waiting.has(title.id));
  const own = [...waiting].flatMap(([titleId, vote]): Ballot[] => {
    const title = names.get(titleId);
    return vote === null || title === undefined ? [] : [{ userId: youId, vote, title }];
  });
  return { ...blend, votes: [...known, ...own], titles: blend.titles.filter(({ title }) => waiting.get(title.id) !== 'VETO') };
}

/** How well the titles shown suit a member on average, 0 to 1, and at how many of them they give way; null where nothing is known of their taste. */
export function suits(titles: LiveBlendFragment['titles'], userId: string): { readonly mean: number; readonly givesWay: number } | null {
  const values = titles.flatMap(({ satisfactions }) => satisfactions.find((each) => each.userId === userId)?.value ?? []);
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, givesWay: titles.filter(({ givesWayId }) => givesWayId === userId).length };
}
