import { Icon } from '../parts/icon';

/** A question mark: not known. */
export function Question() {
  return (
    <Icon>
      <path d="M8.5 9a3.5 3.5 0 1 1 5.2 3.1c-1.2.7-1.7 1.4-1.7 2.9M12 19v.01" />
    </Icon>
  );
}
