import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { DeletePersonEventsDocument, type EventType, PersonEventsDocument, type PersonEventsQuery } from '../generated/people';
import { Ago } from '../parts/ago';
import { Confirm } from '../parts/confirm';
import { Empty } from '../parts/empty';
import { duration } from '../parts/numbers';
import { Section } from '../parts/section';
import { Days } from './days';
import { Growing } from './growing';
import { usePages } from './use-pages';

type Event = NonNullable<PersonEventsQuery['user']>['events']['nodes'][number];

const TYPES: Readonly<Record<EventType, string>> = {
  CLICK: 'Opened',
  WATCH_INTERVAL: 'Played',
  COMPLETED: 'Finished',
  RATING: 'Rated',
  LIKE: 'Liked',
  DISLIKE: 'Disliked',
  DONT_KNOW: 'Did not know',
  IMPRESSION: 'Saw on screen',
};

/** Every event of the log, the last received first; single ones can be taken out. */
export function Events({ id }: { readonly id: string }) {
  const [type, setType] = useState<EventType | ''>('');
  const filter = type === '' ? {} : { types: [type] };
  const pages = usePages(PersonEventsDocument, { id, filter, first: 50 }, ({ user }) => user?.events);
  return (
    <Section
      title="Event by event"
      beside={
        <TextField
          select
          label="What happened"
          value={type}
          onChange={({ target }) => setType(target.value as EventType | '')}
          sx={{ width: 200 }}
        >
          <MenuItem value="">Anything</MenuItem>
          {Object.entries(TYPES).map(([value, label]) => (
            <MenuItem key={value} value={value}>
              {label}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      <Growing of={pages} empty={<Empty title="There are no such events." />}>
        {(rows: readonly Event[]) => (
          <Days rows={rows} at={({ receivedAt }) => receivedAt}>
            {(event) => <Row key={event.id} event={event} userId={id} />}
          </Days>
        )}
      </Growing>
    </Section>
  );
}

function Row({ event, userId }: { readonly event: Event; readonly userId: string }) {
  const mayDelete = useMay('EVENTS_WRITE');
  const [isAsking, setAsking] = useState(false);
  const { run } = useAct(DeletePersonEventsDocument, { said: 'The event is gone; their lists follow.' });
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {sentenceOf(event)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Ago at={event.occurredAt} />
          {event.imported && ' · imported'}
          {event.rank && ` · from place ${event.rank} of a list`}
        </Typography>
      </Box>
      {mayDelete && (
        <>
          <Tooltip title="Delete this event">
            <IconButton aria-label={`Delete: ${sentenceOf(event)}`} onClick={() => setAsking(true)}>
              <DeleteIcon fontSize="small" />
            </IconButton>
          </Tooltip>
          <Confirm
            isOpen={isAsking}
            title="Delete this event?"
            action="Delete"
            isDangerous
            onClose={() => setAsking(false)}
            onConfirm={async () => {
              await run({ id: userId, ids: [event.id] });
              setAsking(false);
            }}
          >
            “{sentenceOf(event)}” counts no more from now on. It cannot be brought back, not even by a client that sends it again.
          </Confirm>
        </>
      )}
    </Box>
  );
}

function sentenceOf({ type, title, titles, fromSeconds, toSeconds, value }: Event): string {
  const what = title?.name ?? (titles.length > 0 ? titles.map(({ name }) => name).join(', ') : 'a title that is there no more');
  const piece =
    typeof fromSeconds === 'number' && typeof toSeconds === 'number' ? ` from ${duration(fromSeconds)} to ${duration(toSeconds)}` : '';
  const stars = typeof value === 'number' ? ` ${value} of 5` : '';
  return `${TYPES[type]} ${what}${piece}${stars}`;
}
