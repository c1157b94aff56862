import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Metrics, MetricsInput } from '../../core/metrics';
import { MetricsPeriod } from '../../core/metrics-window';
import { Right } from '../../core/rights';
import { checkMetricsInput } from '../../flow/metrics';
import { DownloadPayload } from '../../schema/download';
import { MetricsInputType, MetricsType } from '../../schema/metrics';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { rowId } from '../subject';

@Resolver(() => MetricsType)
export class MetricsResolver {
  @Query(() => MetricsType, {
    description: 'The numbers of the last day, week or month beside those of a week before, what needs attention, and what is so now.',
  })
  metrics(
    @Arg('input', () => MetricsInputType, { defaultValue: {}, description: 'Which numbers.' }) input: MetricsInputType,
    @Ctx() context: Context,
  ): Promise<Metrics> {
    requireRight(context, Right.METRICS_READ);
    return context.house.liveMetrics.read(metricsInput(input));
  }

  @Mutation(() => DownloadPayload, { description: 'The numbers of a period as CSV: a row an hour or day, beside those before.' })
  exportMetrics(
    @Arg('input', () => MetricsInputType, { defaultValue: {}, description: 'Which numbers.' }) input: MetricsInputType,
    @Ctx() context: Context,
  ): Promise<DownloadPayload> {
    requireRight(context, Right.EXPORTS);
    requireRight(context, Right.METRICS_READ);
    return withUserErrors(
      async () => {
        const params = metricsInput(input);
        return { download: context.house.downloads.offer({ kind: 'metrics', params, owner: actorOf(context) }) };
      },
      { download: null },
    );
  }

  @Subscription(() => MetricsType, {
    description: 'The numbers now, then again whenever they were counted anew or something changed; every 2 s at most.',
    subscribe: ({ args, context }: { args: { input: MetricsInputType }; context: Context }) => {
      requireRight(context, Right.METRICS_READ);
      return context.house.liveMetrics.watch(metricsInput(args.input));
    },
  })
  metricsChanged(
    @Root() metrics: Metrics,
    @Arg('input', () => MetricsInputType, { defaultValue: {}, description: 'Which numbers.' }) _input: MetricsInputType,
  ): Metrics {
    return metrics;
  }
}

/** The input with all its fields, an absent one too: the same text for the same numbers, whoever asks. Throws BAD_INPUT. */
function metricsInput({ period, timeZone, kind, placement, modelId }: Partial<MetricsInputType>): MetricsInput {
  const input = {
    ...{ period: period ?? MetricsPeriod.DAY, timeZone: timeZone ?? 'UTC', kind: kind ?? null, placement: placement || null },
    modelId: modelId ? rowId(modelId, 'input.modelId') : null,
  };
  checkMetricsInput(input);
  return input;
}
