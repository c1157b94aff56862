import type { ReactNode } from 'react';

/** Draws lines in the colour of the text around; a picture beside words, or on a button that has a name. */
export function Icon({ children, size = 20 }: { readonly children: ReactNode; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function Arrow({ direction }: { readonly direction: 'left' | 'right' }) {
  return (
    <Icon>
      <path d={direction === 'left' ? 'M15 5l-7 7 7 7' : 'M9 5l7 7-7 7'} />
    </Icon>
  );
}

/** A triangle: it plays. */
export function Play() {
  return (
    <Icon>
      <path d="M7 4.5v15l12-7.5z" fill="currentColor" />
    </Icon>
  );
}

export function Magnifier() {
  return (
    <Icon>
      <circle cx="11" cy="11" r="6.5" />
      <path d="M16 16l4.5 4.5" />
    </Icon>
  );
}

export function Person() {
  return (
    <Icon>
      <circle cx="12" cy="8" r="4" />
      <path d="M4 20.5c1-4 4.2-6 8-6s7 2 8 6" />
    </Icon>
  );
}

/** A disc, half of it lit. */
export function HalfLit() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </Icon>
  );
}

export function Moon() {
  return (
    <Icon>
      <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />
    </Icon>
  );
}

export function Sun() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />
    </Icon>
  );
}

/** Thumb up; turned over it is down. */
export function Thumb({ isDown = false, isOn }: { readonly isDown?: boolean; readonly isOn: boolean }) {
  return (
    <Icon>
      <path
        d="M7 11l4-8c1.7 0 3 1.2 3 3v3.5h4.6c1.3 0 2.2 1.2 1.9 2.4l-1.5 6.2c-.3 1.1-1.2 1.9-2.4 1.9H7zM7 11H3.5v9H7z"
        transform={isDown ? 'rotate(180 12 12)' : undefined}
        fill={isOn ? 'currentColor' : 'none'}
      />
    </Icon>
  );
}

export function Check() {
  return (
    <Icon>
      <path d="M5 12.5l4.5 4.5L19 7.5" />
    </Icon>
  );
}
