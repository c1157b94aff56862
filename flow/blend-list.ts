import type { Ballot } from '../core/blend/ballot';
import { type Blend, type BlendMember, goesByTags, type TagSource } from '../core/blend/blend';
import { givesWay, shownSatisfaction } from '../core/blend/satisfaction';
import { isSeen } from '../core/confidence';
import type { Notice } from '../core/notice';
import { type Reason, ReasonCode } from '../core/recommendation';
import type { Person } from '../engine/engine';
import { blendFor } from '../engine/local/blend';
import { personalReasons } from '../engine/local/blend-reasons';
import type { LocalState } from '../engine/local/state';
import { createTagSpaces, type TagSpace } from '../engine/local/tag-space';
import { ballotsOf, blendById, membersOfBlend } from '../store/blends';
import type { Db } from '../store/database';
import { hiddenTitles } from '../store/hidden-titles';
import type { Recommender } from './recommend';

/** A title of a blend, and how it suits whom. */
export interface BlendedTitle {
  readonly titleId: number;
  readonly rank: number;
  /** 0 to 1, by member; null where nothing is known of their taste. */
  readonly satisfactions: readonly { readonly userId: number; readonly value: number | null }[];
  /** Whom it suits least, where it suits others better; null where it suits all about alike. */
  readonly givesWayId: number | null;
}

/** What a member's past says, in numbers. */
export interface BlendedMember extends BlendMember {
  /** How many titles their taste was read from; 0: nothing is known of it. */
  readonly titles: number;
  /** Watched, but not to be scored. */
  readonly unscoredIds: readonly number[];
}

/** Why a title is in a blend: by the past of `userId`, or by nobody's in particular. */
export interface BlendReason {
  readonly userId: number | null;
  readonly reason: Reason;
}

/** A blend as it is now. */
export interface BlendAnswer {
  readonly blend: Blend;
  readonly members: readonly BlendedMember[];
  readonly titles: readonly BlendedTitle[];
  readonly ballots: readonly Ballot[];
  /** Null where tags played no part. */
  readonly tagSource: TagSource | null;
  readonly byTaste: boolean;
  /** Titles that fit all rules, but could not be scored. */
  readonly unscored: number;
  /** Titles that all of them have seen. */
  readonly shared: number;
  /** Whether everyone lets reasons name what they watched. */
  readonly allAgree: boolean;
  /** Reasons for one reader, null for who is not in it: they name what this one watched, and what others did only where all agree. */
  explain(titleId: number, readerId: number | null): readonly BlendReason[];
}

/** Makes blends of the pasts that people have at that moment; nothing of them is kept. */
export interface Blender {
  /** Null where there is no such blend, or nobody is in it any more. */
  blend(id: number): Promise<BlendAnswer | null>;
  /** Begins what a first blend would wait for (a second and more in the demo): for whoever is about to want one. */
  prepare(): void;
  onNotice(notice: Notice): void;
  /** After notices may have been lost. */
  onReconnect(): void;
}

/** As many as a page shows. */
export const MOST_BLENDED = 100;

/** Makes the blends of this process. */
export function createBlender(db: Db, recommender: Recommender): Blender {
  const { log, clock, local } = recommender;
  const spaces = createTagSpaces({ db, log });

  // Hidden titles are left out before anything is computed, as if they had never been met: nothing of the list depends on them.
  async function peopleOf(members: readonly BlendMember[]): Promise<{ readonly userId: number; readonly person: Person }[]> {
    const hidden = await hiddenTitles(
      db,
      members.map(({ userId }) => userId),
    );
    return Promise.all(
      members.map(async ({ userId }) => {
        const filter = { withoutHistoryOf: hidden.get(userId) ?? [] };
        const { asked } = await recommender.prepare({ userId, placement: null, filter });
        return { userId, person: asked.person };
      }),
    );
  }

  return {
    async blend(id) {
      const [blend, members, ballots] = await Promise.all([blendById(db, id), membersOfBlend(db, id), ballotsOf(db, id)]);
      if (blend === null || members.length === 0) return null;
      const people = await peopleOf(members);
      const state = local.state();
      const tags = goesByTags(blend) ? await spaces.of(state) : null;
      const now = clock();
      const list = await blendFor(state, tags, { people, settings: blend, ballots, now, count: MOST_BLENDED });
      const titles = list.places.map(({ titleId, satisfactions }, at) => titleOf(members, { titleId, satisfactions, rank: at + 1 }));
      const allAgree = members.every(({ agrees }) => agrees);
      const explaining = { blend, state, tags, now, people, allAgree };
      return {
        blend,
        members: members.map((member, at) => ({ ...member, titles: 0, unscoredIds: [], ...list.members[at] })),
        titles,
        ballots,
        tagSource: tags?.source ?? null,
        byTaste: list.byTaste,
        unscored: list.unscored,
        shared: sharedTitles(state, people),
        allAgree,
        explain: (titleId, readerId) => explain(explaining, titles, { titleId, readerId }),
      };
    },
    prepare() {
      spaces.of(local.state()).catch((error) => log.warn({ err: error }, 'Could not make tag vectors ahead; the first blend tries again.'));
    },
    onNotice(notice) {
      if (notice.topic === 'titles' && notice.ids === null) spaces.forget();
    },
    onReconnect: spaces.forget,
  };
}

function titleOf(
  members: readonly BlendMember[],
  { titleId, satisfactions, rank }: { titleId: number; satisfactions: readonly (number | null)[]; rank: number },
): BlendedTitle {
  const shown = members.map(({ userId }, at) => {
    const value = satisfactions[at] ?? null;
    return { userId, value: value === null ? null : shownSatisfaction(value) };
  });
  const known = shown.filter((each): each is { userId: number; value: number } => each.value !== null);
  const least = givesWay(known.map(({ value }) => value));
  return { titleId, rank, satisfactions: shown, givesWayId: least === null ? null : (known[least]?.userId ?? null) };
}

interface Explaining {
  readonly blend: Blend;
  readonly state: LocalState;
  readonly tags: TagSpace | null;
  readonly now: Date;
  readonly people: readonly { readonly userId: number; readonly person: Person }[];
  readonly allAgree: boolean;
}

const COMPROMISE: Reason = { code: ReasonCode.GROUP_COMPROMISE, titleId: null, genre: null, contribution: null };

function explain(
  { blend, state, tags, now, people, allAgree }: Explaining,
  titles: readonly BlendedTitle[],
  { titleId, readerId }: { readonly titleId: number; readonly readerId: number | null },
): readonly BlendReason[] {
  const named = people.filter(({ userId }) => userId === readerId || (allAgree && readerId !== null));
  const own = named.flatMap(({ userId, person }) =>
    personalReasons(state, tags, { person, titleId, settings: blend, now }).map((reason) => ({ userId, reason })),
  );
  const suits = titles.find((title) => title.titleId === titleId)?.satisfactions.filter(({ value }) => value !== null) ?? [];
  return suits.length > 1 ? [...own, { userId: null, reason: COMPROMISE }] : own;
}

function sharedTitles({ columns }: LocalState, people: Explaining['people']): number {
  const seenBy = new Map<number, number>();
  for (const { person } of people) {
    const rows = new Set(person.interactions.filter(isSeen).flatMap(({ titleId }) => columns.rowOf.get(titleId) ?? []));
    for (const row of new Set([...rows].map((row) => columns.listedAs[row] as number))) seenBy.set(row, (seenBy.get(row) ?? 0) + 1);
  }
  return [...seenBy.values()].filter((by) => by === people.length).length;
}
