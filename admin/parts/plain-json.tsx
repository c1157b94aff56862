import Box from '@mui/material/Box';

/** Plain data as it is; long data scrolls inside itself, also by the keyboard. */
export function PlainJson({ label, value }: { readonly label: string; readonly value: unknown }) {
  return (
    <Box
      component="pre"
      tabIndex={0}
      aria-label={label}
      role="region"
      sx={{ m: 0, p: 1.5, maxHeight: 320, overflow: 'auto', borderRadius: 1, bgcolor: 'background.default', fontSize: '0.8125rem' }}
    >
      {JSON.stringify(value, null, 2)}
    </Box>
  );
}
