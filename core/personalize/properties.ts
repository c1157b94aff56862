import type { Facts } from './rows';

/** Facts of a title or a person as PutItems and PutUsers take them: JSON, columns in camel case; what is not known is left out. */
export function propertiesOf(facts: Facts): string {
  const known = Object.entries(facts).filter(([, fact]) => fact !== null);
  return JSON.stringify(Object.fromEntries(known.map(([column, fact]) => [camelCase(column), fact])));
}

function camelCase(column: string): string {
  return column.toLowerCase().replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}
