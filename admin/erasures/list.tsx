import { DataTable, List, TextInput } from 'react-admin';
import type { ErasureRowFragment } from '../generated/erasures';
import { Ago } from '../parts/ago';
import { Empty } from '../parts/empty';
import { count } from '../parts/numbers';
import { Rows } from '../parts/rows';
import { StateChip } from '../parts/state-chip';
import { rowsOf } from './rows';

const FILTERS = [<TextInput key="of" source="of" label="Was this name forgotten?" placeholder="app:42" alwaysOn resettable />];
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const;
const Column = DataTable.Col<ErasureRowFragment>;

/** Receipts, newest first; only who knows a name finds its receipt. */
export default function ErasureList() {
  return (
    <List filters={FILTERS} actions={false} title="Forgotten people" sort={{ field: 'id', order: 'DESC' }} empty={false}>
      <Rows>
        <DataTable
          bulkActionButtons={false}
          rowClick="show"
          empty={<Empty title="There is no such receipt.">Somebody is forgotten from their own page, under People.</Empty>}
        >
          <Column label="Receipt" disableSort render={({ id }) => `No. ${id}`} />
          <Column label="Forgotten" disableSort render={({ at }) => <Ago at={at} />} />
          <Column label="State" disableSort render={({ state }) => <StateChip state={state} />} />
          <Column label="Rows removed" disableSort sx={WIDE} render={(erasure) => count(rowsOf(erasure))} />
        </DataTable>
      </Rows>
    </List>
  );
}
