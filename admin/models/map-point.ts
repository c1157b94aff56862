import type { ModelMapQuery } from '../generated/models';

/** A title on the map of a model. */
export type Point = ModelMapQuery['modelMap']['points'][number];

/** Two works of one name are told apart by their year. */
export function nameWords(title: Point['title'] | undefined): string {
  if (!title) return '';
  return title.year === null ? title.name : `${title.name} (${title.year})`;
}
