import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { CompareModelsDocument, type CompareModelsQuery } from '../generated/models';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { StateChip } from '../parts/state-chip';
import { WideTable } from '../parts/wide-table';
import { metricNumber, metricWords } from './metric-words';
import { settingWords } from './setting-form';
import { Whiskers } from './whiskers';

type Comparison = CompareModelsQuery['compareModels'];

/** Two models side by side: who ranks better, how surely, and in what they differ. */
export default function CompareModels() {
  const [params] = useSearchParams();
  const [id, otherId] = [params.get('a') ?? '', params.get('b') ?? ''];
  const asked = useAsk(CompareModelsDocument, { id, otherId }, { enabled: id !== '' && otherId !== '' });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', py: 2 }}>
      <Title title={`Models ${id} and ${otherId}`} />
      {id === '' || otherId === '' ? (
        <Empty title="Choose two models in the list." />
      ) : (
        <Asked of={asked}>{({ compareModels }) => <Beside comparison={compareModels} />}</Asked>
      )}
    </Box>
  );
}

function Beside({ comparison: { first, second, metrics, settings, warnings } }: { readonly comparison: Comparison }) {
  const [one, two] = [`Model ${first.id}`, `Model ${second.id}`];
  const surely = { FIRST_HIGHER: `${one} is surely higher`, SECOND_HIGHER: `${two} is surely higher`, UNCLEAR: 'too close to tell' };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        {[first, second].map((model) => (
          <Typography key={model.id} component="div" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <MuiLink component={Link} to={`/models/${model.id}`}>
              Model {model.id}
            </MuiLink>
            <StateChip state={model.state} />
            <Ago at={model.createdAt} />
          </Typography>
        ))}
      </Box>
      {warnings.map((warning) => (
        <Alert key={warning} severity="warning">
          {warning}
        </Alert>
      ))}
      {metrics.length > 0 && (
        <Section title="How they rank">
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Surely higher means that the 95 % intervals do not meet; higher is better in all but novelty, which is a matter of taste.
          </Typography>
          <Box
            component="ul"
            aria-label="Metrics"
            sx={{
              m: 0,
              p: 0,
              listStyle: 'none',
              display: 'grid',
              gap: 3,
              gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
            }}
          >
            {metrics.map(({ name, first: a, second: b, difference }) => (
              <Box component="li" key={name}>
                <Typography component="h3" variant="h3">
                  {metricWords(name).label}
                </Typography>
                <Whiskers
                  metric={name}
                  rows={[
                    { label: one, ...a },
                    { label: two, ...b },
                  ]}
                  most={Math.max(0.001, a.high ?? a.value, b.high ?? b.value) * 1.05}
                />
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {a.low === null || b.low === null ? '' : `${surely[difference]}, `}
                  {metricNumber(name, Math.abs(a.value - b.value))} apart
                </Typography>
              </Box>
            ))}
          </Box>
        </Section>
      )}
      <Section title="In what they differ">
        {settings.length === 0 ? (
          <span>They have the same settings.</span>
        ) : (
          <WideTable label="Settings that differ">
            <TableHead>
              <TableRow>
                <TableCell>Setting</TableCell>
                <TableCell align="right">{one}</TableCell>
                <TableCell align="right">{two}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {settings.map(({ name, first: a, second: b }) => (
                <TableRow key={name}>
                  <TableCell>{settingWords(name)}</TableCell>
                  <TableCell align="right">{a}</TableCell>
                  <TableCell align="right">{b}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </WideTable>
        )}
      </Section>
    </>
  );
}
