import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ColumnsButton, CreateButton, DataTable, FilterButton, List, Title, TopToolbar, useListContext } from 'react-admin';
import { useMay } from '../api/rights';
import { ExportTitlesDocument, type TitleRowFragment } from '../generated/titles';
import { Ago } from '../parts/ago';
import { DownloadButton } from '../parts/download-button';
import { Empty } from '../parts/empty';
import { Rows } from '../parts/rows';
import { StateChip } from '../parts/state-chip';
import { BulkBar } from './bulk-bar';
import { ChangeAllButton } from './change-dialog';
import { TITLE_FILTERS } from './filters';
import { NameCell } from './name-cell';
import { TitlePagination } from './pagination';
import { filterOf } from './resource';
import { useRowKeys } from './row-keys';
import { TitleBody } from './table-body';
import { kindOf, lengthOf, shortName } from './words';

/** The catalogue: searched, filtered, sorted, and changed many at once. */
export default function TitleList() {
  useRowKeys();
  return (
    <List
      title={false}
      filters={TITLE_FILTERS}
      actions={<Actions />}
      pagination={<TitlePagination />}
      perPage={25}
      sort={{ field: 'relevance', order: 'ASC' }}
      exporter={false}
      empty={false}
      sx={{ '& .RaList-content': { minWidth: 0 } }}
    >
      <Title title="Titles" />
      <Rows>
        <Table />
      </Rows>
    </List>
  );
}

function Actions() {
  const mayWrite = useMay('CATALOGUE_WRITE');
  const mayExport = useMay('EXPORTS');
  const { columnsKey } = useColumns();
  const { filterValues } = useListContext();
  return (
    <TopToolbar sx={{ flexWrap: 'wrap', alignItems: 'center', pb: 1 }}>
      <FilterButton />
      <ColumnsButton storeKey={columnsKey} />
      {mayWrite && <ChangeAllButton />}
      {(mayWrite || mayExport) && (
        <DownloadButton operation={ExportTitlesDocument} variables={{ filter: filterOf(filterValues) }}>
          Export
        </DownloadButton>
      )}
      {mayWrite && <CreateButton label="Add title" />}
    </TopToolbar>
  );
}

/** Which columns are shown is remembered for a desk and for a phone apart. */
function useColumns(): { readonly columnsKey: string; readonly hidden: readonly string[] } {
  const isSmall = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const rare = ['category', 'certificate', 'added'];
  if (!isSmall) return { columnsKey: 'titles.columns', hidden: rare };
  return { columnsKey: 'titles.columns.small', hidden: [...rare, 'genres', 'year', 'length', 'updatedAt'] };
}

const Column = DataTable.Col<TitleRowFragment>;

function Table() {
  const mayWrite = useMay('CATALOGUE_WRITE');
  const { columnsKey, hidden } = useColumns();
  return (
    <DataTable<TitleRowFragment>
      rowClick={false}
      body={TitleBody}
      bulkActionButtons={mayWrite ? <BulkBar /> : false}
      hiddenColumns={[...hidden]}
      storeKey={columnsKey}
      empty={
        <Empty title="No title fits.">Try other words or fewer filters. Titles come here by an import, by the API, or one by one.</Empty>
      }
    >
      <Column source="name" label="Name" render={(title) => <NameCell title={title} />} />
      <Column source="kind" label="Kind" disableSort render={({ kind }) => kindOf(kind)} />
      <Column
        source="genres"
        label="Genres"
        disableSort
        render={({ genres }) => shortName(genres.join(', '))}
        cellSx={() => ({ maxWidth: 260 })}
      />
      <DataTable.NumberCol source="year" label="Year" options={{ useGrouping: false }} />
      <Column source="length" label="Length" disableSort render={lengthOf} />
      <Column source="state" label="State" disableSort render={({ state }) => <StateChip state={state} />} />
      <Column source="category" label="Shelf" disableSort />
      <Column source="certificate" label="Certificate" disableSort />
      <Column source="updatedAt" label="Changed" sortByOrder="DESC" render={({ updatedAt }) => <Ago at={updatedAt} />} />
      <Column source="added" label="Number" sortByOrder="DESC" render={({ id }) => id} />
    </DataTable>
  );
}
