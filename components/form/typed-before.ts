'use client'

// React puts a filled text area back to its first words when it takes the page over (initTextarea of react-dom sets the value again,
// which it does not do for other fields). What is typed until then is kept here, by the box itself.
const typed = new WeakMap<HTMLTextAreaElement, string>()
const taken = new WeakSet<HTMLTextAreaElement>()

if (typeof document !== 'undefined') {
  for (const box of document.querySelectorAll('textarea')) if (box.value !== box.defaultValue) typed.set(box, box.value)
  document.addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLTextAreaElement && !taken.has(target)) typed.set(target, target.value)
    },
    true,
  )
}

/** Puts back what was typed into a box before React took it over, once. Returns whether there was something to put back. */
export function putTypedBack(box: HTMLTextAreaElement): boolean {
  const words = typed.get(box)
  taken.add(box)
  typed.delete(box)
  if (words === undefined || words === box.value) return false
  box.value = words
  return true
}
