// Writes client/player/generated/documents.ts: the player's GraphQL operations with their types, from the printed schema and the
// .graphql files. --check writes nothing and fails when the file is not what it would write.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const house = dirname(fileURLToPath(import.meta.url));
const folder = join(house, 'client', 'player', 'documents');
const target = join(house, 'client', 'player', 'generated', 'documents.ts');

const readDocument = (path) => parse(readFileSync(path, 'utf8'));
const documents = readdirSync(folder)
  .sort()
  .map((name) => ({ location: join(folder, name), document: readDocument(join(folder, name)) }));

const text = await codegen({
  filename: target,
  schema: readDocument(join(house, 'schema', 'schema.graphql')),
  documents,
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    skipTypename: true,
    documentNodeImport: '@apollo/client#TypedDocumentNode',
    // Ids are opaque: an answer's and an argument's alike are texts.
    scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown', JSONObject: 'Record<string, unknown>' },
  },
  plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
  pluginMap: { typescriptOperations, typedDocumentNode },
});

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('client/player/generated/documents.ts does not fit the schema and the documents: run "npm run documents".');
  process.exit(1);
}
