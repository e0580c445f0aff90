/** What the page does by itself for somebody who is there: a long upload, a voice that is being recorded. */
const SIGN = 'stillhere'

/** Says that somebody is there although nobody touches the page. */
export function sayStillHere(): void {
  document.dispatchEvent(new Event(SIGN))
}

export function onStillHere(notice: () => void): void {
  document.addEventListener(SIGN, notice)
}
