import type { Resource } from '../api/resource';
import { ErasureDocument, ErasuresDocument } from '../generated/erasures';

/** Receipts of people who were forgotten. */
export const erasuresResource: Resource = { list: ErasuresDocument, one: ErasureDocument };
