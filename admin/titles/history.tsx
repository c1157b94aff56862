import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMay } from '../api/rights';
import { useAct } from '../api/use-act';
import { useAsk } from '../api/use-ask';
import { RevertTitleDocument, TitleHistoryDocument, type TitleHistoryQuery, type TitleWholeFragment } from '../generated/titles';
import { Ago } from '../parts/ago';
import { Asked } from '../parts/asked';
import { Confirm } from '../parts/confirm';
import { Empty } from '../parts/empty';
import { Section } from '../parts/section';
import { BeforeAfter, changedFields } from './before-after';

type Change = NonNullable<NonNullable<TitleHistoryQuery['title']>['history']>['nodes'][number];

const DONE: Readonly<Record<string, string>> = {
  'title.save': 'Saved',
  'title.change': 'Changed with others',
  'title.import': 'Imported',
  'title.remove': 'Taken out',
  'title.revert': 'Brought back',
  'title.merge': 'Merged into another',
  'title.unmerge': 'Merge undone',
  'scenes.save': 'Scenes described',
  'title.keep-apart': 'Told to be no duplicate',
};
/** A merge has an undo of its own, above. */
const REVERTED = new Set(['title.save', 'title.change', 'title.import', 'title.remove', 'title.revert']);
const FIRST = 20;

/** Who changed the title, newest first, with before and after; any change can be taken back. */
export default function History({ title }: { readonly title: TitleWholeFragment }) {
  const [first, setFirst] = useState(FIRST);
  const asked = useAsk(TitleHistoryDocument, { id: title.id, first }, { keep: true });
  return (
    <Asked of={asked}>
      {({ title: told }) => {
        const history = told?.history;
        if (!history || history.nodes.length === 0)
          return <Empty title="Nobody has changed it here.">It came with the demo or by an import of before.</Empty>;
        return (
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {history.nodes.map((change) => (
              <Entry key={change.id} change={change} version={told.version} />
            ))}
            {history.pageInfo.hasNextPage && <Button onClick={() => setFirst(first + FIRST)}>Show more</Button>}
          </Box>
        );
      }}
    </Asked>
  );
}

function Entry({ change, version }: { readonly change: Change; readonly version: number }) {
  const mayWrite = useMay('CATALOGUE_WRITE');
  const [isAsking, setAsking] = useState(false);
  const { run } = useAct(RevertTitleDocument, { said: 'Taken back.' });
  const fields = changedFields(change.before, change.after);
  const mayRevert = mayWrite && REVERTED.has(change.action) && (change.before === null || fields.length > 0);
  return (
    <Section
      title={DONE[change.action] ?? change.action}
      beside={
        mayRevert && (
          <Button size="small" onClick={() => setAsking(true)}>
            Take back
          </Button>
        )
      }
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {change.actorName ?? change.actor}, <Ago at={change.at} />
        {change.changeSetId && ', with other titles'}
      </Typography>
      <BeforeAfter before={change.before} after={change.after} />
      <Confirm
        isOpen={isAsking}
        title="Take this change back?"
        action="Take back"
        onConfirm={() => run({ input: { auditId: change.id, version } }).then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        {change.before === null
          ? 'The title was made by it, so the title is taken out. You can list it again.'
          : 'These fields become what they were before it. What other changes did stays, and this can be taken back too.'}
      </Confirm>
    </Section>
  );
}
