import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type DragEvent, useRef, useState } from 'react';
import { filesDropped, filesIn } from './chosen-files';
import type { ChosenFile } from './send-file';

interface DropZoneProps {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  readonly heading?: string;
  /** What kinds of files, and what happens to them. */
  readonly hint?: string;
  /** How their names end. */
  readonly accept?: string;
  /** Whether a whole folder may be chosen; yes unless told. */
  readonly takesFolders?: boolean;
}

const TITLES =
  'A CSV with any delimiter and encoding, JSON Lines, or the folder of a MovieLens data set; up to 512 MB a file. Nothing is changed before you have seen what would be.';

/** Takes files and folders: dropped, or chosen by mouse and keyboard. */
export function DropZone({
  isBusy,
  onFiles,
  heading = 'Drop a file or a folder here',
  hint = TITLES,
  accept = '.csv,.tsv,.txt,.json,.jsonl,.ndjson',
  takesFolders = true,
}: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isBusy) void filesDropped(event.dataTransfer).then(onFiles);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      data-testid="drop-zone"
      sx={{
        display: 'grid',
        justifyItems: 'center',
        gap: 2,
        textAlign: 'center',
        px: 2,
        py: { xs: 4, sm: 8 },
        border: 2,
        borderStyle: 'dashed',
        borderColor: isOver ? 'primary.main' : 'divider',
        borderRadius: 2,
        bgcolor: isOver ? 'action.hover' : 'transparent',
      }}
    >
      <UploadIcon fontSize="large" aria-hidden sx={{ color: 'text.secondary' }} />
      <Typography variant="h3" component="h2">
        {heading}
      </Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 560 }}>{hint}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'center' }}>
        <Button variant="contained" disabled={isBusy} onClick={() => files.current?.click()}>
          Choose a file
        </Button>
        {takesFolders && (
          <Button variant="outlined" disabled={isBusy} onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
        )}
      </Box>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-testid="files"
        accept={accept}
        onChange={({ target }) => {
          onFiles(filesIn(target.files));
          target.value = '';
        }}
      />
      <input
        ref={folder}
        type="file"
        hidden
        data-testid="folder"
        {...{ webkitdirectory: '' }}
        onChange={({ target }) => {
          onFiles(filesIn(target.files));
          target.value = '';
        }}
      />
    </Box>
  );
}
