import { removeFile, sendFile, type SentFile } from './send-file'
import { sayStillHere } from './still-here'
import { saidBy } from './upload'

// A voice note: record, hear, again, delete, keep (components/files/voice-recorder.tsx). What is not kept leaves the phone with
// the page.

/** Ten minutes, as on the server. */
const LONGEST_MS = 600_000
/** Enough for a voice: ten minutes are under two megabytes. */
const BITS_A_SECOND = 24_000
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm']

/** Leaves the place as it is where the phone cannot record. */
export function enhance(place: HTMLElement): void | (() => void) {
  if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices?.getUserMedia) return undefined
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one))
  if (type === undefined) return undefined
  const view = new RecorderView(place, type)
  view.showStart()
  return () => view.leave()
}

class RecorderView {
  private stream: MediaStream | null = null
  private recorder: MediaRecorder | null = null
  private voice: Blob | null = null
  private address: string | null = null
  private clock: ReturnType<typeof setInterval> | undefined
  private kept: SentFile | null = null

  constructor(
    private readonly place: HTMLElement,
    private readonly type: string,
  ) {}

  showStart(said?: string): void {
    this.forget()
    this.draw(said === undefined ? [] : [this.line(said, 'status')], [this.button('record', () => void this.record())])
  }

  leave(): void {
    this.recorder?.stop()
    this.release()
    this.forget()
  }

  private async record(): Promise<void> {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      this.showStart(this.word('noMicrophone'))
      return
    }
    const parts: Blob[] = []
    const recorder = new MediaRecorder(this.stream, { mimeType: this.type, audioBitsPerSecond: BITS_A_SECOND })
    this.recorder = recorder
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    recorder.addEventListener('stop', () => {
      this.release()
      if (this.place.isConnected) this.showHeard(new Blob(parts, { type: this.type.split(';')[0] ?? this.type }))
    })
    recorder.start(1_000)
    const began = Date.now()
    const line = this.line('', 'timer')
    const tick = () => {
      const seconds = Math.floor((Date.now() - began) / 1_000)
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      sayStillHere()
      line.textContent = this.word('recording').replace('{time}', time)
      if (Date.now() - began >= LONGEST_MS) recorder.stop()
    }
    this.clock = setInterval(tick, 500)
    tick()
    this.draw([line], [this.button('end', () => recorder.stop())])
  }

  private showHeard(voice: Blob): void {
    this.voice = voice
    this.address = URL.createObjectURL(voice)
    const player = document.createElement('audio')
    player.controls = true
    player.src = this.address
    player.setAttribute('aria-label', this.word('listen'))
    this.draw(
      [this.line(this.word('listen')), player],
      [
        this.button('keep', () => void this.keep(), 'btn'),
        this.button('anew', () => {
          this.forget()
          void this.record()
        }),
        this.button('delete', () => this.showStart(), 'btn bare'),
      ],
    )
  }

  private async keep(): Promise<void> {
    const { voice, place } = this
    if (!voice) return
    const line = this.line('', 'status')
    const stop = new AbortController()
    this.draw([line], [this.button('stop', () => stop.abort(), 'btn bare')])
    const outcome = await sendFile(
      voice,
      {
        for: place.dataset['for'] === 'case' ? 'case' : 'draft',
        purpose: place.dataset['purpose'] ?? 'voice_story',
        // One name a recording: a piece of an earlier one is never taken for a part of this.
        name: `voice-${Date.now()}`,
        keepDate: false,
        ...(place.dataset['request'] === undefined ? {} : { messageRequestId: place.dataset['request'] }),
      },
      stop.signal,
      (progress) => {
        line.textContent =
          progress.at === 'sending'
            ? this.word('sending').replace('{percent}', String(Math.round(progress.share * 100)))
            : this.word(progress.at)
      },
    )
    if (outcome.state === 'ready') this.showKept(outcome.file)
    else {
      this.showHeard(voice)
      if (outcome.state === 'refused')
        place.prepend(this.line(saidBy(place)[outcome.code] ?? saidBy(place)['unavailable'] ?? '', 'alert'))
    }
  }

  private showKept(file: SentFile): void {
    this.kept = file
    this.forget()
    this.draw(
      [this.line(this.word('kept'), 'status')],
      [
        this.button('record', () => void this.record()),
        this.button(
          'delete',
          () => {
            if (this.kept) void removeFile(this.kept)
            this.kept = null
            this.showStart()
          },
          'btn bare',
        ),
      ],
    )
  }

  /** The microphone is let go at once, so that no sign of it stays on. */
  private release(): void {
    clearInterval(this.clock)
    for (const track of this.stream?.getTracks() ?? []) track.stop()
    this.stream = null
    this.recorder = null
  }

  private forget(): void {
    if (this.address) URL.revokeObjectURL(this.address)
    this.address = null
    this.voice = null
  }

  private draw(parts: readonly Node[], buttons: readonly HTMLButtonElement[]): void {
    const hadFocus = this.place.contains(document.activeElement)
    const acts = document.createElement('div')
    acts.className = 'acts'
    acts.append(...buttons)
    this.place.replaceChildren(...parts, acts)
    if (hadFocus) buttons[0]?.focus()
  }

  private line(text: string, role?: 'status' | 'timer' | 'alert'): HTMLParagraphElement {
    const line = document.createElement('p')
    if (role) line.setAttribute('role', role)
    line.textContent = text
    return line
  }

  private button(word: string, press: () => void, look = 'btn alt'): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = look
    button.textContent = this.word(word)
    button.addEventListener('click', press)
    return button
  }

  private word(name: string): string {
    return this.place.dataset[name] ?? ''
  }
}
