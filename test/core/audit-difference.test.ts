import { fieldChanges, fieldText, valueText } from '../../admin/audit/difference';
import { actionText, actorText } from '../../admin/audit/words';

describe('a change in the audit', () => {
  it('is told by the fields that it touched, without the version, which always grows', () => {
    const before = { name: 'Heat', year: 1995, genres: ['Crime'], version: 1, updatedAt: 'then' };
    const after = { name: 'Heat', year: 1996, genres: ['Crime', 'Drama'], version: 2, updatedAt: 'now' };
    expect(fieldChanges(before, after)).toEqual([
      { field: 'year', before: 1995, after: 1996 },
      { field: 'genres', before: ['Crime'], after: ['Crime', 'Drama'] },
    ]);
  });

  it('of what was made or removed tells every field, and of what is no object the value', () => {
    expect(fieldChanges(null, { name: 'Heat', year: null })).toEqual([{ field: 'name', before: undefined, after: 'Heat' }]);
    expect(fieldChanges({ name: 'Heat' }, null)).toEqual([{ field: 'name', before: 'Heat', after: undefined }]);
    expect(fieldChanges('old', ['new'])).toEqual([{ field: 'value', before: 'old', after: ['new'] }]);
    expect(fieldChanges(null, null)).toEqual([]);
    expect(fieldChanges({ name: null }, {})).toEqual([]);
  });

  it('is read in words', () => {
    expect([true, false, '', [], null, undefined].map(valueText)).toEqual(['yes', 'no', 'nothing', 'nothing', 'nothing', 'nothing']);
    expect(valueText(['a', 1, { b: 2 }])).toBe('a, 1, {"b":2}');
    expect(valueText('2026-01-02T03:04:05.678Z')).toMatch(/2026/);
    expect(valueText('2026-01-02T03:04:05.678Z')).not.toContain('Z');
    expect(fieldText('maxTitleSeconds')).toBe('max title seconds');
    expect([actionText('apiKey.revoke'), actionText('some.thing')]).toEqual(['revoked a key', 'some.thing']);
    expect(actorText({ actor: 'system', actorName: null })).toBe('Kinograph');
    expect(actorText({ actor: 'key:7', actorName: null })).toBe('key:7');
  });
});
