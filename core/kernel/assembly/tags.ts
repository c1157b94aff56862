/**
 * The dot products of two tastes (i16, `stride` each) with each of `count` chosen rows of `values` (u8, rows x stride), as f64, in the order of
 * `chosen`. A row is read once for both. `stride` is a multiple of 16; a lane adds up stride / 4 products, so with tastes of 14 bits and
 * at most 2,048 tags none overflows.
 */
export function tagDots(
  values: usize,
  stride: usize,
  chosen: usize,
  count: i32,
  left: usize,
  right: usize,
  leftDots: usize,
  rightDots: usize,
): void {
  for (let at: usize = 0; at < <usize>count; at++) {
    const row = values + <usize>load<u32>(chosen + (at << 2)) * stride;
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    for (let tag: usize = 0; tag < stride; tag += 16) {
      const bytes = v128.load(row + tag);
      const low = i16x8.extend_low_i8x16_u(bytes);
      const high = i16x8.extend_high_i8x16_u(bytes);
      const place = tag << 1;
      a = i32x4.add(a, i32x4.dot_i16x8_s(low, v128.load(left + place)));
      a = i32x4.add(a, i32x4.dot_i16x8_s(high, v128.load(left + place, 16)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(low, v128.load(right + place)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(high, v128.load(right + place, 16)));
    }
    store<f64>(leftDots + (at << 3), sumOf(a));
    store<f64>(rightDots + (at << 3), sumOf(b));
  }
}

function sumOf(lanes: v128): f64 {
  return (
    <f64>i32x4.extract_lane(lanes, 0) +
    <f64>i32x4.extract_lane(lanes, 1) +
    <f64>i32x4.extract_lane(lanes, 2) +
    <f64>i32x4.extract_lane(lanes, 3)
  );
}
