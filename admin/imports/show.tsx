import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { Title } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { ImportDocument, type ImportQuery } from '../generated/imports';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Checked } from './checked';
import { Columns } from './columns';
import { Done } from './done';
import { filesOf, WORKING } from './words';
import { Working } from './working';

export type ShownImport = NonNullable<ImportQuery['import']>;

/** One import, wherever it stands: what its columns are, what would be done, how far it is, what it did. */
export default function ShowImport() {
  const { id = '' } = useParams();
  const asked = useAsk(ImportDocument, { id });
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Asked of={asked}>
        {({ import: shown }) =>
          shown ? (
            <>
              <Title title={`Import ${filesOf(shown)}`} />
              <Step key={shown.id} shown={shown} onMoved={() => void asked.refetch()} />
            </>
          ) : (
            <>
              <Title title="Import" />
              <Empty title="There is no such import any more.">A draft goes after a week, and one that was discarded at once.</Empty>
            </>
          )
        }
      </Asked>
    </Box>
  );
}

interface StepProps {
  readonly shown: ShownImport;
  readonly onMoved: () => void;
}

function Step({ shown, onMoved }: StepProps) {
  const [isChanging, setChanging] = useState(false);
  if (WORKING.includes(shown.state)) return <Working shown={shown} onMoved={onMoved} />;
  if (shown.state === 'DONE' || shown.state === 'UNDONE') return <Done shown={shown} />;
  if (shown.state === 'CHECKED' && !isChanging) return <Checked shown={shown} onChange={() => setChanging(true)} />;
  return (
    <>
      {shown.state === 'FAILED' && (
        <Alert severity="error">{shown.error ?? 'The import failed.'} Nothing was changed; what was chosen is still here.</Alert>
      )}
      {shown.state === 'CANCELLED' && <Alert severity="info">It was stopped. Nothing was changed; what was chosen is still here.</Alert>}
      <Columns shown={shown} onStarted={() => setChanging(false)} />
    </>
  );
}
