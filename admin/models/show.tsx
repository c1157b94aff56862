import CompareIcon from '@mui/icons-material/CompareArrows';
import MapIcon from '@mui/icons-material/ScatterPlotOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Title } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { LiveModelDocument, ModelDocument, type ModelQuery } from '../generated/models';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { Facts } from '../parts/facts';
import { bytes, count, duration } from '../parts/numbers';
import { Section } from '../parts/section';
import { StateChip } from '../parts/state-chip';
import { TrainingCurve } from './curve';
import { MetricsTable } from './metrics-table';
import { Segments } from './segments';
import { placeWords, settingWords } from './setting-form';
import { SettingsTable } from './settings-table';
import { PromoteButton, RollbackButton } from './swap';

export type ShownModel = NonNullable<ModelQuery['model']>;

/** One model: where it stands and why, how it ranks, how it came closer, and what it was made of. */
export default function ShowModel() {
  const { id = '' } = useParams();
  const asked = useAsk(ModelDocument, { id });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', py: 2 }}>
      <Title title={`Model ${id}`} />
      <Asked of={asked}>{({ model }) => (model ? <Shown model={model} /> : <Empty title="There is no such model." />)}</Asked>
    </Box>
  );
}

function Shown({ model }: { readonly model: ShownModel }) {
  const { report, state, curve } = model;
  const live = useAsk(LiveModelDocument, {}).data?.models[0] ?? null;
  return (
    <>
      <Section title="Where it stands" beside={<Ways model={model} live={live} />}>
        {model.error && <Alert severity="error">{model.error}</Alert>}
        {model.verdict && <Typography sx={{ overflowWrap: 'anywhere' }}>{model.verdict}</Typography>}
        {report && model.verdict !== report.gate.text && (
          <Alert severity={report.gate.outcome === 'PASSED' ? 'success' : 'warning'}>
            {report.gate.outcome === 'PASSED' ? 'The gate would let it serve. ' : 'The gate held it back. '}
            {report.gate.text}
          </Alert>
        )}
        <Facts
          of={[
            ['State', <StateChip key="state" state={state} />],
            ['Trained', <Ago key="trained" at={model.createdAt} />],
            ['Where', placeWords(model.trainedOn)],
            ['Went live', model.promotedAt && <Ago key="live" at={model.promotedAt} />],
            ['Took', model.trainedSeconds < 10 ? `${model.trainedSeconds.toFixed(1)} s` : duration(model.trainedSeconds)],
            ['People', count(model.users)],
            ['Titles', count(model.items)],
            ['Interactions', count(model.interactions)],
            ['Factors', model.bytes === 0 ? 'removed, being old' : bytes(model.bytes)],
          ]}
        />
      </Section>
      {report ? (
        <Section title="How it ranks">
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Its settings, trained on the part before a split ({report.split.name}
            {report.split.parameters.map(({ name, value }) => `, ${name} ${value}`).join('')}) and asked about what {count(report.people)}{' '}
            people did afterwards, beside what is popular and chance. Whiskers hold 95 % of 1,000 draws of people.
          </Typography>
          {report.split.warnings.map((warning) => (
            <Alert key={warning} severity="warning">
              {warning}
            </Alert>
          ))}
          <MetricsTable metrics={report.metrics} />
        </Section>
      ) : (
        state !== 'FAILED' && <Section title="How it ranks">It was trained without being measured.</Section>
      )}
      {report && <Segments segments={report.segments} />}
      {curve.length > 0 && <TrainingCurve curve={curve} />}
      <SettingsTable settings={model.settings} />
      <Section title="What it was made of">
        <Facts
          of={[
            ['Engine', model.engine],
            ['Code', model.code],
            [
              'Snapshot',
              model.snapshot ? (
                <span key="snapshot" title={`SHA-256 of the interactions: ${model.snapshot}`}>
                  {model.snapshot.slice(0, 16)}…
                </span>
              ) : null,
            ],
            ...Object.entries(model.metrics).map(
              ([name, value]) => [settingWords(name), typeof value === 'number' ? String(Number(value.toPrecision(5))) : null] as const,
            ),
          ]}
        />
      </Section>
    </>
  );
}

function Ways({ model, live }: { readonly model: ShownModel; readonly live: Parameters<typeof PromoteButton>[0]['live'] }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {model.bytes > 0 && (
        <Button component={Link} to={`/models/${model.id}/map`} startIcon={<MapIcon />}>
          Map of titles
        </Button>
      )}
      {live && live.id !== model.id && model.state !== 'FAILED' && (
        <Button component={Link} to={`/models/compare?a=${model.id}&b=${live.id}`} startIcon={<CompareIcon />}>
          Compare with the live one
        </Button>
      )}
      <PromoteButton model={model} live={live} />
      <RollbackButton live={model.state === 'LIVE' ? model : null} previous={model.previous} />
    </Box>
  );
}
