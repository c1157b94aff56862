import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import type { ColumnMappingInput, ImportField } from '../generated/imports';
import { Section } from '../parts/section';
import type { Preview } from './use-preview';
import { FIELDS, fieldWords } from './words';

interface MappingTableProps {
  readonly columns: Preview['columns'];
  readonly mapping: readonly ColumnMappingInput[];
  readonly onChange: (mapping: readonly ColumnMappingInput[]) => void;
}

/** What each column of the file is: as it seems, until somebody says otherwise. */
export function MappingTable({ columns, mapping, onChange }: MappingTableProps) {
  const of = new Map(mapping.map((each) => [each.column, each]));
  const change = (column: string, told: Omit<ColumnMappingInput, 'column'> | null) =>
    onChange(
      columns.flatMap((each) => {
        const before = of.get(each.column);
        if (each.column !== column) return before ? [before] : [];
        return told ? [{ column, ...told }] : [];
      }),
    );
  return (
    <Section title="What the columns are">
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>Column</TableCell>
              <TableCell>For example</TableCell>
              <TableCell>Is</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {columns.map((column) => (
              <TableRow key={column.column} sx={{ verticalAlign: 'top' }}>
                <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: 100 }}>
                  <bdi>{column.column}</bdi>
                </TableCell>
                <TableCell sx={{ color: 'text.secondary', maxWidth: 320, minWidth: 120 }}>
                  {column.samples.slice(0, 3).map((sample) => (
                    <Box key={sample} sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                      <bdi>{sample}</bdi>
                    </Box>
                  ))}
                </TableCell>
                <TableCell sx={{ minWidth: 220 }}>
                  <FieldChoice column={column} told={of.get(column.column) ?? null} onChange={(told) => change(column.column, told)} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
}

interface FieldChoiceProps {
  readonly column: Preview['columns'][number];
  readonly told: ColumnMappingInput | null;
  readonly onChange: (told: Omit<ColumnMappingInput, 'column'> | null) => void;
}

function FieldChoice({ column, told, onChange }: FieldChoiceProps) {
  const isGuess = told !== null && told.field === column.field && told.source === column.source;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <TextField
          select
          size="small"
          fullWidth
          label={`What ${column.column} is`}
          value={told?.field ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : { field: target.value as ImportField, source: column.source })}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        >
          <option value="">Not read</option>
          {FIELDS.map(([group, fields]) => (
            <optgroup key={group} label={group}>
              {fields.map((field) => (
                <option key={field} value={field}>
                  {fieldWords(field)}
                </option>
              ))}
            </optgroup>
          ))}
        </TextField>
        {isGuess && <Chip size="small" variant="outlined" label={column.confidence >= 0.9 ? 'Sure' : 'Likely'} />}
      </Box>
      {told?.field === 'EXTERNAL_ID' && (
        <TextField
          size="small"
          required
          label="Catalogue, such as imdb"
          value={told.source ?? ''}
          error={!/^[a-z][a-z0-9-]*$/.test(told.source ?? '')}
          onChange={({ target }) => onChange({ field: 'EXTERNAL_ID', source: target.value.trim().toLowerCase() })}
        />
      )}
    </Box>
  );
}
