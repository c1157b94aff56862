import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { OutboxDocument, type OutboxQuery, RetrySetApartDocument } from '../generated/jobs';
import { Ago } from '../parts/ago';
import { Section } from '../parts/section';

type Count = OutboxQuery['outbox'][number];

const NAMES: Readonly<Record<Count['destination'], string>> = { SNS: 'Topic of Amazon SNS', PERSONALIZE: 'Amazon Personalize' };
const count = new Intl.NumberFormat('en');

/** Events on their way to other systems; nothing where none is named and nothing is left. */
export function Outbox() {
  const mayRead = useMay('METRICS_READ');
  const { data } = useAsk(OutboxDocument, {}, { enabled: mayRead });
  const shown = (data?.outbox ?? []).filter(({ active, waiting, setApart }) => active || waiting + setApart > 0);
  if (shown.length === 0) return null;
  return (
    <Section title="Passed on">
      <Box component="ul" aria-label="Passed on" sx={{ display: 'grid', gap: 2, m: 0, p: 0, listStyle: 'none' }}>
        {shown.map((one) => (
          <Row key={one.destination} {...one} />
        ))}
      </Box>
    </Section>
  );
}

function Row({ destination, active, waiting, oldestAt, setApart, failure }: Count) {
  const may = useMay('JOBS_RUN');
  const { run, isRunning } = useAct(RetrySetApartDocument, { said: 'They are tried again.' });
  const retry = (
    <Button color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }} disabled={isRunning} onClick={() => void run({ destination })}>
      Try them again
    </Button>
  );
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1 }}>
      <Typography component="h3" variant="h3">
        {NAMES[destination]}
      </Typography>
      <Typography variant="body2">
        {waiting === 0 ? (
          'No event waits.'
        ) : (
          <>
            {events(waiting)} {waiting === 1 ? 'waits' : 'wait'}, the oldest since <Ago at={oldestAt} />.
          </>
        )}
        {!active && ' It is switched off: nothing new is passed on.'}
      </Typography>
      {setApart > 0 && (
        <Alert severity="warning" sx={{ overflowWrap: 'anywhere' }} action={may ? retry : undefined}>
          {events(setApart)} {setApart === 1 ? 'was' : 'were'} refused{failure ? `: ${failure}` : '.'}
        </Alert>
      )}
      {setApart === 0 && failure && (
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          The last try failed: {failure}
        </Typography>
      )}
    </Box>
  );
}

function events(number: number): string {
  return `${count.format(number)} ${number === 1 ? 'event' : 'events'}`;
}
