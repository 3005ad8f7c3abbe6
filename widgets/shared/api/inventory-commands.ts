/** The commands and questions of inventory that widgets give, with what each of them takes. */
import type { UnitKind } from '#domain/inventory/unit-states.ts';

type Rise = { percent?: string; amount?: string };

export type UnitGridInput = {
  buildingId: string;
  fromFloor: number;
  toFloor: number;
  skipFloors?: number[];
  positions: ({
    unitTypeId?: string;
    areaSquareMetres?: string;
    orientation?: string;
    outlook?: string;
  } & Rise)[];
  skipNumbers?: number[];
  pattern?: string;
  kind?: UnitKind;
  basePricePerSquareMetre?: string;
  floorStep?: Rise;
};

export type InventoryInputs = {
  'inventory/release-units': { unitIds: string[] };
  'inventory/certify-milestone': { milestoneId: string; certifiedOn: string; includeEarlier?: boolean };
  'inventory/withdraw-units': { unitIds: string[]; reason: string };
  'inventory/open-release-batch': { releaseBatchId: string };
  'inventory/close-release-batch': { releaseBatchId: string; reason?: string };
  'inventory/assign-units-to-batch': { releaseBatchId: string; unitIds: string[] };
  'inventory/undo-price-scheme': { priceSchemeId: string; reason: string };
  'inventory/preview-units': UnitGridInput;
  'inventory/generate-units': UnitGridInput;
  'files/read-price-list': {
    projectId: string;
    fileName?: string;
    contentBase64?: string;
    isDryRun?: boolean;
    rounding?: string;
    decimalMark?: string;
    effectiveFrom?: string;
  };
};
