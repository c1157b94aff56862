import type { Resource } from '../api/resource';
import { PeopleDocument, PersonDocument } from '../generated/people';

/** Everyone for whom lists are made. */
export const peopleResource: Resource = { list: PeopleDocument, one: PersonDocument };
