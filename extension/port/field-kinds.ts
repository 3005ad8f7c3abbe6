/** Kinds of fields that records are made of: what a value is here, and how an empty one reads. */
import type { Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';

export type Kind<K extends string, T> = { readonly kind: K; readonly __type?: T };

/** Empty text is stored as nothing and read back as ''. */
export const text: Kind<'plain', string> & { empty: '' } = { kind: 'plain', empty: '' };
export const number: Kind<'plain', number | null> = { kind: 'plain' };
export const flag: Kind<'plain', boolean> & { empty: false } = { kind: 'plain', empty: false };
export const date: Kind<'plain', PlainDate | null> = { kind: 'plain' };
/** ISO 8601 instants. */
export const dateTime: Kind<'plain', string | null> = { kind: 'plain' };
export const ref: Kind<'plain', string | null> = { kind: 'plain' };
export const json: Kind<'plain', unknown> = { kind: 'plain' };
export const money: Kind<'money', Money | null> = { kind: 'money' };
export const person: Kind<'fullName', string> = { kind: 'fullName' };
export function choice<T extends string>(initially: T): Kind<'plain', T> & { empty: T } {
  return { kind: 'plain', empty: initially };
}
export function choiceOrNone<T extends string>(): Kind<'plain', T | null> {
  return { kind: 'plain' };
}
