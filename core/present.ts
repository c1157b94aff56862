/** An input without its nulls: to a client, null and absent both mean "not given". */
export type Present<Input> = { readonly [Field in keyof Input]?: NonNullable<Input[Field]> };

/** Leaves out every field that is null. */
export function present<Input extends object>(input: Input | null | undefined): Present<Input> {
  return Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined)) as Present<Input>;
}
