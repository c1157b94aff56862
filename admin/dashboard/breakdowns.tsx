import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import type { DashboardFragment, ServedFragment } from '../generated/dashboard';
import { Empty } from '../parts/empty';
import { count, share } from '../parts/numbers';
import { Section } from '../parts/section';
import { wordsOf } from '../parts/state-chip';
import { thanOf } from './cards';
import { changeOf, hours } from './figures';

type Cell = string;
interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}
interface Breakdown {
  readonly name: string;
  readonly columns: readonly string[];
  rows(metrics: DashboardFragment): readonly Row[];
}

const SERVED = ['Lists', 'Titles', 'Seen', 'Click-through', 'Watch-through'];

const BREAKDOWNS: readonly Breakdown[] = [
  {
    name: 'Placement',
    columns: SERVED,
    rows: ({ byPlacement }) =>
      byPlacement.map(({ placement, served, servedBefore }) => ({
        name: placement ?? 'None named',
        cells: servedCells(served, servedBefore),
      })),
  },
  {
    name: 'Model',
    columns: SERVED,
    rows: ({ byModel }) =>
      byModel.map(({ modelId, engine, served, servedBefore }) => ({
        name: modelId === null ? `${wordsOf(engine)}, no model` : `Model ${modelId}`,
        cells: servedCells(served, servedBefore),
      })),
  },
  {
    name: 'Kind',
    columns: ['Events', 'Hours', ...SERVED],
    rows: ({ byKind }) =>
      byKind.map(({ kind, events, eventsBefore, hoursWatched, served, servedBefore }) => ({
        name: wordsOf(kind),
        cells: [withChange(count(events), events, eventsBefore), hours(hoursWatched), ...servedCells(served, servedBefore)],
      })),
  },
  {
    name: 'Event',
    columns: ['Events', 'Before'],
    rows: ({ byType }) =>
      byType.map(({ type, events, eventsBefore }) => ({
        name: wordsOf(type),
        cells: [withChange(count(events), events, eventsBefore), count(eventsBefore)],
      })),
  },
];

/** The numbers by placement, model, kind and type of event. */
export function Breakdowns({ metrics }: { readonly metrics: DashboardFragment }) {
  const [chosen, setChosen] = useState(0);
  const breakdown = BREAKDOWNS[chosen];
  const rows = breakdown?.rows(metrics) ?? [];
  return (
    <Section title="Where it comes from">
      <Tabs value={chosen} onChange={(_, tab: number) => setChosen(tab)} aria-label="By" variant="scrollable" allowScrollButtonsMobile>
        {BREAKDOWNS.map(({ name }, tab) => (
          <Tab key={name} label={`By ${name.toLowerCase()}`} id={`by-${tab}`} aria-controls="by-panel" />
        ))}
      </Tabs>
      <Box role="tabpanel" id="by-panel" aria-labelledby={`by-${chosen}`} tabIndex={0} sx={{ overflowX: 'auto' }}>
        {rows.length === 0 ? (
          <Empty title="Nothing in this time." />
        ) : (
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{breakdown?.name}</TableCell>
                {breakdown?.columns.map((column) => (
                  <TableCell key={column} align="right" sx={{ whiteSpace: 'nowrap' }}>
                    {column}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(({ name, cells }) => (
                <TableRow key={name}>
                  <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: 120 }}>
                    {name}
                  </TableCell>
                  {cells.map((cell, at) => (
                    <TableCell key={breakdown?.columns[at]} align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                      {cell}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Box>
      <Box component="p" sx={{ m: 0, color: 'text.secondary', typography: 'body2' }}>
        In brackets: the change on {thanOf(metrics)}.
      </Box>
    </Section>
  );
}

function servedCells(now: ServedFragment, before: ServedFragment): readonly Cell[] {
  const rate = (value: number | null, was: number | null): Cell => (value === null ? '–' : withChange(share(value), value, was));
  return [
    withChange(count(now.lists), now.lists, before.lists),
    count(now.titlesServed),
    count(now.impressions),
    rate(now.clickThrough, before.clickThrough),
    rate(now.watchThrough, before.watchThrough),
  ];
}

function withChange(text: string, now: number, before: number | null): string {
  const change = changeOf(now, before);
  if (change === null) return text;
  return `${text} (${change < 0 ? '−' : '+'}${share(Math.abs(change))})`;
}
