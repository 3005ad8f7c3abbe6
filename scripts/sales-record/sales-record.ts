/** What is wrong with one cell or row of the file, in words a person can act on. */
export type RowProblem = {
  /** 1-based line of the file where the row starts. */
  line: number;
  /** The header of the column as the file spells it. */
  column: string;
  /** The text that was found there. */
  value: string;
  /** An English sentence: what is wrong and what is expected. */
  message: string;
};

export type Project = {
  key: string;
  name: string;
  city: string | null;
  district: string;
  location: string;
};

export type Building = { key: string; projectKey: string; code: string; storeys: number | null };

export type UnitType = {
  key: string;
  projectKey: string;
  /** For example "3 rooms, 2 halls, 2 baths". */
  name: string;
  rooms: number;
  halls: number;
  baths: number;
};

export type UnitKind = 'RESIDENCE' | 'SHOP' | 'OFFICE' | 'PARKING';

export type Unit = {
  key: string;
  buildingKey: string;
  unitTypeKey: string | null;
  kind: UnitKind;
  /** The lowest floor sold, basements negative; null when the record names none. */
  floor: number | null;
  floorText: string;
  /** Unique within its building, for example "12-03". */
  number: string;
  /** The whole area sold, parking included, in 1/100 square metre. */
  areaHundredths: number;
  parkingAreaHundredths: number;
  landAreaHundredths: number;
  /** Whole dollars: the recorded total price (parking included) of the unit's first sale. */
  listPrice: string;
  parkingPrice: string;
  parkingKind: string | null;
  parkingSpaces: number;
};

export type Sale = {
  /** The register's serial number (編號). */
  key: string;
  line: number;
  unitKey: string;
  /** YYYY-MM-DD. */
  contractedOn: string;
  /** Whole dollars, parking included. */
  price: string;
  parkingPrice: string;
  note: string | null;
  /** YYYY-MM-DD; null while the contract stands. Sales of one unit never overlap. */
  cancelledOn: string | null;
  relatedParties: boolean;
};

/** A row that is sound but sells no home, for example land only. */
export type SkippedRow = { line: number; reason: string };

export type SalesRecord = {
  currency: 'TWD';
  projects: Project[];
  buildings: Building[];
  unitTypes: UnitType[];
  units: Unit[];
  sales: Sale[];
  skipped: SkippedRow[];
};
