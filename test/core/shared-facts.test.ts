import { type Described, sharedFacts } from '../../core/shared-facts';
import { type Credit, CreditRole } from '../../core/title';

const credit = (name: string, role = CreditRole.ACTOR): Credit => ({ role, name, character: null, position: 0 });
const title = (given: Partial<Described>): Described => ({ genres: [], tags: [], credits: [], ...given });
const tags = (relevances: Readonly<Record<string, number>>) => Object.entries(relevances).map(([tag, relevance]) => ({ tag, relevance }));

describe('what two titles share', () => {
  it('is nothing where they have nothing in common', () => {
    const one = title({ genres: ['Drama'], tags: tags({ sad: 1 }), credits: [credit('Ann')] });
    const other = title({ genres: ['Comedy'], tags: tags({ funny: 1 }), credits: [credit('Bob')] });
    expect(sharedFacts(one, other)).toEqual({ genres: [], tags: [], people: [] });
    expect(sharedFacts(title({}), title({}))).toEqual({ genres: [], tags: [], people: [] });
  });

  it('is told in the words and the order of the first, whatever the case of the other', () => {
    const one = title({ genres: ['Sci-Fi', 'Drama', 'War'], credits: [credit('Zoë'), credit('Ann')] });
    const other = title({ genres: ['war', 'SCI-FI'], credits: [credit('ann'), credit('ZOË')] });
    expect(sharedFacts(one, other)).toEqual({ genres: ['Sci-Fi', 'War'], tags: [], people: ['Zoë', 'Ann'] });
  });

  it('holds the five tags that fit both best', () => {
    const one = title({ tags: tags({ a: 1, b: 0.9, c: 0.8, d: 0.7, e: 0.6, f: 0.5, only: 1 }) });
    const other = title({ tags: tags({ A: 0.1, b: 1, c: 1, d: 1, e: 1, f: 1, another: 1 }) });
    expect(sharedFacts(one, other).tags).toEqual(['b', 'c', 'd', 'e', 'f']);
    expect(sharedFacts(title({ tags: tags({ y: 0, x: 0 }) }), title({ tags: tags({ x: 0, y: 0 }) })).tags).toEqual(['x', 'y']);
  });

  it('names a person once, whatever they did for either', () => {
    const one = title({ credits: [credit('Ann', CreditRole.DIRECTOR), credit('Ann'), credit('Bob')] });
    const other = title({ credits: [credit('Bob', CreditRole.CREATOR), credit('Ann')] });
    expect(sharedFacts(one, other).people).toEqual(['Ann', 'Bob']);
  });

  it('is as much, whichever of them is asked', () => {
    const one = title({ genres: ['A', 'B'], tags: tags({ x: 0.2, y: 0.9 }), credits: [credit('Ann'), credit('Bob')] });
    const other = title({ genres: ['B', 'A', 'C'], tags: tags({ y: 0.1, x: 0.8 }), credits: [credit('Bob'), credit('Ann')] });
    const [there, back] = [sharedFacts(one, other), sharedFacts(other, one)];
    expect(there.tags).toEqual(back.tags);
    expect([there.genres, there.people]).toEqual([[...back.genres].reverse(), [...back.people].reverse()]);
  });
});
