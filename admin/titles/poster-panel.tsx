import UploadIcon from '@mui/icons-material/FileUploadOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { ask } from '../api/request';
import { accepted } from '../api/user-errors';
import { SaveTitleDocument, type TitleWholeFragment } from '../generated/titles';
import { Poster } from '../parts/poster';
import { Section } from '../parts/section';
import { PICTURES, sendPicture } from './send-picture';
import { posterOf } from './words';

/** The poster: another picture, by choosing or dropping one, or back to the drawn one. */
export function PosterPanel({ title, readOnly }: { readonly title: TitleWholeFragment; readonly readOnly: boolean }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const client = useQueryClient();
  const notify = useNotify();

  async function change(posterUploadId: () => Promise<string | null>, said: string) {
    setBusy(true);
    setFailure(null);
    try {
      const uploadId = await posterUploadId();
      accepted((await ask(SaveTitleDocument, { input: { id: title.id, version: title.version, posterUploadId: uploadId } })).saveTitle);
      notify(said, { type: 'success' });
      await client.invalidateQueries();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }
  const send = (file: File | undefined): void => void (file && change(() => sendPicture(file), 'The poster is changed.'));

  return (
    <Section title="Poster">
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          if (!readOnly) send(event.dataTransfer.files[0]);
        }}
      >
        <Poster url={posterOf(title)} width={120} />
        {!readOnly && (
          <Box sx={{ display: 'grid', gap: 1 }}>
            <Button
              variant="outlined"
              startIcon={<UploadIcon />}
              loading={isBusy}
              loadingPosition="start"
              onClick={() => chooser.current?.click()}
            >
              Choose a picture
            </Button>
            <input
              ref={chooser}
              type="file"
              accept={PICTURES}
              hidden
              aria-label="Poster"
              onChange={({ target }) => {
                send(target.files?.[0]);
                target.value = '';
              }}
            />
            {!title.posterIsDrawn && (
              <Button disabled={isBusy} onClick={() => void change(async () => null, 'The drawn poster is back.')}>
                Back to the drawn one
              </Button>
            )}
            <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>PNG, JPEG, WebP or AVIF, at most 5 MB. Saved at once.</Box>
          </Box>
        )}
      </Box>
      {failure && <Alert severity="error">{failure}</Alert>}
    </Section>
  );
}
