/** Every refusal as an HTTP status and as a plain sentence that says what to do next, in both languages. Pure. */
import type { Refusal, RefusalCode } from '#domain/shared/refusal.ts';
import { HANDOVER_CHINESE, HANDOVER_ENGLISH, HANDOVER_STATUS } from './handover-refusals.ts';
import { CARE_CHINESE, CARE_ENGLISH, CARE_STATUS } from './refusal-text-care.ts';
import { TITLE_CHINESE, TITLE_ENGLISH, TITLE_STATUS } from './title-refusals.ts';

export type Language = 'en' | 'zh-CN';

export const HTTP_STATUS: Record<RefusalCode, number> = {
  INVALID_INPUT: 400,
  NOT_SIGNED_IN: 401,
  NO_RIGHT: 403,
  NOT_FOUND: 404,
  REQUEST_ID_REUSED: 409,
  UNIT_TAKEN: 409,
  UNIT_NOT_FOR_SALE: 409,
  UNIT_HAS_NO_PRICE: 422,
  UNITS_NOT_RELEASABLE: 409,
  PERMIT_REQUIRED: 422,
  PERMIT_EXPIRED: 422,
  PRICE_ABOVE_FILED: 422,
  PRICE_NOT_YOURS_TO_SET: 403,
  PRICE_BELOW_FLOOR: 422,
  DEPOSIT_TOO_LOW: 403,
  NO_BUYER: 400,
  RESERVATION_CLOSED: 409,
  RESERVATION_EXPIRED: 409,
  RESERVATION_STILL_VALID: 409,
  PLAN_DOES_NOT_ADD_UP: 422,
  PLAN_LINE_INVALID: 422,
  PLAN_NOT_OFFERED: 422,
  PLAN_MILESTONE_MISSING: 422,
  CONTRACT_NUMBER_TAKEN: 409,
  CONTRACT_NOT_LIVE: 409,
  MILESTONE_CERTIFIED: 409,
  EARLIER_MILESTONES_OPEN: 409,
  MILESTONE_DATES_OUT_OF_ORDER: 422,
  DATE_IN_FUTURE: 400,
  CURRENCY_MISMATCH: 422,
  RECEIPT_ALREADY_BOOKED: 409,
  DUE_NOT_PAID: 409,
  INSTALLMENTS_WITHOUT_DUE_DATE: 409,
  ALREADY_HANDED_OVER: 409,
  APPROVAL_REQUIRED: 403,
  APPROVAL_DECIDED: 409,
  APPROVAL_YOUR_OWN: 403,
  APPROVAL_CHANGED: 409,
  STATE_NOT_ALLOWED: 409,
  AMOUNT_TOO_HIGH: 422,
  FILE_UNREADABLE: 422,
  PAYMENT_MISMATCH: 422,
  SIGNATURE_WRONG: 401,
  DEPOSIT_ABOVE_CAP: 422,
  NOT_YOUR_DEAL: 403,
  UNIT_FROZEN: 409,
  HOLD_LIMIT_REACHED: 409,
  TIME_OVER: 409,
  TIME_NOT_OVER: 409,
  BATCH_NOT_OPEN: 409,
  TICKET_NEEDED: 409,
  TICKET_EXISTS: 409,
  TICKET_CLOSED: 409,
  EARNEST_NOT_PAID: 409,
  QUEUE_EMPTY: 409,
  REQUEUES_USED_UP: 409,
  UNIT_NOT_IN_BATCH: 422,
  LOTTERY_DRAWN: 409,
  LOTTERY_NOT_DRAWN: 409,
  REFUND_IN_FULL: 422,
  DISCOUNT_NOT_VALID: 422,
  PRICE_NOT_APPROVED: 409,
  EXTENSION_NOT_ALLOWED: 403,
  UPGRADE_FIRST: 409,
  DEPOSIT_NOT_FORFEITABLE: 422,
  AREA_SETTLED: 409,
  LOAN_RUNNING: 409,
  PRICE_SCHEME_INCOMPLETE: 409,
  RELEASE_BATCH_EMPTY: 409,
  UNITS_NOT_WITHDRAWABLE: 409,
  UNIT_NUMBERS_IN_TRASH: 409,
  QUOTE_INCOMPLETE: 422,
  QUOTE_NEEDS_APPROVAL: 422,
  PERSON_NEEDED: 403,
  NO_WORKFLOW_PERMISSION: 403,
  SAMPLE_IN_USE: 409,
  ...TITLE_STATUS,
  CHECKLIST_EMPTY: 409,
  INSPECTION_INCOMPLETE: 409,
  KEYS_NOT_THERE: 409,
  HANDOVER_NOT_DONE: 409,
  PHOTO_NOT_ACCEPTED: 422,
  ...HANDOVER_STATUS,
  BUSY: 409,
  ...CARE_STATUS,
};

