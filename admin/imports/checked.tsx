import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useAct } from '../api/use-act';
import { ImportCatalogueDocument } from '../generated/imports';
import { count } from '../parts/numbers';
import { DiscardButton } from './columns';
import { Counts } from './counts';
import { Problems } from './problems';
import { Samples } from './samples';
import type { ShownImport } from './show';

/** What a dry run has found: what would be done with every row, and a button that does it. */
export function Checked({ shown, onChange }: { readonly shown: ShownImport; readonly onChange: () => void }) {
  const { run, isRunning } = useAct(ImportCatalogueDocument);
  const { counts } = shown;
  const writes = (counts?.created ?? 0) + (counts?.updated ?? 0);
  const begin = () => {
    const uploadIds = shown.files.map(({ uploadId }) => uploadId);
    return run({ input: { uploadIds, mapping: [...shown.mapping], options: shown.options, dryRun: false } });
  };
  return (
    <>
      <Alert severity={writes > 0 ? 'info' : 'warning'}>
        {writes > 0 ? 'Nothing was changed yet. This is what an import would do.' : 'An import would change nothing.'}
      </Alert>
      {counts && <Counts counts={counts} isDryRun />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" disabled={writes === 0} loading={isRunning} onClick={() => void begin()}>
          Import {count(writes)} {writes === 1 ? 'title' : 'titles'}
        </Button>
        <Button variant="outlined" onClick={onChange}>
          Change the columns
        </Button>
        <DiscardButton id={shown.id} />
      </Box>
      <Problems shown={shown} />
      <Samples shown={shown} />
    </>
  );
}
