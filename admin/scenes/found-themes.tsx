import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import type { NamedThemeFragment } from '../generated/scenes';

/** Themes that were found, the surest first. */
export function FoundThemes({ themes, label }: { readonly themes: readonly NamedThemeFragment[]; readonly label: string }) {
  return (
    <Box component="ul" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
      {themes.map(({ theme, score }) => (
        <Chip key={theme.id} component="li" size="small" variant="outlined" label={`${theme.names.en} · ${score.toFixed(1)}`} />
      ))}
    </Box>
  );
}
