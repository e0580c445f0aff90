/** Whether what was agreed has arrived, as the worker says; labels under `codes.arrived`. */
export const ARRIVED = ['yes', 'part', 'no'] as const
export type Arrived = (typeof ARRIVED)[number]

/** What a worker said of a promised remedy or of one payment of it. */
export type ArrivalAnswer = {
  readonly id: string
  readonly remedyId: string
  readonly repaymentId: string | null
  readonly arrived: Arrived
  readonly amountMinor: bigint | null
  readonly currency: string | null
  readonly answeredAt: Date
}
