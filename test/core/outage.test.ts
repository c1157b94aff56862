import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { badInput } from '../../core/errors';
import { expectedOf } from '../../server/expected';
import { outageOf } from '../../server/outage';

function failed(code: string | undefined, message = 'failed'): Error {
  const error = Object.assign(new DatabaseError(message, message.length, 'error'), { code });
  return new QueryFailedError('select secret', ['a secret'], error);
}

describe('an outage of the database', () => {
  it.each([
    failed('57P01', 'terminating connection due to administrator command'),
    failed('57P03', 'the database system is starting up'),
    failed('08006'),
    failed(undefined, 'Connection terminated unexpectedly'),
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
  ])('is told as one that passes: %s', (error) => {
    const told = outageOf(error);
    expect(told).toMatchObject({ code: 'UNAVAILABLE' });
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it.each([failed('23505'), failed('42P01'), badInput('name', 'No.', 'a name'), new Error('Connection of two thoughts'), 'text'])(
    'is not what else goes wrong: %s',
    (error) => expect(outageOf(error)).toBeNull(),
  );
});

describe('a text that PostgreSQL cannot hold', () => {
  it.each([failed('22021', 'invalid byte sequence for encoding "UTF8": 0x00'), failed('22P05', 'unsupported Unicode escape sequence')])(
    'is bad input and no fault of ours: %s',
    (error) => {
      const told = expectedOf(error);
      expect(told).toMatchObject({ code: 'BAD_INPUT', expected: 'text without NUL' });
      expect(JSON.stringify(told)).not.toContain('secret');
    },
  );

  it('leaves what was expected anyway as it is, and faults as faults', () => {
    const bad = badInput('name', 'No.', 'a name');
    expect(expectedOf(bad)).toBe(bad);
    expect(expectedOf(failed('57P01'))).toMatchObject({ code: 'UNAVAILABLE' });
    expect(expectedOf(failed('23505'))).toBeNull();
  });
});
