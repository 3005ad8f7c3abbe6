/**
 * The columns of a price list (一房一价表, H2.2): how offices call them, and in which row they are named.
 * Titles and hidden headings may stand above that row.
 */

/** `line` is the row's number in the file. */
export type ListRow = { line: number; cells: readonly string[] };

export type PriceColumn =
  | 'project'
  | 'building'
  | 'unit'
  | 'grossArea'
  | 'innerArea'
  | 'sharedArea'
  | 'unitPrice'
  | 'innerUnitPrice'
  | 'totalPrice'
  | 'floorPrice'
  | 'filedPrice'
  | 'currency'
  | 'remark';

/** Matched with a heading in lower case, without blanks and without what stands in brackets behind it. */
const NAMES: Readonly<Record<PriceColumn, RegExp>> = {
  project: /^(project|projectname|projectcode|development|项目|项目名称|楼盘|楼盘名称)$/,
  building:
    /^(building|buildingname|buildingno\.?|buildingcode|tower|block|楼栋|楼栋号|楼栋名称|楼号|栋号|幢号|楼幢|楼幢号|栋|幢|座)$/,
  unit: /^(unit|unitno\.?|unitnumber|number|room|roomno\.?|roomnumber|apartment|房号|房间|房间号|室号|房源|房源编号|房源名称|户号)$/,
  grossArea:
    /^(area|grossarea|gross|built-?uparea|建筑面积|面积|预测面积|预测建筑面积|预售面积|销售面积|建面)$/,
  innerArea:
    /^(innerarea|inner|netarea|carpetarea|套内面积|套内建筑面积|套内|预测套内面积|预测套内建筑面积)$/,
  sharedArea:
    /^(sharedarea|shared|commonarea|分摊面积|公摊面积|公摊|分摊建筑面积|公共分摊面积|分摊共有建筑面积)$/,
  unitPrice:
    /^(unitprice|pricepersqm|pricepersquaremet(er|re)|priceperm[2²]|price\/m[2²]|price\/sqm|单价|建面单价|建筑面积单价|建筑单价|销售单价)$/,
  innerUnitPrice: /^(innerunitprice|netunitprice|套内单价|套内面积单价|套内建筑面积单价)$/,
  totalPrice: /^(total|totalprice|listprice|price|总价|总价款|房屋总价|总房价|表价|挂牌价|销售总价|一口价)$/,
  floorPrice: /^(floorprice|lowestprice|minimumprice|底价|底总价|最低价)$/,
  filedPrice: /^(filedprice|filed|ceilingprice|ceiling|备案价|备案总价|备案价格)$/,
  currency: /^(currency|币种|货币)$/,
  remark: /^(remark|remarks|note|notes|comment|comments|备注|说明)$/,
};

const MOST_ABOVE = 40;

export type FoundColumn = {
  at: number;
  /** As the file calls it, so that a problem names it as people see it. */
  heading: string;
  /** Whether its amounts are in ten thousands (万元). */
  isInTenThousands: boolean;
};

export type PriceColumns = Partial<Record<PriceColumn, FoundColumn>>;

export type Header = { index: number; columns: PriceColumns; ignored: string[] };

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[([【].*$/, '')
    .toLowerCase();
}

/** The first row that names a unit and a price, or null. Of two columns with the same meaning the first counts. */
export function findHeader(rows: readonly ListRow[]): Header | null {
  const index = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => {
    const { columns } = read(cells);
    return columns.unit !== undefined && priceColumn(columns) !== undefined;
  });
  const header = rows[index];
  return header === undefined ? null : { index, ...read(header.cells) };
}

function priceColumn(columns: PriceColumns): FoundColumn | undefined {
  return columns.totalPrice ?? columns.unitPrice ?? columns.innerUnitPrice;
}

function read(cells: readonly string[]): { columns: PriceColumns; ignored: string[] } {
  const columns: PriceColumns = {};
  const ignored: string[] = [];
  cells.forEach((cell, at) => {
    const heading = cell.trim();
    if (heading === '') return;
    const names = Object.keys(NAMES) as PriceColumn[];
    const name = names.find((one) => NAMES[one].test(plain(heading)));
    if (name === undefined || columns[name] !== undefined) ignored.push(heading);
    else columns[name] = { at, heading, isInTenThousands: /万/.test(heading) };
  });
  return { columns, ignored };
}

const TOTAL = /^(grand|sub)?-?total|^sum$|^(合计|总计|小计|共计|本页合计)/i;

/** Sums, blank rows and the header once more on a further page are no units. */
export function isNoUnit(
  cells: readonly string[],
  header: readonly string[],
  columns: PriceColumns,
): boolean {
  const known = Object.values(columns).map(({ at }) => (cells[at] ?? '').trim());
  if (known.every((cell) => cell === '')) return true;
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  const at = (name: PriceColumn) => (cells[columns[name]?.at ?? -1] ?? '').trim();
  if (
    [first, at('unit'), at('building')].some((cell) => TOTAL.test(cell.normalize('NFKC').replace(/\s/g, '')))
  )
    return true;
  return Object.values(columns).every(({ at: place }) => cells[place]?.trim() === header[place]?.trim());
}
