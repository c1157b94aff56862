import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../words/language';
import css from './speed-menu.module.css';

interface SpeedMenuProps {
  readonly rate: number;
  readonly rates: readonly number[];
  onRate(rate: number): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** How fast it plays. */
export function SpeedMenu({ rate, rates, onRate }: SpeedMenuProps) {
  const { t } = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  // Who opens a menu means to choose: the speed in use is where the keys begin.
  useEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') close();
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
    const next = choices.indexOf(document.activeElement as HTMLElement) + step;
    choices.at(next % choices.length)?.focus();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    // The button closes it by itself.
    if (relatedTarget !== button.current && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div className={css.speed} data-own-keys={isOpen || undefined}>
      <button
        ref={button}
        type="button"
        className={css.button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${t('watch.speed')}: ${rate}×`}
        title={t('watch.speed')}
        onClick={() => setOpen(!isOpen)}
      >
        {rate}×
      </button>
      {isOpen && (
        <div ref={menu} id={id} role="menu" className={css.menu} aria-label={t('watch.speed')} onKeyDown={press} onBlur={leave}>
          {rates.map((each) => (
            <button
              key={each}
              type="button"
              role="menuitemradio"
              aria-checked={each === rate}
              className={css.choice}
              onClick={() => {
                onRate(each);
                close();
              }}
            >
              {each}×
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
