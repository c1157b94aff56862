import type { LiveBlendFragment } from '../generated/documents';
import { useSay } from '../words/say';
import { useNames } from './names';

type Members = LiveBlendFragment['members'];
type Reason = LiveBlendFragment['titles'][number]['reasons'][number];

const MOST_REASONS = 2;

/** Why a title is in a blend, in the reader's language: the reader's own reasons first, one of each member, and the general ones only where there is none. */
export function useReasons() {
  const say = useSay();
  const { nameOf } = useNames();

  function inWords(members: Members, reason: Reason): string {
    const { userId, code, title, genre } = reason;
    const isOwn = userId === null || members.some((member) => member.isYou && member.userId === userId);
    if (isOwn) return say.reason(reason);
    const name = nameOf(members, userId);
    if (title !== null) return say.t('blend.reason.watched', { name, title: title.name });
    if (code === 'LIKED_GENRE' && genre !== null) return say.t('blend.reason.genre', { name, genre: say.genre(genre) });
    return `${name}: ${say.reason(reason)}`;
  }

  return (members: Members, reasons: readonly Reason[]): readonly string[] => {
    const firstOfEach = reasons.filter(({ userId }, at) => reasons.findIndex((each) => each.userId === userId) === at);
    const personal = firstOfEach.filter(({ userId }) => userId !== null);
    const isYours = ({ userId }: Reason): boolean => members.some((member) => member.isYou && member.userId === userId);
    const ordered = [...personal.filter(isYours), ...personal.filter((reason) => !isYours(reason))];
    return (ordered.length > 0 ? ordered : firstOfEach).slice(0, MOST_REASONS).map((reason) => inWords(members, reason));
  };
}
