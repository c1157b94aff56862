import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { PersonalizeStateFragment } from '../generated/personalize';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { WideTable } from '../parts/wide-table';
import { hoursWords, thingWords } from './words';

type Sync = PersonalizeStateFragment;

/** Every call that would be made from here, the paid ones marked. */
export function CallPlan({ plan }: Pick<Sync, 'plan'>) {
  const paid = plan.filter(({ isPaid }) => isPaid);
  const trainings = paid.reduce((sum, { expectedHours }) => sum + (expectedHours ?? 0), 0);
  return (
    <Section title="What would be done next">
      {plan.length === 0 ? (
        <Empty title="Nothing: all that is wanted is there or on its way" />
      ) : (
        <>
          <Typography sx={{ color: 'text.secondary' }}>
            {plan.length} calls, {paid.length} of them paid by the hour
            {trainings > 0 && `; trainings are expected to take ${hoursWords(trainings)}`}.
          </Typography>
          <WideTable label="Planned calls">
            <TableHead>
              <TableRow>
                <TableCell>Call</TableCell>
                <TableCell>What</TableCell>
                <TableCell>Name</TableCell>
                <TableCell>Cost</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {plan.map((call) => (
                <TableRow key={`${call.operation} ${call.kind} ${call.logicalKey} ${call.name}`}>
                  <TableCell>{call.operation}</TableCell>
                  <TableCell>{thingWords(call.kind ?? '', call.logicalKey ?? '')}</TableCell>
                  <TableCell>{call.name ?? 'follows from the export'}</TableCell>
                  <TableCell>{call.isPaid && <Chip size="small" color="warning" variant="outlined" label={costOf(call)} />}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </WideTable>
        </>
      )}
    </Section>
  );
}

function costOf({ expectedHours }: Sync['plan'][number]): string {
  return expectedHours === null ? 'by the hour, idle or not' : `about ${hoursWords(expectedHours)}`;
}

/** The newest calls that were to change something. */
export function LastCalls({ calls }: Pick<Sync, 'calls'>) {
  if (calls.length === 0) return null;
  return (
    <Section title="Last calls">
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
        {calls.slice(0, SHOWN).map(({ id, operation, outcome, message, at }) => (
          <Typography key={id} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {new Date(at).toLocaleString()} {operation}: {outcome === 'OK' ? 'done' : (message ?? outcome)}
          </Typography>
        ))}
      </Box>
    </Section>
  );
}

const SHOWN = 12;
