import type { PersonInNumbersFragment, PlayRowFragment } from '../generated/documents';
import { useWords } from '../words/language';
import { useAmounts } from './amount';
import css from './facts.module.css';
import { PlayLine } from './plays-behind';

interface FactsProps {
  readonly person: PersonInNumbersFragment;
  readonly timeZone: string;
  readonly onPlays: () => void;
}

/** The few numbers that all others are parts of, the first play and the last. */
export function Facts({ person, timeZone, onPlays }: FactsProps) {
  const { t, language } = useWords();
  const { time } = useAmounts();
  const number = new Intl.NumberFormat(language);
  const { first, last, unknownSeconds } = person;
  return (
    <>
      <dl className={css.facts}>
        <div className={css.fact}>
          <dt>{t('insights.fact.time')}</dt>
          <dd>{time(person.seconds) || '0'}</dd>
        </div>
        <div className={css.fact}>
          <dt>{t('insights.fact.plays')}</dt>
          <dd>
            {first ? (
              <button type="button" className={css.number} onClick={onPlays}>
                {number.format(person.playCount)}
              </button>
            ) : (
              number.format(person.playCount)
            )}
          </dd>
        </div>
        <div className={css.fact}>
          <dt>{t('insights.fact.titles')}</dt>
          <dd>{number.format(person.titles)}</dd>
        </div>
        {first && <Milestone name={t('insights.first')} play={first} timeZone={timeZone} />}
        {last && <Milestone name={t('insights.last')} play={last} timeZone={timeZone} />}
      </dl>
      {unknownSeconds > 0 && <p className={css.note}>{t('insights.unknownSeconds', { count: unknownSeconds })}</p>}
    </>
  );
}

function Milestone({ name, play, timeZone }: { readonly name: string; readonly play: PlayRowFragment; readonly timeZone: string }) {
  return (
    <div className={css.milestone}>
      <dt>{name}</dt>
      <dd>
        <PlayLine play={play} timeZone={timeZone} isShort />
      </dd>
    </div>
  );
}
