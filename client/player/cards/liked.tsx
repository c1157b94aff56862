import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { GenresDocument, type PersonFragment } from '../generated/documents';
import { Saved } from '../me/saved';
import { weightOf } from '../me/taste';
import { useTaste } from '../me/use-taste';
import { KINDS } from '../mood/choice';
import limits from '../mood/limits.module.css';
import search from '../pages/search.module.css';
import { Button } from '../parts/button';
import { Failed, Loading, Skeleton } from '../parts/state';
import { useSay } from '../words/say';
import css from './cards.module.css';

const FEW = 12;

/** Genres of each kind to press; they count as soon as somebody goes on. */
export function Liked({ person, onDone }: { readonly person: PersonFragment; onDone(): void }) {
  const say = useSay();
  const { data, error, refetch } = useQuery(GenresDocument);
  const { taste, saving, move, settle } = useTaste(person);
  const [isLeaving, setLeaving] = useState(false);
  const go = async (): Promise<void> => {
    setLeaving(true);
    await settle();
    onDone();
  };
  // A genre in brackets says that there is none.
  const genres = (data?.genres ?? []).filter(({ genre }) => !genre.startsWith('('));
  const shelves = KINDS.map((kind) => ({ kind, genres: genres.filter((each) => each.kind === kind).slice(0, FEW) }));
  return (
    <section className={css.step} aria-labelledby="liked">
      <header className={css.head}>
        <h2 id="liked">{say.t('cards.genres')}</h2>
        <Saved saving={saving} />
      </header>
      {!data && error && <Failed onRetry={() => void refetch().catch(() => {})} />}
      {!data && !error && (
        <Loading>
          <Skeleton className={css.bone} />
        </Loading>
      )}
      {shelves.map(
        ({ kind, genres: some }) =>
          some.length > 0 && (
            <fieldset key={kind} className={limits.part}>
              <legend>
                <span aria-hidden="true">{say.t(`kinds.${kind}`)}</span>
                <span className="unseen">{say.t('cards.genres.of', { kind: say.t(`kinds.${kind}`) })}</span>
              </legend>
              <div className={limits.chips}>
                {some.map(({ genre }) => {
                  const isLiked = weightOf(taste, kind, genre) > 0;
                  return (
                    <button
                      key={genre}
                      type="button"
                      className={search.kind}
                      aria-pressed={isLiked}
                      onClick={() => move({ kind, genre, weight: isLiked ? 0 : 1 })}
                    >
                      {say.genre(genre)}
                    </button>
                  );
                })}
              </div>
            </fieldset>
          ),
      )}
      <div className={css.ways}>
        <Button look="strong" disabled={isLeaving} onClick={() => void go()}>
          {say.t('cards.next')}
        </Button>
      </div>
    </section>
  );
}
