import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useAct } from '../api/use-act';
import { UndoImportDocument } from '../generated/imports';
import { Ago } from '../parts/ago';
import { Confirm } from '../parts/confirm';
import { Facts } from '../parts/facts';
import { bytes, count } from '../parts/numbers';
import { Section } from '../parts/section';
import { Counts } from './counts';
import { Problems } from './problems';
import { Samples } from './samples';
import type { ShownImport } from './show';

/** An import that is done: what it did, what it could not use, and the way back. */
export function Done({ shown }: { readonly shown: ShownImport }) {
  const { counts } = shown;
  const writes = (counts?.created ?? 0) + (counts?.updated ?? 0);
  return (
    <>
      {shown.undone ? <UndoneNotice undone={shown.undone} /> : <Alert severity="success">The import is done.</Alert>}
      {counts && <Counts counts={counts} isDryRun={false} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button component={Link} to="/imports/new" variant="outlined">
          Import more
        </Button>
        {!shown.undone && writes > 0 && <UndoButton id={shown.id} writes={writes} />}
      </Box>
      <Problems shown={shown} />
      <Samples shown={shown} />
      <Section title="Where it comes from">
        <Facts
          of={[
            ['Files', shown.files.map(({ name, bytes: size }) => `${name} (${bytes(size)})`).join(', ')],
            ['By', shown.actor],
            ['Done', <Ago key="done" at={shown.finishedAt} />],
          ]}
        />
      </Section>
    </>
  );
}

function UndoButton({ id, writes }: { readonly id: string; readonly writes: number }) {
  const [isAsking, setAsking] = useState(false);
  const { run } = useAct(UndoImportDocument);
  return (
    <>
      <Button color="error" variant="outlined" onClick={() => setAsking(true)}>
        Undo the import
      </Button>
      <Confirm
        isOpen={isAsking}
        title="Undo this import?"
        action="Undo"
        isDangerous
        onConfirm={() => run({ id }).then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        {`${count(writes)} ${writes === 1 ? 'title becomes' : 'titles become'} what they were before; new ones are taken out. Titles that somebody changed since stay as they are, and are named.`}
      </Confirm>
    </>
  );
}

function UndoneNotice({ undone }: { readonly undone: NonNullable<ShownImport['undone']> }) {
  return (
    <Alert severity="info">
      The import was undone <Ago at={undone.at} /> by {undone.by}.
      {undone.restored !== null && ` ${count(undone.restored)} titles are as they were before.`}
      {undone.keptCount !== null && undone.keptCount > 0 && (
        <>
          {` ${count(undone.keptCount)} stayed:`}
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {undone.kept.slice(0, 20).map(({ titleId, why }) => (
              <li key={titleId}>
                <Link to={`/titles/${titleId}`}>Title {titleId}</Link>: {why}
              </li>
            ))}
          </Box>
        </>
      )}
    </Alert>
  );
}
