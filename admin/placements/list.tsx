import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import NameLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, List, TopToolbar, useRecordContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/rights';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { Rows } from '../parts/rows';
import { type PlacementListed, ServedIn, servedText } from './served';
import { ENGINES, inputText } from './words';

const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;
const WIDEST = { display: { xs: 'none', lg: 'table-cell' } } as const;
const Column = DataTable.Col<PlacementListed>;

/** What each name that front ends ask by means, and what was served by it; a row opens to show by which engine and model. */
export default function PlacementList() {
  return (
    <List actions={<Actions />} title="Placements" pagination={false} sort={{ field: 'id', order: 'ASC' }} empty={false}>
      <Rows>
        <DataTable
          bulkActionButtons={false}
          rowClick="edit"
          expand={<Opened />}
          empty={<Empty title="No placements yet.">A front end asks by the name of one, and you decide what the name means.</Empty>}
        >
          <Column label="Placement" disableSort render={(placement) => <Called {...placement} />} />
          <Column label="Engine" disableSort sx={WIDEST} render={({ engine }) => ENGINES[engine]} />
          <Column label="Lists" disableSort sx={WIDEST} render={(placement) => <Lists {...placement} />} />
          <Column label="Served in 24 h" disableSort align="right" render={({ day }) => servedText(day)} />
          <Column label="In 7 days" disableSort align="right" sx={WIDE} render={({ week }) => servedText(week)} />
          <Column label="Changed" disableSort sx={WIDEST} render={({ updatedAt }) => <Ago at={updatedAt} />} />
        </DataTable>
      </Rows>
    </List>
  );
}

function Actions() {
  const mayWrite = useMay('PLACEMENTS_WRITE');
  return (
    <TopToolbar>
      {mayWrite && (
        <Button component={Link} to="/placements/create" startIcon={<AddIcon />}>
          Add placement
        </Button>
      )}
    </TopToolbar>
  );
}

function Opened() {
  const placement = useRecordContext<PlacementListed>();
  return placement ? <ServedIn placement={placement} /> : null;
}

/** The name leads to the page too: a row that is clicked is out of reach of the keyboard. */
function Called({ name, description }: PlacementListed) {
  return (
    <Box sx={{ minWidth: 0, maxWidth: { xs: 'calc(100vw - 240px)', sm: 340 } }}>
      <Typography variant="body2" noWrap sx={{ fontWeight: 550 }}>
        <NameLink
          component={Link}
          to={`/placements/${name}`}
          color="inherit"
          underline="hover"
          onClick={(event) => event.stopPropagation()}
        >
          {name}
        </NameLink>
      </Typography>
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }} title={description}>
        {description}
      </Typography>
    </Box>
  );
}

function Lists(placement: PlacementListed) {
  return (
    <Typography variant="body2" sx={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
      {inputText(placement)}
    </Typography>
  );
}
