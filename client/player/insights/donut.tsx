import css from './donut.module.css';

interface Part {
  readonly key: string;
  readonly value: number;
  readonly colour: string | undefined;
}

interface DonutProps {
  readonly parts: readonly Part[];
  /** What stands in the middle. */
  readonly middle: string;
}

const RADIUS = 42;
const ROUND = 2 * Math.PI * RADIUS;

/** Parts of a whole as a ring. It is a picture of the bars beside it, so a screen reader passes it by. */
export function Donut({ parts, middle }: DonutProps) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0) || 1;
  let before = 0;
  const arcs = parts.map(({ key, value, colour }) => {
    const arc = { key, colour, length: (ROUND * value) / whole, from: before };
    before += arc.length;
    return arc;
  });
  return (
    <svg className={css.donut} viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r={RADIUS} className={css.ring} />
      {arcs.map(({ key, colour, length, from }) => (
        <circle
          key={key}
          cx="50"
          cy="50"
          r={RADIUS}
          className={css.arc}
          stroke={colour}
          strokeDasharray={`${Math.max(0, length - (arcs.length > 1 ? 1 : 0))} ${ROUND}`}
          strokeDashoffset={-from}
          transform="rotate(-90 50 50)"
        />
      ))}
      <text x="50" y="50" className={css.middle} dominantBaseline="central" textAnchor="middle">
        {middle}
      </text>
    </svg>
  );
}
