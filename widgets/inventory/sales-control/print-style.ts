/**
 * The board on paper: it alone, on one landscape page, whatever page of Twenty it stands on. Floors get lower in
 * steps as there are more of them (`printSizeOf`); the page is a named one, so that nothing else of the host page that
 * is printed turns sideways.
 */
import type { PrintSize } from './print-size.ts';

/** Heights of a floor in millimetres and the gap below it; together they fill about 147 of the page's 194 mm. */
const SIZES = {
  L: { height: 14, gap: 0.8, text: 8, hides: '' },
  M: { height: 8.6, gap: 0.6, text: 6, hides: '' },
  S: { height: 5.6, gap: 0.5, text: 6, hides: '.kt-cell-area,.kt-cell-note' },
  XS: { height: 3.5, gap: 0.35, text: 5.5, hides: '.kt-cell-line' },
  XXS: { height: 2.2, gap: 0.2, text: 4, hides: '.kt-cell-line' },
} as const satisfies Record<PrintSize, object>;

const sized = Object.entries(SIZES)
  .map(([size, { height, gap, text, hides }]) => {
    const at = `.kt-plans[data-print=${size}]`;
    const hidden = hides.split(',').map((one) => `${at} ${one}`);
    return `${at} .kt-grid{gap:${gap}mm}
${at} .kt-row{gap:${gap}mm}
${at} .kt-cell{height:${height}mm;border-radius:${Math.min(height / 4, 1)}mm;line-height:1}
${at} .kt-cell-number,${at} .kt-cell-price,${at} .kt-cell-area,${at} .kt-cell-note,${at} .kt-floor{font-size:${text}pt;line-height:1.25}
${at} .kt-cell-left[data-ending]{line-height:1}
${hides === '' ? '' : `${hidden.join(',')}{display:none}`}`;
  })
  .join('\n');

export const PRINT_STYLE = `
@media print{
@page kt-board{size:A4 landscape;margin:8mm}
body:has(.kt-board) :not(:has(.kt-board),.kt-board,.kt-board *){display:none!important}
body:has(.kt-board),body :has(.kt-board){position:static!important;overflow:visible!important;height:auto!important;max-height:none!important;min-height:0!important;transform:none!important}
.kt-board{page:kt-board;padding:0;gap:2mm;min-height:0}
.kt-board .kt-filters,.kt-board .kt-detail,.kt-board .kt-button,.kt-board .kt-head-choice,.kt-board .kt-print-hint{display:none}
.kt-board .kt-print-title{display:inline}
.kt-board .kt-figures{gap:1mm 8mm;padding-bottom:1.5mm}
.kt-board .kt-figure dd{font-size:10pt}
.kt-board .kt-figure dt{font-size:7pt}
.kt-board .kt-legend{gap:0 2mm}
.kt-board .kt-legend-item{min-height:0;padding:0 1mm;font-size:7pt}
.kt-stage,.kt-plans{display:block}
.kt-scroll{overflow:visible}
.kt-grid{display:flex}
.kt-plans .kt-row{grid-template-columns:9mm;grid-auto-columns:minmax(0,1fr);break-inside:avoid}
.kt-plans .kt-floor{position:static;padding-right:1mm;box-shadow:none}
.kt-plans .kt-cell{padding:.3mm .4mm .2mm 2.2mm;gap:0;justify-content:center;outline:0!important;box-shadow:none!important}
.kt-plans .kt-cell::before{width:1.6mm}
.kt-plans .kt-cell::after{display:none}
.kt-plans .kt-cell-number{padding:0}
${sized}
.kt-buildings{grid-template-columns:repeat(3,1fr)}
.kt-building{break-inside:avoid}
}
`;
