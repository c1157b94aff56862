import { usePermissions } from 'react-admin';
import type { Right } from '../generated/operator';

/** Whether who is signed in may do this; false until it is known. */
export function useMay(right: Right): boolean {
  const { permissions } = usePermissions<readonly Right[]>();
  return permissions?.includes(right) ?? false;
}
