import { type Ref, useState } from 'react';
import { Button } from '../parts/button';
import { useWords } from '../words/language';
import { Field } from './field';

interface PasswordFieldProps {
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly rule?: string | undefined;
  readonly fault?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  onValue(value: string): void;
}

/** A password, which can be looked at while it is typed. */
export function PasswordField(rest: PasswordFieldProps) {
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <Field {...rest} name="password" label={t('people.password')} type={isShown ? 'text' : 'password'}>
      <Button look="quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {t(isShown ? 'people.password.hide' : 'people.password.show')}
      </Button>
    </Field>
  );
}
