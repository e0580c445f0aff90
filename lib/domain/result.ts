/** A finished piece of work that went well. */
export type Ok<T> = { readonly ok: true; readonly value: T }

/** A refusal we expected: a rule said no. `error` says which. */
export type Err<E> = { readonly ok: false; readonly error: E }

/**
 * The answer of a function that may say no for a reason the caller can act on.
 * What nobody can act on (a dead database, a programmer's mistake) is thrown instead.
 */
export type Result<T, E> = Ok<T> | Err<E>

/** Wraps the value of a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Wraps the reason of a refusal. */
export function err<const E>(error: E): Err<E> {
  return { ok: false, error }
}
