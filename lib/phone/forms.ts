import { postForm } from './post'
import { hideNet, showNet } from './net-bar'
import { readPage, swapTo } from './swap'
import { noteUnsent } from './unsent'
import { fetchWords, words } from './words'

/** Letters and markers of a post; more than this the server does not take (next.config.js, bodySizeLimit). */
const BYTES_MAXIMUM = 1_900_000

type Button = HTMLButtonElement | HTMLInputElement

let isSending = false
let waiting: { readonly form: HTMLFormElement; readonly button: Button | null } | null = null
let pressed: Button | null = null

/**
 * Forms post in place: the page stays until the answer is there, a press counts once, and without network nothing is lost.
 * A form marked `data-native`, one with files, and one that only asks (GET) go the browser's own way.
 */
export function postInPlace(): void {
  // Phones of before 2022 do not say which button it was.
  document.addEventListener('click', ({ target }) => {
    pressed = target instanceof Element ? target.closest<Button>('button, input[type=submit]') : null
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    const button = (event.submitter as Button | null | undefined) ?? (pressed?.form === form ? pressed : null)
    noteUnsent(false)
    if (!isForUs(form, button)) return
    event.preventDefault()
    void send(form, button)
  })
  // What waits on the page goes when the network is back. A step that had arrived after all is only saved once more.
  addEventListener('online', () => {
    if (waiting?.form.isConnected) void send(waiting.form, waiting.button)
  })
  if (document.querySelector('form[method=post i]')) fetchWords()
}

async function send(form: HTMLFormElement, button: Button | null): Promise<void> {
  if (isSending) return
  waiting = null
  const data = new FormData(form)
  if (button?.name) data.append(button.name, button.value)
  if (sizeOf(data) > BYTES_MAXIMUM) {
    tell('tooLong')
    return
  }
  isSending = true
  hideNet()
  const release = holdButtons(form, button)
  const answer = await postForm(form.getAttribute('action') || location.href, data)
  isSending = false
  if (answer.kind === 'page') {
    const page = readPage(answer.html)
    if (page) {
      swapTo(page, answer.address)
      fetchWords()
      return
    }
    // A page that this script does not know (another one of ours, after an update): the browser's own way.
    if (answer.isMoved) {
      location.assign(answer.address)
      return
    }
  }
  if (answer.kind === 'moved') {
    location.assign(answer.address)
    return
  }
  release()
  noteUnsent(true)
  if (answer.kind === 'unknown' || answer.kind === 'page') {
    sendNatively(form, button)
    return
  }
  waiting = { form, button }
  tell(answer.kind === 'lost' ? 'noNetwork' : 'notSent', () => void send(form, button))
}

/** Says it under the top bar, in the language of the page. */
function tell(what: 'noNetwork' | 'notSent' | 'tooLong', again?: () => void): void {
  noteUnsent(true)
  void words().then((said) => {
    showNet('care', said[what], again && { text: said.tryAgain, press: again })
    scrollTo(0, 0)
  })
}

function isForUs(form: HTMLFormElement, button: Button | null): boolean {
  const isPlainPost = form.method === 'post' && !form.target && !form.hasAttribute('data-native')
  const isElsewhere =
    new URL(form.getAttribute('action') || location.href, location.href).origin !== location.origin ||
    Boolean(button?.hasAttribute('formaction') || button?.hasAttribute('formmethod'))
  const files = Array.from(form.elements).some((field) => field instanceof HTMLInputElement && field.files?.length)
  return isPlainPost && !isElsewhere && !files
}

/** One press only; the filled button says that it was heard. Returns how to let go. */
function holdButtons(form: HTMLFormElement, button: Button | null): () => void {
  const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>('button')).filter(
    (other) => other.form === form && other.type === 'submit' && !other.disabled,
  )
  const before = Array.from(button?.childNodes ?? [])
  for (const each of buttons) each.disabled = true
  if (button instanceof HTMLButtonElement && button.className === 'btn') {
    void words().then(({ sentOnce }) => {
      if (isSending) button.textContent = sentOnce
    })
  }
  return () => {
    for (const each of buttons) each.disabled = false
    if (button instanceof HTMLButtonElement) {
      button.textContent = ''
      button.append(...before)
    }
    button?.focus({ preventScroll: true })
  }
}

function sendNatively(form: HTMLFormElement, button: Button | null): void {
  noteUnsent(false)
  if (button?.name) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = button.name
    field.value = button.value
    form.append(field)
  }
  HTMLFormElement.prototype.submit.call(form)
}

function sizeOf(data: FormData): number {
  const encoder = new TextEncoder()
  let bytes = 0
  data.forEach((value) => {
    bytes += typeof value === 'string' ? encoder.encode(value).length : value.size
  })
  return bytes
}
