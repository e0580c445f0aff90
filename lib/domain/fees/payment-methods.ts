/** How a payment was made: in cash, by bank, taken from pay, in goods, or by unpaid work. */
export const PAYMENT_METHODS = ['cash', 'bank', 'deduction', 'goods', 'labour'] as const

/** A way of paying. */
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** Whether the worker holds a receipt: none, for a part, for all of it. */
export const RECEIPT_KINDS = ['none', 'partial', 'full'] as const

/** How much of a payment is covered by a receipt. */
export type ReceiptKind = (typeof RECEIPT_KINDS)[number]

/** How well the worker remembers an amount; `range` has two ends, `forgotten` is an answer. Labels under `codes.precision`. */
export const PRECISIONS = ['exact', 'about', 'range', 'forgotten'] as const

/** How well an amount is remembered. */
export type Precision = (typeof PRECISIONS)[number]

/** Who paid: the worker, family, the lender straight to the payee, or somebody else. Labels under `codes.payer`. */
export const PAYER_KINDS = ['worker', 'family', 'lender', 'other'] as const

/** Who a payment came from; paid by family counts as paid by the worker (ILO 2019, SDG 10.7.1). */
export type PayerKind = (typeof PAYER_KINDS)[number]
