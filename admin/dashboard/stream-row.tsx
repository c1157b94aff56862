import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { duration } from '../parts/numbers';
import { wordsOf } from '../parts/state-chip';
import { personName } from '../people/name';
import type { StreamedEvent } from './use-stream';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** One event in one line: when, who, what, of which title. */
export function StreamRow({ event }: { readonly event: StreamedEvent }) {
  const { type, title, user, occurredAt } = event;
  const said = detailOf(event);
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 2,
        gridTemplateColumns: { xs: '72px minmax(0, 1fr)', sm: '72px 150px minmax(0, 1fr) minmax(0, 1fr)' },
        py: 0.75,
        px: 0.5,
        typography: 'body2',
        overflowWrap: 'anywhere',
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box component="time" dateTime={occurredAt} sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {time.format(new Date(occurredAt))}
      </Box>
      <span>
        {wordsOf(type)}
        {said && (
          <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
            {said}
          </Box>
        )}
      </span>
      <Box
        sx={{
          gridColumn: { xs: '2', sm: 'auto' },
          display: '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {title ? (
          <Link component={RouterLink} to={`/titles/${title.id}`} color="inherit" underline="hover">
            {title.name}
          </Link>
        ) : (
          'A title that is there no more'
        )}
      </Box>
      <Box sx={{ gridColumn: { xs: '2', sm: 'auto' }, color: 'text.secondary' }}>
        {user ? (
          <Link component={RouterLink} to={`/people/${user.id}/show`} color="inherit" underline="hover">
            {personName(user)}
          </Link>
        ) : (
          'Somebody who was forgotten'
        )}
      </Box>
    </Box>
  );
}

function detailOf({ type, titles, fromSeconds, toSeconds, value }: StreamedEvent): string | null {
  if (type === 'IMPRESSION' && titles > 1) return `${titles} titles`;
  if (type === 'RATING' && value !== null) return String(value);
  if (fromSeconds === null || toSeconds === null) return null;
  return duration(toSeconds - fromSeconds);
}
