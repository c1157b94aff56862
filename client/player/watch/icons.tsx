import { Icon } from '../parts/icon';

export function Bars() {
  return (
    <Icon>
      <path d="M7.5 5v14M16.5 5v14" strokeWidth="4" />
    </Icon>
  );
}

/** Ten seconds back, or forward. */
export function Ten({ isForward = false }: { readonly isForward?: boolean }) {
  return (
    <Icon size={22}>
      <g transform={isForward ? 'matrix(-1 0 0 1 24 0)' : undefined}>
        <path d="M4.5 12a7.6 7.6 0 1 0 2.6-5.7L4.5 8.6M4.5 4v4.6h4.6" />
      </g>
      <text x="12.3" y="15" fontSize="7.5" fontWeight="700" textAnchor="middle" fill="currentColor" stroke="none">
        10
      </text>
    </Icon>
  );
}

export function Speaker({ isMuted }: { readonly isMuted: boolean }) {
  return (
    <Icon>
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" fill="currentColor" />
      <path d={isMuted ? 'M16 9.5l5 5M21 9.5l-5 5' : 'M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11'} />
    </Icon>
  );
}

export function Corners({ isIn }: { readonly isIn: boolean }) {
  return (
    <Icon>
      <path d={isIn ? 'M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5' : 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5'} />
    </Icon>
  );
}

export function Anew() {
  return (
    <Icon size={18}>
      <path d="M4.5 12a7.6 7.6 0 1 0 2.6-5.7L4.5 8.6M4.5 4v4.6h4.6" />
    </Icon>
  );
}
