/**
 * Words of the interface. English is written where it is used, `t('Reserve')`; `locales/<locale>.json`
 * holds the translations and the SDK bakes them into every widget, so a new language needs no code.
 */
import { useTranslate } from 'twenty-sdk/front-component';

export type Translate = (message: string, values?: Record<string, string | number>) => string;

export type Words = { t: Translate; locale: string };

export function useWords(): Words {
  return useTranslate();
}

/** Marks a text of a table for translation; `t` translates it where it is shown. */
export function msg(text: string): string {
  return text;
}
