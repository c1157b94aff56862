import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { LOG_SERIALIZERS } from '../../core/fault';

describe('a statement that failed', () => {
  it.each(['err', 'error'])('stands in the log as %s without what it was about to write', (name) => {
    const lines: string[] = [];
    const log = pino({ serializers: LOG_SERIALIZERS }, { write: (line: string) => void lines.push(line) });
    const driver = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(ann@example.com) exists.' });
    log.error({ [name]: new QueryFailedError('insert into operators values ($1)', ['hunter2'], driver) }, 'It failed.');
    expect(lines.join()).toContain('duplicate key');
    expect(lines.join()).toContain('23505');
    expect(lines.join()).not.toMatch(/hunter2|ann@example|insert into/);
  });
});
