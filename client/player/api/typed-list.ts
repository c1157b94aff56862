import type { RecommendationList } from '../../sdk/index';
import type { LiveListFragment } from '../generated/documents';

/** A pushed list with the names of its types, which is how the cache tells that its titles are those that it knows. */
export function typedList(list: RecommendationList): LiveListFragment {
  const typed = {
    ...named('RecommendationList', list),
    cause: { ...named('Cause', list.cause), title: list.cause.title && named('Title', list.cause.title) },
    items: named('RecommendationConnection', {
      nodes: list.items.nodes.map((node) => ({
        ...named('Recommendation', node),
        title: named('Title', node.title),
        reasons: node.reasons.map((reason) => ({ ...named('Reason', reason), title: reason.title && named('Title', reason.title) })),
      })),
    }),
  };
  // What a newer server may name is OTHER here; whatever has no words of ours for it is shown by the server's.
  return typed as unknown as LiveListFragment;
}

const named = <Fields extends object>(__typename: string, fields: Fields): Fields => ({ __typename, ...fields });
