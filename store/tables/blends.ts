import { EntitySchema } from 'typeorm';
import type { Ballot } from '../../core/blend/ballot';
import type { Blend, BlendMember } from '../../core/blend/blend';
import type { Block } from '../../core/block';
import { bigint, bytes, defaulting, double, identity, integer, key, now, nullable, text, texts, time } from './columns';

export const BLENDS = new EntitySchema<Blend>({
  name: 'blends',
  columns: {
    id: identity,
    name: nullable(text),
    strategy: text,
    taste: text,
    power: double,
    kinds: defaulting(texts, "'{}'"),
    seconds: nullable(integer),
    certificate: nullable(text),
    rewatch: defaulting({ type: 'boolean' }, 'false'),
    version: defaulting(integer, 1),
    createdAt: now,
  },
});

export const BLEND_MEMBERS = new EntitySchema<BlendMember & { readonly blendId: number }>({
  name: 'blend_members',
  columns: { blendId: key(bigint), userId: key(bigint), joinedAt: now, agrees: defaulting({ type: 'boolean' }, 'false') },
  indices: [{ name: 'blend_members_user', columns: ['userId', 'blendId'] }],
});

export const BLEND_VOTES = new EntitySchema<Ballot & { readonly blendId: number; readonly at: Date }>({
  name: 'blend_votes',
  columns: { blendId: key(bigint), userId: key(bigint), titleId: key(bigint), vote: text, at: now },
  indices: [{ name: 'blend_votes_user', columns: ['userId'] }],
});

/** A link to join by: of its token only the hash is kept. */
interface Invitation {
  readonly hash: string;
  readonly blendId: number;
  readonly userId: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const BLEND_INVITATIONS = new EntitySchema<Invitation>({
  name: 'blend_invitations',
  columns: { hash: key(text), blendId: bigint, userId: bigint, createdAt: now, expiresAt: time },
  indices: [
    { name: 'blend_invitations_blend', columns: ['blendId'] },
    { name: 'blend_invitations_user', columns: ['userId'] },
  ],
});

/** What each byte of a title's genome is of. */
export const GENOME_TAGS = new EntitySchema<{ readonly place: number; readonly tag: string }>({
  name: 'genome_tags',
  columns: { place: key(integer), tag: text },
});

/** How much each tag says of a title, 0 to 255. */
export const TITLE_GENOMES = new EntitySchema<{ readonly titleId: number; readonly relevances: Buffer }>({
  name: 'title_genomes',
  columns: { titleId: key(bigint), relevances: bytes },
});

/** What no list may hold: a title by its id, or a genre or tag in lower case. */
export const BLOCKS = new EntitySchema<Block>({
  name: 'blocks',
  columns: { kind: key(text), value: key(text), actor: text, at: now, reason: nullable(text) },
});

/** What a person lets no blend know of. */
export const HIDDEN_TITLES = new EntitySchema<{ readonly userId: number; readonly titleId: number }>({
  name: 'hidden_titles',
  columns: { userId: key(bigint), titleId: key(bigint) },
});
