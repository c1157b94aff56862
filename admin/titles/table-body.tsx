import Checkbox from '@mui/material/Checkbox';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { ComponentType, ReactNode } from 'react';
import {
  DataTableBody,
  useDataTableCallbacksContext,
  useDataTableConfigContext,
  useDataTableSelectedIdsContext,
  useRecordContext,
} from 'react-admin';
import type { TitleRowFragment } from '../generated/titles';

/** The rows of the table. */
export function TitleBody({ children }: { readonly children?: ReactNode }) {
  return <DataTableBody row={TitleRow as ComponentType}>{children}</DataTableBody>;
}

/** A row whose checkbox says which title it chooses: react-admin's own gives a name to what surrounds the box only. */
function TitleRow({ children, className }: { readonly children?: ReactNode; readonly className?: string }) {
  const title = useRecordContext<TitleRowFragment>();
  const { hasBulkActions } = useDataTableConfigContext();
  const { handleToggleItem } = useDataTableCallbacksContext();
  const chosen = useDataTableSelectedIdsContext();
  if (!title) return null;
  return (
    <TableRow hover {...(className && { className })}>
      {hasBulkActions && handleToggleItem && (
        <TableCell padding="checkbox">
          <Checkbox
            checked={chosen?.includes(title.id) ?? false}
            onClick={(event) => handleToggleItem(title.id, event)}
            slotProps={{ input: { 'aria-label': `Choose ${title.name.slice(0, 100)}` } }}
          />
        </TableCell>
      )}
      {children}
    </TableRow>
  );
}
