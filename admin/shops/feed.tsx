import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ShopFeedsQuery } from '../generated/shops';
import { Ago } from '../parts/ago';
import { count } from '../parts/numbers';
import { Progress } from '../parts/progress';
import { StateChip } from '../parts/state-chip';
import { problemsCsv } from './problems-csv';

type FeedRow = NonNullable<ShopFeedsQuery['shop']>['feeds']['nodes'][number];
const SHOWN = 5;
const COUNTS = ['rows', 'added', 'changed', 'unchanged', 'removed', 'kept', 'unknown', 'bad'] as const;

/** Counts whose names say too little. */
const SAID: Readonly<Record<string, string>> = { kept: 'kept as they were', unknown: 'of unknown titles' };

/** A file of offers, and what became of its rows. */
export function Feed({ feed: { fileName, state, progress, error, createdAt, counts, problems } }: { readonly feed: FeedRow }) {
  function download() {
    const url = URL.createObjectURL(new Blob([problemsCsv(problems)], { type: 'text/csv' }));
    Object.assign(document.createElement('a'), { href: url, download: `problems of ${fileName}.csv` }).click();
    URL.revokeObjectURL(url);
  }
  return (
    <Box
      component="article"
      sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)', borderTop: 1, borderColor: 'divider', pt: 1 }}
    >
      <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
        {fileName} <StateChip state={state} />{' '}
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          <Ago at={createdAt} />
        </Typography>
      </Typography>
      {state === 'READING' && <Progress label={`Reading ${fileName}`} value={progress} />}
      {error && <Alert severity="error">{error}</Alert>}
      {counts && (
        <Typography variant="body2">
          {COUNTS.filter((name) => name === 'rows' || counts[name] > 0)
            .map((name) => `${count(counts[name])} ${SAID[name] ?? name}`)
            .join(', ')}
        </Typography>
      )}
      {problems.length > 0 && (
        <>
          <Box component="ul" sx={{ m: 0, pl: 3 }}>
            {problems.slice(0, SHOWN).map(({ row, field, message }) => (
              <Typography component="li" variant="body2" key={`${row} ${field}`} sx={{ overflowWrap: 'anywhere' }}>
                Row {row}, {field}: {message}
              </Typography>
            ))}
          </Box>
          <Box>
            <Button size="small" onClick={download}>
              Download {problems.length === 1 ? 'the problem' : `${count(problems.length)} problems`}
            </Button>
          </Box>
        </>
      )}
    </Box>
  );
}
