import fc from 'fast-check';
import { AppError } from '../../core/errors';
import { feedProblems } from '../../core/shop/feed';
import { feedReader } from '../../core/shop/feed-reader';
import { withDatabase } from '../support/database';
import { BROWSER, follow, tell } from '../support/shop';
import { withShops } from '../support/shop-house';
import { aUser } from '../support/user';

const fixture = withDatabase();
const house = withShops(fixture);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('0', '-1', '1e3', '%00', '..', '9'.repeat(40), 'x'.repeat(5_000)),
);

/** Answers that lay the fault on whoever asked. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500;

it('refuses whatever is asked of a link that was not made here', async () => {
  const { offerId, titleId, shopId } = await house.offered();
  const good = new URL(await house.linkFor(await aUser(fixture.db), titleId)).searchParams.get('t') ?? '';
  const token = fc.oneof(
    text,
    fc.nat(good.length).map((at) => good.slice(0, at)),
    text.map((more) => good + more),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constant(String(offerId)), text), token, async (offer, t) => {
      // The one would be the whole token, the others no part of an address.
      fc.pre(t !== good && !['', '.', '..'].includes(sendable(offer)));
      const address = `${house.url}/go/${encodeURIComponent(sendable(offer))}?t=${encodeURIComponent(sendable(t))}`;
      expect(isRefusal((await follow(address, BROWSER)).status)).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(await house.actionsAt(shopId)).toEqual([]);
});

it('answers whatever a shop signs, and refuses whatever it did not', async () => {
  const { shopId } = await house.offered();
  const secret = await house.secretOf(shopId);
  const action = fc.record(
    { id: fc.anything(), type: fc.anything(), click: fc.anything(), occurredAt: fc.anything() },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(fc.oneof(action, fc.jsonValue()), { maxLength: 20 }), fc.jsonValue()), async (actions) => {
      const { status, results } = await tell(house.url, shopId, { secret, actions: plain(actions), at: house.now });
      if (status === 200) expect(results.every(({ status }) => status === 'REJECTED')).toBe(true);
      else expect(isRefusal(status)).toBe(true);
    }),
    { numRuns: 60 },
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, async (timestamp, signature, body) => {
      const headers = { 'x-kinograph-timestamp': ascii(timestamp), 'x-kinograph-signature': ascii(signature) };
      const response = await fetch(`${house.url}/shops/${shopId}/actions`, { method: 'POST', body, headers });
      expect(isRefusal(response.status)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('reads any file to its end, and says of any that it cannot take why', () => {
  const cells = fc.array(fc.oneof(text, fc.constantFrom('imdb:tt1', 'https://a.example/', '1.00', 'EUR', '"', ',', '\n')), {
    maxLength: 30,
  });
  const file = fc
    .tuple(fc.boolean(), cells)
    .map(([header, cells]) => `${header ? 'sku,url,price,name,year,kind\n' : ''}${cells.join(',')}`);
  fc.assert(
    fc.property(file, fc.boolean(), (content, csv) => {
      const reader = feedReader({ csv, currency: 'EUR', problems: feedProblems() });
      try {
        reader.push(content);
        const { rows, drafts, bad } = reader.end();
        expect(drafts.length + bad).toBe(rows);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 300 },
  );
});

/** What JSON can hold of a value, without what it cannot: bigints and symbols. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? 'null');
}

/** Without halves of surrogate pairs, which no address can hold. */
const sendable = (value: string): string => value.replace(/\p{Surrogate}/gu, '');

/** What may stand in a header. */
function ascii(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '').trim();
}
