import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useAsk } from '../api/use-ask';
import {
  InspectBesideDocument,
  type InspectBesideQuery,
  InspectDocument,
  type InspectInput,
  type InspectorListFragment,
} from '../generated/inspector';
import { Asked } from '../parts/asked';
import { Section } from '../parts/section';
import type { Asking } from './asking';
import { type Colours, coloursOf } from './colours';
import { LeftOut } from './left-out';
import { Legend } from './legend';
import { List } from './list';
import { Move } from './move';
import { Past } from './past';

interface ResultProps {
  readonly input: InspectInput;
  readonly asking: Asking;
  readonly onChange: (change: Partial<Asking>) => void;
}

type Against = InspectBesideQuery['inspect']['against'];

/** The list taken apart; beside it the same list of another model, or without what was taken out of the past. */
export function Result({ input, asking, onChange }: ResultProps) {
  const { beside, without } = asking;
  const isBeside = beside !== null || without.length > 0;
  const alone = useAsk(InspectDocument, { input }, { enabled: !isBeside, keep: true });
  const both = useAsk(InspectBesideDocument, { input, modelId: beside, without: [...without] }, { enabled: isBeside, keep: true });
  if (!isBeside)
    return <Asked of={alone}>{({ inspect }) => <Found list={inspect} against={null} asking={asking} onChange={onChange} />}</Asked>;
  return <Asked of={both}>{({ inspect }) => <Found list={inspect} against={inspect.against} asking={asking} onChange={onChange} />}</Asked>;
}

interface FoundProps extends Omit<ResultProps, 'input'> {
  readonly list: InspectorListFragment;
  readonly against: Against | null;
}

function Found({ list, against, asking, onChange }: FoundProps) {
  const colours = coloursOf(against ? [list, against.inspection] : [list]);
  return (
    <>
      <Section title="How to read it">
        <Legend colours={colours} />
      </Section>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: against ? 'repeat(2, minmax(0, 1fr))' : 'minmax(0, 1fr)' },
        }}
      >
        <Section title={against ? `As it is · ${modelName(list)}` : `The list · ${modelName(list)}`}>
          <List of={list} label="The list" colours={colours} />
        </Section>
        {against && <Beside against={against} asking={asking} colours={colours} />}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Past list={list} asking={asking} onChange={onChange} />
        <LeftOut list={list} asking={asking} colours={colours} onChange={onChange} />
      </Box>
    </>
  );
}

function Beside({ against, asking, colours }: { readonly against: Against; readonly asking: Asking; readonly colours: Colours }) {
  const { inspection, moves, overlap, places } = against;
  const moveOf = new Map(moves.flatMap(({ title, from, to }) => (title ? [[title.id, { from, to }] as const] : [])));
  const gone = moves.flatMap(({ title, to }) => (title && !to ? [title.name] : []));
  const out = asking.without.length;
  const how = [
    asking.beside !== null && modelName(inspection),
    out > 0 && `without ${out} ${out === 1 ? 'title' : 'titles'} of the past`,
  ].filter(Boolean);
  return (
    <Section title={`Beside it · ${how.join(', ')}`}>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {Math.round(overlap * places)} of {places} titles stand in both.
        {gone.length > 0 && ` Gone: ${gone.join(', ')}.`}
      </Typography>
      <List
        of={inspection}
        label="The list beside it"
        colours={colours}
        moveOf={(id) => <Move {...(moveOf.get(id) ?? { from: null, to: null })} />}
      />
    </Section>
  );
}

function modelName({ model }: InspectorListFragment): string {
  if (!model) return 'no model';
  return `model ${model.id}${model.state === 'LIVE' ? ', live' : ''}`;
}
