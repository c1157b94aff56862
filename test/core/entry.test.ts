import { faultsIn, faultsOf, placeAfter } from '../../client/player/account/entry';

const entry = { email: 'ann@example.test', password: 'eight888', name: '' };

describe('what somebody writes to sign in or up', () => {
  it('is judged field by field before anybody is asked', () => {
    expect(faultsOf(entry, true)).toEqual({});
    expect(faultsOf({ email: 'ann', password: 'short', name: 'x'.repeat(201) }, true)).toEqual({
      email: 'email',
      password: 'password',
      name: 'name',
    });
  });

  it('has a rule for a new password, and takes a known one as it is', () => {
    expect(faultsOf({ ...entry, password: 'old' }, false)).toEqual({});
    expect(faultsOf({ ...entry, password: '' }, false)).toEqual({ password: 'noPassword' });
    expect(faultsOf({ ...entry, password: 'x'.repeat(1_001) }, true)).toEqual({ password: 'password' });
  });

  it('stands at the field that a refusal names', () => {
    expect(faultsIn({ field: 'email', why: 'taken' })).toEqual({ email: 'taken' });
    expect(faultsIn({ field: 'password', why: 'malformed' })).toEqual({ password: 'password' });
    expect(faultsIn({ field: null, why: 'wrong' })).toEqual({});
  });

  it('leads on to places of this page alone', () => {
    expect(placeAfter('to=%2Fwatch%2F12')).toBe('/watch/12');
    for (const to of ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)', '']) {
      expect(placeAfter(`to=${encodeURIComponent(to)}`)).toBe('/');
    }
    expect(placeAfter('')).toBe('/');
  });
});
