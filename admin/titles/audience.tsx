import Box from '@mui/material/Box';
import { lazy } from 'react';
import { useAsk } from '../api/use-ask';
import { AudienceDocument, type AudienceQuery, type TitleWholeFragment } from '../generated/titles';
import { Asked } from '../parts/asked';
import { ChartCard } from '../parts/chart-card';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { count, duration, share } from '../parts/numbers';
import { Section } from '../parts/section';

const Bars = lazy(() => import('../charts/bars'));
const Lines = lazy(() => import('../charts/lines'));

type Told = NonNullable<NonNullable<AudienceQuery['title']>['audience']>;

/** Who met the title, and how far they came. */
export default function Audience({ title }: { readonly title: TitleWholeFragment }) {
  const asked = useAsk(AudienceDocument, { id: title.id });
  return (
    <Asked of={asked}>
      {(data) => {
        const audience = data.title?.audience;
        if (!audience) return <Empty title="Your role does not show audiences." />;
        if (audience.people === 0)
          return <Empty title="Nobody has met this title yet.">It appears here with the first play, rating or click.</Empty>;
        return <Shown audience={audience} seconds={title.seconds} />;
      }}
    </Asked>
  );
}

function Shown({ audience, seconds }: { readonly audience: Told; readonly seconds: number | null }) {
  const { retention, mostWatched, activity } = audience;
  const placeOf = (part: number): string => (seconds === null ? share(part) : duration(part * seconds));
  const stretches = mostWatched.map(({ from, to }) => `${placeOf(from)} to ${placeOf(to)}`);
  const last = retention?.at(-1);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Section title="People">
        <Facts
          of={[
            ['People', `${audience.isSample ? 'more than ' : ''}${count(audience.people)}`],
            ['Plays', count(audience.plays)],
            ['Played', duration(audience.secondsPlayed)],
            [
              'Watched at least half',
              audience.completion === null ? '–' : `${share(audience.completion)} of ${count(audience.players)} who began`,
            ],
            ['Opened', count(audience.clicks)],
            ['Rated', audience.meanRating === null ? '–' : `${audience.meanRating.toFixed(1)} of 5 by ${count(audience.ratings)}`],
            ['Liked, disliked', `${count(audience.likes)}, ${count(audience.dislikes)}`],
          ]}
        />
      </Section>
      {retention && (
        <ChartCard
          title="Where they leave"
          summary={`Of those who begin, ${share(last ?? 0)} are there at the end. From left to right: the hundred parts of its length.`}
        >
          <Lines at={retention.map((_, scene) => scene)} lines={[{ label: 'Still there', values: [...retention] }]} format={share} />
        </ChartCard>
      )}
      {retention && (
        <Section title="Most watched scenes">
          {stretches.length > 0 ? (
            <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
              {stretches.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </Box>
          ) : (
            'No scene stands out: people watch it evenly.'
          )}
        </Section>
      )}
      <ChartCard title="The last four weeks" summary="Whole plays, likes and the like by day, each with its weight.">
        <Bars
          labels={activity.map(({ day }) => day.slice(5))}
          series={[{ label: 'Activity', values: activity.map(({ weight }) => weight) }]}
        />
      </ChartCard>
    </Box>
  );
}
