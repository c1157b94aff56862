import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import NewIcon from '@mui/icons-material/FiberNewOutlined';
import Chip from '@mui/material/Chip';

interface MoveProps {
  readonly from: number | null | undefined;
  readonly to: number | null | undefined;
}

/** How far a title moved against the list beside it; nothing where it stands as before. */
export function Move({ from, to }: MoveProps) {
  if (!to || from === to) return null;
  if (!from) return <Chip size="small" color="primary" variant="outlined" icon={<NewIcon />} label="New here" />;
  const isUp = to < from;
  return (
    <Chip
      size="small"
      variant="outlined"
      color={isUp ? 'success' : 'error'}
      icon={isUp ? <UpIcon /> : <DownIcon />}
      label={`${isUp ? 'Up' : 'Down'} ${Math.abs(from - to)}, from ${from}`}
    />
  );
}
