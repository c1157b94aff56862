import LinkIcon from '@mui/icons-material/LinkOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Title, useNotify } from 'react-admin';
import { Empty } from '../parts/empty';
import { inputOf, useAsking } from './asking';
import { Options } from './options';
import { Result } from './result';
import { Whose } from './whose';

/** Takes a list apart: why each title stands where it stands, what is missing, and how it changes. The address holds all that is asked. */
export default function Inspector() {
  const [asking, change] = useAsking();
  const input = inputOf(asking);
  return (
    <Box
      sx={{
        mt: 2,
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '300px minmax(0, 1fr)' },
      }}
    >
      <Title title="Inspector" />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Whose asking={asking} onChange={change} />
        <Options asking={asking} onChange={change} />
        <CopyLink />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {input ? (
          <Result input={input} asking={asking} onChange={change} />
        ) : (
          <Empty title="Whose list shall be taken apart?">
            Choose a person, or titles that somebody likes: then every place tells why it is there.
          </Empty>
        )}
      </Box>
    </Box>
  );
}

function CopyLink() {
  const notify = useNotify();
  async function copy() {
    await navigator.clipboard.writeText(location.href).then(
      () => notify('The address is copied: whoever may look at people sees the same.', { type: 'success' }),
      () => notify('The address could not be copied: take it from the browser.', { type: 'warning' }),
    );
  }
  return (
    <Button startIcon={<LinkIcon />} onClick={() => void copy()} sx={{ justifySelf: 'start' }}>
      Copy a link to this
    </Button>
  );
}
