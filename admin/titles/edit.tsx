import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { lazy, type ReactNode, Suspense } from 'react';
import { Title, useGetOne } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { useMay } from '../api/rights';
import type { TitleWholeFragment } from '../generated/titles';
import { Failure } from '../parts/failure';
import { Waiting } from '../parts/waiting';
import { TitleBanner } from './banner';
import { TitleForm } from './form';
import { shortName } from './words';

const Audience = lazy(() => import('./audience'));
const Similar = lazy(() => import('./similar'));
const Scenes = lazy(() => import('./scenes'));
const Offers = lazy(() => import('./offers'));
const History = lazy(() => import('./history'));

const TABS = [
  { name: 'details', label: 'Details' },
  { name: 'audience', label: 'Audience' },
  { name: 'similar', label: 'Similar' },
  { name: 'scenes', label: 'Scenes' },
  { name: 'offers', label: 'Offers' },
  { name: 'history', label: 'History' },
] as const;

/** One title: what it is, who met it, what resembles it, and who changed it. */
export default function TitleEdit() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const mayRead = useMay('METRICS_READ');
  const { data, error, isPending, refetch } = useGetOne<TitleWholeFragment>('titles', { id });
  const tabs = TABS.filter(({ name }) => name !== 'audience' || mayRead);
  const tab = tabs.find(({ name }) => name === search.get('tab'))?.name ?? 'details';
  const panels: Readonly<Record<string, (title: TitleWholeFragment) => ReactNode>> = {
    audience: (title) => <Audience title={title} />,
    similar: (title) => <Similar id={title.id} />,
    scenes: (title) => <Scenes id={title.id} />,
    offers: (title) => <Offers id={title.id} />,
    history: (title) => <History title={title} />,
  };
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={data ? shortName(data.name) : 'Title'} />
      <Tabs
        value={tab}
        onChange={(_, next) => setSearch(next === 'details' ? {} : { tab: next }, { replace: true })}
        variant="scrollable"
        aria-label="About this title"
      >
        {tabs.map(({ name, label }) => (
          <Tab key={name} value={name} label={label} id={`tab-${name}`} aria-controls={`panel-${name}`} />
        ))}
      </Tabs>
      {isPending && <Waiting />}
      {error && !data && <Failure error={error} again={() => void refetch()} />}
      {data && <TitleBanner title={data} />}
      {data && (
        // What was typed stays while another tab is looked at.
        <Box role="tabpanel" id="panel-details" aria-labelledby="tab-details" hidden={tab !== 'details'}>
          <TitleForm title={data} />
        </Box>
      )}
      {data && tab !== 'details' && (
        <Box role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
          <Suspense fallback={<Waiting />}>{panels[tab]?.(data)}</Suspense>
        </Box>
      )}
    </Box>
  );
}
