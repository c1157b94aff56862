import { ErrorCode } from '../../core/errors';
import { checkDescription } from '../../core/preferences';
import type { Profile } from '../../core/profile';

describe('a profile', () => {
  it('holds whatever a person likes to tell, or nothing', () => {
    const whole = {
      gender: 'x',
      maritalStatus: 'it is complicated',
      country: 'Финляндия',
      state: 'Uusimaa',
      city: '😀'.repeat(100),
      birthYear: 1984,
    };
    expect(() => checkDescription({ profile: whole })).not.toThrow();
    expect(() => checkDescription({ profile: {} })).not.toThrow();
    expect(() => checkDescription({ profile: null })).not.toThrow();
  });

  it.each<[keyof Profile, Profile]>([
    ['gender', { gender: '' }],
    ['maritalStatus', { maritalStatus: 'm'.repeat(201) }],
    ['country', { country: 'Fin\u0000land' }],
    ['state', { state: '\ud800' }],
    ['city', { city: '' }],
    ['birthYear', { birthYear: 1879 }],
    ['birthYear', { birthYear: 2101 }],
    ['birthYear', { birthYear: 1984.5 }],
    ['birthYear', { birthYear: Number.NaN }],
  ])('is refused where its %s cannot be: %j', (field, profile) => {
    const refusal = { code: ErrorCode.BAD_INPUT, field: `input.profile.${field}`, expected: expect.any(String) };
    expect(() => checkDescription({ profile })).toThrow(expect.objectContaining(refusal));
  });
});
