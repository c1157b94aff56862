import type { ReactNode } from 'react';
import { AppBar, Layout, TitlePortal } from 'react-admin';
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

function Bar() {
  return (
    <AppBar alwaysOn userMenu={<AccountMenu />}>
      <TitlePortal component="h1" variant="h6" />
    </AppBar>
  );
}
