import { JOBS, jobsOn } from '../../jobs/list';

const scheduleOf = (kinds: typeof JOBS) => new Map(kinds.map(({ name, schedule }) => [name, schedule]));

describe('a schedule for training', () => {
  it('is off until an operator sets it, and changes no other job', () => {
    expect(scheduleOf(JOBS).get('train')).toBeNull();
    expect(scheduleOf(jobsOn({ trainSchedule: null }))).toEqual(scheduleOf(JOBS));
    const scheduled = scheduleOf(jobsOn({ trainSchedule: '0 3 * * *' }));
    expect(scheduled.get('train')).toBe('0 3 * * *');
    scheduled.delete('train');
    const others = scheduleOf(JOBS);
    others.delete('train');
    expect(scheduled).toEqual(others);
  });
});
