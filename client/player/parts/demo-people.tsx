import { useState } from 'react';
import { useLocation } from 'wouter';
import { signInAsDemoPerson } from '../account/demo';
import type { LandingQuery } from '../generated/documents';
import { useSay } from '../words/say';
import css from './demo-people.module.css';
import { keepVisit } from './visit';

type People = NonNullable<LandingQuery['demo']>['people'];

/** People of the demo with tastes far apart: to see at once how lists differ. */
export function DemoPeople({ people }: { readonly people: People }) {
  const say = useSay();
  const [, go] = useLocation();
  const [busy, setBusy] = useState('');
  const [failed, setFailed] = useState(false);
  const enter = async (id: string): Promise<void> => {
    setBusy(id);
    setFailed(false);
    const refusal = await signInAsDemoPerson(id);
    setBusy('');
    setFailed(refusal !== null);
    if (refusal !== null) return;
    keepVisit();
    go('/');
  };
  return (
    <section className={css.people} aria-labelledby="demo-people">
      <h2 id="demo-people">{say.t('landing.people')}</h2>
      <p className={css.hint}>{say.t('landing.peopleHint')}</p>
      {failed && <p role="alert">{say.t('state.failed')}</p>}
      <ul className={css.list}>
        {people.map(({ user, titles, genres }) => (
          <li key={user.id}>
            <button
              type="button"
              className={css.person}
              disabled={busy !== ''}
              onClick={() => void enter(`${user.source}:${user.externalId}`)}
            >
              <span className={css.genres}>{say.genres(genres)}</span>
              <span className={css.facts}>
                {user.name ?? say.t('landing.person', { number: user.externalId })} · {say.t('landing.rated', { count: titles })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
