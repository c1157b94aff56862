import { type ReactNode, useEffect, useId, useRef } from 'react';
import css from './dialog.module.css';

interface DialogProps {
  readonly heading: string;
  readonly children: ReactNode;
  /** Escape, or a press beside it. */
  onClose(): void;
}

/** Something that has to be answered first. The browser keeps the focus inside, and gives it back. */
export function Dialog({ heading, children, onClose }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const press = ({ target }: MouseEvent): void => {
      if (target === element) element?.close();
    };
    element?.addEventListener('click', press);
    return () => {
      element?.removeEventListener('click', press);
      element?.close();
    };
  }, []);
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={css.inner}>
        <h2 id={id} className={css.heading}>
          {heading}
        </h2>
        {children}
      </div>
    </dialog>
  );
}

/** The answers at the foot of a dialog. */
export function Answers({ children }: { readonly children: ReactNode }) {
  return <div className={css.answers}>{children}</div>;
}
