import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { Ago } from '../parts/ago';
import { Facts } from '../parts/facts';
import { count, share } from '../parts/numbers';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import type { Person } from './person';

const oneDecimal = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** Who somebody is and what they said of themselves. */
export function About({ person }: { readonly person: Person }) {
  const { personality, stats, timeZone, locale, createdAt } = person;
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}
    >
      <Section title="In numbers">
        <Facts
          of={[
            ['Titles', count(stats.titles)],
            ['Plays', count(stats.plays)],
            ['Hours played', oneDecimal.format(stats.hours)],
            ['Ratings', count(stats.ratings)],
            ['Likes and dislikes', count(stats.opinions)],
            ['Personality', personality && personalityText(personality)],
            ['Known since', <Ago key="since" at={createdAt} />],
            ['First did something', stats.firstSeen ? <Ago key="first" at={stats.firstSeen} /> : 'Not yet'],
            ['Last did something', stats.lastSeen ? <Ago key="last" at={stats.lastSeen} /> : 'Not yet'],
            ['Time zone', timeZone],
            ['Language', locale],
          ]}
        />
      </Section>
      <Section title="What they say of themselves">
        <Told person={person} />
      </Section>
    </Box>
  );
}

function personalityText({ genres, people }: NonNullable<Person['personality']>): string {
  const name = genres.join(', ') || 'No genre stands out';
  return people === null ? name : `${name} (${count(people)} ${people === 1 ? 'person' : 'people'})`;
}

function Told({ person: { likedGenres, profile } }: { readonly person: Person }) {
  const { gender, maritalStatus, country, state, city, birthYear } = profile;
  const told = [gender, maritalStatus, country, state, city, birthYear].some((value) => value !== null && value !== undefined);
  if (likedGenres.length === 0 && !told)
    return <Typography sx={{ color: 'text.secondary' }}>Nothing so far. Their lists go by what they do.</Typography>;
  return (
    <>
      {likedGenres.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {likedGenres.map(({ kind, genre, weight }) => (
            <Chip key={`${kind} ${genre}`} size="small" variant="outlined" label={`${genre} · ${wordsOf(kind)} · ${share(weight)}`} />
          ))}
        </Box>
      )}
      {told && (
        <Facts
          of={[
            ['Gender', gender ?? null],
            ['Marital status', maritalStatus ?? null],
            ['Country', country ?? null],
            ['State', state ?? null],
            ['City', city ?? null],
            ['Born in', birthYear === null || birthYear === undefined ? null : String(birthYear)],
          ]}
        />
      )}
    </>
  );
}
