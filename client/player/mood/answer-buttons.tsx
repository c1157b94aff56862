import { Thumb } from '../parts/icon';
import css from '../parts/round-buttons.module.css';
import { useWords } from '../words/language';
import { ANSWERS, type Answer } from './answer';
import { Question } from './question';

interface AnswerButtonsProps {
  readonly title: { readonly name: string };
  /** What was said of it here; null: nothing yet. */
  readonly own: Answer | null;
  onAnswer(answer: Answer): void;
}

/** For, against, or not known. */
export function AnswerButtons({ title, own, onAnswer }: AnswerButtonsProps) {
  const { t } = useWords();
  return (
    <fieldset className={css.row}>
      <legend className="unseen">{t('mood.answer.on', { title: title.name })}</legend>
      {ANSWERS.map((answer) => (
        <button
          key={answer}
          type="button"
          className={css.button}
          aria-pressed={own === answer}
          aria-label={t(`mood.answer.${answer}`)}
          title={t(`mood.answer.${answer}`)}
          onClick={() => onAnswer(answer)}
        >
          {answer === 'DONT_KNOW' ? <Question /> : <Thumb isDown={answer === 'DISLIKE'} isOn={own === answer} />}
        </button>
      ))}
    </fieldset>
  );
}
