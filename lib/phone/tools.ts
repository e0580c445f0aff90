import type { Feature } from './feature'

// Buttons that only a script can serve. They stand in the page hidden and come out where the browser can do it.

/** Copies `data-text`, and says `data-done` in the status beside it. */
export const copy: Feature = {
  enhance: (button) => {
    if (!navigator.clipboard) return
    comeOut(button, async () => {
      await navigator.clipboard.writeText(textOf(button))
      const status = button.parentElement?.querySelector('[role=status]')
      if (status) status.textContent = button.dataset['done'] ?? ''
    })
  },
}

export const print: Feature = {
  enhance: (button) => comeOut(button, async () => window.print()),
}

/** Hands the address `data-text` to another app. */
export const share: Feature = {
  enhance: (button) => {
    if (!('share' in navigator)) return
    comeOut(button, () => navigator.share({ title: button.dataset['title'] ?? '', url: textOf(button) }))
  },
}

/** Saves `data-text` as a picture, which a phone keeps among its photos: `data-name` without an ending. */
export const picture: Feature = {
  enhance: (button) => {
    const canvas = document.createElement('canvas')
    if (!('toBlob' in canvas)) return
    comeOut(button, async () => {
      const { drawText } = await import('./draw-text')
      drawText(canvas, textOf(button))
      const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
      if (!file) return
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = `${button.dataset['name'] ?? 'passage'}.png`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    })
  },
}

function comeOut(button: HTMLElement, press: () => Promise<void>): void {
  button.addEventListener('click', () => {
    // Somebody who changes their mind in the list of apps, or a browser that refuses: the page is as it was.
    press().catch(() => undefined)
  })
  button.hidden = false
}

/** What a button is about; an address without its beginning gets the one of this place. */
function textOf({ dataset }: HTMLElement): string {
  const text = dataset['text'] ?? ''
  return text.startsWith('/') ? new URL(text, location.origin).href : text
}
