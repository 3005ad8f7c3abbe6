/** What is wrong with a row of a price list, in the reader's language; the same sentences as the server's. */
import type { PriceProblemCode } from '#domain/inventory/price-list-problems.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';

export const PROBLEM_TEXTS: Readonly<Record<PriceProblemCode, string>> = {
  NO_UNIT: msg('The row names no unit. Enter its number, or delete the row.'),
  UNIT_UNKNOWN: msg(
    'There is no unit {unit} in this project. Correct the building and number, or create the unit.',
  ),
  UNIT_AMBIGUOUS: msg('{count} units are called {unit}. Add a column with the building.'),
  UNIT_TWICE: msg('{unit} is in row {other} already. Keep one of the two rows.'),
  OTHER_PROJECT: msg(
    'The row is for {given}, but the list is read for {project}. Move it to a list of its own.',
  ),
  NOT_A_NUMBER: msg('"{value}" is no number. Enter digits only, such as 1234567.50.'),
  TOO_MANY_PLACES: msg('{value} has more decimal places than {currency}. Round it.'),
  TOO_LARGE: msg('{value} is more than can be stored. Check the unit of the column.'),
  NO_PRICE: msg('The unit has no price above zero. Enter the total price, or the price per m² and the area.'),
  TOTAL_WRONG: msg('Price per m² times area is {expected}, not {total}. Correct one of the three.'),
  BELOW_FLOOR: msg('The price {total} is below the floor price {floor}. Raise it, or lower the floor price.'),
  ABOVE_FILED: msg(
    'The price {total} is above the filed price {filed}. Lower it, or file a new price first.',
  ),
  AREAS_WRONG: msg('Inner and shared area add up to {sum}, not {gross}. Correct the areas.'),
  AREA_DIFFERS: msg('The area is {given} m² here and {known} m² in the unit. Correct one of the two.'),
  CURRENCY_WRONG: msg('The amount is in {given}, but the project sells in {expected}. Convert it.'),
};

export type ShownProblem = {
  row: number;
  column: string;
  code: string;
  facts: Record<string, string>;
  problem: string;
};

/** The server's own sentence for a code that is newer than this widget. */
export function problemText({ code, facts, problem }: ShownProblem, { t }: Words): string {
  const text = PROBLEM_TEXTS[code as PriceProblemCode];
  return text === undefined ? problem : t(text, facts);
}
