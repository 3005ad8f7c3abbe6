import { REQUIRED_COLUMNS } from '#scripts/sales-record/columns.ts';

/** The cells of one row by Chinese header. */
export type Cells = Record<string, string>;

/** A sound sale of a home with parking; each row made from it needs a serial number of its own. */
export const SOUND_ROW: Cells = {
  鄉鎮市區: '板橋區',
  交易標的: '房地(土地+建物)+車位',
  土地區段位置建物區段門牌: '江翠段9地號',
  土地移轉總面積平方公尺: '10.25',
  交易年月日: '1080302',
  交易筆棟數: '土地1建物1車位1',
  移轉層次: '五層',
  總樓層數: '20',
  主要用途: '住家用',
  建物移轉總面積平方公尺: '100.5',
  '建物現況格局-房': '2',
  '建物現況格局-廳': '2',
  '建物現況格局-衛': '1',
  總價元: '12000000',
  車位類別: '坡道平面',
  車位移轉總面積平方公尺: '30',
  車位總價元: '2000000',
  備註: '',
  編號: 'S1',
};

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A file of the register with one row for each of `rows`: the sound row with those cells changed. */
export function recordText(
  rows: readonly Cells[],
  columns: readonly string[] = [
    ...new Set([...REQUIRED_COLUMNS, ...rows.flatMap((row) => Object.keys(row))]),
  ],
): string {
  const lines = rows.map((row, index) => {
    const cells: Cells = { ...SOUND_ROW, 編號: `S${index + 1}`, ...row };
    return columns.map((column) => quoted(cells[column] ?? '')).join(',');
  });
  return [columns.join(','), ...lines].join('\n');
}
