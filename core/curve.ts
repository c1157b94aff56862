/** What one iteration of a training came to. */
export interface CurvePoint {
  /** 1 to settings.iterations. */
  readonly iteration: number;
  /** Loss over all pairs divided by the interactions, so that trainings on more and on fewer can be laid side by side. */
  readonly loss: number;
  /** Of this iteration alone. */
  readonly seconds: number;
}

/** How a training came closer, iteration by iteration; as many points as there are iterations, 200 at most. */
export type Curve = readonly CurvePoint[];

/** A curve with one more point; a loss that is no number is left out. */
export function withPoint(curve: Curve, { iteration, loss, seconds }: CurvePoint): Curve {
  if (!Number.isFinite(loss)) return curve;
  return [...curve.filter((point) => point.iteration < iteration), { iteration, loss, seconds: Math.round(seconds * 1000) / 1000 }];
}
