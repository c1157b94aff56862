import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DashboardFragment } from '../generated/dashboard';
import { Ago } from '../parts/ago';
import { bytes, count } from '../parts/numbers';
import { Section } from '../parts/section';
import { milliseconds } from './figures';

type Live = DashboardFragment['live'];

/** The servers that run, and the titles that events name in vain. */
export function House({ live }: { readonly live: Live }) {
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}
    >
      <Section title="Servers">
        <Rows
          columns={['Server', 'Sockets', 'Live lists', 'Memory', 'Event loop late', 'Up since']}
          empty="No server has told of itself in the last minute."
          rows={live.processes.map(({ id, sockets, subscriptions, memoryBytes, eventLoopMs, startedAt }) => ({
            key: id,
            cells: [
              shortly(id),
              count(sockets),
              count(subscriptions),
              bytes(memoryBytes),
              milliseconds(eventLoopMs),
              <Ago key="since" at={startedAt} />,
            ],
          }))}
        />
      </Section>
      <Section title="Titles that nobody knows">
        <Rows
          columns={['As events name it', 'Events', 'Last']}
          empty="Every title that events named since yesterday is in the catalogue."
          rows={live.unknownTitles.map(({ reference, events, lastAt }) => ({
            key: reference,
            cells: [reference, count(events), <Ago key="last" at={lastAt} />],
          }))}
        />
      </Section>
    </Box>
  );
}

interface RowsProps {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly empty: string;
}

function Rows({ columns, rows, empty }: RowsProps) {
  if (rows.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {empty}
      </Typography>
    );
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={columns[0]}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map((column, at) => (
              <TableCell key={column} align={at === 0 ? 'left' : 'right'} sx={{ whiteSpace: 'nowrap' }}>
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, at) => (
                <TableCell
                  key={columns[at]}
                  align={at === 0 ? 'left' : 'right'}
                  sx={at === 0 ? { overflowWrap: 'anywhere', minWidth: 140 } : { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Host and process: the rest only tells two of them apart. */
function shortly(id: string): string {
  return id.split(':').slice(0, 2).join(' · ');
}
