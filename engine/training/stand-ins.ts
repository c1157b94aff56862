import type { ClientBase } from 'pg';

const STAND_INS = `
with recursive above as (
  select id, coalesce("mergedIntoId", case when kind = 'EPISODE' then "parentId" end) as "above" from titles
  where "mergedIntoId" is not null or (kind = 'EPISODE' and "parentId" is not null)
), climbed as (
  select id, "above", 1 as steps from above
  union all
  select climbed.id, above."above", steps + 1 from climbed join above on above.id = climbed."above" where steps < 8
)
select distinct on (id) id, "above" from climbed order by id, steps desc`;

/** The listed title that stands for an episode or a merged title; `Columns.listedAs` says the same of rows. */
export async function standIns(client: ClientBase): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ id: number; above: number }>(STAND_INS);
  return new Map(rows.map(({ id, above }) => [id, above]));
}
