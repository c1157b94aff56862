import { lazy, type ReactNode, Suspense } from 'react';
import { AppBar, Layout, TitlePortal } from 'react-admin';
import { useMay } from '../api/rights';
import { Problem } from '../parts/problem';
import { AccountMenu } from './account-menu';
import { ConnectionNotice } from './connection-notice';
import { PlacesMenu } from './menu';

/** Around every page: the bar with the page's title, the menu, and what the page itself shows. */
export function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <Layout appBar={Bar} menu={PlacesMenu} error={Problem} sx={{ '& .RaLayout-content': { px: { xs: 1, sm: 2 }, pb: 4, minWidth: 0 } }}>
      <ConnectionNotice />
      {children}
    </Layout>
  );
}

// It opens a socket: the page is there first.
const RunningJobs = lazy(() => import('../imports/running'));

function Bar() {
  const maySeeJobs = useMay('JOBS_READ');
  return (
    <AppBar alwaysOn userMenu={<AccountMenu />}>
      <TitlePortal component="h1" variant="h6" />
      {maySeeJobs && (
        <Suspense>
          <RunningJobs />
        </Suspense>
      )}
    </AppBar>
  );
}
