import Box from '@mui/material/Box';
import { Chooser, Headline, type ModelsProps, Named, Verdict } from './model-pieces';
import { PromoteButton } from './swap';

/** Models one below the other, for pages too narrow for a table. */
export function ModelCards({ models, live, chosen, onChoose, most }: ModelsProps) {
  return (
    <Box component="ul" aria-label="Models" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
      {models.map((model) => (
        <Box component="li" key={model.id} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'start' }}>
            <Named model={model} />
            <Box sx={{ display: 'flex', alignItems: 'center' }}>
              <PromoteButton model={model} live={live} />
              <Chooser model={model} chosen={chosen} onChoose={onChoose} />
            </Box>
          </Box>
          <Headline model={model} most={most} />
          <Verdict model={model} />
        </Box>
      ))}
    </Box>
  );
}
