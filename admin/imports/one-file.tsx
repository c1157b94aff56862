import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { bytes } from '../parts/numbers';
import { Progress } from '../parts/progress';
import type { SentFile } from './use-sending';

/** A file on its way. */
export function OneFile({ file }: { readonly file: SentFile }) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <bdi>{file.path}</bdi> · {bytes(file.bytes)}
      </Typography>
      <Progress label={`Sending ${file.path}`} value={file.share} />
      {file.isWaiting && (
        <Alert severity="warning" role="status">
          The connection is gone. The file is sent again by itself as soon as it is back.
        </Alert>
      )}
    </Box>
  );
}
