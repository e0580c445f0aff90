import { sendFile, type FileOutcome, type FileProgress } from './send-file'

// The form for files (components/files/file-room.tsx) with a script: pieces, progress, going on after a cut.

/** Sends what is chosen as soon as it is chosen; the button sends it as well. */
export function enhance(form: HTMLElement): void | (() => void) {
  if (!(form instanceof HTMLFormElement) || !('AbortController' in window)) return undefined
  const running = new Set<AbortController>()
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
  const start = () => {
    const files = inputs.flatMap((input) => [...(input.files ?? [])])
    for (const input of inputs) input.value = ''
    if (files.length === 0) return say(form, saidBy(form)['missing'] ?? '')
    void sendAll(form, files, running)
    return undefined
  }
  for (const input of inputs) input.addEventListener('change', () => input.files?.length && start())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    start()
  })
  return () => {
    for (const one of running) one.abort()
  }
}

async function sendAll(form: HTMLFormElement, files: readonly File[], running: Set<AbortController>): Promise<void> {
  const data = new FormData(form)
  const outcomes: FileOutcome[] = []
  // One after the other: on a thin line two at once are slower than one.
  for (const file of files) {
    const row = progressRow(form, file.name)
    const stop = new AbortController()
    running.add(stop)
    row.stop.addEventListener('click', () => stop.abort())
    const outcome = await sendFile(
      file,
      {
        for: data.get('for') === 'case' ? 'case' : 'draft',
        purpose: textOf(data, 'purpose'),
        name: file.name,
        keepDate: data.get('keep_date') === 'yes',
      },
      stop.signal,
      (progress) => row.show(progress),
    )
    running.delete(stop)
    outcomes.push(outcome)
    if (outcome.state === 'refused') row.fail(saidBy(form)[outcome.code] ?? saidBy(form)['unavailable'] ?? '')
    else row.end()
  }
  // The list is the server's; it is asked for anew when all are there, and kept when something has to be read first.
  if (outcomes.some(({ state }) => state === 'ready') && outcomes.every(({ state }) => state !== 'refused')) {
    const address = new URL(location.href)
    address.searchParams.set('file', 'ready')
    location.replace(address)
  }
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** A row under the form while a file is on its way. */
function progressRow(form: HTMLFormElement, name: string) {
  const row = document.createElement('div')
  row.className = 'file'
  row.setAttribute('role', 'status')
  const words = document.createElement('span')
  const title = document.createElement('b')
  title.textContent = name
  const state = document.createElement('span')
  state.className = 'mute'
  words.append(title, ' ', state)
  const stop = document.createElement('button')
  stop.type = 'button'
  stop.className = 'btn bare'
  stop.textContent = form.dataset['stop'] ?? ''
  const bar = document.createElement('progress')
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', name)
  row.append(document.createElement('span'), words, stop, bar)
  form.insertAdjacentElement('afterend', row)
  return {
    stop,
    show(progress: FileProgress) {
      if (progress.at === 'sending') {
        const percent = Math.round(progress.share * 100)
        bar.value = percent
        state.textContent = (form.dataset['sending'] ?? '').replace('{percent}', String(percent))
      } else state.textContent = form.dataset[progress.at] ?? ''
      if (progress.at === 'checking') bar.removeAttribute('value')
    },
    fail(why: string) {
      row.className = 'file bad'
      state.className = 'err'
      state.textContent = why
      bar.remove()
      stop.remove()
    },
    end: () => row.remove(),
  }
}

function say(form: HTMLFormElement, text: string): void {
  let line = form.querySelector<HTMLElement>('p[role=status]')
  if (!line) {
    line = document.createElement('p')
    line.setAttribute('role', 'status')
    line.className = 'err'
    form.append(line)
  }
  line.textContent = text
}

/** What we say about a file, by code. */
export function saidBy(element: HTMLElement): Readonly<Record<string, string>> {
  return JSON.parse(element.dataset['said'] ?? '{}') as Record<string, string>
}
