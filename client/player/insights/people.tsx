import type { PersonInNumbersFragment } from '../generated/documents';
import search from '../pages/search.module.css';
import { useWords } from '../words/language';
import type { View } from './view';

interface PeopleProps {
  readonly people: readonly PersonInNumbersFragment[];
  readonly shown: string;
  readonly nameOf: (userId: string) => string;
  readonly onView: (next: Partial<View>) => void;
}

/** Whose charts are shown; oneself first. */
export function People({ people, shown, nameOf, onView }: PeopleProps) {
  const { t } = useWords();
  return (
    <fieldset className={search.kinds}>
      <legend className="unseen">{t('insights.whose')}</legend>
      {people.map(({ userId }, at) => (
        <button
          key={userId}
          type="button"
          className={search.kind}
          aria-pressed={userId === shown}
          onClick={() => onView({ userId: at === 0 ? null : userId })}
        >
          {nameOf(userId)}
        </button>
      ))}
    </fieldset>
  );
}
