import { GraphQLObjectType } from 'graphql';
import { buildKinographSchema } from '../../server/schema';
import { startApp, type TestApp } from '../support/app';
import { everyCaller, type Headers, ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { anEvent } from '../support/event';
import { ask, codesOf } from '../support/graphql';
import { openSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aUser } from '../support/user';

const fixture = withDatabase();
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;
let person: string;
let address = 0;

beforeAll(async () => {
  await aTitle(fixture.db);
  await aTitle(fixture.db);
  person = String(await aUser(fixture.db));
  app = await startApp(fixture.url, { JWT_ISSUERS: JSON.stringify([ISSUER]), TRUST_PROXY: 'true' });
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

const EVERYONE = 'nobody page session viewer events lists catalogue metrics key reader analyst editor admin shop';
const VIEWERS = 'session viewer';
const OPERATORS = 'reader analyst editor admin shop';
const PEOPLE = 'key reader analyst editor admin';
const LISTS = `lists ${PEOPLE}`;
const WRITERS = 'events key editor admin';
const CATALOGUE = 'catalogue key editor admin';
const ADMINS = 'key admin';
const MACHINE = 'metrics key reader analyst editor admin';
const RUNNERS = 'key analyst editor admin';
const NAMED = `userId: "$person"`;

/** Every root field, what is asked of it, and who gets past the door: a field that names a person stands here twice, without and with another's name. */
const TABLE: readonly (readonly [field: string, asked: string, allowed: string])[] = [
  ['Query.apiKeys', '{ apiKeys { totalCount } }', ADMINS],
  ['Query.audit', '{ audit { totalCount } }', 'key analyst admin'],
  ['Query.auditActors', '{ auditActors { name } }', 'key analyst admin'],
  ['Query.auditWords', '{ auditWords { actions } }', 'key analyst admin'],
  ['Query.blend', '{ blend(id: 999999) { id } }', `${VIEWERS} ${LISTS}`],
  ['Query.blend', `{ blend(id: 999999, ${NAMED}) { id } }`, LISTS],
  ['Query.blends', '{ blends { totalCount } }', `${VIEWERS} ${LISTS}`],
  ['Query.blends', `{ blends(${NAMED}) { totalCount } }`, LISTS],
  ['Query.changeSets', '{ changeSets { totalCount } }', `${CATALOGUE} reader analyst`],
  ['Query.duplicateTitles', '{ duplicateTitles { totalCount } }', `${CATALOGUE} reader analyst`],
  ['Query.demo', '{ demo { people { titles } } }', EVERYONE],
  ['Query.genome', '{ genome { titles tags } }', `${CATALOGUE} reader analyst`],
  ['Query.genres', '{ genres { genre titles } }', EVERYONE],
  ['Query.history', '{ history { totalCount } }', `${VIEWERS} ${PEOPLE}`],
  ['Query.history', `{ history(${NAMED}) { totalCount } }`, PEOPLE],
  ['Query.historyImport', '{ historyImport(id: 999999) { id } }', `${VIEWERS} ${PEOPLE}`],
  ['Query.historyImport', `{ historyImport(id: 999999, ${NAMED}) { id } }`, PEOPLE],
  ['Query.historyImports', '{ historyImports { totalCount } }', `${VIEWERS} ${PEOPLE}`],
  ['Query.historyImports', `{ historyImports(${NAMED}) { totalCount } }`, PEOPLE],
  ['Query.hiddenFromBlends', '{ hiddenFromBlends { totalCount } }', `${VIEWERS} ${PEOPLE}`],
  ['Query.hiddenFromBlends', `{ hiddenFromBlends(${NAMED}) { totalCount } }`, PEOPLE],
  ['Query.inspect', '{ inspect(input: { first: 1 }) { version } }', PEOPLE],
  ['Query.import', '{ import(id: 999999) { id } }', CATALOGUE],
  ['Query.imports', '{ imports { totalCount } }', CATALOGUE],
  ['Query.jobs', '{ jobs { totalCount } }', MACHINE],
  ['Query.job', '{ job(id: 1) { id } }', MACHINE],
  ['Query.schedules', '{ schedules { name } }', MACHINE],
  ['Query.crontab', '{ crontab(line: "* * * * *") { words } }', MACHINE],
  ['Query.models', '{ models { id } }', MACHINE],
  ['Query.model', '{ model(id: 1) { id } }', MACHINE],
  ['Query.modelMap', '{ modelMap(modelId: 1) { titles } }', MACHINE],
  ['Query.compareModels', '{ compareModels(id: 1, otherId: 2) { warnings } }', MACHINE],
  ['Query.trainingOptions', '{ trainingOptions { defaults } }', MACHINE],
  ['Query.operator', '{ operator { id } }', EVERYONE],
  ['Query.operators', '{ operators { totalCount } }', ADMINS],
  ['Query.operatorSessions', '{ operatorSessions { id } }', OPERATORS],
  ['Query.operatorSessions', '{ operatorSessions(operatorId: 999999) { id } }', ADMINS],
  ['Query.placements', '{ placements { name } }', EVERYONE],
  ['Query.metrics', '{ metrics { countedUntil } }', MACHINE],
  ['Query.alertWebhook', '{ alertWebhook { url } }', ADMINS],
  ['Query.popular', '{ popular { id } }', EVERYONE],
  ['Query.recommendations', '{ recommendations { version } }', `${VIEWERS} ${LISTS}`],
  ['Query.recommendations', `{ recommendations(input: { ${NAMED} }) { version } }`, LISTS],
  ['Query.rerank', '{ rerank(input: { titleIds: [1] }) { version } }', `${VIEWERS} ${LISTS}`],
  ['Query.rerank', `{ rerank(input: { titleIds: [1], ${NAMED} }) { version } }`, LISTS],
  ['Query.title', '{ title(id: 1) { id nextEpisode { id } } }', EVERYONE],
  ['Query.titles', '{ titles { totalCount } }', EVERYONE],
  ['Query.titles', '{ titles(filter: { states: [HIDDEN] }) { totalCount } }', `${CATALOGUE} reader analyst`],
  ['Query.titles', '{ titles(filter: { missing: [TAGS] }) { totalCount } }', `${CATALOGUE} reader analyst`],
  ['Query.titles', '{ titles(filter: { availableNow: false }) { totalCount } }', `${CATALOGUE} reader analyst`],
  ['Query.titles', '{ titles(filter: { externalIdSource: "imdb" }) { totalCount } }', `${CATALOGUE} reader analyst`],
  ['Query.trending', '{ trending { id } }', EVERYONE],
  ['Query.erasure', '{ erasure(id: 999999) { state } }', ADMINS],
  ['Query.erasures', '{ erasures { totalCount } }', ADMINS],
  ['Query.userSources', '{ userSources }', PEOPLE],
  ['Query.user', '{ user(id: "$person") { stats { plays } events { nodes { id } } served { nodes { servedAt } } } }', PEOPLE],
  ['Query.user', '{ user(id: "$person") { externalId } }', PEOPLE],
  ['Query.users', '{ users { totalCount } }', PEOPLE],
  ['Query.viewer', '{ viewer { id } }', EVERYONE],
  ['Mutation.createApiKey', 'mutation { createApiKey(input: { kind: SERVER, name: "" }) { secret } }', ADMINS],
  ['Mutation.revokeApiKey', 'mutation { revokeApiKey(id: 999999) { key { id } } }', ADMINS],
  ['Mutation.previewImport', 'mutation { previewImport(input: { uploadIds: [] }) { userErrors { code } } }', CATALOGUE],
  ['Mutation.importCatalogue', 'mutation { importCatalogue(input: { uploadIds: [], mapping: [] }) { userErrors { code } } }', CATALOGUE],
  ['Mutation.undoImport', 'mutation { undoImport(id: 999999) { userErrors { code } } }', CATALOGUE],
  ['Mutation.discardImport', 'mutation { discardImport(id: 999999) { discarded } }', CATALOGUE],
  ['Mutation.exportImportProblems', 'mutation { exportImportProblems(importId: 999999) { userErrors { code } } }', CATALOGUE],
  ['Mutation.createUpload', 'mutation { createUpload(input: { purpose: CATALOGUE, name: "", bytes: 1 }) { url } }', CATALOGUE],
  [
    'Mutation.createUpload',
    'mutation { createUpload(input: { purpose: HISTORY, name: "", bytes: 1 }) { url userErrors { code } } }',
    `${VIEWERS} ${WRITERS}`,
  ],
  ['Mutation.importHistory', 'mutation { importHistory(input: { uploadId: 999999 }) { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.importHistory', `mutation { importHistory(input: { uploadId: 999999, ${NAMED} }) { userErrors { code } } }`, WRITERS],
  [
    'Mutation.answerHistoryImport',
    'mutation { answerHistoryImport(input: { id: 999999 }) { userErrors { code } } }',
    `${VIEWERS} ${WRITERS}`,
  ],
  ['Mutation.answerHistoryImport', `mutation { answerHistoryImport(input: { id: 999999, ${NAMED} }) { userErrors { code } } }`, WRITERS],
  [
    'Mutation.correctRow',
    'mutation { correctRow(input: { importId: 999999, number: 1 }) { userErrors { code } } }',
    `${VIEWERS} ${WRITERS}`,
  ],
  ['Mutation.correctRow', `mutation { correctRow(input: { importId: 999999, number: 1, ${NAMED} }) { userErrors { code } } }`, WRITERS],
  ['Mutation.leaveOutRows', 'mutation { leaveOutRows(input: { importId: 999999 }) { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.leaveOutRows', `mutation { leaveOutRows(input: { importId: 999999, ${NAMED} }) { userErrors { code } } }`, WRITERS],
  ['Mutation.sampleHistory', 'mutation { sampleHistory { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.sampleHistory', `mutation { sampleHistory(${NAMED}) { userErrors { code } } }`, WRITERS],
  ['Mutation.deleteHistoryImport', 'mutation { deleteHistoryImport(id: 999999) { deleted } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.deleteHistoryImport', `mutation { deleteHistoryImport(id: 999999, ${NAMED}) { deleted } }`, WRITERS],
  ['Mutation.createOperator', 'mutation { createOperator(input: { email: "", role: READER }) { operator { id } } }', ADMINS],
  ['Mutation.saveOperator', 'mutation { saveOperator(input: { id: 999999, version: 1 }) { operator { id } } }', ADMINS],
  ['Mutation.createResetLink', 'mutation { createResetLink(operatorId: 999999) { link { url } } }', ADMINS],
  ['Mutation.resetPassword', 'mutation { resetPassword(token: "x", password: "x") { email } }', EVERYONE],
  ['Mutation.changePassword', 'mutation { changePassword(current: "x", next: "x") { sessionsEnded } }', OPERATORS],
  ['Mutation.endSessions', 'mutation { endSessions(keepThis: true) { sessionsEnded } }', OPERATORS],
  ['Mutation.endSessions', 'mutation { endSessions(operatorId: 999999) { sessionsEnded } }', ADMINS],
  ['Mutation.signIn', 'mutation { signIn(email: "$address@b.example", password: "x") { operator { id } } }', ''],
  ['Mutation.startSession', 'mutation { startSession { token } }', 'nobody page session viewer events lists catalogue metrics key admin'],
  ['Mutation.demoSignIn', 'mutation { demoSignIn(userId: "movielens:1") { token } }', ''],
  ['Mutation.demoSignUp', 'mutation { demoSignUp(input: { email: "$address@b.example", password: "x" }) { token } }', ''],
  ['Mutation.demoRefresh', 'mutation { demoRefresh { token } }', ''],
  [
    'Mutation.trackEvents',
    'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }',
    `${VIEWERS} ${WRITERS}`,
  ],
  ['Mutation.deleteEvents', 'mutation { deleteEvents(ids: ["x"]) { deleted } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.deleteEvents', `mutation { deleteEvents(ids: ["x"], ${NAMED}) { deleted } }`, WRITERS],
  ['Mutation.deleteHistory', 'mutation { deleteHistory(input: { all: true }) { deleted } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.deleteHistory', `mutation { deleteHistory(input: { all: true, ${NAMED} }) { deleted } }`, WRITERS],
  ['Mutation.setPreferences', 'mutation { setPreferences(input: {}) { user { id } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.setPreferences', `mutation { setPreferences(input: { ${NAMED} }) { user { id } } }`, WRITERS],
  ['Mutation.mergeUsers', 'mutation { mergeUsers(fromId: "app:a", intoId: "$person") { user { id } } }', WRITERS],
  ['Mutation.exportUser', `mutation { exportUser(${NAMED}) { download { url } } }`, 'key analyst admin'],
  ['Mutation.exportErasure', 'mutation { exportErasure(id: 999999) { download { url } } }', ADMINS],
  ['Mutation.forgetUser', 'mutation { forgetUser(userId: "$person", confirm: "app:nobody") { erasure { id } } }', ADMINS],
  ['Mutation.createBlend', 'mutation { createBlend(input: { power: 3 }) { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.createBlend', `mutation { createBlend(input: { power: 3, ${NAMED} }) { userErrors { code } } }`, WRITERS],
  ['Mutation.inviteToBlend', 'mutation { inviteToBlend(id: 999999) { token } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.joinBlend', 'mutation { joinBlend(token: "x") { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.leaveBlend', 'mutation { leaveBlend(id: 999999) { left } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.voteInBlend', 'mutation { voteInBlend(id: 999999, titleId: 1, vote: UP) { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.agreeInBlend', 'mutation { agreeInBlend(id: 999999, agrees: true) { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.saveBlend', 'mutation { saveBlend(input: { id: 999999, version: 1 }) { userErrors { code } } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.hideFromBlends', 'mutation { hideFromBlends(input: {}) { changed } }', `${VIEWERS} ${WRITERS}`],
  ['Mutation.hideFromBlends', `mutation { hideFromBlends(input: { ${NAMED} }) { changed } }`, WRITERS],
  ['Mutation.importGenome', 'mutation { importGenome(input: { scoresUploadId: 999999, tagsUploadId: 999999 }) { job { id } } }', CATALOGUE],
  ['Mutation.saveTitle', 'mutation { saveTitle(input: { name: "" }) { title { id } } }', CATALOGUE],
  ['Mutation.removeTitles', 'mutation { removeTitles(ids: []) { removed } }', CATALOGUE],
  ['Mutation.revertTitle', 'mutation { revertTitle(input: { auditId: 999999, version: 1 }) { title { id } } }', CATALOGUE],
  ['Mutation.changeTitles', 'mutation { changeTitles(input: { ids: [], change: {}, dryRun: true }) { count } }', CATALOGUE],
  ['Mutation.undoChangeSet', 'mutation { undoChangeSet(id: 999999) { restored } }', CATALOGUE],
  ['Mutation.keepTitlesApart', 'mutation { keepTitlesApart(titleId: 999999, otherId: 999999) { apart } }', CATALOGUE],
  ['Mutation.exportTitles', 'mutation { exportTitles { download { url } } }', `${CATALOGUE} analyst`],
  ['Mutation.mergeTitles', 'mutation { mergeTitles(fromId: 1, intoId: 1) { title { id } } }', CATALOGUE],
  ['Mutation.unmergeTitles', 'mutation { unmergeTitles(fromId: 1) { title { id } } }', CATALOGUE],
  ['Mutation.savePlacement', 'mutation { savePlacement(input: { name: "" }) { placement { name } } }', CATALOGUE],
  ['Mutation.removePlacement', 'mutation { removePlacement(name: "x", version: 1) { removed } }', CATALOGUE],
  [
    'Mutation.exportAudit',
    'mutation { exportAudit(filter: { since: "2026-01-02T00:00:00Z", until: "2026-01-01T00:00:00Z" }) { download { url } } }',
    'key analyst admin',
  ],
  ['Mutation.exportMetrics', 'mutation { exportMetrics { download { url } } }', 'key analyst admin'],
  ['Mutation.saveAlertWebhook', 'mutation { saveAlertWebhook(input: { url: "" }) { secret } }', ADMINS],
  ['Mutation.startJob', 'mutation { startJob(name: "import-titles") { job { id } userErrors { code } } }', RUNNERS],
  ['Mutation.cancelJob', 'mutation { cancelJob(id: 999999) { job { id } } }', RUNNERS],
  ['Mutation.rerunJob', 'mutation { rerunJob(id: 999999) { job { id } } }', RUNNERS],
  ['Mutation.saveSchedule', 'mutation { saveSchedule(input: { name: "none", enabled: false, version: 0 }) { schedule { name } } }', ADMINS],
  ['Mutation.retryJob', 'mutation { retryJob(id: 999999) { job { id } } }', RUNNERS],
  ['Mutation.promoteModel', 'mutation { promoteModel(id: 999999) { model { id } } }', ADMINS],
  ['Mutation.rollbackModel', 'mutation { rollbackModel { model { id } } }', ADMINS],
  ['Subscription.recommendationsChanged', 'subscription { recommendationsChanged { version } }', `${VIEWERS} ${LISTS}`],
  ['Subscription.recommendationsChanged', `subscription { recommendationsChanged(input: { ${NAMED} }) { version } }`, LISTS],
  ['Subscription.jobProgress', 'subscription { jobProgress(id: 999999) { id } }', MACHINE],
  ['Subscription.jobsChanged', 'subscription { jobsChanged { waiting } }', MACHINE],
  ['Subscription.metricsChanged', 'subscription { metricsChanged { countedUntil } }', MACHINE],
  ['Subscription.eventStream', 'subscription { eventStream { skipped } }', 'reader analyst editor admin'],
  ['Subscription.blendChanged', 'subscription { blendChanged(id: 999999) { id } }', `${VIEWERS} ${LISTS}`],
  // Last, because it does what it says.
  ['Mutation.signOut', 'mutation { signOut { signedOut } }', OPERATORS],
];

/** Codes that say "not you"; anything else got past the door. */
const CLOSED = ['UNAUTHENTICATED', 'FORBIDDEN'];

async function refusal(asked: string, headers: Headers): Promise<unknown> {
  address += 1;
  const query = asked.replace('$person', person).replace('$address', String(address));
  // An address of its own each, so that no bound on tries stands between.
  const from = { ...headers, 'x-forwarded-for': `10.0.${address >> 8}.${address & 255}` };
  if (query.startsWith('subscription')) return refusalOfSocket(query, from);
  const codes = codesOf(await ask(app.url, query, { headers: from, variables: { events: [anEvent({ titleId: 'none:1' })] } }));
  return codes.find((code) => CLOSED.includes(String(code)));
}

async function refusalOfSocket(query: string, headers: Headers): Promise<unknown> {
  const socket = await openSocket(app.url, { headers, params: headers });
  socket.subscribe('1', query);
  const { payload } = await until('it is answered', () => socket.messages.find(({ id }) => id === '1'));
  socket.close();
  const [error] = Array.isArray(payload) ? payload : ((payload as { errors?: { extensions?: { code?: string } }[] }).errors ?? []);
  return CLOSED.find((code) => code === error?.extensions?.code);
}

describe('who may', () => {
  it.each(TABLE)('%s: %s', async (_field, asked, allowed) => {
    const names = Object.keys(callers);
    const passed: string[] = [];
    for (const name of names) if ((await refusal(asked, callers[name] ?? {})) === undefined) passed.push(name);
    expect(passed).toEqual(names.filter((name) => allowed.split(' ').includes(name)));
  });

  it('knows every field at the root of the schema', () => {
    const roots = ['Query', 'Mutation', 'Subscription'].flatMap((name) => {
      const type = buildKinographSchema().getType(name);
      return type instanceof GraphQLObjectType ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    });
    expect([...new Set(TABLE.map(([field]) => field))].sort()).toEqual(roots.sort());
  });

  it('tells a caller without a credential to bring one, and others that theirs does not do', async () => {
    const asked = '{ users { totalCount } }';
    expect(await refusal(asked, callers.nobody ?? {})).toBe('UNAUTHENTICATED');
    expect(await refusal(asked, callers.viewer ?? {})).toBe('FORBIDDEN');
    expect(await refusal(asked, callers.lists ?? {})).toBe('FORBIDDEN');
  });
});
