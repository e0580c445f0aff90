/** How a payment was made: in cash, by bank, taken from pay, in goods, or by unpaid work. */
export const PAYMENT_METHODS = ['cash', 'bank', 'deduction', 'goods', 'labour'] as const

/** A way of paying. */
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** Whether the worker holds a receipt: none, for a part, for all of it. */
export const RECEIPT_KINDS = ['none', 'partial', 'full'] as const

/** How much of a payment is covered by a receipt. */
export type ReceiptKind = (typeof RECEIPT_KINDS)[number]

/** How well the worker remembers an amount. */
export const PRECISIONS = ['exact', 'about'] as const

/** How well an amount is remembered. */
export type Precision = (typeof PRECISIONS)[number]
