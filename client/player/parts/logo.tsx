/** A disc with the triangle that plays: the sign of the house. */
export function Logo() {
  return (
    <svg width="28" height="28" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="var(--accent)" />
      <path d="M6.4 5v6l4.8-3z" fill="var(--on-accent)" />
    </svg>
  );
}
