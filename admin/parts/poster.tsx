import Box from '@mui/material/Box';

/** A poster in the size of a row; it says nothing to a screen reader, because the name stands beside it. */
export function Poster({ url, width = 40 }: { readonly url: string; readonly width?: number }) {
  return (
    <Box
      component="img"
      src={url}
      alt=""
      loading="lazy"
      width={width}
      height={width * 1.5}
      sx={{ display: 'block', objectFit: 'cover', borderRadius: 0.5, bgcolor: 'divider', flex: 'none' }}
    />
  );
}
