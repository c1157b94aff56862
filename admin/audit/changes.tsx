import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AuditRowFragment } from '../generated/audit';
import { fieldChanges, fieldText, valueText } from './difference';

const LONGEST = 2_000;

/** A change as the fields that it touched: what was, and what is. */
export function Changes({ entry: { before, after } }: { readonly entry: Pick<AuditRowFragment, 'before' | 'after'> }) {
  const changes = fieldChanges(before, after);
  if (changes.length === 0) return <Typography sx={{ p: 1, color: 'text.secondary' }}>No field was touched.</Typography>;
  return (
    <Box component="dl" sx={{ display: 'grid', gap: 1.5, m: 0, p: 1, minWidth: 0, maxWidth: { xs: 'calc(100vw - 72px)', sm: 900 } }}>
      {changes.map(({ field, before, after }) => (
        <Box
          key={field}
          sx={{ display: 'grid', gap: { xs: 0.25, sm: 2 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '160px minmax(0, 1fr)' } }}
        >
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {fieldText(field)}
          </Typography>
          <Box component="dd" sx={{ m: 0, display: 'grid', gap: 0.25 }}>
            {before !== undefined && before !== null && <Value said="was" value={before} />}
            {after !== undefined && after !== null && <Value said="is" value={after} />}
            {(after === undefined || after === null) && <Value said="is" value={null} />}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Value({ said, value }: { readonly said: 'was' | 'is'; readonly value: unknown }) {
  const text = valueText(value);
  return (
    <Typography variant="body2" component="p" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      <Box component="span" sx={{ color: said === 'was' ? 'error.main' : 'success.main', mr: 1 }}>
        {said}
      </Box>
      {text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}
    </Typography>
  );
}
