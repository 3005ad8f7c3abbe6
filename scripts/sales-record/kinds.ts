import { plain, type Reading, read, unreadable } from './reading.ts';
import type { UnitKind } from './sales-record.ts';

/** What a row sells: a building (home, shop or office), a parking space by itself, or land by itself. */
export type Subject = 'BUILDING' | 'PARKING' | 'LAND';

/** Reads 交易標的: 房地(土地+建物), 房地(土地+建物)+車位, 建物, 車位 or 土地. */
export function readSubject(text: string): Reading<Subject> {
  const cell = plain(text);
  if (cell.startsWith('房地') || cell.startsWith('建物')) return read('BUILDING');
  if (cell === '車位') return read('PARKING');
  if (cell === '土地') return read('LAND');
  return unreadable(
    'The subject of the sale is not known; expected 房地(土地+建物), 房地(土地+建物)+車位, 建物, 車位 or 土地.',
  );
}

/**
 * The kind of a unit by its main use (主要用途), else by the form of its building (建物型態), because pre-sale
 * rows often leave the use blank or refer to a remark; a home when neither says.
 */
export function unitKind(subject: Subject, mainUse: string, buildingForm: string): UnitKind {
  if (subject === 'PARKING') return 'PARKING';
  return kindNamedIn(mainUse) ?? kindNamedIn(buildingForm) ?? 'RESIDENCE';
}

function kindNamedIn(text: string): UnitKind | null {
  // Mixed uses that include living (住商用, 住家兼辦公) are homes, so they are asked first.
  if (text.includes('住')) return 'RESIDENCE';
  // 辦公商業大樓 is an office building, so offices are asked before shops.
  if (/辦公|事務所/.test(text)) return 'OFFICE';
  return /商業|商場|商用|店|零售/.test(text) ? 'SHOP' : null;
}
