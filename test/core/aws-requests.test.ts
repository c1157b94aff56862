import fc from 'fast-check';
import { askedBy, filterNamed } from '../../core/aws/campaign';
import { filterOfContext } from '../../core/aws/context';
import { AwsError } from '../../core/aws/error';
import { GET_RECOMMENDATIONS } from '../../core/aws/get-recommendations';
import { titleLabel, titleName, titleReference, userReference } from '../../core/aws/names';
import { softmax, withPromotions, withShares } from '../../core/aws/predicted';
import { eventsFrom, PUT_EVENTS } from '../../core/aws/put-events';
import { PUT_ITEMS, PUT_USERS } from '../../core/aws/put-records';
import { EventType } from '../../core/event';
import { seeded } from '../../core/random';
import { parseReference } from '../../core/user';

describe('ids of an application', () => {
  it.each([
    ['318', 'video', 'video:318', 'app:318'],
    ['318', 'kinograph', '318', '318'],
    ['a2288579-54fb', 'kinograph', 'app:a2288579-54fb', 'app:a2288579-54fb'],
    ['movielens:318', 'app', 'movielens:318', 'movielens:318'],
    ['kinograph:42', 'video', '42', '42'],
    ['Ann B', 'app', 'app:Ann B', 'app:Ann B'],
  ])('%s with source %s is the title %s and the person %s', (id, source, title, user) => {
    expect([titleReference(id, source), userReference(id, source)]).toEqual([title, user]);
  });

  it('lead back to the title that they were answered for', () => {
    const source = fc.constantFrom('app', 'video', 'kinograph');
    const value = fc.string({ minLength: 1, maxLength: 150, unit: 'binary' }).filter((text) => !/[\0\p{Surrogate}]/u.test(text));
    const external = fc.record({ source: fc.constantFrom('app', 'imdb', 'video'), value });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.array(external, { maxLength: 3 }), source, (id, externalIds, asked) => {
        const named = titleName(id, externalIds, asked);
        const found = parseReference(titleReference(named, asked));
        expect([{ id }, ...externalIds]).toContainEqual(found);
      }),
    );
  });

  it('are no names: the first genre is', () => {
    const externalIds = [{ source: 'video', value: '6e0e' }];
    expect(titleLabel({ name: '6e0e', genres: ['Cooking', 'Food'] }, externalIds)).toBe('Cooking');
    expect(titleLabel({ name: '6e0e', genres: [] }, externalIds)).toBe('6e0e');
    expect(titleLabel({ name: 'Soup', genres: ['Cooking'] }, externalIds)).toBe('Soup');
  });
});

describe('scores', () => {
  it('are softmaxes of what a model scored: 1 together, in the same order, whatever their size', () => {
    expect(softmax([0, Math.log(3)])).toEqual([expect.closeTo(0.25), expect.closeTo(0.75)]);
    expect(softmax([1_000, 1_000])).toEqual([0.5, 0.5]);
    expect(softmax([])).toEqual([]);
    const shares = withShares([{ score: 2 }, { score: null }, { score: 1 }]).map(({ share }) => share);
    expect(shares).toEqual([expect.closeTo(1 / (1 + Math.exp(-1))), null, expect.closeTo(1 / (1 + Math.E))]);
  });
});

describe('promotions', () => {
  it('take their share of the places, keep both orders, and list nothing twice', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer(),
        (rest, promoted, most, share, seed) => {
          const mingled = withPromotions(rest, promoted, { most, share, random: seeded(seed), idOf: (id) => id });
          const [first, others] = [true, false].map((wanted) =>
            mingled.filter(({ isPromoted }) => isPromoted === wanted).map(({ item }) => item),
          );
          expect(first).toEqual(promoted.slice(0, Math.floor((most * share) / 100)));
          const left = rest.filter((id) => !first?.includes(id));
          expect(others).toEqual(left.slice(0, most - (first?.length ?? 0)));
        },
      ),
    );
  });
});

