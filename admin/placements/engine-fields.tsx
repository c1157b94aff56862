import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useAsk } from '../api/use-ask';
import { type EngineName, PlacementEnginesDocument } from '../generated/placements';
import type { FieldsProps } from './name-fields';
import { ShareField } from './share-field';
import { ENGINES } from './words';

/** Who serves the lists, and who is only asked: of the engines that are ready. What was chosen before stays, ready or not. */
export function EngineFields({ draft, set, errors, isFixed }: FieldsProps) {
  const engines = useAsk(PlacementEnginesDocument, {}).data?.engines ?? [];
  const isReady = (name: EngineName): boolean => engines.some((engine) => engine.name === name && engine.ready);
  const offered = (chosen: EngineName | ''): EngineName[] =>
    (Object.keys(ENGINES) as EngineName[]).filter((name) => isReady(name) || name === chosen || name === 'LOCAL');
  const others = offered(draft.shadow).filter((name) => name !== draft.engine);
  return (
    <>
      <TextField
        select
        label="Engine"
        value={draft.engine}
        onChange={({ target }) => set(withEngine(target.value as EngineName, draft.shadow))}
        disabled={isFixed}
        error={Boolean(errors.engine)}
        helperText={errors.engine ?? engineText(draft.engine, engines)}
      >
        {offered(draft.engine).map((name) => (
          <MenuItem key={name} value={name}>
            {ENGINES[name]}
          </MenuItem>
        ))}
      </TextField>
      {others.length > 0 && (
        <TextField
          select
          label="Compare with"
          value={draft.shadow}
          onChange={({ target }) => set({ shadow: target.value as EngineName | '' })}
          disabled={isFixed}
          error={Boolean(errors.shadow)}
          helperText={
            errors.shadow ?? 'It is asked for the same lists, beside the engine that serves; nobody is shown its answer or waits for it.'
          }
        >
          <MenuItem value="">None</MenuItem>
          {others.map((name) => (
            <MenuItem key={name} value={name}>
              {ENGINES[name]}
            </MenuItem>
          ))}
        </TextField>
      )}
      {draft.shadow !== '' && (
        <ShareField
          label="Lists that are compared"
          hint="An engine elsewhere may cost for each list that it is asked for."
          value={draft.shadowShare}
          onChange={(shadowShare) => set({ shadowShare })}
          isFixed={isFixed}
        />
      )}
    </>
  );
}

/** Nothing is compared with itself. */
function withEngine(engine: EngineName, shadow: EngineName | '') {
  return { engine, shadow: shadow === engine ? ('' as const) : shadow };
}

interface Engine {
  readonly name: EngineName;
  readonly ready: boolean;
  readonly resting: boolean;
}

function engineText(name: EngineName, engines: readonly Engine[]): string | undefined {
  const engine = engines.find((each) => each.name === name);
  if (name === 'LOCAL' || engines.length === 0) return undefined;
  if (!engine?.ready) return 'It is not ready: the local engine serves meanwhile.';
  return engine.resting
    ? 'It failed lately and rests for some seconds: the local engine serves meanwhile.'
    : 'Where it has no answer within 300 ms, the local engine has.';
}
