import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface DoorProps {
  readonly title: string;
  /** What to do here, in a sentence. */
  readonly why: string;
  readonly children: ReactNode;
  /** Small print below the card. */
  readonly foot?: ReactNode;
}

/** What surrounds signing in and choosing a password: a card in the light of a screen. */
export function Door({ title, why, children, foot }: DoorProps) {
  return (
    <Box
      component="main"
      sx={({ palette }) => ({
        minHeight: '100vh',
        display: 'grid',
        placeItems: 'center',
        px: 2,
        py: { xs: 3, sm: 6 },
        bgcolor: 'background.default',
        backgroundImage: `radial-gradient(90% 60% at 50% -10%, color-mix(in srgb, ${palette.primary.main} 26%, transparent), transparent 70%)`,
      })}
    >
      <Box sx={{ display: 'grid', gap: 3, width: 'min(100%, 420px)' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, color: 'text.primary' }}>
          <Mark />
          <Typography component="p" sx={{ fontWeight: 650, letterSpacing: '-0.01em' }}>
            Kinograph
          </Typography>
          <Typography component="p" sx={{ color: 'text.secondary' }}>
            console
          </Typography>
        </Box>
        <Paper variant="outlined" sx={{ display: 'grid', gap: 3, p: { xs: 3, sm: 4 }, borderRadius: 3 }}>
          <Box component="header" sx={{ display: 'grid', gap: 0.75 }}>
            <Typography component="h1" variant="h1">
              {title}
            </Typography>
            <Typography sx={{ color: 'text.secondary' }}>{why}</Typography>
          </Box>
          {children}
        </Paper>
        {foot && (
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary', textAlign: 'center', overflowWrap: 'anywhere' }}>
            {foot}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** A disc with the triangle that plays: the sign of the house. */
function Mark() {
  return (
    <Box component="svg" viewBox="0 0 16 16" aria-hidden="true" sx={{ width: 32, height: 32 }}>
      <Box component="circle" cx="8" cy="8" r="7" sx={{ fill: ({ palette }) => palette.primary.main }} />
      <Box component="path" d="M6.4 5v6l4.8-3z" sx={{ fill: ({ palette }) => palette.primary.contrastText }} />
    </Box>
  );
}
