import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Colours } from './colours';

/** What the colours of the bars stand for. */
export function Legend({ colours }: { readonly colours: Colours }) {
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        A bar shows what was added up for a title. Each colour is something that speaks for it:
      </Typography>
      <Box
        component="ul"
        aria-label="Colours"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}
      >
        {colours.legend.map(({ name, colour }) => (
          <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
            <Box aria-hidden sx={{ width: 12, height: 12, borderRadius: 0.5, bgcolor: colour, flex: 'none' }} />
            <Typography variant="body2" noWrap title={name} sx={{ maxWidth: 320 }}>
              {name}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
