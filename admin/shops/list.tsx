import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import NameLink from '@mui/material/Link';
import { DataTable, List, SearchInput, TopToolbar } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/rights';
import type { ShopRowFragment } from '../generated/shops';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { Rows } from '../parts/rows';
import { StateChip, wordsOf } from '../parts/state-chip';
import { moneyText } from './money';

const FILTERS = [<SearchInput key="search" source="search" placeholder="Name" alwaysOn />];
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;
const Column = DataTable.Col<ShopRowFragment>;

/** Who sells what the catalogue knows. */
export default function ShopList() {
  return (
    <List filters={FILTERS} actions={<Actions />} title="Shops" sort={{ field: 'id', order: 'DESC' }} empty={false} perPage={25}>
      <Rows>
        <DataTable bulkActionButtons={false} rowClick="edit" empty={<Empty title="No shops here.">A shop sends what it offers.</Empty>}>
          <Column label="Shop" disableSort render={(shop) => <Called {...shop} />} />
          <Column label="Pays" disableSort sx={WIDE} render={(shop) => paysText(shop)} />
          <Column label="State" disableSort render={({ disabledAt }) => <StateChip state={disabledAt ? 'DISABLED' : 'ACTIVE'} />} />
          <Column label="Added" disableSort sx={WIDE} render={({ createdAt }) => <Ago at={createdAt} />} />
        </DataTable>
      </Rows>
    </List>
  );
}

function Actions() {
  const mayWrite = useMay('CATALOGUE_WRITE');
  return (
    <TopToolbar>
      {mayWrite && (
        <Button component={Link} to="/shops/create" startIcon={<AddIcon />}>
          Add shop
        </Button>
      )}
    </TopToolbar>
  );
}

/** The name leads to the page too: a row that is clicked is out of reach of the keyboard. */
function Called({ id, name }: ShopRowFragment) {
  return (
    <NameLink component={Link} to={`/shops/${id}`} color="inherit" underline="hover" onClick={(event) => event.stopPropagation()}>
      {name}
    </NameLink>
  );
}

function paysText({ prices, currency }: ShopRowFragment): string {
  const paid = prices.filter(({ price }) => price > 0);
  return paid.length === 0 ? 'Nothing' : paid.map(({ action, price }) => `${wordsOf(action)} ${moneyText(price, currency)}`).join(', ');
}
