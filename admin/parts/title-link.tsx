import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { wordsOf } from './state-chip';

interface Titled {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly year?: number | null;
}

/** A title by its name, which leads to its page. */
export function TitleLink({ title }: { readonly title: Titled | null | undefined }) {
  if (!title) return <Typography sx={{ color: 'text.secondary' }}>A title that is there no more</Typography>;
  return (
    <Typography sx={{ overflowWrap: 'anywhere' }}>
      <Link component={RouterLink} to={`/titles/${title.id}`} color="inherit" underline="hover">
        {title.name}
      </Link>
      <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 1 }}>
        {[wordsOf(title.kind), title.year].filter(Boolean).join(' · ')}
      </Typography>
    </Typography>
  );
}
