import type { PersonInNumbersFragment } from '../generated/documents';
import { Poster } from '../titles/poster';
import { useWords } from '../words/language';
import { useAmounts } from './amount';
import { Chart } from './chart';
import css from './charts.module.css';
import type { OpenPlays } from './person';
import { useTimes } from './times';

interface BingesProps {
  readonly binges: NonNullable<PersonInNumbersFragment['binges']>;
  readonly timeZone: string;
  readonly onOpen: OpenPlays;
}

/** Shows of which several parts were played at a stretch. */
export function Binges({ binges, timeZone, onOpen }: BingesProps) {
  const { t } = useWords();
  const { plays, time } = useAmounts();
  const { day } = useTimes(timeZone);
  if (binges.length === 0) return null;
  return (
    <Chart heading={t('insights.binges')} note={t('insights.binges.note')}>
      <ol className={css.binges}>
        {binges.map(({ title, at, ...sums }) => (
          <li key={`${title.id} ${at}`}>
            <button type="button" className={css.binge} onClick={() => onOpen(title.name, { titleId: title.id })}>
              <span className={css.picture}>
                <Poster title={title} />
              </span>
              <span className={css.words}>
                <span>{title.name}</span>
                <span className={css.facts}>
                  {[day({ occurredAt: at, timed: isTimed(at) }), plays(sums.plays), sums.seconds > 0 && time(sums.seconds)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Chart>
  );
}

/** Of a day without a time the server tells its midnight, UTC. */
const isTimed = (at: string): boolean => !/T00:00:00(\.000)?Z$/.test(at);
