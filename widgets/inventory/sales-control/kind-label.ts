import type { UnitKind } from '#domain/inventory/unit-states.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';

const KINDS: Record<UnitKind, string> = {
  RESIDENCE: msg('Residence'),
  SHOP: msg('Shop'),
  OFFICE: msg('Office'),
  PARKING: msg('Parking'),
  STORAGE: msg('Storage'),
};

export function kindLabel(kind: UnitKind | null, { t }: Pick<Words, 't'>): string {
  return kind === null ? '' : t(KINDS[kind]);
}
