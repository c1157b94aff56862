import Box from '@mui/material/Box';
import type { Colours } from './colours';
import { barText } from './colours';
import { type Part, partKey, partName, scoreText } from './words';

interface ScoreBarProps {
  readonly parts: readonly Part[];
  readonly colours: Colours;
  /** What the whole width stands for: the largest sum of the list. */
  readonly most: number;
}

/** What was added up, side by side; what takes away stands hatched at the end. */
export function ScoreBar({ parts, colours, most }: ScoreBarProps) {
  const added = [...parts.filter(({ value }) => value > 0), ...parts.filter(({ value }) => value < 0)];
  const width = (value: number): string => `${most === 0 ? 0 : (100 * Math.abs(value)) / most}%`;
  return (
    <Box
      role="img"
      aria-label={barText(parts, scoreText)}
      sx={{ display: 'flex', height: 10, borderRadius: 1, overflow: 'hidden', bgcolor: 'divider' }}
    >
      {added.map((part) => (
        <Box
          key={partKey(part)}
          title={`${partName(part)}: ${scoreText(part.value)}`}
          sx={{
            width: width(part.value),
            flex: 'none',
            bgcolor: colours.colourOf(part),
            borderRight: 1,
            borderColor: 'background.paper',
            ...(part.value < 0 && { opacity: 0.5, backgroundImage: 'repeating-linear-gradient(45deg, transparent 0 3px, #000 3px 5px)' }),
          }}
        />
      ))}
    </Box>
  );
}

/** How much a bar would hold: what adds and what takes away. */
export function barSize(parts: readonly Part[]): number {
  return parts.reduce((sum, { value }) => sum + Math.abs(value), 0);
}
