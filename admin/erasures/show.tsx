import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { Title } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { ErasureDocument, type ErasureRowFragment, ExportErasureDocument } from '../generated/erasures';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { DownloadButton } from '../parts/download-button';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { count } from '../parts/numbers';
import { Progress } from '../parts/progress';
import { Section } from '../parts/section';
import { StateChip } from '../parts/state-chip';
import { rowsOf, tableName } from './rows';

const LOOK_AGAIN_MS = 1_000;

/** The receipt of somebody who was forgotten; it fills while rows are being removed. */
export default function ErasureShow() {
  const { id = '' } = useParams();
  const receipt = useAsk(ErasureDocument, { id });
  const { data, refetch } = receipt;
  const isErasing = data?.erasure?.state === 'ERASING';
  useEffect(() => {
    if (!isErasing) return;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isErasing, refetch]);
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2, maxWidth: 760, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={`Receipt no. ${id}`} />
      <Asked of={receipt}>{({ erasure }) => (erasure ? <Receipt erasure={erasure} /> : <Empty title="There is no such receipt." />)}</Asked>
    </Box>
  );
}

function Receipt({ erasure }: { readonly erasure: ErasureRowFragment }) {
  const { id, state, at, actor, actorName, hash, erasedAt, completedAt, counts, personalizeWaits, personalizeDoneAt } = erasure;
  return (
    <>
      <Section
        title={SAID[state]}
        beside={
          <DownloadButton operation={ExportErasureDocument} variables={{ id }}>
            Download the receipt
          </DownloadButton>
        }
      >
        {state === 'ERASING' && <Progress label="Removing rows" value={null} message={`${count(rowsOf(erasure))} rows removed so far`} />}
        <Facts
          of={[
            ['State', <StateChip key="state" state={state} />],
            ['Served no more since', <Ago key="at" at={at} />],
            ['Last row gone', erasedAt ? <Ago key="erased" at={erasedAt} /> : 'Not yet'],
            ...(personalizeWaits || personalizeDoneAt
              ? [['Deleted at Personalize', personalizeDoneAt ? <Ago key="there" at={personalizeDoneAt} /> : 'Not yet'] as const]
              : []),
            ['Nothing left since', completedAt ? <Ago key="completed" at={completedAt} /> : 'Not yet'],
            ['By', actorName ?? actor],
          ]}
        />
        {personalizeWaits && <Typography variant="body2">{personalizeWaits}</Typography>}
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          This receipt does not say who it was. It is known by the fingerprint of the name, {hash}: whoever knows the name finds it under
          Forgotten people.
        </Typography>
      </Section>
      <Section title="What was removed">
        <Facts of={counts.map(({ table, rows }) => [tableName(table), count(rows)] as const)} />
      </Section>
      <Models erasure={erasure} />
    </>
  );
}

const SAID: Readonly<Record<ErasureRowFragment['state'], string>> = {
  ERASING: 'They are served no more. Their rows are being removed.',
  AT_PERSONALIZE: 'No row of theirs is left here',
  IN_MODELS: 'No row of theirs is left',
  COMPLETED: 'Nothing of them is left',
};

function Models({ erasure: { models, state, trainJobId } }: { readonly erasure: ErasureRowFragment }) {
  if (state === 'COMPLETED') return null;
  return (
    <Section title="Models that may have learned from them">
      {models.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>None is kept.</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {models.map(({ id, state, createdAt }) => (
            <li key={id}>
              Model {id}, trained <Ago at={createdAt} /> <StateChip state={state} />
            </li>
          ))}
        </Box>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        A live model is replaced by the next one that is promoted; older ones are removed when enough newer ones are kept.{' '}
        {trainJobId ? (
          <Link component={RouterLink} to={`/jobs/${trainJobId}`}>
            A training without them was asked for.
          </Link>
        ) : (
          'No training was asked for: the next one will be without them.'
        )}
      </Typography>
    </Section>
  );
}
