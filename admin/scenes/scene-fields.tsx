import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import { ScenePreviewDocument } from '../generated/scenes';
import { useCalm } from '../inspector/use-calm';
import { type Draft, keywordsOf } from './draft';
import { FoundThemes } from './found-themes';

interface SceneFieldsProps {
  readonly titleId: string;
  readonly draft: Draft;
  /** From 1. */
  readonly number: number;
  readonly isFixed: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onRemove: () => void;
}

/** One scene: when, what is seen, and what that makes it about. */
export function SceneFields({ titleId, draft, number, isFixed, onChange, onRemove }: SceneFieldsProps) {
  const name = `scene ${number}`;
  return (
    <Box
      component="fieldset"
      aria-label={`Scene ${number}`}
      sx={{
        ...{ m: 0, p: 2, border: 1, borderColor: 'divider', borderRadius: 1, minWidth: 0, display: 'grid', gap: 1.5, alignItems: 'center' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr) minmax(0, 1fr) auto', sm: '7rem 7rem minmax(0, 1fr) auto' },
      }}
    >
      <TextField
        label="From"
        value={draft.from}
        disabled={isFixed}
        onChange={({ target }) => onChange({ ...draft, from: target.value })}
        slotProps={{ htmlInput: { 'aria-label': `From, ${name}`, placeholder: '1:30' } }}
      />
      <TextField
        label="To"
        value={draft.to}
        disabled={isFixed}
        onChange={({ target }) => onChange({ ...draft, to: target.value })}
        slotProps={{ htmlInput: { 'aria-label': `To, ${name}`, placeholder: '2:00' } }}
      />
      <TextField
        label="Keywords, parted by commas"
        value={draft.keywords}
        disabled={isFixed}
        onChange={({ target }) => onChange({ ...draft, keywords: target.value })}
        slotProps={{ htmlInput: { 'aria-label': `Keywords, ${name}` } }}
        sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, gridRow: { xs: 2, sm: 'auto' } }}
      />
      {!isFixed && (
        <IconButton
          aria-label={`Take out ${name}`}
          onClick={onRemove}
          sx={{ gridColumn: { xs: 3, sm: 'auto' }, gridRow: { xs: 1, sm: 'auto' } }}
        >
          <DeleteIcon />
        </IconButton>
      )}
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Previewed titleId={titleId} keywords={draft.keywords} name={name} mayAsk={!isFixed} />
      </Box>
    </Box>
  );
}

/** The themes of what is typed, asked once the hand rests. */
function Previewed({
  titleId,
  keywords,
  name,
  mayAsk,
}: {
  readonly titleId: string;
  readonly keywords: string;
  readonly name: string;
  readonly mayAsk: boolean;
}) {
  const calm = keywordsOf(useCalm(keywords));
  const { data } = useAsk(ScenePreviewDocument, { titleId, keywords: [...calm] }, { enabled: mayAsk && calm.length > 0, keep: true });
  const themes = calm.length > 0 ? data?.scenePreview : [];
  if (!themes?.length)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {calm.length > 0 && themes ? 'No theme is found by these words.' : 'Say what is seen, and its themes appear here.'}
      </Typography>
    );
  return <FoundThemes themes={themes} label={`Themes of ${name}`} />;
}
