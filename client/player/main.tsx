import '@fontsource-variable/inter';
import '../look/look.css';
import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { followAccount } from './account/change';
import { apollo } from './api/apollo';
import { kinograph } from './api/kinograph';
import { App } from './app';
import { startTheme } from './parts/theme';
import { startLanguage } from './words/language';

startTheme();
startLanguage();
followAccount();
// Every first question needs a token: it is fetched while the page is drawn.
void kinograph.bearer();

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <ApolloProvider client={apollo}>
      <App />
    </ApolloProvider>,
  );
