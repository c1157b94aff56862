import fc from 'fast-check';
import { signatureOf } from '../../core/alert-webhook';
import { isCurrency, majorUnits, minorDigits, minorUnits } from '../../core/shop/currency';
import { offerUrl, withClick } from '../../core/shop/link';
import { OfferAvailability, offersIn, type ShownOffer } from '../../core/shop/offer';
import { isRobot } from '../../core/shop/robot';
import { linkToken, openLink } from '../../core/shop/tracked-link';
import { checkSignature, shopSecret, WEBHOOK_SECONDS } from '../../core/shop/webhook';

const key = Buffer.from('a key of a test, thirty-two letters');
const now = new Date('2026-11-23T20:00:00Z');
const target = { offerId: 7, userId: 3, recommendationId: '019b0000-0000-7000-8000-000000000001', mood: 'joyful' };

describe('prices', () => {
  it.each([
    ['12.99', 'EUR', 1299],
    ['12.9', 'EUR', 1290],
    ['12', 'EUR', 1200],
    ['0', 'EUR', 0],
    ['1299', 'JPY', 1299],
    ['1299.00', 'JPY', 1299],
    ['1.234', 'KWD', 1234],
    ['12.990', 'EUR', 1299],
  ])('reads %s in %s as %d', (text, currency, units) => {
    expect(minorUnits(text, currency)).toBe(units);
  });

  it.each(['12,99 ₽', '12,99', '12.99 RUB', '-1', '1e3', '', '.5', '5.', '12.999', '1 000', '١٢', 'NaN', '9999999999999', ' 12'])(
    'takes %j for no price',
    (text) => {
      expect(minorUnits(text, 'RUB')).toBeNull();
    },
  );

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom('EUR', 'JPY', 'KWD'), (units, currency) => {
        expect(minorUnits(majorUnits(units, currency), currency)).toBe(units);
      }),
    );
    expect(majorUnits(5, 'EUR')).toBe('0.05');
  });

  it('knows currencies in capitals', () => {
    expect(['EUR', 'RUB', 'eur', 'EU', 'DEM', '₽', ''].map(isCurrency)).toEqual([true, true, false, false, false, false, false]);
    expect(['EUR', 'JPY', 'BHD'].map(minorDigits)).toEqual([2, 0, 3]);
  });
});

describe('the address of an offer', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://shop.example/1',
    '//shop.example/1',
    '/1',
    'https://user:secret@shop.example/',
    'https://127.0.0.1/',
    'https://0x7f000001/',
    'https://[::1]/',
    'https://localhost/',
    'https://printer.local/',
    'https://a.internal/',
    'ftp://shop.example/',
    'https://',
    '',
    `https://shop.example/${'x'.repeat(2_000)}`,
  ])('is never %j', (text) => {
    expect(offerUrl(text)).toBeNull();
  });

  it('is written so that it stands in a header', () => {
    expect(offerUrl('https://Shop.Example/фильм?a=1&b=%20#x')).toBe('https://shop.example/%D1%84%D0%B8%D0%BB%D1%8C%D0%BC?a=1&b=%20#x');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `https://shop.example/${text}`),
        ),
        (text) => {
          expect(offerUrl(text) ?? 'https://').toMatch(/^https:\/\/[\x21-\x7e]*$/);
        },
      ),
    );
  });

  it('takes a click and changes nothing else', () => {
    expect(withClick('https://a.example/b', 'kg_click', 'x_-1')).toBe('https://a.example/b?kg_click=x_-1');
    expect(withClick('https://a.example/b?c=%20d#e?f', 'k', 'x')).toBe('https://a.example/b?c=%20d&k=x#e?f');
  });
});

