import { type Parts, readAreaHundredths, readCount, readDollars, readParts } from './amounts.ts';
import { readCancellation } from './cancellation.ts';
import type { Columns } from './columns.ts';
import { lowestFloor, readStoreys } from './floors.ts';
import { readSubject, type Subject, unitKind } from './kinds.ts';
import { readMinguoDate } from './minguo-date.ts';
import { type Cells, cellsByColumn } from './row-cells.ts';
import type { RowProblem, UnitKind } from './sales-record.ts';
import { readUnitLabel, type UnitLabel } from './unit-label.ts';

/** The facts of one sound row, before rows are put together to projects, buildings and units. */
export type SaleRow = {
  line: number;
  serial: string;
  city: string | null;
  district: string;
  location: string;
  projectName: string | null;
  label: UnitLabel | null;
  storeys: number | null;
  kind: UnitKind;
  floor: number | null;
  floorText: string;
  rooms: number;
  halls: number;
  baths: number;
  areaHundredths: number;
  parkingAreaHundredths: number;
  landAreaHundredths: number;
  price: string;
  parkingPrice: string;
  parkingKind: string | null;
  parkingSpaces: number;
  contractedOn: string;
  cancelledOn: string | null;
  note: string | null;
  relatedParties: boolean;
};

export type RowReading =
  | { outcome: 'SALE'; row: SaleRow }
  | { outcome: 'SKIPPED'; reason: string }
  | { outcome: 'PROBLEMS'; problems: RowProblem[] };

/**
 * Reads one row. `firstLineBySerial` remembers where each serial number was first seen, over all rows of
 * the file, and is added to: a serial number stands for one record, so a second one is a problem.
 */
export function readSaleRow(
  columns: Columns,
  line: number,
  rowCells: readonly string[],
  firstLineBySerial: Map<string, number>,
): RowReading {
  const cells = cellsByColumn(columns, line, rowCells);
  const serial = takeSerial(cells, line, firstLineBySerial);
  const subject = cells.take('交易標的', readSubject, 'BUILDING');
  // Land by itself has no floor, area or rooms to check.
  if (subject === 'LAND') return landOutcome(cells.problems);
  const parts = cells.take('交易筆棟數', readParts, null);
  const row: SaleRow = {
    line,
    serial,
    ...takePlace(cells),
    ...takeUnit(cells, subject),
    ...takeAreas(cells, subject),
    ...takePrices(cells),
    ...takeContract(cells, parts),
    parkingSpaces: 0,
  };
  row.parkingSpaces =
    parts?.parkingSpaces ?? (row.parkingAreaHundredths > 0 || row.parkingPrice !== '0' ? 1 : 0);
  return cells.problems.length > 0
    ? { outcome: 'PROBLEMS', problems: cells.problems }
    : { outcome: 'SALE', row };
}

function landOutcome(problems: RowProblem[]): RowReading {
  return problems.length > 0
    ? { outcome: 'PROBLEMS', problems }
    : { outcome: 'SKIPPED', reason: 'The row sells land only (土地), so there is no unit in it.' };
}

function takeSerial(cells: Cells, line: number, firstLineBySerial: Map<string, number>): string {
  const serial = cells.text('編號');
  const firstLine = firstLineBySerial.get(serial);
  if (serial === '') {
    cells.refuse('編號', 'The serial number is blank; expected the serial number of the record.');
  } else if (firstLine !== undefined) {
    cells.refuse(
      '編號',
      `The serial number is already that of line ${firstLine}; expected one that is used once.`,
    );
  } else {
    firstLineBySerial.set(serial, line);
  }
  return serial;
}

function takePlace(cells: Cells) {
  const district = cells.text('鄉鎮市區');
  const location = cells.text('土地區段位置建物區段門牌');
  const projectName = cells.text('建案名稱') || null;
  if (district === '') cells.refuse('鄉鎮市區', 'The district is blank; expected its name, such as 安南區.');
  // Without a project name, the location tells projects apart.
  if (location === '' && projectName === null) {
    cells.refuse('土地區段位置建物區段門牌', 'The location is blank; expected a land section or an address.');
  }
  return { city: cells.text('縣市') || null, district, location, projectName };
}

function takeUnit(cells: Cells, subject: Subject) {
  const floorText = cells.text('移轉層次');
  return {
    label: readUnitLabel(cells.text('棟及號')),
    storeys: readStoreys(cells.text('總樓層數')),
    kind: unitKind(subject, cells.text('主要用途'), cells.text('建物型態')),
    floor: lowestFloor(floorText),
    floorText,
    rooms: cells.take('建物現況格局-房', readCount, 0),
    halls: cells.take('建物現況格局-廳', readCount, 0),
    baths: cells.take('建物現況格局-衛', readCount, 0),
    parkingKind: cells.text('車位類別') || null,
  };
}

function takeAreas(cells: Cells, subject: Subject) {
  const parkingAreaHundredths = cells.take('車位移轉總面積平方公尺', readAreaHundredths, 0);
  const recorded = cells.take('建物移轉總面積平方公尺', readAreaHundredths, 1);
  // A parking space sold by itself may have its area in the parking column only.
  const areaHundredths = recorded === 0 && subject === 'PARKING' ? parkingAreaHundredths : recorded;
  if (areaHundredths === 0) {
    cells.refuse('建物移轉總面積平方公尺', 'The area sold is 0 or blank; expected square metres above 0.');
  }
  return {
    areaHundredths,
    parkingAreaHundredths,
    landAreaHundredths: cells.take('土地移轉總面積平方公尺', readAreaHundredths, 0),
  };
}

function takePrices(cells: Cells) {
  const found = cells.problems.length;
  const price = cells.take('總價元', readDollars, '0');
  const parkingPrice = cells.take('車位總價元', readDollars, '0');
  if (cells.problems.length > found) return { price, parkingPrice };
  if (price === '0') cells.refuse('總價元', 'The total price is 0 or blank; expected whole dollars above 0.');
  else if (BigInt(parkingPrice) > BigInt(price)) {
    cells.refuse(
      '車位總價元',
      `The parking price is above the total price ${price}, which includes it; expected at most that.`,
    );
  }
  return { price, parkingPrice };
}

function takeContract(cells: Cells, parts: Parts | null) {
  const contractedOn = cells.take('交易年月日', readMinguoDate, '');
  const { cancelledOn, partialText } = cells.take('解約情形', readCancellation, {
    cancelledOn: null,
    partialText: null,
  });
  if (cancelledOn !== null && cancelledOn < contractedOn) {
    cells.refuse(
      '解約情形',
      `The cancellation is before the contract of ${contractedOn}; expected that day or a later one.`,
    );
  }
  const remark = cells.text('備註').replace(/[;；\s]+$/, '');
  const notes = [remark, partialText ?? ''];
  if (parts !== null && parts.buildings > 1) notes.push(`One sale of ${parts.buildings} buildings (建物).`);
  return {
    contractedOn,
    cancelledOn,
    note: notes.filter((note) => note !== '').join('; ') || null,
    // The register's remark for such sales: 親友、員工或其他特殊關係間之交易.
    relatedParties: /親友|員工|特殊關係/.test(remark),
  };
}
