import { ConfigError, readConfig } from '../../core/config';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.faults : [String(error)];
  }
};

describe('readConfig', () => {
  it('needs nothing on a fresh machine', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: null,
      production: false,
      introspection: true,
      graphiql: true,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('reports every fault at once, naming setting and expectation', () => {
    const faults = faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', GRAPHIQL: 'maybe', DATABASE_URL: 'mysql://x', JWT_ISSUERS: '[{}]' });
    expect(faults.join('\n')).toMatch(/PORT must be a whole number from 0 to 65535; it is "70000"[\s\S]*LOG_LEVEL must be one of/);
    expect(faults.length).toBeGreaterThanOrEqual(7);
  });

  it.each([[{ NODE_ENV: 'production' }], [{ HOST: '0.0.0.0' }], [{ DATABASE_URL: 'postgres://u:p@db:5432/kinograph' }]])(
    'asks for secrets and hides the schema in production: %j',
    (env) => {
      expect(faultsOf(env as Record<string, string>)).toEqual([
        expect.stringContaining('SESSION_SECRET'),
        expect.stringContaining('ADDRESS_SECRET'),
      ]);
      const config = readConfig({ ...env, SESSION_SECRET: 's'.repeat(32), ADDRESS_SECRET: 'a'.repeat(32) });
      expect(config).toMatchObject({ production: true, introspection: false, graphiql: false });
    },
  );

  it('reads when to train, and refuses what is no crontab line', () => {
    expect(readConfig({}).trainSchedule).toBeNull();
    for (const line of ['0 3 * * *', '*/15 0-6,12 1,15 * 1-5']) expect(readConfig({ TRAIN_SCHEDULE: line }).trainSchedule).toBe(line);
    expect(faultsOf({ TRAIN_SCHEDULE: 'daily' })).toEqual([
      'TRAIN_SCHEDULE must have five fields (minute, hour, day, month, day of the week), like "0 3 * * *"; it is "daily".',
    ]);
    for (const [line, field] of Object.entries({
      '60 3 * * *': 'minutes from 0 to 59',
      '0 3-1 * * *': 'hours',
      '0 3 0 * *': 'days of the month',
      '0 3 * */0 *': 'months',
      '0 3 * * MON': 'days of the week',
    }))
      expect(faultsOf({ TRAIN_SCHEDULE: line }).join()).toContain(field);
  });

  it('reads which queue and topic events come and go by, and refuses what names none', () => {
    const named = {
      SQS_INTAKE_URL: 'https://sqs.eu-west-1.amazonaws.com/123456789012/in',
      SQS_DEAD_LETTER_URL: 'http://localhost:4566/000000000000/dead',
      SNS_EVENTS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:events.fifo',
    };
    const [intakeQueueUrl, deadLetterUrl, eventsTopicArn] = Object.values(named);
    expect(readConfig(named).aws).toMatchObject({ intakeQueueUrl, deadLetterUrl, eventsTopicArn });
    expect(readConfig({}).aws).toMatchObject({ intakeQueueUrl: null, deadLetterUrl: null, eventsTopicArn: null });
    const faults = faultsOf({ SQS_INTAKE_URL: 'in', SQS_DEAD_LETTER_URL: 'arn:aws:sqs:a:1:b', SNS_EVENTS_TOPIC_ARN: 'https://sns' });
    expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual(Object.keys(named));
  });

  it('never repeats a secret', () => {
    expect(faultsOf({ SESSION_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
    expect(faultsOf({ DATABASE_URL: 'http://u:hunter2@db/x' }).join()).not.toContain('hunter2');
  });

  it('fixes the algorithms of an issuer, and never mixes shared secrets with public keys', () => {
    const issuer = { issuer: 'https://id.example', audience: 'kinograph' };
    const read = (more: object) => readConfig({ JWT_ISSUERS: JSON.stringify([{ ...issuer, ...more }]) }).issuers;
    expect(read({ secret: 's'.repeat(32) })).toMatchObject([{ algorithms: ['HS256'], source: 'app' }]);
    expect(read({ jwksUrl: 'https://id.example/keys', source: 'staff' })).toMatchObject([{ algorithms: ['RS256'], source: 'staff' }]);
    expect(() => read({ secret: 's'.repeat(32), algorithms: ['RS256'] })).toThrow(/algorithms must be chosen from HS256/);
    expect(() => read({ secret: 's'.repeat(32), algorithms: ['none'] })).toThrow(/algorithms/);
    expect(() => read({ secret: 's'.repeat(32), jwksUrl: 'https://id.example/keys' })).toThrow(/either a secret or a jwksUrl/);
  });
});
