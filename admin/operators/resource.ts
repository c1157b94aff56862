import type { Resource } from '../api/resource';
import { OperatorsDocument } from '../generated/operators';

/** Who may run this installation. */
export const operatorsResource: Resource = { list: OperatorsDocument };
