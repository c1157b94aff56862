// Writes the GraphQL operations of the player, of the console and of the bot with their types, from the printed schema and their .graphql files:
// client/player/generated/documents.ts holds all of the player's; admin/generated/<noun>.ts those of admin/documents/<noun>.graphql;
// bot/generated/documents.ts those of the bot.
// --check writes nothing and fails when a file is not what it would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const house = dirname(fileURLToPath(import.meta.url));
const check = process.argv.includes('--check');
const PLAYER = join(house, 'client', 'player');
const ADMIN = join(house, 'admin');
const BOT = join(house, 'bot');

const readDocument = (path) => parse(readFileSync(path, 'utf8'));
const schema = readDocument(join(house, 'schema', 'schema.graphql'));
const documentsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();

/** The player's Apollo Client takes parsed documents; console and bot send them as the texts that they are. */
const PARSED = { documentNodeImport: '@apollo/client#TypedDocumentNode' };
const TEXT = { documentMode: 'string' };

async function generate(target, files, mode) {
  const text = await codegen({
    filename: target,
    schema,
    documents: files.map((location) => ({ location, document: readDocument(location) })),
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      skipTypename: true,
      // Ids are opaque: an answer's and an argument's alike are texts.
      scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown', JSONObject: 'Record<string, unknown>' },
      ...mode,
    },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode },
  });
  return { target, text };
}

const all = (folder) => documentsIn(join(folder, 'documents')).map((name) => join(folder, 'documents', name));
const made = [
  await generate(join(PLAYER, 'generated', 'documents.ts'), all(PLAYER), PARSED),
  await generate(join(BOT, 'generated', 'documents.ts'), all(BOT), TEXT),
  ...(await Promise.all(
    documentsIn(join(ADMIN, 'documents')).map((name) =>
      generate(join(ADMIN, 'generated', name.replace('.graphql', '.ts')), [join(ADMIN, 'documents', name)], TEXT),
    ),
  )),
];

const kept = (target) => (existsSync(target) ? readFileSync(target, 'utf8') : null);
const wanted = new Set(made.map(({ target }) => target));
const left = existsSync(join(ADMIN, 'generated'))
  ? readdirSync(join(ADMIN, 'generated'))
      .map((name) => join(ADMIN, 'generated', name))
      .filter((target) => !wanted.has(target))
  : [];
const stale = [...made.filter(({ target, text }) => kept(target) !== text).map(({ target }) => target), ...left];

if (!check) {
  for (const folder of [ADMIN, BOT]) mkdirSync(join(folder, 'generated'), { recursive: true });
  for (const { target, text } of made) if (kept(target) !== text) writeFileSync(target, text);
  for (const target of left) rmSync(target);
} else if (stale.length > 0) {
  const names = stale.map((target) => relative(house, target)).join(', ');
  console.error(`${names} does not fit the schema and the documents: run "npm run documents".`);
  process.exit(1);
}
