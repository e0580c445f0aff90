/** What is read, in the order of the page: the question, what helps to answer it, and the answers to choose from. */
const SPOKEN = 'h1, .lead, .hint, fieldset > legend:not(.vh), .field > label, .choice label'

/**
 * Reads a question aloud where the phone has a voice for its language; until then the place stays hidden. Only voices of the
 * phone itself: others send what they read to somebody. `data-stop` is what the button says meanwhile.
 */
export function enhance(place: HTMLElement): void | (() => void) {
  const button = place.querySelector('button')
  const words = button?.querySelector('span')
  if (!button || !words || !('speechSynthesis' in window)) return
  const listen = words.textContent ?? ''
  let isSpeaking = false

  const show = (speaking: boolean) => {
    isSpeaking = speaking
    words.textContent = speaking ? (place.dataset['stop'] ?? listen) : listen
  }
  const stop = () => {
    show(false)
    speechSynthesis.cancel()
  }
  const comeOut = () => {
    place.hidden = voiceFor(document.documentElement.lang) === null
  }
  button.addEventListener('click', () => {
    if (isSpeaking) return stop()
    const voice = voiceFor(document.documentElement.lang)
    if (voice === null) return
    speechSynthesis.cancel()
    show(true)
    const parts = textsOf(place.closest('main') ?? document.body)
    parts.forEach((text, index) => {
      const part = new SpeechSynthesisUtterance(text)
      part.voice = voice
      part.lang = voice.lang
      part.rate = 0.9
      if (index === parts.length - 1) part.onend = () => show(false)
      part.onerror = () => show(false)
      speechSynthesis.speak(part)
    })
  })
  comeOut()
  // Browsers load their voices late. Old ones have no such event; there the list is ready at once.
  speechSynthesis.addEventListener?.('voiceschanged', comeOut)
  addEventListener('pagehide', stop)
  return () => {
    stop()
    speechSynthesis.removeEventListener?.('voiceschanged', comeOut)
    removeEventListener('pagehide', stop)
  }
}

/** Other names under which phones know our languages. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  fil: ['tl'],
  'zh-Hans': ['zh-cn', 'zh-hans', 'cmn-hans', 'cmn'],
  id: ['in'],
}

function voiceFor(locale: string): SpeechSynthesisVoice | null {
  const wanted = locale === 'zh-Hans' ? (ALSO[locale] ?? []) : [locale.toLowerCase(), ...(ALSO[locale] ?? [])]
  const voices = speechSynthesis.getVoices().filter(({ localService }) => localService)
  for (const tag of wanted) {
    const found = voices.find(({ lang }) => isTag(lang.toLowerCase().replace(/_/gu, '-'), tag))
    if (found) return found
  }
  return null
}

function isTag(lang: string, tag: string): boolean {
  return lang === tag || lang.startsWith(`${tag}-`)
}

/** The visible texts to read; readings above words would be said twice. */
function textsOf(main: HTMLElement): string[] {
  return Array.from(main.querySelectorAll<HTMLElement>(SPOKEN))
    .filter((element) => element.offsetParent !== null && element.parentElement?.closest(SPOKEN) === null)
    .map((element) => {
      const copy = element.cloneNode(true) as HTMLElement
      for (const silent of Array.from(copy.querySelectorAll('rt, svg, .vh'))) silent.remove()
      return (copy.textContent ?? '').replace(/\s+/gu, ' ').trim()
    })
    .filter((text) => text !== '')
}
