import { type AppError, badInput } from '../errors';

/** A piece of a filter expression and where it begins, counted from 1. */
export interface FilterToken {
  readonly kind: 'word' | 'text' | 'number' | 'parameter' | 'sign' | 'end';
  /** The word, the text without its quotes, the parameter without its `$`, the number or sign as written; empty at the end. */
  readonly text: string;
  readonly at: number;
}

/** Each matches where the last one ended and looks at each letter once, so that no text takes long. */
const PIECES: readonly (readonly [FilterToken['kind'], RegExp])[] = [
  ['word', /[A-Za-z_]\w*/y],
  ['text', /"([^"]*)"/y],
  ['number', /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy],
  ['parameter', /\$(\w+)/y],
  ['sign', /<=|>=|[<>=|(),.*]/y],
];
const SPACE = /\s*/y;

/** Cuts an expression into tokens, the last one its end. Throws BAD_INPUT for a character that begins none. */
export function filterTokens(expression: string): readonly FilterToken[] {
  const tokens: FilterToken[] = [];
  for (let place = skipSpace(expression, 0); place < expression.length; place = skipSpace(expression, place)) {
    const token = tokenAt(expression, place);
    tokens.push(token.token);
    place = token.end;
  }
  return [...tokens, { kind: 'end', text: '', at: expression.length + 1 }];
}

function tokenAt(expression: string, place: number): { readonly token: FilterToken; readonly end: number } {
  for (const [kind, piece] of PIECES) {
    piece.lastIndex = place;
    const found = piece.exec(expression);
    if (found) return { token: { kind, text: found[1] ?? found[0], at: place + 1 }, end: piece.lastIndex };
  }
  const isOpen = expression[place] === '"';
  throw filterFault(place + 1, isOpen ? 'A text begins and does not end.' : 'A character means nothing.', isOpen ? 'a closing "' : TOKENS);
}

const TOKENS = 'a word, a "text", a number, a $PARAMETER or one of = < <= > >= ( ) , . | *';

function skipSpace(expression: string, place: number): number {
  SPACE.lastIndex = place;
  SPACE.exec(expression);
  return SPACE.lastIndex;
}

/** A fault of an expression at a character, counted from 1. */
export function filterFault(at: number, message: string, expected: string): AppError {
  return badInput('filterExpression', `At character ${at}: ${message}`, expected);
}
