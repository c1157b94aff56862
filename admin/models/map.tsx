import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { Title } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useAsk } from '../api/use-ask';
import { ModelMapDocument, type ModelMapQuery } from '../generated/models';
import { Asked } from '../parts/asked';
import { Empty } from '../parts/empty';
import { count, share } from '../parts/numbers';
import { Section } from '../parts/section';
import { Waiting } from '../parts/waiting';
import { type ColourBy, legendOf } from './map-colours';
import { MapPicture } from './map-picture';
import { nameWords, type Point } from './map-point';
import { NearestTitles } from './nearest-titles';

type TitleMap = ModelMapQuery['modelMap'];

/** The titles of a model as a map: what lies close is liked by the same people. */
export default function MapPage() {
  const { id = '' } = useParams();
  const asked = useAsk(ModelMapDocument, { modelId: id });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', py: 2 }}>
      <Title title={`Map of model ${id}`} />
      <Asked of={asked} waiting={<Waiting rows={1} height={560} />}>
        {({ modelMap }) =>
          modelMap.points.length === 0 ? <Empty title="No title that may be listed is on this map." /> : <Chart map={modelMap} />
        }
      </Asked>
    </Box>
  );
}

const filterOptions = createFilterOptions<number>({ limit: 50 });

function Chart({ map: { points, titles, explained } }: { readonly map: TitleMap }) {
  const navigate = useNavigate();
  const [by, setBy] = useState<ColourBy>('genre');
  const [chosen, setChosen] = useState(-1);
  const legend = useMemo(
    () =>
      legendOf(
        points.map(({ title }) => title),
        by,
      ),
    [points, by],
  );
  const dots = useMemo(() => dotsOf(points, legend.colourOf), [points, legend]);
  const nameOf = (at: number): string => nameWords(points[at]?.title);
  const told = share((explained[0] ?? 0) + (explained[1] ?? 0));
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {points.length === titles ? `All ${count(titles)} titles` : `The ${count(points.length)} most liked of ${count(titles)} titles`}.
        What lies close is mostly liked by the same people; a bigger dot is liked by more. Two dimensions tell {told} of how tastes differ:
        the rest is not on any map.
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 300px' }, alignItems: 'start' }}>
        <Section
          title="Map"
          beside={
            <ToggleButtonGroup
              size="small"
              exclusive
              value={by}
              onChange={(_, next: ColourBy | null) => next && setBy(next)}
              aria-label="Colour by"
            >
              <ToggleButton value="genre">Genre</ToggleButton>
              <ToggleButton value="kind">Kind</ToggleButton>
            </ToggleButtonGroup>
          }
        >
          <MapPicture
            dots={dots}
            chosen={chosen}
            summary={`Map of ${count(points.length)} titles. Move with the arrows, plus comes closer, minus goes away. The list beside it tells which titles lie near one that you search.`}
            onPick={(at, byTouch) => (byTouch ? setChosen(at) : navigate(`/titles/${points[at]?.title.id}`))}
          />
          <Box
            component="ul"
            aria-label="Colours"
            sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, m: 0, p: 0, listStyle: 'none' }}
          >
            {[...legend.entries, { label: 'other', colour: 'text.disabled' }].map(({ label, colour }) => (
              <Box component="li" key={label} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem' }}>
                <Box aria-hidden sx={{ width: 10, height: 10, borderRadius: '50%', bgcolor: colour }} />
                {label}
              </Box>
            ))}
          </Box>
        </Section>
        <Section title="Nearest titles">
          <Autocomplete
            options={points.map((_, at) => at)}
            getOptionLabel={nameOf}
            filterOptions={filterOptions}
            value={chosen < 0 ? null : chosen}
            onChange={(_, at) => setChosen(at ?? -1)}
            renderInput={(params) => <TextField {...params} label="Search a title on the map" />}
          />
          <NearestTitles points={points} to={chosen} onChoose={setChosen} />
        </Section>
      </Box>
    </>
  );
}

function dotsOf(points: readonly Point[], colourOf: (title: Point['title']) => string | null) {
  const most = Math.max(1, ...points.map(({ popularity }) => popularity));
  return points.map(({ title, x, y, popularity }) => ({
    x,
    y,
    name: title.name,
    radius: 2.5 + 5 * Math.sqrt(popularity / most),
    colour: colourOf(title),
  }));
}
