import RemoveIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Slider from '@mui/material/Slider';
import Typography from '@mui/material/Typography';

interface WeightRowProps {
  /** What it weighs: "Comedy, movie". */
  readonly name: string;
  /** -1 to 1, or 0 to 1 where `least` says so. */
  readonly weight: number;
  readonly least?: number;
  readonly isFixed: boolean;
  readonly onChange: (weight: number) => void;
  readonly onRemove: () => void;
}

/** One weight on a slider, from against to for. */
export function WeightRow({ name, weight, least = -1, isFixed, onChange, onRemove }: WeightRowProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 3.5em auto', alignItems: 'center' }}>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      <Slider
        size="small"
        min={least}
        max={1}
        step={0.05}
        track={least < 0 ? false : 'normal'}
        marks={least < 0 ? [{ value: 0 }] : false}
        value={weight}
        disabled={isFixed}
        onChange={(_, next) => onChange(Number(next))}
        getAriaLabel={() => `Weight of ${name}`}
        getAriaValueText={String}
      />
      <Typography variant="body2" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
        {weight > 0 && '+'}
        {weight.toFixed(2)}
      </Typography>
      <IconButton size="small" aria-label={`Take out ${name}`} disabled={isFixed} onClick={onRemove}>
        <RemoveIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
