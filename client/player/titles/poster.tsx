import { useState } from 'react';
import type { TitleCardFragment } from '../generated/documents';
import css from './poster.module.css';

interface PosterProps {
  readonly title: Pick<TitleCardFragment, 'kind' | 'posterUrl'>;
  /** Whether it is what the page is about: then it is loaded at once. */
  readonly isFirst?: boolean;
}

/** A title's picture; a record sleeve is square. It says nothing that the name beside it does not. */
export function Poster({ title, isFirst = false }: PosterProps) {
  const [failed, setFailed] = useState('');
  const height = title.kind === 'TRACK' ? 400 : 600;
  return (
    <span className={css.poster}>
      {failed !== title.posterUrl && (
        <img
          src={title.posterUrl}
          alt=""
          width={400}
          height={height}
          loading={isFirst ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
          onError={() => setFailed(title.posterUrl)}
        />
      )}
    </span>
  );
}
