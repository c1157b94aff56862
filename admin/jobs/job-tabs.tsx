import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
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
      <Tabs value={at} component="nav" aria-label="Jobs">
        <Tab value="queue" label="Queue and history" component={Link} to="/jobs" role="link" {...current(at === 'queue')} />
        <Tab value="schedules" label="Schedules" component={Link} to="/jobs/schedules" role="link" {...current(at === 'schedules')} />
      </Tabs>
      {children}
    </Box>
  );
}

// They are links and no tabs: what stands for the chosen one is the current page.
function current(isHere: boolean) {
  return { 'aria-selected': undefined, 'aria-current': isHere ? ('page' as const) : undefined };
}
