import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { bytes } from '../parts/numbers';
import { Progress } from '../parts/progress';
import { DropZone } from './drop-zone';
import { type SentFile, useSending } from './use-sending';

/** The first step of an import: files are chosen and sent. */
export default function NewImport() {
  const navigate = useNavigate();
  const { files, isLooking, error, send, stop } = useSending((id) => navigate(`/imports/${id}`));
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Import titles" />
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      {files === null && <DropZone isBusy={false} onFiles={send} />}
      {files && (
        <>
          <Typography component="h2" variant="h3">
            {isLooking ? 'Looking at the rows' : 'Sending'}
          </Typography>
          {files.map((file) => (
            <OneFile key={file.path} file={file} />
          ))}
          {isLooking && <Progress label="Looking at the rows" value={null} />}
          <Box>
            <Button onClick={stop}>Stop</Button>
          </Box>
        </>
      )}
    </Box>
  );
}

function OneFile({ file }: { readonly file: SentFile }) {
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
