import fc from 'fast-check';
import { createBallotBox, type Outcome, type Vote } from '../../client/player/blend/ballot-box';
import { withVotes } from '../../client/player/blend/counted';
import type { LiveBlendFragment } from '../../client/player/generated/documents';

/** A server that answers when it is told to. */
function aServer() {
  const calls: { titleId: string; vote: Vote; answer: (outcome: Outcome) => Promise<void> }[] = [];
  const votes = new Map<string, Vote>();
  const send = (titleId: string, vote: Vote): Promise<Outcome> =>
    new Promise((resolve) => {
      const answer = async (outcome: Outcome): Promise<void> => {
        if (outcome === 'kept') votes.set(titleId, vote);
        resolve(outcome);
        for (let turn = 0; turn < 5; turn++) await null;
      };
      calls.push({ titleId, vote, answer });
    });
  return { calls, votes, send };
}

function aBox(server: ReturnType<typeof aServer>, text: string | null = null) {
  const paper = { text };
  const outcomes: Outcome[] = [];
  const box = createBallotBox({
    send: server.send,
    kept: {
      read: () => paper.text,
      write: (next) => {
        paper.text = next;
      },
    },
    onChange() {},
    onOutcome: (outcome) => void outcomes.push(outcome),
  });
  return { box, paper, outcomes };
}

describe('the ballot box of a blend', () => {
  it('counts a vote at once, keeps it on paper until it has arrived, and lets go of it when the blend came anew', async () => {
    const server = aServer();
    const { box, paper } = aBox(server);
    box.put('7', 'UP');
    expect([...box.waiting()]).toEqual([['7', 'UP']]);
    expect(paper.text).toBe('[["7","UP"]]');
    await server.calls[0]?.answer('kept');
    expect(paper.text).toBeNull();
    expect(box.hasUnsent()).toBe(false);
    expect(box.waiting().get('7')).toBe('UP');
    box.seen();
    expect(box.waiting().size).toBe(0);
  });

  it('sends the newest of a title after the one that is on its way, and holds it while an older answer comes', async () => {
    const server = aServer();
    const { box } = aBox(server);
    box.put('7', 'UP');
    box.put('7', null);
    await server.calls[0]?.answer('kept');
    box.seen();
    expect(box.waiting().get('7')).toBeNull();
    expect(server.calls.map(({ vote }) => vote)).toEqual(['UP', null]);
    await server.calls[1]?.answer('kept');
    expect(server.votes.get('7')).toBeNull();
  });

  it('sends again what nobody answered, in its order, and what an earlier visit left; drops what was refused', async () => {
    const server = aServer();
    const { box, paper, outcomes } = aBox(server, '[["1","VETO"],["2","no vote"],[3,"UP"]]');
    box.put('2', 'DOWN');
    await server.calls[0]?.answer('failed');
    expect(box.hasUnsent()).toBe(true);
    box.wake();
    await server.calls[1]?.answer('refused');
    await server.calls[2]?.answer('kept');
    expect(server.calls.map(({ titleId, vote }) => [titleId, vote])).toEqual([
      ['1', 'VETO'],
      ['1', 'VETO'],
      ['2', 'DOWN'],
    ]);
    expect(outcomes).toEqual(['failed', 'refused', 'kept']);
    expect([box.waiting().has('1'), paper.text]).toEqual([false, null]);
    box.close();
  });

  it('is not thrown by any text that stands where its own should', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { box } = aBox(aServer(), text);
        for (const vote of box.waiting().values()) expect(['UP', 'DOWN', 'VETO', null]).toContain(vote);
        box.close();
      }),
    );
  });

  it('ends at the newest vote of every title, whatever fails on the way', async () => {
    const step = fc.oneof(
      fc.record({ titleId: fc.constantFrom('1', '2', '3'), vote: fc.constantFrom<Vote>('UP', 'DOWN', 'VETO', null) }),
      fc.constantFrom<Outcome>('kept', 'failed'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const server = aServer();
        const { box } = aBox(server);
        const wanted = new Map<string, Vote>();
        let answered = 0;
        const answer = async (outcome: Outcome): Promise<void> => {
          const call = server.calls[answered];
          if (call) answered += 1;
          await call?.answer(outcome);
        };
        for (const each of steps) {
          if (typeof each === 'string') await answer(each);
          else {
            wanted.set(each.titleId, each.vote);
            box.put(each.titleId, each.vote);
          }
        }
        while (box.hasUnsent()) {
          box.wake();
          await answer('kept');
        }
        box.close();
        expect(server.votes).toEqual(new Map([...server.votes.keys()].map((titleId) => [titleId, wanted.get(titleId)])));
        expect([...server.votes.keys()].sort()).toEqual([...wanted.keys()].sort());
      }),
    );
  });
});

describe('a blend with votes on their way', () => {
  const film = (id: string) => ({ id, name: `Film ${id}` });
  const blend = {
    titles: ['1', '2'].map((id) => ({ rank: Number(id), title: film(id) })),
    votes: [
      { userId: 'ann', vote: 'UP', title: film('1') },
      { userId: 'ben', vote: 'DOWN', title: film('1') },
    ],
  } as unknown as LiveBlendFragment;

  it('tells them in the place of what one said before, beside what others say, without what one vetoed', () => {
    const counted = withVotes(
      blend,
      'ann',
      new Map<string, Vote>([
        ['1', null],
        ['2', 'VETO'],
        ['9', 'UP'],
      ]),
    );
    expect(counted.votes).toEqual([
      { userId: 'ben', vote: 'DOWN', title: film('1') },
      { userId: 'ann', vote: 'VETO', title: film('2') },
    ]);
    expect(counted.titles.map(({ title }) => title.id)).toEqual(['1']);
    expect(withVotes(blend, 'ann', new Map())).toBe(blend);
  });
});
