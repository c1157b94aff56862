import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

interface JobTabsProps {
  readonly at: 'queue' | 'schedules';
  readonly children?: ReactNode;
}

/** The two sides of background work, with what can be done beside them. */
export function JobTabs({ at, children }: JobTabsProps) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
      <Box component="nav" aria-label="Jobs" sx={{ display: 'flex', gap: 0.5 }}>
        <Side to="/jobs" words="Queue and history" isHere={at === 'queue'} />
        <Side to="/jobs/schedules" words="Schedules" isHere={at === 'schedules'} />
      </Box>
      {children}
    </Box>
  );
}

function Side({ to, words, isHere }: { readonly to: string; readonly words: string; readonly isHere: boolean }) {
  const look = isHere ? { color: 'primary.main', borderColor: 'primary.main' } : { color: 'text.secondary', borderColor: 'transparent' };
  return (
    <Button
      component={Link}
      to={to}
      aria-current={isHere ? 'page' : undefined}
      sx={{ borderRadius: 0, borderBottom: '2px solid', ...look }}
    >
      {words}
    </Button>
  );
}
