import type { Logger } from 'pino';
import { TagSource } from '../../core/blend/blend';
import { type FactorRows, type KnownTags, tagMap, writeMappedTags } from '../../core/blend/tag-map';
import { lengthOf, measuredVectors, relevanceByte, type TagVectors } from '../../core/blend/tag-vectors';
import { genresOf } from '../../core/columns';
import { MOST_TAGS, openTags } from '../../core/kernel/tags';
import { ROWS_A_STEP, type Steps } from '../../core/steps';
import type { Db } from '../../store/database';
import { commonTags, genomeTags, relevancesOf, titleGenomes } from '../../store/genome';
import { loadKernel } from './kernel-file';
import type { LocalState } from './state';
import { unhurried } from './unhurried';

/** The catalogue by tags. */
export interface TagSpace {
  readonly source: TagSource;
  /** Genres first where the source is ATTRIBUTES. */
  readonly tags: readonly string[];
  readonly vectors: TagVectors;
  /** The row of `vectors` of each catalogue row; -1: it has none. */
  readonly placeOf: Int32Array;
}

/** The tag spaces of one process: read when a blend asks for the first time, and again after what they are made of has changed. */
export interface TagSpaces {
  of(state: LocalState): Promise<TagSpace>;
  /** A genome was imported, or notices may have been lost. */
  forget(): void;
}

/** Genres and so many tags make the vectors where there is no genome. */
const COMMON_TAGS = 200;

/** A genome as it was read: a row per title of it, whatever the catalogue does. */
interface Genome {
  readonly tags: readonly string[];
  readonly vectors: TagVectors;
  readonly titleIds: readonly number[];
}

/** Makes the tag spaces of one process. */
export function createTagSpaces({ db, log }: { db: Db; log: Logger }): TagSpaces {
  let genome: Promise<Genome | null> | null = null;
  let spaces = new WeakMap<LocalState, Promise<TagSpace>>();

  async function make(state: LocalState): Promise<TagSpace> {
    genome ??= readGenome(db);
    const read = await genome;
    if (read !== null) return aligned(read, state);
    const began = performance.now();
    const tags = await commonTags(db, COMMON_TAGS);
    const space = await unhurried(fromAttributes(state, tags, await relevancesOf(db, tags)));
    log.debug({ ms: Math.round(performance.now() - began), tags: space.tags.length }, 'Made tag vectors from attributes.');
    return space;
  }

  return {
    of(state) {
      const known = spaces.get(state);
      if (known !== undefined) return known;
      const making = make(state);
      spaces.set(state, making);
      making.catch(() => {
        spaces.delete(state);
        genome = null;
      });
      return making;
    },
    forget() {
      genome = null;
      spaces = new WeakMap();
    },
  };
}

async function readGenome(db: Db): Promise<Genome | null> {
  const tags = await genomeTags(db);
  if (tags.length === 0) return null;
  const titles: { readonly titleId: number; readonly relevances: Buffer }[] = [];
  for await (const page of titleGenomes(db)) for (const title of page) titles.push(title);
  const kernel = openTags(loadKernel().module, { rows: titles.length, width: tags.length });
  const has = new Uint8Array(titles.length);
  for (const [row, { relevances }] of titles.entries()) {
    if (relevances.length !== tags.length) continue;
    kernel.values.set(relevances, row * kernel.stride);
    has[row] = 1;
  }
  return { tags, vectors: await unhurried(measuredVectors(kernel, has)), titleIds: titles.map(({ titleId }) => titleId) };
}

function aligned({ tags, vectors, titleIds }: Genome, { columns }: LocalState): TagSpace {
  const placeOf = new Int32Array(columns.size).fill(-1);
  for (const own of [true, false])
    for (const [place, titleId] of titleIds.entries()) {
      const row = columns.rowOf.get(titleId);
      const standIn = row === undefined ? undefined : columns.listedAs[row];
      // What was merged lends its vector to the one that stands for it, if that has none of its own.
      if (standIn !== undefined && (row === standIn) === own && placeOf[standIn] === -1 && vectors.has[place] === 1)
        placeOf[standIn] = place;
    }
  return { source: TagSource.GENOME, tags, vectors, placeOf };
}

interface Relevance {
  readonly titleId: number;
  readonly place: number;
  readonly relevance: number;
}

/** With less than this, what the factors suggest is noise: a title of which nothing else is known has no vector. */
const LEAST_SUGGESTED = 0.3;

/**
 * Vectors of genres (all or nothing), of the commonest tags as people gave them, and of the same tags as the factors suggest them, each of
 * length 1. A genome says something of every tag for every title; here most places are empty, so that by plain distance the titles of which
 * least is known would be nearest to every taste. A title with none of the three has no vector.
 */
function* fromAttributes(state: LocalState, common: readonly string[], relevances: readonly Relevance[]): Steps<TagSpace> {
  const { columns, known } = state;
  const genres = columns.genreNames.names.slice(0, MOST_TAGS - common.length);
  const tags = [...genres, ...common];
  const told = yield* knownTags(state, relevances);
  const factors = factorsOf(state);
  const learnt = factors === null ? null : yield* tagMap(factors, new Map([...told].filter(([row]) => known[row] === 1)), common.length);
  const kernel = openTags(loadKernel().module, { rows: columns.size, width: tags.length });
  const has = new Uint8Array(columns.size);
  const suggested = new Float64Array(common.length);
  const found = new Float64Array(tags.length);
  // A step of predicting costs k x tags a row, fifty times what other work on a row does.
  const rowsAStep = Math.ceil(ROWS_A_STEP / 50);
  for (let row = 0; row < columns.size; row++) {
    if (row % rowsAStep === 0) yield;
    const own = told.get(row);
    let isTold = own !== undefined;
    found.fill(0);
    for (const genre of genresOf(columns, row)) {
      if (genre >= genres.length) continue;
      found[genre] = 1;
      isTold = true;
    }
    const mapped = factors !== null && learnt !== null && known[row] === 1;
    if (mapped) writeMappedTags(learnt, factors, row, suggested);
    for (let tag = 0; tag < common.length; tag++)
      found[genres.length + tag] = Math.max(own?.get(tag) ?? 0, mapped ? (suggested[tag] as number) : 0);
    const length = lengthOf(found);
    if (length < (isTold ? Number.MIN_VALUE : LEAST_SUGGESTED)) continue;
    const at = row * kernel.stride;
    for (let tag = 0; tag < found.length; tag++) kernel.values[at + tag] = relevanceByte((found[tag] as number) / length);
    has[row] = 1;
  }
  const placeOf = Int32Array.from(has, (one, row) => (one === 1 ? row : -1));
  return { source: TagSource.ATTRIBUTES, tags, vectors: yield* measuredVectors(kernel, has), placeOf };
}

function* knownTags({ columns }: LocalState, relevances: readonly Relevance[]): Steps<KnownTags> {
  const known = new Map<number, Map<number, number>>();
  for (const [at, { titleId, place, relevance }] of relevances.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    const row = columns.rowOf.get(titleId);
    if (row === undefined) continue;
    const standIn = columns.listedAs[row] as number;
    const tags = known.get(standIn) ?? new Map<number, number>();
    known.set(standIn, tags.set(place, Math.max(relevance, tags.get(place) ?? 0)));
  }
  return known;
}

function factorsOf({ side }: LocalState): FactorRows | null {
  return side === null ? null : { vectors: side.kernel.vectors, stride: side.kernel.stride, k: side.settings.k };
}
