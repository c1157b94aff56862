import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { DataTable, List, SearchInput, SelectInput, TopToolbar } from 'react-admin';
import { Link } from 'react-router-dom';
import type { KeyRowFragment } from '../generated/keys';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { Rows } from '../parts/rows';
import { StateChip, wordsOf } from '../parts/state-chip';
import { AccessKeys } from './access-keys';
import { Revoke } from './revoke';
import { KINDS, SCOPES } from './scopes';

const choices = (ids: readonly string[]) => ids.map((id) => ({ id, name: wordsOf(id) }));
const FILTERS = [
  <SearchInput key="search" source="search" placeholder="Name or beginning" alwaysOn />,
  <SelectInput key="state" source="state" choices={choices(['ACTIVE', 'EXPIRED', 'REVOKED'])} alwaysOn />,
  <SelectInput key="kind" source="kind" choices={choices(['SERVER', 'BROWSER'])} alwaysOn />,
];
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;
const WIDEST = { display: { xs: 'none', lg: 'table-cell' } } as const;
const Column = DataTable.Col<KeyRowFragment>;

/** The keys of servers and web pages. */
export default function KeyList() {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <List filters={FILTERS} actions={<Actions />} title="Keys" sort={{ field: 'id', order: 'DESC' }} empty={false} perPage={25}>
        <Rows>
          <DataTable
            bulkActionButtons={false}
            rowClick={false}
            empty={<Empty title="No keys here.">A server or a web page needs one to talk to Kinograph.</Empty>}
          >
            <Column label="Key" disableSort render={(key) => <Called {...key} />} />
            <Column label="May" disableSort sx={WIDEST} render={(key) => <May {...key} />} />
            <Column label="State" disableSort render={({ state }) => <StateChip state={state} />} />
            <Column label="Made" disableSort sx={WIDEST} render={({ createdAt }) => <Ago at={createdAt} />} />
            <Column
              label="Last used"
              disableSort
              sx={WIDE}
              render={({ lastUsedAt }) => (lastUsedAt ? <Ago at={lastUsedAt} /> : 'Not yet')}
            />
            <Column label="Ends" disableSort sx={WIDE} render={(key) => <Ends {...key} />} />
            <Column label="" disableSort align="right" render={(key) => <Revoke apiKey={key} />} />
          </DataTable>
        </Rows>
      </List>
      <AccessKeys />
    </Box>
  );
}

function Actions() {
  return (
    <TopToolbar>
      <Button component={Link} to="/keys/create" startIcon={<AddIcon />}>
        Make a key
      </Button>
    </TopToolbar>
  );
}

function Called({ name, prefix, kind }: KeyRowFragment) {
  return (
    <Box sx={{ minWidth: 0, maxWidth: { xs: 'calc(100vw - 280px)', sm: 280 } }}>
      <Typography variant="body2" noWrap title={name}>
        {name}
      </Typography>
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
        {KINDS[kind].name} · <code>{prefix}…</code>
      </Typography>
    </Box>
  );
}

function May({ kind, scopes, origins }: KeyRowFragment) {
  const told = kind === 'SERVER' ? scopes.map((scope) => SCOPES[scope].name) : origins;
  return (
    <Typography variant="body2" sx={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
      {told.slice(0, 4).join(', ')}
      {told.length > 4 && ` and ${told.length - 4} more`}
    </Typography>
  );
}

function Ends({ state, expiresAt, revokedAt }: KeyRowFragment) {
  if (state === 'REVOKED') return <Ago at={revokedAt} />;
  return expiresAt ? <Ago at={expiresAt} /> : <>When revoked</>;
}
