import type { BegunFragment } from '../generated/documents';
import { TitleCard } from '../titles/title-card';
import { useSay } from '../words/say';
import { TitleRow } from './title-row';

/** What was covered by so much was seen to its end, but for the names. */
const DONE = 0.95;
const MOST = 20;

/** What was begun and not finished, the newest first; nothing where there is nothing. */
export function ContinueRow({ begun }: { readonly begun: readonly BegunFragment[] }) {
  const say = useSay();
  const cards = begun
    .flatMap(({ title, coverage, lastAt }) => (title && coverage !== null && coverage < DONE ? [{ title, coverage, lastAt }] : []))
    .sort((one, other) => other.lastAt.localeCompare(one.lastAt))
    .slice(0, MOST);
  if (cards.length === 0) return null;
  return (
    <TitleRow heading={say.t('home.continue')}>
      {cards.map(({ title, coverage }) => (
        <li key={title.id}>
          <TitleCard
            title={title.parent ? { ...title, name: title.parent.name } : title}
            reason={title.parent ? `${say.episode(title)}: ${title.name}` : undefined}
            progress={coverage}
            leads="watch"
          />
        </li>
      ))}
    </TitleRow>
  );
}
