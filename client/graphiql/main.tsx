import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { fetcher } from './fetcher';

const QUERY = `# Recommendations for a person of the demo. The tab "Headers" below has the credential.
query Recommendations {
  recommendations(input: { userId: "movielens:1" }) {
    engine
    version
    items(first: 20) {
      nodes {
        rank
        score
        title { id name year genres posterUrl }
        reasons { text }
      }
    }
  }
}
`;

const LIVE = `# The same list, live: it changes with every event of that person.
subscription Live {
  recommendationsChanged(input: { userId: "movielens:1" }) {
    version
    cause { kind title { name } }
    items(first: 5) { nodes { rank title { name } } }
  }
}
`;

/** JSON has no comments, so the hint is the value itself. */
const HEADERS = `{
  "authorization": "Bearer kg_... (the key printed at the first start; also in .kinograph/first-run.json)"
}`;

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={[
        { query: QUERY, headers: HEADERS },
        { query: LIVE, headers: HEADERS },
      ]}
      defaultHeaders={HEADERS}
      defaultEditorToolsVisibility="headers"
      shouldPersistHeaders={false}
      isHeadersEditorEnabled
      forcedTheme={window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'}
    />,
  );
}
