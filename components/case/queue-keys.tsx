'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

export type KeyHelp = { readonly keys: readonly string[]; readonly text: string }

/** Whether scripts run: false in the page as it is sent, true as soon as this component runs in a browser. */
const neverChanges = () => () => undefined

/**
 * Moves through the queue by keyboard: j and k choose a row, Enter or o opens it, a takes it, r answers, / searches, ? leads to
 * the list of keys. Shown, and working, only when scripts run; every act is also a link.
 */
export function QueueKeys({ label, help }: { label: string; help: readonly KeyHelp[] }) {
  const list = useRef<HTMLParagraphElement>(null)
  const isOn = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event, () => list.current?.focus())
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  if (!isOn) return null
  return (
    <p className="keys" ref={list} tabIndex={-1} role="group" aria-label={label}>
      {help.map(({ keys, text }) => (
        <span key={text}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {text}
        </span>
      ))}
    </p>
  )
}

function onKey(event: KeyboardEvent, showHelp: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
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
      return go(href, '/take', event)
    case 'r':
      return go(href, '#reply', event)
    case '/':
      event.preventDefault()
      document.getElementById('q')?.focus()
      return
    case '?':
      event.preventDefault()
      showHelp()
      return
  }
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
  return target instanceof HTMLElement && target.closest('input, select, textarea') !== null
}
