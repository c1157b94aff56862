import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ask } from '../api/request';
import { accepted } from '../api/user-errors';
import { PreviewImportDocument } from '../generated/imports';
import { Progress } from '../parts/progress';
import { together } from './chosen-files';
import { DropZone } from './drop-zone';
import { OneFile } from './one-file';
import { useSending } from './use-sending';

/** The first step of an import: files are chosen and sent. */
export default function NewImport() {
  const navigate = useNavigate();
  const { files, isLooking, error, send, stop } = useSending({
    pick: together,
    async finish(uploadIds, signal) {
      const { preview } = accepted((await ask(PreviewImportDocument, { input: { uploadIds: [...uploadIds] } }, { signal })).previewImport);
      if (preview) navigate(`/imports/${preview.importId}`);
    },
  });
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
