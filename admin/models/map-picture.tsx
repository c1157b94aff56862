import AddIcon from '@mui/icons-material/Add';
import FitIcon from '@mui/icons-material/FitScreenOutlined';
import RemoveIcon from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useTheme } from '@mui/material/styles';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Dot, drawMap } from './draw-map';
import { dragged, fitted, placeAt, type Size, type View, zoomed } from './map-view';
import { useMapGestures } from './use-map-gestures';

interface MapPictureProps {
  readonly dots: readonly Dot[];
  readonly chosen: number;
  readonly summary: string;
  /** A dot was clicked, or a finger has touched it. */
  readonly onPick: (index: number, byTouch: boolean) => void;
}

const STEP = 40;
const WITHIN = 14;

/** The map itself: drag to move, wheel or pinch to come closer, arrows and plus and minus by the keyboard. */
export function MapPicture({ dots, chosen, summary, onPick }: MapPictureProps) {
  const { palette, typography } = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const fit = useMemo(() => fitted(dots, size), [dots, size]);
  const [moved, setMoved] = useState<View | null>(null);
  const [hovered, setHovered] = useState(-1);
  const view = moved ?? fit;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  // A title that was chosen comes into the middle, closer than before.
  const target = dots[chosen];
  useEffect(() => {
    if (target) setMoved((before) => ({ x: target.x, y: target.y, scale: Math.max(before?.scale ?? 0, fit.scale * 2) }));
  }, [target, fit.scale]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size.width === 0) return;
    const dense = window.devicePixelRatio || 1;
    element.width = size.width * dense;
    element.height = size.height * dense;
    context.setTransform(dense, 0, 0, dense, 0, 0);
    const inks = {
      text: palette.text.primary,
      ground: palette.background.paper,
      quiet: palette.text.disabled,
      font: String(typography.fontFamily),
    };
    drawMap(context, { dots, view, size, hovered, chosen, inks });
  }, [dots, view, size, hovered, chosen, palette, typography]);

  const zoom = (factor: number, at = { x: size.width / 2, y: size.height / 2 }): void =>
    setMoved((before) => zoomed(before ?? fit, factor, { at, size, least: fit.scale }));
  const drag = (right: number, down: number): void => setMoved((before) => dragged(before ?? fit, right, down));
  const gestures = useMapGestures(canvas, {
    zoom,
    drag,
    hover: (point) => setHovered(point ? placeAt(dots, point, { view, size, within: WITHIN }) : -1),
    press: (point, byTouch) => {
      const index = placeAt(dots, point, { view, size, within: byTouch ? 2 * WITHIN : WITHIN });
      if (index >= 0) onPick(index, byTouch);
    },
  });
  const KEYS: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => drag(STEP, 0),
    ArrowRight: () => drag(-STEP, 0),
    ArrowUp: () => drag(0, STEP),
    ArrowDown: () => drag(0, -STEP),
    '+': () => zoom(1.4),
    '-': () => zoom(1 / 1.4),
    '0': () => setMoved(null),
  };

  return (
    <Box sx={{ position: 'relative', height: { xs: 360, md: 560 } }}>
      <Box
        component="canvas"
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label={summary}
        data-hovered={hovered < 0 ? undefined : dots[hovered]?.name}
        onKeyDown={(event) => {
          const act = KEYS[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        }}
        {...gestures}
        sx={{
          display: 'block',
          width: '100%',
          height: '100%',
          touchAction: 'none',
          cursor: hovered < 0 ? 'grab' : 'pointer',
          borderRadius: 1,
        }}
      />
      <Box sx={{ position: 'absolute', right: 8, bottom: 8, display: 'flex', gap: 0.5, bgcolor: 'background.paper', borderRadius: 1 }}>
        <IconButton aria-label="Closer" onClick={() => zoom(1.6)}>
          <AddIcon />
        </IconButton>
        <IconButton aria-label="Further away" onClick={() => zoom(1 / 1.6)}>
          <RemoveIcon />
        </IconButton>
        <IconButton aria-label="Show the whole map" onClick={() => setMoved(null)}>
          <FitIcon />
        </IconButton>
      </Box>
    </Box>
  );
}
