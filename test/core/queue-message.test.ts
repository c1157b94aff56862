import { QUEUE_OWNER, readMessage } from '../../core/aws/queue-message';
import { topicBatches, topicEntry } from '../../core/aws/topic-entry';
import { EventType } from '../../core/event';
import { nextTry, type OutboxEvent, outgoingId } from '../../core/outbox';

const here = 'this installation';
const read = (body: unknown, id = 'm') => readMessage({ id, body: typeof body === 'string' ? body : JSON.stringify(body) }, here);
const envelope = (Message: unknown) => ({ Type: 'Notification', MessageId: 'sns', TopicArn: 'arn:aws:sns:eu-west-1:1:t', Message });

describe('a message of a queue', () => {
  it('is one event or a list, each with its id or one made from the message', () => {
    expect(read({ id: 'a', type: 'CLICK' })).toEqual({ events: [{ owner: QUEUE_OWNER, event: { id: 'a', type: 'CLICK' } }] });
    expect(read({ type: 'CLICK' })).toEqual({ events: [{ owner: QUEUE_OWNER, event: { id: 'm', type: 'CLICK' } }] });
    const list = read([{ type: 'CLICK' }, { id: 'b' }, 7]);
    expect('events' in list && list.events.map(({ event }) => event)).toEqual([{ id: 'm:0', type: 'CLICK' }, { id: 'b' }, 7]);
  });

  it('is read out of the envelope of SNS, whose id is the same in every queue of the topic', () => {
    const event = { owner: QUEUE_OWNER, event: { id: 'sns', type: 'LIKE' } };
    expect(read(envelope(JSON.stringify({ type: 'LIKE' })))).toEqual({ events: [event] });
    expect(read(envelope(JSON.stringify({ type: 'LIKE' })), 'another')).toEqual({ events: [event] });
  });

  it('keeps the owner and the id of an event that this Kinograph has published itself', () => {
    const event = { id: 'outside', installation: here, row: { owner: 17, id: 'mine', userId: 17 } };
    expect(read(event)).toEqual({ events: [{ owner: 17, event: { ...event, id: 'mine' } }] });
    const strange = { ...event, installation: 'another' };
    expect(read(strange)).toEqual({ events: [{ owner: QUEUE_OWNER, event: strange }] });
    const forged = { ...event, row: { owner: 'x', id: 1 } };
    expect(read(forged)).toEqual({ events: [{ owner: QUEUE_OWNER, event: forged }] });
  });

  it('is refused whole when it is no JSON, empty, too long or too large, and the reason repeats none of it', () => {
    const refusals = ['secret', envelope('secret'), [], Array(1001).fill({}), `"${'x'.repeat(1024 * 1024)}"`].map((body) => read(body));
    expect(refusals).toEqual(Array(5).fill({ refused: expect.stringMatching(/^Expected/) }));
    expect(JSON.stringify(refusals)).not.toMatch(/secret|xxx/);
    expect(read('[[[['.repeat(50_000))).toEqual({ refused: expect.any(String) });
  });
});

const body = (given: Partial<OutboxEvent> = {}): OutboxEvent => ({
  id: 'e',
  type: EventType.CLICK,
  occurredAt: '2026-01-01T00:00:00Z',
  userId: 'app:a:b',
  titleId: '1',
  row: { owner: 1, id: 'e', userId: 5, titleId: 1 },
  ...given,
});

describe('an event for a topic', () => {
  it('says what subscriptions filter by, and in FIFO topics stands in line with that person alone', () => {
    const entry = topicEntry({ id: 9, attempts: 1, body: body() }, here);
    expect(entry).toMatchObject({ id: 9, attributes: { type: 'CLICK', source: 'app', installation: here }, group: '5' });
    expect(JSON.parse(entry.message)).toEqual({ ...body(), installation: here });
    expect(entry.deduplication).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('travels with nine others at most, and with 256 kB in all', () => {
    const sized = (length: number, id: number) => topicEntry({ id, attempts: 1, body: body({ titleIds: ['x'.repeat(length)] }) }, here);
    const sizes = (lengths: readonly number[]) => topicBatches(lengths.map(sized)).map((batch) => batch.length);
    expect(sizes(Array(23).fill(10))).toEqual([10, 10, 3]);
    expect(sizes([100_000, 100_000, 100_000, 300_000, 1])).toEqual([2, 1, 1, 1]);
    expect(sizes([])).toEqual([]);
  });

  it('has an id that is unique outside: a UUID as it is, any other by whose it is', () => {
    const uuid = '0F8FAD5B-D9CB-469F-A165-70867728950E';
    expect(outgoingId({ id: uuid, owner: 1 })).toBe(uuid);
    expect(outgoingId({ id: '1', owner: 1 })).not.toBe(outgoingId({ id: '1', owner: 2 }));
    expect(outgoingId({ id: '1', owner: 1 })).toBe(outgoingId({ id: '1', owner: 1 }));
  });

  it('is tried again after a second, then two, and never later than a minute', () => {
    const now = new Date(0);
    expect([1, 2, 3, 7, 50].map((attempts) => nextTry(now, attempts).getTime())).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  });
});
