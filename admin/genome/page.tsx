import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { ask } from '../api/request';
import { useMay } from '../api/rights';
import { useAsk } from '../api/use-ask';
import { accepted } from '../api/user-errors';
import { GenomeDocument, ImportGenomeDocument, LastGenomeJobDocument } from '../generated/genome';
import { DropZone } from '../imports/drop-zone';
import { OneFile } from '../imports/one-file';
import { useSending } from '../imports/use-sending';
import { Asked } from '../parts/asked';
import { Facts } from '../parts/facts';
import { count } from '../parts/numbers';
import { Section } from '../parts/section';
import { genomeFiles } from './files';
import { GenomeJob } from './job';

const HINT =
  'genome-scores.csv and genome-tags.csv of a MovieLens data set, together; both may be compressed by gzip. The new genome takes the place of the one before, whole or not at all.';

/** The tag genome: how much of the catalogue has one, a new one, and what became of the last. */
export default function GenomePage() {
  const genome = useAsk(GenomeDocument, {});
  const last = useAsk(LastGenomeJobDocument, {});
  const mayWrite = useMay('CATALOGUE_WRITE');
  const { files, error, send, stop } = useSending({
    pick: genomeFiles,
    async finish([scoresUploadId = '', tagsUploadId = ''], signal) {
      accepted((await ask(ImportGenomeDocument, { input: { scoresUploadId, tagsUploadId } }, { signal })).importGenome);
      await last.refetch();
    },
  });
  const job = last.data?.jobs.nodes[0];
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title="Tag genome" />
      <Section title="How relevant tags are to titles">
        <Typography sx={{ color: 'text.secondary', maxWidth: 720 }}>
          Blends can go by it: what two people watched is compared tag by tag. Without one, genres and the tags of the catalogue stand in.
        </Typography>
        <Asked of={genome}>
          {({ genome: { titles, tags } }) => (
            <Facts
              of={[
                ['Titles with a genome', count(titles)],
                ['Tags', count(tags)],
              ]}
            />
          )}
        </Asked>
      </Section>
      {job && <GenomeJob key={job.id} job={job} onEnded={() => void Promise.all([genome.refetch(), last.refetch()])} />}
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
      {mayWrite && files === null && (
        <DropZone isBusy={false} onFiles={send} heading="Drop the two files here" hint={HINT} accept=".csv,.gz" />
      )}
      {files?.map((file) => (
        <OneFile key={file.path} file={file} />
      ))}
      {files && (
        <Box>
          <Button onClick={stop}>Stop</Button>
        </Box>
      )}
    </Box>
  );
}
