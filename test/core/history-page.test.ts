import fc from 'fast-check';
import { readAs, written } from '../../client/player/history/dates';
import { answerOf } from '../../client/player/history/send-bytes';

describe('a date that may be read in two ways', () => {
  it('is shown as each way reads it, in the language of the page', () => {
    expect(written(['03/04/2021', '5.6.21'], 'DAY_FIRST', 'en-GB')).toEqual(['3 April 2021', '5 June 2021']);
    expect(written(['03/04/2021', '5.6.21'], 'MONTH_FIRST', 'en-US')).toEqual(['March 4, 2021', 'May 6, 2021']);
    expect(written(['2021-03-04'], 'MONTH_FIRST', 'en-GB')).toEqual(['4 March 2021']);
  });

  it('is left out where there is no such day, and never breaks the page', () => {
    expect(written(['31/02/2021', 'yesterday', ''], 'DAY_FIRST', 'en')).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (sample) => Array.isArray(written([sample], 'DAY_FIRST', 'en'))));
  });

  it('is the same day again once it is written by the same order', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (time) => {
        const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
        const midnight = new Date(Date.UTC(year, month - 1, day));
        expect(readAs(`${day}/${month}/${year}`, 'DAY_FIRST')).toEqual(midnight);
        expect(readAs(`${month}.${day}.${year}`, 'MONTH_FIRST')).toEqual(midnight);
      }),
    );
  });
});

describe('the answer to a file that was sent', () => {
  const fault = (code: string, field?: string): string => JSON.stringify({ errors: [{ extensions: { code, field } }] });

  it('tells a file that is refused from an address that is used up and from a line that broke', () => {
    expect(answerOf(200, '{"id":"1"}')).toEqual({ end: 'taken' });
    expect(answerOf(400, fault('BAD_INPUT', 'type'))).toEqual({ end: 'refused', field: 'type' });
    expect(answerOf(413, fault('TOO_LARGE'))).toEqual({ end: 'refused', field: null });
    expect(answerOf(409, fault('CONFLICT', 'token'))).toEqual({ end: 'used' });
    expect(answerOf(503, fault('INTERNAL'))).toEqual({ end: 'lost' });
    expect(answerOf(502, '<html>')).toEqual({ end: 'lost' });
  });
});
