import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAct } from '../api/use-act';
import { askKey } from '../api/use-ask';
import { DiscardImportDocument, ImportCatalogueDocument, ImportDocument } from '../generated/imports';
import { Asked } from '../parts/asked';
import { MappingTable } from './mapping-table';
import { Options } from './options';
import { PreviewTable } from './preview-table';
import type { ShownImport } from './show';
import { type Chosen, type Preview, usePreview } from './use-preview';

interface ColumnsProps {
  readonly shown: ShownImport;
  readonly onStarted: () => void;
}

const IDS = ['ID', 'EXTERNAL_ID', 'EXTERNAL_IDS', 'KINOGRAPH_ID'];

/** The step in which columns are told apart: what each is, with a guess, and what titles the first rows would become. */
export function Columns({ shown, onStarted }: ColumnsProps) {
  const { mapping, options } = shown;
  const uploadIds = shown.files.map(({ uploadId }) => uploadId);
  const [chosen, setChosen] = useState<Chosen>({ mapping: mapping.length > 0 ? mapping : null, options });
  const preview = usePreview(uploadIds, chosen);
  const { run: start, isRunning } = useAct(ImportCatalogueDocument);
  const client = useQueryClient();
  const { data } = preview;
  useEffect(() => {
    // Every look is kept on the server: whoever comes back finds what was chosen.
    if (data) void client.invalidateQueries({ queryKey: askKey(ImportDocument, { id: data.importId }) });
  }, [data, client]);
  async function check({ mapping, options }: Preview) {
    const input = { uploadIds, mapping: [...(chosen.mapping ?? mapping)], options: { ...options, ...chosen.options }, dryRun: true };
    if (await start({ input })) onStarted();
  }
  return (
    <Asked of={preview}>
      {(look) => {
        const now = chosen.mapping ?? look.mapping;
        const hasId = now.some(({ field }) => IDS.includes(field));
        return (
          <>
            <Typography sx={{ color: 'text.secondary' }}>{writtenAs(look)}</Typography>
            {!hasId && (
              <Alert severity="warning">No column is an id yet. A title needs one to be found again: say which column it is.</Alert>
            )}
            <MappingTable columns={look.columns} mapping={now} onChange={(mapping) => setChosen((old) => ({ ...old, mapping }))} />
            <Options
              format={look.format}
              options={{ ...look.options, ...chosen.options }}
              hasOwnId={now.some(({ field }) => field === 'ID' || field === 'PARENT')}
              onChange={(change) => setChosen((old) => ({ ...old, options: { ...look.options, ...old.options, ...change } }))}
            />
            <PreviewTable rows={look.rows} />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button variant="contained" disabled={!hasId} loading={isRunning} onClick={() => void check(look)}>
                Check all rows
              </Button>
              <DiscardButton id={shown.id} />
            </Box>
          </>
        );
      }}
    </Asked>
  );
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

function writtenAs({ format, delimiter, encoding, header, columns }: Preview): string {
  if (format === 'MOVIELENS') return 'This is a MovieLens folder: films, with their links, tags and ratings.';
  const how = format === 'CSV' ? `CSV with ${DELIMITERS[delimiter ?? ','] ?? delimiter}` : 'JSON Lines';
  return `${how}, ${encoding.toUpperCase()}, ${columns.length} columns${header ? '' : ' without names'}.`;
}

/** Forgets the files. */
export function DiscardButton({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const { run, isRunning } = useAct(DiscardImportDocument, { said: 'The files are gone.' });
  return (
    <Button loading={isRunning} onClick={() => void run({ id }).then((done) => done && navigate('/imports'))}>
      Discard
    </Button>
  );
}
