import { registerEnumType } from 'type-graphql';
import { ApiKeyKind } from '../core/api-key';
import { ApiKeyState } from '../core/api-key-state';
import { AttentionCode, Severity } from '../core/attention';
import { Role, Scope } from '../core/caller';
import { ChangeSetKind } from '../core/change-set';
import { DuplicateReason } from '../core/duplicate';
import { ErrorCode } from '../core/errors';
import { EventStatus, EventType } from '../core/event';
import { Opinion } from '../core/interaction';
import { JobLogLevel, JobState } from '../core/job';
import { LikeModelState } from '../core/like-model';
import { MetricsBucket, MetricsPeriod } from '../core/metrics-window';
import { Difference } from '../core/model-comparison';
import { GateOutcome } from '../core/model-report';
import { CauseKind } from '../core/notice';
import { EngineName, ReasonCode } from '../core/recommendation';
import { Right } from '../core/rights';
import { TasteCardReason } from '../core/taste-card';
import { CreditRole, TitleKind, TitleState } from '../core/title';
import { TitleGap, TitleSortBy } from '../core/title-filter';
import { WatchClass } from '../core/watch-class';

/** GraphQL forbids colons in names, so a scope `events:write` is EVENTS_WRITE there. */
export const SCOPES: Readonly<Record<keyof typeof Scope, Scope>> = Scope;

type Descriptions<E extends object> = { readonly [name in keyof E]: string };

/** Registers an enum with a description of each of its values. */
export function named<E extends object>(enumeration: E, name: string, description: string, values: Descriptions<E>): void {
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(values as Record<string, string>).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(enumeration, { name, description, valuesConfig: valuesConfig as never });
}

