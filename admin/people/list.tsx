import Box from '@mui/material/Box';
import TablePagination from '@mui/material/TablePagination';
import Typography from '@mui/material/Typography';
import { DataTable, List, SearchInput, SelectInput, useListContext } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { type PersonRowFragment, PersonSourcesDocument } from '../generated/people';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { count } from '../parts/numbers';
import { Rows } from '../parts/rows';
import { referenceOf, sourceName } from './name';

const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;
const Column = DataTable.Col<PersonRowFragment>;

/** Everyone for whom lists are made, found by how a name or an id begins. */
export default function PeopleList() {
  const { data } = useAsk(PersonSourcesDocument, {});
  const sources = (data?.userSources ?? []).map((id) => ({ id, name: sourceName(id) }));
  const filters = [
    <SearchInput key="search" source="search" placeholder="Name or id begins with" alwaysOn />,
    <SelectInput key="source" source="source" label="Comes from" choices={sources} alwaysOn />,
  ];
  return (
    <List
      filters={filters}
      actions={false}
      title="People"
      sort={{ field: 'id', order: 'DESC' }}
      empty={false}
      pagination={<Pages />}
      perPage={25}
    >
      <Rows>
        <DataTable
          bulkActionButtons={false}
          rowClick="show"
          empty={<Empty title="Nobody is called like this.">Only the beginning of a name or an id is compared.</Empty>}
        >
          <Column label="Person" disableSort render={(person) => <Who {...person} />} />
          <Column label="Comes from" disableSort render={({ source }) => sourceName(source)} />
          <Column label="First seen" disableSort sx={WIDE} render={({ createdAt }) => <Ago at={createdAt} />} />
        </DataTable>
      </Rows>
    </List>
  );
}

function Who(person: PersonRowFragment) {
  return (
    <Box sx={{ minWidth: 0, maxWidth: { xs: 200, sm: 420 } }}>
      <Typography variant="body2" noWrap>
        {person.name || person.externalId}
      </Typography>
      {person.name && (
        <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
          {referenceOf(person)}
        </Typography>
      )}
    </Box>
  );
}

/** The server counts no further, and nobody turns so many pages. */
const MOST_COUNTED = 10_001;

function Pages() {
  const { page, perPage, setPage, setPerPage, total = 0, isPending } = useListContext();
  if (isPending || total === 0) return null;
  return (
    <TablePagination
      component="div"
      count={total}
      page={page - 1}
      rowsPerPage={perPage}
      rowsPerPageOptions={[10, 25, 100]}
      onPageChange={(_, next) => setPage(next + 1)}
      onRowsPerPageChange={({ target }) => setPerPage(Number(target.value))}
      labelDisplayedRows={({ from, to, count: all }) =>
        `${count(from)}–${count(to)} of ${all < MOST_COUNTED ? count(all) : 'more than 10,000'}`
      }
    />
  );
}
