import { useId } from 'react';
import css from './radios.module.css';

interface RadiosProps<Value extends string | number> {
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly why?: string }[];
  /** Whether there is nothing to choose for now. */
  readonly isFixed?: boolean;
  onValue(value: Value): void;
}

/** One of several, with what each means. */
export function Radios<Value extends string | number>({ legend, value, choices, isFixed = false, onValue }: RadiosProps<Value>) {
  const id = useId();
  return (
    <fieldset className={css.radios} disabled={isFixed}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={css.choice}>
          <input
            type="radio"
            name={id}
            checked={choice.value === value}
            aria-describedby={choice.why === undefined ? undefined : `${id}-${choice.value}`}
            onChange={() => onValue(choice.value)}
          />
          <span className={css.words}>
            <span className={css.label}>{choice.label}</span>
            {choice.why !== undefined && (
              <span id={`${id}-${choice.value}`} className={css.why}>
                {choice.why}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
