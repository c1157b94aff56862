import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { DeletePersonTitleDocument } from '../generated/people';
import { Ago } from '../parts/ago';
import { Confirm } from '../parts/confirm';
import { Poster } from '../parts/poster';
import { TitleLink } from '../parts/title-link';
import type { PastRow } from './past';
import { WatchBar } from './watch-bar';

/** A title of somebody's past: what they did with it, and a way to take it out. */
export function PastTitle({ row, userId }: { readonly row: PastRow; readonly userId: string }) {
  const mayDelete = useMay('EVENTS_WRITE');
  const [isAsking, setAsking] = useState(false);
  const { run } = useAct(DeletePersonTitleDocument, { said: 'It is out of their past; their lists follow.' });
  const { title } = row;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
      {title && <Poster url={title.posterUrl} />}
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
        <TitleLink title={title} />
        <WatchBar covered={row.covered} mediaSeconds={row.mediaSeconds} coverage={row.coverage} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {didOf(row).map((what) => `${what} · `)}
          <Ago at={row.lastAt} />
        </Typography>
      </Box>
      {mayDelete && title && (
        <>
          <Tooltip title="Take it out of their past">
            <IconButton aria-label={`Take ${title.name} out of their past`} onClick={() => setAsking(true)}>
              <DeleteIcon fontSize="small" />
            </IconButton>
          </Tooltip>
          <Confirm
            isOpen={isAsking}
            title="Take it out of their past?"
            action="Take it out"
            isDangerous
            onClose={() => setAsking(false)}
            onConfirm={async () => {
              await run({ id: userId, titleIds: [title.id] });
              setAsking(false);
            }}
          >
            Every event of {title.name} is deleted for good, and their lists follow at once. To only see how the list would change, take it
            out in the inspector instead.
          </Confirm>
        </>
      )}
    </Box>
  );
}

function didOf({ rating, opinion, plays, completions, clicks }: PastRow): readonly string[] {
  const times = (n: number, one: string, many: string): string | null => {
    if (n === 0) return null;
    return n === 1 ? one : `${n} ${many}`;
  };
  return [
    rating === null || rating === undefined ? null : `rated ${rating} of 5`,
    opinion === 'LIKE' ? 'liked' : null,
    opinion === 'DISLIKE' ? 'disliked' : null,
    times(plays, 'played once', 'plays'),
    times(completions, 'finished once', 'times finished'),
    times(clicks, 'opened once', 'times opened'),
  ].filter((what) => what !== null);
}
