import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** Rows of grey in the shape of what is to come. */
export function Waiting({ rows = 6, height = 40 }: { readonly rows?: number; readonly height?: number }) {
  return (
    <Box role="status" aria-label="Loading" sx={{ display: 'grid', gap: 1, py: 2 }}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have nothing else to be known by.
        <Skeleton key={row} variant="rounded" height={height} />
      ))}
    </Box>
  );
}
