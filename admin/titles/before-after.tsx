import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { same } from './resource';
import { fieldName, valueText } from './words';

const COUNTED = new Set(['id', 'version', 'createdAt', 'updatedAt']);
const LONGEST = 600;

/** The fields that a change changed; of what was made, those that were filled. */
export function changedFields(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [objectOf(before), objectOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => !COUNTED.has(field) && !same(was[field], is[field]));
}

/** What changed, field by field, in columns of its own so that no colour is needed to read it. */
export function BeforeAfter({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const fields = changedFields(before, after);
  const [was, is] = [objectOf(before), objectOf(after)];
  if (fields.length === 0) return <Typography>No field of its own was changed.</Typography>;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label="Before and after">
        <TableHead>
          <TableRow>
            <TableCell>Field</TableCell>
            {before !== null && <TableCell>Before</TableCell>}
            <TableCell>After</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field} sx={{ verticalAlign: 'top' }}>
              <TableCell component="th" scope="row">
                {fieldName(field)}
              </TableCell>
              {before !== null && <Value of={was[field]} />}
              <Value of={is[field]} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Value({ of }: { readonly of: unknown }) {
  const text = valueText(of);
  return (
    <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 120 }}>
      <bdi>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</bdi>
    </TableCell>
  );
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
