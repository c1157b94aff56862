import SearchIcon from '@mui/icons-material/TroubleshootOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { ExportPersonDocument, PersonDocument, type PersonQuery } from '../generated/people';
import { Asked } from '../parts/asked';
import { DownloadButton } from '../parts/download-button';
import { Empty } from '../parts/empty';
import { About } from './about';
import { Events } from './events';
import { ForgetButton } from './forget';
import { personName, referenceOf, sourceName } from './name';
import { Now } from './now';
import { Past } from './past';
import { Shown } from './shown';

export type Person = NonNullable<PersonQuery['user']>;

const TABS: readonly (readonly [name: string, label: string, page: (person: Person) => ReactNode])[] = [
  ['about', 'About', (person) => <About person={person} />],
  ['past', 'Past', ({ id }) => <Past id={id} />],
  ['events', 'Event by event', ({ id }) => <Events id={id} />],
  ['now', 'What they get now', ({ id }) => <Now id={id} />],
  ['shown', 'What was shown', ({ id }) => <Shown id={id} />],
];

/** One person: who they are, what they did, what they get and why, and what was shown to them. */
export default function PersonPage() {
  const { id = '' } = useParams();
  const person = useAsk(PersonDocument, { id });
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={person.data?.user ? personName(person.data.user) : 'Person'} />
      <Asked of={person}>
        {({ user }) => (user ? <PersonFound person={user} /> : <Empty title="There is nobody of this id any more." />)}
      </Asked>
    </Box>
  );
}

function PersonFound({ person }: { readonly person: Person }) {
  const [asked, ask] = useSearchParams();
  const tab = TABS.find(([name]) => name === asked.get('tab')) ?? TABS[0];
  const [name, label, page] = tab ?? ['', '', () => null];
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {sourceName(person.source)} · {referenceOf(person)}
        </Typography>
        <Actions person={person} />
      </Box>
      <Tabs
        value={name}
        onChange={(_, next: string) => ask({ tab: next })}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label="Of this person"
      >
        {TABS.map(([key, text]) => (
          <Tab key={key} value={key} label={text} id={`tab-${key}`} aria-controls="person-panel" />
        ))}
      </Tabs>
      <Box role="tabpanel" id="person-panel" aria-label={label} sx={{ minWidth: 0 }}>
        {page(person)}
      </Box>
    </>
  );
}

function Actions({ person }: { readonly person: Person }) {
  const [mayExport, mayErase] = [useMay('EXPORTS'), useMay('USERS_ERASE')];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button component={Link} to={`/inspector?user=${person.id}`} startIcon={<SearchIcon />}>
        Inspect their list
      </Button>
      {mayExport && (
        <DownloadButton operation={ExportPersonDocument} variables={{ id: person.id }}>
          Export their data
        </DownloadButton>
      )}
      {mayErase && <ForgetButton person={person} />}
    </Box>
  );
}
