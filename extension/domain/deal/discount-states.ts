/** Kinds of discounts and who may give them (D1, C5). */
export type DiscountKind = 'PERCENT' | 'AMOUNT';

export type DiscountAuthority = 'SALESPERSON' | 'MANAGER' | 'APPROVAL';
