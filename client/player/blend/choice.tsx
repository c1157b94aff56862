import { type ReactNode, useId } from 'react';
import me from '../me/me.module.css';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** The options. */
  readonly children: ReactNode;
  onValue(value: string): void;
}

/** One of a list that opens. */
export function Choice({ label, value, onValue, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={me.choice}>
      <label htmlFor={id}>{label}</label>
      <span className={me.box}>
        <select id={id} value={value} onChange={({ target }) => onValue(target.value)}>
          {children}
        </select>
      </span>
    </div>
  );
}
