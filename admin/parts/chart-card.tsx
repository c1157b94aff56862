import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { type ReactNode, Suspense, useId } from 'react';

interface ChartCardProps {
  readonly title: string;
  /** What the chart says, in words: for a screen reader, and for whoever wonders. */
  readonly summary: string;
  readonly height?: number;
  /** A lazily imported chart of admin/charts: the library comes with the first one. */
  readonly children: ReactNode;
}

/** A card around a chart; grey in its size until the chart is there. */
export function ChartCard({ title, summary, height = 240, children }: ChartCardProps) {
  const heading = useId();
  return (
    <Card component="section" aria-labelledby={heading}>
      <CardContent>
        <Typography id={heading} component="h2" variant="h3">
          {title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {summary}
        </Typography>
        <Suspense fallback={<Skeleton variant="rounded" height={height} />}>{children}</Suspense>
      </CardContent>
    </Card>
  );
}
