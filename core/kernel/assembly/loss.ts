import { dot } from './lanes';
import { Side, Training } from './training';

/**
 * What the rows at places `from` to `to` - 1 add to the loss: weight (preference - prediction)^2 over their entries, and their
 * regularisation. With a bonus the target of a liked pair is above 1, and its square is left out as the constant that it is.
 */
export function lossOfRows(training: Training, side: Side, fixed: usize, from: i32, to: i32, withEntries: bool): f64 {
  const bytes = (<usize>training.stride) << 2;
  let loss: f64 = 0;
  for (let place = from; place < to; place++) {
    const row = (<usize>load<i32>(side.order + ((<usize>place) << 2))) << 2;
    const x = side.factors + (row >> 2) * bytes;
    loss += <f64>load<f32>(side.ridge + row) * <f64>dot(x, x, bytes);
    if (!withEntries) continue;
    const end = load<i32>(side.start + row, 4);
    for (let e = load<i32>(side.start + row); e < end; e++) {
      const predicted: f64 = dot(x, fixed + <usize>load<u32>(side.index + ((<usize>e) << 2)) * bytes, bytes);
      const signed = side.weight === 0 ? training.uniform : load<f32>(side.weight + ((<usize>e) << 2));
      const target = signed > 0 ? signed + training.bonus : 0;
      loss += <f64>abs<f32>(signed) * predicted * predicted - 2 * <f64>target * predicted + <f64>target;
    }
  }
  return loss;
}
