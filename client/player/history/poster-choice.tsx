import type { HistoryTitleFragment } from '../generated/documents';
import { Poster } from '../titles/poster';
import { useSay } from '../words/say';
import css from './poster-choice.module.css';

interface PosterChoiceProps {
  readonly title: HistoryTitleFragment;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

/** A title to press: this is the one. */
export function PosterChoice({ title, isBusy, onChoose }: PosterChoiceProps) {
  const say = useSay();
  return (
    <button type="button" className={css.choice} disabled={isBusy} onClick={onChoose}>
      <Poster title={title} />
      <span className={css.name}>{title.name}</span>
      <span className={css.facts}>{[say.kind(title.kind), title.year].filter(Boolean).join(' · ')}</span>
    </button>
  );
}
