import Box from '@mui/material/Box';
import TablePagination from '@mui/material/TablePagination';
import Typography from '@mui/material/Typography';
import { useListContext } from 'react-admin';
import { useAsk } from '../api/use-ask';
import { TitleCountDocument } from '../generated/titles';
import { count } from '../parts/numbers';
import { filterOf } from './resource';

/** A table with page numbers reaches so far; beyond it a filter is the way. */
const MOST_OFFSET = 10_000;
const SIZES = [25, 50, 100];

/** Pages of the list. The exact number of titles is counted beside the page, so that no page waits for it. */
export function TitlePagination() {
  const { page, perPage, setPage, setPerPage, hasNextPage, filterValues, data } = useListContext();
  const total = useTitleCount(filterValues);
  if (data === undefined || (data.length === 0 && page === 1)) return null;
  const isAtEnd = !hasNextPage || page * perPage >= MOST_OFFSET;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end' }}>
      {hasNextPage && isAtEnd && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Narrow the list by a filter to see more.
        </Typography>
      )}
      <TablePagination
        component="div"
        count={total ?? -1}
        page={page - 1}
        rowsPerPage={perPage}
        rowsPerPageOptions={SIZES}
        onPageChange={(_, next) => setPage(next + 1)}
        onRowsPerPageChange={({ target }) => setPerPage(Number(target.value))}
        labelDisplayedRows={({ from }) => `${count(from)}–${count(from + data.length - 1)} of ${total === null ? '…' : count(total)}`}
        slotProps={{ actions: { nextButton: { disabled: isAtEnd } } }}
      />
    </Box>
  );
}

/** How many titles a filter of the list holds; null until they are counted. */
export function useTitleCount(filter: Readonly<Record<string, unknown>>): number | null {
  const { data } = useAsk(TitleCountDocument, { filter: filterOf(filter) });
  return data?.titles.totalCount ?? null;
}
