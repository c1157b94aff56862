import type { ButtonHTMLAttributes } from 'react';
import css from './button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `strong`: the one thing to do here; `plain`: anything else; `quiet`: without a frame. */
  readonly look?: 'strong' | 'plain' | 'quiet';
}

export function Button({ look = 'plain', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`${css.button} ${css[look]} ${className}`} {...rest} />;
}

/** The looks of a button for a link that leads somewhere. */
export const buttonLook = (look: 'strong' | 'plain' | 'quiet'): string => `${css.button} ${css[look]}`;