describe('a tracked link', () => {
  it('tells what it was made for, for its own offer and key only', () => {
    const token = linkToken(key, target, now);
    expect(openLink(key, 7, token)).toEqual({ ...target, madeAt: now });
    expect(openLink(key, 8, token)).toBeNull();
    expect(openLink(Buffer.from('another key'), 7, token)).toBeNull();
  });

  it('is nothing once a sign of it is changed, and nothing that somebody made up', () => {
    const token = linkToken(key, target, now);
    fc.assert(
      fc.property(fc.nat(token.length - 2), fc.constantFrom('A', 'z', '.', '_'), (at, sign) => {
        fc.pre(token[at] !== sign);
        expect(openLink(key, 7, token.slice(0, at) + sign + token.slice(at + 1))).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => expect(openLink(key, 7, text)).toBeNull()));
  });
});

describe('who follows a link', () => {
  const seen = (userAgent: string | undefined, more: object = {}) => isRobot({ method: 'GET', userAgent, purpose: undefined, ...more });
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

  it('is a person with a browser', () => {
    expect(seen(chrome)).toBe(false);
    expect(seen('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148')).toBe(
      false,
    );
    expect(seen('Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36')).toBe(false);
  });

  it.each([
    undefined,
    '',
    'curl/8.5.0',
    'TelegramBot (like TwitterBot)',
    'WhatsApp/2.23',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; YandexBot/3.0)',
    'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0.0.0 Safari/537.36',
  ])('is a program that calls itself %j', (userAgent) => {
    expect(seen(userAgent)).toBe(true);
  });

  it('is nobody yet when a browser looks ahead', () => {
    expect(seen(chrome, { method: 'HEAD' })).toBe(true);
    expect(seen(chrome, { purpose: 'prefetch;prerender' })).toBe(true);
  });
});

describe('the signature of a webhook', () => {
  const secret = shopSecret(key, 1, 1);
  const seconds = now.getTime() / 1_000;
  const signed = (at: number, body = '{}', by = secret) => ({ timestamp: String(at), signature: signatureOf(by, at, body), body });

  it('is taken within five minutes, before and after', () => {
    for (const at of [seconds, seconds - WEBHOOK_SECONDS, seconds + WEBHOOK_SECONDS])
      expect(() => checkSignature(signed(at), secret, now)).not.toThrow();
    for (const at of [seconds - WEBHOOK_SECONDS - 1, seconds + WEBHOOK_SECONDS + 1])
      expect(() => checkSignature(signed(at), secret, now)).toThrow('5 minutes');
  });

  it('is of this shop, of its newest secret, and of the very body', () => {
    for (const other of [shopSecret(key, 2, 1), shopSecret(key, 1, 2), shopSecret(Buffer.from('x'), 1, 1)])
      expect(() => checkSignature(signed(seconds, '{}', other), secret, now)).toThrow('signature');
    expect(() => checkSignature({ ...signed(seconds), body: '{ }' }, secret, now)).toThrow('signature');
    expect(() => checkSignature({ timestamp: undefined, signature: undefined, body: '' }, secret, now)).toThrow('signature');
  });
});

describe('the offers of a title', () => {
  const offer = (id: number, given: Partial<ShownOffer> = {}): ShownOffer => ({
    ...{ id, shopId: 1, shopName: 'Shop', sku: String(id), titleId: 1, url: 'https://a.example/', price: 100, currency: 'EUR' },
    ...{ region: null, availability: OfferAvailability.IN_STOCK, updatedAt: now },
    ...given,
  });

  it('are those of the region, what can be had first, then the cheapest of a currency', () => {
    const all = [
      offer(1, { availability: OfferAvailability.OUT_OF_STOCK, price: 1 }),
      offer(2, { price: 200 }),
      offer(3, { region: 'FI', price: 150 }),
      offer(4, { region: 'SE', price: 10 }),
      offer(5, { currency: 'USD', price: 1 }),
    ];
    expect(offersIn(all, 'FI').map(({ id }) => id)).toEqual([3, 2, 5, 1]);
    expect(offersIn(all, null).map(({ id }) => id)).toEqual([4, 3, 2, 5, 1]);
  });
});
