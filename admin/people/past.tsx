import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { PersonPastDocument, type PersonPastQuery } from '../generated/people';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { Days } from './days';
import { Growing } from './growing';
import { PastTitle } from './past-title';
import { usePages } from './use-pages';

export type PastRow = NonNullable<PersonPastQuery['user']>['history']['nodes'][number];

const SHOWN = [
  ['all', 'All', {}],
  ['watched', 'Watched', { watchClass: 'WATCHED' }],
  ['begun', 'Only begun', { watchClass: 'CLICKED' }],
] as const;

/** What somebody did, title by title, along the days on which they last met it. */
export function Past({ id }: { readonly id: string }) {
  const [shown, show] = useState('all');
  const filter = SHOWN.find(([name]) => name === shown)?.[2] ?? {};
  const pages = usePages(PersonPastDocument, { id, filter, first: 30 }, ({ user }) => user?.history);
  return (
    <Section
      title="Their past"
      beside={
        <ToggleButtonGroup size="small" exclusive value={shown} onChange={(_, next) => next && show(next)} aria-label="Which titles">
          {SHOWN.map(([name, label]) => (
            <ToggleButton key={name} value={name}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <Growing of={pages} empty={<Empty title={shown === 'all' ? 'They have not met any title yet.' : 'No title is like this.'} />}>
        {(rows: readonly PastRow[]) => (
          <Box>
            <Days rows={rows} at={({ lastAt }) => lastAt}>
              {(row) => <PastTitle key={`${row.title?.id} ${row.lastAt}`} row={row} userId={id} />}
            </Days>
          </Box>
        )}
      </Growing>
    </Section>
  );
}
