/** Who buys together and with which share, as a form holds it, and what of it is sent. Pure. */
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Buyer } from './buyer-field.tsx';

/** A company keeps its place; a new party is a person. */
export type PartyDraft = { key: number; who: (Buyer & { isCompany?: boolean }) | null; share: string };

export type PartyInput = { buyerId?: string; companyId?: string; sharePercent: string };

const ALL = 1_000_000;

/** In ten-thousandths of a percent; null for what is no share. */
export function shareOf(typed: string): number | null {
  const plain = typed.trim().normalize('NFKC').replace(/[%\s]/g, '');
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(plain)) return null;
  const [whole = '0', rest = ''] = plain.split('.');
  return Number(whole) * 10_000 + Number(rest.padEnd(4, '0'));
}

export function partiesOf(parties: readonly PartyDraft[]): PartyInput[] {
  return parties.flatMap(({ who, share }) => {
    const part = shareOf(share);
    if (who === null || who.id === null || part === null) return [];
    const sharePercent = String(part / 10_000);
    return [who.isCompany ? { companyId: who.id, sharePercent } : { buyerId: who.id, sharePercent }];
  });
}

/** Why the parties cannot be sent like this; null when they can. */
export function partiesProblem(parties: readonly PartyDraft[], { t }: Words): string | null {
  if (partiesOf(parties).length < parties.length || parties.length === 0)
    return t('Choose a person and a share for each buyer.');
  if (new Set(parties.map(({ who }) => who?.id)).size < parties.length) return t('Somebody is named twice.');
  const sum = parties.reduce((total, { share }) => total + (shareOf(share) ?? 0), 0);
  return sum === ALL ? null : t('The shares add up to {sum} %, not to 100 %.', { sum: sum / 10_000 });
}
