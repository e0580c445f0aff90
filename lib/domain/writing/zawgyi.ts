import myanmarTools from 'myanmar-tools'

const { ZawgyiConverter, ZawgyiDetector } = myanmarTools

/** Letters of the Myanmar block; Zawgyi uses the same code points for other letters. */
const MYANMAR = /\p{Script=Myanmar}/u

/** As the makers of the detector advise: above this it is Zawgyi, and what lies between is left as it was typed. */
const SURELY_ZAWGYI = 0.95

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
  if (!(tools.detector.getZawgyiProbability(text) > SURELY_ZAWGYI)) return { text, typed: null }
  const converted = tools.converter.zawgyiToUnicode(text).normalize('NFC')
  return converted === text ? { text, typed: null } : { text: converted, typed: text }
}
