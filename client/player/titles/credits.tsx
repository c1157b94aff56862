import type { CreditRole, TitlePageQuery } from '../generated/documents';
import { useWords } from '../words/language';
import css from './credits.module.css';

type Credit = NonNullable<TitlePageQuery['title']>['credits'][number];

const ROLES = ['DIRECTOR', 'CREATOR', 'AUTHOR', 'ARTIST', 'ACTOR'] as const satisfies readonly CreditRole[];
const MOST = 8;

/** Who made it and who plays in it, by what they did. */
export function Credits({ credits }: { readonly credits: readonly Credit[] }) {
  const { t } = useWords();
  const roles = ROLES.map((role) => ({ role, people: credits.filter((credit) => credit.role === role) }));
  if (credits.length === 0) return null;
  return (
    <dl className={css.credits}>
      {roles
        .filter(({ people }) => people.length > 0)
        .map(({ role, people }) => (
          <div key={role}>
            <dt>{t(`credit.${role}`)}</dt>
            <dd>{people.slice(0, MOST).map(named).join(', ')}</dd>
          </div>
        ))}
    </dl>
  );
}

const named = ({ name, character }: Credit): string => (character ? `${name} (${character})` : name);
