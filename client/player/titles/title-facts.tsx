import { Link } from 'wouter';
import type { TitlePageQuery } from '../generated/documents';
import { useSay } from '../words/say';
import css from './title-facts.module.css';

type Title = NonNullable<TitlePageQuery['title']>;

/** The name of a title, and what there is to know about it at a glance. */
export function TitleFacts({ title }: { readonly title: Title }) {
  const say = useSay();
  const { parent, certificate } = title;
  const facts = [say.kind(title.kind), title.year, say.length(title)].filter(Boolean).join(' · ');
  return (
    <header className={css.head}>
      {parent && (
        <p className={css.parent}>
          <Link href={`/title/${parent.id}`}>{parent.name}</Link> · {say.episode(title)}
        </p>
      )}
      <h1 className={css.name}>{title.name}</h1>
      <p className={css.facts}>
        {facts}
        {certificate && (
          <span className={css.certificate}>
            <span className="unseen">{say.t('title.certificate')} </span>
            {certificate}
          </span>
        )}
      </p>
      {title.genres.length > 0 && <p className={css.facts}>{say.genres(title.genres)}</p>}
    </header>
  );
}
