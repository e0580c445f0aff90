import 'server-only'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { err, ok, type Result } from '@/lib/domain/result'
import type { SheetLines, TableError } from './table'

/** What a workbook may be when it is unpacked: a packed megabyte can be a thousand. */
const UNPACKED_MAXIMUM = 96 * 1024 * 1024
const ENTRIES_MAXIMUM = 500

/** The cells of every sheet as texts, in the order of the workbook; of a formula its last value, of a date `YYYY-MM-DD`. */
export async function readSheets(bytes: Buffer): Promise<Result<readonly SheetLines[], TableError>> {
  if (!isSmallEnough(bytes)) return err({ code: 'damaged' })
  try {
    const sheets = await readWorkbook(bytes)
    return ok(
      sheets.map(({ sheet, data }) => ({
        sheet: sheet.normalize('NFC'),
        lines: data.map((row, index) => ({ line: index + 1, cells: row.map((cell) => cellText(cell)) })),
        format: 'xlsx',
        encoding: 'xlsx',
      })),
    )
  } catch {
    return err({ code: 'damaged' })
  }
}

/** Looks at the list of contents only. */
function isSmallEnough(bytes: Buffer): boolean {
  let size = 0
  let entries = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        entries += 1
        return false
      },
    })
  } catch {
    return false
  }
  return size <= UNPACKED_MAXIMUM && entries <= ENTRIES_MAXIMUM
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  // A large number as it was typed, never with an exponent.
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell)
  // The reader gives texts, numbers, days and yes or no; anything else has no words.
  return typeof cell === 'string' ? cell.normalize('NFC') : ''
}
