let isUnsent = false

/**
 * Asks before a page with typed and unsent words is left: by a link, by Back, by closing it. Sending is not leaving; neither is
 * Leave, which blanks the page first (components/ui/leave.tsx) and must never be held up.
 */
export function guardUnsentWords(): void {
  document.addEventListener('input', (event) => {
    if (isTypedText(event.target)) isUnsent = true
  })
  addEventListener('beforeunload', (event) => {
    if (!isUnsent || document.documentElement.hidden) return
    event.preventDefault()
    // What older browsers wait for.
    Reflect.set(event, 'returnValue', '')
  })
}

/** Words that came back with something to check are unsent again. */
export function noteUnsent(is: boolean): void {
  isUnsent = is
}

/** A choice is tapped again in a moment, and a password is not written twice by heart: only words that would be posted are guarded. */
function isTypedText(target: EventTarget | null): boolean {
  const isWords =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|password|hidden|file|range)$/u.test(target.type))
  return isWords && target.form?.method === 'post'
}
