import NotificationsIcon from '@mui/icons-material/NotificationsOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Title } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useLive } from '../api/live';
import { useMay } from '../api/rights';
import { askKey, useAsk } from '../api/use-ask';
import {
  DashboardChangedDocument,
  DashboardDocument,
  type DashboardFragment,
  type DashboardQuery,
  ExportMetricsDocument,
} from '../generated/dashboard';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { DownloadButton } from '../parts/download-button';
import { HOME } from '../places';
import { NeedsAttention } from './attention';
import { Breakdowns } from './breakdowns';
import { Cards } from './cards';
import { Charts } from './charts';
import { House } from './house';
import { LiveDot } from './live-dot';
import { Stream } from './stream';
import { inputOf, useView, type View } from './use-view';
import { ViewBar } from './view-bar';
import { DashboardWaiting } from './waiting';

const WebhookDialog = lazy(() => import('./webhook-dialog').then(({ WebhookDialog }) => ({ default: WebhookDialog })));

/** What is going on, and what needs somebody: one question, and then whatever changes by itself. */
export default function Dashboard() {
  const [view, change] = useView();
  const variables = { input: inputOf(view) };
  const asked = useAsk(DashboardDocument, variables, { keep: true });
  const client = useQueryClient();
  const state = useLive(DashboardChangedDocument, variables, ({ metricsChanged }) => {
    const told = { input: { ...variables.input } };
    client.setQueryData<DashboardQuery>(askKey(DashboardDocument, told), (before) => before && { ...before, metrics: metricsChanged });
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', pt: 2 }}>
      <Title title={HOME.label} />
      <ViewBar
        view={view}
        change={change}
        placements={asked.data?.placements.map(({ name }) => name) ?? []}
        models={asked.data?.models ?? []}
      >
        <Deeds view={view} />
      </ViewBar>
      <Asked of={asked} waiting={<DashboardWaiting />}>
        {({ metrics }) => (
          <Box
            aria-busy={asked.isPlaceholderData}
            sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', opacity: asked.isPlaceholderData ? 0.6 : 1 }}
          >
            <NeedsAttention of={metrics.needsAttention} />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
              <LiveDot state={state} />
              <Counted metrics={metrics} />
            </Box>
            <Cards metrics={metrics} />
            <Charts metrics={metrics} />
            <Breakdowns metrics={metrics} />
            <House live={metrics.live} />
            <EventsComing />
          </Box>
        )}
      </Asked>
    </Box>
  );
}

/** Takes the numbers along as CSV, and says where alerts go: each for whoever may. */
function Deeds({ view }: { readonly view: View }) {
  const [params, setParams] = useSearchParams();
  const [mayExport, mayAlert] = [useMay('EXPORTS'), useMay('KEYS_WRITE')];
  const isOpen = mayAlert && params.get('webhook') === 'open';
  const open = (isToOpen: boolean): void =>
    setParams((before) => {
      if (isToOpen) before.set('webhook', 'open');
      else before.delete('webhook');
      return before;
    });
  return (
    <>
      {mayAlert && (
        <Button startIcon={<NotificationsIcon />} onClick={() => open(true)}>
          Alerts
        </Button>
      )}
      {mayExport && (
        <DownloadButton operation={ExportMetricsDocument} variables={{ input: inputOf(view) }}>
          CSV
        </DownloadButton>
      )}
      {isOpen && (
        <Suspense>
          <WebhookDialog onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  );
}

function Counted({ metrics: { countedUntil, now } }: { readonly metrics: DashboardFragment }) {
  if (countedUntil === null)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Nothing is counted yet: the first numbers come within a minute.
      </Typography>
    );
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {now.events === 0 && now.lists === 0 ? 'Nothing happened in this time. ' : ''}
      Counted <Ago at={countedUntil} />.
    </Typography>
  );
}

/** People's doings are for whoever may look into people. */
function EventsComing() {
  return useMay('USERS_READ') ? <Stream /> : null;
}
