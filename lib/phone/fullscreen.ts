/**
 * Puts the page on the whole screen and back, so that whoever sits before somebody else's device sees nothing but the questions.
 * `data-done` is what the button says meanwhile. A form that is sent in place stays on the whole screen; a link to another page ends
 * it, as browsers do, and the button there brings it back.
 */
export function enhance(button: HTMLElement): void | (() => void) {
  if (!document.fullscreenEnabled) return
  const offer = button.textContent
  const show = () => {
    const isFull = document.fullscreenElement !== null
    button.textContent = isFull ? (button.dataset['done'] ?? offer) : offer
  }
  button.addEventListener('click', () => {
    const isFull = document.fullscreenElement !== null
    // A browser that refuses leaves the page as it is.
    ;(isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined)
  })
  document.addEventListener('fullscreenchange', show)
  show()
  button.hidden = false
  return () => document.removeEventListener('fullscreenchange', show)
}
