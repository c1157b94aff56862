import NewerIcon from '@mui/icons-material/ChevronLeft';
import OlderIcon from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useListContext } from 'react-admin';

/** Pages of a list that is not counted: on to what is older, and back. */
export function OlderNewer() {
  const { page, setPage, hasNextPage = false } = useListContext();
  if (page === 1 && !hasNextPage) return null;
  return (
    <Box component="nav" aria-label="Pages" sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, py: 1 }}>
      <Button startIcon={<NewerIcon />} disabled={page === 1} onClick={() => setPage(page - 1)}>
        Newer
      </Button>
      <Button endIcon={<OlderIcon />} disabled={!hasNextPage} onClick={() => setPage(page + 1)}>
        Older
      </Button>
    </Box>
  );
}
