import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { Title } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { PersonalizeDocument, type PersonalizeStateFragment } from '../generated/personalize';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Facts } from '../parts/facts';
import { Section } from '../parts/section';
import { StateChip } from '../parts/state-chip';
import { Actions } from './actions';
import { CostGuard } from './cost';
import { TheirMetrics } from './metrics';
import { CallPlan, LastCalls } from './plan';
import { EditSettings } from './settings';
import { ResourceTree } from './tree';

/** Amazon Personalize: where the sync stands, what is there, what would be done next and what it costs. */
export default function PersonalizePage() {
  const asked = useAsk(PersonalizeDocument, {});
  const { refetch } = asked;
  const isMoving = ['SYNCING', 'TEARDOWN'].includes(asked.data?.personalize.state ?? '');
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => void refetch(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isMoving, refetch]);
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Personalize" />
      <Asked of={asked}>{({ personalize }) => <Shown sync={personalize} />}</Asked>
    </Box>
  );
}

const AGAIN_MS = 10_000;

function Shown({ sync }: { readonly sync: PersonalizeStateFragment }) {
  return (
    <>
      <Section title="Amazon Personalize" beside={<Actions sync={sync} />}>
        <Typography sx={{ color: 'text.secondary', maxWidth: 720 }}>
          Lists of placements with the engine Personalize come from there, once its campaigns stand; everything is made, trained and taken
          down from here.
        </Typography>
        {sync.missing.length > 0 && (
          <Alert severity="info">
            It is not set up: set {sync.missing.join(' and ')} in the environment of server and workers, then start them again.
          </Alert>
        )}
        {sync.isDisabled && <Alert severity="warning">The kill switch PERSONALIZE_DISABLED is on: nothing is asked over there.</Alert>}
        {sync.lastError !== null && <Alert severity={sync.state === 'FAILED' ? 'error' : 'warning'}>{sync.lastError}</Alert>}
        <Facts
          of={[
            ['State', <StateChip key="state" state={sync.state} />],
            ['Last sync', sync.lastSyncAt === null ? 'never' : <Ago key="sync" at={sync.lastSyncAt} />],
            ['Exported', sync.exportedAt === null ? 'never' : <Ago key="export" at={sync.exportedAt} />],
          ]}
        />
      </Section>
      <CostGuard sync={sync} beside={<EditSettings sync={sync} />} />
      <ResourceTree resources={sync.resources} />
      <TheirMetrics resources={sync.resources} />
      <CallPlan plan={sync.plan} />
      <LastCalls calls={sync.calls} />
    </>
  );
}
