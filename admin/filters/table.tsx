import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { useAct } from '../api/use-act';
import { type FilterRowFragment, RemoveFilterDocument } from '../generated/filters';
import { Ago } from '../parts/ago';
import { Confirm } from '../parts/confirm';
import { WideTable } from '../parts/wide-table';

interface FilterTableProps {
  readonly filters: readonly FilterRowFragment[];
  readonly onChange: (filter: FilterRowFragment) => void;
}

/** Every filter with its expression; one is changed in the form above. */
export function FilterTable({ filters, onChange }: FilterTableProps) {
  return (
    <WideTable label="Filters">
      <TableHead>
        <TableRow>
          <TableCell>Name</TableCell>
          <TableCell>Expression</TableCell>
          <TableCell>Changed</TableCell>
          <TableCell />
        </TableRow>
      </TableHead>
      <TableBody>
        {filters.map((filter) => (
          <TableRow key={filter.name} sx={{ verticalAlign: 'top' }}>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{filter.name}</TableCell>
            <TableCell sx={{ minWidth: 240, overflowWrap: 'anywhere' }}>
              <code>{filter.expression}</code>
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <Ago at={filter.updatedAt} />
            </TableCell>
            <TableCell align="right">
              <Box sx={{ display: 'flex', justifyContent: 'end' }}>
                <Button size="small" aria-label={`Change ${filter.name}`} onClick={() => onChange(filter)}>
                  Change
                </Button>
                <Remove filter={filter} />
              </Box>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </WideTable>
  );
}

function Remove({ filter: { name, version } }: { readonly filter: FilterRowFragment }) {
  const [isAsking, setAsking] = useState(false);
  const { run } = useAct(RemoveFilterDocument, { said: 'The filter is gone.' });
  return (
    <>
      <Button size="small" color="error" aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
        Remove
      </Button>
      <Confirm
        isOpen={isAsking}
        title={`Remove ${name}?`}
        action="Remove the filter"
        isDangerous
        onConfirm={() => run({ name, version }).then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        Applications that name it are refused from then on. The audit keeps its expression.
      </Confirm>
    </>
  );
}