named(TitleKind, 'TitleKind', 'What a title is.', {
  MOVIE: 'A film.',
  SHOW: 'A series; lists name the show, never its episodes.',
  EPISODE: 'One episode of a show; events go to the episode.',
  BOOK: 'A book, measured in pages.',
  TRACK: 'A piece of music.',
  VIDEO: 'A clip or any other video.',
});
named(TitleState, 'TitleState', 'Where a title may appear.', {
  LISTED: 'In lists, searches and histories.',
  HIDDEN: 'Kept in the past of whoever watched it, absent from every list.',
  REMOVED: 'Taken out by an operator: also absent from searches.',
  MERGED: 'Another row of the same work stands for it.',
});
named(TitleSortBy, 'TitleSortBy', 'What titles are sorted by.', {
  RELEVANCE: 'Closest to the search text first; without one, the most rated first.',
  NAME: 'By name.',
  YEAR: 'By year; unknown years stand before all others.',
  UPDATED: 'By the time of the last change.',
  ID: 'In the order in which they were added.',
});
named(TitleGap, 'TitleGap', 'What a title may lack.', {
  POSTER: 'A picture; a drawn one stands in.',
  LENGTH: 'Seconds or pages.',
  GENRES: 'Genres.',
  TAGS: 'Tags.',
});
named(ChangeSetKind, 'ChangeSetKind', 'What changed many titles.', {
  BULK: 'One change to many titles.',
  IMPORT: 'An import.',
  UNDO: 'The undoing of another.',
});
named(DuplicateReason, 'DuplicateReason', 'Why two titles may be one work.', {
  NAME: 'They bear the same name, and their years are at most one apart.',
  EXTERNAL_ID: 'They have the same id, with letters in it, in two catalogues.',
});
named(CreditRole, 'CreditRole', 'What a person did for a title.', {
  ACTOR: 'Played a part.',
  DIRECTOR: 'Directed it.',
  CREATOR: 'Created the show.',
  AUTHOR: 'Wrote the book.',
  ARTIST: 'Performed the track.',
});
named(EventType, 'EventType', 'What happened.', {
  CLICK: 'The title was opened.',
  WATCH_INTERVAL: 'The seconds from `fromSeconds` to `toSeconds` were played, at any speed, without a seek between.',
  COMPLETED: 'One whole play or read, told without seconds, as a history export tells it.',
  RATING: 'A rating: `value` from 0.5 to 5.',
  LIKE: 'The title was liked.',
  DISLIKE: 'The title was disliked: it is never listed again for this person.',
  DONT_KNOW: 'The person does not know the title: no opinion.',
  IMPRESSION: 'The titles of `titleIds` were seen on screen.',
});
named(EventStatus, 'EventStatus', 'What became of an event.', {
  ACCEPTED: 'Stored for good.',
  DUPLICATE: 'Stored before under the same id: nothing was done.',
  REJECTED: 'Not stored; `code`, `field` and `message` say why.',
});
named(TasteCardReason, 'TasteCardReason', 'Why a title is put before a person.', {
  LEARNS: 'Its answer tells the model most of their taste.',
  KNOWN: 'Many people know it; no model ranks its kind.',
});
named(LikeModelState, 'LikeModelState', 'Where the model of likes of a kind of title stands.', {
  UNTRAINED: 'Too little was liked to learn from.',
  TRAINED: 'It says how likely somebody likes a title.',
});
named(Opinion, 'Opinion', 'What a person said of a title.', { LIKE: 'Liked it.', DISLIKE: 'Disliked it.' });
named(WatchClass, 'WatchClass', 'How much of a title was covered.', {
  WATCHED: 'At least half of it.',
  CLICKED: 'Some of it, but less than half.',
});
named(EngineName, 'EngineName', 'What computed a list.', {
  LOCAL: 'Implicit ALS inside Kinograph.',
  PERSONALIZE: 'Amazon Personalize.',
  SPARK: 'A model trained on Apache Spark, served by Kinograph.',
});
named(ReasonCode, 'ReasonCode', 'Why a title stands in a list.', {
  BECAUSE_WATCHED: 'A title of the person’s own past speaks for it most.',
  SIMILAR_USERS: 'People with a similar past liked it.',
  SIMILAR_TITLE: 'It resembles the title named.',
  TRENDING: 'Many people watch it now.',
  POPULAR: 'Many people liked it.',
  MOOD_MATCH: 'It fits the mood.',
  FITS_TIME: 'It fits the free time.',
  LIKED_GENRE: 'It is of a genre that the person likes.',
  GROUP_COMPROMISE: 'It suits everyone in the group.',
  EDITORIAL: 'An operator chose it.',
  EXPLORATION: 'Shown to learn about it.',
  FALLBACK: 'Nothing better is known yet: any title that may be shown.',
});
named(CauseKind, 'CauseKind', 'Why a list was sent.', {
  SUBSCRIBED: 'It was asked for, or it is the first one of a subscription.',
  EVENT: 'An event of the person changed it.',
  DELETED: 'Something of the person’s past was deleted.',
  PREFERENCES: 'The person’s preferences changed.',
  IMPORT: 'A history was imported, merged or rebuilt.',
  RESYNC: 'The connection was interrupted; this is the list as it is now.',
});
named(JobState, 'JobState', 'Where a job stands.', {
  QUEUED: 'Waiting for a worker.',
  RUNNING: 'At work.',
  SUCCEEDED: 'Done.',
  FAILED: 'Ended with an error.',
  CANCELLED: 'Stopped by an operator.',
});
named(JobLogLevel, 'JobLogLevel', 'How much a line of a log matters.', {
  INFO: 'It tells what happens.',
  WARN: 'Something to know of.',
  ERROR: 'Something failed.',
});
named(GateOutcome, 'GateOutcome', 'Whether a model may go live by itself.', {
  PASSED: 'It may.',
  HELD: 'It may not; an operator can have it all the same.',
});
named(Difference, 'MetricDifference', 'What the intervals of a metric say of two models.', {
  FIRST_HIGHER: 'The first is higher, and the intervals do not meet.',
  SECOND_HIGHER: 'The second is higher, and the intervals do not meet.',
  UNCLEAR: 'The intervals meet, or there are none.',
});
named(MetricsPeriod, 'MetricsPeriod', 'How much of the past numbers are of.', {
  DAY: 'This hour so far and the 23 before it, hour by hour.',
  WEEK: 'Today so far and the 6 days before it, day by day.',
  MONTH: 'Today so far and the 29 days before it, day by day.',
});
named(MetricsBucket, 'MetricsBucket', 'What one point of a chart stands for.', { HOUR: 'An hour.', DAY: 'A day.' });
named(Severity, 'Severity', 'How urgent something is.', {
  CRITICAL: 'Something is lost, or soon will be.',
  WARNING: 'Something is worse than it could be.',
});
named(AttentionCode, 'AttentionCode', 'What may need an operator.', {
  NO_MODEL: 'No model is live, though there is enough to learn from.',
  STALE_MODEL: 'The live model is old, or has not seen much of what is known now.',
  JOB_FAILED: 'The last run of some background work failed.',
  IMPORT_FAILED: 'The last import failed.',
  INTAKE_FALLEN: 'Far fewer events come in than in the same hours last week.',
  CLICK_THROUGH_FALLEN: 'Fewer of the titles seen are opened than a week before.',
  DISK_FILLING: 'The disk of the embedded database is filling.',
  UNKNOWN_TITLES: 'Many events name titles that the catalogue does not hold.',
  PARTITIONS_MISSING: 'Tables for the next days are missing.',
  NUMBERS_LATE: 'The roll-up has not counted for ten minutes.',
  WEBHOOK_FAILING: 'The alert webhook does not answer.',
  OUTBOX_STUCK: 'Accepted events are refused by a system that they are passed on to, or have waited for it too long.',
});
named(ApiKeyKind, 'ApiKeyKind', 'What a key may be used for.', {
  SERVER: 'A secret of a server, with scopes.',
  BROWSER: 'Names an application, bound to its origins; no secret.',
});
named(ApiKeyState, 'ApiKeyState', 'Whether a key may be used.', {
  ACTIVE: 'It may.',
  EXPIRED: 'Its time is over.',
  REVOKED: 'An operator ended it.',
});
named(SCOPES, 'Scope', 'What a server key may do.', {
  EVENTS_WRITE: 'Send events for anyone (`events:write`).',
  RECOMMENDATIONS_READ: 'Read recommendations and histories of anyone (`recommendations:read`).',
  CATALOGUE_WRITE: 'Change titles, moods, placements and shops (`catalogue:write`).',
  METRICS_READ: 'Read metrics and jobs (`metrics:read`).',
  SESSIONS_WRITE: 'Act as any of your own people, for an hour at a time, and keep chats (`sessions:write`).',
  ADMIN: 'Everything (`admin`).',
});
named(Role, 'Role', 'What an operator may do.', {
  READER: 'Reads: titles, people and their lists, metrics, models and jobs. Changes nothing.',
  ANALYST: 'Reads, exports, evaluates, starts trainings and other jobs, and reads who changed what.',
  EDITOR: 'Reads, changes titles, moods, placements and shops, imports, sends events for people, and starts jobs.',
  ADMIN: 'Everything: also keys, operators, which model serves, and erasing people.',
  SHOP: 'Sees and changes the offers of one shop, and sees what it owes.',
});
named(Right, 'Right', 'What a caller may be allowed to do.', {
  CATALOGUE_READ: 'Read titles, popular and trending lists, placements, posters.',
  CATALOGUE_READ_ALL: 'See titles that are hidden or removed.',
  SESSION_START: 'Begin an anonymous session.',
  OWN: 'Read and change what is one’s own.',
  SESSIONS_WRITE: 'Act as a customer’s own people, and keep what is said with them; for keys only.',
  EVENTS_WRITE: 'Send events for people named in them, and merge people.',
  RECOMMENDATIONS_READ: 'Ask for the lists of people named in the request.',
  USERS_READ: 'Look into people and their history.',
  CATALOGUE_WRITE: 'Change titles and moods.',
  PLACEMENTS_WRITE: 'Change placements.',
  METRICS_READ: 'Read metrics.',
  MODELS_READ: 'Read models.',
  JOBS_READ: 'Read jobs.',
  JOBS_RUN: 'Start, cancel and retry jobs.',
  JOBS_SCHEDULE: 'Decide when jobs run by themselves.',
  EXPORTS: 'Take data out: exports and evaluations.',
  AUDIT_READ: 'Read who changed what.',
  MODELS_PROMOTE: 'Decide which model serves.',
  KEYS_WRITE: 'Make and revoke keys.',
  OPERATORS_WRITE: 'Make and change operators.',
  USERS_ERASE: 'Forget a person for good.',
  OFFERS_WRITE: 'Change offers: a shop’s operator its own, others those of every shop.',
});
named(ErrorCode, 'ErrorCode', 'What went wrong.', {
  BAD_INPUT: 'A value is missing, malformed or out of range.',
  NOT_FOUND: 'There is no such row, or it is not the caller’s to see.',
  CONFLICT: 'The row was changed since it was read, or its state does not allow the change.',
  UNAUTHENTICATED: 'No credential, or one that is expired, revoked or wrong.',
  FORBIDDEN: 'The credential does not carry this right.',
  RATE_LIMITED: 'Too many requests, sockets or subscriptions; try again later.',
  TOO_LARGE: 'The request is larger, deeper or dearer than this server answers.',
  UNAVAILABLE: 'Something that the answer needs is not there right now.',
  BAD_DOCUMENT: 'The GraphQL document does not parse or does not fit the schema.',
  INTERNAL: 'A fault of the server; the message holds the id under which it was logged.',
});
