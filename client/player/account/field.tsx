import { type ReactNode, type Ref, useId } from 'react';
import { useWords } from '../words/language';
import css from './field.module.css';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'email';
  readonly value: string;
  /** What would be accepted, said before. */
  readonly rule?: string | undefined;
  /** What is wrong with it now. */
  readonly fault?: string | undefined;
  readonly isOptional?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Something at the end of the field. */
  readonly children?: ReactNode;
  onValue(value: string): void;
}

/** One thing to fill in, with its rule and what is wrong with it. */
export function Field({ name, label, type = 'text', value, rule, fault, isOptional, inputRef, children, onValue, ...rest }: FieldProps) {
  const { t } = useWords();
  const id = useId();
  const said = fault ?? rule;
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
        {isOptional && <span className={css.optional}>{t('people.optional')}</span>}
      </label>
      <span className={css.box}>
        <input
          {...rest}
          ref={inputRef}
          id={id}
          name={name}
          type={type}
          value={value}
          className={css.input}
          aria-invalid={fault !== undefined}
          aria-describedby={said === undefined ? undefined : `${id}-said`}
          onChange={({ target }) => onValue(target.value)}
        />
        {children}
      </span>
      {said !== undefined && (
        <span id={`${id}-said`} className={fault === undefined ? css.rule : css.fault}>
          {said}
        </span>
      )}
    </div>
  );
}
