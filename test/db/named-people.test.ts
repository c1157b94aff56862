import { mergeUsers } from '../../flow/user';
import { createNamedPeople } from '../../server/named-people';
import { withDatabase } from '../support/database';
import { aUser } from '../support/user';

const fixture = withDatabase();

const reading = { create: false };

describe('the people that requests name', () => {
  it('are found by our id and by an external one, and made on first sight where the caller may', async () => {
    const named = createNamedPeople(fixture.db);
    const id = await aUser(fixture.db, { externalId: 'named' });
    expect(await named.idOf({ id }, reading)).toBe(id);
    expect(await named.idOf({ source: 'app', value: 'named' }, reading)).toBe(id);
    const stranger = { source: 'app', value: 'stranger' };
    expect(await named.idOf(stranger, reading)).toBeNull();
    const made = await named.idOf(stranger, { create: true });
    expect(made).toEqual(expect.any(Number));
    expect(await named.idOf(stranger, reading)).toBe(made);
  });

  it('are remembered until they are merged into another', async () => {
    const named = createNamedPeople(fixture.db);
    const [fromId, intoId] = [await aUser(fixture.db), await aUser(fixture.db)];
    const names = [{ id: fromId }, { id: intoId }];
    const found = () => Promise.all(names.map((name) => named.idOf(name, reading)));
    expect(await found()).toEqual([fromId, intoId]);
    await mergeUsers(fixture.db, { fromId, intoId, actor: undefined });
    named.forget(fromId);
    expect(await found()).toEqual([intoId, intoId]);
  });

  it('are all looked up again when merges may have been missed', async () => {
    const named = createNamedPeople(fixture.db);
    const [fromId, intoId] = [await aUser(fixture.db), await aUser(fixture.db)];
    expect(await named.idOf({ id: fromId }, reading)).toBe(fromId);
    await mergeUsers(fixture.db, { fromId, intoId, actor: undefined });
    named.forgetAll();
    expect(await named.idOf({ id: fromId }, reading)).toBe(intoId);
  });
});
