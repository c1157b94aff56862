import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { type TitleWholeFragment, UnmergeTitlesDocument } from '../generated/titles';
import { MergeDialog } from './merge-dialog';
import { useChangeNow } from './use-change-now';
import { shortName } from './words';

/** What stands above everything else of a title: whether it is in lists, what it stands for, and what can be done to it as a whole. */
export function TitleBanner({ title }: { readonly title: TitleWholeFragment }) {
  const mayWrite = useMay('CATALOGUE_WRITE');
  const [isMerging, setMerging] = useState(false);
  const { changeNow, isRunning } = useChangeNow();
  const unmerge = useAct(UnmergeTitlesDocument, { said: 'Both titles stand as they stood before.' });
  const set = (state: 'LISTED' | 'HIDDEN' | 'REMOVED'): void => void changeNow([title.id], { state });
  const isGone = title.state === 'REMOVED';
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {title.state === 'HIDDEN' && <Alert severity="info">Hidden: it stays in the past of people, and stands in no list.</Alert>}
      {isGone && <Alert severity="warning">Taken out: it stands in no list and no search. Saving brings it back.</Alert>}
      {title.mergedFrom?.map(({ id, name, year }) => (
        <Alert
          key={id}
          severity="info"
          action={
            mayWrite && (
              <Button color="inherit" size="small" loading={unmerge.isRunning} onClick={() => void unmerge.run({ fromId: id })}>
                Undo the merge
              </Button>
            )
          }
        >
          It also stands for title {id}, <bdi>{shortName(name)}</bdi>
          {year !== null && ` (${year})`}.
        </Alert>
      ))}
      {mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {title.state === 'LISTED' && (
            <Button size="small" variant="outlined" loading={isRunning} onClick={() => set('HIDDEN')}>
              Hide now
            </Button>
          )}
          {title.state !== 'LISTED' && (
            <Button size="small" variant="outlined" loading={isRunning} onClick={() => set('LISTED')}>
              List again
            </Button>
          )}
          {!isGone && (
            <Button size="small" variant="outlined" color="error" loading={isRunning} onClick={() => set('REMOVED')}>
              Take out
            </Button>
          )}
          <Button size="small" variant="outlined" onClick={() => setMerging(true)}>
            Merge with another
          </Button>
        </Box>
      )}
      {isMerging && <MergeDialog title={title} onClose={() => setMerging(false)} />}
    </Box>
  );
}
