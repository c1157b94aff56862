import { createKnownPeople } from '../../flow/known-people';
import { mergeUsers } from '../../flow/user';
import { withDatabase } from '../support/database';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();

const forget = (userId: number) => fixture.db.query('delete from interactions where "userId" = $1', [userId]);

describe('the people that lists are for', () => {
  it('are read once, and again as soon as anything of them has changed', async () => {
    const people = createKnownPeople(fixture.db);
    const userId = await addUser(fixture.db, { likedGenres: ['Drama'] });
    const [first, second] = [await aTitle(fixture.db), await aTitle(fixture.db)];
    await addInteraction(fixture.db, userId, first);
    const before = await people.get(userId);
    expect(before).toMatchObject({ id: userId, preferences: { likedGenres: ['Drama'] }, interactions: [{ titleId: first, rating: 5 }] });
    expect(await people.get(userId)).toBe(before);
    await addInteraction(fixture.db, userId, second);
    const after = await people.get(userId);
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    expect(after?.interactions.map(({ titleId }) => titleId).sort()).toEqual([first, second].sort());
  });

  it('are answered together, each in their own place, with null for who is not there', async () => {
    const people = createKnownPeople(fixture.db);
    const [one, other] = [await addUser(fixture.db), await addUser(fixture.db)];
    const known = await people.get(other);
    const asked = [one, 987_654_321, other, one];
    const answers = await Promise.all(asked.map((id) => people.get(id)));
    expect(answers.map((person) => person?.id ?? null)).toEqual([one, null, other, one]);
    expect(answers[2]).toBe(known);
  });

  it('are the ones that stand for them from the moment of a merge', async () => {
    const people = createKnownPeople(fixture.db);
    const [fromId, intoId] = [await addUser(fixture.db), await addUser(fixture.db)];
    expect(await people.get(fromId)).toMatchObject({ id: fromId });
    await mergeUsers(fixture.db, { fromId, intoId, actor: undefined });
    expect(await people.get(fromId)).toMatchObject({ id: intoId });
    expect(await people.get(fromId)).toEqual(await people.get(intoId));
  });

  it('are read again when all is forgotten', async () => {
    const people = createKnownPeople(fixture.db);
    const userId = await addUser(fixture.db);
    await addInteraction(fixture.db, userId, await aTitle(fixture.db));
    await people.get(userId);
    await forget(userId);
    expect((await people.get(userId))?.interactions).toHaveLength(1);
    people.forgetAll();
    expect((await people.get(userId))?.interactions).toEqual([]);
  });
});
