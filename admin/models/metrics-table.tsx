import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { mostOf, whiskersOf } from './headline';
import { metricWords } from './metric-words';
import type { ShownModel } from './show';
import { Whiskers } from './whiskers';

type Metrics = NonNullable<ShownModel['report']>['metrics'];

/** What is shown before somebody asks for all. */
const FIRST = new Set(['ndcg@10', 'recall@10', 'recall@50', 'hitRate@10', 'coverage', 'diversity']);

/** Metrics with their intervals beside those of others, each on a scale of its own. */
export function MetricsTable({ metrics }: { readonly metrics: Metrics }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? metrics : metrics.filter(({ name }) => FIRST.has(name));
  return (
    <>
      <Box
        component="ul"
        aria-label="Metrics"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
        }}
      >
        {shown.map((metric) => {
          const { label, says } = metricWords(metric.name);
          return (
            <Box component="li" key={metric.name} sx={{ display: 'grid', gap: 0.5, alignContent: 'start' }}>
              <Typography component="h3" variant="h3">
                {label}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {says}
              </Typography>
              <Whiskers metric={metric.name} rows={whiskersOf(metric)} most={mostOf([metric])} />
            </Box>
          );
        })}
      </Box>
      {shown.length < metrics.length && (
        <Button onClick={() => setAll(true)} sx={{ justifySelf: 'start' }}>
          Show all {metrics.length} metrics
        </Button>
      )}
    </>
  );
}
