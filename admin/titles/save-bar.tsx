import Box from '@mui/material/Box';
import { type RefObject, useEffect } from 'react';
import { SaveButton } from 'react-admin';
import { useFormState } from 'react-hook-form';

interface SaveBarProps {
  readonly isNew: boolean;
  /** Told whether something is typed that is not saved. */
  readonly isDirty: RefObject<boolean>;
}

/** The button that saves, always in sight on a long page. */
export function SaveBar({ isNew, isDirty: told }: SaveBarProps) {
  const { isDirty } = useFormState();
  useEffect(() => {
    told.current = isDirty;
  }, [told, isDirty]);
  return (
    <Box
      sx={{
        ...{ position: 'sticky', bottom: 0, zIndex: 2, mt: 2, py: 1.5, display: 'flex', gap: 2, alignItems: 'center' },
        ...{ bgcolor: 'background.default', borderTop: 1, borderColor: 'divider' },
      }}
    >
      <SaveButton label={isNew ? 'Add' : 'Save'} alwaysEnable={isNew} />
      <Box role="status" sx={{ color: 'text.secondary' }}>
        {isDirty ? 'Not saved yet.' : ''}
      </Box>
    </Box>
  );
}
