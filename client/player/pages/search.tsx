import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { SearchDocument, type TitleKind } from '../generated/documents';
import { Found } from '../lists/found';
import { Magnifier } from '../parts/icon';
import box from '../parts/search-box.module.css';
import { Failed } from '../parts/state';
import { useWords } from '../words/language';
import css from './search.module.css';

const KINDS = ['MOVIE', 'SHOW', 'TRACK', 'BOOK', 'VIDEO'] as const satisfies readonly TitleKind[];
const TYPING_MS = 250;

/** Search as one types; the address follows, so that it can be kept and shared. */
export default function Search() {
  const { t } = useWords();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const words = asked.get('q') ?? '';
  const kind = KINDS.find((each) => each === asked.get('kind')) ?? null;
  const [typed, setTyped] = useState(words);
  // The address changed by itself, by going back for example: the field follows.
  const [known, setKnown] = useState(words);
  if (known !== words) {
    setKnown(words);
    if (typed.trim() !== words) setTyped(words);
  }
  useEffect(() => {
    if (typed.trim() === words) return;
    const timer = setTimeout(() => go(addressOf(typed.trim(), kind), { replace: true }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, words, kind, go]);
  useEffect(() => {
    document.title = `${words === '' ? t('app.search') : words} · ${t('app.name')}`;
  }, [words, t]);

  const search = { search: words === '' ? null : words, kinds: kind === null ? null : [kind] };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(SearchDocument, { variables: search });
  const shown = data ?? previousData;
  return (
    <div className={css.page}>
      <h1 className="unseen">{t('app.search')}</h1>
      <search className={css.head}>
        <form
          className={box.box}
          onSubmit={(event) => {
            event.preventDefault();
            go(addressOf(typed.trim(), kind), { replace: true });
          }}
        >
          <Magnifier />
          <input
            // biome-ignore lint/a11y/noAutofocus: whoever comes here comes to type.
            autoFocus
            type="search"
            value={typed}
            placeholder={t('search.placeholder')}
            aria-label={t('app.search')}
            autoComplete="off"
            enterKeyHint="search"
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
        <fieldset className={css.kinds}>
          <legend className="unseen">{t('search.kinds')}</legend>
          {[null, ...KINDS].map((each) => (
            <button
              key={each}
              type="button"
              className={css.kind}
              aria-pressed={each === kind}
              onClick={() => go(addressOf(typed.trim(), each), { replace: true })}
            >
              {each === null ? t('search.all') : t(`kinds.${each}`)}
            </button>
          ))}
        </fieldset>
      </search>
      {error && !shown && <Failed onRetry={() => void refetch()} />}
      {(shown || !error) && (
        <Found
          titles={shown?.titles ?? null}
          words={words}
          isOld={loading && !data}
          more={async (after) => {
            await fetchMore({ variables: { after } });
          }}
        />
      )}
    </div>
  );
}

function addressOf(words: string, kind: TitleKind | null): string {
  const asked = new URLSearchParams({ ...(words === '' ? {} : { q: words }), ...(kind === null ? {} : { kind }) }).toString();
  return asked === '' ? '/search' : `/search?${asked}`;
}
