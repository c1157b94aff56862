/** Known verbs of the audit as they are said; an unknown one is said as it stands. */
const SAID: Readonly<Record<string, string>> = {
  'operator.signIn': 'signed in',
  'operator.signOut': 'signed out',
  'operator.create': 'added an operator',
  'operator.save': 'changed an operator',
  'operator.resetLink': 'made a link for a password',
  'operator.resetPassword': 'chose a password by a link',
  'operator.changePassword': 'changed their password',
  'operator.endSessions': 'signed out everywhere',
  'apiKey.create': 'made a key',
  'apiKey.revoke': 'revoked a key',
  'accessKey.create': 'made an access key',
  'accessKey.revoke': 'revoked an access key',
  'filter.save': 'saved a filter',
  'filter.remove': 'took out a filter',
  'placement.save': 'saved a placement',
  'mood.save': 'saved a mood',
  'scenes.save': 'described scenes of a title',
  'mood.remove': 'took out a mood',
  'placement.remove': 'took out a placement',
  'shop.create': 'added a shop',
  'shop.save': 'changed a shop',
  'shop.secret': 'made a secret for a shop',
  'offers.send': 'sent a file of offers',
  'offers.import': 'had the offers of a file taken',
  'title.save': 'saved a title',
  'title.remove': 'took out a title',
  'title.merge': 'merged a title',
  'title.unmerge': 'took a merge back',
  'title.change': 'changed many titles',
  'title.import': 'imported a title',
  'title.revert': 'took a change back',
  'import.start': 'started an import',
  'import.undo': 'undid an import',
  'import.discard': 'discarded an import',
  'user.merge': 'merged people',
  'user.forget': 'had somebody forgotten',
  'user.describe': 'changed what somebody told of themselves',
  'history.delete': 'deleted somebody’s history',
  'schedule.save': 'changed a schedule',
  'outbox.retry': 'had refused events tried again',
  'model.promote': 'let a model serve',
  'model.rollback': 'went back to a model',
  'job.start': 'started a job',
  'job.cancel': 'cancelled a job',
  'job.retry': 'started a job again',
};

/** What was done, in words. */
export function actionText(action: string): string {
  return SAID[action] ?? action;
}

/** Who did it, in words. */
export function actorText({ actor, actorName }: { readonly actor: string; readonly actorName: string | null }): string {
  if (actor === 'system') return 'Kinograph';
  return actorName ?? actor;
}

/** Where in the console a thing is, by its kind: a place and what stands before the id. */
const PLACES: Readonly<Record<string, string>> = {
  title: 'titles',
  operator: 'operators',
  placement: 'placements',
  mood: 'moods',
  shop: 'shops',
  model: 'models',
  job: 'jobs',
  user: 'people',
};

/** The place of a kind of thing, or null where it has no page of its own. */
export function placeOf(entity: string): string | null {
  return PLACES[entity] ?? null;
}
