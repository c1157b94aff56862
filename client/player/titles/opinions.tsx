import { useState } from 'react';
import { kinograph } from '../api/kinograph';
import type { Opinion } from '../generated/documents';
import { Thumb } from '../parts/icon';
import { cameFrom } from '../tracking/came-from';
import { useWords } from '../words/language';
import css from './opinions.module.css';

/** Like and dislike; a disliked title is not listed again. */
export function Opinions({ titleId, opinion }: { readonly titleId: string; readonly opinion: Opinion | null }) {
  const { t } = useWords();
  const [now, setNow] = useState(opinion);
  const say = (next: Opinion): void => {
    kinograph.track({ type: next, titleId, ...cameFrom(titleId) });
    setNow(next);
  };
  return (
    <span className={css.opinions}>
      {(['LIKE', 'DISLIKE'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={css.thumb}
          aria-pressed={now === each}
          aria-label={t(`opinion.${each}`)}
          title={t(`opinion.${each}`)}
          onClick={() => say(each)}
        >
          <Thumb isDown={each === 'DISLIKE'} isOn={now === each} />
        </button>
      ))}
      <span className="unseen" role="status">
        {now !== opinion && now !== null && t(`opinion.${now}.done`)}
      </span>
    </span>
  );
}
