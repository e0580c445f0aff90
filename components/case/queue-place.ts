/** In the storage of the tab: the address of the list and the case whose row was chosen. Nothing else of the case. */
const KEPT = 'queue-row'

/**
 * Keeps which row of the queue was chosen, by keyboard or by going to its case, and chooses it again when the officer comes Back.
 * A list that is opened anew begins at its top. Returns what ends it.
 */
export function rememberRow(): () => void {
  if (isBack()) chooseAgain()
  const onClick = (event: MouseEvent) => {
    const row =
      event.target instanceof Element && event.target.closest('a') ? event.target.closest('tr[data-case]') : null
    if (row) mark(row)
  }
  document.addEventListener('click', onClick)
  window.addEventListener('pagehide', keep)
  return () => {
    document.removeEventListener('click', onClick)
    window.removeEventListener('pagehide', keep)
    keep()
  }
}

function isBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward'
}

function keep(): void {
  const row = document.querySelector<HTMLElement>('tr[data-case].cursor')
  if (row) withStorage((storage) => storage.setItem(KEPT, JSON.stringify([here(), row.dataset['case']])))
}

function chooseAgain(): void {
  const kept = withStorage((storage) => storage.getItem(KEPT))
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-case]')]
  const row = rows.find((one) => kept === JSON.stringify([here(), one.dataset['case']]))
  if (row) mark(row)
}

function mark(row: Element): void {
  document.querySelector('tr[data-case].cursor')?.classList.remove('cursor')
  row.classList.add('cursor')
}

const here = () => location.pathname + location.search

/** A browser may refuse its storage; then nothing is kept. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(sessionStorage)
  } catch {
    return null
  }
}
