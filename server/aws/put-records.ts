import { checkDataset } from '../../core/aws/campaign';
import { AwsError } from '../../core/aws/error';
import { titleReference, userReference } from '../../core/aws/names';
import { type PUT_ITEMS, type PUT_USERS, personFrom, titleFrom } from '../../core/aws/put-records';
import { AppError, ErrorCode } from '../../core/errors';
import { TitleKind } from '../../core/title';
import type { TitleInput } from '../../core/title-input';
import { parseReference, type Reference } from '../../core/user';
import { saveTitle } from '../../flow/title';
import { setPreferences } from '../../flow/user';
import type { Db } from '../../store/database';
import { resolveTitles, titlesByIds } from '../../store/titles';
import { resolveUsers } from '../../store/users';
import { readReference } from '../subject';
import type { AwsCall } from './call';

/**
 * PutItems: all of the items are saved or none. What an item says replaces that of the title, and what it does not say stays. A new one is
 * a VIDEO unless it says, and is called by its first genre, else by its id, where it has no name. Throws AwsError.
 */
export async function putItems(call: AwsCall, { datasetArn, items }: ReturnType<typeof PUT_ITEMS>): Promise<Record<string, never>> {
  checkDataset(datasetArn, 'ITEMS');
  const told = items.map(({ itemId, properties = {} }, at) => ({
    itemId,
    path: `items[${at}]`,
    reference: readReference(titleReference(itemId, call.source), `items[${at}].itemId`),
    input: titleFrom(properties, `items[${at}].properties`),
  }));
  await call.house.database.db.transaction(async (db) => {
    for (const { path, ...item } of told) await naming(path, () => putItem(db, call, { path, ...item }));
  });
  return {};
}

interface Item {
  readonly itemId: string;
  readonly path: string;
  readonly reference: Reference;
  readonly input: TitleInput;
}

async function putItem(db: Db, { house, caller }: AwsCall, { itemId, path, reference, input }: Item): Promise<void> {
  const [id = null] = await resolveTitles(db, [reference]);
  const [before] = id === null ? [] : await titlesByIds(db, [id]);
  const saving = { actor: `key:${caller.keyId}`, now: house.clock() } as const;
  if (before !== undefined) {
    const attributes = input.attributes && { attributes: { ...before.attributes, ...input.attributes } };
    await saveTitle(db, { ...saving, id: before.id, expectedVersion: before.version, input: { ...input, ...attributes } });
    return;
  }
  if ('id' in reference) throw new AwsError('ResourceNotFoundException', `${path}.itemId: There is no title with this id of ours.`);
  const named = { name: input.name ?? input.genres?.[0] ?? itemId, kind: input.kind ?? TitleKind.VIDEO };
  await saveTitle(db, { ...saving, id: null, expectedVersion: null, input: { ...input, ...named, externalIds: [reference] } });
}

/** PutUsers: each person is made where there is none yet; what is said of them replaces what they said before. Throws AwsError. */
export async function putUsers(call: AwsCall, { datasetArn, users }: ReturnType<typeof PUT_USERS>): Promise<Record<string, never>> {
  checkDataset(datasetArn, 'USERS');
  const told = users.map(({ userId, properties = {} }, at) => ({
    path: `users[${at}]`,
    reference: parseReference(userReference(userId, call.source)),
    person: personFrom(properties, `users[${at}].properties`),
  }));
  await call.house.database.db.transaction(async (db) => {
    for (const { path, reference, person } of told) {
      const [userId = null] = reference === null ? [] : await resolveUsers(db, [reference], { create: true });
      if (userId === null) throw new AwsError('ResourceNotFoundException', `${path}.userId: There is no such person.`);
      await naming(path, () => setPreferences(db, { ...person, userId, actor: `key:${call.caller.keyId}` }));
    }
  });
  return {};
}

/** Runs, and names the record in what it throws. */
async function naming(path: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const field = (error.field ?? '').replace(/^input\.(profile\.)?/, '').replace('mediaUrl', 'url');
    const name = error.code === ErrorCode.CONFLICT ? 'ResourceInUseException' : 'InvalidInputException';
    throw new AwsError(name, `${path}.properties.${field}: ${error.message} Expected ${error.expected ?? 'another'}.`);
  }
}
