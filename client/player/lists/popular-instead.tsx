import { useQuery } from '@apollo/client/react';
import { PopularDocument } from '../generated/documents';
import { TitleCard } from '../titles/title-card';
import { useWords } from '../words/language';
import css from './found.module.css';
import { TitleRow } from './title-row';

/** Nothing was found: says so, and offers what many like. */
export function PopularInstead({ words }: { readonly words: string }) {
  const { t } = useWords();
  const { data } = useQuery(PopularDocument);
  return (
    <div className={css.instead}>
      <div className={css.nothing} role="status">
        <h2>{words === '' ? t('search.nothingHere') : t('search.nothing', { words })}</h2>
        <p>{t('search.hint')}</p>
      </div>
      {data && data.popular.length > 0 && (
        <TitleRow heading={t('search.instead')}>
          {data.popular.map((title) => (
            <li key={title.id}>
              <TitleCard title={title} />
            </li>
          ))}
        </TitleRow>
      )}
    </div>
  );
}
