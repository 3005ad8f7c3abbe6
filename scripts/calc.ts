/**
 * `npm run -s calc -- RULE`: reads one JSON object on standard input and prints one on standard output, so
 * that any rule can be checked against a spreadsheet without a server.
 *
 *   echo '{"price":"2000000.00","agreed":"500000.00","paid":"500000.00","defaulter":"BUYER"}' \
 *     | npm run -s calc -- deposit
 *
 * Status 0 with the answer, 2 with {"error":{"field","message"}} when the input is wrong, 1 when Keyturn is.
 */
import { text } from 'node:stream/consumers';
import { calc } from '#scripts/calc/calc.ts';

try {
  if (process.stdin.isTTY) console.error('Paste one JSON object, then press Ctrl-D on a line of its own.');
  const { status, line } = calc(process.argv.slice(2), await text(process.stdin));
  process.stdout.write(`${line}\n`);
  process.exitCode = status;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
