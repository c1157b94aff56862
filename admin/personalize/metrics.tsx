import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import { type PersonalizeNodeFragment, PersonalizeRivalDocument } from '../generated/personalize';
import { metricNumber, metricWords } from '../models/metric-words';
import { Section } from '../parts/section';
import { WideTable } from '../parts/wide-table';
import { ROLE_WORDS, THEIR_METRICS } from './words';

/** What Personalize measured of its newest trainings, beside the live model of this house. */
export function TheirMetrics({ resources }: { readonly resources: readonly PersonalizeNodeFragment[] }) {
  const rival = useAsk(PersonalizeRivalDocument, {});
  const ours = new Map(rival.data?.models[0]?.report?.metrics.map(({ name, value }) => [name, value]));
  const roles = Object.keys(ROLE_WORDS) as (keyof typeof ROLE_WORDS)[];
  const trained = roles.flatMap((role) => {
    const newest = resources.findLast((each) => each.kind === 'SOLUTION_VERSION' && each.logicalKey === role && each.metrics !== null);
    return newest?.metrics ? [{ role, metrics: newest.metrics }] : [];
  });
  if (trained.length === 0) return null;
  return (
    <Section title="How it measures">
      <Typography sx={{ color: 'text.secondary' }}>
        Personalize measures on people of its own choice, which it does not name: near our numbers, not comparable to the last digit.
      </Typography>
      <WideTable label="Metrics of Personalize beside ours">
        <TableHead>
          <TableRow>
            <TableCell>Metric</TableCell>
            {trained.map(({ role }) => (
              <TableCell key={role} align="right">
                {ROLE_WORDS[role]}
              </TableCell>
            ))}
            <TableCell align="right">Our live model</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {THEIR_METRICS.map(([theirs, name]) => (
            <TableRow key={name}>
              <TableCell>{metricWords(name).label}</TableCell>
              {trained.map(({ role, metrics }) => (
                <TableCell key={role} align="right">
                  {shown(name, metrics[theirs])}
                </TableCell>
              ))}
              <TableCell align="right">{shown(name, ours.get(name))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </WideTable>
    </Section>
  );
}

function shown(name: string, value: unknown): string {
  return typeof value === 'number' ? metricNumber(name, value) : 'not told';
}
