import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildKinographSchema } from './schema';

writeFileSync(join(__dirname, '..', 'schema', 'schema.graphql'), `${printSchema(lexicographicSortSchema(buildKinographSchema()))}\n`);
