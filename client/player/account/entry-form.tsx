import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import type { Refusal } from './demo';
import { type Entry, type EntryField, type Faults, faultsIn, faultsOf } from './entry';
import css from './entry-form.module.css';
import { Field } from './field';
import { PasswordField } from './password-field';

interface EntryFormProps {
  /** Whether an account is made, or one that is there is entered. */
  readonly isNew: boolean;
  /** Answers why not, or null. */
  enter(entry: Entry): Promise<Refusal | null>;
  /** What stands below the button. */
  readonly children: ReactNode;
}

const FIELDS: readonly EntryField[] = ['name', 'email', 'password'];

/** E-mail and password, and a name for a new account. What is wrong stands at its field, and the first such field has the focus. */
export function EntryForm({ isNew, enter, children }: EntryFormProps) {
  const { t } = useWords();
  const [entry, setEntry] = useState<Entry>({ email: '', password: '', name: '' });
  const [faults, setFaults] = useState<Faults>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = FIELDS.find((field) => faults[field]);
    if (first) form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
  }, [faults]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = faultsOf(entry, isNew);
    setFaults(found);
    setRefusal(null);
    if (isBusy || Object.keys(found).length > 0) return;
    setBusy(true);
    const refused = await enter({ ...entry, email: entry.email.trim(), name: entry.name.trim() });
    setBusy(false);
    if (refused === null) return;
    const atFields = faultsIn(refused);
    setFaults(atFields);
    if (Object.keys(atFields).length === 0) setRefusal(refused);
  };
  const fill = (field: EntryField) => (value: string) => {
    setEntry({ ...entry, [field]: value });
    if (faults[field]) setFaults({ ...faults, [field]: undefined });
  };
  const faultOf = (field: EntryField): string | undefined => {
    const fault = faults[field];
    return fault && t(`people.fault.${fault}`);
  };
  return (
    <form ref={form} className={css.form} noValidate onSubmit={(event) => void submit(event)}>
      {isNew && (
        <Field
          name="name"
          label={t('people.name')}
          autoComplete="name"
          isOptional
          value={entry.name}
          fault={faultOf('name')}
          onValue={fill('name')}
        />
      )}
      <Field
        name="email"
        type="email"
        label={t('people.email')}
        autoComplete={isNew ? 'email' : 'username'}
        value={entry.email}
        rule={isNew ? t('people.email.rule') : undefined}
        fault={faultOf('email')}
        onValue={fill('email')}
      />
      <PasswordField
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={entry.password}
        rule={isNew ? t('people.password.rule') : undefined}
        fault={faultOf('password')}
        onValue={fill('password')}
      />
      <div role="alert" className={css.refusal}>
        {refusal && t(refusalWord(refusal))}
      </div>
      <Button look="strong" type="submit" className={css.submit} aria-disabled={isBusy}>
        {t(isNew ? 'people.signUp' : 'people.signIn')}
      </Button>
      {children}
    </form>
  );
}

const refusalWord = ({ why }: Refusal) =>
  why === 'wrong' || why === 'tooOften' || why === 'network' ? (`people.fault.${why}` as const) : ('people.fault.failed' as const);
