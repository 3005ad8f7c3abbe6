/** Mortgage progress (按揭进度, F1): cases by state and bank, and what the banks still have to pay out. */
import { definePageLayout } from 'twenty-sdk/define';
import { bars, flatBars, is, lately, number, pie, within } from '#kit/chart.ts';
import { board, charts, component, dashboard, numbers } from '#kit/dashboard.ts';
import { LOANS_ASKED_FOR, LOANS_TO_PAY_OUT } from './live.ts';

const TO_PAY_OUT = is('mortgageCase.state', ...LOANS_TO_PAY_OUT);
const ASKED_FOR = is('mortgageCase.state', ...LOANS_ASKED_FOR);

export default definePageLayout(
  dashboard('mortgage', [
    numbers(
      number('Loans asked for', { count: 'mortgageCase', where: [ASKED_FOR] }),
      number('Amount asked for', { sum: 'mortgageCase.amountAsked', where: [ASKED_FOR] }),
      number('Approved and not paid out', { sum: 'mortgageCase.amountApproved', where: [TO_PAY_OUT] }),
      number('Paid out this month', {
        sum: 'mortgageCase.amountDisbursed',
        where: [within('mortgageCase.disbursedOn', 'THIS_1_MONTH')],
      }),
    ),
    board(15, component('Mortgage progress', 'mortgageProgress')),
    charts(
      bars('Loans by state', { count: 'mortgageCase', by: 'mortgageCase.state', order: 'FIELD' }),
      flatBars('Approved and not paid out by bank', {
        sum: 'mortgageCase.amountApproved',
        by: 'mortgageCase.bank',
        where: [TO_PAY_OUT],
      }),
    ),
    charts(
      bars('Paid out by month', {
        sum: 'mortgageCase.amountDisbursed',
        by: 'mortgageCase.disbursedOn',
        each: 'MONTH',
        where: [lately('mortgageCase.disbursedOn', 11)],
      }),
      pie('Loans by kind', { count: 'mortgageCase', by: 'mortgageCase.kind' }),
      flatBars('Loans under way by clerk', {
        count: 'mortgageCase',
        by: 'mortgageCase.owner.name.firstName',
        where: [is('mortgageCase.state', ...LOANS_ASKED_FOR, ...LOANS_TO_PAY_OUT)],
      }),
    ),
  ]),
);
