import type { BlendVote } from '../generated/documents';
import { Thumb } from '../parts/icon';
import css from '../parts/round-buttons.module.css';
import { useWords } from '../words/language';
import type { Vote } from './ballot-box';
import { Forbid } from './icons';

const VOTES = ['UP', 'DOWN', 'VETO'] as const satisfies readonly BlendVote[];

interface VoteButtonsProps {
  readonly title: { readonly id: string; readonly name: string };
  /** What one says of it now. */
  readonly own: Vote;
  onVote(vote: Vote): void;
}

/** For, against, or under no circumstances; the same button again takes it back. */
export function VoteButtons({ title, own, onVote }: VoteButtonsProps) {
  const { t } = useWords();
  return (
    <fieldset className={css.row}>
      <legend className="unseen">{t('blend.vote.on', { title: title.name })}</legend>
      {VOTES.map((vote) => (
        <button
          key={vote}
          type="button"
          className={vote === 'VETO' ? `${css.button} ${css.danger}` : css.button}
          aria-pressed={own === vote}
          aria-label={t(`blend.vote.${vote}`)}
          title={t(`blend.vote.${vote}`)}
          onClick={() => onVote(own === vote ? null : vote)}
        >
          {vote === 'VETO' ? <Forbid /> : <Thumb isDown={vote === 'DOWN'} isOn={own === vote} />}
        </button>
      ))}
    </fieldset>
  );
}
