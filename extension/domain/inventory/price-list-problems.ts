/** What can be wrong with a row of a price list (H2.2): which row, which column, and what to do. */

export type PriceProblemCode =
  | 'NO_UNIT'
  | 'UNIT_UNKNOWN'
  | 'UNIT_AMBIGUOUS'
  | 'UNIT_TWICE'
  | 'OTHER_PROJECT'
  | 'NOT_A_NUMBER'
  | 'TOO_MANY_PLACES'
  | 'TOO_LARGE'
  | 'NO_PRICE'
  | 'TOTAL_WRONG'
  | 'BELOW_FLOOR'
  | 'ABOVE_FILED'
  | 'AREAS_WRONG'
  | 'AREA_DIFFERS'
  | 'CURRENCY_WRONG';

export type PriceProblem = {
  row: number;
  /** The column's heading in the file; empty when the file has no such column. */
  column: string;
  code: PriceProblemCode;
  facts: Record<string, string>;
};

export const PRICE_PROBLEM_TEXTS: Readonly<Record<PriceProblemCode, string>> = {
  NO_UNIT: 'The row names no unit. Enter its number, or delete the row.',
  UNIT_UNKNOWN:
    'There is no unit {unit} in this project. Correct the building and number, or create the unit.',
  UNIT_AMBIGUOUS: '{count} units are called {unit}. Add a column with the building.',
  UNIT_TWICE: '{unit} is in row {other} already. Keep one of the two rows.',
  OTHER_PROJECT: 'The row is for {given}, but the list is read for {project}. Move it to a list of its own.',
  NOT_A_NUMBER: '"{value}" is no number. Enter digits only, such as 1234567.50.',
  TOO_MANY_PLACES: '{value} has more decimal places than {currency}. Round it.',
  TOO_LARGE: '{value} is more than can be stored. Check the unit of the column.',
  NO_PRICE: 'The unit has no price above zero. Enter the total price, or the price per m² and the area.',
  TOTAL_WRONG: 'Price per m² times area is {expected}, not {total}. Correct one of the three.',
  BELOW_FLOOR: 'The price {total} is below the floor price {floor}. Raise it, or lower the floor price.',
  ABOVE_FILED: 'The price {total} is above the filed price {filed}. Lower it, or file a new price first.',
  AREAS_WRONG: 'Inner and shared area add up to {sum}, not {gross}. Correct the areas.',
  AREA_DIFFERS: 'The area is {given} m² here and {known} m² in the unit. Correct one of the two.',
  CURRENCY_WRONG: 'The amount is in {given}, but the project sells in {expected}. Convert it.',
};

/** One sentence, in English; the code and the facts are there for other languages. */
export function priceProblemText({ code, facts }: PriceProblem): string {
  return PRICE_PROBLEM_TEXTS[code].replace(/\{(\w+)\}/g, (_all, name: string) => facts[name] ?? '');
}
