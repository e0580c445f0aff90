import myanmarTools from 'myanmar-tools'

const { ZawgyiConverter, ZawgyiDetector } = myanmarTools

/** Letters of the Myanmar block; Zawgyi uses the same code points for other letters. */
const MYANMAR = /\p{Script=Myanmar}/u

/** As the makers of the detector advise for running text. */
const LIKELY_ZAWGYI = 0.95
/** A word or two of Unicode can look as likely as that; our own messages never come so far. */
const SURELY_ZAWGYI = 0.999

/** Impossible in Unicode: a vowel sign e before its consonant, a virama with nothing to stack, stacked letters of their own. */
const IMPOSSIBLE = /(?:^|[^\u1000-\u109F])\u1031|\u1039(?![\u1000-\u1021])|[\u1033\u1034\u1060-\u1097]/u

let tools: { detector: InstanceType<typeof ZawgyiDetector>; converter: InstanceType<typeof ZawgyiConverter> } | null =
  null

/**
 * Burmese as everybody can read it. Old phones type Zawgyi, which looks like Burmese on them and like a jumble on all others;
 * it becomes Unicode here. `typed` is the text as it came, to be kept beside; null when nothing was changed.
 */
export function unicodeBurmese(text: string): { readonly text: string; readonly typed: string | null } {
  if (!MYANMAR.test(text)) return { text, typed: null }
  // Loading the model takes a moment; most workers never need it.
  tools ??= { detector: new ZawgyiDetector(), converter: new ZawgyiConverter() }
  const probability = tools.detector.getZawgyiProbability(text)
  const isZawgyi = probability > SURELY_ZAWGYI || (probability > LIKELY_ZAWGYI && IMPOSSIBLE.test(text))
  if (!isZawgyi) return { text, typed: null }
  const converted = tools.converter.zawgyiToUnicode(text).normalize('NFC')
  return converted === text ? { text, typed: null } : { text: converted, typed: text }
}
