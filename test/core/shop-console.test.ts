import fc from 'fast-check';
import { draftOf, NEW, priceFault, saveInputOf } from '../../admin/shops/draft';
import { minorOf, moneyText, typedOf } from '../../admin/shops/money';
import { problemsCsv } from '../../admin/shops/problems-csv';

describe('money in the console', () => {
  it('has as many digits as its currency', () => {
    expect(moneyText(1_299, 'EUR')).toBe('12.99 EUR');
    expect(moneyText(1_299, 'JPY')).toBe('1299 JPY');
    expect(minorOf('12,99', 'EUR')).toBe(1_299);
    expect(minorOf('1.299', 'KWD')).toBe(1_299);
    expect([minorOf('12,99 ₽', 'RUB'), minorOf('-1', 'EUR'), minorOf(' ', 'EUR')]).toEqual([null, null, null]);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        expect(minorOf(typedOf(minor, currency), currency)).toBe(minor);
      }),
    );
  });
});

describe('the form of a shop', () => {
  it('sends prices in minor units, and leaves out what is free', () => {
    const draft = { ...NEW, name: 'Corner', prices: { VISIT: '', BUY: '1.50' } };
    expect(saveInputOf(draft, null)).toEqual({
      ...{ name: 'Corner', currency: 'EUR', clickParameter: 'kg_click' },
      prices: [{ action: 'BUY', price: 150 }],
    });
    expect(priceFault({ ...draft, prices: { BUY: '1.5o' } })).toBe('BUY');
  });

  it('holds what it was filled with', () => {
    const row = {
      ...{ id: '7', name: 'Corner', currency: 'EUR', clickParameter: null, hasSecret: false, disabledAt: null, createdAt: '', version: 3 },
      prices: [{ action: 'VISIT', price: 10 } as const],
    };
    const { name, currency, clickParameter, prices } = row;
    expect(saveInputOf(draftOf(row), row)).toEqual({ id: '7', version: 3, disabled: false, name, currency, clickParameter, prices });
  });
});

describe('problems of a file as CSV', () => {
  it('is quoted, and holds no formula', () => {
    const problems = [{ row: 3, field: 'url', message: '=cmd "x"' }];
    expect(problemsCsv(problems)).toBe('row,field,message\r\n3,"url","\'=cmd ""x"""\r\n');
  });
});