describe('what an ARN asks for', () => {
  const arn = (resource: string) => `arn:aws:personalize:eu-west-1:123456789012:${resource}`;

  it('is a placement, a recipe or a model of ours', () => {
    expect(askedBy(arn('campaign/side-list'), 'campaignArn')).toEqual({ kind: 'list', placement: 'side-list', modelId: null });
    expect(askedBy(arn('solution/local/7'), 'campaignArn')).toEqual({ kind: 'list', placement: null, modelId: 7 });
    expect(askedBy('arn:aws:personalize:::recipe/aws-sims', 'campaignArn')).toEqual({ kind: 'similar' });
    expect(filterNamed(arn('filter/unseen'), 'filterArn')).toBe('unseen');
  });

  it('is nothing for any other text', () => {
    const ways = ['campaign/Home', 'campaign/', 'recipe/toString', 'solution/local/x', 'dataset/x/ITEMS', 'filter/unseen'];
    for (const way of ways) expect(failureOf(() => askedBy(arn(way), 'campaignArn'))).toMatch(/ResourceNotFound|InvalidInput/);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void failureOf(() => askedBy(text, 'campaignArn'))));
  });
});

describe('members of a request', () => {
  it('are read or refused by name, whatever comes', () => {
    const shapes = [GET_RECOMMENDATIONS, PUT_EVENTS, PUT_ITEMS, PUT_USERS];
    const hostile = fc.anything({ withBigInt: false, withDate: false });
    const body = fc.dictionary(fc.constantFrom('campaignArn', 'eventList', 'items', 'users', 'context', '__proto__', 'x'), hostile);
    fc.assert(fc.property(fc.constantFrom(...shapes), fc.oneof(hostile, body), (shape, given) => void failureOf(() => shape(given, ''))));
    expect(() => GET_RECOMMENDATIONS({ campaignArn: 'a', diversity: 1 }, '')).toThrow('diversity: This is not answered here.');
  });

  it('of a context are fields of a list of ours', () => {
    expect(filterOfContext({ mood: 'joyful', AVAILABLE_SECONDS: '600' })).toEqual({ mood: 'joyful', availableSeconds: 600 });
    expect(failureOf(() => filterOfContext({ toString: 'x' }))).toBe('InvalidInputException');
  });
});

describe('events of a call', () => {
  const call = (eventList: object[]) => PUT_EVENTS({ trackingId: 't', sessionId: 's', eventList }, '');
  const eventsOf = (event: object) =>
    eventsFrom(call([event]), { userId: 'app:u', titleOf: (id) => `app:${id}` }).map((each) => each.event);
  const sentAt = 1_700_000_000.5;

  it('have the same id for the same words, and another for others', () => {
    const [one] = eventsOf({ eventType: 'watched', itemId: 'a', sentAt });
    expect(one).toMatchObject({ type: EventType.COMPLETED, titleId: 'app:a', userId: 'app:u', occurredAt: '2023-11-14T22:13:20.500Z' });
    expect(eventsOf({ eventType: 'watched', itemId: 'a', sentAt })[0]?.id).toBe(one?.id);
    expect(eventsOf({ eventType: 'watched', itemId: 'a', sentAt: sentAt + 1 })[0]?.id).not.toBe(one?.id);
    expect(eventsOf({ eventType: 'watched', itemId: 'a', sentAt, eventId: 'mine' })[0]?.id).toBe('mine');
  });

  it('that are impressions alone stay one event', () => {
    expect(eventsOf({ eventType: 'Impression', sentAt, impression: ['a', 'b'], eventId: 'i' })).toEqual([
      expect.objectContaining({ id: 'i', type: EventType.IMPRESSION, titleIds: ['app:a', 'app:b'] }),
    ]);
  });
});

function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AwsError) return error.code;
    throw error;
  }
  return 'none';
}
