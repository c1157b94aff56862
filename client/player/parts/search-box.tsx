import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../words/language';
import { Magnifier } from './icon';
import css from './search-box.module.css';

/** The search field of the header; the search page has one of its own. */
export function SearchBox() {
  const { t } = useWords();
  const [, go] = useLocation();
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    go(words === '' ? '/search' : `/search?q=${encodeURIComponent(words)}`);
  };
  return (
    <search>
      <form className={css.box} onSubmit={search}>
        <Magnifier />
        <input
          type="search"
          name="q"
          placeholder={t('search.placeholder')}
          aria-label={t('app.search')}
          autoComplete="off"
          enterKeyHint="search"
        />
      </form>
    </search>
  );
}
