import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { useAsk } from '../api/use-ask';
import { ExportImportProblemsDocument, ImportProblemsDocument } from '../generated/imports';
import { Asked } from '../parts/asked';
import { DownloadButton } from '../parts/download-button';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import { TurnPages } from '../parts/turn-pages';
import { WideTable } from '../parts/wide-table';
import type { ShownImport } from './show';

const FIRST = 10;

/** What is wrong with the rows: alike ones together, then row by row, and all of them as a file. */
export function Problems({ shown }: { readonly shown: ShownImport }) {
  const [field, setField] = useState<string | null>(null);
  if (shown.problemGroups.length === 0) return null;
  const download = (
    <DownloadButton operation={ExportImportProblemsDocument} variables={{ importId: shown.id }}>
      Download the bad rows
    </DownloadButton>
  );
  return (
    <Section title="What is wrong" beside={download}>
      <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {shown.problemGroups.slice(0, 20).map((group) => (
          <Box
            component="li"
            key={`${group.field} ${group.message}`}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', overflowWrap: 'anywhere' }}
          >
            <Button
              size="small"
              variant="outlined"
              onClick={() => setField(field === group.field ? null : group.field)}
              aria-pressed={field === group.field}
            >
              <bdi>{group.field}</bdi>
            </Button>
            <span>
              {group.message} {group.rows === 1 ? `Row ${group.firstRow}.` : `${count(group.rows)} rows, the first is ${group.firstRow}.`}
            </span>
          </Box>
        ))}
      </Box>
      <ProblemRows key={field} id={shown.id} field={field} columns={shown.columns} />
    </Section>
  );
}

function ProblemRows({ id, field, columns }: { readonly id: string; readonly field: string | null; readonly columns: readonly string[] }) {
  const [page, setPage] = useState(0);
  const asked = useAsk(ImportProblemsDocument, { id, field, first: FIRST, offset: page * FIRST }, { keep: true });
  return (
    <Asked of={asked}>
      {({ import: found }) => (
        <>
          <WideTable label="Bad rows">
            <TableHead>
              <TableRow>
                <TableCell align="right">Row</TableCell>
                <TableCell>Column</TableCell>
                <TableCell>It says</TableCell>
                <TableCell>What is wrong</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {found?.problems.nodes.map(({ number, row, field, message, cells }) => (
                <TableRow key={number} sx={{ verticalAlign: 'top' }}>
                  <TableCell align="right">{row}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>
                    <bdi>{field}</bdi>
                  </TableCell>
                  <TableCell sx={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
                    <bdi>{said(cells, columns.indexOf(field))}</bdi>
                  </TableCell>
                  <TableCell sx={{ minWidth: 200 }}>{message}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </WideTable>
          <TurnPages total={found?.problems.totalCount} page={page} rows={FIRST} onTurn={setPage} />
        </>
      )}
    </Asked>
  );
}

const LONGEST = 120;

/** What stands in the column, or the whole row where it could not be taken apart. */
function said(cells: readonly string[] | null, column: number): string {
  if (cells === null) return '';
  const text = column < 0 ? cells.join(' · ') : (cells[column] ?? '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
