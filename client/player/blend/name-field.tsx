import { useState } from 'react';
import { Field } from '../account/field';
import { useWords } from '../words/language';

const LONGEST = 100;

/** What the blend is called; saved when one is done with it. */
export function NameField({ name, onName }: { readonly name: string | null; onName(name: string | null): void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const done = (): void => {
    const next = typed?.trim() || null;
    if (typed !== null && next !== name) onName(next);
    setTyped(null);
  };
  return (
    <form
      onBlur={done}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <Field
        name="blend-name"
        label={t('blend.settings.name')}
        isOptional
        autoComplete="off"
        value={typed ?? name ?? ''}
        onValue={(value) => setTyped(value.slice(0, LONGEST))}
      />
    </form>
  );
}
