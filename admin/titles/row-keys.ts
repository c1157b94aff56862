import { useEffect } from 'react';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const ROWS = '[data-row-link]';
const SEARCH = 'input[name="search"]';

/** Walks the table by j and k or the arrows, Enter opens what has the focus, and / goes to the search. */
export function useRowKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const step = STEPS[event.key];
      if (event.key === '/') focus(event, document.querySelector<HTMLElement>(SEARCH));
      else if (step !== undefined) focus(event, nextRow(step));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function nextRow(step: number): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const now = rows.indexOf(document.activeElement as HTMLElement);
  const next = now < 0 && step < 0 ? rows.length - 1 : Math.max(0, Math.min(rows.length - 1, now + step));
  return rows[next] ?? null;
}

function focus(event: KeyboardEvent, element: HTMLElement | null): void {
  if (element === null) return;
  event.preventDefault();
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
}

/** Where keys mean something else: in fields, menus and dialogs. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"], [role="combobox"]') !== null
  );
}
