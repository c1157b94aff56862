import { Link } from 'wouter';
import { CHART_COLOURS } from '../../look/tokens';
import type { InsightsQuery } from '../generated/documents';
import { Poster } from '../titles/poster';
import { useSay } from '../words/say';
import { useAmounts } from './amount';
import { Chart } from './chart';
import css from './shared.module.css';

type SharedOf = NonNullable<InsightsQuery['insights']['shared']>;

interface SharedProps {
  readonly shared: SharedOf;
  readonly blendId: string;
  readonly nameOf: (userId: string) => string;
}

/** Distances below these are near, and rather near; above the last they are far. */
const NEAR = 0.3;
const MIDDLE = 0.5;
const FAR = 0.7;

/** What several people have in common: how near their tastes are, their genres, and, once all agree, their titles. */
export function Shared({ shared, blendId, nameOf }: SharedProps) {
  const { t, ...say } = useSay();
  const { time } = useAmounts();
  const { distance, genres, titles, titleCount } = shared;
  const people = genres[0]?.people.map(({ userId }) => userId) ?? [];
  const longest = Math.max(...genres.map(({ seconds }) => seconds), 1);
  return (
    <div className={css.shared}>
      <Chart heading={t('insights.distance')} note={t('insights.distance.note')}>
        {distance === null ? <p>{t('insights.distance.unknown')}</p> : <Distance distance={distance} />}
        {shared.topGenre !== null && <p>{t('insights.topGenre', { genre: say.genre(shared.topGenre) })}</p>}
        {shared.topTitle && <p>{t('insights.topTitle', { title: shared.topTitle.name })}</p>}
      </Chart>
      <Chart heading={t('insights.sharedGenres')}>
        {genres.length === 0 && <p>{t('insights.sharedGenres.none')}</p>}
        {people.length > 0 && (
          <ul className={css.legend}>
            {people.map((userId, at) => (
              <li key={userId}>
                <span className={css.dot} style={{ background: colourOf(at) }} />
                {nameOf(userId)}
              </li>
            ))}
          </ul>
        )}
        <ol className={css.genres}>
          {genres.map((genre) => (
            <li key={genre.genre} className={css.genre}>
              <span>{say.genre(genre.genre)}</span>
              <span className={css.amount}>{time(genre.seconds)}</span>
              <span className={css.track} style={{ inlineSize: `${(100 * genre.seconds) / longest}%` }}>
                {genre.people.map(({ userId, seconds }, at) => (
                  <span
                    key={userId}
                    style={{ flexGrow: seconds, background: colourOf(at) }}
                    title={`${nameOf(userId)}: ${time(seconds)}`}
                  />
                ))}
              </span>
              <span className="unseen">{genre.people.map(({ userId, seconds }) => `${nameOf(userId)}: ${time(seconds)}`).join(', ')}</span>
            </li>
          ))}
        </ol>
      </Chart>
      <Chart heading={t('insights.sharedTitles')} isWide>
        {titles === null && (
          <p>
            {t('insights.sharedTitles.agree')} <Link href={`/blend/${blendId}`}>{t('insights.toAgree')}</Link>
          </p>
        )}
        {titles !== null && <p className={css.amount}>{t('insights.sharedTitles.count', { count: titleCount ?? 0 })}</p>}
        <ul className={css.titles}>
          {titles?.map((title) => (
            <li key={title.id}>
              <Link href={`/title/${title.id}`} className={css.title}>
                <Poster title={title} />
                <span>{title.name}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Chart>
    </div>
  );
}

const colourOf = (at: number): string | undefined => CHART_COLOURS[at % CHART_COLOURS.length];

function Distance({ distance }: { readonly distance: number }) {
  const { t } = useSay();
  const nearness = distanceWord(distance);
  return (
    <div className={css.distance}>
      <p className={css.said}>{t(`insights.distance.${nearness}`)}</p>
      <span className={css.scale} aria-hidden="true">
        <span className={css.mark} style={{ insetInlineStart: `${100 * distance}%` }} />
      </span>
      <span className={css.ends} aria-hidden="true">
        <span>{t('insights.distance.same')}</span>
        <span>{t('insights.distance.apart')}</span>
      </span>
      <span className="unseen">{t('insights.distance.value', { distance: distance.toFixed(2) })}</span>
    </div>
  );
}

/** How near two tastes are, in a word. */
export function distanceWord(distance: number): 'near' | 'middle' | 'wide' | 'far' {
  if (distance < NEAR) return 'near';
  if (distance < MIDDLE) return 'middle';
  return distance < FAR ? 'wide' : 'far';
}
