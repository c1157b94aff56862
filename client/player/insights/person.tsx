import { CHART_COLOURS } from '../../look/tokens';
import type { PersonInNumbersFragment, PlayFilter } from '../generated/documents';
import { useSay } from '../words/say';
import { amountIn, useAmounts } from './amount';
import { Bars } from './bars';
import { Binges } from './binges';
import { Chart } from './chart';
import css from './charts.module.css';
import { Donut } from './donut';
import { TimeCharts } from './time-charts';
import { KINDS, type Measure } from './view';

/** Shows the plays behind a total. */
export type OpenPlays = (heading: string, of: PlayFilter) => void;

interface PersonProps {
  readonly person: PersonInNumbersFragment;
  readonly timeZone: string;
  readonly measure: Measure;
  /** null: the plays are not to be seen. */
  readonly onOpen: OpenPlays | null;
}

/** How one person watches: a chart for each question, each bar with its plays behind it. */
export function Person({ person, timeZone, measure, onOpen }: PersonProps) {
  const { t, ...say } = useSay();
  const { amount } = useAmounts();
  const kinds = person.kinds.map((sums) => ({
    ...sums,
    key: sums.kind,
    label: t(`kinds.${kindIn(sums.kind)}`),
    colour: colourOf(sums.kind),
  }));
  const genres = person.genres.map((sums) => ({ ...sums, key: sums.genre, label: say.genre(sums.genre) }));
  const titles = [
    { key: 'shows', sums: person.shows ?? [] },
    { key: 'films', sums: person.films ?? [] },
  ] as const;
  const actors = (person.actors ?? []).map((sums) => ({ ...sums, key: sums.name, label: sums.name }));
  return (
    <>
      <div className={css.charts}>
        <Chart heading={t('insights.byKind')}>
          <div className={css.ring}>
            <Donut parts={kinds.map((kind) => ({ ...kind, value: amountIn(kind, measure) }))} middle={amount(sumOf(person), measure)} />
            <div>
              <Bars bars={kinds} measure={measure} onOpen={onOpen && (({ key, label }) => onOpen(label, { kind: kindIn(key) }))} />
            </div>
          </div>
        </Chart>
        <Chart heading={t('insights.genres')} note={t('insights.genres.note')}>
          <Bars bars={genres} measure={measure} onOpen={onOpen && (({ key, label }) => onOpen(label, { genre: key }))} />
        </Chart>
        {titles.map(
          ({ key, sums }) =>
            sums.length > 0 && (
              <Chart key={key} heading={t(`insights.${key}`)}>
                <Bars
                  bars={sums.map(({ title, ...rest }) => ({ ...rest, key: title.id, label: title.name, poster: title }))}
                  measure={measure}
                  onOpen={onOpen && ((bar) => onOpen(bar.label, { titleId: bar.key }))}
                />
              </Chart>
            ),
        )}
        {actors.length > 0 && (
          <Chart heading={t('insights.actors')} note={t('insights.actors.note')}>
            <Bars bars={actors} measure={measure} onOpen={onOpen && (({ key, label }) => onOpen(label, { actor: key }))} />
          </Chart>
        )}
        {onOpen && <Binges binges={person.binges ?? []} timeZone={timeZone} onOpen={onOpen} />}
      </div>
      {onOpen && (
        <div className={css.times}>
          <TimeCharts person={person} timeZone={timeZone} measure={measure} onOpen={onOpen} />
        </div>
      )}
    </>
  );
}

const sumOf = ({ playCount, seconds }: PersonInNumbersFragment) => ({ plays: playCount, seconds });

const kindIn = (kind: string) => KINDS.find((known) => known === kind) ?? 'VIDEO';

/** A kind has one colour, however many there are. */
const colourOf = (kind: string): string | undefined => CHART_COLOURS[KINDS.indexOf(kindIn(kind))];
