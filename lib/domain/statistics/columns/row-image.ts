import { MONEY, type Block, type Money } from './block'
import { MASK_CODES, REPORT_CODES, type MaskCode, type ReportCode } from './codes'

const CODE_NAMES = Object.keys(REPORT_CODES) as readonly ReportCode[]
const MASK_NAMES = Object.keys(MASK_CODES) as readonly MaskCode[]
const SUM_NAMES = Object.keys(MONEY) as readonly Money[]

/** Everything a row says, as one text: two rows that count alike have the same. */
export function rowImage(block: Block, row: number): string {
  const { payments, first, count } = block
  const image: (number | undefined)[] = [block.office[row], block.month[row], block.flags[row], count[row]]
  for (const name of CODE_NAMES) image.push(block.codes[name][row])
  for (const name of MASK_NAMES) image.push(block.masks[name][row])
  for (const name of SUM_NAMES) image.push(block.sums[name][row])
  const begin = first[row] as number
  for (let at = begin; at < begin + (count[row] as number); at++)
    image.push(payments.payee[at], payments.category[at], payments.verdict[at], payments.paid[at], payments.jpy[at])
  return image.join()
}
