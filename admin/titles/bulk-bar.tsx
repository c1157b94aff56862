import EditIcon from '@mui/icons-material/EditNoteOutlined';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useListContext, useUnselectAll } from 'react-admin';
import { ChangeDialog } from './change-dialog';
import { useChangeNow } from './use-change-now';

/** What can be done to the titles that are chosen. */
export function BulkBar() {
  const { selectedIds = [], resource } = useListContext();
  const unselect = useUnselectAll(resource);
  const [isOpen, setOpen] = useState(false);
  const { changeNow, isRunning } = useChangeNow();
  const ids = selectedIds.map(String);
  return (
    <>
      <Button size="small" startIcon={<EditIcon />} onClick={() => setOpen(true)}>
        Change
      </Button>
      <Button
        size="small"
        startIcon={<HideIcon />}
        loading={isRunning}
        loadingPosition="start"
        onClick={() => void changeNow(ids, { state: 'HIDDEN' }).then((done) => done && unselect())}
      >
        Hide
      </Button>
      {isOpen && <ChangeDialog chosen={{ ids }} onClose={() => setOpen(false)} onDone={unselect} />}
    </>
  );
}
