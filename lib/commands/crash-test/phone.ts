import { setTimeout as pause } from 'node:timers/promises'
import { newToken } from '@/lib/platform/token'
import { chunkCount } from '@/lib/domain/files/limits'
import type { Lot } from './lot'
import { ProcessGone, type Server } from './processes'
import type { AnswerTo, Receipt, Request } from './requests'
import { filesOf, isWaiting } from './told'

/** How long a phone tries before its owner would give up. */
const PATIENCE_MS = 120_000
const AGAIN_MS = 60

/** The installation as a phone meets it: some process of it, if one is up. */
export type Site = { readonly someServer: () => Server | undefined; readonly lot: Lot; readonly tally: Tally }

/** What happened on the way. */
export type Tally = {
  /** Requests whose process was killed under them. */
  cut: number
  /** Requests that were answered with a failure, by its kind. */
  readonly failed: Map<string, number>
  /** Sent twice at one moment, or once more after the receipt. */
  sentAgain: number
}

/**
 * Tells the report of a phone as its browser would: step by step, in no order where none is asked for, again whenever no answer came.
 * Returns the receipt that it was shown.
 */
export async function tellReport(phone: number, site: Site): Promise<Receipt> {
  if (isWaiting(phone)) {
    const token = newToken()
    return receiptOf(site, { ask: 'send_waiting', phone, token })
  }
  const token = await untilAnswered(site, { ask: 'start', phone })
  for (const file of site.lot.shuffled(filesOf(phone).map((_, index) => index)))
    await sendFile(site, phone, token, file)
  return receiptOf(site, { ask: 'submit', phone, token })
}

async function sendFile(site: Site, phone: number, token: string, file: number): Promise<void> {
  const bytes = filesOf(phone)[file]?.bytes.length ?? 0
  const id = await untilAnswered(site, { ask: 'begin', phone, token, file })
  let there: readonly number[] = []
  for (;;) {
    const missing = Array.from({ length: chunkCount(bytes) }, (_, index) => index).filter(
      (index) => !there.includes(index),
    )
    for (const index of site.lot.shuffled(missing))
      await untilAnswered(site, { ask: 'piece', phone, token, file, id, index })
    const finished = await untilAnswered(site, { ask: 'finish', token, id })
    if (finished.state === 'ready') return
    if (finished.state !== 'wrong_length') throw new Error(`file of phone ${phone}: ${finished.state}`)
    there = finished.received
  }
}

type Sending = Extract<Request, { ask: 'submit' | 'send_waiting' }>

/** One of three is sent by two processes at once, and one of four once more when the receipt is there: always the same one. */
async function receiptOf(site: Site, request: Sending): Promise<Receipt> {
  const send = () => untilAnswered(site, request)
  const isTwice = site.lot.onceIn(3)
  const shown = isTwice ? await Promise.all([send(), send()]) : [await send()]
  if (site.lot.onceIn(4)) shown.push(await send())
  site.tally.sentAgain += shown.length - 1
  const receipts = shown.filter((one): one is Receipt => one !== 'already_received')
  const [receipt] = receipts
  if (!receipt) throw new Error(`phone ${request.phone} was told that it was received and never shown a receipt`)
  if (receipts.some(({ number, code }) => number !== receipt.number || code !== receipt.code))
    throw new Error(`phone ${request.phone} was shown two receipts`)
  return receipt
}

async function untilAnswered<R extends Request>(site: Site, request: R): Promise<AnswerTo<R>> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const server = site.someServer()
    try {
      if (server) return await server.ask(request)
    } catch (error) {
      if (error instanceof ProcessGone) site.tally.cut += 1
      else {
        const kind = error instanceof Error ? error.message : 'unknown'
        site.tally.failed.set(kind, (site.tally.failed.get(kind) ?? 0) + 1)
      }
    }
    if (Date.now() > end)
      throw new Error(`no answer to "${request.ask}" for two minutes: ${[...site.tally.failed.keys()].join(', ')}`)
    await pause(AGAIN_MS)
  }
}
