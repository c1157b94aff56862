import 'reflect-metadata';
import '../schema/enums';
import '../schema/model-enums';
import '../schema/blend-enums';
import '../schema/history-enums';
import '../schema/import-enums';
import '../schema/personalize-enums';
import '../schema/shop-enums';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { withPlainResolvers } from './plain-resolvers';
import { AccessResolver } from './resolvers/access';
import { AccessKeyResolver } from './resolvers/access-key';
import { ApiKeyResolver } from './resolvers/api-key';
import { AttentionResolver } from './resolvers/attention';
import { AuditResolver } from './resolvers/audit';
import { BlendResolver } from './resolvers/blend';
import {
  BlendBallotResolver,
  BlendEdgesResolver,
  BlendMemberResolver,
  BlendReasonResolver,
  BlendTitleResolver,
} from './resolvers/blend-edges';
import { BlendInvitationResolver } from './resolvers/blend-invitation';
import { BlockResolver } from './resolvers/block';
import { ChangeSetResolver } from './resolvers/change-set';
import { ChatSessionResolver } from './resolvers/chat-session';
import { DemoResolver } from './resolvers/demo';
import { DuplicateResolver } from './resolvers/duplicate';
import { EngineResolver } from './resolvers/engine';
import { ErasureResolver } from './resolvers/erasure';
import { EventResolver } from './resolvers/event';
import { EventStreamResolver } from './resolvers/event-stream';
import { GenomeResolver } from './resolvers/genome';
import { HiddenResolver } from './resolvers/hidden';
import { HistoryResolver } from './resolvers/history';
import { HistoryImportResolver } from './resolvers/history-import';
import {
  HistoryCandidateResolver,
  HistoryGroupResolver,
  HistoryImportEdgesResolver,
  HistoryRowResolver,
} from './resolvers/history-import-edges';
import { ImportResolver } from './resolvers/import';
import { BingeResolver, PersonalInsightsResolver, PlayResolver, TitleInsightResolver } from './resolvers/insight-edges';
import { InsightsResolver, SharedInsightsResolver } from './resolvers/insights';
import {
  InspectedTitleResolver,
  InspectionResolver,
  ListMoveResolver,
  ReadTitleResolver,
  ScorePartResolver,
  TitleVerdictResolver,
  VarietyResolver,
} from './resolvers/inspection';
import { JobResolver } from './resolvers/job';
import { JobEdgesResolver } from './resolvers/job-edges';
import { LikeModelResolver, LikeResolver } from './resolvers/like';
import { ListResolver } from './resolvers/list';
import { MergedTitleResolver } from './resolvers/merged-title';
import { MetricsResolver } from './resolvers/metrics';
import { ModelResolver } from './resolvers/model';
import { ModelMapResolver } from './resolvers/model-map';
import { MoodResolver, MoodTitleResolver } from './resolvers/mood';
import { OfferResolver, ShopOfferResolver, TitleOfferResolver } from './resolvers/offer';
import { OperatorResolver } from './resolvers/operator';
import { OperatorAccessResolver } from './resolvers/operator-access';
import { OutboxResolver } from './resolvers/outbox';
import { LoggedEventResolver, PersonResolver, ShownPlaceResolver } from './resolvers/person';
import { PersonalityGroupResolver, PersonalityResolver, UserPersonalityResolver } from './resolvers/personality';
import { PersonalizeResolver } from './resolvers/personalize';
import { PlacementResolver } from './resolvers/placement';
import { CauseResolver, FitResolver, ReasonResolver, RecommendationResolver, RecommendedTitleResolver } from './resolvers/recommendation';
import { SavedFilterResolver } from './resolvers/saved-filter';
import { DescribedSceneResolver, FoundThemeResolver, SceneResolver, ThemeResolver, TitleSceneResolver } from './resolvers/scene';
import { SceneRecommendationResolver, SceneRecommendedResolver } from './resolvers/scene-recommendation';
import { ScheduleResolver } from './resolvers/schedule';
import { SessionResolver } from './resolvers/session';
import { ShopResolver } from './resolvers/shop';
import { ShopFeedResolver } from './resolvers/shop-feed';
import { ShopReportResolver } from './resolvers/shop-report';
import { SimilarTitleResolver } from './resolvers/similar';
import { TasteCardResolver } from './resolvers/taste-card';
import { TitleResolver } from './resolvers/title';
import { TitleChangeResolver } from './resolvers/title-change';
import { TitleExportResolver } from './resolvers/title-export';
import { UploadResolver } from './resolvers/upload';
import { UserResolver } from './resolvers/user';

/** type-graphql asks for one; our subscriptions bring their own sources, so that nothing passes through it. */
const NO_PUBSUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription needs a source of its own.');
  },
};

/** Builds the executable schema from every resolver; input is judged by core, not by decorators. */
export function buildKinographSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccessResolver,
      AccessKeyResolver,
      ApiKeyResolver,
      AttentionResolver,
      AuditResolver,
      BingeResolver,
      BlendBallotResolver,
      BlendEdgesResolver,
      BlendInvitationResolver,
      BlendMemberResolver,
      BlendReasonResolver,
      BlendResolver,
      BlendTitleResolver,
      BlockResolver,
      CauseResolver,
      ChangeSetResolver,
      ChatSessionResolver,
      DemoResolver,
      ErasureResolver,
      FitResolver,
      DuplicateResolver,
      EngineResolver,
      EventResolver,
      EventStreamResolver,
      GenomeResolver,
      HiddenResolver,
      HistoryCandidateResolver,
      HistoryGroupResolver,
      HistoryImportEdgesResolver,
      HistoryImportResolver,
      HistoryResolver,
      HistoryRowResolver,
      InspectedTitleResolver,
      InspectionResolver,
      InsightsResolver,
      PersonalInsightsResolver,
      PlayResolver,
      SharedInsightsResolver,
      TitleInsightResolver,
      ListMoveResolver,
      ReadTitleResolver,
      ScorePartResolver,
      TitleVerdictResolver,
      VarietyResolver,
      JobEdgesResolver,
      ImportResolver,
      JobResolver,
      ListResolver,
      ModelMapResolver,
      MoodResolver,
      MoodTitleResolver,
      MetricsResolver,
      MergedTitleResolver,
      ModelResolver,
      OfferResolver,
      OperatorResolver,
      OperatorAccessResolver,
      OutboxResolver,
      LoggedEventResolver,
      PersonResolver,
      ShownPlaceResolver,
      PersonalizeResolver,
      PersonalityGroupResolver,
      PersonalityResolver,
      UserPersonalityResolver,
      PlacementResolver,
      ReasonResolver,
      RecommendationResolver,
      RecommendedTitleResolver,
      SavedFilterResolver,
      ScheduleResolver,
      DescribedSceneResolver,
      FoundThemeResolver,
      SceneRecommendationResolver,
      SceneRecommendedResolver,
      SceneResolver,
      ThemeResolver,
      TitleSceneResolver,
      SessionResolver,
      ShopFeedResolver,
      ShopOfferResolver,
      ShopReportResolver,
      ShopResolver,
      SimilarTitleResolver,
      LikeModelResolver,
      LikeResolver,
      TasteCardResolver,
      TitleOfferResolver,
      TitleResolver,
      TitleChangeResolver,
      TitleExportResolver,
      UploadResolver,
      UserResolver,
    ],
    validate: false,
    pubSub: NO_PUBSUB,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
  });
  return withPlainResolvers(schema);
}
