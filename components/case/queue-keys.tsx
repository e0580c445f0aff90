'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { rememberRow } from './queue-place'

export type KeyHelp = { readonly keys: readonly string[]; readonly text: string }

/** Whether scripts run: false in the page as it is sent, true as soon as this component runs in a browser. */
const neverChanges = () => () => undefined

/**
 * Moves through the queue by keyboard: j and k choose a row, Enter or o opens it, a takes it, r answers, x ticks it, / searches, ? shows
 * the list of keys. Back from a case, the row that was left is chosen. Shown, and working, only when scripts run; every act is also a link.
 */
export function QueueKeys({ label, help, close }: { label: string; help: readonly KeyHelp[]; close: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOn = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event, () => dialog.current?.showModal())
    document.addEventListener('keydown', listen)
    const forget = rememberRow()
    return () => {
      document.removeEventListener('keydown', listen)
      forget()
    }
  }, [])
  if (!isOn) return null
  const keys = help.map(({ keys: pressed, text }) => (
    <span key={text}>
      {pressed.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{' '}
      {text}
    </span>
  ))
  return (
    <>
      <p className="keys" role="group" aria-label={label}>
        {keys}
      </p>
      <dialog ref={dialog} className="sheet" aria-label={label}>
        <h2>{label}</h2>
        <div className="keys">{keys}</div>
        <form method="dialog">
          <button className="btn alt">{close}</button>
        </form>
      </dialog>
    </>
  )
}

function onKey(event: KeyboardEvent, showHelp: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (document.querySelector('dialog[open]')) return
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-case]')]
  const current = rows.findIndex((row) => row.classList.contains('cursor'))
  const href = rows[current]?.dataset['case']
  switch (event.key) {
    case 'j':
      return choose(rows, current, Math.min(current + 1, rows.length - 1), event)
    case 'k':
      return choose(rows, current, Math.max(current - 1, 0), event)
    case 'o':
    case 'Enter':
      // A focused link or button answers Enter itself.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button')) return
      return go(href, '', event)
    case 'a':
      return give(rows[current], event)
    case 'x':
      return tick(rows[current], event)
    case 'r':
      return go(href, '#reply', event)
    case '/':
      event.preventDefault()
      return search()
    case '?':
      event.preventDefault()
      showHelp()
      return
  }
}

/** The search may be folded away. */
function search(): void {
  const field = document.getElementById('q')
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
}

/** With rows ticked: all of them. */
function give(row: HTMLElement | undefined, event: KeyboardEvent): void {
  const isAnyTicked = document.querySelector('tr[data-case] input:checked') !== null
  const together = document.querySelector<HTMLButtonElement>('button[name="act"][data-key="a"]')
  if (isAnyTicked && together) {
    event.preventDefault()
    together.click()
    return
  }
  go(row?.dataset['give'], '', event)
}

function tick(row: HTMLElement | undefined, event: KeyboardEvent): void {
  const box = row?.querySelector<HTMLInputElement>('input[type="checkbox"]')
  if (!box) return
  event.preventDefault()
  box.checked = !box.checked
}

function choose(rows: readonly HTMLElement[], from: number, to: number, event: KeyboardEvent): void {
  const row = rows[to]
  if (!row) return
  event.preventDefault()
  rows[from]?.classList.remove('cursor')
  row.classList.add('cursor')
  row.querySelector<HTMLElement>('a.code')?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

function go(href: string | undefined, rest: string, event: KeyboardEvent): void {
  if (href === undefined) return
  event.preventDefault()
  location.assign(href + rest)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), select, textarea') !== null
}
