import TablePagination from '@mui/material/TablePagination';

interface TurnPagesProps {
  /** All rows there are; null where nobody counted. */
  readonly total: number | null | undefined;
  /** Counted from 0. */
  readonly page: number;
  readonly rows: number;
  readonly onTurn: (page: number) => void;
}

/** Which rows of how many are shown, and buttons to the pages beside; always so many rows a page. */
export function TurnPages({ total, page, rows, onTurn }: TurnPagesProps) {
  return (
    <TablePagination
      component="div"
      count={total ?? -1}
      page={page}
      rowsPerPage={rows}
      rowsPerPageOptions={[rows]}
      onPageChange={(_, next) => onTurn(next)}
    />
  );
}
