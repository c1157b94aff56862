import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import NameLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, List, SearchInput, SelectInput, TopToolbar } from 'react-admin';
import { Link } from 'react-router-dom';
import type { OperatorRowFragment } from '../generated/operators';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { Rows } from '../parts/rows';
import { StateChip } from '../parts/state-chip';
import { ROLE_CHOICES, ROLES } from './roles';

const FILTERS = [
  <SearchInput key="search" source="search" placeholder="Name or e-mail" alwaysOn />,
  <SelectInput key="role" source="role" choices={ROLE_CHOICES} alwaysOn />,
];
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;
const Column = DataTable.Col<OperatorRowFragment>;

/** Who may run this installation. */
export default function OperatorList() {
  return (
    <List filters={FILTERS} actions={<Actions />} title="Operators" sort={{ field: 'id', order: 'DESC' }} empty={false} perPage={25}>
      <Rows>
        <DataTable bulkActionButtons={false} rowClick="edit" empty={<Empty title="Nobody is called like this." />}>
          <Column label="Operator" disableSort render={(operator) => <Who {...operator} />} />
          <Column label="Role" disableSort render={({ role }) => ROLES[role].name} />
          <Column
            label="State"
            disableSort
            sx={WIDE}
            render={({ disabledAt }) => <StateChip state={disabledAt ? 'DISABLED' : 'ACTIVE'} />}
          />
          <Column
            label="Last signed in"
            disableSort
            sx={WIDE}
            render={({ lastSignInAt }) => (lastSignInAt ? <Ago at={lastSignInAt} /> : 'Not yet')}
          />
        </DataTable>
      </Rows>
    </List>
  );
}

function Actions() {
  return (
    <TopToolbar>
      <Button component={Link} to="/operators/create" startIcon={<AddIcon />}>
        Add operator
      </Button>
    </TopToolbar>
  );
}

/** The name leads to the page too: a row that is clicked is out of reach of the keyboard. */
function Who({ id, name, email, disabledAt }: OperatorRowFragment) {
  return (
    <Box sx={{ minWidth: 0, maxWidth: { xs: 'calc(100vw - 190px)', sm: 420 }, overflow: 'hidden', opacity: disabledAt ? 0.75 : 1 }}>
      <Typography variant="body2" noWrap>
        <NameLink component={Link} to={`/operators/${id}`} color="inherit" underline="hover" onClick={(event) => event.stopPropagation()}>
          {name ?? email}
        </NameLink>
      </Typography>
      {name && (
        <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
          {email}
        </Typography>
      )}
    </Box>
  );
}
