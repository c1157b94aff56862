import { ASK_AFTER_SECONDS, asksNow, never, notNow, played, REST_MS, readGate, UNASKED, writeGate } from '../../client/player/watch/gate';

const visitor = { isSignedIn: false, hasAccounts: true };
const watched = played(UNASKED, ASK_AFTER_SECONDS);

describe('the gate', () => {
  it('asks an anonymous person who has watched for a minute, and not before', () => {
    expect(asksNow(played(UNASKED, ASK_AFTER_SECONDS - 1), visitor, 0)).toBe(false);
    expect(asksNow(watched, visitor, 0)).toBe(true);
  });

  it('asks nobody who is signed in, and nobody where there are no accounts', () => {
    expect(asksNow(watched, { ...visitor, isSignedIn: true }, 0)).toBe(false);
    expect(asksNow(watched, { ...visitor, hasAccounts: false }, 0)).toBe(false);
  });

  it('takes "not now" for thirty days, and then only after another minute', () => {
    const later = played(notNow(1_000), ASK_AFTER_SECONDS);
    expect(asksNow(later, visitor, 1_000 + REST_MS - 1)).toBe(false);
    expect(asksNow(later, visitor, 1_000 + REST_MS)).toBe(true);
    expect(asksNow(notNow(1_000), visitor, 1_000 + REST_MS)).toBe(false);
  });

  it('takes "never" for good, also after it was kept and read again', () => {
    const kept = readGate(writeGate(played(never(), 10 * ASK_AFTER_SECONDS)));
    expect(asksNow(kept, visitor, Number.MAX_SAFE_INTEGER)).toBe(false);
  });

  it('counts what cannot be read as never asked', () => {
    for (const text of [null, '', 'gibberish', '{"playedSeconds":"x","notBeforeMs":{}}', '[]']) expect(readGate(text)).toEqual(UNASKED);
  });
});