type Sentences = { [C in RefusalCode]: (facts: Extract<Refusal, { code: C }>) => string };

/** "2026-11-21 22:00 UTC": short, and the same for whoever reads it. */
function moment(iso: string | null): string {
  return iso === null || iso === '' ? '' : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

function listed(names: readonly string[], most = 5): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} … (+${rest})` : names.join(', ');
}

function stated(units: readonly { unit: string; state: string }[]): string {
  return listed(units.map(({ unit, state }) => `${unit} (${state})`));
}

const ENGLISH: Sentences = {
  INVALID_INPUT: ({ field, problem }) => `The field ${field} ${problem}.`,
  NOT_SIGNED_IN: () => 'Nobody is signed in. Sign in to Twenty and try again.',
  NO_RIGHT: ({ right }) =>
    `Your role does not include the Keyturn right "${right}". Ask an administrator to grant it in Settings, Roles.`,
  NOT_FOUND: ({ what, id }) =>
    `There is no ${what} with the id ${id}. It may have been deleted; reload and choose again.`,
  REQUEST_ID_REUSED: () =>
    'This request id was used for something else before. Send the new request with an id of its own.',
  UNIT_TAKEN: ({ unit, holder, until }) =>
    until === null
      ? `${unit} is sold to ${holder}. Choose another unit.`
      : `${unit} is held by ${holder} until ${moment(until)}. Choose another unit or wait until then.`,
  UNIT_NOT_FOR_SALE: ({ unit, state }) => `${unit} is not for sale (${state}). Release it for sale first.`,
  UNIT_HAS_NO_PRICE: ({ unit }) => `${unit} has no list price. Enter the price, then try again.`,
  UNITS_NOT_RELEASABLE: ({ units, count }) =>
    `${count} of the units cannot be released: ${stated(units)}. Leave them out and try again.`,
  PERMIT_REQUIRED: ({ project }) =>
    `${project} needs a pre-sale permit before it may sell. Enter its number in the project or the building.`,
  PERMIT_EXPIRED: ({ project, permit, expiredOn }) =>
    `The pre-sale permit ${permit} of ${project} expired on ${expiredOn}. Enter the renewed permit there.`,
  PRICE_ABOVE_FILED: ({ unit, price, filed }) =>
    `The price ${price} of ${unit} is above the filed price ${filed}. Lower the price or file a new one.`,
  PRICE_NOT_YOURS_TO_SET: ({ unit, listPrice }) =>
    `Only a sales manager may agree on another price than the list price of ${unit}, ${listPrice}. Use the list price or ask a manager.`,
  PRICE_BELOW_FLOOR: ({ unit, price }) =>
    `${price} is below the floor price of ${unit}. Agree on a higher price.`,
  DEPOSIT_TOO_LOW: ({ unit, asked, required }) =>
    `The project asks a deposit of ${required} for ${unit}; ${asked} is less. Ask the full deposit, or a manager to agree on less.`,
  NO_BUYER: ({ unit }) => `Say who reserves ${unit}: a person, a company or a name.`,
  RESERVATION_CLOSED: ({ reservation, state }) =>
    `The reservation ${reservation} is closed already (${state}).`,
  RESERVATION_EXPIRED: ({ reservation, until }) =>
    `The reservation ${reservation} expired at ${moment(until)}. Reserve the unit again if it is still free.`,
  RESERVATION_STILL_VALID: ({ reservation, until }) =>
    `The reservation ${reservation} is valid until ${moment(until)}. Cancel it if it has to end earlier.`,
  PLAN_DOES_NOT_ADD_UP: ({ plan, sum, expected }) =>
    `The lines of the payment plan ${plan} add up to ${sum} instead of ${expected}. Correct the plan, then sign.`,
  PLAN_LINE_INVALID: ({ plan, line, problem }) =>
    `The payment plan ${plan} cannot be used: ${line} ${problem}.`,
  PLAN_NOT_OFFERED: ({ plan }) => `The payment plan ${plan} is no longer offered. Choose another plan.`,
  PLAN_MILESTONE_MISSING: ({ plan, milestone, building }) =>
    `The payment plan ${plan} waits for the milestone ${milestone}, which ${building} does not have. Add the milestone to the building or choose another plan.`,
  CONTRACT_NUMBER_TAKEN: ({ number }) =>
    `Another contract has the number ${number} already. Use another number.`,
  CONTRACT_NOT_LIVE: ({ contract, state }) =>
    `The contract ${contract} does not bind (${state}), so nothing can be booked on it.`,
  MILESTONE_CERTIFIED: ({ milestone, certifiedOn, paidInstallments }) =>
    `${milestone} was certified on ${certifiedOn} and ${paidInstallments} of its installments have received money. Change the contracts instead.`,
  EARLIER_MILESTONES_OPEN: ({ milestone, earlier }) =>
    `Earlier milestones are not certified yet: ${listed(earlier)}. Certify them first, or together with ${milestone}.`,
  MILESTONE_DATES_OUT_OF_ORDER: ({ milestone, certifiedOn, other, otherOn }) =>
    `${milestone} cannot be certified as of ${certifiedOn}, because ${other} is certified as of ${otherOn}. Check both dates.`,
  DATE_IN_FUTURE: ({ field, date, today }) =>
    `The date ${date} (${field}) lies in the future; where the project is, today is ${today}. Enter that day or an earlier one.`,
  CURRENCY_MISMATCH: ({ expected, given }) => `The amount is in ${given}, but this is kept in ${expected}.`,
  RECEIPT_ALREADY_BOOKED: ({ externalId, receipt }) =>
    `The payment ${externalId} is booked already as receipt ${receipt}. Nothing was booked again.`,
  DUE_NOT_PAID: ({ contract, open, installments }) =>
    `${open} of the contract ${contract} is due and not paid: ${listed(installments)}. Record the receipts, then hand over.`,
  INSTALLMENTS_WITHOUT_DUE_DATE: ({ contract, installments }) =>
    `Installments of the contract ${contract} have no due date yet: ${listed(installments)}. Certify their milestones, then hand over.`,
  ALREADY_HANDED_OVER: ({ contract, on }) =>
    `The keys for the contract ${contract} were handed over on ${on}.`,
  APPROVAL_REQUIRED: ({ command }) =>
    `${command} needs the approval of somebody else. Ask for it with ask-approval; once it is approved it is carried out.`,
  APPROVAL_DECIDED: ({ approval, state }) =>
    `"${approval}" was decided already (${state}). Ask again if it is still needed.`,
  APPROVAL_YOUR_OWN: ({ approval }) =>
    `You asked for "${approval}" yourself. Somebody else has to decide on it.`,
  APPROVAL_CHANGED: ({ approval }) =>
    `What "${approval}" asks for was changed after it was asked. Nothing was done; ask again.`,
  STATE_NOT_ALLOWED: ({ what, from, to }) =>
    `${what} is ${from} and cannot become ${to}. Check its state first.`,
  AMOUNT_TOO_HIGH: ({ field, amount, most }) =>
    `${amount} (${field}) is too much; at most ${most} is possible. Enter a lower amount.`,
  FILE_UNREADABLE: ({ file, row, problem }) =>
    `${file}${row === null ? '' : `, row ${row}`}: ${problem}. Correct the file and read it again; nothing was stored.`,
  PAYMENT_MISMATCH: ({ reference, expected, given }) =>
    `The payment for ${reference} is ${given}, but ${expected} was asked. Nothing was booked; look into it.`,
  SIGNATURE_WRONG: ({ problem }) => `The signature does not hold: ${problem}. Nothing was booked.`,
  DEPOSIT_ABOVE_CAP: ({ most, price }) =>
    `Before the agreement at most ${most} may be taken of a price of ${price}. Take less, or sign first.`,
  NOT_YOUR_DEAL: ({ what }) =>
    `${what} belongs to another salesperson. Ask them, the leader of their team or a sales manager.`,
  UNIT_FROZEN: ({ unit }) =>
    `${unit} is frozen. Nobody can take, sign or hand it over until the freeze is lifted.`,
  HOLD_LIMIT_REACHED: ({ unit, limit }) =>
    `${unit} cannot be held: a salesperson may hold at most ${limit} units at a time. Release another hold first.`,
  TIME_OVER: ({ what, until }) =>
    `The time of ${what} was over at ${moment(until)}. Begin again if the unit is still free.`,
  TIME_NOT_OVER: ({ what, until }) => `${what} has time until ${moment(until)}. Wait until then.`,
  BATCH_NOT_OPEN: ({ batch, state }) => `The release batch ${batch} is ${state}. Check its state first.`,
  TICKET_NEEDED: ({ unit, batch }) =>
    `${unit} belongs to ${batch}, which is sold by queue. Let the called ticket choose it first.`,
  TICKET_EXISTS: ({ buyer, ticket }) =>
    `${buyer} has the ticket ${ticket} in this batch already. Use that one, or cancel it first.`,
  TICKET_CLOSED: ({ ticket, state }) =>
    `The ticket ${ticket} is closed already (${state}). Take a new one if it is still needed.`,
  EARNEST_NOT_PAID: ({ ticket, open }) =>
    `${open} of the earnest money of ${ticket} is not paid. Record the receipt first.`,
  QUEUE_EMPTY: ({ batch }) => `Nobody waits in the queue of ${batch}. Activate a ticket first.`,
  REQUEUES_USED_UP: ({ ticket, times }) =>
    `${ticket} cannot come back: a missed ticket may come back ${times} times in this batch.`,
  UNIT_NOT_IN_BATCH: ({ unit, batch }) => `${unit} does not belong to ${batch}. Choose a unit of this batch.`,
  LOTTERY_DRAWN: ({ batch, at }) =>
    `The lottery of ${batch} was drawn at ${moment(at)}. It is drawn once only.`,
  LOTTERY_NOT_DRAWN: ({ batch }) => `The lottery of ${batch} is not drawn yet. Draw it, then call.`,
  REFUND_IN_FULL: ({ ticket, paid }) =>
    `Earnest money goes back in full: ${paid} was paid on ${ticket}. Refund just that.`,
  DISCOUNT_NOT_VALID: ({ discount, problem }) =>
    `The discount ${discount} cannot be given: it ${problem}. Choose other discounts.`,
  PRICE_NOT_APPROVED: ({ reservation, price }) =>
    `The price ${price} of ${reservation} waits for approval. Have it confirmed first.`,
  EXTENSION_NOT_ALLOWED: ({ reservation, most, mostHours }) =>
    `A reservation is extended at most ${most} times by ${mostHours} hours each; ${reservation} would need more. Ask a sales manager.`,
  UPGRADE_FIRST: ({ reservation }) =>
    `${reservation} has only its small deposit. Upgrade it to the large one, then sign.`,
  DEPOSIT_NOT_FORFEITABLE: ({ reservation }) =>
    `The deposit of ${reservation} is a prepayment and none in law, so it cannot be kept. Refund it.`,
  AREA_SETTLED: ({ contract, on }) =>
    `The area of the contract ${contract} was settled on ${on}: its home cannot be exchanged any more. Cancel it and sign another one.`,
  LOAN_RUNNING: ({ contract, bank, state }) =>
    `${bank} has a loan on the contract ${contract} (${state}) for this home and these buyers. End the loan first, then ask again.`,
  PRICE_SCHEME_INCOMPLETE: ({ scheme, prices, rows }) =>
    `${scheme} has ${prices} of its ${rows} prices. Read the same file again, then activate it.`,
  RELEASE_BATCH_EMPTY: ({ batch }) =>
    `No unit of ${batch} waits to be released. Assign units to the batch first.`,
  UNITS_NOT_WITHDRAWABLE: ({ units, count }) =>
    `${count} of the units cannot be withdrawn: ${stated(units)}. Leave them out and try again.`,
  UNIT_NUMBERS_IN_TRASH: ({ building, numbers }) =>
    `Deleted units of ${building} still have these numbers: ${listed(numbers)}. Restore them or delete them for good.`,
  QUOTE_INCOMPLETE: ({ quote, missing }) =>
    `${quote} has no ${missing} yet. Choose it in the deal desk, then send the quote.`,
  QUOTE_NEEDS_APPROVAL: ({ quote, price }) =>
    `The price ${price} of ${quote} needs an approval, which is asked for with the reservation. Reserve the unit, or quote a price that needs none.`,
  PERSON_NEEDED: () =>
    'Twenty lets only people change workflows, no API key. Sign in as an admin and run "Set up workflows".',
  NO_WORKFLOW_PERMISSION: () =>
    'Your role may not change workflows in Twenty. Ask an admin for the permission "Workflows" (Settings, Roles), or let them do it.',
  SAMPLE_IN_USE: ({ deals }) =>
    `Deals of people who are not of the sample hang on it: ${deals.join(', ')}. It stays as long as they do.`,
  ...TITLE_ENGLISH,
  CHECKLIST_EMPTY: ({ template }) =>
    `The inspection template ${template} has no items. Add some, or set up the usual checklist, then begin.`,
  INSPECTION_INCOMPLETE: ({ inspection, open, rooms }) =>
    `${open} items of ${inspection} are not answered yet, in: ${listed(rooms)}. Answer them, then sign.`,
  KEYS_NOT_THERE: ({ set, state, holder }) =>
    `${set} cannot be moved like this: it is ${state} (${holder}). Reload and choose from what is there now.`,
  HANDOVER_NOT_DONE: ({ handover, state }) =>
    `${handover} is not finished (${state}). Finish the handover first, or give the keys out as a loan without it.`,
  PHOTO_NOT_ACCEPTED: ({ file, problem }) =>
    `The photo ${file} ${problem}. Send JPEG, PNG or WebP of at most 5 MB, ten before and ten after.`,
  ...HANDOVER_ENGLISH,
  BUSY: ({ what }) => `${what} is being changed by somebody else right now. Try again in a moment.`,
  ...CARE_ENGLISH,
};

const CHINESE: Sentences = {
  INVALID_INPUT: ({ field, problem }) => `字段 ${field} 有误：${problem}。`,
  NOT_SIGNED_IN: () => '尚未登录。请登录 Twenty 后重试。',
  NO_RIGHT: ({ right }) => `您的角色没有 Keyturn 权限“${right}”。请管理员在“设置 - 角色”中授权。`,
  NOT_FOUND: ({ what, id }) => `找不到编号为 ${id} 的记录（${what}），可能已被删除。请刷新后重新选择。`,
  REQUEST_ID_REUSED: () => '该请求编号已用于其他操作。请使用新的请求编号。',
  UNIT_TAKEN: ({ unit, holder, until }) =>
    until === null
      ? `${unit} 已售予 ${holder}。请选择其他房源。`
      : `${unit} 已由 ${holder} 保留至 ${moment(until)}。请选择其他房源或届时再试。`,
  UNIT_NOT_FOR_SALE: ({ unit, state }) => `${unit} 当前不可售（${state}）。请先放盘。`,
  UNIT_HAS_NO_PRICE: ({ unit }) => `${unit} 没有表价。请先填写价格。`,
  UNITS_NOT_RELEASABLE: ({ units, count }) => `有 ${count} 套房源不能放盘：${stated(units)}。请去除后重试。`,
  PERMIT_REQUIRED: ({ project }) => `${project} 须取得预售许可证后方可销售。请在项目或楼栋中填写证号。`,
  PERMIT_EXPIRED: ({ project, permit, expiredOn }) =>
    `${project} 的预售许可证 ${permit} 已于 ${expiredOn} 到期。请填写续期证号。`,
  PRICE_ABOVE_FILED: ({ unit, price, filed }) =>
    `${unit} 的价格 ${price} 高于备案价 ${filed}。请降低价格或重新备案。`,
  PRICE_NOT_YOURS_TO_SET: ({ unit, listPrice }) =>
    `只有案场经理可以改变 ${unit} 的表价 ${listPrice}。请按表价办理或联系经理。`,
  PRICE_BELOW_FLOOR: ({ unit, price }) => `${price} 低于 ${unit} 的底价。请提高价格。`,
  DEPOSIT_TOO_LOW: ({ unit, asked, required }) =>
    `${unit} 的定金应为 ${required}，${asked} 不足。请足额收取，或由案场经理同意减少。`,
  NO_BUYER: ({ unit }) => `请填写 ${unit} 的认购人：个人、公司或姓名。`,
  RESERVATION_CLOSED: ({ reservation, state }) => `认购 ${reservation} 已结束（${state}）。`,
  RESERVATION_EXPIRED: ({ reservation, until }) =>
    `认购 ${reservation} 已于 ${moment(until)} 到期。若房源仍可售，请重新认购。`,
  RESERVATION_STILL_VALID: ({ reservation, until }) =>
    `认购 ${reservation} 有效至 ${moment(until)}。如需提前结束，请取消认购。`,
  PLAN_DOES_NOT_ADD_UP: ({ plan, sum, expected }) =>
    `付款方案 ${plan} 各行合计为 ${sum}，应为 ${expected}。请修正方案后再签约。`,
  PLAN_LINE_INVALID: ({ plan, line, problem }) => `付款方案 ${plan} 不能使用：${line} ${problem}。`,
  PLAN_NOT_OFFERED: ({ plan }) => `付款方案 ${plan} 已停用。请选择其他方案。`,
  PLAN_MILESTONE_MISSING: ({ plan, milestone, building }) =>
    `付款方案 ${plan} 依赖工程节点 ${milestone}，而 ${building} 没有该节点。请为楼栋添加节点或选择其他方案。`,
  CONTRACT_NUMBER_TAKEN: ({ number }) => `合同编号 ${number} 已被使用。请更换编号。`,
  CONTRACT_NOT_LIVE: ({ contract, state }) => `合同 ${contract} 未生效（${state}），不能入账。`,
  MILESTONE_CERTIFIED: ({ milestone, certifiedOn, paidInstallments }) =>
    `${milestone} 已于 ${certifiedOn} 确认，且有 ${paidInstallments} 笔应收款已收款。请改走合同变更。`,
  EARLIER_MILESTONES_OPEN: ({ milestone, earlier }) =>
    `更早的节点尚未确认：${listed(earlier)}。请先确认，或与 ${milestone} 一并确认。`,
  MILESTONE_DATES_OUT_OF_ORDER: ({ milestone, certifiedOn, other, otherOn }) =>
    `${milestone} 不能确认为 ${certifiedOn}，因为 ${other} 的确认日期为 ${otherOn}。请核对两个日期。`,
  DATE_IN_FUTURE: ({ field, date, today }) =>
    `日期 ${date}（${field}）晚于项目所在地的今天 ${today}。请填写该日或更早的日期。`,
  CURRENCY_MISMATCH: ({ expected, given }) => `金额币种为 ${given}，应为 ${expected}。`,
  RECEIPT_ALREADY_BOOKED: ({ externalId, receipt }) =>
    `款项 ${externalId} 已入账（收款单 ${receipt}），未重复入账。`,
  DUE_NOT_PAID: ({ contract, open, installments }) =>
    `合同 ${contract} 尚有到期未付 ${open}：${listed(installments)}。请先收款，再交付。`,
  INSTALLMENTS_WITHOUT_DUE_DATE: ({ contract, installments }) =>
    `合同 ${contract} 有应收款尚无到期日：${listed(installments)}。请先确认工程节点，再交付。`,
  ALREADY_HANDED_OVER: ({ contract, on }) => `合同 ${contract} 已于 ${on} 交付钥匙。`,
  APPROVAL_REQUIRED: ({ command }) =>
    `${command} 须经他人审批。请先用 ask-approval 提出申请，批准后自动执行。`,
  APPROVAL_DECIDED: ({ approval, state }) => `“${approval}”已有决定（${state}）。如仍需要，请重新申请。`,
  APPROVAL_YOUR_OWN: ({ approval }) => `“${approval}”由您本人提出，须由他人审批。`,
  APPROVAL_CHANGED: ({ approval }) => `“${approval}”的内容在申请后被改动，未执行。请重新申请。`,
  STATE_NOT_ALLOWED: ({ what, from, to }) => `${what} 当前为 ${from}，不能变为 ${to}。请先核对状态。`,
  AMOUNT_TOO_HIGH: ({ field, amount, most }) => `${amount}（${field}）过高，最多为 ${most}。请调低金额。`,
  FILE_UNREADABLE: ({ file, row, problem }) =>
    `${file}${row === null ? '' : ` 第 ${row} 行`}：${problem}。请修正文件后重新读取；未保存任何内容。`,
  PAYMENT_MISMATCH: ({ reference, expected, given }) =>
    `${reference} 的付款为 ${given}，应为 ${expected}。未入账，请核实。`,
  SIGNATURE_WRONG: ({ problem }) => `签名无效：${problem}。未入账。`,
  DEPOSIT_ABOVE_CAP: ({ most, price }) => `签约前最多可收取 ${most}（总价 ${price}）。请减少收款或先签约。`,
  NOT_YOUR_DEAL: ({ what }) => `${what} 属于其他置业顾问。请联系该置业顾问、其团队主管或销售经理。`,
  UNIT_FROZEN: ({ unit }) => `${unit} 已冻结。解除冻结之前，任何人不得认购、签约或交付。`,
  HOLD_LIMIT_REACHED: ({ unit, limit }) =>
    `${unit} 不能保留：每位置业顾问同时最多保留 ${limit} 套。请先释放其他保留。`,
  TIME_OVER: ({ what, until }) => `${what} 已于 ${moment(until)} 到期。`,
  TIME_NOT_OVER: ({ what, until }) => `${what} 的时限至 ${moment(until)}，请届时再试。`,
  BATCH_NOT_OPEN: ({ batch, state }) => `推盘批次 ${batch} 当前为 ${state}。请先核对状态。`,
  TICKET_NEEDED: ({ unit, batch }) => `${unit} 属于按排号销售的 ${batch}。请先由被叫号者选定该房源。`,
  TICKET_EXISTS: ({ buyer, ticket }) => `${buyer} 在该批次已有排号 ${ticket}。请使用该号或先取消。`,
  TICKET_CLOSED: ({ ticket, state }) => `排号 ${ticket} 已结束（${state}）。`,
  EARNEST_NOT_PAID: ({ ticket, open }) => `${ticket} 尚有诚意金 ${open} 未付。请先登记收款。`,
  QUEUE_EMPTY: ({ batch }) => `${batch} 没有等候的排号。`,
  REQUEUES_USED_UP: ({ ticket, times }) => `${ticket} 不能重新排队：该批次过号后最多可重排 ${times} 次。`,
  UNIT_NOT_IN_BATCH: ({ unit, batch }) => `${unit} 不属于 ${batch}。请选择该批次的房源。`,
  LOTTERY_DRAWN: ({ batch, at }) => `${batch} 已于 ${moment(at)} 摇号，只能摇一次。`,
  LOTTERY_NOT_DRAWN: ({ batch }) => `${batch} 尚未摇号。请先摇号再叫号。`,
  REFUND_IN_FULL: ({ ticket, paid }) => `诚意金须全额退还：${ticket} 已付 ${paid}。请按此金额退款。`,
  DISCOUNT_NOT_VALID: ({ discount, problem }) => `折扣 ${discount} 不能使用：${problem}。请另选折扣。`,
  PRICE_NOT_APPROVED: ({ reservation, price }) => `${reservation} 的价格 ${price} 尚待审批。请先完成审批。`,
  EXTENSION_NOT_ALLOWED: ({ reservation, most, mostHours }) =>
    `认购最多可延期 ${most} 次，每次 ${mostHours} 小时；${reservation} 已超出。请联系销售经理。`,
  UPGRADE_FIRST: ({ reservation }) => `${reservation} 仅为小定。请先转为大定，再签约。`,
  DEPOSIT_NOT_FORFEITABLE: ({ reservation }) => `${reservation} 所收为预付款而非定金，不能没收。请办理退款。`,
  AREA_SETTLED: ({ contract, on }) =>
    `合同 ${contract} 的面积已于 ${on} 结算，不能再换房。请退房后重新签约。`,
  LOAN_RUNNING: ({ contract, bank, state }) =>
    `合同 ${contract} 在 ${bank} 的贷款（${state}）针对该房源及现有买受人。请先终止贷款，再重新申请。`,
  PRICE_SCHEME_INCOMPLETE: ({ scheme, prices, rows }) =>
    `${scheme} 共 ${rows} 条价格，只有 ${prices} 条。请重新读取同一文件后再启用。`,
  RELEASE_BATCH_EMPTY: ({ batch }) => `${batch} 没有待放盘的房源。请先将房源加入批次。`,
  UNITS_NOT_WITHDRAWABLE: ({ units, count }) =>
    `有 ${count} 套房源不能收回：${stated(units)}。请去除后重试。`,
  UNIT_NUMBERS_IN_TRASH: ({ building, numbers }) =>
    `${building} 的这些房号属于已删除的房源：${listed(numbers)}。请恢复或彻底删除。`,
  QUOTE_INCOMPLETE: ({ quote, missing }) => `${quote} 尚缺 ${missing}。请在成交台中选择后再发送。`,
  QUOTE_NEEDS_APPROVAL: ({ quote, price }) =>
    `${quote} 的价格 ${price} 须经审批，审批随认购提出。请直接认购，或改报无须审批的价格。`,
  PERSON_NEEDED: () => 'Twenty 只允许人员修改工作流，API 密钥不可以。请以管理员身份登录并运行“设置工作流”。',
  NO_WORKFLOW_PERMISSION: () =>
    '您的角色无权修改 Twenty 的工作流。请向管理员申请“工作流”权限（设置，角色），或由管理员操作。',
  SAMPLE_IN_USE: ({ deals }) => `示例数据上有非示例客户的交易：${deals.join('、')}。在其结束前示例数据保留。`,
  ...TITLE_CHINESE,
  CHECKLIST_EMPTY: ({ template }) => `验房模板 ${template} 没有检查项。请先添加或生成常用清单，再开始验房。`,
  INSPECTION_INCOMPLETE: ({ inspection, open, rooms }) =>
    `${inspection} 还有 ${open} 项未检查，位于：${listed(rooms)}。请完成后再签字。`,
  KEYS_NOT_THERE: ({ set, state, holder }) =>
    `${set} 目前为 ${state}（${holder}），不能这样操作。请刷新后按现状选择。`,
  HANDOVER_NOT_DONE: ({ handover, state }) =>
    `${handover} 尚未完成（${state}）。请先完成交付，或不关联交付而作为借用登记。`,
  PHOTO_NOT_ACCEPTED: ({ file, problem }) =>
    `照片 ${file} 未被接受（${problem}）。请上传不超过 5 MB 的 JPEG、PNG 或 WebP，整改前后各最多十张。`,
  ...HANDOVER_CHINESE,
  BUSY: ({ what }) => `${what} 正被他人修改。请稍后重试。`,
  ...CARE_CHINESE,
};

export function refusalText(refusal: Refusal, language: Language = 'en'): string {
  const sentences = language === 'zh-CN' ? CHINESE : ENGLISH;
  const sentence = sentences[refusal.code] as (facts: Refusal) => string;
  return sentence(refusal);
}
