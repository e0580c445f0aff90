import { DATA_ITEMS, fileOfItem } from '../data-items'
import { fieldMaker } from './fields'
import { itemRows } from './item-rows'
import { PACK_SCHEMA, PACK_VERSION, type Labeller, type Pack, type PackHead } from './pack'
import type { PackSource } from './pack-source'

/**
 * The pack of exactly the agreed items, in the order of their list, files last. Whatever else the source holds stays out.
 * An item that says nothing of this case is there, empty: the reader sees that it was agreed to and that nothing is known.
 */
export function buildPack(head: PackHead, source: PackSource, agreed: readonly string[], words: Labeller): Pack {
  const make = fieldMaker(words)
  const place = (item: string) =>
    fileOfItem(item) === null ? (DATA_ITEMS as readonly string[]).indexOf(item) : DATA_ITEMS.length
  const items = [...new Set(agreed)]
    .filter((item) => place(item) >= 0)
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  return {
    schema: PACK_SCHEMA,
    version: PACK_VERSION,
    reference: head.reference,
    madeAt: head.madeAt,
    from: head.from,
    to: head.to,
    purpose: { code: head.purpose, labels: words(`referrals.purpose_${head.purpose}`, head.purpose) },
    basis: head.basis,
    consentUntil: head.consentUntil,
    items: items.map((item) => ({
      item,
      labels: itemLabel(words, item),
      rows: itemRows(make, source, item, agreed),
    })),
  }
}

/** The words of an item: a file is called a file, its own name stands in its row. */
export function itemLabel(words: Labeller, item: string) {
  return words(`referrals.item_${fileOfItem(item) === null ? item : 'file'}`, item)
}
