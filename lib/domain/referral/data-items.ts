/**
 * What can be passed on, each for itself; labels under `codes.data_item`. A file is one item of its own (`fileItem`): papers are
 * agreed to one by one.
 */
export const DATA_ITEMS = [
  'facts',
  'job',
  'story',
  'fees',
  'verdicts',
  'loans',
  'pay',
  'parties',
  'signs',
  'name',
  'contact',
  'consents',
] as const

/** One thing that can be passed on, apart from files. */
export type DataItem = (typeof DATA_ITEMS)[number]

/** To save a life somebody has to be found and understood; what they paid and owe can wait for their word. */
export const VITAL_ITEMS: readonly string[] = [
  'facts',
  'story',
  'signs',
  'name',
  'contact',
] satisfies readonly DataItem[]

const FILE = 'evidence:'

/** The item of one file of the case. */
export function fileItem(evidenceId: string): string {
  return FILE + evidenceId
}

/** The file that an item is about; null for the others. */
export function fileOfItem(item: string): string | null {
  return item.startsWith(FILE) ? item.slice(FILE.length) : null
}

/** Whether a word names something that can be passed on: one of the list, or one file. */
export function isDataItem(word: string): boolean {
  return (DATA_ITEMS as readonly string[]).includes(word) || /^evidence:[0-9a-f-]{36}$/.test(word)
}

/** What may go without the worker's word, of what was chosen. */
export function vitalItems(items: readonly string[]): readonly string[] {
  return items.filter((item) => VITAL_ITEMS.includes(item))
}

/** Whether a file may go to somebody else by what a scanner said of it: never a find, and unlooked at only where there is no scanner. */
export function goesAlong(scan: 'clean' | 'found' | null, hasScanner: boolean): boolean {
  return scan === 'clean' || (scan === null && !hasScanner)
}
