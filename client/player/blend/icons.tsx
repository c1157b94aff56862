import { Icon } from '../parts/icon';

/** A ring with a bar across: under no circumstances. */
export function Forbid() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8" />
      <path d="M6.5 6.5l11 11" />
    </Icon>
  );
}

/** Two rings that share a part. */
export function Rings({ size = 20 }: { readonly size?: number }) {
  return (
    <Icon size={size}>
      <circle cx="9" cy="12" r="6" />
      <circle cx="15" cy="12" r="6" />
    </Icon>
  );
}
