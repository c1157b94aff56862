import { measuredVectors, relevanceByte, type TagVectors } from '../../core/blend/tag-vectors';
import { openTags } from '../../core/kernel/tags';
import { atOnce } from '../../core/steps';
import { loadKernel } from '../../engine/local/kernel-file';

/** Tag vectors of titles in order; null: a title without one. */
export function someVectors(rows: readonly (readonly number[] | null)[]): TagVectors {
  const width = rows.find((row) => row !== null)?.length ?? 1;
  const kernel = openTags(loadKernel().module, { rows: rows.length, width });
  for (const [row, relevances] of rows.entries()) kernel.values.set(relevances?.map(relevanceByte) ?? [], row * kernel.stride);
  return atOnce(
    measuredVectors(
      kernel,
      Uint8Array.from(rows, (row) => (row === null ? 0 : 1)),
    ),
  );
}
