import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  /** Why there is nothing, or what to do so that there is something. */
  readonly children?: ReactNode;
  /** A button that does it. */
  readonly action?: ReactNode;
}

/** What stands where there is nothing yet. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1.5, textAlign: 'center', px: 2, py: 6, color: 'text.secondary' }}>
      <InboxIcon fontSize="large" aria-hidden />
      <Typography sx={{ color: 'text.primary' }}>{title}</Typography>
      {children && (
        <Typography variant="body2" component="div" sx={{ maxWidth: 480 }}>
          {children}
        </Typography>
      )}
      {action}
    </Box>
  );
}
