import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Field } from '../account/field';
import { CreateBlendDocument } from '../generated/documents';
import { Button } from '../parts/button';
import { useWords, type Word } from '../words/language';
import css from './blends.module.css';

const LONGEST = 100;

/** Makes a blend and goes there. */
export function NewBlend() {
  const { t } = useWords();
  const [, go] = useLocation();
  const [send] = useMutation(CreateBlendDocument);
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Word | null>(null);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    const made = await send({ variables: { input: { name: name.trim() || null } } }).then(
      ({ data }) => data?.createBlend,
      () => undefined,
    );
    setBusy(false);
    if (made?.blend) go(`/blend/${made.blend.id}`);
    else setFault(made?.userErrors[0]?.code === 'CONFLICT' ? 'blend.tooMany' : 'blend.failed');
  };
  return (
    <form className={css.new} onSubmit={(event) => void make(event)}>
      <Field
        name="name"
        label={t('blend.name')}
        isOptional
        autoComplete="off"
        rule={t('blend.name.hint')}
        value={name}
        onValue={(value) => setName(value.slice(0, LONGEST))}
      />
      <Button look="strong" type="submit" aria-disabled={isBusy}>
        {t('blend.new')}
      </Button>
      <p role="alert" className={css.fault}>
        {fault && t(fault)}
      </p>
    </form>
  );
}
