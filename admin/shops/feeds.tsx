import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../api/request';
import { askKey, useAsk } from '../api/use-ask';
import { accepted } from '../api/user-errors';
import { ImportOffersDocument, ShopFeedsDocument, ShopOffersDocument } from '../generated/shops';
import { DropZone } from '../imports/drop-zone';
import { OneFile } from '../imports/one-file';
import { useSending } from '../imports/use-sending';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';
import { Feed } from './feed';

const LOOK_MS = 1_000;
const HINT =
  'CSV or JSON Lines with everything that the shop offers now; gzip may have compressed it. It is taken whole or not at all; bad rows are told.';

/** Files of offers: a new one by drop, and what became of the last. */
export function Feeds({ shopId }: { readonly shopId: string }) {
  const [mayRemoveMost, setMayRemoveMost] = useState(false);
  const asked = useAsk(ShopFeedsDocument, { id: shopId });
  const { refetch } = asked;
  const { files, error, send, stop } = useSending({
    purpose: 'OFFERS',
    pick: (chosen) => (chosen.length === 1 ? chosen : 'One file holds all offers of a shop: choose one.'),
    async finish([uploadId = ''], signal) {
      accepted((await ask(ImportOffersDocument, { input: { shopId, uploadId, mayRemoveMost } }, { signal })).importOffers);
      await refetch();
    },
  });
  const client = useQueryClient();
  const isReading = asked.data?.shop?.feeds.nodes.some(({ state }) => state === 'READING') ?? false;
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => {
      clearInterval(timer);
      // What was read may stand among the offers by now.
      void client.invalidateQueries({ queryKey: askKey(ShopOffersDocument) });
    };
  }, [isReading, refetch, client]);
  return (
    <Section title="Files of offers">
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      {files === null && (
        <DropZone
          isBusy={false}
          onFiles={send}
          heading="Drop the offers here"
          hint={HINT}
          accept=".csv,.jsonl,.ndjson,.gz"
          takesFolders={false}
        />
      )}
      {files?.map((file) => (
        <OneFile key={file.path} file={file} />
      ))}
      {files && (
        <Box>
          <Button onClick={stop}>Stop</Button>
        </Box>
      )}
      <FormControlLabel
        control={<Switch checked={mayRemoveMost} onChange={() => setMayRemoveMost(!mayRemoveMost)} />}
        label="It may take away more than half of the offers"
      />
      <Asked of={asked}>{({ shop }) => shop?.feeds.nodes.map((feed) => <Feed key={feed.id} feed={feed} />)}</Asked>
    </Section>
  );
}
